"""
Noun phrases beside a verb: who speaks, with title, apposition and relative clause.

Without a parser these are guesses from the kinds of words: each function gives the likeliest first, and the construction
that asks keeps the first that fits what it needs around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.lexicon.classes import forms_of
from citeaudit.phrases.settings import BREAKS, DETERMINERS, HELPING, LEADS, QUANTIFIED, setting_ends
from citeaudit.words.tokens import ends_in_s

if TYPE_CHECKING:
    from collections.abc import Sequence

    from citeaudit.words.tokens import Words

LONGEST = 26
APPOSITION = 40
MOST_EARLY = 4
"""Of so many words at most is a subject that begins with a word of time: "Early official figures"."""
HARD = BREAKS | {"SC", "THAT"}
"""Kinds at which a subject must have begun."""
HEADS = frozenset(("NP", "w", "PRO", "NUM", "WHO", "DT", "PP", "ED", "ING"))
"""Kinds with which a noun phrase may begin."""
ATTACHED = frozenset(("IN", "TO", "ADV", "RB", "DAY"))
"""Kinds that hang on a noun or begin a setting: a phrase may end before them."""
NOMINAL = frozenset(("NP", "w", "PRO", "NUM", "WHO"))
VERBAL = HELPING | {"TO", "WH", "NOT", "PRM"}
"""Kinds of words that belong to a clause, so that no noun phrase holds them but behind "who"."""
ALONE = frozenset(("NP", "w", "PRO", "WHO", "ED", "ING"))
"""Kinds of a word that may be a noun phrase by itself."""
DASHES = frozenset(("—", "–", "-", "--"))
BUT = forms_of("contrast")
PLURAL = forms_of("plural")
HEDGING = forms_of("hedging")
EXPECTS = forms_of("expect")
SAYS = forms_of("plain_say")
TELLS = forms_of("says_line")
ONE = forms_of("one_person")
SUBJECTS = forms_of("subject")
"""Pronouns that are a subject by themselves."""
TIMED = forms_of("timed")
SAME_PAST = forms_of("same_past")
ATTACHING = forms_of("attached_to")
MOST_PARTY = 7
"""So many words at most stand in brackets behind a name: "Ana Ruiz | (D-Maine)"."""


def starts_before(words: Words, row: int, floor: int) -> list[int]:
    """
    Return where a noun phrase that ends right before *row* may start, not before *floor*.

    An apposition or relative clause between commas belongs to it: "Nuala Brady, the county engineer, | told".
    """
    if row <= floor:
        return []
    last = words.kind[row - 1]
    if last == ",":
        found = _apposed(words, row - 1, floor)
    elif last == "CQ" and words.kind[row - 2] == ",":
        found = _apposed(words, row - 2, floor)  # "Ruiz, who calls it “a mess,” | said"
    elif last in DASHES and not _is_hyphen(words, row - 1):
        found = _dashed(words, row - 1, floor)
    elif last == ")":
        found = _bracketed(words, row - 1, floor)
    else:
        found = _bare(words, row, floor)
    return [start for start in found if _agrees(words, start, row)] if _is_present(words, row) else found


def _is_present(words: Words, row: int) -> bool:
    """Tell whether the word at *row* may be a verb in the present, whose form says of how many it tells."""
    if row >= len(words.kind) or words.kind[row] != "w":
        return False
    return words.lower[row] not in SAME_PAST and words.lower[row] not in LEADS


def _agrees(words: Words, start: int, row: int) -> bool:
    """
    Tell whether the phrase from *start* to *row* can be the subject of the verb in the present there.

    Many forms are nouns as well: "the top | reasons", "a blog | post", "new emissions | rules" have no subject.
    """
    kind, verb = words.kind, words.lower[row]
    head = start
    for at in range(start, row):
        if at > start and (kind[at] in ("IN", ",", "WHO", "TO", "THAT") or (kind[at] == "ED" and kind[at + 1] in ("IN", "TO"))):
            break  # "the images analysed | by the board show"
        head = at
    is_many = (
        (words.lower[head] in PLURAL and words.lower[head] not in ONE)
        or ends_in_s(words.lower[head])
        or (kind[head] == "PRO" and words.lower[head] not in ONE)
        or any(kind[at] == "CC" for at in range(start, head))
    )
    if not ends_in_s(verb):
        return is_many
    if words.lower[head] in forms_of("document"):
        return not is_many  # "research | suggests" needs no article
    return kind[head] == "NP" or (kind[head] != "NUM" and not is_many and kind[start] in ("DT", "PP", "PRO", "NP", "WHO"))


def _is_dash(words: Words, row: int) -> bool:
    return words.kind[row] in DASHES and not _is_hyphen(words, row)


def _dashed(words: Words, close: int, floor: int) -> list[int]:
    """Return where the phrase before an apposition between dashes may start: "Ana Ruiz -- a nurse -- | said"."""
    opening = next((at for at in range(close - 2, max(floor, close - APPOSITION), -1) if _is_dash(words, at)), floor)
    return _bare(words, opening, floor) if opening > floor else []


def _bracketed(words: Words, close: int, floor: int) -> list[int]:
    """Return where the phrase before a short bracket may start: "Ana Ruiz (D-Maine) | said"."""
    opening = next((at for at in range(close - 2, max(floor, close - MOST_PARTY), -1) if words.kind[at] == "("), floor)
    return _bare(words, opening, floor) if opening > floor and words.kind[opening - 1] == "NP" else []


def _apposed(words: Words, close: int, floor: int) -> list[int]:
    kind = words.kind
    for opening in range(close - 2, max(floor, close - APPOSITION), -1):
        if kind[opening] == "," and words.quote[opening] < 0:
            if not _is_apposition(words, opening + 1, close):
                return []
            # Another apposition may stand before: "Hayley Walsh, 42, a lecturer, | said".
            near, far = _bare(words, opening, floor), _apposed(words, opening, floor)
            # An office without an article is only said of somebody: "Cora Holm, | head of the port, an ally of Reed, | said".
            is_said_of = bool(near and far) and words.kind[near[0]] == "w" and words.kind[near[0] - 1] == ","
            return [*far, *near] if is_said_of else [*near, *far]
        if kind[opening] in (";", ":"):
            return []
    return []


def _is_apposition(words: Words, row: int, end: int) -> bool:
    """Tell whether the words say who somebody is, not what happens: no finite verb but behind "who"."""
    kind = words.kind
    if kind[row] in ("WHO", "ED", "ING", "NUM"):
        return True
    if kind[row] == "CC" and kind[row + 1] not in ("w", "NP", "DT", "PP", "NUM"):
        return False
    if kind[row] in ("PRO", "SC", "THAT"):
        return False
    who = next((at for at in range(row, end) if kind[at] == "WHO"), end)
    return not any(kind[at] in HELPING for at in range(row, who))


def _bare(words: Words, row: int, floor: int) -> list[int]:
    kind, lower = words.kind, words.lower
    low = max(floor, row - LONGEST)
    start = _stop(words, row, low)
    if start > low and kind[start - 1] in ("SC", "THAT"):
        # "A spokesman who was not named because of its rules | said": the relative clause holds what stops us.
        who = next((at for at in range(start - 1, low, -1) if kind[at] == "WHO" or kind[at] in BREAKS), low)
        if kind[who] == "WHO":
            start = _stop(words, who, low)
    if row - start > 1 and lower[row - 1] in SUBJECTS and kind[row - 2] not in ("IN", "TO"):
        return [row - 1]
    if start + 2 < row and lower[start] == "at" and lower[start + 1] in ("least", "most"):
        start += 2  # "At least | one insider who met Roe | told"
    starts = [start]
    if row - start == 1 and start > floor and words.text[words.start[start]].isupper():
        return starts  # “…,” | Long | said
    # Where the clause opens with a time or place, the subject comes behind it: "On Monday Brady told".
    if start < row and (kind[start] in ("IN", "DAY", "RB", "ADV", "CC", "SC") or lower[start] in TIMED):
        behind = [end for end in setting_ends(words, start, row) if end < row]
        starts = [start + 1] if kind[start] == "CC" or lower[start] in forms_of("absolute") else behind
        if not starts and kind[start] in ("w", "NP") and row - start <= MOST_EARLY:
            starts = [start]  # "Early figures | put"
    return [at for at in starts if is_noun_phrase(words, at, row)]


def _stop(words: Words, row: int, low: int) -> int:
    """Return the first row, going left from *row*, behind what no subject holds."""
    kind, lower, quote = words.kind, words.lower, words.quote
    start = row
    while start > low:
        before = start - 1
        here = kind[before]
        if (here in HARD and not _is_hyphen(words, before)) or (here == "CC" and lower[before] in BUT) or quote[before] >= 0:
            break
        if here == "WHO" and kind[before - 1] == "IN" and "ED" not in kind[start:row] and HELPING.isdisjoint(kind[start:row]):
            break  # "an article in which | Ruiz | said"
        start = before
    return start


def _is_hyphen(words: Words, row: int) -> bool:
    """Tell whether the mark at *row* joins two words: "34-year-old", "harbournews.example"."""
    return words.kind[row] in ("-", ".") and words.end[row - 1] == words.start[row] and words.end[row] == words.start[row + 1]


def is_noun_phrase(words: Words, start: int, end: int) -> bool:
    """Tell whether the words from *start* to *end* can be one noun phrase that speaks."""
    if start >= end or end - start > LONGEST:
        return False
    kind = words.kind[start]
    if end - start == 1:
        is_name = kind == "RB" and words.text[words.start[start]].isupper()  # “…,” | Long | said
        return is_name or words.lower[start] in ONE or kind in ALONE
    if kind not in HEADS:
        return False
    return _may_begin(words, start) and _may_end(words, start, end) and _is_nominal(words, start, end)


def _may_begin(words: Words, start: int) -> bool:
    """Tell whether a noun phrase of several words can begin at *start*."""
    kind, form = words.kind, words.lower[start]
    if kind[start] == "ING":
        return form not in forms_of("lead_verb") and kind[start + 1] not in ("DT", "PP")
    if kind[start] == "WHO":
        return kind[start - 1] != ","
    return kind[start] != "PRO" or form in QUANTIFIED


def _may_end(words: Words, start: int, end: int) -> bool:
    """Tell whether a noun phrase of several words, from *start*, can end before *end*."""
    last, form = words.kind[end - 1], words.lower[end - 1]
    is_subject = form in SUBJECTS and words.kind[end - 2] not in ("IN", "TO")  # "two people briefed on | it" ends with no subject
    if last in ("POS", "DT", "PP", "IN", "CC", "TO", "WHO", "RB") or is_subject or form in HEDGING:
        return False
    return not (words.kind[start] == "NP" and last == "ED")  # "Politico interviewed"


def _is_nominal(words: Words, start: int, end: int) -> bool:
    """Tell whether the words hold a noun and no verb of a clause, but behind "who"."""
    kind = words.kind
    here = kind[start:end]
    who = start + here.index("WHO") if "WHO" in here else end
    if (
        (
            not VERBAL.isdisjoint(kind[start:who])
            and any(kind[at] in VERBAL and not is_bond(words, at) for at in range(start, who))
        )
        or not SAYS.isdisjoint(words.lower[start:who])
        or not _holds_noun(here)
    ):
        return False
    # "Scott grinned behind his glasses", "the clerk refused the plan"
    return "ED" not in here or not any(
        kind[at] == "ED"
        and (
            (kind[at - 1] == "NP" and words.lower[at + 1] != "by")
            or (kind[at - 1] in NOMINAL and kind[at + 1] in ("DT", "PP", "PRO"))
        )
        for at in range(start + 1, min(who, end - 1))
    )


def is_bond(words: Words, at: int) -> bool:
    """Tell whether "to" at *at* binds a noun to whom it is near: "sources close | to | the talks"."""
    return words.kind[at] == "TO" and words.lower[at - 1] in ATTACHING


def _holds_noun(kinds: Sequence[str]) -> bool:
    """Tell whether a noun is among *kinds*; behind an article a form in -ing is one: "the filing", "a ruling"."""
    return not NOMINAL.isdisjoint(kinds) or (len(kinds) > 1 and kinds[0] in DETERMINERS and kinds[-1] == "ING")


def ends_after(words: Words, row: int, limit: int) -> list[int]:
    """
    Return where a noun phrase that begins at *row* may end, not after *limit*, likeliest first.

    A name ends before a preposition ("Hale | in Cork"), a noun takes what hangs on it ("an aide to the mayor").
    """
    kind = words.kind
    if row >= limit:
        return []
    if kind[row] == "PRM" or (kind[row] == "PP" and kind[row + 1] not in ("w", "NP", "NUM", "ED", "ING", "ADV")):
        return [row + 1]
    if kind[row] not in HEADS or kind[row] == "WHO":
        return []
    if kind[row] == "PRO" and words.lower[row] not in QUANTIFIED:
        return [row + 1]
    end, soft = _reach(words, row, limit)
    if end == row:
        return []
    day = _before_day(words, row, end)
    whole = [
        stop
        for stop in dict.fromkeys((*soft, end))
        if stop <= day and kind[stop - 1] not in DETERMINERS and _holds_noun(kind[row:stop])
    ]
    if day < end and day not in whole:
        whole.append(day)
    ordered = sorted(whole, reverse=kind[row] != "NP")
    return [*_with_apposition(words, ordered, limit), *ordered]


def _reach(words: Words, row: int, limit: int) -> tuple[int, list[int]]:
    """Return how far a noun phrase that begins at *row* may go at most, and where before that it may end."""
    kind = words.kind
    soft: list[int] = []
    relative = False
    for at in range(row, min(limit, row + LONGEST)):
        if kind[at] == "WHO" or (kind[at] == "ING" and at > row and kind[at - 1] == "w"):
            soft.append(at)
            relative = True
        elif at == row:
            continue
        elif _stops(words, at) or (not relative and _is_verbal(words, at)):
            return at, soft
        elif (
            (kind[at] in ATTACHED or words.lower[at] in TIMED) and (words.lower[at] != "of" or kind[at + 1] == "ING")
        ) or words.lower[at] in EXPECTS:
            soft.append(at)
    return min(limit, row + LONGEST), soft


def _stops(words: Words, at: int) -> bool:
    """Tell whether no noun phrase goes on over the word *at*, whatever stands before it."""
    kind = words.kind
    if kind[at] == "ED":
        return (
            kind[at - 1] == "NP"
            or kind[at + 1] in ("DT", "PP", "PRO", "TO", "PRM")
            or (kind[at - 1] == "w" and kind[at + 1] in BREAKS)
        )
    return kind[at] in BREAKS or (kind[at] in ("SC", "THAT", "WH", "CC") and not _joins(words, at))


def _is_verbal(words: Words, at: int) -> bool:
    """Tell whether the word *at* begins or belongs to a group of verbs, so that the noun phrase ended before it."""
    if words.kind[at] == "PRO":
        return words.lower[at] not in QUANTIFIED
    return words.kind[at] in HELPING or words.kind[at] in ("NOT", "PRM")


def _before_day(words: Words, row: int, end: int) -> int:
    """Return where a time inside the phrase begins, which is no part of it: "said Brady | late on Friday"; *end* if none does."""
    kind = words.kind
    day = next((at for at in range(row + 1, end) if kind[at] == "DAY" and kind[at - 1] not in DETERMINERS | {"POS"}), end)
    while row + 1 < day < end and (kind[day - 1] in ("IN", "RB") or words.lower[day - 1] in TIMED):
        day -= 1
    return day


def _joins(words: Words, at: int) -> bool:
    """Tell whether "and" joins two nouns here, not two clauses: a noun or name follows."""
    return words.lower[at] in ("and", "&", "or") and words.kind[at + 1] in ("NP", "w", "DT", "NUM")


def _with_apposition(words: Words, ends: list[int], limit: int) -> list[int]:
    """Return the ends of the phrase with what says who it is: "Carrie Dunn|, 44|", "Brady|, the county engineer,| on Monday"."""
    kind = words.kind
    found = []
    for end in ends:
        if end + 2 < limit and kind[end] == "(" and kind[end - 1] == "NP":
            found += [at + 1 for at in range(end + 2, min(limit, end + MOST_PARTY)) if kind[at] == ")"][:1]
        if end < limit and kind[end] == "," and kind[end + 1] in ("DT", "PP", "NUM", "WHO", "w", "NP", "ED", "RB"):
            close = next(
                (at for at in range(end + 1, min(limit, end + APPOSITION)) if kind[at] == "," and words.quote[at] < 0), limit
            )
            is_telling = kind[end + 1] == "NP" and kind[close - 1] != "NP" and words.lower[close - 1] in TELLS
            if _is_apposition(words, end + 1, close) and not is_telling:
                found.append(close)
                if close < limit:
                    found.append(close + 1)
    return found
