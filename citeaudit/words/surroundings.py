"""What surrounds each word: the words of an article go in, look-ups from a row to its neighbourhood come out.

One pass to the right and one to the left over the article, so that no clue has to search.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citeaudit.words.tokens import Words

STRONG = frozenset("45")
"""The rates of the words that speak more often than not, or nearly so."""


@dataclass(frozen=True, slots=True)
class Scene:
    """
    The neighbourhood of each row of *words*, inside its sentence.

    *cue_left*, *cue_right*: the nearest word outside quotations that mostly speaks; -1 if none. *cues*, *commas*,
    *marks*, *verbs*: how many stand before the row, from the start of the article. *closed_left*: the closing mark
    nearest to the left, *opened_right*: the opening mark nearest to the right, *comma_left*, *that_right* and *to_right*
    likewise.
    """

    words: Words
    cue_left: list[int]
    cue_right: list[int]
    cues: list[int]
    commas: list[int]
    marks: list[int]
    verbs: list[int]
    closed_left: list[int]
    comma_left: list[int]
    opened_right: list[int]
    that_right: list[int]
    to_right: list[int]


def set_scene(words: Words) -> Scene:  # noqa: C901, PLR0912 - one pass each way, since it runs over every word
    """Return the neighbourhood of each row."""
    size = len(words.start)
    kind, rate, quote = words.kind, words.rate, words.quote
    strong = [quote[row] < 0 and rate[row] in STRONG for row in range(size)]
    cue_left, closed_left, comma_left = [-1] * size, [-1] * size, [-1] * size
    cue_right, opened_right, that_right, to_right = ([-1] * size for _ in range(4))
    cues, commas, marks, verbs = ([0] * size for _ in range(4))
    cue_count = comma_count = mark_count = verb_count = 0
    for first, last in words.bounds:
        cue = closed = comma = -1
        for row in range(first, last):
            cue_left[row], closed_left[row], comma_left[row] = cue, closed, comma
            cues[row], commas[row], marks[row], verbs[row] = cue_count, comma_count, mark_count, verb_count
            here = kind[row]
            if strong[row]:
                cue, cue_count = row, cue_count + 1
            if here == ",":
                comma, comma_count = row, comma_count + 1
            elif here == "CQ":
                closed, mark_count = row, mark_count + 1
            elif here == "OQ":
                mark_count += 1
            elif here in VERBAL:
                verb_count += 1
        cue = opened = that = to = -1
        for row in range(last - 1, first - 1, -1):
            cue_right[row], opened_right[row] = cue, opened
            that_right[row], to_right[row] = that, to
            here = kind[row]
            if strong[row]:
                cue = row
            if here == "OQ":
                opened = row
            elif here == "THAT":
                that = row
            elif here == "TO":
                to = row
    for row in range(size - 4, size):
        cues[row], commas[row], marks[row], verbs[row] = cue_count, comma_count, mark_count, verb_count
    return Scene(
        words,
        cue_left,
        cue_right,
        cues,
        commas,
        marks,
        verbs,
        closed_left,
        comma_left,
        opened_right,
        that_right,
        to_right,
    )


VERBAL = frozenset(("MD", "BE", "HV", "DO", "ED"))
