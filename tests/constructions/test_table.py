"""The tables of constructions: each example is read as marked, by its own row; each quiet text stays quiet."""

from __future__ import annotations

import pytest
from notation import field_of, unmarked

from citeaudit import Article, Config, audit
from citeaudit.constructions.framing import found_at_outlets
from citeaudit.constructions.grammar import NEARER, read_rows, shipped_rows
from citeaudit.constructions.matcher import find_at_outlets, find_readings, near_misses_of
from citeaudit.constructions.readings import attribution_of
from citeaudit.errors import ConfigError
from citeaudit.model.relations import SourceType
from citeaudit.sources.references import CITING

ROWS = shipped_rows()
EXAMPLES = [(row, example) for row in ROWS if not row.is_negative and not row.is_at_outlet for example in row.examples]
AT_OUTLETS = [(row, example) for row in ROWS if not row.is_negative and row.is_at_outlet for example in row.examples]
QUIET = [(row, text) for row in ROWS for text in row.quiet]
NEGATIVE = [(row, example) for row in ROWS if row.is_negative and not row.is_at_outlet for example in row.examples]
HIDING = [(row, example) for row in ROWS if row.is_negative and row.is_at_outlet for example in row.examples]
TWO = "  because  why\n  example  <It rained>, [he] {said}.\n  example  <It rained>, [she] {said}.\n  quiet    It rained.\n  quiet    He said.\n"


def words_of(text, spans):
    """Return the words of *spans* in *text*, loose commas left out."""
    return [span.of(text).strip(" ,") for span in spans]


@pytest.mark.parametrize(("row", "example"), EXAMPLES, ids=[f"{row.name}: {example[:60]}" for row, example in EXAMPLES])
def test_an_example_is_read_by_its_row(row, example):
    """Source, cue, content and outlets are the words that it marks, and no other row is heard before."""
    text, marked = unmarked(example)
    field = field_of(text)
    (found,) = [attribution_of(field, reading) for reading in find_readings(field) if reading.row is row]
    outlets = [link.span.of(text) for link in found.chain]

    assert words_of(text, found.cue) == marked["cue"]
    assert words_of(text, found.content) == marked["content"]
    if marked["source"]:
        assert words_of(text, found.source) == marked["source"]
    assert len(marked["outlet"]) == bool(outlets)
    assert all(any(outlet in whole or whole in outlet for whole in outlets) for outlet in marked["outlet"])


@pytest.mark.parametrize(("row", "example"), AT_OUTLETS, ids=[f"{row.name}: {example[:60]}" for row, example in AT_OUTLETS])
def test_an_example_at_an_outlet_is_read_by_its_row(row, example):
    """The outlet, what says so, and the content of a report are the words that it marks; a further link has no content."""
    text, marked = unmarked(example)
    field = field_of(text)
    found = found_at_outlets(field, [reading for reading in find_at_outlets(field) if reading.row is row])
    (outlet,) = marked["outlet"]

    assert len(found.wrappers) + len(found.links) == 1
    for report in found.wrappers:
        assert words_of(text, report.cue) == marked["cue"]
        assert words_of(text, report.content) == marked["content"]
        assert outlet in report.source[0].of(text) or report.source[0].of(text) in outlet
    for link in found.links:
        assert not marked["content"]
        assert all(cue in link.cue.of(text) for cue in marked["cue"])
        assert link.cue.of(text).startswith(marked["cue"][0])
        assert outlet in link.place.of(text) or link.place.of(text) in outlet


@pytest.mark.parametrize(("row", "example"), HIDING, ids=[example for _, example in HIDING])
def test_a_negative_row_at_an_outlet_hides_the_rows_of_its_table(row, example):
    """None of them reads the outlet."""
    field = field_of(unmarked(example)[0])

    assert not [reading for reading in find_at_outlets(field) if reading.row.family == row.family]
    assert find_at_outlets(field, (row,)) == []


@pytest.mark.parametrize(("row", "text"), QUIET, ids=[f"{row.name}: {text[:60]}" for row, text in QUIET])
def test_a_quiet_text_is_not_read_by_the_row(row, text):
    """The row does not fit, or a negative row before it is heard."""
    field = field_of(unmarked(text)[0])

    assert row not in [reading.row for reading in (*find_readings(field), *find_at_outlets(field))]


@pytest.mark.parametrize(("row", "example"), NEGATIVE, ids=[example for _, example in NEGATIVE])
def test_a_negative_row_hides_what_comes_after_it(row, example):
    """Nothing is read at its trigger."""
    text, marked = unmarked(example)

    assert not [
        r for r in find_readings(field_of(text)) if text[field_of(text).words.start[r.trigger] :].startswith(marked["cue"][0])
    ]


def test_names_are_used_once():
    """A row's name is its evidence, so two rows cannot share one."""
    assert len({row.name for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("a | NP:source {@say}:cue THAT_CLAUSE:content\n  because x\n", "two examples"),
        ("a | NP:source @say:cue THAT_CLAUSE:content\n" + TWO, "0 triggers"),
        ("a | NP:source {@sing}:cue THAT_CLAUSE:content\n" + TWO, "no word has the class @sing"),
        ("a | NP:speaker {@say}:cue THAT_CLAUSE:content\n" + TWO, "cannot read"),
        ("a | VP:source {@say}:cue THAT_CLAUSE:content\n" + TWO, "no phrase VP"),
        ("a | NP:source {@say}:cue THAT_CLAUSE:content\n  beware x\n" + TWO, "unknown line 'beware'"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused(table, says):
    """The message names the table, the row and what is wrong."""
    with pytest.raises(ConfigError, match=f"x.cxn.*a.*{says}|x.cxn: a: {says}"):
        read_rows(table, "x.cxn")


def test_a_miss_tells_the_nearest_row_and_where_it_stopped():
    """So that whoever wonders why nothing was read sees which element is missing."""
    (miss,) = near_misses_of(field_of("Brady told the committee about the wall."))

    assert miss.row.startswith("told")
    assert miss.failed == "HEARER" or "THAT" in miss.failed


def test_references_know_the_row_whose_outlet_stands_nearer():
    """Of "Ruiz said, citing Reuters" the chain begins with Reuters; the stage that names sources knows the row by its evidence."""
    rows = [row for row in ROWS if any(element.role == NEARER for element in (*row.left, row.trigger, *row.right))]

    assert [f"constructions.{row.name}" for row in rows] == [CITING]


@pytest.mark.parametrize(
    "text",
    [
        "The dam is dry, Ana Ruiz said, citing Bloomberg.",
        "The mayor said, citing CNN, that the dam was dry.",
        "“It is over,” Ana Ruiz said on Friday, citing a report in the Guardian.",
    ],
)
def test_a_cited_outlet_stands_before_who_cites_it(text):
    """The chain goes from the content outwards: what the outlet told is passed on by the speaker."""
    report = audit(Article(text), config=Config(check_language=False))

    assert [link.type for link in report.attributions[0].chain] == [SourceType.OUTLET, SourceType.PERSON]
