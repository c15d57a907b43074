"""The door through which every pattern comes: an expression goes in, what matches it comes out, compiled when it is first asked.

The rooms hold some five hundred patterns, and a first audit asks fewer than half of them. To compile them all took half of the
time from the start of Python to a first report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

QUESTIONS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "splititer")
"""What patterns are asked; once compiled, a pattern answers these as fast as the library's own."""


class LatePattern:
    """A pattern that is compiled when it is first asked anything; see ``pattern_of``."""

    def __init__(self, expression: str, flags: int, lists: dict[str, Iterable[str]]) -> None:
        self.pattern = expression
        self._made_of = (flags, lists)

    def __getattr__(self, name: str) -> Any:
        # Called for what is not there yet only.
        if name.startswith("__") or "_made_of" not in self.__dict__:
            raise AttributeError(name)
        flags, lists = self._made_of
        compiled = regex.compile(self.pattern, flags, **cast("dict[str, Any]", lists))
        for question in QUESTIONS:
            setattr(self, question, getattr(compiled, question))
        return getattr(compiled, name)

    def __repr__(self) -> str:
        return f"pattern_of({self.pattern!r})"


def pattern_of(expression: str, flags: int = 0, **lists: Iterable[str]) -> regex.Pattern[str]:
    """
    Return the pattern of *expression*, to be used as one that ``regex.compile`` returns.

    *lists* are the words of its named lists. What is wrong with it is told when it is first asked; a test asks all of them.
    """
    return cast("regex.Pattern[str]", LatePattern(expression, flags, lists))
