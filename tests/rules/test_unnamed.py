"""CA2: sources and outlets without a name."""

from __future__ import annotations

import pytest
from rules.reports import BLOOMBERG, CRITICS, NOBODY, OFFICIAL, PERSON, attribute, fired, report_of

from citeaudit import audit
from citeaudit.model.relations import Source, SourceType
from citeaudit.rules.reasons import gives_reason

LEAVES = "The minister will leave on Friday, a senior official said."
SECOND_HAND = "The minister will leave on Friday, a senior official told Bloomberg News."


def unnamed(text=LEAVES, *chain):
    """Return the report of a claim by a senior official."""
    cue = "told" if "told" in text else "said"
    found = attribute(text, "a senior official", cue, "The minister will leave on Friday", OFFICIAL, *chain)
    return report_of(text, found)


def test_an_unnamed_source_fires():
    """A claim that rests on an unnamed source alone asks for a look."""
    assert fired("CA201", unnamed()) == ["a senior official"]
    assert fired("CA202", unnamed()) == ["a senior official"]
    assert fired("CA205", unnamed()) == []


def test_an_unnamed_source_at_second_hand_is_another_matter():
    """Another outlet's unnamed source is told as such, and not as one's own."""
    report = unnamed(SECOND_HAND, BLOOMBERG)

    assert fired("CA205", report) == ["a senior official"]
    assert fired("CA201", report) == []
    assert fired("CA202", report) == []


def test_a_source_of_the_publisher_itself_counts_as_first_hand():
    """What an unnamed source told the publisher is the publisher's own unnamed source."""
    own = Source(SourceType.OUTLET, "Bloomberg News", outlet="bloomberg", is_self=True)

    assert fired("CA201", unnamed(SECOND_HAND, own)) == ["a senior official"]
    assert fired("CA205", unnamed(SECOND_HAND, own)) == []


@pytest.mark.parametrize(
    "reason",
    [
        "The official spoke on condition of anonymity because the decision was not public.",
        "The official asked not to be named, citing the sensitivity of the talks.",
        "The official was not authorized to speak to reporters.",
        "The official feared retaliation from the palace.",
        "He spoke on the condition of anonymity to discuss the talks.",
        "The official, who wasn't authorised to comment, left early.",
    ],
)
def test_a_reason_anywhere_explains(reason):
    """One reason anywhere in the article is enough."""
    assert fired("CA202", unnamed(f"{LEAVES} {reason}")) == []


@pytest.mark.parametrize(
    "text", ["He spoke on condition of anonymity.", "The official asked not to be named.", "An anonymous caller rang."]
)
def test_anonymity_alone_is_no_reason(text):
    """To say that a source is anonymous does not say why."""
    assert not gives_reason(text)


@pytest.mark.parametrize(("publisher", "is_told"), [(None, False), ("Newsmax", False), ("Bloomberg", True)])
def test_a_venue_that_the_reading_missed_is_no_source_of_ones_own(publisher, is_told):
    """Who "told Bloomberg" spoke to Bloomberg, in whichever chain that stands; in Bloomberg it spoke to the publisher."""
    text = "A senior official told Bloomberg News that the minister will leave."
    found = attribute(text, "A senior official", "told", "the minister will leave", OFFICIAL)
    report = report_of(text, found, mentions=[("Bloomberg News", "bloomberg")], publisher=publisher)

    assert bool(fired("CA201", report)) is is_told


def test_one_complaint_an_article_that_nothing_explains():
    """The missing reason is told once, at the first unnamed source."""
    text = f"{LEAVES} Nobody knows who follows, an aide said."
    found = (
        attribute(text, "a senior official", "said", "The minister will leave on Friday", OFFICIAL),
        attribute(text, "an aide", "said", "Nobody knows who follows", Source(SourceType.ANONYMOUS, "an aide")),
    )

    assert fired("CA202", report_of(text, *found)) == ["a senior official"]


def hedged(text, cue, content):
    """Return the report of *text* with one sourceless hedge."""
    return report_of(text, attribute(text, "", cue, content, NOBODY))


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The singer reportedly left the band.", "reportedly"),
        ("It is believed that the ship sank.", "It is believed"),
        ("The ship is said to have sunk.", "is said to"),
        ("There are rumours that the ship sank.", "There are rumours"),
        ("The mayor is accused of taking gifts.", "is accused of"),
    ],
)
def test_hedges_fire(text, cue):
    """Words that attribute to nobody are told."""
    assert fired("CA203", hedged(text, cue, text.rpartition(" ")[2].rstrip(".")))


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The bill is expected to pass.", "is expected to"),
        ("The film is considered a classic.", "is considered"),
        ("The album is known as a classic.", "is known as"),
    ],
)
def test_expectations_are_quiet(text, cue):
    """What everybody expects hides no source that an editor would ask for."""
    assert fired("CA203", hedged(text, cue, text.rpartition(" ")[2].rstrip("."))) == []


