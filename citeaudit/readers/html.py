"""Web pages: trafilatura finds the article among the furniture; its words and links come out as one plain text.

Offsets count in the extracted text, which the report carries: no extractor keeps those of the page. A page that the
extractor finds nothing in is read once more by what a page says of itself (JSON-LD), then by its longest paragraphs.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator
from contextlib import suppress
from copy import deepcopy
from functools import cache, partial
from typing import Any

import regex

from citeaudit.errors import MissingExtraError
from citeaudit.extras import load_extra
from citeaudit.model.articles import Article, BlockKind, InputProblem, Origin
from citeaudit.model.reports import Skipped
from citeaudit.patterns import pattern_of
from citeaudit.readers.blocks import Blocks, Flow
from citeaudit.readers.files import InputFile
from citeaudit.readers.page_markup import PageMarkup, remember
from citeaudit.readers.pieces import Outcome, Piece, Reader, decode, load, place_of
from citeaudit.readers.records import own_output
from citeaudit.readers.settings import ReadSettings, codec_of
from citeaudit.readers.text import cut_whole

ENOUGH = 200
"""Characters under which an extraction is doubted and the next is tried."""

FAR_MORE = 2
"""How many times the characters of an earlier extraction a later one must have."""

OWN, OWN_WITHIN = b'<meta name="generator" content="citeaudit">', 1000
"""What citeaudit's own page has, and within how many bytes: a walk may come upon a report of the articles that it reads."""

LONG = 40
"""Characters over which a stretch of words is a paragraph rather than a button."""

SENTENCE = pattern_of(r"\p{Ll}[.!?][”’\"'\s<]|\p{Ll}[.!?]$")
TAG = pattern_of(r"</?(?!p\b|br\b)\p{L}[^<>]*>")
BANNER = pattern_of(r"cookie|consent|gdpr", regex.I)
PREFORMATTED = frozenset(("code", "quote"))
BLANK = pattern_of(r"\n\s*\n")
PARTS = pattern_of(r"</?(?:p|br)\b[^<>]*>|\n\s*\n")

BLOCKS = frozenset(("p", "head", "item", "quote", "list", "table", "row", "cell", "code", "div"))
"""Elements of trafilatura's tree that stand on lines of their own."""

KINDS = {
    "head": BlockKind.HEADING,
    "item": BlockKind.ITEM,
    "p": BlockKind.PARAGRAPH,
    "quote": BlockKind.QUOTE,
    "table": BlockKind.TABLE,
    "row": BlockKind.ROW,
}
"""What those of them are that say what their words are."""

TAKEN = {"p": "p", "h1": "head", "h2": "head", "li": "item"}
"""The elements of a page that are taken as they are where no extraction finds enough, and what trafilatura calls them."""


def read_page(piece: Piece, settings: ReadSettings) -> Iterator[Outcome]:
    """Return the article of one page."""
    data = load(piece, settings)
    if isinstance(data, InputProblem | Skipped):
        yield data
        return
    if not data.strip():
        yield InputProblem(piece.origin.path, "is empty", "give a page with an article")
        return
    if OWN in data[:OWN_WITHIN]:
        yield own_output(piece.origin)
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
    flow = _text(trafilatura, tree, url)
    if not flow.text.strip():
        return None
    known = trafilatura.extract_metadata(tree, default_url=url)
    return Article(
        flow.text,
        id=place_of(origin),
        publisher=_clean(known.sitename) or settings.publisher or _clean(known.hostname),
        title=_clean(known.title),
        byline=_clean(known.author),
        date=_clean(known.date),
        url=_clean(known.url) or url,
        hyperlinks=flow.links,
        blocks=flow.blocks,
        origin=origin,
    )


@cache
def _trafilatura() -> Any:
    library = load_extra("trafilatura", extra="html")
    # Its warnings about single pages would reach a user's terminal through logging's last resort.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    return library


def _text(trafilatura: Any, tree: Any, url: str | None) -> Flow:
    """
    Return the text of a page, its links and its blocks, from the first extraction that finds enough.

    Where it finds little, a later one, less choosy about furniture, must find far more to be believed.
    """
    best = Flow("")
    tree = _without_banners(tree)
    markup = remember(tree)
    for attempt in (_precise, partial(_precise, favor_recall=True), _said_of_itself, _data, _paragraphs):
        body = attempt(trafilatura, tree, url)
        found = _flow(body, markup) if body is not None else best
        if len(found.text) > FAR_MORE * len(best.text):
            best = found
        if len(best.text) >= ENOUGH:
            break
    return best


