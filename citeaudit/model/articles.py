"""What goes in: one article, and what is known of it beside its text."""

from __future__ import annotations

from dataclasses import dataclass

from citeaudit.model.spans import Span


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A link of the article: the words that carry it, and where it leads."""

    span: Span
    url: str


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

    All offsets of a report count code points of *text*. *date* is ISO 8601 as far as it is known ("2025", "2025-05-29").
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
