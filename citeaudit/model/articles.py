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
