"""
What stands around an outlet that triggers a row: what is told of it, who takes it down, how far a poll's figures go.

Each function is one of ``before`` or ``after``, whose phrases these tables add to; ``LEFT`` and ``RIGHT`` are all of them.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from citeaudit.constructions.after import AFTER, OPENERS, rest, that_clause
from citeaudit.constructions.before import BEFORE, BULLETS
from citeaudit.lexicon.classes import forms_of
from citeaudit.phrases.settings import HELPING, is_setting, setting_ends, times
from citeaudit.words.quoted import quote_end, quote_start

if TYPE_CHECKING:
    from collections.abc import Callable

    from citeaudit.constructions.after import Places
    from citeaudit.constructions.field import Field

MARKS = frozenset((",", ";", ":", ".", "!", "?", "OQ", "CQ", "(", ")", "—", "–", "--", "..."))
HALTS = MARKS - {",", "—", "–", "--"}
LINKING = HELPING | {"THAT", "PRO", "WH", "WHO", "NOT"}
"""Kinds of words that no short phrase before a name holds."""
BEFORE_A_VERB = frozenset(("NP", "PRO", "WHO", "ADV", "RB", "MD", "TO", "CC"))
"""Kinds of words behind which a form that may be a noun is a verb: "she | emails", not "the stolen | emails"."""
CLAUSAL = frozenset((",", ";", ":", "—", "–", "-", "--", "(", "CC", "SC", "THAT", "WH", "DAY", "CQ"))
"""Kinds of words behind which a clause may begin."""
SPEAKING = forms_of("say") | forms_of("tell") | forms_of("say.ing") | forms_of("takes_stage")
SPEAKING_THEN = forms_of("say.ing") | forms_of("tell.ing") | forms_of("voicing") | forms_of("judge.ing") | forms_of("claiming")
LEAST_TOLD = 3
"""So many words at least are told: "Still, | Bloomberg reported" tells nothing."""
MOST_FEW = 5
MOST_SOMEBODY = 7
MOST_BETWEEN = 20
MOST_HANGING = 9
MOST_ASIDE = 24
MOST_BRIEF = 8
MOST_CITED = 30
MOST_FIGURED = 60
"""So many words at most stand before a name, are who takes something down, lie between a verb and its venue, hang on a name, are an aside, what is
said only in passing, what a guest does before he speaks, what holds a figure."""
YEAR = 4
AHEAD = 8
"""So many words behind its preposition or verb a figure stands at most."""


def few_before(field: Field, row: int, floor: int) -> Places:
    """Return up to a few small words before a name: "in | a recent and long | CNN interview"."""
    words = field.words
    found: Places = [(row, None)]
    for at in range(row - 1, max(floor, row - 1 - MOST_FEW), -1):
        if words.kind[at] in MARKS or words.kind[at] in LINKING or words.text[words.start[at]].isupper():
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


def somebody_before(field: Field, row: int, floor: int) -> Places:
    """Return who of an outlet takes it down, or nothing: "told | Bill Hart and others at | CNN"."""
    words = field.words
    found: Places = [(row, None)]
    for at in range(row - 1, max(floor, row - 1 - MOST_SOMEBODY), -1):
        if words.kind[at] in MARKS or words.kind[at] in LINKING or words.kind[at] in ("ED", "ING"):
            break
        found.append((at, None))
    return found


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


def front_before(field: Field, row: int, floor: int) -> Places:
    """Return the place near the sentence's beginning, where nothing has been told yet."""
    return [] if _tells(field, floor, row) else [(row, None)]


def _tells(field: Field, row: int, end: int) -> bool:
    """Tell whether enough words stand from *row* to *end* to say something."""
    told = (at for at in range(row, end) if field.words.kind[at] not in MARKS)
    return len(list(islice(told, LEAST_TOLD))) == LEAST_TOLD


def all_before(field: Field, row: int, floor: int) -> Places:
    """Return whatever was told up to here."""
    words = field.words
    first = floor
    while first < row and (words.kind[first] in BULLETS or words.kind[first] in OPENERS):
        first += 1
    return [(floor, (first, row))] if _tells(field, first, row) else []


def told_before(field: Field, row: int, floor: int) -> Places:
    """Return what was told, behind whose comma, dash or closing mark an outlet's report may follow."""
    words = field.words
    end = row
    while end > floor and (words.kind[end - 1] in OPENERS or words.kind[end - 1] in ("(", ";")):
        end -= 1
    if (end == row and words.kind[row - 1] != "CQ") or not all_before(field, end, floor) or is_setting(words, floor, end):
        return []
    first = quote_start(words, floor) if words.quote[floor] >= 0 and words.quote[floor] != words.quote[row] else floor
    return [(floor, (first, end))]


