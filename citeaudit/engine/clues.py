"""The facts for and against each candidate of the choices of the content: rows go in, tuples come out, one a candidate.

Beside each function stands which clues are made of its facts; a clue's weight was learned. The trainer and the run time
call the same functions, so that a weight always means what it was learned for. Every fact is put together from
columns and counts that the scene holds ready: none walks over the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.engine.cues import FAR, NEAR, beyond_adverbs, near, subject_of
from citeaudit.engine.templates import COUNTS, read_templates

if TYPE_CHECKING:
    from citeaudit.engine.templates import Choice, Facts
    from citeaudit.words.surroundings import Scene

SIDES = ("L", "R", "B")
"""Where the content lies: left of the cue, right of it, on both sides."""
SIDE_FACTS = tuple((side,) for side in SIDES)

SIDE = read_templates(
    "stem fine kind short quotes beyond_kind beyond_lower lead ahead kind_before lower_before cues tail kind_before_last "
    "kind_after kind_after_next kind_third lower_after tag_after_next verbs_before commas_before verbs_after commas_after "
    "before_subject_lower subject rate",
    "side",
    """
    s    side stem
    f    side fine kind
    q    side quotes
    qk   side short beyond_kind kind
    n    side beyond_lower
    ns   side stem beyond_kind
    ld   side lead
    ahs  side stem ahead
    b    side kind_before beyond_kind
    bl   side lower_before
    cb   side cues tail
    k+   side kind_after kind_after_next kind_third
    l+   side lower_after tag_after_next
    k-   side kind_before_last kind_before kind
    vc   side verbs_before commas_before verbs_after commas_after
    rv   side rate verbs_before verbs_after kind_after
    bsl  side before_subject_lower subject
    qc   short cues side
    ak   ahead kind_after side
    """,
)


def side_facts(scene: Scene, row: int, lo: int, hi: int) -> Choice:
    """Return the facts for each of the sides that the content may lie on."""
    words = scene.words
    kind, lower = words.kind, words.lower
    first, last = words.bounds[words.sentence[row]]
    subject = subject_of(kind, row)
    right = beyond_adverbs(kind, row)
    closed, opened = scene.closed_left[row], scene.opened_right[row]
    edge = max(closed, scene.comma_left[row])
    that, to = scene.that_right[row], scene.to_right[row]
    runs_on = ">" if hi > last else "_"
    opens = "o" if opened >= 0 else "_"
    cues = scene.cues[row] - scene.cues[first]
    verbs_before = scene.verbs[max(first, subject)] - scene.verbs[first]
    verbs_after = scene.verbs[last] - scene.verbs[row + 1]
    commas_before = scene.commas[row] - scene.commas[first]
    commas_after = scene.commas[last] - scene.commas[row]
    shared = (
        words.stem[row],
        words.fine[row],
        kind[row],
        f"{'c' if closed >= 0 else '_'}{opens}{runs_on}",
        f"{near(row - closed) if closed >= 0 else '_'}{opens}{'<' if lo < first else '_'}{runs_on}{'q' if kind[first] == 'OQ' else '-'}",
        kind[right],
        lower[right],
        "_".join(kind[max(edge, row - 6) : row]) if edge >= 0 else "^" + near(row - first),
        f"{near(that - row) if 0 <= that - row < 8 else '_'}{near(to - row) if 0 <= to - row < 5 else '_'}",
        kind[row - 1],
        lower[row - 1],
        f"{COUNTS[cues if cues < 2 else 2]}{'r' if scene.cue_right[row] >= 0 else '_'}",
        "." if last - right <= 1 else near(last - right),
        kind[row - 2],
        kind[row + 1],
        kind[row + 2],
        kind[row + 3],
        lower[row + 1],
        words.tag[row + 2],
        COUNTS[verbs_before if verbs_before < 3 else 3],
        COUNTS[commas_before if commas_before < 3 else 3],
        COUNTS[verbs_after if verbs_after < 2 else 2],
        COUNTS[commas_after if commas_after < 2 else 2],
        lower[subject - 1],
        kind[subject],
        words.rate[row],
    )
    return shared, SIDE_FACTS


RIGHT_START = read_templates(
    "stem fine side",
    "distance where kind_start kind_before edge lower_start lower_before tag_start tag_before between mark "
    "commas_verbs coarse_before coarse_start",
    """
    d     distance where
    sd    stem distance
    p     edge
    l     lower_start
    lb    lower_before
    sx    stem tag_start
    stb   stem tag_before
    b     between
    bs    between stem
    m     mark kind_start
    c     commas_verbs kind_start side
    cw    coarse_before kind_start
    cs    coarse_start kind_before
    stb2  side tag_before
    fb    fine kind_before
    de    distance edge
    ts    side tag_start
    bc    kind_before commas_verbs
    scv   stem commas_verbs
    """,
)


def right_start_facts(scene: Scene, row: int, side: str, starts: list[int]) -> Choice:
    """Return the facts for each place where the content after the cue may begin."""
    words = scene.words
    tag, kind, lower, coarse, edge = words.tag, words.kind, words.lower, words.coarse, words.edge
    last = words.bounds[words.sentence[row]][1]
    opened, that = scene.opened_right[row], scene.that_right[row]
    all_commas, all_verbs = scene.commas, scene.verbs
    commas_row, verbs_row = all_commas[row], all_verbs[row + 1]
    facts: list[Facts] = []
    for start in starts:
        gap = start - row
        distance = NEAR[gap if gap < FAR else FAR]
        commas, verbs = all_commas[start] - commas_row, all_verbs[start] - verbs_row
        facts.append(
            (
                distance,
                "^" if start == last else ".",
                kind[start],
                kind[start - 1],
                edge[start],
                lower[start],
                lower[start - 1],
                tag[start],
                tag[start - 1],
                "_".join(kind[row + 1 : start]) if gap < 6 else f"{kind[row + 1]}..{kind[start - 1]}{distance}",
                (
                    f"{'=' if start == opened else '<' if 0 <= opened < start else '>' if opened >= 0 else '_'}"
                    f"{'=' if start == that else '<' if 0 <= that < start else '>' if 0 <= that < row + 8 else '_'}"
                ),
                COUNTS[commas if commas < 2 else 2] + COUNTS[verbs if verbs < 2 else 2],
                coarse[start - 1],
                coarse[start],
            )
        )
    return (words.stem[row], words.fine[row], side), facts


LEFT_END = read_templates(
    "stem kind side tail fine",
    "between distance before here edge after mark lower_last lower_end coarse_last verbs first commas",
    """
    b   between
    bs  between stem
    bk  between kind side tail
    d   distance side
    m   mark edge
    md  mark distance tail
    l   lower_last
    h   lower_end before
    f   fine edge
    lb  coarse_last here
    v   verbs edge
    w   first side before
    c   commas before side tail
    hc  here commas
    lc  coarse_last commas
    ha  here after
    fh  fine here
    ev  kind edge verbs
    bl  before coarse_last commas
    sm  stem mark commas
    fd  fine distance here
    hac  here after commas
    """,
)


def left_end_facts(scene: Scene, row: int, side: str, ends: list[int]) -> Choice:
    """Return the facts for each place where the content before the cue may end."""
    words = scene.words
    kind, lower = words.kind, words.lower
    first, last = words.bounds[words.sentence[row]]
    tail = "." if last - row <= 2 else "-"
    closed = scene.closed_left[row]
    all_verbs, all_commas = scene.verbs, scene.commas
    verbs_row, commas_row = all_verbs[row], all_commas[row]
    facts: list[Facts] = []
    for end in ends:
        before, here, after = kind[end - 1], kind[end], kind[end + 1]
        gap = row - end
        verbs, commas = verbs_row - all_verbs[end], commas_row - all_commas[end]
        facts.append(
            (
                "_".join(kind[end:row]) if gap < 7 else f"{here}_{after}..{kind[row - 1]}",
                NEAR[gap if gap < FAR else FAR],
                before,
                here,
                words.edge[end],
                after,
                (
                    f"{'=' if closed == end - 1 else '<' if 0 <= end <= closed else '>' if closed >= 0 else '_'}"
                    f"{'q' if words.quote[end - 1] >= 0 else '-'}"
                ),
                lower[end - 1],
                lower[end],
                words.coarse[end - 1],
                COUNTS[verbs if verbs < 2 else 2],
                "^" if end == first else "-",
                COUNTS[commas if commas < 2 else 2],
            )
        )
    return (words.stem[row], kind[row], side, tail, words.fine[row]), facts


LEFT_START = read_templates(
    "closing stem fine gap",
    "state at_start distance before here edge verbs lower_start lower_before cues commas coarse_start",
    """
    p   edge at_start
    d   distance at_start
    dv  verbs here at_start
    l   lower_start at_start
    lb  lower_before
    s   stem at_start here
    sd  stem distance
    g   gap at_start before
    cm  commas at_start here
    sa  stem at_start
    fb  fine before
    cd  closing distance
    sv  stem verbs
    cc  cues coarse_start
    vc  verbs commas
    st  state
    ab  at_start before
    ch  closing here
    cv  closing verbs
    """,
)


def left_start_facts(scene: Scene, row: int, end: int, starts: list[int]) -> Choice:
    """Return the facts for each place where the content that ends at *end* may begin."""
    words = scene.words
    kind, lower, quote = words.kind, words.lower, words.quote
    end_quote = quote[end - 1]
    all_verbs, all_cues, all_commas = scene.verbs, scene.cues, scene.commas
    verbs_end, cues_end, commas_end = all_verbs[end], all_cues[end], all_commas[end]
    facts: list[Facts] = []
    for start in starts:
        here, length = kind[start], end - start
        sentence = words.sentence[start]
        verbs, cues, commas = verbs_end - all_verbs[start], cues_end - all_cues[start], commas_end - all_commas[start]
        facts.append(
            (
                (
                    f"{'q' if end_quote >= 0 else '-'}{'s' if quote[start] == end_quote else 'd'}"
                    f"{'o' if here == 'OQ' else 'i' if quote[start] >= 0 else '_'}"
                    f"{'i' if quote[start - 1] >= 0 and quote[start - 1] == quote[start] else '_'}"
                ),
                "^" if start == words.bounds[sentence][0] else "-",
                NEAR[length if length < FAR else FAR],
                kind[start - 1],
                here,
                words.edge[start],
                COUNTS[verbs if verbs < 2 else 2],
                lower[start],
                lower[start - 1],
                COUNTS[cues if cues < 2 else 2],
                COUNTS[commas if commas < 2 else 2],
                words.coarse[start],
            )
        )
    return (kind[end - 1], words.stem[row], words.fine[row], near(row - end)), facts
