"""Phrases that tell what a line is: a line goes in, the kind that a row of the table gives it comes out.

Which of the table's 120 patterns are tried at all is told by signs, since most lines hold none: how the line begins, or a word
in it that stands in the text somewhere.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from functools import cache
from typing import NamedTuple

import regex

from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.model.relations import SentenceKind
from citeaudit.patterns import pattern_of
from citeaudit.sentences.lines import Told

OPENERS = "\"“‘'([{«*_•-|>#—–× \t"
DIGIT = "#"
"""How the table writes that a line begins with a digit."""
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


Signs = dict[int, list[Phrase]]
"""The phrases that the sentences of a text hold a sign of, by the sentence's number."""


def find_signs(text: str, starts: list[int], end: int) -> Signs:
    """
    Return the phrases whose signs *text* holds somewhere, by the number of the sentence, each of which begins at one of *starts*.

    What tells something in the last paragraphs alone is looked for from *end* on, where they begin.
    """
    found: Signs = {}
    for sign, (phrases, is_of_end) in _phrases()[1].items():
        place = text.find(sign, end if is_of_end else 0)
        while place != -1:
            number = bisect_right(starts, place) - 1
            found.setdefault(number, []).extend(phrases)
            # The rest of the sentence would tell nothing new.
            place = text.find(sign, starts[number + 1]) if number + 1 < len(starts) else -1
    return found


def tell_by_phrase(words: str, signed: Collection[Phrase], *, is_end: bool) -> tuple[Told, bool] | None:
    """
    Tell boilerplate, credits, bylines and lines of facts by those phrases whose signs the line holds: it is *signed* by these, and by how it begins.

    Whether all of the paragraph is that comes with it.
    """
    bare = words.lstrip(OPENERS)
    begins = DIGIT if bare[:1].isdecimal() else bare[:2]
    opening = _phrases()[0].get(begins)
    # One call for all of them: most lines begin as none does.
    opened = (
        [phrase for sign, phrase in zip(*opening, strict=True) if bare.startswith(sign)]
        if opening and bare.startswith(opening[0])
        else ()
    )
    if not opened and not signed:
        return None
    phrases = sorted({*opened, *signed})
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
def _phrases() -> tuple[dict[str, tuple[tuple[str, ...], tuple[Phrase, ...]]], dict[str, tuple[list[Phrase], bool]]]:
    """
    Return the table's phrases by how their lines begin, each with its sign, and those with any other sign behind it, and whether they all stand at the end.

    A credit ranks first.
    """
    columns = ("pattern", "kind", "where", "signs", "example")
    rows = read_table(shipped_table("citeaudit.lexicon", "boilerplate.tsv"), columns)
    kinds = (SentenceKind.CREDIT, SentenceKind.BYLINE, SentenceKind.BOILERPLATE, SentenceKind.FRAGMENT)
    opening: dict[str, list[tuple[str, Phrase]]] = {}
    inside: dict[str, list[Phrase]] = {}
    for number, (pattern, kind, where, signs, _example) in enumerate(rows):
        phrase = Phrase(kinds.index(SentenceKind(kind)) * len(rows) + number, pattern, SentenceKind(kind), where)
        for sign in (one.replace("_", " ") for one in signs.split()):
            if sign.startswith("^"):
                opening.setdefault(sign[1:3], []).append((sign[1:].removeprefix(DIGIT), phrase))
            else:
                inside.setdefault(sign, []).append(phrase)
    by_beginning = {
        begins: (tuple(sign for sign, _ in pairs), tuple(phrase for _, phrase in pairs)) for begins, pairs in opening.items()
    }
    return by_beginning, {sign: (phrases, all(phrase.where == "end" for phrase in phrases)) for sign, phrases in inside.items()}


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    return pattern_of(pattern)
