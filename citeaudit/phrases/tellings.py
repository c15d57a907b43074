"""
What stands around a telling and belongs to it: a lead-in before who speaks, and behind it where, to what question, or by whom it was said.

"In an interview with the station, | Ruiz said", "“…,” Ruiz said | during a debate in Leeds", "said Moss, | who owns a bakery". It is
no part of what was said, and asserts nothing of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.lexicon.classes import forms_of
from citeaudit.phrases.clauses import clause_end, has_verb
from citeaudit.phrases.relative_clauses import begin_of_noun
from citeaudit.phrases.settings import FINITE, is_setting, phrase_ends, setting_ends, times

if TYPE_CHECKING:
    from citeaudit.words.tokens import Words

SHORT = 8
"""So many words before whoever speaks are a lead-in if they open as one, whatever they are: "When the vote was lost, | Ruiz said"."""
LONG = 45
"""So many words at most tell a question, why a source is not named, or who spoke."""
TAIL = 14
"""So many words at most are a setting behind a quotation and its speaker, or what the speaker did meanwhile: "shouting over the band"."""
NEAR = 14
"""Within so many words of its beginning a long lead-in tells that somebody was asked or spoke."""
INTRODUCED = 14
"""So many words at most are who somebody is before "gave his name as"."""
LEADS = frozenset(("IN", "SC", "DAY", "ADV", "RB", "CC", "THAT"))
"""Kinds of words that open a lead-in."""
ASKS = forms_of("asks", "lead_verb")
OPENERS = ASKS | forms_of("sets_out")
"""Words that open one: "When …", "Asked …", "Speaking …"."""
JOINED = frozenset((",", "SC", "WH", "ADV", "RB", "CC", "IN"))
"""Kinds behind which a participle belongs to the lead-in: "On CNN, while | discussing the vote"."""
MARKS = frozenset((",", ".", "CQ", "OQ", ":", ";", "!", "?", "—", "–", "-", "--", "(", ")"))
STOPS = MARKS | {"CC", "SC"}
"""Kinds at which what only tells where it was said may stop."""
HALTS = frozenset((";", "OQ"))
DURING = forms_of("during_deed")
HEARER = 6
"""So many words at most name whom it was told to, before what is said of them."""
HEARERS = frozenset(("DT", "PP", "NUM", "w", "NP", ","))
BEFORE_DEED = 5
"""So many words may stand before the conjunction of what the speaker did: "less than two hours | after she left"."""
TIMING = frozenset(("NUM", "DT", "RB", "ADV", "w"))
"""Kinds of such words."""
MOST_QUOTED = 4
"""So many words in marks of their own are no speech that goes on: "hours after she | “toured” | the mill"."""


def leads_in(words: Words, first: int, end: int) -> bool:
    """Tell whether the words from *first* to *end*, before whoever speaks, only lead in: "On Monday,", "Asked whether he would go,"."""
    while first < end and words.kind[first] == "OQ":
        first += 1
    count = _count(words, first, end)
    if not count or count > LONG:
        return False
    if count == 1 and words.kind[end - 1] == ",":
        return True  # "Moreover, | Ruiz said"
    opens = (
        words.kind[first] in LEADS
        or words.lower[first] in OPENERS
        or words.lower[first].endswith("ly")
        or bool(times(words, first, end))
        or _speaks(words, first)
    )
    if not opens:
        return False
    return count <= SHORT or _asks(words, first, end) or (is_setting(words, first, end) and not _is_deed(words, first, end))


def lead_start(words: Words, row: int, floor: int) -> int:
    """Return where a lead-in begins that stands in the last of several clauses, before a speaker at *row*: "The vote was lost, and | in a letter, | Ruiz said"; *row* if none does."""
    for at in range(row - 1, max(floor, row - 1 - LONG), -1):
        if words.kind[at] in (";", "OQ", "CQ"):
            break
        if words.kind[at] == "CC" and words.kind[at - 1] == ",":
            return at + 1 if leads_in(words, at + 1, row) and not _is_asserted(words, at + 1, row) else row
    return row


def _is_asserted(words: Words, first: int, end: int) -> bool:
    """Tell whether the words from *first* to *end* hold a verb of the article's own: none behind a conjunction ("even though he has a boat, | Ruiz said")."""
    if words.kind[end - 1] in ("SC", "WH"):
        return True  # "two years later angered them when | he said so"
    verb = next((at for at in range(first, end) if words.kind[at] in FINITE), end)
    return verb < end and not any(words.kind[at] in ("SC", "WH") for at in range(first, verb))


