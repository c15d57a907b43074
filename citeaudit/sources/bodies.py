"""What body a noun of its kind names again: "the company", "the agency" go in, the one body that is meant comes out.

A body that spoke goes before one that the article only named. Only where a single body can be meant: no country, no
person, and none whose own name says that it is something else ("the Ports Ministry" is no company).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import islice

from citeaudit.lexicon.classes import forms_of
from citeaudit.lexicon.people import body_words, first_names
from citeaudit.model.making import replace
from citeaudit.model.relations import Source, SourceType
from citeaudit.model.spans import Evidence, Span
from citeaudit.outlets.ambiguity import common_words
from citeaudit.outlets.context import country_words
from citeaudit.patterns import pattern_of
from citeaudit.sources.initials import spelled_out
from citeaudit.sources.memory import Memory, Scene
from citeaudit.sources.names import BEFORE_BODIES, NAME, POSSESSIVES, strip_titles, without_possessive
from citeaudit.sources.persons import CONTRACTED, is_personal, is_place_or_thing
from citeaudit.sources.pronouns import names_outlet
from citeaudit.sources.types import head_of
from citeaudit.text.literals import places_of
from citeaudit.text.quotations import quotation_at

AGAIN = pattern_of(r"[Tt]he\s(?P<modifiers>(?:[\p{Ll}-]+\s|\p{Lu}\p{Ll}+(?:an|ese|ish|ch|ss)\s){0,2})(?P<noun>\p{Ll}+)")
ADJECTIVE = pattern_of(r"\p{Lu}\p{Ll}+(?:ive|al|ous|ful|less|ing|ed|ary|ic|ble|ant|ent)\s\p{Ll}")
"""What opens a sentence with a capital and is no name: "Disruptive companies"."""
TOLD = pattern_of(r",\s(?:the|an?|\p{Lu}[\p{L}-]+['’]s)\s(?P<words>(?:[\p{L}’'-]+\s?){1,6})")
"""What the article says that a body is: "Zinwa, | the national water authority"."""
APPOSED = pattern_of(r",\san?\s")
ANY = "any_body"
"""The class of nouns that any body of people can be called by."""
FIRM = "firm"
"""The class of nouns that a business can be called by, and the kind of words that make a name a business's."""
OFFICE = "state_body"
"""The same of an office of a state, whatever its name says: "the agency" of the Roads Bureau."""
OTHER = "other_body"
"""The class of words that make another body of one that is spoken of: "the parent company"."""
MOST_BEFORE = 3
"""So many words may say what a body is before its name."""
NEAR = 3
"""Among so many that spoke last a noun with more words means a body."""
FRESH = 3
"""For so many sentences a body that spoke may be meant beside another that is named."""
PLACED = (" in ", " near ", " from ")
"""What stands before the name of a place rather than a body's."""
MOST_NAMES = 12
"""Among so many names in two sentences a body is looked for; no newspaper puts more there."""
MOST_QUOTED = 6
"""Over how many quoted sentences the one before is looked for."""
HEADS = frozenset(("", "The "))
"""What may stand before the name that a sentence is about."""
OUTNUMBERS = 2
"""So many times as often as any other must a body be named, where several could be meant."""


def body_again(words: str, span: Span, scene: Scene, memory: Memory) -> Source | None:
    """Return the body that *words* at *span* name again, None if none spoke before or several did."""
    match = AGAIN.fullmatch(head_of(words))
    noun = match["noun"] if match and forms_of(OTHER).isdisjoint(match["modifiers"].split()) else ""
    if noun not in forms_of(ANY) and not is_firm_noun(noun) and noun not in forms_of(OFFICE):
        return None
    fitting = _who_spoke_as(noun, memory)
    if match and match["modifiers"] and noun in forms_of(OFFICE):
        # "The national statistics bureau" is called so in full; initials tell nothing: "the space agency".
        fitting = [source for source in fitting if source.name.isupper()]
    spoke = {} if len(fitting) == 1 else {source.name: source for _, source in memory.recent if _is_body(source)}
    meant = [source for source in spoke.values() if _is_told_to_be(source.name, noun, scene)] or fitting
    if not meant and not spoke and match and not match["modifiers"] and noun in forms_of(FIRM):
        meant = [replace(source, type=SourceType.ORGANISATION) for source in _who_may_be_a_firm(scene, memory)]
    source = meant[0] if len(meant) == 1 else None
    # "The hedge fund" says more of a body than "the fund", and means one that was not named long ago.
    if source is None or (
        match and match["modifiers"] and all(source is not near for _, near in islice(reversed(memory.recent), NEAR))
    ):
        return None
    antecedent = source.antecedent or source.span
    return replace(source, span=span, antecedent=antecedent, evidence=(Evidence("references.body", antecedent, noun),))


