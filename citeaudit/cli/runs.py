"""A run over an archive: the options go in; what each article came to comes out, piece by piece, in order.

The parent of a run only cuts its input into pieces and passes on bytes; reading, auditing and writing down are one job
that is done in the processes.
"""

from __future__ import annotations

import argparse
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, Generic, TypeVar

from citeaudit.cli.inputs import settings_of
from citeaudit.cli.journals import Checkpoint, ResumeError, chained
from citeaudit.cli.own_places import outputs_among_inputs
from citeaudit.cli.progress import Progress
from citeaudit.cli.run_outputs import BEGINNING, Output, is_resumable
from citeaudit.cli.samples import Draw, draw_all, draw_sample, hash_of
from citeaudit.cli.troubles import Troubles, show_tracebacks, trouble_line
from citeaudit.config import Config
from citeaudit.errors import BUG, ConfigError, unforeseen
from citeaudit.guards import TimeUp, within
from citeaudit.limits import Limits
from citeaudit.model.articles import InputProblem, Origin
from citeaudit.model.reports import ArticleReport, Skipped
from citeaudit.readers import ReadSettings, cut_pieces, place_of, read_piece, suffixes_of
from citeaudit.readers.files import InputFile, find_files
from citeaudit.readers.pieces import Outcome, Piece
from citeaudit.workers import MOST_WORKERS, audit_guarded, check_workers, map_ordered, problem_of, usable_cores

MOST_MEMORY = "more than the memory that one article may take"
Body = TypeVar("Body")
Found = TypeVar("Found", bound=Outcome)
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
    """
    What one piece of the input came to; *origin* is where it was, *position* how far its file was taken from the disk.

    *held* is a hash of what was in it, for a run that can be resumed.
    """

    origin: Origin
    answers: list[Answer[Body]]
    position: int = 0
    held: bytes = b""


@dataclass(frozen=True, slots=True)
class Job(Generic[Body]):
    """
    Read, audit and write down one piece: the work of a process, from unread bytes to what is to be written.

    *shown* are the names that files go by where those are not their own; *verbose*: a bug is told with its traceback.
    """

    settings: ReadSettings
    config: Config
    limits: Limits
    finish: Callable[[ArticleReport | Skipped], Body]
    shown: Mapping[str, str] = field(default_factory=dict)
    verbose: bool = False

    def __call__(self, draw: Draw) -> Iterator[Answer[Body]]:
        """Return the answer of each article of the piece that is meant."""
        if self.verbose:
            show_tracebacks()
        for ordinal, outcome in enumerate(self._read(draw.piece)):
            if draw.chosen is None or ordinal in draw.chosen:
                yield self._answer(outcome)

    def lost(self, draw: Draw, why: str) -> Answer[Body]:
        """Return the answer of a piece that a process died of."""
        return Answer(None, renamed(failed(draw.piece, why), self.shown))

    def _answer(self, outcome: Outcome) -> Answer[Body]:
        audited = audit_guarded(outcome, self.config, self.limits)
        if isinstance(audited, InputProblem):
            return Answer(None, audited)
        try:
            with within(self.limits):
                body = self.finish(audited)
        except TimeUp:
            return self._skipped(audited, "time", f"more than {self.limits.seconds:g} seconds")
        except MemoryError:
            return self._skipped(audited, "memory", MOST_MEMORY)
        except Exception as error:  # noqa: BLE001 - what cannot be written down must not cost the others
            if isinstance(audited, Skipped):
                return Answer(None, audited)
            what, remedy = unforeseen(error)
            return Answer(None, problem_of(audited.article, f"cannot be written down ({what})", remedy))
        if isinstance(audited, Skipped):
            return Answer(body, audited)
        return Answer(body, None, len(audited.findings))

    def _skipped(self, audited: ArticleReport | Skipped, reason: str, detail: str) -> Answer[Body]:
        if isinstance(audited, Skipped):
            return Answer(None, audited)
        skipped = Skipped(audited.article.id, reason, detail, audited.article.origin)
        return Answer(self.finish(skipped), skipped)

    def _read(self, piece: Unread) -> Iterator[Outcome]:
        outcomes = read_piece(piece, self.settings)
        while True:
            try:
                with within(self.limits):
                    outcome = next(outcomes, None)
            except TimeUp:
                yield self._left_out(piece, "time", f"more than {self.limits.seconds:g} seconds")
                return
            except MemoryError:
                yield self._left_out(piece, "memory", MOST_MEMORY)
                return
            if outcome is None:
                return
            yield renamed(outcome, self.shown)

    def _left_out(self, piece: Unread, reason: str, detail: str) -> Skipped:
        origin = origin_of(piece)
        return renamed(Skipped(place_of(origin), reason, detail, origin), self.shown)


