"""``citeaudit report``: articles go in, who stands behind each claim comes out."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from citeaudit.api import audit
from citeaudit.model.articles import Article
from citeaudit.writers.json import json_line, report_to_json


def add_parser(commands: Any) -> None:
    """Add ``report`` to *commands*."""
    parser = commands.add_parser("report", help="say who stands behind each claim")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--format", choices=("jsonl",), default="jsonl")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Report on the files that were *chosen*."""
    for path in chosen.files:
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            article = Article(record["text"], id=record["id"], publisher=record.get("publisher"), title=record.get("title"))
            sys.stdout.buffer.write(json_line(report_to_json(audit(article))))
    return 0
