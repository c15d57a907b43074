"""How a cue may be read: a speaking word goes in, drafts of its relation come out, each with how sure each choice was.

Content first, then the source given the content; each step takes the best candidate and goes on. Where a second candidate is likely too,
a draft takes it, one choice a draft, and the rest follows from it. The look at the whole relation (``scoring``) tells which draft stands: each choice
sees its own neighbourhood only (measured on held-back articles: the first draft is right for 79 in 100 labelled cues, one of them for 86).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

from citeaudit.engine.candidates import (
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
from citeaudit.engine.clues import SIDES, left_end_facts, left_start_facts, right_start_facts, side_facts
from citeaudit.engine.end_clues import right_end_facts
from citeaudit.engine.source_clues import extent_facts, source_edge_facts, source_left_facts, source_right_facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from citeaudit.engine.weighing import Weigher
    from citeaudit.engine.weights import Weights
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
MOST_SECONDS = 1
"""How many a choice has beside its best."""
LEAST_TURN = 1.0
"""Below this logit of its cue only the likeliest draft is made: others are given up nearly always, or had better be (measured: core F1 0.826, 0.823 with 0.0)."""


ALONE = (0.0,)
"""In place of the scores where there is one candidate: nothing is weighed for it."""


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


class Way(NamedTuple):
    """
    A cue on its way to a draft: by its number and its row, with the rows of its *window*.

    *may_turn* tells whether a later choice may still take a second, *sure* how sure the choices so far were. *right*, *left* and *source* are what was
    chosen; while an edge of one is open, both of its rows are the other edge.
    """

    cue: int
    row: int
    window: Rows
    may_turn: bool
    sure: tuple[float, ...] = ()
    side: str = ""
    right: Rows | None = None
    left: Rows | None = None
    source: Rows | None = None

    @property
    def rows(self) -> tuple[int, int, int, int]:
        """The rows of the content's left piece and of its right one, -1 where there is none."""
        return *(self.left or (-1, -1)), *(self.right or (-1, -1))


def draft_relations(scene: Scene, cues: Sequence[tuple[int, float]], weights: Weights) -> list[list[Draft]]:
    """
    Return the drafts of each of *cues*, the row and logit of its anchor, the likeliest first; none of those for which no content can be found.

    All cues take a choice before any takes the next: the weights of one choice are then at hand (measured: 0.95 of the engine's time).
    """
    ways = [Way(number, row, window_of(scene, row), logit > LEAST_TURN) for number, (row, logit) in enumerate(cues)]
    for step in (_to_side, _to_right_start, _to_right_end, _to_left_end, _to_left_start, _to_source, _to_source_end):
        ways = [further for way in ways for further in step(scene, way, weights.weighers)]
    drafts: list[dict[tuple[Rows | None, ...], Draft]] = [{} for _ in cues]
    for way in ways:
        taken = (way.source, way.left, way.right)
        if taken not in drafts[way.cue]:
            words = _cue_words(scene, way.row, taken, weights.weighers)
            drafts[way.cue][taken] = Draft(way.row, cues[way.cue][1], words, way.left, way.right, way.source, way.sure)
    return [list(found.values()) for found in drafts if found]


def _to_side(scene: Scene, way: Way, weighers: Mapping[str, Weigher]) -> Iterator[Way]:
    """Yield the sides that the content may lie on."""
    cue, row, window, may_turn = way[:4]
    for number, sure, may_turn_on in choose(weighers["side"].weigh(side_facts(scene, row, *window)), may_turn=may_turn):
        yield Way(cue, row, window, may_turn_on, (sure,), SIDES[number])


def _to_right_start(scene: Scene, way: Way, weighers: Mapping[str, Weigher]) -> Iterator[Way]:
    """Yield where the piece behind the cue may begin, None where the content has none there."""
    cue, row, window, may_turn, sure, side = way[:6]
    starts = right_starts(scene.words, row, window[1]) if side != "L" else []
    if not starts:
        yield Way(cue, row, window, may_turn, (*sure, 0.0), side)
        return
    scores = weighers["right_start"].weigh(right_start_facts(scene, row, side, starts))
    for number, sure_start, may_turn_on in choose(scores, may_turn=may_turn):
        start = starts[number]
        yield Way(cue, row, window, may_turn_on, (*sure, sure_start), side, (start, start))


