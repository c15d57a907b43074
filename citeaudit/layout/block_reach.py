"""Whose a block quotation of the markup is that nobody introduces or signs: who spoke in the line before it, or nobody.

Blocks go in with all that was found; out come attributions of what is said in them. An outlet that stood behind that speaker does
not reach the block, as with any bare quotation; a block for which nobody is in reach is a fill, so that a rule asks who said it.
"""

from __future__ import annotations

from bisect import bisect_left

from citeaudit.layout.blocks import begins_voice, said_in
from citeaudit.model.relations import Attribution, Level, Manner, Reach, Sentence, Source, SourceType
from citeaudit.model.spans import Evidence, Span
from citeaudit.text.markup import Markup, sentences_in

HALF = 0.5
"""A block of which reports hold so much is told whose it is."""


def reach_blocks(sentences: tuple[Sentence, ...], markup: Markup, attributions: list[Attribution]) -> list[Attribution]:
    """Return an attribution, or a fill, for each block quotation and post that none of *attributions* tells whose it is, in order."""
    reports = [a for a in attributions if a.level is Level.REPORT and a.cue and a.construction != "hedge"]
    cues = sorted((a.cue[0].start, -number) for number, a in enumerate(reports))
    pieces = sorted((span, number) for number, a in enumerate(reports) for span in a.content)
    found: list[Attribution] = []
    last: tuple[int, tuple[Source, ...]] = (-1, ())
    for number in range(len(sentences)):
        # What stands in a block whose words are told is told with it.
        if number < last[0] or not begins_voice(markup, number):
            continue
        inside = sentences_in(sentences, markup, number)
        said = said_in(sentences, inside)
        if not said:
            continue
        held, holder = _held(said, pieces)
        if held >= HALF * sum(map(len, said)):
            last = (inside.stop, reports[holder].chain)
            continue
        chain = last[1] if last[0] == number else _speaker_before(sentences, number, reports, cues)
        last = (inside.stop, chain)
        found.append(_attribution(said, chain))
    return found


def _speaker_before(
    sentences: tuple[Sentence, ...], number: int, reports: list[Attribution], cues: list[tuple[int, int]]
) -> tuple[Source, ...]:
    """Return who spoke last in the sentence before *number*: people without the outlets that passed it on, or the outlet alone."""
    if not number:
        return ()
    line = sentences[number - 1].span
    here = cues[bisect_left(cues, (line.start,)) : bisect_left(cues, (line.end,))]
    for _, place in reversed(here):
        links = reports[-place].chain
        own = tuple(link for link in links if link.type not in {SourceType.OUTLET, SourceType.VAGUE})
        if own or links:
            return own or links
    return ()


def _held(said: tuple[Span, ...], pieces: list[tuple[Span, int]]) -> tuple[int, int]:
    """Return how much of what is *said* the *pieces*, in order, hold, and whose the one is that holds most of it."""
    first = max(0, bisect_left(pieces, said[0].start, key=_start) - 1)
    total, most, holder = 0, 0, 0
    for span in said:
        covered = span.start
        for piece, number in pieces[first : bisect_left(pieces, span.end, key=_start)]:
            shared = min(piece.end, span.end) - max(piece.start, span.start)
            if shared > most:
                most, holder = shared, number
            total += max(0, min(piece.end, span.end) - max(piece.start, covered))
            covered = max(covered, min(piece.end, span.end))
    return total, holder


def _start(piece: tuple[Span, int]) -> int:
    return piece[0].start


def _attribution(said: tuple[Span, ...], chain: tuple[Source, ...]) -> Attribution:
    place = Span(said[0].start, said[-1].end)
    return Attribution(
        (),
        (),
        said,
        chain=chain,
        construction="block",
        manner=Manner.DIRECT,
        reach=Reach.BLOCK_QUOTATION,
        is_fill=not chain,
        evidence=(Evidence("reach.block_quotation", place, chain[0].name if chain else ""),),
    )
