"""Elements of a judgement: its words, and whom or what they judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.constructions.elements.contents import is_title, rest
from citeaudit.constructions.elements.places import MOST_STRETCH
from citeaudit.constructions.elements.speakers import noun_phrase
from citeaudit.lexicon.classes import forms_of
from citeaudit.phrases.settings import HELPING

if TYPE_CHECKING:
    from citeaudit.constructions.elements.places import Places
    from citeaudit.constructions.field import Field

MOST_JUDGED = 8
"""So many words at most are whom or what is judged."""


def stretch(field: Field, row: int, limit: int) -> Places:
    """Return words of judgement, quoted or behind "as", up to each "by" that follows: "branded | “reckless” | by the mayor"."""
    words = field.words
    found: Places = []
    first = row + 1 if words.kind[row] == "DT" else row  # "called | a “fool” | by"
    for at in range(row, min(limit, row + MOST_STRETCH)):
        if (
            words.lower[at] == "by"
            and at > row
            and (words.lower[row] == "as" or words.kind[first] == "OQ" or words.quote[first] >= 0)
        ):
            found.append((at, (row, at)))
        if words.kind[at] in (";", ":", ".") or (words.kind[at] in HELPING and words.quote[at] < 0):
            break
    return found


def judged(field: Field, row: int, limit: int) -> Places:
    """Return whom or what is judged, and as what or for what: "the council | for closing the port", "as “nonsense” a report"."""
    words = field.words
    if row >= limit or words.kind[row] in (",", ";", ":"):
        return []
    if words.lower[row] in forms_of("judged_as"):
        # "termed as “nonsense” the report", but "labeled for each market" has nobody who labels.
        return rest(field, row, limit) if words.lower[row] == "as" and words.kind[row + 1] in ("OQ", "DT") else []
    for end, _ in noun_phrase(field, row, limit):
        if (
            end + 1 < limit
            and words.lower[end] in forms_of("judged_as")
            and (words.lower[end] != "with" or words.kind[end + 1] == "ING")
            and (
                words.lower[end] != "of" or words.lower[row - 1] in forms_of("of_something")
            )  # not "praised | the habit | of sailing"
        ):
            return rest(field, row, limit)
    is_worded = any(words.kind[at] == "OQ" and not is_title(field, at) for at in range(row, min(limit, row + MOST_JUDGED)))
    return rest(field, row, limit) if is_worded and words.kind[row] not in ("IN", "TO") else []
