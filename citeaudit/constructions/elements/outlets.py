"""Elements that are outlets: itself with what hangs on its name, alone in brackets, a list, those whose names the list leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.constructions.elements.contents import is_title
from citeaudit.constructions.elements.places import AHEAD, MOST_MEDIUM
from citeaudit.constructions.field import CLOSING, reporting, row_behind
from citeaudit.lexicon.classes import forms_of
from citeaudit.outlets.nouns import kind_nouns
from citeaudit.outlets.unknown import outlet_nouns
from citeaudit.phrases.noun_phrases import ends_after
from citeaudit.phrases.settings import FINITE
from citeaudit.sources.outlet_phrases import Head
from citeaudit.words.quoted import quote_end

if TYPE_CHECKING:
    from citeaudit.constructions.elements.places import Places
    from citeaudit.constructions.field import Field
    from citeaudit.words.tokens import Words

MOST_APPOSED = 16
"""So many words at most are said of an outlet between commas."""
MOST_OTHERS = 7
"""So many words at most end a list of outlets, or stand in a bracket behind one."""


def outlet(field: Field, row: int, limit: int) -> Places:
    """Return an outlet, with what hangs on its name: "the Guardian's front page"; and with what is said of it: "Kan, a broadcaster,"."""
    found = field.phrase_from.get(row)
    if found is None:
        return _named_behind_its_kind(field, row, limit)
    end, phrase = found
    if end > limit and not CLOSING.issuperset(field.words.kind[limit:end]):
        return []
    end = min(end, limit)  # the marks that close a title may close the sentence too: "told “The View.”"
    end = _behind_show(field, end, limit)
    return [(end, phrase), *((close, phrase) for close in _said_of(field, end, limit))]


def _behind_show(field: Field, row: int, limit: int) -> int:
    """Return where an outlet that goes to *row* ends with its show: "the Fox News program | “Fox and Friends”", "NBC | ’s “Today” show"."""
    words = field.words
    is_owner = row < limit and words.kind[row] == "POS"
    at = row + is_owner
    if at >= limit or words.kind[at] != "OQ" or not is_title(field, at):
        return row
    end = quote_end(words, at)
    return end + (is_owner and end < limit and words.lower[end] in kind_nouns())


def _named_behind_its_kind(field: Field, row: int, limit: int) -> Places:
    """Return an outlet behind what it is: "told | the local paper, the Cumberland Argus,"."""
    words = field.words
    for end in ends_after(words, row, min(limit, row + MOST_MEDIUM)):
        if end + 1 < limit and words.kind[end] == "," and words.lower[end - 1] in forms_of("press"):
            named = field.phrase_from.get(end + 1)
            if named is not None and named[0] <= limit:
                behind = named[0] + 1 if named[0] < limit and words.kind[named[0]] == "," else named[0]
                return [(behind, named[1])]
    return []


def _said_of(field: Field, row: int, limit: int) -> list[int]:
    """Return where what is said of the outlet before *row* between commas ends, if it says that it is one."""
    words = field.words
    if row >= limit or words.kind[row] != ",":
        return []
    close = next((at for at in range(row + 1, min(limit, row + MOST_APPOSED)) if words.kind[at] == ","), limit)
    return [close + 1] if close < limit and names_an_outlet(words, row + 1, close) else []


def names_an_outlet(words: Words, row: int, end: int) -> bool:
    """Tell whether the words between two commas say of an outlet what it is: "a Portuguese weekly", "which broke the story"."""
    if row >= end:
        return False
    if words.kind[row] == "WHO":
        return True
    return any(words.lower[at] in outlet_nouns() or words.lower[at] in kind_nouns() for at in range(row, end)) and not any(
        words.kind[at] in FINITE for at in range(row, end)
    )


def credited(field: Field, row: int, limit: int) -> Places:
    """Return an outlet alone in brackets: "(Reuters)"."""
    found = field.credited.get(row)
    return [found] if found is not None else []


def outlets(field: Field, row: int, limit: int) -> Places:
    """Return one outlet or a list of them that reports: "Reuters, the BBC and the Guardian"."""
    found = field.phrase_from.get(row)
    if found is None or found[0] > limit:
        return []
    bare = reporting(field.text, found[1])
    stop = row_behind(field.words, bare.span.end) if bare else None
    whole: Places = [] if found[1].head is Head.INTERVIEW else [found]
    return whole if stop is None else [*whole, (stop, bare)]


def citing(field: Field, row: int, limit: int) -> Places:
    """Return whom an outlet cites behind its report: ", citing two officials"."""
    words = field.words
    if row + 1 < limit and words.kind[row] == "," and words.lower[row + 1] in forms_of("passes_on"):
        return [(limit, (row + 1, limit))]
    return []


def outlet_before(field: Field, row: int, floor: int) -> Places:
    """Return the outlet that ends here; a handle in brackets or what is said of it between commas may stand behind its name."""
    words = field.words
    found = field.phrase_to.get(row)
    opening = _opening(words, row, floor)
    if found is None and opening:
        found = field.phrase_to.get(opening) or field.phrase_to.get(row - 1)
    elif found is None and (listed := _before_others(field, row, floor)):
        found = field.phrase_to[listed]
    elif found is None and words.kind[row - 1] == ",":
        comma = next((at for at in range(row - 2, max(floor, row - MOST_APPOSED), -1) if words.kind[at] == ","), floor)
        if names_an_outlet(words, comma + 1, row - 1):
            found = field.phrase_to.get(comma)
        elif (named := field.phrase_to.get(row - 1)) and _is_of_a_kind(field, named[0], floor):
            found = named
    if found is None or found[0] < floor or found[1].head is Head.INTERVIEW:
        return []
    is_agent = found[0] > floor and words.kind[found[0] - 1] in ("IN", "TO")  # "reports seen by Reuters suggest"
    return [] if is_agent else [found]


def _opening(words: Words, row: int, floor: int) -> int:
    """Return the row of the bracket that opens what closes before *row*, a few words: "the BBC | (a broadcaster) | reported"; 0 if none does."""
    if row - 3 <= floor or words.kind[row - 1] != ")":
        return 0
    return next((at for at in range(row - 3, max(floor, row - MOST_OTHERS), -1) if words.kind[at] == "("), 0)


def _is_of_a_kind(field: Field, row: int, floor: int) -> bool:
    """Tell whether a name that begins at *row* says which one: "the local paper, | the Cumberland Argus, reported"."""
    words = field.words
    return row - 2 > floor and words.kind[row - 1] == "," and words.lower[row - 2] in forms_of("press")


def _before_others(field: Field, row: int, floor: int) -> int | None:
    """Return where the outlets of a list end that goes on without names: "Reuters, the BBC | and six other outlets"."""
    words = field.words
    if words.lower[row - 1] not in outlet_nouns() and words.lower[row - 1] not in forms_of("several_outlets", "other_ones"):
        return None
    joined = (at for at in range(row - 2, max(floor, row - MOST_OTHERS), -1) if words.kind[at] == "CC" and at in field.phrase_to)
    return next(joined, None)


def others_after(field: Field, row: int, limit: int) -> Places:
    """Return who else reports, without a name: "the BBC | and six other outlets"."""
    words = field.words
    if row >= limit or words.kind[row] != "CC":
        return []
    return [
        (at + 1, None)
        for at in range(row + 1, min(limit, row + 1 + AHEAD))
        if words.lower[at] in forms_of("several_outlets", "other_ones")
    ]
