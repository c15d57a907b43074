"""Marked-up documents: web pages, web archives, Word files and Markdown, made by other programs than ours."""

from __future__ import annotations

import io
import json

import docx
import pytest
from lxml import etree, html
from lxml.html import builder as E  # noqa: N812 - the name that lxml's own documentation gives it
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from citeaudit.model.articles import Article, InputProblem
from citeaudit.model.reports import Skipped
from citeaudit.readers import read_articles

LEAD = "The harbour will close until March, Bloomberg reported on Monday, and the ferries go by the old bridge."
SECOND = "“Nobody was hurt,” said Ana Ruiz, the mayor, who had come to the pier early in the morning to see the wall."
THIRD = "Two engineers told the Gazette that the stones had been loose since the winter, when the storm took the lamp."

FURNITURE = """
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></nav>
<div class="cookie-banner"><p>We and our 812 partners store cookies on your device. Accept all?</p><button>Accept</button></div>
"""
AFTER = """
<aside class="related"><h3>Most read</h3><ul><li><a href="/a">Cat found in bakery</a></li><li><a href="/b">Rain</a></li></ul></aside>
<footer><p>© 2025 The Gazette. All rights reserved.</p><a href="/terms">Terms of use</a></footer>
<script>window.track = {"article": "no text"};</script>
"""
HEAD = """
<title>Harbour to close until March | The Gazette</title>
<meta charset="utf-8"><meta name="author" content="Bo Li"><meta property="og:site_name" content="The Gazette">
<meta property="article:published_time" content="2025-05-29T06:00:00+00:00">
<link rel="canonical" href="https://gazette.example/harbour">
"""


def page(body, head=HEAD):
    """Return a page with *body* among the usual furniture."""
    return f"<!doctype html><html lang='en'><head>{head}</head><body>{FURNITURE}{body}{AFTER}</body></html>"


PLAIN = f"""<article><h1>Harbour to close until March</h1>
<p>{LEAD.replace("Bloomberg reported", '<a href="https://bloomberg.com/harbour"><b>Bloomberg</b> reported</a>')}</p>
<p>{SECOND}</p><h2>Loose stones</h2><p>{THIRD}</p></article>"""


def written(tmp_path, data, name="a.html"):
    """Return the path of a file with *data*."""
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


