"""Tables for pandas, DuckDB, R and Spark: reports go in, rows come out; the one place that says what each column is.

Whoever writes a table (CSV, Parquet, a data frame, an engine's batch) takes its columns and rows from here, so that all
agree. Rows are plain: texts, whole numbers, shares, truth values and None; where a cell holds several names they stand in
order, parted by ``|``. Every table names outlets by the gazetteer's id, the domain and the Wikidata id, for joins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from citeaudit.model.articles import Article, Origin
from citeaudit.model.corpora import CorpusReport
from citeaudit.model.relations import Attribution, Role, SourceType, chain_to_words
from citeaudit.model.reports import ArticleReport, Claim, Skipped, Status
from citeaudit.model.spans import Span
from citeaudit.outlets.gazetteer import Gazetteer, Outlet
from citeaudit.outlets.publishers import publisher_of

SEPARATOR = "|"
"""What parts several names in one cell; no name holds it."""

TEXT, WHOLE, SHARE, TRUTH = "text", "whole", "share", "truth"
"""The types of columns."""

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its type, and whether it holds words of the article, which ``--no-text`` leaves out."""

    name: str
    type: str = TEXT
    is_words: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """
    One table: its name, its columns, and the rows that one report gives, of an article or of a corpus.

    *of_article* and *of_corpus*: only one of them is there.
    """

    name: str
    columns: tuple[Column, ...]
    of_article: Callable[[ArticleReport | Skipped, Gazetteer], Iterator[Row]] | None = None
    of_corpus: Callable[[CorpusReport, Gazetteer], Iterator[Row]] | None = None

    def kept(self, *, with_text: bool) -> tuple[Column, ...]:
        """Return the columns that are written, those that hold words only *with_text*."""
        return tuple(column for column in self.columns if with_text or not column.is_words)

    def without_words(self, row: Row) -> Row:
        """Return *row* without the cells that hold words of the article."""
        return tuple(cell for cell, column in zip(row, self.columns, strict=True) if not column.is_words)


PUBLISHER = (Column("publisher"), Column("publisher_id"), Column("publisher_domain"), Column("publisher_wikidata"))
OUTLET = (Column("outlet"), Column("outlet_id"), Column("outlet_domain"), Column("outlet_wikidata"))


def _articles(report: ArticleReport | Skipped, gazetteer: Gazetteer) -> Iterator[Row]:
    """Return the row of one article, or of a skipped one, which has no counts."""
    if isinstance(report, Skipped):
        nothing = (None,) * (len(ARTICLES.columns) - 6)
        yield (report.id, *nothing, *_place(report.origin), report.reason, report.detail)
        return
    article, made = report.article, report.provenance
    yield (
        article.id,
        *_publisher(article, gazetteer),
        article.title,
        article.byline,
        article.date,
        article.url,
        report.language,
        len(report.sentences),
        len(report.claims),
        *report.counts.values(),
        round(report.attributed_share, 4),
        len(report.attributions),
        len(report.findings),
        made.version,
        made.tables,
        made.weights,
        made.config,
        made.text,
        *_place(article.origin),
        None,
        None,
    )


def _claims(report: ArticleReport | Skipped, gazetteer: Gazetteer) -> Iterator[Row]:
    if isinstance(report, Skipped):
        return
    article = report.article
    numbers = {sentence.span: number for number, sentence in enumerate(report.sentences)}
    publisher = _publisher(article, gazetteer)
    for claim in report.claims:
        outlets = [_outlet(outlet_id, gazetteer) for outlet_id in claim.outlet_ids]
        yield (
            article.id,
            *publisher,
            article.date,
            numbers[claim.sentence.span],
            claim.sentence.paragraph,
            claim.sentence.span.start,
            claim.sentence.span.end,
            claim.status.value,
            claim.origin.value,
            round(claim.share, 4),
            claim.is_attributed,
            claim.is_self,
            _listed(claim.outlets),
            _listed(outlet_id or "" for outlet_id in claim.outlet_ids),
            _listed(_domain(outlet) or "" for outlet in outlets),
            _listed((outlet.wikidata if outlet else None) or "" for outlet in outlets),
            _listed(claim.sources),
            _chain(claim),
            report.words(claim.sentence.span),
        )