def test_a_named_source_in_the_sentence_quiets_a_hedge():
    """Inside what a named source says, the hedge is that source's."""
    text = "The singer reportedly left the band, Ana Ruiz said."
    found = (
        attribute(text, "", "reportedly", "left the band", NOBODY, PERSON, within=1),
        attribute(text, "Ana Ruiz", "said", "The singer reportedly left the band", PERSON),
    )

    assert fired("CA203", report_of(text, *found)) == []


def test_allegedly_is_quiet_beside_the_police():
    """Readers see whose allegation it is."""
    text = "Police arrested a man on Monday. He allegedly broke into the shop."

    assert fired("CA203", hedged(text, "allegedly", "broke into the shop")) == []


def test_allegedly_fires_where_nobody_accuses():
    """Nothing near tells whose allegation it is."""
    text = "The tour went on. The drummer allegedly took the money."

    assert fired("CA203", hedged(text, "allegedly", "took the money")) == ["allegedly"]


def critics(text, source="Critics", *more):
    """Return the report of what *source* says in *text*."""
    return report_of(text, attribute(text, source, "say", "the plan will fail", CRITICS), *more)


def test_critics_fire():
    """A group that nobody could ask, with nobody named near."""
    assert fired("CA203", critics("Critics say the plan will fail. Rain is coming.")) == ["Critics say"]


@pytest.mark.parametrize(
    "source", ["Critics of the mayor", "Analysts at Citi", "Three experts", "Some voters in Ohio", "Residents"]
)
def test_described_groups_are_quiet(source):
    """A group that is told who it is, or could be asked, is a source."""
    assert fired("CA203", critics(f"{source} say the plan will fail.", source)) == []


def test_critics_who_are_named_next_are_quiet():
    """A summary before its sources is how articles are written."""
    text = "Critics say the plan will fail. It is a gift, Ana Ruiz said."

    assert fired("CA203", critics(text, "Critics", attribute(text, "Ana Ruiz", "said", "It is a gift", PERSON))) == []


def test_hedges_in_quotations_are_the_speakers():
    """What stands between quotation marks is somebody's own words."""
    text = 'One sign read "The mayor reportedly left town last night for good" in red.'

    assert fired("CA203", hedged(text, "reportedly", "left town last night")) == []


@pytest.mark.parametrize("source", ["media reports", "local press", "several news outlets", "news reports", "local media"])
def test_outlets_without_a_name_fire(source):
    """News organisations in general are no source that can be looked up."""
    text = f"The bridge was closed, according to {source}."

    assert fired("CA204", report_of(text, attribute(text, source, "according to", "The bridge was closed", NOBODY))) == [source]


@pytest.mark.parametrize(
    "source", ["police reports", "weather reports", "Chinese state media", "the Press Association", "a UN report"]
)
def test_other_reports_are_quiet(source):
    """Reports of others than the press, and a press that is told whose it is, are no vague outlets."""
    text = f"The bridge was closed, according to {source}."

    assert fired("CA204", report_of(text, attribute(text, source, "according to", "The bridge was closed", NOBODY))) == []


@pytest.mark.parametrize(
    ("source", "is_told"),
    [
        ("a senior official", True),
        ("sources", True),
        ("people familiar with the matter", True),
        ("an aide", True),
        ("a passer-by", False),
        ("one user", False),
        ("a reporter", False),
        ("a spokeswoman", False),
        ("media sources", False),
    ],
)
def test_only_insiders_are_kept_unnamed(source, is_told):
    """Newsrooms promise anonymity to people on the inside; a passer-by without a name is none of them."""
    text = f"The minister will leave on Friday, {source} said."
    report = report_of(
        text, attribute(text, source, "said", "The minister will leave on Friday", Source(SourceType.ANONYMOUS, source))
    )

    assert fired("CA201", report) == ([source] if is_told else [])


