"""Marks off a text: an article goes in; the same without marks, lists and Markdown, and what the marks say, come out.

The finders are asked in their order, and the first to take a place has it: lists before lines, links before numbers, and
names in brackets last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from citeaudit.citations.brackets import find_brackets, find_dashes
from citeaudit.citations.cells import find_cells
from citeaudit.citations.lines import find_lines, find_tails
from citeaudit.citations.linked import find_links
from citeaudit.citations.marks import Mark, Page
from citeaudit.citations.markup import without_markup
from citeaudit.citations.numbers import find_lenticular, find_numbers, find_signs
from citeaudit.citations.references import Sheet, find_references
from citeaudit.citations.removing import Taken, Taking, without
from citeaudit.citations.tables import Row, find_rows
from citeaudit.model.articles import Article, Block, BlockKind, Hyperlink
from citeaudit.model.spans import Span
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.text.links import Links


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark, its place *at* in the text without marks, and there the *row* of the table whose cell it is."""

    mark: Mark
    at: int
    row: Span | None = None


@dataclass(frozen=True, slots=True)
class Lifted:
    """
    An article without its marks.

    *marks* are in order; *ways* lead places of its report back to the article as it came, the last taken out first; *credits*
    are the lists and lines that are no claims, in the article before marks were taken out. *rows* are those of tables, cell by
    cell, without the cells that name sources; *sourced* are the numbers of the rows that have such cells or should.
    """

    article: Article
    marks: tuple[Placed, ...]
    ways: tuple[Taken, ...]
    credits: tuple[Span, ...]
    rows: tuple[tuple[Span, ...], ...] = ()
    sourced: frozenset[int] = frozenset()


def lift(article: Article, gazetteer: Gazetteer) -> Lifted:
    """Return *article* without marks, and the marks."""
    plain, markup = without_markup(article)
    links = Links(plain.hyperlinks)
    rows = find_rows(plain)
    references = find_references(Sheet(plain.text, links, gazetteer, rows))
    taking = Taking(references.stretches)
    rows = tuple(row for row in rows if not taking.holds(row.span.start))
    page = Page(plain, links, references, gazetteer, rows)
    stretches = [_with_gap(plain.text, stretch) for stretch in references.stretches]
    finders = (
        find_cells,
        find_lines,
        find_tails,
        find_links,
        find_lenticular,
        find_numbers,
        find_signs,
        find_brackets,
        find_dashes,
    )
    marks = [mark for mark in chain.from_iterable(find(page) for find in finders) if taking.take(mark.shown)]
    is_sure = bool(references.entries or references.signed) or any(mark.sources and not mark.is_doubtful for mark in marks)
    marks = sorted((mark for mark in marks if is_sure or not mark.is_doubtful), key=lambda mark: mark.shown)
    stretches += [mark.span for mark in marks if not mark.is_in_text]
    stretches += [span for row in rows for span in row.dropped]
    bare, taken = without(plain, stretches, _kept(plain, taking, marks))
    placed = tuple(_placed(mark, taken) for mark in marks)
    of_marks = (Hyperlink(Span(each.at, each.at), url) for each in placed if not each.mark.is_in_text for url in each.mark.urls)
    cells = tuple(tuple(cell for each in row.cells if len(cell := taken.plain(each))) for row in rows)
    bare = replace(
        bare,
        hyperlinks=tuple(sorted((*bare.hyperlinks, *of_marks), key=lambda link: link.span)),
        blocks=(*bare.blocks, *_blocks(rows, taken)),
    )
    shown: dict[int, Span] = {}
    for each in placed:
        if not each.mark.is_in_text:
            shown.setdefault(each.at, each.mark.shown)
    credit_lines = (*references.stretches, *(mark.shown for mark in marks if mark.form == "line"))
    cited = {mark.row for mark in marks}
    sourced = frozenset(number for number, row in enumerate(rows) if row.sources or row.span in cited)
    return Lifted(bare, placed, (replace(taken, marks=shown), markup), tuple(sorted(credit_lines)), cells, sourced)


def _placed(mark: Mark, taken: Taken) -> Placed:
    at = taken.plain(Span(mark.span.start, mark.span.start)).start
    return Placed(mark, at, taken.plain(mark.row) if mark.row else None)


def _blocks(rows: tuple[Row, ...], taken: Taken) -> Iterator[Block]:
    """Give the cells of tables in the text as blocks, so that no sentence goes over one."""
    for row in rows:
        for span in (*row.cells, *row.head) if row.dropped else ():
            if len(cell := taken.plain(span)):
                yield Block(cell, BlockKind.TABLE)


def _kept(article: Article, taking: Taking, marks: list[Mark]) -> tuple[Hyperlink, ...]:
    """Return the hyperlinks on words that stay."""
    on_words = {mark.shown for mark in marks if mark.is_in_text}
    return tuple(link for link in article.hyperlinks if link.span in on_words or not taking.holds(link.span.start))


def _with_gap(text: str, stretch: Span) -> Span:
    """Return *stretch* with the white space before it."""
    start = stretch.start
    while start and text[start - 1].isspace():
        start -= 1
    return Span(start, stretch.end)
