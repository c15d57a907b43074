"""Markdown read as the plain text that it is."""

from __future__ import annotations

from collections.abc import Iterator

from citeaudit.model.articles import InputProblem
from citeaudit.model.reports import Skipped
from citeaudit.readers.files import InputFile
from citeaudit.readers.pieces import Piece, Reader
from citeaudit.readers.settings import ReadSettings
from citeaudit.readers.text import cut_whole, read_text


def cut_markdown(file: InputFile, settings: ReadSettings) -> Iterator[Piece | InputProblem | Skipped]:
    """Return a Markdown file as one piece."""
    return cut_whole("markdown", file, settings)


READER = Reader("markdown", (".md", ".markdown"), cut_markdown, read_text)
