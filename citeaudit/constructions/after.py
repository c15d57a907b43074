"""
What the elements behind a trigger match: from a row of words to where the element may end.

Each function takes the field, the row at which the element begins and the end of its sentence, and returns places, likeliest
first: where it ends, and what it binds there: nothing, a stretch of rows, or an outlet.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from citeaudit.constructions.field import reporting, row_behind
from citeaudit.lexicon.classes import NONE, classes_by_form, forms_of
from citeaudit.outlets.nouns import kind_nouns
from citeaudit.outlets.unknown import outlet_nouns
from citeaudit.phrases.clauses import clause_end, clause_start, has_verb, is_clause
from citeaudit.phrases.noun_phrases import ends_after
from citeaudit.phrases.settings import FINITE, HELPING, setting_ends, times
from citeaudit.sources.outlet_phrases import Head, OutletPhrase
from citeaudit.words.quoted import quote_end
from citeaudit.words.tokens import ends_in_s

if TYPE_CHECKING:
    from citeaudit.constructions.field import Field
    from citeaudit.words.tokens import Words

Rows = tuple[int, int]
Bound = Rows | OutletPhrase | None
"""What an element binds: rows of words from the first to behind the last, an outlet, or nothing."""
Places = list[tuple[int, Bound]]

AUXILIARIES = frozenset(("HV", "ADV", "RB", "DAY"))
OPENERS = frozenset((",", ":", "—", "–", "-", "--"))
TITLED = frozenset(("IN", "DT", "CC", ",", ".", "TO", "NUM", "&", "...", "!", "?", "POS"))
"""Kinds of words that a title may hold beside those with capitals."""
THINGS = frozenset(("DT", "PP", "NUM", "NP", "w", "PRO", "WH", "ED", "ING", "OQ", "RB", "ADV"))
"""Kinds with which a thing that is shown may begin."""
CURRENCIES = frozenset("$£€")
MOST_TITLE = 6
MOST_STRETCH = 16
MOST_JUDGED = 8
MOST_APPOSED = 16
MOST_HEARER = 8
MOST_MEDIUM = 6
"""So many words at most are a title, a judgement, what is judged, what is said of an outlet, a hearer before its outlet, a medium."""


def noun_phrase(field: Field, row: int, limit: int) -> Places:
    """Return a noun phrase that is no outlet's."""
    if row in field.phrase_from:
        return []
    return [(end, (row, end)) for end in ends_after(field.words, row, limit)]


def outlet(field: Field, row: int, limit: int) -> Places:
    """Return an outlet, with what hangs on its name: "the Guardian's front page"; and with what is said of it: "Kan, a broadcaster,"."""
    found = field.phrase_from.get(row)
    if found is None:
        return _named_behind_its_kind(field, row, limit)
    if found[0] > limit:
        return []
    end, phrase = found
    if end < limit and field.words.kind[end] == "OQ" and _is_title(field, end):
        end = quote_end(field.words, end)  # the show belongs to its channel: "the Fox News program | “Fox and Friends”"
    return [(end, phrase), *((close, phrase) for close in _said_of(field, end, limit))]


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
    words, classes = field.words, classes_by_form()
    for at in range(row, min(limit, row + MOST_MEDIUM)):
        if "medium" in classes.get(words.lower[at], NONE):
            end = at + 1
            while end < limit and "medium" in classes.get(words.lower[end], NONE):
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
    if words.lower[row] not in forms_of("hosting") or words.lower[row - 1] in forms_of("beside"):
        return []  # "a person close to the network" told it nothing
    if row + 1 in field.phrase_from:
        return outlet(field, row + 1, limit)
    if row + 1 < len(words.kind) and words.kind[row + 1] == "OQ" and _is_title(field, row + 1):
        return [(min(quote_end(words, row + 1), limit), None)]  # on a show: "told CNN | on “New Day”"
    for end, _ in medium(field, row + 1, limit):
        borne = _borne(words, end, limit)
        if words.lower[borne] in forms_of("hearing") and borne + 1 < limit and (borne == end or words.lower[borne] != "by"):
            if words.kind[borne + 1] == "OQ" and borne > end and _is_title(field, borne + 1):
                return [(min(quote_end(words, borne + 1), limit), None)]
            return hearer(field, borne + 1, limit)
    return []


