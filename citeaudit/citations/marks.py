"""What a mark is: words behind a claim that only say whose it is, with whom they name and how far back they reach."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from citeaudit.citations.references import References
from citeaudit.citations.tables import Row
from citeaudit.model.articles import Article
from citeaudit.model.relations import Source
from citeaudit.model.spans import Span
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.patterns import pattern_of
from citeaudit.text.links import Links


class Back(StrEnum):
    """How far a mark reaches back."""

    CLAUSE = "clause"
    """To the mark before it in its sentence, or the sentence's start."""
    LAST = "last"
    """Over its paragraph if that bears no other mark, else over its sentence: a link behind the last full stop."""
    PARAGRAPH = "paragraph"
    """Over the paragraph that its line closes."""
    LIST = "list"
    """Over the list that a line behind a blank one closes, or the paragraph if there is none."""
    ROW = "row"
    """Over the row of its table, which may stand behind it, too."""


LINES = frozenset((Back.PARAGRAPH, Back.LIST, Back.ROW))
"""How far a mark reaches that leaves out the sentences with a mark of their own."""


@dataclass(frozen=True, slots=True)
class Mark:
    """
    One mark in the text.

    *span* is taken out before the text is read, with the blank before it; *shown* is the mark itself. *form* names its kind
    ("number", "link"). A *doubtful* mark counts only in a text that bears sure ones. *is_in_text*: its words are the
    sentence's own (a link on them) and stay. *row* is the row of the table whose cell it is.
    """

    span: Span
    shown: Span
    form: str
    sources: tuple[Source, ...] = ()
    urls: tuple[str, ...] = ()
    back: Back = Back.CLAUSE
    is_doubtful: bool = False
    is_in_text: bool = False
    row: Span | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """
    What the finders of marks look at.

    It is the article without Markdown, its links by their places, its lists of references and the rows of its tables, and the outlets.
    """

    article: Article
    links: Links
    references: References
    gazetteer: Gazetteer
    rows: tuple[Row, ...] = ()

    @property
    def text(self) -> str:
        """Return the text of the article."""
        return self.article.text


STOPPED = pattern_of(r"[.!?…][\"”’')\]*_]*\s*$")
ENDS_LINE = pattern_of(r"[\s\"”’)\].,;]*(?:\n|$)")
ENDS_SENTENCE = pattern_of(r"\s*[\"”’]?\s?(?:[.!?…]|\n|$)")
OPENS_SENTENCE = pattern_of(r"\s+[\"“‘'(\[]?[\p{Lu}\d•·*-]")


def with_blank(text: str, span: Span) -> Span:
    """Return *span* with the blanks before it on its line."""
    start = span.start
    while start and text[start - 1] in " \t\u00a0":
        start -= 1
    return Span(start, span.end)


def is_behind_stop(text: str, start: int) -> bool:
    """Tell whether a sentence has ended right before *start*, on the same line."""
    before = text[max(0, start - 12) : start].rpartition("\n")[2]
    return STOPPED.search(before) is not None


def closes_line(text: str, end: int) -> bool:
    """Tell whether nothing but marks stands behind *end* on its line."""
    return ENDS_LINE.match(text, end) is not None


def closes_sentence(text: str, start: int, end: int) -> bool:
    """Tell whether what stands from *start* to *end* is the last of its sentence, or stands between two."""
    if is_behind_stop(text, start):
        return closes_line(text, end) or OPENS_SENTENCE.match(text, end) is not None
    return ENDS_SENTENCE.match(text, end) is not None
