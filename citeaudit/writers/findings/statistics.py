"""How often each rule complained, most first: what one looks at before deciding which rules to keep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from citeaudit.writers.findings.places import Checked, summary_of
from citeaudit.writers.text import Line, Piece


def statistics_to_lines(checked: Checked) -> Iterator[Line]:
    """Yield a line for each rule that complained, then the summary."""
    counts = Counter((place.finding.code, place.finding.name, place.finding.severity) for place in checked.places)
    for (code, name, severity), count in sorted(counts.items(), key=lambda item: (-item[1], item[0][0])):
        yield (Piece(f"{count:>6}  "), Piece(f"{code}  ", severity.value), Piece(f"{severity.value:<7}  {name}"))
    yield (Piece(summary_of(checked), "strong"),)
