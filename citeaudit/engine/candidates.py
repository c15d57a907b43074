"""Where a relation's pieces may lie: a speaking word goes in, the candidates for each edge come out, nearest first.

What is not proposed here cannot be found, so these generators are generous, and their recall is measured by
``python -m citeaudit.training.recall``. Rows count tokens; an end is the row after the last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.words.tokens import set_of

if TYPE_CHECKING:
    from citeaudit.words.surroundings import Scene
    from citeaudit.words.tokens import Words

WORDY = set_of("MD BE HV DO TO THAT WHO WH PRO PRM PP DT CC SC IN NOT AC DAY RB NUM NP ADV ING ED w OQ POS $ # ' ‘ [ ( @ < %")
"""What a content may begin with."""
BREAK = set_of("MD BE HV DO TO THAT WHO WH CC SC IN NOT AC DAY RB ADV ING ED , . ; : - — – ... ? ! ( ) CQ OQ / [ ]")
"""What a content may end before, close to its start."""
FAR_BREAK = BREAK - set_of("MD BE HV DO NOT ADV ED TO CQ")
"""What it may end before farther on: a verb there belongs to the content nearly always (99.4 in 100)."""
GOES_ON = set_of("NP PRO PP POS NOT CQ")
"""What a content does not end before, however short it is: less than once in 3,000 labels."""
OPENER = set_of("MD BE HV DO TO THAT WHO WH PRO PP DT SC IN NOT AC DAY RB OQ NUM")
"""What the left piece of a content may begin with, anywhere in its sentence."""
PAUSE = set_of(", ; : - — – ( CC CQ")
"""What the left piece of a content may begin after."""
NOMINAL = set_of("NP w PRO PRM PP DT NUM ING ED DAY WHO POS ) CQ % THAT WH")
"""What a source may end with."""
SOURCE_START_RIGHT = WORDY - set_of("IN TO MD BE HV CC POS OQ")
SOURCE_START_LEFT = WORDY - set_of("POS MD BE HV TO CC")
"""What a source may begin with, behind the cue and before it."""
NO_SOURCE_BEFORE = set_of("DT PP POS NUM")
NEAR_SOURCE, CLOSE_SOURCE = 19, 6
"""How many words after the cue, and after its content, a source may begin."""
NOT_BEFORE = set_of("NP PRO WHO WH CC CQ , . ) —")
"""The kinds of words before its anchor that a cue does not reach over: once in a hundred labels."""
NOT_AFTER = set_of("NP PRO THAT WH MD OQ , .")
"""Those behind its anchor."""
NEAREST = 9
FURTHEST = 30
"""How many words after its cue a content may begin: anywhere up to the nearer bound, after a mark or at "that" beyond."""
LONGEST = 60
"""How many words of a sentence are searched for an edge; beyond, only marks and sentence ends count."""
MOST = 40
"""How many candidates an edge has at the most, so that hostile text costs no more than news."""
FARTHEST = 600
"""How many words before and after its cue a content may reach."""
NEIGHBOURS = 10
"""How many sentences of a running quotation are taken along on either side of the cue's."""


def window_of(scene: Scene, row: int) -> tuple[int, int]:
    """Return the rows that a content of the cue at *row* may lie in: its sentence, and the quotations that run into it or follow it."""
    words = scene.words
    number = here = words.sentence[row]
    first = words.bounds[number][0]
    bounds, quote, kind, paragraph = words.bounds, words.quote, words.kind, words.paragraph
    while (
        number > 0
        and here - number < NEIGHBOURS
        and paragraph[number - 1] == paragraph[here]
        and bounds[number][0] < bounds[number][1]
        and ((quote[first] >= 0 and kind[first] != "OQ") or (kind[first] in ("OQ", "CQ") and kind[first - 1] == "CQ"))
    ):
        number -= 1
        first = bounds[number][0]
    return max(first, row - FARTHEST), min(_window_end(scene, here), row + FARTHEST)


def _window_end(scene: Scene, here: int) -> int:
    words = scene.words
    bounds, quote, paragraph = words.bounds, words.quote, words.paragraph
    number, last = here, bounds[here][1]
    while number + 1 < len(bounds) and number - here < NEIGHBOURS:
        start, end = bounds[number + 1]
        if start == end:
            number += 1
            continue
        runs_on = quote[start] >= 0
        is_quiet = scene.cues[end] == scene.cues[start]
        if not runs_on or (paragraph[number + 1] != paragraph[number] and not is_quiet):
            break
        number, last = number + 1, end
    return last


def right_starts(words: Words, row: int, hi: int) -> list[int]:
    """Return where the content after the cue may begin: words and opening marks of the sentence, then what follows it."""
    last = words.bounds[words.sentence[row]][1]
    kind = words.kind
    starts = [start for start in range(row + 1, min(row + NEAREST, last)) if kind[start] in WORDY]
    starts += [
        start
        for start in range(row + NEAREST, min(row + FURTHEST, last))
        if kind[start] in {"OQ", "THAT"} or (kind[start - 1] in {",", "CQ", ":"} and kind[start] in WORDY)
    ]
    starts += [start for start in range(row + FURTHEST, min(row + 3 * FURTHEST, last)) if kind[start] == "OQ"][:3]
    if last < hi or (kind[last - 1] == ":" and last < len(kind) and words.sentence[last] >= 0):
        starts.append(last)
    return starts


