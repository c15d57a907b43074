"""How far "according to" goes: an attribution by it goes in, the same with its whole source and its own content comes out.

"According to" stands beside a clause, not before one, so its parts are told by where the sentence and its brackets end: at the
end of a sentence all that follows is the source ("according to Ana Ruiz, a baker who …"), inside brackets only they are
the content, and a word or two before it only lead in ("In addition, according to the council, …"). One function from one attribution to one.
"""

from __future__ import annotations

from bisect import bisect_left

import regex

from citeaudit.lexicon.worded import worded
from citeaudit.model.making import replace
from citeaudit.model.relations import Attribution
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of
from citeaudit.text.trimming import trimmed

CUE = "according to"
THAT_IS = pattern_of(
    r"(?:(?:And|But|So|Or),?\s)?(?P<that>[Tt]hat|[Tt]his|[Ii]t|[Aa]ll|[Tt]hose)(?:['’]s|\s(?:is|was|are|were))?(?:\sall)?"
)
"""What points to what went before: "That's according to a poll"."""
REST_OF_SOURCE = worded(
    r"""
    (?:
      ,?\s(?:who|which|whose|whom)\s
    | ,\s(?:@apposes|spokes\p{L}+)\s
    | \s@goes_on_source\s
    )
    [^;:()–—]*
    """,
    regex.VERBOSE,
)
"""What goes on a source up to the end of its sentence: an apposition, a relative clause, whose or what it is."""
GOES_ELSEWHERE = worded(r",\s(?:@goes_elsewhere|[\p{L}’'-]+ing)\s|[“”\"]")
"""What follows a source and is none of it: "…, according to the council, and the bridge was closed"."""
APPOSED = pattern_of(r",\s(?P<what>(?:an?|the|one\sof|who|whose)\s[^,;:“”\"]{3,120}),\s")
FULL_NAME = pattern_of(r"\p{Lu}[\p{L}.’'-]*\s\p{Lu}[\p{L}’'-]+$")
"""Who somebody is, before the clause: "According to Ana Ruiz, a baker on the quay, the bridge …"; of a full name only, since
"According to police, a man in his forties, …" begins the clause."""
BARE_PLURAL = pattern_of(r"(?P<who>(?:\p{Ll}+\s)?(?:police|\p{Ll}+s)),\s(?=an?\s)")
"""Many without an article, of whom nobody is one: "According to police, | a man in his forties, a baker, was hurt"."""
VERB_AHEAD = worded(r",\s@aux\s")
FINITE = worded(r"\b(?:@aux|says?|said|\p{Ll}{3,}ed)\b")
"""A clause is split around the cue where its subject stands before and its verb behind: "Fundraising, according to the council, has surged"."""
RUNS_ON = pattern_of(r"(?:\s?[–—]\s?|,\s(?=(?:\p{Ll}{3,}(?:s|ed)|would|will)\s(?:the\s)?[“\"]))(?=[^“”\"]{0,30}[“\"])")
"""Where a source has run into the clause that goes on behind it: "according to the notes of the bill — “a duty to act”", ", protects “…"."""
LEAST_WORDS = 4
"""Fewer words before the cue only lead in."""