class TestPages:
    """A web page."""

    def test_the_article_is_found_with_what_is_known_of_it(self, tmp_path):
        """Words, title, byline, date, publisher, address and links come out; the furniture does not."""
        (article,) = read_articles(written(tmp_path, page(PLAIN)))

        assert article.text.split("\n\n") == ["Harbour to close until March", LEAD, SECOND, "Loose stones", THIRD]
        assert (
            article.publisher,
            article.byline,
            article.date,
            article.url,
        ) == ("The Gazette", "Bo Li", "2025-05-29", "https://gazette.example/harbour")
        assert article.title.startswith("Harbour to close until March")
        assert [(link.span.of(article.text), link.url) for link in article.hyperlinks] == [
            ("Bloomberg reported", "https://bloomberg.com/harbour")
        ]

    def test_a_page_made_by_lxml(self, tmp_path):
        """A page that another program put together is read alike."""
        paragraphs = [E.P(words) for words in (LEAD, SECOND, THIRD)]
        made = html.tostring(E.HTML(E.HEAD(E.TITLE("Harbour")), E.BODY(E.DIV(E.CLASS("story"), *paragraphs))))
        (article,) = read_articles(written(tmp_path, made))

        assert article.text == f"{LEAD}\n\n{SECOND}\n\n{THIRD}"

    @pytest.mark.parametrize(
        ("body", "head"),
        [
            pytest.param(f"<article><p>{LEAD}</p></article>", HEAD, id="one paragraph"),
            pytest.param(f"<div>{LEAD}<br><br>{SECOND}<br><br>{THIRD}</div>", HEAD, id="line breaks for paragraphs"),
            pytest.param(f"<table><tr><td><font>{LEAD} {SECOND}</font></td></tr></table>", HEAD, id="a page of the nineties"),
            pytest.param(
                "<div id='app'></div>",
                HEAD
                + f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{LEAD} {SECOND}"}}</script>',
                id="words in JSON-LD only",
            ),
            pytest.param(
                "<div id='app'></div><script type='application/json'>"
                + json.dumps({"page": {"id": 7, "menu": "Home", "body": [f"<p>{LEAD}</p><p>{SECOND}</p>", THIRD]}})
                + "</script>",
                HEAD,
                id="words in a script's data only",
            ),
            pytest.param(f"<pre>{LEAD}\n\n{SECOND}\n\n{THIRD}</pre>", HEAD, id="preformatted"),
            pytest.param("<main><section>" + f"<span>{LEAD}</span>" * 2 + "</section></main>", "", id="spans alone"),
            pytest.param(f"<article><p>{LEAD}</p><div class='paywall'><p>{SECOND}</p></div></article>", HEAD, id="behind a wall"),
            pytest.param("<div>" * 200 + f"<p>{LEAD}</p><p>{SECOND}</p>", HEAD, id="nested deep"),
            pytest.param(f"<p>{LEAD}<p>{SECOND}<blockquote>{THIRD}", HEAD, id="nothing closed"),
        ],
    )
    def test_where_a_person_sees_an_article_there_is_text(self, tmp_path, body, head):
        """Odd pages give the words that a person sees."""
        (article,) = read_articles(written(tmp_path, page(body, head)))

        assert isinstance(article, Article), article
        assert "Bloomberg reported on Monday" in article.text
        assert "cookies" not in article.text

    @pytest.mark.parametrize(
        ("data", "what"),
        [
            pytest.param(b"", "is empty", id="empty"),
            pytest.param(b"<html><body></body></html>", "no article was found", id="no words"),
            pytest.param(b"\x00\x01\x02" * 99, "no article was found", id="binary"),
        ],
    )
    def test_a_page_without_an_article_is_a_problem(self, tmp_path, data, what):
        """A page without words is a problem, not an empty article."""
        (problem,) = read_articles(written(tmp_path, data))

        assert isinstance(problem, InputProblem)
        assert what in problem.what

    def test_another_encoding_is_found(self, tmp_path):
        """The encoding that a page declares is heeded."""
        old = page(f"<article><p>{LEAD} The café is shut.</p><p>{SECOND}</p></article>").replace("utf-8", "windows-1252")
        (article,) = read_articles(written(tmp_path, old.encode("cp1252")))

        assert "café" in article.text
        assert "“Nobody was hurt,”" in article.text

    def test_the_publisher_given_is_for_pages_that_name_none(self, tmp_path):
        """A page's own name of its site wins over the one that is given."""
        bare = page(PLAIN, "<title>T</title>")
        named, unnamed = read_articles([written(tmp_path, page(PLAIN)), written(tmp_path, bare, "b.html")], publisher="Newsmax")

        assert (named.publisher, unnamed.publisher) == ("The Gazette", "Newsmax")


def archive(records):
    """Return a WARC file of warcio's making: pairs of status line and body, HTML unless said otherwise."""
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=True)
    for number, (status, kind, body) in enumerate(records):
        url = f"https://gazette.example/{number}"
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers))
        writer.write_record(writer.create_warc_record(url, "metadata", payload=io.BytesIO(b"fetchTimeMs: 9")))
    return stream.getvalue()


