"""What the rules look for in words: a table of this room goes in, its expressions come out, each with the words of which its matches hold one."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.patterns import pattern_of


class Expression(NamedTuple):
    """One row of a table: its *pattern*, to be asked only where one of its *words* stands, which costs little to look for."""

    words: tuple[str, ...]
    pattern: regex.Pattern[str]


@cache
def expressions_of(name: str, column: str) -> tuple[Expression, ...]:
    """Return the rows of the table *name*, whose *column* holds the patterns; a blank inside one of its words is "_" there."""
    rows = read_table(shipped_table("citeaudit.rules", name), ("words", column, "example"))
    return tuple(
        Expression(tuple(word.replace("_", " ") for word in words.split()), pattern_of(pattern)) for words, pattern, _ in rows
    )
