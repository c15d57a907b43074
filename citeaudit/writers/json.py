"""The JSON of a report: a documented, versioned schema, written by hand so that renaming an attribute cannot change it."""

from __future__ import annotations

from typing import Any

from citeaudit.model.relations import Attribution
from citeaudit.model.reports import ArticleReport, Skipped
from citeaudit.model.spans import Evidence, Span
from citeaudit.text.shown import json_text

SCHEMA = "citeaudit/report/1"


def report_to_json(report: ArticleReport, *, with_text: bool = True) -> dict[str, Any]:
    """Return the JSON object of *report*; without text only offsets and hashes remain."""
    article = report.article
    places = {id(attribution): index for index, attribution in enumerate(report.attributions)}
    claims = {claim.sentence.span: claim for claim in report.claims}
    sentences = []
    for sentence in report.sentences:
        claim = claims.get(sentence.span)
        sentences.append(
            {
                **_place(sentence.span),
                "kind": sentence.kind.value,
                "paragraph": sentence.paragraph,
                "status": claim.status.value if claim else None,
                "origin": claim.origin.value if claim else None,
                "share": round(claim.share, 4) if claim else None,
                "uncovered": _pairs(claim.uncovered) if claim else [],
                "self": claim.is_self if claim else False,
                "outlets": list(claim.outlets) if claim else [],
                "outlet_ids": list(claim.outlet_ids) if claim else [],
                "sources": list(claim.sources) if claim else [],
                "attributions": [places[id(a)] for a in claim.attributions] if claim else [],
            }
        )
    known = {
        "id": article.id,
        "publisher": article.publisher,
        "title": article.title,
        "byline": article.byline,
        "date": article.date,
        "url": article.url,
        "language": report.language,
    }
    return {
        "schema": SCHEMA,
        **known,
        **({"text": article.text} if with_text else {}),
        "sentences": sentences,
        "attributions": [_attribution(a) for a in report.attributions],
        "mentions": [
            {**_place(m.span), "outlet": m.outlet, "name": m.name, "antecedent": _pair(m.antecedent)} for m in report.mentions
        ],
        "quotations": [{**_place(q.span), "manner": q.manner.value, "closed": q.is_closed} for q in report.quotations],
        "datelines": [{**_place(d.span), "place": d.place, "wire": d.wire} for d in report.datelines],
        "findings": [
            {
                "code": f.code,
                "name": f.name,
                "severity": f.severity.value,
                **_place(f.span),
                "message": f.message,
                "fingerprint": f.fingerprint,
                "evidence": [_words(e) for e in f.evidence],
            }
            for f in report.findings
        ],
        "counts": report.counts,
        "attributed_share": round(report.attributed_share, 4),
        "provenance": {
            "version": report.provenance.version,
            "tables": report.provenance.tables,
            "weights": report.provenance.weights,
            "config": report.provenance.config,
            "text": report.provenance.text,
        },
    }


def skipped_to_json(skipped: Skipped) -> dict[str, Any]:
    """Return the JSON object that stands in the place of an article that was not audited."""
    language = skipped.detail if skipped.reason == "language" else None
    return {
        "schema": SCHEMA,
        "id": skipped.id,
        "skipped": {"reason": skipped.reason, "language": language, "detail": skipped.detail},
    }


def json_line(value: dict[str, Any]) -> bytes:
    """Return *value* as one line of JSON in UTF-8; what cannot be seen is escaped, so that a log may show it too."""
    return (json_text(value) + "\n").encode()


def _attribution(attribution: Attribution) -> dict[str, Any]:
    return {
        "source": _pairs(attribution.source),
        "cue": _pairs(attribution.cue),
        "content": _pairs(attribution.content),
        "within": attribution.within,
        "fill": attribution.is_fill,
        "level": attribution.level.value,
        "construction": attribution.construction,
        "manner": attribution.manner.value,
        "reach": attribution.reach.value,
        "hedged": attribution.is_hedged,
        "score": round(attribution.score, 4),
        "chain": [
            {
                "type": source.type.value,
                "name": source.name,
                "outlet": source.outlet,
                "role": source.role.value if source.role else None,
                "self": source.is_self,
                "resolved": source.is_resolved,
                "beside": source.beside,
            }
            for source in attribution.chain
        ],
        "evidence": [_words(e) for e in attribution.evidence],
    }


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _words(evidence: Evidence) -> str:
    return f"{evidence.step}: {evidence.detail}" if evidence.detail else evidence.step
