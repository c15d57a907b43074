"""
How sure each claim is: claims go in, the same with their confidence come out.

A claim is as sure as its weakest ground lets it be: how many of the claims in labelled news that had this ground were read as they
are labelled, in status, outlets and names, and of those whose weakest was about as weak (``data/confidence.tsv``, made by
``python -m citeaudit.training.calibration``).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from citeaudit.confidence.grounds import grounds_of
from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.model.making import replace
from citeaudit.model.reports import Claim

COLUMNS = ("ground", "confidence", "right", "claims")
RARE = "row rare"
"""The ground of every row of constructions that labelled news hardly holds."""


def with_confidence(text: str, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Return *claims*, those of the article *text*, with how sure each is, and with their words in *text*."""
    return tuple(
        replace(claim, confidence=confidence_of(grounds_of(text, claim)), text=claim.sentence.span.of(text)) for claim in claims
    )


@lru_cache(maxsize=4096)
def confidence_of(grounds: tuple[str, ...]) -> float:
    """Return the confidence of a claim with these *grounds*, of which an article has the same few again and again."""
    known = measured()
    weakest = weakest_of(grounds, known)
    return known.get(step_of(weakest), weakest)


def weakest_of(grounds: tuple[str, ...], known: Mapping[str, float]) -> float:
    """Return how often a claim with the weakest of *grounds* was right, by what is *known* of each."""
    return min(known.get(ground, known.get(RARE, 1.0) if ground.startswith("row ") else 1.0) for ground in grounds)


def step_of(weakest: float) -> str:
    """Return the row that tells how sure a claim is whose weakest ground is so weak: in steps of a twentieth."""
    return f"weakest {int(20 * weakest) / 20:.2f}"


@cache
def measured() -> dict[str, float]:
    """Return how often a claim with each ground was right."""
    rows = read_table(shipped_table("citeaudit.confidence", "confidence.tsv"), COLUMNS)
    return {ground: float(confidence) for ground, confidence, _, _ in rows}
