"""
``citeaudit corpus``: an archive goes in; who cites whom comes out, as text, JSON, or tables for pandas, DuckDB and R.

The sums of each article are made in the process that audits it; the parent adds them up and passes rows on.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from citeaudit.cli.inputs import add_input_options, add_verbose
from citeaudit.cli.own_places import look_at_places
from citeaudit.cli.run_outputs import Stream
from citeaudit.cli.runs import add_run_options, follow_run
from citeaudit.cli.saying import encoded, encoding_for_people
from citeaudit.cli.settings import add_settings_options, config_of
from citeaudit.config import Config
from citeaudit.errors import ConfigError
from citeaudit.model.corpora import CorpusReport, Total
from citeaudit.model.reports import ArticleReport, Skipped
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.tables import TABLES, Row, Table
from citeaudit.writers.corpora import corpus_to_json_bytes, corpus_to_text
from citeaudit.writers.destinations import OutputError, destination
from citeaudit.writers.grouping import grouped
from citeaudit.writers.tables import ParquetSink, csv_header, rows_to_csv

DESCRIPTION = """\
Count who cites whom over many articles: the outlets cited and by whom, the sources relied on, statuses and origins by
publisher and month, findings by rule. CSV and Parquet write a table each into a directory, for pandas, DuckDB or R.
"""
NAMES = tuple(table.name for table in TABLES)


@dataclass(frozen=True, slots=True)
class Part:
    """What one article adds: its sums, and its rows of each table of articles that is wanted (as CSV bytes, or as they are)."""

    sums: CorpusReport
    rows: dict[str, bytes | list[Row]]


class Sink(Protocol):
    """A table that is being written."""

    def write(self, rows: Any) -> object:
        """Add rows."""


def add_parser(commands: Any) -> None:
    """Add ``corpus`` to *commands*."""
    parser = commands.add_parser("corpus", help="count who cites whom over many articles", description=DESCRIPTION)
    add_input_options(parser)
    add_run_options(parser)
    add_settings_options(parser)
    output = parser.add_argument_group("output")
    output.add_argument("--format", choices=("text", "json", "csv", "parquet"), default="text", help="(default: text)")
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
    output.add_argument("--no-text", action="store_true", help="leave out all words of the articles: offsets and hashes only")
    output.add_argument("--top", type=int, default=20, metavar="N", help="rows to show of each table as text (default: 20)")
    add_verbose(parser)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Count over the files that were *chosen*."""
    config, total = config_of(chosen), Total()
    chosen.publisher = chosen.publisher or config.publisher
    is_tables = chosen.format in {"csv", "parquet"}
    tables = [table for table in TABLES if not chosen.table or table.name in chosen.table] if is_tables else []
    if chosen.table and not is_tables:
        message = "--table goes with --format csv or parquet"
        raise ConfigError(message)
    look_at_places(chosen)
    with ExitStack() as stack:
        errors = stack.enter_context(destination(Path(chosen.errors))) if chosen.errors else None
        sinks = {table.name: stack.enter_context(_sink(table, chosen, alone=len(tables) == 1)) for table in tables}
        finish = partial(
            part_of,
            config=config,
            tables=tuple(t for t in tables if t.of_article),
            form=chosen.format,
            with_text=not chosen.no_text,
        )

        def take(part: Part) -> None:
            total.add(part.sums)
            for name, rows in part.rows.items():
                sinks[name].write(rows)

        with destination(None if is_tables else chosen.output) as stream:
            troubles = follow_run(chosen, config, finish, take, Stream(stream, errors))
            corpus = grouped(total.report() + CorpusReport(problems=troubles.sums["problems"]), config.gazetteer)
            for table in tables:
                if table.of_corpus:
                    rows = list(table.of_corpus(corpus, config.gazetteer))
                    sinks[table.name].write(rows_to_csv(rows) if chosen.format == "csv" else rows)
            if chosen.format == "json":
                stream.write(corpus_to_json_bytes(corpus, config.gazetteer))
            elif chosen.format == "text":
                stream.write(encoded(corpus_to_text(corpus, top=chosen.top), encoding_for_people(chosen.output)))
    return troubles.exit_code


def part_of(outcome: ArticleReport | Skipped, *, config: Config, tables: tuple[Table, ...], form: str, with_text: bool) -> Part:
    """Return what one article adds to the corpus."""
    rows: dict[str, bytes | list[Row]] = {}
    for table in tables:
        found = article_rows(outcome, table, config.gazetteer, with_text=with_text)
        rows[table.name] = rows_to_csv(found) if form == "csv" else found
    return Part(CorpusReport.of(outcome), rows)


def article_rows(outcome: ArticleReport | Skipped, table: Table, gazetteer: Gazetteer, *, with_text: bool) -> list[Row]:
    """Return the rows of one article, with or without its words."""
    assert table.of_article is not None
    rows = table.of_article(outcome, gazetteer)
    return [row if with_text else table.without_words(row) for row in rows]


@contextmanager
def _sink(table: Table, chosen: argparse.Namespace, *, alone: bool) -> Iterator[Sink]:
    """Open the place of *table*: a file in the directory, or the file itself if it is the only one."""
    columns = table.kept(with_text=not chosen.no_text)
    place: Path | None = chosen.output
    if place is None and not (alone and chosen.format == "csv"):
        message = f"--format {chosen.format} needs a directory for its tables: give it by -o DIRECTORY, or one --table"
        raise ConfigError(message)
    if place is not None and (not alone or place.is_dir()):
        try:
            place.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = f"{place}: cannot be made a directory ({error.strerror}); choose another place for the output"
            raise OutputError(message) from error
        place /= f"{table.name}.{chosen.format}"
    with destination(place) as stream:
        if chosen.format == "csv":
            stream.write(csv_header(columns))
            yield stream
        else:
            sink = ParquetSink(stream, columns)
            yield sink
            sink.close()
