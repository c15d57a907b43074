"""Plain text, one article a file: the text goes through unchanged, so that offsets are exact in the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from citeaudit.model.articles import Article, InputProblem, Origin
from citeaudit.model.reports import Skipped
from citeaudit.readers.files import STDIN, UNREADABLE, InputFile
from citeaudit.readers.pieces import Outcome, Piece, Reader, decode, load, place_of
from citeaudit.readers.settings import ReadSettings


def cut_whole(reader: str, file: InputFile, settings: ReadSettings) -> Iterator[Piece | InputProblem | Skipped]:
    """Return the whole *file* as one piece: unopened, but for standard input, which no other process can read."""
    payload = None
    if file.name == STDIN:
        try:
            with file.open() as opened:
                payload = opened.stream.read(settings.max_bytes + 1)
        except UNREADABLE as error:
            yield file.problem(error)
            return
    elif not Path(file.name).exists():
        # Said here, before anybody opens it: a missing file is no article that a sample could draw.
        yield file.problem(FileNotFoundError())
        return
    yield Piece(reader, Origin(file.name), payload)


def cut_text(file: InputFile, settings: ReadSettings) -> Iterator[Piece | InputProblem | Skipped]:
    """Return a text file as one piece."""
    return cut_whole("text", file, settings)


def read_text(piece: Piece, settings: ReadSettings) -> Iterator[Outcome]:
    """Return the article that a text file is."""
    data = load(piece, settings)
    text = decode(data, piece, settings) if isinstance(data, bytes) else data
    if not isinstance(text, str):
        yield text
    elif not text.strip():
        yield InputProblem(piece.origin.path, "is empty", "give a file with an article's text")
    else:
        yield Article(text, id=place_of(piece.origin), publisher=settings.publisher, origin=piece.origin)


READER = Reader("text", (".txt", ".text"), cut_text, read_text)
