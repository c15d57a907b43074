"""What goes in: one article, and what is known of it beside its text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
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
    ``datetime.date`` becomes that, a list of *hyperlinks* a tuple.

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
            object.__setattr__(self, "hyperlinks", _links(self.hyperlinks))
        if self.origin is not None and not isinstance(self.origin, Origin):
            refuse("Article(origin=…)", "an Origin or None", self.origin)


OPTIONAL = ("id", "publisher", "title", "byline", "url")


def _iso(value: Any) -> str:
    """Return a date of the calendar in ISO 8601."""
    if not is_date(value):
        refuse("Article(date=…)", "a string, a datetime.date or None", value)
    return str(value.isoformat())


def _links(value: Any) -> tuple[Hyperlink, ...]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        refuse("Article(hyperlinks=…)", "a tuple of Hyperlinks", value)
    links = tuple(value)
    for link in links:
        if not isinstance(link, Hyperlink):
            refuse("Article(hyperlinks=…)", "a tuple of Hyperlinks", link)
    return links


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
