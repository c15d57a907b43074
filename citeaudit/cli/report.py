"""``citeaudit report``: articles go in, who stands behind each claim comes out.

An article that cannot be read costs exit code 2 and one line on standard error; all others are audited all the same.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Callable, Iterable
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from citeaudit.cli.colours import lines_to_output, wants_colour, wants_links
from citeaudit.cli.inputs import add_input_options, add_verbose
from citeaudit.cli.own_places import look_at_places
from citeaudit.cli.run_outputs import open_output
from citeaudit.cli.runs import add_run_options, follow_run, write_run
from citeaudit.cli.saying import encoded, encoding_for_people
from citeaudit.cli.settings import add_settings_options, config_of
from citeaudit.constructions.matcher import NearMiss
from citeaudit.contract.shape import CODE_POINTS, LATEST, OFFSETS, SCHEMAS, Shape
from citeaudit.errors import ConfigError
from citeaudit.model.articles import Article
from citeaudit.model.reports import ArticleReport, Skipped
from citeaudit.pipeline import find_near_misses
from citeaudit.text.shown import shown
from citeaudit.writers.explanations import explain_sentence
from citeaudit.writers.html.pages import Page
from citeaudit.writers.html.sections import section_of
from citeaudit.writers.json import outcome_to_line
from citeaudit.writers.text import Line, report_to_lines

DESCRIPTION = """\
Say who stands behind each claim: each statement with its status (outlet, source, anonymous, vague, unattributed), the
chain of its sources, and the outlets ranked at the end.
"""


FORMATS = ("text", "jsonl", "html")


def add_parser(commands: Any) -> None:
    """Add ``report`` to *commands*."""
    parser = commands.add_parser(
        "report",
        help="say who stands behind each claim",
        description=DESCRIPTION,
        examples=("citeaudit report article.txt", "citeaudit report archive/ --format jsonl --workers auto -o reports.jsonl"),
    )
    add_input_options(parser)
    add_run_options(parser)
    add_settings_options(parser)
    parser.add_argument(
        "--resume", action="store_true", help="go on with a run that was broken off, from the journal beside FILE"
    )
    output = parser.add_argument_group("output")
    output.add_argument(
        "--format", choices=FORMATS, default="text", help="for people, one JSON object a line, or a page for a browser"
    )
    output.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to write (default: standard output)")
    output.add_argument(
        "--no-text", action="store_true", help="leave the article's text out of the JSON: offsets and hashes only"
    )
    output.add_argument(
        "--schema", type=int, choices=tuple(SCHEMAS), default=LATEST, help=f"the version of the JSON (default: {LATEST})"
    )
    output.add_argument("--words", action="store_true", help="put the words beside their offsets in the JSON")
    output.add_argument(
        "--offsets",
        choices=OFFSETS,
        default=CODE_POINTS,
        help=f"what the offsets of the JSON count: as Python, or as JavaScript does (default: {CODE_POINTS})",
    )
    why = parser.add_argument_group("why")
    why.add_argument("--explain", action="store_true", help="tell for every sentence each step that led to its status")
    why.add_argument(
        "--sentence", type=_number, metavar="N", help="only this sentence of each article, counted from 1; explained"
    )
    why.add_argument(
        "--misses",
        action="store_true",
        help="with --explain or --sentence: for each word that no construction reads, the one that came nearest and where it stopped",
    )
    add_verbose(parser)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Report on the files that were *chosen*."""
    coloured = chosen.output is None and wants_colour()
    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    if chosen.format != "text" and (chosen.explain or chosen.sentence):
        message = "--explain and --sentence go with --format text; in the JSON every decision has its evidence"
        raise ConfigError(message)
    if chosen.misses and not (chosen.explain or chosen.sentence):
        message = "--misses goes with --explain or --sentence"
        raise ConfigError(message)
    shape = Shape(schema=chosen.schema, with_text=not chosen.no_text, with_words=chosen.words, offsets=chosen.offsets)
    if chosen.format != "jsonl" and shape != Shape(with_text=shape.with_text):
        message = "--schema, --words and --offsets go with --format jsonl"
        raise ConfigError(message)
    if chosen.format == "html":
        return _write_page(chosen)
    config = config_of(chosen)
    near = partial(find_near_misses, config=config) if chosen.misses else None
    lines = partial(lines_of, width=width, explain=chosen.explain, sentence=chosen.sentence, near=near)
    finish = partial(
        report_to_bytes,
        format_=chosen.format,
        shape=shape,
        coloured=coloured,
        linked=coloured and wants_links(),
        lines=lines,
        encoding=encoding_for_people(chosen.output),
    )
    chosen.publisher = chosen.publisher or config.publisher
    look_at_places(chosen)
    with open_output(chosen, config) as output:
        return write_run(chosen, config, finish, output)


def _write_page(chosen: argparse.Namespace) -> int:
    """Write the page of the files that were *chosen*: its index stands first, so that it is written when all is read."""
    if chosen.no_text:
        message = "--no-text goes with --format jsonl: a page shows the article as it is written"
        raise ConfigError(message)
    config = config_of(chosen)
    chosen.publisher = chosen.publisher or config.publisher
    look_at_places(chosen)
    with Page() as page, open_output(chosen, config) as output:
        exit_code = follow_run(chosen, config, section_of, page.add, output).exit_code
        for piece in page.pieces():
            output.write(piece.encode())
    return exit_code


def lines_of(
    report: ArticleReport,
    *,
    width: int,
    explain: bool,
    sentence: int | None,
    near: Callable[[Article], tuple[NearMiss, ...]] | None = None,
) -> Iterable[Line]:
    """Return the lines that are shown of *report*: the whole of it, the reasons of every sentence, or those of one, with what came *near*."""
    if sentence is None and not explain:
        return report_to_lines(report, width=width)
    numbers = range(1, len(report.sentences) + 1) if sentence is None else (sentence,)
    misses = near(report.article) if near else ()
    return chain.from_iterable((*explain_sentence(report, number, misses), ()) for number in numbers)


def report_to_bytes(
    outcome: ArticleReport | Skipped,
    *,
    format_: str,
    shape: Shape,
    coloured: bool,
    lines: Callable[[ArticleReport], Iterable[Line]],
    encoding: str = "utf-8",
    linked: bool = False,
) -> bytes:
    """Return what is written of one article; done in the process that audits it, so that the parent only passes bytes on."""
    if format_ == "jsonl":
        return outcome_to_line(outcome, shape)
    if isinstance(outcome, Skipped):
        return encoded(shown(f"{outcome.id}: skipped ({outcome.reason}: {outcome.detail})") + "\n\n", encoding)
    return encoded(lines_to_output(lines(outcome), coloured=coloured, linked=linked) + "\n", encoding)


def _number(value: str) -> int:
    if not value.isascii() or not value.isdigit() or int(value) < 1:
        message = f"give the number of a sentence, counted from 1, not {value!r}"
        raise argparse.ArgumentTypeError(message)
    return int(value)
