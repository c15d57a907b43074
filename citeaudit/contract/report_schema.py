"""The JSON Schema of a report, version 2: what ``citeaudit.contract.writing`` writes, key by key."""

from __future__ import annotations

from citeaudit.contract.schema_words import (
    CODE,
    COUNT_OR_NULL,
    SHARE,
    SHARE_OR_NULL,
    STRING,
    STRING_OR_NULL,
    TRUTH,
    WHOLE,
    Schema,
    array,
    nullable,
    one_of,
    ref,
    said,
    table,
    whole,
)
from citeaudit.contract.shape import OFFSETS, SECOND
from citeaudit.model.articles import BlockKind
from citeaudit.model.relations import Level, Manner, Reach, Role, SentenceKind, SourceType
from citeaudit.model.reports import Severity, Status

DESCRIPTION = (
    "One article's report; one a line in JSON Lines. Offsets are half-open and count what `offsets` says, in the article's text. "
    "Keys may be added within version 2, none renamed or dropped."
)
WORDS = said(STRING, "the words at the offsets; only where they are asked for")
LIST_OF_WORDS = said(array(STRING), "the words at each pair of offsets; only where they are asked for")


def report_schema() -> Schema:
    """Return the schema of a line of reports: a report, or an article that was skipped."""
    return whole(
        "report:2", "citeaudit report, version 2", DESCRIPTION, anyOf=[ref("report"), ref("skipped")], **{"$defs": _definitions()}
    )


def _definitions() -> dict[str, Schema]:
    offset = said(WHOLE, "counts code points, or UTF-16 code units, as the report's `offsets` says")
    return {
        "report": _report(),
        "skipped": _skipped(),
        "offset": offset,
        "span": {"type": "array", "prefixItems": [ref("offset"), ref("offset")], "minItems": 2, "items": False},
        "origin": said(
            table({"path": STRING, "record": COUNT_OR_NULL, "line": COUNT_OR_NULL}),
            "where the article was read from, counted from 1",
        ),
        "status": one_of(Status),
        "manner": one_of(Manner),
        "evidence": table({"step": STRING, "detail": STRING, "span": ref("span"), "words": WORDS}, optional=("span", "words")),
        "hyperlink": _placed({"url": STRING}),
        "block": _placed({"kind": one_of(BlockKind)}),
        "sentence": _sentence(),
        "attribution": _attribution(),
        "link": _link(),
        "mention": _placed(
            {"outlet": STRING_OR_NULL, "name": STRING, "antecedent": nullable(ref("span")), "evidence": array(ref("evidence"))}
        ),
        "quotation": _placed({"inner": ref("span"), "manner": ref("manner"), "closed": TRUTH}),
        "dateline": _placed({"place": STRING, "wire": STRING_OR_NULL}),
        "finding": _placed(
            {
                "code": CODE,
                "name": STRING,
                "severity": one_of(Severity),
                "message": STRING,
                "fingerprint": STRING,
                "evidence": array(ref("evidence")),
            }
        ),
    }


def _placed(properties: dict[str, Schema]) -> Schema:
    """Return the schema of what stands in one place of the text."""
    return table({"start": ref("offset"), "end": ref("offset"), "words": WORDS, **properties}, optional=("words",))


def _roles(*names: str) -> dict[str, Schema]:
    """Return the properties of roles that have several spans each, and their words."""
    spans = {name: array(ref("span")) for name in names}
    return {**spans, **{f"{name}_words": LIST_OF_WORDS for name in names}}


def _report() -> Schema:
    return table(
        {
            "schema": {"const": SECOND},
            "id": STRING_OR_NULL,
            "publisher": STRING_OR_NULL,
            "title": STRING_OR_NULL,
            "byline": STRING_OR_NULL,
            "date": said(STRING_OR_NULL, "ISO 8601, as far as it is known"),
            "url": STRING_OR_NULL,
            "language": said(STRING_OR_NULL, "ISO 639-1; null where the text is too short to tell"),
            "origin": nullable(ref("origin")),
            "offsets": said(one_of(OFFSETS), "what every offset of this report counts"),
            "text": said(STRING, "absent with --no-text"),
            "hyperlinks": said(array(ref("hyperlink")), "links of the page: the words that carry them, and where they lead"),
            "blocks": said(array(ref("block")), "what the input's own markup says, an outer block before those inside it"),
            "sentences": array(ref("sentence")),
            "attributions": said(array(ref("attribution")), "innermost first"),
            "mentions": array(ref("mention")),
            "quotations": array(ref("quotation")),
            "datelines": array(ref("dateline")),
            "findings": array(ref("finding")),
            "counts": said(table({status.value: WHOLE for status in Status}), "claims by status"),
            "attributed_share": SHARE,
            "provenance": table(dict.fromkeys(("version", "tables", "weights", "config", "text"), STRING)),
        },
        optional=("text",),
    )


def _skipped() -> Schema:
    why = table({"reason": STRING, "language": STRING_OR_NULL, "detail": STRING})
    return table({"schema": {"const": SECOND}, "id": STRING_OR_NULL, "origin": nullable(ref("origin")), "skipped": why})


def _sentence() -> Schema:
    return table(
        {
            "start": ref("offset"),
            "end": ref("offset"),
            "words": WORDS,
            "kind": one_of(SentenceKind),
            "paragraph": said(WHOLE, "counted from 0"),
            "status": said(nullable(ref("status")), "null for what is no statement, and so no claim"),
            "origin": said(nullable(ref("status")), "who said it before any outlet passed it on"),
            "share": said(SHARE_OR_NULL, "of the words that attributions of the status, or a stronger one, cover"),
            "confidence": said(SHARE_OR_NULL, "how sure the status is; null where that was not told"),
            **_roles("uncovered"),
            "self": said(TRUTH, "the publisher cites itself"),
            "outlets": array(STRING),
            "outlet_ids": said(array(STRING_OR_NULL), "of the outlets, in the same order"),
            "sources": array(STRING),
            "attributions": said(array(WHOLE), "places in the report's attributions, counted from 0"),
            "evidence": array(ref("evidence")),
        },
        optional=("words", "uncovered_words"),
    )


def _attribution() -> Schema:
    roles = ("source", "cue", "content", "setting")
    return table(
        {
            **_roles(*roles),
            "within": said({"type": ["integer", "null"], "minimum": 0}, "the attribution whose content holds this one"),
            "fill": said(TRUTH, "a long quotation that nobody was found for"),
            "level": one_of(Level),
            "construction": STRING,
            "manner": ref("manner"),
            "reach": one_of(Reach),
            "hedged": TRUTH,
            "score": SHARE,
            "chain": said(array(ref("link")), "nearest to the content first"),
            "evidence": array(ref("evidence")),
        },
        optional=[f"{role}_words" for role in roles],
    )


def _link() -> Schema:
    return table(
        {
            "type": one_of(SourceType),
            "name": STRING,
            "outlet": said(STRING_OR_NULL, "the outlet's id"),
            "role": nullable(one_of(Role)),
            "self": TRUTH,
            "resolved": TRUTH,
            "beside": said(TRUTH, "it stands beside the link before it, not behind it: the two report together"),
            "span": nullable(ref("span")),
            "words": WORDS,
            "antecedent": nullable(ref("span")),
            "evidence": array(ref("evidence")),
        },
        optional=("words",),
    )
