"""Ordinary ways in which news credits an outlet: who is credited, who speaks; and texts in which an outlet is only spoken of."""

from __future__ import annotations

import pytest

from citeaudit import Config, audit

CONFIG = Config(check_language=False)
ELSEWHERE = "\n\nThe shop on the corner is shut on Mondays."
CREDITED = [
    ("The company knew of the leak, a Guardian investigation found.", "The Guardian", ""),
    ("An investigation by the BBC's Panorama programme revealed that the firm sold bad pumps.", "BBC", ""),
    ("The premier was quoted by the state-run Xinhua news agency as saying talks would resume.", "Xinhua News Agency", "premier"),
    ("Quoted in the Daily Nation, the governor said the road would be tarred by May.", "Daily Nation", "governor"),
    ("Citing unnamed officials, Kyodo News reported that the reactor had been restarted.", "Kyodo News", "officials"),
    ("According to Reuters, which cited three clerks, the bank lied about its losses.", "Reuters", "clerks"),
    ("The local paper, the Cumberland Argus, reported that the ferry had struck a rock.", "Cumberland Argus", ""),
    ("Fabrizio Romano of the Guardian reports that the winger has signed.", "The Guardian", ""),
    ("The square was empty, a Reuters witness said.", "Reuters", ""),
    ("The Daily Telegraph quotes a Treasury aide saying that taxes will rise.", "The Daily Telegraph", "aide"),
    ("Approached by the Mirror, the singer's agent said the story was untrue.", "Daily Mirror", "agent"),
    ("When contacted by the Irish Times, the keeper said the tiger had been caged.", "The Irish Times", "keeper"),
    ("As noted by Forbes, the bank lied about its losses.", "Forbes", ""),
    ("It was first reported in the Irish Times that the school would close.", "The Irish Times", ""),
    ("It emerged in the Irish Times that the school would close.", "The Irish Times", ""),
    ("In Le Monde, the coach is quoted as saying that the striker will be sold.", "Le Monde", "coach"),
    ("The striker will be sold, if Le Monde is to be believed.", "Le Monde", ""),
    ("The president has left the capital, BBC News Online reported.", "BBC", ""),
    ("Wards will close, forty doctors warned in The Times.", "Times", "doctors"),
    ("The pier is unsafe, Ana Ceballos reports for the Miami Herald.", "Miami Herald", ""),
    ("“I saw the pier sway,” Ana Lopez told the Herald.", "Herald", "Ana Lopez"),
    ("In the May issue of Vogue, the duchess said she was well.", "Vogue", "duchess"),
    ("The duchess opened up to Vogue about her illness, saying that she was well.", "Vogue", "duchess"),
    ("The firm is sound, the envoy said in a letter to staff seen by Reuters.", "Reuters", "envoy"),
    ("Cuts will come in May, said its chair Ann Hart in an email to staff that was reviewed by Reuters.", "Reuters", "Ann Hart"),
    ("Three people who spoke to The Athletic said the coach would leave in June.", "The Athletic", "people"),
    ("Fees will stay, the aide said in an interview airing Sunday on “The Lane Show.”", "The Lane Show", "aide"),
    (
        "The club could lose its licence, Kieran Maguire told the Price of Football podcast.",
        "Price of Football",
        "Kieran Maguire",
    ),
    ("The minister told the Kwayedza newspaper that he knew.", "Kwayedza", "minister"),
    ("The Sun was the first to say the dam was dry.", "The Sun", ""),
    ("It was the Sun that first reported that the dam was dry.", "The Sun", ""),
    ("The Sun broke the news that the dam was dry.", "The Sun", ""),
    ("Bernama reported the minister as saying the fee would stay.", "Bernama", "minister"),
    ("The Calder Star (Calder Media Group) reports that the weir may close.", "Calder Star", ""),
]
SPOKEN_OF = [
    "CNN fired the anchor in May.",
    "The actress sued the Daily Mail over the photographs in March.",
    "The Washington Post endorsed the governor last week.",
    "He worked at Reuters for nine years before he joined the bank.",
    "The company bought a full-page advertisement in the New York Times.",
    "The rally was carried live on CNN.",
    "A former CNN producer was arrested on Tuesday.",
    "She subscribed to The Economist as a student.",
    "The president banned AP reporters from the Oval Office.",
    "The minister was interviewed by Sky News on Thursday.",
    "The magazine Vogue put her on its cover in May.",
    "The bank declined to comment to Reuters.",
    "The Mirror was ordered to pay damages to the prince.",
    "He wrote for the Spectator in the 1990s.",
    "The podcast is produced by NPR.",
    "A witness for Reuters lost his camera in the square.",
    "The minister read the latest issue of Vogue on the train.",
    "A letter seen by the Guardian's owner was burned.",
    "The union held a strike at the Kwayedza newspaper.",
    "The BBC has been told it must pay.",
    "Residents in the Herald building said the lift was broken.",
    "The Echo was first to fall in the storm.",
]


def first_claim(text):
    """Return the claim of the first statement of *text*, before a sentence that is nobody's."""
    return audit(text + ELSEWHERE, config=CONFIG).claims[0]


@pytest.mark.parametrize(("text", "outlet", "speaker"), CREDITED, ids=[case[0] for case in CREDITED])
def test_an_outlet_is_credited_and_its_speaker_named(text, outlet, speaker):
    """The claim rests on the outlet, and on who spoke, if anybody did."""
    claim = first_claim(text)

    assert claim.status == "outlet"
    assert any(outlet in name for name in claim.outlets)
    assert not speaker or any(speaker in link.name for one in claim.attributions for link in one.chain)


@pytest.mark.parametrize("text", SPOKEN_OF, ids=SPOKEN_OF)
def test_an_outlet_that_is_only_spoken_of_is_not_credited(text):
    """As a topic, an employer, an advertiser, a party to a suit."""
    assert not first_claim(text).outlets


@pytest.mark.parametrize(
    "text",
    [
        "“It was a stretch,” he said to laughter, riffing on his own life as a heart-throb twice over.",
        "“He stands for all that is bad,” says Sarah Bell, yelling to be heard over the band in the square.",
    ],
)
def test_how_a_quotation_was_spoken_counts_with_its_cue(text):
    """The manner of the telling is a setting of it."""
    assert first_claim(text).share == pytest.approx(1, abs=0.1)
