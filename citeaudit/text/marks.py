"""Quotation marks as typed: a paragraph goes in, its marks come out, each told by its neighbours whether it opens or closes.

Typed marks are unreliable: the same straight mark opens and closes, an apostrophe looks like a closing single mark, feet
and inches look like both, and the curly marks of a hasty editor point the wrong way. What stands on both sides of a mark
says more than its shape, so the shape only breaks ties.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from citeaudit.patterns import pattern_of

MARK = re.compile(r"[“”„‟«»\"‘’‚'`](?:(?<=')'|(?<=`)`)?")
OPENING = "“\"‘'"
"""The marks that may open a quotation."""
DOUBLE_OPENING = '“"'
"""Those of them that no apostrophe looks like."""
POSSESSIVE_S = ("'s", "’s")
"""How a possessive ends, whose apostrophe is no mark."""
CLIPPED = pattern_of(r"(?i)(?:em|til|till|tis|twas|cause|n|bout|round|cos|nuff|\d)\b|\d\ds")
"""What follows an apostrophe that stands for letters left out: 'em, '90s."""


class Side(Enum):
    """What a mark does, as far as its neighbours tell."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


class Mark(NamedTuple):
    """One quotation mark: its place, whether it is a single one, and what it does."""

    start: int
    end: int
    is_single: bool
    side: Side


def find_marks(text: str, start: int, end: int) -> list[Mark]:
    """Return the quotation marks of the paragraph ``text[start:end]``; apostrophes inside words and inches are none."""
    marks = []
    for found in MARK.finditer(text, start, end):
        mark = _tell(text, found.group(), *found.span(), start, end)
        if mark is not None:
            marks.append(mark)
    return marks


def _tell(text: str, typed: str, start: int, end: int, first: int, last: int) -> Mark | None:  # noqa: PLR0917  a match and its paragraph
    before = text[start - 1] if start > first else " "
    after = text[end] if end < last else " "
    is_single = typed in "‘’‚'`"
    if is_single and before.isalnum() and after.isalnum():
        return None
    if typed in "'‘’" and CLIPPED.match(text, end, last) and not before.isalnum():
        return None
    if typed in {"'", "’", "''", '"'} and before.isdigit() and after.isspace() and typed in {"'", "''"}:
        return None
    return Mark(start, end, is_single, _side(typed, before, after))


def _side(typed: str, before: str, after: str) -> Side:
    """Tell what a mark does: by its neighbours if they are sure, else by its shape."""
    free_before = before.isspace() or before in "([{—–-/‘“\"'‹…"
    free_after = after.isspace() or after in ")]}.,;:!?—–-/’”\"'…"
    if free_before and not free_after:
        return Side.OPENS if typed not in "”’" or before.isspace() else Side.CLOSES
    if free_after and not free_before:
        return Side.CLOSES
    if typed in {"“", "„", "‟", "«", "``", "`", "‘", "‚"}:
        return Side.OPENS
    if typed in {"”", "»", "’"}:
        return Side.CLOSES
    return Side.EITHER
