"""
JSON Schemas (draft 2020-12) of all that is written for programs, and of the files of settings.

``citeaudit schema report`` prints one; they stand in ``docs/schema/``, too.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from citeaudit.contract.report_schema import report_schema
from citeaudit.contract.schema_words import Schema
from citeaudit.lexicon.tables import shipped_table
from citeaudit.schemas.config import config_schema
from citeaudit.schemas.findings import baseline_schema, findings_schema
from citeaudit.schemas.sums import corpus_schema


def first_report_schema() -> Schema:
    """Return the schema of reports of version 1, which is as it was and takes no new keys."""
    schema: Schema = json.loads(shipped_table("citeaudit.schemas", "report-1.json").read_text(encoding="utf-8"))
    return schema


SCHEMAS: dict[str, Callable[[], Schema]] = {
    "report": report_schema,
    "findings": findings_schema,
    "corpus": corpus_schema,
    "baseline": baseline_schema,
    "config": config_schema,
}
"""What is described, each in its latest version."""

BEFORE: dict[tuple[str, int], Callable[[], Schema]] = {("report", 1): first_report_schema}
"""Versions before the latest that can still be written."""
