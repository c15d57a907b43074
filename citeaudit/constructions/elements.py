"""
What the elements of a construction match: from a row of words to where the element may end (or, to its left, begin).

Each function takes the field, the row it begins at and the bounds of its sentence, and returns places, likeliest first, each
with what it binds there: nothing, a stretch of rows, or an outlet.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from citeaudit.lexicon.classes import NONE, classes_by_form, forms_of
from citeaudit.outlets.nouns import kind_nouns
from citeaudit.outlets.unknown import outlet_nouns
from citeaudit.phrases.clauses import FINITE, has_verb, is_clause, is_said_before
from citeaudit.phrases.noun_phrases import ends_after, is_noun_phrase, starts_before
from citeaudit.phrases.settings import is_setting, setting_ends
from citeaudit.sources.outlet_phrases import Head

if TYPE_CHECKING:
    from citeaudit.constructions.field import Field
    from citeaudit.sources.outlet_phrases import OutletPhrase
    from citeaudit.words.tokens import Words

    Rows = tuple[int, int]
    Bound = Rows | OutletPhrase | None
    Places = list[tuple[int, Bound]]

AUXILIARIES = frozenset(("HV", "ADV", "RB", "DAY"))
HEARD_BY = frozenset(("of", "from", "at", "for", "with", "on", "in", "by", "to", "during", "via", "through"))
MOST_STRETCH = 16
MOST_TITLE = 6
TITLED = frozenset(("IN", "DT", "CC", ",", ".", "TO", "NUM", "&", "...", "!", "?", "POS"))
MOST_BARE = 3
"""A stretch of so few words before a bracket is a name or caption, no statement."""
MOST_OTHERS = 7
MOST_APPOSED = 16
MOST_SETTING = 9
MOST_NAMED = 14
MOST_HEARER = 8
MOST_MEDIUM = 6
OPENERS = frozenset((",", ":", "—", "–", "-", "--"))
WH = frozenset(("WH",))
VENUE_OPENERS = frozenset(("in", "on", "to", "at", "during", "from", "for", "via", "with", "through"))


# To the right: (field, row, limit) -> ends


def noun_phrase(field: Field, row: int, limit: int) -> Places:
    """A noun phrase that is no outlet's."""
    if row in field.phrase_from:
        return []
    return [(end, (row, end)) for end in ends_after(field.words, row, limit)]


def outlet(field: Field, row: int, limit: int) -> Places:
    """An outlet, with what hangs on its name: "the Guardian's front page"; and with what is said of it: "Kan, a broadcaster,"."""
    found = field.phrase_from.get(row)
    if found is None or found[0] > limit:
        return []
    end, phrase = found
    if end < limit and field.words.kind[end] == "OQ" and _is_title(field, end):
        quote = field.words.quote[end]
        while end < len(field.words.quote) and field.words.quote[end] == quote:
            end += 1  # the show belongs to its channel: "the Fox News program | “Fox and Friends”"
    return [(end, phrase), *((close, phrase) for close in _said_of(field, end, limit))]


def _said_of(field: Field, row: int, limit: int) -> list[int]:
    """Return where what is said of the outlet before *row* between commas ends, if it says that it is one."""
    words = field.words
    if row >= limit or words.kind[row] != ",":
        return []
    close = next((at for at in range(row + 1, min(limit, row + MOST_APPOSED)) if words.kind[at] == ","), limit)
    return [close + 1] if close < limit and _names_an_outlet(words, row + 1, close) else []


def credited(field: Field, row: int, limit: int) -> Places:
    """An outlet alone in brackets: "(Reuters)"."""
    found = field.credited.get(row)
    return [found] if found is not None else []


def outlets(field: Field, row: int, limit: int) -> Places:
    """One outlet or a list of them: "Reuters, the BBC and six others", "all" and "both" behind it."""
    words = field.words
    found = field.phrase_from.get(row)
    if found is None or found[0] > limit or found[1].head is Head.INTERVIEW:
        return []
    return [found]


