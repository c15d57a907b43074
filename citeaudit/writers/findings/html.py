"""Findings as a page: each article as written, with what a check lists in its margin."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import chain

from citeaudit.model.reports import ArticleReport, Finding
from citeaudit.writers.findings.places import Checked

Key = tuple[str, str | None]


def dumps_html(checked: Checked) -> str:
    """
    Return the page of *checked*; a finding that is not listed is not drawn.

    :raises MissingExtraError: without Jinja2.
    """
    from citeaudit.writers.html.pages import page_of  # noqa: PLC0415 - it draws with the words of this room

    listed: dict[Key, set[Finding]] = defaultdict(set)
    for place in checked.places:
        listed[place.path, place.article].add(place.finding)
    reports = (_only(report, listed[path, report.article.id]) for path, report in checked.reports)
    return "".join(page_of(chain(reports, checked.skipped, checked.problems)))


def _only(report: ArticleReport, listed: set[Finding]) -> ArticleReport:
    """Return *report* with those of its findings that are *listed*."""
    return replace(report, findings=tuple(finding for finding in report.findings if finding in listed))
