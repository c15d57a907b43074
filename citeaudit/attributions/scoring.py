"""Which drafts stand: the drafts of an article go in, the score of each and those that do not collide come out.

A second look at the whole relation: how sure each choice was, and what the other drafts claim of the same words. A word that
speaks inside another's content mostly does not ("said" in "He denied that she said so"): the training corpus is flat.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from citeaudit.attributions.templates import COUNTS, read_templates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from citeaudit.attributions.drafts import Draft, Rows
    from citeaudit.attributions.scene import Scene
    from citeaudit.attributions.templates import Facts
    from citeaudit.attributions.weights import Weights
    from citeaudit.attributions.words import Words

STEPS = (-0.02, -0.06, -0.15, -0.3, -0.5, -0.8, -1.2, -1.8, -2.5)


NEARBY = 8
"""How many drafts on either side a draft is compared with."""


def sure_step(value: float) -> str:
    """Return a log-probability in steps, "0" for certain."""
    for step, bound in enumerate(STEPS):
        if value > bound:
            return str(step)
    return "9"


def logit_step(value: float) -> str:
    """Return a logit in steps of one half, cut off at 5."""
    return str(int(max(-5.0, min(5.0, value)) * 2 // 1))


def _length(rows: Rows | None) -> int:
    return rows[1] - rows[0] if rows else 0


def _size(value: int) -> str:
    return (
        str(value)
        if value < 4
        else "6"
        if value < 7
        else "10"
        if value < 11
        else "20"
        if value < 21
        else "40"
        if value < 41
        else "99"
    )


def holds(draft: Draft, row: int) -> bool:
    """Tell whether the content of *draft* holds *row*."""
    return any(first <= row < last for first, last in draft.pieces)


def shared_rows(one: Draft, other: Draft) -> int:
    """Return how many rows two contents share."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one.pieces for b in other.pieces)


def _neighbours(draft: Draft, drafts: Sequence[Draft], number: int) -> tuple[float, float, float, float]:
    """Return the highest cue logit among the drafts that hold this one's cue, lie inside it, or between its pieces, or claim its content."""
    container = inside = between = rival = -9.0
    row = draft.anchor
    low, high = draft.bounds
    mine = _content(draft)
    for place in range(max(0, number - NEARBY), min(len(drafts), number + NEARBY + 1)):
        if place == number:
            continue
        other = drafts[place]
        first, last = other.bounds
        if first <= row < last and holds(other, row):
            container = max(container, other.logit)
        if low <= other.anchor < high:
            if holds(draft, other.anchor):
                inside = max(inside, other.logit)
            else:
                between = max(between, other.logit)
        if first < high and low < last:
            common = shared_rows(draft, other)
            if common and common * 2 >= min(mine, _content(other)):
                rival = max(rival, other.logit)
    return container, inside, between, rival


RELATION = read_templates(
    "",
    "logit total quoted_row side sure_side sure_end length sure_left_end sure_left_start sure_source "
    "sure_source_end source_side base container inside quoted between rival gap rate source_length stem cue_length "
    "kind_before_source source_edge lower_before_source source_last source_end lower_source_last source_rows stem_alone",
    """
    bias
    lo    logit
    lot   logit total
    loi   logit quoted_row
    side  sure_side
    re    sure_end side
    rel   sure_end length
    le    sure_left_end side
    ls    sure_left_start side
    se    sure_source source_side
    so    sure_source_end source_side
    tot   total base
    in    container
    has   inside quoted
    bet   between base
    riv   rival logit
    gapr  gap rate
    len   length base
    src   source_length source_side
    s     stem
    cue   cue_length side
    sk    kind_before_source source_edge
    sl    lower_before_source
    ske   source_last source_end
    sh    lower_source_last
    sr    source_rows source_last
    s0    stem_alone
    """,
)


def relation_facts(scene: Scene, draft: Draft, drafts: Sequence[Draft], number: int) -> Facts:
    """Return the facts that say whether a draft, the one of that *number*, is a relation as people would label it."""
    words = scene.words
    quote = words.quote
    row = draft.anchor
    container, inside, between, rival = _neighbours(draft, drafts, number)
    sure = [sure_step(value) for value in draft.sure]
    side = ("L" if draft.left else "") + ("R" if draft.right else "")
    is_quoted = sum(scene.marks[piece[1]] - scene.marks[piece[0]] for piece in draft.pieces) > 0 or quote[draft.pieces[0][0]] >= 0
    quoted = "q" if is_quoted else "-"
    source = draft.source
    source_side = "_" if source is None else "l" if source[1] <= row else "r"
    return (
        logit_step(draft.logit),
        sure_step(sum(draft.sure) / 3),
        "q" if quote[row] >= 0 else "-",
        side,
        sure[0],
        sure[2],
        _size(_content(draft)),
        sure[3],
        sure[4],
        sure[5],
        sure[6],
        source_side,
        f"{side}{quoted}{source_side}",
        logit_step(container),
        logit_step(inside),
        quoted,
        logit_step(between),
        logit_step(rival),
        logit_step(draft.logit - max(container, rival)),
        words.rate[row],
        _size(_length(source)),
        words.stem[row],
        _size(_length(draft.cue)),
        *_source_facts(words, draft),
    )


NO_SOURCE_FACTS = (None,) * 7
"""In place of what stands at the edges of a source, where there is none."""
MOST_ROWS = 9
"""A source of so many words or more is long."""


def _source_facts(words: Words, draft: Draft) -> Facts:
    """Return what stands at the edges of the source, and the cue's stem where there is none."""
    if draft.source is None:
        return *NO_SOURCE_FACTS, words.stem[draft.anchor]
    start, end = draft.source
    kind, lower = words.kind, words.lower
    rows = end - start
    return (
        kind[start - 1],
        kind[start],
        lower[start - 1],
        kind[end - 1],
        kind[end],
        lower[end - 1],
        COUNTS[min(MOST_ROWS, rows)],
        None,
    )


def _content(draft: Draft) -> int:
    return sum(_length(piece) for piece in draft.pieces)


def score_drafts(scene: Scene, drafts: Sequence[Draft], weights: Weights) -> list[float]:
    """Return how likely each of *drafts* is a relation as people would label it, 0.0 to 1.0."""
    facts = [relation_facts(scene, draft, drafts, number) for number, draft in enumerate(drafts)]
    return [1 / (1 + exp(-score)) for score in weights.weighers["relation"].weigh(((), facts))]


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
    return shared_rows(draft, better) * 2 >= min(_content(draft), _content(better))
