"""A run over an archive: the options go in; what each article came to comes out, piece by piece, in order.

The parent of a run only cuts its input into pieces and passes on bytes; reading, auditing and writing down are one job
that is done in the processes.
"""

from __future__ import annotations

import argparse
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from citeaudit.cli.inputs import settings_of
from citeaudit.cli.journals import Checkpoint, ResumeError
from citeaudit.cli.progress import Progress
from citeaudit.cli.run_outputs import BEGINNING, Output
from citeaudit.cli.samples import Draw, draw_all, draw_sample
from citeaudit.cli.troubles import Troubles, trouble_line
from citeaudit.config import Config
from citeaudit.guards import TimeUp, within
from citeaudit.limits import Limits
from citeaudit.model.articles import InputProblem, Origin
from citeaudit.model.reports import ArticleReport, Skipped
from citeaudit.readers import ReadSettings, cut_pieces, place_of, read_piece, suffixes_of
from citeaudit.readers.files import InputFile, find_files
from citeaudit.readers.pieces import Outcome, Piece
from citeaudit.workers import audit_guarded, check_workers, map_ordered, usable_cores

Body = TypeVar("Body")
Unread = Piece | InputProblem | Skipped


@dataclass(frozen=True, slots=True)
class Answer(Generic[Body]):
    """
    What one article came to.

    *body* is what the run makes of a report or of a skip, None where there is a problem; *trouble* is the skip or problem.
    """

    body: Body | None
    trouble: Skipped | InputProblem | None = None
    findings: int = 0


@dataclass(frozen=True, slots=True)
class Step(Generic[Body]):
    """What one piece of the input came to; *origin* is where it was, *position* how far its file was taken from the disk."""

    origin: Origin
    answers: list[Answer[Body]]
    position: int = 0


@dataclass(frozen=True, slots=True)
class Job(Generic[Body]):
    """Read, audit and write down one piece: the work of a process, from unread bytes to what is to be written."""

    settings: ReadSettings
    config: Config
    limits: Limits
    finish: Callable[[ArticleReport | Skipped], Body]

    def __call__(self, draw: Draw) -> Iterator[Answer[Body]]:
        """Return the answer of each article of the piece that is meant."""
        for ordinal, outcome in enumerate(self._read(draw.piece)):
            if draw.chosen is None or ordinal in draw.chosen:
                yield self._answer(outcome)

    def lost(self, draw: Draw, why: str) -> Answer[Body]:
        """Return the answer of a piece that a process died of."""
        return Answer(None, failed(draw.piece, why))

    def _answer(self, outcome: Outcome) -> Answer[Body]:
        match audit_guarded(outcome, self.config, self.limits):
            case InputProblem() as problem:
                return Answer(None, problem)
            case Skipped() as skipped:
                return Answer(self.finish(skipped), skipped)
            case report:
                return Answer(self.finish(report), None, len(report.findings))

    def _read(self, piece: Unread) -> Iterator[Outcome]:
        outcomes = read_piece(piece, self.settings)
        while True:
            try:
                with within(self.limits):
                    outcome = next(outcomes, None)
            except TimeUp:
                origin = origin_of(piece)
                yield Skipped(place_of(origin), "time", f"more than {self.limits.seconds:g} seconds", origin)
                return
            except MemoryError:
                origin = origin_of(piece)
                yield Skipped(place_of(origin), "memory", "more than the memory that one article may take", origin)
                return
            except Exception as error:  # noqa: BLE001 - what a library makes of a hostile file must not cost the others
                yield failed(piece, f"{type(error).__name__}: {error}")
                return
            if outcome is None:
                return
            yield outcome


def add_run_options(parser: argparse.ArgumentParser) -> None:
    """Add what can be said of a run over many articles to *parser*."""
    group = parser.add_argument_group("many articles")
    group.add_argument(
        "--workers", type=_workers, default=1, metavar="N", help="processes to work in, or auto: one for each core (default: 1)"
    )
    group.add_argument("--sample", type=_positive, metavar="N", help="read only N articles, drawn at random")
    group.add_argument("--seed", type=int, default=0, metavar="S", help="draw the sample by this number (default: 0)")
    group.add_argument("--errors", metavar="FILE", help="keep what could not be read, and what was skipped, as JSON Lines")
    group.add_argument("--no-progress", action="store_true", help="do not show how far the run is")


