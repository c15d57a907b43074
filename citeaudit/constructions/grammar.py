"""
Reads the tables of constructions: each row a way to attribute, with why it is there, examples, and texts where it is quiet.

A row of ``data/*.cxn``::

    told_after | CLAUSE:content NP:source AUX* {@tell}:cue HEARER:venue SETTING* END
      because  the hearer of "told" is the venue, whatever the weights say
      example  <Work will start in June>, [Brady] {told} (Reuters) on Friday.
      quiet    On Friday, Brady told Reuters.

Exactly one element stands in braces: the *trigger*, at which the matcher begins. ``@tell`` is a word of that class
(``lexicon/data/words.tsv``), capitals name a phrase, anything else is the word itself; ``(a|b)`` is one of several, ``?``
may be left out, ``*`` may be repeated, ``:role`` says what it is bound to. Several words in one element are joined by "_".

The trigger may be an outlet phrase, by its head: ``{OUTLET}``, ``{(POLL|PIECE)}``, ``{ANY}``; ``{PIECE@telling}`` is one whose noun is
of that class. Such a row without a content tells where, or through whom, something was said whose speaker another reading
knows: its ``:verb`` is the cue of that reading, where it has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from citeaudit.constructions.elements.table import LEFT, RIGHT
from citeaudit.errors import ConfigError
from citeaudit.lexicon.classes import NONE, class_names, forms_of
from citeaudit.lexicon.tables import shipped_table
from citeaudit.model.relations import Role
from citeaudit.sources.outlet_phrases import SPOKEN_OF, Head

OUTLET_ROLES = frozenset(str(role) for role in Role)
RELAY = ("relayer", "relaying")
"""Who hands on what somebody else said, and by which words: an attribution around that of the row."""
NEARER = "cited"
"""The role of an outlet whose words a speaker hands on, so that it stands nearer to them: "he said, citing Reuters"."""
ROLES = frozenset(("source", "cue", "verb", "content", "setting", NEARER, *RELAY, *Role))
"""What an element may be bound to: a part of the attribution, its setting, or the role of an outlet."""
ELEMENT = re.compile(r"(?P<trigger>\{)?(?P<names>\([^)]*\)|[^:}?*]+)(?(trigger)\})(?::(?P<role>[a-z_]+))?(?P<repeat>[?*]?)")
ANY_WORD = "w"
"""The kind of a word that no other kind tells, which an element may ask for like a word."""
ASKED_MARKS = frozenset(",:")
"""The marks that many sentences do not have, so that to ask for them refuses those."""
OF_CLASS = "NP@"
"""What a noun phrase whose noun is of a class is spelled with: ``NP@document``."""
FILES = (
    "credits",
    "relays",
    "outlets",
    "accounts",
    "documents",
    "speech",
    "hedges",
    "judgements",
    "handed_on",
    "reports",
    "venues",
)
"""The tables, in the order in which their rows are heard."""
HEADS = {head.name: (head,) for head in Head if head not in SPOKEN_OF} | {"ANY": tuple(set(Head) - SPOKEN_OF)}
"""What a row may begin at, if not at a word: an outlet, or what stands for it, by the head of its phrase."""


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a row: any of *names*, bound to *role* ("" if to nothing), *repeat* "", "?" or "*"."""

    names: tuple[str, ...]
    role: str = ""
    repeat: str = ""


@dataclass(frozen=True, eq=False)
class Row:
    """
    One way to attribute, of a *family* (its table): what stands before its *trigger* and after it.

    *sure* says why what it reads is content whatever it begins with, "" if that is asked; *confirms* why a doubtful name at
    which it begins is an outlet's, "" if that is not told by it; *proves* the same, and why it is one even if no table lists it.
    """

    name: str
    family: str
    left: tuple[Element, ...]
    trigger: Element
    right: tuple[Element, ...]
    because: str
    examples: tuple[str, ...]
    quiet: tuple[str, ...]
    sure: str = ""
    confirms: str = ""
    proves: str = ""

    @property
    def is_negative(self) -> bool:
        """Tell whether the row says what is no attribution, so that later rows are not asked: its name begins with "not_"."""
        return self.name.startswith("not_")

    @property
    def is_at_outlet(self) -> bool:
        """Tell whether the row begins at an outlet phrase, not at a word."""
        return self.trigger.names[0].partition("@")[0] in HEADS

    @cached_property
    def wants_outlet(self) -> bool:
        """Tell whether the row cannot fit where no outlet stands: one of its elements, none that may be left out, is an outlet's."""
        return any(element.role in OUTLET_ROLES and not element.repeat for element in (*self.left, *self.right))

    @cached_property
    def before(self) -> tuple[str, ...]:
        """Return the names of the elements of which one ends right before the trigger wherever the row fits; none if nothing need stand there."""
        return _nearest(reversed(self.left))

    @cached_property
    def behind(self) -> tuple[str, ...]:
        """Return the names of the elements of which one begins right behind the trigger wherever the row fits; none if nothing need stand there."""
        return _nearest(self.right)

    @cached_property
    def needs(self) -> tuple[frozenset[str], ...]:
        """Return of each element of words alone that may not be left out which words it may be or begin with, the fewest first: one of each stands wherever the row fits."""
        required = [_words_of(element) for element in (*self.left, *self.right) if not element.repeat]
        return tuple(sorted((words for words in required if words), key=len))


def _nearest(elements: Iterable[Element]) -> tuple[str, ...]:
    """Return the names of *elements* up to the first that may not be left out, none if all may."""
    names: tuple[str, ...] = ()
    for element in elements:
        names += element.names
        if not element.repeat:
            return names
    return ()


