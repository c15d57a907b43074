"""Nouns by which an outlet is called without its name: a table goes in, what each noun may refer to comes out."""

from __future__ import annotations

from functools import cache

import attrs

from citeaudit.lexicon.tables import read_table, shipped_table

COLUMNS = ("noun", "kinds", "needs", "example")
PROGRAMMES = frozenset(("programme",))


@attrs.frozen
class KindNoun:
    """
    A noun and the kinds of outlet that it may refer to (none: any).

    *needs* is "cue" where the noun may be anything else as well, "unresolved" where nobody but an outlet is called so: that
    one is reported even where it refers to none.
    """

    noun: str
    kinds: frozenset[str]
    needs: str


@cache
def kind_nouns() -> dict[str, KindNoun]:
    """Return the nouns of an outlet's kind."""
    rows = read_table(shipped_table("citeaudit.outlets", "kind_nouns.tsv"), COLUMNS)
    return {noun: KindNoun(noun, frozenset(kinds.split("|")) - {"any"}, needs) for noun, kinds, needs, _ in rows}


@cache
def kind_words() -> frozenset[str]:
    """Return the nouns of an outlet's kind but those of programmes, in the singular and the plural: "daily" and "dailies"."""
    nouns = {noun for noun, row in kind_nouns().items() if row.kinds != PROGRAMMES}
    return frozenset(nouns | {f"{noun.removesuffix('y')}ies" if noun.endswith("y") else f"{noun}s" for noun in nouns})


@cache
def kind_noun(phrase: str) -> KindNoun | None:
    """Return the noun of an outlet's kind that *phrase* is or ends in, None if it is none: "gossip site" is a site."""
    while phrase and phrase not in kind_nouns():
        phrase = phrase.partition(" ")[2]
    return kind_nouns().get(phrase)
