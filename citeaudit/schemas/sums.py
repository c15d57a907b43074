"""The JSON Schema of a corpus report: its sums, and its tables with the columns that ``citeaudit.tables`` gives them."""

from __future__ import annotations

from citeaudit.contract.schema_words import COUNT, SHARE, STRING, STRING_OR_NULL, TRUTH, WHOLE, Schema, array, said, table, whole
from citeaudit.model.reports import Status
from citeaudit.tables import SHARE as SHARES
from citeaudit.tables import TABLES, TEXT, Table
from citeaudit.tables import TRUTH as TRUTHS
from citeaudit.tables import WHOLE as NUMBERS

DESCRIPTION = "What `citeaudit corpus --format json` writes. Keys may be added within version 1, none renamed or dropped."
CELLS = {TEXT: STRING_OR_NULL, NUMBERS: WHOLE, SHARES: SHARE, TRUTHS: TRUTH}
"""What a cell of each type of column holds."""


def corpus_schema() -> Schema:
    """Return the schema of a corpus report."""
    by_status = table({status.value: WHOLE for status in Status})
    maker = table({"version": STRING, "tables": STRING, "weights": STRING, "config": STRING, "articles": COUNT})
    properties = {
        "schema": {"const": "citeaudit/corpus/1"},
        "articles": WHOLE,
        "problems": said(WHOLE, "what could not be read"),
        "skipped": array(table({"reason": STRING, "detail": STRING_OR_NULL, "articles": COUNT})),
        "claims": WHOLE,
        "counts": said(by_status, "claims by status"),
        "origins": said(by_status, "claims by who said it before any outlet passed it on"),
        "attributed_share": SHARE,
        **{each.name: _rows(each) for each in TABLES if each.of_corpus is not None},
        "provenance": array(maker),
    }
    return whole("corpus:1", "citeaudit corpus report, version 1", DESCRIPTION, **table(properties))


def _rows(described: Table) -> Schema:
    return array(table({column.name: CELLS[column.type] for column in described.columns}))
