"""Who cites whom: the report of a corpus, sums over the reports of its articles.

Every sum is a row with names and whole numbers, so that adding two reports is exact in any grouping (shares are reckoned
from the sums when they are asked for), and ``pandas.DataFrame(corpus.edges)`` is a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, TypeVar

from citeaudit.model.articles import Article, InputProblem
from citeaudit.model.guards import shown
from citeaudit.model.making import replace
from citeaudit.model.relations import Role, Source, SourceType
from citeaudit.model.reports import ArticleReport, Claim, Skipped, Status
from citeaudit.model.showing import drawn, several

MONTH = re.compile(r"\d{4}-\d{2}")

DETERMINER = re.compile(r"^(?:The|An?|Some|Its|His|Her|Their)\b")
"""A word whose capital only tells that a sentence begins: "The ministry" and "the ministry" are one source."""


@dataclass(frozen=True, slots=True)
class PublisherCount:
    """The articles of one publisher, and how many of their claims somebody stands behind."""

    publisher: str | None
    articles: int = 0
    claims: int = 0
    attributed: int = 0


@dataclass(frozen=True, slots=True)
class StatusCount:
    """The claims of one publisher in one month ("2025-05") that have one status and one origin."""

    publisher: str | None
    month: str | None
    status: str
    origin: str
    claims: int = 0


@dataclass(frozen=True, slots=True)
class EdgeCount:
    """
    One publisher citing one outlet: claims that rest on it, articles that do, and in how many claims it has which role.

    *outlet_id* is the gazetteer's, None for an outlet that it does not know. *is_self*: the publisher cites itself.
    """

    publisher: str | None
    outlet: str
    outlet_id: str | None
    is_self: bool
    claims: int = 0
    articles: int = 0
    reporter: int = 0
    venue: int = 0
    relay: int = 0
    pollster: int = 0
    journalist: int = 0
    social: int = 0
    obtained_by: int = 0
    first_reported: int = 0
    citation: int = 0


@dataclass(frozen=True, slots=True)
class SourceCount:
    """One publisher relying on one source that is no outlet: claims and articles."""

    publisher: str | None
    source: str
    type: str
    claims: int = 0
    articles: int = 0


@dataclass(frozen=True, slots=True)
class FindingCount:
    """The findings of one rule in one publisher's articles."""

    publisher: str | None
    code: str
    name: str
    severity: str
    findings: int = 0
    articles: int = 0


@dataclass(frozen=True, slots=True)
class SkipCount:
    """Articles that were not audited for one reason; *detail* is the language where that is the reason, else empty."""

    reason: str
    detail: str
    articles: int = 0


@dataclass(frozen=True, slots=True)
class OutletCount:
    """How much a corpus relies on one outlet: claims, articles, publishers, and its share (0.0 to 1.0) of all citations."""

    outlet: str
    outlet_id: str | None
    claims: int
    articles: int
    publishers: int
    share: float


@dataclass(frozen=True, slots=True)
class Maker:
    """What made the reports: the version, and short hashes of tables, weights and configuration."""

    version: str
    tables: str
    weights: str
    config: str
    articles: int = 0


