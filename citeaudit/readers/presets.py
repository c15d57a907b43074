"""Field names of well-known programs and data sets: a preset is named like an input format, and the suffix tells the rest."""

from __future__ import annotations

from collections.abc import Mapping

Names = Mapping[str, tuple[str, ...]]
"""For each field, the names that a record may have it under, the first that it has wins."""

PRESETS: Mapping[str, Names] = {
    # trafilatura --json, --csv: https://trafilatura.readthedocs.io
    "trafilatura": {
        "id": ("id", "fingerprint"),
        "publisher": ("source-hostname", "sitename", "hostname"),
        "url": ("source", "url"),
        "byline": ("author",),
    },
    # fundus, Article.to_json() and Crawler.crawl(save_to_file=…): https://github.com/flairNLP/fundus
    "fundus": {
        "text": ("plaintext", "body"),
        "publisher": ("publisher", "html.source_info.publisher"),
        "date": ("publishing_date",),
        "url": ("url", "html.responded_url", "html.requested_url"),
        "byline": ("authors",),
    },
    # Hugging Face's cc_news
    "cc_news": {"publisher": ("domain",), "id": ("id", "url")},
}


def names_of(field: str, fields: Mapping[str, str], preset: str | None) -> tuple[str, ...]:
    """Return the names that a record may have *field* under: what the user says, else the preset's, else its own."""
    if field in fields:
        return (fields[field],)
    return PRESETS.get(preset or "", {}).get(field, (field,))
