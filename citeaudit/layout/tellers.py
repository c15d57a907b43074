"""Who tells something at the end of a line: the words of a line go in, the match with source and cue comes out.

"Puzder wrote:", "The letter reads:", "The port union issued a short statement:", "The statement was sent by Ana Ruiz:" and "His reply was:" name
who wrote or said what stands under them, each by a form of its own.
"""

from __future__ import annotations

import regex

from citeaudit.layout.introduction_forms import (
    AFTER_PREPOSITION,
    FURTHEST_VERB,
    ISSUES,
    REPLY,
    SAYS,
    SENT,
    WHO_SAYS,
    WRITTEN,
)
from citeaudit.sources.persons import is_source_noun


def find_teller(words: str) -> regex.Match[str] | None:
    """Return the ``source`` and the ``cue`` by which the line *words* tells who says what follows, None if it tells nobody."""
    return (
        WRITTEN.search(words)
        or WHO_SAYS.search(words, max(0, len(words) - FURTHEST_VERB))
        or _said(words)
        or _speaks(ISSUES.fullmatch(words))
        or SENT.fullmatch(words)
        or _speaks(REPLY.search(words))
    )


def _said(words: str) -> regex.Match[str] | None:
    """Return who says something at the end of a line; what hangs on a preposition is passed over: "In a letter to the board, | Ruiz | wrote:"."""
    start = max(0, len(words) - FURTHEST_VERB)
    while found := SAYS.search(words, start):
        if AFTER_PREPOSITION.search(words, 0, found.start()) is None:
            return _speaks(found)
        start = found.start() + 1
    return None


def _speaks(found: regex.Match[str] | None) -> regex.Match[str] | None:
    """Return *found* if its source is a name, or a noun that can be somebody's: "The union", not "The bridge"."""
    return found if found and (not found["noun"] or is_source_noun(found["noun"])) else None
