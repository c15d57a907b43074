"""Writers of findings: what a check found goes in, text for people and machines comes out; one format, one module."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from citeaudit.writers.findings import concise, full, github, gitlab, json, junit, sarif
from citeaudit.writers.findings.csv import dumps_csv
from citeaudit.writers.findings.html import dumps_html
from citeaudit.writers.findings.places import Checked
from citeaudit.writers.text import Line


@attrs.frozen
class FindingWriter:
    """
    One format: *dumps* gives its text; one for people also gives styled *lines*.

    *is_for_repository* tells that its reader knows files by their paths in the repository, *needs_reports* that it draws the
    articles, too.
    """

    name: str
    dumps: Callable[[Checked], str]
    lines: Callable[[Checked], Iterator[Line]] | None = None
    is_for_repository: bool = False
    needs_reports: bool = False


FINDING_WRITERS: tuple[FindingWriter, ...] = (
    FindingWriter("full", full.dumps_full, full.findings_to_lines),
    FindingWriter("concise", concise.dumps_concise, concise.findings_to_lines),
    FindingWriter("github", github.dumps_github, is_for_repository=True),
    FindingWriter("sarif", sarif.dumps_sarif, is_for_repository=True),
    FindingWriter("gitlab", gitlab.dumps_gitlab, is_for_repository=True),
    FindingWriter("junit", junit.dumps_junit, is_for_repository=True),
    FindingWriter("json", json.dumps_json),
    FindingWriter("jsonl", json.dumps_jsonl),
    FindingWriter("csv", dumps_csv),
    FindingWriter("html", dumps_html, needs_reports=True),
)
"""Every format of `citeaudit check`, in the order of its help."""
