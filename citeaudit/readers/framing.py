"""
Where each record of a web archive begins and ends: a stream of bytes comes in, whole records go out, or what is wrong with one.

Why the library does not do it: it takes every length at its word, so that a false one costs the records behind it, and the end
of a file that was cut off is to it the end of a record. Here a length is believed only if a record ends where it says; if not,
the search for the next record begins where the false one began. Time is linear in the bytes, whatever they are.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

import regex

MAX_HEAD = 1 << 16
"""Bytes that the head of a record may have."""

BLOCK = 1 << 16
WORDS = regex.compile(rb"[^\r\n]")
BLANK = regex.compile(rb"\r?\n\r?\n")
MARK = b"WARC/"
NEXT = regex.compile(rb"\nWARC/[01]\.")


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its head (names in small letters), and all its bytes, None where they are too many or not asked for."""

    head: dict[str, str]
    data: bytes | None


@dataclass(frozen=True, slots=True)
class Broken:
    """What stands in the place of a record that cannot be trusted, and why."""

    what: str


def split(stream: IO[bytes], *, limit: int, size: int | None = None) -> Iterator[Record | Broken]:
    """
    Return the records of *stream*, with the bytes of those that answer a request and have no more than *limit* of them.

    *size* is the number of bytes of the stream, where it is known.

    :raises EOFError: where the stream raises it, behind the records that stand whole before.
    """
    window = _Window(stream, size)
    while window.begins():
        if not window.looking_at(MARK):
            yield Broken("holds bytes that belong to no record")
        else:
            found = _record(window, limit)
            if isinstance(found, Broken) and window.error:
                raise window.error
            yield found
            if isinstance(found, Record):
                continue
        if not window.seek_next():
            break
    if window.error:
        raise window.error


def _record(window: _Window, limit: int) -> Record | Broken:
    """Return the record that the *window* looks at, and pass over it; a broken one stays to be searched for the next."""
    length = window.head_length()
    if length is None:
        return Broken("is cut off within its head" if window.is_all else f"has a head of more than {MAX_HEAD:,} bytes")
    head = _head(window.words(0, length))
    counted = head.get("content-length", "")
    if not (counted.isascii() and counted.isdigit() and len(counted) < 20):
        return Broken("does not say how long it is (Content-Length)")
    payload = int(counted)
    if window.size is not None and length + payload > window.size - window.position:
        return Broken(f"has fewer bytes than it says ({payload:,}), or is cut off")
    is_wanted = head.get("warc-type", "").lower() == "response"
    if payload > limit:
        window.pass_over(length)
        if not window.pass_over(payload) or not window.is_end(0):
            return Broken(f"has another number of bytes than it says ({payload:,}), or is cut off")
        return Record(head, None)
    if not window.holds(length + payload):
        return Broken(f"has fewer bytes than it says ({payload:,}), or is cut off")
    if not window.is_end(length + payload):
        return Broken(f"has another number of bytes than it says ({payload:,})")
    data = window.words(0, length + payload) if is_wanted else None
    window.pass_over(length + payload)
    if window.error and not window.begins():
        raise window.error  # it may be this one that is damaged
    if data is not None and not _is_intact(head.get("warc-block-digest", ""), data[length:]):
        return Broken("is damaged: its digest is another (WARC-Block-Digest)")
    return Record(head, data)


def _head(words: bytes) -> dict[str, str]:
    lines = regex.sub(rb"\r?\n[ \t]+", b" ", words).decode("utf-8", "replace").splitlines()[1:]
    pairs = (line.partition(":") for line in lines)
    return {name.strip().lower(): value.strip() for name, colon, value in pairs if colon}


def _is_intact(digest: str, payload: bytes) -> bool:
    """Tell whether *digest* ("sha1:…", in base 32 or hexadecimal) is that of *payload*, or is none that can be checked."""
    name, _, said = digest.partition(":")
    try:
        made = hashlib.new(name.lower().replace("-", ""), payload, usedforsecurity=False).digest()
    except (ValueError, TypeError):
        return True
    return said.strip("=").upper() in (made.hex().upper(), base64.b32encode(made).decode().strip("="))


class _Window:
    """The bytes of a stream around the place that is looked at: as many as are asked for, and no more than a block beyond."""

    def __init__(self, stream: IO[bytes], size: int | None) -> None:
        self.size = size
        self.is_all = False
        self.error: EOFError | None = None
        self._stream = stream
        self._data = bytearray()
        self._at = 0
        self._gone = 0

    @property
    def position(self) -> int:
        """Return how many bytes of the stream stand before the window's place."""
        return self._gone + self._at

    def holds(self, wanted: int) -> bool:
        """Tell whether there are *wanted* bytes from here on, reading them if need be."""
        if self._at > max(BLOCK, len(self._data) // 2):
            del self._data[: self._at]
            self._gone, self._at = self._gone + self._at, 0
        while not self.is_all and len(self._data) - self._at < wanted:
            try:
                block = self._stream.read(BLOCK)
            except EOFError as error:
                block, self.error = b"", error
            self._data += block
            self.is_all = not block
        return len(self._data) - self._at >= wanted

    def words(self, start: int, end: int) -> bytes:
        """Return the bytes from *start* to *end*, counted from here."""
        return bytes(self._data[self._at + start : self._at + end])

    def looking_at(self, words: bytes) -> bool:
        """Tell whether *words* stand here."""
        return self.holds(len(words)) and self.words(0, len(words)) == words

    def begins(self) -> bool:
        """Pass over line ends, and tell whether anything stands behind them."""
        while self.holds(1):
            found = WORDS.search(self._data, self._at)
            self._at = found.start() if found else len(self._data)
            if found:
                return True
        return False

    def head_length(self) -> int | None:
        """Return where the head that begins here ends, None if it does not."""
        self.holds(MAX_HEAD)
        found = BLANK.search(self._data, self._at, self._at + MAX_HEAD)
        return found.end() - self._at if found else None

    def is_end(self, start: int) -> bool:
        """Tell whether a record can end at *start*: at an empty line or more, at the next record, or at the end of it all."""
        self.holds(start + 4 + len(MARK))
        after = self.words(start, start + 4 + len(MARK))
        rest = after.lstrip(b"\r\n")
        return after.startswith(b"\r\n\r\n") or rest.startswith(MARK) or (self.is_all and MARK.startswith(rest))

    def pass_over(self, count: int) -> bool:
        """Go *count* bytes on, and tell whether there were so many."""
        while count:
            self.holds(min(count, BLOCK))
            step = min(count, len(self._data) - self._at)
            if not step:
                return False
            self._at, count = self._at + step, count - step
        return True

    def seek_next(self) -> bool:
        """Go on to the next line that begins a record, and tell whether there is one."""
        self._at += 1
        while True:
            self.holds(BLOCK)
            found = NEXT.search(self._data, max(0, self._at - 1))
            if found:
                self._at = found.start() + 1
                return True
            if self.is_all:
                self._at = len(self._data)
                return False
            self._at = max(self._at, len(self._data) - 8)
