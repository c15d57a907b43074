"""Word files (DOCX): one article, or the many of a database's export (Nexis), each with what stands at its head.

Offsets count in the extracted text: paragraphs a blank line apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any, NamedTuple

import regex

from citeaudit.errors import MissingExtraError
from citeaudit.extras import load_extra
from citeaudit.model.articles import Article, Hyperlink, InputProblem, Origin
from citeaudit.model.reports import Skipped
from citeaudit.model.spans import Span
from citeaudit.readers.files import InputFile
from citeaudit.readers.pieces import Outcome, Piece, Reader, load, place_of
from citeaudit.readers.settings import ReadSettings
from citeaudit.readers.text import cut_whole

END = "End of Document"
"""The line that closes each article of a Nexis export."""

BODY = "Body"
"""The line that opens the words of such an article."""

FIELD = regex.compile(r"(Byline|Length|Section|Dateline|Highlight|Load-Date|Copyright)\b:?\s*(.*)", regex.S)
DATE = regex.compile(r"(\p{L}+) (\d{1,2}), (\d{4})\b")
MONTHS = {name: number for number, name in enumerate(
    ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"), 1
)}  # fmt: skip


class Paragraph(NamedTuple):
    """One paragraph's words and the links in them."""

    words: str
    links: tuple[Hyperlink, ...] = ()


def read_document(piece: Piece, settings: ReadSettings) -> Iterator[Outcome]:
    """Return the articles of a Word file."""
    data = load(piece, settings)
    origin = piece.origin
    if isinstance(data, InputProblem | Skipped):
        yield data
        return
    try:
        document = load_extra("docx", extra="docx").Document(BytesIO(data))
    except MissingExtraError as error:
        yield InputFile(origin.path).problem(error)
        return
    except Exception as error:  # noqa: BLE001 - zipfile, lxml and python-docx each raise their own
        what = f"is no Word file, or a damaged one ({type(error).__name__})"
        yield InputProblem(origin.path, what, "save it again as .docx; the old .doc is not read")
        return
    paragraphs = list(_paragraphs(document))
    exported = list(_exported(paragraphs))
    if exported:
        for number, part in enumerate(exported, 1):
            yield _of_export(part, Origin(origin.path, number), settings)
    else:
        yield _alone(document, paragraphs, origin, settings)


def _paragraphs(document: Any) -> Iterator[Paragraph]:
    """Return the paragraphs of a document that hold words, those of its tables in their place."""
    for item in document.iter_inner_content():
        if hasattr(item, "rows"):
            for row in item.rows:
                for cell in row.cells:
                    for paragraph in cell.paragraphs:
                        yield from _paragraph(paragraph)
        else:
            yield from _paragraph(item)


def _paragraph(paragraph: Any) -> Iterator[Paragraph]:
    parts: list[str] = []
    links = []
    length = 0
    for item in paragraph.iter_inner_content():
        words = item.text
        if getattr(item, "url", None) and words:
            links.append(Hyperlink(Span(length, length + len(words)), item.url))
        parts.append(words)
        length += len(words)
    words = "".join(parts)
    if words.strip():
        yield Paragraph(words, tuple(links))


def _exported(paragraphs: list[Paragraph]) -> Iterator[list[Paragraph]]:
    """Return the articles of an export, each as its paragraphs; none where no paragraph closes one."""
    begun = 0
    for place, paragraph in enumerate(paragraphs):
        if paragraph.words.strip() == END:
            yield paragraphs[begun:place]
            begun = place + 1


def _of_export(paragraphs: list[Paragraph], origin: Origin, settings: ReadSettings) -> Outcome:
    """
    Return one article of an export.

    Its head is the title, the publication, the date, and lines like "Byline: …"; then come the words, up to "Load-Date".
    """
    lines = [paragraph.words.strip() for paragraph in paragraphs]
    body = lines.index(BODY) if BODY in lines else None
    head = lines[:body] if body is not None else lines[:3]
    rest = paragraphs[body + 1 if body is not None else 3 :]
    words = [paragraph for paragraph in rest if not paragraph.words.startswith(("Load-Date:", "Classification", "Graphic"))]
    named = {found[1]: found[2].strip() for line in head if (found := FIELD.match(line))}
    plain = [line for line in head if not FIELD.match(line)]
    dated = [place for place, line in enumerate(plain[1:], 1) if DATE.search(line)]
    text, links = _joined(words)
    if not text:
        return InputProblem(origin.path, "the article has no body", "export it again with its full text", record=origin.record)
    return Article(
        text,
        id=place_of(origin),
        publisher=(plain[dated[0] - 1] if dated and dated[0] > 1 else None) or settings.publisher,
        title=plain[0] if plain else None,
        byline=named.get("Byline") or None,
        date=_iso(plain[dated[0]]) if dated else None,
        hyperlinks=links,
        origin=origin,
    )


def _alone(document: Any, paragraphs: list[Paragraph], origin: Origin, settings: ReadSettings) -> Outcome:
    text, links = _joined(paragraphs)
    if not text:
        return InputProblem(origin.path, "holds no words", "give a document with an article's text")
    known = document.core_properties
    return Article(
        text,
        id=place_of(origin),
        publisher=settings.publisher,
        title=known.title or None,
        byline=known.author if known.author not in {"", "python-docx"} else None,
        date=known.created.date().isoformat() if isinstance(known.created, datetime) else None,
        hyperlinks=links,
        origin=origin,
    )


def _joined(paragraphs: list[Paragraph]) -> tuple[str, tuple[Hyperlink, ...]]:
    links, length = [], 0
    for paragraph in paragraphs:
        links += [Hyperlink(Span(length + at.span.start, length + at.span.end), at.url) for at in paragraph.links]
        length += len(paragraph.words) + 2
    return "\n\n".join(paragraph.words for paragraph in paragraphs), tuple(links)


def _iso(words: str) -> str | None:
    """Return the date that *words* name ("May 29, 2025 Thursday") as ISO 8601."""
    found = DATE.search(words)
    month = MONTHS.get(found[1]) if found else None
    return f"{found[3]}-{month:02}-{int(found[2]):02}" if found and month else None


def cut_document(file: InputFile, settings: ReadSettings) -> Iterator[Piece | InputProblem | Skipped]:
    """Return a Word file as one piece, however many articles it holds."""
    return cut_whole("docx", file, settings)


READER = Reader("docx", (".docx",), cut_document, read_document, is_single=False)
