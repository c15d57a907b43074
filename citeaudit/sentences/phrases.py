"""Phrases that tell what a line is: a line goes in, the kind that a row of the table gives it comes out.

Which of the table's 120 patterns are tried at all is told by signs, since most lines hold none: how the line begins, or a word
in it that stands in the text somewhere.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.model.relations import SentenceKind
from citeaudit.patterns import pattern_of
from citeaudit.sentences.lines import Told

OPENERS = "\"“‘'([{«*_•-|>#—–× \t"
AT_START = ("start", "paragraph")


class Phrase(NamedTuple):
    """
    One row of the table of phrases: its *rank*, its *pattern*, the kind that it tells, and where it stands.

    That is at the line's start, at its start in one of the last paragraphs (end), or anywhere; what stands at the start of a paragraph may
    speak for the whole of it (paragraph).
    """

    rank: int
    pattern: str
    kind: SentenceKind
    where: str


Signs = list[tuple[str, list[Phrase]]]


def find_signs(text: str) -> Signs:
    """Return those signs of phrases that *text* holds somewhere, with their phrases."""
    return [(sign, phrases) for sign, phrases in _phrases()[1].items() if sign in text]


def tell_by_phrase(words: str, signs: Signs, *, is_end: bool) -> tuple[Told, bool] | None:
    """
    Tell boilerplate, credits, bylines and lines of facts by those phrases whose signs (*signs*: those of the text) the line holds.

    Whether all of the paragraph is that comes with it.
    """
    bare = words.lstrip(OPENERS)
    seen = {phrase for sign, phrase in _phrases()[0].get(bare[:2], ()) if bare.startswith(sign)}
    seen.update(*[phrases for sign, phrases in signs if sign in words])
    if not seen:
        return None
    phrases = sorted(seen)
    for places in (AT_START, ("anywhere",), ("end",)) if is_end else (AT_START, ("anywhere",)):
        found = [(match, phrase) for phrase in phrases if phrase.where in places and (match := _match(phrase, words, bare))]
        if found:
            match, phrase = min(found, key=lambda pair: pair[0].start())  # of those at one place the first
            return (phrase.kind, phrase.kind.value, f"{match.group()[:40]!r}"), phrase.where == "paragraph"
    return None


def _match(phrase: Phrase, words: str, bare: str) -> regex.Match[str] | None:
    pattern = _compiled(phrase.pattern)
    return pattern.search(words) if phrase.where == "anywhere" else pattern.match(bare)


@cache
def _phrases() -> tuple[dict[str, list[tuple[str, Phrase]]], dict[str, list[Phrase]]]:
    """Return the table's phrases by how their lines begin, and those with any other sign behind it; a credit ranks first."""
    columns = ("pattern", "kind", "where", "signs", "example")
    rows = read_table(shipped_table("citeaudit.lexicon", "boilerplate.tsv"), columns)
    kinds = (SentenceKind.CREDIT, SentenceKind.BYLINE, SentenceKind.BOILERPLATE, SentenceKind.FRAGMENT)
    opening: dict[str, list[tuple[str, Phrase]]] = {}
    inside: dict[str, list[Phrase]] = {}
    for number, (pattern, kind, where, signs, _example) in enumerate(rows):
        phrase = Phrase(kinds.index(SentenceKind(kind)) * len(rows) + number, pattern, SentenceKind(kind), where)
        for sign in (one.replace("_", " ") for one in signs.split()):
            if sign.startswith("^"):
                opening.setdefault(sign[1:3], []).append((sign[1:], phrase))
            else:
                inside.setdefault(sign, []).append(phrase)
    return opening, inside


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    return pattern_of(pattern)
