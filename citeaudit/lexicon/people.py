"""What people are called: the tables of first names and of nouns for sources go in, look-ups by name and by noun come out.

One reader each: sentences, outlets and sources all ask who may be a person.
"""

from __future__ import annotations

from functools import cache

from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.model.relations import SourceType


@cache
def first_names() -> dict[str, str]:
    """Return common first names, with the gender that each tells ("" if none)."""
    rows = read_table(shipped_table("citeaudit.lexicon", "first_names.tsv"), ("name", "gender", "example"))
    return {name: gender for name, gender, _ in rows}


@cache
def source_nouns() -> dict[str, tuple[SourceType, SourceType]]:
    """Return the nouns for sources, with the type of one that is known and of one that stays unnamed."""
    rows = read_table(shipped_table("citeaudit.lexicon", "source_nouns.tsv"), ("noun", "type", "unnamed", "example"))
    return {noun: (SourceType(type_), SourceType(unnamed)) for noun, type_, unnamed, _ in rows}


@cache
def name_words() -> dict[str, str]:
    """Return words that make a name one of a place or a thing: "Moscow" → place, "Garden" → thing."""
    rows = read_table(shipped_table("citeaudit.lexicon", "name_words.tsv"), ("word", "kind", "example"))
    return {word: kind for word, kind, _ in rows}


@cache
def body_words() -> dict[str, str]:
    """Return words that make a name one of a body, in lower case, with what they say it is: "ministry" → state_body, "ltd" → firm, else other."""
    rows = read_table(shipped_table("citeaudit.lexicon", "body_words.tsv"), ("word", "kind", "example"))
    return {word: kind for word, kind, _ in rows}


@cache
def role_nouns() -> dict[str, frozenset[str]]:
    """Return what the bearer of a role may be called further on, by the role: "rep" → congressman, congresswoman, lawmaker."""
    rows = read_table(shipped_table("citeaudit.lexicon", "role_nouns.tsv"), ("role", "nouns", "example"))
    return {role: frozenset((role, *nouns.split("|"))) for role, nouns, _ in rows}
