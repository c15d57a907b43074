"""Which drafts stand: the drafts of an article go in, the score of each and those that do not collide come out.

All drafts of a cue are scored, and the best one that is free stands. A word that speaks inside another's content mostly does not ("said" in "He
denied that she said so"): the training corpus is flat.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from citeaudit.engine.relation_clues import content_length, relation_facts
from citeaudit.engine.rivals import holds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from citeaudit.engine.drafts import Draft
    from citeaudit.engine.weights import Weights
    from citeaudit.words.surroundings import Scene


BEYOND = 700.0
"""A logit so low that its share cannot be told from 0.0; what lies below it has no exponent as a floating-point number."""


def score_drafts(scene: Scene, drafted: Sequence[Sequence[Draft]], weights: Weights) -> list[float]:
    """Return how likely each draft of each cue is a relation as people would label it, 0.0 to 1.0, in one row."""
    return [
        1 / (1 + exp(min(-score, BEYOND))) for score in weights.weighers["relation"].weigh(((), relation_facts(scene, drafted)))
    ]


def shared_rows(one: Draft, other: Draft) -> int:
    """Return how many rows two contents share."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one.pieces for b in other.pieces)


BLOCK = 16
"""Rows that are looked up together, to find who claims any of them."""


def arbitrate(drafts: Sequence[Draft], scores: Sequence[float], least: float) -> list[int]:
    """
    Return the numbers of the drafts to keep, in order: the best first, none that collides with a better one.

    Who claims rows nearby is looked up by blocks of rows, so that time grows with the text, however many drafts there are.
    """
    kept: list[int] = []
    claims: dict[int, list[int]] = {}
    for number in sorted(range(len(drafts)), key=lambda number: (-scores[number], number)):
        if scores[number] < least:
            break
        draft = drafts[number]
        blocks = _claimed(draft)
        rivals = {other for block in blocks for other in claims.get(block, ())}
        if not any(_collide(draft, drafts[other]) for other in rivals):
            kept.append(number)
            for block in blocks:
                claims.setdefault(block, []).append(number)
    return sorted(kept)


def _claimed(draft: Draft) -> set[int]:
    """Return the blocks of the rows of all the pieces of a draft."""
    spans = (draft.cue, *draft.pieces) if draft.source is None else (draft.cue, draft.source, *draft.pieces)
    return {block for first, last in spans for block in range(first // BLOCK, (last - 1) // BLOCK + 1)}


def _collide(draft: Draft, better: Draft) -> bool:
    row = draft.anchor
    if holds(better, row) or better.cue[0] <= row < better.cue[1]:
        return True
    if better.source and better.source[0] <= row < better.source[1]:
        return True
    return shared_rows(draft, better) * 2 >= min(content_length(draft), content_length(better))
