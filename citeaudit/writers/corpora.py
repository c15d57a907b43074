"""A corpus report for people, as text tables, and for programs, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from citeaudit.model.corpora import CorpusReport
from citeaudit.model.relations import Role
from citeaudit.model.reports import Status
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.tables import TABLES

SCHEMA = "citeaudit/corpus/1"
NOBODY = "(publisher unknown)"


def corpus_to_json(corpus: CorpusReport, gazetteer: Gazetteer) -> dict[str, Any]:
    """Return the JSON object of *corpus*: the sums, and each of its tables as a list of objects."""
    return {
        "schema": SCHEMA,
        "articles": corpus.articles,
        "problems": corpus.problems,
        "skipped": [{"reason": row.reason, "detail": row.detail or None, "articles": row.articles} for row in corpus.skipped],
        "claims": corpus.claims,
        "counts": corpus.counts,
        "origins": corpus.origins,
        "attributed_share": round(corpus.attributed_share, 4),
        **{
            table.name: [
                dict(zip((column.name for column in table.columns), row, strict=True))
                for row in table.of_corpus(corpus, gazetteer)
            ]
            for table in TABLES
            if table.of_corpus is not None
        },
        "provenance": [
            {
                "version": row.version,
                "tables": row.tables,
                "weights": row.weights,
                "config": row.config,
                "articles": row.articles,
            }
            for row in corpus.made_by
        ],
    }


def corpus_to_json_bytes(corpus: CorpusReport, gazetteer: Gazetteer) -> bytes:
    """Return *corpus* as indented JSON in UTF-8."""
    value = corpus_to_json(corpus, gazetteer)
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def corpus_to_text(corpus: CorpusReport, *, top: int = 20) -> str:
    """Return *corpus* as text for people: the sums, and the *top* rows of each table."""
    return "\n".join(_lines(corpus, top)) + "\n"


def _lines(corpus: CorpusReport, top: int) -> Iterator[str]:
    skipped = sum(row.articles for row in corpus.skipped)
    why = ", ".join(f"{row.reason}{f' {row.detail}' if row.detail else ''} {row.articles:,}" for row in corpus.skipped)
    yield f"{corpus.articles:,} articles, {skipped:,} skipped{f' ({why})' if why else ''}, {corpus.problems:,} could not be read"
    yield f"{corpus.claims:,} claims, {corpus.attributed_share:.0%} attributed"
    yield ""
    yield "Claims by status, and by origin (who said it before any outlet passed it on)"
    counts, origins = corpus.counts, corpus.origins
    yield from _table(
        ("", "status", "", "origin", ""),
        [
            (
                name,
                f"{counts[name]:,}",
                _share(counts[name], corpus.claims),
                f"{origins[name]:,}",
                _share(origins[name], corpus.claims),
            )
            for name in counts
        ],
    )
    yield from _ranking("Outlets cited", corpus, top)
    edges = sorted((e for e in corpus.edges if not e.is_self), key=lambda e: (-e.claims, e.publisher or "", e.outlet))
    yield from _titled(
        "Who cites whom",
        ("publisher", "outlet", "claims", "articles", "roles"),
        [(e.publisher or NOBODY, e.outlet, f"{e.claims:,}", f"{e.articles:,}", _roles(e)) for e in edges],
        top,
    )
    sources = sorted(corpus.sources, key=lambda row: (-row.claims, row.publisher or "", row.source))
    yield from _titled(
        "Sources relied on",
        ("publisher", "source", "type", "claims", "articles"),
        [(row.publisher or NOBODY, row.source, row.type, f"{row.claims:,}", f"{row.articles:,}") for row in sources],
        top,
    )
    yield from _by_publisher(corpus, top)
    findings = sorted(corpus.findings, key=lambda row: (-row.findings, row.code, row.publisher or ""))
    yield from _titled(
        "Findings by rule",
        ("rule", "publisher", "findings", "articles"),
        [
            (f"{row.code} {row.name}", row.publisher or NOBODY, f"{row.findings:,}", f"{row.articles:,}")
            for row in findings
        ],
        top,
    )  # fmt: skip
    yield ""
    for row in corpus.made_by:
        yield f"Made by citeaudit {row.version}, tables {row.tables}, weights {row.weights}, configuration {row.config}"


def _ranking(title: str, corpus: CorpusReport, top: int) -> Iterator[str]:
    rows = [
        (f"{rank}", row.outlet, f"{row.claims:,}", f"{row.share:.0%}", f"{row.articles:,}", f"{row.publishers:,}")
        for rank, row in enumerate(corpus.outlets, 1)
    ]
    yield from _titled(title, ("", "outlet", "claims", "share", "articles", "publishers"), rows, top)


def _by_publisher(corpus: CorpusReport, top: int) -> Iterator[str]:
    """Yield the shares of each status by publisher and month."""
    by_month: dict[tuple[str, str], dict[str, int]] = {}
    for row in corpus.statuses:
        sums = by_month.setdefault((row.publisher or NOBODY, row.month or "-"), dict.fromkeys(Status, 0))
        sums[row.status] += row.claims
    rows = [
        (publisher, month, f"{sum(sums.values()):,}", *(_share(count, sum(sums.values())) for count in sums.values()))
        for (publisher, month), sums in sorted(by_month.items())
    ]
    yield from _titled("Statuses by publisher and month", ("publisher", "month", "claims", *Status), rows, top)


def _titled(title: str, header: Sequence[str], rows: Sequence[tuple[str, ...]], top: int) -> Iterator[str]:
    yield ""
    if not rows:
        yield f"{title}: none"
        return
    yield title if len(rows) <= top else f"{title} (the first {top} of {len(rows):,})"
    yield from _table(header, rows[:top])


def _table(header: Sequence[str], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Yield lines with columns as wide as their widest cell; numbers stand at the right."""
    all_rows = [tuple(header), *(tuple(cell if len(cell) <= 40 else f"{cell[:39]}…" for cell in row) for row in rows)]
    widths = [max(map(len, cells)) for cells in zip(*all_rows, strict=True)]
    numeric = [all(not cell or cell[0].isdigit() for cell in cells[1:]) for cells in zip(*all_rows, strict=True)]
    for row in all_rows:
        cells = (
            cell.rjust(width) if is_number else cell.ljust(width)
            for cell, width, is_number in zip(row, widths, numeric, strict=True)
        )
        yield f"  {'  '.join(cells)}".rstrip()


def _share(count: int, total: int) -> str:
    return f"{count / total:.0%}" if total else "0%"


def _roles(edge: Any) -> str:
    return ", ".join(f"{role.value} {getattr(edge, role.value):,}" for role in Role if getattr(edge, role.value))
