"""The clues for and against each candidate of the choices of the source and of the cue's own words, given the content.

As in ``clues``: rows go in, short strings come out, one list a candidate, the same for the trainer and the run time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.attributions.cues import near, subject_of

if TYPE_CHECKING:
    from citeaudit.attributions.scene import Scene


def source_edge_clues(  # noqa: PLR0917 - what was decided before
    scene: Scene, row: int, side: str, content: tuple[int, int, int, int], lefts: list[int], rights: list[int]
) -> list[list[str]]:
    """
    Return the clues for the source's edge that is nearer to the cue: none at all, each end before, each start after it.

    *content* is the left piece and the right piece, each with -1 for both rows where there is none.
    """
    words = scene.words
    tag = words.tag
    kind, lower, stem = words.kind, words.lower, words.stem
    s, k, f = stem[row], kind[row], words.fine[row]
    first = words.bounds[words.sentence[row]][0]
    left = subject_of(kind, row)
    helpers = "".join(kind[left + 1 : row])
    _, left_end, right_start, right_end = content
    passive = "BE" in kind[left + 1 : row] and k == "ED"
    base = f"{k}{'p' if passive else ''}{side}"
    clues = [
        [
            f"Nf|{f}_{base}",
            f"Nsu|{lower[left]}",
            f"Nhs|{s}_{helpers}",
            f"Nhd|{words.heading[words.sentence[row]]}_{k}",
        ]
    ]
    for order, end in enumerate(lefts):
        before, here = kind[end - 1], kind[end]
        head = end - 2 if before in (",", "-", "—", "–") else end - 1
        gap = row - end
        between = "_".join(kind[end:row]) if gap < 6 else f"{here}_{kind[end + 1]}..{kind[row - 1]}"
        touch = "c" if end == left_end else "-"
        clues.append(
            [
                f"o|{min(order, 6)}_{base}",
                f"ob|{min(order, 6)}_{before}_{k}",
                f"b|{between}",
                f"bs|{between}_{s}",
                f"h|{lower[head]}",
                f"hc|{words.coarse[head]}_{base}_{min(order, 3)}",
                f"hf|{words.fine[head]}",
                f"hp|{kind[head - 1]}_{kind[head]}_{before}_{here}",
                f"p|{before}_{here}_{kind[end + 1]}",
                f"pk|{before}_{here}_{base}",
                f"pl|{before}_{lower[end]}",
                f"d|{near(gap)}_{base}",
                f"v|{min(2, scene.verbs[row] - scene.verbs[end])}_{before}_{here}_{k}",
                f"c|{min(2, scene.commas[row] - scene.commas[end])}_{before}_{here}_{k}",
                f"cu|{min(2, scene.cues[row] - scene.cues[end])}_{before}_{here}_{k}",
                f"cs|{stem[scene.cue_left[row]] if scene.cue_left[row] >= end else '_'}_{k}_{before}",
                f"f|{f}_{min(order, 3)}_{before}",
                f"t|{touch}_{min(order, 3)}_{base}",
                f"q|{words.quote[end - 1] >= 0}_{words.quote[row] >= 0}",
                f"sf|{near(end - first)}_{before}_{k}",
            ]
        )
    for order, start in enumerate(rights):
        before, here = kind[start - 1], kind[start]
        gap = start - row - 1
        between = "_".join(kind[row + 1 : start]) if gap < 5 else f"{kind[row + 1]}..{kind[start - 1]}"
        words_between = "_".join(tag[row + 1 : start]) if gap < 3 else "_"
        clues.append(
            [
                f"Ro|{min(order, 4)}_{base}",
                f"Rbh|{between}_{here}",
                f"Rw|{words_between}_{k}",
                f"Rws|{words_between}_{s}",
                f"Rp|{lower[start - 1]}_{here}",
                f"Ra|{start >= right_end >= 0}_{tag[start - 1]}_{base}",
                f"Rr|{right_start >= 0 and start < right_start}_{before}_{side}",
            ]
        )
    return clues


def source_left_clues(scene: Scene, row: int, end: int, starts: list[int], left_end: int) -> list[list[str]]:
    """Return the clues for each place where the source that ends at *end*, before the cue, may begin."""
    words = scene.words
    kind, lower = words.kind, words.lower
    first = words.bounds[words.sentence[end - 1]][0]
    closing = kind[end - 1]
    head = end - 2 if closing in (",", "-", "—", "–") else end - 1
    k = kind[row]
    clues = []
    for start in starts:
        here, before, after = kind[start], kind[start - 1], kind[start + 1]
        length = end - start
        inner = "_".join(kind[start:end]) if length < 5 else f"{here}_{after}..{closing}"
        at_start = (
            "^" if start == first else "c" if start == left_end else "," if before == "," and start - 1 == left_end else "-"
        )
        commas = min(3, scene.commas[end] - scene.commas[start])
        verbs = min(2, scene.verbs[end] - scene.verbs[start])
        clues.append(
            [
                f"i|{inner}",
                f"ia|{at_start}_{inner}",
                f"pa|{before}_{here}_{at_start}",
                f"l|{lower[start]}",
                f"lb|{lower[start - 1]}",
                f"d|{near(length)}_{closing}",
                f"da|{near(length)}_{at_start}_{kind[head]}",
                f"c|{commas}_{closing}_{at_start}",
                f"cv|{commas}_{verbs}_{here}",
                f"vb|{verbs}_{before}",
                f"co|{words.coarse[start - 1]}_{here}",
                f"cs|{words.coarse[start]}_{before}",
                f"cu|{min(1, scene.cues[end] - scene.cues[start])}_{at_start}",
                f"a|{at_start}_{k}",
            ]
        )
    return clues


def source_right_clues(scene: Scene, row: int, start: int, ends: list[int], stop: int) -> list[list[str]]:
    """Return the clues for each place where the source that begins at *start*, after the cue, may end."""
    words = scene.words
    tag = words.tag
    kind, lower, stem = words.kind, words.lower, words.stem
    last = words.bounds[words.sentence[start]][1]
    k = kind[row]
    s = stem[row]
    opening = kind[start]
    clues = []
    for end in ends:
        here, before, after = kind[end], kind[end - 1], kind[end + 1]
        length = end - start
        inner = "_".join(kind[start:end]) if length < 5 else f"{opening}..{kind[end - 2]}_{before}"
        at_end = "$" if end == last else "%" if end + 1 == last else "c" if end == stop else "-"
        commas = min(3, scene.commas[end] - scene.commas[start])
        verbs = min(2, scene.verbs[end] - scene.verbs[start])
        clues.append(
            [
                f"i|{inner}_{here}",
                f"ie|{inner}_{at_end}",
                f"p|{before}_{here}_{after}",
                f"pe|{before}_{here}_{at_end}",
                f"po|{opening}_{before}_{here}",
                f"pc|{here}_{commas}_{verbs}_{at_end}",
                f"pl|{before}_{lower[end]}",
                f"l|{lower[end]}_{opening}",
                f"t2|{tag[end]}_{tag[end + 1]}",
                f"lb|{lower[end - 1]}_{here}",
                f"d|{near(length)}_{at_end}",
                f"do|{near(length)}_{opening}_{here}",
                f"e|{at_end}_{k}_{commas}",
                f"es|{at_end}_{s}_{commas}",
                f"v|{verbs}_{here}_{at_end}",
                f"q|{here == 'OQ' or after == 'OQ'}_{here}_{commas}",
                f"cb|{words.coarse[end - 1]}_{here}",
                f"ca|{words.coarse[end]}_{before}",
                f"cl|{lower[end + 1]}_{here}_{commas}",
            ]
        )
    return clues


def extent_clues(scene: Scene, row: int, edges: list[int], content: int) -> list[list[str]]:
    """Return the clues for each edge of the cue's own words, to the left or to the right of the anchor."""
    words = scene.words
    tag = words.tag
    kind, stem = words.kind, words.stem
    s = stem[row]
    clues = []
    for edge in edges:
        if edge <= row:
            inner, outer, here = "_".join(kind[edge:row]), tag[edge - 1], tag[edge]
            step, more = kind[edge - 1], kind[edge]
        else:
            inner, outer, here = "_".join(kind[row + 1 : edge]), tag[edge], tag[edge - 1]
            step, more = kind[edge], kind[edge - 1]
        touch = "t" if edge == content else "-"
        clues.append(
            [
                f"i|{inner}",
                f"is|{s}_{inner}",
                f"ix|{inner}_{step}",
                f"o|{outer}_{more}",
                f"h|{here}_{step}",
                f"sh|{s}_{here}",
                f"sho|{s}_{here}_{step}",
                f"t|{touch}_{inner}",
                f"ts|{s}_{touch}",
                f"k|{kind[row]}_{inner}_{touch}",
            ]
        )
    return clues
