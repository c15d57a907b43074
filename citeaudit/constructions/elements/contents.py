"""Elements behind a trigger that tell what was said: a clause, a quotation, an infinitive, whatever is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.constructions.elements.contents_before import tells_something
from citeaudit.constructions.elements.places import LINKING, MOST_ASIDE, MOST_BETWEEN, OPENERS
from citeaudit.constructions.elements.speakers import agent
from citeaudit.lexicon.classes import forms_of
from citeaudit.phrases.clauses import clause_end, clause_start, has_verb, is_clause
from citeaudit.phrases.settings import FINITE, HELPING
from citeaudit.words.quoted import quote_end
from citeaudit.words.tokens import ends_in_s

if TYPE_CHECKING:
    from citeaudit.constructions.elements.places import Places
    from citeaudit.constructions.field import Field

TITLED = frozenset(("IN", "DT", "CC", ",", ".", "TO", "NUM", "&", "...", "!", "?", "POS"))
"""Kinds of words that a title may hold beside those with capitals."""
INFINITIVES = HELPING | {"ADV", "RB", "ING"}
"""Kinds with which what somebody is said to do may begin, beside a verb that no kind tells."""
MOST_TITLE = 6
"""So many words at most are the title of a show."""
MOST_HEADLINE = 60
"""So many words at most are a headline."""


def that_clause(field: Field, row: int, limit: int) -> Places:
    """Return what is said, behind the verb: with "that", behind a colon, quoted, a question, or a bare clause; to the sentence's end."""
    words = field.words
    if row >= limit:
        return []
    kind = words.kind[row]
    if kind == "," and row + 1 < limit and words.kind[row + 1] in ("OQ", "THAT"):
        row += 1
        kind = words.kind[row]
    first = row
    if kind in ("THAT", ":"):
        first = row + 1
        # "an interview that aired on Monday"
        says = first < limit and not (kind == "THAT" and words.kind[first] in FINITE)
    elif kind == "OQ":
        says = not is_title(field, row)
    else:
        says = (kind == "WH" and has_verb(words, row, limit)) or is_clause(words, row, limit)
    return [(limit, (first, _before_citing(field, row, limit)))] if says else []


def _before_citing(field: Field, row: int, limit: int) -> int:
    """Return where the content from *row* on ends: the sentence's end, or before ", citing two officials"."""
    words = field.words
    kind = words.kind
    for at in range(row, limit - 1):
        if kind[at] == "," and words.quote[at] < 0 and words.lower[at + 1] in forms_of("passes_on"):
            return at
    return words.bounds[words.sentence[row]][1]


def is_title(field: Field, row: int) -> bool:
    """Tell whether the quotation that opens at *row* is the title of a show or work: few words, and nothing behind it."""
    words = field.words
    inner = range(row + 1, quote_end(words, row) - 1)
    return len(inner) <= MOST_TITLE and all(words.kind[at] in TITLED or words.text[words.start[at]].isupper() for at in inner)


def that(field: Field, row: int, limit: int) -> Places:
    """Return what stands behind "that", where it opens a clause and is no relative: "told him of the closures | that were near"."""
    words = field.words
    if row + 1 >= limit or words.kind[row] != "THAT" or words.kind[row + 1] in FINITE:
        return []
    return [(limit, (row + 1, words.bounds[words.sentence[row]][1]))]


def fronted(field: Field, row: int, limit: int) -> Places:
    """Return what stands behind "that" up to a comma where the main clause may begin: "Warning | that the wall may fall, | the union left"."""
    words = field.words
    if row + 1 >= limit or words.kind[row] != "THAT" or words.kind[row + 1] in ("SC", "WH"):
        return []
    commas = [at for at in range(row + 2, min(limit, row + MOST_HEADLINE)) if words.kind[at] == "," and words.quote[at] < 0]
    return [(at, (row + 1, at)) for at in commas if has_verb(words, row + 1, at)]


def rest(field: Field, row: int, limit: int) -> Places:
    """Return whatever is left of the sentence."""
    words = field.words
    while row < limit and words.kind[row] in OPENERS:
        row += 1
    return [(limit, (row, field.stop(row, limit)))] if row < limit else []


def around(field: Field, row: int, limit: int) -> Places:
    """Return what stands behind in the same clause, if anything does."""
    end = clause_end(field.words, row, limit)
    return [(end, (row, end))] if end > row else []


def remains(field: Field, row: int, limit: int) -> Places:
    """Return what is left of the sentence, or of the relative clause between commas: "Ruiz, who is said to | be ill, | left"."""
    words = field.words
    begun = clause_start(words, row, field.first[words.sentence[row]])
    if words.kind[begun - 1] == "WHO" and words.kind[begun - 2] == ",":
        limit = next((at for at in range(row, limit) if words.kind[at] == ","), limit)
    return rest(field, row, limit) if limit == field.last[words.sentence[row]] else [(limit, (row, limit))] if row < limit else []


