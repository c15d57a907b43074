"""What a page's markup says and its extractor forgets: which block quotation is an embedded post, what is a caption, what stands in a line.

The page goes in before its article is looked for. It is made plain where the extractor would garble it, and what is to be known
again afterwards is remembered by its letters, since classes do not come through.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import regex

from citeaudit.extras import load_extra
from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.model.articles import BlockKind
from citeaudit.patterns import pattern_of

CAPTION = pattern_of(r"(?:^|[-_ ])(?:fig)?caption(?:$|[-_ ])", regex.I)
INLINE = frozenset(("a", "abbr", "b", "em", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "time", "u"))
"""What stands in a line of words; anything else begins one of its own."""
PERMALINK = pattern_of(r"/(?:status(?:es)?|posts?|p|reel|videos?|comments|permalink(?:\.php)?)/|/@[^/]+/(?:post/)?\d", regex.I)
"""The path of a link to one post."""
LETTER = pattern_of(r"[^\p{L}\p{N}]+")
WRAPPERS = frozenset(("div", "figure", "p", "span"))
MOST_WRAPPERS = 4
SLACK = 200
"""So many characters a wrapper may hold beside its post: blanks, and a script."""
MOST_REMEMBERED = 80
"""By so many letters of its beginning a block is known again: an extractor may have cut its end."""


@dataclass(frozen=True, slots=True)
class PageMarkup:
    """What is remembered of a page: the first letters of its *posts*, of its *captions* and of its *preformatted* words."""

    posts: frozenset[str] = frozenset()
    captions: frozenset[str] = frozenset()
    preformatted: frozenset[str] = frozenset()

    def kind_of(self, element: Any, kind: BlockKind) -> BlockKind | None:
        """Return what the *element* of an extraction, by itself of *kind*, is in the page; None if it is nothing of its own."""
        if kind is BlockKind.QUOTE:
            letters = _letters(element)
            if letters in self.preformatted:
                return None
            return BlockKind.POST if letters in self.posts else kind
        if kind is BlockKind.PARAGRAPH and self.captions and _letters(element) in self.captions:
            return BlockKind.CAPTION
        return kind


def remember(tree: Any) -> PageMarkup:
    """Return what is remembered of the page *tree*, which is made plain: quotations in a line get their marks, a post its paragraphs."""
    for element in list(tree.iter("q")):
        element.text = f"“{element.text or ''}"
        element.tail = f"”{element.tail or ''}"
        element.drop_tag()
    captions = frozenset(
        _letters(element)
        for element in tree.iter("figcaption", "p", "div", "span")
        if element.tag == "figcaption" or CAPTION.search(element.get("class") or "")
    )
    _with_plain_figures(tree)
    preformatted = frozenset(_letters(element) for element in tree.iter("pre"))
    return PageMarkup(frozenset(_posts(tree)) - {""}, captions - {""}, preformatted)


def _with_plain_figures(tree: Any) -> None:
    """Make captions paragraphs, and figures around words nothing: an extractor leaves both out, and a reader sees them."""
    for caption in list(tree.iter("figcaption")):
        words = " ".join(caption.text_content().split())
        caption.clear(keep_tail=True)
        caption.tag, caption.text = "p", words
    for figure in list(tree.iter("figure")):
        if next(figure.iter("p", "blockquote", "table"), None) is not None:
            figure.drop_tag()


def _posts(tree: Any) -> list[str]:
    """Make the posts of *tree* plain block quotations, and return the first letters of each."""
    found = []
    for element in list(tree.iter("blockquote", "div")):
        if element.tag == "div" and (not _is_marked(element) or element.find(".//blockquote") is not None):
            continue
        if element.tag == "blockquote":
            _with_paragraphs(element)
            if not (_is_marked(element) or _is_marked(element.getparent()) or _ends_with_permalink(element)):
                continue
        element.tag = "blockquote"
        element.attrib.clear()
        _with_plain_lines(element, load_extra("lxml.etree", extra="html"))
        _without_wrappers(element)
        found.append(_letters(element))
    return found


def _is_marked(element: Any) -> bool:
    classes = (element.get("class") or "").casefold().split() if element is not None else ()
    return any(name in _platforms()[0] for name in classes)


def _ends_with_permalink(element: Any) -> bool:
    """Tell whether the words of *element* end with a link to a post of a platform."""
    links = element.xpath(".//a[@href]")
    if not links or (links[-1].tail or "").strip():
        return False
    try:
        address = urlsplit(links[-1].get("href"))
    except ValueError:
        return False
    host = (address.hostname or "").removeprefix("www.").removeprefix("mobile.")
    return host in _platforms()[1] and PERMALINK.search(address.path) is not None


def _with_paragraphs(quote: Any) -> None:
    """Put what stands loose in a block quotation into paragraphs: the line that signs a post, above all, and who is cited."""
    for cite in list(quote.iter("cite", "footer")):
        line, cite.tag = cite.getparent(), "p"
        if line is not quote and line.tag == "p" and not (cite.tail or "").strip():
            cite.tail = None
            line.addnext(cite)
    children = list(quote)
    words, quote.text = quote.text or "", None
    for child in children:
        quote.remove(child)
    line = _with_words(quote, None, words)
    for child in children:
        words, child.tail = child.tail or "", None
        if child.tag in INLINE or (child.tag == "br" and line is not None):
            if line is None:
                line = quote.makeelement("p")
                quote.append(line)
            line.append(child)
        else:
            line = None
            if child.tag != "br":
                quote.append(child)
        line = _with_words(quote, line, words)


def _with_words(quote: Any, line: Any, words: str) -> Any:
    """Return the paragraph of a *quote* that the loose *words* go into: the *line* that is open, a new one, or none for blanks."""
    if line is None and words.strip():
        line = quote.makeelement("p")
        quote.append(line)
    if line is not None:
        _append(line, words)
    return line


def _without_wrappers(post: Any) -> None:
    """Make what holds nothing but the *post* plain, since an extractor leaves out what is called an embed."""
    length = len(post.text_content())
    wrapper = post.getparent()
    for _ in range(MOST_WRAPPERS):
        if wrapper is None or wrapper.tag not in WRAPPERS or _is_longer(wrapper, length + SLACK):
            break
        wrapper.tag = "div"
        wrapper.attrib.clear()
        wrapper = wrapper.getparent()


def _is_longer(element: Any, most: int) -> bool:
    """Tell whether the words in *element* are longer than *most*; no more of them are looked at than that takes."""
    length = 0
    for words in element.itertext("*"):
        length += len(words)
        if length > most:
            return True
    return False


def _with_plain_lines(post: Any, etree: Any) -> None:
    """Put each line of a *post* into a paragraph of its own, without links where it is mostly link: an extractor leaves out such lines."""
    lines: list[list[tuple[str, str | None]]] = [[]]
    href: str | None = None
    for event, part in etree.iterwalk(post, events=("start", "end")):
        is_start = event == "start"
        if part.tag == "a":
            href = (part.get("href") or None) if is_start else None
        elif part.tag not in INLINE:
            lines.append([])
        words = part.text if is_start else part.tail
        if (words and part is not post) or (words and is_start):
            lines[-1].append((words, href))
    for child in list(post):
        post.remove(child)
    post.text = None
    for line in lines:
        if any(words.strip() for words, _ in line):
            post.append(_line(post.makeelement, line))


def _line(make: Any, pieces: list[tuple[str, str | None]]) -> Any:
    """Return a paragraph of these *pieces*, each with the link that it carries, a blank between two words that only a link parts."""
    line = make("p")
    linked = sum(len(words) for words, href in pieces if href)
    is_plain = 2 * linked > sum(len(words) for words, _ in pieces)
    before = ""
    for words, href in pieces:
        between = " " if before[-1:].isalnum() and words[:1].isalnum() else ""
        before = words
        if href and not is_plain:
            link = make("a")
            link.text = words
            link.set("href", href)
            _append(line, between)
            line.append(link)
        else:
            _append(line, between + words)
    return line


def _append(line: Any, words: str) -> None:
    if len(line):
        line[-1].tail = (line[-1].tail or "") + words
    else:
        line.text = (line.text or "") + words


def _letters(element: Any) -> str:
    """Return the first letters of the words in *element*."""
    letters = ""
    for words in element.itertext("*"):
        letters += LETTER.sub("", words[: 4 * MOST_REMEMBERED])
        if len(letters) >= MOST_REMEMBERED:
            break
    return letters[:MOST_REMEMBERED]


@cache
def _platforms() -> tuple[frozenset[str], frozenset[str]]:
    """Return the classes of posts, and the hosts of platforms."""
    rows = read_table(shipped_table("citeaudit.readers", "embeds.tsv"), ("platform", "classes", "hosts", "example"))
    return (
        frozenset(name for row in rows for name in row[1].split("|") if name),
        frozenset(name for row in rows for name in row[2].split("|") if name),
    )
