"""Findings as CSV (RFC 4180), for a spreadsheet: one row a finding."""

from __future__ import annotations

import csv
import io

from citeaudit.writers.cells import cell_of
from citeaudit.writers.findings.places import Checked

COLUMNS = ("path", "line", "article", "start", "end", "code", "name", "severity", "message", "fingerprint")


def dumps_csv(checked: Checked) -> str:
    """Return *checked* as CSV with a header."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for place in checked.places:
        finding = place.finding
        row = (
            place.path,
            place.line,
            place.article or "",
            finding.span.start,
            finding.span.end,
            finding.code,
            finding.name,
            finding.severity.value,
            finding.message,
            finding.fingerprint,
        )
        writer.writerow(map(cell_of, row))
    return stream.getvalue()
