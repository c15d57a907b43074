"""Elements in a group of verbs: a helper, a form of "be", any word that can speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.constructions.elements.places import SPEAKING
from citeaudit.lexicon.classes import forms_of
from citeaudit.words.tokens import ends_in_s

if TYPE_CHECKING:
    from citeaudit.constructions.elements.places import Places
    from citeaudit.constructions.field import Field
    from citeaudit.words.tokens import Words

AUXILIARIES = frozenset(("HV", "ADV", "RB", "DAY"))
ADVERBS, HEDGING, UNITS = forms_of("adverb"), forms_of("hedging"), forms_of("time_unit")
MAY_HELP = ADVERBS | HEDGING | UNITS
"""Words that may stand inside a group of verbs, whatever their kind."""
BEFORE_A_VERB = frozenset(("NP", "PRO", "WHO", "ADV", "RB", "MD", "TO", "CC"))
"""Kinds of words behind which a form that may be a noun is a verb: "she | emails", not "the stolen | emails"."""


def any_verb(field: Field, row: int, limit: int) -> Places:
    """Return a word that can be the verb of speech behind a quotation and its speaker, whatever it is: "“…,” she | snaps"."""
    return [(row + 1, (row, row + 1))] if row < limit and may_speak(field.words, row, ("ED",)) else []


def may_speak(words: Words, row: int, kinds: tuple[str, ...]) -> bool:
    """Tell whether the word at *row* can be a verb of speech, whatever it is: one of these *kinds*, or a form in -s."""
    form = words.lower[row]
    is_verbal = words.kind[row] in kinds or (words.kind[row] == "w" and ends_in_s(form))
    return is_verbal and form not in forms_of("holds")


def been(field: Field, row: int, limit: int) -> Places:
    """Return a form of "be" behind its subject: "claims | have been | made"."""
    words = field.words
    end = row
    while end < limit and words.kind[end] in ("HV", "BE"):
        end += 1
    return [(end, (row, end))] if end > row and words.kind[end - 1] == "BE" else []


def auxiliary(field: Field, row: int, limit: int) -> Places:
    """Return what may stand inside a group of verbs: "has", "also", "later"."""
    words = field.words
    is_auxiliary = (
        row < limit and (words.kind[row] in AUXILIARIES or words.lower[row] in ADVERBS) and words.lower[row] not in HEDGING
    )
    return [(row + 1, None)] if is_auxiliary else []


def be_before(field: Field, row: int, floor: int) -> Places:
    """Return a form of "be", "has been"."""
    if row <= floor or field.words.kind[row - 1] != "BE":
        return []
    at = row - 1
    if field.words.lower[at] == "being" and at > floor and field.words.kind[at - 1] == "BE":
        at -= 1  # "are being | warned"
    while at > floor and field.words.kind[at - 1] in ("HV", "ADV", "RB"):
        at -= 1
    return [(first, (first, row)) for first in range(at, row)]  # "there" is an adverb by its form: "there | have been"


def auxiliary_before(field: Field, row: int, floor: int) -> Places:
    """Return what may stand inside a group of verbs, times included: "has", "also", "on Friday"."""
    words = field.words
    if row <= floor or (words.kind[row - 1] not in AUXILIARIES and words.lower[row - 1] not in MAY_HELP):
        return []
    if words.lower[row - 1] in HEDGING:
        # Somebody reportedly | claimed that: they are the source; nobody is sure that "the captain | reportedly | yelling" said it.
        return [(row - 1, None)] if words.kind[row] == "ED" else []
    if words.lower[row - 1] in UNITS and words.lower[row - 2] in forms_of("time_lead"):
        return [(row - 2, None)]
    if words.kind[row - 1] in AUXILIARIES or words.lower[row - 1] in ADVERBS:
        at = row - 1
        while (
            words.kind[row - 1] == "DAY"
            and at > floor
            and (words.kind[at - 1] == "IN" or words.lower[at - 1] in forms_of("time_lead"))
        ):
            at -= 1
        return [(at, None)]
    return []


def any_verb_before(field: Field, row: int, floor: int) -> Places:
    """Return a word that can be the verb of speech before a colon, whatever it is: "one | raged | :"."""
    return [(row - 1, (row - 1, row))] if row - 1 > floor and may_speak(field.words, row - 1, ("ED", "ING")) else []


def says_before(field: Field, row: int, floor: int) -> Places:
    """Return a verb of saying that ends here, and no noun of the same form: "she emails", not "the stolen emails"."""
    words = field.words
    at = row - 1
    if at <= floor or words.lower[at] not in SPEAKING:
        return []
    is_passive = words.kind[at] == "ED" and words.kind[at - 1] == "BE" and words.lower[at - 2] != "it"
    if is_passive or words.kind[at - 1] in ("NOT", "DT", "PP", "POS", "NUM"):
        return []
    is_sure = words.kind[at] in ("ED", "ING") or words.lower[at] in forms_of("plain_say", "tell")
    return [(at, (at, row))] if is_sure or words.kind[at - 1] in BEFORE_A_VERB else []
