"""Templates of clues: the facts about a candidate go in, what its clues weigh comes out, or how they are spelled.

A clue is a template and what it saw of a candidate ("ab|w", tab, "CQ": the words around a content's end, by their kinds). The facts are told
once a candidate, as a tuple; which of them each template looks at stands in a table beside the function that tells them. From
the one table come both readings: the trainer spells clues out, and a weigher adds up what they weigh without
spelling any. It is compiled, since three quarters of the engine's time went into putting together strings that most often had no weight.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isfinite
from sys import intern
from typing import TYPE_CHECKING, Any

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


@dataclass(frozen=True, slots=True)
class Templates:
    """
    The templates of one kind of candidate.

    *facts* names what is told: first the *shared* facts, the same for all candidates of a choice, then each candidate's own.
    *places* says for each template by which numbers it looks at them.
    """

    facts: tuple[str, ...]
    shared: int
    names: tuple[str, ...]
    places: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """
    The weights of the template of that *number*: dictionaries inside dictionaries, one a fact, or the one weight of a template without facts.

    *places* are those of the facts from outside in: first the facts that all candidates share, then each candidate's own.
    """

    number: int
    places: tuple[int, ...]
    weights: Any


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


@dataclass(frozen=True, slots=True)
class Weigher:
    """
    What was learned for the clues of some *templates*, ready to be looked up.

    *tables* holds a table for each template that weighs anything. *weigh* takes a choice and returns what the clues of each
    candidate weigh together; it is made of the tables.
    """

    templates: Templates
    tables: tuple[Table, ...]
    weigh: Callable[[Choice], list[float]]

    @classmethod
    def of(cls, templates: Templates, learned: Mapping[str, Nested]) -> Weigher:
        """Return the weigher of *templates* for what was *learned* for each of them; see ``check_nested``."""
        tables = [Table(*place, weights) for key, weights in learned.items() if (place := place_of(templates, key))]
        tables.sort(key=lambda table: table.number)
        return cls(templates, tuple(tables), _compile(templates, tables))

    def explain(self, facts: Facts, most: int) -> list[tuple[float, str, list[str]]]:
        """Return the *most* clues that speak most for a candidate: weight, template, and what it saw."""
        found = []
        for order, table in enumerate(self.tables):
            inner: Any = table.weights
            for place in table.places:
                inner = inner.get(facts[place])
                if inner is None:
                    break
            if inner is not None and inner > 0:
                found.append((-inner, order))
        names, places = self.templates.names, self.templates.places
        numbers = [(-weight, self.tables[order].number) for weight, order in sorted(found)[:most]]
        return [(weight, names[number], [facts[place] or "" for place in places[number]]) for weight, number in numbers]


def _compile(templates: Templates, tables: Sequence[Table]) -> Callable[[Choice], list[float]]:
    """
    Return the function that adds up what the clues of each candidate weigh, written out as source, as attrs writes an ``__init__``.

    The facts that all candidates share are looked up once, before the candidates are gone through.
    """
    facts = [f"fact{place}" for place in range(len(templates.facts))]
    once = [f"  {', '.join(facts[: templates.shared])}, = shared"] if templates.shared else []
    once.append("  fixed = 0.0")
    each: list[str] = []
    for order, table in enumerate(tables):
        outer = [place for place in table.places if place < templates.shared]
        indent, step = "   ", f"get{order}"
        if not table.places:
            once.append(f"  fixed += {step}")
            continue
        if outer:
            once.append(f"  inner{order} = {step}(fact{outer[0]})")
            once += [f"  if inner{order} is not None: inner{order} = inner{order}.get(fact{place})" for place in outer[1:]]
            if len(outer) == len(table.places):
                once.append(f"  if inner{order} is not None: fixed += inner{order}")
                continue
            each.append(f"{indent}if inner{order} is not None:")
            indent, step = indent + " ", f"inner{order}.get"
        for place in table.places[len(outer) : -1]:
            each.append(f"{indent}if (inner := {step}(fact{place})) is not None:")
            indent, step = indent + " ", "inner.get"
        each.append(f"{indent}total += {step}(fact{table.places[-1]}, 0.0)")
    # What weighs goes in as values: a file of weights has no part in the source.
    getters = {f"get{order}": table.weights.get if table.places else table.weights for order, table in enumerate(tables)}
    own = f"{', '.join(facts[templates.shared :])}," if len(facts) > templates.shared else "_"
    lines = [f"def make({', '.join(getters)}):", " def weigh(choice):", "  shared, candidates = choice", *once]
    lines += ["  scores = []", f"  for {own} in candidates:", "   total = fixed", *each, "   scores.append(total)"]
    made: dict[str, Any] = {}
    exec("\n".join([*lines, "  return scores", " return weigh"]), {}, made)  # noqa: S102 - source made of the templates' own numbers only
    weigh: Callable[[Choice], list[float]] = made["make"](**getters)
    return weigh


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

    Of the facts that all candidates share, and then of their own, the one of fewest values stands outermost: that makes 24,700 dictionaries of what
    would be 42,800 in the order of the table, and the engine waits for memory more than for anything else (measured: 0.9 of its time).

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
    found: dict[str, Nested] = {}
    for name, rows in clues.items():
        places = templates.places[numbers[name]]
        values = [len({facts[depth] for facts, _ in rows}) for depth in range(len(places))]
        depths = sorted(range(len(places)), key=lambda depth: (places[depth] >= templates.shared, values[depth], depth))
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