def _to_right_end(scene: Scene, way: Way, weighers: Mapping[str, Weigher]) -> Iterator[Way]:
    """Yield where the piece behind the cue may end."""
    cue, row, window, may_turn, sure, side, right = way[:7]
    if right is None:
        yield Way(cue, row, window, may_turn, (*sure, 0.0), side)
        return
    start = right[0]
    ends = right_ends(scene.words, start, window[1])
    scores = weighers["right_end"].weigh(right_end_facts(scene, row, start, ends))
    for number, sure_end, may_turn_on in choose(scores, may_turn=may_turn):
        yield Way(cue, row, window, may_turn_on, (*sure, sure_end), side, (start, ends[number]))


def _to_left_end(scene: Scene, way: Way, weighers: Mapping[str, Weigher]) -> Iterator[Way]:
    """Yield where the piece before the cue may end, None where there is no room for one or all lies behind the cue."""
    cue, row, window, may_turn, sure, side, right = way[:7]
    if side == "R" and right is not None:
        yield Way(cue, row, window, may_turn, (*sure, 0.0), side, right)
        return
    ends = left_ends(scene.words, row, window[0])
    scores = weighers["left_end"].weigh(left_end_facts(scene, row, side, ends))
    for number, sure_end, may_turn_on in choose(scores, may_turn=may_turn):
        end = ends[number]
        if end > window[0]:
            yield Way(cue, row, window, may_turn_on, (*sure, sure_end), side, right, (end, end))
        elif right is not None:
            yield Way(cue, row, window, may_turn_on, (*sure, sure_end), side, right)


def _to_left_start(scene: Scene, way: Way, weighers: Mapping[str, Weigher]) -> Iterator[Way]:
    """Yield where the piece before the cue may begin."""
    cue, row, window, may_turn, sure, side, right, left = way[:8]
    if left is None:
        yield Way(cue, row, window, may_turn, (*sure, 0.0), side, right)
        return
    end = left[1]
    starts = left_starts(scene.words, end, window[0])
    scores = weighers["left_start"].weigh(left_start_facts(scene, row, end, starts))
    for number, sure_start, may_turn_on in choose(scores, may_turn=may_turn):
        yield Way(cue, row, window, may_turn_on, (*sure, sure_start), side, right, (starts[number], end))


def _to_source(scene: Scene, way: Way, weighers: Mapping[str, Weigher]) -> Iterator[Way]:
    """Yield the nearer edges of the sources that the content leaves room for, None for nobody."""
    words, rows, (cue, row, window, may_turn, sure, side, right, left) = scene.words, way.rows, way[:8]
    before, after = source_room(scene, row, rows, window[0])
    lefts = source_ends(words, row, before)
    rights = source_starts_right(words, row, after)
    nobody, before_cue, after_cue = source_edge_facts(scene, row, side, rows, lefts, rights)
    scores = (
        weighers["nobody"].weigh(nobody) + weighers["source_before"].weigh(before_cue) + weighers["source_after"].weigh(after_cue)
    )
    edges = [None, *lefts, *rights]
    for number, sure_edge, may_turn_on in choose(scores, may_turn=may_turn):
        edge = edges[number]
        source = None if edge is None else (edge, edge)
        yield Way(cue, row, window, may_turn_on, (*sure, sure_edge), side, right, left, source)


def _to_source_end(scene: Scene, way: Way, weighers: Mapping[str, Weigher]) -> Iterator[Way]:
    """Yield the farther edges of a source."""
    cue, row, window, may_turn, sure, side, right, left, source = way
    if source is None:
        yield Way(cue, row, window, may_turn, (*sure, 0.0), side, right, left)
        return
    words, rows, edge = scene.words, way.rows, source[0]
    before, after = source_room(scene, row, rows, window[0])
    if edge <= row:
        starts = source_starts_left(words, edge, before) or [edge - 1]
        scores = weighers["source_left"].weigh(source_left_facts(scene, row, edge, starts, rows[1])) if len(starts) > 1 else ALONE
        pieces = [(start, edge) for start in starts]
    else:
        ends = source_ends_right(words, edge, after) or [edge + 1]
        scores = weighers["source_right"].weigh(source_right_facts(scene, row, edge, ends, rows[2])) if len(ends) > 1 else ALONE
        pieces = [(edge, end) for end in ends]
    for number, sure_other, _ in choose(scores, may_turn=may_turn):
        yield Way(
            cue, row, window, may_turn=False, sure=(*sure, sure_other), side=side, right=right, left=left, source=pieces[number]
        )


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
