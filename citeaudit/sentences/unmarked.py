"""Ends that no stop marks: a paragraph goes in, the places where something else begins on the same line come out.

These are items of a list that runs on in one line, a picture's credit after its caption, the date that a page prints after
its headline, the dateline of a story behind its headline, a smiley that closes a sentence, and a rule drawn with dashes or stars.
"""

from __future__ import annotations

import re

import regex

from citeaudit.lexicon.worded import worded
from citeaudit.patterns import pattern_of

ITEM = pattern_of(r"(?:[•▪●◦‣⁃*-]\s?)?\(?(\d{1,2}|[a-z])(\.\)|\)|\.)\s")
BULLET = pattern_of(r"\s++(?=[•▪●◦‣⁃])")
CREDIT = pattern_of(
    r"(?<=[^\s:])\s++(?=(?:Image|Photo|Photograph|Picture|File photo|Credit|Illustration|Graphic|Photo credit|Image credit):\s?\S)"
)
SMILEY = pattern_of(r"(?<=[:;]-?[)(DP])\s++(?=\p{Lu})")
RULE = pattern_of(r"(?<=[*=_#~+-]{5})\s++(?=[\p{L}\p{N}\"“])|(?<=\s\*\*\*)\s++(?=\p{Lu})")
DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s(?i:@month)\s\d{1,2},\s\d{4}"
DATE_AFTER = worded(
    rf"(?<=[\p{{L}}\p{{N}}'\"’”]{{2}})(?<!\b@beside_date)\s++(?={DAY}\s*$)",
    regex.IGNORECASE,
)
DATE_BEFORE = worded(rf"{DAY}(\s++)(?=\p{{Lu}})")
LABELLED = ("Figure", "Fig.", "Table", "Box", "Map", "Chart", "Exhibit")
LABEL = pattern_of(rf"(?:{'|'.join(map(regex.escape, LABELLED))})\s\d{{1,3}}(?:\.\d{{1,3}})?(\s++)(?=\p{{Lu}}|\()")
REGION = r", \p{Lu}[\p{L}.]+(?: \p{Lu}\p{Ll}+)?"
WIRE = r"\(\p{Lu}[^()\n]{1,30}\)"
DATELINE = pattern_of(
    rf"(?<=[\p{{Ll}}\d.)”’\"])(?<!\b(?:in|of|from|at|to|near|and|the|for|by|with|on))\s++(?=\p{{Lu}}[\p{{Lu}}'’.-]{{2,}}(?: \p{{Lu}}[\p{{Lu}}'’.-]+){{0,2}}"
    rf"(?:{REGION}(?: {WIRE})?\s?(?:--|[-–—])\s?\p{{Lu}}|\s{WIRE}\s?(?:--|[-–—])\s?\p{{Lu}}\p{{Ll}}))"
)
"""Where a story begins behind the headline, the byline and the date that its page prints before it: "Ferry to sail By Ana Hale CORVELL, Ohio (AP) — The …"."""
DASHES = (") -", ") –", ") —", " — ", " -- ")
"""The ends of such a dateline, its sign, behind a bracket or a place."""
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ .'’-"
"""What a place in capitals is made of."""
FARTHEST_PLACE = 72
"""No dateline is longer, in code points."""


def rare_patterns(text: str) -> list[regex.Pattern[str]]:
    """Return the patterns of ends whose signs *text* holds at all: most texts hold none, and looking for signs is cheap."""
    found = [pattern for marks, sign, pattern in RARE if any(map(text.__contains__, marks)) and sign.search(text)]
    return [*found, DATELINE] if any(_closes_place(text, dash) for dash in DASHES) else found


def _closes_place(text: str, dash: str) -> bool:
    """Tell whether *dash* stands behind a place in capitals with its region or an agency that does not open its line: "… 2018 CORVELL, Ohio (AP) -"."""
    at = text.find(dash)
    while at != -1:
        place = text[max(0, at - FARTHEST_PLACE) : at]
        if dash[0] == ")":
            place = place.rpartition(" (")[0]
        town = place if place[-2:].isupper() and dash[0] == ")" else place.rpartition(", ")[0]
        lead = town.rstrip(CAPITALS) if town[-2:].isupper() else ""
        if lead and lead[-1] != "\n":
            return True
        at = text.find(dash, at + 1)
    return False


def find_unmarked(text: str, start: int, end: int, rare: list[regex.Pattern[str]]) -> list[tuple[int, int]]:
    """Return the gaps in the paragraph ``text[start:end]`` at which a sentence ends without a stop, in order."""
    gaps: list[tuple[int, int]] = []
    first = text[start]
    if first.isdigit() or first in "(•▪●◦‣⁃*-" or (first.islower() and text[start + 1 : start + 2] in {".", ")"}):
        gaps += _items(text, start, end)
    if text.startswith(LABELLED, start):
        label = LABEL.match(text, start, end)
        gaps += [label.span(1)] if label else []
    if first in "MTWFS":
        date = DATE_BEFORE.match(text, start, end)
        gaps += [date.span(1)] if date else []
    if text[end - 1].isdigit():
        date = DATE_AFTER.search(text, max(start, end - 48), end)
        gaps += [date.span()] if date else []
    for pattern in rare:
        gaps += [gap.span() for gap in pattern.finditer(text, start, end)]
    return sorted(gap for gap in set(gaps) if start < gap[0]) if gaps else gaps


RARE = (
    ("•▪●◦‣⁃", re.compile(r"[•▪●◦‣⁃]"), BULLET),
    (":", re.compile(r":-?[)(DP]"), SMILEY),
    (";", re.compile(r";-?[)(DP]"), SMILEY),
    (":", re.compile(r":(?<=mage:|hoto:|raph:|ture:|edit:|tion:|phic:)"), CREDIT),
    ("*=_#~+", re.compile(r"\*\*\*|=====|_____|#####|~~~~~|\+\+\+\+\+"), RULE),
    ("-", re.compile(r"-----"), RULE),
)
"""The marks of which each rare end has one, its sign, by the standard library since it finds single letters fastest, and its pattern."""


def _items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the gaps before the second and later items of a list whose first item opens the paragraph."""
    item = ITEM.match(text, start, end)
    gaps: list[tuple[int, int]] = []
    while item is not None:
        number, closer = item.group(1, 2)
        following = str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)
        pattern = regex.compile(rf"\s++(?=(?:[•▪●◦‣⁃*-]\s?)?\(?{following}{regex.escape(closer)}\s)")
        gap = pattern.search(text, item.end(), end)
        if gap is None:
            break
        gaps.append(gap.span())
        item = ITEM.match(text, gap.end(), end)
    return gaps
