"""Elements before a trigger that tell what was said: a clause or its beginning, a quotation, all up to here."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from citeaudit.constructions.elements.places import BULLETS, MARKS, MOST_BARE, MOST_BETWEEN, OPENERS
from citeaudit.lexicon.classes import forms_of
from citeaudit.phrases.clauses import clause_start, has_verb, is_said_before
from citeaudit.phrases.noun_phrases import is_noun_phrase
from citeaudit.phrases.settings import FINITE, is_setting
from citeaudit.words.quoted import quote_start

if TYPE_CHECKING:
    from citeaudit.constructions.elements.places import Places
    from citeaudit.constructions.field import Field
    from citeaudit.words.tokens import Words

LEADING = BULLETS | OPENERS
"""Marks before what is told."""
JOINING = LEADING | {"CC"}
"""The same with "but", which belongs to no clause that is told by itself."""
LEAST_TOLD = 3
"""So many words at least are told: "Still, | Bloomberg reported" tells nothing."""


def quoted_before(field: Field, row: int, floor: int) -> Places:
    """Return what stands here quoted: a clause before whose end a quotation closes."""
    return clause_before(field, row, floor) if field.words.kind[row - 1] == "CQ" else []


def clause_before(field: Field, row: int, floor: int) -> Places:
    """Return what was said, a clause or quotation from the sentence's beginning, before a comma, dash or closing mark."""
    return [(start, what) for start, what in part_before(field, row, floor) if isinstance(what, tuple) and _says(field, *what)]


def _says(field: Field, first: int, last: int) -> bool:
    words = field.words
    if _only_names(words, first, last):
        return False
    if words.quote[last - 1] >= 0 or words.quote[first] >= 0 or has_verb(words, first, last):
        return True
    # A verb in the present looks like a noun: "Repairs begin in April".
    return last - first > MOST_BARE and words.kind[first] in ("w", "NP") and "," not in words.kind[first:last]


def _only_names(words: Words, first: int, last: int) -> bool:
    """Tell whether all that is said is who somebody is, whose verb is still to come: "Lindqvist, a retired pilot, | says the rye tastes like bread"."""
    comma = next((row for row in range(first, last) if words.kind[row] == ","), last)
    if comma + 1 >= last or comma == first or "," in words.kind[comma + 1 : last]:
        return False
    is_told = (
        words.kind[comma - 1] == "NP"
        and (
            words.kind[comma + 1] == "NUM"
            or words.lower[comma + 1] in ("a", "an")
            # What is finite makes a clause of an apposition: "Leeds, the town that | was | flooded".
            or (words.lower[comma + 1] == "the" and FINITE.isdisjoint(words.kind[comma + 1 : last]))
        )
    )
    return (is_told or words.kind[comma + 1] == "WHO") and is_noun_phrase(words, first, comma)


def part_before(field: Field, row: int, floor: int) -> Places:
    """Return the beginning of what was said, which need not be a clause yet: "The old wall, | she told CNN, | is safe"."""
    words = field.words
    if row == floor:
        return _exclaimed_before(field, floor)
    end = row
    while end > floor and words.kind[end - 1] in OPENERS:
        end -= 1
    if (end == row and words.kind[row - 1] not in ("CQ", "?", "!")) or end <= floor:
        return []
    first = _behind(words, JOINING, floor, end)
    if words.quote[first] >= 0:
        # The sentences before belong to the same quotation: "“It is over. It was late,” Ruiz told".
        first = quote_start(words, first)
    return [(floor, (first, end))] if is_said_before(words, first, end) else []


def whole_part_before(field: Field, row: int, floor: int) -> Places:
    """Return such a beginning without a comma inside, which no apposition parts from its verb: not "The actress, 58, | claimed he left"."""
    return [
        place
        for place in part_before(field, row, floor)
        if isinstance(place[1], tuple) and "," not in field.words.kind[slice(*place[1])]
    ]


