"""Before the first article: settings go in, and everything that an audit loads on first use is there."""

from __future__ import annotations

import attrs

from citeaudit.config import Config
from citeaudit.model.articles import Article
from citeaudit.pipeline import audit_article

SAMPLE = "The wall is safe, Marta Oliveira told Reuters."
"""A sentence with an outlet, a person and a word of saying, so that every stage has something to do."""


def warm_up(config: Config) -> None:
    """Have the tables, the weights and the patterns loaded that an audit with *config* asks for."""
    audit_article(Article(SAMPLE), attrs.evolve(config, check_language=False))
