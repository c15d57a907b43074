"""
Finds constructions: for each word or outlet that may trigger a row, matches what stands before it, then what stands after it.

Rows are heard in their order, and the first that fits at a trigger is its reading. Each try has a budget of steps, so that
time stays in proportion to the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import compress, count
from typing import TYPE_CHECKING, NamedTuple

from citeaudit.constructions.elements.documents import is_headed
from citeaudit.constructions.elements.table import LEFT, RIGHT
from citeaudit.constructions.grammar import HEADS, OF_CLASS, Element, Row, shipped_rows, words_named
from citeaudit.lexicon.classes import NONE, forms_of
from citeaudit.model.making import replace
from citeaudit.model.relations import Role
from citeaudit.model.spans import Span
from citeaudit.outlets.ambiguity import WEAK
from citeaudit.outlets.mentions import CANDIDATE
from citeaudit.outlets.unknown import is_press_site
from citeaudit.sources.outlet_phrases import Head, OutletPhrase

if TYPE_CHECKING:
    from citeaudit.constructions.elements.places import Bound, Places
    from citeaudit.constructions.field import Field

    Bindings = tuple[tuple[str, Bound], ...]

OWN_ROLES = {"SETTING": "setting", "VENUE": Role.VENUE.value}
"""What these phrases are bound to without saying so."""
ANY_NOUN = "NP"
"""What a noun phrase is spelled with."""
HEARING = frozenset((Role.VENUE, Role.OBTAINED_BY))
PUBLISHING = frozenset((Head.PIECE, Head.POLL, Head.INTERVIEW, Head.JOURNALIST))
"""The heads of phrases that tell by what stands beside a name that it is an outlet's: "a Kestrel FM investigation"."""
BEYOND = 8
"""So many words behind the end of its sentence a row may hold: closing marks, a word behind them."""
STEPS = 160
"""So many elements are tried at most for one row at one trigger."""


class Reading(NamedTuple):
    """One construction where it was found: its row, the row of words that triggered it, and what each role is bound to."""

    row: Row
    trigger: int
    bound: Bindings


@dataclass(frozen=True, slots=True)
class NearMiss:
    """
    A word that could tell of somebody and is read by no row: where it stands, the *row* that came nearest, and where that stopped.

    *matched* counts the elements of the row that fitted; *failed* is the one behind them, in the words of the tables.
    """

    span: Span
    row: str
    matched: int
    failed: str


@cache
def rows_by_trigger(rows: tuple[Row, ...]) -> dict[str, tuple[tuple[Row, ...], tuple[Row, ...]]]:
    """Return the *rows* that each form of a word triggers, in their order: those that want no outlet, and all."""
    found: dict[str, dict[Row, None]] = {}
    for row in rows:
        for name in () if row.is_at_outlet else row.trigger.names:
            for form in forms_of(name[1:]) if name.startswith("@") else (name,):
                found.setdefault(form, {})[row] = None
    return {form: (tuple(row for row in asked if not row.wants_outlet), tuple(asked)) for form, asked in found.items()}


def find_readings(field: Field, rows: tuple[Row, ...] | None = None) -> list[Reading]:
    """Return the readings of *field* by *rows* (all that are shipped), in order of their triggers, none inside a quotation."""
    found = []
    for trigger, asked, search in _triggers(field, rows):
        for construction in search.fitting(asked, trigger, trigger + 1):
            reading = search.reading(construction, trigger)
            if reading is not None and (construction.proves or not _takes_a_person(field.words.lower[trigger], reading)):
                if not construction.is_negative:
                    found.append(reading)
                break
    return found


@cache
def rows_by_head(rows: tuple[Row, ...]) -> dict[Head, tuple[tuple[Row, frozenset[str]], ...]]:
    """Return the *rows* that each kind of outlet phrase triggers, in their order, with the nouns that it must have (none: any)."""
    found: dict[Head, list[tuple[Row, frozenset[str]]]] = {}
    for row in rows:
        for name in row.trigger.names if row.is_at_outlet else ():
            head, _, noun = name.partition("@")
            for which in HEADS[head]:
                found.setdefault(which, []).append((row, forms_of(noun) if noun else NONE))
    return {head: tuple(asked) for head, asked in found.items()}


