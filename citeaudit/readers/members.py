"""The members of a gzip file one by one, so that damage in one costs no other: bytes come in, a stream for each member goes out."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import RawIOBase
from typing import IO, Any

MAGIC = b"\x1f\x8b\x08"
BLOCK = 1 << 16


class Member(RawIOBase):
    """One member as a raw stream; one that is damaged or cut off raises an EOFError in its place."""

    def __init__(self, source: _Source, *, is_junk: bool = False) -> None:
        super().__init__()
        self._source = source
        self._is_junk = is_junk
        self._decompressor = zlib.decompressobj(wbits=31)

    def readable(self) -> bool:
        """Return that it can be read, which raw streams deny unless told."""
        return True

    @property
    def is_whole(self) -> bool:
        """Tell whether it was read to its end."""
        return self._decompressor.eof

    def readinto(self, buffer: Any) -> int:
        """Decompress no more than *buffer* holds, however much the next bytes would give."""
        if self._is_junk:
            message = "it holds bytes that are no compressed data"
            raise EOFError(message)
        while not self._decompressor.eof:
            fed = self._decompressor.unconsumed_tail or self._source.take()
            if not fed:
                message = "the file ends before its compressed data does"
                raise EOFError(message)
            try:
                words = self._decompressor.decompress(fed, len(buffer))
            except zlib.error as error:
                # The next member may begin in what was fed already.
                self._source.give_back(fed[1:])
                raise EOFError(str(error)) from error
            if self._decompressor.eof:
                self._source.give_back(self._decompressor.unused_data)
            if words:
                buffer[: len(words)] = words
                return len(words)
        return 0


class _Source:
    """The compressed bytes, of which a member gives back what is no longer its own."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.passed = False
        self._stream = stream
        self._given = b""

    def take(self) -> bytes:
        """Return the next bytes, none at the end of the file."""
        given, self._given = self._given, b""
        return given or self._stream.read(BLOCK)

    def give_back(self, rest: bytes) -> None:
        """Take *rest* back, to be given first."""
        self._given = rest + self._given

    def find_member(self) -> bool:
        """Pass over all that begins no member, and tell whether there is one; *passed* tells whether that was more than padding."""
        kept, self.passed = b"", False
        while block := self.take():
            kept += block
            found = kept.find(MAGIC)
            end = found if found >= 0 else max(0, len(kept) + 1 - len(MAGIC))
            self.passed |= bool(kept[:end].strip(b"\0"))
            if found >= 0:
                self.give_back(kept[found:])
                return True
            kept = kept[end:]
        self.passed |= bool(kept.strip(b"\0"))
        return False


def members_of(stream: IO[bytes]) -> Iterator[Member]:
    """Return the members of a gzip *stream*, each to be read before the next is asked for; what is none raises its error too."""
    source = _Source(stream)
    member: Member | None = None
    while True:
        is_found = source.find_member()
        # What follows damage is the rest of it.
        if source.passed and (member is None or member.is_whole):
            yield Member(source, is_junk=True)
        if not is_found:
            return
        member = Member(source)
        yield member
