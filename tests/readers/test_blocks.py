"""What the markup of a file says of its parts comes out as blocks, each with the exact place of its words."""

from __future__ import annotations

import gzip
import json

import docx
import pytest
from faults.containers import record

from citeaudit import Article, Block, BlockKind, Span, read
from citeaudit.model.articles import InputProblem

LEAD = "The weir at Brampton gave way on Tuesday night, and the lower town was under a metre of water by the time the sirens were heard."
END = "The pumps are to run until the end of the week, and the school will stay closed for as long as the road to it is a lake."


def page(body):
    """Return a web page with an article around *body*."""
    return f"<html><head><title>Weir gives way</title></head><body><article><h1>Weir gives way</h1><p>{LEAD}</p>{body}<p>{END}</p></article></body></html>"


def blocks_of(path, skipped=("Weir gives way", LEAD, END)):
    """Return kind and words of each block of the one article at *path*, but for those that every page has."""
    (article,) = read(path)
    return [
        (block.kind.value, block.span.of(article.text)) for block in article.blocks if block.span.of(article.text) not in skipped
    ]


def of_page(tmp_path, body):
    """Return the blocks of a page with *body*."""
    path = tmp_path / "a.html"
    path.write_text(page(body), encoding="utf-8")
    return blocks_of(path)


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        ("<h2>Who will pay?</h2><p>Nobody knows.</p>", [("heading", "Who will pay?"), ("paragraph", "Nobody knows.")]),
        (
            "<ul><li>Boil the water.</li><li>Stay <b>upstairs</b>.</li></ul>",
            [("item", "Boil the water."), ("item", "Stay upstairs.")],
        ),
        (
            "<blockquote><p>We heard a crack.</p><p>Then it went.</p></blockquote>",
            [("quote", "We heard a crack.\n\nThen it went."), ("paragraph", "We heard a crack."), ("paragraph", "Then it went.")],
        ),
        (
            "<blockquote>We heard a crack.<cite>Ida Lowe, baker</cite></blockquote>",
            [
                ("quote", "We heard a crack.\n\nIda Lowe, baker"),
                ("paragraph", "We heard a crack."),
                ("paragraph", "Ida Lowe, baker"),
            ],
        ),
        ("<table><tr><td>Town</td><td>2 m</td></tr></table>", [("table", "Town\n\n2 m"), ("row", "Town\n\n2 m")]),
        (
            '<p>The wall stood.</p><figure><img src="a.jpg"><figcaption>The weir <em>from the air</em></figcaption></figure>',
            [("paragraph", "The wall stood."), ("caption", "The weir from the air")],
        ),
        (
            """<div class="embed-wrap"><blockquote class="twitter-tweet"><p>The weir is gone.</p>&mdash; Brampton (@brampton)
            <a href="https://twitter.com/brampton/status/9">May 6, 2025</a></blockquote></div>""",
            [
                ("post", "The weir is gone.\n\n— Brampton (@brampton) May 6, 2025"),
                ("paragraph", "The weir is gone."),
                ("paragraph", "— Brampton (@brampton) May 6, 2025"),
            ],
        ),
        (
            '<blockquote><p>The weir is gone.</p>Ida Lowe <a href="https://bsky.app/profile/x/post/3k">6 May 2025</a></blockquote>',
            [
                ("post", "The weir is gone.\n\nIda Lowe 6 May 2025"),
                ("paragraph", "The weir is gone."),
                ("paragraph", "Ida Lowe 6 May 2025"),
            ],
        ),
        (
            "<pre>The pumps of the town were set up on Tuesday.</pre>",
            [],
        ),
    ],
    ids=["heading", "items", "quotation", "cite", "table", "caption", "post", "permalink", "preformatted"],
)
def test_a_page(tmp_path, body, blocks):
    """Each part of a page is what its element says, a post what its class or its last link says."""
    assert of_page(tmp_path, body) == blocks


def test_a_quotation_in_a_line_keeps_its_line(tmp_path):
    """The marks that a browser draws around <q> are in the text, and no paragraph is torn."""
    assert of_page(tmp_path, "<p>Lowe called it <q>a wet night</q> and left.</p>") == [
        ("paragraph", "Lowe called it “a wet night” and left.")
    ]


def test_a_web_archive(tmp_path):
    """A page in an archive has the blocks of the page."""
    body = page("<h3>The night</h3><p>It rained.</p>").encode()
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(record(body)))

    assert blocks_of(tmp_path / "a.warc.gz") == [("heading", "The night"), ("paragraph", "It rained.")]