def figured_before(field: Field, row: int, floor: int) -> Places:
    """Return what was told up to here, if it holds figures or words of them: "She leads by | four points"."""
    words = field.words
    is_figured = any(
        words.kind[at] == "NUM" or words.lower[at] in forms_of("figure") or words.lower[at].endswith("%")
        for at in range(max(floor, row - MOST_FIGURED), row)
    )
    return all_before(field, row, floor) if is_figured else []


def pointing_before(field: Field, row: int, floor: int) -> Places:
    """Return all that stands before, if it only points at what went before: "That's all"."""
    words = field.words
    at = row - 1 if row - 1 > floor and words.lower[row - 1] == "all" else row
    first = floor + 1 if words.kind[floor] == "CC" else floor
    if at - first != len(("that", "’s")) or words.lower[first] not in forms_of("pointing"):
        return []
    return [(floor, (first, row))] if words.kind[at - 1] in ("BE", "POS") else []


def says_before(field: Field, row: int, floor: int) -> Places:
    """Return a verb of saying that ends here, and no noun of the same form: "she emails", not "the stolen emails"."""
    words = field.words
    at = row - 1
    if at <= floor or words.lower[at] not in SPEAKING:
        return []
    is_passive = words.kind[at] == "ED" and words.kind[at - 1] == "BE" and words.lower[at - 2] != "it"
    if is_passive or words.kind[at - 1] in ("NOT", "DT", "PP", "POS", "NUM"):
        return []
    is_sure = words.kind[at] in ("ED", "ING") or words.lower[at] in forms_of("plain_say") | forms_of("tell")
    return [(at, (at, row))] if is_sure or words.kind[at - 1] in BEFORE_A_VERB else []


def said_near_before(field: Field, row: int, floor: int) -> Places:
    """Return the place before a venue where somebody has just spoken, or may speak next: at a comma, behind a day or a verb."""
    words = field.words
    if row == floor or words.kind[row - 1] in (",", ";", ":", "CQ", "DAY", "—", "–", "--", "CC"):
        return [(row, None)]
    for at in range(row - 1, max(floor - 1, row - 2 - MOST_FEW), -1):
        if words.kind[at] in MARKS:
            break
        if says_before(field, at + 1, floor):
            return [(row, None)]
    return []


def time_after(field: Field, row: int, limit: int) -> Places:
    """Return when something was told: "on Monday", "late last month", "in 2015", "exclusively"."""
    words = field.words
    if row >= limit:
        return []
    at = row + 1 if words.kind[row] in ("IN", "SC") else row
    if at > row and at < limit and words.kind[at] == "NUM" and len(words.lower[at]) == YEAR:
        return [(at + 1, None)]
    ends = times(words, at, limit) if at > row else setting_ends(words, row, limit)
    return [(end, None) for end in ends]


def pause_after(field: Field, row: int, limit: int) -> Places:
    """Return the place at which the telling stops: the end, or a mark."""
    return [(row, None)] if row >= limit or field.words.kind[row] in MARKS | {"-"} else []


def comma_after(field: Field, row: int, limit: int) -> Places:
    """Return the first comma or colon, whatever hangs on the outlet before it: "according to the Post | last week,"."""
    words = field.words
    at = next((at for at in range(row, min(limit, row + MOST_ASIDE)) if words.kind[at] in (",", ":")), None)
    return [(at + 1, None)] if at is not None else []


def more_after(field: Field, row: int, limit: int) -> Places:
    """Return what goes on behind a report that stands in the middle of it."""
    words = field.words
    at = row + 1 if row < limit and words.kind[row] == ")" else row
    return rest(field, at, limit) if _tells(field, at, limit) else []


def more_behind_comma_after(field: Field, row: int, limit: int) -> Places:
    """Return what goes on behind the comma of "…, according to the Post, …"."""
    comma = next((at for at in range(row, min(limit, row + MOST_ASIDE)) if field.words.kind[at] == ","), limit)
    return more_after(field, comma, limit)


def others_after(field: Field, row: int, limit: int) -> Places:
    """Return who else reports, without a name: "the BBC | and six other outlets"."""
    words = field.words
    if row >= limit or words.kind[row] != "CC":
        return []
    return [(at + 1, None) for at in range(row + 1, min(limit, row + 1 + AHEAD)) if words.lower[at] in forms_of("other_ones")]


