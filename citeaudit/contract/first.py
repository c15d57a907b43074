"""
The first version of the JSON: an object of the second goes in, one of the first comes out, and the other way.

It has evidence as lines of words, shares to four places, and knows neither links of the page nor where a chain's link
stands. It is kept for those who read it, and takes no new keys.
"""

from __future__ import annotations

from typing import Any

from citeaudit.contract.shape import CODE_POINTS, FIRST, SECOND

ABOUT = ("id", "publisher", "title", "byline", "date", "url", "language", "text")
SENTENCE = (
    "start", "end", "kind", "paragraph", "status", "origin", "share", "uncovered", "self", "outlets", "outlet_ids", "sources",
    "attributions",
)  # fmt: skip
ATTRIBUTION = (
    "source", "cue", "content", "within", "fill", "level", "construction", "manner", "reach", "hedged", "score", "chain", "evidence",
)  # fmt: skip
LINK = ("type", "name", "outlet", "role", "self", "resolved", "beside")
MENTION = ("start", "end", "outlet", "name", "antecedent")
QUOTATION = ("start", "end", "manner", "closed")
FINDING = ("code", "name", "severity", "start", "end", "message", "fingerprint", "evidence")


def first_of(second: dict[str, Any]) -> dict[str, Any]:
    """Return the object of the first version that says of *second* what it can."""
    return {
        "schema": FIRST,
        **{key: second[key] for key in ABOUT if key in second},
        "sentences": [_rounded(_only(SENTENCE, sentence), "share") for sentence in second["sentences"]],
        "attributions": [_first_attribution(attribution) for attribution in second["attributions"]],
        "mentions": [_only(MENTION, mention) for mention in second["mentions"]],
        "quotations": [_only(QUOTATION, quotation) for quotation in second["quotations"]],
        "datelines": second["datelines"],
        "findings": [_with_lines(_only(FINDING, finding)) for finding in second["findings"]],
        "counts": second["counts"],
        "attributed_share": round(second["attributed_share"], 4),
        "provenance": second["provenance"],
    }


def second_of(first: dict[str, Any]) -> dict[str, Any]:
    """Return *first* as an object of the second version; what the first does not hold is empty there."""
    if "skipped" in first:
        return {**first, "schema": SECOND, "origin": None}
    return {
        **first,
        "schema": SECOND,
        "origin": None,
        "offsets": CODE_POINTS,
        "hyperlinks": [],
        "blocks": [],
        "sentences": [{**sentence, "confidence": None, "evidence": []} for sentence in first["sentences"]],
        "attributions": [_second_attribution(attribution) for attribution in first["attributions"]],
        "mentions": [{**mention, "evidence": []} for mention in first["mentions"]],
        "quotations": [{**quotation, "inner": _inner(quotation)} for quotation in first["quotations"]],
        "findings": [_with_steps(finding) for finding in first["findings"]],
    }


def _only(keys: tuple[str, ...], found: dict[str, Any]) -> dict[str, Any]:
    return {key: found[key] for key in keys}


def _rounded(found: dict[str, Any], key: str) -> dict[str, Any]:
    return found if found[key] is None else {**found, key: round(found[key], 4)}


def _first_attribution(second: dict[str, Any]) -> dict[str, Any]:
    found = _rounded(_with_lines(_only(ATTRIBUTION, second)), "score")
    return {**found, "chain": [_only(LINK, link) for link in second["chain"]]}


def _second_attribution(first: dict[str, Any]) -> dict[str, Any]:
    unknown: dict[str, Any] = {"span": None, "antecedent": None, "evidence": []}
    return {**_with_steps(first), "setting": [], "chain": [{"beside": False, **link, **unknown} for link in first["chain"]]}


def _with_lines(found: dict[str, Any]) -> dict[str, Any]:
    lines = [f"{step['step']}: {step['detail']}" if step["detail"] else step["step"] for step in found["evidence"]]
    return {**found, "evidence": lines}


def _with_steps(found: dict[str, Any]) -> dict[str, Any]:
    parts = [line.partition(": ") for line in found["evidence"]]
    return {**found, "evidence": [{"step": step, "detail": detail} for step, _, detail in parts]}


def _inner(quotation: dict[str, Any]) -> list[int]:
    """Return a quotation without its marks, each of which is one character."""
    start, end = quotation["start"], quotation["end"]
    return [start + 1, max(start + 1, end - quotation["closed"])]
