"""Why a source is not named: an article's text goes in, whether it gives a reason for that anywhere comes out."""

from __future__ import annotations

from functools import cache

import regex

from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.patterns import pattern_of


def gives_reason(text: str) -> bool:
    """Tell whether *text* says why somebody is not named; each pattern is asked only where a word of what it matches stands."""
    words = text.lower()  # to ask for capitals as well takes four times as long
    return any(any(literal in words for literal in literals) and pattern.search(words) for literals, pattern in _reasons())


@cache
def _reasons() -> tuple[tuple[tuple[str, ...], regex.Pattern[str]], ...]:
    rows = read_table(shipped_table("citeaudit.rules", "reasons.tsv"), ("words", "reason", "example"))
    return tuple((tuple(word.replace("_", " ") for word in words.split()), pattern_of(reason)) for words, reason, _ in rows)
