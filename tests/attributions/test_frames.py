"""Each frame fires on its construction, says so in the evidence, and stays quiet on its like."""

from __future__ import annotations

import pytest

from citeaudit import Article, Config, audit
from citeaudit.model.relations import Level

CONFIG = Config(check_language=False)


def read(text, publisher=None):
    """Return the report of *text*."""
    return audit(Article(text, publisher=publisher), config=CONFIG)


def chains(report):
    """Return the chains of the innermost reports, as an editor would write them."""
    outer = {a.within for a in report.attributions if a.level is Level.REPORT}
    inner = [a for n, a in enumerate(report.attributions) if n not in outer and a.level is Level.REPORT]
    return [" ← ".join(link.name + (f" ({link.role})" if link.role else "") for link in a.chain) for a in inner]


def steps(report):
    """Return the steps that left evidence in the report's attributions."""
    return {evidence.step for attribution in report.attributions for evidence in attribution.evidence}


FIRES = [
    # A report that trails.
    ("The harbour will close in March, Bloomberg reported.", "Bloomberg News (reporter)", "constructions.trailing_report"),
    ("The harbour, the Financial Times reported on Monday, will close in March.", "Financial Times (reporter)", "constructions.split_report"),
    ("The harbour will close in March, reported Reuters.", "Reuters (reporter)", "constructions.trailing_inverted"),
    ("Ana Ruiz said the harbour will close, Bloomberg reported.", "Ana Ruiz ← Bloomberg News (reporter)", "constructions.trailing_report"),
    ("“We will close the harbour in March,” Ana Ruiz said, according to Bloomberg.", "Ana Ruiz ← Bloomberg News (reporter)", "constructions.according_behind"),
    # A report that leads.
    ("Bloomberg reported on Monday that the harbour will close in March.", "Bloomberg News (reporter)", "constructions.leading_report"),
    ("On Monday, The New York Times said the harbour had lost half its trade.", "The New York Times (reporter)", "constructions.leading_report"),
    ("CNN has learned that the harbour will close in March.", "CNN (reporter)", "constructions.leading_report"),
    ("A CNN poll has Ruiz at 39 percent.", "CNN (pollster)", "constructions.poll_has"),
    ("In the latest Reuters/Ipsos poll, Ruiz leads Roe by 4 points.", "Reuters (pollster) ← Ipsos", "constructions.poll_front"),
    ("CNN tweeted that the harbour would close in March.", "CNN (social)", "constructions.leading_report"),
    ("CNN’s Jake Roe reported that the harbour will close.", "CNN (journalist)", "constructions.leading_report"),
    # According to, as, per.
    ("According to the Financial Times, the harbour will close in March.", "Financial Times (reporter)", "constructions.according_front"),
    ("The harbour will close in March, according to Bloomberg.", "Bloomberg News (reporter)", "constructions.according_behind"),
    ("As the Financial Times reported last week, the harbour will close in March.", "Financial Times (reporter)", "constructions.as_noted_front"),
    # Venues.
    ("“We will close it in March,” Ana Ruiz told CNN.", "Ana Ruiz ← CNN (venue)", "constructions.told"),
    ("In an interview with Fox News, Ana Ruiz said that the harbour will close.", "Ana Ruiz ← Fox News (venue)", "constructions.in_piece"),
    ("Speaking to Reuters, Ana Ruiz said that the harbour will close.", "Ana Ruiz ← Reuters (venue)", "constructions.spoke_to"),
    ("Ana Ruiz wrote in The Washington Post that the harbour should close.", "Ana Ruiz ← The Washington Post (venue)", "constructions.said_on"),
    ("“We will close it in March,” Ana Ruiz said on CNBC.", "Ana Ruiz ← CNBC (venue)", "constructions.said_on"),
    ("In an op-ed in The Washington Post, Ana Ruiz wrote that the harbour should close.", "Ana Ruiz ← The Washington Post (venue)", "constructions.in_piece"),
    # Relays.
    ("“We will close it,” Ana Ruiz was quoted as saying by TASS.", "Ana Ruiz ← TASS (relay)", "constructions.quoted_as_saying_by"),
    ("Ana Ruiz was quoted by TASS as saying the harbour will close.", "Ana Ruiz ← TASS (relay)", "constructions.quoted_by_as_saying"),
    ("TASS quoted Ana Ruiz as saying that the harbour will close.", "Ana Ruiz ← TASS (relay)", "constructions.outlet_quoted_as_saying"),
    (
        "The harbour will close, Bloomberg reported, citing people familiar with the matter.",
        "people familiar with the matter ← Bloomberg News (reporter)",
        "constructions.citing",
    ),
    # Documents that an outlet got, and scoops.
    ("The harbour will close, according to a memo obtained by ProPublica.", "a memo ← ProPublica (obtained_by)", "constructions.obtained_by"),
    ("A letter seen by Reuters says that the harbour will close.", "A letter ← Reuters (obtained_by)", "constructions.obtained_by_shows"),
    ("The news that the harbour will close was first reported by Axios.", "Axios (first_reported)", "constructions.first_reported_by"),
    ("As first reported by Axios, the harbour will close.", "Axios (first_reported)", "constructions.as_first_reported_by"),
    ("A poll by YouGov for CNN found that most would close the harbour.", "CNN (pollster)", "constructions.leading_report"),
    ("A 2018 study in Science found that gulls prefer harbours.", "A 2018 study ← Science (journal) (venue)", "constructions.study_in"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "chain", "step"), FIRES, ids=[case[0][:60] for case in FIRES])