def run_steps(
    chosen: argparse.Namespace,
    config: Config,
    finish: Callable[[ArticleReport | Skipped], Body],
    *,
    start: Checkpoint = BEGINNING,
) -> Iterator[Step[Body]]:
    """
    Return the steps of the run that the *chosen* options ask for, in the order of the input, from *start* on.

    :raises ConfigError: if an option cannot be meant, at once.
    :raises ResumeError: if the input is not what it was when the run came to *start*, at once.
    """
    settings = settings_of(chosen)
    pieces = cut_pieces(chosen.files, settings)
    draws: Iterable[Draw] = draw_all(pieces)
    if chosen.sample is not None:
        draws = draw_sample(pieces, settings, number=chosen.sample, seed=chosen.seed)
    draws = iter(draws)
    last = deque(islice(draws, start.pieces), maxlen=1)
    if start.pieces and (not last or place_of(origin_of(last[0].piece)) != start.last):
        message = f"the input has changed since the run came to {start.last}; start it anew without --resume"
        raise ResumeError(message)
    return _steps(draws, Job(settings, config, settings.limits, finish), chosen.workers)


def write_run(
    chosen: argparse.Namespace, config: Config, finish: Callable[[ArticleReport | Skipped], bytes], output: Output
) -> int:
    """Write the bytes that *finish* makes of each article to *output*, and return the exit code."""
    return follow_run(chosen, config, finish, output.write, output).exit_code


def follow_run(
    chosen: argparse.Namespace,
    config: Config,
    finish: Callable[[ArticleReport | Skipped], Body],
    take: Callable[[Body], object],
    output: Output,
) -> Troubles:
    """Let *take* have what *finish* makes of each article, show how far the run is, and return what went wrong."""
    start = output.start
    troubles = Troubles(start.sums, chosen.errors)
    share = Share(chosen)
    with Progress(share, is_wanted=not chosen.no_progress) as progress:
        for number, step in enumerate(run_steps(chosen, config, finish, start=start), start.pieces + 1):
            for answer in step.answers:
                if answer.body is not None:
                    take(answer.body)
                if answer.trouble is not None:
                    progress.pause()
                    output.write_error(trouble_line(answer.trouble))
                troubles.count(answer.trouble, answer.findings)
            output.mark(number, place_of(step.origin), troubles.sums)
            share.follow(step)
            progress.show(troubles.sums["articles"], troubles.sums["findings"])
    troubles.conclude()
    return troubles


def _steps(draws: Iterable[Draw], job: Job[Body], workers: int) -> Iterator[Step[Body]]:
    given: deque[Unread] = deque()

    def noted() -> Iterator[Draw]:
        for draw in draws:
            given.append(draw.piece)
            yield draw

    for answers in map_ordered(job, noted(), lost=job.lost, workers=workers, patience=job.limits.patience):
        piece = given.popleft()
        yield Step(origin_of(piece), answers, piece.position if isinstance(piece, Piece) else 0)


class Share:
    """How much of the input is done, by the bytes on disk: followed step by step, and reckoned only when asked for."""

    def __init__(self, chosen: argparse.Namespace) -> None:
        self._chosen = chosen
        self._path, self._before, self._position = "", 0, 0
        self._total: int | None = None

    def follow(self, step: Step[Body]) -> None:
        """Note how far *step* is."""
        if step.origin.path != self._path:
            self._before += InputFile(self._path).size if self._path else 0
            self._path = step.origin.path
        self._position = step.position

    def __call__(self) -> float | None:
        """Return the share (0.0 to 1.0), or None where nobody can tell: of standard input, or of a sample drawn beforehand."""
        if self._total is None:
            self._total = 0 if self._chosen.sample else _total_size(self._chosen)
        return min(1.0, (self._before + self._position) / self._total) if self._total else None


def origin_of(piece: Unread) -> Origin:
    """Return where *piece* was, whatever it is."""
    if isinstance(piece, InputProblem):
        return Origin(piece.path, piece.record, piece.line)
    return piece.origin or Origin("-")


def failed(piece: Unread, why: str) -> InputProblem:
    """Return the problem of a *piece* that cannot be read for a reason that nobody foresaw."""
    origin = origin_of(piece)
    what = f"cannot be read ({why})"
    return InputProblem(origin.path, what, "leave it out, or report it", record=origin.record, line=origin.line)


def _total_size(chosen: argparse.Namespace) -> int:
    settings = settings_of(chosen)
    if "-" in chosen.files:
        return 0
    files = find_files(chosen.files, exclude=settings.exclude, suffixes=suffixes_of(settings))
    return sum(file.size for file in files if isinstance(file, InputFile))


def _workers(value: str) -> int:
    if value == "auto":
        return usable_cores()
    number = _positive(value)
    check_workers(number)
    return number


def _positive(value: str) -> int:
    if not value.isascii() or not value.isdigit() or int(value) < 1:
        message = f"give a whole number above 0, not {value!r}"
        raise argparse.ArgumentTypeError(message)
    return int(value)
