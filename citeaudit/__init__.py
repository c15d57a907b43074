"""Who stands behind each claim of a news article."""

from citeaudit.api import audit
from citeaudit.config import Config
from citeaudit.model.articles import Article
from citeaudit.model.reports import ArticleReport
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.version import __version__

__all__ = ["Article", "ArticleReport", "Config", "Gazetteer", "__version__", "audit"]
