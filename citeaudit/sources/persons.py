"""Who may be a person: a name goes in, out comes whether "he" or "she" could mean it.

Names are found by their capitals alone, so that "Sky Sports", "the Rose Garden" and "South Carolina" are among them. A
person is told by a title, a known first name or an initial; a place, a body or a thing by a word of its name.
"""

from __future__ import annotations

import regex

from citeaudit.lexicon.people import body_words, first_names, name_words, source_nouns
from citeaudit.outlets.ambiguity import common_words
from citeaudit.outlets.context import country_words
from citeaudit.patterns import pattern_of
from citeaudit.sources.names import Names, Person, titles_table
from citeaudit.sources.types import singular

CONTRACTED = pattern_of(r"['’](?:re|ve|ll|m|d|s|t)$", regex.IGNORECASE)
"""How a word ends that is two: "We’re", "I’m", "Don’t"."""


def is_personal(person: Person) -> bool:
    """Tell whether *person*, a name of two words or more, can be somebody, and is no place, body or thing."""
    words = person.name.split()
    if is_place_or_thing(words):
        return False
    if words[0] in first_names() or person.gender or not titles_table().keys().isdisjoint(person.titles):
        return True
    if any(len(word) == 2 and word.endswith(".") for word in words):
        return True
    return not any(word.casefold() in common_words() for word in words) and not words[-1].isupper()


def person_named(name: str, before: int, names: Names) -> Person | None:
    """Return whom *name*, which ends at *before* or earlier, names among those whom the article names in full; None if that can be nobody."""
    person = names.find(name, before)
    return person if person is not None and is_personal(person) else None


def is_source_noun(noun: str) -> bool:
    """Tell whether *noun* is what those who speak are called, one or several: "mayor", "keepers", "board"."""
    return singular(noun) in source_nouns() or noun in titles_table()


def is_place_or_thing(words: list[str]) -> bool:
    """Tell whether a word of a name makes it none of a person: "South Carolina", "Rose Garden", "Islamic State"."""
    known = name_words()
    is_first = bool(words) and words[0] in first_names()
    return bool(words) and (
        (words[-1] in known and not is_first) or any(word in country_words() for word in (words[1:] if is_first else words))
    )


def may_be_surname(word: str) -> bool:
    """Tell whether *word*, a lone capitalised name, can be a person's: "Brady", but neither "Moscow" nor "Google" nor "BBC"."""
    return (
        word[:1].isupper()
        and word[1:].replace("’", "").replace("'", "").replace("-", "").isalpha()
        and not word.isupper()
        and not CONTRACTED.search(word)
        and word not in name_words()
        and word not in country_words()
        and word.casefold() not in body_words()
    )