def hanging_after(field: Field, row: int, limit: int) -> Places:
    """Return what hangs on an outlet before its verb: of whom or when, "released on Monday", "which broke it,", "interviewed ten bakers and"."""
    words = field.words
    if row >= limit:
        return []
    if words.kind[row] == "," and words.kind[row + 1] not in ("ED", "w"):
        if words.kind[row + 1] not in ("WHO", "DT", "IN") and words.lower[row + 1] not in forms_of("passes_on"):
            return []
        close = (at for at in range(row + 2, min(limit, row + MOST_ASIDE)) if words.kind[at] == "," or words.kind[at] in HALTS)
        return [(at + 1, None) for at in close if words.kind[at] == ","]
    first = row + 1 if words.kind[row] == "," else row
    if words.lower[first] in forms_of("examined"):
        joins = (
            at for at in range(first + 1, min(limit, first + MOST_ASIDE)) if words.kind[at] == "CC" or words.kind[at] in HALTS
        )
        return [(at + 1, None) for at in joins if words.kind[at] == "CC"]
    is_issued = words.lower[first] in forms_of("issued") and (
        first > row or words.lower[row - 1] in forms_of("piece") | forms_of("poll")
    )
    if words.kind[first] not in ("IN", "DAY") and not is_issued:
        return []
    found: Places = []
    for at in range(first + 1, min(limit, first + MOST_HANGING)):
        if words.kind[at] in MARKS and not (words.kind[at] == "." and words.kind[at + 1] == "NUM"):  # "released Sept. 14"
            break
        found.append((at + 1, None))
    return found


def amount_after(field: Field, row: int, limit: int) -> Places:
    """Return what is left of the sentence, if a figure stands near: "about | 53 percent"."""
    near = range(row, min(limit, row + AHEAD))
    return rest(field, row, limit) if any(field.words.kind[at] == "NUM" for at in near) else []


def share_after(field: Field, row: int, limit: int) -> Places:
    """Return what a poll has, which is no further verb: "has | Ruiz at 39 percent", not "has found"."""
    is_verb = row < limit and field.words.kind[row] in HELPING | {"ED", "ADV", "RB", "TO", "NOT"}
    return [] if is_verb else rest(field, row, limit)


def poll_tail_after(field: Field, row: int, limit: int) -> Places:
    """Return the end of a sentence that ends in a poll, with when it was taken and an afterthought: "in a Fox poll | out on Monday, a record"."""
    words = field.words
    at = row
    is_month = words.kind[at] == "NP" and "NUM" in words.kind[at + 1 : at + 3]
    is_dated = at < limit and (is_month or words.lower[at] in forms_of("issued") or words.kind[at] in ("IN", "DAY"))
    while at < limit and is_dated and words.kind[at] not in (",", ":", ";") and words.kind[at] not in HELPING:
        at += 1
    if at == row and row < limit and words.kind[row] == "," and words.lower[row + 1] in forms_of("issued"):
        at = next((at for at in range(row + 1, limit) if words.kind[at] in (",", ":", ";")), limit)
    if at >= limit:
        return [(limit, None)]
    is_aside = words.kind[at] == "," and (
        words.kind[at + 1] in ("DT", "PP", "SC", "CC") or words.lower[at + 1] in forms_of("aside_opener")
    )
    return [(limit, None)] if is_aside and ";" not in words.kind[at : min(limit, at + MOST_FIGURED)] else []


def end_after(field: Field, row: int, limit: int) -> Places:
    """Return the end of the sentence, marks and the title of a programme left out: "on Friday's broadcast of CNN | 's “New Day.”"."""
    words = field.words
    if row + 1 < limit and words.kind[row] == "POS" and words.kind[row + 1] == "OQ":
        row = quote_end(words, row + 1)
    while row < limit and words.kind[row] in MARKS:
        row += 1
    return [(row, None)] if row >= limit else []


def cut_before_verb(field: Field, row: int, limit: int) -> Places:
    """Return what goes on behind a comma with a verb: "The harbour, the Times reported, | will close"."""
    words = field.words
    if row + 1 >= limit or words.kind[row] != ",":
        return []
    is_verb = words.kind[row + 1] in HELPING | {"ED"} or words.lower[row + 1].endswith("s")
    return rest(field, row + 1, limit) if is_verb else []


def subject_before(field: Field, row: int, floor: int) -> Places:
    """Return the subject, with its comma, that a report cuts from its verb: "The harbour, | the Times reported, will close"."""
    words = field.words
    if row - 1 <= floor or words.kind[row - 1] != ",":
        return []
    if row - floor > MOST_BETWEEN or words.kind[floor] not in ("DT", "PP", "NP") or is_setting(words, floor, row):
        return []
    return [] if MARKS & set(words.kind[floor : row - 1]) else [(floor, (floor, row - 1))]


def told_after(field: Field, row: int, limit: int) -> Places:
    """Return what is told by more than a bare clause: with "that", a question, a colon, or quoted."""
    words = field.words
    at = row + 1 if row + 1 < limit and words.kind[row] == "," else row
    return that_clause(field, row, limit) if at < limit and words.kind[at] in ("THAT", "WH", ":", "OQ") else []


