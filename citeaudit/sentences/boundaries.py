"""Where sentences end: a text goes in, its sentences come out, with exact offsets.

One scan stops at runs of stops only; all else is decided there, by looking at the words on both sides. A paragraph's end
always ends a sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from citeaudit.model.relations import Sentence
from citeaudit.model.spans import Evidence, Span
from citeaudit.sentences.overlong import pieces
from citeaudit.sentences.reasons import Reason
from citeaudit.sentences.stops import Stop, judge
from citeaudit.sentences.unmarked import find_unmarked, rare_patterns
from citeaudit.sentences.words import abbreviations
from citeaudit.text.paragraphs import paragraph_ranges

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

CANDIDATE = re.compile(
    r"""[.!?…。！？｡]++(?:[ \u00a0][.…]++){0,200}              # the stops, also with blanks between them
    ((?:[ ]?[”\])}»」』]|["’'*_`]|(?<=['’])[ ]"(?=\s|\Z)){0,200}                       # the marks that close
    (?:[ \n]?\[(?:\^?\d{1,3}|\^\w{1,12}|[Nn]ote[ ]\d{1,3}|[a-z]|\.\.\.|…|[a-z]+[ ](?:[a-z]+[ ])?needed)\]|\(\^?\d{1,2}\)|[¹²³⁰⁴-⁹†‡]){0,200}  # notes, and words left out
    (?:[ ][:;]-?[)(DP](?=\s))?                                               # a smiley
    (?:(?:(?<=[a-z]{3}[.])|(?<=[.][”"’])|[ \n])\d{1,2}(?=\s(?:The|In|It|This|He|She|We|They|For|However|But|Yet|Some|Even|At|Although|As|These|A|To|While|If|I)\s|\s*\Z))?)
    (\s*+)""",
    re.VERBOSE,
)
"""
A run of stops, what closes after it (group 1), and the white space behind (group 2).

Nothing behind the stops must match, so no repetition is ever tried again with less. The groups are not possessive, since the ``re`` of Python before 3.11.5
loses the captures around a possessive group; each of their rounds is remembered, so a run of marks is cut where only hostile text goes on.
"""

PLAIN_LENGTH = 3
"""A word of so many small letters that is no abbreviation ends its sentence: most stops need no more than that look."""


def find_boundaries(text: str, paragraphs: list[tuple[int, int]] | None = None, *, explain: bool = False) -> tuple[Sentence, ...]:
    """
    Return the sentences of *text*, kinds not yet told; *paragraphs* are its own where they are known already.

    With *explain*, the evidence of each says for every candidate end in it, and for its own end, what decided for or
    against. The span of a piece of evidence is that of the stop and the marks that close after it; it is empty where no stop
    marks the end.
    """
    rare = rare_patterns(text)
    sentences: list[Sentence] = []
    evidence: list[Evidence] = []
    for number, (start, end) in enumerate(paragraph_ranges(text) if paragraphs is None else paragraphs):
        begin = start
        for stop, reason in _decisions(text, start, end, rare):
            if explain:
                evidence.append(Evidence(f"boundaries.{reason.name.lower()}", Span(stop.start, stop.gap), reason.words))
            if reason.is_end:
                sentences += _sentences(text, begin, stop.gap, number, evidence)
                evidence.clear()
                begin = stop.following
        if explain:
            evidence.append(Evidence("boundaries.paragraph", Span(end, end), "the paragraph ends"))
        sentences += _sentences(text, begin, end, number, evidence)
        evidence.clear()
    return tuple(sentences)


def _sentences(text: str, start: int, end: int, paragraph: int, evidence: list[Evidence]) -> Iterator[Sentence]:
    """Give the sentence ``text[start:end]``: as one, but where it is longer than any sentence is."""
    *first, last = pieces(text, start, end)
    for piece in first:
        cut = (Evidence("boundaries.overlong", Span(piece[1], piece[1]), "longer than any sentence"),) if evidence else ()
        yield Sentence(Span(*piece), paragraph=paragraph, evidence=cut)
    yield Sentence(Span(*last), paragraph=paragraph, evidence=tuple(evidence))


def find_ends(text: str) -> list[tuple[int, int]]:
    """Return the sentences of *text* as plain pairs of offsets: those of find_boundaries, for those who need no more."""
    rare = rare_patterns(text)
    ranges = []
    for start, end in paragraph_ranges(text):
        begin = start
        for stop, reason in _decisions(text, start, end, rare):
            if reason.is_end:
                ranges += pieces(text, begin, stop.gap)
                begin = stop.following
        ranges += pieces(text, begin, end)
    return ranges


def _decisions(text: str, start: int, end: int, rare: list[regex.Pattern[str]]) -> Iterator[tuple[Stop, Reason]]:
    """Give every candidate end of a paragraph with the decision, but for the last, which is the paragraph's own."""
    gaps = find_unmarked(text, start, end, rare)
    return _between(text, start, end, gaps) if gaps else _marked(text, start, end)


def _between(text: str, start: int, end: int, gaps: list[tuple[int, int]]) -> Iterator[tuple[Stop, Reason]]:
    for gap, following in gaps:
        yield from _marked(text, start, gap)
        yield Stop(start, gap, gap, gap, following, end), Reason.UNMARKED
        start = following
    yield from _marked(text, start, end)


def _marked(text: str, start: int, end: int) -> Iterator[tuple[Stop, Reason]]:
    known = abbreviations()
    begin = start
    for candidate in CANDIDATE.finditer(text, start, end):
        first, following = candidate.span()
        if following >= end:
            return
        closers, gap = candidate.span(1)
        stop = Stop(begin, first, closers, gap, following, end)
        if gap - first == 1 and gap < following and text[first] == "." and text[following].isupper():
            word = text[max(begin, first - 24) : first].rpartition(" ")[2]
            is_plain = len(word) >= PLAIN_LENGTH and word.islower() and word.isalpha() and word not in known and word.strip("ivx")
            reason = Reason.CAPITAL if is_plain else judge(text, stop)
        else:
            reason = judge(text, stop)
        yield stop, reason
        if reason.is_end:
            begin = following
