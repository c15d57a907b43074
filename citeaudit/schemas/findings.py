"""The JSON Schemas of ``citeaudit check``: its findings as JSON and JSON Lines, and its baselines."""

from __future__ import annotations

from citeaudit.contract.schema_words import (
    CODE,
    COUNT,
    COUNT_OR_NULL,
    STRING,
    STRING_OR_NULL,
    WHOLE,
    Schema,
    array,
    one_of,
    ref,
    said,
    table,
    whole,
)
from citeaudit.model.reports import Severity

DESCRIPTION = (
    "What `citeaudit check --format json` writes, and each line of `--format jsonl`. Offsets are half-open and count code points of "
    "the article's text; lines and columns are counted from 1. Keys may be added within version 1, none renamed or dropped."
)


def findings_schema() -> Schema:
    """Return the schema of the findings of a run, or of one line of them."""
    by_severity = table({severity.value: WHOLE for severity in Severity})
    document = table(
        {
            "schema": {"const": "citeaudit/findings/1"},
            "findings": array(ref("finding")),
            "problems": array(ref("problem")),
            "skipped": array(table({"id": STRING_OR_NULL, "reason": STRING, "detail": STRING})),
            "counts": said(by_severity, "findings listed"),
            "unlisted": said(by_severity, "findings that were counted and not listed"),
            "articles": WHOLE,
            "claims": WHOLE,
            "attributed": said(WHOLE, "claims that somebody stands behind"),
        }
    )
    place = table({"offset": WHOLE, "line": COUNT, "column": COUNT})
    finding = table(
        {
            "code": CODE,
            "name": STRING,
            "severity": one_of(Severity),
            "message": STRING,
            "path": STRING,
            "line": COUNT_OR_NULL,
            "article": STRING_OR_NULL,
            "start": ref("place"),
            "end": ref("place"),
            "fingerprint": STRING,
            "evidence": array(STRING),
        }
    )
    problem = table({"path": STRING, "line": COUNT_OR_NULL, "record": COUNT_OR_NULL, "what": STRING, "remedy": STRING})
    return whole(
        "findings:1",
        "citeaudit findings, version 1",
        DESCRIPTION,
        anyOf=[document, ref("finding"), table({"problem": ref("problem")})],
        **{"$defs": {"place": place, "finding": finding, "problem": problem}},
    )


def baseline_schema() -> Schema:
    """Return the schema of a baseline: what a check knows already."""
    known = table({"path": STRING, "code": CODE, "fingerprint": STRING, "count": COUNT})
    description = "What `citeaudit check --write-baseline` writes. It holds no words of any article."
    properties = {"schema": {"const": "citeaudit/baseline/1"}, "findings": array(known)}
    return whole("baseline:1", "citeaudit baseline, version 1", description, **table(properties))
