"""``citeaudit report``: articles go in, who stands behind each claim comes out.

An article that cannot be read costs exit code 2 and one line on standard error; all others are audited all the same.
"""

from __future__ import annotations

import argparse
import shutil
from functools import partial
from pathlib import Path
from typing import Any

from citeaudit.cli.colours import lines_to_output, wants_colour
from citeaudit.cli.inputs import add_input_options
from citeaudit.cli.run_outputs import open_output
from citeaudit.cli.runs import add_run_options, write_run
from citeaudit.cli.settings import add_settings_options, config_of
from citeaudit.model.reports import ArticleReport, Skipped
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
    add_run_options(parser)
    add_settings_options(parser)
    parser.add_argument(
        "--resume", action="store_true", help="go on with a run that was broken off, from the journal beside FILE"
    )
    output = parser.add_argument_group("output")
    output.add_argument("--format", choices=("text", "jsonl"), default="text", help="for people, or one JSON object a line")
    output.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to write (default: standard output)")
    output.add_argument(
        "--no-text", action="store_true", help="leave the article's text out of the JSON: offsets and hashes only"
    )
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Report on the files that were *chosen*."""
    coloured = chosen.output is None and wants_colour()
    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    finish = partial(report_to_bytes, format_=chosen.format, with_text=not chosen.no_text, coloured=coloured, width=width)
    config = config_of(chosen)
    chosen.publisher = chosen.publisher or config.publisher
    with open_output(chosen) as output:
        return write_run(chosen, config, finish, output)


def report_to_bytes(outcome: ArticleReport | Skipped, *, format_: str, with_text: bool, coloured: bool, width: int) -> bytes:
    """Return what is written of one article; done in the process that audits it, so that the parent only passes bytes on."""
    if format_ == "jsonl":
        return json_line(
            skipped_to_json(outcome) if isinstance(outcome, Skipped) else report_to_json(outcome, with_text=with_text)
        )
    if isinstance(outcome, Skipped):
        return f"{outcome.id}: skipped ({outcome.reason}: {outcome.detail})\n\n".encode("utf-8", "replace")
    return (lines_to_output(report_to_lines(outcome, width=width), coloured=coloured) + "\n").encode("utf-8", "replace")
