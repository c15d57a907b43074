"""Where output goes: a path, or standard output, goes in; a stream of bytes comes out that leaves nothing half-written.

A file is written beside its place under another name and renamed when all is well, so that a run that fails leaves the old
file as it was. The other name is always the same and is locked: of two runs that write to one place the second is refused,
and what a run that was killed has left there is taken over.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedIOBase
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from citeaudit.errors import CiteauditError

try:
    import fcntl
except ImportError:  # Windows, which refuses to rename a file that is open elsewhere
    fcntl = None  # type: ignore[assignment]

STDOUT = "standard output"
NO_DISK = frozenset((errno.EINVAL, errno.ENOTSUP, errno.EROFS))
"""What the system says where there is no disk to bring anything to: of pipes, and of devices."""
REMEDY = "make room there, or choose another place for the output"


class OutputError(CiteauditError):
    """An output that cannot be written."""


class BusyError(OutputError):
    """An output that another run is writing to."""


@contextmanager
def telling(place: Path | str) -> Iterator[None]:
    """
    Name *place* where the system refuses to write to it.

    A reader of standard output that has gone away is left to whoever ends the run.

    :raises OutputError: with the system's reason.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        reason = error.strerror or error if isinstance(error, OSError) else error
        message = f"{place}: cannot be written ({reason}); {REMEDY}"
        raise OutputError(message) from error


class Told(BufferedIOBase):
    """A stream of bytes whose failures name their place; *length* is how much has been written to it."""

    def __init__(self, stream: IO[bytes], place: Path | str, length: int = 0) -> None:
        super().__init__()
        self._stream, self._place, self.length = stream, place, length

    def writable(self) -> bool:
        """Tell that it can be written to."""
        return True

    def write(self, data: Any) -> int:
        """Write *data*."""
        with telling(self._place):
            written = self._stream.write(data)
        self.length += written
        return written

    def flush(self) -> None:
        """Hand all that was written to the system."""
        if not self._stream.closed:
            with telling(self._place):
                self._stream.flush()

    def settle(self) -> int:
        """Bring what was written to the disk, and return how long the file is."""
        self.flush()
        with telling(self._place):
            try:
                os.fsync(self._stream.fileno())
            except OSError as error:
                if error.errno not in NO_DISK:
                    raise
        return self.length

    def cut(self, length: int) -> None:
        """Leave only the first *length* bytes, and go on after them."""
        with telling(self._place):
            self._stream.truncate(length)
            self._stream.seek(length)
        self.length = length

    def end(self) -> None:
        """Close the stream beneath."""
        with telling(self._place):
            self._stream.close()

    def give_up(self) -> None:
        """Close the stream beneath, whatever it makes of that."""
        with suppress(OSError, ValueError):
            self._stream.close()


@contextmanager
def destination(path: Path | None) -> Iterator[BinaryIO]:
    """
    Open *path*, or standard output where it is None or "-", for bytes.

    :raises OutputError: if the place cannot be written; the message names it and the reason.
    """
    if path is None or str(path) == "-":
        told = Told(sys.stdout.buffer, STDOUT)
        yield cast("BinaryIO", told)
        told.flush()
    elif is_device(path):
        with telling(path):
            told = Told(path.open("wb"), path)
        try:
            yield cast("BinaryIO", told)
            told.end()
        finally:
            told.give_up()
    else:
        part = path.with_name(f".{path.name}.part")
        with claimed(part, path) as told:
            try:
                yield cast("BinaryIO", told)
                told.end()
                with telling(path):
                    part.replace(path)
            except BaseException:
                told.give_up()
                with suppress(OSError):
                    part.unlink()
                raise


class Given:
    """A stream that a caller has open already, of bytes or of text; it is written to in bytes, and left open."""

    def __init__(self, stream: Any) -> None:
        self._stream, self._is_text = stream, hasattr(stream, "encoding")

    def write(self, data: bytes) -> int:
        """Write *data*, which is UTF-8."""
        with telling("the stream given"):
            self._stream.write(data.decode("utf-8") if self._is_text else data)
        return len(data)

    def flush(self) -> None:
        """Hand all that was written to whatever is behind the stream."""
        if hasattr(self._stream, "flush"):
            with telling("the stream given"):
                self._stream.flush()


@contextmanager
def given_stream(stream: IO[bytes] | IO[str]) -> Iterator[BinaryIO]:
    """
    Open *stream*, which a caller has open already, for bytes.

    :raises OutputError: if it cannot be written to, with the reason.
    """
    given = Given(stream)
    yield cast("BinaryIO", given)
    given.flush()


def is_device(path: Path) -> bool:
    """
    Tell whether *path* is a device or a pipe ("/dev/stderr"), which has no place beside it to rename from.

    :raises OutputError: if it is a directory, or cannot be looked at.
    """
    try:
        kind = path.stat().st_mode
    except FileNotFoundError:
        return False
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        message = f"{path}: cannot be written ({reason}); {REMEDY}"
        raise OutputError(message) from error
    if stat.S_ISDIR(kind):
        message = f"{path}: is a directory; name a file to write to"
        raise OutputError(message)
    return not stat.S_ISREG(kind)


_ours: set[tuple[int, int]] = set()
"""The files that this process has claimed: the system's locks keep other processes away, but not other threads."""
_ours_guard = threading.Lock()


@contextmanager
def claimed(part: Path, output: Path, *, keeps: bool = False) -> Iterator[Told]:
    """
    Open *part*, where *output* is written until it is whole, for one run alone; emptied, unless what is in it *keeps*.

    :raises BusyError: if another run has it.
    """
    with telling(output):
        handle = _open_alone(part, output)
    key = _key(os.fstat(handle))
    try:
        with telling(output):
            if not keeps:
                os.ftruncate(handle, 0)
            told = Told(os.fdopen(handle, "r+b"), output)
        try:
            yield told
        finally:
            told.give_up()
    finally:
        with _ours_guard:
            _ours.discard(key)


def _open_alone(part: Path, output: Path) -> int:
    """Return a handle on the locked file *part*: it is the one that stands there, even if another run has just renamed its own."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    while True:
        with _ours_guard:
            # Looked at before it is opened: to close a second handle on a file would unlock the first.
            handle = None if _key_of(part) in _ours else os.open(part, flags, 0o666)
            if handle is None or not _lock(handle):
                if handle is not None:
                    os.close(handle)
                message = f"{output}: another run is writing to it; wait until it ends, or choose another place for the output"
                raise BusyError(message)
            key = _key(os.fstat(handle))
            if _key_of(part) == key:
                _ours.add(key)
                return handle
            os.close(handle)


def _key_of(path: Path) -> tuple[int, int] | None:
    try:
        return _key(os.lstat(path))
    except FileNotFoundError:
        return None


def _key(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino


def _lock(handle: int) -> bool:
    """Lock the open file for this process; the system unlocks it when the process ends in whatever way."""
    if fcntl is not None:
        try:
            # Not flock: its locks go on to processes that are forked, and would outlive a run that is killed.
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        except OSError:
            return True  # a file system without locks
    return True
