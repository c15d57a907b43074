"""Web pages: trafilatura finds the article among the furniture; its words and links come out as one plain text.

Offsets count in the extracted text, which the report carries: no extractor keeps those of the page. A page that the
extractor finds nothing in is read once more by what a page says of itself (JSON-LD), then by its longest paragraphs.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from copy import deepcopy
from functools import cache, partial
from typing import Any

from citeaudit.errors import MissingExtraError
from citeaudit.extras import load_extra
from citeaudit.model.articles import Article, Hyperlink, InputProblem, Origin
from citeaudit.model.reports import Skipped
from citeaudit.readers.blocks import Blocks
from citeaudit.readers.files import InputFile
from citeaudit.readers.pieces import Outcome, Piece, Reader, decode, load, place_of
from citeaudit.readers.settings import ReadSettings, codec_of
from citeaudit.readers.text import cut_whole

ENOUGH = 200
"""Characters under which an extraction is doubted and the next is tried."""

BLOCKS = frozenset(("p", "head", "item", "quote", "list", "table", "row", "cell", "code", "div"))
"""Elements of trafilatura's tree that stand on lines of their own."""


def read_page(piece: Piece, settings: ReadSettings) -> Iterator[Outcome]:
    """Return the article of one page."""
    data = load(piece, settings)
    if isinstance(data, InputProblem | Skipped):
        yield data
        return
    if not data.strip():
        yield InputProblem(piece.origin.path, "is empty", "give a page with an article")
        return
    page: bytes | str | InputProblem = data if codec_of(settings.encoding) == "utf-8-sig" else decode(data, piece, settings)
    if isinstance(page, InputProblem):
        yield page
        return
    try:
        article = extract(page, piece.origin, settings)
    except MissingExtraError as error:
        yield InputFile(piece.origin.path).problem(error)
        return
    yield article or InputProblem(
        piece.origin.path, "no article was found in the page", "give a page with an article, or its text"
    )


def extract(page: bytes | str, origin: Origin, settings: ReadSettings, *, url: str | None = None) -> Article | None:
    """Return the article of a *page*, None if it has none."""
    trafilatura = _trafilatura()
    tree = trafilatura.load_html(page)
    if tree is None:
        return None
    text, links = _text(trafilatura, tree, url)
    if not text.strip():
        return None
    known = trafilatura.extract_metadata(tree, default_url=url)
    return Article(
        text,
        id=place_of(origin),
        publisher=_clean(known.sitename) or settings.publisher or _clean(known.hostname),
        title=_clean(known.title),
        byline=_clean(known.author),
        date=_clean(known.date),
        url=_clean(known.url) or url,
        hyperlinks=links,
        origin=origin,
    )


@cache
def _trafilatura() -> Any:
    library = load_extra("trafilatura", extra="html")
    # Its warnings about single pages would reach a user's terminal through logging's last resort.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    return library


def _text(trafilatura: Any, tree: Any, url: str | None) -> tuple[str, tuple[Hyperlink, ...]]:
    """Return the text of a page and its links, from the first extraction that finds enough, else from the one that finds most."""
    best: tuple[str, tuple[Hyperlink, ...]] = ("", ())
    for attempt in (_precise, partial(_precise, favor_recall=True), _said_of_itself, _paragraphs):
        body = attempt(trafilatura, tree, url)
        found = _flow(body) if body is not None else best
        if len(found[0]) > len(best[0]):
            best = found
        if len(best[0]) >= ENOUGH:
            break
    return best


def _precise(trafilatura: Any, tree: Any, url: str | None, **options: Any) -> Any:
    document = trafilatura.bare_extraction(_copy(tree), url=url, include_comments=False, include_links=True, **options)
    return document.body if document is not None else None


def _said_of_itself(trafilatura: Any, tree: Any, url: str | None) -> Any:
    return trafilatura.baseline(_copy(tree))[0]


def _paragraphs(trafilatura: Any, tree: Any, url: str | None) -> Any:
    """Return a body of the page's own paragraphs, or of all its words where it has none."""
    etree = load_extra("lxml.etree", extra="html")
    body = etree.Element("body")
    for unwanted in ("script", "style", "noscript", "nav", "footer", "form", "template"):
        for element in list(tree.iter(unwanted)):
            element.clear(keep_tail=True)
    words = [" ".join("".join(element.itertext()).split()) for element in tree.iter("p", "h1", "h2", "li")]
    for paragraph in [long for long in words if len(long) > 40] or [" ".join("".join(tree.itertext()).split())]:
        if paragraph:
            etree.SubElement(body, "p").text = paragraph
    return body


def _copy(tree: Any) -> Any:
    """Return a copy of *tree*: an extraction eats what it is given."""
    return deepcopy(tree)


def _flow(body: Any) -> tuple[str, tuple[Hyperlink, ...]]:
    """Return the words of trafilatura's tree, blocks a blank line apart, and the links in them; no recursion, however deep."""
    etree = load_extra("lxml.etree", extra="html")
    blocks = Blocks()
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            if element.tag in BLOCKS:
                blocks.begin_block()
            if element.tag == "lb":
                blocks.break_line()
            if element.tag == "ref":
                blocks.begin_link(element.get("target") or "")
            blocks.add(element.text or "")
        else:
            if element.tag == "ref":
                blocks.end_link()
            if element.tag in BLOCKS:
                blocks.begin_block()
            if element is not body:
                blocks.add(element.tail or "")
    return blocks.finish()


def _clean(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def cut_page(file: InputFile, settings: ReadSettings) -> Iterator[Piece | InputProblem | Skipped]:
    """Return a page as one piece."""
    return cut_whole("html", file, settings)


READER = Reader("html", (".html", ".htm", ".xhtml"), cut_page, read_page)
