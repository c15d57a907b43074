"""
Tables as text (CSV, TSV): the first line names the columns, each row is an article.

A row that does not keep to its marks is told with the line that it begins on, and the others are read: without that, a quotation
mark that is never closed would take the rows behind it for its own words.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import partial
from typing import Any

from citeaudit.model.articles import InputProblem, Origin
from citeaudit.model.reports import Skipped
from citeaudit.readers.budgets import Lines, check_columns
from citeaudit.readers.encodings import text_of
from citeaudit.readers.files import UNREADABLE, InputFile, OpenFile
from citeaudit.readers.json import read_value
from citeaudit.readers.pieces import Piece, Reader, undecodable
from citeaudit.readers.settings import ReadSettings


def cut_rows(file: InputFile, settings: ReadSettings, *, name: str, delimiter: str) -> Iterator[Piece | InputProblem | Skipped]:
    """Return the rows of *file* as pieces; a row's line is the one that it begins on."""
    # The limit is the process's own and is only ever raised: an article is longer than the 128 KiB that csv allows a cell.
    csv.field_size_limit(max(csv.field_size_limit(), settings.max_bytes))
    is_empty = True
    try:
        with file.open() as opened:
            for found in _rows(file, opened, settings, name=name, delimiter=delimiter):
                is_empty = False
                yield found
    except UnicodeError as error:
        yield undecodable(Origin(file.name), error, settings)
    except UNREADABLE as error:
        yield file.problem(error)
    else:
        if is_empty:
            yield InputProblem(file.name, "holds no row", "give a table whose first line names its columns")


def _rows(
    file: InputFile, opened: OpenFile, settings: ReadSettings, *, name: str, delimiter: str
) -> Iterator[Piece | InputProblem]:
    stream = text_of(opened.stream, settings)
    try:
        first = stream.readline(settings.max_bytes)
        if "\0" in first:
            yield undecodable(Origin(file.name), UnicodeError(), settings, start=first.encode())
            return
        parted = _delimiter(first, delimiter)
        header = next(csv.reader([first], delimiter=parted), [])
        check_columns(len(header), settings.limits)
        lines = _Lines(Lines(stream, settings.limits))
        rows = csv.reader(lines, delimiter=parted, strict=True)
        for record, (line, row) in enumerate(_each(rows), 1):
            lines.end_row()
            origin = Origin(file.name, record, line + 1)
            what = row if isinstance(row, str) else _wrong(row, header, is_cut=lines.is_cut)
            if what:
                remedy = "mend it: a cell that holds the delimiter is quoted, and a quotation mark within it is written twice"
                yield InputProblem(file.name, what, remedy, record=record, line=origin.line)
            else:
                yield Piece(name, origin, dict(zip(header, row, strict=False)), opened.position)
    finally:
        stream.detach()


def _each(rows: Any) -> Iterator[tuple[int, list[str] | str]]:
    """Return each row that holds anything, or what is wrong with it, and the number of its first line."""
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            # The library has only its own words for it; "unexpected end" is that of the file within a quoted cell.
            is_open = "unexpected end" in str(error)
            why = "a quotation mark that opens in it is never closed" if is_open else str(error)
            yield line, f"the row does not keep to its quotation marks ({why})"
            continue
        if row:
            yield line, row


def _wrong(row: list[str], header: list[str], *, is_cut: bool) -> str | None:
    """Return what is wrong with *row* that costs words, None if nothing."""
    if any(cell.strip() for cell in row[len(header) :]):
        return f"the row has {len(row)} cells, but the first line names {len(header)}"
    if is_cut and len(row) < len(header):
        return f"the row is cut off: it has {len(row)} cells of {len(header)}, and no line end"
    return None


class _Lines:
    """The lines of a table, and whether the last one lacks its end."""

    def __init__(self, lines: Lines) -> None:
        self.is_cut = False
        self.end_row = lines.end_row
        self._lines = lines

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            # Only the last line can be without an end.
            self.is_cut = not line.endswith(("\n", "\r"))
            yield f"{line}\n" if self.is_cut else line


def _delimiter(header: str, delimiter: str) -> str:
    """Return what parts the columns: semicolons or tabs instead of commas where the header has only them."""
    others = (other for other in (";", "\t") if delimiter == "," and other in header and "," not in header)
    return next(others, delimiter)


CSV = Reader("csv", (".csv",), partial(cut_rows, name="csv", delimiter=","), read_value)
TSV = Reader("tsv", (".tsv", ".tab"), partial(cut_rows, name="tsv", delimiter="\t"), read_value)
