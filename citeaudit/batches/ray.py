"""Ray: a data set of articles goes in, one of claims comes out, made batch by batch with ``map_batches``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from citeaudit.batches.arrow import article_table, audit_batch, wanted_columns
from citeaudit.config import Config
from citeaudit.extras import load_extra
from citeaudit.workers import Limits

BATCH = 64
"""Articles in a batch: some seconds of work, so that tasks are neither too short to schedule nor too long to balance."""


def audit(
    dataset: Any,
    *,
    table: str = "claims",
    fields: Mapping[str, str] | None = None,
    with_text: bool = True,
    config: Config | None = None,
    limits: Limits | None = None,
    batch_size: int = BATCH,
) -> Any:
    """
    Return the rows of *table* for the articles of *dataset*, a ``ray.data.Dataset``, as another.

    The arguments are those of :func:`citeaudit.batches.arrow.audit_batch`. citeaudit must be installed on the nodes.
    """
    article_table(table)
    work = partial(audit_batch, table=table, fields=dict(fields or {}), with_text=with_text, config=config, limits=limits)
    return dataset.map_batches(partial(_audit_table, work=work, fields=fields), batch_format="pyarrow", batch_size=batch_size)


def _audit_table(articles: Any, *, work: Any, fields: Mapping[str, str] | None) -> Any:
    pyarrow = load_extra("pyarrow", extra="arrow")
    chosen = articles.select(wanted_columns(articles.column_names, fields)).combine_chunks()
    return pyarrow.Table.from_batches([work(batch) for batch in chosen.to_batches()] or [work(_empty(pyarrow, chosen))])


def _empty(pyarrow: Any, table: Any) -> Any:
    return pyarrow.RecordBatch.from_pylist([], schema=table.schema)
