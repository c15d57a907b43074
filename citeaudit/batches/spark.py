"""Spark: a data frame of articles goes in, one of claims comes out, made batch by batch with ``mapInArrow``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from citeaudit.batches.arrow import audit_batch, columns_out, wanted_columns
from citeaudit.config import Config
from citeaudit.extras import load_extra
from citeaudit.tables import SHARE, TRUTH, WHOLE
from citeaudit.workers import Limits


def audit(
    df: Any,
    *,
    table: str = "claims",
    fields: Mapping[str, str] | None = None,
    with_text: bool = True,
    config: Config | None = None,
    limits: Limits | None = None,
) -> Any:
    """
    Return the rows of *table* for the articles of *df*, a ``pyspark.sql.DataFrame``, as another.

    The arguments are those of :func:`citeaudit.batches.arrow.audit_batch`. citeaudit must be installed on the executors.
    """
    types = load_extra("pyspark.sql.types", extra="spark")
    kinds = {WHOLE: types.LongType(), SHARE: types.DoubleType(), TRUTH: types.BooleanType()}
    columns = columns_out(table, with_text=with_text)
    schema = types.StructType([types.StructField(c.name, kinds.get(c.type, types.StringType())) for c in columns])
    chosen = df.select(*wanted_columns(df.columns, fields))
    work = partial(audit_batch, table=table, fields=dict(fields or {}), with_text=with_text, config=config, limits=limits)
    return chosen.mapInArrow(partial(_audit_batches, work=work), schema)


def _audit_batches(batches: Iterable[Any], *, work: Any) -> Iterator[Any]:
    return map(work, batches)
