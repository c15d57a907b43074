"""How far a content goes: the engine's contents go in, the same come out cut free of frames, of lead-ins, or longer.

A flat content may hold an outlet's frame (", Bloomberg reported"), begin with words that only lead in to the cue, or stop
at a comma that does not end it. Each mend is a function from one attribution to one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from citeaudit.lexicon.worded import worded
from citeaudit.model.making import replace
from citeaudit.model.relations import Attribution, Dateline, Level
from citeaudit.model.spans import Span
from citeaudit.text.marks import OPENING
from citeaudit.text.trimming import trimmed

LEAST_PIECES = 2
LEAD_IN = worded(r"(?i:@opens_lead_in)\b")
GOES_ON = worded(
    r",?\s@goes_on\s|"
    r",\s(?:an?|the|one\sof|his|her|their|its|\p{Lu}[\p{L}-]*['’]s)\s(?!\w+\s@own_voice_verb)|:\s(?=\p{L})"
)
"""What goes on a content after it seemed to end: an apposition, a further "that", a list after a colon."""
RELATIVE = worded(r",\s(?:which|who|whose|where)\s")
"""What hangs on the last word of a clause: "that she would ban trips to Leeds, | where a new law"; behind a bare noun it is the article's own."""
CLAUSAL = frozenset(("that_clause", "zero_that", "question", "infinitive"))
NOT_YET_SAID = worded(r"that\s@opens_setting\s[^,;:“”\"]{2,60}")
"""What only opens a clause: "told the Post that in private, | the mayor is kind"."""
OWN_VOICE = worded(r",\s@own_voice\s|\s@own_voice_verb\b|;")


def freed(text: str, relation: Attribution, wrappers: Iterable[Attribution]) -> Attribution:
    """Return *relation* with the words of a frame cut out of its content, where it lies in that frame's content."""
    content = relation.content
    for wrapper in wrappers:
        if wrapper.cue == relation.cue or not any(covers(wrapper.content, cue) for cue in relation.cue):
            continue
        hole = Span(
            min(span.start for span in (*wrapper.source, *wrapper.cue)), max(span.end for span in (*wrapper.source, *wrapper.cue))
        )
        content = tuple(piece for span in content for piece in _without(text, span, hole))
    return replace(relation, content=content) if content != relation.content else relation


def without_dateline(text: str, relation: Attribution, datelines: tuple[Dateline, ...]) -> Attribution:
    """Return *relation* with its source cut free of the dateline before it: "LIMA, Peru - | Peru's minister said"."""
    ends = [datelines[place].span.end for span in relation.source if (place := _first_in(datelines, span)) is not None]
    if not ends:
        return relation
    kept = (span for span in relation.source if span.end > min(ends))
    source = tuple(piece for span in kept for piece in trimmed(text, max(span.start, min(ends)), span.end))
    return replace(relation, source=source)


def _first_in(datelines: tuple[Dateline, ...], span: Span) -> int | None:
    """Return the place of the first dateline that ends inside *span*, None if none does."""
    place = bisect_right(datelines, span.start, key=lambda dateline: dateline.span.end)
    return place if place < len(datelines) and datelines[place].span.end < span.end else None


def _without(text: str, span: Span, hole: Span) -> tuple[Span, ...]:
    if not span.overlaps(hole):
        return (span,)
    left = trimmed(text, span.start, hole.start) if span.start < hole.start else ()
    right = trimmed(text, hole.end, span.end) if hole.end < span.end else ()
    return tuple(piece for piece in left + right if any(text[i].isalnum() for i in range(piece.start, piece.end)))


def covers(content: tuple[Span, ...], cue: Span) -> bool:
    """Tell whether one piece of *content* holds *cue*."""
    return any(span.start <= cue.start and cue.end <= span.end for span in content)


def shared_length(one: tuple[Span, ...], other: tuple[Span, ...]) -> int:
    """Return how many code points the pieces of two contents share."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def without_lead_in(text: str, relation: Attribution) -> Attribution:
    """Return *relation* without what only leads in to it: "During his visit, | Ruiz said, “…”"."""
    first = relation.content[0]
    if len(relation.content) < LEAST_PIECES or not relation.source or not LEAD_IN.match(text, first.start):
        return relation
    quoted = text[relation.content[1].start] in OPENING
    if first.end <= relation.source[0].start and quoted and not any(mark in first.of(text) for mark in '“”"'):
        return replace(relation, content=relation.content[1:])
    return relation


def with_rest(text: str, relation: Attribution, ends: list[int], cues: list[int]) -> Attribution:
    """Return *relation* with what goes on its content up to the end of the sentence, where no other cue stands in it (*cues*: sorted)."""
    last = relation.content[-1]
    if not relation.cue or last.start < relation.cue[-1].end or relation.level is not Level.REPORT or not ends:
        return relation
    end = ends[min(bisect_left(ends, last.end), len(ends) - 1)]
    if last.end < end and text[last.end] == "," and NOT_YET_SAID.fullmatch(text, last.start, last.end):
        rest = trimmed(text, last.end, end)
        return replace(relation, content=(*relation.content[:-1], Span(last.start, rest[-1].end))) if rest else relation
    hangs = relation.construction in CLAUSAL and RELATIVE.match(text, last.end, end) is not None
    if last.end >= end or not (hangs or GOES_ON.match(text, last.end, end)):
        return relation
    if own := OWN_VOICE.search(text, last.end + 1, end):
        end = own.start()
    if bisect_left(cues, last.end) < bisect_left(cues, end):
        return relation
    rest = trimmed(text, last.end, end)
    return replace(relation, content=(*relation.content[:-1], Span(last.start, rest[-1].end))) if rest else relation


def tidy(text: str, attribution: Attribution) -> Attribution:
    """Return *attribution* with the pieces of its content in order, none of them inside another, and no white space at the ends of any piece."""
    pieces: list[Span] = []
    for span in sorted(attribution.content):
        if pieces and span.start < pieces[-1].end:
            pieces[-1] = Span(pieces[-1].start, max(pieces[-1].end, span.end))
        else:
            pieces.append(span)
    roles = (attribution.source, attribution.cue, tuple(pieces))
    source, cue, content = (_without_ends(text, role) for role in roles)
    if (source, cue, content) == (attribution.source, attribution.cue, attribution.content):
        return attribution
    return replace(attribution, source=source, cue=cue, content=content)


def _without_ends(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return *spans* without white space at their ends, and without those that held nothing else."""
    for span in spans:
        if text[span.start : span.start + 1].isspace() or text[span.end - 1 : span.end].isspace():
            break
    else:
        return spans
    bare = []
    for span in spans:
        words = span.of(text)
        if kept := words.strip():
            start = span.start + words.index(kept)
            bare.append(Span(start, start + len(kept)))
    return tuple(bare)