def apposed_body(span: Span, scene: Scene) -> Source | None:
    """Return the body whose apposition the words at *span* are: "the Centre for Tides, | a small group | that opposes the dam"."""
    end = span.start - len(", ")
    if not APPOSED.match(scene.text, end):
        return None
    place = bisect_left(scene.names.bodies, (end,)) - 1
    start, name = scene.names.bodies[place] if place >= 0 else (0, "")
    if not name or scene.text.find(name, start, end) + len(name) != end:
        return None
    at = Span(end - len(name), end)
    return Source(SourceType.ORGANISATION, name, span, antecedent=at, evidence=(Evidence("references.body", at, name),))


def is_firm_noun(noun: str) -> bool:
    """Tell whether a business can be called by *noun*: "company", "carrier"."""
    return noun in forms_of(FIRM)


def named_body(words: str, span: Span, scene: Scene, memory: Memory, sentence: int) -> Source | None:
    """
    Return the body that *words* ("the company", "it") at *span* mean, of those that its sentence and the one before name.

    Where they name several, it is the one that the article names far more often; else nobody is meant.
    """
    match = AGAIN.fullmatch(head_of(words))
    noun = match["noun"] if match else ""
    is_pronoun = words.casefold() == "it"
    is_body = is_firm_noun(noun) or noun in forms_of(OFFICE)
    if not is_pronoun and (not is_body or (match and not forms_of(OTHER).isdisjoint(match["modifiers"].split()))):
        return None
    are_several = not is_pronoun and len(_who_spoke_as(noun, memory, sentence - FRESH)) > 1
    for number in _own_and_last(scene, sentence):
        at = scene.sentences[number].span
        named = _bodies_in(at.start, min(at.end, span.start), noun, scene)
        if is_pronoun:  # "It" goes on with what a sentence is about.
            named = {name: where for name, where in named.items() if _is_head(scene.text[at.start : where.start])}
        if named:
            told = {name: where for name, where in named.items() if noun and _is_told_to_be(name, noun, scene)}
            name = _the_one(told or ({} if are_several else named), scene)
            if name is None:
                return None
            antecedent = named[name]
            evidence = (Evidence("references.body", antecedent, noun or "it"),)
            name = spelled_out(name, scene) or name
            return Source(SourceType.ORGANISATION, name, span, antecedent=antecedent, evidence=evidence)
    return None


def _own_and_last(scene: Scene, sentence: int) -> tuple[int, ...]:
    """Return *sentence* and the one before it that is not wholly quoted."""
    before = range(sentence - 1, max(-1, sentence - MOST_QUOTED - 1), -1)
    return (sentence, *islice((number for number in before if not scene.is_quoted(number)), 1))


def _bodies_in(start: int, end: int, noun: str, scene: Scene) -> dict[str, Span]:
    """Return the bodies that ``[start, end)`` names outside quotations and that *noun* can mean, each with where it stands last."""
    found: dict[str, Span] = {}
    for match, _ in zip(NAME.finditer(scene.text, start, end), range(MOST_NAMES), strict=False):
        words = without_possessive(match.group())
        at = Span(match.start(), match.start() + len(words))
        tokens = words.split()
        while tokens and tokens[0].casefold() in BEFORE_BODIES:
            tokens = tokens[1:]
        if tokens and (owner := without_possessive(tokens[0])) != tokens[0]:
            at = Span(at.start, at.end - len(" ".join(tokens)) + len(owner))  # "NASA's Halley rover"
            tokens = [owner]
        if not tokens or quotation_at(scene.quotations, at.start) is not None or not _may_be_body(tokens, at, noun, scene):
            continue
        at = Span(at.end - len(" ".join(tokens)), at.end)
        name = " ".join(tokens)
        known = next((other for other in found if other.split()[0] == tokens[0]), name)
        found[known] = at
    return found


