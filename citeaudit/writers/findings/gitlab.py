"""Findings as a GitLab Code Quality report: a JSON array that merge requests show, each entry with a name of its own."""

from __future__ import annotations

from citeaudit.model.reports import Severity
from citeaudit.text.shown import json_text, shown
from citeaudit.writers.findings.places import Checked, unique_fingerprints

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}


def dumps_gitlab(checked: Checked) -> str:
    """Return *checked* as a Code Quality report."""
    entries = [
        {
            "description": shown(
                f"{place.finding.code}: {place.finding.message}" + ("" if place.is_exact else f" ({place.where})")
            ),
            "check_name": place.finding.name,
            "fingerprint": fingerprint,
            "severity": SEVERITIES[place.finding.severity],
            "location": {"path": place.path, "lines": {"begin": place.line, "end": place.end_line}},
        }
        for place, fingerprint in zip(checked.places, unique_fingerprints(checked.places), strict=True)
    ]
    entries += [
        {
            "description": shown(str(problem)),
            "check_name": "unreadable",
            "fingerprint": f"unreadable-{number}-{problem.path}",
            "severity": "blocker",
            "location": {"path": problem.path, "lines": {"begin": problem.line or 1}},
        }
        for number, problem in enumerate(checked.problems)
    ]
    return json_text(entries, indent=2) + "\n"
