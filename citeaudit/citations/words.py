"""The words of citations: a kind goes in, the phrases of that kind come out ("references" heads a list, "via" leads to a name)."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

import regex

from citeaudit.lexicon.tables import words_by_kind
from citeaudit.patterns import pattern_of


class WordKind(StrEnum):
    """What a phrase does in a citation."""

    LIST = "list"
    """Heads a list of references ("Works cited")."""
    COLUMN = "column"
    """Heads the cells of a table that name sources ("Reported by")."""
    LEAD = "lead"
    """Stands before who is cited ("Source:", "via")."""
    POINTS = "points"
    """Stands before who is cited as well as before anything else ("see Figure 1")."""
    NUMBERED = "numbered"
    """Stands before the number of an entry ("[Source 1]")."""
    LINK = "link"
    """Is all that a link says ("source", "here")."""
    NOBODY = "nobody"
    """Stands where a source should, and names none ("various sources")."""
    NOWHERE = "nowhere"
    """An address that is nobody's word: a search, a platform, a shortened link."""
    LEADS_TO = "leads_to"
    """Before an address it makes it a part of the sentence ("Register at https://…")."""
    CHAT = "chat"
    """Is all that a sentence of an assistant says ("Sure")."""
    CHAT_OPENS = "chat_opens"
    """Opens what an assistant says of its answer ("Here is …")."""
    CHAT_NOUN = "chat_noun"
    """What an assistant calls its answer ("summary")."""


@cache
def phrases_of(kind: WordKind) -> frozenset[str]:
    """Return the phrases of *kind*, in lower case."""
    columns = ("phrase", "kind", "example")
    return frozenset(words_by_kind("citeaudit.citations", "words.tsv", columns, word="phrase", kind="kind").get(kind, ()))


@cache
def lead(*, points: bool = True) -> regex.Pattern[str]:
    """Return the pattern of the words before who is cited: "Source:", "as reported by "; with those that only point ("see ")."""
    phrases = phrases_of(WordKind.LEAD) | (phrases_of(WordKind.POINTS) if points else frozenset())
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    words = "|".join(regex.escape(phrase).replace(r"\ ", r"\s") for phrase in longest)
    return pattern_of(rf"(?:{words})(?:\s?:\s*|\s[–—-]\s|\s(?=\S))", regex.IGNORECASE)


@cache
def numbered() -> str:
    """Return the pattern of the word before the number of an entry: "Source ", "Ref. "."""
    words = "|".join(sorted(map(regex.escape, phrases_of(WordKind.NUMBERED)), key=len, reverse=True))
    return rf"(?i:(?:{words})s?[.:]?\s?(?:#|no\.\s?)?)"
