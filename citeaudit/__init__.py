"""
Who stands behind each claim of a news article.

``audit(text)`` reads one article; ``audit_many(read("corpus/"))`` many. Reports are frozen dataclasses all the way down.
"""

from citeaudit.api import audit, audit_many, find_attributions, read, read_reports, split_sentences, to_frame, write
from citeaudit.config import Config
from citeaudit.errors import CiteauditError, ConfigError, InputError, MissingExtraError, NotEnglishError
from citeaudit.model.articles import Article, Hyperlink, InputProblem, Origin
from citeaudit.model.corpora import CorpusReport
from citeaudit.model.relations import (
    Attribution,
    Level,
    Manner,
    Mention,
    Quotation,
    Role,
    Sentence,
    SentenceKind,
    Source,
    SourceType,
)
from citeaudit.model.reports import ArticleReport, Claim, Finding, Severity, Skipped, Status
from citeaudit.model.spans import Evidence, Span
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.version import __version__

__all__ = [
    "Article",
    "ArticleReport",
    "Attribution",
    "CiteauditError",
    "Claim",
    "Config",
    "ConfigError",
    "CorpusReport",
    "Evidence",
    "Finding",
    "Gazetteer",
    "Hyperlink",
    "InputError",
    "InputProblem",
    "Level",
    "Manner",
    "Mention",
    "MissingExtraError",
    "NotEnglishError",
    "Origin",
    "Quotation",
    "Role",
    "Sentence",
    "SentenceKind",
    "Severity",
    "Skipped",
    "Source",
    "SourceType",
    "Span",
    "Status",
    "__version__",
    "audit",
    "audit_many",
    "find_attributions",
    "read",
    "read_reports",
    "split_sentences",
    "to_frame",
    "write",
]
