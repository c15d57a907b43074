"""Unread pieces of an archive: a reader cuts its files into them cheaply, and reads each into articles later.

Two steps, because reading a page costs as much as auditing it: the parent of a run only cuts (a line, a record, a file's
name), and the processes that audit do the reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from citeaudit.model.articles import Article, InputProblem, Origin
from citeaudit.model.reports import ArticleReport, Skipped
from citeaudit.readers.budgets import check_package
from citeaudit.readers.encodings import codec_at, is_wide, seems_wide
from citeaudit.readers.files import UNREADABLE, InputFile
from citeaudit.readers.settings import ReadSettings, codec_of


@dataclass(frozen=True, slots=True)
class Piece:
    """
    Something that holds an article, or several, and has not been read yet.

    *reader* names who reads it; *payload* is what was cut out (a line's bytes, a record), None where the whole file is
    the piece and is opened only when it is read. *position* is how far its file had been taken from the disk, in bytes.
    """

    reader: str
    origin: Origin
    payload: Any = None
    position: int = 0


Outcome = Article | ArticleReport | InputProblem | Skipped
"""What reading gives: an article, what stands in its place, or the report of one that was audited before."""


@dataclass(frozen=True, slots=True)
class Reader:
    """
    How one format is read.

    *cut* turns a file into pieces, *read* a piece into articles; *suffixes* are the file names it takes unasked. *is_single*:
    a piece never holds more than one article.
    """

    name: str
    suffixes: tuple[str, ...]
    cut: Callable[[InputFile, ReadSettings], Iterator[Piece | InputProblem | Skipped]]
    read: Callable[[Piece, ReadSettings], Iterator[Outcome]]
    is_single: bool = True


def load(piece: Piece, settings: ReadSettings) -> bytes | InputProblem | Skipped:
    """Return the bytes of a *piece*, from its file where it has none with it; too large a one is skipped."""
    file = InputFile(piece.origin.path, settings.limits)
    try:
        if piece.payload is not None:
            data = bytes(piece.payload)
        else:
            with file.open() as opened:
                data = opened.stream.read(settings.max_bytes + 1)
        if len(data) > settings.max_bytes:
            return too_large(piece.origin, settings)
        check_package(data, settings.limits)
    except UNREADABLE as error:
        return file.problem(error)
    return data


def too_large(origin: Origin, settings: ReadSettings, id_: str | None = None) -> Skipped:
    """Return the skip of an article that is larger than *settings* allow."""
    return Skipped(id_ or place_of(origin), "size", f"more than {settings.max_bytes:,} bytes", origin)


def place_of(origin: Origin) -> str:
    """Return the id of an article that has none of its own: its file, and its record where the file has several."""
    return origin.path if origin.record is None else f"{origin.path}#{origin.record}"


def decode(data: bytes | str, piece: Piece, settings: ReadSettings) -> str | InputProblem:
    """
    Return the text of *data* with every character kept as it stands, line ends too; a byte order mark is no text.

    Binary data and bytes that are not in the encoding are problems, with the encoding to try. What was decoded when it was cut
    is only checked.
    """
    if isinstance(data, str):
        return undecodable(piece.origin, UnicodeError(), settings, start=b"\0") if "\0" in data else data
    codec = codec_of(settings.encoding)
    try:
        # A mark of another encoding is told, not heeded: whoever looks up a line of the file reads it as the settings say.
        text = data.decode(codec)
    except UnicodeError as error:
        return undecodable(piece.origin, error, settings, start=data)
    return undecodable(piece.origin, UnicodeError(), settings, start=data) if "\0" in text else text


def undecodable(origin: Origin, error: UnicodeError, settings: ReadSettings, *, start: bytes = b"") -> InputProblem:
    """Return the problem of bytes, *start* the first of them, that are no text in the encoding of *settings*."""
    wide = codec_at(start, settings) if is_wide(codec_at(start, settings)) else seems_wide(start[:64])
    if wide:
        what, remedy = f"is not {settings.encoding} but seems to be {wide[:6].upper()}", f"give --encoding {wide}"
    elif b"\0" in start:
        what, remedy = "is binary, not text", "give a text file, or the format with --input-format"
    else:
        where = str(error)
        if isinstance(error, UnicodeDecodeError) and error.start < len(error.object):
            where = f"byte 0x{error.object[error.start]:02x} at {error.start}"
        what = f"is not {settings.encoding} ({where})"
        remedy = "give its encoding, as in --encoding cp1252 or --encoding latin-1"
    return InputProblem(origin.path, what, remedy, record=origin.record, line=origin.line)
