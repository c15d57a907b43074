"""What the drafts of an article claim of each other's words: drafts go in, look-ups from a row to who claims it come out.

A draft is judged in its company: a content that ends where another's source begins is likely cut right, a source inside another's content is not. Only
the likeliest draft of each cue is asked, so that the company does not depend on what will be chosen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from citeaudit.engine.drafts import Draft

NEARBY = 8
"""How many cues on either side a draft is compared with."""
CLOSE = 4
"""How many on either side may share its source."""
NEXT = 2
"""How many behind it may follow in its sentence."""
LEAST_CLAIM = 0.0
"""A cue below this claims nothing: more likely than not it does not speak."""
NOBODY = "-"
ABSENT = -9.0
"""In place of a logit, where there is no draft."""
Claim = tuple[int, str]
"""Which draft claims a row, and as what: "s" source, "u" cue, "c" content, with "=" for its first row."""
UNCLAIMED: Claim = (-1, NOBODY)


def holds(draft: Draft, row: int) -> bool:
    """Tell whether the content of *draft* holds *row*."""
    low, high = draft.bounds
    return low <= row < high and any(first <= row < last for first, last in draft.pieces)


@dataclass(frozen=True, slots=True)
class Company:
    """The likeliest draft of each cue, in order, and the *first* and the *second* claim of each row: a draft's own, and another's."""

    likeliest: Sequence[Draft]
    first: list[Claim]
    second: list[Claim]

    def claim(self, number: int, row: int) -> str:
        """Return as what another draft than that of *number* claims a row."""
        other, role = self.first[row]
        return role if other != number else self.second[row][1]

    def container(self, number: int) -> float:
        """Return the highest cue logit among the drafts nearby whose content holds this one's cue."""
        row = self.likeliest[number].anchor
        found = ABSENT
        for other in self.likeliest[max(0, number - NEARBY) : number + NEARBY + 1]:
            low, high = other.bounds
            # No content holds its own cue, so that one need not be left out.
            if low <= row < high and other.logit > found and holds(other, row):
                found = other.logit
        return found

    def shares_source(self, draft: Draft, number: int) -> bool:
        """Tell whether a cue close by has the same source."""
        source = draft.source
        for place, other in enumerate(self.likeliest[max(0, number - CLOSE) : number + CLOSE + 1], max(0, number - CLOSE)):
            if other.source == source and place != number and other.logit > LEAST_CLAIM:
                return True
        return False

    def following(self, number: int) -> list[Draft]:
        """Return the drafts of the next cues that speak."""
        return [other for other in self.likeliest[number + 1 : number + 1 + NEXT] if other.logit > LEAST_CLAIM]


def company_of(drafted: Sequence[Sequence[Draft]], rows: int) -> Company:
    """Return the company of the drafts of each cue, the likeliest of each first, in an article of so many *rows*."""
    likeliest = [drafts[0] for drafts in drafted]
    first, second = [UNCLAIMED] * rows, [UNCLAIMED] * rows
    # From the last, so that the first claim of a row is written last; whole stretches at once, since contents are long.
    for number in reversed(range(len(likeliest))):
        draft = likeliest[number]
        if draft.logit < LEAST_CLAIM:
            continue
        claimed = [("c", piece) for piece in draft.pieces]
        claimed.append(("u", draft.cue))
        if draft.source:
            claimed.append(("s", draft.source))
        for role, (start, end) in claimed:
            second[start:end] = first[start:end]
            first[start:end] = [(number, role)] * (end - start)
            if role != "u":
                first[start] = (number, role + "=")
    return Company(likeliest, first, second)
