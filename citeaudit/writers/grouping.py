"""
One publisher under one name: sums go in whose articles name their publisher as each source of them does, sums by publisher come out.

"The Guardian", "The Guardian(London)" and "theguardian.com" are one outlet; in the sums it stands under the name that the gazetteer
gives it. A publisher that the gazetteer does not know keeps the name that it was given.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from citeaudit.model.articles import Article
from citeaudit.model.corpora import CorpusReport
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.outlets.publishers import publisher_of

ROWS = ("publishers", "statuses", "edges", "sources", "findings")
"""The sums whose rows name a publisher."""


def grouped(corpus: CorpusReport, gazetteer: Gazetteer) -> CorpusReport:
    """Return *corpus* with the rows of each publisher added up."""

    @cache
    def named(publisher: str | None) -> str | None:
        return name_of_publisher(publisher, gazetteer)

    def renamed(row: Any) -> Any:
        return replace(row, publisher=named(row.publisher))

    rows: dict[str, Any] = {name: tuple(map(renamed, getattr(corpus, name))) for name in ROWS}
    # Adding nothing adds up rows that have become the same.
    return CorpusReport() + replace(corpus, **rows)


def name_of_publisher(publisher: str | None, gazetteer: Gazetteer) -> str | None:
    """Return the name under which *publisher* stands in the sums."""
    outlet = publisher_of(Article("", publisher=publisher), gazetteer) if publisher is not None else None
    return outlet.name if outlet else publisher