def _attributions(report: ArticleReport | Skipped, gazetteer: Gazetteer) -> Iterator[Row]:
    if isinstance(report, Skipped):
        return
    article, publisher = report.article, _publisher(report.article, gazetteer)
    for number, attribution in enumerate(report.attributions):
        first = attribution.chain[0] if attribution.chain else None
        links = [link for link in attribution.chain if link.type is SourceType.OUTLET]
        outlets = [_outlet(link.outlet, gazetteer) for link in links]
        yield (
            article.id,
            *publisher,
            article.date,
            number,
            attribution.within,
            first.name if first else None,
            first.type.value if first else None,
            first.is_resolved if first else None,
            chain_to_words(attribution.chain),
            _listed(link.name for link in links),
            _listed(link.outlet or "" for link in links),
            _listed(_domain(outlet) or "" for outlet in outlets),
            _listed((outlet.wikidata if outlet else None) or "" for outlet in outlets),
            _listed(link.role.value if link.role else "" for link in links),
            attribution.level.value,
            attribution.construction,
            attribution.manner.value,
            attribution.reach.value,
            attribution.is_hedged,
            attribution.is_fill,
            round(attribution.score, 4),
            _spans(attribution.source),
            _spans(attribution.cue),
            _spans(attribution.content),
            *_words(report, attribution),
        )


def _edges(corpus: CorpusReport, gazetteer: Gazetteer) -> Iterator[Row]:
    """Return who cites whom; the share is of the publisher's citations of outlets, its citing itself included."""
    totals: dict[str | None, int] = {}
    for edge in corpus.edges:
        totals[edge.publisher] = totals.get(edge.publisher, 0) + edge.claims
    for edge in sorted(corpus.edges, key=lambda edge: (edge.publisher or "", -edge.claims, edge.outlet, edge.outlet_id or "")):
        yield (
            *_named(edge.publisher, gazetteer),
            edge.outlet,
            *_ids(_outlet(edge.outlet_id, gazetteer), edge.outlet_id),
            edge.is_self,
            edge.claims,
            edge.articles,
            round(edge.claims / totals[edge.publisher], 4) if totals[edge.publisher] else 0.0,
            *(getattr(edge, role.value) for role in Role),
        )


def _outlets(corpus: CorpusReport, gazetteer: Gazetteer) -> Iterator[Row]:
    """Return the outlets cited, the most cited first; a publisher's citing itself does not count."""
    for rank, row in enumerate(corpus.outlets, 1):
        outlet = _outlet(row.outlet_id, gazetteer)
        yield (
            rank,
            row.outlet,
            *_ids(outlet, row.outlet_id),
            outlet.kind if outlet else None,
            outlet.country if outlet else None,
            outlet.state if outlet else None,
            row.claims,
            row.articles,
            row.publishers,
            round(row.share, 4),
        )


def _sources(corpus: CorpusReport, gazetteer: Gazetteer) -> Iterator[Row]:
    for row in sorted(corpus.sources, key=lambda row: (row.publisher or "", -row.claims, row.source, row.type)):
        yield (*_named(row.publisher, gazetteer), row.source, row.type, row.claims, row.articles)


def _statuses(corpus: CorpusReport, gazetteer: Gazetteer) -> Iterator[Row]:
    """Return the claims by publisher, month, status and origin; the share is of the publisher's claims in the month."""
    totals: dict[tuple[str | None, str | None], int] = {}
    for row in corpus.statuses:
        totals[row.publisher, row.month] = totals.get((row.publisher, row.month), 0) + row.claims
    for row in corpus.statuses:
        share = round(row.claims / totals[row.publisher, row.month], 4)
        yield (*_named(row.publisher, gazetteer), row.month, row.status, row.origin, row.claims, share)


def _findings(corpus: CorpusReport, gazetteer: Gazetteer) -> Iterator[Row]:
    for row in corpus.findings:
        yield (*_named(row.publisher, gazetteer), row.code, row.name, row.severity, row.findings, row.articles)


def _publishers(corpus: CorpusReport, gazetteer: Gazetteer) -> Iterator[Row]:
    for row in corpus.publishers:
        share = round(row.attributed / row.claims, 4) if row.claims else 0.0
        yield (*_named(row.publisher, gazetteer), row.articles, row.claims, row.attributed, share)


