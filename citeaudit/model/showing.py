"""How values show themselves: short words for a prompt, a drawing for a notebook, which is loaded only where it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Any

LONGEST = 300
"""Characters under which the words of any value stay, whatever its text holds."""
LONGEST_NAME = 60


def brief(words: str, longest: int = LONGEST_NAME) -> str:
    """Return *words* as Python writes them, shortened: what cannot be seen stands there as an escape."""
    return repr(words if len(words) <= longest else f"{words[: longest - 1]}…")


def cut(words: str) -> str:
    """Return *words* shortened to what a prompt shows."""
    return words if len(words) < LONGEST else f"{words[: LONGEST - 3]}…>"


def several(count: int, noun: str) -> str:
    """Return *count* with *noun*: "1 claim", "1,200 claims"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def drawn(value: Any) -> str:
    """Return *value* as HTML for a notebook. The drawing stands in a room above this one, which knows nothing of it."""
    return str(import_module("citeaudit.writers.html.notebooks").html_of(value))
