"""
What the elements before a trigger match: from a row of words back to where the element may begin.

Each function takes the field, the row behind the element and the beginning of its sentence, and returns places as those of
``after`` do: where it begins, and what it binds there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from citeaudit.constructions.after import AUXILIARIES, MOST_APPOSED, OPENERS, is_headed, may_speak, names_an_outlet, outlet, venue
from citeaudit.lexicon.classes import forms_of
from citeaudit.outlets.unknown import outlet_nouns
from citeaudit.phrases.clauses import clause_start, has_verb, is_said_before
from citeaudit.phrases.noun_phrases import is_noun_phrase, starts_before
from citeaudit.phrases.relative_clauses import begin_of_noun
from citeaudit.phrases.settings import is_setting, setting_ends
from citeaudit.sources.outlet_phrases import Head
from citeaudit.words.quoted import quote_start

if TYPE_CHECKING:
    from citeaudit.constructions.after import Places
    from citeaudit.constructions.field import Field
    from citeaudit.words.tokens import Words

MOST_BARE = 3
"""A stretch of so few words before a bracket is a name or caption, no statement."""
MOST_OTHERS = 7
MOST_SETTING = 9
MOST_SAID = 30
MOST_NAMED = 14
"""So many words at most are what ends a list of outlets, a setting, a claim with what it says, a speaker behind an outlet."""
APOSTROPHES = frozenset("'’")
BULLETS = frozenset(("*", "•", "·"))


def noun_phrase_before(field: Field, row: int, floor: int) -> Places:
    """Return the noun phrase that ends here and is no outlet's."""
    starts = starts_before(field.words, row, floor)
    low = min(starts, default=max(floor, row - MOST_NAMED))
    # An outlet may stand right before the speaker: "Speaking to Sky News | Mr Okoro | said".
    behind = [at for at in range(row - 1, low, -1) if at in field.phrase_to and is_noun_phrase(field.words, at, row)]
    named = [at for start in starts[:1] if (at := _named_before(field, start, floor)) is not None]
    return [(start, (start, row)) for start in (*named, *starts, *behind)]


def _named_before(field: Field, row: int, floor: int) -> int | None:
    """Return where a name begins between a quotation and an apposition that has no second comma: "“…,” Ana Ruiz, the mayor of Leeds | said"."""
    words = field.words
    at = row - 1
    if row - 1 <= floor or words.kind[at] != ",":
        return None
    while at > floor and words.kind[at - 1] == "NP":
        at -= 1
    return at if at < row - 1 and at > floor and words.kind[at - 1] == "CQ" else None


def document_before(field: Field, row: int, floor: int) -> Places:
    """Return a document right before its relative clause: "obtained | a memo | that says"."""
    if row <= floor or field.words.lower[row - 1] not in forms_of("document"):
        return []
    first = begin_of_noun(field.words, row, floor)
    return [(first, (first, row))] if first < row else []


def answered_for_before(field: Field, row: int, floor: int) -> Places:
    """Return pictures that end here with who answers for them: "footage obtained by the Post"; by themselves they are only looked at."""
    words = field.words
    got = forms_of("obtain.ed") | forms_of("handed.ed")
    return [
        (start, what)
        for start, what in noun_phrase_before(field, row, floor)
        if is_headed(field, "picture", start, row)
        and any(words.lower[at] in got and "by" in words.lower[at + 1 : at + 3] for at in range(start, row))
    ]


def apposed_before(field: Field, row: int, floor: int) -> Places:
    """Return the noun phrase that ends here with what is said of it between commas: "One nurse, who was not named, | claimed"."""
    return noun_phrase_before(field, row, floor) if row > floor and field.words.kind[row - 1] == "," else []


def quoted_before(field: Field, row: int, floor: int) -> Places:
    """Return what stands here quoted: a clause before whose end a quotation closes."""
    return clause_before(field, row, floor) if field.words.kind[row - 1] == "CQ" else []


