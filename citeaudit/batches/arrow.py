"""
The one function that every engine calls: an Arrow record batch of articles goes in, one of a table's rows comes out.

The columns that come in are those of a record (``text``, and ``id``, ``publisher``, ``title``, ``date``, ``url``, ``byline``
as far as there are any; other names by *fields*), those that come out are those of ``citeaudit.tables``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from citeaudit.api import audit_many
from citeaudit.config import Config
from citeaudit.errors import ConfigError
from citeaudit.model.articles import Article, InputProblem, Origin
from citeaudit.model.reports import Skipped
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.readers import ReadSettings, place_of
from citeaudit.readers.records import article_of, columns_of
from citeaudit.tables import TABLES, Column, Row, Table, table_named
from citeaudit.workers import Limits
from citeaudit.writers.tables import arrow_schema, rows_to_batch


def audit_batch(
    batch: Any,
    *,
    table: str = "claims",
    fields: Mapping[str, str] | None = None,
    with_text: bool = True,
    config: Config | None = None,
    limits: Limits | None = None,
) -> Any:
    """
    Audit the articles of *batch*, a ``pyarrow.RecordBatch``, and return the rows of *table* as another.

    *table* is "claims", "attributions" or "articles". An article that is skipped or cannot be read has no claims; among
    the articles it has a row that says why.

    :raises ConfigError: if there is no such table, or a field that no article has is named.
    :raises MissingExtraError: without pyarrow.
    """
    chosen, settings = article_table(table), ReadSettings(fields=fields or {})
    names = columns_of(batch.schema.names, settings)
    records = batch.select(names).to_pylist() if names else [{}] * batch.num_rows
    articles = (_article(record, number, settings) for number, record in enumerate(records, 1))
    gazetteer = config.gazetteer if config else Gazetteer.default()
    rows: list[Row] = []
    for outcome in audit_many(articles, config=config, limits=limits):
        rows += _rows(outcome, chosen, gazetteer, with_text=with_text)
    return rows_to_batch(rows, arrow_schema(chosen.kept(with_text=with_text)))


def article_table(name: str) -> Table:
    """
    Return the table of articles that is called *name*.

    :raises ConfigError: if there is none: the others are sums, which no batch can make alone.
    """
    table = table_named(name)
    if table is None or table.of_article is None:
        message = f"no table {name!r} of articles: give one of {', '.join(table.name for table in TABLES if table.of_article)}"
        raise ConfigError(message)
    return table


def wanted_columns(names: list[str], fields: Mapping[str, str] | None) -> list[str]:
    """Return those of *names* that an audit reads, so that an engine need not move the others."""
    return columns_of(names, ReadSettings(fields=fields or {}))


def columns_out(table: str, *, with_text: bool) -> tuple[Column, ...]:
    """Return the columns of the batches that come out."""
    return article_table(table).kept(with_text=with_text)


def _article(record: dict[str, Any], number: int, settings: ReadSettings) -> Article | InputProblem | Skipped:
    """Return the article of one row; without an id of its own it has none, since a batch knows no place in the whole."""
    origin = Origin("batch", number)
    article = article_of(record, origin, settings)
    if isinstance(article, InputProblem):
        return article
    return replace(article, id=None if article.id == place_of(origin) else article.id, origin=None)


def _rows(outcome: Any, table: Table, gazetteer: Gazetteer, *, with_text: bool) -> Iterator[Row]:
    assert table.of_article is not None
    if isinstance(outcome, InputProblem):
        outcome = Skipped(outcome.article, "problem", outcome.what)
    for row in table.of_article(outcome, gazetteer):
        yield row if with_text else table.without_words(row)
