"""What is learned from: prepared articles go in, the examples of each decision come out, along the gold routes.

The clues are those of the run time, from the same functions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from citeaudit.engine.clues import (
    SIDE,
    SIDES,
    left_end_facts,
    left_start_facts,
    right_start_facts,
    side_facts,
)
from citeaudit.engine.cues import CUE, cue_facts, find_candidates
from citeaudit.engine.drafts import source_room
from citeaudit.engine.end_clues import right_end_facts
from citeaudit.engine.source_clues import (
    NO_SOURCE,
    SOURCE_AFTER,
    SOURCE_BEFORE,
    extent_facts,
    nobody_facts,
    source_after_facts,
    source_before_facts,
    source_left_facts,
    source_right_facts,
)
from citeaudit.engine.templates import spell
from citeaudit.engine.weights import CANDIDATES, DECISIONS
from citeaudit.training.learners import Examples

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from citeaudit.engine.drafts import Draft
    from citeaudit.engine.templates import Choice
    from citeaudit.training.counting import Prepared
    from citeaudit.training.gold import Route
    from citeaudit.words.surroundings import Scene


SOURCE_TEMPLATES = (NO_SOURCE, SOURCE_BEFORE, SOURCE_AFTER)


def cue_examples(prepared: Sequence[Prepared], anchors: frozenset[str]) -> Examples:
    """Return the examples of the cue decision."""
    examples = Examples()
    for number, article in enumerate(prepared):
        right = {route.anchor for route in article.routes}
        for row in find_candidates(article.scene.words, anchors):
            examples.add_answer(spell(CUE, ((), [cue_facts(article.scene, row)]))[0], number, is_right=row in right)
    return examples


def choice_examples(prepared: Sequence[Prepared]) -> dict[str, Examples]:
    """Return the examples of the choices along the gold routes; a right candidate that is not proposed is left out."""
    examples = {name: Examples() for name in DECISIONS if name not in ("cue", "relation")}

    def add(name: str, candidates: Sequence[int], gold: int, choice: Callable[[], Choice], article: int) -> None:
        if gold in candidates and len(candidates) > 1:
            examples[name].add_choice(spell(CANDIDATES[name][1], choice()), candidates.index(gold), article)

    for number, article in enumerate(prepared):
        for route in article.routes:
            _add_route(article.scene, route, number, add, examples["source"], examples["side"])
    return examples


def _add_route(  # noqa: PLR0917 - the two decisions whose candidates are no rows
    scene: Scene, route: Route, number: int, add: Callable[..., None], sources: Examples, sides: Examples
) -> None:
    words = scene.words
    row = route.anchor
    lo, hi = window_of(scene, row)
    side = "B" if route.left and route.right else "L" if route.left else "R"
    if not (route.left or route.right):
        return
    sides.add_choice(spell(SIDE, side_facts(scene, row, lo, hi)), SIDES.index(side), number)
    if route.right:
        start, end = route.right
        starts = right_starts(words, row, hi)
        add("right_start", starts, start, lambda: right_start_facts(scene, row, side, starts), number)
        ends = right_ends(words, start, hi)
        add("right_end", ends, end, lambda: right_end_facts(scene, row, start, ends), number)
    if route.left:
        begin, stop = route.left
        closes = left_ends(words, row, lo)
        add("left_end", closes, stop, lambda: left_end_facts(scene, row, side, closes), number)
        opens = left_starts(words, stop, lo)
        add("left_start", opens, begin, lambda: left_start_facts(scene, row, stop, opens), number)
    content = (*(route.left or (-1, -1)), *(route.right or (-1, -1)))
    before, after = source_room(scene, row, content, lo)
    lefts, rights = source_ends(words, row, before), source_starts_right(words, row, after)
    source = route.source
    right = -1
    if source is None:
        right = 0
    elif source[1] <= row and source[1] in lefts:
        right = 1 + lefts.index(source[1])
    elif source[0] > row and source[0] in rights:
        right = 1 + len(lefts) + rights.index(source[0])
    if right >= 0:
        base, nobody = nobody_facts(scene, row, side)
        ahead = source_before_facts(scene, row, base, content[1], lefts)
        behind = source_after_facts(scene, row, base, side, content[2:], rights)
        choices = zip(SOURCE_TEMPLATES, (nobody, ahead, behind), strict=True)
        sources.add_choice([clues for templates, choice in choices for clues in spell(templates, choice)], right, number)
    if source and source[1] <= row:
        froms = source_starts_left(words, source[1], before)
        add("source_left", froms, source[0], lambda: source_left_facts(scene, row, source[1], froms, content[1]), number)
    elif source:
        tos = source_ends_right(words, source[0], after)
        add("source_right", tos, source[1], lambda: source_right_facts(scene, row, source[0], tos, content[2]), number)
    first, last = words.bounds[words.sentence[row]]
    taken = [source, route.left, route.right]
    begin = max([first, *(piece[1] for piece in taken if piece and piece[1] <= row)])
    stop = min([last, *(piece[0] for piece in taken if piece and piece[0] > row)])
    befores, afters = extent_starts(words, row, range(begin, stop)), extent_ends(words, row, range(begin, stop))
    add("cue_left", befores, route.cue[0], lambda: extent_facts(scene, row, befores, begin), number)
    add("cue_right", afters, route.cue[1], lambda: extent_facts(scene, row, afters, stop), number)


def draft_is_right(draft: Draft, routes: Sequence[Route]) -> bool:
    """Tell whether a draft is one of *routes*: at least half of the content's words, and of the source's."""
    best = None
    most = 0.0
    mine = _rows(draft.pieces)
    for route in routes:
        overlap = _jaccard(mine, _rows(tuple(piece for piece in (route.left, route.right) if piece)))
        if route.cue[0] <= draft.anchor < route.cue[1]:
            overlap += 1.0 if overlap >= 0.5 else 0.0
        if overlap > most:
            best, most = route, overlap
    if best is None or most < 0.5:
        return False
    return _jaccard(_rows((draft.source,) if draft.source else ()), _rows((best.source,) if best.source else ())) >= 0.5


def _rows(pieces: Sequence[tuple[int, int]]) -> frozenset[int]:
    return frozenset(row for first, last in pieces for row in range(first, last))


def _jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0
