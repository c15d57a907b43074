"""
``citeaudit check``: articles go in, what is wrong with their sourcing comes out, for CI and for editors.

Exit codes: 0 clean, 1 findings at or over --fail-on, 2 trouble. Never 0 when something could not be read.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from citeaudit.cli.changes import changes_since
from citeaudit.cli.checkables import Checkable, ConfigFinder, find_checkables
from citeaudit.cli.collecting import Collected, collect, is_at_least, spool_stdin
from citeaudit.cli.inputs import add_input_options, add_verbose
from citeaudit.cli.known import new_places, read_baseline
from citeaudit.cli.outputs import Output, outputs_of, write_outputs
from citeaudit.cli.own_places import refuse_inputs
from citeaudit.cli.runs import add_fail_on_skips, worker_count
from citeaudit.cli.settings import add_citations
from citeaudit.cli.shown_settings import settings_to_toml
from citeaudit.cli.troubles import is_missed
from citeaudit.config import Config
from citeaudit.extras import load_extra
from citeaudit.model.reports import Severity
from citeaudit.writers.findings import FINDING_WRITERS
from citeaudit.writers.findings.places import WORST_FIRST, Place

DESCRIPTION = """\
Complain of weak sourcing: unnamed sources nobody explains, words that attribute to nobody, quotations without a speaker.
Notes are counted, and listed with --notes. `citeaudit explain CA203` tells what a rule wants and why.
"""


def add_parser(commands: Any) -> None:
    """Add ``check`` to *commands*."""
    parser = commands.add_parser(
        "check",
        help="complain of weak sourcing, for CI",
        description=DESCRIPTION,
        examples=("citeaudit check articles/", "citeaudit check articles/ --changed-since origin/main --format github"),
    )
    add_input_options(parser)
    parser.add_argument(
        "--stdin-filename", metavar="NAME", help="the name that standard input goes by (for its format and settings)"
    )
    parser.add_argument(
        "--workers",
        type=worker_count,
        default=1,
        metavar="N",
        help="processes to read and check with, or auto: one for each core (default: 1)",
    )
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
    add_citations(rules)
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
    add_fail_on_skips(output)
    output.add_argument("--exit-zero", action="store_true", help="exit with 0 for findings (trouble stays 2)")
    output.add_argument("-q", "--quiet", action="store_true", help="say nothing where there is nothing to complain of")
    add_verbose(output, "name each file as it is read, and ")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Check the files that were *chosen*."""
    outputs = outputs_of(chosen.format, chosen.output_file)
    keeps_reports = any(output.writer.needs_reports for output in outputs)
    if keeps_reports:
        load_extra("jinja2", extra="html-report")  # told before anything is read
    baseline = read_baseline(chosen)
    finder = ConfigFinder(chosen)
    with tempfile.TemporaryDirectory() as folder:
        spooled = spool_stdin(chosen, Path(folder))
        if chosen.show_settings:
            return _show_settings(chosen, finder)
        changes = None if chosen.changed_since is None else changes_since(chosen.changed_since, folder=Path.cwd())
        refuse_inputs(_written(chosen, outputs), chosen.files, partial(_names, chosen, finder))
        collected = collect(find_checkables(chosen, finder), chosen, spooled, changes, keeps_reports=keeps_reports)
    places = new_places(collected, chosen, baseline)
    shown = _worst(_listed_places(places, chosen, collected), chosen.max_findings)
    unlisted = Counter(place.finding.severity for place in places)
    unlisted.subtract(Counter(place.finding.severity for place in shown))
    write_outputs(outputs, collected.checked(shown, unlisted), with_statistics=chosen.statistics, is_quiet=chosen.quiet)
    collected.tell_trouble()
    if collected.problems or (chosen.fail_on_skips and any(map(is_missed, collected.skipped))):
        return 2
    has_failed = any(is_at_least(place.finding.severity, collected.fail_on[place.path]) for place in places)
    return int(has_failed and not chosen.exit_zero)


def _written(chosen: argparse.Namespace, outputs: tuple[Output, ...]) -> Iterator[Path]:
    """Yield the files that the check writes."""
    yield from (output.path for output in outputs if output.path is not None)
    if chosen.baseline and (chosen.write_baseline or chosen.prune_baseline):
        yield chosen.baseline


def _names(chosen: argparse.Namespace, finder: ConfigFinder, name: str) -> Iterator[str]:
    """Yield the files that *name* leads to."""
    found = find_checkables(argparse.Namespace(**{**vars(chosen), "files": [name]}), finder)
    return (item.path for item in found)


def _worst(places: list[Place], most: int | None) -> list[Place]:
    """Return at most *most* of *places*, the worst, in the order that they had."""
    if most is None:
        return places
    kept = sorted(range(len(places)), key=lambda index: WORST_FIRST.index(places[index].finding.severity))[:most]
    return [places[index] for index in sorted(kept)]


def _listed_places(places: list[Place], chosen: argparse.Namespace, collected: Collected) -> list[Place]:
    """Return the *places* to list: warnings and errors, and notes where they are asked for or fail the check."""
    return [
        place
        for place in places
        if chosen.notes
        or place.finding.severity is not Severity.NOTE
        or is_at_least(place.finding.severity, collected.fail_on[place.path])
    ]


def _show_settings(chosen: argparse.Namespace, finder: ConfigFinder) -> int:
    found = (item for item in find_checkables(chosen, finder) if isinstance(item, Checkable))
    configs: dict[Path | None, Config] = {finder.file_for(item.path): item.config for item in found}
    sys.stdout.write(settings_to_toml(configs))
    return 0 if configs else 2


def _listed(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _whole(value: str) -> int:
    number = int(value)
    if number < 0:
        raise ValueError
    return number
