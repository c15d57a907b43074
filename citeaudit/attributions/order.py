"""Whose content holds whose cue: attributions in any order become one tuple, innermost first, each with the index of the one around it."""

from __future__ import annotations

from citeaudit.attributions.contents import covers
from citeaudit.attributions.neighbours import Neighbours
from citeaudit.model.making import replace
from citeaudit.model.relations import Attribution


def in_order(attributions: list[Attribution]) -> tuple[Attribution, ...]:
    """Return *attributions* innermost first, in order of the text, with ``within`` told anew."""
    holders = Neighbours((a, a.content) for a in attributions)
    sizes = [sum(map(len, a.content)) for a in attributions]
    outer = [_container(attributions, number, holders, sizes) for number in range(len(attributions))]
    for number, holder in enumerate(outer):
        if holder is not None:
            outer[_root(outer, number)] = None  # of two that hold each other's cues, one is outside
    starts = [_start(attribution) for attribution in attributions]
    roots = [_root(outer, number) for number in range(len(attributions))]
    keys = [(starts[root], root, -_depth(outer, number), starts[number]) for number, root in enumerate(roots)]
    order = sorted(range(len(attributions)), key=keys.__getitem__)
    place = {number: index for index, number in enumerate(order)}
    return tuple(
        replace(attributions[number], within=None if (holder := outer[number]) is None else place[holder])
        if attributions[number].within is not None or outer[number] is not None
        else attributions[number]
        for number in order
    )


def _start(attribution: Attribution) -> int:
    return min([span.start for span in (*attribution.source, *attribution.cue, *attribution.content)], default=0)


def _container(attributions: list[Attribution], number: int, holders: Neighbours[Attribution], sizes: list[int]) -> int | None:
    """Return the smallest attribution whose content holds the cue of attribution *number*."""
    inner = attributions[number]
    if not inner.cue:
        return None
    if inner.construction == "citing":
        # Whom the outlet cites stands beside its report, not in it: the two share their content.
        beside = holders.numbers_near(inner.content[:1])
        return next(
            (n for n in beside if n != number and attributions[n].content == inner.content and attributions[n].chain), None
        )
    candidates = [
        (sizes[other], min(span.start for span in attributions[other].content if span.covers(inner.cue[0])), other)
        for other in holders.numbers_near(inner.cue[:1])
        if other != number
        and sizes[other] >= _size_beside(inner, attributions[other], sizes[number])
        and not (inner.construction == attributions[other].construction == "hedge")  # nobody hands on what nobody said
        and _holds(attributions[other], inner)
    ]
    return min(candidates)[2] if candidates else None


def _size_beside(inner: Attribution, outer: Attribution, size: int) -> int:
    """Return the *size* of what *inner* holds, without what it resumes behind all of *outer*: "“…,” Ruiz said, Reuters reported. | “…”"."""
    if len(inner.content) == 1 or not outer.cue:
        return size
    end = max(outer.cue[-1].end, outer.content[-1].end, *(span.end for span in outer.source))
    return sum(len(span) for span in inner.content if span.start < end)


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return all(covers(outer.content, cue) for cue in inner.cue)


def _depth(outer: list[int | None], number: int) -> int:
    depth, seen = 0, {number}
    holder = outer[number]
    while holder is not None and holder not in seen:
        seen.add(holder)
        depth, holder = depth + 1, outer[holder]
    return depth


def _root(outer: list[int | None], number: int) -> int:
    seen = {number}
    while (holder := outer[number]) is not None and holder not in seen:
        seen.add(holder)
        number = holder
    return number