def lead_before(field: Field, row: int, floor: int) -> Places:
    """Return what only leads in, from the sentence's beginning to its comma here: "Asked by Nick Farrow whether he would go,"."""
    words = field.words
    if row - 1 <= floor or words.kind[row - 1] != ",":
        return []
    first = floor + 1 if words.kind[floor] == "CC" else floor
    leads = (
        words.lower[first] in forms_of("sets_out")
        or words.kind[first] in ("IN", "SC", "WH")
        or words.lower[first] in forms_of("speak.ing")
    )
    return [(floor, (first, row - 1))] if leads else []


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
    if words.lower[row - 1] not in outlet_nouns() and words.lower[row - 1] not in forms_of("other_ones"):
        return None
    joined = (at for at in range(row - 2, max(floor, row - MOST_OTHERS), -1) if words.kind[at] == "CC" and at in field.phrase_to)
    return next(joined, None)


def clause_before(field: Field, row: int, floor: int) -> Places:
    """Return what was said, a clause or quotation from the sentence's beginning, before a comma, dash or closing mark."""
    return [(start, what) for start, what in part_before(field, row, floor) if isinstance(what, tuple) and _says(field, *what)]


def _says(field: Field, first: int, last: int) -> bool:
    words = field.words
    if words.quote[last - 1] >= 0 or words.quote[first] >= 0 or has_verb(words, first, last):
        return True
    # A verb in the present looks like a noun: "Repairs begin in April".
    return last - first > MOST_BARE and words.kind[first] in ("w", "NP") and "," not in words.kind[first:last]


def part_before(field: Field, row: int, floor: int) -> Places:
    """Return the beginning of what was said, which need not be a clause yet: "The old wall, | she told CNN, | is safe"."""
    words = field.words
    if row == floor:
        return _exclaimed_before(field, floor)
    end = row
    while end > floor and words.kind[end - 1] in OPENERS:
        end -= 1
    if (end == row and words.kind[row - 1] not in ("CQ", "?", "!")) or end <= floor:
        return []
    first = floor
    while first < end and (words.kind[first] in BULLETS | {"CC"} or words.kind[first] in OPENERS):
        first += 1
    if words.quote[first] >= 0:
        # The sentences before belong to the same quotation: "“It is over. It was late,” Ruiz told".
        first = quote_start(words, first)
    return [(floor, (first, end))] if is_said_before(words, first, end) else []


def whole_part_before(field: Field, row: int, floor: int) -> Places:
    """Return such a beginning without a comma inside, which no apposition parts from its verb: not "The actress, 58, | claimed he left"."""
    return [
        place
        for place in part_before(field, row, floor)
        if isinstance(place[1], tuple) and "," not in field.words.kind[slice(*place[1])]
    ]


def statement_before(field: Field, row: int, floor: int) -> Places:
    """Return the whole statement that ends here, a finite verb in it, with no mark behind it: before a bracket."""
    words = field.words
    first = floor
    while first < row and (words.kind[first] in BULLETS | {"CC"} or words.kind[first] in OPENERS):
        first += 1
    is_quoted = first < row and words.quote[first] >= 0
    return [(floor, (first, row))] if row - first > MOST_BARE and (is_quoted or has_verb(words, first, row)) else []


def _exclaimed_before(field: Field, floor: int) -> Places:
    """Return what was quoted in the sentence before, up to a question or exclamation mark: "“We will never pay!” | Ana Ruiz told"."""
    words = field.words
    if words.quote[floor - 1] < 0 or words.kind[floor - 1] != "CQ" or words.kind[floor - 2] not in ("!", "?"):
        return []
    if words.paragraph[words.sentence[floor]] != words.paragraph[words.sentence[floor - 1]]:
        return []
    return [(floor, (quote_start(words, floor - 1), floor))]


def around_before(field: Field, row: int, floor: int) -> Places:
    """Return what stands before in the same clause, if anything does."""
    first = clause_start(field.words, row, floor)
    return [(first, (first, row))] if first < row else []


def start(field: Field, row: int, floor: int) -> Places:
    """Return the beginning of the sentence, marks and "but" left out."""
    words = field.words
    at = row
    while at > floor and words.kind[at - 1] in BULLETS | OPENERS | {"OQ", "CC", "ADV", "RB"}:
        at -= 1
    return [(at, None)] if at == floor else []


