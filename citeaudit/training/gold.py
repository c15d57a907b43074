"""The gold labels: a JSONL file of articles with labelled attributions goes in, routes through the decisions come out.

The format is that of a report: ``{"id", "text", "attributions": [{"source": [[start, end], …], "cue": …, "content": …}]}``.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from citeaudit.errors import InputError
from citeaudit.sentences.boundaries import find_boundaries
from citeaudit.sentences.kinds import tell_kinds
from citeaudit.text.quotations import pair_quotations
from citeaudit.words.tokens import PADDING, Form, Words, read_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from citeaudit.model.relations import Quotation, Sentence

Spans = tuple[tuple[int, int], ...]
KINDS: dict[type, str] = {str: "a string", list: "a list"}


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled attribution: the spans of each role."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Labelled:
    """One article with its labels, read as the pipeline reads it."""

    id: str
    text: str
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """A label in rows: the anchor, the cue's extent, the pieces of the content left and right of it, the source."""

    anchor: int
    cue: tuple[int, int]
    left: tuple[int, int] | None
    right: tuple[int, int] | None
    source: tuple[int, int] | None


def records_of(path: Path, **needed: type) -> Iterator[dict[str, Any]]:
    """
    Yield the records of the JSONL file at *path*, each an object that has what is *needed* of that type, as in ``text=str``.

    :raises InputError: if a record cannot be read, with the place of the first.
    """
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _record(line, f"{path}:{number}", needed)
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: cannot be read ({error})"
        raise InputError(message) from error


def _record(line: str, place: str, needed: Mapping[str, type]) -> dict[str, Any]:
    """Return the record of *line*, or say what is missing."""
    try:
        record = json.loads(line)
    except ValueError as error:
        message = f"{place}: is not JSON ({error})"
        raise InputError(message) from error
    if not (isinstance(record, dict) and all(isinstance(record.get(name), kind) for name, kind in needed.items())):
        what = " and ".join(f"{name} ({KINDS[kind]})" for name, kind in needed.items())
        message = f"{place}: needs an object with {what}, as docs/training.md shows"
        raise InputError(message)
    return record


def read_gold(path: Path) -> list[Labelled]:
    """
    Return the articles of the file at *path*; labels without a content are left out.

    :raises InputError: if a record cannot be read, with the place of the first.
    """
    return [_labelled(record) for record in records_of(path, text=str, attributions=list)]


def _labelled(record: dict[str, Any]) -> Labelled:
    text = record["text"]
    sentences = tell_kinds(text, find_boundaries(text))
    labels = (Label(*(_spans(item.get(role)) for role in ("source", "cue", "content"))) for item in record["attributions"])
    return Labelled(
        str(record.get("id", "")),
        text,
        sentences,
        pair_quotations(text, sentences),
        tuple(label for label in labels if label.content),
    )


def _spans(value: Any) -> Spans:
    return tuple((start, end) for start, end in value or ())


def words_of(article: Labelled, forms: Mapping[str, Form]) -> Words:
    """Return the words of a labelled article."""
    return read_words(article.text, article.sentences, article.quotations, forms)


def rows_of(words: Words, spans: Spans) -> list[int]:
    """Return the rows of the tokens that overlap *spans*."""
    rows: set[int] = set()
    for start, end in spans:
        row = bisect_right(words.end, start, PADDING, len(words.end) - PADDING)
        while row < len(words.start) - PADDING and words.start[row] < end:
            rows.add(row)
            row += 1
    return sorted(rows)


HELPING = frozenset(("MD", "BE", "HV", "DO", "NOT", "TO", "ADV", "RB", "IN", "DT", "PP", "PRO"))


def anchor_of(words: Words, rows: list[int], rates: dict[str, float]) -> int | None:
    """Return the row of the cue that speaks: the one whose stem stands in cues most often, no auxiliary if there is another."""
    if not rows:
        return None
    strong = [row for row in rows if words.kind[row] not in HELPING] or rows
    return max(strong, key=lambda row: (rates.get(words.stem[row], 0.0), -row))


def route_of(words: Words, label: Label, rates: dict[str, float]) -> Route | None:
    """Return *label* as a route through the decisions, None where it has no cue."""
    cue = rows_of(words, label.cue)
    anchor = anchor_of(words, cue, rates)
    content = rows_of(words, label.content)
    if anchor is None or not content:
        return None
    first, last = anchor, anchor + 1
    while first - 1 in cue:
        first -= 1
    while last in cue:
        last += 1
    left = [row for row in content if row < anchor]
    right = [row for row in content if row > anchor]
    source = rows_of(words, label.source)
    return Route(
        anchor,
        (first, last),
        (left[0], left[-1] + 1) if left else None,
        (right[0], right[-1] + 1) if right else None,
        (source[0], source[-1] + 1) if source else None,
    )
