"""Notes on the author at the foot of a piece: a text and its last paragraphs go in, the sentences that make such a note come out.

"Rosa Hale is a retired nurse and the author of two novels." tells who supplied the story, so it is a credit. What tells it
from a statement is that nobody has named her before: a story does not bring in a new person with its last line.
"""

from __future__ import annotations

import regex

from citeaudit.lexicon.people import first_names, source_nouns
from citeaudit.lexicon.worded import worded
from citeaudit.model.relations import Sentence, SourceType
from citeaudit.patterns import pattern_of
from citeaudit.sentences.headlines import SAID

NOTE = worded(
    r"[\W_]*(?:(?:Dr|Prof|Rep|Sen|Gov|Sir|Mr|Ms|Mrs)\.?\s)?(?P<name>\p{Lu}[\p{L}.’'-]+(?:\s(?:de|van|von|bin|al|\p{Lu}[\p{L}.’'-]*)){1,3})"
    r"(?:\s?\([^()]{2,40}\)|,\s(?!\d)[^.;:“”\"]{2,90}?,)?\s"
    r"(?:(?:is|was|are)\s(?!no\b|not\b|(?:an?|the|\p{Lu}\w*[’']s)\s(?:first|second|third|last|latest|only)\b)(?:currently\s|also\s|now\s)?"
    r"(?P<article>(?:an?|the|one\sof|\p{Lu}[\w.&]*(?:\s\p{Lu}[\w.&]*){0,3}[’']s?)(?!\w))?(?P<predicate>[^.;:“”\"]{0,160})"
    r"|@author_does\s(?:(?!and\b)\p{Ll}+\s){0,4}?(?:at|in|for|about|on|from|as|the)\b)"
)
"""
A full name, who that is in passing, and what the person is or does for a living.

Who has an age ("Hale, 60, lives nearby"), was the first to do a thing, or says something is somebody that the story tells of.
"""
GOES_ON = pattern_of(r"(?:He|She|They|His|Her|Their)\s")
WORD = pattern_of(r"\p{L}[\p{L}-]*")
PREDICATE_WORDS = 14
TITLE_WORDS = 3
"""Within so many words of "is" a title stands without an article: "is founder of", "is executive director of"."""
INITIAL = 2
"""A longer word with a full stop is no initial."""
LAST = 2
MOST = 5
"""Such a note stands in one of so many last paragraphs; more before it may tell of further authors."""


def find_author_notes(text: str, paragraphs: list[list[Sentence]]) -> frozenset[int]:
    """Return where the sentences of *text* that tell who its author is begin, and those that go on about the same person."""
    found: set[int] = set()
    for number, paragraph in enumerate(reversed(paragraphs[2:][-MOST:])):
        here = _notes(text, paragraph, paragraphs)
        if not here and number >= LAST - 1:
            break
        found.update(here)
    return frozenset(found)


def _notes(text: str, paragraph: list[Sentence], paragraphs: list[list[Sentence]]) -> list[int]:
    """Return where the sentences begin with which *paragraph* tells of authors, up to the first that does not."""
    found: list[int] = []
    for sentence in paragraph:
        span = sentence.span
        match = NOTE.match(text, span.start, span.end)
        is_note = (
            match is not None
            and _is_person(match)
            and not SAID.search(text, span.start, span.end)
            and not _is_named_before(text, match["name"], span.start, paragraphs)
        )
        if not is_note and not (found and GOES_ON.match(text, span.start)):
            break
        found.append(span.start)
    return found


def _is_named_before(text: str, name: str, end: int, paragraphs: list[list[Sentence]]) -> bool:
    """Tell whether the story has the surname of *name*: what stands before its first long paragraph is title and byline."""
    story = next((p[0].span.start for p in paragraphs if len(WORD.findall(text[p[0].span.start : p[-1].span.end][:600])) > 12), 0)
    surname = name.rsplit(maxsplit=1)[-1]
    return regex.search(rf"(?<!\w){regex.escape(surname)}(?!\w)", text, pos=story, endpos=end) is not None


def _is_person(match: regex.Match[str]) -> bool:
    """Tell whether a person is described: "Acme Holdings is a unit of …" is none, and neither is "Ana Ruiz is tired"."""
    if any(word.endswith(".") and len(word) > INITIAL for word in match["name"].split()[1:-1]):
        return False  # "Former Sen. Ana Ruiz", as stories bring people in
    if match["predicate"] is None or (match["article"] and match["name"].split()[0] in first_names()):
        return True
    words = WORD.findall(match["predicate"].casefold())[: PREDICATE_WORDS if match["article"] else TITLE_WORDS]
    return any(_is_for_a_person(part) for word in words for part in (word, word.removeprefix("co-")))


def _is_for_a_person(noun: str) -> bool:
    return noun in source_nouns() and source_nouns()[noun][0] is SourceType.PERSON
