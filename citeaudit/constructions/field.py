"""What the matcher looks at: the words of an article, where its sentences begin and end, and which outlets stand where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from citeaudit.lexicon.classes import forms_of
from citeaudit.model.relations import SentenceKind
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of
from citeaudit.sources.outlet_phrases import SPOKEN_OF, Head, OutletPhrase, explains_name

if TYPE_CHECKING:
    from citeaudit.model.relations import Quotation, Sentence
    from citeaudit.words.tokens import Words

SILENT_KINDS = frozenset((SentenceKind.BYLINE, SentenceKind.CREDIT, SentenceKind.BOILERPLATE))
TITLE_WORDS = 4
"""A quotation of so few words around a name is a title ("Fox & Friends"), not a stretch of speech."""
GUEST = pattern_of(r"(?r)\son\s(?:the\s)?(?P<where>(?:[\p{Ll}-]+\s){0,2}[“\"‘']?)")
"""What stands before a name that somebody was on: "Ana Ruiz on the | podcast “"."""
HOSTED = ("told ", " to ", " with ")
"""Behind these the name is the host's who is told, not a guest's: "said to | Ana Ruiz on “Dock Talk”"."""
BEHIND_APPOSITION = frozenset(("ED", "HV", "BE", "MD", "ADV", "IN", "THAT", "DAY"))
"""Kinds of words that go on with a clause behind an apposition, whose comma ends nothing."""
CLOSING = frozenset((".", "!", "?", "CQ", ")", "]", "...", "’", "'"))


@dataclass(frozen=True, slots=True)
class Field:
    """
    The words of an article by row, with what constructions ask of them.

    *first* and *last* are the rows at which the words of each sentence begin and, its closing marks left out, end.
    *phrase_from* and *phrase_to* tell which outlet phrase begins at a row and ends before one, *credited* which one begins at
    a row inside brackets of its own; *naming* are the sentences in which any stands. *quotations* are those of the
    article; *is_silent* tells of each sentence that nothing is attributed in it.
    """

    words: Words
    first: list[int]
    last: list[int]
    phrase_from: dict[int, tuple[int, OutletPhrase]]
    phrase_to: dict[int, tuple[int, OutletPhrase]]
    credited: dict[int, tuple[int, OutletPhrase]]
    naming: frozenset[int]
    quotations: tuple[Quotation, ...]
    is_silent: list[bool]

    @property
    def text(self) -> str:
        """Return the text of the article."""
        return self.words.text

    def stretch(self, row: int, end: int) -> tuple[int, int]:
        """Return the rows within which the words from *row* to *end* are spoken of: their sentence, or the speech in quotation marks that holds them."""
        words = self.words
        number = words.sentence[row]
        first, last = self.first[number], self.last[number]
        if words.quote[row] < 0 or words.quote[row] != words.quote[end - 1]:
            return first, last
        speech = self.quotations[words.quote[row]].span
        opening, closing = words.row_from(speech.start) + 1, words.row_from(speech.end) - 1
        if opening > row or closing < end or closing - opening <= TITLE_WORDS:
            return first, last
        return max(first, opening), min(last, _last(words, max(first, opening), closing))

    def stop(self, row: int, limit: int) -> int:
        """Return where a content from *row* on ends that goes to *limit*: with the marks that close its sentence, if that ends there."""
        number = self.words.sentence[row]
        return self.words.bounds[number][1] if limit == self.last[number] else limit


def lay_out(
    words: Words, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...], phrases: tuple[OutletPhrase, ...]
) -> Field:
    """Return the field that *words* and outlet *phrases* make; outlets that are only spoken of are left out."""
    first = [bounds[0] for bounds in words.bounds]
    last = [_last(words, *bounds) for bounds in words.bounds]
    phrases = tuple(_without_guest(words.text, phrase) for phrase in phrases)
    phrase_from: dict[int, tuple[int, OutletPhrase]] = {}
    phrase_to: dict[int, tuple[int, OutletPhrase]] = {}
    credited: dict[int, tuple[int, OutletPhrase]] = {}
    for phrase in phrases:
        start, end = _row_at(words.start, phrase.span.start), row_behind(words, phrase.span.end)
        if start is None or end is None:
            continue
        if phrase.head not in SPOKEN_OF:
            end = _behind_apposition(words, end, phrase)
            phrase_from[start] = (end, phrase)
            phrase_to[end] = (start, phrase)
            bare = reporting(words.text, phrase)
            if bare is not None and (stop := row_behind(words, bare.span.end)) is not None:
                phrase_to[stop] = (start, bare)
        elif _is_in_brackets(words.text, phrase) and not explains_name(words.text, phrase):
            credited[start] = (end, phrase)
    naming = frozenset(words.sentence[row] for row in (*phrase_from, *credited))
    is_silent = [sentence.kind in SILENT_KINDS for sentence in sentences]
    return Field(words, first, last, phrase_from, phrase_to, credited, naming, quotations, is_silent)


def _behind_apposition(words: Words, end: int, phrase: OutletPhrase) -> int:
    """Return where a *phrase* before row *end* ends with the comma of its apposition, if its sentence goes on there: "The local paper, the Star, | reported"."""
    is_apposed = "," in words.text[phrase.span.start : phrase.names[0].span.start]
    goes_on = is_apposed and words.kind[end] == "," and words.kind[end + 1] in BEHIND_APPOSITION
    return end + 1 if goes_on else end


def _row_at(starts: list[int], place: int) -> int | None:
    """Return the last row of *starts* that is at *place*, None if there is none."""
    row = bisect_right(starts, place) - 1
    return row if starts[row] == place else None


def row_behind(words: Words, end: int) -> int | None:
    """Return the row behind the word that ends at *end*, None if none ends there; the rows behind the last word end where it does."""
    row = bisect_left(words.end, end)
    return row + 1 if row < len(words.end) and words.end[row] == end else None


def _without_guest(text: str, phrase: OutletPhrase) -> OutletPhrase:
    """Return *phrase* without a name before "on": who is on a channel may be its guest, "said Ana Ruiz | on Sky News"."""
    if phrase.head is not Head.JOURNALIST or text.endswith(HOSTED, 0, phrase.span.start):
        return phrase
    guest = GUEST.match(text, phrase.span.start, phrase.names[0].span.start)
    return OutletPhrase(Span(guest.start("where"), phrase.span.end), Head.OUTLET, phrase.names) if guest else phrase


def reporting(text: str, phrase: OutletPhrase) -> OutletPhrase | None:
    """Return the outlet of *phrase* without "reports", "lists" or "show", which may be a verb: "PTI | reports from Kochi"."""
    end = phrase.names[-1].span.end
    if (
        phrase.head in {Head.PIECE, Head.INTERVIEW}
        and phrase.noun in forms_of("find")
        and text[end : phrase.span.end] == f" {phrase.noun}"
    ):
        return OutletPhrase(Span(phrase.span.start, end), Head.OUTLET, phrase.names)
    return None


def _is_in_brackets(text: str, phrase: OutletPhrase) -> bool:
    return text[phrase.span.end : phrase.span.end + 1] == ")" and any(
        evidence.step == "mentions.topic" and evidence.detail == "credit" for name in phrase.names for evidence in name.evidence
    )


def _last(words: Words, first: int, last: int) -> int:
    while last > first and words.kind[last - 1] in CLOSING:
        last -= 1
    return last
