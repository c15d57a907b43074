"""
How much of a file is let into memory: bytes, lines and records go in, the same come out until one of the limits is passed.

Each reader asks here where its input could grow without end: a compressed file that holds a thousand times its size, a line
that never ends, a package whose parts say one size and have another. Whatever is passed is a TooLargeError, which a file makes a skip of.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader, BytesIO, RawIOBase
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

import regex

from citeaudit.limits import MIB, Limits

FREE = 64 * MIB
"""So much may come out of a compressed file, however small it is."""
STEP = 1 << 16
BLANK = 1_000_000
"""Lines that hold nothing, in one file."""
PACKAGE = b"PK\x03\x04"
WORDS = (".xml", ".rels")
"""The parts of a package that a reader takes apart; pictures stay as they are."""
SPAN = regex.compile(rb"gridSpan[^<>]{0,200}?val\s{0,9}=\s{0,9}[\"'](\d{1,20})")


class TooLargeError(OSError):
    """More than a limit lets in: what it is, and which limit."""


class Metered(RawIOBase):
    """The bytes that a compressed file holds, counted against the bytes of it that have been taken from the disk."""

    def __init__(self, stream: Any, raw: IO[bytes], limits: Limits) -> None:
        super().__init__()
        self._stream, self._raw, self._limits = stream, raw, limits
        self._taken = 0

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """
        Fill *buffer*, and return how many bytes there were.

        :raises TooLargeError: when it is more than *limits* allow.
        """
        count = int(self._stream.readinto(buffer))
        self._taken += count
        if self._taken > FREE and self._taken > self._limits.expansion * max(1, self._raw.tell()):
            message = f"holds more than {self._limits.expansion:,} times its size on disk"
            raise TooLargeError(message)
        check_size(self._taken, self._limits)
        return count


def metered(stream: Any, raw: IO[bytes], limits: Limits) -> IO[bytes]:
    """Return the decompressed *stream* of *raw* as one that keeps to *limits*."""
    return BufferedReader(Metered(stream, raw, limits), STEP)


def check_size(size: int, limits: Limits) -> None:
    """
    Tell whether a file may have *size* bytes.

    :raises TooLargeError: if it may not.
    """
    if limits.file_bytes is not None and size > limits.file_bytes:
        message = f"more than {limits.file_bytes:,} bytes"
        raise TooLargeError(message)


def held(stream: IO[bytes], limits: Limits) -> BytesIO:
    """
    Return all of *stream*, which cannot be read in parts.

    :raises TooLargeError: if it is more than may be held.
    """
    data = stream.read(limits.held_bytes + 1)
    if len(data) > limits.held_bytes:
        message = f"more than {limits.held_bytes:,} bytes that must be held at once; give an uncompressed file"
        raise TooLargeError(message)
    return BytesIO(data)


def check_records(number: int, limits: Limits, *, blank: int = 0) -> None:
    """
    Tell whether a file may have a record *number*, and so many *blank* lines.

    :raises TooLargeError: if it may not.
    """
    if number > limits.records:
        message = f"more than {limits.records:,} records or lines"
        raise TooLargeError(message)
    if blank > BLANK:
        message = f"more than {BLANK:,} blank lines"
        raise TooLargeError(message)


def check_columns(number: int, limits: Limits) -> None:
    """
    Tell whether a row may have so many cells.

    :raises TooLargeError: if it may not.
    """
    if number > limits.columns:
        message = f"a row of more than {limits.columns:,} cells"
        raise TooLargeError(message)


class Lines:
    """The lines of a table's text, none longer than a row may be, and no more of them to a row than make it as long."""

    def __init__(self, stream: IO[str], limits: Limits) -> None:
        self._stream, self._limits = stream, limits
        self._length = self._number = 0

    def __iter__(self) -> Iterator[str]:
        while line := self._stream.readline(self._limits.max_bytes + 1):
            self._length += len(line)
            self._number += 1
            if self._length > self._limits.max_bytes:
                message = f"a row of more than {self._limits.max_bytes:,} bytes"
                raise TooLargeError(message)
            check_records(self._number, self._limits)
            yield line

    def end_row(self) -> None:
        """Note that a row is whole, and the next line begins another."""
        self._length = 0


def check_package(data: bytes, limits: Limits) -> None:
    """
    Tell whether the parts with words of a package (DOCX) may be taken apart; each is counted as it is inflated, whatever it says of itself.

    :raises TooLargeError: if they may not.
    """
    if not data.startswith(PACKAGE):
        return
    try:
        with ZipFile(BytesIO(data)) as package:
            members = package.infolist()
            if len(members) > limits.members:
                message = f"a package of more than {limits.members:,} files"
                raise TooLargeError(message)
            left = limits.member_bytes
            for member in members:
                if member.filename.lower().endswith(WORDS):
                    left = _inflated(package, member.filename, left, limits)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError):
        return  # damaged, encrypted or none at all: the reader says so


def _inflated(package: ZipFile, name: str, left: int, limits: Limits) -> int:
    """Return how many bytes are left when the member *name* has been inflated."""
    before = b""
    with package.open(name) as stream:
        while block := stream.read(STEP):
            left -= len(block)
            if left < 0:
                message = f"a package with more than {limits.member_bytes:,} bytes of words"
                raise TooLargeError(message)
            for found in SPAN.finditer(before[-256:] + block):
                check_columns(int(found[1]), limits)
            before = block
    return left
