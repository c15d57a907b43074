"""
What a check gathers: files go in, and are read and audited under their settings; findings with their places come out.

Files that share a configuration are audited together, so that processes stay busy; a report is let go as soon as its
findings have places.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from pathlib import Path

import attrs

from citeaudit.cli.changes import Changes, Lines, has_changed
from citeaudit.cli.checkables import Checkable
from citeaudit.cli.inputs import settings_of
from citeaudit.cli.keeping import Kept
from citeaudit.cli.runs import Job, steps_of
from citeaudit.cli.samples import draw_all
from citeaudit.cli.saying import say
from citeaudit.config import Config
from citeaudit.model.articles import InputProblem
from citeaudit.model.reports import ArticleReport, Severity, Skipped
from citeaudit.readers import cut_pieces
from citeaudit.rules import RULES
from citeaudit.suppressions import has_suppressions, suppress
from citeaudit.writers.findings.places import WORST_FIRST, Checked, Place, find_places

STDIN = "-"
LONGEST_SUFFIX = 32
"""Characters: longer than any that tells a format, shorter than file systems take for a name."""
MARKED_UP = frozenset((".md", ".markdown", ".html", ".htm", ".xhtml"))
"""Files whose comments may suppress, and whose text is taken out of them."""
ABOUT_ARTICLE = frozenset(rule.code for rule in RULES if rule.is_about_article)


@dataclass(slots=True)
class Collected:
    """What a run gathers as it reads, file by file; reports are let go as soon as their findings have places."""

    places: list[Place] = field(default_factory=list)
    problems: list[InputProblem] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    fail_on: dict[str, Severity] = field(default_factory=dict)
    articles: int = 0
    claims: int = 0
    attributed: int = 0
    kept: Kept | None = None

    def take(self, found: Found) -> None:
        """Add what is *found* in one article."""
        self.articles += 1
        self.claims += found.claims
        self.attributed += found.attributed
        self.unused += found.unused
        self.places += found.places
        if self.kept is not None and found.report is not None:
            self.kept.add(found.path, found.report)

    def checked(self, shown: list[Place], unlisted: Counter[Severity]) -> Checked:
        """Return what writers need."""
        return Checked(
            tuple(shown),
            tuple(self.problems),
            tuple(self.skipped),
            unlisted,
            self.articles,
            self.claims,
            self.attributed,
            tuple(self.paths),
            self.kept or (),
        )

    def tell_trouble(self) -> None:
        """Say on standard error what could not be read, what was skipped, and which suppressions do nothing."""
        for problem in self.problems:
            say(str(problem))
        for skipped in self.skipped:
            say(f"{skipped.id}: skipped ({skipped.reason}: {skipped.detail})")
        for unused in self.unused:
            say(unused)


def collect(
    found: Iterable[Checkable | InputProblem],
    chosen: argparse.Namespace,
    spooled: Path | None,
    changes: Changes | None,
    *,
    keeps_reports: bool = False,
) -> Collected:
    """
    Return what is found in the files that were *found*, standard input from where it is *spooled*, of what *changes* hold.

    *keeps_reports*: with the reports themselves, for a format that needs them.
    """
    collected = Collected(kept=Kept() if keeps_reports else None)
    wanted = _wanted(found, spooled, changes, chosen, collected)
    for _, group in groupby(wanted, key=lambda file: id(file.config)):
        _check_files(list(group), chosen, collected)
    return collected


@dataclass(frozen=True, slots=True)
class File:
    """One file that is read: the name it is shown under, where it lies, and the lines of it that count (None: all)."""

    shown: str
    place: Path
    config: Config
    lines: Lines | None


def _wanted(
    found: Iterable[Checkable | InputProblem],
    spooled: Path | None,
    changes: Changes | None,
    chosen: argparse.Namespace,
    collected: Collected,
) -> Iterator[File]:
    """Yield the files to read; what is no file is a problem of the run, what did not change is left out."""
    lines: dict[Path, Lines] = {}
    if changes is not None:
        found = list(found)
        lines = changes.lines_of(Path(item.path) for item in found if isinstance(item, Checkable) and item.path != STDIN)
    for item in found:
        if isinstance(item, InputProblem):
            collected.problems.append(item)
        elif item.path == STDIN and spooled:
            yield File(chosen.stdin_filename or STDIN, spooled, item.config, None)
        elif changes is None:
            yield File(item.path, Path(item.path), item.config, None)
        elif changed := lines[Path(item.path)]:
            yield File(item.path, Path(item.path), item.config, changed)


@dataclass(frozen=True, slots=True)
class Found:
    """What is found in one article: its findings with their places, suppressions that do nothing, and how many claims it has."""

    path: str
    places: tuple[Place, ...]
    unused: tuple[str, ...] = ()
    claims: int = 0
    attributed: int = 0
    report: ArticleReport | None = None


def _check_files(files: list[File], chosen: argparse.Namespace, collected: Collected) -> None:
    """Check *files*, which share one configuration, by the same job as a run over an archive."""
    config = files[0].config
    for file in files:
        collected.paths.append(file.shown)
        collected.fail_on[file.shown] = config.fail_on
        if chosen.verbose:
            say(f"checking {file.shown}")
    settings = attrs.evolve(settings_of(chosen), publisher=chosen.publisher or config.publisher)
    by_name = {file.shown: (str(file.place), file.lines) for file in files}
    finish = partial(find, files=by_name, encoding=chosen.encoding, keeps_report=collected.kept is not None)
    shown = {str(file.place): file.shown for file in files if file.shown != str(file.place)}
    job = Job(settings, config, settings.limits, finish, shown, verbose=chosen.verbose)
    pieces = cut_pieces([file.place for file in files], settings)
    for step in steps_of(draw_all(pieces), job, chosen.workers):
        for answer in step.answers:
            if isinstance(answer.trouble, InputProblem):
                collected.problems.append(answer.trouble)
            elif answer.trouble is not None:
                collected.skipped.append(answer.trouble)
            elif answer.body is not None:
                collected.take(answer.body)


def find(
    report: ArticleReport | Skipped,
    *,
    files: Mapping[str, tuple[str, Lines | None]],
    encoding: str,
    keeps_report: bool = False,
) -> Found | None:
    """Return what is found in one article, on those lines of its file that count; nothing of one that is skipped."""
    if isinstance(report, Skipped) or report.article.origin is None:
        return None
    path = report.article.origin.path
    place, lines = files[path]
    raw: str | None = None
    told: tuple[str, ...] = ()
    if Path(place).suffix.lower() in MARKED_UP:
        raw = Path(place).read_text(encoding=encoding, errors="replace")
        if has_suppressions(raw):
            report, unused = suppress(report, raw, path)
            told = tuple(map(str, unused))
    places = (
        found
        for found in find_places(report, path=path, raw=raw, about_article=ABOUT_ARTICLE)
        if lines is None or found.is_about_article or has_changed(found, report.article, lines)
    )
    attributed = sum(claim.is_attributed for claim in report.claims)
    return Found(path, tuple(places), told, len(report.claims), attributed, report if keeps_report else None)


def spool_stdin(chosen: argparse.Namespace, folder: Path) -> Path | None:
    """Keep standard input in a file of the right suffix, since it is read twice (for its text and for its comments)."""
    if STDIN not in chosen.files:
        return None
    suffix = (Path(chosen.stdin_filename or "").suffix or ".txt")[:LONGEST_SUFFIX]
    spooled = folder / f"stdin{suffix}"
    spooled.write_bytes(sys.stdin.buffer.read())
    return spooled


def is_at_least(severity: Severity, least: Severity) -> bool:
    """Tell whether *severity* is as grave as *least*, or graver."""
    return WORST_FIRST.index(severity) <= WORST_FIRST.index(least)
