"""Places that are taken: spans go in, the answer whether another one touches any of them comes out, in logarithmic time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from citeaudit.model.spans import Span


class Places:
    """Spans in order, none overlapping another, such as the mentions of an article."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def touched_by(self, span: Span) -> Span | None:
        """Return a place that overlaps *span*, None if none does."""
        # Only the last place that starts before the end of the span can reach into it, since places do not overlap.
        at = bisect_left(self._starts, span.end) - 1
        return self._spans[at] if at >= 0 and self._spans[at].overlaps(span) else None