def _asks(words: Words, first: int, end: int) -> bool:
    """Tell whether somebody is asked or speaks near the beginning of a lead-in, or it tells what was spoken of: "While discussing the vote,"."""
    if _speaks(words, first):
        return words.kind[end - 1] in (",", "CQ")
    for at in range(first, min(end, first + NEAR)):
        if at > first and words.kind[at - 1] not in JOINED:
            continue
        if words.lower[at] in ASKS or (words.kind[at] == "ING" and words.lower[at - 1] in forms_of("parts_clauses")):
            return True
    return False


def _speaks(words: Words, row: int) -> bool:
    """Tell whether a participle of telling opens a lead-in, which whoever follows says too: "Calling it “a lovely thing,” | Ruiz said"."""
    return words.lower[row] in forms_of("say.ing", "judge.ing")


def tail_end(words: Words, row: int, limit: int) -> int:
    """Return where the words from *row* on, behind a speaker, end that only tell where or to what question it was said, or why nobody is named; *row* if none do."""
    at = row
    while at < limit and words.kind[at] in ("CQ", "."):
        at += 1
    if at < limit and words.lower[at - 1] in forms_of("tell"):
        waits = next((who for who in range(at, min(limit, at + HEARER)) if words.kind[who] not in HEARERS), at)
        if words.kind[waits] == "WHO" and _count(words, at, limit) <= LONG:
            return clause_end(words, waits + 1, limit)  # "told | reporters who had waited in the rain"
        at += words.kind[at] == "w"  # whom it was told to: "told | reporters | in the garden"
    if at >= limit or any(words.kind[behind] in HALTS and not _is_scare(words, behind, limit) for behind in range(at, limit)):
        return row
    count = _count(words, at, limit)
    is_apart = words.kind[at] == ","
    first = at + 1 if is_apart else at
    if count <= LONG and _withholds(words, first, limit):
        return limit
    if not is_apart and count <= LONG and _answers(words, first, limit):
        return limit
    end = at
    while end < limit:
        if words.kind[end] == "," and words.lower[end + 1] in forms_of("glosses") and count <= LONG:
            return limit
        further = _meanwhile(words, end, limit) if words.kind[end] == "," else _setting_end(words, end, limit)
        if further == end:
            break
        end = further
    stops = end == limit or words.kind[end] in STOPS  # not "the story he told | at the debate is a lie"
    return end if end > at and stops and _count(words, at, end) <= TAIL else row


def _is_scare(words: Words, row: int, limit: int) -> bool:
    """Tell whether a mark at *row* opens no more than a few words of the article's clause."""
    return words.kind[row] == "OQ" and any(words.kind[at] == "CQ" for at in range(row + 2, min(limit, row + MOST_QUOTED + 2)))


def _meanwhile(words: Words, row: int, limit: int) -> int:
    """Return where what the speaker did meanwhile ends, behind a comma: ", | shouting over the band", ", | after he left"; *row* if it tells nothing of the kind."""
    verb = row + 1
    while verb < limit and words.kind[verb] in ("RB", "ADV"):
        verb += 1
    is_deed = verb < limit and words.kind[verb] == "ING" and words.lower[verb] not in forms_of("said_on", "passes_on")
    if is_deed:
        return clause_end(words, verb, limit)
    end = _own_deed_end(words, row + 1, limit)
    return end if end > row + 1 else row


