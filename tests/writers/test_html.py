"""The page without a browser: what it holds, and that no article, name or size changes what it is."""

from __future__ import annotations

import re
import sys

import pytest
from lxml import html as lxml_html

import citeaudit
from citeaudit import Article, ArticleReport, Config, CorpusReport, InputProblem, MissingExtraError, Role, Skipped
from citeaudit.writers.html.pages import corpus_page_of, page_of
from citeaudit.writers.html.passages import paragraphs_of
from citeaudit.writers.html.standing import ROLES

TEXT = (
    "The closure will cost exporters $40 million, Reuters reported, citing two people familiar with the matter.\n\n"
    "“The wall is safe,” said Marta Oliveira. She told the BBC that no jobs would be lost. Castellane handles grain.\n"
)
UNCHECKED = Config(check_language=False)
HOSTILE = (
    "</p></article><script>alert(1)</script>",
    "“'\"`><img src=x onerror=alert(1)>",
    "{{ 7*7 }}{% raw %}{#",
    "\u202eevil\u2066\u200f",
    "\0\x01\x1b[31m\x85\u2028\u2029",
    "\ud800 half",
    "a\rb\r\nc\x0bd\x0ce",
    "&lt;b&gt;&amp;&#x202e;&nbsp;",
    "x" * 5000,
    " \n\n\t ",
    "",
)


def parsed(*outcomes, **settings):
    """Return the page of *outcomes*, parsed."""
    return lxml_html.document_fromstring("".join(page_of(outcomes, **settings)))


@pytest.fixture(scope="module")
def report() -> ArticleReport:
    """Return the report of a small article."""
    return citeaudit.audit(
        Article(TEXT, title="Port to close", publisher="The Castellane Post", byline="Jo Lane", date="2026-05-29")
    )


def test_each_claim_is_marked_by_its_status_and_leads_to_its_reasons(report):
    """A claim's link has the class of its status, its words, its card, and a reason that is there."""
    page = parsed(report)
    claims = page.xpath("//article//a[contains(@class, 'claim')]")

    assert [claim.get("class").split()[1] for claim in claims] == [claim.status.value for claim in report.claims]
    assert [claim.text_content() for claim in claims] == [claim.text for claim in report.claims]
    for claim in claims:
        (reason,) = page.xpath(f"//*[@id='{claim.get('href')[1:]}']")
        assert reason.get("class") == f"reason {claim.get('class').split()[1]}"
    assert "two people familiar with the matter ← Reuters" in claims[0].get("data-card")
    assert "doubted" in claims[0].get("class")


def test_source_cue_and_content_stand_out(report):
    """What plays a role in an attribution has its name as a class."""
    first = parsed(report).xpath("//article//a[contains(@class, 'claim')]")[0]
    playing = {
        role: [piece.text_content() for piece in first.xpath(f".//span[contains(@class, '{role}')]")]
        for role in ("source", "cue")
    }

    assert playing == {"source": ["Reuters", "two people familiar with the matter"], "cue": ["reported", "citing"]}


def test_each_role_of_an_outlet_has_words():
    """Whatever an outlet does in a chain, the page can say it."""
    assert set(ROLES) == set(Role)


def test_an_outlet_that_a_mark_names_is_told_as_such():
    """A report that was read with citations is drawn on a page and in a notebook, and says how the outlet is named."""
    text = "The quay was closed on Tuesday.[1]\n\nReferences\n[1] Reuters, 4 March 2026\n"
    found = citeaudit.audit(text, config=Config(check_language=False, citations=True))
    how = "named by a mark, a link or a list of references"

    assert [link.role for link in found.attributions[0].chain] == [Role.CITATION]
    assert how in parsed(found).text_content()
    for drawn in (found, found.claims[0]):
        assert how in drawn._repr_html_()


def test_findings_stand_in_the_margin_of_their_paragraph(report):
    """A finding has the row of the paragraph that it is about, and leads to its sentence."""
    page = parsed(report)
    codes = {note.text_content().split()[1] for note in page.xpath("//*[@class='code']")}
    (note,) = (note for note in page.xpath("//li[contains(@class, 'note')]") if "CA205" in note.text_content())

    assert codes == {finding.code for finding in report.findings}
    assert "--r:1;" in note.getparent().get("style")
    assert page.xpath(f"//article//*[@id='{note.xpath('.//a')[0].get('href')[1:]}']")


def test_outlets_and_sources_are_ranked_with_their_counts(report):
    """Who is relied on stands in tables, the most relied on first, each number with links to its sentences."""
    page = parsed(report)
    tables = {
        table.findtext("caption"): [(row.xpath("string(th)"), row.xpath("string(td[1])")) for row in table.xpath(".//tbody/tr")]
        for table in page.xpath("//table")
    }

    assert tables["Outlets"] == [("BBC", "1"), ("Reuters", "1")]
    assert tables["Sources"][0] == ("Marta Oliveira", "2")
    assert [row.get("aria-label") for row in page.xpath("//header//*[@role='img']")] == ["2 outlet, 1 source, 1 unattributed"]


