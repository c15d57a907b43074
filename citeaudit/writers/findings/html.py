"""Findings as a page: each article as written, with what a check lists in its margin."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from citeaudit.model.reports import Finding
from citeaudit.writers.findings.places import Checked

Key = tuple[str, str | None]


def dumps_html(checked: Checked) -> str:
    """
    Return the page of *checked*; a finding that is not listed is not drawn.

    :raises MissingExtraError: without Jinja2.
    """
    from citeaudit.writers.html.pages import Page  # noqa: PLC0415 - it draws with the words of this room
    from citeaudit.writers.html.sections import section_of  # noqa: PLC0415 - the same

    listed: dict[Key, set[Finding]] = defaultdict(set)
    for place in checked.places:
        listed[place.path, place.article].add(place.finding)
    with Page() as page:
        for path, report in checked.reports:
            wanted = listed.get((path, report.article.id), set())
            page.add(section_of(replace(report, findings=tuple(found for found in report.findings if found in wanted))))
        for skipped in checked.skipped:
            page.add(section_of(skipped))
        for problem in checked.problems:
            page.add(section_of(problem))
        return "".join(page.pieces())