def hearer(field: Field, row: int, limit: int) -> Places:
    """An outlet that hears: itself, somebody of it, or somebody in a medium of it ("Jane Roe in a chat with Reuters")."""
    direct = outlet(field, row, limit)
    if direct:
        return direct
    words = field.words
    stop = min(limit, row + MOST_HEARER + MOST_MEDIUM)
    for at in range(row + 1, stop):
        if words.kind[at] in (",", ":", ";", "OQ", "CQ", "THAT") or words.kind[at] in FINITE:
            return []
        if words.lower[at] in HEARD_BY:
            for found in (at + 1, *(end + 1 for end, _ in medium(field, at + 1, limit) if words.lower[end] in HEARD_BY)):
                if found in field.phrase_from:
                    return outlet(field, found, limit)
    return []


def medium(field: Field, row: int, limit: int) -> Places:
    """In what something is said: "an interview", "comments", "his Sunday column"."""
    words, classes = field.words, classes_by_form()
    for at in range(row, min(limit, row + MOST_MEDIUM)):
        if "medium" in classes.get(words.lower[at], NONE):
            end = at + 1
            while end < limit and "medium" in classes.get(words.lower[end], NONE):
                end += 1
            return [(end, (row, end))]
        if words.kind[at] not in ("DT", "PP", "w", "NUM", "ING", "ED", "NP", "DAY", "POS", "ADV"):
            return []
    return []


def venue(field: Field, row: int, limit: int) -> Places:
    """An outlet where it was said: "on CNN", "in an interview with the BBC", "to Reuters"."""
    words = field.words
    if words.lower[row] not in VENUE_OPENERS:
        return []
    if row + 1 in field.phrase_from:
        return outlet(field, row + 1, limit)
    for end, _ in medium(field, row + 1, limit):
        if words.lower[end] in HEARD_BY and end + 1 < limit:
            return hearer(field, end + 1, limit)
    return []


def setting(field: Field, row: int, limit: int) -> Places:
    """When, where or on what occasion it was said; no outlet stands in it."""
    found: Places = []
    for end in setting_ends(field.words, row, limit):
        if not any(at in field.phrase_from for at in range(row, end)):
            found.append((end, (row, end)))
    return found


def that_clause(field: Field, row: int, limit: int) -> Places:
    """What is said, behind the verb: with "that", behind a colon, quoted, a question, or a bare clause; to the sentence's end."""
    words = field.words
    if row >= limit:
        return []
    kind = words.kind[row]
    if kind == "," and row + 1 < limit and words.kind[row + 1] in ("OQ", "THAT"):
        row += 1
        kind = words.kind[row]
    end = words.bounds[words.sentence[row]][1]
    if kind == "THAT" and row + 1 < limit and words.kind[row + 1] in FINITE:
        return []  # "an interview that aired on Monday"
    if kind in ("THAT", ":"):
        return [(limit, (row + 1, end))] if row + 1 < limit else []
    if kind == "OQ":
        return [] if _is_title(field, row) else [(limit, (row, end))]
    if kind == "WH" and has_verb(words, row, limit):
        return [(limit, (row, end))]
    return [(limit, (row, end))] if is_clause(words, row, limit) else []


def _is_title(field: Field, row: int) -> bool:
    """Tell whether the quotation that opens at *row* is the title of a show or work: few words, and nothing behind it."""
    words = field.words
    close = row
    while close < len(words.quote) and words.quote[close] == words.quote[row]:
        close += 1
    inner = range(row + 1, close - 1)
    return len(inner) <= MOST_TITLE and all(words.kind[at] in TITLED or words.text[words.start[at]].isupper() for at in inner)


def that(field: Field, row: int, limit: int) -> Places:
    """Return what stands behind "that", where it opens a clause and is no relative: "told him of the closures | that were near"."""
    words = field.words
    if row + 1 >= limit or words.kind[row] != "THAT" or words.kind[row + 1] in FINITE:
        return []
    return [(limit, (row + 1, words.bounds[words.sentence[row]][1]))]


def speaker(field: Field, row: int, limit: int) -> Places:
    """Return a noun phrase that can speak behind its verb: a name, somebody with an article or number, or a bare plural."""
    words = field.words
    if words.kind[row] == "w" and not words.lower[row].endswith("s") and words.lower[row] not in forms_of("plural"):
        return []
    return noun_phrase(field, row, limit)


