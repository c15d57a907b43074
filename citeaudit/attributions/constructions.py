"""What a relation looks like and how much it says: a draft goes in, its construction, level and manner come out.

The construction is read off the order of the pieces and the first words of the content. The level follows from the table
of cues and the construction: the training corpus counts wishes and deeds too ("opposes", "wants to"), and only what
puts a proposition into somebody's mouth, pen or mind may count for a claim's status.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from citeaudit.attributions.cues import subject_of
from citeaudit.attributions.words import stem_of
from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.model.relations import Level, Manner

if TYPE_CHECKING:
    from citeaudit.attributions.drafts import Draft
    from citeaudit.attributions.words import Words

CLAUSAL = frozenset(
    ("that_clause", "zero_that", "direct", "split", "inverted", "trailing", "question", "colon", "according_to", "as_clause")
)
"""The constructions whose content is a clause, not a thing."""
FINITE = frozenset(("MD", "BE", "HV", "DO"))
NOMINAL_BEFORE = frozenset(("DT", "PP", "POS", "IN", "NUM"))
VERBAL_BEFORE = frozenset(("MD", "HV", "DO", "TO", "PRO", "NP", "WHO", "ADV", "NOT"))
HEDGING = frozenset(
    map(
        stem_of,
        [
            "believe",
            "think",
            "say",
            "expect",
            "understand",
            "rumour",
            "rumor",
            "report",
            "allege",
            "consider",
            "suspect",
            "accuse",
            "deem",
            "fear",
            "project",
        ],
    )
)
"""The verbs that hedge in the passive when nobody is named: "is believed to"."""
HEDGES = frozenset(("reportedly", "allegedly", "purportedly", "supposedly"))
SHOWING = frozenset(map(stem_of, ["show", "find", "indicate", "put", "suggest", "demonstrate", "reveal", "list", "rate", "rank"]))
"""What a document says of a thing: "polls show a close race", where a person would only show it."""
DOCUMENTS = frozenset(
    [
        "poll",
        "polls",
        "survey",
        "surveys",
        "study",
        "studies",
        "report",
        "reports",
        "data",
        "figures",
        "statistics",
        "research",
        "analysis",
        "records",
        "documents",
        "filings",
        "filing",
        "results",
        "census",
        "estimates",
        "findings",
        "review",
        "audit",
        "emails",
        "e-mails",
        "letter",
        "memo",
        "lawsuit",
        "complaint",
        "indictment",
        "affidavit",
        "website",
        "site",
        "exit",
        "average",
        "averages",
    ]
)
JUDGEMENT = frozenset(
    map(
        stem_of,
        [
            "praise",
            "commend",
            "laud",
            "hail",
            "criticize",
            "criticise",
            "condemn",
            "denounce",
            "blast",
            "slam",
            "attack",
            "mock",
            "ridicule",
            "deride",
            "applaud",
            "thank",
            "assail",
            "lambast",
            "fault",
        ],
    )
)
"""Judgements that say something only with "for", "as", a clause or a quotation."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a draft reads."""

    construction: str
    level: Level
    manner: Manner
    is_hedged: bool


def read_draft(words: Words, draft: Draft) -> Reading:
    """Return how *draft* reads."""
    construction = construction_of(words, draft)
    manner = _manner(words, draft)
    is_hedged = _is_hedged(words, draft, construction)
    level = Level.REPORT if is_hedged or _says(words, draft, construction, manner) else Level.ATTITUDE
    return Reading(construction, level, manner, is_hedged)


@cache
def cue_levels() -> dict[str, str]:
    """Return what the stem of each listed cue says: "report", "clause" (with a clause only) or "attitude"."""
    rows = read_table(shipped_table("citeaudit.lexicon", "cues.tsv"), ("lemma", "level", "stance", "example"))
    return {stem_of(lemma): level for lemma, level, _, _ in rows}


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
        if kind[row] in FINITE or kind[row] == "ED":
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


def _manner(words: Words, draft: Draft) -> Manner:
    quote = words.quote
    inside = total = 0
    for first, last in draft.pieces:
        inside += sum(value >= 0 for value in quote[first:last])
        total += last - first
    if inside == 0:
        return Manner.INDIRECT
    return Manner.DIRECT if inside >= total - 2 else Manner.MIXED


def _is_hedged(words: Words, draft: Draft, construction: str) -> bool:
    if words.lower[draft.anchor] in HEDGES:
        return True
    return construction == "passive" and draft.source is None and words.stem[draft.anchor] in HEDGING


def _says(words: Words, draft: Draft, construction: str, manner: Manner) -> bool:
    """Tell whether the relation puts a proposition into somebody's mouth, pen or mind."""
    if construction in ("according_to", "colon"):
        return True
    stem = words.stem[draft.anchor]
    level = cue_levels().get(stem, "clause")
    if _is_declined(words, draft):
        return False
    if manner is Manner.DIRECT and (construction != "object" or _length(draft) > 4):
        return True
    if stem in SHOWING and construction in ("object", "infinitive", "gerund", "noun"):
        return draft.source is not None and any(word in DOCUMENTS for word in words.lower[draft.source[0] : draft.source[1]])
    if level == "report":
        return construction != "noun" or draft.source is not None or _is_clause_after(words, draft)
    if level == "clause":
        if construction in CLAUSAL or (construction in ("participle", "passive", "noun") and _is_clause_after(words, draft)):
            return True
        return stem in JUDGEMENT and (manner is not Manner.INDIRECT or _has_grounds(words, draft))
    return False


def _is_clause_after(words: Words, draft: Draft) -> bool:
    piece = draft.right or draft.left
    if piece is None:
        return False
    return words.kind[piece[0]] in ("THAT", "OQ", "WH") or _is_clause(words, piece)


def _is_declined(words: Words, draft: Draft) -> bool:
    """Tell whether nothing was said: "declined to comment", "refused to say whether"."""
    first = max(draft.cue[0] - 3, 0)
    return any(words.stem[row] in ("declin", "refus", "fail") for row in range(first, draft.anchor + 1))


def _has_grounds(words: Words, draft: Draft) -> bool:
    """Tell whether a judgement says why: "praised him for his courage", "as a hero"."""
    return any(words.lower[row] in ("for", "as") for first, last in draft.pieces for row in range(first, last))


def _length(draft: Draft) -> int:
    return sum(last - first for first, last in draft.pieces)
