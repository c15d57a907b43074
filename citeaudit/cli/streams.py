"""The standard streams as a run needs them: one that is closed, full or abandoned costs a line and an exit code, never a crash."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import Any, TextIO

STREAMS = (("stdin", os.O_WRONLY), ("stdout", os.O_RDONLY), ("stderr", os.O_WRONLY))
"""The standard streams, and how nothing is opened in the place of a closed one: so that reading or writing fails, but for complaints."""


class Heedless(TextIOWrapper):
    """Standard error, where nobody can be told that it takes no more."""

    def write(self, text: str) -> int:
        """Write what can be written."""
        with suppress(OSError, ValueError):
            super().write(text)
        return len(text)

    def flush(self) -> None:
        """Hand on what can be handed on."""
        with suppress(OSError, ValueError):
            super().flush()


@contextmanager
def open_streams() -> Iterator[None]:
    """Put something in the place of standard streams that are closed, and let no complaint about a complaint come up."""
    for number, (name, flags) in enumerate(STREAMS):
        if getattr(sys, name) is None:
            with suppress(OSError):
                handle = os.open(os.devnull, flags)
                mode = "r" if name == "stdin" else "w"
                setattr(sys, name, open(handle, mode, encoding="utf-8", closefd=handle != number))  # noqa: SIM115 - a handle, for good
    before: Any = sys.stderr
    with suppress(AttributeError, OSError, ValueError):  # a stream of a test or of a notebook has no handle
        before.flush()
        sys.stderr = Heedless(
            open(before.fileno(), "wb", closefd=False),  # noqa: SIM115 - the same handle
            encoding=before.encoding,
            errors="backslashreplace",
            line_buffering=True,
            write_through=True,
        )
    try:
        yield
    finally:
        sys.stderr.flush()
        sys.stderr = before


def close_output() -> bool:
    """Hand on what standard output still holds; where that fails, let nothing try again at exit. Tell whether it went well."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        _abandon(sys.stdout)
        return False
    return True


def _abandon(stream: TextIO) -> None:
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
