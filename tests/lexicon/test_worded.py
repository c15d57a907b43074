"""Patterns that ask for classes of words."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
import regex

import citeaudit
from citeaudit.lexicon.classes import class_names, forms_of
from citeaudit.lexicon.worded import CLASS, worded


def test_a_class_in_a_pattern_is_any_of_its_forms():
    """Every form of it is found, and nothing else."""
    tells = worded(r"@tell\sReuters")

    assert all(tells.fullmatch(f"{form} Reuters") for form in forms_of("tell"))
    assert tells.search("asked Reuters") is None


def test_the_longest_form_that_fits_is_read():
    """So "blog post" comes before "blog"."""
    assert worded(r"a\s(@piece)").search("a blog post in Wired")[1] == "blog post"


def test_a_class_is_read_as_the_flags_of_the_pattern_say():
    """Whole or in part."""
    assert worded(r"(?i:@det)\sroad").search("The road") is not None
    assert worded(r"@DET|@det", regex.IGNORECASE).search("THE") is not None


def test_a_class_that_no_word_has_is_named_when_the_pattern_is_asked():
    """With the remedy."""
    with pytest.raises(ValueError, match=r"@no_such_class in a pattern: lexicon/data/words.tsv has no word of that class"):
        worded("@no_such_class").search("")


def test_no_pattern_asks_for_a_class_without_being_worded():
    """Else "@tell" would be looked for as it stands."""
    literal = [
        f"{path.name}:{node.lineno} {name}"
        for path in Path(citeaudit.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"pattern_of", "regex.compile", "re.compile", "regex.search"}
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
        for name in CLASS.findall(part.value)
        if name in class_names()
    ]

    assert literal == []
