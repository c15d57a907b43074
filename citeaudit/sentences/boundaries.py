"""Where sentences end: a text goes in, its sentences come out, with exact offsets.

One scan stops at runs of stops only; all else is decided there, by looking at the words on both sides. A paragraph's end
always ends a sentence.
"""

from __future__ import annotations

import re

from citeaudit.model.relations import Sentence
from citeaudit.model.spans import Evidence, Span
from citeaudit.sentences.stops import Reason, judge
from citeaudit.text.paragraphs import paragraph_ranges

CANDIDATE = re.compile(
    r"""(?<![.!?…])[.!?…]++(?:[ \u00a0][.…]++)*+   # the stops, also spaced ones
    ((?:[ ]?[”\])}»]|["’'*_`])*+(?:[ ]?\[\d{1,3}\])*+)  # the marks that close, and notes
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


def explain_boundaries(text: str) -> tuple[Evidence, ...]:
    """Return for every candidate end of *text* why a sentence ends there or not; the span is that of the stop."""
    return tuple(
        Evidence(f"boundaries.{reason.name.lower()}", Span(start, end), reason.value[1])
        for paragraph in paragraph_ranges(text)
        for start, end, reason in _candidates(text, *paragraph)
    )


def sentence_ranges(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences of the paragraph ``text[start:end]`` as plain pairs of offsets."""
    ranges = []
    begin = start
    for candidate in CANDIDATE.finditer(text, start, end):
        following = candidate.end()
        if following >= end:
            break
        closers, gap = candidate.span(1)
        if judge(text, begin, candidate.start(), closers, gap, following, end).is_end:
            ranges.append((begin, gap))
            begin = following
    ranges.append((begin, end))
    return ranges


def _candidates(text: str, start: int, end: int) -> list[tuple[int, int, Reason]]:
    found = []
    begin = start
    for candidate in CANDIDATE.finditer(text, start, end):
        following = candidate.end()
        if following >= end:
            break
        closers, gap = candidate.span(1)
        reason = judge(text, begin, candidate.start(), closers, gap, following, end)
        found.append((candidate.start(), gap, reason))
        if reason.is_end:
            begin = following
    return found
