"""
Sentences without a verb: the words of a short one go in, whether any of them could be a finite verb comes out.

"Not so fast." and "Marchers on the old bridge in Esk." end like sentences and assert nothing. A tagger would be slow, and often wrong on
such pieces; what a form may be and what stands before it mostly leave a verb no room, and where they do not the sentence is taken for one.
"""

from __future__ import annotations

from enum import Enum, auto
from functools import cache

from citeaudit.lexicon.classes import forms_of
from citeaudit.lexicon.classes import words as listed_words
from citeaudit.model.relations import SentenceKind
from citeaudit.patterns import pattern_of
from citeaudit.sentences.lines import BULLETS, LINK, Told
from citeaudit.words.forms import clusters
from citeaudit.words.roles import has_role, with_role
from citeaudit.words.tokens import CLITIC, CLOSED, IS_AFTER, TOKEN, ends_in_s, irregular_forms, kind_of, set_of, stem_of

SURE = frozenset(("MD", "BE", "HV", "DO", "AC"))
"""Kinds of words that are verbs or, as "according", tell whose the words are."""
BEFORE_NOUNS = frozenset(("DT", "PP", "IN", "POS", "NUM", "CC", "TO", "NOT"))
"""Behind these kinds stands no finite verb: "the march", "her walk", "on strike"."""
AFTER_PLURALS = frozenset(("IN", "ING", "CC", ",", "."))
"""Before these a sentence opens with a plural: "Protests in Esk.", "Volunteers filling bags."."""
OBJECTS = frozenset(("NP", "DT", "PP", "NUM", "PRO", "PRM"))
STANDS_ALONE = set_of("this these that all any each either neither both another such")
"""What stands before a noun, and may be the subject by itself: "all this takes"."""
PARTICLES = set_of("up out off down over in on away back")
"""What belongs to the verb before it, so that another may follow: "The pressure to drop out rose"."""
LIKED = "like"
SUBJECTS = frozenset(("PRO", "PRM", "WHO", "WH", "THAT"))
ASIDES = frozenset(("ADV", "RB", "NOT", ",", "DAY"))
"""What may stand between a subject and its verb."""
NAME_GOES_ON = frozenset(("NP", "POS", ",", "."))
SHORTENED = set_of("'d d 's s 'll 're 've")
MARKS = frozenset('"“”‘:;()[]|=<>{}\\/@#')
"""What quotes, explains, links or computes: no sentence with one of these is told here."""
YEAR = pattern_of(r"\b(?:1[5-9]|20)\d\d\b")
FIGURE = pattern_of(r"\d|[$£€%]")
"""A figure is something to audit, verb or no verb: "Five dead." and "Up 12 points." state it."""
ELLIPTIC = "elliptic"
DEPICTED = "depicted"
NUMBERED_ALONE = "numbered_alone"
MOST_WORDS = 8
CAPTION_WORDS = 16
LEAST_CAPTION = 4
NUMBERED = pattern_of(r"(?:\d{1,2}|\p{Ll})[.)]\s(?=\p{Lu}\s?\p{Ll})")
LINKS = pattern_of(LINK)
LONGEST = 120


def tell_verbless(words: str, *, is_alone: bool, is_first: bool) -> Told | None:
    """
    Tell a sentence with a stop that has no verb: an exclamation, a word of answer, or, as a line by itself (*is_alone*), a caption.

    The *first* one of a paragraph that bears a number heads it: "2. Rising costs. The price …".
    """
    numbered = NUMBERED.match(words) if is_first and not words[0].isupper() else None
    rest = words[numbered.end() :] if numbered else ""
    if rest and ((is_alone and rest[-1] == "." and rest[:-1].isalpha()) or tell_verbless(rest, is_alone=False, is_first=False)):
        if is_alone:
            return SentenceKind.FRAGMENT, NUMBERED_ALONE, "a number and a noun by themselves"
        return SentenceKind.HEADING, "numbered", "a number and a noun before the sentences of a paragraph"
    if len(words) > LONGEST or words[-1] not in ".!…" or words[0] in BULLETS:
        return None
    count = words.count(" ") + 1
    if count > (CAPTION_WORDS if is_alone else MOST_WORDS) or not MARKS.isdisjoint(words) or "''" in words or "``" in words:
        return None
    if FIGURE.search(YEAR.sub("", words) if is_alone else words):
        return None
    if has_room_for_verb(words) or (not (is_alone and count >= LEAST_CAPTION) and _counts(words)):
        return None
    if is_alone and count >= LEAST_CAPTION and words[-1] == ".":
        return SentenceKind.FRAGMENT, DEPICTED, "a noun, places and times, and no verb"
    return SentenceKind.FRAGMENT, ELLIPTIC, "no verb, so that nothing is asserted"


def is_bare_link(words: str) -> bool:
    """Tell whether *words*, which no stop ends, are a link and at most a few that have no verb: "With pic https://…"."""
    bare = LINKS.sub("", words).strip()
    if bare == words or bare.count(" ") >= MOST_WORDS or not MARKS.isdisjoint(bare) or FIGURE.search(bare):
        return False
    return not bare or not has_room_for_verb(bare)


def _counts(words: str) -> bool:
    tokens = (token.strip(",.!…") for token in words.casefold().split())
    return any(has_role("number", token) for token in tokens)


