"""Why a source is not named: an article's text goes in, whether it gives a reason for that anywhere comes out."""

from __future__ import annotations

from citeaudit.rules.expressions import expressions_of


def gives_reason(text: str) -> bool:
    """Tell whether *text* says why somebody is not named."""
    folded = text.lower()  # to ask for capitals as well takes four times as long
    reasons = expressions_of("reasons.tsv", "reason")
    return any(any(word in folded for word in words) and pattern.search(folded) for words, pattern in reasons)
