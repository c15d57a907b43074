"""
A workbook for Excel and LibreOffice: tables and their rows go in, one sheet for each table comes out.

Every text is written as a text and never as a formula or a link, numbers as numbers, a full date as a date. What cannot be seen is
shown as it is in CSV (``citeaudit.text.shown``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from citeaudit.extras import load_extra
from citeaudit.tables import SHARE, TEXT, Column, Row, Table
from citeaudit.writers.cells import FORMULA, xml_text

MOST_ROWS = 1_048_576
"""Rows of a sheet, its header included; what is more goes to a further sheet."""
LONGEST = 32_767
"""UTF-16 units that a cell can hold."""
CUT = "… (cut)"
DATE = re.compile(r"(?:19|20)\d{2}-\d{2}-\d{2}")
"""What Excel can count as a day."""
MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""The same for every workbook, so that the same rows make the same bytes."""
WIDTHS = {"words": 80, "content_words": 60, "title": 50, "chain": 40, "url": 40}


class Workbook:
    """A workbook that grows by rows and holds no more than one row of each sheet in memory."""

    def __init__(self, path: Path, tables: Iterable[Table], *, with_text: bool) -> None:
        xlsxwriter = load_extra("xlsxwriter", extra="xlsx")
        kept = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self._book = xlsxwriter.Workbook(str(path), kept)
        self._book.set_properties({"created": MADE, "title": "Who stands behind each claim", "comments": "Made by citeaudit"})
        look = {"valign": "top"}
        self._formats = {
            "header": self._book.add_format({"bold": True, "bottom": 1}),
            "plain": self._book.add_format(look),
            # So that a text stays one when somebody edits its cell.
            "formula": self._book.add_format({**look, "quote_prefix": True}),
            "share": self._book.add_format({**look, "num_format": "0.0%"}),
            "date": self._book.add_format({**look, "num_format": "yyyy-mm-dd"}),
        }
        # The sums are what people open a workbook for.
        ordered = sorted(tables, key=lambda table: table.of_article is not None)
        self._sheets = {table.name: _Sheet(self, table.name, table.kept(with_text=with_text)) for table in ordered}

    def write(self, rows: Mapping[str, Iterable[Row]]) -> None:
        """Add *rows* to the sheets of their tables."""
        for name, found in rows.items():
            for row in found:
                self._sheets[name].write(row)

    def close(self) -> None:
        """Write the end of the file."""
        for sheet in self._sheets.values():
            sheet.close()
        self._book.close()

    def new_sheet(self, name: str) -> Any:
        """Return a new sheet under *name*."""
        return self._book.add_worksheet(name)

    def put(self, sheet: Any, row: int, column: int, value: Any, type_: str = TEXT) -> None:
        """Write the cell *value* as what it is."""
        if value is None or value == "":
            return
        if isinstance(value, bool):
            sheet.write_boolean(row, column, value, self._formats["plain"])
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, self._formats["share" if type_ == SHARE else "plain"])
        elif (day := _day(value)) is not None:
            sheet.write_datetime(row, column, day, self._formats["date"])
        else:
            words = _fitting(xml_text(value))
            sheet.write_string(row, column, words, self._formats["formula" if FORMULA.match(words) else "plain"])

    def header(self, sheet: Any, columns: tuple[Column, ...]) -> None:
        """Write the first row of *sheet*, which stays in view."""
        sheet.freeze_panes(1, 0)
        for number, column in enumerate(columns):
            sheet.set_column(number, number, WIDTHS.get(column.name, max(12, len(column.name) + 3)))
            sheet.write_string(0, number, column.name, self._formats["header"])


class _Sheet:
    """The sheet of one table, and those that take what it cannot."""

    def __init__(self, book: Workbook, name: str, columns: tuple[Column, ...]) -> None:
        self._book, self._name, self._columns = book, name, columns
        self._number = 0
        self._open()

    def write(self, row: Row) -> None:
        """Add *row*."""
        if self._rows == MOST_ROWS:
            self.close()
            self._open()
        for number, (cell, column) in enumerate(zip(row, self._columns, strict=True)):
            self._book.put(self._sheet, self._rows, number, cell, column.type)
        self._rows += 1

    def close(self) -> None:
        """Let the rows be filtered by what their columns hold."""
        self._sheet.autofilter(0, 0, self._rows - 1, len(self._columns) - 1)

    def _open(self) -> None:
        self._number += 1
        self._sheet = self._book.new_sheet(self._name if self._number == 1 else f"{self._name} {self._number}")
        self._book.header(self._sheet, self._columns)
        self._rows = 1


@contextmanager
def workbook(path: Path, tables: Iterable[Table], *, with_text: bool) -> Iterator[Workbook]:
    """Open a workbook at *path*."""
    book = Workbook(path, tables, with_text=with_text)
    yield book
    book.close()


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if DATE.fullmatch(value) else None
    except ValueError:
        return None


def _fitting(words: str) -> str:
    if len(words) <= LONGEST // 2 or len(words.encode("utf-16-le")) // 2 <= LONGEST:
        return words
    units = words.encode("utf-16-le")[: 2 * (LONGEST - len(CUT))]
    return units.decode("utf-16-le", "ignore") + CUT
