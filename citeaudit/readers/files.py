"""Which files are meant: names go in, files come out in order, or the problem with a name in its place.

Compressed files are opened as what they hold, as far as the limits let them.
"""

from __future__ import annotations

import bz2
import glob
import gzip
import os
import stat
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import RawIOBase
from pathlib import Path, PurePath
from typing import IO, Any

from citeaudit.errors import MissingExtraError
from citeaudit.extras import load_extra
from citeaudit.limits import Limits
from citeaudit.model.articles import InputProblem, Origin
from citeaudit.model.reports import Skipped
from citeaudit.readers.budgets import TooLargeError, check_size, metered
from citeaudit.readers.walking import Unlisted, walk

STDIN = "-"
COMPRESSED = (".gz", ".bz2", ".zst")

UNREADABLE = (OSError, EOFError, zlib.error, MissingExtraError)
"""What reading a file may raise: the system's errors, those of a damaged compressed file, and a library not installed."""


@dataclass(frozen=True, slots=True)
class OpenFile:
    """An open file: its bytes, decompressed, and how far they have been taken from the disk."""

    stream: IO[bytes]
    raw: IO[bytes] | None

    @property
    def position(self) -> int:
        """Return how many of the bytes on disk have been taken, 0 where nobody can tell."""
        return self.raw.tell() if self.raw is not None and not self.raw.closed and self.raw.seekable() else 0


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file to read, by the name that the user gave it or a walk found it under; "-" is standard input."""

    name: str
    limits: Limits = field(default_factory=Limits)

    @property
    def suffix(self) -> str:
        """Return the suffix that tells the format, in small letters, below that of a compression."""
        suffixes = [suffix.lower() for suffix in PurePath(self.name).suffixes]
        if suffixes and suffixes[-1] in COMPRESSED:
            suffixes.pop()
        return suffixes[-1] if suffixes else ""

    @property
    def size(self) -> int:
        """Return the bytes that the file has on disk, 0 where nobody can tell."""
        try:
            return Path(self.name).stat().st_size if self.name != STDIN else 0
        except OSError:
            return 0

    @contextmanager
    def open(self) -> Iterator[OpenFile]:
        """Open the file for reading bytes, decompressed where its suffix says so, and close it at the end."""
        if self.name == STDIN:
            yield OpenFile(sys.stdin.buffer, None)
            return
        with Path(self.name).open("rb") as raw:
            check_size(os.fstat(raw.fileno()).st_size, self.limits)
            match PurePath(self.name).suffix.lower():
                case ".gz":
                    yield OpenFile(metered(gzip.GzipFile(fileobj=raw), raw, self.limits), raw)
                case ".bz2":
                    yield OpenFile(metered(bz2.BZ2File(raw), raw, self.limits), raw)
                case ".zst":
                    yield OpenFile(metered(_Zstandard(raw), raw, self.limits), raw)
                case _:
                    yield OpenFile(raw, raw)

    def problem(self, error: BaseException, *, record: int | None = None, line: int | None = None) -> InputProblem | Skipped:
        """Return the problem that *error* makes of the file, or the skip where it is only too large."""
        if isinstance(error, TooLargeError):
            return Skipped(self.name, "size", str(error), Origin(self.name, record, line))
        what, remedy = _explain(error)
        return InputProblem(self.name, what, remedy, record=record, line=line)


def find_files(
    names: Iterable[str],
    *,
    exclude: tuple[str, ...] = (),
    suffixes: frozenset[str] | None = None,
    limits: Limits | None = None,
) -> Iterator[InputFile | InputProblem]:
    """
    Return the files that *names* mean: files, directories, patterns with ``*``, or "-".

    *suffixes* are those that a walk takes, None for all. A name that means no file at all is a problem.
    """
    limits = limits or Limits()
    for name in names:
        if name == STDIN:
            yield InputFile(name, limits)
        elif os.path.isdir(name):  # noqa: PTH112 - Path.is_dir fails where a name is longer than the system takes
            yield from _walk(name, exclude, suffixes, limits)
        elif glob.has_magic(name) and not os.path.lexists(name):
            matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
            if not matches:
                yield InputProblem(name, "no file matches this pattern", "check the pattern")
            for match in matches:
                if not Path(match).is_dir():
                    if _may_be_read(match):
                        yield InputFile(match, limits)
                elif not name.endswith("**"):
                    yield from _walk(match, exclude, suffixes, limits)
        else:
            yield InputFile(name, limits)


def _may_be_read(name: str) -> bool:
    """Tell whether what a pattern led to is no pipe, socket or device, on which a reader would wait; what is missing is told when it is read."""
    try:
        return stat.S_ISREG(os.stat(name).st_mode)  # noqa: PTH116 - Path.stat makes an object for each
    except OSError:
        return True


def _walk(
    name: str, exclude: tuple[str, ...], suffixes: frozenset[str] | None, limits: Limits
) -> Iterator[InputFile | InputProblem]:
    is_empty = True
    for found in walk(name, exclude):
        if isinstance(found, Unlisted):
            is_empty = False
            what, remedy = _explain(found.error)
            yield InputProblem(found.name, what, remedy)
            continue
        file = InputFile(found, limits)
        if suffixes is None or file.suffix in suffixes:
            is_empty = False
            yield file
    if is_empty:
        yield InputProblem(name, "the directory holds no file that can be read", "name the files, or give --input-format")


def _explain(error: BaseException) -> tuple[str, str]:
    match error:
        case FileNotFoundError():
            return "no such file or directory", "check the name"
        case PermissionError():
            return "may not be read", "check its permissions"
        case gzip.BadGzipFile() | EOFError() | zlib.error():
            return f"is damaged, or not compressed as its suffix says ({error})", "fetch or compress it again"
        case OSError():
            return f"cannot be read ({error.strerror or error})", "check the file"
        case _:
            what, _, remedy = str(error).rpartition("; ")
            return (what, remedy) if what else (remedy, "check the file")


class _Zstandard(RawIOBase):
    """A zstandard file as a raw stream, whose errors are those of any damaged file; one that is cut off is damaged too."""

    def __init__(self, compressed: IO[bytes]) -> None:
        super().__init__()
        # Not the library "zstandard": its reader takes the end of a file that was cut off for the end of what it holds.
        module = "compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd"
        self._library: Any = load_extra(module, extra="zstd")
        self._stream = self._library.ZstdFile(compressed)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            return int(self._stream.readinto(buffer))
        except self._library.ZstdError as error:
            raise EOFError(str(error)) from error
