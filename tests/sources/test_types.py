"""Who a source is, by its words alone."""

from __future__ import annotations

import pytest

from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.model.relations import SourceType
from citeaudit.sources.names import gender_of, titles_table
from citeaudit.sources.persons import is_place_or_thing
from citeaudit.sources.types import tell_type

NOUNS = read_table(shipped_table("citeaudit.lexicon", "source_nouns.tsv"), ("noun", "type", "unnamed", "example"))
MARKS = read_table(shipped_table("citeaudit.lexicon", "anonymous.tsv"), ("mark", "example"))
VAGUE = read_table(shipped_table("citeaudit.lexicon", "vague.tsv"), ("phrase", "example"))
TITLES = read_table(shipped_table("citeaudit.lexicon", "titles.tsv"), ("title", "gender", "example"))
NAMES = read_table(shipped_table("citeaudit.lexicon", "first_names.tsv"), ("name", "gender", "example"))

BODIES = read_table(shipped_table("citeaudit.lexicon", "body_words.tsv"), ("word", "kind", "example"))
NAME_WORDS = read_table(shipped_table("citeaudit.lexicon", "name_words.tsv"), ("word", "kind", "example"))
ROLES = read_table(shipped_table("citeaudit.lexicon", "role_nouns.tsv"), ("role", "nouns", "example"))

PHRASES = [
    ("Ana Ruiz", SourceType.PERSON),
    ("he", SourceType.PERSON),
    ("the mayor, Ana Ruiz,", SourceType.PERSON),
    ("a spokesman for the company", SourceType.ORGANISATION),
    ("the Fisheries Ministry", SourceType.ORGANISATION),
    ("the White House", SourceType.ORGANISATION),
    ("the FBI", SourceType.ORGANISATION),
    ("the company", SourceType.ORGANISATION),
    ("a study published on Monday", SourceType.DOCUMENT),
    ("the lawsuit", SourceType.DOCUMENT),
    ("officials", SourceType.GROUP),
    ("three officials", SourceType.GROUP),
    ("analysts at Citi", SourceType.GROUP),
    ("critics", SourceType.GROUP),
    ("a senior official", SourceType.ANONYMOUS),
    ("a source", SourceType.ANONYMOUS),
    ("police sources", SourceType.ANONYMOUS),
    ("people familiar with the matter", SourceType.ANONYMOUS),
    ("an aide, speaking on condition of anonymity", SourceType.ANONYMOUS),
    ("some", SourceType.VAGUE),
    ("media reports", SourceType.VAGUE),
    ("Italian media", SourceType.VAGUE),
]


@pytest.mark.parametrize(("words", "expected"), PHRASES, ids=[case[0] for case in PHRASES])
def test_the_type_of_a_phrase(words, expected):
    """The type follows from the noun, its number, and marks of anonymity."""
    assert tell_type(words).type is expected


@pytest.mark.parametrize("row", BODIES, ids=[row[0] for row in BODIES])
def test_a_word_makes_a_name_one_of_a_body(row):
    """Each word of the table does so in its own example, and its kind is one that the code asks for."""
    word, kind, example = row

    assert word in example.casefold().split()
    assert kind in {"firm", "state_body", "other"}
    assert tell_type(example) == (SourceType.ORGANISATION, "", True)


@pytest.mark.parametrize("row", NOUNS, ids=[row[0] for row in NOUNS])
def test_a_noun_reads_as_its_row_says(row):
    """Each noun of the table has its type in its own example."""
    noun, type_, _, example = row

    assert tell_type(example) == (SourceType(type_), noun, False)


@pytest.mark.parametrize("row", MARKS, ids=[row[0] for row in MARKS])
def test_a_mark_makes_a_source_anonymous(row):
    """Each mark does so in its own example."""
    mark, example = row

    assert mark in example
    assert tell_type(example).type is SourceType.ANONYMOUS


@pytest.mark.parametrize("row", VAGUE, ids=[row[0] for row in VAGUE])
def test_a_vague_phrase_names_nobody(row):
    """Each phrase stands in its example, and is nobody."""
    phrase, example = row

    assert phrase in example.casefold()
    assert tell_type(phrase).type is SourceType.VAGUE


@pytest.mark.parametrize("row", TITLES, ids=[row[0] for row in TITLES])
def test_a_title_tells_its_gender_or_none(row):
    """Each title stands in its example."""
    title, gender, example = row

    assert title in example.casefold()
    assert titles_table()[title] == gender


@pytest.mark.parametrize("row", NAMES, ids=[row[0] for row in NAMES])
def test_a_first_name_tells_its_gender(row):
    """Each name does in its example."""
    name, gender, example = row

    assert example.split()[0] == name
    assert gender_of(example) == gender


@pytest.mark.parametrize(
    "table",
    [NOUNS, MARKS, VAGUE, TITLES, NAMES, NAME_WORDS, ROLES],
    ids=["nouns", "anonymous", "vague", "titles", "first names", "name words", "roles"],
)
def test_tables_are_sorted_and_say_each_thing_once(table):
    """The first cells rise."""
    cells = [row[0] for row in table]

    assert cells == sorted(set(cells))


@pytest.mark.parametrize("row", NAME_WORDS, ids=[row[0] for row in NAME_WORDS])
def test_a_word_makes_a_name_none_of_a_person(row):
    """Each stands in its example, as a place, a thing, or a body whose initials spell a small word."""
    word, kind, example = row

    assert word in example
    assert kind in {"place", "thing", "body"}
    assert is_place_or_thing(["Old", word])


@pytest.mark.parametrize("row", ROLES, ids=[row[0] for row in ROLES])
def test_the_bearer_of_a_role_is_called_otherwise(row):
    """The example's noun is one of those that the row gives to the role."""
    role, nouns, example = row

    assert role in example.casefold()
    assert any(f"the {noun} said" in example.casefold() for noun in (*nouns.split("|"), "first lady"))
