"""The table of words: sorted, each row with an example of its own, each class asked for somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import citeaudit
from citeaudit.constructions.grammar import shipped_rows
from citeaudit.lexicon.classes import class_names, classes_by_form, forms_of, words
from citeaudit.lexicon.tables import read_table, shipped_table

CODE = Path(citeaudit.__file__).parent
NEEDS = {"", "any", "clause", "quote", "words", "document"}


@pytest.mark.parametrize("word", words(), ids=[f"{word.word} ({word.kind})" for word in words()])
def test_a_word_stands_in_its_example(word):
    """One of its forms does, and it has a class or needs something as a cue."""
    assert any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", word.example.lower()) for form in word.forms), word
    assert word.classes or word.needs
    assert word.needs in NEEDS


def test_the_table_is_sorted_and_names_each_word_once():
    """By word, then kind."""
    rows = [(word.word, word.kind) for word in words()]

    assert rows == sorted(set(rows))


def test_no_cue_is_read_two_ways():
    """A form that needs something beside it belongs to one word."""
    forms = [form for word in words() if word.needs for form in word.forms]

    assert len(forms) == len(set(forms))


def test_every_class_is_asked_for():
    """By a row of a construction, or by the code; a class that nobody asks for is knowledge that does nothing."""
    asked = {name.partition("@")[2] for row in shipped_rows() for e in (*row.left, row.trigger, *row.right) for name in e.names}
    code = "\n".join(path.read_text(encoding="utf-8") for path in CODE.rglob("*.py"))
    idle = {
        name
        for name in class_names()
        if name not in asked and f'"{name}"' not in code and f"'{name}'" not in code and f"@{name}" not in code
    }

    assert not {name for name in idle if not name.endswith((".ing", ".ed"))}


def test_every_class_says_what_its_words_do():
    """One line each in ``classes.tsv``, in order; no line is about a class that no word has."""
    meanings = read_table(shipped_table("citeaudit.lexicon", "classes.tsv"), ("class", "what its words do"))
    names = [name for name, meaning in meanings if meaning]

    assert names == sorted({name.partition(".")[0] for name in class_names()})


def test_a_gerund_says_no_sentence_and_a_base_form_may_be_a_noun():
    """The form "saying" is @say.ing; "state" is no verb that stands before its speaker."""
    assert "say" not in classes_by_form()["saying"]
    assert "say.ing" in classes_by_form()["saying"]
    assert "invert" in classes_by_form()["stated"]
    assert "invert" not in classes_by_form()["state"]
    assert "front page" in forms_of("piece")
