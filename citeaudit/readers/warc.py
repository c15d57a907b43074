"""
Web archives (WARC, CC-NEWS): each archived page is read as a web page is; records of anything else are passed over.

A record that cannot be trusted is a problem in its place and costs no other. A page that is not encoded as its head says, as in
much of CC-NEWS, is read as it stands.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BufferedReader, BytesIO
from typing import IO, Any

import regex

from citeaudit.errors import MissingExtraError
from citeaudit.extras import load_extra
from citeaudit.model.articles import InputProblem, Origin
from citeaudit.model.reports import Skipped
from citeaudit.readers.budgets import metered
from citeaudit.readers.files import COMPRESSED, UNREADABLE, InputFile, OpenFile
from citeaudit.readers.framing import Broken, Record, split
from citeaudit.readers.html import extract
from citeaudit.readers.members import MAGIC, members_of
from citeaudit.readers.pieces import Outcome, Piece, Reader, place_of, too_large
from citeaudit.readers.settings import ReadSettings

PAGES = frozenset(("text/html", "application/xhtml+xml"))
CHUNK = regex.compile(rb"\s*[0-9A-Fa-f]{1,8}[ \t]*(?:;[^\r\n]*)?\r?\n")
MARKUP = regex.compile(rb"(?:\xef\xbb\xbf)?\s*<[!?\w]")
COMPRESSED_PAGE = {"gzip": (31,), "x-gzip": (31,), "deflate": (15, -15)}
"""What zlib calls the encodings that a page may have; there are two things that servers take "deflate" for."""


def cut_records(file: InputFile, settings: ReadSettings) -> Iterator[Piece | InputProblem | Skipped]:
    """Return the archived pages of *file* as pieces: those that answered a request well, and are HTML."""
    number = 0
    try:
        load_extra("fastwarc.warc", extra="warc")
        load_extra("trafilatura", extra="html")
        with file.open() as opened:
            for found in _records(file, opened, settings):
                if isinstance(found, Record) and found.head.get("warc-type", "").lower() != "response":
                    continue
                number += 1
                piece = _piece(found, Origin(file.name, number), settings, opened.position)
                if piece is not None:
                    yield piece
    except UNREADABLE as error:
        yield file.problem(error)
        return
    if not number:
        yield InputProblem(file.name, "holds no archived response", "give a WARC file")


def _records(file: InputFile, opened: OpenFile, settings: ReadSettings) -> Iterator[Record | Broken]:
    """Return the records of a file; each member of a gzip file is taken by itself, so that damage in one costs no other."""
    is_other = file.name.lower().endswith(tuple(suffix for suffix in COMPRESSED if suffix != ".gz"))
    stream = opened.stream if opened.raw is None or is_other else opened.raw
    buffered: Any = stream if hasattr(stream, "peek") else BufferedReader(stream)
    if not buffered.peek(len(MAGIC)).startswith(MAGIC):
        yield from split(buffered, limit=settings.max_bytes, size=file.size or None if stream is opened.raw else None)
        return
    for member in members_of(buffered):
        try:
            yield from split(_stream(member, opened, settings), limit=settings.max_bytes)
        except EOFError as error:
            yield Broken(f"is damaged, or the file is cut off ({error})")


def _stream(member: Any, opened: OpenFile, settings: ReadSettings) -> IO[bytes]:
    """Return what a *member* holds, counted against the bytes on disk where these are known: one may hold a thousand times its size."""
    return BufferedReader(member) if opened.raw is None else metered(member, opened.raw, settings.limits)


def _piece(
    found: Record | Broken, origin: Origin, settings: ReadSettings, position: int
) -> Piece | InputProblem | Skipped | None:
    """Return what stands for one record: its page as a piece, what is wrong with it, or nothing where it is no page."""
    if isinstance(found, Broken):
        return _problem(origin, found.what)
    if found.data is None:
        return too_large(origin, settings)
    try:
        record = _parsed(found.data, "none")
    except OSError as error:
        return _problem(origin, f"cannot be read ({error})")
    head = record.http_headers if record is not None else None
    if head is None or head.status_code is None:
        is_http = found.head.get("content-type", "").startswith("application/http")
        return _problem(origin, "has no head of an HTTP response") if is_http else None
    if head.status_code != 200 or record.http_content_type not in PAGES:
        return None
    if "warc-truncated" in found.head:
        what = f"the crawler did not take the whole page ({found.head['warc-truncated'] or 'unspecified'})"
        return Skipped(place_of(origin), "truncated", what, origin)
    return Piece("warc", origin, (found.data, found.head.get("warc-target-uri")), position)


def _problem(origin: Origin, what: str) -> InputProblem:
    return InputProblem(origin.path, f"the record {what}", "the others were read; fetch the file again", record=origin.record)


def _parsed(data: bytes, decoded: str) -> Any:
    """Return the record that *data* is, with its HTTP head read and its payload *decoded* as the head says, None if there is none."""
    warc = load_extra("fastwarc.warc", extra="warc")
    return next(iter(warc.ArchiveIterator(BytesIO(data), parse_http=True, auto_decode=decoded)), None)


def read_record(piece: Piece, settings: ReadSettings) -> Iterator[Outcome]:
    """
    Return the article of one archived page.

    A crawl holds front pages and lists too: a page without an article is skipped, which is no problem of the archive.
    """
    data, url = piece.payload
    try:
        page = _page(data, settings.max_bytes)
        if len(page) > settings.max_bytes:
            yield too_large(piece.origin, settings)
            return
        article = extract(_decoded(page, _parsed(data, "none").http_charset), piece.origin, settings, url=url)
    except MissingExtraError as error:
        yield InputFile(piece.origin.path).problem(error)
        return
    except (OSError, EOFError) as error:
        yield _problem(piece.origin, f"cannot be read ({error})")
        return
    yield article or Skipped(place_of(piece.origin), "empty", f"no article in the page {url or ''}".rstrip(), piece.origin)


def _page(data: bytes, limit: int) -> bytes:
    """
    Return the page in a record, or more than *limit* bytes of it; one that was stored in other encodings than its head says, as it is.

    :raises OSError: or EOFError, if it is in the encoding, and damaged.
    """
    record = _parsed(data, "none")
    said = ",".join(value for name, value in record.http_headers.items() if name.lower() == "content-encoding")
    as_stored = record.reader.read()
    page = as_stored
    try:
        page = _parsed(data, "transfer").reader.read(len(data) + 1)
    except OSError:
        if CHUNK.match(as_stored):
            raise
    for encoding in reversed([encoding.strip().lower() for encoding in said.split(",")]):
        if encoding in COMPRESSED_PAGE:
            page = _inflated(page, COMPRESSED_PAGE[encoding], limit)
        elif encoding and encoding != "identity":
            page = _by_library(data, page, limit)
    return bytes(page)


def _inflated(page: bytes, kinds: tuple[int, ...], limit: int) -> bytes:
    """Return a compressed *page* as what it holds, or as it is where it is not compressed at all."""
    for kind in kinds:
        decompressor = zlib.decompressobj(wbits=kind)
        try:
            words = decompressor.decompress(page, limit + 1)
        except zlib.error as error:
            if _is_markup(page):
                return page
            if kind == kinds[-1]:
                message = f"its page is damaged: {error}"
                raise OSError(message) from error
            continue
        if not decompressor.eof and len(words) <= limit:
            message = "its page is cut off"
            raise EOFError(message)
        return words
    return page


def _by_library(data: bytes, page: bytes, limit: int) -> bytes:
    """Return the page of *data* decoded by the library, which knows rarer encodings too, or *page* where it needs none."""
    for decoded in ("all", "content"):
        try:
            return bytes(_parsed(data, decoded).reader.read(limit + 1))
        except OSError:
            continue
    if _is_markup(page):
        return page
    message = "its page is damaged, or in an encoding that is not known"
    raise OSError(message)


def _is_markup(page: bytes) -> bool:
    """Tell whether *page* is one already, not the bytes of a compressed one."""
    return MARKUP.match(page) is not None


def _decoded(page: bytes, charset: str | None) -> bytes | str:
    """Return *page* as text where the server said its encoding and it holds, else as it is, to be guessed from the page."""
    try:
        return page.decode(charset) if charset else page
    except (LookupError, UnicodeError):
        return page


READER = Reader("warc", (".warc",), cut_records, read_record)
