"""In which encoding a file's text stands: as its user says, unless a byte order mark at its head says more than the default."""

from __future__ import annotations

import codecs
from io import BufferedReader, TextIOWrapper
from typing import IO, Any

from citeaudit.readers.settings import ReadSettings, codec_of

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks, the longer ones first, since one begins with another."""


def codec_at(start: bytes, settings: ReadSettings) -> str:
    """Return the codec for text whose first bytes are *start*."""
    codec = codec_of(settings.encoding)
    marked = (name for mark, name in MARKS if start.startswith(mark))
    return next(marked, codec) if codec == "utf-8-sig" else codec


def is_wide(codec: str) -> bool:
    """Tell whether characters of *codec* are several bytes each, so that no byte alone ends a line."""
    return codecs.lookup(codec).name.startswith(("utf-16", "utf-32"))


def peekable(stream: IO[bytes]) -> Any:
    """Return *stream* as one whose next bytes can be seen without taking them."""
    return stream if hasattr(stream, "peek") else BufferedReader(stream)


def text_of(stream: IO[bytes], settings: ReadSettings, *, newline: str = "") -> TextIOWrapper:
    """Return *stream* as text; who takes it detaches it in the end, so that the stream stays its opener's."""
    seen = peekable(stream)
    return TextIOWrapper(seen, encoding=codec_at(seen.peek(4)[:4], settings), newline=newline)


def seems_wide(start: bytes) -> str | None:
    """Return the codec that *start*, without a mark, seems to stand in: English in UTF-16 has a zero in nearly every other byte."""
    for place, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = start[place::2], start[1 - place :: 2]
        if len(start) > 3 and zeros.count(0) * 5 >= len(zeros) * 4 and others.count(0) * 5 <= len(others):
            return codec
    return None
