"""Colour on a terminal: lines of styled pieces go in; coloured or plain text comes out.

``NO_COLOR`` switches colour off, ``FORCE_COLOR`` on; otherwise a terminal has it, if rich is installed (the extra
``cli``), and everything else does not. A terminal in colour also has links on the paths of files (OSC 8), which nothing else has.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from citeaudit.errors import MissingExtraError
from citeaudit.extras import load_extra
from citeaudit.writers.text import Line, Piece, lines_to_text, shown_pieces

STYLES = {
    "outlet": "green",
    "source": "cyan",
    "anonymous": "yellow",
    "vague": "magenta",
    "unattributed": "red",
    "strong": "bold",
    "dim": "bright_black",
    "error": "bold red",
    "warning": "yellow",
    "note": "blue",
    "cue": "underline",
    "speaker": "bold",
    "plain": "",
}


def wants_colour() -> bool:
    """Tell whether standard output should be coloured."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def wants_links() -> bool:
    """Tell whether paths on standard output should lead to their files: on a terminal that is in colour, and nowhere else."""
    return wants_colour() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def style_of(piece: Piece) -> str:
    """Return the style of *piece* as rich knows it."""
    return " ".join(filter(None, (STYLES[name] for name in piece.style.split())))


def lines_to_output(lines: Iterable[Line], *, coloured: bool, linked: bool = False) -> str:
    """
    Return *lines* as text, with the escapes of a terminal if they are to be *coloured* and rich is installed.

    *linked*: files that exist can be opened from their names.
    """
    if coloured:
        try:
            rich_text, rich_console = load_extra("rich.text", extra="cli"), load_extra("rich.console", extra="cli")
        except MissingExtraError:
            return lines_to_text(lines)
        console = rich_console.Console(force_terminal=True, color_system="standard", width=10_000, highlight=False)
        with console.capture() as capture:
            for line in lines:
                text = rich_text.Text()
                for piece in shown_pieces(line):
                    text.append(piece.words, style_of(piece))
                    if linked and (address := _address(piece.link)):
                        text.stylize(f"link {address}", len(text) - len(piece.words))
                text.rstrip()
                console.print(text, soft_wrap=True)
        return str(capture.get())
    return lines_to_text(lines)


def _address(path: str) -> str:
    """Return the address of the file at *path*, percent-encoded so that it steers nothing; empty where there is none."""
    try:
        return Path(path).absolute().as_uri() if path and Path(path).is_file() else ""
    except (OSError, ValueError):
        return ""
