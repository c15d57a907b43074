"""Elements where an outlet is told something: a hearer, a medium ("an interview"), a venue, a lead-in with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.constructions.elements.contents import is_title
from citeaudit.constructions.elements.outlets import outlet
from citeaudit.constructions.elements.places import MARKS, MOST_FEW, MOST_MEDIUM
from citeaudit.constructions.elements.verbs import says_before
from citeaudit.lexicon.classes import forms_of
from citeaudit.outlets.nouns import kind_nouns
from citeaudit.phrases.settings import FINITE, is_setting, times
from citeaudit.words.quoted import quote_end

if TYPE_CHECKING:
    from citeaudit.constructions.elements.places import Places
    from citeaudit.constructions.field import Field
    from citeaudit.words.tokens import Words

MOST_HEARER = 8
"""So many words at most are a hearer before its outlet."""
MOST_OWN_SHOW = 4
"""So many words at most stand from the preposition to the noun of the outlet's kind: "on | his radio show | “Morning Joe”"."""


def hearer(field: Field, row: int, limit: int) -> Places:
    """Return an outlet that hears: itself, somebody of it, or somebody in a medium of it ("Jane Roe in a chat with Reuters")."""
    direct = outlet(field, row, limit)
    if direct:
        return direct
    words = field.words
    stop = min(limit, row + MOST_HEARER + MOST_MEDIUM)
    for at in range(row + 1, stop):
        if (
            words.kind[at] in (",", ":", ";", "OQ", "CQ", "THAT")
            or words.kind[at] in FINITE
            or words.lower[at] in forms_of("obtain")
        ):
            return []
        if words.lower[at] in forms_of("hearing"):
            for found in (
                at + 1,
                *(end + 1 for end, _ in medium(field, at + 1, limit) if words.lower[end] in forms_of("hearing")),
            ):
                if found in field.phrase_from:
                    return outlet(field, found, limit)
    return []


def medium(field: Field, row: int, limit: int) -> Places:
    """Return in what something is said: "an interview", "comments", "his Sunday column"."""
    words = field.words
    for at in range(row, min(limit, row + MOST_MEDIUM)):
        if words.lower[at] in forms_of("medium"):
            end = at + 1
            while end < limit and words.lower[end] in forms_of("medium"):
                end += 1
            return [(end, (row, end))]
        if words.lower[at] in forms_of("number") and (
            words.kind[at - 1] in ("DAY", "NP") or words.lower[at - 1] in forms_of("number_lead")
        ):
            return [(at + 1, (row, at + 1))]  # "the May issue", but no "issue of" debate
        if words.kind[at] not in ("DT", "PP", "w", "NUM", "ING", "ED", "NP", "DAY", "POS", "ADV"):
            return []
    return []


def venue(field: Field, row: int, limit: int) -> Places:
    """Return an outlet where it was said: "on CNN", "in an interview with the BBC", "to Reuters"."""
    words = field.words
    if words.lower[row] not in forms_of("hosting") or words.lower[row - 1] in forms_of("attached_to"):
        return []  # "a person close to the network" told it nothing
    if row + 1 in field.phrase_from:
        return outlet(field, row + 1, limit)
    if row + 1 < len(words.kind) and words.kind[row + 1] == "OQ" and is_title(field, row + 1):
        return [(min(quote_end(words, row + 1), limit), None)]  # on a show: "told CNN | on “New Day”"
    if own := _own_show(field, row + 1, limit):
        return outlet(field, own, limit)
    for end, _ in medium(field, row + 1, limit):
        if words.lower[end] == "of":  # "on an episode of | “Dock Talk”"
            named = next((at for at in (end + 1, end + 2) if at in field.phrase_from), 0)
            if show := named or _own_show(field, end + 1, limit):
                return outlet(field, show, limit)
        borne = _borne(words, end, limit)
        if words.lower[borne] in forms_of("hearing") and borne + 1 < limit and (borne == end or words.lower[borne] != "by"):
            if words.kind[borne + 1] == "OQ" and borne > end and is_title(field, borne + 1):
                return [(min(quote_end(words, borne + 1), limit), None)]
            return hearer(field, borne + 1, limit)
    return []


