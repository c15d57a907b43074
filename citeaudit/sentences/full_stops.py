"""A single full stop before a capital letter or a number: the words on both sides go in, the reason comes out.

Here lie the abbreviations, the initials, the numbers of list items and the single letters.
"""

from __future__ import annotations

from itertools import takewhile

from citeaudit.patterns import pattern_of
from citeaudit.sentences.reasons import Reason
from citeaudit.sentences.words import Abbreviation, WordRole, abbreviations, words_with

DOTTED = pattern_of(r"(?:\p{L}\.)+\p{L}$|(?:\p{L}{1,2}\.)+\p{L}$")
ENUMERATOR = pattern_of(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5}|PS|P\.S|P\.P\.S)\)?$")
LABEL = pattern_of(
    r"(?:Figure|Fig\.|Table|Box|Chapter|Section|Part|Step|Exhibit|Article|Appendix|Listing|Map|Chart|Example|Rule|Act|Scene)\s[\dIVXA-Z.-]{1,6}$"
)
ROMAN = pattern_of(r"(?:X{0,3})(?:IX|IV|V?I{1,3}|V|X)$")
RESULT = pattern_of(r"\s(?:\p{Lu}[\p{L}.’'-]*\s){1,4}\d{1,3}[–-]\d")
"""Who was beaten, and how, behind "d.": "Vale d. Upper Tarn 8-0"."""
CLOCK = pattern_of(r"\s?\(\d{1,2}[:.]?\d\d(?:\s?\p{Lu}{2,4})?[),;]")
"""The same time in another zone, behind a time: "8:51 p.m. (1451 GMT)"."""
BORN = pattern_of(r"[(;]\s?(?:b|d|m|r|fl|c|ca|div|est|née)$")
OPENS = " \t\n\"“‘'([{*•⁃-–—#>"
MARKED_BY = "\"“‘'([{«`*_—–-⁃•"
SURE_OPENERS = frozenset(("The", "He", "She", "It", "They", "But", "This", "That", "There", "These"))
NAME_LIKE = frozenset(("A", "I", "Will", "Mr", "Mrs", "Ms", "An", "Of", "So", "Her", "An", "My"))
"""Words that open sentences but may also follow an initial."""
PREPOSITIONS = frozenset(("At", "By", "On", "Around", "About", "After", "Before", "Until", "Since", "From", "Near"))
LONGEST_LABEL = 24
SHORT_LEAD = 4
STREET_WINDOW = 60


def judge_full_stop(text: str, begin: int, stop: int, closers: str, word: str, opening: str) -> Reason:  # noqa: PLR0917  a stop and its surroundings
    """Return why the sentence from *begin* ends at the full stop at *stop*, or why it does not, before *opening* and *word*."""
    if text[stop - 1 : stop].isspace() or stop == begin:
        return Reason.CAPITAL
    stem = text[max(begin, stop - 24) : stop].rsplit(maxsplit=1)[-1].lstrip(MARKED_BY)
    kind = abbreviations().get(stem) or _joined_title(stem)
    if kind is Abbreviation.TITLE and not closers:
        return Reason.STARTER if word.rstrip(".") in SURE_OPENERS and not opening else Reason.ABBREVIATION
    if closers.strip(")]}"):
        is_note = closers.lstrip("[").rstrip("]").isdigit()
        if not is_note or kind is None:
            return Reason.ABBREVIATION if kind is Abbreviation.TITLE else Reason.CAPITAL
    if len(stem) <= 8 and not closers.strip(")") and _is_enumerator(text, begin, stop, stem):
        return Reason.ENUMERATOR
    opens = _opens(text, word)
    if closers and kind is None and (DOTTED.match(stem) or ("-" in stem and not stem.islower())):
        return Reason.STARTER if opens or opening else Reason.INITIALS_GO_ON
    if kind is not None:
        return _judge_abbreviation(text, begin, stop, stem, kind, word, opening, opens=opens)
    if len(stem) == 1 and stem.isalpha():
        return _judge_letter(text, begin, stop, stem, word, opens=opens)
    if "." in stem and DOTTED.match(stem):
        return Reason.STARTER if opens or opening.strip("([{") else Reason.INITIALS_GO_ON
    return Reason.CAPITAL


def _joined_title(stem: str) -> Abbreviation | None:
    """Tell a title that hangs on what it was: "then-Rep. Hale", "ex-Gov. Park"."""
    title = stem.rpartition("-")[2] if "-" in stem else ""
    return Abbreviation.TITLE if abbreviations().get(title) is Abbreviation.TITLE else None


