"""Paragraphs: an article's text goes in, the spans of its paragraphs come out, trimmed and in order.

A blank line always ends a paragraph. A single line break is told by its looks, since articles come both with one
paragraph a line and wrapped at some column: it is a mere wrap where the text is wrapped at all (lines go on in lower
case) and the line before it was full, so that the next word would not have fitted.
"""

from __future__ import annotations

import re

from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of

LINE = re.compile(r"\S[^\n\r\x0b\x0c\x85\u2028\u2029]*+")
"""No separator starts a line: the standard library takes the four for white space, as `str.isspace` does, by which the end is trimmed."""
BLANK = pattern_of(r"(?:\r\n?+|\n)[^\S\n\r]*[\n\r]|[\x0b\x0c\u2028\u2029]")
FIRST_WORD = pattern_of(r"\S{1,80}")

WIDEST_WRAP = 132
"""No text is wrapped wider than this; lines that are longer hold whole paragraphs."""
LEAST_WRAP = 30
LEAST_SHARE = 0.2
"""In wrapped text at least this share of the single line breaks is followed by a lower-case letter."""
TAIL = 120
LEAST_FILL = 0.6
"""In wrapped text a line that goes on in lower case fills at least this share of the width."""
MARKERS = "•*▪●◦‣|⁃"
"""What a list item, a quoted line or a row of a table opens with."""
HANGING = frozenset(
    """a an the of to in on at by for with from and or but as that than this his her its their our my your is are was were be been has have had
    will would could who which when where because while then into""".split()  # noqa: SIM905  a list of words reads best as words
)
"""A line that ends in one of these goes on in the next."""
UNFINISHED = frozenset(("a", "an", "the", "and", "or", "but", "that", "than", "of"))
"""Of these, words with which no line ends that stands by itself, however short."""
APPOSITION = pattern_of(
    r"[,\s]\s?\p{Ll}[^,]{2,60},\s\p{Lu}[\p{L}’'.-]*(?:\s\p{Lu}[\p{L}’'.-]*){0,2}$|\s(?:the|a|an)\s\p{Lu}\p{L}+$|,\s(?:the|a|an)\s\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+){1,2}$"
)
"""A name that an apposition has opened, or that an article has ("the harbour master, Nuala⏎Brady, told the Irish⏎Times, the Wall Street⏎Journal said")."""
REST_OF_NAME = pattern_of(
    r"(?!(?:The|An?|In|On|At|He|She|It|They|We|But|And)\b)\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?(?:,?\s\p{Ll}|\.$)"
)


def split_paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of *text* without surrounding white space; a paragraph may hold line breaks that are mere wraps."""
    return tuple(Span(start, end) for start, end in paragraph_ranges(text))


def paragraph_ranges(text: str) -> list[tuple[int, int]]:
    """Return the paragraphs of *text* as plain pairs of offsets."""
    lines = _lines(text)
    if len(lines) < 2:
        return lines
    breaks = [number for number in range(1, len(lines)) if not _is_blank(text[lines[number - 1][1] : lines[number][0]])]
    width, is_wrapped = _width(text, lines, breaks)
    if not LEAST_WRAP <= width <= WIDEST_WRAP:
        return lines
    wraps = {number for number in breaks if _is_wrap(text, lines[number - 1], lines[number], width, is_wrapped=is_wrapped)}
    ranges: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(lines):
        if number in wraps:
            ranges[-1] = (ranges[-1][0], end)
        else:
            ranges.append((start, end))
    return ranges


def without_wraps(text: str, paragraphs: list[tuple[int, int]]) -> str:
    """
    Return *text* with a space for every line break inside one of its *paragraphs*; as long as it was.

    What is read afterwards, a name that two lines share above all, reads as it does on one line.
    """
    if len(paragraphs) < 2 and "\n" not in text:
        return text
    pieces: list[str] = []
    last = 0
    for start, end in paragraphs:
        if text.find("\n", start, end) >= 0:
            pieces += (text[last:start], text[start:end].replace("\n", " "))
            last = end
    return "".join([*pieces, text[last:]]) if pieces else text


def _is_blank(gap: str) -> bool:
    """Tell whether the *gap* between two lines holds an empty one; most gaps are one, and need no pattern."""
    return gap == "\n\n" or BLANK.search(gap) is not None


def _lines(text: str) -> list[tuple[int, int]]:
    lines = []
    for line in LINE.finditer(text):
        start, end = line.span()
        while text[end - 1].isspace():
            end -= 1
        lines.append((start, end))
    return lines


def _width(text: str, lines: list[tuple[int, int]], breaks: list[int]) -> tuple[int, bool]:
    """Return the column at which *text* is wrapped, 0 if at none, and whether that is sure."""
    if not breaks:
        return 0, False
    goes_on = sorted(
        lines[number - 1][1] - lines[number - 1][0]
        for number in breaks
        if text[lines[number][0]].islower() and text[lines[number - 1][1] - 1] not in ".!?:;"
    )
    if goes_on and len(goes_on) >= LEAST_SHARE * len(breaks):
        return goes_on[(3 * len(goes_on)) // 4], True
    return max(end - start for start, end in lines), False


def _is_wrap(text: str, line: tuple[int, int], following: tuple[int, int], width: int, *, is_wrapped: bool) -> bool:
    """Tell whether the break between *line* and *following* is a mere wrap."""
    if max(line[1] - line[0], following[1] - following[0]) > WIDEST_WRAP:
        return False
    if text[following[0]] in MARKERS or (text[line[1] - 1] == ":" and not is_wrapped):
        return False
    if is_wrapped and text[following[0]].islower() and line[1] - line[0] >= LEAST_FILL * width:
        return True
    if text[line[1] - 1] in '.!?”"' and text[following[0] : following[1]].isupper() and not text[line[0] : line[1]].isupper():
        return False  # a heading in capitals under a full line
    last = text[max(line[0], line[1] - 12) : line[1]].rpartition(" ")[2]
    if last in UNFINISHED and line[1] - line[0] >= LEAST_WRAP:
        return True
    word = FIRST_WORD.match(text, *following)
    if line[1] - line[0] + 1 + (len(word.group()) if word else 0) <= width:
        return False
    if is_wrapped or text[following[0]].islower():
        return True
    return last in HANGING or last.endswith(",") or _goes_on(text, line, following)


def _goes_on(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Tell whether *line* ends inside a name or a quotation that the *following* line ends."""
    if text[line[1] - 1] in ".!?:;":
        return False
    words, rest = text[line[0] : line[1]], text[following[0] : following[1]]
    if APPOSITION.search(words[-TAIL:]) and REST_OF_NAME.match(rest):
        return True
    if words.count("“") > words.count("”"):
        return "”" in rest.partition("“")[0]
    return words.count('"') % 2 == 1 and rest.count('"') % 2 == 1 and not rest.startswith('"')
