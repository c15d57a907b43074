"""
What a check gathers: files go in, and are read and audited under their settings; findings with their places come out.

Files that share a configuration are audited together, so that processes stay busy; a report is let go as soon as its
findings have places.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from citeaudit.api import audit_many, read
from citeaudit.cli.checkables import Checkable
from citeaudit.cli.git import Changes, Lines, touches
from citeaudit.cli.inputs import fields_of
from citeaudit.cli.limiting import limits_of
from citeaudit.config import Config
from citeaudit.model.articles import Article, InputProblem, Origin
from citeaudit.model.reports import ArticleReport, Severity, Skipped
from citeaudit.rules import RULES
from citeaudit.suppressions import has_suppressions, suppress
from citeaudit.writers.findings.places import WORST_FIRST, Checked, Place, find_places

STDIN = "-"
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
        )

    def tell_trouble(self) -> None:
        """Say on standard error what could not be read, what was skipped, and which suppressions do nothing."""
        for problem in self.problems:
            sys.stderr.write(f"citeaudit: {problem}\n")
        for skipped in self.skipped:
            sys.stderr.write(f"citeaudit: {skipped.id}: skipped ({skipped.reason}: {skipped.detail})\n")
        for unused in self.unused:
            sys.stderr.write(f"citeaudit: {unused}\n")


def collect(
    found: Iterable[Checkable | InputProblem], chosen: argparse.Namespace, spooled: Path | None, changes: Changes | None
) -> Collected:
    """Return what is found in the files that were *found*, standard input from where it is *spooled*, of what *changes* hold."""
    collected = Collected()
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
    for item in found:
        if isinstance(item, InputProblem):
            collected.problems.append(item)
        elif item.path == STDIN and spooled:
            yield File(chosen.stdin_filename or STDIN, spooled, item.config, None)
        elif changes is None:
            yield File(item.path, Path(item.path), item.config, None)
        elif lines := changes.lines_of(Path(item.path)):
            yield File(item.path, Path(item.path), item.config, lines)


def _check_files(files: list[File], chosen: argparse.Namespace, collected: Collected) -> None:
    """Check *files*, which share one configuration."""
    config = files[0].config
    by_place, by_name = {str(file.place): file for file in files}, {file.shown: file for file in files}
    for file in files:
        collected.paths.append(file.shown)
        collected.fail_on[file.shown] = config.fail_on
        if chosen.verbose:
            sys.stderr.write(f"citeaudit: checking {file.shown}\n")
    articles = read(
        [file.place for file in files],
        input_format=chosen.input_format,
        encoding=chosen.encoding,
        publisher=chosen.publisher or config.publisher,
        fields=fields_of(chosen.field),
        limits=limits_of(chosen),
    )
    renamed = (_renamed(article, by_place) for article in articles)
    for outcome in audit_many(renamed, config=config, workers=chosen.workers, limits=limits_of(chosen)):
        if isinstance(outcome, InputProblem):
            collected.problems.append(outcome)
        elif isinstance(outcome, Skipped):
            collected.skipped.append(outcome)
        elif outcome.article.origin is not None:
            _collect(outcome, by_name[outcome.article.origin.path], chosen.encoding, collected)


def _collect(report: ArticleReport, file: File, encoding: str, collected: Collected) -> None:
    raw = None
    if file.place.suffix.lower() in MARKED_UP:
        raw = file.place.read_text(encoding=encoding, errors="replace")
        if has_suppressions(raw):
            report, unused = suppress(report, raw, file.shown)
            collected.unused += map(str, unused)
    collected.articles += 1
    collected.claims += len(report.claims)
    collected.attributed += sum(claim.is_attributed for claim in report.claims)
    for found in find_places(report, path=file.shown, raw=raw, about_article=ABOUT_ARTICLE):
        if file.lines is None or found.is_about_article or touches(file.lines, found.line, found.end_line):
            collected.places.append(found)


def _renamed(read: Article | InputProblem | Skipped, by_place: dict[str, File]) -> Article | InputProblem | Skipped:
    """Return what was read, a spooled standard input under the name that it goes by."""
    path = read.path if isinstance(read, InputProblem) else read.origin.path if read.origin else ""
    file = by_place.get(path)
    if file is None or file.shown == path:
        return read
    if isinstance(read, InputProblem):
        return replace(read, path=file.shown)
    origin = replace(read.origin, path=file.shown) if read.origin else Origin(file.shown)
    return replace(read, origin=origin, id=read.id.replace(path, file.shown) if read.id else None)


def spool_stdin(chosen: argparse.Namespace, folder: Path) -> Path | None:
    """Keep standard input in a file of the right suffix, since it is read twice (for its text and for its comments)."""
    if STDIN not in chosen.files:
        return None
    suffix = Path(chosen.stdin_filename or "").suffix or ".txt"
    spooled = folder / f"stdin{suffix}"
    spooled.write_bytes(sys.stdin.buffer.read())
    return spooled


def is_at_least(severity: Severity, least: Severity) -> bool:
    """Tell whether *severity* is as grave as *least*, or graver."""
    return WORST_FIRST.index(severity) <= WORST_FIRST.index(least)