def _opens(text: str, word: str) -> bool:
    """Tell whether *word*, written with a capital, opens a sentence."""
    openers = words_with(WordRole.OPENER)
    bare = word.rstrip(".").replace("’", "'")
    return bare in openers or bare.partition("'")[0] in openers


def _is_enumerator(text: str, begin: int, stop: int, stem: str) -> bool:
    """Tell whether the stop belongs to the number, letter or label that opens a sentence or an item after a colon."""
    if stop - begin < LONGEST_LABEL and LABEL.match(text, begin, stop):
        return True
    if not ENUMERATOR.match(stem):
        return False
    lead = text[max(begin, stop - len(stem) - LONGEST_LABEL) : stop - len(stem)].rstrip(OPENS)
    return (not lead and stop - len(stem) - begin < LONGEST_LABEL) or (lead[-1:] == ":" and stem.isdigit())


def _judge_letter(text: str, begin: int, stop: int, letter: str, word: str, *, opens: bool) -> Reason:
    """Tell an initial ("Ana B. Hale") from a letter that ends the sentence ("plan B.")."""
    before = text[max(begin, stop - 32) : stop - 1].split()
    previous = before[-1] if before else ""
    if letter.islower():
        is_short = BORN.search(text, max(begin, stop - 6), stop) or (
            letter == "d" and previous[:1].isupper() and RESULT.match(text, stop + 1)
        )
        return Reason.ABBREVIATION if is_short else Reason.CAPITAL
    if letter == "I" and (previous in words_with(WordRole.BEFORE_PRONOUN) or (previous.islower() and opens)):
        return Reason.LETTER_ENDS
    if previous.lower() in words_with(WordRole.LETTERED):
        return Reason.LETTER_ENDS
    if previous in {"to", "and", "or"} and len(before) > 1 and len(before[-2]) == 1 and before[-2].isupper():
        return Reason.LETTER_ENDS
    if opens and word.rstrip(".") not in NAME_LIKE and previous[:1] not in "\"“‘'(":
        return Reason.LETTER_ENDS
    return Reason.INITIAL


def _judge_abbreviation(  # noqa: PLR0917  one case a kind
    text: str, begin: int, stop: int, stem: str, kind: Abbreviation, word: str, opening: str, *, opens: bool
) -> Reason:
    is_number = word[0].isdigit()
    bare = word.rstrip(".")
    match kind:
        case Abbreviation.INSIDE | Abbreviation.TITLE:
            return Reason.ABBREVIATION
        case Abbreviation.NAME:
            return Reason.STARTER if opens else Reason.ABBREVIATION
        case Abbreviation.NUMBER:
            return Reason.NUMBER_GOES_ON if is_number or ROMAN.match(bare) else Reason.ABBREVIATION_ENDS
        case Abbreviation.DATE:
            return Reason.NUMBER_GOES_ON if is_number else Reason.ABBREVIATION_ENDS
        case Abbreviation.CLOSES:
            return Reason.ABBREVIATION_ENDS
        case Abbreviation.TIME:
            lead = text[begin : min(stop, begin + 60)].split()
            is_short = len(lead) <= SHORT_LEAD and lead[0] in PREPOSITIONS and stop - begin < STREET_WINDOW
            return (
                Reason.TIME_GOES_ON
                if is_short
                or bare.replace(".", "") in words_with(WordRole.TIME_FOLLOWER)
                or (opening == "(" and CLOCK.match(text, stop + 1))
                else Reason.ABBREVIATION_ENDS
            )
        case Abbreviation.STREET:
            before = text[max(begin, stop - STREET_WINDOW) : stop - len(stem)].split()
            return _judge_street(before, bare, opening, opens=opens)
        case _:
            return Reason.STARTER if opens or opening.strip("([{") else Reason.ABBREVIATION


def _judge_street(before: list[str], word: str, opening: str, *, opens: bool) -> Reason:
    """Tell a street's end ("on Main St.") from a saint ("St. Louis"), by the words on both sides."""
    named = list(takewhile(lambda name: not name[0].islower(), reversed(before)))
    if not named:
        return Reason.ABBREVIATION
    lead = before[-len(named) - 1] if len(named) < len(before) else ""
    is_street = word not in words_with(WordRole.SAINT) and lead in words_with(WordRole.STREET_LEAD)
    return Reason.ABBREVIATION_ENDS if is_street or opens or opening else Reason.ABBREVIATION
