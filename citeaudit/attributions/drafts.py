"""One relation, cue by cue: a speaking word goes in, the best piece for each role comes out, with how sure each choice was.

Content first, then the source given the content; each step takes the best candidate and goes on (measured: searching
over several hypotheses at once gains nothing).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import exp, log
from typing import TYPE_CHECKING

from citeaudit.attributions.clues import SIDES, left_end_facts, left_start_facts, right_end_facts, right_start_facts, side_facts
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
    from collections.abc import Mapping, Sequence

    from citeaudit.attributions.scene import Scene
    from citeaudit.attributions.templates import Weigher
    from citeaudit.attributions.weights import Weights

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


def choose(scores: Sequence[float]) -> tuple[int, float]:
    """Return the number of the best candidate and the log of its probability."""
    if len(scores) == 1:
        return 0, 0.0
    best = max(scores)
    return scores.index(best), -log(sum([exp(value - best) for value in scores]))


def _best(scores: Sequence[float]) -> int:
    return scores.index(max(scores))


def draft_relation(scene: Scene, row: int, logit: float, weights: Weights) -> Draft | None:
    """Return the relation of the cue whose anchor stands at *row*, None where no content can be found."""
    words, weighers = scene.words, weights.weighers
    lo, hi = window_of(scene, row)
    number, sure_side = choose(weighers["side"].weigh(side_facts(scene, row, lo, hi)))
    side = SIDES[number]
    right = left = None
    sure_rs = sure_re = sure_le = sure_ls = sure_se = sure_so = 0.0
    if side != "L":
        starts = right_starts(words, row, hi)
        if starts:
            best, sure_rs = choose(weighers["right_start"].weigh(right_start_facts(scene, row, side, starts)))
            start = starts[best]
            ends = right_ends(words, start, hi)
            best, sure_re = choose(weighers["right_end"].weigh(right_end_facts(scene, row, start, ends)))
            right = (start, ends[best])
    if side != "R" or right is None:
        ends = left_ends(words, row, lo)
        best, sure_le = choose(weighers["left_end"].weigh(left_end_facts(scene, row, side, ends)))
        end = ends[best]
        if end > lo:
            starts = left_starts(words, end, lo)
            best, sure_ls = choose(weighers["left_start"].weigh(left_start_facts(scene, row, end, starts)))
            left = (starts[best], end)
    if left is None and right is None:
        return None
    content = (*(left or (-1, -1)), *(right or (-1, -1)))
    source, sure_se, sure_so = _choose_source(scene, row, side, content, lo, weighers)
    first, last = words.bounds[words.sentence[row]]
    taken = [source, left, right]
    begin = max([first, *(piece[1] for piece in taken if piece and piece[1] <= row)])
    stop = min([last, *(piece[0] for piece in taken if piece and piece[0] > row)])
    starts, ends = extent_starts(words, row, range(begin, stop)), extent_ends(words, row, range(begin, stop))
    # Most cues are one word with nothing free beside it.
    best = _best(weighers["cue_left"].weigh(extent_facts(scene, row, starts, begin))) if len(starts) > 1 else 0
    closing = _best(weighers["cue_right"].weigh(extent_facts(scene, row, ends, stop))) if len(ends) > 1 else 0
    return Draft(
        row,
        logit,
        (starts[best], ends[closing]),
        left,
        right,
        source,
        (sure_side, sure_rs, sure_re, sure_le, sure_ls, sure_se, sure_so),
    )


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


def _choose_source(  # noqa: PLR0917 - what was decided before
    scene: Scene,
    row: int,
    side: str,
    content: tuple[int, int, int, int],
    lo: int,
    weighers: Mapping[str, Weigher],
) -> tuple[Rows | None, float, float]:
    words = scene.words
    before, after = source_room(scene, row, content, lo)
    lefts = source_ends(words, row, before)
    rights = source_starts_right(words, row, after)
    nobody, before_cue, after_cue = source_edge_facts(scene, row, side, content, lefts, rights)
    scores = (
        weighers["nobody"].weigh(nobody) + weighers["source_before"].weigh(before_cue) + weighers["source_after"].weigh(after_cue)
    )
    best, sure = choose(scores)
    if best == 0:
        return None, sure, 0.0
    if best <= len(lefts):
        end = lefts[best - 1]
        starts = source_starts_left(words, end, before)
        if not starts:
            return (end - 1, end), sure, 0.0
        other, sure_other = choose(weighers["source_left"].weigh(source_left_facts(scene, row, end, starts, content[1])))
        return (starts[other], end), sure, sure_other
    start = rights[best - 1 - len(lefts)]
    ends = source_ends_right(words, start, after)
    if not ends:
        return (start, start + 1), sure, 0.0
    other, sure_other = choose(weighers["source_right"].weigh(source_right_facts(scene, row, start, ends, content[2])))
    return (start, ends[other]), sure, sure_other
