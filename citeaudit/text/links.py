"""The links of an article by their places: a stretch of its text goes in, the links that touch it come out, found by bisection.

Lists of references ask for each of their lines and brackets for each of theirs, so that to look through all links each time takes
the square of an article's length. Links may lie in one another, as those of a page that closes none do.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from citeaudit.model.articles import Hyperlink
from citeaudit.model.spans import Span


class Links:
    """Hyperlinks in order of the text."""

    def __init__(self, hyperlinks: Iterable[Hyperlink]) -> None:
        self._links = sorted(hyperlinks, key=lambda link: link.span)
        self._starts = [link.span.start for link in self._links]
        self._furthest = list(accumulate((link.span.end for link in self._links), max))
        self._longer: list[int] = []
        """For each the nearest one before it that ends later, -1 if none does: those between end before it does."""
        for place, link in enumerate(self._links):
            before = place - 1
            while before >= 0 and self._links[before].span.end <= link.span.end:
                before = self._longer[before]
            self._longer.append(before)

    def touching(self, span: Span) -> tuple[Hyperlink, ...]:
        """Return the links that touch *span*, in order; of an empty one, where a mark was taken out of the text, those of that mark."""
        if span.start == span.end:
            first, last = bisect_left(self._starts, span.start), bisect_right(self._starts, span.start)
            return tuple(link for link in self._links[first:last] if link.span == span)
        found = []
        place = bisect_left(self._starts, span.end) - 1
        while place >= 0:
            if self._links[place].span.end > span.start:
                found.append(self._links[place])
                place -= 1
            else:
                place = self._longer[place]
        return tuple(reversed(found))

    def urls_at(self, span: Span) -> tuple[str, ...]:
        """Return the addresses of the links that touch *span*."""
        return tuple(link.url for link in self.touching(span))

    def starting_at(self, offset: int) -> Hyperlink | None:
        """Return the link that starts at *offset*, the shortest if several do, None if none does."""
        place = bisect_left(self._starts, offset)
        return self._links[place] if self._starts[place : place + 1] == [offset] else None

    def has_from_to(self, start: int, end: int) -> bool:
        """Tell whether a link starts no later than *start* and ends no earlier than *end*."""
        place = bisect_right(self._starts, start) - 1
        return place >= 0 and self._furthest[place] >= end
