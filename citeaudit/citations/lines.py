"""Lines that close the paragraph before them: "Source: Reuters", "— Reuters", "via Reuters", a link or a bracket by itself."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from citeaudit.citations.marks import Back, Mark, Page
from citeaudit.citations.naming import NOBODY, URL, Named, addresses_in, name_all, without_lead
from citeaudit.citations.references import LINE, links_at
from citeaudit.citations.words import WordKind, lead, phrases_of
from citeaudit.model.spans import Span

DASHED = regex.compile(r"(?:[—–]|--)\s?(?P<words>\S.*)")
WRAPPED = regex.compile(r"[(\[](?P<words>[^()\[\]]+)[)\]]\.?")
BULLET = regex.compile(r"(?:[-*•·▪>]\s+|[🔗→↗]\s*)")
MOST_WORDS = 25
"""A line of more words, addresses apart, is no credit."""
NAME_WORDS = 6
"""What is no outlet is named in as many words at the most; more are a sentence."""


def find_lines(page: Page) -> Iterator[Mark]:
    """Give the lines that say whose the paragraph before them is."""
    text, end = page.text, 0
    for match in LINE.finditer(text):
        words = match.group().strip()
        start = match.start() + match.group().index(words)
        line = Span(start, start + len(words))
        is_apart = "\n\n" in text[end:start]
        if end and (named := _named(page, line)) is not None:
            urls = (*links_at(page.article.hyperlinks, line), *addresses_in(words))
            back = Back.LIST if is_apart else Back.PARAGRAPH
            yield Mark(Span(end, line.end), line, "line", named.sources, urls, back)
        else:
            end = line.end


def _named(page: Page, line: Span) -> Named | None:
    """Return who a *line* names that only says whose the words before it are; None where it says anything else."""
    text = page.text
    words = line.of(text).strip(" *_")
    if len(URL.sub("", words).split()) > MOST_WORDS:
        return None
    urls = links_at(page.article.hyperlinks, line)
    bullet = BULLET.match(words)
    bare = words[bullet.end() :].strip(" *_") if bullet else words
    if wrapped := WRAPPED.fullmatch(bare):
        bare = wrapped["words"].strip()
    if match := lead().match(bare):
        return _led(page, bare, match, urls)
    if dashed := DASHED.fullmatch(bare):
        named = name_all(dashed["words"], urls, page.gazetteer)
        return named if named.sources else None
    is_all_linked = any(link.span.start <= line.start + 3 and link.span.end >= line.end - 2 for link in page.article.hyperlinks)
    is_address = not URL.sub("", bare).strip(" <>.,;|") and bool(addresses_in(bare))
    if (is_address or is_all_linked or wrapped) and not (bullet and not is_address):
        named = name_all("" if is_address else bare, urls or addresses_in(bare), page.gazetteer, is_asked=is_all_linked)
        return named if named.sources or is_address else None
    return None


def _led(page: Page, words: str, match: regex.Match[str], urls: tuple[str, ...]) -> Named | None:
    """Return who a line names behind "Source:" or "via"."""
    is_labelled = match.group().strip()[-1:] in ":–—-"
    rest = without_lead(words)
    if rest.casefold().strip(".") in phrases_of(WordKind.NOBODY):
        return NOBODY if is_labelled else None
    named = name_all(rest, urls, page.gazetteer, is_asked=is_labelled)
    is_name = len(URL.sub("", rest).split()) <= NAME_WORDS or any(source.outlet for source in named.sources)
    return named if named.sources and is_name else None
