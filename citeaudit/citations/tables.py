"""Tables in generated text: an article goes in, the rows of its tables come out, cell by cell, and which cells are to name a source.

What a row asserts stands in some of its cells, and whose it is in another: one under a head like "Source".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from citeaudit.citations.words import WordKind, phrases_of
from citeaudit.model.articles import Article, BlockKind
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of
from citeaudit.text.trimming import stripped

LINE = pattern_of(r"[^\n]*\|[^\n]*")
RULE = pattern_of(r"[ ]?\|?[ ]?:?-+:?[ ]?(?:\|[ ]?:?-+:?[ ]?)*\|?[ ]?")
"""The line under the head of a table in Markdown."""
BAR = pattern_of(r"(?<!\\)\|")
PARAGRAPH = pattern_of(r"\S(?:[^\n]|\n(?!\n))*+")
OF_HEAD = pattern_of(r"\s*(?:[/&,;+]|\band\b|\bor\b)\s*")


@dataclass(frozen=True, slots=True)
class Row:
    """
    A row of a table: where it stands, its *cells* without the blanks around them, and the numbers of those under "Source".

    The cells of the *head* assert nothing and stand apart. *dropped* is what stands between cells in the text and is no part of them: bars, the line under the head.
    """

    span: Span
    cells: tuple[Span, ...]
    sources: frozenset[int] = frozenset()
    dropped: tuple[Span, ...] = ()
    head: tuple[Span, ...] = ()


def find_rows(article: Article) -> tuple[Row, ...]:
    """Return the rows of all tables of *article*: those in Markdown in its text, and those that a reader has found."""
    return (*_in_text(article.text), *_in_blocks(article))


def _in_text(text: str) -> Iterator[Row]:
    """Give the rows that are lines with bars between their cells, from a head with a line of dashes under it on."""
    lines = [Span(*match.span()) for match in LINE.finditer(text)] if "|" in text else []
    at = 0
    while at + 1 < len(lines):
        head, rule = lines[at], lines[at + 1]
        at += 1
        if rule.start != head.end + 1 or not RULE.fullmatch(text, rule.start, rule.end):
            continue
        cells = _cells(text, head)
        sources = _under_source(text, cells)
        yield Row(head, (), dropped=(*_bars(head, cells), Span(head.end, rule.end)), head=cells)
        at += 1
        while at < len(lines) and lines[at].start == lines[at - 1].end + 1:
            cells = _cells(text, lines[at])
            yield Row(lines[at], cells, sources, _bars(lines[at], cells))
            at += 1


def _cells(text: str, line: Span) -> tuple[Span, ...]:
    """Return the cells of a *line*, empty ones too; what stands outside the bars at its ends is none."""
    bars = [match.start() for match in BAR.finditer(text, line.start, line.end)]
    edges = [line.start - 1, *bars, line.end]
    cells = [stripped(text, start + 1, end) for start, end in pairwise(edges)]
    first = 1 if bars and not len(cells[0]) else 0
    last = len(cells) - (1 if len(cells) > 1 and not len(cells[-1]) else 0)
    return tuple(cells[first:last])


def _bars(line: Span, cells: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return what stands between *cells* and at the ends of their *line*, but for one character that keeps two cells apart."""
    filled = [cell for cell in cells if len(cell)]
    if not filled:
        return ()
    between = (Span(before.end, after.start - 1) for before, after in pairwise(filled))
    return (Span(line.start, filled[0].start), *between, Span(filled[-1].end, line.end))


def _in_blocks(article: Article) -> Iterator[Row]:
    """Give the rows that a reader has found, whose cells are paragraphs; of rows in one another the outer ones."""
    tables = sorted(block.span.start for block in article.blocks if block.kind is BlockKind.TABLE)
    rows: list[Span] = []
    for span in sorted(block.span for block in article.blocks if block.kind is BlockKind.ROW):
        if not rows or rows[-1].end <= span.start:
            rows.append(span)
    for _, group in groupby(rows, key=lambda row: bisect_right(tables, row.start)):
        head, *others = group
        heads = _paragraphs(article.text, head)
        sources = _under_source(article.text, heads)
        yield Row(head, ())
        for row in others:
            cells = _paragraphs(article.text, row)
            yield Row(row, cells, sources if len(cells) == len(heads) else _last(sources, len(heads), cells))


def _last(sources: frozenset[int], count: int, cells: tuple[Span, ...]) -> frozenset[int]:
    """Return the number of the last of *cells* as that of a source if those of the head's last of *count* columns are: some are empty."""
    is_short = len(cells) > 1 and len(cells[-1]) < max(map(len, cells))
    return frozenset((len(cells) - 1,)) if count - 1 in sources and is_short else frozenset()


def _paragraphs(text: str, row: Span) -> tuple[Span, ...]:
    return tuple(stripped(text, *match.span()) for match in PARAGRAPH.finditer(text, row.start, row.end))


def _under_source(text: str, head: tuple[Span, ...]) -> frozenset[int]:
    """Return the numbers of the cells of a *head* that say that sources stand below."""
    heads = phrases_of(WordKind.COLUMN)
    return frozenset(
        number
        for number, cell in enumerate(head)
        if any(part.strip(" *_:.()") in heads for part in OF_HEAD.split(cell.of(text).casefold().replace("(s)", "s")))
    )