def test_a_newcomer_who_is_named_next_is_quiet():
    """A story opens with an official whose name the next sentence gives."""
    text = "The minister will leave on Friday, an official said. It is time, Paul Vance added."
    found = (
        attribute(text, "an official", "said", "The minister will leave on Friday", Source(SourceType.ANONYMOUS, "an official")),
        attribute(text, "Paul Vance", "added", "It is time", Source(SourceType.PERSON, "Paul Vance")),
    )

    assert fired("CA201", report_of(text, *found)) == []


def test_a_question_gives_no_information():
    """Who asks something, or declines to, vouches for nothing."""
    text = "A senior official asked what the plan was."
    found = attribute(text, "A senior official", "asked", "what the plan was", OFFICIAL)

    assert fired("CA201", report_of(text, found)) == []


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        pytest.param("Others say the plan will fail.", "Others", "say", id="others than those before"),
        pytest.param("Some say they hear echoes of the past.", "Some", "say", id="people met before"),
        pytest.param("Many have trouble finding work.", "Many", "have trouble", id="no speech"),
    ],
)
def test_some_who_were_met_before_are_quiet(text, source, cue):
    """A bare "some" at the start of a sentence goes on about people of the sentence before."""
    content = text[text.index(cue) + len(cue) + 1 : -1]

    assert fired("CA203", report_of(text, attribute(text, source, cue, content, Source(SourceType.GROUP, source)))) == []


def test_some_in_passing_fires():
    """A bare "some say" in passing names nobody at all."""
    text = "The law, some say, will never work."
    found = attribute(text, "some", "say", "will never work", Source(SourceType.GROUP, "some"))

    assert fired("CA203", report_of(text, found)) == ["some say"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param(
            "A senior intelligence official told Fox News that the bank would fail. The official said the chairman knew.",
            {"CA205"},
            id="goes on from another outlet's sources",
        ),
        pytest.param(
            "The bank will fail, two sources said. One source said the chairman knew.",
            {"CA201", "CA202"},
            id="goes on from sources of its own",
        ),
        pytest.param(
            "An adviser, who spoke on the condition of anonymity to speak freely, said the vote would be close. Ana Ruiz said it was hard.",
            {"CA201"},
            id="the mark stands after the source",
        ),
        pytest.param("The vote will be close, people close to Hollis said.", {"CA201", "CA202"}, id="close to a name"),
    ],
)
def test_who_heard_an_unnamed_source(text, codes):
    """The outlet of the sentence before goes with its sources; a promise of anonymity tells a source wherever it stands."""
    found = {finding.code for finding in audit(text).findings if finding.code.startswith("CA20")}

    assert found == codes


def test_whoever_stands_behind_by_is_not_the_one_who_says_so():
    """A group that an aide started reports, not the aide."""
    text = "A group started by a former aide has reported that it spent little."
    found = attribute(text, "a former aide", "reported", "it spent little", Source(SourceType.ANONYMOUS, "a former aide"))

    assert fired("CA201", report_of(text, found)) == []


SCENES = [
    pytest.param("The door flew open. “Hands up!” an officer shouted. The man froze.", [], id="shouted"),
    pytest.param(
        "“Hands up!” an officer shouted. The man froze, and his dog ran off. “You are safe,” an officer told the girl.",
        [],
        id="goes on in the scene",
    ),
    pytest.param("“The mine was never inspected,” an officer of the company said.", ["an officer of the company"], id="said"),
    pytest.param(
        "“Leave the room!” a senior official shouted. “The mine was never inspected,” a senior official said on Monday.",
        ["a senior official"],
        id="an official has more to say",
    ),
]


@pytest.mark.parametrize(("text", "told"), SCENES)
def test_words_spoken_in_a_scene_are_no_sources(text, told):
    """What somebody shouts where the article tells what went on was said to no reporter, whoever said it."""
    assert [f.span.of(text) for f in audit(text).findings if f.code == "CA201"] == told


SUPPOSED = [
    pytest.param("Imagine that the minister had been told by an anonymous aide that the vote was lost.", False, id="imagine"),
    pytest.param(
        "The clerk would then have claimed that he was told by an anonymous aide that the vote was lost.", False, id="would have"
    ),
    pytest.param("Since he would have to go, the clerk wept, a senior official said.", True, id="would have to"),
    pytest.param("The deal would have cost three billion, a senior official said.", True, id="what the source tells"),
    pytest.param("A senior official said that the deal would have cost three billion.", True, id="told after"),
]


@pytest.mark.parametrize(("text", "is_told"), SUPPOSED)
def test_a_source_that_is_only_thought_up_is_none(text, is_told):
    """Where the telling is supposed nobody has told anything; where a source tells what might have been, it has."""
    assert any(finding.code == "CA201" for finding in audit(text).findings) is is_told


