"""Spans as JSON has them: a text goes in once, its spans become pairs of offsets as the reader counts, and back again."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Any

from citeaudit.contract.shape import CODE_POINTS
from citeaudit.model.guards import shown
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of

TWO_UNITS = pattern_of("[\U00010000-\U0010ffff]")
"""What UTF-16 writes as two units: most emoji, rare Chinese characters, old scripts."""


class Counting:
    """How one text is counted: code points to UTF-16 code units, and back; the same number where it holds no such character."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._wide = [] if text.isascii() else [found.start() for found in TWO_UNITS.finditer(text)]
        self._ends = [place + number + 2 for number, place in enumerate(self._wide)]

    def units(self, offset: int) -> int:
        """
        Return the UTF-16 code units before the code point at *offset*.

        :raises ValueError: if the text does not reach that far.
        """
        if offset > self._length:
            message = f"the offset {offset} is beyond the text of {self._length} code points; UTF-16 offsets need the text"
            raise ValueError(message)
        return offset + bisect_left(self._wide, offset)

    def code_points(self, units: int) -> int:
        """
        Return the code points before the UTF-16 code unit *units*.

        :raises ValueError: if the text does not reach that far, or that is in the middle of a character.
        """
        offset = units - bisect_right(self._ends, units)
        if self.units(offset) != units:
            message = f"the UTF-16 offset {units} is in the middle of a character"
            raise ValueError(message)
        return offset


class Places:
    """The spans of one text, written."""

    def __init__(self, text: str, *, offsets: str, with_words: bool) -> None:
        self._text, self._with_words = text, with_words
        self._count = None if offsets == CODE_POINTS else Counting(text).units

    def pair(self, span: Span) -> list[int]:
        """Return *span* as two offsets."""
        return [span.start, span.end] if self._count is None else [self._count(span.start), self._count(span.end)]

    def pair_or_none(self, span: Span | None) -> list[int] | None:
        """Return *span* as two offsets, None where there is none."""
        return None if span is None else self.pair(span)

    def bounds(self, span: Span) -> dict[str, Any]:
        """Return the keys of what stands at *span*: its start, its end, and its words where they are asked for."""
        start, end = self.pair(span)
        return {"start": start, "end": end, **self.words(span)}

    def words(self, span: Span | None) -> dict[str, Any]:
        """Return the key for the words at *span*, where they are asked for and there are any."""
        return {} if span is None or not self._with_words else {"words": span.of(self._text)}

    def role(self, name: str, spans: Iterable[Span]) -> dict[str, Any]:
        """Return the keys of several spans in the role *name*, and of their words where they are asked for."""
        spans = tuple(spans)
        words = {f"{name}_words": [span.of(self._text) for span in spans]} if self._with_words else {}
        return {name: [self.pair(span) for span in spans], **words}


class Spans:
    """The spans of one text, read back."""

    def __init__(self, text: str, *, offsets: str) -> None:
        self._count = None if offsets == CODE_POINTS else Counting(text).code_points

    def of(self, pair: Any) -> Span:
        """
        Return the span between two offsets.

        :raises ValueError: or TypeError, if they are no such thing.
        """
        start, end = pair
        for offset in (start, end):
            if isinstance(offset, bool) or not isinstance(offset, int):
                message = f"an offset must be a whole number, not {shown(offset)}"
                raise TypeError(message)
        return Span(start, end) if self._count is None else Span(self._count(start), self._count(end))

    def of_or_none(self, pair: Any) -> Span | None:
        """Return the span between two offsets, None where there are none."""
        return None if pair is None else self.of(pair)

    def at(self, found: dict[str, Any]) -> Span:
        """Return the span from the start to the end of an object."""
        return self.of((found["start"], found["end"]))

    def all(self, pairs: Any) -> tuple[Span, ...]:
        """Return the spans of several pairs."""
        return tuple(map(self.of, pairs))
