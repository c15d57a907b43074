"""The JSON of a report as a line of a file; its shape is decided in ``citeaudit.contract``."""

from __future__ import annotations

from typing import Any

from citeaudit.contract.shape import Shape
from citeaudit.contract.writing import outcome_to_json, report_to_json, skipped_to_json
from citeaudit.model.reports import ArticleReport, Skipped
from citeaudit.text.shown import json_text

__all__ = ["json_line", "outcome_to_line", "report_to_json", "skipped_to_json"]


def json_line(value: dict[str, Any]) -> bytes:
    """Return *value* as one line of JSON in UTF-8; what cannot be seen is escaped, so that a log may show it too."""
    return (json_text(value) + "\n").encode()


def outcome_to_line(outcome: ArticleReport | Skipped, shape: Shape) -> bytes:
    """Return the line of an article's report, or of what stands in its place, in the *shape* that is asked for."""
    return json_line(outcome_to_json(outcome, shape))
