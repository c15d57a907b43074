"""What the markup says at each sentence: the blocks of an article go in, for each sentence what it is part of comes out.

A sentence may lie in a heading, an item, a caption or a table (its *form*), and that again in a block quotation or an embedded
post, whose words are somebody else's (its *voice*). Markup that is plainly there for its looks, a quotation or a heading that holds
most of the article, says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from citeaudit.model.articles import Block, BlockKind
from citeaudit.model.relations import Sentence
from citeaudit.text.trimming import stripped

VOICES = frozenset((BlockKind.QUOTE, BlockKind.POST))
FORMS = frozenset((BlockKind.HEADING, BlockKind.ITEM, BlockKind.CAPTION, BlockKind.TABLE))
MOST_OF_TEXT = 0.6
"""Quotations, or headings, that hold more of an article than this are there for their looks."""

MOST_SENTENCES = 200
"""No quotation has more; each of those inside one another would go over all sentences of it again."""


class Place(NamedTuple):
    """Where a sentence stands: the block that tells its *form*, and the *voice* in which it is said, None where the markup says nothing."""

    form: Block | None = None
    voice: Block | None = None


NOWHERE = Place()
Markup = tuple[Place, ...]
"""For each sentence where it stands; empty where the article has no blocks."""


def find_markup(text: str, sentences: Sequence[Sentence], blocks: tuple[Block, ...]) -> Markup:
    """Return where each of the *sentences* stands."""
    kinds = _telling(text, blocks)
    if not kinds:
        return ()
    waiting = sorted((b for b in blocks if b.kind in kinds), key=lambda block: (block.span.start, -block.span.end))
    places: list[Place] = []
    inside: list[tuple[Block, Place]] = []
    following = 0
    for sentence in sentences:
        at = sentence.span.start
        while following < len(waiting) and waiting[following].span.start <= at:
            block = waiting[following]
            following += 1
            while inside and inside[-1][0].span.end <= block.span.start:
                inside.pop()
            outer = inside[-1][1] if inside else NOWHERE
            inside.append((block, Place(outer.form, block) if block.kind in VOICES else Place(block, outer.voice)))
        while inside and inside[-1][0].span.end <= at:
            inside.pop()
        places.append(inside[-1][1] if inside else NOWHERE)
    return tuple(places)


def with_borders(ranges: list[tuple[int, int]], text: str, blocks: tuple[Block, ...]) -> list[tuple[int, int]]:
    """Return the *ranges* of paragraphs, cut where a block begins or ends: no sentence goes over that."""
    if not blocks:
        return ranges
    borders = sorted({offset for block in blocks for offset in (block.span.start, block.span.end)})
    cut: list[tuple[int, int]] = []
    place = 0
    for start, end in ranges:
        begin = start
        while place < len(borders) and borders[place] < end:
            cut += _trimmed(text, begin, borders[place]) if borders[place] > begin else []
            begin = max(begin, borders[place])
            place += 1
        cut += _trimmed(text, begin, end)
    return cut


def sentences_in(sentences: Sequence[Sentence], markup: Markup, number: int) -> range:
    """Return the numbers of the sentences that stand in the voice of the sentence *number*, or in one inside it, from there on."""
    voice = markup[number].voice
    end = number
    last = min(len(sentences), number + MOST_SENTENCES)
    while voice is not None and end < last and sentences[end].span.start < voice.span.end:
        end += 1
    return range(number, end)


def _telling(text: str, blocks: tuple[Block, ...]) -> frozenset[BlockKind]:
    """Return the kinds of *blocks* that say something about *text*."""
    most = MOST_OF_TEXT * len(text)
    looks = frozenset(kind for kind in (BlockKind.HEADING, BlockKind.QUOTE) if _length(blocks, kind) > most)
    return (VOICES | FORMS) - looks if blocks else frozenset()


def _length(blocks: tuple[Block, ...], kind: BlockKind) -> int:
    """Return how much of the text blocks of this *kind* hold, those inside others not counted again."""
    length = end = 0
    for span in sorted(block.span for block in blocks if block.kind is kind):
        length += max(0, span.end - max(end, span.start))
        end = max(end, span.end)
    return length


def _trimmed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    span = stripped(text, start, end)
    return [(span.start, span.end)] if len(span) else []