def has_room_for_verb(words: str) -> bool:
    """Tell whether *words*, a sentence, may hold a finite verb, as far as forms tell."""
    forms = TOKEN.findall(words)
    lower = [form.lower().replace("’", "'") for form in forms]
    kinds: list[str] = []
    for form, token in zip(forms, lower, strict=True):
        kind = "NUM" if has_role("number", token) else kind_of(form)
        if kind in SURE:
            return True  # asked first, since most sentences have a verb that cannot be anything else
        kinds.append(kind)
    for at, (form, token) in enumerate(zip(forms, lower, strict=True)):
        if token == CLITIC and not _is_short_for_is(lower, kinds, at):
            kinds[at] = "POS"
        elif token in SHORTENED or (token == LIKED and at and ends_in_s(lower[at - 1])):
            return True
        could = None if token in CLOSED or not token[0].isalpha() else _could_be(form, lower, kinds, at)
        if could is not None and _has_room(lower, kinds, at, could):
            return True
    return False


def _is_short_for_is(lower: list[str], kinds: list[str], at: int) -> bool:
    """Tell "'s" for "is" or "has" from the possessive, which stands before a noun."""
    following = kinds[at + 1] if at + 1 < len(kinds) else "."
    return at == 0 or lower[at - 1] in IS_AFTER or following not in {"w", "NP", "NUM", "DAY"}


class _Verb(Enum):
    """Which verb a word could be."""

    SURE = auto()
    """Hardly anything but a verb, or one in the past: "gather", "raised"."""
    FORM = auto()
    """The present of one, or a plural: "marches"."""
    BASE = auto()
    """The base form of one, or a noun: "march"."""


def _could_be(form: str, lower: list[str], kinds: list[str], at: int) -> _Verb | None:
    """Return which verb *form* could be, None for none."""
    token, cluster = lower[at], clusters().get(lower[at])
    is_name = kinds[at] == "NP" and any(other[0].isalnum() for other in lower[:at])
    if token.endswith("ing") or (is_name and not (cluster and (form.isupper() or ends_in_s(token)))):
        return None
    if token in irregular_forms() or token.endswith("ed") or has_role("verb", token):
        return _Verb.SURE
    if cluster is None:
        return None if token.endswith(_noun_ends()) or _opens_name(kinds, at) else _Verb.FORM
    if stem_of(token) not in verb_stems():
        return None
    return _Verb.FORM if ends_in_s(token) else _Verb.BASE


def _has_room(lower: list[str], kinds: list[str], at: int, could: _Verb) -> bool:
    """Tell whether what stands before the word *at* lets it be the verb that it could be."""
    before = at - 1
    while before >= 0 and (kinds[before] in ASIDES or not lower[before][0].isalnum()) and kinds[before] != "POS":
        before -= 1
    following = frozenset(kinds[at + 1 : at + 2])
    if before < 0 or (before == 0 and kinds[0] == "CC"):
        # It may tell somebody to do a thing, or say what somebody does who is not named: "Sounds right."
        return could is not _Verb.FORM or following.isdisjoint(AFTER_PLURALS)
    if kinds[before] == "POS" and ends_in_s(lower[at]):
        return "w" in following  # "Lowe's reports earnings"
    if lower[before] in STANDS_ALONE:
        return could is not _Verb.BASE
    if kinds[before] in BEFORE_NOUNS:
        return could is _Verb.SURE and (kinds[before] in {"NUM", "CC"} or lower[before] in PARTICLES)
    is_described = before == at - 1 and _describes(lower, kinds, before)
    if is_described and before > 0 and kinds[before - 1] in {"DT", "PP"} and (ends_in_s(lower[at]) or _is_most(lower, at)):
        return False  # "the new plans", "the biggest name"
    if could is _Verb.SURE or kinds[before] in SUBJECTS:
        return True
    if is_described:
        return False
    if could is _Verb.FORM:
        return before > 0 or not lower[0].endswith("ing") or following.isdisjoint(AFTER_PLURALS)  # "Rising costs."
    # A base form wants more than one who does it, or it has an object: "Vale host Luton".
    is_done = kinds[before] == "NP" and not following.isdisjoint(OBJECTS)
    return is_done or before < at - 1 or any(map(_tells_several, lower[:at], kinds[:at]))


def _describes(lower: list[str], kinds: list[str], at: int) -> bool:
    """Tell whether the word *at* is an adjective, or does what one does: "Volunteers filling bags", "the burned trucks"."""
    if lower[at].endswith("ing"):
        return at > 0 and (kinds[at - 1] == "NP" or ends_in_s(lower[at - 1]))
    if kinds[at] == "ED":
        return at > 0 and kinds[at - 1] in {"DT", "PP"}
    return kinds[at] != "NP" and has_role("adjective", lower[at])


def _is_most(lower: list[str], at: int) -> bool:
    """Tell what is the most of its kind from a deed: "the biggest name", not "the oldest left"."""
    return lower[at - 1].endswith("est") and lower[at] not in irregular_forms() and not lower[at].endswith("ed")


def _tells_several(token: str, kind: str) -> bool:
    return kind == "PRO" or token in {"and", "more"} or ends_in_s(token) or token in forms_of("plural")


def _opens_name(kinds: list[str], at: int) -> bool:
    """Tell whether a word that nobody knows opens the sentence with a name, or is all of it."""
    return at == 0 and (len(kinds) < 3 or kinds[1] in NAME_GOES_ON)


@cache
def verb_stems() -> frozenset[str]:
    """Return the stems of all words that have a form in -ed or -ing, or are listed as verbs."""
    found = {stem_of(form) for form in clusters() if form.endswith(("ed", "ing"))}
    found.update(stem for stem, kind in irregular_forms().values() if kind != "w")
    return frozenset(found.union(stem_of(form) for word in listed_words() if word.kind == "verb" for form in word.forms))


@cache
def _noun_ends() -> tuple[str, ...]:
    """Return how words end that are no verbs, for those that are too rare to have a cluster."""
    return tuple(form.removeprefix("-") for form in with_role("ending"))
