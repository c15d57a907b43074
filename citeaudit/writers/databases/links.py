"""Which claims a sum is made of: one article's report goes in, for each of its claims the rows of the sums that count it come out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from citeaudit.model.corpora import edge_counts, source_counts, status_count
from citeaudit.model.reports import ArticleReport, Skipped
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.writers.grouping import name_of_publisher

Names = tuple[Any, ...]
"""What tells a row of a table of sums from its others."""


@dataclass(frozen=True, slots=True)
class Links:
    """The sums that one claim counts in: the row of statuses, the rows of edges (those of its own publisher told apart), the sources."""

    status: Names
    edges: tuple[Names, ...]
    sources: tuple[Names, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """The name under which the publisher of an article stands in the sums, and the links of each claim, in order."""

    publisher: str | None
    claims: tuple[Links, ...]


def links_of(outcome: ArticleReport | Skipped, gazetteer: Gazetteer) -> Linked | None:
    """Return what the claims of *outcome* count in, None for an article that was skipped."""
    if isinstance(outcome, Skipped):
        return None
    publisher = name_of_publisher(outcome.article.publisher, gazetteer)
    article = replace(outcome.article, publisher=publisher)
    claims = []
    for claim in outcome.claims:
        status = status_count(claim, article)
        claims.append(
            Links(
                (publisher, status.month, status.status, status.origin),
                tuple((publisher, edge.outlet, edge.outlet_id, edge.is_self) for edge in edge_counts(claim, publisher)),
                tuple((publisher, source.source, source.type) for source in source_counts(claim, publisher)),
            )
        )
    return Linked(publisher, tuple(claims))
