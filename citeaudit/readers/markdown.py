"""Markdown: its words and links come out as plain text, without the marks; front matter says what is known of the article.

Offsets count in the extracted text. Without the extra ``markdown`` the file is a problem: read as plain text, marks and all, the
same words would have other findings on another machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import regex

from citeaudit.errors import MissingExtraError
from citeaudit.extras import load_extra
from citeaudit.model.articles import Article, BlockKind, InputProblem, Origin
from citeaudit.model.reports import Skipped
from citeaudit.patterns import pattern_of
from citeaudit.readers.blocks import Blocks, Flow
from citeaudit.readers.dates import iso_date
from citeaudit.readers.files import InputFile
from citeaudit.readers.pieces import Outcome, Piece, Reader
from citeaudit.readers.records import unclear_date
from citeaudit.readers.settings import ReadSettings
from citeaudit.readers.text import cut_whole, read_text

FRONT_MATTER = pattern_of(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", regex.S | regex.M)
KNOWN = pattern_of(r"^(id|publisher|title|byline|author|date|url):[ \t]*([^\r\n]*?)[ \t]*\r?$", regex.M)

KINDS = {
    "blockquote": BlockKind.QUOTE,
    "heading": BlockKind.HEADING,
    "list_item": BlockKind.ITEM,
    "paragraph": BlockKind.PARAGRAPH,
    "table": BlockKind.TABLE,
    "tr": BlockKind.ROW,
}
"""What the parser calls each kind of block."""


def read_markdown(piece: Piece, settings: ReadSettings) -> Iterator[Outcome]:
    """Return the article that a Markdown file is."""
    for outcome in read_text(piece, settings):
        if isinstance(outcome, Article):
            yield from _plain(outcome, piece.origin)
        else:
            yield outcome


def _plain(article: Article, origin: Origin) -> Iterator[Outcome]:
    """Return *article* without its marks, and what is wrong with it."""
    try:
        library = load_extra("markdown_it", extra="markdown")
    except MissingExtraError as error:
        yield InputFile(origin.path).problem(error)
        return
    front = FRONT_MATTER.match(article.text)
    known = {name: value.strip("\"'") for name, value in KNOWN.findall(front.group(1))} if front else {}
    flow = _flow(library.MarkdownIt("commonmark").enable("table"), article.text[front.end() :] if front else article.text)
    if not flow.text:
        yield InputProblem(origin.path, "holds no words beside its marks", "give a file with an article's text")
        return
    said = known.get("date")
    yield replace(
        article,
        text=flow.text,
        hyperlinks=flow.links,
        blocks=flow.blocks,
        id=known.get("id") or article.id,
        publisher=known.get("publisher") or article.publisher,
        title=known.get("title") or None,
        byline=known.get("byline") or known.get("author") or None,
        date=iso_date(said) if said else None,
        url=known.get("url") or None,
    )
    if said and iso_date(said) is None:
        yield unclear_date(said, origin)


def _flow(parser: Any, text: str) -> Flow:
    blocks = Blocks()
    for token in parser.parse(text):
        if token.type != "inline":
            name, _, edge = token.type.rpartition("_")
            if name in KINDS and not token.hidden:
                (blocks.open_block(KINDS[name]) if edge == "open" else blocks.close_block())
            continue
        blocks.begin_block()
        for inline in token.children:
            match inline.type:
                case "text" | "code_inline":
                    blocks.add(inline.content)
                case "softbreak":
                    blocks.add(" ")
                case "hardbreak":
                    blocks.break_line()
                case "link_open":
                    blocks.begin_link(str(inline.attrs.get("href", "")))
                case "link_close":
                    blocks.end_link()
    return blocks.finish()


def cut_markdown(file: InputFile, settings: ReadSettings) -> Iterator[Piece | InputProblem | Skipped]:
    """Return a Markdown file as one piece."""
    return cut_whole("markdown", file, settings)


READER = Reader("markdown", (".md", ".markdown"), cut_markdown, read_markdown)