class TestArchives:
    """A web archive."""

    def test_pages_of_an_archive_of_warcio(self, tmp_path):
        """Pages come out with their address and number, all else is passed over, and a page without words is skipped."""
        records = [
            ("200 OK", "text/html; charset=utf-8", page(PLAIN, "<title>T</title>").encode()),
            ("404 Not Found", "text/html", page(PLAIN).encode()),
            ("200 OK", "image/png", b"\x89PNG"),
            ("200 OK", "text/html; charset=iso-8859-1", page(f"<p>{LEAD} Café.</p>", "").encode("latin-1")),
            ("200 OK", "text/html", b"<html><body></body></html>"),
        ]
        path = written(tmp_path, archive(records), "a.warc.gz")
        first, second, skipped = read_articles(path)

        assert ("https://gazette.example/0", 1, f"{path}#1") == (first.url, first.origin.record, first.id)
        assert first.text.startswith("Harbour to close until March\n\nThe harbour will close")
        assert "Café." in second.text
        assert isinstance(skipped, Skipped)
        assert skipped.reason == "empty"

    def test_a_damaged_archive(self, tmp_path):
        """What is cut off gives what came before, and never an exception."""
        whole = archive([("200 OK", "text/html", page(PLAIN).encode())] * 5)
        outcomes = list(read_articles(written(tmp_path, whole[: len(whole) * 2 // 3], "a.warc.gz")))

        assert isinstance(outcomes[0], Article)

    def test_no_archive(self, tmp_path):
        """A file that is no archive is a problem."""
        (problem,) = read_articles(written(tmp_path, b"words, not records", "a.warc"))

        assert isinstance(problem, InputProblem)


def nexis(*articles):
    """Return a document as a database exports it, made by python-docx."""
    document = docx.Document()
    for title, words in articles:
        for line in (
            title,
            "The Gazette (London)",
            "May 29, 2025 Thursday",
            "Copyright 2025 Gazette Media All Rights Reserved",
            "Section: NEWS; Pg. 3",
            "Length: 120 words",
            "Byline: Ana Ruiz",
            "Body",
            *words,
            "Load-Date: May 30, 2025",
            "End of Document",
        ):
            document.add_paragraph(line)
    return document


class TestWord:
    """A Word file."""

    def test_one_article(self, tmp_path):
        """The paragraphs of a document, those of its tables too, and what its properties say."""
        document = docx.Document()
        document.core_properties.title, document.core_properties.author = "Harbour", "Bo Li"
        document.add_heading("Harbour to close", 1)
        paragraph = document.add_paragraph("The harbour will close, ")
        paragraph.add_run("Bloomberg").bold = True
        paragraph.add_run(" reported.")
        document.add_paragraph("   ")
        document.add_table(1, 1).cell(0, 0).text = "A table of ferries."
        document.save(tmp_path / "a.docx")
        (article,) = read_articles(tmp_path / "a.docx", publisher="Gazette")

        assert article.text == "Harbour to close\n\nThe harbour will close, Bloomberg reported.\n\nA table of ferries."
        assert (article.title, article.byline, article.publisher) == ("Harbour", "Bo Li", "Gazette")

    def test_links(self, tmp_path):
        """The words of a link carry it."""
        document = docx.Document()
        paragraph = document.add_paragraph("It closes, ")
        link = docx.oxml.OxmlElement("w:hyperlink")
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        link.set(docx.oxml.ns.qn("r:id"), document.part.relate_to("https://bloomberg.com/x", kind, is_external=True))
        link.append(etree.fromstring(etree.tostring(paragraph.add_run("Bloomberg said")._r)))  # noqa: SLF001 - python-docx makes no links
        paragraph._p.replace(paragraph.runs[-1]._r, link)  # noqa: SLF001 - the same
        document.add_paragraph("More.")
        document.save(tmp_path / "a.docx")
        (article,) = read_articles(tmp_path / "a.docx")

        assert [(link.span.of(article.text), link.url) for link in article.hyperlinks] == [
            ("Bloomberg said", "https://bloomberg.com/x")
        ]

    def test_the_many_articles_of_an_export(self, tmp_path):
        """Each article of an export is one, with the title, publication, date and byline of its head."""
        nexis(("Harbour to close", [LEAD, SECOND]), ("Rain all night", [THIRD])).save(tmp_path / "a.docx")
        first, second = read_articles(tmp_path / "a.docx")

        assert (f"{LEAD}\n\n{SECOND}", THIRD) == (first.text, second.text)
        assert (
            first.title,
            first.publisher,
            first.date,
            first.byline,
            first.origin.record,
        ) == ("Harbour to close", "The Gazette (London)", "2025-05-29", "Ana Ruiz", 1)
        assert (second.title, second.origin.record) == ("Rain all night", 2)

    @pytest.mark.parametrize("data", [b"", b"\xd0\xcf\x11\xe0 the old format", b"PK\x03\x04 cut off"])
    def test_what_is_no_word_file_is_a_problem(self, tmp_path, data):
        """An old or broken file is a problem with its remedy."""
        (problem,) = read_articles(written(tmp_path, data, "a.docx"))

        assert "is no Word file" in problem.what


class TestMarkdown:
    """A Markdown file."""

    def test_words_without_marks(self, tmp_path):
        """Marks go, words and links stay; front matter says what is known."""
        source = (
            '---\ntitle: Harbour\nauthor: Bo Li\ndate: 2025-05-29\npublisher: "The Gazette"\n---\n'
            "# Harbour to *close*\n\nThe harbour will close, [Bloomberg **said**](https://bloomberg.com/x)\non `Monday`.\n\n"
            "- One.\n- Two.\n\n> Quoted.\n\n<!-- a comment -->\n\n```\ncode\n```\n"
        )  # fmt: skip
        (article,) = read_articles(written(tmp_path, source, "a.md"))

        assert article.text == "Harbour to close\n\nThe harbour will close, Bloomberg said on Monday.\n\nOne.\n\nTwo.\n\nQuoted."
        assert [(at.span.of(article.text), at.url) for at in article.hyperlinks] == [
            ("Bloomberg said", "https://bloomberg.com/x")
        ]
        assert (
            article.title,
            article.byline,
            article.date,
            article.publisher,
        ) == ("Harbour", "Bo Li", "2025-05-29", "The Gazette")

    def test_marks_alone_are_a_problem(self, tmp_path):
        """A file without words is a problem."""
        (problem,) = read_articles(written(tmp_path, "<!-- nothing -->\n\n---\n", "a.md"))

        assert "no words" in problem.what


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [
        ("a.html", "trafilatura", "html"),
        ("a.warc", "fastwarc", "warc"),
        ("a.docx", "mammoth", "docx"),
        ("a.md", "markdown_it", "markdown"),
        ("a.txt.zst", "backports", "zstd"),
    ],
)
def test_without_its_library_a_format_says_what_to_install(tmp_path, monkeypatch, name, module, extra):
    """Without the library, a file is a problem whose remedy is the command that installs it."""
    import citeaudit.readers.html  # noqa: PLC0415 - its cache is emptied

    citeaudit.readers.html._trafilatura.cache_clear()  # noqa: SLF001 - the same
    for loaded in [loaded for loaded in __import__("sys").modules if loaded.split(".")[0] == module]:
        monkeypatch.delitem(__import__("sys").modules, loaded)
    monkeypatch.setitem(__import__("sys").modules, module, None)
    (problem,) = read_articles(written(tmp_path, page(PLAIN), name))

    assert f"in the checkout of citeaudit: pip install '.[{extra}]'" == problem.remedy


def test_zstandard(tmp_path):
    """A file that zstandard compressed is read as what it holds; a damaged one is a problem."""
    zstandard = pytest.importorskip("backports.zstd")
    whole = zstandard.compress(LEAD.encode())
    article, problem = read_articles(
        [written(tmp_path, whole, "a.txt.zst"), written(tmp_path, whole[:-5] + b"12345", "b.txt.zst")]
    )

    assert article.text == LEAD
    assert isinstance(problem, InputProblem)
