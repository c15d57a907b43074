"""
From offsets to lines and columns: a text goes in once, each place in it comes out as people and editors count.

Reports hold offsets only; lines and columns exist where a writer needs them. People, GitHub and SARIF count lines and
columns from 1 in code points; the language server protocol counts from 0 in UTF-16 code units.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from citeaudit.patterns import pattern_of

LINE_END = pattern_of(r"\r\n|[\n\r]")


class Position(NamedTuple):
    """A line and a column."""

    line: int
    column: int


class Positions:
    """The lines of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in LINE_END.finditer(text))]
        self._line = (0, "")

    def of(self, offset: int) -> Position:
        """Return the 1-based line and 1-based code-point column of *offset*."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def utf16_of(self, offset: int) -> Position:
        """Return the 0-based line and 0-based UTF-16 column of *offset*."""
        line = bisect_right(self._starts, offset) - 1
        before = self._text[self._starts[line] : offset]
        return Position(line, len(before) + sum(character > "\uffff" for character in before))

    def line(self, number: int) -> str:
        """Return the words of the 1-based line *number*, without its end."""
        if number != self._line[0]:  # many findings on one long line share one copy of it
            end = self._starts[number] if number < len(self._starts) else len(self._text)
            self._line = (number, self._text[self._starts[number - 1] : end].rstrip("\r\n"))
        return self._line[1]
