"""White space: an article goes in, the same in plain white space comes out, and the way back for its report.

Files end their lines with CR LF on Windows and with CR on old Macs, typists put two spaces behind a full stop, and exported
text is indented or padded. No reading may depend on that, so everything reads the article with each line end as one LF and each
stretch of blanks as one space. Where that made it shorter, the places of the finished report are moved to where they stand in
the article as it came.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from operator import is_not
from typing import Any, TypeVar

from citeaudit.model.articles import Article
from citeaudit.model.making import parts_of, replace
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of
from citeaudit.text.spaces import SPECIAL, with_plain_spaces

OTHER_ENDS = "\r\x85\u2028"
"""What ends a line like "\\n" does; the separator of paragraphs (U+2029), the page break and the vertical tab end a paragraph."""
PLAIN = str.maketrans({"\t": " ", **dict.fromkeys(OTHER_ENDS, "\n")})
BLANK = f"[ \t{SPECIAL}]"
SURPLUS = pattern_of(
    rf"(?<!\r)\r++(?=\n)"  # one line end with the "\n"; a second "\r" comes of a text that was converted twice
    rf"|(?<={BLANK}){BLANK}++"
    rf"|{BLANK}(?=[\n{OTHER_ENDS}])|(?<=[\n{OTHER_ENDS}]){BLANK}++"
)
"""What can be left out."""
WHITE = re.compile(r"[^\S\n]\s+|(?<!\n)\n++[^\S\n]\s*")
"""Where several stand side by side, but for plain ends of lines: what can be left out is looked for nowhere else."""
SIGNS = ("  ", " \n", "\n ", "\t", *OTHER_ENDS, *SPECIAL)
"""What a text holds that is not plain: to look for these by themselves is a tenth of the work."""

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """
    Which characters of a text its plain form lacks.

    *before* are their places in the text as it came, *after* the places, in the plain text, of what stands behind each.
    """

    before: tuple[int, ...]
    after: tuple[int, ...]

    def original(self, span: Span) -> Span:
        """Return where *span* of the plain text stands in the text as it came, with nothing that was left out at its ends."""
        end = span.end + bisect_left(self.after, span.end)
        start = end if span.start == span.end else span.start + bisect_right(self.after, span.start)
        return span if start == span.start and end == span.end else Span(start, end)

    def plain(self, span: Span) -> Span:
        """Return where *span* of the text as it came stands in the plain one."""
        return Span(span.start - bisect_left(self.before, span.start), span.end - bisect_left(self.before, span.end))

    def moved(self, value: Value) -> Value:
        """Return *value* (a report, or a part of one) with its spans as they stand in the text as it came."""
        return _moved(value, self, {}) if self.before else value


def with_plain_white_space(article: Article) -> tuple[Article, LeftOut]:
    """Return *article* in plain white space, its links and blocks in their places, and what was left out."""
    text, left_out = plain_white_space(article.text)
    if text is article.text:
        return article, left_out
    plain = replace(article, text=text)
    return (placed(plain, left_out) if left_out.before else plain), left_out


def plain_white_space(text: str) -> tuple[str, LeftOut]:
    """Return *text* in plain white space, and what was left out."""
    if not any(sign in text for sign in SIGNS):
        return text, LeftOut((), ())
    runs = (run.span() for run in WHITE.finditer(text))
    shorter, left_out = cut_out(text, (match.span() for start, end in runs for match in SURPLUS.finditer(text, start, end)))
    plain = with_plain_spaces(shorter)
    if any(sign in plain for sign in ("\t", *OTHER_ENDS)):
        plain = plain.translate(PLAIN)
    return plain, left_out


def cut_out(text: str, stretches: Iterable[tuple[int, int]]) -> tuple[str, LeftOut]:
    """Return *text* without the *stretches*, which are in order and apart, and what was left out."""
    before: list[int] = []
    after: list[int] = []
    pieces: list[str] = []
    last = 0
    for start, end in stretches:
        after += [start - len(before)] * (end - start)
        before += range(start, end)
        pieces.append(text[last:start])
        last = end
    return "".join([*pieces, text[last:]]) if pieces else text, LeftOut(tuple(before), tuple(after))


def placed(article: Article, left_out: LeftOut) -> Article:
    """Return *article*, whose text lacks what was *left_out*, with its links and blocks where they stand without it."""
    links = tuple(replace(link, span=left_out.plain(link.span)) for link in article.hyperlinks)
    blocks = tuple(replace(block, span=left_out.plain(block.span)) for block in article.blocks)
    return replace(article, hyperlinks=links, blocks=blocks)


def _moved(value: Any, left_out: LeftOut, done: dict[int, Any]) -> Any:
    """Return *value* with every span in it moved; what stands in it twice is one thing in the result too."""
    kind: Any = type(value)
    if kind is Span:
        return left_out.original(value)
    if kind is tuple:
        items = tuple([item if type(item) in FIXED else _moved(item, left_out, done) for item in value])
        return items if any(map(is_not, items, value)) else value
    parts_of, places = _parts_of(kind)
    if not places:
        return value
    known = done.get(id(value))
    if known is not None:
        return known
    parts = parts_of(value)
    moved: list[Any] | None = None
    for place in places:
        part = parts[place]
        new = part and _moved(part, left_out, done)
        if new is not part:
            moved = moved or list(parts)
            moved[place] = new
    changed = value if moved is None else kind(*moved)
    done[id(value)] = changed
    return changed


FIXED = frozenset((str, int, float, bool, type(None)))
"""The types of what holds no span."""
PLAIN_TYPES = frozenset(("str", "int", "float", "bool", "str | None", "int | None", "tuple[str, ...]", "tuple[str | None, ...]"))
"""The same as classes write them beside their fields."""


@cache
def _parts_of(kind: Any) -> tuple[Callable[[Any], tuple[Any, ...]], tuple[int, ...]]:
    """Return what gives the fields of a dataclass in their order, and the places of those that may hold a span: none in any other class."""
    if not is_dataclass(kind):
        return tuple, ()
    return parts_of(kind), tuple(place for place, field in enumerate(fields(kind)) if not _is_plain(kind, str(field.type)))


def _is_plain(kind: Any, written: str) -> bool:
    """Tell whether a field of *kind* whose type is *written* so can hold no span: it is of a plain type, or one of several names."""
    named = vars(sys.modules[kind.__module__]).get(written.removesuffix(" | None"))
    return written in PLAIN_TYPES or (isinstance(named, type) and issubclass(named, Enum))