def stretch(field: Field, row: int, limit: int) -> Places:
    """Return words of judgement, quoted or behind "as", up to each "by" that follows: "branded | “reckless” | by the mayor"."""
    words = field.words
    found: Places = []
    for at in range(row, min(limit, row + MOST_STRETCH)):
        if (
            words.lower[at] == "by"
            and at > row
            and (words.lower[row] == "as" or words.kind[row] == "OQ" or words.quote[row] >= 0)
        ):
            found.append((at, (row, at)))
        if words.kind[at] in (";", ":", ".") or (words.kind[at] in FINITE and words.quote[at] < 0 and words.kind[at] != "ED"):
            break
    return found


def noun_phrase_of(field: Field, name: str, row: int, limit: int) -> Places:
    """Return a noun phrase whose noun is of the class *name*: ``NP@document``."""
    return [place for place in noun_phrase(field, row, limit) if is_headed(field, name, row, place[0])]


def is_headed(field: Field, name: str, row: int, end: int) -> bool:
    """Tell whether the head of the phrase from *row* to *end*, its last noun before a preposition or comma, is of class *name*."""
    words, classes = field.words, classes_by_form()
    head = row
    for at in range(row, end):
        if words.kind[at] in ("IN", ",", "WHO", "TO", "ED", "ING", "THAT"):
            break
        head = at
    return name in classes.get(words.lower[head], NONE) and words.kind[head] != "NP"


def rest(field: Field, row: int, limit: int) -> Places:
    """Whatever is left of the sentence."""
    words = field.words
    while row < limit and words.kind[row] in OPENERS:
        row += 1
    return [(limit, (row, words.bounds[words.sentence[row]][1]))] if row < limit else []


def resumed(field: Field, row: int, limit: int) -> Places:
    """What goes on behind the speaker's comma: ", | will start in June", ", “and we left”"."""
    words = field.words
    if row + 1 >= limit or words.kind[row] != ",":
        return []
    return rest(field, row + 1, limit) if words.kind[row + 1] in FINITE or words.kind[row + 1] == "OQ" else []


def sentence_end(field: Field, row: int, limit: int) -> Places:
    """The end of the sentence, or a comma or dash at which something else begins."""
    return [(row, None)] if row >= limit or field.words.kind[row] in (",", ";", "—", "–", "-", "--", "(") else []


def citing(field: Field, row: int, limit: int) -> Places:
    """Whom an outlet cites behind its report: ", citing two officials"."""
    words = field.words
    if row + 1 < limit and words.kind[row] == "," and words.lower[row + 1] in forms_of("passes_on"):
        return [(limit, (row + 1, limit))]
    return []


def be(field: Field, row: int, limit: int) -> Places:
    """A form of "be"."""
    return [(row + 1, (row, row + 1))] if row < limit and field.words.kind[row] == "BE" else []


def auxiliary(field: Field, row: int, limit: int) -> Places:
    """What may stand inside a group of verbs: "has", "also", "later"."""
    words = field.words
    is_auxiliary = row < limit and (words.kind[row] in AUXILIARIES or words.lower[row] in forms_of("adverb"))
    return [(row + 1, None)] if is_auxiliary else []


def pronoun(field: Field, row: int, limit: int) -> Places:
    """A personal pronoun."""
    return [(row + 1, (row, row + 1))] if row < limit and field.words.kind[row] == "PRO" else []


def place_name(field: Field, row: int, limit: int) -> Places:
    """One to three words with capitals: a place."""
    words = field.words
    at = row
    while at < min(limit, row + 3) and words.kind[at] == "NP":
        at += 1
    return [(at, (row, at))] if at > row else []


