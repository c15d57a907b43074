"""
Where the words of an extracted text stand in the file that they came from: both go in, offsets go either way.

Readers of HTML and Markdown keep no offsets, and editors and pull requests need lines of the file. The words of both are
matched in order, resynchronised on three words in a row where markup or dropped parts come between; linear time. A word
that cannot be matched takes the place of the last one before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import regex

from citeaudit.patterns import pattern_of

WORD = pattern_of(r"\w+")
MARKUP_OR_WORD = r"</?\p{L}[^<>]*>|&\w{1,10};|&#\w{1,8};|(?<word>\w+)"
RAW_WORD = pattern_of(rf"<!--.*?-->|{MARKUP_OR_WORD}", regex.DOTALL)
WORD_BEHIND_COMMENTS = pattern_of(MARKUP_OR_WORD)
"""The same where no comment ends any more: each of many that are left open would be sought to the end of the file."""
RUN = 3


class Alignment:
    """The words of a *text* matched with those of the *raw* file that it was extracted from."""

    def __init__(self, raw: str, text: str) -> None:
        self._text = text
        self._text_starts: list[int] = []
        self._raw_starts: list[int] = []
        raw_words = [(found.start(), found.group("word")) for found in _raw_words(raw) if found.group("word")]
        text_words = [(found.start(), found.group()) for found in WORD.finditer(text)]
        runs: dict[tuple[str, ...], list[int]] = {}
        for place in range(len(raw_words) - RUN + 1):
            runs.setdefault(tuple(word for _, word in raw_words[place : place + RUN]), []).append(place)
        place = 0
        for index, (start, word) in enumerate(text_words):
            if place >= len(raw_words) or raw_words[place][1] != word or index == 0:
                places = runs.get(tuple(word for _, word in text_words[index : index + RUN]), ())
                after = bisect_right(places, place - 1)
                if after < len(places):
                    place = places[after]
            if place < len(raw_words) and raw_words[place][1] == word:
                self._text_starts.append(start)
                self._raw_starts.append(raw_words[place][0])
                place += 1

    def raw_of(self, offset: int) -> int | None:
        """
        Return the offset in the file of the word at *offset* of the text, None if nothing is matched.

        A mark before a word (the quotation mark that a finding begins at) counts with the word.
        """
        word = WORD.search(self._text, offset)
        place = bisect_right(self._text_starts, word.start() if word else offset) - 1
        if place < 0:
            return self._raw_starts[0] if self._raw_starts else None
        return self._raw_starts[place]

    def text_before(self, raw_offset: int) -> tuple[int, int] | None:
        """Return the last matched word before *raw_offset* of the file, as its offsets in the text and in the file."""
        place = bisect_right(self._raw_starts, raw_offset) - 1
        return (self._text_starts[place], self._raw_starts[place]) if place >= 0 else None

    def text_after(self, raw_offset: int) -> tuple[int, int] | None:
        """Return the first matched word after *raw_offset* of the file, as its offsets in the text and in the file."""
        place = bisect_right(self._raw_starts, raw_offset)
        return (self._text_starts[place], self._raw_starts[place]) if place < len(self._raw_starts) else None


def _raw_words(raw: str) -> Iterator[regex.Match[str]]:
    """Give the words and the markup of *raw*, in order."""
    last = raw.rfind("-->")
    behind = last + len("-->") if last >= 0 else 0
    yield from RAW_WORD.finditer(raw, 0, behind)
    yield from WORD_BEHIND_COMMENTS.finditer(raw, behind)
