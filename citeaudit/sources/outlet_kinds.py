"""What kind of outlet stands there: the tables' nouns and adjectives of outlets go in, patterns of them come out: "the official | daily | Granma"."""

from __future__ import annotations

from citeaudit.lexicon.alternations import longest_of
from citeaudit.lexicon.classes import forms_of
from citeaudit.outlets.nouns import kind_words

KINDS = kind_words() | forms_of("outlet_kind")
KIND = longest_of(KINDS)
TRAIT = "@outlet_trait"
"""What tells which outlet it is: "the official | daily", "the opposition | paper"."""
LEANING = rf"(?:{TRAIT}|@outlet_peer|\p{{L}}+-@outlet_leans)"
"""The same, whose it is, or that it is one more: "the state-owned | daily", "its sister | paper"."""
