"""What stands near a place: values with their spans go in; those whose spans touch a place come out, in their order.

Every question of nesting and reach is asked of the few attributions around a place. To ask it of all of them makes the
time grow with the square of an article's length, so they are kept by blocks of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from citeaudit.model.spans import Span

Value = TypeVar("Value")

BLOCK = 256
"""Code points in a block: about two sentences."""


class Neighbours(Generic[Value]):
    """Values by the blocks of the text that their spans lie in."""

    def __init__(self, placed: Iterable[tuple[Value, Iterable[Span]]]) -> None:
        self._values: list[Value] = []
        self._blocks: dict[int, list[int]] = {}
        for number, (value, spans) in enumerate(placed):
            self._values.append(value)
            self.extend(number, spans)

    def add(self, value: Value, spans: Iterable[Span]) -> None:
        """Add one more *value*, which lies in *spans*."""
        self._values.append(value)
        self.extend(len(self._values) - 1, spans)

    def extend(self, number: int, spans: Iterable[Span]) -> None:
        """Note that the value given as number *number* (from 0) lies in *spans* too."""
        blocks = self._blocks
        for span in spans:
            for block in _blocks(span.start, span.end):
                numbers = blocks.get(block)
                if numbers is None:
                    blocks[block] = [number]
                elif numbers[-1] != number:
                    numbers.append(number)

    def numbers_near(self, spans: Iterable[Span]) -> list[int]:
        """Return the numbers of the values that share a block with any of *spans*, in order."""
        blocks = self._blocks
        if not blocks:
            return []
        found: set[int] = set()
        for span in spans:
            for block in _blocks(span.start, span.end):
                if block in blocks:
                    found.update(blocks[block])
        return sorted(found)

    def near(self, spans: Iterable[Span]) -> list[Value]:
        """Return the values that share a block with any of *spans*, in order."""
        return [self._values[number] for number in self.numbers_near(spans)]


def _blocks(start: int, end: int) -> Sequence[int]:
    """Return the numbers of the blocks in which ``[start, end)`` lies; an empty one lies in that of its start."""
    first, last = start // BLOCK, (end - 1 if end > start else end) // BLOCK
    return (first,) if first == last else range(first, last + 1)
