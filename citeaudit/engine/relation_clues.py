"""The facts for and against a draft as a whole: the drafts of an article go in, a tuple comes out for each of them.

Each choice saw its own neighbourhood; here the whole is seen: how sure the choices were together, in which order the pieces stand, what of the
sentence is left over, and what the other drafts claim of the same words. The same clues tell whether a word speaks as people would label it,
and which of its drafts is the right one. Chosen by backward elimination on held-back articles: half as many clues did better than all.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from citeaudit.engine.rivals import company_of, holds
from citeaudit.engine.templates import COUNTS, read_templates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from citeaudit.engine.drafts import Draft, Rows
    from citeaudit.engine.rivals import Company
    from citeaudit.engine.templates import Facts
    from citeaudit.words.surroundings import Scene
    from citeaudit.words.tokens import Words

STEPS = (0.02, 0.06, 0.15, 0.3, 0.5, 0.8, 1.2, 1.8, 2.5)
"""How far a log-probability lies below certainty, in steps."""
SIZES = ("0", "1", "2", "3", *["6"] * 3, *["10"] * 4, *["20"] * 10, *["40"] * 20, "99")
LONG = len(SIZES) - 1
"""Lengths, in steps; from LONG on all are long."""
MOST_ROWS = 9
"""A source of so many words or more is long."""
ASIDE = frozenset(("RB", "ADV", "NOT"))
"""What may stand between an auxiliary and its verb."""
BREAKS = frozenset((",", "CC", ".", ":", "-", "—", "–", ";", "CQ"))
"""What is passed over behind a content, to see who claims the next word."""
MOST_BREAKS = 4


def logit_step(value: float) -> str:
    """Return a logit in steps of one half, cut off at 5."""
    return str(int(max(-5.0, min(5.0, value)) * 2 // 1))


def _size(length: int) -> str:
    return SIZES[length if length < LONG else LONG]


def content_length(draft: Draft) -> int:
    """Return how many rows the content of *draft* has."""
    return sum(last - first for first, last in draft.pieces)


RELATION = read_templates(
    "",
    "stem kind logit quoted_row helper by "
    "total sum sure_end sure_source sure_source_end "
    "side source_side base length verbs marks "
    "order gap_size before rest rest_verbs "
    "container claim_first claim_last claim_beyond next_place next_stem shared "
    "stem_alone source_length lower_before_source lower_source_last source_rows source_last before_source source_first "
    "source_end source_verbs source_commas verbs_between commas_between content_between claim_source_first claim_source_last",
    """
    bias
    loi   logit quoted_row
    dt    sum
    rel   sure_end length
    se    sure_source source_side
    so    sure_source_end source_side
    in    container
    nb    claim_first claim_last
    nx    next_place next_stem
    len   length base
    qb    marks
    cg    gap_size
    cr    rest rest_verbs
    ca    before rest gap_size
    ps    helper kind by source_side
    sn    stem_alone side
    src   source_length source_side
    sl    lower_before_source
    sh    lower_source_last
    sr    source_rows source_last
    fs    before_source source_first source_end
    fs2   before_source source_side kind
    ods   order stem
    vs    source_verbs source_commas
    vg    verbs_between commas_between content_between
    sc    claim_source_first claim_source_last
    ss    shared
    ve    verbs source_end
    sec   source_end source_commas
    sbs   stem before_source
    tc    total claim_source_first
    rvs   rest_verbs claim_source_last
    ol    order claim_last
    sbc   side claim_beyond
    """,
)


def relation_facts(scene: Scene, drafted: Sequence[Sequence[Draft]]) -> list[Facts]:
    """
    Return the facts of all drafts that say whether one is a relation as people would label it.

    *drafted* holds the drafts of each cue, the likeliest first.
    """
    company = company_of(drafted, len(scene.words.start))
    facts: list[Facts] = []
    for number, drafts in enumerate(drafted):
        cue = _cue_facts(scene, drafts[0])
        container = logit_step(company.container(number))
        following = company.following(number)
        for draft in drafts:
            side = ("L" if draft.left else "") + ("R" if draft.right else "")
            source_side = "_" if draft.source is None else "l" if draft.source[1] <= draft.anchor else "r"
            facts.append(
                (
                    *cue,
                    *_sure_facts(draft),
                    side,
                    source_side,
                    *_content_facts(scene, draft, side, source_side),
                    *_sentence_facts(scene, draft),
                    container,
                    *_company_facts(scene, draft, number, company, following),
                    *_source_facts(scene, draft, number, company),
                )
            )
    return facts


def _cue_facts(scene: Scene, draft: Draft) -> Facts:
    """Return what the drafts of one cue share: the word, and what stands beside it."""
    words, row = scene.words, draft.anchor
    kind = words.kind
    helper = row - 1
    while kind[helper] in ASIDE and row - helper < 4:
        helper -= 1
    return (
        words.stem[row],
        kind[row],
        logit_step(draft.logit),
        "q" if words.quote[row] >= 0 else "-",
        kind[helper],
        "by" if words.lower[row + 1] == "by" else "-",
    )


def _sure_facts(draft: Draft) -> Facts:
    """Return how sure the choices were, together and one by one, in steps, "0" for certain."""
    _, _, end, _, _, source, source_end = draft.sure
    total = sum(draft.sure)
    return tuple([COUNTS[bisect_right(STEPS, -value)] for value in (total / 3, total, end, source, source_end)])


def _content_facts(scene: Scene, draft: Draft, side: str, source_side: str) -> Facts:
    """Return what the content is: how long, with how many verbs, and which of its edges are quotation marks."""
    words = scene.words
    quote = words.quote
    first = draft.bounds[0]
    verbs = length = 0
    is_quoted, marks = quote[first] >= 0, ""
    for start, end in draft.pieces:
        verbs += scene.verbs[end] - scene.verbs[start]
        length += end - start
        is_quoted = is_quoted or scene.marks[end] > scene.marks[start]
        marks += _mark_before(words, start) + _mark_after(words, end)
    return (
        f"{side}{'q' if is_quoted else '-'}{source_side}",
        _size(length),
        COUNTS[verbs if verbs < 2 else 2],
        marks,
    )


def _mark_before(words: Words, start: int) -> str:
    return "q" if words.kind[start] == "OQ" else "i" if words.quote[start] >= 0 else "-"


def _mark_after(words: Words, end: int) -> str:
    quote = words.quote
    return "q" if words.kind[end - 1] == "CQ" else "i" if quote[end - 1] >= 0 and quote[end] == quote[end - 1] else "-"


def _sentence_facts(scene: Scene, draft: Draft) -> Facts:
    """Return in which order the pieces stand, and how much of the sentence is left before, between and behind them."""
    begin, stop = scene.words.bounds[scene.words.sentence[draft.anchor]]
    (low, high), (cue_start, cue_end), source = draft.bounds, draft.cue, draft.source
    # No two of them share a word, so that their first rows alone tell their order.
    taken, order = cue_end - cue_start, None
    for first, last in draft.pieces:
        taken += last - first
    low, high = min(low, cue_start), max(high, cue_end)
    if source:
        first, last = source
        taken += last - first
        low, high = min(low, first), max(high, last)
        starts = [(cue_start, "u"), (first, "s"), *[(start, "c") for start, _ in draft.pieces]]
        order = "".join([role for _, role in sorted(starts)])
    verbs = scene.verbs[stop] - scene.verbs[high] if high < stop else 0
    gap, before, rest = high - low - taken, low - begin, stop - high
    return (
        order,
        SIZES[gap if gap < LONG else LONG] if gap > 0 else "0",
        SIZES[before if before < LONG else LONG] if before > 0 else "0",
        SIZES[rest if rest < LONG else LONG] if rest > 0 else "0",
        COUNTS[verbs if verbs < 2 else 2],
    )


def _company_facts(scene: Scene, draft: Draft, number: int, company: Company, following: Sequence[Draft]) -> Facts:
    """Return what the other drafts claim of the content's edges and of what comes behind it, and where the next cue stands."""
    words = scene.words
    kind = words.kind
    first, last = draft.bounds
    beyond = last
    while kind[beyond] in BREAKS and beyond - last < MOST_BREAKS:
        beyond += 1
    place, stem = NO_NEXT
    for other in following:
        if words.sentence[other.anchor] == words.sentence[draft.anchor]:
            row = other.anchor
            place, stem = "in" if holds(draft, row) else "after" if row >= last else "between", words.stem[row]
            break
    return (
        company.claim(number, first),
        company.claim(number, last - 1),
        company.claim(number, beyond),
        place,
        stem,
        "_" if draft.source is None else "=" if company.shares_source(draft, number) else "-",
    )


