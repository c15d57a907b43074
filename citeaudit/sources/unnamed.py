"""Whom an article left unnamed and names again: "the official", "the people", "another" go in, the unnamed source comes out.

Anonymity lasts: who was "a US official" is unnamed as "the official" too. A part of those who were named so ("one of the
people", "another") is what they were.
"""

from __future__ import annotations

import regex

from citeaudit.lexicon.worded import worded
from citeaudit.model.relations import Source, SourceType
from citeaudit.model.spans import Evidence, Span
from citeaudit.sources.memory import Memory
from citeaudit.sources.types import head_of, singular

AGAIN = worded(
    r"(?:(?:@part_of|a\s(?:second|third|fourth))\sof\s)?@again_the\s(?:same\s|other\s|first\s|second\s|two\s|three\s|four\s|five\s)*"
    r"(?P<modifiers>(?:[\p{L}.’'-]+\s){0,3})(?P<noun>[\p{Ll}-]+)",
    regex.IGNORECASE,
)
"""A noun that refers back, or a part of it: "the official", "one of the people", "the three US officials"."""
PART = worded(
    r"(?:@part_of|a\s@ordinal|the\s@named_again|others)"
    r"(?:\sof\s(?:them|those|the\s(?:two|three|four|pair)))?",
    regex.IGNORECASE,
)
"""A part that needs no noun: "another", "one", "the second"."""
CALLED_BY_NOUN = frozenset((SourceType.ANONYMOUS, SourceType.GROUP, SourceType.PERSON))
PART_REACH = 3
"""Over how many sentences a part without a noun may look back."""
SOME_REACH = 2
SOME = frozenset(("some", "others", "many", "most", "several"))
"""Of a group that has just spoken they are a part, and not nobody: "Two strategists said … Some added that"."""


def unnamed_again(words: str, span: Span, memory: Memory, sentence: int) -> Source | None:
    """Return the unnamed source that *words* at *span* name again; None if they name none, or somebody was named nearer."""
    if PART.fullmatch(words):
        return _part(words, span, memory, sentence)
    head = head_of(words)
    match = AGAIN.fullmatch(words) or (AGAIN.fullmatch(head) if head != words else None)
    if match is None:
        return None
    noun = match["noun"].casefold()
    one = singular(noun)
    for _, source in reversed(memory.recent):
        known = _noun_of(source) if source.type in CALLED_BY_NOUN else ""
        if singular(known) != one:
            continue
        # "One of the people" is a part of several, "the official" is one, and "the officials" are no single one.
        is_same = known == noun or (" of " in match.group() and known != singular(known))
        return _unnamed(words, span, source) if is_same and source.type is SourceType.ANONYMOUS else None
    return None


def _part(words: str, span: Span, memory: Memory, sentence: int) -> Source | None:
    for number, source in reversed(memory.recent):
        if sentence - number > PART_REACH:
            return None
        if source.type is SourceType.ANONYMOUS:
            return _unnamed(words, span, source)
        if source.type is SourceType.GROUP and words.casefold() in SOME and sentence - number <= SOME_REACH:
            return _unnamed(words, span, source)
        if source.type in {SourceType.GROUP, SourceType.PERSON}:
            return None
    return None


def _unnamed(words: str, span: Span, source: Source) -> Source:
    return Source(
        source.type,
        words,
        span,
        antecedent=source.antecedent or source.span,
        evidence=(Evidence("references.unnamed", source.span, source.name),),
    )


def _noun_of(source: Source) -> str:
    """Return the noun that *source* is called by: "officials" of "two senior officials briefed on the plan"."""
    return head_of(source.name).rpartition(" ")[2].casefold()
