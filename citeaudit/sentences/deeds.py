"""
Lines that tell a past deed: a line without a full stop goes in, whether it tells one comes out.

In the midst of a story a headline is in the present or has no verb, and a picture's caption often says what somebody did: "Ida Lowe took the wheel of
the ferry in May". Many pasts look like participles ("Man held in Esk"), so an object or a helper must tell which it is.
"""

from __future__ import annotations

from citeaudit.words.roles import has_role, with_role
from citeaudit.words.tokens import TOKEN, kind_of, set_of

LEAST = 8
"""So many words and marks has a line that tells a deed: shorter ones head a part of the story ("She lost her job")."""
LONGEST = 600
"""The first clause ends before so many code points."""
HELPERS = frozenset(("was", "were", "had"))
PARTICIPLES = frozenset(("ED", "ING", "BE"))
ENDS_CLAUSE = frozenset(("WH", "WHO", "THAT", "SC"))
"""What opens another clause, whose verb is not the line's own."""
NO_SUBJECT = frozenset(("DT", "PP", "IN", "BE", "HV", "DO", "MD", "TO", "CC", "NOT", "ED"))
"""Behind these kinds a past is a participle: "the injured", "was called"."""
OPENS_CLAUSE = frozenset(("DT", "PP", "PRO"))
"""Behind a noun these open a clause that hangs on it: "the day the ferry sank"."""
OBJECTS = frozenset(("DT", "PP", "PRM", "NP"))
ASIDES = frozenset(("ADV", "RB", "NOT"))
TIMES = set_of("day moment time days moments times")
STOPS_SEARCH = frozenset(':?|“"')


def tells_deed(words: str) -> bool:
    """Tell whether the first clause of *words* has a subject and a past that is no participle: "Ida Lowe met her crew in Vale", not "Ferry lost in Vale"."""
    forms = TOKEN.findall(words[:LONGEST])
    if len(forms) < LEAST:
        return False
    kinds = [kind_of(form) for form in forms]
    if kinds[0] in ENDS_CLAUSE or kinds[1] == "DAY" or forms[1] in TIMES:
        return False
    for at in range(1, len(forms) - 1):
        if kinds[at] in ENDS_CLAUSE or forms[at] in STOPS_SEARCH:
            return False
        if kinds[at] in OPENS_CLAUSE and kinds[at - 1] == "w":
            return False
        if _is_past(forms, kinds, at):
            return not any(map(_is_present, forms[1 : at - 1]))
    return False


def _is_past(forms: list[str], kinds: list[str], at: int) -> bool:
    """Tell whether the word *at* is a finite past: one that is no participle, a helper before one, or one with an object."""
    form = forms[at]
    if kinds[at - 1] in NO_SUBJECT or not form.islower():
        return False
    behind = next((n for n in range(at + 1, len(kinds)) if kinds[n] not in ASIDES), at)
    if form in HELPERS:
        return kinds[behind] in PARTICIPLES or forms[behind] in with_role("participle")
    if form in with_role("past"):
        return True
    return kinds[at] == "ED" and behind == at + 1 and kinds[behind] in OBJECTS and form not in with_role("twofold")


def _is_present(form: str) -> bool:
    """Tell a verb in the present, of which the past hangs: "Police say Ida Lowe lost her ring"."""
    return form.islower() and not form.endswith("ed") and has_role("verb", form)
