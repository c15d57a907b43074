"""Gives each attribution the settings of its telling that stand around it in its sentence, so that coverage need only count roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.model.making import replace
from citeaudit.model.relations import Level
from citeaudit.model.spans import Span
from citeaudit.phrases.tellings import introduction_start, lead_start, leads_in, relative_end, tail_end

if TYPE_CHECKING:
    from citeaudit.model.relations import Attribution, Dateline
    from citeaudit.words.tokens import Words


def with_settings(
    words: Words, attributions: tuple[Attribution, ...], datelines: tuple[Dateline, ...]
) -> tuple[Attribution, ...]:
    """Return *attributions* with when, where, to what question and by whom each was told, beside the settings that they have."""
    dated = {dateline.span.start: dateline.span.end for dateline in datelines}
    return tuple(_with_settings(words, attribution, dated) for attribution in attributions)


def _with_settings(words: Words, attribution: Attribution, dated: dict[int, int]) -> Attribution:
    if attribution.level is not Level.REPORT or not attribution.cue:
        return attribution
    number = words.sentence[words.row_from(attribution.cue[0].start)]
    if number < 0:
        return attribution
    floor, limit = words.bounds[number]
    start, end = words.start[floor], words.end[limit - 1]
    if start in dated:
        floor = min(limit, words.row_from(dated[start]))
    while limit > floor and words.kind[limit - 1] in (".", "!", "?", "CQ", ")"):
        limit -= 1
    parts = [span for span in (*attribution.source, *attribution.cue, *attribution.content) if start <= span.start < end]
    if not parts:
        return attribution  # a mark that was taken out of the text stands behind all words
    first = words.row_from(min(span.start for span in parts))
    found: list[Span] = []
    if floor < first and leads_in(words, floor, first):
        found.append(_span(words, floor, first))
    elif attribution.source and floor < (named := words.row_from(attribution.source[0].start)) < limit:
        begun = introduction_start(words, named, floor)
        begun = lead_start(words, named, floor) if begun == named else begun
        found += [_span(words, begun, named)] if begun < named else []
    told = [link.span for link in attribution.chain if link.span is not None and start <= link.span.start < end]
    told += [span for span in attribution.setting if start <= span.start < end]
    last = words.row_from(max(span.end for span in (*parts, *told)))
    behind = _behind(words, attribution, last, limit) if last < limit else last
    if behind > last:
        found.append(_span(words, last, behind))
    if not found:
        return attribution
    known = [span for span in attribution.setting if not any(one.covers(span) for one in found)]
    return replace(attribution, setting=tuple(sorted(known + found)))


def _behind(words: Words, attribution: Attribution, row: int, limit: int) -> int:
    """Return where what is told of the telling or the speaker behind all roles, from *row* on, ends; *row* if nothing is."""
    source, cue, content = attribution.source, attribution.cue, attribution.content
    if source and cue[0].start < source[-1].start and words.row_from(source[-1].end) >= row:
        end = relative_end(words, row, limit)
        if end > row:
            return end
    return tail_end(words, row, limit) if content and content[0].start < cue[0].start else row


def _span(words: Words, first: int, end: int) -> Span:
    """Return the span of the rows from *first* to *end* without the commas around it."""
    while end - 1 > first and words.kind[end - 1] == ",":
        end -= 1
    while first < end - 1 and words.kind[first] in (",", "CQ", "."):
        first += 1
    return Span(words.start[first], words.end[end - 1])
