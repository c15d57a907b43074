"""``citeaudit``: arguments go in, an exit code comes out.

Exit codes: 0 all is well, 1 findings, 2 trouble (bad arguments or settings, an input that could not be read, no command at all).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from citeaudit.cli.parsers import TROUBLE, make_parser
from citeaudit.cli.safe_path import hide_working_folder
from citeaudit.cli.saying import door_before_streams, say
from citeaudit.cli.signals import Stopped, stopping
from citeaudit.cli.streams import close_output, open_streams
from citeaudit.cli.troubles import show_tracebacks
from citeaudit.collecting import collecting_rarely
from citeaudit.errors import CiteauditError, unforeseen
from citeaudit.writers.destinations import STDOUT


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that *arguments* name and return its exit code."""
    hide_working_folder()
    given = sys.argv[1:] if arguments is None else arguments
    parser = make_parser()
    with collecting_rarely(), open_streams(), door_before_streams(), stopping():
        try:
            code = run_guarded(parser, given)
        except SystemExit as end:  # --help and --version, and arguments that cannot be meant
            raise end if close_output() else SystemExit(TROUBLE) from None
        return code if close_output() else TROUBLE


def run_guarded(parser: argparse.ArgumentParser, arguments: Sequence[str]) -> int:
    """Run the command that *arguments* name; whatever goes wrong is one line and the exit code of trouble."""
    if not arguments:
        # The help for whoever looks, but no success: a pipeline whose arguments came to nothing has checked nothing.
        parser.print_help(sys.stderr)
        return TROUBLE
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