def test_a_frame_fires(text, chain, step):
    """The chain is read nearest to the content first, and the frame's name stands in the evidence."""
    report = read(text)

    assert chain in chains(report)
    assert step in steps(report)
    assert report.claims[0].status == "outlet"


QUIET = [
    ("CNN fired the host on Monday after two complaints.", "the outlet acts"),
    ("The mayor sued the Financial Times for libel in May.", "the outlet is the topic"),
    ("CNN said in a statement that it would appeal the ruling.", "the outlet speaks for itself as a company"),
    ("A CNN spokesman said that the network would appeal.", "somebody of the company speaks"),
    ("Fox reported a profit of 3 million dollars for the quarter.", "a company's figures"),
    ("The harbour closed in March, as the offices of the Financial Times did.", "no verb of report"),
    ("Bloomberg terminals were down on Monday.", "a product"),
    ("Mayor Bloomberg said that the harbour will close.", "a person of that name"),
    ("The study was published on Monday.", "a document that is only acted on"),
]


@pytest.mark.parametrize(("text", "why"), QUIET, ids=[case[1] for case in QUIET])
def test_a_frame_stays_quiet(text, why):
    """No claim rests on an outlet."""
    report = read(text)

    assert [claim.status for claim in report.claims if claim.status == "outlet"] == [], why


SPOKEN = [
    ("“It is over,” Ana Ruiz said.", "Ana Ruiz"),
    ("“It is over,” said Ana Ruiz, the harbour master.", "Ana Ruiz"),
    ("Ana Ruiz, the harbour master, said that it was over.", "Ana Ruiz"),
    ("According to Ana Ruiz, the harbour will close in March.", "Ana Ruiz"),
    ("The ministry quoted Ana Ruiz as saying that it was over.", "Ana Ruiz ← ministry"),
    ("Ana Ruiz was quoted in the village paper saying it was over.", "Ana Ruiz"),
    ("Ana Ruiz has been quoted by a friend as saying that it was over.", "Ana Ruiz"),
    ("Ana Ruiz elaborated in a long letter to the council of the village that it was over.", "Ana Ruiz"),
    ("Ana Ruiz blasted the council for closing the harbour in March.", "Ana Ruiz"),
    ("“It is over,” Ana Ruiz snaps.", "Ana Ruiz"),
    ("“It is over,” boat_77 posted.", "boat_77"),
    ("Ana Ruiz raged: “The harbour is lost.”", "Ana Ruiz"),
    ("Lawyers for the family argue the keepers acted unlawfully.", "Lawyers for the family"),
    ("The harbour will silt up in ten years, the port authority forecasts.", "the port authority"),
    ("One angry skipper seethed quietly: “The harbour is lost.”", "One angry skipper"),
    ("Bakers polled by the village council expect the price of rye to fall.", "Bakers polled by the village council"),
    ("“It is over,” Ana Ruiz, the harbour master of Port Ellis said of the old ferry.", "Ana Ruiz"),
    ("A Gallup poll put her support at 41 percent.", "Gallup"),
    ("The lawsuit alleges that the harbour was sold.", "The lawsuit"),
    ("In the captain’s view, the harbour will be closed in March.", "the captain"),
]


@pytest.mark.parametrize(("text", "chain"), SPOKEN, ids=[case[0] for case in SPOKEN])
def test_who_speaks_is_heard(text, chain):
    """Somebody named stands behind the claim."""
    report = read(text)

    assert chain.casefold() in [found.casefold().replace("the ministry", "ministry") for found in chains(report)]
    assert report.claims[0].status == "source"


