"""
Findings as SARIF 2.1.0, which code scanning, IDEs and dashboards read.

Paths are relative URIs below the top of the repository, regions count code points from 1, fingerprints are our own
(GitHub makes none for text that moves). GitHub takes 5,000 results of a run: the worst are given, the rest counted.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from citeaudit.model.reports import Severity
from citeaudit.rules import RULES, Rule
from citeaudit.rules.pages import page_of, summary_of
from citeaudit.text.shown import json_text, shown
from citeaudit.version import __version__
from citeaudit.writers.findings.places import Checked, Place

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST = 5_000
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
PLACES = {rule.code: index for index, rule in enumerate(RULES)}


def dumps_sarif(checked: Checked) -> str:
    """Return *checked* as a SARIF log with one run."""
    places = checked.worst_first
    notifications = [
        {
            "level": "error",
            "message": {"text": shown(str(problem))},
            "locations": [{"physicalLocation": {"artifactLocation": _location(problem.path)}}],
        }
        for problem in checked.problems
    ]
    if len(places) > MOST:
        notifications.append(
            {"level": "warning", "message": {"text": f"{len(places) - MOST} results are left out, the least severe"}}
        )
    run = {
        "tool": {
            "driver": {
                "name": "citeaudit",
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in RULES],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            "SRCROOT": {"description": {"text": "The top of the repository, or the folder where the check ran."}}
        },
        "invocations": [{"executionSuccessful": not checked.problems, "toolExecutionNotifications": notifications}],
        "results": [_result(place) for place in places[:MOST]],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.message},
        "fullDescription": {"text": summary_of(rule)},
        "help": {"text": page_of(rule), "markdown": page_of(rule)},
        "defaultConfiguration": {"level": LEVELS[rule.severity], "enabled": rule.is_on},
        "properties": {"tags": ["attribution"], "precision": "high" if rule.severity is not Severity.NOTE else "medium"},
    }


def _result(place: Place) -> dict[str, Any]:
    finding = place.finding
    region: dict[str, Any] = {"startLine": place.line}
    if place.is_exact:
        region = {
            "startLine": place.start.line,
            "startColumn": place.start.column,
            "endLine": place.end.line,
            "endColumn": place.end.column,
        }
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": PLACES[finding.code],
        "level": LEVELS[finding.severity],
        "message": {"text": shown(finding.message if place.is_exact else f"{finding.message} ({place.where})")},
        "locations": [{"physicalLocation": {"artifactLocation": _location(place.path), "region": region}}],
        "partialFingerprints": {"citeaudit/v1": finding.fingerprint},
    }
    if place.article is not None and not place.is_exact:
        result["properties"] = {"article": place.article, "start": finding.span.start, "end": finding.span.end}
    return result


def _location(path: str) -> dict[str, str]:
    pure = PurePath(path)
    if pure.is_absolute():
        return {"uri": pure.as_uri()}
    return {"uri": quote(pure.as_posix(), errors="surrogateescape"), "uriBaseId": "SRCROOT"}
