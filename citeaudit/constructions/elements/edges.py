"""Elements that are places more than words: where a sentence or clause begins or ends, and the few small words that may be skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.constructions.elements.places import BULLETS, LINKING, MARKS, MOST_ASIDE, MOST_BETWEEN, MOST_FEW, OPENERS, YEAR
from citeaudit.lexicon.classes import forms_of
from citeaudit.phrases.settings import BREAKS
from citeaudit.words.quoted import quote_end

if TYPE_CHECKING:
    from citeaudit.constructions.elements.places import Places
    from citeaudit.constructions.field import Field

CLAUSAL = frozenset((",", ";", ":", "—", "–", "-", "--", "(", "CC", "SC", "THAT", "WH", "DAY", "CQ"))
"""Kinds of words behind which a clause may begin."""
STARTS = BULLETS | OPENERS | {"OQ", "CC", "ADV", "RB"}
"""Kinds that may stand before what begins a sentence."""
MOST_BRIEF = 8
"""So many words at most stand between a verb and a venue nearby."""


def sentence_end(field: Field, row: int, limit: int) -> Places:
    """Return the end of the sentence, or a comma or dash at which something else begins."""
    kind = field.words.kind
    if row + 1 < limit and kind[row] == "," and kind[row + 1] == "OQ":
        return []  # what was said follows: "Tired of it all, he snapped, | “Go home.”"
    return [(row, None)] if row >= limit or kind[row] in (",", ";", "—", "–", "-", "--", "(") else []


def start(field: Field, row: int, floor: int) -> Places:
    """Return the beginning of the sentence, marks and "but" left out."""
    words = field.words
    at = row
    while at > floor and words.kind[at - 1] in STARTS:
        at -= 1
    return [(at, None)] if at == floor else []


def few_before(field: Field, row: int, floor: int) -> Places:
    """Return up to a few small words before a name, days too: "in | a recent and long | CNN interview", "in | a Nov. 9 | CNN interview"."""
    words = field.words
    found: Places = [(row, None)]
    for at in range(row - 1, max(floor, row - 1 - MOST_FEW), -1):
        is_name = words.text[words.start[at]].isupper() and words.kind[at] != "DAY"
        if words.kind[at] in MARKS or words.kind[at] in LINKING or is_name:
            break
        found.append((at, None))
    return found


def small_before(field: Field, row: int, floor: int) -> Places:
    """Return the small words that belong to a name: "on | his Sunday edition of | the Today programme"."""
    words = field.words
    found = few_before(field, row, floor)
    held = next(
        (place for place, (at, _) in enumerate(found[1:]) if words.kind[at] in ("IN", "TO", "SC") and words.lower[at] != "of"),
        len(found),
    )
    return found[: held + 1]


def between_before(field: Field, row: int, floor: int) -> Places:
    """Return what stands between a verb and the venue behind it, as far as it is one clause."""
    words = field.words
    found: Places = [(row, None)]
    for at in range(row - 1, max(floor, row - 1 - MOST_BETWEEN), -1):
        if words.kind[at] in MARKS:
            break
        found.append((at, None))
    return found


def brief_before(field: Field, row: int, floor: int) -> Places:
    """Return a few words between a verb and the venue behind it."""
    return between_before(field, row, max(floor, row - 1 - MOST_BRIEF))


def opening_before(field: Field, row: int, floor: int) -> Places:
    """Return the place before a name if a clause may begin there."""
    words = field.words
    at = row - 1 if row > floor and words.kind[row - 1] == "OQ" else row
    if at == floor or words.kind[at - 1] in CLAUSAL or words.lower[at - 1] in forms_of("plain_say"):
        return [(row, None)]
    if words.kind[at - 1] == "POS":  # whose outlet it is: "Rupert Murdoch's | Sun reported"
        owner = at - 1
        while owner > floor and words.kind[owner - 1] == "NP":
            owner -= 1
        return [(row, None)] if owner < at - 1 and (owner == floor or words.kind[owner - 1] in CLAUSAL) else []
    opens = at - 1 == floor and words.kind[at - 1] in ("RB", "ADV")
    is_date = words.kind[at - 1] == "NUM" and (len(words.lower[at - 1]) == YEAR or at - floor <= MOST_FEW)
    return [(row, None)] if opens or is_date or words.lower[at - 1] == "which" else []


def pause_after(field: Field, row: int, limit: int) -> Places:
    """Return the place at which the telling stops: the end, or a mark."""
    return [(row, None)] if row >= limit or field.words.kind[row] in BREAKS else []


def comma_after(field: Field, row: int, limit: int) -> Places:
    """Return the first comma or colon, whatever hangs on the outlet before it: "according to the Post | last week,"."""
    words = field.words
    at = next((at for at in range(row, min(limit, row + MOST_ASIDE)) if words.kind[at] in (",", ":")), None)
    return [(at + 1, None)] if at is not None else []


def end_after(field: Field, row: int, limit: int) -> Places:
    """Return the end of the sentence, marks and the title of a programme left out: "on Friday's broadcast of CNN | 's “New Day.”"."""
    words = field.words
    if row + 1 < limit and words.kind[row] == "POS" and words.kind[row + 1] == "OQ":
        row = quote_end(words, row + 1)
    while row < limit and words.kind[row] in MARKS:
        row += 1
    return [(row, None)] if row >= limit else []


def few_after(field: Field, row: int, limit: int) -> Places:
    """Return up to a few small words before a noun: "ran | a long and angry | piece"."""
    words = field.words
    found: Places = [(row, None)]
    for at in range(row, min(limit, row + MOST_FEW)):
        if words.kind[at] in MARKS or words.kind[at] in LINKING:
            break
        found.append((at + 1, None))
    return found
