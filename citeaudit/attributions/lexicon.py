"""What the form of a word says: rates of the training corpus and clusters go in, a memo from form to facts comes out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from citeaudit.attributions.words import CLOSED, Form, kind_of, stem_of
from citeaudit.lexicon.tables import read_table, shipped_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

STEPS = ((0.01, "0"), (0.05, "1"), (0.15, "2"), (0.35, "3"), (0.65, "4"), (1.01, "5"))


def rate_step(seen: int, spoken: int) -> str:
    """Return how often a stem stands in a cue, in steps; "u" for one seen too seldom to say."""
    if seen < 3:
        return "u"
    share = spoken / seen
    return next(step for least, step in STEPS if share < least)


@cache
def clusters() -> dict[str, tuple[str, str]]:
    """Return the coarse and the fine cluster of each word that has one."""
    found = {}
    for number, words in read_table(shipped_table("citeaudit.attributions", "clusters.tsv"), ("cluster", "words")):
        pair = (f"c{int(number) & 63}", f"f{number}")
        for word in words.split(" "):
            found[word] = pair
    return found


def form_reader(rates: Mapping[str, str]) -> Callable[[str], Form]:
    """Return the function that tells what a form says, with a memo of its own."""
    memo: dict[str, Form] = {}
    table = clusters()
    unknown = ("c_", "f_")

    def form_of(form: str) -> Form:
        found = memo.get(form)
        if found is None:
            lower = form.lower().replace("’", "'")
            kind = kind_of(form)
            stem = lower if lower in CLOSED or not form[0].isalpha() else stem_of(lower)
            coarse, fine = table.get(lower, unknown)
            closed = lower in CLOSED or not form[0].isalnum()
            tag = lower if closed else kind if kind == "NUM" or fine == "f_" else fine
            found = Form(lower, stem, kind, rates.get(stem, "u"), coarse, fine, tag)
            if len(memo) < 200_000:
                memo[form] = found
        return found

    return form_of
