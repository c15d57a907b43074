"""
Field names of well-known programs and data sets.

What Media Cloud, LexisNexis, fundus, trafilatura and their like call a text or a date is known of every record, by one table
(``data/fields.tsv``). A preset, which is named like an input format, says which of several names is meant; the suffix tells the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from citeaudit.lexicon.tables import read_table, shipped_table

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


@cache
def known_names() -> Names:
    """Return the names that programs have for each field, beside those of its own: folded, unless dots lead inward."""
    found: dict[str, tuple[str, ...]] = {}
    for field, name, _ in read_table(shipped_table("citeaudit.readers", "fields.tsv"), ("field", "name", "who")):
        found[field] = (*found.get(field, (folded(field),)), name if "." in name else folded(name))
    return found


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """Return *name* without what programs differ in: "Publication Date" and publication_date are one."""
    return name.casefold().translate(_JOINTS)


_JOINTS = str.maketrans("", "", " _-")
