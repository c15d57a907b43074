"""Web archives (WARC, CC-NEWS): each archived page is read as a web page is; records of anything else are passed over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from citeaudit.errors import MissingExtraError
from citeaudit.extras import load_extra
from citeaudit.model.articles import InputProblem, Origin
from citeaudit.model.reports import Skipped
from citeaudit.readers.files import UNREADABLE, InputFile
from citeaudit.readers.html import extract
from citeaudit.readers.pieces import Outcome, Piece, Reader, place_of, too_large
from citeaudit.readers.settings import ReadSettings

PAGES = frozenset(("text/html", "application/xhtml+xml"))


def cut_records(file: InputFile, settings: ReadSettings) -> Iterator[Piece | InputProblem | Skipped]:
    """Return the archived pages of *file* as pieces: those that answered a request well, and are HTML."""
    number = 0
    try:
        warc: Any = load_extra("fastwarc.warc", extra="warc")
        load_extra("trafilatura", extra="html")
        with file.open() as opened:
            # Given the compressed bytes, fastwarc takes each record by itself, so that damage costs only what stands after it.
            stream = opened.stream if opened.raw is None or file.name.endswith(".bz2") else opened.raw
            responses = warc.WarcRecordType.response
            for number, record in enumerate(warc.ArchiveIterator(stream, record_types=responses, auto_decode="all"), 1):
                if record.http_headers is None or record.http_headers.status_code != 200 or record.http_content_type not in PAGES:
                    continue
                origin = Origin(file.name, number)
                page = record.reader.read(settings.max_bytes + 1)
                if len(page) > settings.max_bytes:
                    yield too_large(origin, settings)
                    continue
                payload = (page, record.headers.get("WARC-Target-URI"), record.http_charset)
                yield Piece("warc", origin, payload, opened.position)
    except UNREADABLE as error:
        yield file.problem(error)
    else:
        if not number:
            yield InputProblem(file.name, "holds no archived response", "give a WARC file")


def read_record(piece: Piece, settings: ReadSettings) -> Iterator[Outcome]:
    """
    Return the article of one archived page.

    A crawl holds front pages and lists too: a page without an article is skipped, which is no problem of the archive.
    """
    page, url, charset = piece.payload
    try:
        article = extract(_decoded(page, charset), piece.origin, settings, url=url)
    except MissingExtraError as error:
        yield InputFile(piece.origin.path).problem(error)
        return
    yield article or Skipped(place_of(piece.origin), "empty", f"no article in the page {url or ''}".rstrip(), piece.origin)


def _decoded(page: bytes, charset: str | None) -> bytes | str:
    """Return *page* as text where the server said its encoding and it holds, else as it is, to be guessed from the page."""
    try:
        return page.decode(charset) if charset else page
    except (LookupError, UnicodeError):
        return page


READER = Reader("warc", (".warc",), cut_records, read_record)
