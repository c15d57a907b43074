"""
Noun phrases beside a verb: who speaks, with title, apposition and relative clause.

Without a parser these are guesses from the kinds of words: each function gives the likeliest first, and the construction
that asks keeps the first that fits what it needs around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.lexicon.classes import forms_of
from citeaudit.phrases.settings import BREAKS, QUANTIFIED, setting_ends

if TYPE_CHECKING:
    from citeaudit.words.tokens import Words

LONGEST = 26
APPOSITION = 40
FINITE = frozenset(("MD", "BE", "HV", "DO"))
HARD = BREAKS | {"SC", "THAT"}
"""Kinds at which a subject must have begun."""
HEADS = frozenset(("NP", "w", "PRO", "NUM", "WHO", "DT", "PP", "ED", "ING"))
"""Kinds with which a noun phrase may begin."""
ATTACHED = frozenset(("IN", "TO", "ADV", "RB", "DAY"))
"""Kinds that hang on a noun or begin a setting: a phrase may end before them."""
NOMINAL = frozenset(("NP", "w", "PRO", "NUM", "WHO"))
BUT = forms_of("contrast")
TIMED = forms_of("timed")


def starts_before(words: Words, row: int, floor: int) -> list[int]:
    """
    Return where a noun phrase that ends right before *row* may start, not before *floor*.

    An apposition or relative clause between commas belongs to it: "Nuala Brady, the county engineer, | told".
    """
    if row <= floor:
        return []
    if words.kind[row - 1] == ",":
        return _apposed(words, row - 1, floor)
    return _bare(words, row, floor)


def _apposed(words: Words, close: int, floor: int) -> list[int]:
    kind = words.kind
    for opening in range(close - 2, max(floor, close - APPOSITION), -1):
        if kind[opening] == "," and words.quote[opening] < 0:
            if not _is_apposition(words, opening + 1, close):
                return []
            # Another apposition may stand before: "Hayley Walsh, 42, a lecturer, | said".
            return [*_bare(words, opening, floor), *_apposed(words, opening, floor)]
        if kind[opening] in (";", ":"):
            return []
    return []


def _is_apposition(words: Words, row: int, end: int) -> bool:
    """Tell whether the words say who somebody is, not what happens: no finite verb but behind "who"."""
    kind = words.kind
    if kind[row] in ("WHO", "ED", "ING", "NUM"):
        return True
    if kind[row] in ("CC", "PRO", "SC", "THAT"):
        return False
    who = next((at for at in range(row, end) if kind[at] == "WHO"), end)
    return not any(kind[at] in FINITE for at in range(row, who))


def _bare(words: Words, row: int, floor: int) -> list[int]:
    kind, lower = words.kind, words.lower
    low = max(floor, row - LONGEST)
    start = _stop(words, row, low)
    if start > low and kind[start - 1] in ("SC", "THAT"):
        # "A spokesman who was not named because of its rules | said": the relative clause holds what stops us.
        who = next((at for at in range(start - 1, low, -1) if kind[at] == "WHO" or kind[at] in BREAKS), low)
        if kind[who] == "WHO":
            start = _stop(words, who, low)
    starts = [start]
    # Where the clause opens with a time or place, the subject comes behind it: "On Monday Brady told".
    if start < row and (kind[start] in ("IN", "DAY", "RB", "ADV", "CC", "SC") or lower[start] in TIMED):
        behind = [end for end in setting_ends(words, start, row) if end < row]
        starts = [start + 1] if kind[start] == "CC" else behind
    return [at for at in starts if is_noun_phrase(words, at, row)]


def _stop(words: Words, row: int, low: int) -> int:
    """Return the first row, going left from *row*, behind what no subject holds."""
    start = row
    while (
        start > low
        and words.kind[start - 1] not in HARD
        and not (words.kind[start - 1] == "CC" and words.lower[start - 1] in BUT)
        and words.quote[start - 1] < 0
    ):
        start -= 1
    return start


def is_noun_phrase(words: Words, start: int, end: int) -> bool:
    """Tell whether the words from *start* to *end* can be one noun phrase that speaks."""
    kind = words.kind
    if start >= end or kind[start] not in HEADS or end - start > LONGEST:
        return False
    if kind[start] == "ING" and words.lower[start] in forms_of("lead_verb"):
        return False
    if kind[start] == "WHO" and kind[start - 1] == ",":
        return False
    if kind[end - 1] == "WHO" and end - start > 1:
        return False
    if kind[end - 1] in ("RB", "POS", "DT", "PP", "IN", "CC", "TO") or (end - start == 1 and kind[start] == "NUM"):
        return False
    if kind[start] == "PRO" and end - start > 1 and words.lower[start] not in QUANTIFIED:
        return False
    who = next((at for at in range(start, end) if kind[at] == "WHO"), end)
    for at in range(start, who):
        if kind[at] in FINITE or kind[at] in ("TO", "WH", "NOT", "PRM"):
            return False
        if kind[at] == "ED" and at > start and at + 1 < end and kind[at + 1] in ("DT", "PP", "PRO") and kind[at - 1] in NOMINAL:
            return False
    return any(kind[at] in NOMINAL for at in range(start, end))


def ends_after(words: Words, row: int, limit: int) -> list[int]:
    """
    Return where a noun phrase that begins at *row* may end, not after *limit*, likeliest first.

    A name ends before a preposition ("Hale | in Cork"), a noun takes what hangs on it ("an aide to the mayor").
    """
    kind = words.kind
    if row >= limit:
        return []
    if kind[row] == "PRM" or (kind[row] == "PP" and kind[row + 1] not in ("w", "NP", "NUM", "ED", "ING", "ADV")):
        return [row + 1]
    if kind[row] not in HEADS or kind[row] == "WHO":
        return []
    if kind[row] == "PRO" and words.lower[row] not in QUANTIFIED:
        return [row + 1]
    end, soft = _reach(words, row, limit)
    if end == row:
        return []
    day = _before_day(words, row, end)
    whole = [stop for stop in dict.fromkeys((*soft, end)) if stop <= day and any(kind[at] in NOMINAL for at in range(row, stop))]
    if day < end and day not in whole:
        whole.append(day)
    ordered = sorted(whole, reverse=kind[row] != "NP")
    return [*_with_apposition(words, ordered, limit), *ordered]


def _reach(words: Words, row: int, limit: int) -> tuple[int, list[int]]:
    """Return how far a noun phrase that begins at *row* may go at most, and where before that it may end."""
    kind = words.kind
    soft: list[int] = []
    relative = False
    for at in range(row, min(limit, row + LONGEST)):
        if kind[at] == "WHO" or (kind[at] == "ING" and at > row and kind[at - 1] == "w"):
            soft.append(at)
            relative = True
        elif at == row:
            continue
        elif _stops(words, at) or (not relative and _is_verbal(words, at)):
            return at, soft
        elif (kind[at] in ATTACHED or words.lower[at] in TIMED) and words.lower[at] != "of":
            soft.append(at)
    return min(limit, row + LONGEST), soft


def _stops(words: Words, at: int) -> bool:
    """Tell whether no noun phrase goes on over the word *at*, whatever stands before it."""
    kind = words.kind
    if kind[at] == "ED":
        return kind[at - 1] == "NP" or kind[at + 1] in ("DT", "PP", "PRO", "TO", "PRM")
    return kind[at] in BREAKS or (kind[at] in ("SC", "THAT", "WH", "CC") and not _joins(words, at))


def _is_verbal(words: Words, at: int) -> bool:
    """Tell whether the word *at* begins or belongs to a group of verbs, so that the noun phrase ended before it."""
    if words.kind[at] == "PRO":
        return words.lower[at] not in QUANTIFIED
    return words.kind[at] in FINITE or words.kind[at] in ("NOT", "PRM")


def _before_day(words: Words, row: int, end: int) -> int:
    """Return where a time inside the phrase begins, which is no part of it: "said Brady | late on Friday"; *end* if none does."""
    kind = words.kind
    day = next((at for at in range(row + 1, end) if kind[at] == "DAY" and kind[at - 1] != "DT"), end)
    while row + 1 < day < end and (kind[day - 1] in ("IN", "RB") or words.lower[day - 1] in TIMED):
        day -= 1
    return day


def _joins(words: Words, at: int) -> bool:
    """Tell whether "and" joins two nouns here, not two clauses: a noun or name follows."""
    return words.lower[at] in ("and", "&", "or") and words.kind[at + 1] in ("NP", "w", "DT", "NUM")


def _with_apposition(words: Words, ends: list[int], limit: int) -> list[int]:
    """Return the ends of the phrase with what says who it is: "Carrie Dunn|, 44|", "Brady|, the county engineer,| on Monday"."""
    kind = words.kind
    found = []
    for end in ends:
        if end < limit and kind[end] == "," and kind[end + 1] in ("DT", "PP", "NUM", "WHO", "w", "NP", "ED", "RB"):
            close = next(
                (at for at in range(end + 1, min(limit, end + APPOSITION)) if kind[at] == "," and words.quote[at] < 0), limit
            )
            if _is_apposition(words, end + 1, close):
                found.append(close)
                if close < limit:
                    found.append(close + 1)
    return found