def infinitive(field: Field, row: int, limit: int) -> Places:
    """Return what somebody is said to do, behind "to": "be guilty", "have left in May", and no noun: "to | the police"."""
    words = field.words
    is_verb = words.kind[row] in INFINITIVES or (
        words.kind[row] == "w" and not ends_in_s(words.lower[row]) and words.lower[row] not in forms_of("plural")
    )
    return remains(field, row, limit) if row < limit and is_verb else []


def gerund(field: Field, row: int, limit: int) -> Places:
    """Return a deed in -ing, to the sentence's end: "taking money from the builders"."""
    return [(limit, (row, limit))] if row < limit and field.words.kind[row] == "ING" else []


def complement(field: Field, row: int, limit: int) -> Places:
    """Return what somebody or something is held to be: "unsafe", "a marvel", and no place or time: "at length"; nor by whom."""
    words = field.words
    is_part = row + 1 < limit and words.lower[row] in forms_of("quantity") and words.lower[row + 1] == "of"  # "one of the best"
    if row >= limit or (words.kind[row] not in ("w", "DT", "PP", "RB", "ED", "ING") and not is_part):
        return []
    is_held_by = any(agent(field, at, limit) for at in range(row + 1, clause_end(words, row, limit)))
    return [] if is_held_by else remains(field, row, limit)


def speech(field: Field, row: int, limit: int) -> Places:
    """Return a quotation behind a verb, with a colon or comma before it or none."""
    words = field.words
    at = row + 1 if row < limit and words.kind[row] in (":", ",") else row
    if at >= limit or words.kind[at] != "OQ" or is_title(field, at):
        return []
    return [(limit, (at, words.bounds[words.sentence[row]][1]))]


def resumed(field: Field, row: int, limit: int) -> Places:
    """Return what goes on behind the speaker's comma: ", | will start in June", ", “and we left”"."""
    words = field.words
    if row + 1 >= limit or words.kind[row] != ",":
        return []
    goes_on = words.kind[row + 1] in FINITE or (words.kind[row + 1] == "OQ" and row + 1 not in field.phrase_from)
    return rest(field, row + 1, limit) if goes_on or (words.kind[row + 1] == "w" and ends_in_s(words.lower[row + 1])) else []


def predicate(field: Field, row: int, limit: int) -> Places:
    """Return a predicate whose subject stands before the speaker: "which the firm says | is better"."""
    return rest(field, row, limit) if row < limit and field.words.kind[row] in HELPING else []


def more_after(field: Field, row: int, limit: int) -> Places:
    """Return what goes on behind a report that stands in the middle of it."""
    words = field.words
    at = row + 1 if row < limit and words.kind[row] == ")" else row
    return rest(field, at, limit) if tells_something(field, at, limit) else []


def more_behind_comma_after(field: Field, row: int, limit: int) -> Places:
    """Return what goes on behind the comma of "…, according to the Post, …"."""
    comma = next((at for at in range(row, min(limit, row + MOST_ASIDE)) if field.words.kind[at] == ","), limit)
    return more_after(field, comma, limit)


def cut_before_verb(field: Field, row: int, limit: int) -> Places:
    """Return what goes on behind a comma with a verb: "The harbour, the Times reported, | will close"."""
    words = field.words
    if row + 1 >= limit or words.kind[row] != ",":
        return []
    is_verb = words.kind[row + 1] in FINITE or words.lower[row + 1].endswith("s")
    return rest(field, row + 1, limit) if is_verb else []


def told_after(field: Field, row: int, limit: int) -> Places:
    """Return what is told by more than a bare clause: with "that", a question, a colon, or quoted."""
    words = field.words
    at = row + 1 if row + 1 < limit and words.kind[row] == "," else row
    return that_clause(field, row, limit) if at < limit and words.kind[at] in ("THAT", "WH", ":", "OQ") else []


def digest_after(field: Field, row: int, limit: int) -> Places:
    """Return a headline and the words that it stands over, behind who wrote them: "Reuters, | Ana Ruiz: “Port To Close”: “The harbour"."""
    words = field.words
    title = next((at for at in range(row, min(limit, row + MOST_BETWEEN)) if words.kind[at] == "OQ"), None)
    if title is None or words.kind[row] != "NP" or any(words.kind[at] in LINKING for at in range(row, title)):
        return []
    for at in range(title, min(limit - 1, title + MOST_HEADLINE)):
        if words.kind[at] == "CQ" and words.kind[at + 1] == ":":
            return (
                [(limit, (title, words.bounds[words.sentence[row]][1]))] if at + 2 < limit and words.kind[at + 2] == "OQ" else []
            )
    return []
