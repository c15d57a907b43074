"""``citeaudit``: arguments go in, an exit code comes out.

Each command is a module that adds its own parser and runs; COMMANDS lists them in the order of the help. Exit codes: 0
all is well, 1 findings, 2 trouble (bad arguments or settings, an input that could not be read).
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import NoReturn

from citeaudit.cli import check, corpus, explain, outlets, report, rules, train
from citeaudit.cli.safe_path import hide_working_folder
from citeaudit.errors import CiteauditError
from citeaudit.version import __version__

TROUBLE = 2
INTERRUPTED = 130  # 128 + SIGINT, as shells have it


COMMANDS: tuple[ModuleType, ...] = (report, check, corpus, explain, rules, outlets, train)
"""Each offers ``add_parser(commands)`` and sets ``run(chosen) -> int`` as its parser's default."""


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line that says where the remedy stands."""

    def error(self, message: str) -> NoReturn:
        """Print *message* as one line and exit with 2."""
        self.exit(TROUBLE, f"citeaudit: {message} (see `{self.prog} --help`)\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that *arguments* name and return its exit code."""
    hide_working_folder()
    parser = Parser(
        prog="citeaudit",
        description="Who stands behind each claim of a news article.",
        epilog="Exit codes: 0 all is well, 1 findings, 2 trouble.",
    )
    parser.add_argument("--version", action="version", version=f"citeaudit {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add_parser(commands)
    chosen = parser.parse_args(arguments)
    try:
        code: int = chosen.run(chosen)
        sys.stdout.flush()
    except CiteauditError as error:
        return complain(str(error))
    except BrokenPipeError:
        # The reader (head, less) has seen enough; what Python flushes at exit must not complain once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return TROUBLE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def complain(message: str) -> int:
    """Say on standard error what is wrong, and return the exit code of trouble."""
    sys.stderr.write(f"citeaudit: {message}\n")
    return TROUBLE