def test_a_rare_verb_before_a_quotation_is_heard_in_any_sentence():
    """Whom the training has hardly heard speak: one sentence, and the next."""
    text = "Fans of the ferry line took to the quay, with one moaning: “No boat, no point.” Another raged: “They sank it.”"

    assert [a.source[0].of(text) for a in read(text).attributions] == ["one", "Another"]


OCCASIONS = [
    (
        "Two crates of herring fell off the pier because a rope had been cut, keepers said Monday, causing a panic among the gulls.",
        "Two crates of herring fell off the pier because a rope had been cut",
    ),
    (
        "The ferry line hopes to carry a million people by 2031, it said in its spring report.",
        "The ferry line hopes to carry a million people by 2031",
    ),
    (
        "The ferry line is to carry a million people by 2031, it said at a briefing on Tuesday.",
        "The ferry line is to carry a million people by 2031",
    ),
]


@pytest.mark.parametrize(("text", "content"), OCCASIONS, ids=[case[1] for case in OCCASIONS])
def test_when_and_in_what_it_was_said_is_not_what_was_said(text, content):
    """What was said stands before its source, and only its occasion behind the verb."""
    said = [a for a in read(text).attributions if [cue.of(text) for cue in a.cue] == ["said"]]

    assert [a.content[0].of(text) for a in said] == [content]


def test_no_source_ends_with_an_article():
    """A noun that looks like a verb: "denied the report"."""
    text = "The ferry line, which sails no more, denied the report, saying the year would be good."

    assert not [span.of(text) for a in read(text).attributions for span in a.source if span.of(text).endswith(" the")]


HEDGES = [
    ("The harbour will reportedly close in March.", "reportedly"),
    ("It is often said that the harbour will close.", "is said"),
    ("It is understood the two captains knew each other.", "is understood"),
    ("The captain is accused of selling the harbour.", "is accused of"),
    ("The captain is said to be looking for a house.", "is said to"),
    ("There are reports that the harbour will close.", "There are reports that"),
    ("The crew danced on the pier, with the captain reportedly yelling: “No boat, no point.”", "reportedly"),
]


@pytest.mark.parametrize(("text", "cue"), HEDGES, ids=[case[1] for case in HEDGES])
def test_a_hedge_names_nobody(text, cue):
    """The claim is vague, and the hedge is its cue."""
    report = read(text)

    assert report.claims[0].status == "vague"
    assert cue in [" ".join(span.of(text) for span in attribution.cue) for attribution in report.attributions]


@pytest.mark.parametrize(
    "text",
    [
        "The captain was charged with theft in March.",
        "The ship is expected in port on Monday.",
        "The harbour will close in March.",
        "The captain was revealed as the new owner.",
    ],
)
def test_no_hedge_where_the_article_is_sure(text):
    """Formal acts and plain facts are the article's own."""
    assert [claim.status for claim in read(text).claims] == ["unattributed"]


def test_the_own_title_is_marked():
    """An outlet that cites itself is marked self."""
    report = read("“We will close it in March,” Ana Ruiz told Newsmax.", publisher="Newsmax")

    assert report.claims[0].is_self


SILENT = [
    ("The storm adds to the drama that has surrounded the harbour.", "adds, of a thing"),
    ("The captain was lambasted as a fool for years.", "a passive judgement"),
    ("The port added 200 jobs in May.", "added, of a number"),
    ("The sailors bragged about their catch.", "talk without content"),
    ("The senator claimed the prize for the best boat.", "claimed, of a prize"),
    ("The captain expected to return to work in August.", "a plan"),
]


@pytest.mark.parametrize(("text", "why"), SILENT, ids=[case[1] for case in SILENT])
def test_verbs_that_say_nothing_stay_quiet(text, why):
    """Verbs of speech that say nothing here leave the claim to the article."""
    assert [claim.status for claim in read(text).claims] == ["unattributed"], why


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        pytest.param("The mayor will resign, people familiar with the matter told Reuters.", "people familiar with the matter ← Reuters (venue)", id="no number"),
        pytest.param("The bill is dead, a person close to the family told the BBC.", "a person close to the family ← BBC (venue)", id="one"),
        pytest.param("The mayor, who was ill in May, told Reuters that he will resign.", "The mayor ← Reuters (venue)", id="a clause of his own"),
    ],
)  # fmt: skip
def test_unnamed_speakers_are_heard_between_comma_and_cue(text, chain):
    """Those who told an outlet are the first link, and the outlet is never taken for who told it."""
    assert any(
        found.startswith(chain.partition(" ←")[0]) and found.endswith(chain.partition("← ")[2]) for found in chains(read(text))
    )
