"""One candidate end: a text and the place of a stop go in, the reason why a sentence ends there or not comes out.

The candidate is the run of stops (``.``, ``!``, ``?``, ``…``) with the marks that close after it; what decides is the word
before, the word after, and what stands between. Every decision has a name, so that it can be explained.
"""

from __future__ import annotations

from enum import Enum
from functools import cache

import regex

from citeaudit.sentences.abbreviations import Abbreviation, abbreviations


class Reason(Enum):
    """Why a sentence ends at a stop, or why it does not: the value says whether it ends, and the words for a person."""

    CAPITAL = (True, "a stop, and a word in capitals follows")
    QUESTION = (True, "a question or exclamation mark")
    NEW_QUOTATION = (True, "a stop, and a quotation opens after it")
    NUMBER_OPENS = (True, "a stop, and a number follows")
    MARK_OPENS = (True, "a stop, and a bullet or other mark follows")
    LOWER_NAME = (True, "a stop, and a name that is written with a small first letter follows")
    STARTER = (True, "the abbreviation may end a sentence, and a word follows that opens sentences")
    ABBREVIATION_ENDS = (True, "the abbreviation is not followed by what it needs")
    ELLIPSIS_ENDS = (True, "an ellipsis, and a word in capitals follows")
    LETTER_ENDS = (True, "a single letter that is no initial")
    GLUED = (True, "a stop between two words that should stand apart")
    FULL_WIDTH = (True, "a full-width stop")

    LOWER_CASE = (False, "a word in small letters follows")
    ABBREVIATION = (False, "the full stop belongs to an abbreviation")
    INITIAL = (False, "the full stop belongs to an initial")
    INITIALS_GO_ON = (False, "initials, and what follows does not open a sentence")
    NUMBER_GOES_ON = (False, "the abbreviation stands before its number")
    ENUMERATOR = (False, "the number or letter of a list item")
    ATTRIBUTED = (False, "who says it follows the quotation")
    INSIDE_WORD = (False, "a stop inside a word, a number or an address")
    NAME_WITH_MARK = (False, "the mark belongs to a name")
    OMISSION = (False, "an ellipsis inside a sentence")
    PUNCTUATION_FOLLOWS = (False, "punctuation follows that goes on")
    SHORT_TIME = (False, "a time of day opens the sentence")

    @property
    def is_end(self) -> bool:
        """Tell whether a sentence ends here."""
        return self.value[0]


STARTERS = frozenset(
    """A About According After All Although An And Another Any Are As At Because Before Both But By Can Could Did Do Does During Each Even
    Every Everyone For From Had Has Have He Her Here His How However I If In Indeed Is It Its It's I'm It’s I’m Instead Just Last Later Let Many Maybe
    Meanwhile Most Mr Mrs Ms Much My No Nobody None Not Nothing Now On Once One Only Or Other Others Our Out People Perhaps Please She
    Should Since So Some Someone Sometimes Soon Still Such That That's That’s The Their Then There These They They're They’re This Those Though Through
    Thus To Today Two Under Unlike Until Was We Were What When Where Whether Which While Who Why Will With Would Yes Yet You Your
    He's He’s She's She’s We're We’re You're You’re There's There’s Don't Don’t I've I’ve We've We’ve I'll I’ll""".split()  # noqa: SIM905
)
"""Words that, written with a capital inside a text, nearly always open a sentence."""

TIME_FOLLOWERS = frozenset(
    """Eastern Central Mountain Pacific Atlantic ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT BST CET CEST UTC Greenwich Moscow London Tokyo Beijing Paris
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun January February March April May June July
    August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec""".split()  # noqa: SIM905
)
CONJOINED = frozenset("and or than as but nor not if like me are am with for between".split())  # noqa: SIM905
"""Words before a final "I" that show it to be the pronoun."""
SPEECH = (
    "said|says|asked|asks|shouted|yelled|replied|added|wondered|cried|exclaimed|wrote|tweeted|joked|quipped|demanded|inquired|answered|continued|"
    "chanted|screamed|whispered|declared|thundered|called|told|went on|remarked|mused|recalled|responded|snapped|laughed|exclaims|shouts|wonders|writes"
)
SPEAKER = regex.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|Rev|Lt|Sgt|Capt|Col|Sir|Judge|Justice|President|Senator|Governor|Mayor|Secretary)\.?\s)*"
    rf"(?:(?:He|She|They|I|We)\s(?:{SPEECH})(?=[.,:;]|\s(?:to|in|on|at|from|of|after|before|as|when|while|with|the|a|his|her|reporters|\w+ly)\b)"
    rf"|\p{{Lu}}[\w’'-]+(?:\s\p{{Lu}}[\w.’'-]*){{0,3}}(?:,\s[^,.!?\n]{{1,60}},)?\s(?:{SPEECH})\b)"
)
NEXT = regex.compile(r"([\"“‘'(\[{«`*_]*)(\s?)([\p{L}\p{N}][\w’'.&-]{0,40})?")
NAMES_WITH_MARK = frozenset(
    "Yahoo Jeb E Jeopardy Airplane Oklahoma Panic Yum Westward Hellooo Joomla Moulin Houyhnhnm Wham Jumbo Eureka".split()  # noqa: SIM905
)
DASHES = "–—-―"
STREET_LEADS = frozenset("on at of from to near off along and down up between into".split())  # noqa: SIM905
LETTERED = frozenset(
    """plan vitamin hepatitis type grade class group option section appendix exhibit title side point team channel category schedule part
    model version series phase unit block building room figure column letter influenza omega""".split()  # noqa: SIM905
)
ROMAN = regex.compile(r"(?:X{0,3})(?:IX|IV|V?I{1,3}|V|X)$")
DOTTED = regex.compile(r"(?:\p{L}\.)+\p{L}$")
ENUMERATOR = regex.compile(r"(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\)?)$")
LOWER_NAMES = regex.compile(r"(?:i|e)\p{Lu}|(?:von|van|de|di|da|al|el|bin|ibn)\s(?:der\s|den\s|la\s|-)?\p{Lu}|https?:|www\.|@\w")
TOKEN = regex.compile(r"\S{1,48}$")


