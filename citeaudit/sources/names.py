"""Names in full: a text goes in, an index of the people that it names comes out, by surname and by title.

A later "Wang", "Ms. Ruiz" or "the minister" can then be read as the person that the article named in full. Titles are
left out of a name ("Foreign Minister Wang Yi" is Wang Yi) but kept beside it. Capital letters are all there is to go by,
so places and bodies of several words are in the index too; they do no harm, since only surnames of sources are asked for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple, TypeVar

import regex

from citeaudit.lexicon.classes import forms_of
from citeaudit.lexicon.people import body_words, first_names, name_words, source_nouns
from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.lexicon.worded import worded
from citeaudit.model.relations import SourceType
from citeaudit.model.spans import Span
from citeaudit.outlets.context import country_words
from citeaudit.outlets.not_outlets import DAYS
from citeaudit.patterns import pattern_of
from citeaudit.text.marks import POSSESSIVE_S

TITLES = "St|Mt|Ft|Dr|Mr|Mrs|Ms|Prof|Gen|Gov|Sen|Rep|Rev|Hon|Lt|Col|Maj|Capt|Sgt|Cmdr|Adm|Det|Supt"
REST = rf"""[\p{{L}}\p{{M}}’'-]*+                                   # Wang, O’Reilly
    (?:\.(?:(?<=(?<![\p{{L}}\p{{M}}’'-])(?:\p{{Lu}}|{TITLES})\.)(?=\ \p{{Lu}})  # J., Sen. (before a capital)
      | \p{{Lu}}(?:\.\p{{Lu}})*+\.?                             # U.S.
    ))?"""
"""One word of a name behind its capital, written twice into NAME: to call it as a group there takes four times as long."""
POSSESSIVES = (*POSSESSIVE_S, "'", "’")
NAME = worded(
    rf"""
    \p{{Lu}}(?<![\w’'-].){REST}                                        # a capital first: to look for one takes half the time
    (?:
        \ (?:@particle\ ){{0,2}} # Ursula von der Leyen
        (?:(?:al|el|ul|ad|as|ar|an)-)?\p{{Lu}}{REST}                    # Bashar al-Assad
    )*+
    """,
    regex.VERBOSE,
)
Key = TypeVar("Key")
Value = TypeVar("Value")
POSTNOMINALS = frozenset(("KC", "QC", "SC", "MP", "MSP", "TD", "MBE", "OBE", "CBE", "PhD", "MD"))
"""What stands behind a name and is no part of it: "Sarah Onslow KC"."""
OF = pattern_of(r"\s(?:of|for)\s(?:the\s)?\p{Lu}[\p{L}’'-]*(?:\s(?:and\s)?\p{Lu}[\p{L}-]*){0,3}")
OPENERS = forms_of("opens_name")
"""Words that stand before a name with a capital only because the sentence begins there."""
BEFORE_BODIES = OPENERS - {"new"}
"""The same before the name of a body, which may begin with one of them: "New Zealand Department"."""
APPOSITION = pattern_of(
    r",\s(?:the\s|a\s|an\s|who\sis\s(?:the|a)\s)?((?:[\p{L}’'.-]+\s){0,4}?[\p{L}’'.-]+)(?=,|\sof\s|\sat\s|\sfor\s|\sfrom\s|\sin\s)"
)
OFFICE_NOUN = r"(?i:@office_noun)"
OFFICE = worded(rf"\b(?P<title>{OFFICE_NOUN})(?:\s(?:of|for|and|the|\p{{Lu}}[\p{{L}}’'-]*,?)){{0,8}}?\s(?:of|for)\s(?:the\s)?$")
"""An office whose field stands between it and the name: "Minister of Industry Jon Baldursson", "Secretary of State for Wales Dai Pugh"."""
OFFICE_LENGTH = 90
"""How far before a name its office is looked for, in code points."""
MOST_TITLED = 200
"""Among so many surnames behind a title a lone name is looked for."""
ROLE_SPAN = 60
"""How far behind a name its apposition is looked for, in code points: a title and a short body's name."""


class Person(NamedTuple):
    """One full name where it stands: the *name* without title, the words of its *titles* in lower case, *gender* m, f or ""."""

    span: Span
    name: str
    titles: frozenset[str]
    gender: str
    is_relative: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """The full names of an article in order, and the same by surname."""

    people: tuple[Person, ...]
    by_surname: dict[str, tuple[Person, ...]]
    by_first: dict[str, tuple[Person, ...]]
    """By the first name, or the family name where it stands first: Wang of Wang Yi."""
    bodies: tuple[tuple[int, str], ...] = ()
    """Where organisations are named in full, and how: "the University of Tarn"."""
    titled: tuple[Person, ...] = ()
    """Surnames behind a title: "President Obama", "Ms. Ruiz"."""
    by_word: dict[str, tuple[tuple[int, str], ...]] = field(default_factory=dict)
    """The bodies by each word of their name, in lower case."""
    by_whole: dict[tuple[str, str], tuple[Person, ...]] = field(default_factory=dict)
    """By surname and first name."""
    _fitting: dict[tuple[str, str, str, bool], tuple[Person, ...]] = field(default_factory=dict, repr=False, compare=False)
    """Whom a name and a gender fit, as far as it was asked: an article asks of few, many times."""
    _asked: dict[str, tuple[Person, ...]] = field(default_factory=dict, repr=False, compare=False)
    """The same by the words that were asked for."""

    def find(self, name: str, before: int) -> Person | None:
        """
        Return who *name* ("Wang", "Mr. Wang", "Wang Yi") is: the last such full name that begins before *before*, else the first after.

        None if nobody of that surname is named in full, or if two people were and the last one is not alone in its paragraph's past.
        """
        people = self._asked.get(name)
        if people is None:
            people = self._asked[name] = self._called(name)
        place = bisect_left(people, before, key=lambda person: person.span.start)
        return people[max(0, place - 1)] if people else None

    def _called(self, name: str) -> tuple[Person, ...]:
        """Return those whom *name* fits, in order."""
        tokens = strip_titles(without_possessive(name).split())
        if not tokens:
            return ()
        gender = gender_of("", frozenset(token.casefold().strip(".") for token in name.split()))
        key = (tokens[-1], tokens[0], gender, len(tokens) == 1)
        people = self._fitting.get(key)
        if people is None:
            people = self._fitting[key] = self._whom_fits(*key)
        return people

    def _whom_fits(self, surname: str, first: str, gender: str, is_alone: bool) -> tuple[Person, ...]:  # noqa: FBT001  a key's parts
        """Return those whom a name and a title's *gender* fit, in order; a name *is_alone* where it is a single word."""
        people = (
            self.by_surname.get(surname, ()) or self.by_first.get(first, ())
            if is_alone
            else self.by_whole.get((surname, first), ())
        )
        # "Her daughter, Eva Lind" is Eva from then on: the surname stays with whom the article is about.
        if is_alone and any(person.is_relative for person in people):
            people = tuple(person for person in people if not person.is_relative) or people
        return tuple(person for person in people if person.gender in ("", gender)) if gender else people

    def only_titled(self, tokens: list[str]) -> Person | None:
        """Return who the lone surname in *tokens* is where the article gives it behind a title, and never in full: "Mr. Pellow"."""
        if len(tokens) != 1:
            return None
        return next((person for person in self.titled[:MOST_TITLED] if person.name == tokens[0]), None)

    def body(self, noun: str, before: int) -> str | None:
        """Return the last organisation named before *before* by a name that holds *noun* ("university"); None if there is none."""
        bodies = self.by_word.get(noun, ())
        place = bisect_left(bodies, before, key=lambda body: body[0])
        return bodies[place - 1][1] if place else None

    def between(self, start: int, end: int) -> tuple[Person, ...]:
        """Return the full names that begin in ``[start, end)``, in order."""
        first = bisect_left(self.people, start, key=lambda person: person.span.start)
        return self.people[first : bisect_left(self.people, end, lo=first, key=lambda person: person.span.start)]


RELATIONS = forms_of("kin")
LONGEST_RELATION = 16
"""The longest of them with what may stand behind it, in code points."""
RELATIVE = pattern_of(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|\p{{Lu}}[\p{{L}}-]+['’]s)\s(?:[\p{{Ll}}-]+\s){{0,2}}(?:{'|'.join(sorted(RELATIONS))})s?,?\s$"
)
"""What stands before a name of the same family: "Her daughter, | Eva Lind"."""


def index_names(text: str) -> Names:
    """Return the full names of *text*."""
    people = []
    bodies = []
    titled = []
    known = body_words().keys()
    for match in NAME.finditer(text):
        words = without_possessive(match.group())
        if not known.isdisjoint(words.casefold().split()) and (body := _body(text, match)):
            bodies.append((match.start(), body))
        if " " not in words:
            continue
        rest = strip_titles(words.split())
        if person := _person(text, match.start(), words, rest):
            people.append(person)
        elif behind_title := _titled(match.start(), words, rest):
            titled.append(behind_title)
    genders = {person.name: person.gender for person in titled if person.gender}
    people = [_with_gender(person, genders.get(person.name.rpartition(" ")[2], "")) for person in people]
    parts = [(person, person.name.split()) for person in people]
    return Names(
        tuple(people),
        _index((word, person) for person, words in parts for word in _surnames(words[-1])),
        _index((words[0], person) for person, words in parts),
        tuple(bodies),
        tuple(titled),
        _index((word, body) for body in bodies for word in dict.fromkeys(body[1].casefold().split())),
        _index(((words[-1], words[0]), person) for person, words in parts),
    )


def _surnames(word: str) -> tuple[str, ...]:
    """Return what somebody whose name ends in *word* is called: "al-Assad" is Assad too."""
    bare = word[word.find("-") + 1 :] if word[:1].islower() else ""
    return (word, bare) if bare else (word,)


def _index(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    """Return the values of *pairs* by their key, in order."""
    found: dict[Key, list[Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def _with_gender(person: Person, gender: str) -> Person:
    """Return *person* with the *gender* that a title before the surname tells further on, where nothing else told it."""
    return person if person.gender or not gender else person._replace(gender=gender)


def without_possessive(words: str) -> str:
    """Return *words* without the "'s" or the apostrophe at the end: by slices, since it is asked of every name and each part of it."""
    if words.endswith(POSSESSIVE_S):
        return words[:-2]
    return words[:-1] if words.endswith(("'", "’")) else words


def _body(text: str, match: regex.Match[str]) -> str:
    """Return the organisation's name that *match*, which holds a body's noun, begins, with what follows its "of"; "" if it is none."""
    words = without_possessive(match.group()).split()
    while words and words[0].casefold() in BEFORE_BODIES:
        words = words[1:]
    name = " ".join(words)
    if of := OF.match(text, match.end()):
        return name + of.group()
    return name if len(words) > 1 else ""


def strip_titles(tokens: list[str]) -> list[str]:
    """Return *tokens* without the openers, demonyms and titles before a name: "Chinese Foreign Minister Wang Yi" → Wang, Yi."""
    known = titles_table()
    first = len(tokens)
    if len(tokens) > 1 and tokens[-2] in first_names() and tokens[-1][:1].isupper():
        first -= 1  # "Peter King" bears no title behind his name
    while first and tokens[first - 1].casefold().strip(".") not in known:
        first -= 1
    rest = tokens[first:]
    # "Roe said Wednesday Ruiz was late", "the vigilant Norlanders Ruiz thanked"
    while rest and (rest[0].casefold() in OPENERS or (len(rest) > 1 and (rest[0] in DAYS or _are_people(rest[0])))):
        rest = rest[1:]
    if len(rest) > 2:
        rest = _behind_callings(rest)
    while len(rest) > 1 and rest[-1] in POSTNOMINALS:
        rest = rest[:-1]
    # "The attorney for Massachusetts Joshua Levy": a place, then a first name.
    if len(rest) > 2 and rest[1] in first_names() and rest[0] not in first_names() and name_words().get(rest[0]) == "place":
        rest = rest[1:]
    return rest


def _behind_callings(rest: list[str]) -> list[str]:
    """Return *rest*, a name of three words or more, without what somebody is called or whose they are: "Passenger Mere Vosa", "Tarn's Ana Ruiz"."""
    if rest[0] not in first_names() and rest[0].casefold() in _callings():
        rest = rest[1:]
    # "Tarn Rowers Captain Ana Ruiz": what somebody is called, behind whatever tells which one.
    called = [n for n in range(len(rest) - 2) if rest[n + 1] in first_names() and rest[n].casefold() in _callings()]
    if called and first_names().keys().isdisjoint(rest[: called[-1] + 1]):
        rest = rest[called[-1] + 1 :]
    owners = [n for n in range(len(rest) - 2) if rest[n + 1] in first_names() and rest[n].endswith(POSSESSIVE_S)]
    return rest[owners[-1] + 1 :] if owners else rest


def _are_people(word: str) -> bool:
    """Tell whether *word* is what several from a country are called: "Americans"."""
    return word.endswith("ns") and word[:-1] in country_words()


@cache
def _callings() -> frozenset[str]:
    """Return what somebody is called by beside titles: "passenger", "farmer"."""
    persons = (noun for noun, (type_, _) in source_nouns().items() if type_ is SourceType.PERSON)
    return forms_of("epithet").union(persons)


def gender_of(name: str, titles: frozenset[str] = frozenset()) -> str:
    """Return "m" or "f" where a title or the first name tells, else ""."""
    for title in sorted(titles) if titles else ():
        if gender := titles_table().get(title, ""):
            return gender
    return first_names().get(name.split(maxsplit=1)[0] if name else "", "")


def _person(text: str, start: int, words: str, rest: list[str]) -> Person | None:
    """Return the person whom *words* at *start* name in full, *rest* without titles; None if they name nobody so."""
    office = _office_before(text, start) if words.count(" ") > 1 or (len(rest) > 1 and _is_initial(rest[-2])) else None
    if office:
        rest = _after_office(rest)
    if len(rest) < 2 or len(rest) > 5:
        return None
    bodies = body_words()
    for place, token in enumerate(rest, 1):
        if token.casefold().strip(".") in bodies or (place < len(rest) and token.endswith(POSSESSIVES)):
            return None  # "NBC's Meet the Press" is nobody.
    name = " ".join(rest)
    lead = words[: max(0, words.rfind(name))]
    titles = {token.casefold().strip(".") for token in lead.split()}
    # A title stands right before the name, or before another title: in "The actor said Tom Lee left" nobody is one.
    known_titles = titles_table()
    before = text[max(0, start - 40) : start].rpartition(".")[2].split()
    if before and before[-1] in known_titles:
        titles.update(word for word in before[-2:] if word in known_titles)
    if office:
        titles.add(office["title"].casefold())
    end = start + len(words)
    apposition = APPOSITION.match(text, end, min(len(text), end + ROLE_SPAN)) if text.startswith(",", end) else None
    if apposition:
        titles.update(word.casefold() for word in apposition.group(1).split() if word.casefold() in known_titles)
    known = frozenset(titles)
    span = Span(start + len(lead), start + len(lead) + len(name))
    return Person(span, name, known, gender_of(name, known), _is_relative(text, start))


def _titled(start: int, words: str, rest: list[str]) -> Person | None:
    """Return the surname that *words* are with its titles, *rest* without them: "President Obama"; None if they are anything else."""
    lead = words.removesuffix(rest[0]) if len(rest) == 1 else ""
    if not lead or len(rest[0]) < 2 or rest[0].casefold() in body_words():
        return None
    titles = frozenset(token.casefold().strip(".") for token in lead.split()).intersection(titles_table())
    return Person(Span(start + len(lead), start + len(words)), rest[0], titles, gender_of("", titles)) if titles else None


def _is_relative(text: str, start: int) -> bool:
    """Tell whether what stands before the name at *start* makes it one of somebody's family."""
    last = text[max(0, start - LONGEST_RELATION) : start].rstrip(", ").rpartition(" ")[2]
    return last.removesuffix("s") in RELATIONS and RELATIVE.search(text, max(0, start - 40), start) is not None


def _office_before(text: str, start: int) -> regex.Match[str] | None:
    """Return the office whose field the capitals at *start* begin with: "Minister of | Industry Jon Baldursson"."""
    if not text.endswith((" of ", " for ", " the "), max(0, start - 5), start):
        return None
    return OFFICE.search(text, max(0, start - OFFICE_LENGTH), start)


def _is_initial(token: str) -> bool:
    return len(token) == 2 and token.endswith(".")


def _after_office(rest: list[str]) -> list[str]:
    """Return the name behind what an office is of: "(Minister of) Foreign Affairs Sergey Lavrov" → Sergey, Lavrov."""
    for place, token in enumerate(rest[1:-1], 1):
        if token in first_names():
            return rest[place:]
    return rest[-2:]


@cache
def titles_table() -> dict[str, str]:
    """Return the titles that stand before a name, with the gender that each tells ("" if none)."""
    return {
        row[0]: row[1] for row in read_table(shipped_table("citeaudit.lexicon", "titles.tsv"), ("title", "gender", "example"))
    }
