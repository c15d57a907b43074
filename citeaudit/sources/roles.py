"""Who bears a role: a text and its names go in, an index comes out by which "the congressman" or "Clinton's campaign manager" is somebody.

A role is learned where the article gives it: by a title ("Rep. Bob Etheridge"), before the name ("campaign manager Robby
Mook"), beside it ("Robby Mook, Clinton's campaign manager", "the F.B.I. director, James B. Comey") or by "is". A
description then means the one person whose role it names, of its gender; where two bear it, or nobody, it means nobody.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import regex

from citeaudit.lexicon.classes import forms_of
from citeaudit.lexicon.people import role_nouns, source_nouns
from citeaudit.lexicon.worded import worded
from citeaudit.model.relations import SourceType
from citeaudit.model.spans import Span
from citeaudit.outlets.context import country_words
from citeaudit.patterns import pattern_of
from citeaudit.sources.names import Names, Person, titles_table
from citeaudit.sources.persons import is_personal
from citeaudit.sources.types import head_of

WORD = r"[\p{L}\d][\p{L}\d.’'-]*"
STOPS = "@stops_role"
BEFORE = worded(
    rf"(?<![\p{{L}}\d.’'-])(?P<words>(?:(?!{STOPS}\s){WORD}\s){{0,5}}?)(?P<noun>\p{{Ll}}[\p{{Ll}}-]+)\s(?:\p{{Lu}}[\p{{L}}’'-]*\.?\s){{0,2}}$"
)
"""What stands before a name: "(the Clinton) (campaign) manager | Robby Mook"."""
MOST_BEFORE = 8
"""The most words that it holds: to try each one further back in vain would take twice as long."""
BESIDE_BEFORE = worded(
    rf"(?:^|[\s“\"(])(?P<words>(?:(?i:@det)\s|\p{{Lu}}[\p{{L}}.-]*['’]s?\s)(?:(?!{STOPS}\s){WORD}\s){{0,5}}?)(?P<noun>\p{{Ll}}[\p{{Ll}}-]+)"
    r"(?:\s(?:of|for|in|at|from)\s[^,;:.“”\"]{1,50}?)?,\s$"
)
"""What stands before a name and a comma: "the F.B.I. director at the time, | James B. Comey"."""
BESIDE = worded(
    rf"(?:['’]s\s)?(?:,|,\swho\s(?:is|was)|\s(?:is|was))\s(?P<words>(?:\p{{Lu}}[\p{{L}}.-]*\sfor\s(?=\p{{Lu}}))?(?:(?!{STOPS}\s){WORD}\s){{0,6}}?)(?P<noun>\p{{Ll}}[\p{{Ll}}-]+)"
    r"(?=[,.;)]|\s@behind_role\b|$)"
)
"""What stands behind a name: ", | the seven-term congressman | from North Carolina"."""
APPOSES = frozenset(",'’")
"""With one of these begins what stands behind a name, if not with "is" or "was"."""
TELLS = (" said", " says", " told")
LONE = worded(r",(?=\s(?:who\s(?:is|was)\s)?(?:@det\s|\p{Lu}[\p{L}.-]*['’]s?\s))(?<=(?<![\w.’'-])(?P<name>\p{Lu}[\p{L}’'-]+),)")
"""A surname before what tells its role: "Mook, Clinton's campaign manager"."""
AGE = pattern_of(r",\s(?P<age>\d{1,3})(?=[,.;]|\s(?:of|from|and|who)\b)")
AGE_BEFORE = pattern_of(r"\b(?P<age>\d{1,3})-year-old\s(?:[\p{Ll}-]+\s){0,3}$")
AGED = pattern_of(r"(?:the|this) (?P<age>\d{1,3})-year-old(?: \p{Ll}+)?", regex.IGNORECASE)
DESCRIPTION = pattern_of(
    rf"(?P<whose>[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Tt]his|[Tt]hat|(?:[Tt]he\s)?(?:\p{{Lu}}[\p{{L}}.-]*\s)*\p{{Lu}}[\p{{L}}.-]*['’]s?)\s(?P<words>(?:{WORD}\s){{0,5}})(?P<noun>[\p{{L}}-]+)"
)
APPOSED = pattern_of(r",\s(?P<name>\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}.’'-]*)*)")
"""The name that stands behind a description: "Ruiz's lawyer, | Eva Lind"."""
LESSER = forms_of("lesser_role")
"""Words that make another role of one: the vice president is no president."""
FIELDS = forms_of("role_field")
"""Words that tell which of several it is: the campaign manager is no other manager, though "the manager" may be he."""
DETERMINERS = frozenset("the a an his her their its our this that".split())  # noqa: SIM905
NATIONS = forms_of("of_party").union(word.casefold() for word in country_words())
"""Capitalised words that own nobody: "the Republican nominee"."""
MOST_BEARERS = 60
"""So many are asked for one role; no newspaper names more."""
LATER = 1500
"""How far behind a description its bearer may be named for the first time, in code points."""
LOOK_BACK = 90
LOOK_AHEAD = 120
"""How far around a name its role is looked for, in code points."""
PERSON_ENDINGS = ("man", "woman", "er", "or", "ist", "ian", "ant", "eur", "ess")
NO_PERSONS = forms_of("no_person")


class Bearer(NamedTuple):
    """A *person* and one role: its *noun*, its other *words* in lower case, which of them are names (*owners*), and where it was told."""

    person: Person
    noun: str
    words: frozenset[str]
    owners: frozenset[str]
    start: int


class Roles(NamedTuple):
    """The roles that an article gives to people, by what their bearers may be called, and the ages that it tells."""

    by_noun: dict[str, tuple[Bearer, ...]]
    by_age: dict[str, tuple[Person, ...]]

    def bearer(self, words: str, before: int) -> Person | None:
        """Return whom *words* ("the seven-term congressman") at *before* mean; None if nobody or two people bear that role."""
        if (aged := AGED.fullmatch(words)) and (people := self.by_age.get(aged["age"])):
            return people[0] if len({person.name for person in people}) == 1 else None
        match = DESCRIPTION.fullmatch(head_of(words))
        if match is None or not _is_whole(words, match):
            return None
        noun = match["noun"].casefold()
        fitting = self._fitting(noun, match, before)
        if apposed := APPOSED.match(" ".join(words.split()), match.end()):
            fitting = [bearer for bearer in fitting if bearer.person.name.endswith(apposed["name"])]
        names = {bearer.person.name for bearer in fitting}
        if len(names) == 1:
            return fitting[-1].person
        earlier = [bearer for bearer in fitting if bearer.start < before]
        is_bare = not match["words"] and match["whose"].casefold() in DETERMINERS
        return earlier[-1].person if earlier and is_bare else None

    def bears(self, name: str) -> bool:
        """Tell whether the article gives any role to the person *name*."""
        return any(bearer.person.name == name for bearers in self.by_noun.values() for bearer in bearers)

    def _fitting(self, noun: str, match: regex.Match[str], before: int) -> list[Bearer]:
        """Return who bears the role of a description: before it if anybody does, with all its words if anybody has them."""
        wanted = _words(match["words"])
        named = match["whose"].removesuffix("’s").removesuffix("'s").rstrip("’'").casefold().split()
        whose = named[-1]
        gender = gender_of_noun(noun)
        found = [
            bearer
            for bearer in self.by_noun.get(noun, ())
            if LESSER & wanted == LESSER & bearer.words
            and FIELDS & wanted <= bearer.words
            and (not gender or bearer.person.gender in ("", gender))
            and bearer.person.name.split()[-1].casefold() != whose
        ]
        full = [bearer for bearer in found if wanted <= bearer.words]
        if wanted and len({bearer.person.name for bearer in found}) > 1:
            found = full
        if whose not in DETERMINERS:
            elsewhere = {bearer.person.name for bearer in found if bearer.owners and not bearer.owners.intersection(named)}
            found = [
                bearer
                for bearer in found
                if bearer.owners.intersection(named) or not (bearer.owners or bearer.person.name in elsewhere)
            ]
        # Who is named further on is described before in the same words, and near: "The mayor spoke. … Ana Ruiz, the mayor, …".
        later = [bearer for bearer in found if bearer.noun == noun and bearer.start < before + LATER]
        return [bearer for bearer in found if bearer.start < before] or later


def index_roles(text: str, names: Names) -> Roles:
    """Return the roles that *text* gives to the people of *names*."""
    by_noun: dict[str, list[Bearer]] = {}
    by_age: dict[str, list[Person]] = {}
    is_counted = "-year-old" in text
    for person in names.people:
        if is_personal(person):
            for bearer in _roles_of(text, person):
                _add(by_noun, bearer)
            if age := _age(text, person.span, is_counted=is_counted):
                by_age.setdefault(age, []).append(person)
    for titled in names.titled:
        person = _in_full(titled, names)
        for title in sorted(titled.titles):
            _add(by_noun, Bearer(person, title, titled.titles - {title}, frozenset(), titled.span.start))
    for match in LONE.finditer(text):
        start, end = match.span("name")
        known = names.find(match["name"], start + 1)
        role = BESIDE.match(text, end, end + LOOK_AHEAD)
        if known and role and known.span.end != end and is_personal(known) and is_person_noun(role["noun"]):
            _add(by_noun, _bearer(known, role, start))
    return Roles(
        {noun: tuple(sorted(bearers, key=lambda bearer: bearer.start)) for noun, bearers in by_noun.items()},
        {age: tuple(people) for age, people in by_age.items()},
    )


def _roles_of(text: str, person: Person) -> list[Bearer]:
    """Return the roles that stand around the full name of *person*: its titles, what leads up to it and what follows."""
    start, end = person.span.start, person.span.end
    low = max(0, start - LOOK_BACK)
    titles = [title for title in sorted(person.titles) if title in titles_table() or is_person_noun(title)]
    found = [Bearer(person, title, person.titles - {title}, frozenset(), start) for title in titles]
    may_follow = text[end : end + 1] in APPOSES or text.startswith(("is", "was"), end + 1)
    behind = BESIDE.match(text, end, end + LOOK_AHEAD) if may_follow else None
    if behind and behind["words"].startswith("the ") and text.startswith(TELLS, behind.end()):
        behind = None  # "It broke down near Tarn Heath, the operator said": who speaks, and no apposition.
    beside = (_lead(text, low, start), behind)
    return found + [_bearer(person, role, start) for role in beside if role is not None and is_person_noun(role["noun"])]


def _lead(text: str, low: int, start: int) -> regex.Match[str] | None:
    """Return the role that leads up to a name at *start*; most names have a word before them that is no role, and need no closer look."""
    if text[start - 2 : start - 1] == ",":
        return BESIDE_BEFORE.search(text, low, start)
    for word in text[low:start].split()[:-4:-1]:
        if _may_end_as_person_noun(word):
            further = text[low:start].rsplit(maxsplit=MOST_BEFORE)
            return BEFORE.search(text, low + len(further[0]) if len(further) > MOST_BEFORE else low, start)
        if not word[0].isupper():
            break
    return None


@lru_cache(maxsize=4096)
def _may_end_as_person_noun(word: str) -> bool:
    """Tell whether *word*, or the end of it, may be what a person is called."""
    return word.endswith((*PERSON_ENDINGS, *source_nouns(), *titles_table()))


def _age(text: str, name: Span, *, is_counted: bool) -> str:
    """Return the age that stands beside *name*: "Ana Ruiz, 34," or "34-year-old Ana Ruiz"; "" if none does."""
    behind = AGE.match(text, name.end, name.end + LOOK_AHEAD) if text.startswith(",", name.end) else None
    match = behind or (AGE_BEFORE.search(text, max(0, name.start - LOOK_BACK), name.start) if is_counted else None)
    return str(match["age"]) if match else ""


def _in_full(titled: Person, names: Names) -> Person:
    """Return whom a surname behind a title is: the one of that surname, or the one with that title; else just the surname."""
    namesakes = {person.name: person for person in reversed(names.by_surname.get(titled.name, ()))}
    fitting = [person for person in namesakes.values() if person.titles & titled.titles] or list(namesakes.values())
    return fitting[0] if len(fitting) == 1 else titled


def _bearer(person: Person, role: regex.Match[str], start: int) -> Bearer:
    owners = frozenset(_words(" ".join(word for word in role["words"].split() if word[0].isupper())))
    return Bearer(person, role["noun"], _words(role["words"]), owners - NATIONS, start)


def _add(by_noun: dict[str, list[Bearer]], bearer: Bearer) -> None:
    noun = bearer.noun.removeprefix("co-")
    for called in (*role_nouns().get(noun, (noun,)), *((bearer.noun,) if noun != bearer.noun else ())):
        *more, last = called.split()  # a CEO is the chief executive
        bearers = by_noun.setdefault(last, [])
        if len(bearers) < MOST_BEARERS:
            bearers.append(bearer._replace(words=bearer.words.union(more)) if more else bearer)


def _words(words: str) -> frozenset[str]:
    folded = (word.casefold().removesuffix("’s").removesuffix("'s").strip(".,’'") for word in words.split())
    return frozenset(word for word in folded if word not in DETERMINERS)


def is_person_noun(noun: str) -> bool:
    """Tell whether *noun* is what a person is called, as far as the tables or its ending tell: "mayor", "surveyor"."""
    noun = noun.casefold()
    known = source_nouns().get(noun)
    if known is not None:
        return known[0] in {SourceType.PERSON, SourceType.ANONYMOUS}
    return noun in titles_table() or (noun.endswith(PERSON_ENDINGS) and noun not in NO_PERSONS)


def _is_whole(words: str, match: regex.Match[str]) -> bool:
    """Tell whether a description says no more than its head: "the president of Chile" does."""
    rest = " ".join(words.split()).strip(" ,.")[match.end() :].removeprefix("’s").removeprefix("'s")
    return not rest or rest.startswith(",")


def gender_of_noun(noun: str) -> str:
    """Return "m" or "f" where *noun*, what somebody is called, tells: "actress", "businessman"; else ""."""
    if noun in titles_table():
        return titles_table()[noun]
    if noun.endswith(("woman", "ess")) or noun in forms_of("she_is"):
        return "f"
    return "m" if noun.endswith("man") or noun in forms_of("he_is") else ""
