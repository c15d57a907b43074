"""``citeaudit completion``: the name of a shell goes in, the script by which it completes our commands and options comes out."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from citeaudit.extras import load_extra
from citeaudit.writers.destinations import destination

SHELLS = ("bash", "zsh", "fish", "tcsh", "powershell")
FILES = frozenset(("FILE", "PLACE", "TABLE", "GOLD", "FOLDER"))
"""What stands in the help for the name of a file or a folder."""
DESCRIPTION = """\
Write the script by which a shell completes commands, options and files (needs the extra citeaudit[completion]). It is made once
and read by the shell when it starts: nothing of citeaudit runs while you type.
"""


def add_parser(commands: Any) -> None:
    """Add ``completion`` to *commands*."""
    parser = commands.add_parser(
        "completion",
        help="write the script by which a shell completes commands",
        description=DESCRIPTION,
        examples=(
            "citeaudit completion bash > ~/.local/share/bash-completion/completions/citeaudit",
            "citeaudit completion zsh > ~/.zfunc/_citeaudit",
            "citeaudit completion fish > ~/.config/fish/completions/citeaudit.fish",
        ),
    )
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help=", ".join(SHELLS))
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Write the script for the shell that was *chosen*."""
    from citeaudit.cli.parsers import make_parser  # noqa: PLC0415 - it holds this command too

    shtab = load_extra("shtab", extra="completion")
    parser = make_parser()
    for action in _actions(parser):
        if action.type is Path or action.metavar in FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    with destination(None) as stream:
        stream.write((shtab.complete(parser, shell=chosen.shell).rstrip() + "\n").encode())
    return 0


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Yield every option and argument of *parser*, and of the commands below it."""
    for action in parser._actions:  # noqa: SLF001 - argparse has no other way to ask
        yield action
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - the same
            for below in action.choices.values():
                yield from _actions(below)
