"""Pages as content systems write them (WordPress, Ghost, Substack, live blogs, interviews, embedded posts) are read as a person reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from citeaudit import ArticleReport, audit, read

PAGES = sorted((Path(__file__).parents[1] / "pages").glob("*.html"))
COMMON = ("Corran bridge shut after", "The bridge at Corran was shut on Thursday", "The road by the weir is two lanes")
"""What every page holds: its title, its first paragraph and its last one."""


def lines_of(report: ArticleReport):
    """Return a line for each sentence: the kind of what makes no claim, or the status and who is credited, and the words."""
    claims = {claim.sentence.span: claim for claim in report.claims}
    for sentence in report.sentences:
        words = report.words(sentence.span).replace("\N{NO-BREAK SPACE}", " ")
        if words.startswith(COMMON):
            continue
        claim = claims.get(sentence.span)
        credited = ", ".join((*claim.outlets, *claim.sources)) if claim else ""
        yield f"{claim.status if claim else sentence.kind}{': ' if credited else ''}{credited} | {words}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_read_as_it_says_at_its_end(page):
    """Each sentence has its kind, or its status and those whom it rests on."""
    _, _, reading = page.read_text(encoding="utf-8").partition("<!-- reading\n")
    (article,) = read(page)

    assert list(lines_of(audit(article))) == reading.removesuffix("-->\n").splitlines()


def test_there_are_pages():
    """Nothing is proved by an empty folder."""
    assert len(PAGES) >= 20
