"""``citeaudit report``: articles go in, who stands behind each claim comes out.

An article that cannot be read costs exit code 2 and one line on standard error; all others are audited all the same.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from typing import Any

from citeaudit.api import Outcome, audit_many
from citeaudit.cli.colours import lines_to_output, wants_colour
from citeaudit.cli.inputs import add_input_options, read_inputs
from citeaudit.config import Config
from citeaudit.model.articles import InputProblem
from citeaudit.model.reports import Skipped
from citeaudit.writers.destinations import destination
from citeaudit.writers.json import json_line, report_to_json, skipped_to_json
from citeaudit.writers.text import report_to_lines

DESCRIPTION = """\
Say who stands behind each claim: each statement with its status (outlet, source, anonymous, vague, unattributed), the
chain of its sources, and the outlets ranked at the end.
"""


def add_parser(commands: Any) -> None:
    """Add ``report`` to *commands*."""
    parser = commands.add_parser("report", help="say who stands behind each claim", description=DESCRIPTION)
    add_input_options(parser)
    output = parser.add_argument_group("output")
    output.add_argument("--format", choices=("text", "jsonl"), default="text", help="for people, or one JSON object a line")
    output.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to write (default: standard output)")
    output.add_argument(
        "--no-text", action="store_true", help="leave the article's text out of the JSON: offsets and hashes only"
    )
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Report on the files that were *chosen*."""
    has_trouble = False
    coloured = chosen.output is None and wants_colour()
    with destination(chosen.output) as stream:
        for outcome in audit_many(read_inputs(chosen), config=Config()):
            if isinstance(outcome, InputProblem):
                has_trouble = True
                sys.stderr.write(f"citeaudit: {outcome}\n")
            elif chosen.format == "jsonl":
                stream.write(_json(outcome, with_text=not chosen.no_text))
            else:
                stream.write(_text(outcome, coloured=coloured).encode("utf-8", "replace"))
    return 2 if has_trouble else 0


def _json(outcome: Outcome, *, with_text: bool) -> bytes:
    if isinstance(outcome, Skipped):
        return json_line(skipped_to_json(outcome))
    assert not isinstance(outcome, InputProblem)
    return json_line(report_to_json(outcome, with_text=with_text))


def _text(outcome: Outcome, *, coloured: bool) -> str:
    if isinstance(outcome, Skipped):
        return f"{outcome.id}: skipped ({outcome.reason}: {outcome.detail})\n\n"
    assert not isinstance(outcome, InputProblem)
    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    return lines_to_output(report_to_lines(outcome, width=width), coloured=coloured) + "\n"
