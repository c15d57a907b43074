"""What the form of a word says: rates of the training corpus and clusters go in, a memo from form to facts comes out."""

from __future__ import annotations

from functools import cache
from sys import intern
from typing import TYPE_CHECKING

from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.words.tokens import CLOSED, SHORT_MONTHS, Form, kind_of, stem_of

if TYPE_CHECKING:
    from collections.abc import Mapping

STEPS = ((0.01, "0"), (0.05, "1"), (0.15, "2"), (0.35, "3"), (0.65, "4"), (1.01, "5"))


def rate_step(seen: int, spoken: int) -> str:
    """Return how often a stem stands in a cue, in steps; "u" for one seen too seldom to say."""
    if seen < 3:
        return "u"
    share = spoken / seen
    return next(step for least, step in STEPS if share < least)


UNKNOWN = ("c_", "f_")
"""The clusters of a word that has none."""
MOST_FORMS = 200_000
"""So many forms are kept; a long run over hostile text shall not fill the memory."""


@cache
def clusters() -> dict[str, tuple[str, str]]:
    """Return the coarse and the fine cluster of each word that has one."""
    found = {}
    for number, words in read_table(shipped_table("citeaudit.words", "clusters.tsv"), ("cluster", "words")):
        pair = (f"c{int(number) & 63}", f"f{number}")
        for word in words.split(" "):
            found[word] = pair
    return found


class Forms(dict[str, Form]):
    """
    What each form says, told when it is first met and kept from then on.

    A dictionary that fills itself, since a look-up a token is all that an article can afford.
    """

    def __init__(self, rates: Mapping[str, str]) -> None:
        super().__init__()
        self.rates = rates
        self.clusters = clusters()

    def __missing__(self, form: str) -> Form:
        lower = form.lower().replace("’", "'")
        lower = SHORT_MONTHS.get(lower, lower)
        kind = kind_of(form)
        stem = lower if lower in CLOSED or not form[0].isalpha() else stem_of(lower)
        coarse, fine = self.clusters.get(lower, UNKNOWN)
        is_closed = lower in CLOSED or not form[0].isalnum()
        tag = lower if is_closed else kind if kind == "NUM" or fine == UNKNOWN[1] else fine
        found = Form(*map(intern, (lower, stem, kind, self.rates.get(stem, "u"), coarse, fine, tag)))
        if len(self) < MOST_FORMS:
            self[form] = found
        return found