def _words_of(element: Element) -> frozenset[str]:
    """
    Return the words of which one stands wherever *element* does, none if it may be anything else: a phrase, most marks, a kind of word.

    Of several words it is the first; of a phrase whose noun is of a class, that noun.
    """
    found: set[str] = set()
    for name in element.names:
        if name.startswith(OF_CLASS):
            found |= {form for form in forms_of(name.removeprefix(OF_CLASS)) if " " not in form}
            continue
        if name in LEFT or name in RIGHT or name == ANY_WORD or not (name.strip("@").islower() or name in ASKED_MARKS):
            return NONE
        found |= words_named(name).first
    return frozenset(found)


class WordsNamed(NamedTuple):
    """
    The words that an element stands for which is no phrase: *single* ones, and the forms of *several* words.

    *lengths* are those of the latter, the longest first; *first* and *last* the words that any form begins and ends with.
    """

    single: frozenset[str]
    several: frozenset[tuple[str, ...]]
    lengths: tuple[int, ...]
    first: frozenset[str]
    last: frozenset[str]


@cache
def words_named(name: str) -> WordsNamed:
    """Return the words that an element *name* stands for: "@say", "as", "according_to"."""
    forms = [tuple(form.split()) for form in (forms_of(name[1:]) if name.startswith("@") else (name.replace("_", " "),))]
    several = frozenset(form for form in forms if len(form) > 1)
    return WordsNamed(
        frozenset(form[0] for form in forms if len(form) == 1),
        several,
        tuple(sorted({len(form) for form in several}, reverse=True)),
        frozenset(form[0] for form in forms),
        frozenset(form[-1] for form in forms),
    )


@cache
def shipped_rows() -> tuple[Row, ...]:
    """Return the rows of all tables that are shipped."""
    rows: list[Row] = []
    for name in FILES:
        table = shipped_table("citeaudit.constructions", f"{name}.cxn")
        rows.extend(read_rows(table.read_text(encoding="utf-8"), f"{name}.cxn"))
    return tuple(rows)


@cache
def told_otherwise(*families: str) -> frozenset[str]:
    """Return the names of the rows of *families*, "judgements" or "accounts", which say something whatever their verb needs elsewhere."""
    return frozenset(row.name for row in shipped_rows() if row.family in families)


def read_rows(table: str, place: str) -> list[Row]:
    """
    Return the rows of *table*, in their order; *place* names it in errors.

    :raises ConfigError: if a row cannot be read, or lacks a reason, two examples or two quiet texts.
    """
    rows: list[Row] = []
    for block in re.split(
        r"\n(?=[a-z])", "\n".join(line for line in table.split("\n") if line.strip() and not line.startswith("#"))
    ):
        if not block.strip():
            continue
        head, *lines = block.split("\n")
        name, _, pattern = (part.strip() for part in head.partition("|"))
        told: dict[str, list[str]] = {"because": [], "sure": [], "confirms": [], "proves": [], "example": [], "quiet": []}
        for line in lines:
            key, _, text = line.strip().partition(" ")
            if key not in told:
                message = f"{place}: {name}: unknown line {key!r}; give because, sure, confirms, proves, example or quiet"
                raise ConfigError(message)
            told[key].append(text.strip())
        if not told["because"] or len(told["example"]) < 2 or len(told["quiet"]) < 2:
            message = f"{place}: {name} needs a line because, two examples and two quiet texts"
            raise ConfigError(message)
        elements = [_element(word, place, name) for word in pattern.split()]
        triggers = [number for number, (_, is_trigger) in enumerate(elements) if is_trigger]
        if len(triggers) != 1:
            message = f"{place}: {name} has {len(triggers)} triggers; put exactly one element in braces"
            raise ConfigError(message)
        at = triggers[0]
        left, right = (tuple(element for element, _ in part) for part in (elements[:at], elements[at + 1 :]))
        _check(left, LEFT, place, name)
        _check(right, RIGHT, place, name)
        _check((elements[at][0],), HEADS, place, name)
        rows.append(
            Row(
                name,
                place.removesuffix(".cxn"),
                left,
                elements[at][0],
                right,
                " ".join(told["because"]),
                tuple(told["example"]),
                tuple(told["quiet"]),
                " ".join(told["sure"]),
                " ".join(told["confirms"]),
                " ".join(told["proves"]),
            )
        )
    return rows


def _element(word: str, place: str, row: str) -> tuple[Element, bool]:
    match = ELEMENT.fullmatch(word)
    role = match["role"] or "" if match else ""
    named = match["names"] if match else ""
    names = tuple(named[1:-1].split("|")) if len(named) > 1 and named[0] == "(" else (named,)
    if match is None or (role and role not in ROLES):
        message = f"{place}: {row}: cannot read the element {word!r}"
        raise ConfigError(message)
    asked = [name.partition("@")[2] for name in names if "@" in name]
    unknown = [name for name in asked if name not in class_names()]
    if unknown:
        message = f"{place}: {row}: no word has the class @{unknown[0]}; see lexicon/data/words.tsv"
        raise ConfigError(message)
    return Element(names, role, match["repeat"]), match["trigger"] is not None


def _check(elements: tuple[Element, ...], known: Mapping[str, object], place: str, row: str) -> None:
    for element in elements:
        for name in element.names:
            if name.partition("@")[0].isupper() and name.partition("@")[0] not in known:
                message = f"{place}: {row}: no phrase {name} may stand there; known are {', '.join(sorted(known))}"
                raise ConfigError(message)
