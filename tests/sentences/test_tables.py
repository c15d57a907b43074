"""The tables of this stage: every row's example comes out as the row says, in order and without doubles."""

from __future__ import annotations

import pytest

from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.model.relations import SentenceKind
from citeaudit.sentences.boundaries import find_boundaries
from citeaudit.sentences.datelines import find_datelines
from citeaudit.sentences.kinds import tell_kinds
from citeaudit.sentences.words import Abbreviation, WordRole

COLUMNS = {
    "abbreviations.tsv": ("form", "kind", "example"),
    "sentence_words.tsv": ("word", "role", "example"),
    "boilerplate.tsv": ("pattern", "kind", "where", "signs", "example"),
    "wires.tsv": ("name", "outlet", "example"),
}


def rows(name):
    """Return the rows of a table."""
    return read_table(shipped_table("citeaudit.lexicon", name), COLUMNS[name])


@pytest.mark.parametrize(("form", "kind", "example"), rows("abbreviations.tsv"))
def test_abbreviations(form, kind, example):
    """The example holds the abbreviation and is cut at its marks, so that the kind does what it says."""
    text = example.replace("⏐", "")

    assert f"{form}." in text
    assert kind in set(Abbreviation)
    assert [piece.strip() for piece in example.split("⏐")] == [sentence.span.of(text) for sentence in find_boundaries(text)]


@pytest.mark.parametrize(("word", "role", "example"), rows("sentence_words.tsv"))
def test_words_beside_stops(word, role, example):
    """The example holds the word and is cut at its marks."""
    text = example.replace("⏐", "")

    assert word in text
    assert role in set(WordRole)
    assert [piece.strip() for piece in example.split("⏐")] == [sentence.span.of(text) for sentence in find_boundaries(text)]


@pytest.mark.parametrize(("pattern", "kind", "where", "signs", "example"), rows("boilerplate.tsv"))
def test_phrases_of_kinds(pattern, kind, where, signs, example):
    """The example, at the end of an article, is of the row's kind, and shows one of the signs by which the row is looked for."""
    text = f"The council met on Monday.\nIt shut the bridge.\nNobody spoke.\n{example}"
    sentences = tell_kinds(text, find_boundaries(text))

    assert pattern
    assert any(sign.replace("_", " ") in f"^{example} ^{example[:1].isdecimal() * '#'}" for sign in signs.split())
    assert where in {"start", "paragraph", "anywhere", "end"}
    assert kind == sentences[-1].kind
    assert [sentence.kind for sentence in sentences[:3]] == [SentenceKind.STATEMENT] * 3


@pytest.mark.parametrize(("name", "outlet", "example"), rows("wires.tsv"))
def test_wires_of_datelines(name, outlet, example):
    """The example's dateline names the agency."""
    (dateline,) = find_datelines(example, tell_kinds(example, find_boundaries(example)))

    assert name in example
    assert outlet == dateline.wire


@pytest.mark.parametrize("name", COLUMNS)
def test_rows_are_sorted_and_unlike(name):
    """No row says again what another says, and order keeps differences small."""
    keys = [tuple(row[:2]) for row in rows(name)]
    unsorted_by = {"abbreviations.tsv": 0, "sentence_words.tsv": 1, "boilerplate.tsv": 1, "wires.tsv": 0}[name]
    column = [key[unsorted_by] for key in keys]

    assert len(keys) == len(set(keys))
    assert column == sorted(column)
