"""What made a report: an article and a configuration go in, the version and the short hashes come out.

Two reports with the same provenance are the same bytes; where a number moved, this says which of text, tables, weights,
configuration or version moved it.
"""

from __future__ import annotations

import hashlib
from functools import cache

from citeaudit.config import Config
from citeaudit.lexicon.tables import shipped_folder
from citeaudit.model.articles import Article
from citeaudit.model.reports import Provenance
from citeaudit.version import __version__

SHORT = 12
ROOMS_WITH_TABLES = ("attributions", "citations", "confidence", "constructions", "lexicon", "outlets", "rules", "words")


def provenance_of(article: Article, config: Config) -> Provenance:
    """Return what makes the report of *article* under *config*; a text's lone surrogates are hashed as they stand."""
    return Provenance(
        version=__version__,
        tables=_tables(config.gazetteer.private),
        weights=config.weights.digest,
        config=config.fingerprint,
        text=hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


@cache
def _tables(private: tuple[str, ...]) -> str:
    """Return a hash of the shipped tables and the *private* rows of outlets."""
    digest = hashlib.sha256()
    for room in ROOMS_WITH_TABLES:
        for table in sorted(shipped_folder(f"citeaudit.{room}").iterdir(), key=lambda table: table.name):
            if table.name.endswith((".cxn", ".tsv", ".txt")):
                digest.update(table.name.encode() + b"\0" + table.read_bytes())
    digest.update("\n".join(private).encode())
    return digest.hexdigest()[:SHORT]
