"""When and where something was said is not what was said: a relation goes in, whether its content is only that comes out.

"He said | Monday on CNN's “New Day”", "it said | in its earnings release", "detectives said | Tuesday, starting a blaze …": a verb with nothing but its
occasion behind it has its content elsewhere, as a rule before its source.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import regex

from citeaudit.attributions.frames.places import PUBLICATION, TIME
from citeaudit.patterns import pattern_of

if TYPE_CHECKING:
    from citeaudit.model.relations import Attribution
    from citeaudit.model.spans import Span

LONGEST = 120
"""The longest occasion that may be taken for what was said, in code points."""
WHEN_AND_ON = pattern_of(rf"(?:(?:{TIME})\s)*(?:on|in|during|at|to|with)\s(?:the\s|an?\s|his\s|her\s)?")
PROGRAMME = pattern_of(
    r"(?:['’]s\s[“\"‘][^“”\"]{2,40}[”\"’])?(?:\s(?:television\s|tv\s|radio\s)?(?:station|network|channel|podcast|program|programme|show|newspaper|magazine))?[,.”\"’]*",
    regex.IGNORECASE,
)
OCCASION = pattern_of(rf"(?:(?:{TIME})(?:\s{PUBLICATION})?|{PUBLICATION}(?:\s(?:{TIME}))?)(?:,\s|[.,]?$)")
"""An occasion that a comma closes, or that is all."""


def is_programme(text: str, relation: Attribution, places: list[Span]) -> bool:
    """
    Tell whether all that *relation* takes for what was said is when and on which outlet: "he said" <Monday on CNN's “New Day”>.

    *places* are where outlets are named, in order.
    """
    first = relation.content[0]
    if len(relation.content) > 1 or len(first) > LONGEST:
        return False
    at = bisect_left(places, first.start, key=lambda place: place.start)
    if at == len(places) or places[at].end > first.end:
        return False
    return bool(
        WHEN_AND_ON.fullmatch(text, first.start, places[at].start) and PROGRAMME.fullmatch(text, places[at].end, first.end)
    )


def begins_with_occasion(text: str, relation: Attribution) -> bool:
    """Tell whether what *relation* takes for what was said, right behind its cue, begins with when or in what, up to a comma or its end."""
    first = relation.content[0]
    if len(relation.content) > 1 or not relation.cue or first.start < relation.cue[-1].end:
        return False
    return OCCASION.match(text, first.start, first.end) is not None
