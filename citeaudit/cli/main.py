"""``citeaudit``: arguments go in, an exit code comes out.

Each command is a module that adds its own parser and runs; COMMANDS lists them in the order of the help. Exit codes: 0
all is well, 1 findings, 2 trouble (bad arguments or settings, an input that could not be read).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import NoReturn

from citeaudit.cli import check, corpus, explain, outlets, report, rules, schema, train
from citeaudit.cli.safe_path import hide_working_folder
from citeaudit.cli.saying import door_before_streams, say
from citeaudit.cli.signals import Stopped, stopping
from citeaudit.cli.streams import close_output, open_streams
from citeaudit.cli.troubles import show_tracebacks
from citeaudit.errors import CiteauditError, unforeseen
from citeaudit.text.shown import shown
from citeaudit.version import __version__
from citeaudit.writers.destinations import STDOUT

TROUBLE = 2

COMMANDS: tuple[ModuleType, ...] = (report, check, corpus, explain, rules, outlets, schema, train)
"""Each offers ``add_parser(commands)`` and sets ``run(chosen) -> int`` as its parser's default."""


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line that says where the remedy stands."""

    def error(self, message: str) -> NoReturn:
        """Print *message* as one line and exit with 2."""
        self.exit(TROUBLE, f"citeaudit: {shown(message)} (see `{self.prog} --help`)\n")


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
    with open_streams(), door_before_streams(), stopping():
        try:
            code = run_guarded(parser, arguments)
        except SystemExit as end:  # --help and --version, and arguments that cannot be meant
            raise end if close_output() else SystemExit(TROUBLE) from None
        return code if close_output() else TROUBLE


def run_guarded(parser: argparse.ArgumentParser, arguments: Sequence[str] | None) -> int:
    """Run the command that *arguments* name; whatever goes wrong is one line and the exit code of trouble."""
    try:
        chosen = parser.parse_args(arguments)
        if getattr(chosen, "verbose", False):
            show_tracebacks()
        code: int = chosen.run(chosen)
        sys.stdout.flush()
    except CiteauditError as error:
        return complain(error)
    except BrokenPipeError:
        return TROUBLE  # the reader (head, less) has seen enough
    except Stopped as stopped:
        complain(stopped)
        return stopped.exit_code
    except OSError as error:
        return complain(error, f"{error.filename or STDOUT}: {error.strerror or error}; check the place")
    except Exception as error:  # noqa: BLE001 - nothing that nobody foresaw may look like findings
        return complain(error, "; ".join(unforeseen(error)))
    return code


def complain(error: BaseException, what: str = "") -> int:
    """Say on standard error *what* is wrong, and what was noted about it on the way, and return the exit code of trouble."""
    for line in "; ".join((what or str(error), *getattr(error, "__notes__", ()))).split("\n"):
        say(line)
    return TROUBLE