RIGHT: dict[str, Callable[[Field, int, int], Places]] = {
    "NP": noun_phrase,
    "OUTLET": outlet,
    "OUTLETS": outlets,
    "CREDITED": credited,
    "HEARER": hearer,
    "MEDIUM": medium,
    "VENUE": venue,
    "SETTING": setting,
    "THAT_CLAUSE": that_clause,
    "CLAUSE": that_clause,
    "REST": rest,
    "STRETCH": stretch,
    "THAT": that,
    "SPEAKER": speaker,
    "RESUMED": resumed,
    "END": sentence_end,
    "CITING": citing,
    "BE": be,
    "AUX": auxiliary,
    "PRO": pronoun,
    "PLACE": place_name,
}


# To the left: (field, row, floor) -> starts


def noun_phrase_before(field: Field, row: int, floor: int) -> Places:
    """The noun phrase that ends here and is no outlet's."""
    starts = starts_before(field.words, row, floor)
    low = min(starts, default=max(floor, row - MOST_NAMED))
    # An outlet may stand right before the speaker: "Speaking to Sky News | Mr Okoro | said".
    behind = [at for at in range(row - 1, low, -1) if at in field.phrase_to and is_noun_phrase(field.words, at, row)]
    return [(start, (start, row)) for start in (*starts, *behind)]


def noun_phrase_of_before(field: Field, name: str, row: int, floor: int) -> Places:
    """Return the noun phrase that ends here, if its noun is of the class *name*."""
    return [place for place in noun_phrase_before(field, row, floor) if is_headed(field, name, place[0], row)]


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
    if words.lower[at] in forms_of("lead_verb"):
        at += 1
        while at < stop and words.kind[at] in ("ADV", "RB", "DAY"):
            at += 1
    if at >= stop or words.kind[at] not in ("IN", "TO"):
        return []
    for end, phrase in venue(field, at, stop):
        if end == stop or (end < stop and is_setting(words, end, stop)):
            return [(floor, phrase)]
    return []


def outlet_before(field: Field, row: int, floor: int) -> Places:
    """Return the outlet that ends here; a handle in brackets or what is said of it between commas may stand behind its name."""
    words = field.words
    found = field.phrase_to.get(row)
    if found is None and row - 3 > floor and words.kind[row - 1] == ")" and words.kind[row - 3] == "(":
        found = field.phrase_to.get(row - 3) or field.phrase_to.get(row - 1)
    elif found is None and (listed := _before_others(field, row, floor)):
        found = field.phrase_to[listed]
    elif found is None and words.kind[row - 1] == ",":
        opening = next((at for at in range(row - 2, max(floor, row - MOST_APPOSED), -1) if words.kind[at] == ","), floor)
        if _names_an_outlet(words, opening + 1, row - 1):
            found = field.phrase_to.get(opening)
    if found is None or found[0] < floor or found[1].head is Head.INTERVIEW:
        return []
    is_agent = found[0] > floor and words.kind[found[0] - 1] in ("IN", "TO")  # "reports seen by Reuters suggest"
    return [] if is_agent else [found]


def _before_others(field: Field, row: int, floor: int) -> int | None:
    """Return where the outlets of a list end that goes on without names: "Reuters, the BBC | and six other outlets"."""
    words = field.words
    if words.lower[row - 1] not in outlet_nouns() and words.lower[row - 1] not in forms_of("other_ones"):
        return None
    joined = (at for at in range(row - 2, max(floor, row - MOST_OTHERS), -1) if words.kind[at] == "CC" and at in field.phrase_to)
    return next(joined, None)


def _names_an_outlet(words: Words, row: int, end: int) -> bool:
    """Tell whether the words between two commas say of an outlet what it is: "a Portuguese weekly", "which broke the story"."""
    if row >= end:
        return False
    if words.kind[row] == "WHO":
        return True
    return any(words.lower[at] in outlet_nouns() or words.lower[at] in kind_nouns() for at in range(row, end)) and not any(
        words.kind[at] in FINITE for at in range(row, end)
    )


def clause_before(field: Field, row: int, floor: int) -> Places:
    """Return what was said, a clause or quotation from the sentence's beginning, before a comma, dash or closing mark."""
    return [place for place in part_before(field, row, floor) if place[1] is not None and _says(field, *place[1])]


