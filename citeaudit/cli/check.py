"""
``citeaudit check``: articles go in, what is wrong with their sourcing comes out, for CI and for editors.

Exit codes: 0 clean, 1 findings at or over --fail-on, 2 trouble. Never 0 when something could not be read.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from citeaudit.api import audit_many, read
from citeaudit.baselines import Baseline, Known, loads_baseline
from citeaudit.cli.checkables import Checkable, ConfigFinder, find_checkables, settings_lines
from citeaudit.cli.git import Changes, Lines, changes_since, touches
from citeaudit.cli.inputs import add_input_options, fields_of
from citeaudit.cli.outputs import outputs_of, write_outputs
from citeaudit.config import Config
from citeaudit.errors import ConfigError
from citeaudit.model.articles import Article, InputProblem, Origin
from citeaudit.model.reports import ArticleReport, Severity, Skipped
from citeaudit.rules import RULES
from citeaudit.suppressions import has_suppressions, suppress
from citeaudit.writers.destinations import destination
from citeaudit.writers.findings import FINDING_WRITERS
from citeaudit.writers.findings.places import WORST_FIRST, Checked, Place, find_places

DESCRIPTION = """\
Complain of weak sourcing: unnamed sources nobody explains, words that attribute to nobody, quotations without a speaker.
Notes are counted, and listed with --notes. `citeaudit explain CA203` tells what a rule wants and why.
"""
STDIN = "-"
MARKED_UP = frozenset((".md", ".markdown", ".html", ".htm", ".xhtml"))
"""Files whose comments may suppress, and whose text is taken out of them."""
ABOUT_ARTICLE = frozenset(rule.code for rule in RULES if rule.is_about_article)


def add_parser(commands: Any) -> None:
    """Add ``check`` to *commands*."""
    parser = commands.add_parser("check", help="complain of weak sourcing, for CI", description=DESCRIPTION)
    add_input_options(parser)
    parser.add_argument(
        "--stdin-filename", metavar="NAME", help="the name that standard input goes by (for its format and settings)"
    )
    parser.add_argument("--workers", type=_whole, default=1, metavar="N", help="processes to read and check with (default: 1)")
    rules = parser.add_argument_group("rules")
    rules.add_argument(
        "--select", type=_listed, metavar="RULES", help="the rules to run, as in CA1,vague-attribution; ALL for all"
    )
    rules.add_argument("--extend-select", type=_listed, metavar="RULES", help="rules to run beside those that are on")
    rules.add_argument("--ignore", type=_listed, metavar="RULES", help="rules to leave out")
    rules.add_argument(
        "--minimum-attributed",
        type=float,
        metavar="SHARE",
        help="complain of articles under this share (0 to 1) of attributed claims",
    )
    rules.add_argument("--config", type=Path, metavar="FILE", help="the file of settings, instead of the nearest one")
    rules.add_argument("--isolated", action="store_true", help="use no file of settings")
    rules.add_argument("--show-settings", action="store_true", help="show the settings that hold for the files, and stop")
    new = parser.add_argument_group("only what is new")
    new.add_argument("--baseline", type=Path, metavar="FILE", help="leave out the findings that this file knows")
    new.add_argument("--write-baseline", action="store_true", help="write all present findings to the baseline, and exit with 0")
    new.add_argument("--prune-baseline", action="store_true", help="take out of the baseline what is no longer found")
    new.add_argument("--changed-since", metavar="REV", help="only findings on lines that changed in git since this revision")
    output = parser.add_argument_group("output")
    names = ", ".join(writer.name for writer in FINDING_WRITERS)
    output.add_argument(
        "--format", action="append", default=[], metavar="FORMAT[:FILE]", help=f"{names}; may be given several times"
    )
    output.add_argument("-o", "--output-file", type=Path, metavar="FILE", help="where to write what has no FILE of its own")
    output.add_argument("--notes", action="store_true", help="list notes too")
    output.add_argument(
        "--max-findings", type=_whole, metavar="N", help="list at most so many, the worst first; the others are counted"
    )
    output.add_argument("--statistics", action="store_true", help="count by rule instead of listing")
    output.add_argument(
        "--fail-on", choices=[*Severity], metavar="SEVERITY", help="the least severity that fails: error, warning (default), note"
    )
    output.add_argument("--exit-zero", action="store_true", help="exit with 0 for findings (trouble stays 2)")
    output.add_argument("-q", "--quiet", action="store_true", help="say nothing where there is nothing to complain of")
    output.add_argument("-v", "--verbose", action="store_true", help="name each file as it is read")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Check the files that were *chosen*."""
    outputs = outputs_of(chosen.format, chosen.output_file)
    if (chosen.write_baseline or chosen.prune_baseline) and chosen.baseline is None:
        message = "--write-baseline and --prune-baseline need --baseline FILE"
        raise ConfigError(message)
    baseline = None if chosen.baseline is None or chosen.write_baseline else _read_baseline(chosen.baseline)
    finder = ConfigFinder(chosen)
    with tempfile.TemporaryDirectory() as folder:
        spooled = _spool_stdin(chosen, Path(folder))
        if chosen.show_settings:
            return _show_settings(chosen, finder)
        changed = changes_since(chosen.changed_since, folder=Path.cwd()) if chosen.changed_since else None
        collected = Collected()
        wanted = _wanted(find_checkables(chosen, finder), spooled, changed, chosen, collected)
        for _, group in groupby(wanted, key=lambda file: id(file.config)):
            _check_files(list(group), chosen, collected)
    places = collected.places
    if chosen.write_baseline:
        _write_baseline(chosen.baseline, Baseline.of(map(_known, _listed_places(places, chosen, collected))))
    if baseline is not None:
        if chosen.prune_baseline:
            _write_baseline(chosen.baseline, baseline.pruned(map(_known, places), frozenset(collected.paths)))
        places = [place for place, is_new in zip(places, baseline.new(map(_known, places)), strict=True) if is_new]
    failing = [place for place in places if _is_at_least(place.finding.severity, collected.fail_on[place.path])]
    shown = _listed_places(places, chosen, collected)
    if chosen.max_findings is not None:
        kept = sorted(range(len(shown)), key=lambda i: WORST_FIRST.index(shown[i].finding.severity))[: chosen.max_findings]
        shown = [shown[index] for index in sorted(kept)]
    unlisted = Counter(p.finding.severity for p in places)
    unlisted.subtract(Counter(p.finding.severity for p in shown))
    write_outputs(outputs, collected.checked(shown, unlisted), with_statistics=chosen.statistics, is_quiet=chosen.quiet)
    collected.tell_trouble()
    if collected.problems:
        return 2
    return int(bool(failing) and not chosen.exit_zero and not chosen.write_baseline)


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
    changed: Changes | None,
    chosen: argparse.Namespace,
    collected: Collected,
) -> Iterator[File]:
    """Yield the files to read; what is no file is a problem of the run, what did not change is left out."""
    for item in found:
        if isinstance(item, InputProblem):
            collected.problems.append(item)
        elif item.path == STDIN and spooled:
            yield File(chosen.stdin_filename or STDIN, spooled, item.config, None)
        elif changed is None:
            yield File(item.path, Path(item.path), item.config, None)
        elif lines := changed.lines_of(Path(item.path)):
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
    )
    renamed = (_renamed(article, by_place) for article in articles)
    for outcome in audit_many(renamed, config=config, workers=chosen.workers):
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