def _without_banners(tree: Any) -> Any:
    """Return a copy of *tree* without what asks for consent, which a short article could be taken for."""
    copy = deepcopy(tree)
    whole = len(copy.text_content())
    for element in list(copy.iter("div", "section", "aside")):
        named = f"{element.get('class', '')} {element.get('id', '')}"
        if BANNER.search(named) and 3 * len(element.text_content()) < whole:
            element.clear(keep_tail=True)
    return copy


def _precise(trafilatura: Any, tree: Any, url: str | None, **options: Any) -> Any:
    document = trafilatura.bare_extraction(_copy(tree), url=url, include_comments=False, include_links=True, **options)
    return document.body if document is not None else None


def _said_of_itself(trafilatura: Any, tree: Any, url: str | None) -> Any:
    return trafilatura.baseline(_copy(tree))[0]


def _data(trafilatura: Any, tree: Any, url: str | None) -> Any:
    """Return a body of the long strings in a page's data, from which a script would have built what a person sees."""
    paragraphs: dict[str, None] = {}
    for script in tree.iter("script"):
        if script.get("type") == "application/json" and script.text:
            with suppress(ValueError, RecursionError):
                waiting = [json.loads(script.text)]
                while waiting:
                    value = waiting.pop()
                    if isinstance(value, dict | list):
                        waiting += reversed(list(value.values() if isinstance(value, dict) else value))
                    elif isinstance(value, str) and len(value) > LONG and SENTENCE.search(value):
                        paragraphs |= dict.fromkeys(part.strip() for part in PARTS.split(TAG.sub("", value)) if part.strip())
    return _body_of(("p", words) for words in paragraphs)


def _paragraphs(trafilatura: Any, tree: Any, url: str | None) -> Any:
    """Return a body of the page's own paragraphs, or of all its words where it has none."""
    for unwanted in ("script", "style", "noscript", "nav", "footer", "form", "template"):
        for element in list(tree.iter(unwanted)):
            element.clear(keep_tail=True)
    words = [(TAKEN[element.tag], " ".join("".join(element.itertext()).split())) for element in tree.iter(*TAKEN)]
    long = [(tag, words) for tag, words in words if len(words) > LONG]
    return _body_of(long or [("div", " ".join("".join(tree.itertext()).split()))])


def _body_of(blocks: Iterable[tuple[str, str]]) -> Any:
    """Return a tree like trafilatura's with these *blocks*, each the name of its element and its words."""
    etree = load_extra("lxml.etree", extra="html")
    body = etree.Element("body")
    for tag, words in blocks:
        if words:
            etree.SubElement(body, tag).text = words
    return body


def _copy(tree: Any) -> Any:
    """Return a copy of *tree*: an extraction eats what it is given."""
    return deepcopy(tree)


def _flow(body: Any, markup: PageMarkup) -> Flow:
    """Return the words of trafilatura's tree, blocks a blank line apart, and the links in them; no recursion, however deep."""
    etree = load_extra("lxml.etree", extra="html")
    blocks = Blocks()
    opened: list[Any] = []
    tables = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            kind = KINDS.get(element.tag) if not tables or element.tag == "row" else None
            if kind is not None and (kind := markup.kind_of(element, kind)):
                opened.append(element)
                blocks.open_block(kind)
            tables += element.tag == "table"
            _enter(blocks, element)
            continue
        tables -= element.tag == "table"
        if element.tag == "ref":
            blocks.end_link()
        if opened and opened[-1] is element:
            opened.pop()
            blocks.close_block()
        elif element.tag in BLOCKS:
            blocks.begin_block()
        if element is not body:
            blocks.add(element.tail or "")
    return blocks.finish()


def _enter(blocks: Blocks, element: Any) -> None:
    if element.tag in BLOCKS:
        blocks.begin_block()
    if element.tag == "lb":
        blocks.break_line()
    if element.tag == "ref":
        blocks.begin_link(element.get("target") or "")
    # Only preformatted words mean their blank lines.
    for number, part in enumerate(BLANK.split(element.text or "") if element.tag in PREFORMATTED else [element.text or ""]):
        if number:
            blocks.begin_block()
        blocks.add(part)


def _clean(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def cut_page(file: InputFile, settings: ReadSettings) -> Iterator[Piece | InputProblem | Skipped]:
    """Return a page as one piece."""
    return cut_whole("html", file, settings)


READER = Reader("html", (".html", ".htm", ".xhtml"), cut_page, read_page)
