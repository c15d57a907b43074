"""Elements that are documents and claims, or what one shows: "a memo", "footage obtained by the Post", "a fall of 4 percent"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.constructions.elements.contents import rest
from citeaudit.constructions.elements.places import MOST_BARE, MOST_STRETCH
from citeaudit.constructions.elements.speakers import noun_phrase_before
from citeaudit.lexicon.classes import forms_of
from citeaudit.phrases.relative_clauses import begin_of_noun
from citeaudit.phrases.settings import DETERMINERS, FINITE

if TYPE_CHECKING:
    from citeaudit.constructions.elements.places import Places
    from citeaudit.constructions.field import Field
    from citeaudit.words.tokens import Words

THINGS = frozenset(("DT", "PP", "NUM", "NP", "w", "PRO", "WH", "ED", "ING", "OQ", "RB", "ADV"))
"""Kinds with which a thing that is shown may begin."""
CURRENCIES = frozenset("$£€")
MOST_SAID = 30
"""So many words at most are a claim with what it says."""


def is_headed(field: Field, name: str, row: int, end: int) -> bool:
    """Tell whether the head of the phrase from *row* to *end*, its last noun before a preposition or comma, is of class *name*; courts alone have names."""
    words, forms = field.words, forms_of(name)
    if forms.isdisjoint(words.lower[row:end]):
        return False
    # What is owned is the head, whoever owns it: "the secretary of state's | website".
    named = next((at for at in range(row, end) if words.kind[at] in (",", "WHO")), end)
    head = row = max((at + 1 for at in range(row, named - 1) if words.kind[at] == "POS"), default=row)
    if row + 2 < end and words.lower[row + 1] == "of" and words.lower[row] in forms_of("quantity", "plural"):
        row += 2  # "three of the latest | polls"
    for at in range(row, end):
        if words.kind[at] in ("IN", ",", "WHO", "TO", "ED", "ING", "THAT"):
            break
        head = at
    is_name = words.kind[head] == "NP" and head != field.first[words.sentence[head]]
    return words.lower[head] in forms and (not is_name or name == "court")


def thing(field: Field, row: int, limit: int) -> Places:
    """Return a thing that a document shows, with all behind it: "a fall of 4 percent", "£40", "how it fell"."""
    words = field.words
    is_other = words.kind[row] == "PRM" and not words.lower[row].endswith(("self", "selves"))
    is_thing = row < limit and (words.kind[row] in THINGS or words.lower[row] in CURRENCIES or is_other)
    return rest(field, row, limit) if is_thing else []


def paper_sent(field: Field, row: int, limit: int) -> Places:
    """Return what is sent to somebody and says something: "sent the mayor, a Democrat, | a letter"."""
    words = field.words
    for at in range(row, min(limit, row + MOST_STRETCH)):
        if words.kind[at] in FINITE or words.kind[at] in ("THAT", "OQ", ":", ";"):
            break
        if words.lower[at] in forms_of("paper"):
            first = _article_before(words, at, row)
            return [(at + 1, (first, at + 1))] if first is not None else []
    return []


def document_before(field: Field, row: int, floor: int) -> Places:
    """Return a document right before its relative clause: "obtained | a memo | that says"."""
    return _noun_of_class_before(field, row, floor, "document")


def notice_before(field: Field, row: int, floor: int) -> Places:
    """Return a thing with words on it right before what it says: "hit back with | a television commercial | asserting that"."""
    return _noun_of_class_before(field, row, floor, "notice")


def _noun_of_class_before(field: Field, row: int, floor: int, name: str) -> Places:
    """Return the noun of class *name* that ends here, with what belongs to it."""
    if row <= floor or field.words.lower[row - 1] not in forms_of(name):
        return []
    first = begin_of_noun(field.words, row, floor)
    return [(first, (first, row))] if first < row else []


def noun_before(field: Field, row: int, floor: int) -> Places:
    """Return the one noun right before its relative clause, with what belongs to it: "fire from | left and right groups | who claim"."""
    first = begin_of_noun(field.words, row, floor)
    while first - 1 > floor and field.words.kind[first - 1] == "CC" and begin_of_noun(field.words, first - 1, floor) < first - 1:
        first = begin_of_noun(field.words, first - 1, floor)
    return [(first, (first, row))] if first < row else []


def answered_for_before(field: Field, row: int, floor: int) -> Places:
    """Return pictures that end here with who answers for them: "footage obtained by the Post"; by themselves they are only looked at."""
    words = field.words
    return [
        (start, what)
        for start, what in noun_phrase_before(field, row, floor)
        if is_headed(field, "picture", start, row)
        and any(
            words.lower[at] in forms_of("obtain.ed", "handed.ed") and "by" in words.lower[at + 1 : at + 3]
            for at in range(start, row)
        )
    ]


def allegation_before(field: Field, row: int, floor: int) -> Places:
    """Return a claim, with what it claims, that ends here: "The claim that ministers knew | was rejected"."""
    words = field.words
    at = next(
        (at for at in range(row - 1, max(floor - 1, row - MOST_SAID), -1) if words.lower[at] in forms_of("allegation")), None
    )
    if at is None or any(words.kind[between] in (";", ":", "OQ", ".") for between in range(at, row)):
        return []
    first = at - 1 if at > floor and words.kind[at - 1] in ("DT", "PP") else at
    return [(first, (first, row))] if first < at or at == floor else []


def paper_before(field: Field, row: int, floor: int) -> Places:
    """Return what was issued and says something, which ends here: "a statement on Friday | denying"."""
    words = field.words
    for at in range(row - 1, max(floor, row - MOST_BARE * 3), -1):
        if words.lower[at] in forms_of("paper"):
            first = _article_before(words, at, floor + 1)
            return [(first, (first, row))] if first is not None else []
    return []


def _article_before(words: Words, row: int, floor: int) -> int | None:
    """Return the row, not before *floor*, of the article that stands right before a noun at *row* or at most two words further off; None if none does."""
    near = range(row - 1, max(floor, row - MOST_BARE) - 1, -1)
    return next((at for at in near if words.kind[at] in DETERMINERS), None)
