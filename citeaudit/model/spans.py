"""Places in an article's text, and the evidence that points at them.

Offsets are half-open and count code points of the original text: ``text[span.start:span.end]`` is what the span claims.
"""

from __future__ import annotations

from dataclasses import dataclass

from citeaudit.model.making import made_fast


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """
    A half-open range ``[start, end)`` of code points in an article's text.

    Spans order by start, then end.

    :raises ValueError: if *start* is negative or greater than *end*.
    """

    start: int
    end: int

    def __init__(
        self, start: int, end: int
    ) -> None:  # a thousand times an article: half the time of what a dataclass would write
        if not 0 <= start <= end:
            message = f"a span runs from a start to an end that is not before it, both at least 0: got {start}, {end}"
            raise ValueError(message)
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def of(self, text: str) -> str:
        """Return the words that the span covers in *text*."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Tell whether *other* lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


_set_start, _set_end = (vars(Span)[name].__set__ for name in Span.__slots__)


@made_fast
@dataclass(frozen=True, slots=True)
class Evidence:
    """
    Why a decision was made: the step that made it, the place it looked at, and what it saw there.

    *step* is the dotted name of the step ("constructions.trailing_report"), *detail* a few words for a person.
    """

    step: str
    span: Span | None = None
    detail: str = ""
