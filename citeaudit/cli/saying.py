"""
What the commands say: messages go in, lines come out on a standard stream that no name or text of a stranger can misuse.

Messages of our own go by :func:`say`. Whatever else is written as text while a command runs (argparse's errors, a library's
warning, a traceback) meets the same door on its way, by :func:`door_before_streams`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TextIO, cast

from citeaudit.text.shown import shown, shown_lines


def say(message: str) -> None:
    """Say *message* on standard error, as one line."""
    sys.stderr.write(f"citeaudit: {shown(message)}\n")


def encoding_for_people(path: Path | None) -> str:
    """Return the encoding of text for people that goes to *path*: a terminal's own, that of PYTHONIOENCODING, else UTF-8."""
    is_stdout = path is None or str(path) == "-"
    is_asked = is_stdout and (sys.stdout.isatty() or os.environ.get("PYTHONIOENCODING"))
    return (is_asked and sys.stdout.encoding) or "utf-8"


def encoded(text: str, encoding: str) -> bytes:
    """Return *text* in *encoding*, with escapes for letters that it does not have."""
    return text.encode(encoding, "backslashreplace")


def bare_stderr() -> TextIO:
    """Return standard error without the door, for what draws on a terminal."""
    return sys.stderr.behind if isinstance(sys.stderr, _Door) else sys.stderr


class _Door:
    """A text stream that shows what is written to it; in all else it is the stream *behind* it."""

    def __init__(self, behind: TextIO) -> None:
        self.behind = behind

    def write(self, words: str) -> int:
        """Write *words* as they can be shown."""
        self.behind.write(shown_lines(words))
        return len(words)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write each of *lines* as it can be shown."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.behind, name)


@contextmanager
def door_before_streams() -> Iterator[None]:
    """Put the door before both standard streams; letters that a terminal cannot print are written as escapes."""
    streams = sys.stdout, sys.stderr
    for stream in streams:
        with suppress(AttributeError, ValueError):  # tests and embedders give streams of their own
            cast("Any", stream).reconfigure(errors="backslashreplace")
    sys.stdout, sys.stderr = (cast("TextIO", _Door(stream)) for stream in streams)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = streams
