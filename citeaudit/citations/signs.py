"""Footnotes by sign: "*", "**", "†" and "‡" behind words, and the lines below that say whose those are ("* Reuters, May 3").

A star opens the items of lists, too, and stands around words that are stressed. So a line with one is a footnote only if a
sentence above it bears the same star and the line names its source first.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from citeaudit.citations.labels import EntryLine, cut_before
from citeaudit.citations.naming import QUOTED, URL, name_entry, outlet_called, parts_of
from citeaudit.citations.words import lead
from citeaudit.model.spans import Span
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.patterns import pattern_of
from citeaudit.text.links import Links

SIGN = r"(?:(?:\\?\*){1,4}|†{1,4}|‡{1,4}|§{1,3}|¶{1,3})"
SIGNS = rf"{SIGN}(?:[, ]{{0,2}}{SIGN})*"
MARK = pattern_of(
    rf"(?<=[\p{{L}}\p{{N}}.!?…,;:\"”’')\]%])(?P<signs>{SIGNS})(?![\p{{L}}\p{{N}}*†‡])"
    rf"|(?<=\S)[ ](?P<signs>{SIGNS})(?=[.,;!?]|\s*$|\s*\n)"
    rf"|(?:^|(?<=\|[ ]?))(?P<signs>{SIGNS})(?=[ ]?(?:\||$))",
    regex.MULTILINE,
)
"""Signs behind a word or a stop, a blank away from one at the end of what they mark, or by themselves in the cell of a table."""
ONE = pattern_of(SIGN)
LINE = pattern_of(rf"(?P<sign>{SIGN})\s?(?P<words>[^\s*†‡].*)")
NEXT = pattern_of(rf"\s(?={SIGN}\s?[\p{{Lu}}“\"h\[])")
"""Where the next footnote of a line begins: readers of Markdown put single lines together."""
NAME = pattern_of(r"(?:The\s)?\p{Lu}[\p{L}.’'&-]*(?:\s(?:of|for|on|in|and|the|de|&|\p{Lu}[\p{L}.’'&-]*)){1,8}")
SMALL = pattern_of(r"(?<![\p{L}’'])\p{Ll}[\p{Ll}’'-]*")
MOST_SMALL = 3
"""With a full stop behind more words in small letters than these a line is a sentence."""
MOST_WORDS = 40
"""No footnote that only names a source has more."""


def sign_of(words: str) -> str:
    """Return a sign without the strokes that Markdown asks for before a star."""
    return words.replace("\\", "")


def signs_of(text: str) -> Iterator[tuple[Span, list[str]]]:
    """Give the places where signs stand behind words, and the signs there."""
    for match in MARK.finditer(text):
        yield Span(*match.span("signs")), [sign_of(sign) for sign in ONE.findall(match["signs"])]


def find_signed(text: str, lines: list[Span], links: Links, gazetteer: Gazetteer) -> list[list[EntryLine]]:
    """Return for each of the *lines* the footnotes by sign that it is; none for a line that is anything else."""
    firsts: dict[str, int] = {}
    for span, signs in signs_of(text):
        for sign in signs:
            firsts.setdefault(sign, span.start)
    return [_rows(text, line, firsts, links, gazetteer) if firsts else [] for line in lines]


def _rows(text: str, line: Span, firsts: dict[str, int], links: Links, gazetteer: Gazetteer) -> list[EntryLine]:
    """Return the footnotes that stand on a *line*, each with a sign that a word above it bears."""
    pieces = cut_before(text, line, line.start, NEXT)
    rows = []
    for piece in pieces:
        match = LINE.fullmatch(text, piece.start, piece.end)
        # The star of a first line may have been taken for that of a list, and off.
        sign, begin = (sign_of(match["sign"]), match.start("words")) if match else ("*", piece.start)
        row = EntryLine(piece, sign, begin)
        if firsts.get(sign, line.start) >= line.start or not (match or len(pieces) > 1):
            return []
        if not _names_source(row.words.of(text), links.urls_at(row.words), gazetteer, is_star=sign[0] == "*"):
            return []
        rows.append(row)
    return rows


def _names_source(words: str, urls: tuple[str, ...], gazetteer: Gazetteer, *, is_star: bool) -> bool:
    """Tell whether a footnote says whose words are, and does not go on about them."""
    bare = QUOTED.sub(" , ", URL.sub(" ", words)).strip()
    if len(bare.split()) > MOST_WORDS or not name_entry(words, urls, gazetteer).sources:
        return False
    if bare.endswith(".") and len(SMALL.findall(bare)) > MOST_SMALL:
        return False
    parts = parts_of(bare)
    is_led = lead().match(words) is not None
    is_named = bool(parts) and (outlet_called(parts[0], gazetteer) is not None or NAME.fullmatch(parts[0]) is not None)
    return not is_star or is_led or is_named or bool(urls or URL.search(words))
