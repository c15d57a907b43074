"""Tables as CSV and Parquet: a table and its rows go in, bytes come out."""

from __future__ import annotations

import csv
from codecs import BOM_UTF8
from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO
from typing import IO, Any

from citeaudit.extras import load_extra
from citeaudit.tables import SHARE, TRUTH, WHOLE, Column, Row
from citeaudit.text.surrogates import encoded, without_surrogates
from citeaudit.writers.cells import cell_of


@dataclass(frozen=True, slots=True)
class Dialect:
    """How CSV is written: what parts its cells, what stands before the decimals, and the bytes that open the file."""

    delimiter: str = ","
    decimal: str = "."
    opening: bytes = b""


PLAIN = Dialect()
"""RFC 4180, for programs."""

EXCEL = {"comma": Dialect(opening=BOM_UTF8), "semicolon": Dialect(";", ",", BOM_UTF8)}
"""
What Excel opens by a double click, by what parts its cells: a comma where the decimal sign is a point, else a semicolon.

Without the mark at its beginning Excel takes the letters of UTF-8 for others.
"""


def rows_to_csv(rows: Iterable[Row], dialect: Dialect = PLAIN) -> bytes:
    """
    Return *rows* as CSV (RFC 4180: commas, quotation marks where needed, CRLF) in UTF-8, without a header.

    Truth values are ``true`` and ``false``, what is not known is empty; no text is a formula (``citeaudit.writers.cells``).
    """
    buffer = StringIO(newline="")
    writer = csv.writer(buffer, delimiter=dialect.delimiter)
    writer.writerows([[_local(cell_of(cell), dialect) for cell in row] for row in rows])
    return encoded(buffer.getvalue())


def csv_header(columns: Iterable[Column], dialect: Dialect = PLAIN) -> bytes:
    """Return the first line of a CSV file with *columns*."""
    return dialect.opening + rows_to_csv([tuple(column.name for column in columns)], dialect)


def _local(cell: Any, dialect: Dialect) -> Any:
    return str(cell).replace(".", dialect.decimal) if isinstance(cell, float) and dialect.decimal != "." else cell


def arrow_schema(columns: Iterable[Column]) -> Any:
    """Return the Arrow schema of *columns*; every one may be null."""
    pyarrow = load_extra("pyarrow", extra="arrow")
    types = {WHOLE: pyarrow.int64(), SHARE: pyarrow.float64(), TRUTH: pyarrow.bool_()}
    return pyarrow.schema([pyarrow.field(column.name, types.get(column.type, pyarrow.string())) for column in columns])


def rows_to_batch(rows: Iterable[Row], schema: Any) -> Any:
    """Return *rows* as an Arrow record batch of *schema*; lone surrogates, which no encoding holds, are replaced."""
    pyarrow = load_extra("pyarrow", extra="arrow")
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pyarrow.array(map(encodable, cells), field.type) for cells, field in zip(columns, schema, strict=True)]
    return pyarrow.record_batch(arrays, schema=schema)


def encodable(value: Any) -> Any:
    """Return the cell *value* as one that any library takes."""
    return without_surrogates(value) if isinstance(value, str) else value


class ParquetSink:
    """A Parquet file that grows by rows and holds no more than one group of them in memory."""

    GROUP = 20_000

    def __init__(self, stream: IO[bytes], columns: Iterable[Column]) -> None:
        self._schema = arrow_schema(columns)
        self._rows: list[Row] = []
        self._writer = load_extra("pyarrow.parquet", extra="arrow").ParquetWriter(stream, self._schema)

    def write(self, rows: Iterable[Row]) -> None:
        """Add *rows*."""
        self._rows += rows
        if len(self._rows) >= self.GROUP:
            self._flush()

    def close(self) -> None:
        """Write what is left, and the end of the file."""
        if self._rows:
            self._flush()
        self._writer.close()

    def _flush(self) -> None:
        self._writer.write_batch(rows_to_batch(self._rows, self._schema))
        self._rows = []