@cache
def _kinds() -> dict[str, Abbreviation]:
    return abbreviations()


def judge(text: str, begin: int, stop: int, closers: int, gap: int, following: int, limit: int) -> Reason:  # noqa: PLR0917  a stop and its surroundings
    """
    Return why the sentence that begins at *begin* ends at the stops ``text[stop:closers]``, or why it does not.

    ``text[closers:gap]`` are the marks that close after the stops, ``text[gap:following]`` is white space; *limit* is the
    end of the paragraph.
    """
    marks = text[stop:closers]
    found = NEXT.match(text, following, limit)
    opening, word = found.group(1, 3) if found else ("", None)
    character = text[following]
    if gap == following:
        return _judge_glued(text, begin, stop, closers, gap, word, opening)
    has_quote = gap > closers and not text[closers:gap].isspace()
    if not word:
        if character in ",;:)]}%&/=<+" or (character in DASHES and (has_quote or marks[-1] in ".…")):
            return Reason.PUNCTUATION_FOLLOWS
        if character in ".…":
            return Reason.OMISSION
        return Reason.MARK_OPENS
    first = word[0]
    if first.islower():
        return _judge_lower(text, stop, marks, following + len(opening), limit, has_quote=has_quote)
    stem = _token_before(text, begin, stop)
    if "?" in marks or "!" in marks:
        if stem in NAMES_WITH_MARK and marks == "!" and not opening and word not in STARTERS:
            return Reason.NAME_WITH_MARK
        if has_quote and not opening and SPEAKER.match(text, following, limit):
            return Reason.ATTRIBUTED
        return Reason.QUESTION
    if len(marks) > 1 or marks == "…":
        return _judge_ellipsis(text, stop, word, opening)
    return _judge_stop(text, begin, stop, closers, gap, stem, word, opening)


def _judge_lower(text: str, stop: int, marks: str, following: int, limit: int, *, has_quote: bool) -> Reason:
    if LOWER_NAMES.match(text, following, limit):
        return Reason.LOWER_NAME
    if ("?" in marks or "!" in marks) and not has_quote and text[stop - 1 : stop].isalnum():
        return Reason.QUESTION
    return Reason.LOWER_CASE


def _judge_ellipsis(text: str, stop: int, word: str, opening: str) -> Reason:
    is_apart = text[stop - 1 : stop].isspace()
    if is_apart and word.rstrip(".") not in STARTERS and not opening:
        return Reason.OMISSION
    return Reason.ELLIPSIS_ENDS


def _judge_glued(text: str, begin: int, stop: int, closers: int, gap: int, word: str | None, opening: str) -> Reason:  # noqa: PLR0917  a stop and its surroundings
    before = text[max(begin, stop - 40) : stop]
    stem = before.rpartition(" ")[2].rpartition("\n")[2]
    if text[gap] == "@" and stem[-2:].isalpha() and stem[-2:].islower() and "." not in stem:
        return Reason.GLUED
    if not word or not stem:
        return Reason.INSIDE_WORD
    if gap > closers and text[gap - 1] in "\"”’')" and word[0].isupper() and len(stem) > 1:
        return Reason.GLUED
    if opening in ('"', "“") and word[0].isupper() and stem[-2:].islower() and not before.count('"') % 2:
        return Reason.GLUED
    if gap > closers or opening:
        return Reason.INSIDE_WORD
    if not word[0].isupper() or any(mark in stem for mark in "@/\\_=") or stem.startswith("www"):
        return Reason.INSIDE_WORD
    tail = word.partition(".")[0]
    if len(tail) > 1 and not tail[1:].islower():
        return Reason.INSIDE_WORD
    if len(tail) == 1 and tail not in "IA":
        return Reason.INSIDE_WORD
    stem = stem.lstrip("\"“‘'([")
    if len(stem) > 1 and stem[-2:].islower() and "." not in stem and stem not in _kinds():
        return Reason.GLUED
    return Reason.INSIDE_WORD


