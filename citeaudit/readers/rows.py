"""Tables as text (CSV, TSV): the first line names the columns, each row is an article."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import partial
from io import TextIOWrapper

from citeaudit.model.articles import InputProblem, Origin
from citeaudit.model.reports import Skipped
from citeaudit.readers.budgets import Lines, check_columns
from citeaudit.readers.files import UNREADABLE, InputFile
from citeaudit.readers.json import read_value
from citeaudit.readers.pieces import Piece, Reader, undecodable
from citeaudit.readers.settings import ReadSettings, codec_of


def cut_rows(file: InputFile, settings: ReadSettings, *, name: str, delimiter: str) -> Iterator[Piece | InputProblem | Skipped]:
    """Return the rows of *file* as pieces; a row's line is the one that it begins on."""
    # The limit is the process's own and is only ever raised: an article is longer than the 128 KiB that csv allows a cell.
    csv.field_size_limit(max(csv.field_size_limit(), settings.max_bytes))
    record, line = 0, 2
    try:
        with file.open() as opened:
            stream = TextIOWrapper(opened.stream, encoding=codec_of(settings.encoding), newline="")
            try:
                lines = Lines(stream, settings.limits)
                first = next(iter(lines), "")
                rows = csv.reader(lines, delimiter=_delimiter(first, delimiter))
                header = next(csv.reader([first], delimiter=_delimiter(first, delimiter)), [])
                check_columns(len(header), settings.limits)
                for row in rows:
                    lines.end_row()
                    if row:
                        record += 1
                        payload = {column: cell for column, cell in zip(header, row, strict=False) if cell}
                        yield Piece(name, Origin(file.name, record, line), payload, opened.position)
                    line = rows.line_num + 2
            finally:
                stream.detach()
    except UnicodeError as error:
        yield undecodable(Origin(file.name), error, settings)
    except csv.Error as error:
        yield InputProblem(file.name, f"is no table ({error})", "mend the row, or give --input-format", line=line)
    except UNREADABLE as error:
        yield file.problem(error)
    else:
        if not record:
            yield InputProblem(file.name, "holds no row", "give a table whose first line names its columns")


def _delimiter(header: str, delimiter: str) -> str:
    """Return what parts the columns: semicolons instead of commas where the header has only them, as in much of Europe."""
    return ";" if delimiter == "," and ";" in header and "," not in header else delimiter


CSV = Reader("csv", (".csv",), partial(cut_rows, name="csv", delimiter=","), read_value)
TSV = Reader("tsv", (".tsv", ".tab"), partial(cut_rows, name="tsv", delimiter="\t"), read_value)