def _own_show(field: Field, row: int, limit: int) -> int:
    """Return the row of the outlet behind whose it is and of what kind: "his radio show | “Morning Joe”", "her podcast, | “Dock Talk”"; 0 if none."""
    words = field.words
    for at in range(row, min(limit - 1, row + MOST_OWN_SHOW)):
        if words.lower[at] in kind_nouns():
            behind = at + 2 if words.kind[at + 1] == "," and words.kind[row] == "PP" else at + 1
            return behind if behind in field.phrase_from else 0
    return 0


def _borne(words: Words, row: int, limit: int) -> int:
    """Return where it is told on what a medium is borne, behind how and when: "an interview | (that was) aired on Sunday | by the BBC"."""
    at = row
    while at < limit and (
        words.kind[at] in ("THAT", "WHO", "MD", "BE", "ADV", "TO")
        or words.lower[at] in forms_of("awaits")
        or (words.kind[at] == "," and words.kind[at + 1] == "WHO")
    ):
        at += 1
    if words.lower[at] not in forms_of("bears"):
        return row
    at += 1
    end = max((stop for on in (at, at + 1) for stop in times(words, on, limit)), default=at)
    return end if end > at and words.kind[at] in ("IN", "DAY", "DT", "RB", "ADV") else at


def seen_by(field: Field, row: int, limit: int) -> Places:
    """Return who got hold of that in which it was said: "in a letter to staff (that was) seen | by Reuters"."""
    words = field.words
    if words.lower[row] not in forms_of("hosting"):
        return []
    for end, _ in medium(field, row + 1, limit):
        for at in range(end, min(limit - 2, end + MOST_HEARER)):
            if words.kind[at] in (";", ":", "OQ", "CQ"):
                break
            if words.lower[at] in forms_of("obtain") and words.lower[at + 1] == "by":
                return outlet(field, at + 2, limit)
    return []


def lead_venue_before(field: Field, row: int, floor: int) -> Places:
    """Return the outlet of a lead-in that ends here: "In an interview with Reuters(,)", "Speaking on CNN on Sunday,"."""
    words = field.words
    stop = row - 1 if row - 1 > floor and words.kind[row - 1] == "," else row
    at = floor + 1 if words.kind[floor] == "CC" else floor
    while at < stop and words.kind[at] in ("ADV", "RB"):  # "Meanwhile, | in the Mirror", "Over | in the Telegraph"
        at += 2 if words.kind[at + 1] == "," else 1
    at += at + 1 < stop and words.kind[at] == words.kind[at + 1] == "IN"
    if at >= stop:
        return []
    if words.lower[at] in forms_of("sets_out") and at + 1 < stop and words.lower[at + 1] in forms_of("reached"):
        at += 1
    is_reached = words.lower[at] in forms_of("reached")
    if is_reached or words.lower[at] in forms_of("lead_verb"):
        at += 1
        while at < stop and words.kind[at] in ("ADV", "RB", "DAY"):
            at += 1
    if at >= stop or words.kind[at] not in ("IN", "TO"):
        return []
    by = next((row for row in range(at, stop - 1) if words.lower[row] == "by" and row + 1 in field.phrase_from), stop)
    for end, phrase in outlet(field, by + 1, stop) if is_reached and by < stop else venue(field, at, stop):
        if end == stop or (end < stop and is_setting(words, end, stop)):
            return [(floor, phrase)]
    return []


def said_near_before(field: Field, row: int, floor: int) -> Places:
    """Return the place before a venue where somebody has just spoken, or may speak next: at a comma, behind a day or a verb."""
    words = field.words
    if row == floor or words.kind[row - 1] in (",", ";", ":", "CQ", "DAY", "—", "–", "--", "CC"):
        return [(row, None)]
    for at in range(row - 1, max(floor - 1, row - 2 - MOST_FEW), -1):
        if words.kind[at] in MARKS:
            break
        if says_before(field, at + 1, floor):
            return [(row, None)]
    return []
