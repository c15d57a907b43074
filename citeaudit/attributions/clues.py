"""The clues for and against each candidate of the choices of the content: rows go in, short strings come out, one list a candidate.

A clue is the name of its template and what it saw ("ke|CQ_,_PRO"); its weight was learned. The trainer and the run
time call the same functions, so that a weight always means what it was learned for. Every string is put together from
columns and counts that the scene holds ready: no clue walks over the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.attributions.cues import ASIDE, near, subject_of

if TYPE_CHECKING:
    from citeaudit.attributions.scene import Scene

SIDES = ("L", "R", "B")
"""Where the content lies: left of the cue, right of it, on both sides."""


def side_clues(scene: Scene, row: int, lo: int, hi: int) -> list[list[str]]:
    """Return the clues for each of the sides that the content may lie on."""
    words = scene.words
    kind, lower, stem = words.kind, words.lower, words.stem
    first, last = words.bounds[words.sentence[row]]
    left = subject_of(kind, row)
    right = row + 1
    while kind[right] in ASIDE and right - row < 4:
        right += 1
    closed, opened = scene.closed_left[row], scene.opened_right[row]
    comma = scene.comma_left[row]
    s, k = stem[row], kind[row]
    tail = "." if last - right <= 1 else near(last - right)
    helpers = "".join(kind[left + 1 : row])
    quotes = (
        f"{near(row - closed) if closed >= 0 else '_'}{'o' if opened >= 0 else '_'}"
        f"{'<' if lo < first else '_'}{'>' if hi > last else '_'}{kind[first] == 'OQ'}"
    )
    short = f"{'c' if closed >= 0 else '_'}{'o' if opened >= 0 else '_'}{'>' if hi > last else '_'}"
    edge = max(closed, comma)
    lead = "_".join(kind[max(edge, row - 6) : row]) if edge >= 0 else "^" + near(row - first)
    that, to = scene.that_right[row], scene.to_right[row]
    ahead = f"{near(that - row) if 0 <= that - row < 8 else '_'}{near(to - row) if 0 <= to - row < 5 else '_'}"
    shared = [
        "bias",
        f"s|{s}",
        f"f|{words.fine[row]}{k}",
        f"sq|{s}_{short}",
        f"q|{quotes}",
        f"qt|{quotes}_{tail}",
        f"qk|{short}_{kind[right]}_{k}",
        f"n|{lower[right]}",
        f"ns|{s}_{kind[right]}",
        f"ld|{lead}",
        f"lq|{lead}_{short}",
        f"sub|{kind[left]}_{helpers}_{k}",
        f"ah|{ahead}_{k}",
        f"ahs|{s}_{ahead}",
        f"b|{kind[row - 1]}_{kind[right]}",
        f"bl|{lower[row - 1]}",
        f"cb|{min(2, scene.cues[row] - scene.cues[first])}{scene.cue_right[row] >= 0}_{tail}",
        f"hea|{words.heading[words.sentence[row]]}_{lower[right]}",
    ]
    return [[f"{side}{clue}" for clue in shared] for side in SIDES]


def right_start_clues(scene: Scene, row: int, side: str, starts: list[int]) -> list[list[str]]:
    """Return the clues for each place where the content after the cue may begin."""
    words = scene.words
    tag = words.tag
    kind, lower, stem = words.kind, words.lower, words.stem
    last = words.bounds[words.sentence[row]][1]
    s, f = stem[row], words.fine[row]
    opened, that, to = scene.opened_right[row], scene.that_right[row], scene.to_right[row]
    before = f"{kind[row - 1]}{side}"
    clues = []
    for start in starts:
        distance = near(start - row)
        ks, kb, ls, lb = kind[start], kind[start - 1], lower[start], lower[start - 1]
        between = "_".join(kind[row + 1 : start]) if start - row < 6 else f"{kind[row + 1]}..{kb}{near(start - row)}"
        pair = f"{kb}_{ks}"
        commas = min(2, scene.commas[start] - scene.commas[row])
        verbs = min(2, scene.verbs[start] - scene.verbs[row + 1])
        mark = (
            f"{'=' if start == opened else '<' if 0 <= opened < start else '>' if opened >= 0 else '_'}"
            f"{'=' if start == that else '<' if 0 <= that < start else '>' if 0 <= that < row + 8 else '_'}"
        )
        where = "^" if start == last else "."
        clues.append(
            [
                f"d|{distance}{where}",
                f"sd|{s}_{distance}",
                f"p|{pair}",
                f"fkp|{f}_{pair}",
                f"l|{ls}",
                f"lb|{lb}",
                f"sx|{s}_{tag[start]}",
                f"stb|{s}_{tag[start - 1]}",
                f"b|{between}",
                f"bs|{between}_{s}",
                f"m|{mark}_{ks}",
                f"to|{'=' if start == to else '<' if 0 <= to < start else '_'}_{f}_{distance}",
                f"c|{commas}_{verbs}_{ks}_{side}",
                f"cw|{words.coarse[start - 1]}_{ks}",
                f"cs|{words.coarse[start]}_{kb}",
                f"bf|{before}_{pair}",
            ]
        )
    return clues


def right_end_clues(scene: Scene, row: int, start: int, ends: list[int]) -> list[list[str]]:
    """Return the clues for each place where the content that begins at *start* may end."""
    words = scene.words
    tag = words.tag
    kind, lower, stem, quote, rate = words.kind, words.lower, words.stem, words.quote, words.rate
    number = words.sentence[start]
    last = words.bounds[number][1]
    s, f, k = stem[row], words.fine[row], kind[row]
    kind_start = kind[start]
    opening = kind_start if kind_start in ("OQ", "THAT", "TO", "WH", "IN", "ING", "DT", "NP", "PP", "PRO", "PRM") else "w"
    verb_start = scene.verbs[start]
    clause = (
        opening
        if opening != "w" and opening not in ("DT", "NP", "PP")
        else f"{opening}{min(2, scene.verbs[min(last, start + 8)] - verb_start)}"
    )
    subject = subject_of(kind, row)
    relative = ("," if kind[subject - 1] == "," else "-") if kind[subject] == "WHO" else "_"
    start_quote = quote[start]
    commas_start, marks_start, cues_start = scene.commas[start], scene.marks[start], scene.cues[start]
    clues = []
    for end in ends:
        length = end - start
        distance = near(length)
        here, after, before = kind[end], kind[end + 1], kind[end - 1]
        sentence = words.sentence[end - 1]
        passed = min(4, sentence - number)
        at_end = "$" if end == words.bounds[sentence][1] else "%" if end + 1 == words.bounds[sentence][1] else "-"
        inside = quote[end - 1] >= 0
        state = (
            f"{'q' if start_quote >= 0 else '-'}{'s' if quote[end - 1] == start_quote else 'd'}"
            f"{'c' if before == 'CQ' else 'i' if inside and quote[end] == quote[end - 1] else 'e' if inside else '_'}{'o' if here == 'OQ' else ''}"
        )
        verbs = min(3, scene.verbs[end] - verb_start)
        commas = min(3, scene.commas[end] - commas_start)
        marks = min(3, scene.marks[end] - marks_start)
        cue = scene.cue_right[end - 1]
        ahead = f"{near(cue - end)}{stem[cue]}" if cue >= 0 and cue - end < 8 else "_"
        cued = f"{near(cue - end) if cue >= 0 else '_'}{min(1, scene.cues[end] - cues_start)}"
        pair = f"{here}_{after}"
        clues.append(
            [
                f"al|{lower[end]}_{opening}",
                f"who|{relative}_{here}_{commas}_{verbs}",
                f"at2|{tag[end]}_{tag[end + 1]}",
                f"av|{here}_{verbs}_{commas}_{at_end}",
                f"ab|{before}_{here}",
                f"abl|{lower[end - 1]}_{here}",
                f"ca|{words.coarse[end]}_{opening}",
                f"st|{state}_{at_end}_{passed}",
                f"stm|{state}_{at_end}_{marks}_{opening}",
                f"stk|{state}_{here}_{k}_{passed}",
                f"d|{distance}_{at_end}",
                f"do|{distance}_{clause}",
                f"s|{s}_{here}",
                f"fl|{f}_{lower[end]}",
                f"cu|{ahead}_{here}",
                f"cuv|{cued}_{verbs}_{at_end}",
                f"r|{rate[end + 1]}_{pair}",
            ]
        )
    return clues


def left_end_clues(scene: Scene, row: int, side: str, ends: list[int]) -> list[list[str]]:
    """Return the clues for each place where the content before the cue may end."""
    words = scene.words
    kind, lower, stem = words.kind, words.lower, words.stem
    first, last = words.bounds[words.sentence[row]]
    s, k, f = stem[row], kind[row], words.fine[row]
    tail = "." if last - row <= 2 else "-"
    closed = scene.closed_left[row]
    clues = []
    for end in ends:
        before, here, after = kind[end - 1], kind[end], kind[end + 1]
        between = "_".join(kind[end:row]) if row - end < 7 else f"{here}_{after}..{kind[row - 1]}"
        mark = f"{'=' if closed == end - 1 else '<' if 0 <= end <= closed else '>' if closed >= 0 else '_'}{words.quote[end - 1] >= 0}"
        distance = near(row - end)
        clues.append(
            [
                f"b|{between}",
                f"bs|{between}_{s}",
                f"bk|{between}_{k}_{side}_{tail}",
                f"d|{distance}_{side}",
                f"p|{before}_{here}_{after}",
                f"m|{mark}_{before}_{here}",
                f"md|{mark}_{distance}_{tail}",
                f"l|{lower[end - 1]}",
                f"h|{lower[end]}_{before}",
                f"f|{f}_{before}_{here}",
                f"lb|{words.coarse[end - 1]}_{here}",
                f"v|{min(2, scene.verbs[row] - scene.verbs[end])}_{before}_{here}",
                f"w|{end == first}_{side}_{before}",
                f"c|{min(2, scene.commas[row] - scene.commas[end])}_{before}_{side}_{tail}",
            ]
        )
    return clues


def left_start_clues(scene: Scene, row: int, end: int, starts: list[int]) -> list[list[str]]:
    """Return the clues for each place where the content that ends at *end* may begin."""
    words = scene.words
    kind, lower, quote, stem = words.kind, words.lower, words.quote, words.stem
    s, f = stem[row], words.fine[row]
    number = words.sentence[end - 1]
    closing = kind[end - 1]
    end_quote = quote[end - 1]
    gap = near(row - end)
    clues = []
    for start in starts:
        here, before = kind[start], kind[start - 1]
        sentence = words.sentence[start]
        first = words.bounds[sentence][0]
        at_start = "^" if start == first else "-"
        state = (
            f"{'q' if end_quote >= 0 else '-'}{'s' if quote[start] == end_quote else 'd'}{'o' if here == 'OQ' else 'i' if quote[start] >= 0 else '_'}"
            f"{'i' if quote[start - 1] >= 0 and quote[start - 1] == quote[start] else '_'}"
        )
        verbs = min(2, scene.verbs[end] - scene.verbs[start])
        passed = min(4, number - sentence)
        distance = near(end - start)
        cues = min(2, scene.cues[end] - scene.cues[start])
        clues.append(
            [
                f"st|{state}_{at_start}_{passed}",
                f"stc|{state}_{closing}_{at_start}",
                f"std|{state}_{distance}_{at_start}",
                f"p|{before}_{here}_{at_start}",
                f"pc|{before}_{here}_{closing}",
                f"d|{distance}_{at_start}",
                f"dv|{verbs}_{here}_{at_start}",
                f"l|{lower[start]}_{at_start}",
                f"lb|{lower[start - 1]}",
                f"s|{s}_{at_start}_{here}",
                f"sd|{s}_{distance}",
                f"f|{f}_{before}_{here}",
                f"g|{gap}_{at_start}_{before}",
                f"c|{cues}_{at_start}_{state}",
                f"cm|{min(2, scene.commas[end] - scene.commas[start])}_{at_start}_{here}",
                f"co|{words.coarse[start]}_{before}",
            ]
        )
    return clues
