"""The verbs: what a user calls."""

from __future__ import annotations

from citeaudit.config import Config
from citeaudit.model.articles import Article
from citeaudit.model.reports import ArticleReport
from citeaudit.pipeline import audit_article


def audit(article: Article | str, *, publisher: str | None = None, config: Config | None = None) -> ArticleReport:
    """Read one article and say who stands behind each claim."""
    if isinstance(article, str):
        article = Article(article, publisher=publisher)
    return audit_article(article, config or Config())
