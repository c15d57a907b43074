"""A run that is watched: what it gives goes in and comes out as it was, and whoever waits is told how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from citeaudit.extras import load_extra

Item = TypeVar("Item")


def followed(items: Iterable[Item], progress: Callable[[int, int | None], object] | None, total: int | None) -> Iterator[Item]:
    """
    Return *items*, *total* of them, and show how many have come: by calling *progress*, without one by a bar.

    :raises MissingExtraError: if a bar is wanted, and tqdm is not installed; at once.
    """
    if progress is None:
        bar = load_extra("tqdm", extra="notebook").tqdm
        return iter(bar(items, total=total, unit=" articles", desc="citeaudit", dynamic_ncols=True))
    return _counted(items, progress, total)


def _counted(items: Iterable[Item], tell: Callable[[int, int | None], object], total: int | None) -> Iterator[Item]:
    for number, item in enumerate(items, 1):
        tell(number, total)
        yield item
