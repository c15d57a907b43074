"""The door through which every pattern comes: an expression goes in, what matches it comes out, compiled when it is first asked.

The rooms hold some five hundred patterns, and to compile them took half of the time from the start of Python to a first report. A
first audit asks fewer than half of them, and those that a process had to compile are kept for the next one.
"""

from __future__ import annotations

import atexit
import pickle
import sys
from functools import cache
from typing import TYPE_CHECKING, Any, cast

import regex

from citeaudit.kept import keep, recall

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

QUESTIONS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "splititer")
"""What patterns are asked; once compiled, a pattern answers these as fast as the library's own."""
KEPT = "patterns"
VERSION = f"{regex.__version__} {sys.version}".encode()
"""What is compiled is good for one version of the library only."""

Key = tuple[str, int, tuple[tuple[str, tuple[str, ...]], ...]]
"""All that a pattern is made of."""
NEW: dict[Key, bytes] = {}
"""What this process compiled, as the library pickles it."""


class LatePattern:
    """A pattern that is compiled when it is first asked anything; see ``pattern_of``."""

    def __init__(
        self, expression: str, flags: int, lists: dict[str, Iterable[str]], spelled: Callable[[str], str] | None
    ) -> None:
        self.pattern = expression
        self._made_of = (flags, lists, spelled)

    def __getattr__(self, name: str) -> Any:
        # Called for what is not there yet only.
        if name.startswith("__") or "_made_of" not in self.__dict__:
            raise AttributeError(name)
        flags, lists, spelled = self._made_of
        expression = spelled(self.pattern) if spelled else self.pattern
        compiled = _compiled((expression, int(flags), tuple((list_, tuple(words)) for list_, words in lists.items())))
        for question in QUESTIONS:
            setattr(self, question, getattr(compiled, question))
        return getattr(compiled, name)

    def __repr__(self) -> str:
        return f"pattern_of({self.pattern!r})"


def pattern_of(
    expression: str, flags: int = 0, spelled: Callable[[str], str] | None = None, /, **lists: Iterable[str]
) -> regex.Pattern[str]:
    """
    Return the pattern of *expression*, to be used as one that ``regex.compile`` returns.

    *spelled* makes of it what the library reads, *lists* are the words of its named lists. What is wrong with it is told when it is first asked; a test asks all of them.
    """
    return cast("regex.Pattern[str]", LatePattern(expression, flags, lists, spelled))


@cache
def _compiled(key: Key) -> regex.Pattern[str]:
    known = _known()
    if key in known:
        return cast("regex.Pattern[str]", pickle.loads(known[key]))  # noqa: S301 - as safe as the bytecode beside it
    expression, flags, lists = key
    compiled = regex.compile(expression, flags, **cast("dict[str, Any]", dict(lists)))
    if not NEW:
        atexit.register(_keep)
    NEW[key] = pickle.dumps(compiled)
    return compiled


@cache
def _known() -> dict[Key, bytes]:
    """Return what earlier processes compiled, as the library pickles it."""
    return recall(KEPT, VERSION) or {}


def _keep() -> None:
    """Keep what this process compiled, beside what any other kept meanwhile."""
    keep(KEPT, VERSION, (recall(KEPT, VERSION) or {}) | NEW)