def _says(field: Field, first: int, last: int) -> bool:
    words = field.words
    return words.quote[last - 1] >= 0 or words.quote[first] >= 0 or has_verb(words, first, last)


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
    while first < end and (words.kind[first] in ("CC", "*", "•", "·") or words.kind[first] in OPENERS):
        first += 1
    quote = words.quote[first]
    if quote >= 0:
        # The sentences before belong to the same quotation: "“It is over. It was late,” Ruiz told".
        while words.quote[first - 1] == quote:
            first -= 1
    return [(floor, (first, end))] if is_said_before(words, first, end) else []


def statement_before(field: Field, row: int, floor: int) -> Places:
    """The whole statement that ends here, a finite verb in it, with no mark behind it: before a bracket."""
    words = field.words
    first = floor
    while first < row and (words.kind[first] in ("CC", "*", "•", "·") or words.kind[first] in OPENERS):
        first += 1
    is_quoted = first < row and words.quote[first] >= 0
    return [(floor, (first, row))] if row - first > MOST_BARE and (is_quoted or has_verb(words, first, row)) else []


def _exclaimed_before(field: Field, floor: int) -> Places:
    """What was quoted in the sentence before, up to a question or exclamation mark: "“We will never pay!” | Ana Ruiz told"."""
    words = field.words
    if words.quote[floor - 1] < 0 or words.kind[floor - 1] != "CQ" or words.kind[floor - 2] not in ("!", "?"):
        return []
    if words.paragraph[words.sentence[floor]] != words.paragraph[words.sentence[floor - 1]]:
        return []
    first = floor - 1
    while words.quote[first - 1] == words.quote[floor - 1]:
        first -= 1
    return [(floor, (first, floor))]


def start(field: Field, row: int, floor: int) -> Places:
    """The beginning of the sentence, marks and "but" left out."""
    words = field.words
    at = row
    while at > floor and words.kind[at - 1] in ("OQ", "CC", "-", "—", "–", "*", "•", "ADV", "RB", ","):
        at -= 1
    return [(at, None)] if at == floor else []


def be_before(field: Field, row: int, floor: int) -> Places:
    """A form of "be", "has been"."""
    if row <= floor or field.words.kind[row - 1] != "BE":
        return []
    at = row - 1
    while at > floor and field.words.kind[at - 1] in ("HV", "ADV", "RB"):
        at -= 1
    return [(at, (at, row))]


def setting_before(field: Field, row: int, floor: int) -> Places:
    """Return the setting that ends here and holds no outlet: "A report by Reuters | after the vote | said"."""
    found: Places = []
    for at in range(row - 1, max(floor, row - MOST_SETTING), -1):
        if row in setting_ends(field.words, at, row) and not any(place in field.phrase_from for place in range(at, row)):
            found.append((at, (at, row)))
    return found


def auxiliary_before(field: Field, row: int, floor: int) -> Places:
    """What may stand inside a group of verbs, times included: "has", "also", "on Friday"."""
    words = field.words
    if row <= floor:
        return []
    if words.kind[row - 1] in AUXILIARIES or words.lower[row - 1] in forms_of("adverb"):
        at = row - 1
        while (
            words.kind[row - 1] == "DAY"
            and at > floor
            and (words.kind[at - 1] == "IN" or words.lower[at - 1] in ("late", "early", "last", "this"))
        ):
            at -= 1
        return [(at, None)]
    return []


def pronoun_before(field: Field, row: int, floor: int) -> Places:
    """A personal pronoun."""
    return [(row - 1, (row - 1, row))] if row > floor and field.words.kind[row - 1] == "PRO" else []


LEFT: dict[str, Callable[[Field, int, int], Places]] = {
    "NP": noun_phrase_before,
    "APPOSED": apposed_before,
    "QUOTED": quoted_before,
    "LEAD": lead_before,
    "LEAD_VENUE": lead_venue_before,
    "OUTLET": outlet_before,
    "OUTLETS": outlet_before,
    "CLAUSE": clause_before,
    "PART": part_before,
    "STATEMENT": statement_before,
    "START": start,
    "BE": be_before,
    "SETTING": setting_before,
    "AUX": auxiliary_before,
    "PRO": pronoun_before,
}
