"""
The noun phrase that a relative pronoun hangs on: "the contractor" of "Now, the contractor | who".

Without a parser the phrase is read backwards from the pronoun, noun by noun: what a preposition joins may be the one meant or
only say more of it ("Sen. Amy Torvald of Ohio | who"), so every start is given, the nearest first, and whoever knows names
and nouns chooses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.phrases.noun_phrases import LONGEST, NOMINAL
from citeaudit.phrases.settings import BREAKS, DETERMINERS, HELPING

if TYPE_CHECKING:
    from citeaudit.model.spans import Span
    from citeaudit.words.tokens import Words

ENDS = BREAKS | HELPING | {"SC", "THAT", "WHO", "WH", "CC", "TO", "NOT", "AC", "RB"}
"""Kinds that no phrase before a relative pronoun goes back over."""
OPENS = frozenset((",", "—", "–", "-", "--", "("))
"""Marks that may stand between a noun and its relative clause."""
VERBAL = frozenset(("ED", "ING"))
JOINED = NOMINAL | VERBAL
"""Kinds behind which what a preposition or participle joins hangs on the word before."""
OBJECTS = DETERMINERS | {"PRO", "PRM", "NP"}
"""Kinds that stand right behind the verb of a clause in -ed, and behind no participle."""


def antecedent_starts(words: Words, pronoun: Span) -> tuple[tuple[int, ...], int]:
    """Return where in the text the phrase before *pronoun* may start, nearest first, and where it ends; no start where none stands."""
    row = words.row_from(pronoun.start)
    number = words.sentence[row] if row < len(words.sentence) else -1
    if number < 0:
        return (), 0
    floor = max(words.bounds[number][0], row - LONGEST)
    end = row - 1 if row > floor and words.kind[row - 1] in OPENS else row
    if end < row and end > floor and words.kind[end - 1] == ".":
        end -= 1  # "Calder County, Neb., who"
    return tuple(words.start[at] for at in _starts(words, end, floor)), words.end[end - 1]


def _starts(words: Words, end: int, floor: int) -> list[int]:
    """Return the rows at which the nouns begin that stand before *end*, each joined to the one before it."""
    starts: list[int] = []
    at = _end_of_name(words, end, floor)
    while at > floor:
        begun = begin_of_noun(words, at, floor)
        if begun == at:
            break
        starts.append(begun)
        if not _is_joined(words, begun, floor):
            break
        at = begun - 1
    return starts


def _is_joined(words: Words, row: int, floor: int) -> bool:
    """Tell whether the noun that begins at *row* hangs on one before it: "engineers | from Northport", "Calder, | Ohio"."""
    if row - 1 <= floor:
        return False
    if words.kind[row - 1] == ",":
        return words.kind[row] == "NP" and words.kind[row - 2] == "NP"
    return words.kind[row - 1] in ("IN", "ED", "ING") and words.kind[row - 2] in JOINED


def _end_of_name(words: Words, end: int, floor: int) -> int:
    """Return where the name ends to which the noun before *end* stands in apposition: "Ana Ruiz, | a former senator"; *end* if to none."""
    begun = begin_of_noun(words, end, floor)
    is_apposed = (
        begun - 1 > floor and words.kind[begun] in DETERMINERS and words.kind[begun - 1] == "," and words.kind[begun - 2] == "NP"
    )
    return begun - 1 if is_apposed else end


def begin_of_noun(words: Words, end: int, floor: int) -> int:
    """Return the row at which the one noun with what stands before it begins that ends right before *end*; *end* if there is none."""
    begun = end
    for at in range(end - 1, floor - 1, -1):
        kind = words.kind[at]
        if (
            words.quote[at] >= 0
            or kind in ENDS
            or kind == "IN"
            or (kind in VERBAL and begun < end and not _is_before_noun(words, at))
        ):
            break
        begun = at
        if kind in DETERMINERS:
            break
    return begun


def _is_before_noun(words: Words, row: int) -> bool:
    """Tell whether a form in -ed or -ing belongs to the noun behind it: "the convicted man", not "arrested the man"."""
    return words.kind[row - 1] in DETERMINERS and words.kind[row + 1] not in OBJECTS
