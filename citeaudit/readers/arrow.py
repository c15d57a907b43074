"""Columns (Parquet, Arrow IPC, Feather): read batch by batch with pyarrow, only the columns that are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from io import SEEK_END
from typing import IO, Any

from citeaudit.extras import load_extra
from citeaudit.model.articles import InputProblem, Origin
from citeaudit.model.reports import Skipped
from citeaudit.readers.batches import most_bytes, parts_of, rows_at_a_time, texts_of
from citeaudit.readers.budgets import check_columns, held
from citeaudit.readers.files import STDIN, UNREADABLE, InputFile
from citeaudit.readers.json import read_value
from citeaudit.readers.pieces import Piece, Reader, place_of
from citeaudit.readers.records import columns_of
from citeaudit.readers.settings import ReadSettings

BATCH = 256
"""Rows in memory at a time."""

END = b"\0\0\0\0"
"""What an Arrow stream ends with."""


def cut_columns(file: InputFile, settings: ReadSettings, *, name: str) -> Iterator[Piece | InputProblem | Skipped]:
    """Return the rows of *file* as pieces."""
    record = 0
    try:
        pyarrow: Any = load_extra("pyarrow", extra="arrow")
        with file.open() as opened:
            # Both formats keep their table of contents at the end, so that what cannot be sought is read whole.
            stream = opened.stream if opened.stream is opened.raw and file.name != STDIN else held(opened.stream, settings.limits)
            try:
                batches = _parquet(stream, settings) if name == "parquet" else _ipc(pyarrow, stream, settings)
                for batch, position in parts_of(batches, settings.limits):
                    if batch is None:
                        record += 1
                        origin = Origin(file.name, record)
                        yield Skipped(place_of(origin), "size", f"more than {most_bytes(settings.limits):,} bytes", origin)
                        continue
                    for row in _rows(batch):
                        record += 1
                        origin = Origin(file.name, record)
                        if isinstance(row, Exception):
                            what = f"the record cannot be read ({next(iter(str(row).splitlines()), type(row).__name__)})"
                            yield InputProblem(file.name, what, "mend its values, or leave it out", record=record)
                        else:
                            yield Piece(name, origin, row, int(position * file.size))
            except (pyarrow.ArrowException, ValueError) as error:
                what = f"is no {name} file, or a damaged one ({str(error).splitlines()[0]})"
                yield InputProblem(file.name, what, "fetch or write it again")
                return
    except UNREADABLE as error:
        yield file.problem(error)
        return
    if not record:
        yield InputProblem(file.name, "holds no row", "give a table with a row for each article")


def _rows(batch: Any) -> Iterator[dict[str, Any] | Exception]:
    """Return the rows of *batch*, and in place of one that Python has no values for (a date in the year 20000) what is wrong."""
    try:
        yield from batch.to_pylist()
    except (ArithmeticError, ValueError, TypeError, LookupError):
        for index in range(batch.num_rows):
            try:
                yield batch.slice(index, 1).to_pylist()[0]
            except (ArithmeticError, ValueError, TypeError, LookupError) as error:
                yield error


def _parquet(stream: IO[bytes], settings: ReadSettings) -> Iterator[tuple[Any, float]]:
    """Return the batches of a Parquet file, each with the share of the rows that it ends at."""
    library = load_extra("pyarrow.parquet", extra="arrow")
    parquet = library.ParquetFile(stream)
    check_columns(len(parquet.schema_arrow.names), settings.limits)
    total, done = parquet.metadata.num_rows, 0
    columns = _wanted(parquet.schema_arrow.names, settings)
    rows = rows_at_a_time(parquet.metadata, columns, BATCH, settings.limits)
    # A long text that stands in many rows is kept once, as it is in the file.
    parquet = library.ParquetFile(stream, metadata=parquet.metadata, read_dictionary=texts_of(parquet.schema_arrow, columns))
    for batch in parquet.iter_batches(batch_size=rows, columns=columns):
        done += batch.num_rows
        yield batch, done / total


def _ipc(pyarrow: Any, stream: IO[bytes], settings: ReadSettings) -> Iterator[tuple[Any, float]]:
    """Return the batches of an Arrow file or stream, cut to size, each with the share of the batches that it ends at."""
    ipc = load_extra("pyarrow.ipc", extra="arrow")
    try:
        reader = ipc.open_file(stream)
        batches: Iterable[Any] = (reader.get_batch(index) for index in range(reader.num_record_batches))
        total = reader.num_record_batches
    except pyarrow.ArrowInvalid:
        stream.seek(0)
        reader = batches = ipc.open_stream(stream)
        total = 0
    columns = _wanted(reader.schema.names, settings)
    for number, batch in enumerate(batches, 1):
        chosen = batch.select(columns)
        chosen.validate(full=True)  # offsets that lead out of the data would end the process
        for start in range(0, chosen.num_rows, BATCH):
            yield chosen.slice(start, BATCH), number / total if total else 0.0
    if reader is batches:
        # To the library, a stream that was cut off between two batches is at its end.
        stream.seek(-len(END), SEEK_END)
        if stream.read() != END:
            message = "it is cut off: nothing marks its end"
            raise ValueError(message)


def _wanted(columns: list[str], settings: ReadSettings) -> list[str]:
    """Return those of *columns* that are wanted; all where none is, so that the problem can name what there is."""
    return columns_of(columns, settings) or columns


PARQUET = Reader("parquet", (".parquet", ".pq"), partial(cut_columns, name="parquet"), read_value)
ARROW = Reader("arrow", (".arrow", ".feather", ".ipc"), partial(cut_columns, name="arrow"), read_value)
