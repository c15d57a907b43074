"""What stands before a line's own words: the words before a quotation go in, whether they are only a bullet, a time or a label comes out.

Pages set marks there that are nobody's name and no part of the sentence ("• “…”", "12.30pm: “…”", "BREAKING: “…”").
"""

from __future__ import annotations

from functools import cache

import regex

from citeaudit.lexicon.alternations import longest_of
from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.patterns import pattern_of

TIME = (
    r"\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b\.?|[AP]\.?M\b\.?)?(?:\s\p{Lu}{2,4}\b)?|\d{1,2}\s?(?:m|h|min|mins|hours?|minutes?)\sago"
)
LONGEST_LEAD = 40


def is_lead(words: str) -> bool:
    """Tell whether *words* hold nothing but marks, a number, a time of day or a page's label."""
    return len(words) <= LONGEST_LEAD and _lead().fullmatch(words) is not None


@cache
def _lead() -> regex.Pattern[str]:
    labels = [label for label, _example in read_table(shipped_table("citeaudit.lexicon", "labels.tsv"), ("label", "example"))]
    return pattern_of(rf"(?:[^\p{{L}}\p{{N}}“”‘\"]+|(?:{TIME})|\b{longest_of(labels)}\b)*")
