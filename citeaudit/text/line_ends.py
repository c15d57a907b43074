"""Line ends: an article goes in, the same with every line ended by one "\\n" comes out, and the way back for its report.

Files end their lines with "\\r\\n" on Windows, with "\\r" on old Macs, and with stranger marks where a program exported them. No
reading may depend on that, so everything reads the article with plain line ends, and where that made it shorter, the places
of the finished report are moved to where they stand in the article as it came.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

import regex

from citeaudit.model.articles import Article
from citeaudit.model.spans import Span

RETURNS = regex.compile(r"\r++(?=\n)")
"""What stands before a "\\n" and is one line end with it; a second "\\r" comes of a text that was converted twice."""
OTHER_ENDS = "\r\x85\u2028"
"""What ends a line by itself; the separator of paragraphs (U+2029), the page break and the vertical tab end a paragraph."""

PLAIN = str.maketrans(dict.fromkeys(OTHER_ENDS, "\n"))

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class LineEnds:
    """
    How a text differs from the same with plain line ends: which characters were left out.

    *before* are their places in the text as it came, *after* the places, in the plain text, of the line ends that they belonged to.
    """

    before: tuple[int, ...]
    after: tuple[int, ...]

    def original(self, place: int) -> int:
        """Return where *place* of the plain text stands in the text as it came."""
        return place + bisect_left(self.after, place)

    def plain(self, place: int) -> int:
        """Return where *place* of the text as it came stands in the plain one."""
        return place - bisect_left(self.before, place)

    def moved(self, value: Value) -> Value:
        """Return *value* (a report, or a part of one) with its spans as they stand in the text as it came."""
        return _moved(value, self.original, {}) if self.before else value


def with_plain_ends(article: Article) -> tuple[Article, LineEnds]:
    """Return *article* with every line ended by one "\\n", its links in their places, and the way back."""
    text, ends = plain_ends(article.text)
    if text is article.text:
        return article, ends
    links = _moved(article.hyperlinks, ends.plain, {}) if ends.before else article.hyperlinks
    return replace(article, text=text, hyperlinks=links), ends


def plain_ends(text: str) -> tuple[str, LineEnds]:
    """Return *text* with every line ended by one "\\n", and what was left out."""
    if not any(end in text for end in OTHER_ENDS):
        return text, LineEnds((), ())
    before: list[int] = []
    after: list[int] = []
    for match in RETURNS.finditer(text) if "\r\n" in text else ():
        after += [match.start() - len(before)] * len(match.group())
        before += range(*match.span())
    return (RETURNS.sub("", text) if before else text).translate(PLAIN), LineEnds(tuple(before), tuple(after))


def _moved(value: Any, place: Callable[[int], int], done: dict[int, Any]) -> Any:
    """Return *value* with the ends of its spans moved by *place*; what stands in it twice is one thing in the result too."""
    kind = type(value)
    if kind is Span:
        return Span(place(value.start), place(value.end))
    if kind is tuple:
        return tuple([_moved(item, place, done) for item in value])
    names = _movable(kind)
    if not names:
        return value
    if id(value) not in done:
        done[id(value)] = replace(value, **{name: _moved(getattr(value, name), place, done) for name in names})
    return done[id(value)]


@cache
def _movable(kind: type) -> tuple[str, ...]:
    """Return the fields of a class of which any may hold a span; none if it is no dataclass."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
