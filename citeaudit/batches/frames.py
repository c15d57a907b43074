"""
Data frames: one with articles goes in (pandas, Polars, PyArrow, DuckDB), one of the same library with a row for each claim comes out.

narwhals reads them all alike. The columns are those of the table of claims (``citeaudit.tables``), but with types that a frame
has and a CSV file has not: dates are dates, and several names are a list. ``row`` tells which row an article stood in.
"""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

from citeaudit.api import audit_many
from citeaudit.config import Config
from citeaudit.errors import ConfigError
from citeaudit.extras import load_extra
from citeaudit.limits import Limits
from citeaudit.model.articles import Article, InputProblem, Origin
from citeaudit.model.reports import Skipped
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.readers import ReadSettings, place_of
from citeaudit.readers.records import article_of, columns_of
from citeaudit.tables import CLAIMS, SEPARATOR, Row
from citeaudit.text.shown import shown
from citeaudit.writers.tables import arrow_schema, encodable

LISTS = frozenset(("outlets", "outlet_ids", "outlet_domains", "outlet_wikidata", "sources"))
"""Columns that hold several names."""


def audit_frame(
    frame: Any,
    *,
    text: str | None = None,
    fields: Mapping[str, str] | None = None,
    config: Config | None = None,
    workers: int = 1,
    limits: Limits | None = None,
    progress: bool | Callable[[int, int | None], object] = False,
) -> Any:
    """
    Audit the articles of *frame*, one a row, and return a frame of the same library with one row for each claim.

    *text* names the column with the texts, *fields* those of what else is known ({"publisher": "paper"}); the names that Media
    Cloud, LexisNexis, fundus and trafilatura use are known. Rows that were not audited are told in one warning. The other arguments are
    those of :func:`citeaudit.audit_many`.

    :raises ConfigError: if a column that is named is not there.
    :raises MissingExtraError: without narwhals and pyarrow.
    :raises TypeError: if *frame* is none that narwhals knows.
    """
    narwhals = load_extra("narwhals", extra="frames")
    wide = narwhals.from_native(frame)
    columns = list(wide.collect_schema().names())
    named = {**(fields or {}), **({"text": text} if text else {})}
    settings = ReadSettings(fields=named)
    for name in named.values():
        if name.partition(".")[0] not in columns and name not in columns:
            message = f"the frame has no column {name!r}: its columns are {', '.join(map(str, columns))}"
            raise ConfigError(message)
    narrow = wide.select(columns_of(columns, settings) or columns)
    rows = narrow.collect("pyarrow") if isinstance(narrow, narwhals.LazyFrame) else narrow
    articles = [_article(record, number, settings) for number, record in enumerate(rows.iter_rows(named=True))]
    outcomes = audit_many(articles, config=config, workers=workers, limits=limits, progress=progress)
    gazetteer = config.gazetteer if config else Gazetteer.default()
    missed: Counter[str] = Counter()
    claims = _table(_rows(outcomes, gazetteer, missed))
    if missed:
        why = ", ".join(f"{reason} {count:,}" for reason, count in sorted(missed.items()))
        warnings.warn(shown(f"{missed.total():,} of {len(articles):,} rows were not audited: {why}"), stacklevel=2)
    return _like(wide, claims, narwhals)


def _article(record: dict[str, Any], number: int, settings: ReadSettings) -> Article | InputProblem | Skipped:
    """Return the article of one row; an id that it has not is None."""
    origin = Origin("frame", number + 1)
    article = article_of(record, origin, settings)
    if isinstance(article, Article) and article.id == place_of(origin):
        return replace(article, id=None)
    return article


def _rows(outcomes: Iterator[Any], gazetteer: Gazetteer, missed: Counter[str]) -> Iterator[Row]:
    assert CLAIMS.of_article is not None
    for number, outcome in enumerate(outcomes):
        if isinstance(outcome, Skipped):
            missed[f"{outcome.reason} {outcome.detail}" if outcome.reason == "language" else outcome.reason] += 1
        elif isinstance(outcome, InputProblem):
            missed[outcome.what] += 1
        else:
            for row in CLAIMS.of_article(outcome, gazetteer):
                cells = {column.name: encodable(cell) for column, cell in zip(CLAIMS.columns, row, strict=True)}
                yield (number, *(_cell(column, cell, cells["outlets"]) for column, cell in cells.items()))


def _cell(column: str, cell: Any, outlets: str) -> Any:
    """Return *cell* with the type that a frame has for it; of what is told of each of the *outlets*, what is not known is None."""
    if column in LISTS:
        is_none = not (cell if column == "sources" else outlets)
        return [] if is_none else [name or None for name in cell.split(SEPARATOR)]
    if column == "date":
        with suppress(ValueError):
            return date.fromisoformat((cell or "")[:10])
        return None  # a month or a year is no day
    return cell


def _table(rows: Iterator[Row]) -> Any:
    """Return *rows* as a table of Arrow."""
    pyarrow = load_extra("pyarrow", extra="arrow")
    types = {"date": pyarrow.date32(), **dict.fromkeys(LISTS, pyarrow.list_(pyarrow.string()))}
    known = [pyarrow.field(field.name, types.get(field.name, field.type)) for field in arrow_schema(CLAIMS.columns)]
    schema = pyarrow.schema([pyarrow.field("row", pyarrow.int64()), *known])
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pyarrow.array(cells, field.type) for cells, field in zip(columns, schema, strict=True)]
    return pyarrow.Table.from_arrays(arrays, schema=schema)


def _like(wide: Any, claims: Any, narwhals: Any) -> Any:
    """Return *claims* as a frame of the library that *wide* is of."""
    kind = wide.implementation
    if kind.is_pandas():
        return _pandas(claims)
    if kind.is_duckdb():
        return load_extra("duckdb", extra="frames").from_arrow(claims)
    if kind.is_pyarrow():
        return claims
    if kind.is_polars():
        found = load_extra("polars", extra="frames").from_arrow(claims)
        return found.lazy() if isinstance(wide, narwhals.LazyFrame) else found
    return narwhals.from_arrow(claims, backend="pyarrow" if isinstance(wide, narwhals.LazyFrame) else kind).to_native()


def _pandas(claims: Any) -> Any:
    """Return *claims* for pandas: days as datetime64, by which it groups and plots, and lists as Python's own."""
    frame = claims.to_pandas(date_as_object=False)
    for column in LISTS:
        frame[column] = [list(names) for names in frame[column]]
    return frame
