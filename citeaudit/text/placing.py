"""In which sentence a place lies: sentences and an offset go in, the number of one comes out."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from citeaudit.model.relations import Sentence


def sentence_at(sentences: tuple[Sentence, ...], offset: int) -> int:
    """Return the number of the last of *sentences* that begins at *offset* or before it; 0 where none does."""
    return max(0, bisect_right(sentences, offset, key=_start) - 1)


_start = attrgetter("span.start")