def few_after(field: Field, row: int, limit: int) -> Places:
    """Return up to a few small words before a noun: "ran | a long and angry | piece"."""
    words = field.words
    found: Places = [(row, None)]
    for at in range(row, min(limit, row + MOST_FEW)):
        if words.kind[at] in MARKS or words.kind[at] in LINKING:
            break
        found.append((at + 1, None))
    return found


def rated_after(field: Field, row: int, limit: int) -> Places:
    """Return what is put at a figure: "his fortune at about $42 billion"."""
    at = next((at for at in range(row, min(limit, row + MOST_FEW * 2)) if field.words.lower[at] == "at"), None)
    return rest(field, row, limit) if at is not None and amount_after(field, at + 1, limit) else []


def then_said_after(field: Field, row: int, limit: int) -> Places:
    """Return the place behind a guest's coming, if something is said then: "went on CNN | to deny it, saying", "| and said"."""
    words = field.words
    for at in range(row, min(limit - 1, row + MOST_CITED)):
        if words.kind[at] == ":" and words.kind[at + 1] == "OQ":
            return [(row, None)]
        if words.kind[at] in HALTS - {"OQ", "CQ"}:
            break
        form = words.lower[at]
        is_joined = words.kind[at - 1] in ("CC", "ADV") or words.kind[at - 1] == "PRO"
        if (words.kind[at - 1] in (",", "CQ") and form in SPEAKING_THEN) or (is_joined and form in SPEAKING):
            return [(row, None)]
    return []


def answered_after(field: Field, row: int, limit: int) -> Places:
    """Return the place behind a question, if something follows its comma: "When CNN asked | about the vote, the mayor"."""
    words = field.words
    comma = next((at for at in range(row, min(limit, row + MOST_CITED)) if words.kind[at] in (",", ";", "OQ")), None)
    if comma is None or words.kind[comma] != "," or comma == row or comma + 1 >= limit or words.kind[comma + 1] == "CC":
        return []
    return [(row, None)]


def who_said_after(field: Field, row: int, limit: int) -> Places:
    """Return the place before those whom an outlet asked, if they say something: "spoke to | three people who said"."""
    words = field.words
    for at in range(row + 1, min(limit - 1, row + MOST_BETWEEN)):
        if words.kind[at] in HALTS:
            break
        behind = at + 2 if words.kind[at + 1] in ("ADV", "RB", "DT") else at + 1
        if (words.kind[at] == "WHO" or words.lower[at] == "they") and words.lower[behind] in SPEAKING | forms_of("answers"):
            return [(row, None)]
    return []


def digest_after(field: Field, row: int, limit: int) -> Places:
    """Return a headline and the words that it stands over, behind who wrote them: "Reuters, | Ana Ruiz: “Port To Close”: “The harbour"."""
    words = field.words
    title = next((at for at in range(row, min(limit, row + MOST_BETWEEN)) if words.kind[at] == "OQ"), None)
    if title is None or words.kind[row] != "NP" or any(words.kind[at] in LINKING for at in range(row, title)):
        return []
    for at in range(title, min(limit - 1, title + MOST_FIGURED)):
        if words.kind[at] == "CQ" and words.kind[at + 1] == ":":
            return (
                [(limit, (title, words.bounds[words.sentence[row]][1]))] if at + 2 < limit and words.kind[at + 2] == "OQ" else []
            )
    return []


LEFT: dict[str, Callable[[Field, int, int], Places]] = BEFORE | {
    "FEW": few_before,
    "SMALL": small_before,
    "SOMEBODY": somebody_before,
    "SAYS": says_before,
    "BETWEEN": between_before,
    "BRIEF": brief_before,
    "OPENING": opening_before,
    "FRONT": front_before,
    "ALL": all_before,
    "TOLD": told_before,
    "FIGURED": figured_before,
    "POINTING": pointing_before,
    "SAID_NEAR": said_near_before,
    "SUBJECT": subject_before,
}
RIGHT: dict[str, Callable[[Field, int, int], Places]] = AFTER | {
    "TOLD": told_after,
    "FEW": few_after,
    "RATED": rated_after,
    "THEN_SAID": then_said_after,
    "ANSWERED": answered_after,
    "WHO_SAID": who_said_after,
    "TIME": time_after,
    "PAUSE": pause_after,
    "COMMA": comma_after,
    "MORE": more_after,
    "MORE_LATER": more_behind_comma_after,
    "OTHERS": others_after,
    "HANGING": hanging_after,
    "AMOUNT": amount_after,
    "SHARE": share_after,
    "POLL_TAIL": poll_tail_after,
    "THE_END": end_after,
    "VERB_AFTER": cut_before_verb,
    "DIGEST": digest_after,
}
