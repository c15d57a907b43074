"""Templates of clues: the facts about a candidate go in, what its clues weigh comes out, or how they are spelled.

A clue is a template and what it saw of a candidate ("ab|w", tab, "CQ": the words around a content's end, by their kinds). The facts are told
once a candidate, as a tuple; which of them each template looks at stands in a table beside the function that tells them. From
the one table come both readings: the trainer spells clues out, and a weigher (``weighing``) adds up what they weigh without
spelling any, since three quarters of the engine's time went into putting together strings that most often had no weight.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from sys import intern
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

Facts = tuple[str | None, ...]
"""What is told of a candidate; a clue that looks at None is not there."""
Nested = Any
"""What was learned for one template: a number if it looks at nothing, else a dictionary by its first fact of numbers, or of dictionaries by the next."""

Choice = tuple[Facts, Sequence[Facts]]
"""The facts that all candidates of a choice share, and each candidate's own."""
SEPARATOR = "\t"
"""Stands between the facts of a clue: no word holds white space."""
COUNTS = "0123456789"
"""Small counts as facts."""
FEW = 200
"""So many values of a fact are few: kinds, counts and coarse clusters, not words."""


class Templates(NamedTuple):
    """
    The templates of one kind of candidate.

    *facts* names what is told: first the *shared* facts, the same for all candidates of a choice, then each candidate's own.
    *places* says for each template by which numbers it looks at them.
    """

    facts: tuple[str, ...]
    shared: int
    names: tuple[str, ...]
    places: tuple[tuple[int, ...], ...]


def read_templates(shared: str, own: str, table: str) -> Templates:
    """Return the templates of *table*, a line each: its name and the facts that it looks at, which *shared* and *own* name in order."""
    order = (*shared.split(), *own.split())
    rows = [line.split() for line in table.strip().splitlines()]
    places = tuple(tuple(order.index(name) for name in row[1:]) for row in rows)
    return Templates(order, len(shared.split()), tuple(row[0] for row in rows), places)


def spell(templates: Templates, choice: Choice) -> list[list[str]]:
    """Return the clues of each candidate as the file of weights writes them."""
    shared, candidates = choice
    return [_spell(templates, (*shared, *own)) for own in candidates]


def _spell(templates: Templates, facts: Facts) -> list[str]:
    clues = []
    for name, places in zip(templates.names, templates.places, strict=True):
        saw = [fact for place in places if (fact := facts[place]) is not None]
        if len(saw) == len(places):
            clues.append(f"{name}|{SEPARATOR.join(saw)}" if saw else name)
    return clues


def place_of(templates: Templates, key: str) -> tuple[int, tuple[int, ...]] | None:
    """
    Return the number of the template whose weights the file has under *key*, and the places of its facts from outside in; None if there is none.

    The key names the facts, first those that all candidates share; a template without facts is known by its name.
    """
    if key in templates.names:
        number = templates.names.index(key)
        return None if templates.places[number] else (number, ())
    names = key.split()
    if not set(names) <= set(templates.facts):
        return None
    places = tuple(map(templates.facts.index, names))
    fitting = [number for number, own in enumerate(templates.places) if own and sorted(own) == sorted(places)]
    is_shared = [place < templates.shared for place in places]
    return (fitting[0], places) if fitting and is_shared == sorted(is_shared, reverse=True) else None


def nest(templates: Templates, learned: Mapping[str, float]) -> dict[str, Nested]:
    """
    Return the weights *learned* of spelled clues by template, nested; clues of other templates are passed over.

    The facts that all candidates share stand outermost, then their own; of both, those of few values that most templates look at, since templates share
    the look-ups that they begin with, and then the one of fewest values, for the fewest dictionaries: the engine waits for memory more than for anything else.

    :raises ValueError: if a clue does not hold as many facts as its template looks at.
    """
    clues: dict[str, list[tuple[list[str], float]]] = {}
    numbers = {name: number for number, name in enumerate(templates.names)}
    for clue, weight in learned.items():
        name, mark, saw = clue.partition("|")
        if name not in numbers:
            continue
        facts, wanted = saw.split(SEPARATOR) if mark else [], len(templates.places[numbers[name]])
        if len(facts) != wanted:
            message = f"the clue {clue[:60]!r} looks at {len(facts)} facts, not at {wanted}"
            raise ValueError(message)
        clues.setdefault(name, []).append((facts, weight))
    rank = _ranks(templates, {templates.places[numbers[name]]: [facts for facts, _ in rows] for name, rows in clues.items()})
    found: dict[str, Nested] = {}
    for name, rows in clues.items():
        places = templates.places[numbers[name]]
        depths = sorted(range(len(places)), key=lambda depth: rank[places[depth]])
        if not depths:
            found[name] = rows[-1][1]
            continue
        outer = found.setdefault(" ".join(templates.facts[places[depth]] for depth in depths), {})
        for facts, weight in rows:
            inner = outer
            for depth in depths[:-1]:
                inner = inner.setdefault(facts[depth], {})
            inner[facts[depths[-1]]] = weight
    return found


def _ranks(templates: Templates, seen: Mapping[tuple[int, ...], list[list[str]]]) -> dict[int, tuple[bool, int, int, int]]:
    """Return what decides how far outside a fact stands, by its place, for all that the templates of some places have *seen*."""
    values: dict[int, set[str]] = {}
    looked: dict[int, int] = {}
    for places, rows in seen.items():
        for depth, place in enumerate(places):
            values.setdefault(place, set()).update([facts[depth] for facts in rows])
            looked[place] = looked.get(place, 0) + 1
    return {
        place: (place >= templates.shared, -looked[place] if len(own) <= FEW else 0, len(own), place)
        for place, own in values.items()
    }


def interned(nested: Mapping[str, Nested]) -> dict[str, Nested]:
    """Return *nested* with its keys interned, as facts are: that two are equal is then told by where they lie, without reading them."""
    return {intern(key): interned(inner) if type(inner) is dict else inner for key, inner in nested.items()}


def check_nested(templates: Templates, learned: Mapping[str, Nested]) -> None:
    """
    Look whether what was *learned* for each template is nested as the template says.

    :raises ValueError: if it does not look at as many facts.
    """
    for key, weights in learned.items():
        place = place_of(templates, key)
        if place is not None and not _is_nested(weights, len(place[1])):
            message = f"the weights for {key!r} must be numbers, nested one level for each fact"
            raise ValueError(message)


def _is_nested(weights: Nested, depth: int) -> bool:
    """Tell whether *weights* is a finite number behind *depth* dictionaries."""
    if depth == 0:
        return type(weights) in NUMBERS and isfinite(weights)
    if type(weights) is not dict:
        return False
    if depth == 1:
        # A sum is finite only if all that went into it is.
        return NUMBERS.issuperset(map(type, weights.values())) and isfinite(sum(weights.values()))
    return all(_is_nested(inner, depth - 1) for inner in weights.values())


NUMBERS = frozenset((float, int))
