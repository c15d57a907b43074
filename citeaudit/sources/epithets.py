"""Who is called anew by what they are: "the New York businessman" goes in, the one who spoke just before comes out.

News avoids to name anybody twice running, and so tells what its readers know or are to learn: Ruiz spoke, and "the singer"
goes on. Nouns that any bystander could bear ("the man", "the officer") and bare offices ("the mayor") mean nobody so.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

import regex

from citeaudit.lexicon.classes import forms_of
from citeaudit.lexicon.worded import worded
from citeaudit.model.relations import Source, SourceType
from citeaudit.model.spans import Evidence, Span
from citeaudit.outlets.context import country_words
from citeaudit.patterns import pattern_of
from citeaudit.sources.memory import Memory, Scene, is_name
from citeaudit.sources.names import NAME, POSSESSIVES, Person, without_possessive
from citeaudit.sources.persons import is_personal
from citeaudit.sources.roles import gender_of_noun
from citeaudit.text.quotations import quotation_at

EPITHET = pattern_of(
    r"the\s(?P<words>(?:[“\"‘]?[\p{L}\d][\p{L}\d.’'-]*[”\"]?\s){0,4}?)(?P<noun>[\p{L}-]+)(?P<of>\sof\s(?:the\s)?\p{Lu}[\p{L}-]*(?:\s\p{Lu}[\p{L}-]*)?)?(?=$|,|\sand\s)",
    regex.IGNORECASE,
)
PARENT = worded(
    r"the\s(?:\p{L}+\s)?(?P<noun>\p{L}+)[\s-]of[\s-](?:\d+|one|@number_word)(?=$|,)",
    regex.IGNORECASE,
)
"""Whom their children make anew: "the mum-of-two", "the father of three"."""
AGED = pattern_of(r"the\s(?P<noun>\d{1,3}-year-old)(?=$|,)", regex.IGNORECASE)
PAST = pattern_of(r"the\s(?:former|one-time|then-|ex-)", regex.IGNORECASE)
"""What an office begins with that somebody holds no more, and so may have held beside others."""
PARENTS = "parent_of"
"""The class of nouns for those who have children."""
FROM = "person_of"
"""The class of nouns by which somebody is called anew by where they come from: "the Spaniard"; a "German" is one too."""
ONE_OF = ("an", "ani")
"""How a word for somebody of a country ends that cannot be several: "the German", but not "the French" or "the Chinese"."""
OWNED = "with_owner"
"""The class of nouns that call somebody anew behind a name: "the Tarn man", "the Norland international"; "the man" is anybody."""
MOST_NAMED = 12
"""So many names of a sentence are looked at; no newspaper puts more there."""
NO_TOPIC = worded(r"[,;:“”\"]|\b@joining_word\b", regex.IGNORECASE)
"""What stands between the beginning of a sentence and a name that it is not about: "A friend of | Ruiz left"."""
CALLED = "epithet"
"""The class of nouns by which somebody who was named is called anew."""
HELD = "held_office"
"""The class of those that one person holds at a time: which of several it is, a place or party must tell."""
WHICH = "which_holder"
"""The class of what tells which holder of an office it is, as a place or party does; a field does not: "the transport minister"."""
PARTY = "party_member"
"""The class of those of a party, who answer each other: "the Norland Republican" is no nearer than the Democrat before."""
NEAR = 2
"""Over how many sentences that are not quoted the one who spoke is looked for."""
ANSWERING = ("to which ", "To which ")
"""Behind this nobody speaks who spoke in the same sentence."""
MOST_QUOTED = 12
LONGEST_BEFORE = 6000
"""How far back the noun is looked for, in code points."""


def called_again(words: str, span: Span, scene: Scene, memory: Memory, sentence: int) -> Source | None:
    """Return whom *words* at *span* call anew: the only one who spoke in the sentences before; None if it may be anybody else."""
    noun, is_sure, is_near = _what_calls(words)
    if not noun or (not is_sure and (scene.roles.by_noun.get(noun) or _is_introduced(noun, span, scene))):
        return None
    meant = (
        _who_answers(noun, span, scene, memory, sentence)
        or _who_it_is_about(noun, span, scene, memory, sentence, is_sure=is_sure)
        or _who_spoke(noun, span, scene, memory, sentence, is_near=is_near, is_past=PAST.match(words) is not None)
        or _who_is_named(noun, span, scene, sentence)
    )
    if meant is None:
        return None
    name, antecedent = meant
    evidence = (Evidence("references.epithet", antecedent, words),)
    return Source(SourceType.PERSON, name, span, antecedent=antecedent, evidence=evidence)


class Calling(NamedTuple):
    """By what *noun* somebody is called anew ("" if nobody is), whether it can mean nobody new, and whether it means who spoke nearest."""

    noun: str
    is_sure: bool = False
    is_near: bool = False


def _what_calls(words: str) -> Calling:
    """Return by what *words* call somebody anew: "the mother of two" means nobody new, "the former Norland governor" who spoke nearest."""
    if parent := PARENT.match(words):
        noun = parent["noun"].casefold()
        return Calling(noun, True, True) if noun in forms_of(PARENTS) else Calling("")
    if aged := AGED.match(words):
        return Calling(aged["noun"].casefold(), True, True)
    match = EPITHET.match(words)
    if match is None:
        return Calling("")
    noun = match["noun"].casefold()
    modifiers = match["words"].split()
    if noun in forms_of(FROM) or (noun.endswith(ONE_OF) and match["noun"] in country_words()):
        return Calling("") if modifiers or match["of"] else Calling(noun, True, True)
    has_name = any(word[:1].isupper() for word in modifiers)
    if noun in forms_of(OWNED):
        return Calling(noun) if has_name else Calling("")
    is_told_which = bool(match["of"]) or has_name or not forms_of(WHICH).isdisjoint(modifiers)
    if noun not in forms_of(CALLED) or (noun in forms_of(HELD) and not is_told_which):
        return Calling("")
    return Calling(noun, is_near=is_told_which and noun not in forms_of(PARTY))


def _who_it_is_about(
    noun: str, span: Span, scene: Scene, memory: Memory, sentence: int, *, is_sure: bool
) -> tuple[str, Span] | None:
    """
    Return the person whom the sentence before is about, if *noun* fits: "Lee, 24, was glad. “We won,” | the striker | said.".

    That is, where nobody spoke in it, the only one whom it names, or who opens it if the noun *is_sure* to mean nobody new.
    """
    before = (number for number in range(sentence - 1, max(-1, sentence - MOST_QUOTED - 1), -1) if not scene.is_quoted(number))
    number = next(before, None)
    if number is None or any(spoke == number for spoke, _ in memory.recent):
        return None
    at = scene.sentences[number].span
    named: dict[str, tuple[Person, Span]] = {}
    for person, where in named_in(at.start, min(at.end, span.start), scene):
        if quotation_at(scene.quotations, where.start) is not None:
            continue
        named.setdefault(person.name, (person, where))
        is_owner = scene.text.startswith(POSSESSIVES, where.end)
        if is_sure and not is_owner and not NO_TOPIC.search(scene.text, at.start, where.start):
            break
    fitting = [(person.name, where) for person, where in named.values() if _fits(person, noun, scene)]
    return fitting[0] if len(named) == len(fitting) == 1 else None


def _who_spoke(
    noun: str, span: Span, scene: Scene, memory: Memory, sentence: int, *, is_near: bool, is_past: bool
) -> tuple[str, Span | None] | None:
    """
    Return the only one who spoke near *sentence* and may be called by *noun*, or *is_past* held it, and where; None if nobody did, or several.

    A noun that *is_near* means the only one who spoke in the nearest sentence.
    """
    near = _near(scene, sentence)
    if scene.text.endswith(ANSWERING, 0, span.start):
        near -= {sentence}
    here = [(at, source) for at, source in memory.recent if at in near]
    if here and here[-1][0] < sentence and _is_only_described(here[-1][1]):
        return None  # "Ruiz shrugged. The front-runner laughed. | The mogul": who was described goes on
    spoke = {source.name: (at, source) for at, source in here if _is_named(source)}
    fitting = [
        (at, source) for name, (at, source) in spoke.items() if _fits(_person(name, span, scene), noun, scene, is_past=is_past)
    ]
    if is_near and fitting:
        last = max(at for at, _ in fitting)
        fitting = [(at, source) for at, source in fitting if at == last]
    if len(fitting) != 1:
        return None
    source = fitting[0][1]
    return source.name, source.antecedent or source.span


def _who_is_named(noun: str, span: Span, scene: Scene, sentence: int) -> tuple[str, Span | None] | None:
    """Return the only one of the gender that *noun* tells whom the sentence before names: "Ruiz met Eva Lind. | The first lady …"."""
    gender = gender_of_noun(noun)
    start = scene.sentences[max(0, sentence - 1)].span.start
    named = {person.name: person for person in scene.names.between(start, span.start) if gender and person.gender == gender}
    fitting = [person for person in named.values() if is_personal(person) and _fits(person, noun, scene)]
    return (fitting[0].name, fitting[0].span) if len(fitting) == 1 else None


def _who_answers(noun: str, span: Span, scene: Scene, memory: Memory, sentence: int) -> tuple[str, Span | None] | None:
    """Return the only one whom the sentence names beside who speaks in it: "Roe said that Lee was late, to which | the mogul | replied"."""
    if not scene.text.endswith(ANSWERING, 0, span.start):
        return None
    spoke = {source.name for at, source in memory.recent if at == sentence}
    named = {person.name: person for person, _ in named_in(scene.sentences[sentence].span.start, span.start, scene)}
    fitting = [person for name, person in named.items() if name not in spoke and _fits(person, noun, scene)]
    return (fitting[0].name, fitting[0].span) if len(fitting) == 1 else None


def named_in(start: int, end: int, scene: Scene) -> Iterator[tuple[Person, Span]]:
    """Yield the people whom the text names from *start* to *end*, in full or not, each with where."""
    for match in islice(NAME.finditer(scene.text, start, end), MOST_NAMED):
        name = without_possessive(match.group())
        person = scene.names.find(name, match.end())
        if person is not None and is_personal(person):
            yield person, Span(match.start(), match.start() + len(name))


def _person(name: str, span: Span, scene: Scene) -> Person | None:
    return scene.names.find(name, span.start) or scene.names.only_titled([name])


def _is_named(source: Source) -> bool:
    return source.is_resolved and source.type is SourceType.PERSON and is_name(source.name)


def _is_only_described(source: Source) -> bool:
    """Tell whether *source* is somebody whom the article describes as known and who stayed without a name."""
    return source.type is SourceType.PERSON and source.name.startswith(("The ", "the ")) and source.antecedent is None


def _near(scene: Scene, sentence: int) -> frozenset[int]:
    """Return the numbers of *sentence* and of the few before it, with those that are quoted between them."""
    near, counted = {sentence}, 0
    for number in range(sentence - 1, max(-1, sentence - MOST_QUOTED - 1), -1):
        near.add(number)
        counted += not scene.is_quoted(number)
        if counted >= NEAR:
            break
    return frozenset(near)


def _is_introduced(noun: str, span: Span, scene: Scene) -> bool:
    """Tell whether the article spoke of somebody by that *noun* before *span*: "a coach", "two coaches"."""
    first = max(0, span.start - LONGEST_BEFORE)
    # Most nouns were not used before, and the pattern begins with none of their letters.
    return noun in scene.text[first : span.start].casefold() and _noun(noun).search(scene.text, first, span.start) is not None


@lru_cache(maxsize=256)
def _noun(noun: str) -> regex.Pattern[str]:
    return regex.compile(
        rf"\b(?:an?|another|one|two|three|some|other|many|several)\s(?:[\p{{L}}-]+\s){{0,3}}?{regex.escape(noun)}s?\b",
        regex.IGNORECASE,
    )


def _fits(person: Person | None, noun: str, scene: Scene, *, is_past: bool = False) -> bool:
    """Tell whether *person* may be called by *noun*: of its gender, and with no office beside which the noun is another, unless it *is_past*."""
    gender = gender_of_noun(noun)
    if person is None or (gender and person.gender not in ("", gender)):
        return False
    held = forms_of(HELD)
    return (
        noun not in held
        or is_past
        or not any(bearer.person.name == person.name for office in held for bearer in scene.roles.by_noun.get(office, ()))
    )
