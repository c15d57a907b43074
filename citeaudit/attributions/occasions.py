"""Drops relations whose whole content is when and on which outlet: "he said | Monday on CNN's “New Day”"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import regex

from citeaudit.lexicon.worded import worded

if TYPE_CHECKING:
    from citeaudit.model.relations import Attribution
    from citeaudit.model.spans import Span

TIME = (
    r"(?:(?:on|late|early|earlier|in|at|since|last|this|that|over)\s(?:on\s|in\s|the\s|last\s|this\s|late\s|early\s|a\s)*"
    r"(?:\p{Lu}\p{Ll}+day|@that_time|weekend|\p{Lu}[\p{Ll}]+\.?(?:\s\d+)?(?:,?\s\d{4})?|\d{4}|time)"
    r"(?:\s(?:night|morning|afternoon|evening))?|\p{Lu}\p{Ll}+day(?:\s(?:night|morning|afternoon|evening))?|"
    r"in\san?\s(?:\p{L}+\s)?@print_piece|yesterday|(?:just\s)?today|@when_said)"
)
"""When it was said: no content."""
LONGEST = 120
"""The longest occasion that may be taken for what was said, in code points."""
WHEN_AND_ON = worded(rf"(?:(?:{TIME})\s)*(?:on|in|during|at|to|with)\s(?:the\s|an?\s|his\s|her\s)?")
PROGRAMME = worded(
    r"(?:['’]s\s[“\"‘][^“”\"]{2,40}[”\"’])?(?:\s(?:television\s|tv\s|radio\s)?@programme_noun)?[,.”\"’]*",
    regex.IGNORECASE,
)


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
