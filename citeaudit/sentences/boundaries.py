"""Where sentences end: a text goes in, its sentences come out, with exact offsets.

One scan stops at runs of stops only; all else is decided there, by looking at the words on both sides. A paragraph's end
always ends a sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from citeaudit.model.relations import Sentence
from citeaudit.model.spans import Evidence, Span
from citeaudit.sentences.reasons import Reason
from citeaudit.sentences.stops import Stop, judge
from citeaudit.sentences.unmarked import find_unmarked
from citeaudit.text.paragraphs import paragraph_ranges

if TYPE_CHECKING:
    from collections.abc import Iterator

CANDIDATE = re.compile(
    r"""(?<![.!?…。！？｡])[.!?…。！？｡]++(?:[ \u00a0][.…]++)*+                # the stops, also with blanks between them
    ((?:[ ]?[”\])}»」』]|["’'*_`])*+                            # the marks that close
    (?:[ \n]?\[(?:\d{1,3}|[a-z]|\.\.\.|…|[a-z]+[ ](?:[a-z]+[ ])?needed)\]|[¹²³⁰⁴-⁹])*+      # notes, and words left out
    (?:[ ][:;]-?[)(DP](?=\s))?+                                               # a smiley
    (?:(?:(?<=[a-z]{3}[.])|(?<=[.][”"’])|[ \n])\d{1,2}(?=\s(?:The|In|It|This|He|She|We|They|For|However|But|Yet|Some|Even|At|Although|As|These|A|To|While|If|I)\s))?+)
    (\s*+)""",
    re.VERBOSE,
)


def find_boundaries(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of *text*, kinds not yet told."""
    return tuple(
        Sentence(Span(start, end), paragraph=number)
        for number, paragraph in enumerate(paragraph_ranges(text))
        for start, end in sentence_ranges(text, *paragraph)
    )


def find_ends(text: str) -> list[tuple[int, int]]:
    """Return the sentences of *text* as plain pairs of offsets: what find_boundaries returns, for those who need no more."""
    return [sentence for paragraph in paragraph_ranges(text) for sentence in sentence_ranges(text, *paragraph)]


def explain_boundaries(text: str) -> tuple[Evidence, ...]:
    """
    Return for every candidate end of *text* why a sentence ends there or not.

    The span is that of the stop and the marks that close after it; where no stop marks the end, it is empty.
    """
    return tuple(
        Evidence(f"boundaries.{reason.name.lower()}", Span(stop.start, stop.gap), reason.words)
        for paragraph in paragraph_ranges(text)
        for stop, reason in _decisions(text, *paragraph)
    )


def sentence_ranges(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences of the paragraph ``text[start:end]`` as plain pairs of offsets."""
    ranges = []
    begin = start
    for stop, reason in _decisions(text, start, end):
        if reason.is_end:
            ranges.append((begin, stop.gap))
            begin = stop.following
    ranges.append((begin, end))
    return ranges


def _decisions(text: str, start: int, end: int) -> Iterator[tuple[Stop, Reason]]:
    """Yield every candidate end of a paragraph with the decision, but for the last, which is the paragraph's own."""
    gaps = find_unmarked(text, start, end)
    for gap, following in gaps:
        yield from _marked(text, start, gap)
        yield Stop(start, gap, gap, gap, following, end), Reason.UNMARKED
        start = following
    yield from _marked(text, start, end)


def _marked(text: str, start: int, end: int) -> Iterator[tuple[Stop, Reason]]:
    begin = start
    for candidate in CANDIDATE.finditer(text, start, end):
        following = candidate.end()
        if following >= end:
            return
        closers, gap = candidate.span(1)
        stop = Stop(begin, candidate.start(), closers, gap, following, end)
        reason = judge(text, stop)
        yield stop, reason
        if reason.is_end:
            begin = following