def find_confirming(field: Field) -> list[Reading]:
    """Return the readings of *field* that take a doubtful name for an outlet's because they begin at it: "denied the deal to | the Sun"."""
    doubtful = {at: (end, phrase) for at, (end, phrase) in field.phrase_from.items() if _may_be_confirmed(field, end, phrase)}
    readings = find_at_outlets(replace(field, phrase_from=doubtful)) if doubtful else []
    return [
        reading
        for reading in readings
        if (reading.row.proves and _is_no_other_site(reading)) or (reading.row.confirms and _may_report(reading))
    ]


def _is_no_other_site(reading: Reading) -> bool:
    """Tell whether the name of *reading* is no address, or one of the press: "from another_module.py:" quotes no outlet."""
    return all(name.outlet or "." not in name.name or is_press_site(name.name) for name in _phrase_of(reading).names)


def _may_report(reading: Reading) -> bool:
    """
    Tell whether the name of *reading* may be taken for an outlet's there: it only hears, a table has it, or what it published or is found under says so.

    Whoever reports under another name may be a person or a firm: "Serhii Radio says".
    """
    phrase = _phrase_of(reading)
    is_known = all(name.outlet or is_press_site(name.name) for name in phrase.names)
    return is_known or phrase.head in PUBLISHING or _hears(reading.row)


def _phrase_of(reading: Reading) -> OutletPhrase:
    (phrase,) = (what for _, what in reading.bound if isinstance(what, OutletPhrase))
    return phrase


def _hears(row: Row) -> bool:
    """Tell whether the outlet of *row* is told something, and reports nothing yet: it is a venue, or "has been told"."""
    return row.family == "venues" or any("told" in element.names for element in (*row.left, *row.right))


def _may_be_confirmed(field: Field, end: int, phrase: OutletPhrase) -> bool:
    """Tell whether *phrase*, which ends before row *end*, has a doubtful name that no person goes by: no "the Texan", no "Majority Leader | Hale"."""
    steps = [(evidence.step, evidence.detail) for name in phrase.names for evidence in name.evidence]
    is_title = end < len(field.words.kind) and field.words.kind[end] == "NP"
    return any(step == CANDIDATE for step, _ in steps) and (CANDIDATE, WEAK) not in steps and not is_title


def find_at_outlets(field: Field, rows: tuple[Row, ...] | None = None) -> list[Reading]:
    """Return the readings of *field* by the rows that begin at an outlet, in order of the text, inside quotations too."""
    asked = rows_by_head(shipped_rows() if rows is None else rows)
    found: list[Reading] = []
    search: _Search | None = None
    for at, (end, phrase) in sorted(field.phrase_from.items(), key=lambda place: place[0]):
        if field.is_silent[field.words.sentence[at]]:
            continue
        search = _search_of(field, *field.stretch(at, end), search)
        hidden = ""
        possible = (row for row, nouns in asked.get(phrase.head, ()) if not nouns or phrase.noun in nouns)
        for row in search.fitting(possible, at, end):
            if row.family == hidden:
                continue
            reading = search.reading(row, at, end, phrase)
            if reading is not None and row.is_negative:
                hidden = row.family
            elif reading is not None:
                found.append(reading)
                break
    return found


def near_misses_of(field: Field) -> tuple[NearMiss, ...]:
    """Return, for each trigger of *field* that no row reads, the row that came nearest, the first of equals, and where it stopped."""
    found = []
    for trigger, asked, search in _triggers(field):
        span = Span(field.words.start[trigger], field.words.end[trigger])
        misses = []
        for construction in asked:
            if search.reading(construction, trigger) is not None:
                break
            misses.append(NearMiss(span, construction.name, search.matched, "|".join(search.failed)))
        else:
            if misses:
                found.append(max(misses, key=lambda miss: miss.matched))
    return tuple(found)


