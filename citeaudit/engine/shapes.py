"""What a relation looks like: a draft goes in, its construction comes out, and whether it hedges.

The construction is read off the order of the pieces and the first words of the content. How much a relation says (a
report or only an attitude) and in what manner is told later, for all attributions alike, by ``levels`` and ``manners``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from citeaudit.engine.cues import subject_of
from citeaudit.phrases.settings import FINITE
from citeaudit.words.tokens import set_of, stem_of

if TYPE_CHECKING:
    from citeaudit.engine.drafts import Draft
    from citeaudit.words.tokens import Words

NOMINAL_BEFORE = frozenset(("DT", "PP", "POS", "IN", "NUM"))
VERBAL_BEFORE = frozenset(("MD", "HV", "DO", "TO", "PRO", "NP", "WHO", "ADV", "NOT"))
HEDGING = frozenset(
    map(
        stem_of,
        set_of("believe think say expect understand rumour rumor report allege consider suspect accuse deem fear project"),
    )
)
"""The verbs that hedge in the passive when nobody is named: "is believed to"."""
HEDGES = frozenset(("reportedly", "allegedly", "purportedly", "supposedly"))


class Reading(NamedTuple):
    """How a draft reads."""

    construction: str
    is_hedged: bool


def read_draft(words: Words, draft: Draft) -> Reading:
    """Return how *draft* reads."""
    construction = construction_of(words, draft)
    return Reading(construction, _is_hedged(words, draft, construction))


def construction_of(words: Words, draft: Draft) -> str:  # noqa: C901, PLR0912 - a ladder with one rung a construction
    """Return the name of the construction, from the order of the pieces and what the content begins with."""
    kind, row = words.kind, draft.anchor
    if kind[row] == "AC":
        return "according_to"
    if kind[row] in (":", "-", "—", "–"):
        return "colon"
    if _is_noun(words, draft):
        return "noun"
    is_passive = kind[row] == "ED" and "BE" in kind[subject_of(kind, row) + 1 : row]
    if draft.left and draft.right:
        return "passive" if is_passive else "split"
    if draft.right is None:
        if is_passive:
            return "passive"
        if draft.source and draft.source[0] > row:
            return "inverted"
        return "trailing" if _is_clause(words, draft.left) else "object"
    if is_passive:
        return "passive"
    first = draft.right[0]
    opening = kind[first]
    if opening == "OQ":
        return "direct"
    if opening == "THAT" and first + 1 < draft.right[1]:
        return "that_clause"
    if kind[row] == "ING" and kind[row - 1] not in ("BE", "TO", "IN"):
        return "participle"
    if opening == "TO":
        return "infinitive"
    if opening == "WH":
        return "question"
    if words.lower[first] == "as" or words.lower[first - 1] == "as":
        return "as_clause"
    if opening == "ING":
        return "gerund"
    return "zero_that" if _is_clause(words, draft.right) else "object"


def _is_clause(words: Words, piece: tuple[int, int] | None) -> bool:
    """Tell whether a piece holds a subject and a finite verb of its own."""
    if piece is None:
        return False
    kind = words.kind
    first, last = piece
    if kind[first] in ("OQ", "THAT"):
        return True
    for row in range(first + 1, last):
        if kind[row] in FINITE:
            return kind[row - 1] not in ("WHO", "IN")
        if kind[row] in ("WHO", "THAT", "TO"):
            return False
        if (
            kind[row] == "w"
            and words.lower[row].endswith("s")
            and kind[row - 1] in ("PRO", "NP")
            and kind[row + 1] in ("DT", "TO", "IN", "PP", "NP")
        ):
            return True
    return False


def _is_noun(words: Words, draft: Draft) -> bool:
    """Tell whether the speaking word is a noun: "the claim that", "in his words"."""
    kind, row = words.kind, draft.anchor
    if kind[row] != "w":
        return False
    before = row - 1
    while kind[before] == "RB" or (kind[before] == "w" and before > draft.cue[0]):
        before -= 1
    return kind[before] in NOMINAL_BEFORE and kind[row - 1] not in VERBAL_BEFORE


def _is_hedged(words: Words, draft: Draft, construction: str) -> bool:
    if words.lower[draft.anchor] in HEDGES:
        return True
    return construction == "passive" and draft.source is None and words.stem[draft.anchor] in HEDGING
