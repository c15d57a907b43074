"""
Finds constructions: for each word that may trigger a row, matches what stands before it, then what stands after it.

Rows are heard in their order, and the first that fits at a trigger is its reading. Each try has a budget of steps, so that
time stays in proportion to the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from citeaudit.constructions.elements import LEFT, RIGHT, noun_phrase_of, noun_phrase_of_before
from citeaudit.constructions.grammar import Element, Row, shipped_rows
from citeaudit.lexicon.classes import NONE, classes_by_form, forms_of
from citeaudit.model.relations import Role
from citeaudit.outlets.ambiguity import WEAK
from citeaudit.outlets.mentions import CANDIDATE
from citeaudit.sources.outlet_phrases import OutletPhrase

if TYPE_CHECKING:
    from citeaudit.constructions.elements import Bound
    from citeaudit.constructions.field import Field

OF_CLASS = "NP@"
"""What a noun phrase of a class is spelled with: ``NP@document``."""
HEARING = frozenset((Role.VENUE, Role.OBTAINED_BY))
STEPS = 160
"""So many elements are tried at most for one row at one trigger."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One construction where it was found: its row, and what each role is bound to, in order of the text."""

    row: Row
    trigger: int
    bound: tuple[tuple[str, Bound], ...]


@dataclass(frozen=True, slots=True)
class Miss:
    """How far a row got that did not fit: *matched* of its elements, and the row of words at which the next one failed."""

    row: Row
    trigger: int
    matched: int
    failed: str


@cache
def rows_by_trigger(rows: tuple[Row, ...]) -> dict[str, tuple[Row, ...]]:
    """Return the *rows* that each form of a word triggers, in their order."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        for name in row.trigger.names:
            forms = (
                [form for form, classes in classes_by_form().items() if name[1:] in classes] if name.startswith("@") else [name]
            )
            for form in forms:
                found.setdefault(form, []).append(row)
    return {form: tuple(dict.fromkeys(triggered)) for form, triggered in found.items()}


def find_readings(field: Field, rows: tuple[Row, ...] | None = None) -> list[Reading]:
    """Return the readings of *field* by *rows* (all that are shipped), in order of their triggers, none inside a quotation."""
    triggered = rows_by_trigger(shipped_rows() if rows is None else rows)
    words = field.words
    found = []
    for row, form in enumerate(words.lower):
        asked = triggered.get(form)
        if asked is None or words.sentence[row] < 0 or field.is_silent[words.sentence[row]] or words.quote[row] >= 0:
            continue
        if words.kind[row] == "NP" and row != field.first[words.sentence[row]]:
            continue  # a capital inside a sentence names something: "the Islamic State"
        for construction in asked:
            reading = match_row(field, construction, row)
            if reading is not None and not _takes_a_person(form, reading):
                if not construction.is_negative:
                    found.append(reading)
                break
    return found


def _takes_a_person(form: str, reading: Reading) -> bool:
    """Tell whether *reading* makes a source of a doubtful name that may only be told something: "the Texan added"."""
    return form not in forms_of("newsy") and any(
        role not in HEARING and evidence.step == CANDIDATE and evidence.detail == WEAK
        for role, what in reading.bound
        if isinstance(what, OutletPhrase)
        for name in what.names
        for evidence in name.evidence
    )


def match_row(field: Field, construction: Row, trigger: int) -> Reading | None:
    """Return the reading of *construction* at the word *trigger*, or None."""
    sentence = field.words.sentence[trigger]
    floor, limit = field.first[sentence], field.last[sentence]
    if trigger >= limit and construction.right:
        return None
    tries = _Tries(field, floor, limit)
    own = ((construction.trigger.role, (trigger, trigger + 1)),) if construction.trigger.role else ()
    for before in tries.left(construction.left, len(construction.left) - 1, trigger, ()):
        for bound in tries.right(construction.right, 0, trigger + 1, (*before, *own)):
            return Reading(construction, trigger, bound)
    return None


class _Tries:
    """The search for one row at one trigger, with the steps that are left to it."""

    def __init__(self, field: Field, floor: int, limit: int) -> None:
        self.field, self.floor, self.limit, self.steps = field, floor, limit, STEPS

    def left(self, elements: tuple[Element, ...], number: int, row: int, bound: tuple[tuple[str, Bound], ...]):
        """Yield what the elements up to *number* bind, read from *row* to the left."""
        self.steps -= 1
        if self.steps < 0:
            return
        if number < 0:
            yield bound
            return
        element = elements[number]
        for start, what in self._before(element, row):
            role = element.role or ("setting" if element.names == ("SETTING",) else "")
            here = ((role, what),) if role and what is not None else ()
            yield from self.left(
                elements, number if element.repeat == "*" and start < row else number - 1, start, (*here, *bound)
            )
        if element.repeat:
            yield from self.left(elements, number - 1, row, bound)

    def right(self, elements: tuple[Element, ...], number: int, row: int, bound: tuple[tuple[str, Bound], ...]):
        """Yield what the elements from *number* on bind, read from *row* to the right."""
        self.steps -= 1
        if self.steps < 0:
            return
        if number == len(elements):
            yield bound
            return
        element = elements[number]
        for end, what in self._after(element, row):
            role = element.role or ("setting" if element.names == ("SETTING",) else "")
            here = ((role, what),) if role and what is not None else ()
            yield from self.right(elements, number if element.repeat == "*" and end > row else number + 1, end, (*bound, *here))
        if element.repeat:
            yield from self.right(elements, number + 1, row, bound)

    def _before(self, element: Element, row: int):
        words = self.field.words
        for name in element.names:
            if name in LEFT:
                yield from LEFT[name](self.field, row, self.floor)
            elif name.startswith(OF_CLASS):
                yield from noun_phrase_of_before(self.field, name.removeprefix(OF_CLASS), row, self.floor)
            elif row > self.floor and self._is(name, row - 1):
                yield row - 1, (row - 1, row)

    def _after(self, element: Element, row: int):
        for name in element.names:
            if name in RIGHT:
                yield from RIGHT[name](self.field, row, self.limit)
            elif name.startswith(OF_CLASS):
                yield from noun_phrase_of(self.field, name.removeprefix(OF_CLASS), row, self.limit)
            elif row < len(self.field.words.lower) and self._is(name, row):
                yield row + 1, (row, row + 1)

    def _is(self, name: str, row: int) -> bool:
        words = self.field.words
        if name.startswith("@"):
            return name[1:] in classes_by_form().get(words.lower[row], NONE)
        return words.lower[row] == name or words.kind[row] == name
