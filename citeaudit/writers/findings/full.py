"""Findings for people: each with the line that holds it, carets under the words, and what the rule saw."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from citeaudit.text.shown import shown
from citeaudit.writers.findings.places import Checked, Place, one_line, summary_of
from citeaudit.writers.text import Line, Piece, lines_to_text

ROOM = 96
"""Columns of the excerpt: a paragraph of news runs to five hundred characters and would hide the carets."""

WEIGHED = "relations."
"""Evidence of the learned weights: numbers for ``report --explain`` and the JSON, noise below a complaint."""


def findings_to_lines(checked: Checked) -> Iterator[Line]:
    """Yield the lines of *checked*, with styles."""
    for place in checked.places:
        yield from _finding(place)
        yield ()
    yield (Piece(summary_of(checked), "strong"),)


def dumps_full(checked: Checked) -> str:
    """Return *checked* as plain text."""
    return lines_to_text(findings_to_lines(checked))


def _finding(place: Place) -> Iterator[Line]:
    finding = place.finding
    number = str(place.start.line if place.is_record else place.line)
    margin = " " * len(number)
    yield (
        Piece(f"{finding.code} ", finding.severity.value),
        Piece(f"{finding.name}: ", "strong"),
        Piece(one_line(finding.message)),
    )
    yield (Piece(f"{margin}--> ", "dim"), Piece(place.where, link=place.path))
    yield (Piece(f"{margin} |", "dim"),)
    excerpt, carets = _excerpt(place)
    yield (Piece(f"{number} | ", "dim"), Piece(excerpt))
    yield (Piece(f"{margin} | ", "dim"), Piece(carets, finding.severity.value))
    told = [evidence for evidence in finding.evidence if not evidence.step.startswith(WEIGHED)]
    for evidence in told[:3]:
        detail = f": {evidence.detail}" if evidence.detail else ""
        yield (Piece(f"{margin} = ", "dim"), Piece(one_line(f"{evidence.step}{detail}"), "dim"))


def _excerpt(place: Place) -> tuple[str, str]:
    """Return a window on the line around the finding, and the carets below it."""
    line = shown(place.words)
    first = place.start.column - 1
    last = place.end.column - 1 if place.end.line == place.start.line else len(line)
    last = max(last, first + 1)
    left = max(0, min(first - ROOM // 3, len(line) - ROOM))
    right = min(len(line), left + ROOM)
    opening, closing = "…" if left else "", "…" if right < len(line) else ""
    before, marked = line[left:first], line[first : min(last, right)]
    return opening + line[left:right] + closing, " " * (len(opening) + _width(before)) + "^" * max(1, _width(marked))


def _width(words: str) -> int:
    """Return the columns that *words* take on a terminal."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in words
    )
