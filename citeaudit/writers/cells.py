"""
Cells of CSV: values go in, cells come out that a spreadsheet takes for words or numbers, and never for a formula.

A text that begins as a formula does (``=``, ``+``, ``-``, ``@``, white space and full-width forms included) stands behind an
apostrophe, which spreadsheets take for "this is text". One that has apostrophes before such a sign already gets one more, so
that whoever takes one away has the text again. All texts go through the door (``citeaudit.text.shown``), since CSV is
printed in logs as well; Parquet and JSON hold what the cells were.
"""

from __future__ import annotations

from typing import Any

from citeaudit.patterns import pattern_of
from citeaudit.text.shown import REPLACEMENT, shown

FORMULA = pattern_of(r"'*+\s*+[=+@＝＋＠－-]")


NO_CHARACTER = pattern_of(r"[\uFFFE\uFFFF]")
"""What XML cannot hold among what can be shown."""


def xml_text(words: str) -> str:
    """Return *words* as they can be shown, and as XML can hold them: for workbooks, networks and JUnit."""
    return NO_CHARACTER.sub(REPLACEMENT, shown(words))


def cell_of(value: Any) -> Any:
    """Return the cell that holds *value*: truth values as ``true`` and ``false``, numbers as they are, texts made safe."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        words = shown(value)
        return f"'{words}" if FORMULA.match(words) else words
    return value
