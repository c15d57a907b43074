"""Writers of findings: what a check found goes in, text for people and machines comes out; one format, one module."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from citeaudit.writers.findings import concise, full, github, gitlab, json, junit, sarif
from citeaudit.writers.findings.csv import dumps_csv
from citeaudit.writers.findings.places import Checked
from citeaudit.writers.text import Line


@attrs.frozen
class FindingWriter:
    """One format: *dumps* gives its text; one for people also gives styled *lines*."""

    name: str
    dumps: Callable[[Checked], str]
    lines: Callable[[Checked], Iterator[Line]] | None = None


FINDING_WRITERS: tuple[FindingWriter, ...] = (
    FindingWriter("full", full.dumps_full, full.findings_to_lines),
    FindingWriter("concise", concise.dumps_concise, concise.findings_to_lines),
    FindingWriter("github", github.dumps_github),
    FindingWriter("sarif", sarif.dumps_sarif),
    FindingWriter("gitlab", gitlab.dumps_gitlab),
    FindingWriter("junit", junit.dumps_junit),
    FindingWriter("json", json.dumps_json),
    FindingWriter("jsonl", json.dumps_jsonl),
    FindingWriter("csv", dumps_csv),
)
"""Every format of `citeaudit check`, in the order of its help."""
