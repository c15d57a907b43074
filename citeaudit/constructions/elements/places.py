"""What an element gives back: where it may begin or end, and what it binds there; and the marks and kinds of words at which one stops."""

from __future__ import annotations

from citeaudit.lexicon.classes import forms_of
from citeaudit.phrases.settings import BREAKS, VERBAL
from citeaudit.sources.outlet_phrases import OutletPhrase

Rows = tuple[int, int]
Bound = Rows | OutletPhrase | None
"""What an element binds: rows of words from the first to behind the last, an outlet, or nothing."""
Places = list[tuple[int, Bound]]
"""Where an element may begin or end, the likeliest first, each with what it binds."""
OPENERS = frozenset((",", ":", "—", "–", "-", "--"))
MOST_STRETCH = 16
"""So many words at most are a judgement, or stand between a verb and a paper or figure."""
MOST_MEDIUM = 6
"""So many words at most are a medium, or what an outlet is before its name."""
MOST_BARE = 3
"""A stretch of so few words before a bracket is a name or caption, no statement."""
BULLETS = frozenset(("*", "•", "·", ">"))
MARKS = BREAKS - {"-"}
"""Marks at which a stretch of words ends; a hyphen may join two of them."""
HALTS = MARKS - {",", "—", "–", "--"}
LINKING = VERBAL | {"WHO"}
"""Kinds of words that no short phrase before a name holds."""
SPEAKING = forms_of("say", "tell", "say.ing", "takes_stage")
MOST_FEW = 5
"""So many small words at most stand before a name."""
MOST_BETWEEN = 20
"""So many words at most stand between a verb and what belongs to it."""
MOST_ASIDE = 24
"""So many words at most are an aside."""
YEAR = 4
"""So many digits are a year."""
AHEAD = 8
"""So many words behind its preposition or verb a figure stands at most."""
