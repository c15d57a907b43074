"""
What Datasette is told of a database of ours: its name goes in, the metadata come out that show facets, labels and an order.

Foreign keys and the tables to search it finds by itself.
"""

from __future__ import annotations

from pathlib import PurePath

from citeaudit.text.shown import json_text

FACETS = {
    "claims": ("status", "origin", "is_attributed", "publisher_key"),
    "attributions": ("source_type", "construction", "manner", "is_hedged"),
    "articles": ("publisher_key", "language", "skipped"),
    "edges": ("publisher_key", "outlet_key"),
    "outlets": ("kind", "country"),
    "sources": ("type", "publisher_key"),
    "statuses": ("publisher_key", "status", "month"),
    "findings": ("code", "severity", "publisher_key"),
    "claim_outlets": ("outlet_key", "edge_key"),
    "claim_sources": ("source_key",),
}
"""What the rows of each table are counted by, beside them."""

TOLD = {
    "claims": ("One statement: its status, its origin, and who stands behind it.", "chain", {"sort": "key"}),
    "attributions": ("One place where something is attributed: who, by which words, what.", "chain", {"sort": "key"}),
    "articles": ("One article, with its counts; a skipped one says why.", "article", {"sort": "key"}),
    "edges": ("One publisher citing one outlet. Its page leads to the claims that it counts.", "outlet", {"sort_desc": "claims"}),
    "outlets": ("One outlet cited, ranked. Its page leads to the claims that rest on it.", "outlet", {"sort": "rank"}),
    "sources": ("One publisher relying on one source that is no outlet.", "source", {"sort_desc": "claims"}),
    "statuses": ("One publisher's claims in one month with one status and origin.", "status", {"sort_desc": "claims"}),
    "findings": ("One rule's findings in one publisher's articles.", "code", {"sort_desc": "findings"}),
    "publishers": ("One publisher: articles, claims, attributed share.", "publisher", {"sort_desc": "claims"}),
    "claim_outlets": ("Which claim rests on which outlet.", None, {"sort": "key"}),
    "claim_sources": ("Which claim relies on which source.", None, {"sort": "key"}),
}
"""What a row of each table is, the column that names it where another table leads to it, and the order of its rows."""


def metadata_of(place: PurePath, *, with_text: bool) -> bytes:
    """Return the metadata for the database that is written to *place*, as JSON in UTF-8."""
    tables = {}
    for name, (told, label, order) in TOLD.items():
        if name == "claims" and with_text:
            label = "words"  # noqa: PLW2901 - what was said names a claim best
        tables[name] = {
            "description": told,
            **({"label_column": label} if label else {}),
            **order,
            **({"facets": list(FACETS[name])} if name in FACETS else {}),
        }
    metadata = {
        # How everything begins that citeaudit writes: a walk over a folder takes it for no article.
        "schema": "citeaudit/datasette/1",
        "title": "Who stands behind each claim",
        "databases": {place.stem: {"description": "Who cites whom, counted by citeaudit", "tables": tables}},
    }
    return (json_text(metadata, indent=1) + "\n").encode()


def metadata_place(place: PurePath) -> str:
    """Return the name of the file of metadata beside *place*."""
    return f"{place.stem}.metadata.json"
