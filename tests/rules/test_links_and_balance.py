"""CA4, CA5 and CA6: links, the article as a whole, and marks that do not pair."""

from __future__ import annotations

import pytest
from rules.reports import BLOOMBERG, MINISTRY, PERSON, XINHUA, attribute, fired, moved, report_of

from citeaudit.model.relations import Role, Source, SourceType

REPORTED = "The mayor will resign, The Boston Globe reported. The council meets on Monday."
GLOBE_URL = "https://www.bostonglobe.com/news/mayor"
GLOBE = Source(SourceType.OUTLET, "The Boston Globe", outlet="the-boston-globe", role=Role.REPORTER)
TIMES_URL = "https://www.nytimes.com/2025/mayor.html"


def reported(**links):
    """Return the report of a claim by The Boston Globe, with *links* on words of the text."""
    found = attribute(REPORTED, "The Boston Globe", "reported", "The mayor will resign", GLOBE)
    return report_of(REPORTED, found, links=links)


@pytest.mark.parametrize(
    ("links", "unlinked", "mismatched"),
    [
        pytest.param({}, [], [], id="an input without links is left alone"),
        pytest.param({"reported": GLOBE_URL}, [], [], id="linked"),
        pytest.param({"Monday": "https://council.example/"}, ["The Boston Globe"], [], id="only another link"),
        pytest.param({"reported": TIMES_URL}, ["The Boston Globe"], ["reported"], id="another outlet's site"),
        pytest.param({"reported": "https://t.co/x"}, ["The Boston Globe"], [], id="no outlet's site"),
        pytest.param({"reported": "http://["}, ["The Boston Globe"], [], id="no address at all"),
        pytest.param({"resign": GLOBE_URL}, [], [], id="linked in the paragraph"),
        pytest.param({"council": TIMES_URL}, ["The Boston Globe"], [], id="another claim's link"),
    ],
)
def test_links(links, unlinked, mismatched):
    """A credit wants a link to its own outlet, and never one to another's."""
    assert fired("CA401", reported(**links)) == unlinked
    assert fired("CA402", reported(**links)) == mismatched


def test_an_agency_may_be_linked_at_a_client():
    """A news agency's story is often linked where a client printed it."""
    found = attribute(
        text := "The mayor will resign, Bloomberg News reported.", "Bloomberg News", "reported", "The mayor", BLOOMBERG
    )

    assert fired("CA402", report_of(text, found, links={"reported": TIMES_URL})) == []


def five(*sources):
    """Return the report of five claims, said by *sources* in turn."""
    contents = ["The bridge is closed", "Repairs will last", "Traffic is slow", "Costs are unknown", "Shops are empty"]
    who = [sources[index % len(sources)] for index in range(5)]
    text = " ".join(f"{content}, {source.name} said." for content, source in zip(contents, who, strict=True))
    found, end = [], 0
    for content, source in zip(contents, who, strict=True):
        start = text.index(content, end)
        piece = text[start:]
        attribution = attribute(piece, source.name, "said", content, source)
        found.append(moved(attribution, start))
        end = start + len(content)
    return report_of(text, *found)


def test_one_source_for_everything():
    """Five claims of one ministry rest on one source; a second voice ends it."""
    assert len(fired("CA502", five(MINISTRY))) == 1
    assert len(fired("CA502", five(BLOOMBERG))) == 1
    assert fired("CA502", five(MINISTRY, PERSON)) == []
    assert fired("CA502", five(MINISTRY), minimum_claims=6) == []


def test_concentration_needs_its_setting():
    """One outlet may carry as much as was allowed."""
    report = five(BLOOMBERG, BLOOMBERG, XINHUA)

    assert len(fired("CA503", report, maximum_outlet_share=0.6)) == 1
    assert fired("CA503", report, maximum_outlet_share=0.8) == []
    assert fired("CA503", report) == []


def test_low_attribution_needs_its_setting():
    """The least share is the user's."""
    report = report_of("The bridge is closed. Repairs last. Traffic is slow. Costs rise. Shops are empty.")

    assert len(fired("CA501", report, minimum_attributed=0.5)) == 1
    assert fired("CA501", report, minimum_attributed=0) == []
    assert fired("CA501", report) == []
    assert fired("CA501", five(MINISTRY), minimum_attributed=1.0) == []


def test_denied_and_allowed_outlets():
    """An outlet on the deny list, or off the allow list, may not be relied on; names and ids will do."""
    report = five(BLOOMBERG)

    assert len(fired("CA504", report, denied_outlets=("bloomberg",))) == 5
    assert len(fired("CA504", report, denied_outlets=("Bloomberg News",))) == 5
    assert fired("CA504", report, denied_outlets=("xinhua",)) == []
    assert fired("CA504", report, allowed_outlets=("bloomberg",)) == []
    assert len(fired("CA504", report, allowed_outlets=("xinhua",))) == 5


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("The talks will go on, Xinhua said.", True),
        ("The talks will go on, the state news agency Xinhua said.", False),
        ("The talks will go on, Xinhua said. Xinhua is run by the state: a state-owned agency.", False),
    ],
)
def test_state_media_want_a_label(text, is_told):
    """An outlet of a state is told as such once, anywhere."""
    found = attribute(text, "Xinhua", "said", "The talks will go on", XINHUA)
    mentions = [("Xinhua", "xinhua")] if text.count("Xinhua") == 1 else [("Xinhua is", "xinhua")]

    assert fired("CA505", report_of(text, found, mentions=mentions)) == (["Xinhua"] if is_told else [])


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ('"We will appeal, Ana Ruiz said.', True),
        ('"We will appeal," Ana Ruiz said.', False),
        ("“We will appeal.\n“And we will win,” Ana Ruiz said.", False),
    ],
)
def test_marks_pair(text, is_told):
    """A quotation may run over paragraphs, each opened anew; otherwise it closes in its own."""
    assert bool(fired("CA601", report_of(text))) is is_told
