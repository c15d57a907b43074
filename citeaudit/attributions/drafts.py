"""How a cue may be read: a speaking word goes in, drafts of its relation come out, each with how sure each choice was.

Content first, then the source given the content; each step takes the best candidate and goes on. Where a second candidate is likely too,
a draft takes it, one choice a draft, and the rest follows from it. The look at the whole relation (``scoring``) tells which draft stands: each choice
sees its own neighbourhood only (measured on held-back articles: the first draft is right for 79 in 100 labelled cues, one of them for 86).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

from citeaudit.attributions.clues import SIDES, left_end_facts, left_start_facts, right_start_facts, side_facts
from citeaudit.attributions.end_clues import right_end_facts
from citeaudit.attributions.source_clues import extent_facts, source_edge_facts, source_left_facts, source_right_facts
from citeaudit.attributions.spans import (
    extent_ends,
    extent_starts,
    left_ends,
    left_starts,
    right_ends,
    right_starts,
    source_ends,
    source_ends_right,
    source_starts_left,
    source_starts_right,
    window_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from citeaudit.attributions.templates import Weigher
    from citeaudit.attributions.weights import Weights
    from citeaudit.words.surroundings import Scene

Rows = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """
    A relation in rows, before its score.

    *logit* is the cue decision's; *sure* the log-probabilities of the choices: side, right start, right end, left end,
    left start, source edge, source's other edge (0.0 where there was nothing to choose). *pieces* are those of the content,
    in order; *bounds* its first row and the row after its last.
    """

    anchor: int
    logit: float
    cue: Rows
    left: Rows | None
    right: Rows | None
    source: Rows | None
    sure: tuple[float, ...]
    pieces: tuple[Rows, ...] = field(init=False)
    bounds: Rows = field(init=False)

    def __post_init__(self) -> None:
        # Made once, since every comparison of two drafts asks for it.
        pieces = tuple(piece for piece in (self.left, self.right) if piece is not None)
        object.__setattr__(self, "pieces", pieces)
        object.__setattr__(self, "bounds", (pieces[0][0], pieces[-1][1]))


Chosen = tuple[int, float, bool]
"""A candidate that a draft goes on with: its number, the log of its probability, and whether a later choice may still take a second."""
LEAST_SECOND = 0.2
"""How likely a second candidate must be for a draft to go on with it."""
MOST_SECONDS = 2
"""How many a choice has beside its best."""
LEAST_TURN = 0.0
"""Below this logit of its cue only the likeliest draft is made: nearly all of them are given up."""


def choose(scores: Sequence[float], *, may_turn: bool) -> list[Chosen]:
    """Return the best candidate, and behind it, where the draft *may_turn*, those that are likely too."""
    if len(scores) == 1:
        return [(0, 0.0, may_turn)]
    best = max(scores)
    total = sum([exp(score - best) for score in scores])
    sure = -log(total)
    first = scores.index(best)
    chosen = [(first, sure, may_turn)]
    # The best leaves too little for any other, as a rule.
    if may_turn and total * (1 - LEAST_SECOND) >= 1:
        bar = best + log(LEAST_SECOND * total)
        seconds = sorted((-score, number) for number, score in enumerate(scores) if score >= bar and number != first)
        chosen += [(number, sure - best - score, False) for score, number in seconds[:MOST_SECONDS]]
    return chosen


def _best(scores: Sequence[float]) -> int:
    return scores.index(max(scores))


Edges = tuple[Rows | None, float, float, bool]
"""A piece or a source, how sure its two edges are, and whether a later choice may still take a second."""


class Content(NamedTuple):
    """A content that a cue may have: the side it lies on, its pieces, how sure their five choices were, and whether a later one may still take a second."""

    side: str
    left: Rows | None
    right: Rows | None
    sure: tuple[float, ...]
    may_turn: bool

    @property
    def rows(self) -> tuple[int, int, int, int]:
        """The rows of the left piece and of the right one, -1 where there is none."""
        return *(self.left or (-1, -1)), *(self.right or (-1, -1))


def draft_relations(scene: Scene, row: int, logit: float, weights: Weights) -> list[Draft]:
    """Return the drafts of the relation of the cue whose anchor stands at *row*, the likeliest first; none where no content can be found."""
    weighers = weights.weighers
    lo, hi = window_of(scene, row)
    drafts: dict[tuple[Rows | None, ...], Draft] = {}
    for content in _choose_content(scene, row, (lo, hi), weighers, may_turn=logit > LEAST_TURN):
        left, right = content.left, content.right
        for source, sure_edge, sure_other, _ in _choose_source(scene, row, content, lo, weighers):
            if (left, right, source) not in drafts:
                cue = _cue_words(scene, row, (source, left, right), weighers)
                drafts[left, right, source] = Draft(row, logit, cue, left, right, source, (*content.sure, sure_edge, sure_other))
    return list(drafts.values())


def _choose_content(
    scene: Scene, row: int, window: Rows, weighers: Mapping[str, Weigher], *, may_turn: bool
) -> Iterator[Content]:
    """Yield the contents that the cue at *row* may have."""
    lo, hi = window
    for number, sure, may_turn_on in choose(weighers["side"].weigh(side_facts(scene, row, lo, hi)), may_turn=may_turn):
        side = SIDES[number]
        for right, sure_rs, sure_re, may_turn_left in _choose_right(scene, row, side, hi, weighers, may_turn=may_turn_on):
            if side == "R" and right is not None:
                yield Content(side, None, right, (sure, sure_rs, sure_re, 0.0, 0.0), may_turn_left)
                continue
            for left, sure_le, sure_ls, may_turn_source in _choose_left(scene, row, side, lo, weighers, may_turn=may_turn_left):
                if left is not None or right is not None:
                    yield Content(side, left, right, (sure, sure_rs, sure_re, sure_le, sure_ls), may_turn_source)


def _choose_right(
    scene: Scene, row: int, side: str, hi: int, weighers: Mapping[str, Weigher], *, may_turn: bool
) -> Iterator[Edges]:
    """Yield the pieces that the content may have behind the cue, None where it has none there."""
    starts = right_starts(scene.words, row, hi) if side != "L" else []
    if not starts:
        yield None, 0.0, 0.0, may_turn
        return
    scores = weighers["right_start"].weigh(right_start_facts(scene, row, side, starts))
    for start_number, sure_start, may_turn_end in choose(scores, may_turn=may_turn):
        start = starts[start_number]
        ends = right_ends(scene.words, start, hi)
        scores = weighers["right_end"].weigh(right_end_facts(scene, row, start, ends))
        for end_number, sure_end, may_turn_on in choose(scores, may_turn=may_turn_end):
            yield (start, ends[end_number]), sure_start, sure_end, may_turn_on


def _choose_left(
    scene: Scene, row: int, side: str, lo: int, weighers: Mapping[str, Weigher], *, may_turn: bool
) -> Iterator[Edges]:
    """Yield the pieces that the content may have before the cue, None where there is no room for one."""
    ends = left_ends(scene.words, row, lo)
    scores = weighers["left_end"].weigh(left_end_facts(scene, row, side, ends))
    for end_number, sure_end, may_turn_start in choose(scores, may_turn=may_turn):
        end = ends[end_number]
        if end <= lo:
            yield None, sure_end, 0.0, may_turn_start
            continue
        starts = left_starts(scene.words, end, lo)
        scores = weighers["left_start"].weigh(left_start_facts(scene, row, end, starts))
        for start_number, sure_start, may_turn_on in choose(scores, may_turn=may_turn_start):
            yield (starts[start_number], end), sure_end, sure_start, may_turn_on


def _cue_words(scene: Scene, row: int, taken: Sequence[Rows | None], weighers: Mapping[str, Weigher]) -> Rows:
    """Return the rows of the cue whose anchor stands at *row*, among those that the pieces already *taken* leave."""
    words = scene.words
    first, last = words.bounds[words.sentence[row]]
    begin = max([first, *(piece[1] for piece in taken if piece and piece[1] <= row)])
    stop = min([last, *(piece[0] for piece in taken if piece and piece[0] > row)])
    starts, ends = extent_starts(words, row, range(begin, stop)), extent_ends(words, row, range(begin, stop))
    # Most cues are one word with nothing free beside it.
    start = _best(weighers["cue_left"].weigh(extent_facts(scene, row, starts, begin))) if len(starts) > 1 else 0
    end = _best(weighers["cue_right"].weigh(extent_facts(scene, row, ends, stop))) if len(ends) > 1 else 0
    return starts[start], ends[end]


def source_room(scene: Scene, row: int, content: Sequence[int], lo: int) -> tuple[range, tuple[range, ...]]:
    """Return the rows before and after the cue that the content leaves for the source; after it there may be two stretches."""
    words = scene.words
    first, last = words.bounds[words.sentence[row]]
    _, left_end, right_start, right_end = content
    before = range(max(first, lo), row)
    if left_end >= 0:
        before = range(max(first, left_end), row)
    if right_start < 0:
        return before, (range(row + 1, last),)
    return before, (range(row + 1, right_start), range(right_end, last)) if right_end < last else (range(row + 1, right_start),)


def _choose_source(scene: Scene, row: int, content: Content, lo: int, weighers: Mapping[str, Weigher]) -> Iterator[Edges]:
    """Yield the sources that the content leaves room for, None for nobody."""
    words, rows = scene.words, content.rows
    before, after = source_room(scene, row, rows, lo)
    lefts = source_ends(words, row, before)
    rights = source_starts_right(words, row, after)
    nobody, before_cue, after_cue = source_edge_facts(scene, row, content.side, rows, lefts, rights)
    scores = (
        weighers["nobody"].weigh(nobody) + weighers["source_before"].weigh(before_cue) + weighers["source_after"].weigh(after_cue)
    )
    for number, sure, may_turn_on in choose(scores, may_turn=content.may_turn):
        if number == 0:
            yield None, sure, 0.0, may_turn_on
        elif number <= len(lefts):
            end = lefts[number - 1]
            starts = source_starts_left(words, end, before) or [end - 1]
            scores = weighers["source_left"].weigh(source_left_facts(scene, row, end, starts, rows[1]))
            for other, sure_other, _ in choose(scores, may_turn=may_turn_on):
                yield (starts[other], end), sure, sure_other, False
        else:
            start = rights[number - 1 - len(lefts)]
            ends = source_ends_right(words, start, after) or [start + 1]
            scores = weighers["source_right"].weigh(source_right_facts(scene, row, start, ends, rows[2]))
            for other, sure_other, _ in choose(scores, may_turn=may_turn_on):
                yield (start, ends[other]), sure, sure_other, False
