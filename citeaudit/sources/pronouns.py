"""Whom a pronoun means: "he", "they" or "it" goes in, the source comes out, with its antecedent.

Doubt stays doubt: a pronoun that could be two people's, or nobody's, is left unresolved.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import regex

from citeaudit.lexicon.classes import forms_of
from citeaudit.lexicon.worded import worded
from citeaudit.model.making import replace
from citeaudit.model.relations import UNSPOKEN_KINDS, Quotation, Role, Source, SourceType
from citeaudit.model.spans import Evidence, Span
from citeaudit.outlets.ambiguity import common_words
from citeaudit.patterns import pattern_of
from citeaudit.sources.antecedents import subject_before
from citeaudit.sources.memory import NOUN_TYPES, Memory, Named, Scene, is_name
from citeaudit.sources.names import NAME, POSSESSIVES, Person, gender_of, strip_titles, titles_table, without_possessive
from citeaudit.sources.nouns import named_source, noun_source
from citeaudit.sources.outlet_phrases import OutletPhrase
from citeaudit.sources.persons import is_personal, may_be_surname
from citeaudit.sources.types import PRONOUNS, tell_type
from citeaudit.text.quotations import quotation_at

GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
SINGULAR = frozenset(("they", "them"))
"""Pronouns that may mean one whose gender nobody tells."""
PLACE_BEFORE = pattern_of(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]cross|[Ii]nside|[Oo]utside)\s(?:the\s)?$")
"""What stands before a place: "resident in Hong Kong"."""
SUBJECT_OF = pattern_of(
    r",\swho\s|\s(?!and\s|of\s|in\s|at\s|for\s|on\s|from\s|to\s|(?:is|was)\s(?:(?:an?|the|one|what|when)\s|[“\"‘])|[\p{L}-]+ing\s"
    r"|(?:an?|the|his|her|its|their|this|these|that|through|into|over|by|with|up|down|out)\s)[\p{Ll}’']+(?:\s|,)"
)
"""What follows a name that does something: "Pelosi | left at noon"; "Chevron is the only firm" tells what it is, and "Pacing the stage" is no name."""
HE = {"m": pattern_of(r"\b[Hh]e\b"), "f": pattern_of(r"\b[Ss]he\b")}
"""The subject that goes on with whom a sentence before named: "He | met Ruiz at the quay"."""
HIS = {"m": pattern_of(r"\b(?:his|him)\b"), "f": pattern_of(r"\bher\b")}
"""What does so in the same clause as a name: "in his talk with | Ruiz"."""
LED = pattern_of(r"(?:[^,.“”\"‘\n]{1,40},\s|(?:But|And|Still|Yet|So|Then|Now)\s)?[Tt]he\s")
"""How a sentence begins that is about somebody by what they are: "Earlier this week, | the mayor"."""
WORD = pattern_of(r"[\p{L}’'-]+")
LONGEST_DESCRIPTION = 60
"""How far behind its article a description has its noun, in code points."""
MOST_BEFORE = 6
"""So many names before "in which he" are looked at."""
IN_NOTICE = r"[Ii]n\s(?:an?|its|the)\s(?:(?!@function_word\s)[\p{L}-]+\s){0,3}?(?:@company_paper|tweets?|posts?|letter)"
NOTICE_BEFORE = worded(rf"(?r)\b{IN_NOTICE}(?:\s[^,.;“”\"]{{1,50}})?,\s")
NOTICE_BEHIND = worded(rf"\s(?:@plain_say|added|wrote)\s(?:\p{{Lu}}\p{{Ll}}+day\s|on\s\p{{Lu}}\p{{Ll}}+day\s)?{IN_NOTICE}\b")
"""A statement or the like that somebody gives out, before "it said" or behind it."""
REACH_BACK = 3
"""Over how many sentences a pronoun may look back for its antecedent."""
PASSAGE = 8
"""Over how many sentences it may look back for the only one that it can mean."""
GOING_ON = (" and ", " but ")
"""Behind this "it" goes on with what opens the sentence."""
LONGEST_QUOTED = 24
"""Over how many it may look back where quotations lie between: "“…” (eight sentences) she said"."""


def pronoun_source(folded: str, span: Span, scene: Scene, memory: Memory, sentence: int) -> Source:
    """Return whom a pronoun at *span* means; unresolved if nobody fits."""
    wanted = GENDER.get(folded, "")
    if wanted:
        found = _person_before(span, wanted, scene, memory, sentence) or _only_one(span, wanted, scene, sentence)
        if found is not None:
            return found
        return Source(SourceType.PERSON, folded, span, is_resolved=False, evidence=(Evidence("references.none", span, folded),))
    types = {
        "it": (SourceType.ORGANISATION, SourceType.OUTLET, SourceType.DOCUMENT),
        "its": (SourceType.ORGANISATION, SourceType.OUTLET, SourceType.DOCUMENT),
        "they": (SourceType.GROUP, SourceType.ORGANISATION, SourceType.ANONYMOUS, SourceType.DOCUMENT),
        "them": (SourceType.GROUP, SourceType.ORGANISATION, SourceType.ANONYMOUS),
        "their": (SourceType.GROUP, SourceType.ORGANISATION, SourceType.ANONYMOUS),
    }.get(folded, ())
    if folded == "it" and _gives_out(span, scene, sentence):
        types = tuple(type_ for type_ in types if type_ is not SourceType.OUTLET)
    subject, opened_in = _opens_before(span, scene, sentence) if folded == "it" else (None, 0)
    source = memory.last(types, opened_in if subject else sentence - REACH_BACK)
    if source:
        return replace(
            source,
            span=span,
            antecedent=source.antecedent or source.span,
            evidence=(Evidence("references.pronoun", source.span, folded),),
        )
    if subject:
        words = subject.of(scene.text)
        kind = tell_type(words)
        source = named_source(words, words, span, scene) if kind.is_name else noun_source(words, kind, span, scene, memory)
        return replace(
            source, antecedent=source.antecedent or subject, evidence=(Evidence("references.subject", subject, folded),)
        )
    if folded == "it" and sentence and (outlet := _outlet_before(scene, sentence)):
        evidence = (Evidence("references.subject", outlet.span, folded), *outlet.evidence)
        return replace(outlet, span=span, antecedent=outlet.antecedent or outlet.span, evidence=evidence)
    if folded in SINGULAR and (person := memory.last((SourceType.PERSON,), sentence - 1)) and _may_be_they(person, scene):
        return _meant(person, span, folded)
    return Source(PRONOUNS[folded], folded, span, is_resolved=False, evidence=(Evidence("references.none", span, folded),))


def _opens_before(span: Span, scene: Scene, sentence: int) -> tuple[Span | None, int]:
    """
    Return what "it" at *span* may mean since it opens a sentence, None if nothing does, and the number of that sentence: what speaks in one before is further off.

    "The study followed 9,000 people. | It | found …" means what opened the sentence before, "The letter came late, and | it | says" what opens its own.
    """
    if span.start == scene.sentences[sentence].span.start:
        return _subject_before(scene, sentence), sentence - 1
    if scene.text.endswith(GOING_ON, 0, span.start):
        return _subject_before(scene, sentence + 1), sentence
    return None, sentence


def _gives_out(span: Span, scene: Scene, sentence: int) -> bool:
    """Tell whether "it" at *span* speaks in a statement or the like, as bodies do and no outlet that reports: "In a statement, | it said"."""
    whole = scene.sentences[sentence].span
    return bool(NOTICE_BEFORE.match(scene.text, whole.start, span.start) or NOTICE_BEHIND.match(scene.text, span.end, whole.end))


def _outlet_before(scene: Scene, sentence: int) -> Source | None:
    """Return the outlet with which the sentence before *sentence* begins, and which prints something there: "The Post ran a story on Monday. | It | said …"."""
    before = scene.sentences[sentence - 1].span
    phrase = _opening(scene.speaking, before.start)
    if phrase is None or phrase.journalist:
        return None
    lead, behind = scene.text[before.start : phrase.span.start], scene.text[phrase.span.end : before.end].split(maxsplit=1)
    prints = bool(behind) and behind[0].lower() in forms_of("prints", "breaks")
    return phrase.links(Role.REPORTER)[0] if prints and lead.strip().lower() in {"", "the"} else None


def _opening(phrases: tuple[OutletPhrase, ...], start: int) -> OutletPhrase | None:
    """Return the one of *phrases* with which the sentence that begins at *start* opens, alone or behind its article."""
    place = bisect_right(phrases, start + len("The "), key=lambda phrase: phrase.span.start) - 1
    return phrases[place] if place >= 0 and phrases[place].span.start >= start else None


def _may_be_they(source: Source, scene: Scene) -> bool:
    """Tell whether *source*, who spoke alone, may be "they": somebody with a name that tells no gender."""
    person = scene.names.find(source.name, source.span.start + 1) if source.span else None
    return person is not None and not person.gender and is_personal(person)


def last_person(span: Span, memory: Memory, sentence: int) -> Source | None:
    """Return who spoke last, for "the 22-year-old" at *span*; None if nobody did in the sentences before."""
    source = memory.last((SourceType.PERSON,), sentence - REACH_BACK)
    if source is None:
        return None
    evidence = (Evidence("references.aged", source.span, source.name),)
    return replace(source, span=span, antecedent=source.antecedent or source.span, evidence=evidence)


def _subject_before(scene: Scene, sentence: int) -> Span | None:
    """Return the document or organisation that opens the sentence before *sentence*, if it is its subject."""
    span = subject_before(scene.text, scene.sentences, sentence)
    words = span.of(scene.text) if span else ""
    kind = tell_type(words)
    type_ = named_source(words, words, span, scene).type if span and kind.is_name else kind.type
    return span if type_ in NOUN_TYPES else None


def _person_before(span: Span, wanted: str, scene: Scene, memory: Memory, sentence: int) -> Source | None:
    """Return whom "he" or "she" means: who opens this sentence, else who spoke or opened one of the sentences before."""
    for number in _looked_back_on(scene, sentence):
        spoke = memory.person(number, wanted) or memory.surname(number)
        # "Ruiz, a lawyer, ran after the man asked. … he said": a bare description gives way to the name that the sentence is about.
        if spoke is not None and number < sentence and is_name(spoke.name):
            return _meant(spoke, span, wanted)
        opener = (
            _opener(scene, memory, number, span, wanted)
            or _described(scene, number, span, wanted)
            or _journalist(scene, number, span, wanted)
        )
        if spoke is not None and number < sentence and not (opener and _heads(scene, opener.antecedent, number)):
            return _meant(spoke, span, wanted)
        if opener is not None:
            return replace(opener, span=span, evidence=(Evidence("references.pronoun", opener.antecedent, wanted),))
        if spoke is not None:
            return _meant(spoke, span, wanted)
    return None


def _only_one(span: Span, wanted: str, scene: Scene, sentence: int) -> Source | None:
    """Return whom a pronoun further from its name means: the only one of its gender whom the passage before names outside quotations."""
    start = scene.sentences[max(0, sentence - PASSAGE)].span.start
    named: dict[str, Person] = {}
    for known in scene.names.between(start, span.start):
        is_meant = known.gender in ("", wanted) and is_personal(known) and not names_outlet(scene, known.span)
        if is_meant and quotation_at(scene.quotations, known.span.start) is None:
            named[known.name] = known
    if len(named) != 1:
        return None
    (person,) = named.values()
    if person.gender != wanted:
        return None
    evidence = (Evidence("references.pronoun", person.span, wanted),)
    return Source(SourceType.PERSON, person.name, span, antecedent=person.span, evidence=evidence)


def _looked_back_on(scene: Scene, sentence: int) -> Iterator[int]:
    """Yield the numbers of *sentence* and of those before it that its pronoun may look back on; what lies wholly in a quotation, or is no part of the story, is not counted."""
    counted = 0
    for number in range(sentence, max(-1, sentence - LONGEST_QUOTED - 1), -1):
        yield number
        is_passed_over = scene.sentences[number].kind in UNSPOKEN_KINDS or scene.is_quoted(number)
        counted += number < sentence and not is_passed_over
        if counted >= REACH_BACK:
            return


def _meant(source: Source, span: Span, wanted: str) -> Source:
    """Return *source* as the one whom the pronoun at *span* means."""
    evidence = (Evidence("references.pronoun", source.span, wanted),)
    return replace(source, span=span, antecedent=source.antecedent or source.span, evidence=evidence)


def _opener(scene: Scene, memory: Memory, number: int, pronoun: Span, wanted: str) -> Source | None:
    """
    Return the first person that sentence *number* names before *pronoun*, if the gender fits.

    Whom a quotation names is none whom the words around it mean, and an outlet, a place or a thing is nobody.
    """
    sentence = scene.sentences[number].span
    named = memory.named.get(number)
    if named is None:
        matches = list(NAME.finditer(scene.text, sentence.start, sentence.end))
        named = memory.named[number] = Named(matches, [match.end() for match in matches])
    spoken = quotation_at(scene.quotations, pronoun.start)
    key = (wanted, spoken.span.start if spoken else -1)
    if key not in named.first:
        fitting = (n for n, match in enumerate(named.matches) if _as_person(scene, match, sentence, spoken, wanted))
        named.first[key] = next(fitting, len(named.ends))
    # A name reads on over a blank and a capital, so the one that ends right before the pronoun is read again up to there.
    whole = bisect_right(named.ends, pronoun.start - len(" H"))
    if spoken is None and scene.text.endswith("in which ", sentence.start, pronoun.start):
        # "Roe meant what Ruiz had told the board, in which | he | said": who is named last made it.
        makers = (
            _as_person(scene, match, sentence, spoken, wanted)
            for match in named.matches[max(0, whole - MOST_BEFORE) : whole][::-1]
        )
        if made := next((maker for maker in makers if maker and gender_of(maker.name) == wanted), None):
            return made
    if named.first[key] < whole:
        match = named.matches[named.first[key]]
        is_in_it = scene.text.endswith("in which ", match.end(), pronoun.start)  # "hit Ruiz over a tape in which | she said"
        if spoken is None and not is_in_it and _goes_on(scene, sentence, match.start(), wanted):
            return None
        return _as_person(scene, match, sentence, spoken, wanted)
    if whole < len(named.ends):
        rest = NAME.finditer(scene.text, named.matches[whole].start(), min(sentence.end, pronoun.start))
        if found := next((person for match in rest if (person := _as_person(scene, match, sentence, spoken, wanted))), None):
            return found
    return _lone_opener(scene, named, sentence, pronoun, wanted) if spoken is None else None


def _described(scene: Scene, number: int, pronoun: Span, wanted: str) -> Source | None:
    """Return whom the description that sentence *number* opens with means by the role that it names: "The mayor left at noon. … he said"."""
    sentence = scene.sentences[number].span
    lead = LED.match(scene.text, sentence.start, min(sentence.end, pronoun.start))
    if lead is None or not scene.roles.by_noun or quotation_at(scene.quotations, lead.end()) is not None:
        return None
    for last in WORD.finditer(scene.text, lead.end(), min(sentence.end, pronoun.start, lead.end() + LONGEST_DESCRIPTION)):
        if last.group().casefold() in scene.roles.by_noun:
            at = Span(lead.end() - len("the "), last.end())
            person = scene.roles.bearer(at.of(scene.text), at.start)
            is_whole = not scene.text.startswith(POSSESSIVES, at.end)
            if person is not None and is_whole and person.gender in ("", wanted) and is_personal(person):
                return Source(SourceType.PERSON, person.name, antecedent=at)
            return None
    return None


def _journalist(scene: Scene, number: int, pronoun: Span, wanted: str) -> Source | None:
    """Return the journalist of an outlet with whom sentence *number* opens: "Politico’s Jo Lane has the details. … she writes"."""
    phrase = _opening(scene.phrases, scene.sentences[number].span.start)
    if phrase is None or not phrase.journalist or phrase.span.end > pronoun.start:
        return None
    fits = " " in phrase.journalist and gender_of(phrase.journalist) in {"", wanted}
    return Source(SourceType.PERSON, phrase.journalist, antecedent=phrase.span) if fits else None


def _goes_on(scene: Scene, sentence: Span, name: int, wanted: str) -> bool:
    """
    Tell whether *sentence* speaks of "he" before the *name* in it, and so goes on with whom the text was about: "He met Ruiz".

    A lead-in may tell of whom the sentence names behind its comma: "A day after he left, | Ruiz came back".
    """
    is_led = scene.text[sentence.start : name].rstrip(" ”’\"'").endswith(",")
    clause = scene.text.rfind(",", sentence.start, name) + 1 or sentence.start
    spoken_of = [*HE[wanted].finditer(scene.text, sentence.start, name), *HIS[wanted].finditer(scene.text, clause, name)]
    return any(quotation_at(scene.quotations, match.start()) is None for match in spoken_of) and not is_led


def _heads(scene: Scene, name: Span | None, number: int) -> bool:
    """Tell whether *name* is what sentence *number* is about: it opens the sentence, with no more than a title before it, and owns nothing."""
    if name is None:
        return False
    lead = scene.text[scene.sentences[number].span.start : name.start]
    return not scene.text.startswith(POSSESSIVES, name.end) and not strip_titles(lead.split())


def _lone_opener(scene: Scene, named: Named, sentence: Span, pronoun: Span, wanted: str) -> Source | None:
    """Return whom a lone name at the head of *sentence* is, though the article never names it in full: "Pelosi left at noon. … she said"."""
    match = named.matches[0] if named.matches else None
    if match is None or match.start() != sentence.start or match.end() >= pronoun.start:
        return None
    if quotation_at(scene.quotations, match.start()) is not None:
        return None  # "We're done" goes on with what was quoted.
    words = without_possessive(match.group())
    rest = strip_titles(words.split())
    if len(rest) != 1 or not may_be_surname(rest[0]) or rest[0].casefold() in common_words():
        return None
    is_titled = any(word.casefold().strip(".") in titles_table() for word in words.split()[:-1])
    gender = gender_of(words, frozenset(token.casefold().strip(".") for token in words.split()))
    at = Span(match.start(), match.start() + len(words))
    if gender not in ("", wanted) or names_outlet(scene, at) or not (is_titled or SUBJECT_OF.match(scene.text, at.end)):
        return None
    person = scene.names.find(words, match.start() + 1)
    if person is not None:
        return None  # Whom the article names in full, it was asked before.
    return Source(SourceType.PERSON, rest[0], antecedent=at)


def _as_person(scene: Scene, match: regex.Match[str], sentence: Span, spoken: Quotation | None, wanted: str) -> Source | None:
    """Return the person whose name *match* is, None if it is nobody's, stands outside what is *spoken*, or has another gender."""
    if quotation_at(scene.quotations, match.start()) != spoken:
        return None
    words = without_possessive(match.group())
    at = Span(match.start(), match.start() + len(words))
    person = scene.names.find(words, match.start() + 1)
    if person is None and (match.start() == sentence.start or scene.text.endswith(", ", sentence.start, match.start())):
        person = scene.names.only_titled(strip_titles(words.split()))
    if person is None or person.gender not in ("", wanted) or names_outlet(scene, at):
        return None
    if " " in person.name and not is_personal(person):
        return None
    if not person.gender:
        begin = match.start() + words.find(strip_titles(words.split())[0])
        if PLACE_BEFORE.search(scene.text, max(sentence.start, begin - 12), begin):
            return None
    return Source(SourceType.PERSON, person.name, antecedent=at)


def names_outlet(scene: Scene, span: Span) -> bool:
    """Tell whether *span* names an outlet, or is a part of its name."""
    place = bisect_right(scene.phrases, span.end, key=lambda phrase: phrase.span.start)
    near = scene.phrases[max(0, place - 3) : place]
    return any(name.span.overlaps(span) for phrase in near for name in phrase.names)