def statement_before(field: Field, row: int, floor: int) -> Places:
    """Return the whole statement that ends here, a finite verb in it, with no mark behind it: before a bracket."""
    words = field.words
    first = _behind(words, JOINING, floor, row)
    is_quoted = first < row and words.quote[first] >= 0
    return [(floor, (first, row))] if row - first > MOST_BARE and (is_quoted or has_verb(words, first, row)) else []


def _behind(words: Words, kinds: frozenset[str], row: int, end: int) -> int:
    """Return the first row from *row* on, *end* if none, that is of none of these *kinds*."""
    return next((at for at in range(row, end) if words.kind[at] not in kinds), end)


def _exclaimed_before(field: Field, floor: int) -> Places:
    """Return what was quoted in the sentence before, up to a question or exclamation mark: "“We will never pay!” | Ana Ruiz told"."""
    words = field.words
    if words.quote[floor - 1] < 0 or words.kind[floor - 1] != "CQ" or words.kind[floor - 2] not in ("!", "?"):
        return []
    if words.paragraph[words.sentence[floor]] != words.paragraph[words.sentence[floor - 1]]:
        return []
    return [(floor, (quote_start(words, floor - 1), floor))]


def around_before(field: Field, row: int, floor: int) -> Places:
    """Return what stands before in the same clause, if anything does; nothing before another predicate: "has left and | is expected to"."""
    if row > floor and field.words.kind[row - 1] == "CC" and field.words.kind[row] == "BE":
        return []
    first = clause_start(field.words, row, floor)
    return [(first, (first, row))] if first < row else []


def spoken_before(field: Field, row: int, floor: int) -> Places:
    """Return the quotation that the mark at *row* closes, behind a comma, question or exclamation mark."""
    words = field.words
    if words.quote[row] < 0 or words.kind[row - 1] not in (",", "?", "!"):
        return []
    first = quote_start(words, row)
    return [(max(first, floor), (first, row + 1))]


def front_before(field: Field, row: int, floor: int) -> Places:
    """Return the place near the sentence's beginning, where nothing has been told yet."""
    return [] if tells_something(field, floor, row) else [(row, None)]


def tells_something(field: Field, row: int, end: int) -> bool:
    """Tell whether enough words stand from *row* to *end* to say something."""
    told = (at for at in range(row, end) if field.words.kind[at] not in MARKS)
    return len(list(islice(told, LEAST_TOLD))) == LEAST_TOLD


def all_before(field: Field, row: int, floor: int) -> Places:
    """Return whatever was told up to here."""
    first = _behind(field.words, LEADING, floor, row)
    return [(floor, (first, row))] if tells_something(field, first, row) else []


def told_before(field: Field, row: int, floor: int) -> Places:
    """Return what was told, behind whose comma, dash or closing mark an outlet's report may follow."""
    words = field.words
    end = row
    while end > floor and (words.kind[end - 1] in OPENERS or words.kind[end - 1] in ("(", ";")):
        end -= 1
    if (end == row and words.kind[row - 1] != "CQ") or not all_before(field, end, floor) or is_setting(words, floor, end):
        return []
    first = quote_start(words, floor) if words.quote[floor] >= 0 and words.quote[floor] != words.quote[row] else floor
    return [(floor, (first, end))]


def pointing_before(field: Field, row: int, floor: int) -> Places:
    """Return all that stands before, if it only points at what went before: "That's all"."""
    words = field.words
    at = row - 1 if row - 1 > floor and words.lower[row - 1] == "all" else row
    first = floor + 1 if words.kind[floor] == "CC" else floor
    if at - first != len(("that", "’s")) or words.lower[first] not in forms_of("pointing"):
        return []
    return [(floor, (first, row))] if words.kind[at - 1] in ("BE", "POS") else []


def subject_before(field: Field, row: int, floor: int) -> Places:
    """Return the subject, with its comma, that a report cuts from its verb: "The harbour, | the Times reported, will close"."""
    words = field.words
    if row - 1 <= floor or words.kind[row - 1] != ",":
        return []
    if row - floor > MOST_BETWEEN or words.kind[floor] not in ("DT", "PP", "NP") or is_setting(words, floor, row):
        return []
    return [(floor, (floor, row - 1))] if MARKS.isdisjoint(words.kind[floor : row - 1]) else []
