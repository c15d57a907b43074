"""
Findings as GitHub shows them beside the lines of a pull request, and the summary of the step.

The runner reads workflow commands on standard output; it keeps ten annotations of a kind for each step, so the worst go
first and the rest are counted. Escapes are those of the runner: percent in a message, colon and comma in a property as well;
what is shown has no line ends.
"""

from __future__ import annotations

from collections import Counter

from citeaudit.model.reports import Severity
from citeaudit.model.showing import several
from citeaudit.text.shown import shown
from citeaudit.writers.findings.places import Checked, Place, summary_of

KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
MOST = 10
SUMMARY_ROWS = 200
"""A step's summary may have 1 MiB; two hundred rows are more than anyone reads."""


def dumps_github(checked: Checked) -> str:
    """Return *checked* as workflow commands."""
    lines = [
        f"::error file={_property(problem.path)},line={problem.line or 1},title=unreadable::{_data(str(problem))}"
        for problem in checked.problems[:MOST]
    ]
    shown: Counter[Severity] = Counter({Severity.ERROR: len(lines)})
    left: Counter[Severity] = Counter()
    for place in checked.worst_first:
        severity = place.finding.severity
        if shown[severity] < MOST:
            shown[severity] += 1
            lines.append(_annotation(place))
        else:
            left[severity] += 1
    lines += [f"{several(count, 'more ' + severity.value)}, not annotated" for severity, count in left.items()]
    lines.append(summary_of(checked))
    return "\n".join(lines) + "\n"


def github_summary(checked: Checked) -> str:
    """Return the Markdown that a step shows on the page of its run."""
    rows = ["### Attribution check", "", _cell(summary_of(checked)), ""]
    if checked.places:
        rows += ["| | rule | where | message |", "|---|---|---|---|"]
    for place in checked.worst_first[:SUMMARY_ROWS]:
        finding = place.finding
        rows.append(f"| {finding.severity} | {finding.code} {finding.name} | {_cell(place.where)} | {_cell(finding.message)} |")
    if len(checked.places) > SUMMARY_ROWS:
        rows += ["", f"… and {several(len(checked.places) - SUMMARY_ROWS, 'more finding')}."]
    rows += [f"- could not be read: {_cell(str(problem))}" for problem in checked.problems[:SUMMARY_ROWS]]
    return "\n".join(rows) + "\n"


def _annotation(place: Place) -> str:
    finding = place.finding
    properties = {"file": place.path, "line": str(place.line)}
    if place.is_exact:
        properties |= {"endLine": str(place.end.line), "col": str(place.start.column)}
        if place.end.line == place.start.line:  # the runner refuses an end column on another line
            properties["endColumn"] = str(place.end.column)
    properties["title"] = f"{finding.code} {finding.name}"
    message = finding.message if place.is_exact else f"{place.where}: {finding.message}"
    inside = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{KINDS[finding.severity]} {inside}::{_data(message)}"


def _data(words: str) -> str:
    return shown(words).replace("%", "%25")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


def _cell(words: str) -> str:
    flat = shown(" ".join(words.split()))
    return "".join(f"\\{character}" if character in "\\|`*_<>[]" else character for character in flat)
