"""The parser of all commands: each module adds its own, and shows how it is called."""

from __future__ import annotations

import argparse
from types import ModuleType
from typing import Any, NoReturn

from citeaudit.cli import check, completion, corpus, explain, outlets, report, rules, schema, serve, train
from citeaudit.text.shown import shown
from citeaudit.version import __version__

TROUBLE = 2

COMMANDS: tuple[ModuleType, ...] = (report, check, corpus, serve, explain, rules, outlets, schema, train, completion)
"""Each offers ``add_parser(commands)`` and sets ``run(chosen) -> int`` as its parser's default."""


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line that says where the remedy stands, and whose help closes with *examples*."""

    def __init__(self, *arguments: Any, examples: tuple[str, ...] = (), **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.examples = examples

    def format_help(self) -> str:
        """Return the help with the examples below it, each on its line as it is typed."""
        title = "example:" if len(self.examples) == 1 else "examples:"
        lines = ["", title, *(f"  {example}" for example in self.examples), ""] if self.examples else []
        return super().format_help() + "\n".join(lines)

    def error(self, message: str) -> NoReturn:
        """Print *message* as one line and exit with 2."""
        self.exit(TROUBLE, f"citeaudit: {shown(message)} (see `{self.prog} --help`)\n")


def make_parser() -> Parser:
    """Return the parser of ``citeaudit``."""
    parser = Parser(
        prog="citeaudit",
        description="Who stands behind each claim of a news article.",
        epilog="Exit codes: 0 all is well, 1 findings, 2 trouble. `citeaudit COMMAND --help` tells what a command takes.",
        examples=("citeaudit report article.txt", "citeaudit serve"),
    )
    parser.add_argument("--version", action="version", version=f"citeaudit {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add_parser(commands)
    return parser
