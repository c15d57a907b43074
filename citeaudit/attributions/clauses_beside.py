"""
Clauses that stand beside what somebody tells: attributions and sentences go in, the clauses that nobody speaks in yet come out.

"Roe said that it was late, but Ruiz called it a lie" has two voices. The engine reads a sentence whole and may hear only the
first, so the second clause is given to it once more, as a sentence of its own.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from citeaudit.lexicon.classes import lemmas_that_report
from citeaudit.lexicon.worded import worded
from citeaudit.model.making import replace
from citeaudit.model.relations import Level, SentenceKind
from citeaudit.model.spans import Span
from citeaudit.text.quotations import quotation_at

if TYPE_CHECKING:
    from citeaudit.model.relations import Attribution, Quotation, Sentence
    from citeaudit.words.tokens import Words

BEHIND_COMMA = r",\s(?:(?:but|though|@parts_clauses|to\swhich)\s|and\s(?=\p{Lu}|the\s))"
OPENS_BEHIND_COMMA = worded(BEHIND_COMMA)
OPENS = worded(rf"{BEHIND_COMMA}|;\s(?:but\s)?|\s[–—]\s(?:and|but)\s")
"""What opens a second clause beside the first: ", but | Ruiz called it a lie". Where a comma is the only mark that could, the other pattern is a fifth of the work."""
LEAST_LENGTH = 15
"""A shorter clause tells nothing."""


def clauses_beside(
    words: Words,
    attributions: tuple[Attribution, ...],
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
) -> tuple[Sentence, ...]:
    """Return, in order, the clauses of statements in which nobody tells anything yet, though a verb that reports stands there, and somebody does beside them."""
    starts = [sentence.span.start for sentence in sentences]
    cues: dict[int, list[Span]] = {}
    for attribution in attributions:
        for cue in attribution.cue if attribution.level is Level.REPORT else ():
            cues.setdefault(bisect_right(starts, cue.start) - 1, []).append(cue)
    found = []
    for number in sorted(cues):
        sentence = sentences[number]
        if sentence.kind is not SentenceKind.STATEMENT:
            continue
        clauses = _clauses(words.text, sentence.span, quotations)
        if not clauses:
            continue
        opened = [clause.start for clause in clauses]
        taken = {bisect_right(opened, cue.start) - 1 for cue in cues[number]}
        for place, clause in enumerate(clauses):
            is_free = place not in taken and len(clause) >= LEAST_LENGTH
            if is_free and not lemmas_that_report().keys().isdisjoint(words.forms_in(clause)):
                found.append(replace(sentence, span=clause))
    return tuple(found)


def _clauses(text: str, sentence: Span, quotations: tuple[Quotation, ...]) -> list[Span]:
    """Return the clauses of *sentence*, cut where a second one opens outside quotation marks; none if none does."""
    words = sentence.of(text)
    opens = OPENS if ";" in words or "–" in words or "—" in words else OPENS_BEHIND_COMMA
    first = opens.search(text, sentence.start, sentence.end)
    if first is None:
        return []
    opened = [match for match in opens.finditer(text, first.start(), sentence.end) if not quotation_at(quotations, match.start())]
    if not opened:
        return []
    ends = [*(match.start() for match in opened), sentence.end]
    return [Span(start, end) for start, end in zip([sentence.start, *(match.end() for match in opened)], ends, strict=True)]
