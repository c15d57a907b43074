"""Phrases that tell what a line is: a line goes in, the kind that a row of the table gives it comes out.

Which of the table's 120 patterns are tried at all is told by signs, since most lines hold none: how the line begins, or a word
in it that stands in the text somewhere.
"""

from __future__ import annotations

from bisect import bisect_right
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
PLACES = {"start": 0, "paragraph": 0, "anywhere": 1, "end": 2}
"""Where phrases stand, by who is heard first: what stands at the line's start tells more than what stands in it."""


class Phrase(NamedTuple):
    """
    One row of the table of phrases: its *rank*, its *pattern*, the kind that it tells, and where it stands.

    That is at the line's start, at its start in one of the last paragraphs (end), or anywhere; what stands at the start of a paragraph may
    speak for the whole of it (paragraph).
    """

    rank: int
    pattern: regex.Pattern[str]
    kind: SentenceKind
    where: str


Signed = dict[int, Phrase]
"""Phrases by their rank."""
Signs = dict[int, Signed]
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
            found.setdefault(number, {}).update(phrases)
            # The rest of the sentence would tell nothing new.
            place = text.find(sign, starts[number + 1]) if number + 1 < len(starts) else -1
    return found


def tell_by_phrase(words: str, signed: Signed | None, *, is_end: bool) -> tuple[Told, bool] | None:
    """
    Tell boilerplate, credits, bylines and lines of facts by those phrases whose signs the line holds: it is *signed* by these, and by how it begins.

    Whether all of the paragraph is that comes with it.
    """
    bare = words.lstrip(OPENERS)
    begins = DIGIT if bare[:1].isdecimal() else bare[:2]
    opening = _phrases()[0].get(begins)
    # One call for all of them: most lines begin as none does.
    phrases = (
        [phrase for sign, phrase in zip(*opening, strict=True) if bare.startswith(sign)]
        if opening and bare.startswith(opening[0])
        else []
    )
    if signed:
        phrases += signed.values()
    found = []
    for phrase in phrases:
        if phrase.where == "end" and not is_end:
            continue
        match = phrase.pattern.search(words) if phrase.where == "anywhere" else phrase.pattern.match(bare)
        if match:
            found.append((PLACES[phrase.where], match.start(), phrase.rank, phrase, match.group()))
    if not found:
        return None
    *_, phrase, said = min(found)
    return (phrase.kind, phrase.kind.value, f"{said[:40]!r}"), phrase.where == "paragraph"


@cache
def _phrases() -> tuple[dict[str, tuple[tuple[str, ...], tuple[Phrase, ...]]], dict[str, tuple[Signed, bool]]]:
    """
    Return the table's phrases by how their lines begin, each with its sign, and those with any other sign behind it, and whether they all stand at the end.

    A credit ranks first.
    """
    columns = ("pattern", "kind", "where", "signs", "example")
    rows = read_table(shipped_table("citeaudit.lexicon", "boilerplate.tsv"), columns)
    kinds = (SentenceKind.CREDIT, SentenceKind.BYLINE, SentenceKind.BOILERPLATE, SentenceKind.FRAGMENT)
    opening: dict[str, list[tuple[str, Phrase]]] = {}
    inside: dict[str, Signed] = {}
    for number, (pattern, kind, where, signs, _example) in enumerate(rows):
        phrase = Phrase(kinds.index(SentenceKind(kind)) * len(rows) + number, pattern_of(pattern), SentenceKind(kind), where)
        for sign in (one.replace("_", " ") for one in signs.split()):
            if sign.startswith("^"):
                opening.setdefault(sign[1:3], []).append((sign[1:].removeprefix(DIGIT), phrase))
            else:
                inside.setdefault(sign, {})[phrase.rank] = phrase
    by_beginning = {
        begins: (tuple(sign for sign, _ in pairs), tuple(phrase for _, phrase in pairs)) for begins, pairs in opening.items()
    }
    return by_beginning, {
        sign: (phrases, all(phrase.where == "end" for phrase in phrases.values())) for sign, phrases in inside.items()
    }
