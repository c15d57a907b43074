"""
The page: reports go in, one file of HTML comes out that asks for nothing else.

It has no script, no font, no picture and no link that leads out of it, and its policy forbids the browser to fetch any. What
there is to choose is chosen by the style sheet alone.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from typing import Self

from citeaudit.extras import load_extra
from citeaudit.model.articles import InputProblem
from citeaudit.model.corpora import CorpusReport
from citeaudit.model.reports import ArticleReport, Skipped
from citeaudit.model.showing import several
from citeaudit.writers.html.corpora import section_of_corpus
from citeaudit.writers.html.sections import Entry, Section, placed, section_of, style, template

POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Nothing is fetched. The page has no script of its own; those that checkers of accessibility put into it may run."""
IN_MEMORY = 8_000_000
"""Bytes of sections that are kept in memory until the index can be written; more wait in a file."""
PIECE = 1_000_000


def page_of(outcomes: Iterable[ArticleReport | Skipped | InputProblem], *, title: str | None = None) -> Iterator[str]:
    """
    Yield the page of *outcomes* piece by piece; several articles have an index, and one that was not audited a line in it.

    :raises MissingExtraError: without Jinja2.
    """
    return page_of_sections((section_of(outcome) for outcome in outcomes), title=title)


def page_of_sections(sections: Iterable[Section], *, title: str | None = None, home: str | None = None) -> Iterator[str]:
    """Yield the page of *sections*, as :func:`section_of` makes them."""
    with Page(title, home) as page:
        for section in sections:
            page.add(section)
        yield from page.pieces()


def corpus_page_of(corpus: CorpusReport, *, title: str | None = None) -> Iterator[str]:
    """
    Yield the page of the sums of a corpus.

    :raises MissingExtraError: without Jinja2.
    """
    return page_of_sections((section_of_corpus(corpus),), title=title)


class Page:
    """
    A page that grows section by section.

    The index stands first and is known last: until then the sections wait, on the disk if they are many. *home* is the address at
    which another article can be given, where there is one.
    """

    def __init__(self, title: str | None = None, home: str | None = None) -> None:
        template("head")  # a missing library is told before anything is read
        self._title, self._home = title, home
        self._entries: list[Entry] = []
        self._waiting = tempfile.SpooledTemporaryFile(IN_MEMORY, mode="w+", encoding="utf-8", newline="")  # noqa: SIM115 - closed below

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._waiting.close()

    def add(self, section: Section) -> None:
        """Add *section*."""
        found = placed(section, f"a{len(self._entries) + 1}")
        self._entries.append(found.entry)
        self._waiting.write(found.html)

    def pieces(self) -> Iterator[str]:
        """Yield the page, piece by piece."""
        self._waiting.seek(0)
        yield _head(self._entries, self._title, self._home)
        while piece := self._waiting.read(PIECE):
            yield piece
        yield str(template("tail").render())


def _head(entries: list[Entry], title: str | None, home: str | None) -> str:
    is_single = len(entries) == 1 and entries[0].place is not None
    if title is None:
        title = entries[0].title if is_single else several(len(entries), "article")
    return str(
        template("head").render(
            title=f"{title} · who stands behind each claim",
            policy=POLICY,
            style=load_extra("markupsafe", extra="html-report").Markup(style()),
            entries=[] if is_single else entries,
            home=home,
            in_words=several(len(entries), "article"),
        )
    )
