"""Colour on a terminal: lines of styled pieces go in; coloured or plain text comes out.

``NO_COLOR`` switches colour off, ``FORCE_COLOR`` on; otherwise a terminal has it, if rich is installed (the extra
``cli``), and everything else does not.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from citeaudit.errors import MissingExtraError
from citeaudit.extras import load_extra
from citeaudit.writers.text import Line, lines_to_text, shown_pieces

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
    "plain": "",
}


def wants_colour() -> bool:
    """Tell whether standard output should be coloured."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def lines_to_output(lines: Iterable[Line], *, coloured: bool) -> str:
    """Return *lines* as text, with the escapes of a terminal if they are to be *coloured* and rich is installed."""
    if coloured:
        try:
            rich_text, rich_console = load_extra("rich.text", extra="cli"), load_extra("rich.console", extra="cli")
        except MissingExtraError:
            return lines_to_text(lines)
        console = rich_console.Console(force_terminal=True, color_system="standard", width=10_000, highlight=False)
        with console.capture() as capture:
            for line in lines:
                text = rich_text.Text.assemble(*((piece.words, STYLES[piece.style]) for piece in shown_pieces(line)))
                text.rstrip()
                console.print(text, soft_wrap=True)
        return str(capture.get())
    return lines_to_text(lines)
