"""Who is named only further on: a description goes in, the person whom the article names beside the same noun comes out.

A story often opens with what somebody is ("the port's chief pilot said …") and gives the name where they speak next: "The pilot, Ana Ruiz, said …".
"""

from __future__ import annotations

from functools import lru_cache

import regex

from citeaudit.model.spans import Span
from citeaudit.sources.memory import Scene
from citeaudit.sources.names import NAME, Person, without_possessive
from citeaudit.sources.persons import is_personal
from citeaudit.sources.types import head_of, is_indefinite, singular

REACH = 2500
"""So far behind a description its bearer may be named, in code points."""
LONGEST_NAME = 60
"""How much of a name with its titles is read, in code points."""
LEAST_WORDS = 3
"""A description of fewer words ("the pilot") means somebody who was spoken of before."""


def named_later(words: str, noun: str, span: Span, scene: Scene) -> Person | None:
    """Return whom *words* at *span*, which turn on *noun*, describe before "the *noun*, NAME," names them; None if nothing does, or another is met first."""
    if f"{noun}," not in scene.text[span.end : span.end + REACH].casefold():
        return None  # most nouns are never followed by a name, and to ask the pattern costs a hundred times as much
    if is_indefinite(words) or len(words.split()) < LEAST_WORDS or singular(noun) == "person" or not noun.isalpha():
        return None
    if head_of(words).rpartition(" ")[2].casefold() != noun:
        return None
    match = _again(noun).search(scene.text, span.end, span.end + REACH)
    if match is None or match["other"]:
        return None
    name = NAME.match(scene.text, match.end(), match.end() + LONGEST_NAME)
    person = scene.names.find(without_possessive(name.group()), name.end()) if name else None
    is_here = name is not None and person is not None and name.start() <= person.span.start < name.end()
    return person if person is not None and is_here and is_personal(person) else None


@lru_cache(maxsize=256)
def _again(noun: str) -> regex.Pattern[str]:
    """Return what finds the next who is called by *noun*: "the pilot, |" before a name, or "another pilot"."""
    return regex.compile(
        rf"\b(?:(?P<other>(?:[Aa]n?|[Aa]nother|[Oo]ne|[Tt]wo|[Oo]ther)\s(?:[\p{{L}}-]+\s){{0,2}}?{noun}s?\b)|[Tt]he\s(?i:{noun}),\s(?=\p{{Lu}}))"
    )
