"""
Settings of the telling: when, where and on what occasion something was said.

One definition for all who need it: "on Friday", "late last month", "from Cork", "after the draw", "in a statement".
A setting is no content, and no clause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.lexicon.classes import forms_of

if TYPE_CHECKING:
    from citeaudit.words.tokens import Words

LONGEST = 14
"""So many words are the most that a prepositional phrase takes."""
HELPING = frozenset(("MD", "BE", "HV", "DO"))
"""Kinds of verbs that help others; they are finite whatever their form."""
FINITE = HELPING | {"ED"}
"""Kinds of verbs that may be finite."""
VERBAL = HELPING | {"THAT", "PRO", "WH", "NOT"}
"""Kinds of words that no setting holds."""
BREAKS = frozenset((",", ";", ":", ".", "!", "?", "OQ", "CQ", "(", ")", "—", "–", "-", "--", "..."))
DETERMINERS = frozenset(("DT", "PP"))
OPENERS = frozenset(("IN", "SC"))
NOUNS = frozenset(("NP", "w", "NUM", "DAY", "ING"))
QUANTIFIED = forms_of("quantity")
"""Words of the kind PRO that also stand before a noun: "in some parts"."""
LEADS = forms_of("time_lead")
UNITS = forms_of("time_unit")
TIME_OPENERS = forms_of("time_opener")


def times(words: Words, row: int, limit: int) -> list[int]:
    """Return where a time that begins at *row* may end, the longest first: "Friday", "last month", "May 3", "two years ago"."""
    kind, lower = words.kind, words.lower
    at = row
    seen = False
    while at < limit:
        if kind[at] == "DAY" or (kind[at] == "NP" and lower[at] == "may" and kind[at + 1] == "NUM"):
            seen = True
        elif (
            (seen and _is_in_date(words, at))
            or (kind[at] == "NUM" and seen and (at + 1 == limit or _ends_a_date(words, at + 1)))
            or (lower[at] in LEADS and not (seen and kind[at] == "DT"))
            or (kind[at] == "NUM" and at + 1 < limit and (kind[at + 1] == "DAY" or lower[at + 1] in UNITS))
        ):
            pass
        elif lower[at] in UNITS:
            seen = True
        else:
            break
        at += 1
    while at > row and lower[at - 1] in LEADS and kind[at - 1] != "DAY":
        at -= 1
    return [at] if seen and at > row else []


def _ends_a_date(words: Words, row: int) -> bool:
    """Tell whether the number before *row* is a day of the month, since nothing is counted: "a report on May 4 | saying", not "May 4 | boats"."""
    return words.kind[row] not in NOUNS - {"DAY"} or words.lower[row] in forms_of("claiming", "find", "plain_say")


def _is_in_date(words: Words, at: int) -> bool:
    """Tell whether the word *at* is the comma inside a date: "Feb. 6|,| 2026"."""
    kind = words.kind
    return kind[at] == "," and kind[at + 1] == "NUM" and kind[at - 1] == "NUM" and kind[at - 2] == "DAY"


def setting_ends(words: Words, row: int, limit: int) -> list[int]:
    """
    Return where a setting that begins at *row* may end, the likeliest first; none if no setting begins there.

    A prepositional phrase may be longer or shorter than it looks ("in Cork last year"), so several ends are given.
    """
    if row >= limit:
        return []
    kind, form = words.kind[row], words.lower[row]
    if kind in ("DAY", "ADV", "RB", "NUM") or form in TIME_OPENERS:
        found = times(words, row, limit)
        if kind in ("ADV", "RB", "DAY") and row + 1 not in found:
            found.append(row + 1)
        return found
    if kind == "ING" and form not in forms_of("said_on"):
        return phrase_ends(words, row, limit)
    if form in UNITS and row + 1 < limit and words.lower[row + 1] in forms_of("around_event"):
        return phrase_ends(words, row + 1, limit)  # "hours | after the vote"
    if kind not in OPENERS or form == "of":
        return []
    if form == "by" and words.kind[row + 1] in ("DT", "PP", "NP", "PRO", "PRM", "NUM"):
        return []  # an agent is no setting: "it was claimed | by the keeper"
    return phrase_ends(words, row, limit)


def phrase_ends(words: Words, row: int, limit: int) -> list[int]:
    """Return the ends of the prepositional phrase at *row*: it stops where a noun is followed by what begins another phrase."""
    kind, lower = words.kind, words.lower
    ends: list[int] = []
    at = row + 1
    stop = min(limit, row + LONGEST)
    while at < stop:
        here = kind[at]
        if _is_in_date(words, at):
            at += 1
            continue
        if here == "THAT" and at > row + 1 and kind[at + 1] in FINITE:
            # "in an interview | that aired on Monday": what is said of the interview belongs to it.
            while at < min(limit, row + 2 * LONGEST) and kind[at] not in BREAKS:
                at += 1
            break
        if here in BREAKS or (here in VERBAL and not (here == "PRO" and lower[at] in QUANTIFIED)):
            break
        if (
            at > row + 1
            and kind[at - 1] in NOUNS
            and (
                here in DETERMINERS
                or here in OPENERS
                or here in ("DAY", "ADV", "RB", "WHO", "NP", "ED", "ING", "TO", "NUM", "PRM")
            )
        ):
            ends.append(at)
        at += 1
    if at > row + 1 and kind[at - 1] not in OPENERS and kind[at - 1] not in DETERMINERS and kind[at - 1] != "TO":
        ends.append(at)
    return ends[::-1]


def is_setting(words: Words, row: int, end: int) -> bool:
    """Tell whether the words from *row* to *end* are settings and nothing else: "Late last week", "On Monday, in Cork"."""
    at = row
    while at < end:
        if words.kind[at] == ",":
            at += 1
            continue
        ends = [stop for stop in setting_ends(words, at, end) if stop <= end]
        if not ends:
            return False
        at = max(ends)
    return True
