"""
``citeaudit corpus``: an archive goes in; who cites whom comes out, as text, JSON, tables, a workbook, a database or a network.

The sums of each article are made in the process that audits it; the parent adds them up and passes rows on.
"""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from citeaudit.cli.books import BOOKS, CSV, PARQUET, SQLITE, XLSX, dialect_of, open_book
from citeaudit.cli.inputs import add_input_options, add_verbose
from citeaudit.cli.own_places import look_at_places
from citeaudit.cli.run_outputs import Stream
from citeaudit.cli.runs import add_run_options, follow_run
from citeaudit.cli.saying import encoded, encoding_for_people
from citeaudit.cli.settings import add_settings_options, config_of
from citeaudit.config import Config
from citeaudit.errors import ConfigError
from citeaudit.extras import load_extra
from citeaudit.model.corpora import CorpusReport, Total
from citeaudit.model.reports import ArticleReport, Skipped
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.tables import TABLES, Row, Table
from citeaudit.writers.corpora import corpus_to_json_bytes, corpus_to_text
from citeaudit.writers.databases.links import links_of
from citeaudit.writers.databases.sqlite import LINKS
from citeaudit.writers.destinations import destination
from citeaudit.writers.grouping import grouped
from citeaudit.writers.networks import NETWORKS, network_to_bytes
from citeaudit.writers.tables import EXCEL, Dialect, rows_to_csv

DESCRIPTION = """\
Count who cites whom over many articles: the outlets cited and by whom, the sources relied on, statuses and origins by
publisher and month, findings by rule. CSV and Parquet write a table each into a directory, for pandas, DuckDB or R; xlsx
is a workbook, sqlite a database for Datasette, gexf and graphml the network of who cites whom, for Gephi and networkx.
"""
NAMES = tuple(table.name for table in TABLES)


@dataclass(frozen=True, slots=True)
class Part:
    """
    What one article adds: its sums, and its rows of each table of articles that is wanted (as CSV bytes, or as they are).

    For a database also what its claims count in.
    """

    sums: CorpusReport
    rows: dict[str, Any]


def add_parser(commands: Any) -> None:
    """Add ``corpus`` to *commands*."""
    parser = commands.add_parser(
        "corpus",
        help="count who cites whom over many articles",
        description=DESCRIPTION,
        examples=(
            "citeaudit corpus archive/ --workers auto",
            "citeaudit corpus archive/ --format xlsx -o who-cites-whom.xlsx",
            "citeaudit corpus archive/ --format sqlite -o archive.db",
        ),
    )
    add_input_options(parser)
    add_run_options(parser)
    add_settings_options(parser)
    output = parser.add_argument_group("output")
    output.add_argument("--format", choices=("text", "json", *BOOKS, *NETWORKS), default="text", help="(default: text)")
    output.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="PLACE",
        help="the file to write, or for CSV and Parquet the directory (one --table: a file)",
    )
    output.add_argument(
        "--table",
        action="append",
        choices=NAMES,
        metavar="NAME",
        help=f"only this table, of CSV or Parquet; may be given several times ({', '.join(NAMES)})",
    )
    output.add_argument(
        "--excel",
        choices=tuple(EXCEL),
        help="write CSV that Excel opens by a double click: with commas, or with semicolons where the decimal sign is a comma",
    )
    output.add_argument("--no-text", action="store_true", help="leave out all words of the articles: offsets and hashes only")
    output.add_argument("--top", type=int, default=20, metavar="N", help="rows to show of each table as text (default: 20)")
    add_verbose(parser)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Count over the files that were *chosen*."""
    config, total = config_of(chosen), Total()
    chosen.publisher = chosen.publisher or config.publisher
    is_tables = chosen.format in BOOKS
    tables = [table for table in TABLES if not chosen.table or table.name in chosen.table] if is_tables else []
    _refuse_what_does_not_fit(chosen)
    look_at_places(chosen)
    with ExitStack() as stack:
        errors = stack.enter_context(destination(Path(chosen.errors))) if chosen.errors else None
        book = stack.enter_context(open_book(chosen, tables)) if is_tables else None
        as_csv = dialect_of(chosen) if chosen.format == CSV else None
        finish = partial(
            part_of,
            config=config,
            tables=tuple(t for t in tables if t.of_article),
            as_csv=as_csv,
            with_text=not chosen.no_text,
            with_links=chosen.format == SQLITE,
        )

        def take(part: Part) -> None:
            total.add(part.sums)
            if book is not None:
                book.write(part.rows)

        with destination(None if is_tables else chosen.output) as stream:
            troubles = follow_run(chosen, config, finish, take, Stream(stream, errors))
            corpus = grouped(total.report() + CorpusReport(problems=troubles.sums["problems"]), config.gazetteer)
            if book is not None:
                sums = {t.name: list(t.of_corpus(corpus, config.gazetteer)) for t in tables if t.of_corpus}
                book.write({name: rows_to_csv(rows, as_csv) if as_csv else rows for name, rows in sums.items()})
            elif chosen.format == "json":
                stream.write(corpus_to_json_bytes(corpus, config.gazetteer))
            elif chosen.format in NETWORKS:
                stream.write(network_to_bytes(corpus, config.gazetteer, chosen.format))
            else:
                stream.write(encoded(corpus_to_text(corpus, top=chosen.top), encoding_for_people(chosen.output)))
    return troubles.exit_code


def _refuse_what_does_not_fit(chosen: argparse.Namespace) -> None:
    """
    Refuse options that do not go with the *chosen* format, and a format whose library is missing, before anything is read.

    :raises ConfigError: with the formats that they go with.
    :raises MissingExtraError: with what to install.
    """
    if chosen.table and chosen.format not in {CSV, PARQUET, XLSX}:
        message = "--table goes with --format csv, parquet or xlsx"
        raise ConfigError(message)
    if chosen.excel and chosen.format != CSV:
        message = "--excel goes with --format csv; for a workbook give --format xlsx"
        raise ConfigError(message)
    if chosen.format in NETWORKS:
        load_extra("networkx", extra="network")


def part_of(
    outcome: ArticleReport | Skipped,
    *,
    config: Config,
    tables: tuple[Table, ...],
    as_csv: Dialect | None,
    with_text: bool,
    with_links: bool,
) -> Part:
    """Return what one article adds to the corpus."""
    rows: dict[str, Any] = {}
    for table in tables:
        found = article_rows(outcome, table, config.gazetteer, with_text=with_text)
        rows[table.name] = rows_to_csv(found, as_csv) if as_csv else found
    if with_links:
        rows[LINKS] = links_of(outcome, config.gazetteer)
    return Part(CorpusReport.of(outcome), rows)


def article_rows(outcome: ArticleReport | Skipped, table: Table, gazetteer: Gazetteer, *, with_text: bool) -> list[Row]:
    """Return the rows of one article, with or without its words."""
    assert table.of_article is not None
    rows = table.of_article(outcome, gazetteer)
    return [row if with_text else table.without_words(row) for row in rows]
