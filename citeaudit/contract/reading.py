"""From the JSON object of a report back to the report: what is no such object is refused in one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

from citeaudit.contract.first import second_of
from citeaudit.contract.places import Spans
from citeaudit.contract.shape import FIRST, OFFSETS, SCHEMAS, SECOND
from citeaudit.errors import InputError
from citeaudit.model.articles import Article, Block, BlockKind, Hyperlink, Origin
from citeaudit.model.guards import shown
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
from citeaudit.model.spans import Evidence

REMEDY = "give what to_dict() returns, or a line that `citeaudit report --format jsonl` writes"


def report_from_json(value: Any) -> ArticleReport:
    """
    Return the report that the JSON object *value* holds.

    :raises InputError: if it holds none, with what is wrong.
    """
    try:
        outcome = outcome_from_json(value)
    except InputError as error:
        message = f"no report of citeaudit: {error}; {REMEDY}"
        raise InputError(message) from error
    if isinstance(outcome, Skipped):
        message = f"no report: the article was skipped ({outcome.reason}); read_reports() returns skips, too"
        raise InputError(message)
    return outcome


def outcome_from_json(value: Any, origin: Origin | None = None) -> ArticleReport | Skipped:
    """
    Return the report, or the skip, that the JSON object *value* holds, of whichever version.

    *origin* is where the object was read from, for one that does not say where its article was.

    :raises InputError: if it holds neither, with what is wrong.
    """
    try:
        return _outcome(value, origin)
    except KeyError as error:
        message = f"the key {error} is missing"
        raise InputError(message) from error
    except (ValueError, TypeError, AttributeError, IndexError, OverflowError) as error:
        raise InputError(str(error)) from error


def _outcome(value: Any, origin: Origin | None) -> ArticleReport | Skipped:
    if not isinstance(value, Mapping):
        message = f"a report is an object, not {shown(value)}"
        raise TypeError(message)
    if value["schema"] == FIRST:
        value = second_of(dict(value))
    if value["schema"] != SECOND:
        message = f"its schema is {value['schema']!r}, not one of {', '.join(SCHEMAS.values())}"
        raise ValueError(message)
    origin = origin if value["origin"] is None else _origin(value["origin"])
    if "skipped" in value:
        return Skipped(_text_or_none(value, "id"), _text(value["skipped"], "reason"), _text(value["skipped"], "detail"), origin)
    return _report(value, origin)


def _report(value: Mapping[str, Any], origin: Origin | None) -> ArticleReport:
    if value["offsets"] not in OFFSETS:
        message = f"its offsets are {value['offsets']!r}, not one of {', '.join(OFFSETS)}"
        raise ValueError(message)
    text = value.get("text", "")
    spans = Spans(_text({"text": text}, "text"), offsets=value["offsets"])
    sentences = tuple(_sentence(found, spans) for found in value["sentences"])
    attributions = tuple(_attribution(found, spans) for found in value["attributions"])
    made = value["provenance"]
    return ArticleReport(
        article=_article(value, text, spans, origin),
        language=_text_or_none(value, "language"),
        sentences=sentences,
        datelines=tuple(Dateline(spans.at(d), _text(d, "place"), _text_or_none(d, "wire")) for d in value["datelines"]),
        quotations=tuple(
            Quotation(spans.at(q), spans.of(q["inner"]), Manner(q["manner"]), _flag(q, "closed")) for q in value["quotations"]
        ),
        mentions=tuple(_mention(found, spans) for found in value["mentions"]),
        attributions=attributions,
        claims=tuple(
            _claim(found, sentence, sentence.span.of(text), attributions, spans)
            for found, sentence in zip(value["sentences"], sentences, strict=True)
            if found["status"] is not None
        ),
        findings=tuple(_finding(found, spans) for found in value["findings"]),
        provenance=Provenance(*(_text(made, key) for key in ("version", "tables", "weights", "config", "text"))),
    )


def _article(value: Mapping[str, Any], text: str, spans: Spans, origin: Origin | None) -> Article:
    return Article(
        text,
        id=value["id"],
        publisher=value["publisher"],
        title=value["title"],
        byline=value["byline"],
        date=value["date"],
        url=value["url"],
        hyperlinks=tuple(Hyperlink(spans.at(link), link["url"]) for link in value["hyperlinks"]),
        blocks=tuple(Block(spans.at(block), BlockKind(block["kind"])) for block in value["blocks"]),
        origin=origin,
    )


def _origin(found: dict[str, Any]) -> Origin:
    return Origin(_text(found, "path"), _whole_or_none(found, "record"), _whole_or_none(found, "line"))


def _sentence(found: dict[str, Any], spans: Spans) -> Sentence:
    return Sentence(spans.at(found), SentenceKind(found["kind"]), _whole(found, "paragraph"), _evidence(found, spans))


def _claim(found: dict[str, Any], sentence: Sentence, text: str, attributions: tuple[Attribution, ...], spans: Spans) -> Claim:
    return Claim(
        sentence,
        Status(found["status"]),
        Status(found["origin"]),
        _texts(found, "outlets"),
        tuple(outlet if outlet is None else _text({"outlet_ids": outlet}, "outlet_ids") for outlet in found["outlet_ids"]),
        _texts(found, "sources"),
        tuple(attributions[_whole({"attributions": place}, "attributions")] for place in found["attributions"]),
        _share(found, "share"),
        spans.all(found["uncovered"]),
        _flag(found, "self"),
        text,
        1.0 if found["confidence"] is None else _share(found, "confidence"),
    )


def _attribution(found: dict[str, Any], spans: Spans) -> Attribution:
    return Attribution(
        source=spans.all(found["source"]),
        cue=spans.all(found["cue"]),
        content=spans.all(found["content"]),
        chain=tuple(_link(link, spans) for link in found["chain"]),
        within=_whole_or_none(found, "within"),
        level=Level(found["level"]),
        construction=_text(found, "construction"),
        manner=Manner(found["manner"]),
        reach=Reach(found["reach"]),
        score=_share(found, "score"),
        is_hedged=_flag(found, "hedged"),
        is_fill=_flag(found, "fill"),
        evidence=_evidence(found, spans),
        setting=spans.all(found["setting"]),
    )


def _link(found: dict[str, Any], spans: Spans) -> Source:
    return Source(
        SourceType(found["type"]),
        _text(found, "name"),
        span=spans.of_or_none(found["span"]),
        outlet=_text_or_none(found, "outlet"),
        role=None if found["role"] is None else Role(found["role"]),
        antecedent=spans.of_or_none(found["antecedent"]),
        is_self=_flag(found, "self"),
        is_resolved=_flag(found, "resolved"),
        evidence=_evidence(found, spans),
        beside=_flag(found, "beside"),
    )


def _mention(found: dict[str, Any], spans: Spans) -> Mention:
    return Mention(
        spans.at(found),
        _text_or_none(found, "outlet"),
        _text(found, "name"),
        spans.of_or_none(found["antecedent"]),
        _evidence(found, spans),
    )


def _finding(found: dict[str, Any], spans: Spans) -> Finding:
    return Finding(
        _text(found, "code"),
        _text(found, "name"),
        _text(found, "message"),
        Severity(found["severity"]),
        spans.at(found),
        _text(found, "fingerprint"),
        _evidence(found, spans),
    )


def _evidence(found: dict[str, Any], spans: Spans) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(_text(step, "step"), spans.of_or_none(step.get("span")), _text(step, "detail")) for step in found["evidence"]
    )


def _text(found: Mapping[str, Any], key: str) -> str:
    value = found[key]
    if not isinstance(value, str):
        _refuse(key, "a string", value)
    return value


def _text_or_none(found: Mapping[str, Any], key: str) -> str | None:
    return None if found[key] is None else _text(found, key)


def _texts(found: dict[str, Any], key: str) -> tuple[str, ...]:
    return tuple(_text({key: value}, key) for value in found[key])


def _flag(found: dict[str, Any], key: str) -> bool:
    value = found[key]
    if not isinstance(value, bool):
        _refuse(key, "true or false", value)
    return value


def _whole(found: dict[str, Any], key: str) -> int:
    value = found[key]
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        _refuse(key, "a whole number of at least 0", value)
    return value


def _whole_or_none(found: dict[str, Any], key: str) -> int | None:
    return None if found[key] is None else _whole(found, key)


def _share(found: dict[str, Any], key: str) -> float:
    value = found[key]
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
        _refuse(key, "a number from 0 to 1", value)
    return value


def _refuse(key: str, wanted: str, value: Any) -> NoReturn:
    message = f"{key!r} must be {wanted}, not {value if isinstance(value, int | float) else shown(value)}"
    raise TypeError(message)