@dataclass(frozen=True, slots=True, repr=False)
class CorpusReport:
    """
    The sums over a corpus. ``CorpusReport()`` is the empty one, ``+`` adds two, :meth:`of_all` adds many at once.

    *problems* counts what could not be read. Rows are sorted by their names.
    """

    articles: int = 0
    problems: int = 0
    skipped: tuple[SkipCount, ...] = ()
    publishers: tuple[PublisherCount, ...] = ()
    statuses: tuple[StatusCount, ...] = ()
    edges: tuple[EdgeCount, ...] = ()
    sources: tuple[SourceCount, ...] = ()
    findings: tuple[FindingCount, ...] = ()
    made_by: tuple[Maker, ...] = ()

    @classmethod
    def of(cls, outcome: ArticleReport | Skipped | InputProblem) -> CorpusReport:
        """
        Return the sums of one article, or of what stands in its place.

        :raises TypeError: if *outcome* is neither.
        """
        if not isinstance(outcome, ArticleReport | Skipped | InputProblem):
            message = f"CorpusReport takes what audit() or audit_many() returns, not {shown(outcome)}; audit it first"
            raise TypeError(message)
        if isinstance(outcome, InputProblem):
            return cls(problems=1)
        if isinstance(outcome, Skipped):
            return cls(skipped=(SkipCount(outcome.reason, outcome.detail if outcome.reason == "language" else "", 1),))
        publisher, made = outcome.article.publisher, outcome.provenance
        attributed = sum(claim.is_attributed for claim in outcome.claims)
        return cls(
            articles=1,
            publishers=(PublisherCount(publisher, 1, len(outcome.claims), attributed),),
            statuses=_added(status_count(claim, outcome.article) for claim in outcome.claims),
            edges=_once(_added(edge for claim in outcome.claims for edge in edge_counts(claim, publisher))),
            sources=_once(_added(source for claim in outcome.claims for source in source_counts(claim, publisher))),
            findings=_once(
                _added(FindingCount(publisher, found.code, found.name, found.severity.value, 1) for found in outcome.findings)
            ),
            made_by=(Maker(made.version, made.tables, made.weights, made.config, 1),),
        )

    @classmethod
    def of_all(cls, outcomes: Iterable[ArticleReport | Skipped | InputProblem | CorpusReport]) -> CorpusReport:
        """
        Return the sums of many articles, or of many sums: in linear time, where ``+`` one by one copies what it has.

        :raises TypeError: if *outcomes* are none.
        """
        if isinstance(outcomes, str | ArticleReport | CorpusReport) or not isinstance(outcomes, Iterable):
            message = f"CorpusReport.of_all() takes many reports, not {shown(outcomes)}; for one use CorpusReport.of(audit(…))"
            raise TypeError(message)
        total = Total()
        for outcome in outcomes:
            total.add(outcome if isinstance(outcome, CorpusReport) else cls.of(outcome))
        return total.report()

    def __repr__(self) -> str:
        found = ", ".join(f"{count:,} {status}" for status, count in self.counts.items() if count) or "none"
        share = f"; {self.attributed_share:.0%} attributed" if self.claims else ""
        return f"<CorpusReport {several(self.articles, 'article')}, {several(self.claims, 'claim')}: {found}{share}>"

    def _repr_html_(self) -> str:
        return drawn(self)

    def __add__(self, other: CorpusReport) -> CorpusReport:
        return CorpusReport.of_all((self, other)) if isinstance(other, CorpusReport) else NotImplemented

    @property
    def claims(self) -> int:
        """Return the number of claims."""
        return sum(row.claims for row in self.publishers)

    @property
    def attributed_share(self) -> float:
        """Return the share (0.0 to 1.0) of claims that somebody stands behind; 0.0 where there is no claim."""
        return sum(row.attributed for row in self.publishers) / self.claims if self.claims else 0.0

    @property
    def counts(self) -> dict[str, int]:
        """Return the number of claims by status, strongest first, every status present."""
        return {status.value: sum(row.claims for row in self.statuses if row.status == status) for status in Status}

    @property
    def origins(self) -> dict[str, int]:
        """Return the number of claims by origin, strongest first, every one present."""
        return {status.value: sum(row.claims for row in self.statuses if row.origin == status) for status in Status}

    @property
    def outlets(self) -> tuple[OutletCount, ...]:
        """Return the outlets cited, the one with most claims first; a publisher's citing itself does not count."""
        by_outlet: dict[tuple[str, str | None], list[EdgeCount]] = {}
        for edge in self.edges:
            if not edge.is_self:
                by_outlet.setdefault((edge.outlet, edge.outlet_id), []).append(edge)
        total = sum(edge.claims for edges in by_outlet.values() for edge in edges)
        rows = [
            OutletCount(
                outlet,
                outlet_id,
                sum(edge.claims for edge in edges),
                sum(edge.articles for edge in edges),
                len({edge.publisher for edge in edges}),
                sum(edge.claims for edge in edges) / total,
            )
            for (outlet, outlet_id), edges in by_outlet.items()
        ]
        return tuple(sorted(rows, key=lambda row: (-row.claims, row.outlet, row.outlet_id or "")))


