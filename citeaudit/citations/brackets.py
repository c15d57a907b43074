"""Names as marks: "(Reuters, BBC)", "(as reported by Reuters)", "[Sky Sports]", "— Reuters." at the end of a sentence.

All that stands in the bracket, or behind the dash, must be outlets, dates and what leads to them. A name that is a word or a
party too ("Nature", "Independent") counts only in a text that bears sure marks, and never behind a name, which it explains.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from citeaudit.citations.marks import Mark, Page, closes_line, closes_sentence, is_behind_stop, with_blank
from citeaudit.citations.naming import QUOTED, Named, name_all, name_with_year, without_lead
from citeaudit.citations.words import WordKind, lead, phrases_of
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of

BRACKET = pattern_of(r"[(\[](?P<words>[^()\[\]\n]{2,160})[)\]]")
DASH = pattern_of(
    r"\s(?P<mark>(?:[—–→⇒➜|]|--?)\s(?P<words>(?:[Tt]he\s)?\p{Lu}[^—–→⇒➜|\n;:!?]{1,80}?))(?=\.?\s*(?:\n|$)|\.\s+[\"“(]?\p{Lu})"
)
SUPPLIED = pattern_of(r"\s?(?:--?|[–—―])\s")
"""Behind a bracket a dash makes a dateline: "LONDON (Reuters) - …"."""
NAME_BEFORE = pattern_of(r"(?:\p{Lu}[\p{L}.’'&-]*)(?:\s(?:of|the|for|and|de|\p{Lu}[\p{L}.’'&-]*))*\s?$")


def find_brackets(page: Page) -> Iterator[Mark]:
    """Give the brackets that name outlets behind the words that are theirs."""
    text = page.text
    for match in BRACKET.finditer(text):
        span, words = Span(*match.span()), match["words"].strip()
        is_closing = closes_sentence(text, span.start, span.end)
        if SUPPLIED.match(text, span.end) or (
            span.start == text.rfind("\n", 0, span.start) + 1 and not closes_line(text, span.end)
        ):
            continue
        has_lead = lead(points=False).match(words) is not None
        if without_lead(words).casefold().strip(".") in phrases_of(WordKind.NOBODY):
            yield Mark(with_blank(text, span), span, "bracket")
            continue
        titled = QUOTED.sub(",", words) if is_closing else words
        named = name_all(titled, (), page.gazetteer, is_asked=has_lead and is_closing)
        if not named.sources and is_closing:
            named = name_with_year(words)
        if not named.sources or _explains(text, span, words, named, is_closing=is_closing):
            continue
        is_sure = named.is_clear or has_lead
        if is_closing or is_sure:
            yield Mark(with_blank(text, span), span, "bracket", named.sources, is_doubtful=not is_sure)


def _explains(text: str, span: Span, words: str, named: Named, *, is_closing: bool) -> bool:
    """Tell whether a bracket explains the name before it: "British Broadcasting Corporation (BBC)", "Angus King (Independent)"."""
    before = NAME_BEFORE.search(text, max(0, span.start - 80), span.start)
    if before is None or is_behind_stop(text, span.start):
        return words.startswith("the ") and not named.is_clear
    initials = "".join(word[0] for word in regex.split(r"[\s-]+", before.group().strip()) if word[0].isupper())
    is_name_of_it = words.isupper() and initials.endswith(words)
    return is_name_of_it or not named.is_clear or not is_closing


def find_dashes(page: Page) -> Iterator[Mark]:
    """Give the outlets that stand behind a dash at the end of a sentence."""
    for match in DASH.finditer(page.text):
        line = page.text[page.text.rfind("\n", 0, match.start()) + 1 : match.start()]
        named = name_all(match["words"], (), page.gazetteer)
        if named.sources and len(line.split()) > 3 and not ("|" in line and match["mark"][0] == "|"):
            shown = Span(*match.span("mark"))
            yield Mark(with_blank(page.text, shown), shown, "dash", named.sources, is_doubtful=not named.is_clear)
