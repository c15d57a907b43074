"""
Word files (DOCX): one article, or the many of a database's export (Nexis), each with what stands at its head.

Offsets count in the extracted text: paragraphs a blank line apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citeaudit.errors import MissingExtraError
from citeaudit.model.articles import Article, Block, BlockKind, Hyperlink, InputProblem, Origin
from citeaudit.model.reports import Skipped
from citeaudit.model.spans import Span
from citeaudit.readers.blocks import BETWEEN_BLOCKS, Flow, in_order
from citeaudit.readers.dates import iso_date
from citeaudit.readers.files import InputFile
from citeaudit.readers.nexis import Exported, exported
from citeaudit.readers.pieces import Outcome, Piece, Reader, load, place_of
from citeaudit.readers.records import unclear_date
from citeaudit.readers.settings import ReadSettings
from citeaudit.readers.text import cut_whole
from citeaudit.readers.word import Paragraph, paragraphs_of, properties_of
from citeaudit.readers.word_markup import ForeignPartError

MACHINES = frozenset(("", "python-docx"))
"""Who is named as the author where nobody is."""


def read_document(piece: Piece, settings: ReadSettings) -> Iterator[Outcome]:
    """Return the articles of a Word file."""
    data = load(piece, settings)
    origin = piece.origin
    if isinstance(data, InputProblem | Skipped):
        yield data
        return
    try:
        paragraphs = paragraphs_of(data)
    except MissingExtraError as error:
        yield InputFile(origin.path).problem(error)
        return
    except ForeignPartError as error:
        yield InputProblem(origin.path, f"is not read whole: {error}", "open it in Word and save it again")
        return
    except Exception as error:  # noqa: BLE001 - zipfile, lxml and mammoth each raise their own
        what = f"is no Word file, or a damaged one ({type(error).__name__})"
        yield InputProblem(origin.path, what, "save it again as .docx; the old .doc is not read")
        return
    number = 0
    for number, part in enumerate(exported(paragraphs), 1):
        yield from _of_export(part, Origin(origin.path, number), settings)
    if not number:
        yield _alone(paragraphs, properties_of(data), origin, settings)


def _of_export(part: Exported, origin: Origin, settings: ReadSettings) -> Iterator[Outcome]:
    flow = _joined(part.words)
    if not flow.text:
        yield InputProblem(origin.path, "the article has no body", "export it again with its full text", record=origin.record)
        return
    date = iso_date(part.said_date) if part.said_date else None
    yield Article(
        flow.text,
        id=place_of(origin),
        publisher=part.publisher or settings.publisher,
        title=part.title,
        byline=part.byline,
        date=date,
        hyperlinks=flow.links,
        blocks=flow.blocks,
        origin=origin,
    )
    if part.said_date and date is None:
        yield unclear_date(part.said_date, origin)


def _alone(paragraphs: tuple[Paragraph, ...], said: dict[str, str], origin: Origin, settings: ReadSettings) -> Outcome:
    flow = _joined(paragraphs)
    if not flow.text:
        return InputProblem(origin.path, "holds no words", "give a document with an article's text")
    author, created = said.get("creator", ""), iso_date(said.get("created", ""))
    return Article(
        flow.text,
        id=place_of(origin),
        publisher=settings.publisher,
        title=said.get("title") or None,
        byline=author if author not in MACHINES else None,
        date=created[:10] if created else None,
        hyperlinks=flow.links,
        blocks=flow.blocks,
        origin=origin,
    )


def _joined(paragraphs: Iterable[Paragraph]) -> Flow:
    """Return *paragraphs* as one text; a block goes from the first paragraph that stands in it to the last."""
    links, length, words = [], 0, []
    spans: dict[tuple[int, BlockKind], Span] = {}
    for paragraph in paragraphs:
        links += [Hyperlink(Span(length + at.span.start, length + at.span.end), at.url) for at in paragraph.links]
        end = length + len(paragraph.words)
        for block in paragraph.within:
            spans[block] = Span(spans[block].start if block in spans else length, end)
        length = end + len(BETWEEN_BLOCKS)
        words.append(paragraph.words)
    blocks = in_order((Block(span, kind), number) for (number, kind), span in spans.items())
    return Flow(BETWEEN_BLOCKS.join(words), tuple(links), blocks)


def cut_document(file: InputFile, settings: ReadSettings) -> Iterator[Piece | InputProblem | Skipped]:
    """Return a Word file as one piece, however many articles it holds."""
    return cut_whole("docx", file, settings)


READER = Reader("docx", (".docx",), cut_document, read_document, is_single=False)
