"""JSON: one object an article, alone, in a list, or one after the other; read as a stream, however long the list is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from citeaudit.model.articles import InputProblem, Origin
from citeaudit.model.reports import Skipped
from citeaudit.patterns import pattern_of
from citeaudit.readers.budgets import check_records
from citeaudit.readers.encodings import text_of
from citeaudit.readers.files import UNREADABLE, InputFile, OpenFile
from citeaudit.readers.pieces import Outcome, Piece, Reader, too_large, undecodable
from citeaudit.readers.records import articles_of, is_own_output, own_output
from citeaudit.readers.settings import ReadSettings

BLOCK = 1 << 16
BETWEEN = pattern_of(r"[\s,]*")


def cut_values(file: InputFile, settings: ReadSettings) -> Iterator[Piece | InputProblem | Skipped]:
    """Return the objects of *file* as pieces."""
    record = 0
    try:
        with file.open() as opened:
            for piece in _values(file, opened, settings):
                record += 1
                check_records(record, settings.limits)
                yield piece
    except UnicodeError as error:
        yield undecodable(Origin(file.name), error, settings)
    except UNREADABLE as error:
        yield file.problem(error)
    else:
        if not record:
            yield InputProblem(file.name, "holds no article", "give a file with one JSON object an article")


def _values(file: InputFile, opened: OpenFile, settings: ReadSettings) -> Iterator[Piece | InputProblem | Skipped]:
    """
    Decode one value after the other from a buffer that holds no more than one, and double what is read while one is broken off.
    """
    decoder = json.JSONDecoder()
    stream = text_of(opened.stream, settings)
    buffer, start, line, record, is_list = "", 0, 1, 0, False
    wanted = BLOCK
    try:
        while True:
            block = stream.read(wanted)
            buffer, start = buffer[start:] + block, 0
            while True:
                between = BETWEEN.match(buffer, start)
                assert between is not None
                line += buffer.count("\n", start, between.end())
                start = between.end()
                if buffer[start : start + 1] == ("]" if is_list else "["):
                    is_list, start = not is_list, start + 1
                    continue
                if start == len(buffer):
                    break
                origin = Origin(file.name, record + 1, line)
                try:
                    value, end = decoder.raw_decode(buffer, start)
                except (ValueError, RecursionError) as error:
                    if block and len(buffer) - start <= settings.max_bytes:
                        wanted = max(BLOCK, len(buffer) - start)
                        break
                    yield too_large(origin, settings) if block else _broken(origin, error)
                    return
                record, wanted = record + 1, BLOCK
                line += buffer.count("\n", start, end)
                start = end
                yield Piece("json", origin, value, opened.position)
            if not block:
                if is_list:
                    yield _broken(Origin(file.name, record + 1, line), EOFError("the file ends before its list does"))
                return
    finally:
        stream.detach()


def _broken(origin: Origin, error: BaseException) -> InputProblem:
    what = f"the record is not JSON ({error})"
    return InputProblem(origin.path, what, "mend it; what stands after it was not read", record=origin.record, line=origin.line)


def read_value(piece: Piece, settings: ReadSettings) -> Iterator[Outcome]:
    """Return the article of one object, or of one row of a table."""
    record: Any = piece.payload
    if is_own_output(record):
        yield own_output(piece.origin)
    else:
        yield from articles_of(record, piece.origin, settings)


READER = Reader("json", (".json",), cut_values, read_value)