NEWCOMERS = [
    pytest.param(
        "A congressman said on Friday that he would run. Paul Vance, a farmer, will challenge Ana Ruiz.", False, id="named"
    ),
    pytest.param("A congressman said on Friday that the vote was lost. The seat is empty.", True, id="never named"),
]


@pytest.mark.parametrize(("text", "is_told"), NEWCOMERS)
def test_a_newcomer_is_named_by_the_opening_of_the_next_sentence(text, is_told):
    """A story opens with a congressman, and the next sentence begins with his name, whether he speaks in it or not."""
    assert any(finding.code == "CA201" for finding in audit(text).findings) is is_told


GOING_ON = [
    pytest.param("The town burned, the Boston Globe reported.\n\nThe mayor reportedly left by night.", [], id="the mayor"),
    pytest.param("According to Reuters, one clerk fled.\n\nAnother reportedly hid in a barn.", [], id="another"),
    pytest.param(
        "The town burned, the Boston Globe reported.\n\nSix shops reportedly closed for good.", ["reportedly"], id="something new"
    ),
    pytest.param(
        "The town burned, the Boston Globe reported.\n\nRain fell.\n\nThe mayor reportedly left by night.",
        ["reportedly"],
        id="two paragraphs on",
    ),
    pytest.param("The theft was reported to the FBI by a neighbour.", [], id="reported to somebody"),
    pytest.param("The plane was reported to have sunk in the lake.", ["was reported to"], id="reported to have"),
]


@pytest.mark.parametrize(("text", "told"), GOING_ON)
def test_a_hedge_that_goes_on_from_an_outlet_is_the_outlets(text, told):
    """Web pages break the paragraph after every sentence; a hedge about the same people still rests on the outlet before it."""
    assert [f.span.of(text) for f in audit(text).findings if f.code == "CA203"] == told


HEARD_LATER = [
    pytest.param(
        "The vote is lost, a source said. Rain fell. The minister fled, the source told Bloomberg News.",
        ["CA205", "CA205"],
        id="the source",
    ),
    pytest.param(
        "The vote is lost, a source said. The minister fled, another source told Bloomberg News.",
        ["CA201", "CA205"],
        id="another",
    ),
    pytest.param(
        "The vote is lost, a senior aide said. The minister fled, the source told Bloomberg News.",
        ["CA201", "CA205"],
        id="no such word",
    ),
]


@pytest.mark.parametrize(("text", "codes"), HEARD_LATER)
def test_the_outlet_that_heard_the_source_may_be_named_later(text, codes):
    """A story may credit the agency with the second word of its source; the first is the agency's as well."""
    found = [finding for finding in audit(text).findings if finding.code in {"CA201", "CA205"}]

    assert [finding.code for finding in sorted(found, key=lambda finding: finding.span)] == codes


def test_reports_that_quote_sources_are_no_source_of_ones_own():
    """What other reports are said to quote is theirs, whoever they quote."""
    text = "Some lawmakers pressed him to run, according to several published reports that quoted unnamed sources."

    assert [finding for finding in audit(text).findings if finding.code in {"CA201", "CA202"}] == []


OFFICES = [
    pytest.param(
        "The masks are gone, officials at the hospital said. The theft is “regrettable,” an official said.",
        False,
        id="a hospital",
    ),
    pytest.param(
        "The plane landed at six, an airport official said. Ten men came home, the officials said.", False, id="an airport"
    ),
    pytest.param(
        "The vote will be lost, an official said. Ministers are split, senior White House officials said.", True, id="insiders"
    ),
    pytest.param(
        "Ministers are split, two officials briefed on the matter said. The officials said the vote was close. It is lost, an official said.",
        True,
        id="unnamed officials",
    ),
    pytest.param("The vote will be lost, a senior official said. The officials said so twice.", True, id="of rank"),
]


@pytest.mark.parametrize(("text", "is_asked"), OFFICES)
def test_who_speaks_for_an_office_asked_for_no_anonymity(text, is_asked):
    """Where a hospital or an airport gives its account, nobody needs to say why its official has no name."""
    assert any(finding.code == "CA202" for finding in audit(text).findings) is is_asked


def test_quoted_words_behind_a_source_are_not_its_noun():
    """A bill that protects "sources" is no unnamed source."""
    text = "The bill would add — according to the notes of the council — “a duty to protect journalistic sources”."

    assert [finding.code for finding in audit(text).findings if finding.code in {"CA201", "CA202"}] == []