def _triggers(field: Field, rows: tuple[Row, ...] | None = None) -> Iterator[tuple[int, tuple[Row, ...], _Search]]:
    """Yield each row of words that may trigger something, with the constructions to try and the search of its sentence."""
    triggered = rows_by_trigger(shipped_rows() if rows is None else rows)
    words = field.words
    search: _Search | None = None
    for trigger in compress(count(), map(triggered.__contains__, words.lower)):
        number = words.sentence[trigger]
        if number < 0 or field.is_silent[number] or (words.quote[trigger] >= 0 and words.kind[trigger] != "CQ"):
            continue
        if words.kind[trigger] == "NP" and trigger != field.first[number]:
            continue  # a capital inside a sentence names something: "the Islamic State"
        without_outlets, every = triggered[words.lower[trigger]]
        asked = every if number in field.naming else without_outlets
        if asked:
            search = _search_of(field, field.first[number], field.last[number], search)
            yield trigger, asked, search


def _search_of(field: Field, floor: int, limit: int, last: _Search | None) -> _Search:
    """Return the search between two rows of *field*: the *last* one if it was between the same, since several triggers stand in one sentence."""
    return last if last is not None and last.floor == floor and last.limit == limit else _Search(field, floor, limit)


def _takes_a_person(form: str, reading: Reading) -> bool:
    """Tell whether *reading* makes a source of a doubtful name that may only be told something: "the Texan added"."""
    return form not in forms_of("newsy") and any(
        role not in HEARING and evidence.step == CANDIDATE and evidence.detail == WEAK
        for role, what in reading.bound
        if isinstance(what, OutletPhrase)
        for name in what.names
        for evidence in name.evidence
    )


