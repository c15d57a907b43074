"""``citeaudit rules``: the list of rules comes out, as a table for people or as JSON for tools."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from citeaudit.rules import RULES
from citeaudit.rules.pages import page_of, summary_of
from citeaudit.text.shown import json_text


def add_parser(commands: Any) -> None:
    """Add ``rules`` to *commands*."""
    parser = commands.add_parser(
        "rules",
        help="list the rules",
        description="List the rules with their severities.",
        examples=("citeaudit rules --format json",),
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="a table, or JSON with the pages")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """List the rules."""
    if chosen.format == "json":
        rows = [
            {
                "code": rule.code,
                "name": rule.name,
                "severity": rule.severity.value,
                "on": rule.is_on,
                "message": rule.message,
                "summary": summary_of(rule),
                "page": page_of(rule),
            }
            for rule in RULES
        ]
        sys.stdout.write(json_text(rows, indent=2) + "\n")
        return 0
    width = max(len(rule.name) for rule in RULES)
    for rule in RULES:
        state = rule.severity.value if rule.is_on else f"off ({rule.severity.value})"
        sys.stdout.write(f"{rule.code}  {rule.name:<{width}}  {state:<13}  {rule.message}\n")
    return 0