def test_several_articles_have_an_index_and_names_of_their_own(report):
    """The index names every article, also those that were not audited; no two parts of the page have one id."""
    problem = InputProblem("b.txt", "is no text", "give one")
    page = parsed(report, report, Skipped("c.txt", "language", "es"), problem)
    ids = page.xpath("//@id")

    assert len(ids) == len(set(ids))
    assert [entry.xpath("string(*[1])") for entry in page.xpath("//nav//li")] == [
        "Port to close",
        "Port to close",
        "c.txt",
        "b.txt",
    ]
    assert page.xpath("//nav//li[1]/a/@href") == ["#a1"]
    assert "skipped (language: es)" in page.xpath("string(//nav//li[3])")
    assert "not read: b.txt: is no text; give one" in page.xpath("string(//nav//li[4])")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_article_changes_the_page(text):
    """Tags, templates, marks of direction, controls and long words are text: no element comes of them, and nothing is lost."""
    written = f"{text} said Ana Ruiz, Reuters reported.\n\n{text}"
    article = Article(written, title=text, publisher=text, byline=text, url=text, id=text)
    drawn = "".join(page_of([citeaudit.audit(article, config=UNCHECKED)]))
    page = lxml_html.document_fromstring(drawn)
    shown = page.xpath("//article")[0].text_content()
    plain = {"\0": "\ufffd", "\ud800": "\ufffd", "\r": "\r"}

    assert not page.xpath("//script|//img|//svg|//iframe|//form|//link|//object|//base")
    assert not page.xpath("//@*[starts-with(name(), 'on')]|//@src")
    assert all(link.startswith("#") for link in page.xpath("//@href"))
    assert re.sub(r"[\x01-\x08\x0b\x0c\x0e-\x1f]", "", shown) == re.sub(
        r"[\x01-\x08\x0b\x0c\x0e-\x1f]", "", "".join(plain.get(c, c) for c in written)
    )
    # Beyond the article's own element no mark of direction is left.
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200f]", re.sub(r"(?s)<article.*?</article>", "", drawn))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_paragraphs_lose_nothing(text):
    """The pieces of a page, with the white space behind its paragraphs, are the article's text."""
    written = f"{text}\n\nAna Ruiz said {text} is safe.\n{text}"
    found = citeaudit.audit(written, config=UNCHECKED)
    pieces = [
        "".join(piece.words for passage in paragraph.passages for piece in passage.pieces) + paragraph.after
        for paragraph in paragraphs_of(found)
    ]

    assert "".join(pieces) == written


def test_the_page_needs_nothing_else(report):
    """No script, no picture, no address that a browser would fetch, and a policy that forbids it to fetch any."""
    drawn = "".join(page_of([report]))

    assert "default-src &#39;none&#39;" in drawn
    assert not re.search(r"https?://|url\(|@import|<script|<link|src=", drawn)


def test_a_corpus_has_a_page_of_its_sums(report):
    """Who cites whom is a table; the bar of shares tells the counts in words."""
    corpus = CorpusReport.of_all([report, Skipped("c.txt", "language", "es")])
    page = lxml_html.document_fromstring("".join(corpus_page_of(corpus)))

    assert "The Castellane Post → Reuters" in page.text_content()
    assert page.xpath("//*[@role='img']/@aria-label") == ["2 outlet, 1 source, 1 unattributed"]


def test_write_takes_pages(report, tmp_path):
    """`write(…, format="html")` writes the page of a report, of many, and of a corpus."""
    for given in (report, [report, report], CorpusReport.of(report)):
        citeaudit.write(given, format="html", to=tmp_path / "x.html")
        assert (tmp_path / "x.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_without_jinja2_the_remedy_is_told(report, monkeypatch):
    """A page says what to install; a notebook shows plain words instead."""
    from citeaudit.writers.html import sections  # noqa: PLC0415 - its caches are emptied

    sections.template.cache_clear()
    sections._environment.cache_clear()  # noqa: SLF001
    monkeypatch.setitem(sys.modules, "jinja2", None)
    try:
        with pytest.raises(MissingExtraError, match=r"\[html-report\]"):
            list(page_of([report]))
        for value in (report, report.claims[0], CorpusReport.of(report)):
            assert value._repr_html_().startswith("<pre")
            assert "Reuters" in value._repr_html_()
    finally:
        sections.template.cache_clear()
        sections._environment.cache_clear()  # noqa: SLF001
