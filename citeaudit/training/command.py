"""The command that makes weights: gold files go in, a folder with the weights and their scores comes out.

``citeaudit train GOLD… -o DIR`` and ``python -m citeaudit.training GOLD… -o DIR`` are the same.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from citeaudit.engine.weights import NAME
from citeaudit.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

SCORES = "scores.txt"
FEWEST = 10
"""Fewer articles than this teach nothing."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command is told to *parser*."""
    parser.add_argument("gold", nargs="+", type=Path, metavar="GOLD", help="JSONL with id, text and labelled attributions")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="DIR", help=f"the folder to write {NAME} and {SCORES} to"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="do not tell how far it is")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Train, write the weights, and write how well they did on held-back articles."""
    # The learners need scipy: nothing else may.
    from citeaudit.training.files import dump_weights  # noqa: PLC0415
    from citeaudit.training.gold import read_gold  # noqa: PLC0415
    from citeaudit.training.train import held_back_scores, train  # noqa: PLC0415

    began = time.monotonic()

    def log(line: str) -> None:
        if not chosen.quiet:
            sys.stderr.write(f"{time.monotonic() - began:6.0f} s  {line}\n")

    articles = [article for path in chosen.gold for article in read_gold(path)]
    if len(articles) < FEWEST:
        message = f"{len(articles)} articles are too few to learn from; give at least {FEWEST}, better hundreds"
        raise InputError(message)
    trained = train(articles, log)
    chosen.output.mkdir(parents=True, exist_ok=True)
    (chosen.output / NAME).write_text(dump_weights(trained.weights, f"learned from {len(articles)} articles"), encoding="utf-8")
    (chosen.output / SCORES).write_text(held_back_scores(trained), encoding="utf-8")
    log(f"wrote {chosen.output / NAME}")
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command on its own."""
    parser = argparse.ArgumentParser(prog="python -m citeaudit.training", description="Learn weights from labelled articles.")
    add_arguments(parser)
    return run(parser.parse_args(arguments))