class _Search:
    """
    The search in one sentence, from its row *floor* to its row *limit*.

    What an element matches at a row is kept, since many rows ask for the same. *matched* and *failed* tell of the last row tried how far it came.
    """

    def __init__(self, field: Field, floor: int, limit: int) -> None:
        self.field, self.floor, self.limit = field, floor, limit
        self.steps = self.matched = 0
        self.failed: tuple[str, ...] = ()
        self.before: dict[tuple[str, int], Places] = {}
        self.after: dict[tuple[str, int], Places] = {}
        self.words = frozenset(field.words.lower[floor : limit + BEYOND])

    def fitting(self, rows: Iterable[Row], trigger: int, end: int) -> Iterator[Row]:
        """Yield those of *rows* whose needed words stand somewhere, and whose elements right before *trigger* and from *end* on match: most fail at these."""
        lacks = self.words.isdisjoint
        before: dict[tuple[str, ...], bool] = {}
        behind: dict[tuple[str, ...], bool] = {}
        for row in rows:
            for words in row.needs:
                if lacks(words):
                    break
            else:
                begins = before.get(row.before)
                if begins is None:
                    begins = before[row.before] = self._any_starts(row.before, trigger)
                if not begins:
                    continue
                ends = behind.get(row.behind)
                if ends is None:
                    ends = behind[row.behind] = self._any_ends(row.behind, end)
                if ends:
                    yield row

    def _any_starts(self, names: tuple[str, ...], row: int) -> bool:
        """Tell whether one of the elements *names* ends right before *row*, or none need."""
        for name in names:
            if self._starts(name, row):
                return True
        return not names

    def _any_ends(self, names: tuple[str, ...], row: int) -> bool:
        """Tell whether one of the elements *names* begins at *row*, or none need."""
        for name in names:
            if self._ends(name, row):
                return True
        return not names

    def reading(self, row: Row, trigger: int, end: int = 0, phrase: OutletPhrase | None = None) -> Reading | None:
        """Return the reading of *row* at the word *trigger*, or at the *phrase* of an outlet that begins there and ends before *end*; or None."""
        self.steps, self.matched, self.failed = STEPS, 0, ()
        if trigger >= self.limit and row.right:
            return None
        before = self._left(row.left, len(row.left) - 1, trigger, ())
        if before is None:
            return None
        own = ((row.trigger.role, phrase or (trigger, trigger + 1)),) if row.trigger.role else ()
        # What stands behind the trigger is the same, whatever was bound before it.
        bound = self._right(row.right, 0, end or trigger + 1, (*before, *own), len(row.left))
        return None if bound is None else Reading(row, trigger, bound)

    def _left(self, elements: tuple[Element, ...], number: int, row: int, bound: Bindings) -> Bindings | None:
        """Return what the elements up to *number* bind, read from *row* to the left; None if they do not match."""
        self.steps -= 1
        if self.steps < 0:
            return None
        if number < 0:
            return bound
        element = elements[number]
        matched = len(elements) - 1 - number
        if matched >= self.matched:
            self.matched, self.failed = matched, element.names
        for name in element.names:
            for start, what in self._starts(name, row):
                role = element.role or OWN_ROLES.get(name)
                here = ((role, what),) if role and what is not None else ()
                following = number if element.repeat == "*" and start < row else number - 1
                if (found := self._left(elements, following, start, (*here, *bound))) is not None:
                    return found
        return self._left(elements, number - 1, row, bound) if element.repeat else None

    def _right(self, elements: tuple[Element, ...], number: int, row: int, bound: Bindings, matched: int) -> Bindings | None:
        """Return what the elements from *number* on bind, read from *row* to the right, None if they do not match; *matched* stand to the left."""
        self.steps -= 1
        if self.steps < 0:
            return None
        if number == len(elements):
            return bound
        element = elements[number]
        if matched + number >= self.matched:
            self.matched, self.failed = matched + number, element.names
        for name in element.names:
            for end, what in self._ends(name, row):
                role = element.role or OWN_ROLES.get(name)
                here = ((role, what),) if role and what is not None else ()
                following = number if element.repeat == "*" and end > row else number + 1
                if (found := self._right(elements, following, end, (*bound, *here), matched)) is not None:
                    return found
        return self._right(elements, number + 1, row, bound, matched) if element.repeat else None

    def _starts(self, name: str, row: int) -> Places:
        known = self.before.get((name, row))
        if known is None:
            known = self.before[name, row] = self._find_starts(name, row)
        return known

    def _find_starts(self, name: str, row: int) -> Places:
        find = LEFT.get(name)
        if find is not None:
            return find(self.field, row, self.floor)
        if name.startswith(OF_CLASS):
            noun = name.removeprefix(OF_CLASS)
            return [place for place in self._starts(ANY_NOUN, row) if is_headed(self.field, noun, place[0], row)]
        if row <= self.floor:
            return []
        words, asked, last = self.field.words, words_named(name), row - 1
        lower = words.lower
        found: Places = []
        if lower[last] in asked.last:
            starts = [row - n for n in asked.lengths if row - n >= self.floor and tuple(lower[row - n : row]) in asked.several]
            found = [(start, (start, row)) for start in starts]
        if lower[last] in asked.single or words.kind[last] == name:
            found.append((last, (last, row)))
        return found

    def _ends(self, name: str, row: int) -> Places:
        known = self.after.get((name, row))
        if known is None:
            known = self.after[name, row] = self._find_ends(name, row)
        return known

    def _find_ends(self, name: str, row: int) -> Places:
        find = RIGHT.get(name)
        if find is not None:
            return find(self.field, row, self.limit)
        if name.startswith(OF_CLASS):
            noun = name.removeprefix(OF_CLASS)
            return [place for place in self._ends(ANY_NOUN, row) if is_headed(self.field, noun, row, place[0])]
        words, asked = self.field.words, words_named(name)
        lower = words.lower
        if row >= len(lower):
            return []
        found: Places = []
        if lower[row] in asked.first:
            ends = [row + n for n in asked.lengths if row + n <= self.limit and tuple(lower[row : row + n]) in asked.several]
            found = [(end, (row, end)) for end in ends]
        if lower[row] in asked.single or words.kind[row] == name:
            found.append((row + 1, (row, row + 1)))
        return found
