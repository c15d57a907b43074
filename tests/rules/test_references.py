"""CA3: who is meant, and at which hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rules.reports import BLOOMBERG, PERSON, attribute, fired, report_of

from citeaudit.model.relations import Level, Role, Source, SourceType

QUOTED = '"We will appeal in the autumn," Ana Ruiz told Bloomberg News.'


def test_a_quotation_through_an_outlet_is_second_hand():
    """The words reached the article through another outlet."""
    found = attribute(QUOTED, "Ana Ruiz", "told", '"We will appeal in the autumn,"', PERSON, replace(BLOOMBERG, role=Role.VENUE))

    assert fired("CA301", report_of(QUOTED, found)) == ['"We will appeal in the autumn,"']


def test_a_quotation_of_ones_own_is_quiet():
    """Neither a quotation without an outlet nor one given to the publisher itself is second hand."""
    alone = attribute(QUOTED, "Ana Ruiz", "told", '"We will appeal in the autumn,"', PERSON)
    own = attribute(QUOTED, "Ana Ruiz", "told", '"We will appeal in the autumn,"', PERSON, replace(BLOOMBERG, is_self=True))

    assert fired("CA301", report_of(QUOTED, alone)) == []
    assert fired("CA301", report_of(QUOTED, own)) == []


@pytest.mark.parametrize(
    ("source", "kind", "is_told"),
    [
        ("he", SourceType.PERSON, True),
        ("she", SourceType.PERSON, True),
        ("the newspaper", SourceType.OUTLET, True),
        ("the network", SourceType.OUTLET, True),
        ("they", SourceType.PERSON, False),
        ("the minister", SourceType.PERSON, False),
        ("it", SourceType.ORGANISATION, False),
    ],
)
def test_dangling_references(source, kind, is_told):
    """Only words that can refer to nothing but somebody named before are told; "they" and titles may stand alone."""
    text = f"The bridge will stay closed, {source} said."
    found = attribute(text, source, "said", "The bridge will stay closed", Source(kind, source, is_resolved=False))

    assert fired("CA302", report_of(text, found)) == ([source] if is_told else [])


def test_a_resolved_reference_is_quiet():
    """A pronoun with an antecedent is a source."""
    text = "Paul Vance came late. The bridge will stay closed, he said."
    found = attribute(text, "he", "said", "The bridge will stay closed", Source(SourceType.PERSON, "Paul Vance"))

    assert fired("CA302", report_of(text, found)) == []


def test_a_reference_inside_a_quotation_is_the_speakers():
    """A pronoun between quotation marks refers to what its speaker knows."""
    text = '"Then he said that the bridge will stay closed for years," Ana Ruiz said.'
    found = attribute(text, "he", "said", "the bridge", Source(SourceType.PERSON, "he", is_resolved=False))

    assert fired("CA302", report_of(text, found)) == []


def outlet(name, **more):
    """Return the report of a claim by an outlet that is written as *name*."""
    text = f"The mayor will resign, {name} reported. The vote was late, {name} reported."
    link = Source(SourceType.OUTLET, name, role=Role.REPORTER, **more)
    first = attribute(text, name, "reported", "The mayor will resign", link)
    return report_of(text, first)


def test_an_ambiguous_name_fires_once():
    """Several outlets are called the Times."""
    assert fired("CA303", outlet("the Times", is_resolved=False)) == ["the Times"]
    assert fired("CA304", outlet("the Times", is_resolved=False)) == []


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        pytest.param("The mayor will resign, Britain’s Express reported.", False, id="a country"),
        pytest.param("The mayor will resign, Springfield's Express reported.", False, id="a city"),
        pytest.param("The mayor will resign, Monday's Express reported.", True, id="a day"),
        pytest.param("The mayor will resign, the Express reported.", True, id="nobody's"),
    ],
)
def test_a_name_with_its_place_is_quiet(text, is_told):
    """Whose paper it is tells readers which is meant, when it came out does not."""
    found = attribute(
        text, "Express", "reported", "The mayor will resign", Source(SourceType.OUTLET, "Express", is_resolved=False)
    )

    assert fired("CA303", report_of(text, found)) == (["Express"] if is_told else [])


def test_an_abbreviation_that_is_spelled_out_is_quiet():
    """CNS is no riddle after its words in full, whichever outlet they are."""
    spelled = "Central Network Service told of it first. The mayor will resign, CNS reported."
    bare = "The mayor will resign, CNS reported."
    link = Source(SourceType.OUTLET, "CNS", role=Role.REPORTER, is_resolved=False)

    for text, is_told in ((spelled, False), (bare, True)):
        found = attribute(text, "CNS", "reported", "The mayor will resign", link)
        assert fired("CA303", report_of(text, found)) == (["CNS"] if is_told else [])


def test_a_name_in_full_is_quiet():
    """A resolved outlet is neither ambiguous nor unknown."""
    assert fired("CA303", outlet("Bloomberg News", outlet="bloomberg")) == []
    assert fired("CA304", outlet("Bloomberg News", outlet="bloomberg")) == []


def test_an_outlet_in_no_table_is_unknown():
    """What is cited like an outlet and stands in no table is told as a note."""
    assert fired("CA304", outlet("Grelling Valley Sentinelle")) == ["Grelling Valley Sentinelle"]
    assert fired("CA303", outlet("Grelling Valley Sentinelle")) == []


def test_the_publisher_citing_itself_is_circular():
    """Two titles of one house are one source."""
    assert fired("CA305", outlet("Bloomberg News", outlet="bloomberg", is_self=True)) == ["Bloomberg News"]
    assert fired("CA305", outlet("Bloomberg News", outlet="bloomberg")) == []


@pytest.mark.parametrize(("level", "words"), [(Level.REPORT, ["She"]), (Level.ATTITUDE, [])])
def test_only_what_looks_attributed_asks_who_is_meant(level, words):
    """What she said promises a source; what she wanted tells a wish, and attributes nothing."""
    text = "She held that the bridge would be closed."
    found = attribute(text, "She", "held", "the bridge", Source(SourceType.PERSON, "she", is_resolved=False), level=level)

    assert fired("CA302", report_of(text, found)) == words
