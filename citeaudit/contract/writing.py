"""From a report to its JSON object: every key stands here by hand, and nothing else decides what it is called."""

from __future__ import annotations

from typing import Any

from citeaudit.contract.first import first_of
from citeaudit.contract.places import Places
from citeaudit.contract.shape import CODE_POINTS, LATEST, SCHEMAS, SECOND, Shape
from citeaudit.model.articles import Article, Origin
from citeaudit.model.relations import Attribution, Mention, Quotation, Sentence, Source
from citeaudit.model.reports import ArticleReport, Claim, Finding, Skipped
from citeaudit.model.spans import Evidence


def report_to_json(
    report: ArticleReport,
    *,
    schema: int = LATEST,
    with_text: bool = True,
    with_words: bool = False,
    offsets: str = CODE_POINTS,
) -> dict[str, Any]:
    """
    Return the JSON object of *report*.

    *schema* is the version of its shape; without text only offsets and hashes remain; *with_words* each place has its words
    beside its offsets; *offsets* count "codepoints", or "utf16" units, so that a browser can slice the text.

    :raises ConfigError: if one of these is none that there is, or two do not go together.
    """
    return outcome_to_json(report, Shape(schema=schema, with_text=with_text, with_words=with_words, offsets=offsets))


def skipped_to_json(skipped: Skipped, *, schema: int = LATEST) -> dict[str, Any]:
    """Return the JSON object that stands in the place of an article that was not audited."""
    language = skipped.detail if skipped.reason == "language" else None
    return {
        "schema": SCHEMAS[schema],
        "id": skipped.id,
        **({"origin": _origin(skipped.origin)} if schema > 1 else {}),
        "skipped": {"reason": skipped.reason, "language": language, "detail": skipped.detail},
    }


def outcome_to_json(outcome: ArticleReport | Skipped, shape: Shape) -> dict[str, Any]:
    """Return the JSON object of an article's report, or of what stands in its place, in the *shape* that is asked for."""
    if isinstance(outcome, Skipped):
        return skipped_to_json(outcome, schema=shape.schema)
    written = _report(outcome, shape)
    return written if shape.schema == LATEST else first_of(written)


def _report(report: ArticleReport, shape: Shape) -> dict[str, Any]:
    article = report.article
    at = Places(article.text, offsets=shape.offsets, with_words=shape.with_words)
    numbers = _Numbers(report.attributions)
    claims = {claim.sentence.span: claim for claim in report.claims}
    return {
        "schema": SECOND,
        **_about(article),
        "language": report.language,
        "origin": _origin(article.origin),
        "offsets": shape.offsets,
        **({"text": article.text} if shape.with_text else {}),
        "hyperlinks": [{**at.bounds(link.span), "url": link.url} for link in article.hyperlinks],
        "blocks": [{**at.bounds(block.span), "kind": block.kind.value} for block in article.blocks],
        "sentences": [_sentence(sentence, claims.get(sentence.span), numbers, at) for sentence in report.sentences],
        "attributions": [_attribution(attribution, at) for attribution in report.attributions],
        "mentions": [_mention(mention, at) for mention in report.mentions],
        "quotations": [_quotation(quotation, at) for quotation in report.quotations],
        "datelines": [{**at.bounds(line.span), "place": line.place, "wire": line.wire} for line in report.datelines],
        "findings": [_finding(finding, at) for finding in report.findings],
        "counts": report.counts,
        "attributed_share": report.attributed_share,
        "provenance": {
            "version": report.provenance.version,
            "tables": report.provenance.tables,
            "weights": report.provenance.weights,
            "config": report.provenance.config,
            "text": report.provenance.text,
        },
    }


class _Numbers:
    """The number of each attribution of a report; one that was copied on its way is known by its value."""

    def __init__(self, attributions: tuple[Attribution, ...]) -> None:
        self._all = attributions
        self._by_identity = {id(attribution): number for number, attribution in enumerate(attributions)}

    def of(self, attribution: Attribution) -> int:
        number = self._by_identity.get(id(attribution))
        return self._all.index(attribution) if number is None else number


def _about(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "publisher": article.publisher,
        "title": article.title,
        "byline": article.byline,
        "date": article.date,
        "url": article.url,
    }


def _origin(origin: Origin | None) -> dict[str, Any] | None:
    return None if origin is None else {"path": origin.path, "record": origin.record, "line": origin.line}


def _sentence(sentence: Sentence, claim: Claim | None, numbers: _Numbers, at: Places) -> dict[str, Any]:
    """Return a sentence with its claim, whose keys are there, and empty, for what is no statement."""
    return {
        **at.bounds(sentence.span),
        "kind": sentence.kind.value,
        "paragraph": sentence.paragraph,
        "status": claim.status.value if claim else None,
        "origin": claim.origin.value if claim else None,
        "share": claim.share if claim else None,
        "confidence": claim.confidence if claim else None,
        **at.role("uncovered", claim.uncovered if claim else ()),
        "self": claim.is_self if claim else False,
        "outlets": list(claim.outlets) if claim else [],
        "outlet_ids": list(claim.outlet_ids) if claim else [],
        "sources": list(claim.sources) if claim else [],
        "attributions": [numbers.of(attribution) for attribution in claim.attributions] if claim else [],
        "evidence": _evidence(sentence.evidence, at),
    }


def _attribution(attribution: Attribution, at: Places) -> dict[str, Any]:
    return {
        **at.role("source", attribution.source),
        **at.role("cue", attribution.cue),
        **at.role("content", attribution.content),
        **at.role("setting", attribution.setting),
        "within": attribution.within,
        "fill": attribution.is_fill,
        "level": attribution.level.value,
        "construction": attribution.construction,
        "manner": attribution.manner.value,
        "reach": attribution.reach.value,
        "hedged": attribution.is_hedged,
        "score": attribution.score,
        "chain": [_link(source, at) for source in attribution.chain],
        "evidence": _evidence(attribution.evidence, at),
    }


def _link(source: Source, at: Places) -> dict[str, Any]:
    return {
        "type": source.type.value,
        "name": source.name,
        "outlet": source.outlet,
        "role": source.role.value if source.role else None,
        "self": source.is_self,
        "resolved": source.is_resolved,
        "beside": source.beside,
        "span": at.pair_or_none(source.span),
        **at.words(source.span),
        "antecedent": at.pair_or_none(source.antecedent),
        "evidence": _evidence(source.evidence, at),
    }


def _mention(mention: Mention, at: Places) -> dict[str, Any]:
    return {
        **at.bounds(mention.span),
        "outlet": mention.outlet,
        "name": mention.name,
        "antecedent": at.pair_or_none(mention.antecedent),
        "evidence": _evidence(mention.evidence, at),
    }


def _quotation(quotation: Quotation, at: Places) -> dict[str, Any]:
    return {
        **at.bounds(quotation.span),
        "inner": at.pair(quotation.inner),
        "manner": quotation.manner.value,
        "closed": quotation.is_closed,
    }


def _finding(finding: Finding, at: Places) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        **at.bounds(finding.span),
        "message": finding.message,
        "fingerprint": finding.fingerprint,
        "evidence": _evidence(finding.evidence, at),
    }


def _evidence(steps: tuple[Evidence, ...], at: Places) -> list[dict[str, Any]]:
    """Return the steps of a decision, each with the place that it looked at where there is one."""
    return [
        {"step": step.step, "detail": step.detail, **({"span": at.pair(step.span), **at.words(step.span)} if step.span else {})}
        for step in steps
    ]
