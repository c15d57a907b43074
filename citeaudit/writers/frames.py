"""Data frames: reports go in, a table of pandas or Polars comes out, with the columns of ``citeaudit.tables``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from citeaudit.errors import ConfigError
from citeaudit.extras import load_extra
from citeaudit.model.articles import InputProblem
from citeaudit.model.corpora import CorpusReport
from citeaudit.model.reports import ArticleReport, Skipped
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.tables import SHARE, TABLES, TRUTH, WHOLE, Row, Table, table_named
from citeaudit.writers.grouping import grouped
from citeaudit.writers.tables import encodable

Outcomes = Iterable[ArticleReport | Skipped | InputProblem] | CorpusReport

PANDAS_TYPES = {WHOLE: "Int64", SHARE: "float64", TRUTH: "boolean"}
"""Those of pandas that know of a missing value; texts are strings."""


def frame_of(outcomes: Outcomes, *, table: str, library: str, gazetteer: Gazetteer) -> Any:
    """
    Return the *table* of *outcomes* as a data frame of *library*.

    :raises ConfigError: if there is no such table or library, or a corpus report is asked for a table of its articles.
    """
    found = table_named(table)
    if found is None:
        message = f"unknown table {table!r}: give one of {', '.join(table.name for table in TABLES)}"
        raise ConfigError(message)
    if library not in _MAKERS:
        message = f"unknown library {library!r}: give one of {', '.join(_MAKERS)}"
        raise ConfigError(message)
    rows = [tuple(map(encodable, row)) for row in rows_of(outcomes, found, gazetteer)]
    return _MAKERS[library](found, rows)


def rows_of(outcomes: Outcomes, table: Table, gazetteer: Gazetteer) -> Iterable[Row]:
    """Return the rows of *table*, over all *outcomes* in order, or of their sums."""
    if table.of_article is None:
        corpus = outcomes if isinstance(outcomes, CorpusReport) else CorpusReport.of_all(outcomes)
        assert table.of_corpus is not None
        yield from table.of_corpus(grouped(corpus, gazetteer), gazetteer)
        return
    if isinstance(outcomes, CorpusReport):
        message = f"the table {table.name!r} has a row for each of its articles' parts: give the reports, not their sums"
        raise ConfigError(message)
    for outcome in outcomes:
        if not isinstance(outcome, InputProblem):
            yield from table.of_article(outcome, gazetteer)


def _pandas(table: Table, rows: list[Row]) -> Any:
    pandas = load_extra("pandas", extra="pandas")
    columns = zip(*rows, strict=True) if rows else [()] * len(table.columns)
    return pandas.DataFrame(
        {
            column.name: pandas.array(list(cells), dtype=PANDAS_TYPES.get(column.type, "string"))
            for column, cells in zip(table.columns, columns, strict=True)
        }
    )


def _polars(table: Table, rows: list[Row]) -> Any:
    polars = load_extra("polars", extra="polars")
    types = {WHOLE: polars.Int64, SHARE: polars.Float64, TRUTH: polars.Boolean}
    schema = {column.name: types.get(column.type, polars.String) for column in table.columns}
    return polars.DataFrame(rows, schema=schema, orient="row")


_MAKERS = {"pandas": _pandas, "polars": _polars}
