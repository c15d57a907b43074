"""Elements that are settings of the telling: when, where, on what occasion, asked what; and what hangs on an outlet before its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.constructions.elements.places import HALTS, MARKS, MOST_ASIDE, SPEAKING, YEAR
from citeaudit.lexicon.classes import forms_of
from citeaudit.phrases.settings import setting_ends, times

if TYPE_CHECKING:
    from citeaudit.constructions.elements.places import Places
    from citeaudit.constructions.field import Field

MOST_SETTING = 9
"""So many words at most are a setting before its verb."""
SPEAKING_THEN = forms_of("say.ing", "tell.ing", "voicing", "judge.ing", "claiming")
MEANT_TO_SAY = forms_of("say", "judge")
"""What somebody comes to an outlet to do: "went on CNN | to say", "| to call it a scam"."""
SAYS_THEN = SPEAKING | MEANT_TO_SAY
SENTENCE_HALTS = HALTS - {"OQ", "CQ"}
"""Marks at which what a guest does ends; a quotation may stand in it."""
MOST_HANGING = 9
"""So many words at most hang on a name."""
MOST_ASKED = 30
"""So many words at most are what a guest does before he speaks, or the question he answers."""


def setting(field: Field, row: int, limit: int) -> Places:
    """Return when, where or on what occasion it was said; no outlet stands in it."""
    found: Places = []
    for end in setting_ends(field.words, row, limit):
        if not any(at in field.phrase_from for at in range(row, end)):
            found.append((end, (row, end)))
    return found


def lead_before(field: Field, row: int, floor: int) -> Places:
    """Return what only leads in, from the sentence's beginning to its comma here: "Asked by Nick Farrow whether he would go,"."""
    words = field.words
    if row - 1 <= floor or words.kind[row - 1] != ",":
        return []
    first = floor + 1 if words.kind[floor] == "CC" else floor
    if words.lower[first] in forms_of("by_leave"):
        return []  # "Per Reuters, Ruiz said": by whose leave it is told asks nothing
    leads = (
        words.lower[first] in forms_of("sets_out")
        or words.lower[first] in forms_of("time_unit")
        or words.kind[first] in ("IN", "SC", "WH")
        or words.lower[first] in forms_of("speak.ing")
    )
    return [(floor, (first, row - 1))] if leads else []


def setting_before(field: Field, row: int, floor: int) -> Places:
    """Return the setting that ends here and holds no outlet: "A report by Reuters | after the vote | said"."""
    found: Places = []
    for at in range(row - 1, max(floor, row - MOST_SETTING), -1):
        if row in setting_ends(field.words, at, row) and not any(place in field.phrase_from for place in range(at, row)):
            found.append((at, (at, row)))
    return found


def time_after(field: Field, row: int, limit: int) -> Places:
    """Return when something was told: "on Monday", "late last month", "in 2015", "exclusively"."""
    words = field.words
    if row >= limit:
        return []
    at = row + 1 if words.kind[row] in ("IN", "SC") else row
    if at > row and at < limit and words.kind[at] == "NUM" and len(words.lower[at]) == YEAR:
        return [(at + 1, None)]
    ends = times(words, at, limit) if at > row else setting_ends(words, row, limit)
    return [(end, None) for end in ends]


def hanging_after(field: Field, row: int, limit: int) -> Places:
    """Return what hangs on an outlet before its verb: of whom or when, "released on Monday", "which broke it,", "interviewed ten bakers and"."""
    words = field.words
    if row >= limit:
        return []
    if words.kind[row] == "," and words.kind[row + 1] not in ("ED", "w"):
        if words.kind[row + 1] not in ("WHO", "DT", "IN") and words.lower[row + 1] not in forms_of("passes_on"):
            return []
        close = (at for at in range(row + 2, min(limit, row + MOST_ASIDE)) if words.kind[at] == "," or words.kind[at] in HALTS)
        return [(at + 1, None) for at in close if words.kind[at] == ","]
    first = row + 1 if words.kind[row] == "," else row
    if words.lower[first] in forms_of("examined"):
        joins = (
            at for at in range(first + 1, min(limit, first + MOST_ASIDE)) if words.kind[at] == "CC" or words.kind[at] in HALTS
        )
        return [(at + 1, None) for at in joins if words.kind[at] == "CC"]
    is_issued = words.lower[first] in forms_of("issued") and (first > row or words.lower[row - 1] in forms_of("piece", "poll"))
    if words.kind[first] not in ("IN", "DAY") and not is_issued:
        return []
    found: Places = []
    for at in range(first + 1, min(limit, first + MOST_HANGING)):
        if words.kind[at] in MARKS:
            break
        found.append((at + 1, None))
    return found


def then_said_after(field: Field, row: int, limit: int) -> Places:
    """Return the place behind a guest's coming, if something is said then: "went on CNN | to deny it, saying", "| and said"."""
    words = field.words
    for at in range(row, min(limit - 1, row + MOST_ASKED)):
        if words.kind[at] == ":" and words.kind[at + 1] == "OQ":
            return [(row, None)]
        if words.kind[at] in SENTENCE_HALTS:
            break
        form = words.lower[at]
        is_joined = words.kind[at - 1] in ("CC", "ADV") or words.kind[at - 1] == "PRO"
        is_meant = words.kind[at - 1] == "TO" and form in MEANT_TO_SAY
        if (words.kind[at - 1] in (",", "CQ") and form in SPEAKING_THEN) or (is_joined and form in SAYS_THEN) or is_meant:
            return [(row, None)]
    return []


def answered_after(field: Field, row: int, limit: int) -> Places:
    """Return the place behind a question, if something follows its comma: "When CNN asked | about the vote, the mayor"."""
    words = field.words
    comma = next((at for at in range(row, min(limit, row + MOST_ASKED)) if words.kind[at] in (",", ";", "OQ")), None)
    if comma is None or words.kind[comma] != "," or comma == row or comma + 1 >= limit or words.kind[comma + 1] == "CC":
        return []
    return [(row, None)]