def _borne(words: Words, row: int, limit: int) -> int:
    """Return where it is told on what a medium is borne, behind how and when: "an interview | (that was) aired on Sunday | by the BBC"."""
    at = row
    while at < limit and (
        words.kind[at] in ("THAT", "WHO", "BE", "ADV") or (words.kind[at] == "," and words.kind[at + 1] == "WHO")
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


def setting(field: Field, row: int, limit: int) -> Places:
    """Return when, where or on what occasion it was said; no outlet stands in it."""
    found: Places = []
    for end in setting_ends(field.words, row, limit):
        if not any(at in field.phrase_from for at in range(row, end)):
            found.append((end, (row, end)))
    return found


def that_clause(field: Field, row: int, limit: int) -> Places:
    """Return what is said, behind the verb: with "that", behind a colon, quoted, a question, or a bare clause; to the sentence's end."""
    words = field.words
    if row >= limit:
        return []
    kind = words.kind[row]
    if kind == "," and row + 1 < limit and words.kind[row + 1] in ("OQ", "THAT"):
        row += 1
        kind = words.kind[row]
    end = _before_citing(field, row, limit)
    if kind == "THAT" and row + 1 < limit and words.kind[row + 1] in FINITE:
        return []  # "an interview that aired on Monday"
    if kind in ("THAT", ":"):
        return [(limit, (row + 1, end))] if row + 1 < limit else []
    if kind == "OQ":
        return [] if _is_title(field, row) else [(limit, (row, end))]
    if kind == "WH" and has_verb(words, row, limit):
        return [(limit, (row, end))]
    return [(limit, (row, end))] if is_clause(words, row, limit) else []


def _before_citing(field: Field, row: int, limit: int) -> int:
    """Return where the content from *row* on ends: the sentence's end, or before ", citing two officials"."""
    words = field.words
    for at in range(row, limit - 1):
        if words.kind[at] == "," and words.quote[at] < 0 and words.lower[at + 1] in forms_of("passes_on"):
            return at
    return words.bounds[words.sentence[row]][1]


def _is_title(field: Field, row: int) -> bool:
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
        if words.kind[at] in (";", ":", ".") or (words.kind[at] in HELPING and words.quote[at] < 0):
            break
    return found


def judged(field: Field, row: int, limit: int) -> Places:
    """Return whom or what is judged, and as what or for what: "the council | for closing the port", "as “nonsense” a report"."""
    words = field.words
    if row >= limit or words.kind[row] in (",", ";", ":"):
        return []
    if words.lower[row] in forms_of("judged_as"):
        return rest(field, row, limit) if words.kind[row + 1] in ("OQ", "DT") else []
    for end, _ in noun_phrase(field, row, limit):
        if (
            end + 1 < limit
            and words.lower[end] in forms_of("judged_as")
            and (words.lower[end] != "with" or words.kind[end + 1] == "ING")
        ):
            return rest(field, row, limit)
    is_worded = any(words.kind[at] == "OQ" and not _is_title(field, at) for at in range(row, min(limit, row + MOST_JUDGED)))
    return rest(field, row, limit) if is_worded and words.kind[row] not in ("IN", "TO") else []


def figure(field: Field, row: int, limit: int) -> Places:
    """Return a count and its figure: "the number of missing at 52"."""
    words = field.words
    stop = min(limit, row + MOST_STRETCH)
    if not any(words.lower[at] in forms_of("count") for at in range(row, min(limit, row + 4))):
        return []
    at = next((at for at in range(row + 1, stop) if words.lower[at] == "at"), stop)
    is_given = any(
        words.kind[after] == "NUM" or words.lower[after] in forms_of("plural") for after in range(at + 1, min(limit, at + 4))
    )
    return rest(field, row, limit) if at < stop and is_given else []


def is_headed(field: Field, name: str, row: int, end: int) -> bool:
    """Tell whether the head of the phrase from *row* to *end*, its last noun before a preposition or comma, is of class *name*; courts alone have names."""
    words, classes = field.words, classes_by_form()
    # What is owned is the head, whoever owns it: "the secretary of state's | website".
    named = next((at for at in range(row, end) if words.kind[at] in (",", "WHO")), end)
    head = row = max((at + 1 for at in range(row, named - 1) if words.kind[at] == "POS"), default=row)
    for at in range(row, end):
        if words.kind[at] in ("IN", ",", "WHO", "TO", "ED", "ING", "THAT"):
            break
        head = at
    is_name = words.kind[head] == "NP" and head != field.first[words.sentence[head]]
    return name in classes.get(words.lower[head], NONE) and (not is_name or name == "court")


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


def thing(field: Field, row: int, limit: int) -> Places:
    """Return a thing that a document shows, with all behind it: "a fall of 4 percent", "£40", "how it fell"."""
    words = field.words
    is_other = words.kind[row] == "PRM" and not words.lower[row].endswith(("self", "selves"))
    is_thing = row < limit and (words.kind[row] in THINGS or words.lower[row] in CURRENCIES or is_other)
    return rest(field, row, limit) if is_thing else []


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
    is_verb = words.kind[row] in HELPING | {"ADV", "RB", "ING"} or (
        words.kind[row] == "w" and not ends_in_s(words.lower[row]) and words.lower[row] not in forms_of("plural")
    )
    return remains(field, row, limit) if row < limit and is_verb else []


def complement(field: Field, row: int, limit: int) -> Places:
    """Return what somebody or something is held to be: "unsafe", "a marvel", and no place or time: "at length"; nor by whom."""
    words = field.words
    if row >= limit or words.kind[row] not in ("w", "DT", "PP", "RB", "ED", "ING"):
        return []
    is_held_by = any(agent(field, at, limit) for at in range(row + 1, clause_end(words, row, limit)))
    return [] if is_held_by else remains(field, row, limit)


def speech(field: Field, row: int, limit: int) -> Places:
    """Return a quotation behind a verb, with a colon or comma before it or none."""
    words = field.words
    at = row + 1 if row < limit and words.kind[row] in (":", ",") else row
    if at >= limit or words.kind[at] != "OQ" or _is_title(field, at):
        return []
    return [(limit, (at, words.bounds[words.sentence[row]][1]))]


def any_verb(field: Field, row: int, limit: int) -> Places:
    """Return a word that can be the verb of speech behind a quotation and its speaker, whatever it is: "“…,” she | snaps"."""
    return [(row + 1, (row, row + 1))] if row < limit and may_speak(field.words, row, ("ED",)) else []


def may_speak(words: Words, row: int, kinds: tuple[str, ...]) -> bool:
    """Tell whether the word at *row* can be a verb of speech, whatever it is: one of these *kinds*, or a form in -s."""
    form = words.lower[row]
    is_verbal = words.kind[row] in kinds or (words.kind[row] == "w" and ends_in_s(form))
    return is_verbal and form not in forms_of("holds")


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
        if words.kind[row] == "w" and not words.lower[row].endswith("s") and words.lower[row] not in forms_of("plural"):
            return []  # "hopes | to offset": a verb
    elif words.lower[row - 1] not in forms_of("tell"):
        return []
    return [(end, None) for end, _ in noun_phrase(field, row, limit)]


def resumed(field: Field, row: int, limit: int) -> Places:
    """Return what goes on behind the speaker's comma: ", | will start in June", ", “and we left”"."""
    words = field.words
    if row + 1 >= limit or words.kind[row] != ",":
        return []
    goes_on = words.kind[row + 1] in FINITE or words.kind[row + 1] == "OQ"
    return rest(field, row + 1, limit) if goes_on or (words.kind[row + 1] == "w" and ends_in_s(words.lower[row + 1])) else []


def paper_sent(field: Field, row: int, limit: int) -> Places:
    """Return what is sent to somebody and says something: "sent the mayor, a Democrat, | a letter"."""
    words = field.words
    for at in range(row, min(limit, row + MOST_STRETCH)):
        if words.kind[at] in FINITE or words.kind[at] in ("THAT", "OQ", ":", ";"):
            break
        if words.lower[at] in forms_of("paper"):
            first = next(
                (before for before in range(at - 1, max(row, at - 3) - 1, -1) if words.kind[before] in ("DT", "PP")), None
            )
            return [(at + 1, (first, at + 1))] if first is not None else []
    return []


def predicate(field: Field, row: int, limit: int) -> Places:
    """Return a predicate whose subject stands before the speaker: "which the firm says | is better"."""
    return rest(field, row, limit) if row < limit and field.words.kind[row] in HELPING else []


def been(field: Field, row: int, limit: int) -> Places:
    """Return a form of "be" behind its subject: "claims | have been | made"."""
    words = field.words
    end = row
    while end < limit and words.kind[end] in ("HV", "BE"):
        end += 1
    return [(end, (row, end))] if end > row and words.kind[end - 1] == "BE" else []


def sentence_end(field: Field, row: int, limit: int) -> Places:
    """Return the end of the sentence, or a comma or dash at which something else begins."""
    return [(row, None)] if row >= limit or field.words.kind[row] in (",", ";", "—", "–", "-", "--", "(") else []


def citing(field: Field, row: int, limit: int) -> Places:
    """Return whom an outlet cites behind its report: ", citing two officials"."""
    words = field.words
    if row + 1 < limit and words.kind[row] == "," and words.lower[row + 1] in forms_of("passes_on"):
        return [(limit, (row + 1, limit))]
    return []


def auxiliary(field: Field, row: int, limit: int) -> Places:
    """Return what may stand inside a group of verbs: "has", "also", "later"."""
    words = field.words
    is_auxiliary = (
        row < limit
        and (words.kind[row] in AUXILIARIES or words.lower[row] in forms_of("adverb"))
        and words.lower[row] not in forms_of("hedging")
    )
    return [(row + 1, None)] if is_auxiliary else []


AFTER: dict[str, Callable[[Field, int, int], Places]] = {
    "NP": noun_phrase,
    "OUTLETS": outlets,
    "CREDITED": credited,
    "HEARER": hearer,
    "VENUE": venue,
    "SEEN_BY": seen_by,
    "SETTING": setting,
    "THAT_CLAUSE": that_clause,
    "REST": rest,
    "AROUND": around,
    "REMAINS": remains,
    "OBJECT": thing,
    "INFINITIVE": infinitive,
    "COMPLEMENT": complement,
    "STRETCH": stretch,
    "JUDGED": judged,
    "FIGURE": figure,
    "THAT": that,
    "SPEAKER": speaker,
    "SPEECH": speech,
    "ANY_VERB": any_verb,
    "AGENT": agent,
    "ADDRESSED": addressed,
    "RESUMED": resumed,
    "PREDICATE": predicate,
    "PAPER_SENT": paper_sent,
    "BEEN": been,
    "END": sentence_end,
    "CITING": citing,
    "AUX": auxiliary,
}