def _listed_places(places: list[Place], chosen: argparse.Namespace, collected: Collected) -> list[Place]:
    """Return the *places* to list: warnings and errors, and notes where they are asked for or fail the check."""
    return [
        place
        for place in places
        if chosen.notes
        or place.finding.severity is not Severity.NOTE
        or _is_at_least(place.finding.severity, collected.fail_on[place.path])
    ]


def _is_at_least(severity: Severity, least: Severity) -> bool:
    return WORST_FIRST.index(severity) <= WORST_FIRST.index(least)


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


def _spool_stdin(chosen: argparse.Namespace, folder: Path) -> Path | None:
    """Keep standard input in a file of the right suffix, since it is read twice (for its text and for its comments)."""
    if STDIN not in chosen.files:
        return None
    suffix = Path(chosen.stdin_filename or "").suffix or ".txt"
    spooled = folder / f"stdin{suffix}"
    spooled.write_bytes(sys.stdin.buffer.read())
    return spooled


def _show_settings(chosen: argparse.Namespace, finder: ConfigFinder) -> int:
    seen: set[Path | None] = set()
    for item in find_checkables(chosen, finder):
        path = finder.file_for(item.path)
        if isinstance(item, Checkable) and path not in seen:
            seen.add(path)
            sys.stdout.write("\n".join(settings_lines(item.config, path)) + "\n")
    return 0 if seen else 2


def _known(place: Place) -> Known:
    return Known(place.path, place.finding.code, place.finding.fingerprint)


def _read_baseline(path: Path) -> Baseline:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        message = f"{path}: no such baseline; --write-baseline makes it"
        raise ConfigError(message) from error
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: the baseline cannot be read ({error}); write it anew with --write-baseline"
        raise ConfigError(message) from error
    return loads_baseline(text, name=str(path))


def _write_baseline(path: Path, baseline: Baseline) -> None:
    with destination(path) as stream:
        stream.write(baseline.dumps().encode("utf-8", "surrogateescape"))


def _listed(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _whole(value: str) -> int:
    number = int(value)
    if number < 0:
        raise ValueError
    return number
