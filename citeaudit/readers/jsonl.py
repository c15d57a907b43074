"""JSON Lines, one article a line: cut at line feeds only, since JSON strings may hold any other separator of lines."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from collections.abc import Iterator
from io import TextIOWrapper
from typing import IO, Any

from citeaudit.model.articles import InputProblem, Origin
from citeaudit.model.reports import Skipped
from citeaudit.readers.budgets import check_records
from citeaudit.readers.encodings import codec_at, is_wide, peekable, seems_wide
from citeaudit.readers.files import UNREADABLE, InputFile
from citeaudit.readers.pieces import Outcome, Piece, Reader, decode, too_large, undecodable
from citeaudit.readers.records import OWN, articles_of, is_own_output, own_output
from citeaudit.readers.settings import ReadSettings


def cut_lines(file: InputFile, settings: ReadSettings, *, name: str = "jsonl") -> Iterator[Piece | InputProblem | Skipped]:
    """Return the lines of *file* as pieces, blank ones left out; the memory holds one line, and no more than one may have."""
    number = record = 0
    is_told = False
    try:
        with file.open() as opened:
            for number, (line, is_whole) in enumerate(_lines(opened.stream, settings), 1):
                check_records(record, settings.limits, blank=number - record)
                if not line.strip():
                    continue
                record += 1
                origin = Origin(file.name, record, number)
                if name == "jsonl" and isinstance(line, bytes) and line[:64].replace(b" ", b"").startswith(OWN):
                    if not is_told:  # once a file, and not for each of its lines
                        yield own_output(Origin(file.name))
                    is_told = True
                    continue
                yield Piece(name, origin, line, opened.position) if is_whole else too_large(origin, settings)
    except UnicodeError as error:
        yield undecodable(Origin(file.name, record + 1, number + 1), error, settings, start=getattr(error, "object", b""))
        return
    except UNREADABLE as error:
        yield file.problem(error)
        return
    if not record:
        yield InputProblem(file.name, "is empty", "give a file with one JSON object a line")


def _lines(stream: IO[bytes], settings: ReadSettings) -> Iterator[tuple[bytes | str, bool]]:
    """Return each line, without a byte order mark, and whether it is whole; bytes where a byte ends a line, else decoded."""
    seen = peekable(stream)
    start = seen.peek(64)[:64]
    codec = codec_at(start, settings)
    if not is_wide(codec) and seems_wide(start):
        raise UnicodeDecodeError(codec, start, 0, 1, "several bytes a character")
    decoded = TextIOWrapper(seen, encoding=codec, newline="\n") if is_wide(codec) else None
    lines: Any = decoded or seen
    try:
        while line := lines.readline(settings.max_bytes + 1):
            is_whole = len(line) <= settings.max_bytes
            end = line[:0] + ("\n" if decoded else b"\n")
            rest = line
            while not is_whole and rest and not rest.endswith(end):
                rest = lines.readline(settings.max_bytes)
            yield line if decoded else line.removeprefix(BOM_UTF8), is_whole
    finally:
        if decoded:
            decoded.detach()


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
    if is_own_output(record):
        yield own_output(origin)
    else:
        yield from articles_of(record, origin, settings)


READER = Reader("jsonl", (".jsonl", ".ndjson"), cut_lines, read_line)
