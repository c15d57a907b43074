"""Phrases in which an outlet's name is no outlet: "Times Square", "Mayor Bloomberg", "the Post Office".

The listed phrases (``data/not_outlets.tsv``) are searched together with the outlets' own forms, so that the longest wins.
Most such phrases follow a pattern, so the patterns are told from the words beside a name: a title or first name before it,
a thing or a body after it.
"""

from __future__ import annotations

from functools import cache

from citeaudit.lexicon.people import first_names
from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.outlets.context import Context, words_of

COLUMNS = ("form", "reason", "example")
PERSON = "person"
NOT_SEARCHED = ("mention_only", "frame")
"""The reasons whose phrases are read as patterns, since the outlet is meant, but not as a source."""


@cache
def listed_phrases() -> dict[str, str]:
    """Return the listed phrases that hold a capital, and their plurals, with their reasons."""
    phrases: dict[str, str] = {}
    for form, reason, _ in read_table(shipped_table("citeaudit.outlets", "not_outlets.tsv"), COLUMNS):
        if reason not in NOT_SEARCHED and not form.islower() and "(" not in form:
            phrases[form] = reason
            if reason != PERSON and form[-1].isalpha():
                phrases[form + ("es" if form.endswith(("s", "x")) else "s")] = reason
    return phrases


def belongs_to_longer_name(context: Context, *, is_ambiguous: bool) -> str:
    """
    Return the word that makes the name part of another: a body or thing after it, for an ambiguous one any name beside it.

    Empty where the name stands on its own.
    """
    after = context.next.rstrip(".")
    if after and (context.next in words_of("other_body") or after in words_of("other_body")):
        return context.next
    if not is_ambiguous:
        return ""
    if context.is_hyphened:
        return "-"
    if context.of_more:
        return context.of_more
    if context.joined and not context.article:
        return context.joined
    before = context.previous
    if (
        before
        and not context.article
        and before not in BEFORE_A_NAME
        and not before.endswith((".”", ","))
        and not context.of_country
    ):
        return before
    if after and after not in AFTER_A_NAME:
        return after
    return ""


def is_first_name(context: Context) -> bool:
    """Tell whether the capitalised word before a name makes it a surname: "Dorothy Poynter", but "Former Politico …"."""
    word = context.previous
    if word in first_names():
        return True
    return word[1:].islower() and word.isalpha() and word not in BEFORE_A_NAME and not context.is_strong


DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
BEFORE_A_NAME = frozenset(
    (*DAYS, *MONTHS, "The", "In", "On", "At", "But", "And", "As", "When", "While", "For", "To", "With", "From", "By", "Per", "Via", "Both", "If", "After",
     "Before", "Since", "Last", "A", "An", "This", "That", "Although", "Though", "Today", "Earlier", "Later", "Meanwhile", "Like", "Unlike", "Citing",
     "Even", "So", "Yet", "Because", "British", "American", "Australian", "Canadian", "Indian", "Sister", "Rival", "Once", "Quoting", "Former", "Rival", "Said", "Told", "Tells", "Reported", "Reports", "Wrote", "Only", "Then", "Now", "Why", "How", "What", "Did", "Does", "Has", "Is", "Was", "Both", "Or", "Nor", "Not", "Conservative", "Liberal", "Where", "According")
)  # fmt: skip
AFTER_A_NAME = frozenset(
    (*DAYS, "Magazine", "Editor", "Executive", "Washington", "White", "Publisher", "Managing", "Chief", "Senior", "Editorial", "National", "Political",
     "Poll", "Reporter", "Correspondent", "Columnist", "Opinion", "Online", "Sunday", "I", "Moscow", "London", "Beijing", "Deputy", "Associate", "Staff")
)  # fmt: skip
