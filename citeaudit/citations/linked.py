"""Links as marks: "([Reuters](https://…))", "[source](https://…)", a bare address behind a sentence, a link on its words.

The outlet of a link is told by its domain, unless the words of the link name one. An address that the sentence needs
("Register at https://…") is no mark, and neither is a link on an outlet's name in running text, which reads as the name does.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import regex

from citeaudit.citations.labels import label_of
from citeaudit.citations.marks import Back, Mark, Page, closes_line, closes_sentence, is_behind_stop, with_blank
from citeaudit.citations.naming import URL, addresses_in, each_once, name_all, name_entry, outlet_called, without_lead
from citeaudit.citations.words import WordKind, phrases_of
from citeaudit.model.articles import Hyperlink
from citeaudit.model.relations import Source
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of

BRACKETED = pattern_of(r"[(\[](?P<words>[^()\[\]\n]{1,300})[)\]]")
NUMBER = pattern_of(r"\[?\^?\d{1,3}\]?")
WORD_BEFORE = pattern_of(r"(?P<word>[\p{L}-]+):?\s*$")
LETTERS = pattern_of(r"\w+")
AND = frozenset(("and", "or"))


def find_links(page: Page) -> Iterator[Mark]:
    """Give the marks that are links or addresses, those in brackets first."""
    links = page.article.hyperlinks
    if links or "http" in page.text or "www." in page.text:
        yield from _bracketed(page)
        for link in links:
            if mark := _numbered(page, link) or _alone(page, link) or _on_words(page, link):
                yield mark
        yield from _addresses(page)


def _bracketed(page: Page) -> Iterator[Mark]:
    """Give brackets that hold nothing but links, addresses and what leads to them."""
    for match in BRACKETED.finditer(page.text):
        inside = Span(*match.span("words"))
        here = page.links.touching(Span(*match.span()))
        urls = (*(link.url for link in here), *addresses_in(match["words"]))
        words = without_lead(URL.sub(" ", match["words"]))
        if not urls or (here and NUMBER.fullmatch(match["words"])):
            continue
        span = Span(
            min([match.start(), *(link.span.start for link in here)]), max([match.end(), *(link.span.end for link in here)])
        )
        named = name_all(words, urls, page.gazetteer, is_asked=True)
        rest = [word for word in LETTERS.finditer(page.text, inside.start, inside.end) if not _is_linked(word, here, page.text)]
        is_only_linked = not rest or not words or without_lead(match["words"]) != match["words"].strip()
        if is_only_linked or name_all(words, (), page.gazetteer).sources:
            yield Mark(with_blank(page.text, span), span, "link", named_by_links(page, here) or named.sources, urls)


def _is_linked(word: regex.Match[str], links: tuple[Hyperlink, ...], text: str) -> bool:
    return (
        any(link.span.start <= word.start() and word.end() <= link.span.end for link in links)
        or word.group().casefold() in AND
        or any(
            match.start() <= word.start() < match.end() for match in URL.finditer(text, max(0, word.start() - 300), word.end())
        )
    )


def named_by_links(page: Page, links: tuple[Hyperlink, ...]) -> tuple[Source, ...]:
    """Return whom several links in one bracket name, each once."""
    if len(links) < 2:
        return ()
    named = (name_all(link.span.of(page.text), (link.url,), page.gazetteer, is_asked=True) for link in links)
    return each_once(source for each in named for source in each.sources)


def _numbered(page: Page, link: Hyperlink) -> Mark | None:
    """Return the mark that a link on a number is: "[1](https://…)"."""
    words = link.span.of(page.text)
    if NUMBER.fullmatch(words) is None:
        return None
    text, span = page.text, link.span
    if text[span.start - 1 : span.start] == "[" and text[span.end : span.end + 1] == "]":
        span = Span(span.start - 1, span.end + 1)
    entry = page.references.entries.get(label_of(words.strip("[]")))
    named = name_entry("", (link.url,), page.gazetteer)
    sources = named.sources or (entry.named.sources if entry else ())
    return Mark(with_blank(text, span), span, "number", sources, (link.url,))


def _alone(page: Page, link: Hyperlink) -> Mark | None:
    """Return the mark that a link between two sentences, or at the end of one, is."""
    text, span = page.text, link.span
    words = span.of(text)
    bare = without_lead(words).casefold().strip(" .:→»↗")
    says_only_link = bare in phrases_of(WordKind.LINK) or not bare
    is_name = outlet_called(without_lead(words), page.gazetteer) is not None or bool(addresses_in(words))
    is_behind = is_behind_stop(text, span.start) or is_behind_stop(text, _before_dash(text, span.start))
    if not closes_sentence(text, span.start, span.end):
        return None
    is_last = closes_line(text, span.end)
    before = WORD_BEFORE.search(text, max(0, span.start - 40), span.start)
    is_needed = before is not None and before["word"].casefold() in phrases_of(WordKind.LEADS_TO)
    is_page_of = is_name and has_path(link.url) and not is_needed
    if not (says_only_link or is_page_of or (is_behind and (is_name or is_last))):
        return None
    start = _before_dash(text, span.start) if is_behind else span.start
    shown = Span(start, span.end)
    named = name_all(words, (link.url,), page.gazetteer, is_asked=True)
    back = Back.LAST if is_behind and is_last else Back.CLAUSE
    return Mark(with_blank(text, shown), shown, "link", named.sources, (link.url,), back)


def _on_words(page: Page, link: Hyperlink) -> Mark | None:
    """Return the credit of a link on words of the sentence, which stay: "Prices [rose by a third](https://…) in May"."""
    words = link.span.of(page.text)
    if not has_path(link.url) or outlet_called(words.strip(), page.gazetteer) is not None:
        return None
    named = name_entry("", (link.url,), page.gazetteer)
    return Mark(link.span, link.span, "link_on_words", named.sources, (link.url,), is_in_text=True) if named.sources else None


def has_path(url: str) -> bool:
    """Tell whether *url* leads to a page, not only to a site."""
    return urlsplit(url if "://" in url else f"//{url}").path.strip("/") != ""


def _addresses(page: Page) -> Iterator[Mark]:
    """Give addresses that stand behind a sentence or at its end, and are no part of it."""
    text = page.text
    for match in URL.finditer(text):
        url = addresses_in(match.group())[0]
        span = Span(match.start(), match.start() + len(url))
        if page.links.touching(span):
            continue
        if text[span.start - 1 : span.start] == "<" and text[span.end : span.end + 1] == ">":
            span = Span(span.start - 1, span.end + 1)
        start = _before_dash(text, span.start)
        is_behind = is_behind_stop(text, start)
        before = WORD_BEFORE.search(text, max(0, start - 40), start)
        if not is_behind and before and before["word"].casefold() in phrases_of(WordKind.LEADS_TO):
            continue
        if not closes_sentence(text, start, span.end):
            continue
        shown = Span(start, span.end)
        back = Back.LAST if is_behind and closes_line(text, span.end) else Back.CLAUSE
        yield Mark(with_blank(text, shown), shown, "address", name_all("", (url,), page.gazetteer).sources, (url,), back)


BEFORE = pattern_of(r"(?:[—–→🔗↗-]{1,2}\s*|(?:[Ss]ources?|[Ll]ink|[Vv]ia|[Rr]ead\s[Mm]ore|[Ss]ee|[Rr]ef)\s?:\s*)$")
"""What leads from a sentence to its link."""


def _before_dash(text: str, start: int) -> int:
    """Return where what leads to a link at *start* begins: a dash, "Source:", or the link itself."""
    low = max(text.rfind("\n", 0, start) + 1, start - 20)
    match = BEFORE.search(text, low, start)
    return match.start() if match else start
