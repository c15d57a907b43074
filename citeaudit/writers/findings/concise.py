"""Findings one a line, as editors and grep read them: place, code, message."""

from __future__ import annotations

from collections.abc import Iterator

from citeaudit.writers.findings.places import Checked, one_line, summary_of
from citeaudit.writers.text import Line, Piece, lines_to_text


def findings_to_lines(checked: Checked) -> Iterator[Line]:
    """Yield the lines of *checked*, with styles."""
    for place in checked.places:
        finding = place.finding
        yield (
            Piece(place.where, link=place.path),
            Piece(": "),
            Piece(f"{finding.code} ", finding.severity.value),
            Piece(one_line(f"{finding.message} [{finding.name}]")),
        )
    yield (Piece(summary_of(checked), "strong"),)


def dumps_concise(checked: Checked) -> str:
    """Return *checked* as plain text."""
    return lines_to_text(findings_to_lines(checked))