def _setting_end(words: Words, row: int, limit: int) -> int:
    """Return where the setting that begins at *row* ends, to whom it was said included; *row* if none begins there."""
    if words.kind[row] == "TO":
        return max(phrase_ends(words, row, limit), default=row)
    own = _own_deed_end(words, row, limit)
    if own > row:
        return own
    return row if _is_deed(words, row, limit) else max(setting_ends(words, row, limit), default=row)


def _own_deed_end(words: Words, row: int, limit: int) -> int:
    """Return where what the speaker did at that time ends: "said | hours after she toured the mill"; *row* if no such clause begins there."""
    at = row
    while (
        at < min(limit, row + BEFORE_DEED)
        and words.lower[at] not in DURING
        and (words.kind[at] in TIMING or words.lower[at] == "than")
    ):
        at += 1
    is_own = words.lower[at] in DURING and words.kind[at + 1] == "PRO" and words.lower[at + 1] in forms_of("who_reports")
    return clause_end(words, at + 1, limit) if at + 1 < limit and is_own and has_verb(words, at + 1, limit) else row


def _is_deed(words: Words, row: int, limit: int) -> bool:
    """Tell whether a conjunction opens a clause with a verb, and no time: "as the ferry left", not "after the draw"."""
    if words.kind[row] != "SC":
        return False
    comma = next((at for at in range(row, limit) if words.kind[at] == ","), limit)
    return words.lower[row] in forms_of("parts_clauses") or has_verb(words, row, comma)


def _withholds(words: Words, row: int, limit: int) -> bool:
    """Tell whether the words from *row* on tell that or why somebody is not named: "who asked not to be identified because …"."""
    opens = words.kind[row] in ("ING", "ED", "WHO", "CC") or words.lower[row] == "on"
    return opens and any(
        words.lower[at] in forms_of("withholds") or (words.lower[at] in forms_of("withheld") and _is_refused(words, row, at))
        for at in range(row, limit)
    )


def _is_refused(words: Words, row: int, at: int) -> bool:
    """Tell whether what the word *at* says is not done, or asked not to be: "not to be | named", "declined to be | identified"."""
    return any(
        words.kind[before] == "NOT" or words.lower[before] in forms_of("refuses") for before in range(max(row, at - 4), at)
    )


def _answers(words: Words, row: int, limit: int) -> bool:
    """Tell whether the words from *row* on tell to what somebody answers: "when asked about it", "after she was reached", "in response to"."""
    if words.lower[row] == "in" and words.lower[row + 1] in forms_of("reply_noun"):
        return True
    return words.lower[row] in forms_of("sets_out") and any(
        words.lower[at] in forms_of("asks") for at in range(row + 1, min(limit, row + 4))
    )


def relative_end(words: Words, row: int, limit: int) -> int:
    """Return where what is said of a speaker behind them ends: "said Moss, | who owns a bakery", ", | head of the guild"; *row* if nothing is."""
    first = row + 1 if row < limit and words.kind[row] == "," else row
    is_apposed = first > row and first + 1 < limit and (words.kind[first] == "DT" or words.lower[first + 1] == "of")
    if (
        first >= limit
        or not (words.kind[first] == "WHO" or is_apposed)
        or any(words.kind[at] in HALTS for at in range(first, limit))
    ):
        return row
    return clause_end(words, first + 1, limit)


def introduction_start(words: Words, row: int, floor: int) -> int:
    """Return where who somebody is begins that leads up to a name at *row*: "a porter who gave his name only as | Theo"; *row* if nothing does."""
    if row - 1 <= floor or words.lower[row - 1] != "as":
        return row
    named = next((at for at in range(row - 2, max(floor, row - 5), -1) if words.lower[at] in forms_of("names_oneself")), None)
    if named is None:
        return row
    who = next((at for at in range(named, max(floor, row - INTRODUCED), -1) if words.kind[at] == "WHO"), named)
    return begin_of_noun(words, who, floor)


def _count(words: Words, first: int, end: int) -> int:
    return sum(words.kind[at] not in MARKS for at in range(first, end))
