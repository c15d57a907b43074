"""Numbered marks: "[1]", "[1, 2]", "[^a]", "¹", "(1)", "【1†source】" and signs ("*", "†") go in, the entries that they mean come out.

A number without an entry names nobody; it is taken out of the sentence all the same, where the text has a list at all, and
rule and gate can say so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

import regex

from citeaudit.citations.labels import FIGURES, LIFTED_FIGURES, RAISED_FIGURES, label_of, labels_of
from citeaudit.citations.marks import Mark, Page, with_blank
from citeaudit.citations.naming import each_once, name_all
from citeaudit.citations.references import Entry
from citeaudit.citations.signs import signs_of
from citeaudit.citations.words import numbered
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of

LABEL = r"\^?[\w–-]{1,30}"
SQUARE = pattern_of(rf"\[(?P<labels>{LABEL}(?:\s?[,;]\s?{LABEL})*)\]")
POINTED = pattern_of(r"\((?i:see\s|cf\.\s|e\.g\.,?\s)?(?P<labels>\[\d{1,3}\](?:[,;]?\s?(?:and\s)?\[\d{1,3}\])*)\)")
"""Numbers in brackets of their own: "(see [1], [2])"."""
RAISED = pattern_of(rf"(?P<labels>{RAISED_FIGURES})")
ROUND = pattern_of(r"\((?P<labels>\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*)\)")
LIFTED = pattern_of(LIFTED_FIGURES)
LENTICULAR = pattern_of(r"【(?P<words>[^【】\n]{1,200})】")
FIGURE = pattern_of(r"\d{1,3}")
PARTS = pattern_of(r"[,;˒]")


def find_numbers(page: Page) -> Iterator[Mark]:
    """Give the marks that mean an entry by its label."""
    entries = page.references.entries
    if not entries:
        return
    for pattern in (POINTED, _worded(), LIFTED, SQUARE, RAISED, ROUND):
        for match in pattern.finditer(page.text):
            figures = FIGURE.findall(match["labels"])
            labels = figures if pattern in {POINTED, _worded()} else [part.strip() for part in PARTS.split(match["labels"])]
            known = [label for part in labels for label in labels_of(part) if label in entries]
            is_number = pattern is LIFTED or (
                pattern is SQUARE and all(FIGURES.fullmatch(label) or label.startswith("^") for label in labels)
            )
            if known or is_number:
                yield _mark(page, Span(*match.span()), "number", [entries[label] for label in known])


def find_signs(page: Page) -> Iterator[Mark]:
    """Give the signs behind words that mean a footnote: the next of that sign, or else the last."""
    signed = page.references.signed
    for span, signs in signs_of(page.text) if signed else ():
        known = [
            notes[min(bisect_right(notes, span.start, key=lambda note: note[0]), len(notes) - 1)][1]
            for sign in signs
            if (notes := signed.get(sign))
        ]
        if known:
            yield _mark(page, span, "sign", known)


def find_lenticular(page: Page) -> Iterator[Mark]:
    """Give the marks in lenticular brackets: an entry's number, or a name, and lines behind a dagger."""
    for match in LENTICULAR.finditer(page.text):
        head, _, tail = match["words"].partition("†")
        label = label_of(head.strip())
        if label in page.references.entries:
            yield _mark(page, Span(*match.span()), "lenticular", [page.references.entries[label]])
            continue
        words = tail if FIGURES.fullmatch(head.strip().removeprefix("^")) or regex.fullmatch(r"[\d:]+", head.strip()) else head
        named = name_all(_titled(words.strip()), (), page.gazetteer, is_asked=words is head)
        span = Span(*match.span())
        yield Mark(with_blank(page.text, span), span, "lenticular", named.sources)


@cache
def _worded() -> regex.Pattern[str]:
    """Return the pattern of numbers in brackets behind a word for them: "[Source 1, 2]"."""
    return pattern_of(rf"[(\[]{numbered()}(?P<labels>\d{{1,3}}(?:\s?[,;&–-]\s?(?:{numbered()})?\d{{1,3}})*)[)\]]")


def _mark(page: Page, span: Span, form: str, entries: list[Entry]) -> Mark:
    sources = each_once(source for entry in entries for source in entry.named.sources)
    urls = tuple(url for entry in entries for url in entry.urls)
    return Mark(with_blank(page.text, span), span, form, sources, urls)


def _titled(words: str) -> str:
    """Return a name written small with a capital, as such marks have it: "reuters", "reuters.txt"."""
    bare = regex.sub(r"\.(?:txt|md|pdf|html?|docx?|json)$", "", words)
    return bare if not bare.islower() or "." in bare else bare[0].upper() + bare[1:]
