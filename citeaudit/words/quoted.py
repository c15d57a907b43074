"""Where a quotation begins and ends in rows: a row inside it goes in, its first row or the one behind its last comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citeaudit.words.tokens import Words


def quote_start(words: Words, row: int) -> int:
    """Return the first row of the quotation that holds *row*: that of its opening mark."""
    quote = words.quote
    first = row
    while first > 0 and quote[first - 1] == quote[row]:
        first -= 1
    return first


def quote_end(words: Words, row: int) -> int:
    """Return the row behind the quotation that holds *row*."""
    quote = words.quote
    end = row
    while end < len(quote) and quote[end] == quote[row]:
        end += 1
    return end
