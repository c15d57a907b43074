"""Where output goes: a path, or standard output, goes in; a stream of bytes comes out that leaves nothing half-written.

A file is written beside its place under a temporary name and renamed when all is well, so that a run that fails leaves
the old file as it was.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from citeaudit.errors import CiteauditError


class OutputError(CiteauditError):
    """An output that cannot be written."""


@contextmanager
def destination(path: Path | None) -> Iterator[BinaryIO]:
    """
    Open *path*, or standard output where it is None or "-", for bytes.

    :raises OutputError: if the place cannot be written; the message names it and the reason.
    """
    if path is None or str(path) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if path.exists() and not path.is_file():
        # A device or a pipe ("/dev/stderr") has no place beside it to rename from.
        if path.is_dir():
            message = f"{path}: is a directory; name a file to write to"
            raise OutputError(message)
        with path.open("wb") as stream:
            yield stream
        return
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        message = f"{path}: cannot be written ({error.strerror}); choose another place for the output"
        raise OutputError(message) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
