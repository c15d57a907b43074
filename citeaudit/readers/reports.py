"""Reports read back: a line of ``report --format jsonl`` goes in, the report comes out, without a second audit.

So that a long run need be done once: its reports are counted, put into tables or shown as often as one likes. What the JSON
does not hold (where a chain's link stands, the evidence of sentences) stays behind; what it holds is the same again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from citeaudit.model.articles import Article, InputProblem, Origin
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
from citeaudit.readers.files import InputFile
from citeaudit.readers.jsonl import cut_lines
from citeaudit.readers.pieces import Outcome, Piece, Reader, decode
from citeaudit.readers.settings import ReadSettings

SCHEMA = "citeaudit/report/1"


def cut_reports(file: InputFile, settings: ReadSettings) -> Iterator[Piece | InputProblem | Skipped]:
    """Return the lines of *file* as pieces."""
    return cut_lines(file, settings, name="reports")


def read_report(piece: Piece, settings: ReadSettings) -> Iterator[Outcome]:
    """Return the report, or the skip, that one line holds."""
    line = decode(piece.payload, piece, settings)
    if isinstance(line, InputProblem):
        yield line
        return
    try:
        yield report_of(json.loads(line), piece.origin)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        what = f"the line is no report of citeaudit ({type(error).__name__}: {error})"
        remedy = "give what `citeaudit report --format jsonl` writes"
        yield InputProblem(piece.origin.path, what, remedy, record=piece.origin.record, line=piece.origin.line)


def report_of(value: dict[str, Any], origin: Origin | None = None) -> ArticleReport | Skipped:
    """
    Return the report that the JSON object *value* holds.

    :raises ValueError: or KeyError or TypeError, if it is none.
    """
    if value["schema"] != SCHEMA:
        message = f"its schema is {value['schema']!r}, not {SCHEMA!r}"
        raise ValueError(message)
    if "skipped" in value:
        return Skipped(value["id"], value["skipped"]["reason"], value["skipped"]["detail"], origin)
    known = {name: value[name] for name in ("id", "publisher", "title", "byline", "date", "url")}
    attributions = tuple(map(_attribution, value["attributions"]))
    sentences = tuple(Sentence(_span(s), SentenceKind(s["kind"]), s["paragraph"]) for s in value["sentences"])
    made = value["provenance"]
    return ArticleReport(
        article=Article(value.get("text", ""), origin=origin, **known),
        language=value["language"],
        sentences=sentences,
        datelines=tuple(Dateline(_span(d), d["place"], d["wire"]) for d in value["datelines"]),
        quotations=tuple(Quotation(_span(q), _inner(q), Manner(q["manner"]), q["closed"]) for q in value["quotations"]),
        mentions=tuple(
            Mention(_span(m), m["outlet"], m["name"], Span(*m["antecedent"]) if m["antecedent"] else None)
            for m in value["mentions"]
        ),
        attributions=attributions,
        claims=tuple(
            _claim(found, sentence, attributions, value.get("text", ""))
            for found, sentence in zip(value["sentences"], sentences, strict=True)
            if found["status"] is not None
        ),
        findings=tuple(
            Finding(
                f["code"], f["name"], f["message"], Severity(f["severity"]), _span(f), f["fingerprint"], _evidence(f["evidence"])
            )
            for f in value["findings"]
        ),
        provenance=Provenance(made["version"], made["tables"], made["weights"], made["config"], made["text"]),
    )


def _claim(found: dict[str, Any], sentence: Sentence, attributions: tuple[Attribution, ...], text: str) -> Claim:
    return Claim(
        sentence,
        Status(found["status"]),
        Status(found["origin"]),
        tuple(found["outlets"]),
        tuple(found["outlet_ids"]),
        tuple(found["sources"]),
        tuple(attributions[place] for place in found["attributions"]),
        found["share"],
        _spans(found["uncovered"]),
        found["self"],
        sentence.span.of(text),
    )


def _attribution(found: dict[str, Any]) -> Attribution:
    return Attribution(
        source=_spans(found["source"]),
        cue=_spans(found["cue"]),
        content=_spans(found["content"]),
        chain=tuple(
            Source(
                SourceType(link["type"]),
                link["name"],
                outlet=link["outlet"],
                role=Role(link["role"]) if link["role"] else None,
                is_self=link["self"],
                is_resolved=link["resolved"],
                beside=link.get("beside", False),
            )
            for link in found["chain"]
        ),
        within=found["within"],
        level=Level(found["level"]),
        construction=found["construction"],
        manner=Manner(found["manner"]),
        reach=Reach(found["reach"]),
        score=found["score"],
        is_hedged=found["hedged"],
        is_fill=found["fill"],
        evidence=_evidence(found["evidence"]),
    )


def _evidence(lines: list[str]) -> tuple[Evidence, ...]:
    parts = (line.partition(": ") for line in lines)
    return tuple(Evidence(step, None, detail) for step, _, detail in parts)


def _span(found: dict[str, Any]) -> Span:
    return Span(found["start"], found["end"])


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def _inner(found: dict[str, Any]) -> Span:
    """Return a quotation without its marks, each of which is one character."""
    return Span(found["start"] + 1, max(found["start"] + 1, found["end"] - found["closed"]))


READER = Reader("reports", (), cut_reports, read_report)