def _judge_stop(text: str, begin: int, stop: int, closers: int, gap: int, stem: str, word: str, opening: str) -> Reason:  # noqa: PLR0917  a stop and its surroundings
    """Judge a single full stop before a word in capitals or a number."""
    first = word[0]
    is_number = first.isdigit()
    bare = word.rstrip(".")
    has_closed = gap > closers
    if not stem:
        return Reason.CAPITAL
    if ENUMERATOR.match(stem) and not text[begin : stop - len(stem)].strip("\"“‘'([*•-–— ") and not has_closed and len(stem) < 4:
        return Reason.ENUMERATOR
    kind = _kinds().get(stem)
    if has_closed and text[closers] in "\"”’'" and kind is not Abbreviation.TITLE:
        return Reason.CAPITAL
    if kind is None:
        if len(stem) == 1 and stem.isalpha():
            return _judge_letter(text, begin, stop, stem, bare)
        if "." in stem and DOTTED.match(stem):
            return _judge_initials(bare, opening, is_number=is_number)
        return Reason.NUMBER_OPENS if is_number else Reason.CAPITAL
    return _judge_abbreviation(text, begin, stop, stem, kind, bare, opening, is_number=is_number)


def _judge_letter(text: str, begin: int, stop: int, stem: str, word: str) -> Reason:
    before = text[max(begin, stop - 32) : stop - 1].split()
    previous = before[-1] if before else ""
    if stem.islower():
        return Reason.CAPITAL
    if stem == "I" and (previous in CONJOINED or (previous.islower() and word in STARTERS)):
        return Reason.LETTER_ENDS
    if previous.lower() in LETTERED:
        return Reason.LETTER_ENDS
    if word in STARTERS and word not in {"A", "I", "Will", "Mr", "Mrs", "Ms"} and previous[:1] not in "\"“‘'(":
        return Reason.LETTER_ENDS
    return Reason.INITIAL


def _judge_initials(word: str, opening: str, *, is_number: bool) -> Reason:
    if opening or is_number:
        return Reason.STARTER if opening.strip("([") else Reason.INITIALS_GO_ON
    return Reason.STARTER if word in STARTERS else Reason.INITIALS_GO_ON


def _judge_abbreviation(  # noqa: PLR0917  one case a kind
    text: str, begin: int, stop: int, stem: str, kind: Abbreviation, word: str, opening: str, *, is_number: bool
) -> Reason:
    if kind in {Abbreviation.TITLE, Abbreviation.INSIDE}:
        return Reason.ABBREVIATION
    if kind is Abbreviation.NUMBER:
        return Reason.NUMBER_GOES_ON if is_number or ROMAN.match(word) else Reason.ABBREVIATION_ENDS
    if kind is Abbreviation.MONTH:
        return Reason.NUMBER_GOES_ON if is_number else Reason.ABBREVIATION_ENDS
    if kind is Abbreviation.TIME:
        if word in TIME_FOLLOWERS:
            return Reason.INITIALS_GO_ON
        if len(text[begin:stop].split()) <= 4:
            return Reason.SHORT_TIME
        return Reason.ABBREVIATION_ENDS
    if kind is Abbreviation.STREET:
        return _judge_street(text[max(begin, stop - 60) : stop - len(stem)].split(), stem, word, opening)
    if kind is Abbreviation.NAME:
        return Reason.STARTER if word in STARTERS else Reason.ABBREVIATION
    if opening.strip("(["):
        return Reason.STARTER
    return Reason.STARTER if word in STARTERS else Reason.ABBREVIATION


def _judge_street(before: list[str], stem: str, word: str, opening: str) -> Reason:
    """Tell a street's end ("on Main St.") from a saint ("St. Louis"), by the words before it."""
    is_named = len(before) > 1 and (before[-1][0].isupper() or before[-1][0].isdigit())
    is_named = is_named and (before[-2].lower() in STREET_LEADS or not before[-2][0].islower())
    if not is_named and (stem in {"St", "ST"} or (word not in STARTERS and not opening)):
        return Reason.ABBREVIATION
    return Reason.ABBREVIATION_ENDS


def _token_before(text: str, begin: int, stop: int) -> str:
    """Return the word before the stop, without marks that open before it; at most 24 characters."""
    stem = text[max(begin, stop - 24) : stop].split()
    return stem[-1].lstrip("\"“‘'([{«`*_—–-") if stem and not text[stop - 1].isspace() else ""
