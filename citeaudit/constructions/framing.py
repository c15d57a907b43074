"""
Turns readings at outlets into what frames others: reports around what was said, and further links of who said it.

A reading with a content is an attribution to the outlet itself, around whatever lies in that content; one without adds the
outlet to the chain of the speaker beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from citeaudit.constructions.grammar import NEARER
from citeaudit.constructions.readings import attribution_of
from citeaudit.lexicon.classes import forms_of
from citeaudit.model.making import replace
from citeaudit.model.relations import Attribution, Role, Source
from citeaudit.model.spans import Evidence, Span
from citeaudit.sources.outlet_phrases import OutletPhrase
from citeaudit.text.trimming import trimmed

if TYPE_CHECKING:
    from citeaudit.constructions.field import Field
    from citeaudit.constructions.matcher import Reading
    from citeaudit.words.tokens import Words

MOST_BEHIND = 60
MOST_CITED = 30
"""So many words at most behind an outlet it cites somebody, and so many at most are whom it cites."""


class FurtherLink(NamedTuple):
    """
    Outlets to add to the chain of an attribution of the same bounds.

    *cue* are the words that say so ("in an interview with"). *is_cue_shared*: the attribution is the one whose cue stands
    in *cue* ("told CNN"). *is_first*: the outlet stands nearer to the content than the attribution's source ("citing Bloomberg").
    *is_of_document*: it handed on what may be a document, which speaks by a construction alone.
    """

    links: tuple[Source, ...]
    cue: Span
    bounds: Span
    place: Span
    construction: str
    is_cue_shared: bool = False
    is_first: bool = False
    is_of_document: bool = False


class Found(NamedTuple):
    """What frames what others said: wrappers (and attributions inside them), innermost first, and further links."""

    wrappers: tuple[Attribution, ...] = ()
    links: tuple[FurtherLink, ...] = ()


def found_at_outlets(field: Field, readings: list[Reading]) -> Found:
    """Return the reports and further links that *readings*, which began at outlets, tell of."""
    wrappers: list[Attribution] = []
    links: list[FurtherLink] = []
    for reading in readings:
        (phrase,) = (what for _, what in reading.bound if isinstance(what, OutletPhrase))
        if not any(role == "content" for role, _ in reading.bound):
            links.append(_link(field, reading, phrase))
        elif (report := attribution_of(field, reading)) is not None:
            wrappers.extend(_with_cited(field, reading.trigger, _named_as(phrase, report)))
    return Found(tuple(wrappers), tuple(links))


def _named_as(phrase: OutletPhrase, report: Attribution) -> Attribution:
    """Return *report* as the outlet's own, by what it did: who tweets reports in a network."""
    is_posted = not forms_of("posts_on").isdisjoint(report.evidence[0].detail.lower().split())
    role = Role.SOCIAL if is_posted else report.chain[0].role
    chain = phrase.links(role) if role is not None else report.chain
    return replace(report, source=(phrase.span,), chain=chain, score=1.0)


def _link(field: Field, reading: Reading, phrase: OutletPhrase) -> FurtherLink:
    words = field.words
    bound = [(role, what) for role, what in reading.bound if isinstance(what, tuple)]
    rows = [what for role, what in bound if role in ("cue", "verb")]
    first, last = min(first for first, _ in rows), max(last for _, last in rows)
    (role,) = (role for role, what in reading.bound if isinstance(what, OutletPhrase))
    floor, limit = field.stretch(reading.trigger, reading.trigger + 1)
    stop = field.stop(floor, limit)
    return FurtherLink(
        phrase.links(Role.REPORTER if role == NEARER else Role(role)),
        Span(words.start[first], words.end[last - 1]),
        Span(words.start[floor], words.end[stop - 1]),
        phrase.span,
        reading.row.name,
        is_cue_shared=any(role == "verb" for role, _ in bound),
        is_first=role == NEARER,
        is_of_document=reading.row.family == "handed_on",
    )


def _with_cited(field: Field, row: int, report: Attribution) -> list[Attribution]:
    """Return *report*, whose outlet begins at *row*, and inside it one of whom that cites: "Bloomberg reported, citing officials, that"."""
    words = field.words
    found = _cited(field, row)
    if found is None or report.cue[0].start == words.start[found[0]]:
        return [report]
    citing, end = found
    opening = citing - 1 if words.kind[citing - 1] == "," else citing
    hole = Span(words.start[opening], words.end[end - 1])
    content = tuple(piece for span in report.content for piece in _without(words.text, span, hole))
    who = trimmed(words.text, words.start[citing + 1], hole.end)
    if not content or not who:
        return [report]
    cue = Span(words.start[citing], words.end[citing])
    evidence = Evidence("constructions.citing", cue, who[0].of(words.text))
    return [Attribution(who, (cue,), content, construction="citing", evidence=(evidence,)), replace(report, content=content)]


def _cited(field: Field, row: int) -> tuple[int, int] | None:
    """Return the row of "citing" behind the outlet at *row*, and where whom it cites ends."""
    words = field.words
    _, limit = field.stretch(row, row + 1)
    for at in range(field.phrase_from[row][0], min(limit - 1, row + MOST_BEHIND)):
        if words.lower[at] in forms_of("passes_on") and words.lower[at - 1] not in forms_of("denies"):
            end = at + 1
            while end < min(limit, at + MOST_CITED) and not _ends_citation(words, end):
                end += 1
            is_named = any(start in field.phrase_from for start in range(at, end))
            return None if is_named or end == at + 1 else (at, end)
    return None


def _ends_citation(words: Words, row: int) -> bool:
    """Tell whether whom an outlet cites ends before *row*."""
    if words.kind[row] in (".", ";", "OQ", "CQ", "THAT", "WHO"):
        return True
    goes_on = words.kind[row + 1] in ("THAT", "WHO") or words.lower[row + 1] in forms_of("newsy", "plain_say")
    return words.kind[row] == "," and goes_on


def _without(text: str, span: Span, hole: Span) -> tuple[Span, ...]:
    """Return what is left of *span* on both sides of *hole*."""
    if not span.overlaps(hole):
        return (span,)
    left = trimmed(text, span.start, hole.start) if hole.start > span.start else ()
    return left + (trimmed(text, hole.end, span.end) if hole.end < span.end else ())
