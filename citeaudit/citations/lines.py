"""Lines that close the paragraph before them: "Source: Reuters", "— Reuters", "via Reuters", a link or a bracket by itself.

The same words may stand behind a sentence on its line ("Rates rise. Source: Reuters."): then they close that sentence, or the
paragraph if they are its last and no other mark stands in it.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from citeaudit.citations.marks import Back, Mark, Page, closes_line, closes_sentence, with_blank
from citeaudit.citations.naming import NOBODY, URL, Named, addresses_in, name_all, without_lead
from citeaudit.citations.references import LINE
from citeaudit.citations.words import WordKind, lead, phrases_of
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of
from citeaudit.text.trimming import stripped

DASHED = pattern_of(r"(?:[—–]|--)\s?(?P<words>\S.*)")
WRAPPED = pattern_of(r"[(\[](?P<words>[^()\[\]]+)[)\]]\.?")
BULLET = pattern_of(r"(?:[-*•·▪>]\s+|[\p{So}→↗]\ufe0f?\s*)")
GAP = pattern_of(r"(?<=[.!?…][\"”’)\]]{0,2})[ ]+(?=\p{L})")
"""What stands between two sentences."""
ENDS = pattern_of(r"\.(?=\s+[\"“•*-]?\p{Lu}[\p{Ll} ])|\.?\s*$")
"""Where the name behind "Source:" ends: at a full stop before a sentence, or at the end of the line."""
LONGEST_TAIL = 300
MOST_WORDS = 25
"""A line of more words, addresses apart, is no credit."""
NAME_WORDS = 6
"""What is no outlet is named in as many words at the most; more are a sentence."""


def find_lines(page: Page) -> Iterator[Mark]:
    """Give the lines that say whose the paragraph before them is."""
    text, end = page.text, 0
    for match in LINE.finditer(text):
        line = stripped(text, *match.span())
        is_apart = "\n\n" in text[end : line.start]
        if end and (named := _named(page, line)) is not None:
            urls = (*page.links.urls_at(line), *addresses_in(line.of(text)))
            back = Back.LIST if is_apart else Back.PARAGRAPH
            yield Mark(Span(end, line.end), line, "line", named.sources, urls, back)
        else:
            end = line.end


def find_tails(page: Page) -> Iterator[Mark]:
    """Give the words behind a sentence, on its line, that lead to whose it is: "Source: Reuters."."""
    text = page.text
    for match in GAP.finditer(text):
        led = lead(points=False).match(text, match.end())
        if led is None:
            continue
        limit = text.find("\n", match.end(), match.end() + LONGEST_TAIL)
        limit = min(len(text) if limit < 0 else limit, led.end() + LONGEST_TAIL)
        address = URL.match(text, led.end(), limit)
        linked = page.links.starting_at(led.end())
        end = ENDS.search(text, led.end(), limit)
        stop = (
            (linked and linked.span.end)
            or (address and led.end() + len(addresses_in(address.group())[0]))
            or (end.start() if end else limit)
        )
        span = Span(match.end(), stop)
        words = span.of(text).rstrip(".)]")
        urls = (*page.links.urls_at(span), *addresses_in(words))
        is_whole = len(words) <= LONGEST_TAIL and closes_sentence(text, span.start, span.end)
        named = _led(page, words, led, urls) if is_whole or text[span.end : span.end + 1] == "." else None
        if named is not None:
            shown = Span(span.start, span.end + (text[span.end : span.end + 1] in {".", ")", "]"}))
            is_last = closes_line(text, shown.end)
            back = Back.LAST if is_last else Back.CLAUSE
            yield Mark(with_blank(text, shown), shown, "tail", named.sources, urls, back)


def _named(page: Page, line: Span) -> Named | None:
    """Return who a *line* names that only says whose the words before it are; None where it says anything else."""
    text = page.text
    words = line.of(text).strip(" *_")
    if len(URL.sub("", words).split()) > MOST_WORDS:
        return None
    urls = page.links.urls_at(line)
    bullet = BULLET.match(words)
    bare = words[bullet.end() :].strip(" *_") if bullet else words
    if wrapped := WRAPPED.fullmatch(bare):
        bare = wrapped["words"].strip()
    if match := lead().match(bare):
        return _led(page, bare, match, urls)
    if dashed := DASHED.fullmatch(bare):
        named = name_all(dashed["words"], urls, page.gazetteer)
        return named if named.sources else None
    is_all_linked = page.links.has_from_to(line.start + 3, line.end - 2)
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