ARTICLES = Table(
    "articles",
    (
        Column("article"), *PUBLISHER, Column("title", is_words=True), Column("byline"), Column("date"), Column("url"),
        Column("language"), Column("sentences", WHOLE), Column("claims", WHOLE), *(Column(status.value, WHOLE) for status in Status),
        Column("attributed_share", SHARE), Column("attributions", WHOLE), Column("findings", WHOLE), Column("version"), Column("tables"),
        Column("weights"), Column("config"), Column("text_hash"), Column("path"), Column("record", WHOLE), Column("line", WHOLE),
        Column("skipped"), Column("skipped_detail"),
    ),
    of_article=_articles,
)  # fmt: skip
CLAIMS = Table(
    "claims",
    (
        Column("article"), *PUBLISHER, Column("date"), Column("sentence", WHOLE), Column("paragraph", WHOLE), Column("start", WHOLE),
        Column("end", WHOLE), Column("status"), Column("origin"), Column("share", SHARE), Column("is_attributed", TRUTH),
        Column("is_self", TRUTH), Column("outlets"), Column("outlet_ids"), Column("outlet_domains"), Column("outlet_wikidata"),
        Column("sources"), Column("chain"), Column("words", is_words=True),
    ),
    of_article=_claims,
)  # fmt: skip
ATTRIBUTIONS = Table(
    "attributions",
    (
        Column("article"), *PUBLISHER, Column("date"), Column("attribution", WHOLE), Column("within", WHOLE), Column("source_name"),
        Column("source_type"), Column("is_resolved", TRUTH), Column("chain"), Column("outlets"), Column("outlet_ids"),
        Column("outlet_domains"), Column("outlet_wikidata"), Column("roles"), Column("level"), Column("construction"),
        Column("manner"), Column("reach"), Column("is_hedged", TRUTH), Column("is_fill", TRUTH), Column("score", SHARE),
        Column("source"), Column("cue"), Column("content"), Column("source_words", is_words=True), Column("cue_words", is_words=True),
        Column("content_words", is_words=True),
    ),
    of_article=_attributions,
)  # fmt: skip
EDGES = Table(
    "edges",
    (
        *PUBLISHER, *OUTLET, Column("is_self", TRUTH), Column("claims", WHOLE), Column("articles", WHOLE), Column("share", SHARE),
        *(Column(role.value, WHOLE) for role in Role),
    ),
    of_corpus=_edges,
)  # fmt: skip
OUTLETS = Table(
    "outlets",
    (
        Column("rank", WHOLE), *OUTLET, Column("kind"), Column("country"), Column("state"), Column("claims", WHOLE),
        Column("articles", WHOLE), Column("publishers", WHOLE), Column("share", SHARE),
    ),
    of_corpus=_outlets,
)  # fmt: skip
SOURCES = Table(
    "sources",
    (*PUBLISHER, Column("source"), Column("type"), Column("claims", WHOLE), Column("articles", WHOLE)),
    of_corpus=_sources,
)
STATUSES = Table(
    "statuses",
    (*PUBLISHER, Column("month"), Column("status"), Column("origin"), Column("claims", WHOLE), Column("share", SHARE)),
    of_corpus=_statuses,
)
FINDINGS = Table(
    "findings",
    (*PUBLISHER, Column("code"), Column("name"), Column("severity"), Column("findings", WHOLE), Column("articles", WHOLE)),
    of_corpus=_findings,
)
PUBLISHERS = Table(
    "publishers",
    (
        *PUBLISHER,
        Column("articles", WHOLE),
        Column("claims", WHOLE),
        Column("attributed", WHOLE),
        Column("attributed_share", SHARE),
    ),
    of_corpus=_publishers,
)

TABLES: tuple[Table, ...] = (CLAIMS, ATTRIBUTIONS, EDGES, OUTLETS, ARTICLES, SOURCES, STATUSES, FINDINGS, PUBLISHERS)
"""Every table, in the order in which they are told of."""


def table_named(name: str) -> Table | None:
    """Return the table that is called *name*."""
    return next((table for table in TABLES if table.name == name), None)


def _publisher(article: Article, gazetteer: Gazetteer) -> Row:
    outlet = publisher_of(article, gazetteer)
    return (article.publisher, *_ids(outlet, outlet.id if outlet else None))


def _named(publisher: str | None, gazetteer: Gazetteer) -> Row:
    return _publisher(Article("", publisher=publisher), gazetteer)


def _ids(outlet: Outlet | None, outlet_id: str | None) -> Row:
    return (outlet_id, _domain(outlet), outlet.wikidata if outlet else None)


def _outlet(outlet_id: str | None, gazetteer: Gazetteer) -> Outlet | None:
    return gazetteer.outlets[outlet_id] if outlet_id is not None and outlet_id in gazetteer.outlets else None


def _domain(outlet: Outlet | None) -> str | None:
    return outlet.domains[0] if outlet and outlet.domains else None


def _place(origin: Origin | None) -> Row:
    return (origin.path, origin.record, origin.line) if origin else (None, None, None)


def _listed(names: Any) -> str:
    return SEPARATOR.join(name.replace(SEPARATOR, "/") for name in names)


def _chain(claim: Claim) -> str:
    """Return the longest chain of the claim's attributions: who said it, and through whom it came."""
    return max(
        (chain_to_words(attribution.chain) for attribution in claim.attributions), key=lambda names: names.count("←"), default=""
    )


def _spans(spans: tuple[Span, ...]) -> str:
    return SEPARATOR.join(f"{span.start}-{span.end}" for span in spans)


def _words(report: ArticleReport, attribution: Attribution) -> Row:
    roles = (attribution.source, attribution.cue, attribution.content)
    return tuple(" … ".join(report.words(span) for span in spans) for spans in roles)
