"""Where a run writes: a regular file goes by a journal and can be resumed, everything else is written as it comes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from citeaudit.cli.journals import Checkpoint, Journal
from citeaudit.config import Config
from citeaudit.errors import ConfigError
from citeaudit.model.articles import Article
from citeaudit.provenance import provenance_of
from citeaudit.writers.destinations import destination, is_device

INDIFFERENT = frozenset(("command", "run", "output", "resume", "workers", "no_progress", "fail_on_skips", "verbose"))
"""Options that do not change what is written, so that a run may be resumed with others."""


BEGINNING = Checkpoint()


class Output(Protocol):
    """What a run writes to."""

    @property
    def start(self) -> Checkpoint:
        """Return where the run begins."""

    def write(self, data: bytes) -> object:
        """Write to the output."""

    def write_error(self, data: bytes) -> object:
        """Write to the file of errors, if there is one."""

    def hold(self, piece: bytes) -> None:
        """Take note of what the next piece held."""

    def mark(self, pieces: int, last: str, sums: Mapping[str, int]) -> None:
        """Remember that all is written up to this piece."""


@dataclass(frozen=True, slots=True)
class Stream:
    """An output that cannot be resumed."""

    stream: BinaryIO
    errors: BinaryIO | None
    start: Checkpoint = BEGINNING

    def write(self, data: bytes) -> object:
        """Write to the output."""
        return self.stream.write(data)

    def write_error(self, data: bytes) -> object:
        """Write to the file of errors, if there is one."""
        return self.errors.write(data) if self.errors else None

    def hold(self, piece: bytes) -> None:
        """Remember nothing."""

    def mark(self, pieces: int, last: str, sums: Mapping[str, int]) -> None:
        """Remember nothing."""


def is_resumable(chosen: argparse.Namespace) -> bool:
    """Tell whether the *chosen* output is a file that goes by a journal: that of a report, piece by piece, and no device."""
    path: Path | None = chosen.output
    return (
        chosen.command == "report" and chosen.format != "html" and path is not None and str(path) != "-" and not is_device(path)
    )


@contextmanager
def open_output(chosen: argparse.Namespace, config: Config) -> Iterator[Output]:
    """
    Open what the *chosen* options name as the output of a run.

    :raises ConfigError: if a run is to be resumed that has no file to resume.
    """
    path: Path | None = chosen.output
    errors = Path(chosen.errors) if chosen.errors else None
    is_file = is_resumable(chosen)
    if chosen.resume and chosen.format == "html":
        message = "--resume goes with --format jsonl or text: a page is written when all is read"
        raise ConfigError(message)
    if chosen.resume and not is_file:
        message = "--resume needs the file that the run writes to: give it by -o FILE"
        raise ConfigError(message)
    if path is not None and is_file:
        options = {name: value for name, value in vars(chosen).items() if name not in INDIFFERENT}
        made = asdict(provenance_of(Article(""), config))
        with Journal(path, errors, {"made": made, **options}, resume=chosen.resume) as journal:
            yield journal
        return
    with ExitStack() as stack:
        kept = stack.enter_context(destination(errors)) if errors else None
        yield Stream(stack.enter_context(destination(path)), kept)
