"""Notes on the author at the foot of a piece: a text and its last paragraphs go in, the sentences that make such a note come out.

"Rosa Hale is a retired nurse and the author of two novels." tells who supplied the story, so it is a credit. What tells it
from a statement is that nobody has named her before: a story does not bring in a new person with its last line.
"""

from __future__ import annotations

from functools import cache

import regex

from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.model.relations import Sentence

NOTE = regex.compile(
    r"[\W_]*(?:(?:Dr|Prof|Rep|Sen|Gov|Sir|Mr|Ms|Mrs)\.?\s)?(?P<name>\p{Lu}[\p{L}.’'-]+(?:\s(?:de|van|von|bin|al|\p{Lu}[\p{L}.’'-]*)){1,3})"
    r"(?:\s?\([^()]{2,40}\)|,\s[^.;:“”\"]{2,90}?,)?\s"
    r"(?:(?:is|was|are)\s(?:currently\s|also\s)?(?:an?|the|one\sof|co-\p{Ll}+)\b(?P<predicate>[^.;:“”\"]{0,160})"
    r"|(?:teaches|writes|blogs|covers|hosts|edits|reports)\s(?:\p{Ll}+\s){0,4}?(?:at|in|for|about|on|from|the)\b)"
)
"""A full name, who that is in passing, and what the person is or does for a living."""
GOES_ON = regex.compile(r"(?:He|She|They|His|Her|Their)\s")
WORD = regex.compile(r"\p{L}[\p{L}-]*")
PREDICATE_WORDS = 14
LAST = 2
"""Such a note stands in one of so many last paragraphs."""


def find_author_notes(text: str, paragraphs: list[list[Sentence]]) -> frozenset[int]:
    """Return where the sentences of *text* that tell who its author is begin, and those that go on about the same person."""
    found: set[int] = set()
    for paragraph in paragraphs[2:][-LAST:]:
        first = paragraph[0].span
        match = NOTE.match(text, first.start, first.end)
        if match is None or not _is_person(match) or _is_named_before(text, match["name"], first.start, paragraphs):
            continue
        found.add(first.start)
        for sentence in paragraph[1:]:
            if not GOES_ON.match(text, sentence.span.start):
                break
            found.add(sentence.span.start)
    return frozenset(found)


def _is_named_before(text: str, name: str, end: int, paragraphs: list[list[Sentence]]) -> bool:
    """Tell whether the story has the surname of *name*: what stands before its first long paragraph is title and byline."""
    story = next((p[0].span.start for p in paragraphs if len(WORD.findall(text[p[0].span.start : p[-1].span.end][:600])) > 12), 0)
    surname = name.rsplit(maxsplit=1)[-1]
    return regex.search(rf"(?<!\w){regex.escape(surname)}(?!\w)", text, pos=story, endpos=end) is not None


def _is_person(match: regex.Match[str]) -> bool:
    """Tell whether a person is described: "Acme Holdings is a unit of …" is none."""
    if match["predicate"] is None or match["name"].split()[0] in _first_names():
        return True
    return any(
        part in _persons()
        for word in WORD.findall(match["predicate"])[:PREDICATE_WORDS]
        for part in (word, word.removeprefix("co-"))
    )


@cache
def _persons() -> frozenset[str]:
    rows = read_table(shipped_table("citeaudit.lexicon", "source_nouns.tsv"), ("noun", "type", "unnamed", "example"))
    return frozenset(noun for noun, type_, _, _ in rows if type_ == "person")


@cache
def _first_names() -> frozenset[str]:
    rows = read_table(shipped_table("citeaudit.lexicon", "first_names.tsv"), ("name", "gender", "example"))
    return frozenset(name for name, _, _ in rows)
