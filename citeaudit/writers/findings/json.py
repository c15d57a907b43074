"""
Findings as JSON: one document for a run, or one object a line.

The keys are written by hand, as those of a report are, so that renaming an attribute cannot change them.
"""

from __future__ import annotations

from typing import Any

from citeaudit.text.shown import json_text
from citeaudit.writers.findings.places import Checked, Place

SCHEMA = "citeaudit/findings/1"


def dumps_json(checked: Checked) -> str:
    """Return *checked* as one JSON document."""
    document = {
        "schema": SCHEMA,
        "findings": [finding_to_json(place) for place in checked.places],
        "problems": _problems(checked),
        "skipped": [{"id": skipped.id, "reason": skipped.reason, "detail": skipped.detail} for skipped in checked.skipped],
        "counts": {severity.value: count for severity, count in checked.counts.items()},
        "unlisted": {severity.value: checked.unlisted[severity] for severity in checked.counts},
        "articles": checked.articles,
        "claims": checked.claims,
        "attributed": checked.attributed,
    }
    return json_text(document, indent=2) + "\n"


def dumps_jsonl(checked: Checked) -> str:
    """Return *checked* as one JSON object a line: findings, then what could not be read."""
    rows = [finding_to_json(place) for place in checked.places] + [{"problem": problem} for problem in _problems(checked)]
    return "".join(json_text(row) + "\n" for row in rows)


def finding_to_json(place: Place) -> dict[str, Any]:
    """Return the JSON object of one finding."""
    finding = place.finding
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "path": place.path,
        "line": place.line,
        "article": place.article,
        "start": {"offset": finding.span.start, "line": place.start.line, "column": place.start.column},
        "end": {"offset": finding.span.end, "line": place.end.line, "column": place.end.column},
        "fingerprint": finding.fingerprint,
        "evidence": [f"{e.step}: {e.detail}" if e.detail else e.step for e in finding.evidence],
    }


def _problems(checked: Checked) -> list[dict[str, Any]]:
    return [
        {"path": problem.path, "line": problem.line, "record": problem.record, "what": problem.what, "remedy": problem.remedy}
        for problem in checked.problems
    ]
