"""Clauses: what can be said, as against a time, a place or a bare noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.lexicon.classes import forms_of
from citeaudit.phrases.settings import FINITE, QUANTIFIED, is_setting
from citeaudit.words.tokens import ends_in_s

if TYPE_CHECKING:
    from citeaudit.words.tokens import Words

SUBJECTS = frozenset(("NP", "PRO", "w"))
OPENS = frozenset(("DT", "PP", "PRO", "NP", "NUM", "w", "ADV", "RB", "ING", "ED", "NOT", "DAY", "POS"))
"""Kinds with which a clause without "that" may begin."""
FAR = 18
"""So far from its start the verb of a clause is looked for."""
PLURAL = forms_of("plural")
"""Words that take a noun in -s: "heard | two | appeals"."""
SETS_OUT = forms_of("sets_out")
SHORTEST = 2
MOST_AROUND = 130
"""So many words a clause has at most on each side of a word in it, so that a thousand hedges in one sentence do not each reach over all others."""
JOINS = frozenset(("CC", "WHO", "SC", "WH"))
"""Kinds that begin another clause behind a comma."""


def has_verb(words: Words, row: int, limit: int) -> bool:
    """Tell whether the words from *row* hold a finite verb near their start, as far as forms tell."""
    kind, lower = words.kind, words.lower
    behind = row
    for at in range(row + 1, min(limit, row + FAR)):
        here = kind[at]
        if kind[at - 1] == "," and (here == "WHO" or (here == "ED" and "," not in kind[row : at - 1])):
            # What is said of a noun between commas is no clause of its own: "The priest, who knew him well, | said a prayer", "One nurse, called Jo, | left".
            behind = next((close for close in range(at, limit) if kind[close] == ","), limit)
        if at < behind:
            continue
        if here in FINITE:
            return True
        if (
            here == "w"
            and kind[at - 1] in SUBJECTS
            and ends_in_s(lower[at])
            and lower[at + 1] != "of"
            and lower[at - 1] not in PLURAL
        ):
            return True
        if here == "w" and kind[at - 1] == "PRO" and lower[at - 1] not in QUANTIFIED:
            return True
        if here in ("THAT", ";", ":"):
            return False
    return False


def is_clause(words: Words, row: int, limit: int) -> bool:
    """Tell whether a clause without "that" begins at *row*: "work would start in June"."""
    return row < limit and words.kind[row] in OPENS and has_verb(words, row, limit)


def is_said_before(words: Words, row: int, end: int) -> bool:
    """Tell whether the words from *row* to *end*, before a speaker, can be what was said: no setting, no subordinate clause alone."""
    if end - row < SHORTEST or is_setting(words, row, end):
        return False
    if words.lower[row] in SETS_OUT or words.kind[row] in ("IN", "SC"):
        comma = next((at for at in range(row, end) if words.kind[at] == ","), end)
        return comma < end and not is_setting(words, comma + 1, end) and has_verb(words, comma, end)
    return True


def clause_start(words: Words, row: int, floor: int) -> int:
    """Return where the clause begins that goes on at *row*."""
    at, low = row, max(floor, row - MOST_AROUND)
    while at > low and not _begins_another(words, at - 1):
        at -= 1
    return at


def clause_end(words: Words, row: int, limit: int) -> int:
    """Return where the clause ends that goes on at *row*."""
    at, stop = row, min(limit, row + MOST_AROUND)
    while at < stop and not _begins_another(words, at):
        at += 1
    return at


def _begins_another(words: Words, at: int) -> bool:
    """Tell whether another clause begins at the word *at*: a mark that parts them, "while", or "and" behind a comma; "because" goes on."""
    kind = words.kind[at]
    if kind in (";", "—"):
        return True
    return words.lower[at] in forms_of("parts_clauses") or (kind in JOINS and words.kind[at - 1] == ",")