NO_NEXT = ("_", "_")
"""In place of where the next cue of the sentence stands, and its stem."""
NO_SOURCE_FACTS = (None,) * 15
"""In place of what is told of a source, where there is none."""


def _source_facts(scene: Scene, draft: Draft, number: int, company: Company) -> Facts:
    """Return what the source is and what stands at its edges and between it and the cue; the cue's stem where there is none."""
    words, row, source = scene.words, draft.anchor, draft.source
    if source is None:
        return words.stem[row], *NO_SOURCE_FACTS
    start, end = source
    kind, lower = words.kind, words.lower
    all_verbs, all_commas = scene.verbs, scene.commas
    length = end - start
    verbs, commas = all_verbs[end] - all_verbs[start], all_commas[end] - all_commas[start]
    low, high = (end, row) if end <= row else (row + 1, start)
    verbs_between, commas_between = max(0, all_verbs[high] - all_verbs[low]), max(0, all_commas[high] - all_commas[low])
    return (
        None,
        _size(length),
        lower[start - 1],
        lower[end - 1],
        COUNTS[length if length < MOST_ROWS else MOST_ROWS],
        kind[end - 1],
        kind[start - 1] if start > words.bounds[words.sentence[row]][0] else "^",
        kind[start],
        kind[end],
        COUNTS[verbs if verbs < 2 else 2],
        COUNTS[commas if commas < 2 else 2],
        COUNTS[verbs_between if verbs_between < 2 else 2],
        COUNTS[commas_between if commas_between < 2 else 2],
        "c" if _overlaps(draft.pieces, (low, high)) else "-",
        company.claim(number, start),
        company.claim(number, end - 1),
    )


def _overlaps(pieces: Sequence[Rows], room: Rows) -> bool:
    return any(first < room[1] and room[0] < last for first, last in pieces)
