"""
Where a content in a clause of its own ends: at the comma behind which the main clause begins.

"After Ruiz said the pier was unsafe, | the board closed it", "Ruiz, who says the pier is unsafe, | closed it": what goes
on behind the comma is the article's own. The engine, which has no clauses, often reads on to the end of the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.lexicon.classes import forms_of
from citeaudit.model.making import replace
from citeaudit.model.spans import Span
from citeaudit.phrases.clauses import SUBJECTS
from citeaudit.phrases.settings import FINITE
from citeaudit.words.tokens import ends_in_s

if TYPE_CHECKING:
    from collections.abc import Callable

    from citeaudit.model.relations import Attribution
    from citeaudit.words.tokens import Words

CLAUSAL = frozenset(("that_clause", "zero_that", "said_that", "question", "split"))
"""Constructions whose content has a verb before it can end."""
MOST_BEFORE = 6
"""So many words at most stand before a clause in front: "In May, just days | after"."""
MOST_LEAD = 3
"""So many words at most stand between what opens a clause and its subject."""
MOST_SUBJECT = 12
"""So many words at most are a subject, up to its verb."""
STARTS = frozenset(("DT", "PP", "PRO", "NP", "NUM", "w"))
"""Kinds with which a main clause begins."""
SMALL = frozenset(("RB", "ADV", "DAY"))


def within_clauses(words: Words, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Return *attributions*, the content of each cut where the clause that tells it ends."""
    return tuple(_cut(words, attribution) for attribution in attributions)


def _cut(words: Words, attribution: Attribution) -> Attribution:
    if not attribution.source or not attribution.cue or not attribution.content or attribution.chain:
        return attribution  # what an outlet reports or hears ends where its row says
    last = attribution.content[-1]
    if words.text.find(",", last.start, last.end) < 0:
        return attribution
    first, cue = words.row_from(attribution.source[0].start), words.row_from(attribution.cue[0].start)
    begun, end = words.row_from(max(last.start, attribution.cue[-1].end)), words.row_from(last.end)
    if (
        first > cue
        or last.end <= attribution.cue[-1].end
        or words.sentence[first] < 0
        or words.sentence[first] != words.sentence[end - 1]
    ):
        return attribution
    begins = _main_begins(words, first, cue)
    if begins is None or words.kind[words.row_from(last.start) - 1] == ",":
        return attribution  # "As Ruiz said, | the pier is unsafe"
    needs_verb = attribution.construction in CLAUSAL
    comma = next(
        (
            at
            for at in range(begun + 1, end - 1)
            if words.kind[at] == ","
            and words.quote[at] < 0
            and begins(words, at + 1, end)
            and (not needs_verb or _has_verb(words, begun, at))
        ),
        None,
    )
    if comma is None or "OQ" in words.kind[comma:end]:
        return attribution  # "While he says he is no thief, the mill is | “a farce”": a quotation there is the speaker's
    return replace(attribution, content=(*attribution.content[:-1], Span(last.start, words.end[comma - 1])))


def _main_begins(words: Words, first: int, cue: int) -> Callable[[Words, int, int], bool] | None:
    """Return how the main clause begins behind the clause in which the words from *first* to *cue* tell something; None if they do so in the main clause."""
    pronoun = next((at for at in range(cue - 1, first - 2, -1) if words.kind[at] in ("WHO", ",")), None)
    floor = words.bounds[words.sentence[first]][0]
    if pronoun is not None and words.kind[pronoun] == "WHO":
        is_apposed = words.kind[pronoun - 1] == "," and words.quote[pronoun] < 0
        return (
            _is_predicate if is_apposed and not _has_verb(words, _clause_from(words, pronoun - 1, floor), pronoun - 1) else None
        )
    opener = next(
        (at for at in range(first - 1, max(floor, first - 1 - MOST_LEAD) - 1, -1) if words.lower[at] in forms_of("fronts")), None
    )
    if opener is None or words.quote[opener] >= 0 or "," in words.kind[opener:first] or _has_verb(words, opener + 1, first):
        return None  # "After the strike, | Ruiz | said"
    start = _clause_from(words, opener, floor)
    return _is_main if opener - start <= MOST_BEFORE and not _has_verb(words, start, opener) else None


def _clause_from(words: Words, row: int, floor: int) -> int:
    """Return where the clause before *row* begins, behind a mark that parts sentences or at *floor*."""
    return next((at + 1 for at in range(row - 1, floor - 1, -1) if words.kind[at] in (";", ":", "—", "–")), floor)


def _has_verb(words: Words, start: int, end: int) -> bool:
    """Tell whether a finite verb stands between *start* and *end*, as far as forms tell, or an infinitive begins there."""
    if start < end and words.kind[start] == "TO":
        return True
    return any(words.kind[at] in FINITE or (at > start and _is_present(words, at)) for at in range(start, end))


def _is_present(words: Words, at: int) -> bool:
    """Tell whether a form in -s stands right behind a subject: "the board | closes"."""
    return words.kind[at] == "w" and words.kind[at - 1] in SUBJECTS and ends_in_s(words.lower[at])


def _is_main(words: Words, row: int, end: int) -> bool:
    """Tell whether a subject and its verb begin at *row*: "the board | closed it"."""
    while row < end and words.kind[row] in SMALL:
        row += 1
    if row >= end or words.kind[row] not in STARTS:
        return False
    for at in range(row + 1, min(end, row + MOST_SUBJECT)):
        if words.kind[at] in (",", ";", ":", "CC", "THAT"):
            return False
        if words.kind[at] in FINITE or (words.kind[at] == "w" and words.kind[at - 1] == "PRO") or _is_present(words, at):
            return True
    return False


def _is_predicate(words: Words, row: int, end: int) -> bool:
    """Tell whether a verb without subject begins at *row*: "was sent home"."""
    while row < end and words.kind[row] in SMALL:
        row += 1
    return row < end and (words.kind[row] in FINITE or (words.kind[row] == "w" and ends_in_s(words.lower[row]) and row + 1 < end))