def right_ends(words: Words, start: int, hi: int) -> list[int]:
    """Return where the content that begins at *start* may end."""
    kind = words.kind
    number = words.sentence[start]
    last = words.bounds[number][1]
    hi = max(hi, last)
    ends = [
        end
        for end in range(start + 1, min(start + LONGEST, last + 1))
        if end == last
        or kind[end] in FAR_BREAK
        or (kind[end] not in GOES_ON and end - start <= 4)
        or (kind[end] != "CQ" and kind[end - 1] in {"CQ", ",", ".", "?", "!"})
    ]
    if len(ends) > MOST:
        ends = ends[: MOST - 10] + [end for end in ends[MOST - 10 :] if kind[end - 1] == "CQ" or kind[end] in ".;,"][-10:]
    if start + LONGEST <= last < start + FARTHEST:
        ends += [end for end in (last - 1, last) if end > start]
    row = last if last < start + FARTHEST else hi
    while row < hi:
        if kind[row] == "CQ":
            ends.append(row + 1)
        number = words.sentence[row]
        row += 1
        if row == hi or words.sentence[row] != number:
            ends.append(row)
    return sorted(set(ends))


def left_ends(words: Words, row: int, lo: int) -> list[int]:
    """Return where the content before the cue may end, nearest first."""
    kind = words.kind
    first = words.bounds[words.sentence[row]][0]
    ends = []
    for end in range(row, max(first, row - LONGEST), -1):
        before = kind[end - 1]
        if (
            kind[end] in {",", "-", "—", "–", ";", ":", "("}
            or before in {"CQ", ",", "?", "!", "—", "-", "–", "."}
            or (row - end < 10 and before in WORDY)
        ):
            ends.append(end)
        if len(ends) == MOST:
            break
    if first > lo or not ends:
        ends.append(first)
    return ends


def left_starts(words: Words, end: int, lo: int) -> list[int]:
    """Return where the content that ends at *end* may begin, nearest first."""
    kind = words.kind
    number = words.sentence[end - 1]
    first = max(lo, words.bounds[number][0])
    starts = []
    for start in range(end - 1, max(first, end - LONGEST), -1):
        if (
            kind[start] == "OQ"
            or kind[start - 1] in PAUSE
            or (end - start <= 6 and kind[start] in WORDY)
            or kind[start] in OPENER
        ):
            starts.append(start)
        if len(starts) == MOST:
            break
    starts.append(first)
    row = first
    while row > lo:
        row -= 1
        if kind[row] == "OQ" or row == lo or words.sentence[row - 1] != words.sentence[row]:
            starts.append(row)
    return starts


def source_ends(words: Words, row: int, free: range) -> list[int]:
    """Return where a source before the cue may end, nearest first; a final comma or dash belongs to it."""
    kind = words.kind
    ends = []
    for end in range(row, max(free.start, row - LONGEST), -1):
        before = kind[end - 1]
        if end > free.stop:
            continue
        if before in NOMINAL:
            if kind[end] not in {"NP", "POS", "NUM"} or end == row or kind[end - 1] == "WHO":
                ends.append(end)
        elif before in (",", "—", "–", "-") and (kind[end - 2] in NOMINAL or kind[end - 2] == "."):
            ends.append(end)
        if len(ends) == 14:
            break
    return ends


def source_starts_right(words: Words, row: int, rooms: tuple[range, ...]) -> list[int]:
    """Return where a source after the cue may begin, nearest first: before its content, or close behind it ("called a liar by X")."""
    kind = words.kind
    starts: list[int] = []
    for room in rooms:
        near = min(room.start + (NEAR_SOURCE if room.start == row + 1 else CLOSE_SOURCE), room.stop)
        starts += [
            start
            for start in range(room.start, near)
            if kind[start] in SOURCE_START_RIGHT and kind[start - 1] not in NO_SOURCE_BEFORE
        ][:12]
    return starts


def source_starts_left(words: Words, end: int, free: range) -> list[int]:
    """Return where a source that ends at *end* may begin, nearest first."""
    kind = words.kind
    return [
        start
        for start in range(end - 1, max(free.start, end - LONGEST) - 1, -1)
        if kind[start] in SOURCE_START_LEFT and (kind[start - 1] not in {"DT", "PP"} or start == end - 1)
    ][:25]


def source_ends_right(words: Words, start: int, rooms: tuple[range, ...]) -> list[int]:
    """Return where a source that begins at *start* may end, nearest first."""
    kind = words.kind
    stop = next((room.stop for room in rooms if start in room), start + 1)
    return [
        end
        for end in range(start + 1, min(stop, start + LONGEST) + 1)
        if end == stop or kind[end - 1] in NOMINAL or kind[end] in BREAK
    ][:25]


def extent_starts(words: Words, row: int, free: range) -> list[int]:
    """Return where the words of the cue may begin."""
    if words.kind[row - 1] in NOT_BEFORE:
        return [row]
    return list(range(row, max(free.start, row - 7) - 1, -1))


def extent_ends(words: Words, row: int, free: range) -> list[int]:
    """Return where the words of the cue may end."""
    if words.kind[row + 1] in NOT_AFTER:
        return [row + 1]
    return list(range(row + 1, min(free.stop, row + 8) + 1))
