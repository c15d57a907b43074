"""Elements that speak or are spoken to: a noun phrase, a name behind its apposition, an agent, an owner, a hearer that is no outlet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.constructions.elements.places import HALTS, LINKING, MARKS, MOST_BETWEEN, SPEAKING
from citeaudit.lexicon.classes import forms_of
from citeaudit.phrases.noun_phrases import ends_after, is_noun_phrase, starts_before

if TYPE_CHECKING:
    from citeaudit.constructions.elements.places import Places
    from citeaudit.constructions.field import Field
    from citeaudit.words.tokens import Words

MOST_NAMED = 14
"""So many words at most are a speaker behind an outlet."""
SAYING = SPEAKING | forms_of("answers")
"""Words with which those whom an outlet asked say something."""
APOSTROPHES = frozenset("'’")
MOST_SOMEBODY = 7
"""So many words at most are who of an outlet takes it down."""


def noun_phrase(field: Field, row: int, limit: int) -> Places:
    """Return a noun phrase that is no outlet's."""
    if row in field.phrase_from:
        return []
    ends = ends_after(field.words, row, limit)
    # An outlet may stand right behind: "the nurses | the Guardian interviewed".
    cut = [
        at for at in range(row + 1, max(ends, default=row)) if at in field.phrase_from and is_noun_phrase(field.words, row, at)
    ]
    return [(end, (row, end)) for end in (*ends, *cut)]


def speaker(field: Field, row: int, limit: int) -> Places:
    """Return a noun phrase that can speak behind its verb: a name, somebody with an article or number, or a bare plural."""
    if not _is_bare(field.words, row):
        return noun_phrase(field, row, limit)
    if not _is_named(field.words, row, min(limit, row + MOST_NAMED)):
        return []
    return [place for place in noun_phrase(field, row, limit) if _is_named(field.words, row, place[0])]


def _is_named(words: Words, row: int, end: int) -> bool:
    """Tell whether a full name stands in the noun phrase that begins at *row*, so that its first word is no verb: "study co-author | Ana Ruiz"."""
    return any(words.kind[at] == words.kind[at + 1] == "NP" for at in range(row, end - 1))


def _is_bare(words: Words, row: int) -> bool:
    """Tell whether the word at *row* has neither an article nor a plural, so that it may be a verb as well: "hopes to | offset"."""
    return words.kind[row] == "w" and not words.lower[row].endswith("s") and words.lower[row] not in forms_of("plural")


def agent(field: Field, row: int, limit: int) -> Places:
    """Return by whom something is done: "by a friend"."""
    if row + 1 >= limit or field.words.lower[row] != "by":
        return []
    return [(end, None) for end, _ in noun_phrase(field, row + 1, limit)]


def addressed(field: Field, row: int, limit: int) -> Places:
    """Return to whom or of what it was said: "to the board", "of his father's plans", "reporters"."""
    words = field.words
    if row + 1 < limit and words.lower[row] in forms_of("addressing"):
        row += 1
        if _is_bare(words, row):
            return []
    elif words.lower[row - 1] not in forms_of("tell"):
        return []
    return [(end, None) for end, _ in noun_phrase(field, row, limit)]


def noun_phrase_before(field: Field, row: int, floor: int) -> Places:
    """Return the noun phrase that ends here and is no outlet's."""
    starts = starts_before(field.words, row, floor)
    found: Places = [(start, (start, row)) for start in starts]
    if field.phrase_to:
        # An outlet may stand right before the speaker: "Speaking to Sky News | Mr Okoro | said".
        low = min(starts) if starts else max(floor, row - MOST_NAMED)
        behind = [at for at in range(row - 1, low, -1) if at in field.phrase_to and is_noun_phrase(field.words, at, row)]
        found += [(start, (start, row)) for start in behind]
    if starts and (named := _named_before(field, starts[0], floor)) is not None:
        found.insert(0, (named, (named, row)))
    return found


def _named_before(field: Field, row: int, floor: int) -> int | None:
    """Return where a name begins between a quotation and an apposition that has no second comma: "“…,” Ana Ruiz, the mayor of Leeds | said"."""
    words = field.words
    at = row - 1
    if row - 1 <= floor or words.kind[at] != ",":
        return None
    while at > floor and words.kind[at - 1] == "NP":
        at -= 1
    return at if at < row - 1 and at > floor and words.kind[at - 1] == "CQ" else None


def apposed_before(field: Field, row: int, floor: int) -> Places:
    """Return the noun phrase that ends here with what is said of it between commas: "One nurse, who was not named, | claimed"."""
    return noun_phrase_before(field, row, floor) if row > floor and field.words.kind[row - 1] == "," else []


def owner_before(field: Field, row: int, floor: int) -> Places:
    """Return whose something is: "the captain | ’s", "her"."""
    words = field.words
    if row > floor and words.kind[row - 1] == "PP":
        return [(row - 1, (row - 1, row))]
    is_plural = words.lower[row - 1] in APOSTROPHES and words.end[row - 2] == words.start[row - 1]  # "the vendors | ’ view"
    if row - 1 <= floor or not (words.kind[row - 1] == "POS" or is_plural):
        return []
    first = row - 1
    while first > floor and words.kind[first - 1] in ("NP", "w", "DT", "PP", "NUM", "DAY"):
        first -= 1
    return [(first, (first, row - 1))] if first < row - 1 else []


def somebody_before(field: Field, row: int, floor: int) -> Places:
    """Return who of an outlet takes it down, or nothing: "told | Bill Hart and others at | CNN"."""
    words = field.words
    found: Places = [(row, None)]
    for at in range(row - 1, max(floor, row - 1 - MOST_SOMEBODY), -1):
        if words.kind[at] in MARKS or words.kind[at] in LINKING or words.kind[at] in ("ED", "ING") or words.lower[at] in SPEAKING:
            break  # "close to | the pair tells | People": who tells it is nobody of the outlet
        found.append((at, None))
    return found


def who_said_after(field: Field, row: int, limit: int) -> Places:
    """Return the place before those whom an outlet asked, if they say something: "spoke to | three people who said"."""
    words = field.words
    for at in range(row + 1, min(limit - 1, row + MOST_BETWEEN)):
        if words.kind[at] in HALTS:
            break
        behind = at + 2 if words.kind[at + 1] in ("ADV", "RB", "DT") else at + 1
        if (words.kind[at] == "WHO" or words.lower[at] == "they") and words.lower[behind] in SAYING:
            return [(row, None)]
    return []