def be_before(field: Field, row: int, floor: int) -> Places:
    """Return a form of "be", "has been"."""
    if row <= floor or field.words.kind[row - 1] != "BE":
        return []
    at = row - 1
    while at > floor and field.words.kind[at - 1] in ("HV", "ADV", "RB"):
        at -= 1
    return [(first, (first, row)) for first in range(at, row)]  # "there" is an adverb by its form: "there | have been"


def setting_before(field: Field, row: int, floor: int) -> Places:
    """Return the setting that ends here and holds no outlet: "A report by Reuters | after the vote | said"."""
    found: Places = []
    for at in range(row - 1, max(floor, row - MOST_SETTING), -1):
        if row in setting_ends(field.words, at, row) and not any(place in field.phrase_from for place in range(at, row)):
            found.append((at, (at, row)))
    return found


def auxiliary_before(field: Field, row: int, floor: int) -> Places:
    """Return what may stand inside a group of verbs, times included: "has", "also", "on Friday"."""
    words = field.words
    if row <= floor:
        return []
    if words.lower[row - 1] in forms_of("hedging"):
        return []  # nobody is sure that it was said: "the captain | reportedly | yelling"
    if words.lower[row - 1] in forms_of("time_unit") and words.lower[row - 2] in forms_of("time_lead"):
        return [(row - 2, None)]
    if words.kind[row - 1] in AUXILIARIES or words.lower[row - 1] in forms_of("adverb"):
        at = row - 1
        while (
            words.kind[row - 1] == "DAY"
            and at > floor
            and (words.kind[at - 1] == "IN" or words.lower[at - 1] in forms_of("time_lead"))
        ):
            at -= 1
        return [(at, None)]
    return []


def spoken_before(field: Field, row: int, floor: int) -> Places:
    """Return the quotation that the mark at *row* closes, behind a comma, question or exclamation mark."""
    words = field.words
    if words.quote[row] < 0 or words.kind[row - 1] not in (",", "?", "!"):
        return []
    first = quote_start(words, row)
    return [(max(first, floor), (first, row + 1))]


def any_verb_before(field: Field, row: int, floor: int) -> Places:
    """Return a word that can be the verb of speech before a colon, whatever it is: "one | raged | :"."""
    return [(row - 1, (row - 1, row))] if row - 1 > floor and may_speak(field.words, row - 1, ("ED", "ING")) else []


def allegation_before(field: Field, row: int, floor: int) -> Places:
    """Return a claim, with what it claims, that ends here: "The claim that ministers knew | was rejected"."""
    words = field.words
    at = next(
        (at for at in range(row - 1, max(floor - 1, row - MOST_SAID), -1) if words.lower[at] in forms_of("allegation")), None
    )
    if at is None or any(words.kind[between] in (";", ":", "OQ", ".") for between in range(at, row)):
        return []
    first = at - 1 if at > floor and words.kind[at - 1] in ("DT", "PP") else at
    return [(first, (first, row))] if first < at or at == floor else []


def paper_before(field: Field, row: int, floor: int) -> Places:
    """Return what was issued and says something, which ends here: "a statement on Friday | denying"."""
    words = field.words
    for at in range(row - 1, max(floor, row - MOST_BARE * 3), -1):
        if words.lower[at] in forms_of("paper"):
            article = next(
                (before for before in range(at - 1, max(floor, at - 4), -1) if words.kind[before] in ("DT", "PP")), None
            )
            return [(article, (article, row))] if article is not None else []
    return []


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


BEFORE: dict[str, Callable[[Field, int, int], Places]] = {
    "NP": noun_phrase_before,
    "DOCUMENT": document_before,
    "ANSWERED_FOR": answered_for_before,
    "APPOSED": apposed_before,
    "QUOTED": quoted_before,
    "LEAD": lead_before,
    "LEAD_VENUE": lead_venue_before,
    "OUTLETS": outlet_before,
    "CLAUSE": clause_before,
    "PART": part_before,
    "WHOLE_PART": whole_part_before,
    "STATEMENT": statement_before,
    "ALLEGATION": allegation_before,
    "PAPER": paper_before,
    "OWNER": owner_before,
    "SPOKEN": spoken_before,
    "ANY_VERB": any_verb_before,
    "AROUND": around_before,
    "START": start,
    "BE": be_before,
    "SETTING": setting_before,
    "AUX": auxiliary_before,
}
