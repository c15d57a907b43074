"""Long runs that can be resumed: output goes to a file piece by piece, and a journal beside it knows how far it is whole.

While a run goes on, ``reports.jsonl.part`` grows and ``reports.jsonl.journal`` has a line for each checkpoint: how many
pieces are done, a hash of what was in them, how long the files were then, and the sums. A run that is killed at any moment
leaves at worst a few bytes beyond the last checkpoint; a resumed run cuts them off and goes on from there, so that the bytes
are those of a run that nothing disturbed. At the end the part takes its name and the journal goes.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from citeaudit.errors import CiteauditError
from citeaudit.writers.destinations import OutputError, Told, claimed, is_device, telling

INTERVAL = 0.5
"""Seconds between two checkpoints: what a killed run does over again."""


class ResumeError(CiteauditError):
    """A run that cannot be resumed as it is asked for."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """
    How far a run is.

    *pieces* are done, the last of them at the place *last*; *output* and *errors* are the lengths of the files in bytes; *held*
    is one hash of what was in all the pieces.
    """

    pieces: int = 0
    output: int = 0
    errors: int = 0
    last: str = ""
    sums: dict[str, int] = field(default_factory=dict)
    held: str = ""


def chained(before: str, piece: bytes) -> str:
    """Return the hash of all pieces up to one: made of that of all *before* it, and of its own."""
    return hashlib.blake2b(before.encode() + piece, digest_size=16).hexdigest()


class Journal:
    """The output of a run and what is known of it; *start* is where the run begins."""

    def __init__(self, output: Path, errors: Path | None, options: Mapping[str, Any], *, resume: bool) -> None:
        self._output = output
        self._errors_path = errors if errors and not is_device(errors) else None  # a device has no length to go back to
        self._part = output.with_name(f"{output.name}.part")
        self._journal = output.with_name(f"{output.name}.journal")
        key = hashlib.sha256(json.dumps(dict(options), sort_keys=True, default=str).encode()).hexdigest()
        is_new = not self._part.exists()
        try:
            with ExitStack() as stack:
                self._stream = stack.enter_context(claimed(self._part, output, keeps=True))
                self._errors = stack.enter_context(_errors_at(errors)) if errors else None
                self.start, whole = self._last_whole(key) if resume else (Checkpoint(), 0)
                self._stream.cut(self.start.output)
                if self._errors and self._errors_path:
                    self._errors.cut(self.start.errors)
                self._lines = stack.enter_context(claimed(self._journal, self._journal, keeps=True))
                self._lines.cut(whole)
                if not whole:
                    self._append({"key": key})
                self._closing = stack.pop_all()
        except BaseException:
            if is_new:
                self._part.unlink(missing_ok=True)
            raise
        self._latest, self._held = self.start, self.start.held
        self._kept = self.start.pieces
        self._when = time.monotonic()

    def write(self, data: bytes) -> None:
        """Write to the output."""
        self._stream.write(data)

    def write_error(self, data: bytes) -> None:
        """Write to the file of errors, if there is one."""
        if self._errors:
            self._errors.write(data)

    def hold(self, piece: bytes) -> None:
        """Take the hash of the next piece to those of all before it."""
        self._held = chained(self._held, piece)

    def mark(self, pieces: int, last: str, sums: Mapping[str, int]) -> None:
        """Note that all is written up to this piece, and remember it if the last time is long enough ago."""
        errors = self._errors.length if self._errors and self._errors_path else 0
        self._latest = Checkpoint(pieces, self._stream.length, errors, last, dict(sums), self._held)
        if time.monotonic() - self._when >= INTERVAL:
            self._remember()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with self._closing:
            if error is None:
                try:
                    self._finish()
                except OutputError as failed:
                    self._break_off(failed)
                    raise
            else:
                self._break_off(error)

    def _finish(self) -> None:
        """Bring all to the disk, and give the output its name."""
        for stream in (self._stream, self._errors):
            if stream:
                stream.end()
        with telling(self._output):
            self._part.replace(self._output)
            self._journal.unlink()

    def _break_off(self, error: BaseException) -> None:
        """Keep what is done, if anything is, and leave nothing else behind."""
        if not isinstance(error, OutputError):  # what a disk says after it has failed once is not to be relied on
            with suppress(OutputError):
                self._remember()
        if isinstance(error, ResumeError):
            return
        if self._kept:
            error.add_note(f"what is done is kept in {self._part}: --resume goes on with it")
            return
        for path in (self._part, self._journal):
            with suppress(OSError):
                path.unlink()

    def _remember(self) -> None:
        """Write the latest checkpoint down, once what it speaks of is on the disk."""
        if self._latest.pieces > self._kept:
            self._when = time.monotonic()
            self._stream.settle()
            if self._errors:
                self._errors.settle()
            self._append(asdict(self._latest))
            self._kept = self._latest.pieces

    def _last_whole(self, key: str) -> tuple[Checkpoint, int]:
        """Return the last checkpoint that the files reach and where its line ends; the beginning where there is none."""
        nothing = (Checkpoint(), 0)
        try:
            lines = self._journal.read_bytes().splitlines(keepends=True)
        except OSError:
            return nothing
        found: list[tuple[dict[str, Any], int]] = []
        end = 0
        for line in lines:
            end += len(line)
            if line.endswith(b"\n"):  # else a kill or a full disk has cut it off
                with suppress(ValueError):
                    found.append((json.loads(line), end))
        if not found:
            return nothing
        if found[0][0] != {"key": key}:
            message = f"{self._journal}: the run was begun with other options or another version; start it anew without --resume"
            raise ResumeError(message)
        sizes = [path.stat().st_size if path and path.exists() else 0 for path in (self._part, self._errors_path)]
        for values, end in reversed(found[1:]):
            with suppress(TypeError):
                checkpoint = Checkpoint(**values)
                if checkpoint.output <= sizes[0] and checkpoint.errors <= sizes[1]:
                    return checkpoint, end
        return nothing

    def _append(self, value: dict[str, Any]) -> None:
        self._lines.write(json.dumps(value).encode() + b"\n")
        self._lines.settle()


@contextmanager
def _errors_at(errors: Path) -> Iterator[Told]:
    """Open the file of errors: it has its own name from the beginning, since it is read while a run goes on."""
    if is_device(errors):
        with telling(errors):
            told = Told(errors.open("wb"), errors)
        try:
            yield told
        finally:
            told.give_up()
    else:
        with claimed(errors, errors, keeps=True) as told:
            yield told
