"""Reasons for which a source stays unnamed: each row's words, pattern and example agree."""

from __future__ import annotations

import pytest
import regex

from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.rules.reasons import gives_reason

REASONS = read_table(shipped_table("citeaudit.rules", "reasons.tsv"), ("words", "reason", "example"))


@pytest.mark.parametrize(("words", "reason", "example"), REASONS, ids=[words for words, _, _ in REASONS])
def test_no_reason_lacks_its_words(words, reason, example):
    """The pattern of a row finds its example, which holds one of its words, and nothing where that word is struck out."""
    literals = [word.replace("_", " ") for word in words.split()]
    held = [literal for literal in literals if literal in example.lower()]

    assert held
    assert regex.search(reason, example.lower())
    assert not any(regex.search(reason, example.lower().replace(literal, "")) for literal in held if len(held) == 1)


@pytest.mark.parametrize("example", [example for _, _, example in REASONS])
def test_capitals_do_not_matter(example):
    """A reason is one in a headline too."""
    assert gives_reason(example)
    assert gives_reason(example.upper())


@pytest.mark.parametrize(
    "text",
    [
        "The mayor named her deputy on Monday.",
        "She was cleared of all charges.",
        "He fears a cold winter.",
        "The wall will protect the old harbour.",
        "The match was short because of the rain.",
        "The street names were painted over.",
    ],
)
def test_no_reason_where_none_is_given(text):
    """Words of a reason alone are none."""
    assert not gives_reason(text)
