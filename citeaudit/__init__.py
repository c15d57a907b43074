"""
Who stands behind each claim of a news article.

``audit(text)`` reads one article; ``audit_many(read("corpus/"))`` many; ``gate(text)`` says whether enough claims name a source. Reports are frozen dataclasses all the way down.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from citeaudit.version import __version__

if TYPE_CHECKING:
    from citeaudit.api import (
        Outcome,
        audit,
        audit_many,
        find_attributions,
        gate,
        read,
        read_reports,
        split_sentences,
        to_frame,
        warm,
        write,
    )
    from citeaudit.batches.frames import audit_frame
    from citeaudit.config import Config
    from citeaudit.engine.weights import Weights
    from citeaudit.errors import CiteauditError, ConfigError, InputError, MissingExtraError, NotEnglishError
    from citeaudit.limits import Limits
    from citeaudit.model.articles import Article, Block, BlockKind, Hyperlink, InputProblem, Origin
    from citeaudit.model.corpora import (
        CorpusReport,
        EdgeCount,
        FindingCount,
        Maker,
        OutletCount,
        PublisherCount,
        SkipCount,
        SourceCount,
        StatusCount,
    )
    from citeaudit.model.relations import (
        Attribution,
        Dateline,
        Level,
        Manner,
        Mention,
        Quotation,
        Reach,
        Role,
        Sentence,
        SentenceKind,
        Source,
        SourceType,
    )
    from citeaudit.model.reports import ArticleReport, Claim, Finding, Provenance, Severity, Skipped, Status
    from citeaudit.model.spans import Evidence, Span
    from citeaudit.outlets.gazetteer import Gazetteer, Outlet
    from citeaudit.rules.settings import RuleSettings
    from citeaudit.verdicts import Unsourced, Verdict

__all__ = [
    "Article",
    "ArticleReport",
    "Attribution",
    "Block",
    "BlockKind",
    "CiteauditError",
    "Claim",
    "Config",
    "ConfigError",
    "CorpusReport",
    "Dateline",
    "EdgeCount",
    "Evidence",
    "Finding",
    "FindingCount",
    "Gazetteer",
    "Hyperlink",
    "InputError",
    "InputProblem",
    "Level",
    "Limits",
    "Maker",
    "Manner",
    "Mention",
    "MissingExtraError",
    "NotEnglishError",
    "Origin",
    "Outcome",
    "Outlet",
    "OutletCount",
    "Provenance",
    "PublisherCount",
    "Quotation",
    "Reach",
    "Role",
    "RuleSettings",
    "Sentence",
    "SentenceKind",
    "Severity",
    "SkipCount",
    "Skipped",
    "Source",
    "SourceCount",
    "SourceType",
    "Span",
    "Status",
    "StatusCount",
    "Unsourced",
    "Verdict",
    "Weights",
    "__version__",
    "audit",
    "audit_frame",
    "audit_many",
    "find_attributions",
    "gate",
    "read",
    "read_reports",
    "split_sentences",
    "to_frame",
    "warm",
    "write",
]

_ROOMS = {
    "citeaudit.api": (
        "Outcome",
        "audit",
        "audit_many",
        "find_attributions",
        "gate",
        "read",
        "read_reports",
        "split_sentences",
        "to_frame",
        "warm",
        "write",
    ),
    "citeaudit.engine.weights": ("Weights",),
    "citeaudit.config": ("Config",),
    "citeaudit.batches.frames": ("audit_frame",),
    "citeaudit.errors": (
        "CiteauditError",
        "ConfigError",
        "InputError",
        "MissingExtraError",
        "NotEnglishError",
    ),
    "citeaudit.limits": ("Limits",),
    "citeaudit.model.articles": (
        "Article",
        "Block",
        "BlockKind",
        "Hyperlink",
        "InputProblem",
        "Origin",
    ),
    "citeaudit.model.corpora": (
        "CorpusReport",
        "EdgeCount",
        "FindingCount",
        "Maker",
        "OutletCount",
        "PublisherCount",
        "SkipCount",
        "SourceCount",
        "StatusCount",
    ),
    "citeaudit.model.relations": (
        "Attribution",
        "Dateline",
        "Level",
        "Manner",
        "Mention",
        "Quotation",
        "Reach",
        "Role",
        "Sentence",
        "SentenceKind",
        "Source",
        "SourceType",
    ),
    "citeaudit.model.reports": (
        "ArticleReport",
        "Claim",
        "Finding",
        "Provenance",
        "Severity",
        "Skipped",
        "Status",
    ),
    "citeaudit.model.spans": (
        "Evidence",
        "Span",
    ),
    "citeaudit.verdicts": (
        "Unsourced",
        "Verdict",
    ),
    "citeaudit.outlets.gazetteer": (
        "Gazetteer",
        "Outlet",
    ),
    "citeaudit.rules.settings": ("RuleSettings",),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}
"""Where each public name lives. They are fetched on first use: the patterns behind an audit take longer to compile than an import may."""


def __getattr__(name: str) -> Any:
    if name not in _ROOM_OF:
        message = f"module 'citeaudit' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_ROOM_OF[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