def _may_be_body(tokens: list[str], at: Span, noun: str, scene: Scene) -> bool:
    """Tell whether a name of *tokens* can be that of a body which *noun* does not contradict; no person's, place's or outlet's is."""
    if (
        tokens != strip_titles(tokens)
        or is_place_or_thing(tokens)
        or tokens[0] in country_words()
        or CONTRACTED.search(tokens[-1])
        or (scene.text.endswith(PLACED, 0, at.start) and not scene.text.startswith(POSSESSIVES, at.end))
        or names_outlet(scene, at)
    ):
        return False
    kinds = _kinds_in(tokens)
    if kinds:
        return _is_firm(kinds) if noun in forms_of(FIRM) else not noun or OFFICE in kinds.values()
    if noun in forms_of(OFFICE) and noun not in forms_of(FIRM):
        return len(tokens) == 1 and len(tokens[0]) > 2 and tokens[0].isupper()
    person = scene.names.find(" ".join(tokens), at.start + 1)
    if tokens[0] in first_names() or (person is not None and is_personal(person)) or scene.names.only_titled(tokens):
        return False
    if len(tokens) > 1 or (at.start > 1 and scene.text[at.start - 2].isalpha()):
        return True  # A capital behind a word is that of a name.
    is_adjective = ADJECTIVE.match(scene.text, at.start) is not None and scene.times(tokens[0]) == 1
    return tokens[-1].casefold() not in common_words() and not is_adjective


def _the_one(named: dict[str, Span], scene: Scene) -> str | None:
    """Return the one that is meant of the bodies *named*: the only one, or the one that the text names far more often."""
    counts = Counter({name: scene.times(name.split()[0]) for name in named}).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] < OUTNUMBERS * counts[1][1]):
        return None
    return counts[0][0]


def _is_head(lead: str) -> bool:
    """Tell whether a name behind *lead* is what its sentence is about: "The | Harbour Board", "Budget airline | Tarnair"."""
    return lead in HEADS or (lead.count(" ") <= MOST_BEFORE and is_firm_noun(lead.rstrip().rpartition(" ")[2]))


def _who_may_be_a_firm(scene: Scene, memory: Memory) -> list[Source]:
    """Return who spoke last, if by a name of several words of which nothing tells that it is a person's: "Tarn Sachs"."""
    source = memory.recent[-1][1] if memory.recent else None
    if source is None or source.type is not SourceType.PERSON or not source.is_resolved or " " not in source.name:
        return []
    person = scene.names.find(source.name, source.span.start + 1) if source.span else None
    words = source.name.split()
    is_somebody = words[0] in first_names() or (person is not None and (person.gender or person.titles))
    is_name = all(word[:1].isupper() for word in words)
    return [] if is_somebody or not is_name or scene.roles.bears(source.name) else [source]


def _is_told_to_be(name: str, noun: str, scene: Scene) -> bool:
    """Tell whether the article says beside *name* that it is a *noun*: "the lender Tarnbank", "Zinwa, the national water authority"."""
    key = f"{noun} {name}"
    if key not in scene.told:
        scene.told[key] = _is_told(name, noun, scene.text)
    return scene.told[key]


def _is_told(name: str, noun: str, text: str) -> bool:
    for at in places_of(name, text):
        end = at + len(name)
        behind = TOLD.match(text, end)
        if text.endswith(f" {noun} ", 0, at) or (behind is not None and noun in behind["words"].split()):
            return True
    return False


def _is_body(source: Source) -> bool:
    """Tell whether *source* is a body with a name."""
    words = source.name.split()
    return (
        source.type is SourceType.ORGANISATION
        and words[0][:1].isupper()
        and words[0] not in {"A", "An"}
        and not is_place_or_thing(words)
    )


def _who_spoke_as(noun: str, memory: Memory, first: int = 0) -> list[Source]:
    """Return the bodies that spoke last, in sentence *first* or behind it, and that *noun* can mean, each once."""
    spoke = {source.name: source for at, source in memory.recent if at >= first and _is_body(source)}
    return [source for source in spoke.values() if _may_speak_as(source, noun)]


def _may_speak_as(source: Source, noun: str) -> bool:
    """Tell whether the name of *source*, a body, does not contradict *noun*."""
    words = source.name.split()
    kinds = _kinds_in(words)
    if noun in forms_of(OFFICE):
        return OFFICE in kinds.values() or (len(words) == 1 and words[0].isupper())
    return noun in kinds or noun in forms_of(ANY) or _is_firm(kinds)


def _kinds_in(tokens: list[str]) -> dict[str, str]:
    """Return those words of a name that say that it is a body's, in lower case, with what kind of body each says it is."""
    known = body_words()
    return {word: known[word] for token in tokens if (word := token.casefold().strip(".")) in known}


def _is_firm(kinds: dict[str, str]) -> bool:
    """Tell whether no word of a name says that it is anything but a business."""
    return all(kind == FIRM for kind in kinds.values())
