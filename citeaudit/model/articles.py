"""What goes in: one article, and what is known of it beside its text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from citeaudit.model.guards import is_date, refuse
from citeaudit.model.spans import Span


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """
    A link of the article: the words that carry it, and where it leads.

    :raises TypeError: if they are no span of whole numbers and no string.
    """

    span: Span
    url: str

    def __post_init__(self) -> None:
        if not isinstance(self.span, Span):
            refuse("Hyperlink(span=…)", "a Span", self.span)
        if not (isinstance(self.span.start, int) and isinstance(self.span.end, int)):
            refuse("Hyperlink(span=…)", "a Span of whole numbers", self.span)
        if not isinstance(self.url, str):
            refuse("Hyperlink(url=…)", "a string", self.url)


class BlockKind(StrEnum):
    """What the markup of a page can say of a part of it."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    ITEM = "item"
    CAPTION = "caption"
    TABLE = "table"
    ROW = "row"
    """A row of a table; its cells are paragraphs."""
    POST = "post"
    """An embedded post of a social network: its author's words."""


@dataclass(frozen=True, slots=True)
class Block:
    """
    A part of the article as the input's own markup has it: where it stands, and what it is.

    :raises TypeError: if they are no span of whole numbers and no kind.
    """

    span: Span
    kind: BlockKind

    def __post_init__(self) -> None:
        if not isinstance(self.span, Span):
            refuse("Block(span=…)", "a Span", self.span)
        if not (isinstance(self.span.start, int) and isinstance(self.span.end, int)):
            refuse("Block(span=…)", "a Span of whole numbers", self.span)
        if not isinstance(self.kind, BlockKind):
            refuse("Block(kind=…)", "a BlockKind", self.kind)


@dataclass(frozen=True, slots=True)
class Origin:
    """
    Where an article was read from.

    *record* and *line* are 1-based, and None where the input has no such thing.
    """

    path: str
    record: int | None = None
    line: int | None = None

    def __str__(self) -> str:
        return self.path if self.line is None else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Article:
    """
    One news text with what is known of it.

    All offsets of a report count code points of *text*. *date* is ISO 8601 as far as it is known ("2025", "2025-05-29"); a
    ``datetime.date`` becomes that, a list of *hyperlinks* or *blocks* a tuple. *blocks* are what the input's own markup says, in
    order of the text, an outer one before those inside it; bare text has none and is read by its form.

    :raises TypeError: naming the field that is of another type, with what to give instead.
    """

    text: str
    id: str | None = None
    publisher: str | None = None
    title: str | None = None
    byline: str | None = None
    date: str | None = None
    url: str | None = None
    hyperlinks: tuple[Hyperlink, ...] = ()
    blocks: tuple[Block, ...] = ()
    origin: Origin | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.text, str):
            refuse("Article(text=…)", "a string", self.text)
        if self.date is not None and not isinstance(self.date, str):
            object.__setattr__(self, "date", _iso(self.date))
        for value in (self.id, self.publisher, self.title, self.byline, self.url):
            if value is not None and not isinstance(value, str):
                name = next(name for name in OPTIONAL if getattr(self, name) is value)
                refuse(f"Article({name}=…)", "a string or None", value)
        if self.hyperlinks or not isinstance(self.hyperlinks, tuple):
            object.__setattr__(self, "hyperlinks", _each("hyperlinks", self.hyperlinks, Hyperlink))
        if self.blocks or not isinstance(self.blocks, tuple):
            object.__setattr__(self, "blocks", _each("blocks", self.blocks, Block))
        if self.origin is not None and not isinstance(self.origin, Origin):
            refuse("Article(origin=…)", "an Origin or None", self.origin)


OPTIONAL = ("id", "publisher", "title", "byline", "url")


def _iso(value: Any) -> str:
    """Return a date of the calendar in ISO 8601."""
    if not is_date(value):
        refuse("Article(date=…)", "a string, a datetime.date or None", value)
    return str(value.isoformat())


def _each(name: str, value: Any, kind: type) -> tuple[Any, ...]:
    """Return the values of a field that holds several of one kind."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        refuse(f"Article({name}=…)", f"a tuple of {kind.__name__}s", value)
    values = tuple(value)
    for each in values:
        if not isinstance(each, kind):
            refuse(f"Article({name}=…)", f"a tuple of {kind.__name__}s", each)
    return values


@dataclass(frozen=True, slots=True)
class InputProblem:
    """
    An article or file that could not be read: where, what is wrong, and what to do about it.

    It stands in the place of the article, so that one bad article never stops a run. *record* and *line* are 1-based;
    *article* is its id where that much could be read.
    """

    path: str
    what: str
    remedy: str
    record: int | None = None
    line: int | None = None
    article: str | None = None

    def __str__(self) -> str:
        if self.line is not None:
            place = f"{self.path}:{self.line}"
        elif self.record is not None:
            place = f"{self.path}: record {self.record}"
        else:
            place = self.path
        return f"{place}: {self.what}; {self.remedy}"