def test_markdown(tmp_path):
    """Markdown's headings, quotations, lists and tables, those within others too."""
    (tmp_path / "a.md").write_text(
        "# The weir\n\nLowe wrote:\n\n> We heard\n> a crack.\n\n- Boil *water*\n  - twice\n\n1. Stay\n\n   inside\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        encoding="utf-8",
    )

    assert blocks_of(tmp_path / "a.md") == [
        ("heading", "The weir"),
        ("paragraph", "Lowe wrote:"),
        ("quote", "We heard a crack."),
        ("paragraph", "We heard a crack."),
        ("item", "Boil water\n\ntwice"),
        ("item", "twice"),
        ("item", "Stay\n\ninside"),
        ("paragraph", "Stay"),
        ("paragraph", "inside"),
        ("table", "a\n\nb\n\n1\n\n2"),
        ("row", "a\n\nb"),
        ("row", "1\n\n2"),
    ]


def test_a_word_file(tmp_path):
    """Word's styles say what a paragraph is; quotations that follow each other are one."""
    document = docx.Document()
    document.add_heading("The weir", 1)
    document.add_paragraph("Lowe wrote:")
    document.add_paragraph("We heard a crack.", style="Quote")
    document.add_paragraph("Then it went.", style="Quote")
    document.add_paragraph("Boil water", style="List Bullet")
    document.add_paragraph("The weir from the air", style="Caption")
    document.add_table(1, 2).rows[0].cells[0].text = "Town"
    document.save(tmp_path / "a.docx")

    assert blocks_of(tmp_path / "a.docx") == [
        ("heading", "The weir"),
        ("paragraph", "Lowe wrote:"),
        ("quote", "We heard a crack.\n\nThen it went."),
        ("paragraph", "We heard a crack."),
        ("paragraph", "Then it went."),
        ("item", "Boil water"),
        ("caption", "The weir from the air"),
        ("table", "Town"),
        ("row", "Town"),
    ]


def records(tmp_path, *records):
    """Return what is read of *records*."""
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    return list(read(path))


def test_records_may_give_blocks(tmp_path):
    """As lists or as objects, in any order; an outer block comes before those inside it."""
    given = [[10, 19, "paragraph"], {"start": 0, "end": 8, "kind": "heading"}, [10, 19, "quote"], [10, 25, "post"]]
    (article,) = records(tmp_path, {"text": "The weir\n\nIt rained. Often.", "blocks": given})

    assert [(block.span.start, block.span.end, block.kind.value) for block in article.blocks] == [
        (0, 8, "heading"),
        (10, 25, "post"),
        (10, 19, "paragraph"),
        (10, 19, "quote"),
    ]


@pytest.mark.parametrize(
    ("blocks", "what"),
    [
        ([[0, 8, "headline"]], "block 1 of 1 ([0, 8, 'headline'])"),
        ([[0, 8, "heading"], [0, 99, "quote"]], "block 2 of 2 ([0, 99, 'quote'])"),
        ([[8, 8, "heading"]], "block 1 of 1 ([8, 8, 'heading'])"),
        ([[-1, 8, "heading"]], "block 1 of 1 ([-1, 8, 'heading'])"),
        ([["0", 8, "heading"]], "block 1 of 1 (['0', 8, 'heading'])"),
        ([[False, True, "heading"]], "block 1 of 1 ([False, True, 'heading'])"),
        ([{"start": 0, "kind": "heading"}], "block 1 of 1"),
        ([[0, 8, ["heading"]]], "block 1 of 1"),
        ("heading", "the blocks are a string, not a list"),
        ({"0": 8}, "the blocks are an object, not a list"),
        (7, "the blocks are a number, not a list"),
    ],
)
def test_records_with_wrong_blocks(tmp_path, blocks, what):
    """A record whose blocks are none is read without them, and one line says which is wrong and what to give."""
    article, problem = records(tmp_path, {"text": "The weir\n\nIt rained.", "blocks": blocks})

    assert isinstance(article, Article)
    assert article.blocks == ()
    assert isinstance(problem, InputProblem)
    assert what in str(problem)
    assert "the kind one of heading, paragraph, quote, item, caption, table, row, post" in str(problem)


@pytest.mark.parametrize("given", [{}, {"blocks": None}, {"blocks": []}, {"blocks": ""}])
def test_records_without_blocks(tmp_path, given):
    """No blocks are no problem."""
    (article,) = records(tmp_path, {"text": "The weir\n\nIt rained.", **given})

    assert article.blocks == ()


def test_blocks_may_have_another_name(tmp_path):
    """The field of the blocks is named like any other."""
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"text": "The weir", "layout": [[0, 8, "heading"]], "blocks": 1}), encoding="utf-8"
    )
    (article,) = read(tmp_path / "a.jsonl", fields={"blocks": "layout"})

    assert article.blocks == (Block(Span(0, 8), BlockKind.HEADING),)
