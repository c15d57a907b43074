"""
The article as written, cut for drawing: a report goes in; its paragraphs, passages and pieces come out, and not a character is lost.

The pieces of all passages, with the white space around them, are the article's text exactly: whoever copies from the page
copies the article. Time is linear in the text and in the attributions.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter

import regex

from citeaudit.model.relations import Level, Sentence
from citeaudit.model.reports import ArticleReport, Claim
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of

COLLAPSED = " \t\n\r\f"
"""What HTML calls white space: between two paragraphs it stands in the page, and is not drawn."""
STEERING = pattern_of(r"[\p{Bidi_C}[\p{Cc}--[\t\n\f\r]]]++", regex.V1)
"""
Characters that turn the direction of writing or steer a device. Each stands in a box of its own, which tells its name and
beyond which it has no effect.
"""

Ranges = tuple[list[int], list[int]]
"""The starts and the ends of ranges that do not overlap, in order."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the article: the roles that they play ("source", "cue", "content"), and the names of characters that steer."""

    words: str
    roles: tuple[str, ...] = ()
    steering: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, with its *number* and its claim where it has one, or what stands between two: number 0."""

    pieces: tuple[Piece, ...]
    kind: str = ""
    number: int = 0
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its *row* counts from 1, *kind* is that of all its sentences if they have one; *after* is the white space behind it."""

    row: int
    span: Span
    kind: str
    passages: tuple[Passage, ...]
    after: str


def paragraphs_of(report: ArticleReport, *, most: int | None = None) -> Iterator[Paragraph]:
    """Yield the paragraphs of *report*, or those of its first *most* sentences."""
    text = report.article.text
    claims = {claim.sentence.span: claim for claim in report.claims}
    roles = _roles(report)
    groups = [list(group) for _, group in groupby(report.sentences[:most], key=attrgetter("paragraph"))] or [[]]
    last = len(text) if most is None or most >= len(report.sentences) else groups[-1][-1].span.end
    ends = [*(group[0].span.start for group in groups[1:]), last]
    start, number = 0, 1
    for row, (group, end) in enumerate(zip(groups, ends, strict=True), 1):
        written = start + len(text[start:end].rstrip(COLLAPSED))
        passages = tuple(_passages(text, Span(start, written), group, claims, roles, number))
        kinds = {sentence.kind.value for sentence in group}
        yield Paragraph(row, Span(start, written), kinds.pop() if len(kinds) == 1 else "", passages, text[written:end])
        start, number = end, number + len(group)


def _passages(  # noqa: PLR0917  what is drawn, and what is known of it
    text: str,
    whole: Span,
    sentences: list[Sentence],
    claims: dict[Span, Claim],
    roles: dict[str, Ranges],
    number: int,
) -> Iterator[Passage]:
    """Yield the passages of one paragraph; the first of its sentences has the *number*."""
    place = whole.start
    for offset, sentence in enumerate(sentences):
        span = sentence.span
        if place < span.start:
            yield Passage(tuple(_pieces(text, place, span.start, {})))
        claim = claims.get(span)
        drawn = roles if claim else {}
        yield Passage(tuple(_pieces(text, span.start, span.end, drawn)), sentence.kind.value, number + offset, claim)
        place = span.end
    if place < whole.end:
        yield Passage(tuple(_pieces(text, place, whole.end, {})))


def _roles(report: ArticleReport) -> dict[str, Ranges]:
    """Return where the article's attributions have their sources, cues and contents; attitudes carry no claim."""
    heard = [attribution for attribution in report.attributions if attribution.level is Level.REPORT]
    return {
        role: _merged(span for attribution in heard for span in getattr(attribution, role))
        for role in ("source", "cue", "content")
    }


def _merged(spans: Iterable[Span]) -> Ranges:
    starts: list[int] = []
    ends: list[int] = []
    for span in sorted(spans):
        if ends and span.start <= ends[-1]:
            ends[-1] = max(ends[-1], span.end)
        else:
            starts.append(span.start)
            ends.append(span.end)
    return starts, ends


def _pieces(text: str, start: int, end: int, roles: dict[str, Ranges]) -> Iterator[Piece]:
    """Yield ``text[start:end]`` piece by piece, cut wherever a role begins or ends."""
    cuts: dict[int, set[str]] = {start: set()}
    for role, (starts, ends) in roles.items():
        for place in range(bisect_right(ends, start), len(starts)):
            if starts[place] >= end:
                break
            cuts.setdefault(max(start, starts[place]), set()).add(role)
            cuts.setdefault(min(end, ends[place]), set()).add(role)
    cuts.setdefault(end, set())
    playing: set[str] = set()
    places = sorted(cuts)
    for place, after in pairwise(places):
        playing ^= cuts[place]
        yield from _seen(text[place:after], tuple(role for role in roles if role in playing))


def _seen(words: str, roles: tuple[str, ...]) -> Iterator[Piece]:
    """Yield *words*, what steers apart from the rest."""
    place = 0
    for found in STEERING.finditer(words):
        if place < found.start():
            yield Piece(words[place : found.start()], roles)
        names = sorted({f"U+{ord(character):04X}" for character in found[0]})
        yield Piece(found[0], roles, " ".join(names))
        place = found.end()
    if place < len(words):
        yield Piece(words[place:], roles)
