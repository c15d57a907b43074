"""``citeaudit``: arguments go in, an exit code comes out; each command is a module that adds its parser and runs."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from citeaudit.api import audit
from citeaudit.model.articles import Article
from citeaudit.writers.json import dumps_report


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that *arguments* name and return its exit code."""
    parser = argparse.ArgumentParser(prog="citeaudit")
    commands = parser.add_subparsers(dest="command", required=True)
    report = commands.add_parser("report")
    report.add_argument("files", nargs="+", type=Path)
    report.add_argument("--format", choices=("jsonl",), default="jsonl")
    chosen = parser.parse_args(arguments)
    for path in chosen.files:
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            article = Article(record["text"], id=record["id"], publisher=record.get("publisher"), title=record.get("title"))
            sys.stdout.write(dumps_report(audit(article)) + "\n")
    return 0
