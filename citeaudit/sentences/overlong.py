"""
Sentences without an end: one that is too long to be a sentence goes in, the pieces that it is read in come out.

What has no full stop for pages is a table, a transcript, a list of names or an attack, and whatever asks for each word what
else stands in its sentence takes a square of its length. Cut once here, no stage after this one ever sees more of a sentence
than a page.
"""

from __future__ import annotations

import re

LONGEST = 2000
"""The most code points that are read as one sentence: four times the longest that any newspaper of our data printed."""
BREAKS = (re.compile(r"(?<=[;:,—–])\s+"), re.compile(r"\s+"), re.compile(r"(?<=\W)(?=\w)"))
"""Where a piece ends, the best first: behind a mark, between words, at least not inside a word. A word longer than a page is cut anywhere."""
NEXT = re.compile(r"\S")


def pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentence ``text[start:end]`` in pieces of at most LONGEST code points, without the white space between them."""
    found: list[tuple[int, int]] = []
    while end - start > LONGEST:
        gap, following = _last_break(text, start + LONGEST // 2, start + LONGEST)
        found.append((start, start + len(text[start:gap].rstrip())))
        beyond = NEXT.search(text, following, end)
        start = beyond.start() if beyond else end
    return [*found, (start, end)]


def _last_break(text: str, low: int, high: int) -> tuple[int, int]:
    """Return the gap in ``text[low:high]`` at which a piece ends: where it begins, and where it has ended."""
    for pattern in BREAKS:
        gaps = list(pattern.finditer(text, low, high))
        if gaps:
            return gaps[-1].span()
    return high, high
