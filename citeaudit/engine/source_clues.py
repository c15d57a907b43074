"""The facts for and against each candidate of the choices of the source and of the cue's own words, given the content.

As in ``clues``: rows go in, tuples come out, one a candidate, the same for the trainer and the run time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.engine.cues import FAR, NEAR, near, subject_of
from citeaudit.engine.templates import COUNTS, read_templates

if TYPE_CHECKING:
    from citeaudit.engine.templates import Choice, Facts
    from citeaudit.words.surroundings import Scene

NO_SOURCE = read_templates(
    "fine base subject_lower stem helpers heading kind",
    "",
    """
    Nf   fine base
    Nsu  subject_lower
    Nhs  stem helpers
    Nhd  heading kind
    """,
)
SOURCE_BEFORE = read_templates(
    "base kind stem fine",
    "order before edge between lower_head coarse_head fine_head edge_head after lower_end commas touch quotes few",
    """
    ob  order before kind
    b   between
    h   lower_head
    hf  fine_head
    hp  edge_head edge
    p   edge after
    pk  edge base
    pl  before lower_end
    c   commas edge kind
    t   touch few base
    q   quotes
    ac  after commas
    hb  before coarse_head
    sx  stem fine
    hq  edge_head quotes
    """,
)
SOURCE_AFTER = read_templates(
    "base kind stem side",
    "order between here words lower_before beyond tag_before short before",
    """
    Rbh  between here
    Rw   words kind
    Rws  words stem
    Rp   lower_before here
    Ra   beyond tag_before base
    Rr   short before side
    Roh  order here
    Rtb  tag_before before
    Row  order words
    """,
)
NOTHING: tuple[Facts, ...] = ((),)
"""The one candidate that has no facts of its own."""
COMMAS_AND_DASHES = frozenset((",", "-", "—", "–"))


def nobody_facts(scene: Scene, row: int, side: str) -> tuple[str, Choice]:
    """Return the facts for no source at all, and before them the one that all edges share: the kind of the cue, and where the content lies."""
    words = scene.words
    kind = words.kind
    k = kind[row]
    left = subject_of(kind, row)
    helpers = kind[left + 1 : row]
    base = f"{k}{'p' if k == 'ED' and 'BE' in helpers else ''}{side}"
    heading = "h" if words.heading[words.sentence[row]] else "-"
    return base, ((words.fine[row], base, words.lower[left], words.stem[row], "".join(helpers), heading, k), NOTHING)


def source_before_facts(scene: Scene, row: int, base: str, left_end: int, ends: list[int]) -> Choice:
    """Return the facts for each place before the cue where a source may end."""
    words = scene.words
    kind, lower, coarse, fine, edge, quote = words.kind, words.lower, words.coarse, words.fine, words.edge, words.quote
    all_commas = scene.commas
    commas_row, row_quoted = all_commas[row], "q" if quote[row] >= 0 else "-"
    facts: list[Facts] = []
    for order, end in enumerate(ends):
        before, here = kind[end - 1], kind[end]
        head = end - 2 if before in COMMAS_AND_DASHES else end - 1
        gap = row - end
        commas = commas_row - all_commas[end]
        facts.append(
            (
                COUNTS[order if order < 6 else 6],
                before,
                edge[end],
                "_".join(kind[end:row]) if gap < 6 else f"{here}_{kind[end + 1]}..{kind[row - 1]}",
                lower[head],
                coarse[head],
                fine[head],
                edge[head],
                kind[end + 1],
                lower[end],
                COUNTS[commas if commas < 2 else 2],
                "c" if end == left_end else "-",
                ("q" if quote[end - 1] >= 0 else "-") + row_quoted,
                COUNTS[order if order < 3 else 3],
            )
        )
    return (base, kind[row], words.stem[row], fine[row]), facts


def source_after_facts(  # noqa: PLR0917 - what was decided before
    scene: Scene, row: int, base: str, side: str, right: tuple[int, ...], starts: list[int]
) -> Choice:
    """Return the facts for each place behind the cue where a source may begin."""
    words = scene.words
    kind, tag = words.kind, words.tag
    right_start, right_end = right
    facts: list[Facts] = []
    for order, start in enumerate(starts):
        gap = start - row - 1
        facts.append(
            (
                COUNTS[order if order < 4 else 4],
                "_".join(kind[row + 1 : start]) if gap < 5 else f"{kind[row + 1]}..{kind[start - 1]}",
                kind[start],
                "_".join(tag[row + 1 : start]) if gap < 3 else "_",
                words.lower[start - 1],
                ">" if start >= right_end >= 0 else "-",
                tag[start - 1],
                "<" if right_start >= 0 and start < right_start else "-",
                kind[start - 1],
            )
        )
    return (base, kind[row], words.stem[row], side), facts


SOURCE_LEFT = read_templates(
    "closing head kind",
    "inner at_start before here edge lower_start lower_before length commas verbs coarse_before coarse_start cues",
    """
    i   inner
    ia  at_start inner
    pa  edge at_start
    l   lower_start
    lb  lower_before
    d   length closing
    da  length at_start head
    c   commas closing at_start
    cv  commas verbs here
    vb  verbs before
    co  coarse_before here
    cs  coarse_start before
    cu  cues at_start
    kb  kind before
    hs  here coarse_start
    cc  commas coarse_before
    """,
)


def source_left_facts(scene: Scene, row: int, end: int, starts: list[int], left_end: int) -> Choice:
    """Return the facts for each place where the source that ends at *end*, before the cue, may begin."""
    words = scene.words
    kind, lower, coarse, edge = words.kind, words.lower, words.coarse, words.edge
    all_commas, all_verbs, all_cues = scene.commas, scene.verbs, scene.cues
    commas_end, verbs_end, cues_end = all_commas[end], all_verbs[end], all_cues[end]
    first = words.bounds[words.sentence[end - 1]][0]
    closing = kind[end - 1]
    head = kind[end - 2 if closing in COMMAS_AND_DASHES else end - 1]
    facts: list[Facts] = []
    for start in starts:
        here, before = kind[start], kind[start - 1]
        length = end - start
        commas, verbs = commas_end - all_commas[start], verbs_end - all_verbs[start]
        facts.append(
            (
                "_".join(kind[start:end]) if length < 5 else f"{here}_{kind[start + 1]}..{closing}",
                "^" if start == first else "c" if start == left_end else "," if before == "," and start - 1 == left_end else "-",
                before,
                here,
                edge[start],
                lower[start],
                lower[start - 1],
                NEAR[length if length < FAR else FAR],
                COUNTS[commas if commas < 3 else 3],
                COUNTS[verbs if verbs < 2 else 2],
                coarse[start - 1],
                coarse[start],
                "1" if cues_end > all_cues[start] else "0",
            )
        )
    return (closing, head, kind[row]), facts


SOURCE_RIGHT = read_templates(
    "opening kind stem",
    "inner here at_end before edge after commas verbs tag_end lower_last length quotes coarse_last coarse_end lower_after",
    """
    ie  inner at_end
    p   edge after
    po  opening edge
    pc  here commas verbs at_end
    lb  lower_last here
    d   length at_end
    do  length opening here
    e   at_end kind commas
    es  at_end stem commas
    v   verbs here at_end
    q   quotes here commas
    cb  coarse_last here
    cl  lower_after here commas
    bc  before commas
    kh  kind here
    bv  before verbs
    ct  commas tag_end
    vc  verbs coarse_end
    dc  commas length
    ea  at_end after
    qc  quotes coarse_end
    """,
)


def source_right_facts(scene: Scene, row: int, start: int, ends: list[int], stop: int) -> Choice:
    """Return the facts for each place where the source that begins at *start*, after the cue, may end."""
    words = scene.words
    tag, kind, lower = words.tag, words.kind, words.lower
    last = words.bounds[words.sentence[start]][1]
    opening = kind[start]
    facts: list[Facts] = []
    for end in ends:
        here, before, after = kind[end], kind[end - 1], kind[end + 1]
        length = end - start
        commas, verbs = scene.commas[end] - scene.commas[start], scene.verbs[end] - scene.verbs[start]
        facts.append(
            (
                "_".join(kind[start:end]) if length < 5 else f"{opening}..{kind[end - 2]}_{before}",
                here,
                "$" if end == last else "%" if end + 1 == last else "c" if end == stop else "-",
                before,
                words.edge[end],
                after,
                COUNTS[commas if commas < 3 else 3],
                COUNTS[verbs if verbs < 2 else 2],
                tag[end],
                lower[end - 1],
                near(length),
                "q" if here == "OQ" or after == "OQ" else "-",
                words.coarse[end - 1],
                words.coarse[end],
                lower[end + 1],
            )
        )
    return (opening, kind[row], words.stem[row]), facts


EXTENT = read_templates(
    "stem kind",
    "inner step outer more here touch",
    """
    i    inner
    is   stem inner
    ix   inner step
    o    outer more
    h    here step
    sh   stem here
    sho  stem here step
    t    touch inner
    ts   stem touch
    k    kind inner touch
    """,
)


def extent_facts(scene: Scene, row: int, edges: list[int], content: int) -> Choice:
    """Return the facts for each edge of the cue's own words, to the left or to the right of the anchor."""
    words = scene.words
    tag, kind = words.tag, words.kind
    facts: list[Facts] = []
    for edge in edges:
        is_left = edge <= row
        inner = kind[edge:row] if is_left else kind[row + 1 : edge]
        outside, inside = (edge - 1, edge) if is_left else (edge, edge - 1)
        facts.append(
            (
                "_".join(inner),
                kind[outside],
                tag[outside],
                kind[inside],
                tag[inside],
                "t" if edge == content else "-",
            )
        )
    return (words.stem[row], kind[row]), facts
