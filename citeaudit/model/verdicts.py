"""What the gate says: whether enough claims of a text name their source, and which do not."""

from __future__ import annotations

from dataclasses import dataclass

from citeaudit.model.reports import Claim
from citeaudit.text.shown import shown


@dataclass(frozen=True, slots=True)
class Unsourced:
    """A claim that names no source, or none that is allowed: its *words*, *why* it does not count, and what would *help*."""

    claim: Claim
    words: str
    why: str
    help: str

    def __str__(self) -> str:
        return f"{shown(self.words)}\n    {self.why}; {self.help}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    Whether a text *passed*: whether the *share* (0.0 to 1.0) of its claims with a source is *at_least* what was asked.

    *claims* counts all of them, *unsourced* are those without a source, in order of the text. A text that claims nothing has
    the share 1.0. A verdict is true if the text passed.
    """

    passed: bool
    share: float
    at_least: float
    claims: int
    unsourced: tuple[Unsourced, ...]

    def __bool__(self) -> bool:
        return self.passed

    def __str__(self) -> str:
        word = "passed" if self.passed else "failed"
        sourced = self.claims - len(self.unsourced)
        head = f"{word}: {sourced} of {self.claims} claims name their source ({self.share:.0%}), at least {self.at_least:.0%} must"
        return "\n".join([head, *(f"  {number}. {each}" for number, each in enumerate(self.unsourced, 1))])
