"""The sums of a corpus for the page: who cites whom, drawn as one draws an article's own sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from citeaudit.model.corpora import CorpusReport
from citeaudit.model.reports import Status
from citeaudit.model.showing import several
from citeaudit.text.shown import shown
from citeaudit.writers.html.sections import Entry, Section, StatusRow, template
from citeaudit.writers.html.standing import MEANINGS

MOST = 25
"""Rows of a table; ``citeaudit corpus`` writes all of them."""
NOBODY = "(no publisher)"


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, and how long its bar is beside that of the first."""

    cells: tuple[str, ...]
    percent: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """One table."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    more: int


def section_of_corpus(corpus: CorpusReport, *, most: int = MOST) -> Section:
    """
    Return the section of *corpus*, with *most* rows to a table.

    :raises MissingExtraError: without Jinja2.
    """
    rows = tuple(StatusRow(status.value, corpus.counts[status.value], MEANINGS[status]) for status in Status)
    skipped = sum(row.articles for row in corpus.skipped)
    known = [f"{skipped:,} skipped"] if skipped else []
    known += [f"{corpus.problems:,} could not be read"] if corpus.problems else []
    entry = Entry(several(corpus.articles, "article"), tuple(known), rows, f"{corpus.attributed_share:.0%}", "corpus")
    made = [f"citeaudit {m.version} · tables {m.tables} · weights {m.weights} · configuration {m.config}" for m in corpus.made_by]
    html = template("corpus").render(entry=entry, tables=[table for table in _tables(corpus, most) if table.rows], made=made[:3])
    return Section(html, entry)


def _tables(corpus: CorpusReport, most: int) -> Iterable[Drawn]:
    outlets = ((row.claims, (row.outlet, row.claims, f"{row.share:.0%}", row.articles, row.publishers)) for row in corpus.outlets)
    yield _drawn("Outlets cited", ("Outlet", "Claims", "Share", "Articles", "Publishers"), outlets, most)
    edges = sorted((edge for edge in corpus.edges if not edge.is_self), key=lambda e: (-e.claims, e.publisher or "", e.outlet))
    citing = ((edge.claims, (f"{edge.publisher or NOBODY} → {edge.outlet}", edge.claims, edge.articles)) for edge in edges)
    yield _drawn("Who cites whom", ("Publisher → outlet", "Claims", "Articles"), citing, most)
    claims: Counter[tuple[str, str]] = Counter()
    articles: Counter[tuple[str, str]] = Counter()
    for source in corpus.sources:
        claims[source.source, source.type] += source.claims
        articles[source.source, source.type] += source.articles
    ranked = sorted(claims, key=lambda key: (-claims[key], key))
    relied = ((claims[key], (key[0], claims[key], articles[key], key[1])) for key in ranked)
    yield _drawn("Sources relied on", ("Source", "Claims", "Articles", "Type"), relied, most)
    publishers = sorted(corpus.publishers, key=lambda p: (-p.claims, p.publisher or ""))
    published = (
        (p.claims, (p.publisher or NOBODY, p.claims, f"{p.attributed / p.claims:.0%}" if p.claims else "0%", p.articles))
        for p in publishers
    )
    yield _drawn("Publishers", ("Publisher", "Claims", "Attributed", "Articles"), published, most)
    found: Counter[tuple[str, str, str]] = Counter()
    for finding in corpus.findings:
        found[finding.code, finding.name, finding.severity] += finding.findings
    ruled = ((count, (f"{key[0]} {key[1]}", count, key[2])) for key, count in sorted(found.items(), key=lambda i: (-i[1], i[0])))
    yield _drawn("Findings by rule", ("Rule", "Findings", "Severity"), ruled, most)


def _drawn(title: str, columns: tuple[str, ...], rows: Iterable[tuple[int, tuple[str | int, ...]]], most: int) -> Drawn:
    """Return a table of *rows*, each with the number that its bar shows, the greatest first."""
    found = list(rows)
    top = max((number for number, _ in found), default=0) or 1
    drawn = tuple(
        Row(tuple(f"{cell:,}" if isinstance(cell, int) else shown(cell) for cell in cells), round(100 * number / top))
        for number, cells in found[:most]
    )
    return Drawn(title, columns, drawn, max(0, len(found) - most))
