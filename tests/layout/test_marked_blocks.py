"""Block quotations and posts of the markup belong to who introduces or signs them, as far as they go and no further."""

from __future__ import annotations

import docx
import pytest

from citeaudit import Article, Block, BlockKind, Config, Span, audit, read

ANYTHING = Config(check_language=False)


def marked(text):
    """Return an article from *text* in which paragraphs that begin with ">" are a block quotation and with "@" an embedded post."""
    words, blocks = "", []
    for paragraph in text.split("\n\n"):
        start = len(words) + (2 if words else 0)
        lines = [line.removeprefix("> ").removeprefix("@ ") for line in paragraph.split("\n")]
        words += ("\n\n" if words else "") + "\n\n".join(lines)
        if paragraph.startswith(("> ", "@ ")):
            blocks.append(Block(Span(start, len(words)), BlockKind.QUOTE if paragraph[0] == ">" else BlockKind.POST))
    return Article(words, blocks=blocks)


def statuses(article):
    """Return for each claim its status and who is credited."""
    report = audit(article, config=ANYTHING)
    return [" ".join((claim.status.value, *claim.outlets, *claim.sources)) for claim in report.claims]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Ida Lowe wrote:\n\n> It was dark.\n> We sat on the roof.\n\nIt rained.", ["source Ida Lowe"] * 3 + ["unattributed"]),
        ("From Reuters:\n\n> It was dark.\n> We sat on the roof.\n\nIt rained.", ["outlet Reuters"] * 3 + ["unattributed"]),
        (
            "Ida Lowe told CNN that the wall was gone.\n\n> It was dark.\n\nIt rained.",
            ["outlet CNN Ida Lowe", "source Ida Lowe", "unattributed"],
        ),
        ("It was cold.\n\n> It was dark and we sat on the roof.\n\nIt rained.", ["unattributed", "vague", "unattributed"]),
        ("It was cold.\n\n> It was dark.\n> — Ida Lowe\n\nIt rained.", ["unattributed", "source Ida Lowe", "unattributed"]),
        ("It was cold.\n\n> It was dark.\n\n— Ida Lowe\n\nIt rained.", ["unattributed", "source Ida Lowe", "unattributed"]),
        ("It was cold.\n\n> It was dark.\n\nSource: Reuters\n\nIt rained.", ["unattributed", "outlet Reuters", "unattributed"]),
        ("Ida Lowe wrote:\n\n> It was dark.\n\n> It was cold.\n\nIt rained.", ["source Ida Lowe"] * 3 + ["unattributed"]),
        (
            "Ida Lowe answered in a letter to the county.\n\n> It was dark.\n\nIt rained.",
            ["source Ida Lowe", "source Ida Lowe", "unattributed"],
        ),
        (
            "It was cold.\n\n@ The wall is gone.\n@ — Tam Orr (@tamorr) May 6, 2025\n\nIt rained.",
            ["unattributed", "source Tam Orr", "unattributed"],
        ),
        (
            "It was cold.\n\n@ Wall gone, we hear\n@ Reuters (@Reuters) 6 May 2025\n\nIt rained.",
            ["unattributed", "outlet Reuters", "unattributed"],
        ),
        (
            "It was cold.\n\n@ The wall is gone.\n@ A post shared by Tam Orr (@tamorr)\n\nIt rained.",
            ["unattributed", "source Tam Orr", "unattributed"],
        ),
        (
            "The mayor hit back on Tuesday:\n\n> It was dark.\n\nIt rained.",
            ["source The mayor", "source The mayor", "unattributed"],
        ),
        ("Ida Lowe reacted:\n\n> It was dark.\n\nIt rained.", ["source Ida Lowe", "source Ida Lowe", "unattributed"]),
        ("Part of it is here:\n\n> It was dark.\n\nIt rained.", ["unattributed", "vague", "unattributed"]),
        (
            "It was cold.\n\n> It was dark.\n\n(Via The New York Times)\n\nIt rained.",
            ["unattributed", "outlet The New York Times", "unattributed"],
        ),
        ("It was cold.\n\n@ The wall is gone.\n\nIt rained.", ["unattributed", "vague", "unattributed"]),
        (
            "Ida Lowe said that the wall was gone.\n\n@ The bakery is shut.\n@ — Tam Orr (@tamorr) May 6, 2025\n\nIt rained.",
            ["source Ida Lowe", "source Tam Orr", "unattributed"],
        ),
    ],
)
def test_whose_a_block_is(text, read):
    """Who introduces a block or signs it speaks in all of it; one for whom nobody is in reach is vague; what follows is the article's."""
    assert statuses(marked(text)) == read


def test_a_block_holds_chains():
    """What is said inside a block is nested in it."""
    report = audit(marked("From Reuters:\n\n> Ida Lowe said that it was dark.\n\nIt rained."), config=ANYTHING)

    assert [link.name for link in report.claims[1].attributions[0].chain] == ["Ida Lowe", "Reuters"]


def test_blocks_that_overlap_are_no_trouble():
    """Markup that no page could have is read somehow, and every span stands where it did."""
    text = "It was cold.\n\nIt was dark. We sat on the roof.\n\nIt rained."
    blocks = [Block(Span(0, 26), BlockKind.QUOTE), Block(Span(14, 40), BlockKind.POST), Block(Span(5, 8), BlockKind.HEADING)]
    report = audit(Article(text, blocks=blocks), config=ANYTHING)

    assert "".join(report.words(s.span) for s in report.sentences).replace(" ", "") == text.replace("\n", "").replace(" ", "")


TURNS = (
    "Maeve Colgan: How did you hear that the weir was gone?",
    "Marta Lund: We heard on the radio at six that the county had shut the road.",
    "I drove to the wall. It was gone.",
    "MC: And then?",
    "ML: We drove home by the hills, and that took three hours.",
)
SAID = ["source Marta Lund"] * 4


def test_bold_labels_of_a_web_page_are_turns(tmp_path):
    """An interview with its labels in bold, as content systems set it."""
    paragraphs = "".join(
        f"<p><strong>{words.partition(':')[0]}:</strong>{words.partition(':')[2]}</p>" if ":" in words else f"<p>{words}</p>"
        for words in TURNS
    )
    (tmp_path / "a.html").write_text(f"<html><body><article>{paragraphs}</article></body></html>", encoding="utf-8")

    assert statuses(next(read(tmp_path / "a.html"))) == SAID


def test_bold_labels_of_markdown_are_turns(tmp_path):
    """The same in Markdown, the colon inside the stars or outside."""
    paragraphs = [f"**{words.replace(': ', ':** ', 1)}" if ":" in words else words for words in TURNS]
    (tmp_path / "a.md").write_text("\n\n".join(paragraphs), encoding="utf-8")

    assert statuses(next(read(tmp_path / "a.md"))) == SAID


def test_bold_labels_of_a_word_file_are_turns(tmp_path):
    """The same in Word."""
    document = docx.Document()
    for words in TURNS:
        paragraph = document.add_paragraph()
        name, colon, rest = words.partition(":")
        paragraph.add_run(name + colon).bold = bool(colon)
        paragraph.add_run(rest)
    document.save(tmp_path / "a.docx")

    assert statuses(next(read(tmp_path / "a.docx"))) == SAID
