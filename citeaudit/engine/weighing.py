"""Weighers: what was learned for some templates goes in, a function that adds up what the clues of each candidate weigh comes out.

A clue is looked up fact by fact, and templates that look at the same fact next share that look-up: all that was learned grows into one tree, whose
branches at a fact hold what each of those templates goes on with. The function is compiled, since the engine spends a third of its time in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import CodeType
from typing import Any, NamedTuple

from citeaudit.engine.templates import Choice, Facts, Nested, Templates, place_of

Value = Any
"""What the tree holds where some facts were seen: for each template that has seen all of its own the weight, for each look a dictionary by its fact; by itself where it is the only one."""
NOWHERE: dict[str, Value] = {}
"""In place of a dictionary where nothing was learned."""
Compiled = tuple[CodeType, tuple[tuple[Value, bool], ...]]
"""The code of a function, and the values that it is given, each with whether it is a dictionary in which the function looks facts up."""


class Node(NamedTuple):
    """Some templates after the same facts: the numbers of those that have seen all of theirs, and where the others look next."""

    ends: tuple[int, ...]
    looks: tuple[Look, ...]


class Look(NamedTuple):
    """The fact that some templates, by their *numbers*, look at next, and what follows."""

    place: int
    numbers: tuple[int, ...]
    node: Node


@dataclass(frozen=True)
class Weigher:
    """
    What was learned for the clues of some *templates*, ready to be looked up.

    *keys* are those of the templates that something was learned for, *tree* is what grew of it. *compiled* is made of that: the code of a function, and what it is given.
    """

    templates: Templates
    keys: tuple[str, ...]
    tree: Value
    compiled: Compiled

    @classmethod
    def of(cls, templates: Templates, learned: Mapping[str, Nested]) -> Weigher:
        """Return the weigher of *templates* for what was *learned* for each of them; see ``check_nested``."""
        tables = {place[0]: weights for key, weights in learned.items() if (place := place_of(templates, key))}
        node = _node_of(templates, learned)
        tree = _grown(node, tables)
        return cls(templates, tuple(learned), tree, _compile(templates, node, tree))

    def to_keep(self) -> tuple[Any, ...]:
        """Return what it is made of beside its templates, in plain types."""
        return self.keys, self.tree, self.compiled

    @cached_property
    def weigh(self) -> Callable[[Choice], list[float]]:
        """The function that takes a choice and returns what the clues of each candidate weigh together."""
        weigh: Callable[[Choice], list[float]] = _function(self.compiled)
        return weigh

    def explain(self, facts: Facts, most: int) -> list[tuple[float, str, list[str]]]:
        """Return the *most* clues that speak most for a candidate: weight, template, and what it saw."""
        weights = self._weigh_apart(facts)
        names, places = self.templates.names, self.templates.places
        return [
            (weights[number], names[number], [facts[place] or "" for place in places[number]])
            for number in sorted(range(len(weights)), key=weights.__getitem__, reverse=True)[:most]  # the first of equals first
            if weights[number] > 0
        ]

    @cached_property
    def _weigh_apart(self) -> Callable[[Facts], list[float]]:
        """The function that returns what the clue of each template weighs for a candidate; made when it is first asked."""
        return _compile_apart(self.templates, _node_of(self.templates, self.keys), self.tree)


def _node_of(templates: Templates, keys: Iterable[str]) -> Node:
    """Return the node at which all *templates* begin that have one of the *keys*."""
    return _planned(dict(sorted(place for key in keys if (place := place_of(templates, key)))))


def _planned(paths: Mapping[int, Sequence[int]]) -> Node:
    """Return the node at which the templates, by their number, still have the places of *paths* to look at, in that order."""
    by_place: dict[int, dict[int, Sequence[int]]] = {}
    for number, path in paths.items():
        if path:
            by_place.setdefault(path[0], {})[number] = path[1:]
    looks = [Look(place, tuple(further), _planned(further)) for place, further in by_place.items()]
    return Node(tuple([number for number, path in paths.items() if not path]), tuple(looks))


def _grown(node: Node, nested: Mapping[int, Nested]) -> Value:
    """Return what the tree holds at *node* for the weights that are *nested* there, by the number of their template."""
    values = (*[nested.get(number, 0.0) for number in node.ends], *[_branches(look, nested) for look in node.looks])
    return values[0] if _is_single(node) else values


def _branches(look: Look, nested: Mapping[int, Nested]) -> dict[str, Value]:
    if len(look.numbers) == 1:
        alone: dict[str, Value] = nested.get(look.numbers[0], NOWHERE)
        return alone
    by_fact: dict[str, dict[int, Nested]] = {}
    for number in look.numbers:
        for fact, inner in nested.get(number, NOWHERE).items():
            by_fact.setdefault(fact, {})[number] = inner
    return {fact: _grown(look.node, inner) for fact, inner in by_fact.items()}


class _Source:
    """
    The source of a function that looks clues up, written as attrs writes an ``__init__``.

    *given* are the values that it is compiled with by their names: a file of weights has no part in the source. What a template weighs is added to *total* where it is
    found, or, with *is_ordered*, when all are found, in the order of the templates. *terms* are the expressions for what is added at last, by the number of the template;
    *unsure* are those of them that are names which nothing is assigned to where a fact was never seen.
    """

    def __init__(self, *, is_ordered: bool) -> None:
        self.is_ordered = is_ordered
        self.given: list[tuple[Value, bool]] = []
        self.terms: dict[int, str] = {}
        self.unsure: list[str] = []

    def give(self, value: Value) -> str:
        """Return a name for a *value* that the function is compiled with."""
        return self._give(value, is_looked_up=False)

    def _give(self, value: Value, *, is_looked_up: bool) -> str:
        self.given.append((value, is_looked_up))
        return f"given{len(self.given) - 1}"

    def give_all(self, node: Node, tree: Value) -> list[str]:
        """Return names for the values of a *tree* at its first *node*: dictionaries by their ``get``."""
        values = [tree] if _is_single(node) else tree
        names = [self._give(value, is_looked_up=type(value) is dict) for value in values]
        self.terms.update(zip(node.ends, names, strict=False))
        return names[len(node.ends) :]

    def names_of(self, node: Node) -> list[str]:
        """Return the names for the values behind a look, where *node* is."""
        for number in node.ends:
            self.terms[number] = f"weight{number}"
        return [*(self.terms[number] for number in node.ends), *(f"inner{min(look.numbers)}_{look.place}" for look in node.looks)]

    def look_up(self, look: Look, getter: str, indent: str = "") -> Iterator[str]:
        """Yield the lines for all clues behind *look*, for whose fact *getter* is asked."""
        node, asked = look.node, f"{getter}(fact{look.place}"
        if not node.looks and len(node.ends) == 1:
            yield from self._found(node.ends[0], f"{asked}, 0.0)", indent)
            return
        names = self.names_of(node)
        found = names[0] if _is_single(node) else "found"
        yield f"{indent}if ({found} := {asked})) is not None:"
        if not _is_single(node):
            yield f"{indent} {', '.join(names)} = found"
        for number in node.ends:
            yield from self._found(number, self.terms.pop(number), indent + " ")
        for further, name in zip(node.looks, names[len(node.ends) :], strict=True):
            yield from self.look_up(further, f"{name}.get", indent + " ")

    def _found(self, number: int, weight: str, indent: str) -> Iterator[str]:
        """Yield the line for what the template of that *number* weighs, none where it is as well looked up when all is added up."""
        if not indent:
            self.terms[number] = weight
        elif self.is_ordered:
            name = self.terms[number] = f"weight{number}"
            self.unsure.append(name)
            if name != weight:
                yield f"{indent}{name} = {weight}"
        else:
            yield f"{indent}total += {weight}"

    def sum_of(self, numbers: Iterable[int]) -> str:
        """Return the expression that adds up what the templates of these *numbers* weigh, in their order."""
        return "".join([f" + {self.terms[number]}" for number in sorted(numbers)])

    def begun(self) -> str:
        """Return the line that says of all that may not be found that it weighs nothing."""
        return " = ".join([*self.unsure, "0.0"]) if self.unsure else "pass"

    def compiled(self, head: str, body: Iterable[str]) -> Compiled:
        """Return the code of the function of this source, and what it is given."""
        given = ", ".join([f"given{number}" for number in range(len(self.given))])
        lines = [f"def make({given}):", f" def {head}:", *(f"  {line}" for line in body), f" return {head.partition('(')[0]}"]
        return compile("\n".join(lines), "<weigher>", "exec"), tuple(self.given)


def _function(compiled: Compiled) -> Any:
    """Return the function that was *compiled*."""
    code, given = compiled
    made: dict[str, Any] = {}
    exec(code, {}, made)  # noqa: S102 - of source made of the templates' own numbers only
    return made["make"](*[value.get if is_looked_up else value for value, is_looked_up in given])


def _compile(templates: Templates, node: Node, tree: Value) -> Compiled:
    """
    Compile the function that weighs a choice: the facts that all candidates share are looked up once, before the candidates are gone through.

    Candidates that share nothing are judged one by one by their sum, which may fall on a bound: it is the sum in the order of the templates, and does not depend on the tree.
    """
    source = _Source(is_ordered=not templates.shared)
    once, each = list[str](), list[str]()
    open_looks = [(look, getter) for look, getter in zip(node.looks, source.give_all(node, tree), strict=True)]
    own_looks = []
    while open_looks:
        look, getter = open_looks.pop()
        if look.place >= templates.shared:
            own_looks.append((look, getter))
            continue
        names = source.names_of(look.node)
        once.append(f"{', '.join(names)} = {getter}(fact{look.place}, {source.give(_grown(look.node, {}))})")
        open_looks += [
            (further, f"{name}.get") for further, name in zip(look.node.looks, names[len(look.node.ends) :], strict=True)
        ]
    fixed = set(source.terms)
    for look, getter in own_looks:
        each += source.look_up(look, getter)
    facts = [f"fact{place}" for place in range(len(templates.facts))]
    shared, own = (f"{', '.join(names)}," if names else "_" for names in (facts[: templates.shared], facts[templates.shared :]))
    body = [
        "shared, candidates = choice",
        *([f"{shared} = shared"] if templates.shared else []),
        *once,
        f"fixed = 0.0{source.sum_of(fixed)}",
        "scores = []",
        f"for {own} in candidates:",
        " total = fixed",
        *(f" {line}" for line in (source.begun(), *each)),
        f" scores.append(total{source.sum_of(source.terms.keys() - fixed)})",
        "return scores",
    ]
    return source.compiled("weigh(choice)", body)


def _compile_apart(templates: Templates, node: Node, tree: Value) -> Callable[[Facts], list[float]]:
    """Return the function that weighs each clue of a candidate by itself, in the order of the templates."""
    source = _Source(is_ordered=True)
    getters = source.give_all(node, tree)
    lines = [line for look, getter in zip(node.looks, getters, strict=True) for line in source.look_up(look, getter)]
    facts = ", ".join([f"fact{place}" for place in range(len(templates.facts))])
    weights = ", ".join([source.terms.get(number, "0.0") for number in range(len(templates.names))])
    body = [f"{facts}, = facts", source.begun(), *lines, f"return [{weights}]"]
    weigh_apart: Callable[[Facts], list[float]] = _function(source.compiled("weigh_apart(facts)", body))
    return weigh_apart


def _is_single(node: Node) -> bool:
    """Tell whether the tree holds one value at *node*, and no tuple of them."""
    return len(node.ends) + len(node.looks) == 1
