"""What surrounds each word: the words of an article go in, look-ups from a row to its neighbourhood come out.

What stands nearest, and how much before, is noted for every row at once, so that no clue has to search.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citeaudit.words.tokens import Words

STRONG = frozenset("45")
"""The rates of the words that speak more often than not, or nearly so."""
VERBAL = frozenset(("MD", "BE", "HV", "DO", "ED"))
ASKED = (",", "CQ", "OQ", "THAT", "TO", *VERBAL)
"""The kinds of the words that are counted, or looked for."""


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


def set_scene(words: Words) -> Scene:
    """Return the neighbourhood of each row."""
    rate, quote = words.rate, words.quote
    kind, numbers = words.kind, range(len(words.kind))
    cues = [row for row in compress(numbers, map(STRONG.__contains__, rate)) if quote[row] < 0]
    rows: dict[str, list[int]] = {asked: [] for asked in ASKED}
    for row in compress(numbers, map(rows.__contains__, kind)):
        rows[kind[row]].append(row)
    closed, opened, commas = rows["CQ"], rows["OQ"], rows[","]
    return Scene(
        words,
        _nearest_left(words, cues),
        _nearest_right(words, cues),
        _counts(words, cues),
        _counts(words, commas),
        _counts(words, sorted(closed + opened)),
        _counts(words, sorted(row for kind in VERBAL for row in rows[kind])),
        _nearest_left(words, closed),
        _nearest_left(words, commas),
        _nearest_right(words, opened),
        _nearest_right(words, rows["THAT"]),
        _nearest_right(words, rows["TO"]),
    )


def _counts(words: Words, rows: list[int]) -> list[int]:
    """Return how many of *rows* stand before each row."""
    counts: list[int] = []
    for number, row in enumerate(rows):
        counts += [number] * (row + 1 - len(counts))
    return counts + [len(rows)] * (len(words.kind) - len(counts))


def _nearest_left(words: Words, rows: list[int]) -> list[int]:
    """Return which of *rows* is the nearest before each row, in its sentence."""
    bounds, sentence = words.bounds, words.sentence
    nearest = [-1] * len(words.kind)
    for row, following in pairwise([*rows, len(nearest)]):
        stop = min(following + 1, bounds[sentence[row]][1])
        nearest[row + 1 : stop] = [row] * (stop - row - 1)
    return nearest


def _nearest_right(words: Words, rows: list[int]) -> list[int]:
    """Return which of *rows* is the nearest behind each row, in its sentence."""
    bounds, sentence = words.bounds, words.sentence
    nearest = [-1] * len(words.kind)
    for before, row in pairwise([0, *rows]):
        start = max(before, bounds[sentence[row]][0])
        nearest[start:row] = [row] * (row - start)
    return nearest
