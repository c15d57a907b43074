"""Long runs that can be resumed: output goes to a file piece by piece, and a journal beside it knows how far it is whole.

While a run goes on, ``reports.jsonl.part`` grows and ``reports.jsonl.journal`` has a line for each checkpoint: how many
pieces are done, how long the files were then, and the sums. A run that is killed at any moment leaves at worst a few bytes beyond
the last checkpoint; a resumed run cuts them off and goes on from there, so that the bytes are those of a run that nothing
disturbed. At the end the part takes its name and the journal goes.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from citeaudit.errors import CiteauditError
from citeaudit.writers.destinations import OutputError

INTERVAL = 0.5
"""Seconds between two checkpoints: what a killed run does over again."""


class ResumeError(CiteauditError):
    """A run that cannot be resumed as it is asked for."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """
    How far a run is: pieces done, the lengths of output and errors in bytes, the place of the last piece, and the sums.
    """

    pieces: int = 0
    output: int = 0
    errors: int = 0
    last: str = ""
    sums: dict[str, int] = field(default_factory=dict)


class Journal:
    """The output of a run and what is known of it; *start* is where the run begins."""

    def __init__(self, output: Path, errors: Path | None, options: Mapping[str, Any], *, resume: bool) -> None:
        self._output, self._errors_path = output, errors
        self._part = output.with_name(f"{output.name}.part")
        self._journal = output.with_name(f"{output.name}.journal")
        key = hashlib.sha256(json.dumps(dict(options), sort_keys=True, default=str).encode()).hexdigest()
        self.start = self._last_whole(key) if resume else Checkpoint()
        try:
            self._stream = self._open(self._part, self.start.output)
            self._errors = self._open(errors, self.start.errors) if errors else None
            self._lines = self._journal.open("ab" if self.start.pieces else "wb")
        except OSError as error:
            message = f"{error.filename}: cannot be written ({error.strerror}); choose another place for the output"
            raise OutputError(message) from error
        if not self.start.pieces:
            self._append({"key": key})
        self._latest = time.monotonic()
        self._has_marks = bool(self.start.pieces)

    def write(self, data: bytes) -> None:
        """Write to the output."""
        self._stream.write(data)

    def write_error(self, data: bytes) -> None:
        """Write to the file of errors, if there is one."""
        if self._errors:
            self._errors.write(data)

    def mark(self, pieces: int, last: str, sums: Mapping[str, int]) -> None:
        """Remember that all is written up to this piece, if the last time is long enough ago."""
        if time.monotonic() - self._latest >= INTERVAL:
            self._latest = time.monotonic()
            self._has_marks = True
            ends = [self._settle(stream) for stream in (self._stream, self._errors)]
            self._append(asdict(Checkpoint(pieces, ends[0], ends[1], last, dict(sums))))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for stream in (self._stream, self._errors, self._lines):
            if stream:
                stream.close()
        if kind is None:
            self._part.replace(self._output)
            self._journal.unlink()
        elif not self._has_marks:
            self._part.unlink()
            self._journal.unlink()

    def _last_whole(self, key: str) -> Checkpoint:
        """Return the last checkpoint that the files reach; the beginning where there is none."""
        try:
            lines = self._journal.read_bytes().split(b"\n")
        except OSError:
            return Checkpoint()
        found: list[dict[str, Any]] = []
        for line in lines[:-1]:  # what stands after the last line feed was cut off by the kill
            with suppress(ValueError):
                found.append(json.loads(line))
        if not found or not self._part.exists():
            return Checkpoint()
        if found[0] != {"key": key}:
            message = f"{self._journal}: the run was begun with other options or another version; start it anew without --resume"
            raise ResumeError(message)
        sizes = [path.stat().st_size if path and path.exists() else 0 for path in (self._part, self._errors_path)]
        for values in reversed(found[1:]):
            checkpoint = Checkpoint(**values)
            if checkpoint.output <= sizes[0] and checkpoint.errors <= sizes[1]:
                return checkpoint
        return Checkpoint()

    def _append(self, value: dict[str, Any]) -> None:
        self._lines.write(json.dumps(value).encode() + b"\n")
        self._settle(self._lines)

    @staticmethod
    def _settle(stream: IO[bytes] | None) -> int:
        """Bring what was written to the disk, and return how long the file is."""
        if stream is None:
            return 0
        stream.flush()
        os.fsync(stream.fileno())
        return stream.tell()

    @staticmethod
    def _open(path: Path, length: int) -> IO[bytes]:
        stream = path.open("r+b" if length else "wb")
        stream.truncate(length)
        stream.seek(length)
        return stream