def add_run_options(parser: argparse.ArgumentParser) -> None:
    """Add what can be said of a run over many articles to *parser*."""
    group = parser.add_argument_group("many articles")
    group.add_argument(
        "--workers",
        type=worker_count,
        default=1,
        metavar="N",
        help="processes to work in, or auto: one for each core (default: 1)",
    )
    group.add_argument("--sample", type=_positive, metavar="N", help="read only N articles, drawn at random")
    group.add_argument("--seed", type=int, default=0, metavar="S", help="draw the sample by this number (default: 0)")
    group.add_argument("--errors", metavar="FILE", help="keep what could not be read, and what was skipped, as JSON Lines")
    add_fail_on_skips(group)
    group.add_argument("--no-progress", action="store_true", help="do not show how far the run is")


def add_fail_on_skips(group: Any) -> None:
    """Add the option that makes of skips what makes a run fail."""
    group.add_argument("--fail-on-skips", action="store_true", help="exit with 2 if any article is skipped")


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
    pieces = cut_pieces(chosen.files, settings, leave_out=outputs_among_inputs(chosen))
    draws: Iterable[Draw] = draw_all(pieces)
    if chosen.sample is not None:
        draws = draw_sample(pieces, settings, number=chosen.sample, seed=chosen.seed)
    draws = iter(draws)
    held = ""
    for draw in islice(draws, start.pieces):
        held = chained(held, hash_of(draw))
    if held != start.held:
        message = f"the input has changed since the run came to {start.last}; start it anew without --resume"
        raise ResumeError(message)
    job = Job(settings, config, settings.limits, finish, verbose=chosen.verbose)
    return steps_of(draws, job, chosen.workers, holds=is_resumable(chosen))


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
    troubles = Troubles(start.sums, chosen.errors, fails_on_skips=chosen.fail_on_skips)
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
            output.hold(step.held)
            output.mark(number, place_of(step.origin), troubles.sums)
            share.follow(step)
            progress.show(troubles.sums["articles"], troubles.sums["findings"])
    troubles.conclude()
    return troubles


def steps_of(draws: Iterable[Draw], job: Job[Body], workers: int, *, holds: bool = False) -> Iterator[Step[Body]]:
    """Return what each of *draws* comes to, in order, worked on by as many *workers*; *holds*: with the hash of each."""
    given: deque[tuple[Unread, bytes]] = deque()

    def noted() -> Iterator[Draw]:
        for draw in draws:
            given.append((draw.piece, hash_of(draw) if holds else b""))
            yield draw

    for answers in map_ordered(job, noted(), lost=job.lost, workers=workers, patience=job.limits.patience):
        piece, held = given.popleft()
        yield Step(origin_of(piece), answers, piece.position if isinstance(piece, Piece) else 0, held)


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
    return InputProblem(origin.path, f"cannot be read ({why})", f"leave it out; {BUG}", record=origin.record, line=origin.line)


def renamed(outcome: Found, shown: Mapping[str, str]) -> Found:
    """Return *outcome* under the name that its file goes by."""
    if isinstance(outcome, ArticleReport):
        return outcome
    origin = Origin(outcome.path) if isinstance(outcome, InputProblem) else outcome.origin
    name = shown.get(origin.path) if origin else None
    if origin is None or name is None:
        return outcome
    if isinstance(outcome, InputProblem):
        return replace(outcome, path=name)
    id_ = outcome.id.replace(origin.path, name) if outcome.id else None
    return replace(outcome, origin=replace(origin, path=name), id=id_)


def _total_size(chosen: argparse.Namespace) -> int:
    settings = settings_of(chosen)
    if "-" in chosen.files:
        return 0
    files = find_files(chosen.files, exclude=settings.exclude, suffixes=suffixes_of(settings))
    own = {os.path.realpath(path) for path in outputs_among_inputs(chosen)}
    return sum(file.size for file in files if isinstance(file, InputFile) and os.path.realpath(file.name) not in own)


def worker_count(value: str) -> int:
    """
    Return the number of processes that an option asks for.

    :raises argparse.ArgumentTypeError: if it cannot be meant.
    """
    if value == "auto":
        return min(usable_cores(), MOST_WORKERS)
    number = _positive(value)
    try:
        check_workers(number)
    except ConfigError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return number


def _positive(value: str) -> int:
    if not value.isascii() or not value.isdigit() or int(value) < 1:
        message = f"give a whole number above 0, not {value!r}"
        raise argparse.ArgumentTypeError(message)
    return int(value)