Row = TypeVar("Row", StatusCount, EdgeCount, SourceCount, FindingCount)
Once = TypeVar("Once", EdgeCount, SourceCount, FindingCount)

_SUMS = ("skipped", "publishers", "statuses", "edges", "sources", "findings", "made_by")
_COUNTED = frozenset(("claims", "articles", "attributed", "findings", *(role.value for role in Role)))


class Total:
    """Sums that grow in place, for a fold over many articles; :meth:`report` gives them out as a value."""

    def __init__(self) -> None:
        self._articles = self._problems = 0
        self._rows: dict[str, dict[tuple[Any, ...], Any]] = {name: {} for name in _SUMS}

    def add(self, report: CorpusReport) -> None:
        """Add the sums of *report*."""
        self._articles += report.articles
        self._problems += report.problems
        for name in _SUMS:
            _add_into(self._rows[name], getattr(report, name))

    def report(self) -> CorpusReport:
        """Return the sums as they are."""
        return CorpusReport(self._articles, self._problems, **{name: _rows(found) for name, found in self._rows.items()})


def _add_into(found: dict[tuple[Any, ...], tuple[type, list[int]]], rows: Iterable[Any]) -> None:
    for row in rows:
        kind: Any = type(row)
        names, counted = _split(kind)
        key = tuple(getattr(row, name) for name in names)
        values = [getattr(row, name) for name in counted]
        if key in found:
            sums = found[key][1]
            for place, value in enumerate(values):
                sums[place] += value
        else:
            found[key] = (type(row), values)


def _rows(found: dict[tuple[Any, ...], tuple[type, list[int]]]) -> tuple[Any, ...]:
    """Return the rows, sorted by their names, those without a name first."""
    ordered = sorted(found, key=lambda key: tuple("" if name is None else str(name) for name in key))
    return tuple(found[key][0](*key, *found[key][1]) for key in ordered)


def _added(rows: Iterable[Row]) -> tuple[Row, ...]:
    found: dict[tuple[Any, ...], Any] = {}
    _add_into(found, rows)
    return _rows(found)


@cache
def _split(row: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the fields that name a row, and those that count; a row's names stand before its counts."""
    names = [field.name for field in fields(row)]
    return tuple(name for name in names if name not in _COUNTED), tuple(name for name in names if name in _COUNTED)


def _once(rows: tuple[Once, ...]) -> tuple[Once, ...]:
    """Return the rows of one article, each of which counts it once."""
    return tuple(replace(row, articles=1) for row in rows)


def status_count(claim: Claim, article: Article) -> StatusCount:
    """Return what *claim* adds to the statuses of the publisher of its *article*."""
    found = MONTH.match(article.date or "")
    return StatusCount(article.publisher, found.group() if found else None, claim.status.value, claim.origin.value, 1)


def edge_counts(claim: Claim, publisher: str | None) -> Iterable[EdgeCount]:
    """Return what *claim* adds to who cites whom, one for each outlet that it rests on."""
    links = [link for attribution in claim.attributions for link in attribution.chain if link.type is SourceType.OUTLET]
    for name, outlet in zip(claim.outlets, claim.outlet_ids, strict=True):
        here = [link for link in links if link.name == name]
        roles = {link.role.value for link in here if link.role}
        yield EdgeCount(publisher, name, outlet, any(link.is_self for link in here), 1, 0, **dict.fromkeys(roles, 1))


def source_counts(claim: Claim, publisher: str | None) -> Iterable[SourceCount]:
    """Return what *claim* adds to the sources relied on, one for each that is no outlet."""
    types: dict[str, Source] = {}
    for attribution in claim.attributions:
        for link in attribution.chain:
            types.setdefault(link.name, link)
    found = {DETERMINER.sub(lambda word: word.group().lower(), name): name for name in claim.sources}
    for plain, name in found.items():
        yield SourceCount(publisher, plain, types[name].type.value if name in types else SourceType.PERSON.value, 1)
