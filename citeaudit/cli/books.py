"""
Where the tables of a corpus go: the options go in, something that takes rows comes out, whatever the format is.

CSV and Parquet are a file for each table in a directory (one ``--table``: a file), a workbook or a database is one file for all.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from citeaudit.errors import ConfigError
from citeaudit.tables import Table
from citeaudit.writers.databases.datasette import metadata_of, metadata_place
from citeaudit.writers.databases.sqlite import database
from citeaudit.writers.destinations import STDOUT, OutputError, destination
from citeaudit.writers.spooling import spooled
from citeaudit.writers.spreadsheets import workbook
from citeaudit.writers.tables import EXCEL, PLAIN, Dialect, ParquetSink, csv_header

CSV, PARQUET, XLSX, SQLITE = "csv", "parquet", "xlsx", "sqlite"
BOOKS = (CSV, PARQUET, XLSX, SQLITE)
"""The formats that hold tables, rows of single articles included."""
FOLDERS = frozenset((CSV, PARQUET))
"""Those that are a file for each table."""


class Book(Protocol):
    """Tables that are being written."""

    def write(self, rows: Mapping[str, Any]) -> None:
        """Add rows, by the names of their tables: those of one article, or at the end those of the sums."""


class _Sink(Protocol):
    def write(self, rows: Any) -> object:
        """Add rows."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A file for each table."""

    sinks: dict[str, _Sink]

    def write(self, rows: Mapping[str, Any]) -> None:
        """Add *rows* to the files of their tables."""
        for name, found in rows.items():
            self.sinks[name].write(found)


def dialect_of(chosen: argparse.Namespace) -> Dialect:
    """Return how CSV is to be written."""
    return EXCEL[chosen.excel] if chosen.excel else PLAIN


@contextmanager
def open_book(chosen: argparse.Namespace, tables: list[Table]) -> Iterator[Book]:
    """
    Open the place of *tables* in the *chosen* format.

    :raises ConfigError: if it needs a place that is not given.
    """
    place: Path | None = chosen.output
    with_text = not chosen.no_text
    with ExitStack() as stack:
        if chosen.format in FOLDERS:
            alone = len(tables) == 1
            yield Folder({table.name: stack.enter_context(_sink(table, chosen, alone=alone)) for table in tables})
            return
        if place is None or str(place) == "-":
            message = f"--format {chosen.format} needs a file and cannot go to {STDOUT}: give it by -o FILE"
            raise ConfigError(message)
        stream = stack.enter_context(destination(place))
        if chosen.format == XLSX:
            path = stack.enter_context(spooled(stream))
            yield stack.enter_context(workbook(path, tables, with_text=with_text))
            return
        beside = stack.enter_context(destination(place.with_name(metadata_place(place))))
        beside.write(metadata_of(place, with_text=with_text))
        path = stack.enter_context(spooled(stream))
        yield stack.enter_context(database(path, place, with_text=with_text))


def places_of(chosen: argparse.Namespace, tables: tuple[Table, ...]) -> list[Path]:
    """Return the files that are written into the place that was *chosen*."""
    place: Path | None = chosen.output
    if place is None:
        return []
    if chosen.format in FOLDERS and place.is_dir():
        return [place / f"{table.name}.{chosen.format}" for table in tables]
    return [place, place.with_name(metadata_place(place))] if chosen.format == SQLITE and place.name else [place]


@contextmanager
def _sink(table: Table, chosen: argparse.Namespace, *, alone: bool) -> Iterator[_Sink]:
    """Open the place of *table*: a file in the directory, or the file itself if it is the only one."""
    columns = table.kept(with_text=not chosen.no_text)
    place: Path | None = chosen.output
    if place is None and not (alone and chosen.format == CSV):
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
        if chosen.format == CSV:
            stream.write(csv_header(columns, dialect_of(chosen)))
            yield stream
        else:
            sink = ParquetSink(stream, columns)
            yield sink
            sink.close()
