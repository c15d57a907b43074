"""JSON Lines, one article a line: cut at line feeds only, since JSON strings may hold any other separator of lines."""

from __future__ import annotations

import json
from collections.abc import Iterator

from citeaudit.model.articles import InputProblem, Origin
from citeaudit.model.reports import Skipped
from citeaudit.readers.budgets import check_records
from citeaudit.readers.files import UNREADABLE, InputFile
from citeaudit.readers.pieces import Outcome, Piece, Reader, decode, too_large
from citeaudit.readers.records import article_of, is_own_output
from citeaudit.readers.settings import ReadSettings


def cut_lines(file: InputFile, settings: ReadSettings, *, name: str = "jsonl") -> Iterator[Piece | InputProblem | Skipped]:
    """Return the lines of *file* as pieces, blank ones left out; the memory holds one line, and no more than one may have."""
    number = record = 0
    try:
        with file.open() as opened:
            while line := opened.stream.readline(settings.max_bytes + 1):
                number += 1
                check_records(record, settings.limits, blank=number - record)
                is_whole = len(line) <= settings.max_bytes
                rest = line
                while not is_whole and rest and not rest.endswith(b"\n"):
                    rest = opened.stream.readline(settings.max_bytes)
                if not line.strip(b" \t\r\n\xef\xbb\xbf"):
                    continue
                record += 1
                origin = Origin(file.name, record, number)
                yield Piece(name, origin, line, opened.position) if is_whole else too_large(origin, settings)
    except UNREADABLE as error:
        yield file.problem(error)
        return
    if not record:
        yield InputProblem(file.name, "is empty", "give a file with one JSON object a line")


def read_line(piece: Piece, settings: ReadSettings) -> Iterator[Outcome]:
    """Return the article of one line."""
    line = decode(piece.payload, piece, settings)
    if isinstance(line, InputProblem):
        yield line
        return
    origin = piece.origin
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        what = f"the line is not JSON ({error})"
        yield InputProblem(origin.path, what, "give one JSON object a line", record=origin.record, line=origin.line)
        return
    if not is_own_output(record):
        yield article_of(record, origin, settings)


READER = Reader("jsonl", (".jsonl", ".ndjson"), cut_lines, read_line)
