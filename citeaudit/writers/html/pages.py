"""
The page: reports go in, one file of HTML comes out that asks for nothing else.

It has no script, no font, no picture and no link that leads out of it, and its policy forbids the browser to fetch any. What
there is to choose is chosen by the style sheet alone.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator

from citeaudit.extras import load_extra
from citeaudit.model.articles import InputProblem
from citeaudit.model.reports import ArticleReport, Skipped
from citeaudit.writers.findings.places import plural
from citeaudit.writers.html.sections import Entry, Section, placed, section_of, style, template

POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Nothing is fetched. The page has no script of its own; those that checkers of accessibility put into it may run."""
IN_MEMORY = 8_000_000
"""Bytes of sections that are kept in memory until the index can be written; more wait in a file."""


def page_of(outcomes: Iterable[ArticleReport | Skipped | InputProblem], *, title: str | None = None) -> Iterator[str]:
    """
    Yield the page of *outcomes* piece by piece; several articles have an index, and one that was not audited a line in it.

    :raises MissingExtraError: without Jinja2.
    """
    return page_of_sections((section_of(outcome) for outcome in outcomes), title=title)


def page_of_sections(sections: Iterable[Section], *, title: str | None = None, home: str | None = None) -> Iterator[str]:
    """
    Yield the page of *sections*, as :func:`section_of` makes them; *home* is the address where another article is given, if there is one.

    The index stands first and is known last: until then the sections wait, on the disk if they are many.
    """
    entries: list[Entry] = []
    with tempfile.SpooledTemporaryFile(IN_MEMORY, mode="w+", encoding="utf-8", newline="") as waiting:
        for number, section in enumerate(sections, 1):
            found = placed(section, f"a{number}")
            entries.append(found.entry)
            waiting.write(found.html)
        waiting.seek(0)
        yield _head(entries, title, home)
        while piece := waiting.read(1_000_000):
            yield piece
    yield template("tail").render()


def _head(entries: list[Entry], title: str | None, home: str | None) -> str:
    is_single = len(entries) == 1 and entries[0].place is not None
    if title is None:
        title = entries[0].title if is_single else plural(len(entries), "article")
    return str(
        template("head").render(
            title=f"{title} · who stands behind each claim",
            policy=POLICY,
            style=load_extra("markupsafe", extra="html-report").Markup(style()),  # noqa: S704 - our own file
            entries=[] if is_single else entries,
            home=home,
            in_words=plural(len(entries), "article"),
        )
    )
