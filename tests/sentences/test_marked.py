"""What the markup says of a line decides what it is, where it says anything."""

from __future__ import annotations

import pytest

from citeaudit import Article, Block, BlockKind, Config, Span, audit

ANYTHING = Config(check_language=False)
STORY = "The weir gave way on Tuesday night, and the lower town was under water by the time the sirens were heard in the hills."


def article(*parts, between="\n\n"):
    """Return an article of *parts*, each words with their kind, among paragraphs of a story."""
    text, blocks = "", []
    for words, kind in ((STORY, "paragraph"), *parts, (STORY, "paragraph")):
        start = len(text) + (len(between) if text else 0)
        text += (between if text else "") + words
        blocks.append(Block(Span(start, start + len(words)), BlockKind(kind)))
    return Article(text, blocks=blocks)


def kinds(*parts, between="\n\n"):
    """Return the kinds of the sentences of *parts*."""
    given = article(*parts, between=between)
    return [sentence.kind.value for sentence in audit(given, config=ANYTHING).sentences[1:-1]]


@pytest.mark.parametrize(
    ("words", "kind", "read"),
    [
        ("Who will pay?", "heading", ["heading"]),
        ("The county is broke.", "heading", ["heading"]),
        ("Weir gives way. School closed.", "heading", ["heading", "heading"]),
        ("The county said on Tuesday that it would pay for half of the wall.", "heading", ["statement"]),
        ("boots and a lamp", "item", ["fragment"]),
        ("boots, which must be tall;", "item", ["fragment"]),
        ("Boil the water.", "item", ["statement"]),
        ("the water was a metre high in the lower town", "item", ["statement"]),
        ("Is the water safe?", "item", ["question"]),
        ("The weir from the hill.", "caption", ["fragment"]),
        ("Ida Lowe, a baker", "caption", ["fragment"]),
        ("Ida Lowe, 51, a baker of the lower town, in front of her shop.", "caption", ["fragment"]),
        ("Men of the county carry sand to the wall on Wednesday.", "caption", ["statement"]),
        ("Photo: Tam Orr", "caption", ["boilerplate"]),
        ("2.1 metres", "table", ["fragment"]),
        ("We heard a crack and then it went", "quote", ["statement"]),
        ("It went with a crack. Not good.", "quote", ["statement", "statement"]),
        ("— Ida Lowe", "quote", ["fragment"]),
        ("The water is at the bakery #brampton https://t.co/xyz", "post", ["statement"]),
        ("— Ida Lowe (@idalowe) May 6, 2025", "post", ["fragment"]),
    ],
)
def test_a_part_of_a_page(words, kind, read):
    """Headings, items, captions, cells, quotations and posts are what their words say within that."""
    assert kinds((words, kind)) == read


def test_a_block_ends_what_a_line_break_would_not():
    """In wrapped text a heading by markup is no beginning of the next line."""
    heading = "The night on which the old weir of the town of Brampton gave way and"
    assert kinds((heading, "heading"), ("it was cold in the hills on that night.", "paragraph"), between="\n") == [
        "heading",
        "statement",
    ]


@pytest.mark.parametrize("kind", ["heading", "quote"])
def test_markup_for_looks_says_nothing(kind):
    """A page that is all heading, or all quotation, is read by its form."""
    text = "\n\n".join([STORY] * 3)
    report = audit(Article(text, blocks=[Block(Span(0, len(text)), BlockKind(kind))]), config=ANYTHING)

    assert {claim.status.value for claim in report.claims} == {"unattributed"}
    assert len(report.claims) == 3


def test_places_are_those_of_the_text_as_it_came():
    """Windows line ends and doubled blanks move nothing."""
    given = article(("Who  will pay?", "heading"), ("We heard  a crack.", "quote"), between="\r\n\r\n")
    report = audit(given, config=ANYTHING)

    assert report.article.blocks == given.blocks
    assert [given.text[s.span.start : s.span.end] for s in report.sentences[1:-1]] == ["Who  will pay?", "We heard  a crack."]
    assert [s.kind.value for s in report.sentences[1:-1]] == ["heading", "statement"]
