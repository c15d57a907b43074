"""Outlets that tell or are told together: two that follow each other go in, whether they make one phrase comes out: "the Times and CNN"."""

from __future__ import annotations

import regex

from citeaudit.lexicon.worded import worded
from citeaudit.model.relations import Mention
from citeaudit.patterns import pattern_of
from citeaudit.sources.outlet_kinds import KIND, LEANING

LIST_ENDS = pattern_of(r",?\s(?:and|or)\s")
MOST_JOINT = 12
"""So many outlets of a list are looked at for its \"and\"."""
PART_OF = pattern_of(r"['’]s\s[“\"‘']?")
JOINT_JOURNALISTS = pattern_of(r"['’]s?\s(?:\p{Lu}[\p{L}’'.-]+\s){1,4}and\s(?:[Tt]he\s)?")
"""What stands between two outlets of which each has its journalist: "the Times's Jane Roe and CNN's John Doe reported"."""
COMMA = pattern_of(r",\s(?:the\s)?", regex.IGNORECASE)
JOINT = worded(
    r"\s?/\s?|\s?[-–&]\s?|,?\s@joins_outlets\s(?:(?:then|later|also|even)\s)?(?:(?:to|with)\s)?"
    rf"(?:(?:the|its|their)\s)?(?:{LEANING}\s){{0,2}}(?:{KIND}\s(?:the\s)?)?",
    regex.IGNORECASE,
)
"""What stands between two outlets that are told or tell together: "the Guardian | and the daily | Hürriyet", "CNN, | and later to | the BBC"."""
KINDS_AFTER = pattern_of(rf"\s(?:{KIND}|\d{{1,2}})(?=\s|,)", regex.IGNORECASE)
"""The kind or channel of the first of two behind its name: "the Anadolu | agency | and the daily Hürriyet", "KOIN | 6 | and KGW"."""


def is_joint(text: str, group: list[Mention], mention: Mention, following: tuple[Mention, ...]) -> bool:
    """Tell whether *mention* goes on with the outlets of *group*, before those *following*: "the Times and | CNN"."""
    start = group[-1].span.end
    kind = KINDS_AFTER.match(text, start, mention.span.start)
    gap = text[kind.end() if kind else start : mention.span.start]
    if (
        JOINT.fullmatch(gap)
        or JOINT_JOURNALISTS.fullmatch(gap)
        or (f"{mention.name} ".startswith(f"{group[-1].name} ") and PART_OF.fullmatch(gap))
    ):
        return True
    if not COMMA.fullmatch(gap):
        return False
    # A comma joins only in a list that ends in "and": "the Times, the Post and CNN", "the Times, CNN and six others".
    last = mention
    for other in following:
        between = text[last.span.end : other.span.start]
        if not COMMA.fullmatch(between):
            break
        last = other
    return LIST_ENDS.match(text, last.span.end) is not None
