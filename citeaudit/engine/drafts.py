"""How a cue may be read: a speaking word goes in, drafts of its relation come out, each with how sure each choice was.

Content first, then the source given the content; each step takes the best candidate and goes on. Where a second candidate is likely too,
a draft takes it, one choice a draft, and the rest follows from it. The look at the whole relation (``scoring``) tells which draft stands: each choice
sees its own neighbourhood only (measured on held-back articles: the first draft is right for 79 in 100 labelled cues, one of them for 86).
"""

from __future__ import annotations

from math import exp, inf, log
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
from citeaudit.engine.source_clues import (
    extent_facts,
    nobody_facts,
    source_after_facts,
    source_before_facts,
    source_left_facts,
    source_right_facts,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from citeaudit.engine.weighing import Weigher
    from citeaudit.engine.weights import Weights
    from citeaudit.words.surroundings import Scene

Rows = tuple[int, int]


class Draft(NamedTuple):
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
    pieces: tuple[Rows, ...]
    bounds: Rows

    @classmethod
    def of(  # noqa: PLR0917 - what was chosen, in order
        cls,
        anchor: int,
        logit: float,
        cue: Rows,
        left: Rows | None,
        right: Rows | None,
        source: Rows | None,
        sure: tuple[float, ...],
    ) -> Draft:
        """Return the draft with its pieces and bounds, which are told once, since every comparison of two drafts asks for them."""
        pieces = tuple([piece for piece in (left, right) if piece is not None])
        return cls(anchor, logit, cue, left, right, source, sure, pieces, (pieces[0][0], pieces[-1][1]))


Chosen = tuple[int, float, bool]
"""A candidate that a draft goes on with: its number, the log of its probability, and whether a later choice may still take a second."""
LEAST_SECOND = 0.2
"""How likely a second candidate must be for a draft to go on with it; no choice has more than one beside its best."""
LEAST_TURN = 1.0
"""Below this logit of its cue only the likeliest draft is made: others are given up nearly always, or had better be (measured: core F1 0.826, 0.823 with 0.0)."""


ALONE = (0.0,)
"""In place of the scores where there is one candidate: nothing is weighed for it."""


def choose(scores: Sequence[float], *, may_turn: bool) -> list[Chosen]:
    """Return the best candidate, and behind it, where the draft *may_turn*, the next if that is likely too."""
    if len(scores) == 1:
        return [(0, 0.0, may_turn)]
    best = max(scores)
    total = 0.0
    for score in scores:
        total += exp(score - best)
    sure = -log(total)
    first = scores.index(best)
    # The best leaves too little for any other, as a rule.
    if may_turn and total * (1 - LEAST_SECOND) >= 1:
        others = [*scores[:first], -inf, *scores[first + 1 :]]
        second = max(others)
        if second >= best + log(LEAST_SECOND * total):
            return [(first, sure, may_turn), (others.index(second), sure - best + second, False)]
    return [(first, sure, may_turn)]


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
        ways = step(scene, ways, weights.weighers)
    drafts: list[dict[tuple[Rows | None, ...], Draft]] = [{} for _ in cues]
    for way in ways:
        taken = (way.source, way.left, way.right)
        if taken not in drafts[way.cue]:
            words = _cue_words(scene, way.row, taken, weights.weighers)
            drafts[way.cue][taken] = Draft.of(way.row, cues[way.cue][1], words, way.left, way.right, way.source, way.sure)
    return [list(found.values()) for found in drafts if found]


def _to_side(scene: Scene, ways: Sequence[Way], weighers: Mapping[str, Weigher]) -> list[Way]:
    """Return the ways to the sides that the content may lie on."""
    weigh = weighers["side"].weigh
    onward = []
    for cue, row, window, may_turn, *_ in ways:
        for number, sure, may_turn_on in choose(weigh(side_facts(scene, row, *window)), may_turn=may_turn):
            onward.append(Way(cue, row, window, may_turn_on, (sure,), SIDES[number]))
    return onward


def _to_right_start(scene: Scene, ways: Sequence[Way], weighers: Mapping[str, Weigher]) -> list[Way]:
    """Return the ways to where the piece behind the cue may begin, None where the content has none there."""
    words, weigh = scene.words, weighers["right_start"].weigh
    onward = []
    for cue, row, window, may_turn, sure, side, *_ in ways:
        starts = right_starts(words, row, window[1]) if side != "L" else []
        if not starts:
            onward.append(Way(cue, row, window, may_turn, (*sure, 0.0), side))
            continue
        scores = weigh(right_start_facts(scene, row, side, starts)) if len(starts) > 1 else ALONE
        for number, sure_start, may_turn_on in choose(scores, may_turn=may_turn):
            start = starts[number]
            onward.append(Way(cue, row, window, may_turn_on, (*sure, sure_start), side, (start, start)))
    return onward


def _to_right_end(scene: Scene, ways: Sequence[Way], weighers: Mapping[str, Weigher]) -> list[Way]:
    """Return the ways to where the piece behind the cue may end."""
    words, weigh = scene.words, weighers["right_end"].weigh
    onward = []
    for cue, row, window, may_turn, sure, side, right, *_ in ways:
        if right is None:
            onward.append(Way(cue, row, window, may_turn, (*sure, 0.0), side))
            continue
        start = right[0]
        ends = right_ends(words, start, window[1])
        for number, sure_end, may_turn_on in choose(weigh(right_end_facts(scene, row, start, ends)), may_turn=may_turn):
            onward.append(Way(cue, row, window, may_turn_on, (*sure, sure_end), side, (start, ends[number])))
    return onward


def _to_left_end(scene: Scene, ways: Sequence[Way], weighers: Mapping[str, Weigher]) -> list[Way]:
    """Return the ways to where the piece before the cue may end, None where there is no room for one or all lies behind the cue."""
    words, weigh = scene.words, weighers["left_end"].weigh
    onward = []
    for cue, row, window, may_turn, sure, side, right, *_ in ways:
        if side == "R" and right is not None:
            onward.append(Way(cue, row, window, may_turn, (*sure, 0.0), side, right))
            continue
        ends = left_ends(words, row, window[0])
        for number, sure_end, may_turn_on in choose(weigh(left_end_facts(scene, row, side, ends)), may_turn=may_turn):
            end = ends[number]
            if end > window[0]:
                onward.append(Way(cue, row, window, may_turn_on, (*sure, sure_end), side, right, (end, end)))
            elif right is not None:
                onward.append(Way(cue, row, window, may_turn_on, (*sure, sure_end), side, right))
    return onward


def _to_left_start(scene: Scene, ways: Sequence[Way], weighers: Mapping[str, Weigher]) -> list[Way]:
    """Return the ways to where the piece before the cue may begin."""
    words, weigh = scene.words, weighers["left_start"].weigh
    onward = []
    for cue, row, window, may_turn, sure, side, right, left, _ in ways:
        if left is None:
            onward.append(Way(cue, row, window, may_turn, (*sure, 0.0), side, right))
            continue
        end = left[1]
        starts = left_starts(words, end, window[0])
        for number, sure_start, may_turn_on in choose(weigh(left_start_facts(scene, row, end, starts)), may_turn=may_turn):
            onward.append(Way(cue, row, window, may_turn_on, (*sure, sure_start), side, right, (starts[number], end)))
    return onward


def _to_source(scene: Scene, ways: Sequence[Way], weighers: Mapping[str, Weigher]) -> list[Way]:
    """
    Return the ways to the nearer edges of the sources that the content leaves room for, None for nobody.

    What stands before the cue is weighed once for all ways that leave the same room there.
    """
    words = scene.words
    weigh_nobody, weigh_before, weigh_after = (weighers[kind].weigh for kind in ("nobody", "source_before", "source_after"))
    weighed: dict[tuple[int, str, Rows | None], tuple[str, list[int], list[float]]] = {}
    onward = []
    for way in ways:
        cue, row, window, may_turn, sure, side, right, left, _ = way
        rows = way.rows
        before, after = source_room(scene, row, rows, window[0])
        if (cue, side, left) not in weighed:
            base, nobody = nobody_facts(scene, row, side)
            lefts = source_ends(words, row, before)
            scores = weigh_nobody(nobody)
            if lefts:
                scores += weigh_before(source_before_facts(scene, row, base, rows[1], lefts))
            weighed[cue, side, left] = base, lefts, scores
        base, lefts, scores = weighed[cue, side, left]
        rights = source_starts_right(words, row, after)
        if rights:
            scores = scores + weigh_after(source_after_facts(scene, row, base, side, rows[2:], rights))
        edges = [None, *lefts, *rights]
        for number, sure_edge, may_turn_on in choose(scores, may_turn=may_turn):
            edge = edges[number]
            source = None if edge is None else (edge, edge)
            onward.append(Way(cue, row, window, may_turn_on, (*sure, sure_edge), side, right, left, source))
    return onward


def _to_source_end(scene: Scene, ways: Sequence[Way], weighers: Mapping[str, Weigher]) -> list[Way]:
    """Return the ways to the farther edges of a source."""
    words = scene.words
    onward = []
    for way in ways:
        cue, row, window, may_turn, sure, side, right, left, source = way
        if source is None:
            onward.append(Way(cue, row, window, may_turn, (*sure, 0.0), side, right, left))
            continue
        rows, edge = way.rows, source[0]
        before, after = source_room(scene, row, rows, window[0])
        scores: Sequence[float] = ALONE
        if edge <= row:
            starts = source_starts_left(words, edge, before) or [edge - 1]
            if len(starts) > 1:
                scores = weighers["source_left"].weigh(source_left_facts(scene, row, edge, starts, rows[1]))
            pieces = [(start, edge) for start in starts]
        else:
            ends = source_ends_right(words, edge, after) or [edge + 1]
            if len(ends) > 1:
                scores = weighers["source_right"].weigh(source_right_facts(scene, row, edge, ends, rows[2]))
            pieces = [(edge, end) for end in ends]
        for number, sure_other, _ in choose(scores, may_turn=may_turn):
            onward.append(Way(cue, row, window, False, (*sure, sure_other), side, right, left, pieces[number]))
    return onward


def _cue_words(scene: Scene, row: int, taken: Sequence[Rows | None], weighers: Mapping[str, Weigher]) -> Rows:
    """Return the rows of the cue whose anchor stands at *row*, among those that the pieces already *taken* leave."""
    words = scene.words
    first, last = words.bounds[words.sentence[row]]
    begin, stop = first, last
    for piece in taken:
        if piece is not None:
            if begin < piece[1] <= row:
                begin = piece[1]
            if row < piece[0] < stop:
                stop = piece[0]
    free = range(begin, stop)
    starts, ends = extent_starts(words, row, free), extent_ends(words, row, free)
    # Most cues are one word with nothing free beside it.
    start = _best(weighers["cue_left"].weigh(extent_facts(scene, row, starts, begin))) if len(starts) > 1 else 0
    end = _best(weighers["cue_right"].weigh(extent_facts(scene, row, ends, stop))) if len(ends) > 1 else 0
    return starts[start], ends[end]


def source_room(scene: Scene, row: int, content: Sequence[int], lo: int) -> tuple[range, tuple[range, ...]]:
    """Return the rows before and after the cue that the content leaves for the source; after it there may be two stretches."""
    words = scene.words
    first, last = words.bounds[words.sentence[row]]
    _, left_end, right_start, right_end = content
    before = range(max(first, left_end if left_end >= 0 else lo), row)
    if right_start < 0:
        return before, (range(row + 1, last),)
    return before, (range(row + 1, right_start), range(right_end, last)) if right_end < last else (range(row + 1, right_start),)
