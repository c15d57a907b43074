"""Elements with figures: a count, a share, an amount, when a poll was taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.constructions.elements.contents import rest
from citeaudit.constructions.elements.contents_before import all_before
from citeaudit.constructions.elements.places import AHEAD, MOST_FEW, MOST_STRETCH
from citeaudit.lexicon.classes import forms_of
from citeaudit.phrases.settings import FINITE, HELPING

if TYPE_CHECKING:
    from citeaudit.constructions.elements.places import Places
    from citeaudit.constructions.field import Field

FURTHER = FINITE | {"ADV", "RB", "TO", "NOT"}
"""Kinds that go on with a group of verbs: "has | found"."""
MOST_FIGURED = 60
"""So many words at most lie between a figure and what tells it."""


OWN = frozenset(("DT", "PP", "THAT", "NP", "w", "NUM"))
"""Kinds of the words that belong to a noun behind them: "that | poll"."""


def figure(field: Field, row: int, limit: int) -> Places:
    """Return a count and its figure: "the number of missing at 52"."""
    words = field.words
    stop = min(limit, row + MOST_STRETCH)
    if not any(words.lower[at] in forms_of("amount_noun") for at in range(row, min(limit, row + 4))):
        return []
    at = next((at for at in range(row + 1, stop) if words.lower[at] == "at"), stop)
    is_given = any(
        words.kind[after] == "NUM" or words.lower[after] in forms_of("plural") for after in range(at + 1, min(limit, at + 4))
    )
    return rest(field, row, limit) if at < stop and is_given else []


def figured_before(field: Field, row: int, floor: int) -> Places:
    """Return what was told up to here, if it holds figures or words of them: "She leads by | four points"."""
    words = field.words
    is_figured = any(
        words.kind[at] == "NUM" or words.lower[at] in forms_of("figure") or words.lower[at].endswith("%")
        for at in range(max(floor, row - MOST_FIGURED), row)
    )
    return all_before(field, row, floor) if is_figured else []


def amount_after(field: Field, row: int, limit: int) -> Places:
    """Return what is left of the sentence, if a figure stands near: "about | 53 percent"."""
    near = range(row, min(limit, row + AHEAD))
    return rest(field, row, limit) if any(field.words.kind[at] == "NUM" for at in near) else []


def odds_after(field: Field, row: int, limit: int) -> Places:
    """Return the odds that somebody gives, with their figure: "gave | the bill a one-in-three chance of passing", but no "chance to speak"."""
    words = field.words
    near = range(row + 1, min(limit - 2, row + 2 * MOST_FEW))
    at = next((at for at in near if words.lower[at] in forms_of("odds")), row)
    if words.lower[at + 1 + (words.kind[at + 1] == "CQ")] not in ("of", "that"):
        return []
    is_figured = any(
        words.kind[before] == "NUM" or "-in-" in words.lower[before] or words.lower[before] in forms_of("figure")
        for before in range(row, at)
    )
    return rest(field, row, limit) if is_figured else []


def own_words_before(field: Field, row: int, floor: int) -> Places:
    """Return the words of a noun that stand before it, and nothing that hangs on another: "In | a new Marlow | poll"."""
    words = field.words
    first = row
    while first > max(floor, row - MOST_FEW) and words.kind[first - 1] in OWN:
        first -= 1
    return [(first, (first, row))] if first < row else []


def share_after(field: Field, row: int, limit: int) -> Places:
    """Return what a poll has, which is no further verb: "has | Ruiz at 39 percent", not "has found"."""
    is_verb = row < limit and field.words.kind[row] in FURTHER
    return [] if is_verb else rest(field, row, limit)


def poll_tail_after(field: Field, row: int, limit: int) -> Places:
    """Return the end of a sentence that ends in a poll, with when it was taken and an afterthought: "in a Fox poll | out on Monday, a record"."""
    words = field.words
    at = row
    is_month = words.kind[at] == "NP" and "NUM" in words.kind[at + 1 : at + 3]
    is_dated = at < limit and (is_month or words.lower[at] in forms_of("issued") or words.kind[at] in ("IN", "DAY"))
    while at < limit and is_dated and words.kind[at] not in (",", ":", ";") and words.kind[at] not in HELPING:
        at += 1
    if at == row and row < limit and words.kind[row] == "," and words.lower[row + 1] in forms_of("issued"):
        at = next((at for at in range(row + 1, limit) if words.kind[at] in (",", ":", ";")), limit)
    if at >= limit:
        return [(limit, None)]
    is_aside = words.kind[at] == "," and (
        words.kind[at + 1] in ("DT", "PP", "SC", "CC") or words.lower[at + 1] in forms_of("aside_opener")
    )
    return [(limit, None)] if is_aside and ";" not in words.kind[at : min(limit, at + MOST_FIGURED)] else []


def rated_after(field: Field, row: int, limit: int) -> Places:
    """Return what is put at a figure: "his fortune at about $42 billion"."""
    at = next((at for at in range(row, min(limit, row + MOST_FEW * 2)) if field.words.lower[at] == "at"), None)
    return rest(field, row, limit) if at is not None and amount_after(field, at + 1, limit) else []