def with_whole_parts(text: str, attribution: Attribution, ends: list[int]) -> Attribution:
    """Return *attribution*, whose sentence ends at one of *ends*, with its whole source and its own content, if it is one by "according to"."""
    if not attribution.cue or not attribution.source or not attribution.content:
        return attribution
    cue, source = attribution.cue[0], attribution.source[-1]
    if source.start < cue.end or not text[cue.start : cue.end].casefold().endswith(CUE):
        return attribution
    number = bisect_left(ends, cue.end)
    start, end = ends[number - 1] if number else 0, ends[min(number, len(ends) - 1)]
    opening = trimmed(text, start, cue.end - len(CUE))
    is_that = THAT_IS.fullmatch(text, opening[0].start, opening[0].end) if opening else None
    if is_that:
        whole = trimmed(text, cue.end, end)
        return replace(attribution, source=whole, content=(Span(*is_that.span("that")),)) if whole else attribution
    if gap := trimmed(text, cue.end, source.start):
        # What an outlet's name ends is its own: "according to an account that she gave to the Post".
        source = source if any(mark in gap[0].of(text) for mark in ',;:()“”"') else Span(gap[0].start, source.end)
        attribution = replace(attribution, source=(*attribution.source[:-1], source))
    attribution = _with_source_cut(text, attribution, end)
    mended = _with_own_content(text, attribution, start, end)
    source = mended.source[-1]
    after = tuple(span for span in mended.content if span.start >= source.end)
    is_quoted = bool(after) and text[after[0].start] in '“"'
    if after and len(after) < len(mended.content) and not is_quoted and not FINITE.search(text, source.end, end):
        # "…, according to WKOW, the station in Madison": no clause follows, so what does is the source's.
        mended = replace(mended, content=mended.content[: -len(after)])
    elif after:
        return mended
    return replace(mended, source=(*mended.source[:-1], _whole_source(text, source, end)))


def _with_source_cut(text: str, attribution: Attribution, end: int) -> Attribution:
    """Return *attribution* with a source that does not hold the quoted words behind it, which are content."""
    source = attribution.source[-1]
    cut = RUNS_ON.search(text, source.start, source.end)
    rest = trimmed(text, cut.end(), end) if cut else ()
    if cut is None or not rest or not text[source.start : cut.start()].strip():
        return attribution
    before = tuple(span for span in attribution.content if span.end <= rest[0].start)
    return replace(attribution, source=(*attribution.source[:-1], Span(source.start, cut.start())), content=(*before, *rest))


def _with_own_content(text: str, attribution: Attribution, start: int, end: int) -> Attribution:
    cue, source, content = attribution.cue[0], attribution.source[-1], attribution.content
    bracket = text.rfind("(", start, cue.start)
    if bracket >= 0 and text.find(")", bracket, cue.start) < 0:
        inside = trimmed(text, bracket + 1, cue.start)
        return replace(attribution, content=inside) if inside else attribution
    opening = trimmed(text, start, cue.start)
    if not opening and (apposed := APPOSED.match(text, source.end, end)) and FULL_NAME.search(source.of(text)):
        rest = trimmed(text, apposed.end(), end)
        if rest and FINITE.search(text, apposed.end(), end) and len(rest[0].of(text).split()) >= LEAST_WORDS:
            whole = Span(source.start, apposed.end("what"))
            return replace(attribution, source=(*attribution.source[:-1], whole), content=rest)
    if opening and VERB_AHEAD.match(text, source.end, end) and not FINITE.search(text, opening[0].start, opening[0].end):
        return replace(attribution, content=opening + trimmed(text, source.end, end))
    if bare := BARE_PLURAL.match(text, source.start, end) if not opening else None:
        rest = trimmed(text, bare.end(), end)
        if FINITE.search(text, bare.end(), end) and rest:
            return replace(attribution, source=(*attribution.source[:-1], Span(source.start, bare.end("who"))), content=rest)
    before = text[start : cue.start].split()
    if len(before) < LEAST_WORDS and content[0].end <= cue.start < content[-1].start:
        return replace(attribution, content=content[1:])
    if len(before) < LEAST_WORDS and content[-1].end <= cue.start and text[source.end : source.end + 2] == ", ":
        rest = trimmed(text, source.end, end)
        return replace(attribution, content=rest) if rest and len(rest[0].of(text).split()) >= LEAST_WORDS else attribution
    return attribution


def _whole_source(text: str, source: Span, end: int) -> Span:
    """Return *source* up to the end of its sentence, or of the brackets, where all that follows belongs to it."""
    if text[source.end - 1] == ")" and "(" not in source.of(text):
        return Span(source.start, source.end - 1)
    stop = end
    while stop > source.end and text[stop - 1] in ".?! \n\t”\"’')":
        stop -= 1
    rest = REST_OF_SOURCE.fullmatch(text, source.end, stop)
    return source if rest is None or GOES_ELSEWHERE.search(text, source.end, stop) else Span(source.start, stop)
