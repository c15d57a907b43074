"""Who a source is in this article: attributions with bare spans go in, the same with their own source named and typed come out.

"Wang" becomes Wang Yi, "he" the man last spoken of, "the poll" the poll that an outlet published. Each reference bears its
antecedent and evidence. Doubt stays doubt: a pronoun that could be two people's, or nobody's, is left unresolved.
"""

from __future__ import annotations

from bisect import bisect_right

import regex

from citeaudit.lexicon.classes import forms_of
from citeaudit.lexicon.people import name_words
from citeaudit.lexicon.worded import worded
from citeaudit.model.making import replace
from citeaudit.model.relations import Attribution, Level, Role, Source, SourceType
from citeaudit.model.spans import Evidence, Span
from citeaudit.outlets.nouns import kind_nouns
from citeaudit.patterns import pattern_of
from citeaudit.sources.antecedents import FINDS, document_before
from citeaudit.sources.appositions import name_in
from citeaudit.sources.asking import asks, not_who_asks
from citeaudit.sources.bare_words import bare_words, without_what_is_said_of
from citeaudit.sources.bodies import apposed_body, body_again, is_firm_noun, named_body
from citeaudit.sources.epithets import AGED, called_again, named_in
from citeaudit.sources.joint import beside_whom, joint_parts
from citeaudit.sources.memory import INSIDE, Memory, Scene, is_person
from citeaudit.sources.named_later import named_later
from citeaudit.sources.names import Person, gender_of, strip_titles
from citeaudit.sources.nouns import named_source, noun_source
from citeaudit.sources.offices import named_at_end
from citeaudit.sources.outlet_phrases import Head, OutletPhrase
from citeaudit.sources.pronouns import last_person, names_outlet, pronoun_source
from citeaudit.sources.relatives import antecedent_of
from citeaudit.sources.types import JOINED, PRONOUNS, RELATIVES, Kind, head_of, singular, stays_unnamed, tell_type
from citeaudit.sources.unnamed import unnamed_again

CITING = "constructions.citing_outlet"
"""The evidence of the one row whose outlet stands nearer to the content than the speaker: "Ruiz said, citing Reuters"."""
FURTHER = frozenset((Role.VENUE, Role.OBTAINED_BY, Role.RELAY))
"""The roles of a link that stands behind the attribution's own source, even inside its words: "a memo obtained by the Citizen"."""
KIND_NOUNS = forms_of("press")
GOES_ON = pattern_of(r"(?:['’]s?)?\s\p{L}")
HANGS_ON = worded(r"\s@hangs_on_outlet\b")
"""What may follow an outlet's name in a source that is the outlet still: "the Post | itself"."""
NATIONAL = pattern_of(r"the\s\p{Lu}\p{Ll}+\s\p{Ll}+$", regex.IGNORECASE)
PREPOSITION = pattern_of(r"\b(?:of|to|for|by|with|from|at|in|on)\b")
EXAMPLES = worded(r"(?r)(?i:@several_outlets|@the_media),?\s(?:including|like|such\sas)\s$")
"""What gives outlets as examples of their kind, which report with them: "several news outlets including | CNN"."""
HANDED_TO = pattern_of(r"\p{Ll}\s(?:by|to|with|from)\s$")
"""What stands between a paper and the journalist who has it: "messages obtained by | CNN's Ana Ruiz"."""
REFERRING = forms_of("opens_reference")
"""With one of these begins a description that names again who was named before, or it says whose somebody is: "Clinton's manager"."""
OF_THEM = worded(r"@part_of of (?:them|the (?:two|three|four))")
"""A part of those named before, who stay unnamed if they were: "Two officials said …; one of them added"."""
BODY = worded(
    r"(?:[Tt]he\s)?(?P<name>(?:\p{Lu}[\p{L}.’'&-]*\s){1,5}(?:of\s(?:the\s)?(?:\p{Lu}[\p{L}’'-]*\s){1,3})?and\s(?:\p{Lu}[\p{L}’'-]*\s){0,4}"
    r"(?=\p{Lu})(?i:@body_name)s?)\b"
)
"""A body with "and" in its name, which joins two sources elsewhere: "the Roads and Bridges Agency"."""
BODIES = frozenset(map(str.capitalize, forms_of("body_name")))
"""What a body of these two kinds is called: other sources need no closer look."""
BODY_OF = worded(
    r"(?:[Tt]he\s|\p{Lu}[\p{L}-]*['’]s\s)?(?P<name>(?:\p{Lu}[\p{L}’'-]*\s){0,3}(?:(?=\p{Lu})(?i:@body_of))"
    r"\s(?:of|for|on)\s(?!Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?:the\s)?\p{Lu}[\p{L}’'-]*(?:\s(?:of\s|and\s)?\p{Lu}[\p{L}’'-]*){0,4})(?=$|,|\s\(|\s(?:in|on|at|who|that|which|itself)\s)"
)
"""A body whose name goes on behind "of" or "for": "Norland's Ministry of Ports", "the Institute for the Study of Tides"."""
MOST_PEOPLE = 200
"""Among so many full names initials are looked for."""
INITIALS = pattern_of(r"\p{Lu}{2,3}|(?:\p{Lu}\.){2,3}")
SPEAKERS = (
    SourceType.PERSON,
    SourceType.ORGANISATION,
    SourceType.GROUP,
    SourceType.OUTLET,
    SourceType.ANONYMOUS,
    SourceType.DOCUMENT,
)
"""Whoever may go on speaking."""
LAST_SPOKE = 6
"""Over so many sentences at most they do so without being named again."""
LAST_PAIR = 3
"""So many sentences back two people are looked for whom "the pair" means."""
JOINED_BY = pattern_of(r"(?:,[^.;:“”\"]{1,60},)?\sand\s(?:\p{L}+\.?\s){0,3}")
"""What stands between the names of a pair: "Ms Ruiz|, of the port, and Mr |Lane"."""
THEY = frozenset(("they", "both", "both men", "both women", "the two", "the pair", "the couple", "the duo"))


def resolve_sources(attributions: tuple[Attribution, ...], scene: Scene) -> tuple[Attribution, ...]:
    """Return *attributions*, the own source of each (or the outlets that are its own source) at the head of its chain."""
    starts = [sentence.span.start for sentence in scene.sentences]
    memory = Memory()
    for phrase in scene.phrases:
        if phrase.journalist and phrase.head is not Head.ASIDE:
            memory.journalists.setdefault(phrase.journalist.split()[-1], phrase.links(Role.JOURNALIST))
    result: list[Attribution | None] = [None] * len(attributions)
    places = [_place(attribution) for attribution in attributions]
    for number in sorted(range(len(attributions)), key=places.__getitem__):
        attribution = attributions[number]
        sentence = bisect_right(starts, places[number]) - 1
        own = tuple([not_who_asks(link, attribution, scene) for link in _own(attribution, scene, memory, sentence)])
        chain = tuple([_finished(link, scene) for link in (*own, *attribution.chain)])
        if attribution.chain and attribution.chain[0].type is SourceType.OUTLET and _is_first(attribution):
            chain = tuple(_finished(link, scene) for link in (*attribution.chain, *own))
        if attribution.construction != INSIDE:
            memory.note(sentence, own)
        memory.note_outlets(sentence, chain)
        for link in own if attribution.construction != INSIDE else ():
            is_said = attribution.level is Level.REPORT or not asks(attribution, scene.text)
            is_told = attribution.within is not None
            memory.add(sentence, link, _gender(link, scene), scene.text, is_told=is_told, is_said=is_said)
        if not own and attribution.chain and attribution.chain[0].role is not Role.VENUE:
            memory.add(sentence, attribution.chain[0], _gender(attribution.chain[0], scene), scene.text)
        level = attribution.level
        if attribution.construction == "it_document" and not (own and own[0].is_resolved):
            # "It found its way": nothing that could speak was named before.
            level = Level.ATTITUDE
        result[number] = replace(attribution, chain=chain, level=level)
    return tuple(a for a in result if a is not None)


def _is_first(attribution: Attribution) -> bool:
    """Tell whether the outlet of *attribution* stands before its speaker in the chain, who only hands on what it said."""
    return any(evidence.step == CITING for evidence in attribution.evidence)


def _place(attribution: Attribution) -> int:
    spans = attribution.cue or attribution.source or attribution.content
    return spans[0].start if spans else 0


def _finished(link: Source, scene: Scene) -> Source:
    """Return *link* with its name on one line, as it is counted and shown, and marked where the publisher cites itself."""
    name = " ".join(link.name.split())
    if name != link.name:
        link = replace(link, name=name)
    if link.type is SourceType.OUTLET and scene.self_names:
        called = {link.name.casefold().removeprefix("the "), link.outlet or ""}
        return replace(link, is_self=True) if scene.self_names & called else link
    return link


def _gender(link: Source, scene: Scene) -> str:
    if link.role is Role.JOURNALIST:
        return gender_of(link.evidence[0].detail if link.evidence else "")
    if link.type is not SourceType.PERSON:
        return "" if is_person(link) else "n"
    person = scene.names.find(link.name, link.span.start + 1 if link.span else 0)
    if person:
        return person.gender
    # "Mr Cole told her it rained, and she said": the title tells of whom the article never names in full.
    before = link.span.of(scene.text).partition(link.name)[0] if link.span else ""
    return gender_of(link.name, frozenset(word.casefold().strip(".") for word in before.split()))


SIDE_BY_SIDE = pattern_of(r"(?:[Bb]oth(?:\s(?:of\s)?the)?|[Tt]he\s(?:two|three))\s(?:\p{Ll}+\s)?(?P<noun>\p{Ll}+)")
"""Several of a kind that were named before: "the two papers", "both news outlets"."""


def _own(attribution: Attribution, scene: Scene, memory: Memory, sentence: int) -> tuple[Source, ...]:
    """Return the attribution's own source, or the outlets that are it; nothing where a frame has told them already."""
    words = " ".join([piece.of(scene.text) for piece in attribution.source])
    if not any(map(str.isalnum, words)):
        if attribution.is_fill or not attribution.cue:
            return ()
        cue = attribution.cue[0]
        if not attribution.chain and (last := _who_goes_on(cue, scene, memory, sentence)):
            return (last,)
        return (
            ()
            if attribution.chain
            else (Source(SourceType.VAGUE, cue.of(scene.text), evidence=(Evidence("sources.none", cue),)),)
        )
    span = attribution.source[0]
    first = attribution.chain[0] if attribution.chain else None
    if (
        first is not None
        and first.span is not None
        and (
            first.span.start == span.start <= span.end <= first.span.end
            or (first.role not in FURTHER and span.covers(first.span))
        )
        and not (first.role is Role.JOURNALIST and HANDED_TO.search(scene.text[span.start : first.span.start]))
    ):
        return ()
    phrase = _phrase_at(scene, span)
    if phrase is not None and phrase.head is Head.COMPANY:
        link = phrase.links(Role.REPORTER)[0]
        return (Source(SourceType.ORGANISATION, link.name, span, evidence=(Evidence("sources.company", span, link.name),)),)
    if phrase is not None:
        return phrase.links(Role.REPORTER)
    if words == "It" and (document := _finds_document(attribution, scene, sentence)):
        return _document_again(document, _phrase_at(scene, document), span, scene)
    if attribution.construction == "turn":
        return (_speaker(words, span, scene),)
    if words.casefold() in RELATIVES and name_words().get(words) != "body":
        return _relative(words, span, scene, memory, sentence)
    found = _several(words, attribution, scene, memory, sentence) or _one(words, span, scene, memory, sentence)
    return _as_journalist(found, attribution, scene.text, memory)


def _as_journalist(found: tuple[Source, ...], attribution: Attribution, text: str, memory: Memory) -> tuple[Source, ...]:
    """Return the outlet of whom a pronoun means, where they write or report for it: "Politico’s Jo Lane has the details. “…,” | she | writes"."""
    if len(found) != 1 or not memory.journalists or not attribution.cue:
        return found
    (link,) = found
    name = link.name if link.type is SourceType.PERSON and link.antecedent else ""
    outlets = memory.journalists.get(name.rpartition(" ")[2], ())
    is_same = bool(outlets) and bool(outlets[0].evidence) and outlets[0].evidence[0].detail == name
    if not is_same or forms_of("writes", "breaks").isdisjoint(attribution.cue[0].of(text).lower().split()):
        return found
    return tuple(replace(outlet, span=link.span, antecedent=link.antecedent) for outlet in outlets)


def _who_goes_on(cue: Span, scene: Scene, memory: Memory, sentence: int) -> Source | None:
    """Return who spoke last, for a participle before a colon that says of nobody who goes on: "“It is over,” she said. | Adding: | “We lost.”"."""
    words, colon, _ = scene.text[cue.start : cue.end + 1].partition(":")
    if not colon or cue.start != scene.sentences[sentence].span.start or words.lower() not in forms_of("said_on"):
        return None
    last = memory.last(SPEAKERS, sentence - LAST_SPOKE)
    if last is None:
        return None
    evidence = (Evidence("references.goes_on", last.span, last.name),)
    return replace(last, span=None, antecedent=last.antecedent or last.span, evidence=evidence)


def _relative(words: str, span: Span, scene: Scene, memory: Memory, sentence: int) -> tuple[Source, ...]:
    """Return whom "who", "which" or "that" at *span* means: what the words before it would mean as a source of their own."""
    at = antecedent_of(span, scene)
    if at is None:
        evidence = (Evidence("references.none", span, words),)
        return (Source(SourceType.PERSON, words, span, is_resolved=False, evidence=evidence),)
    evidence = (Evidence("references.relative", at, at.of(scene.text)),)
    return tuple(
        replace(link, span=span, antecedent=link.antecedent or at, evidence=(*evidence, *link.evidence))
        for link in _part(at, scene, memory, sentence)
    )


def _finds_document(attribution: Attribution, scene: Scene, sentence: int) -> Span | None:
    """Return the document before "It" that finds something: "News24 has seen the report … It finds that"."""
    if not attribution.cue or not FINDS.match(attribution.cue[0].of(scene.text)):
        return None
    document = document_before(scene.text, scene.sentences, sentence)
    published = _phrase_at(scene, document) if document else None
    return document if published is None or published.noun else None


def _several(words: str, attribution: Attribution, scene: Scene, memory: Memory, sentence: int) -> tuple[Source, ...]:
    """Return the joint sources of *attribution*, or those whom "they" means; empty if it has one."""
    span = attribution.source[0]
    parts = beside_whom(span, scene) + (joint_parts(span, scene) or (span,)) if len(attribution.source) == 1 else ()
    if len(parts) > 1 or (parts and parts[0] != span):
        return tuple(link for part in parts for link in _part(part, scene, memory, sentence))
    if outlets := _outlets_together(words, attribution, memory, sentence):
        return outlets
    folded = words.casefold()
    together = memory.together(sentence) if folded in THEY else ()
    if not together and folded in THEY and folded != "they":
        return _pair_before(span, scene, sentence)
    return tuple(replace(link, span=span, antecedent=link.antecedent or link.span) for link in together)


def _pair_before(span: Span, scene: Scene, sentence: int) -> tuple[Source, ...]:
    """Return the two whom the last sentence before that names anybody joins: "Ana Ruiz and Jo Lane were barred. … | The pair | said"."""
    for number in range(sentence - 1, max(-1, sentence - 1 - LAST_PAIR), -1):
        at = scene.sentences[number].span
        named = {person.name: (person, where) for person, where in named_in(at.start, at.end, scene)}
        if not named:
            continue
        (one, here), (other, there) = tuple(named.values()) if len(named) == 2 else (next(iter(named.values())),) * 2
        if one is other or JOINED_BY.fullmatch(scene.text, here.end, there.start) is None:
            return ()
        evidence = (Evidence("references.pair", Span(here.start, there.end), span.of(scene.text)),)
        return tuple(
            Source(SourceType.PERSON, person.name, span, antecedent=where, evidence=evidence)
            for person, where in ((one, here), (other, there))
        )
    return ()


def _outlets_together(words: str, attribution: Attribution, memory: Memory, sentence: int) -> tuple[Source, ...]:
    """Return the outlets that spoke together last if *words* mean them: "the two papers", "both outlets"."""
    found = SIDE_BY_SIDE.fullmatch(words) if words.startswith(("Both", "both", "The", "the")) else None
    if found is None or singular(found["noun"]) not in kind_nouns():
        return ()
    span = attribution.source[0]
    return tuple(replace(link, span=span, antecedent=link.antecedent or link.span) for link in memory.outlets_together(sentence))


def _one(words: str, span: Span, scene: Scene, memory: Memory, sentence: int) -> tuple[Source, ...]:
    return _journalist(words, memory) or (_resolve(words, span, scene, memory, sentence),)


def _part(span: Span, scene: Scene, memory: Memory, sentence: int) -> tuple[Source, ...]:
    """Return who one of several joint sources is."""
    phrase = _phrase_at(scene, span)
    if phrase is not None and phrase.head is not Head.COMPANY:
        return phrase.links(Role.REPORTER)
    return _one(span.of(scene.text), span, scene, memory, sentence)


def _document_again(document: Span, published: OutletPhrase | None, span: Span, scene: Scene) -> tuple[Source, ...]:
    """Read "It" at *span* as the *document* before it, or as the outlets that *published* it."""
    if published is not None:
        return tuple(replace(link, span=span, antecedent=published.span) for link in published.links(Role.REPORTER))
    words = document.of(scene.text)
    return (
        Source(
            SourceType.DOCUMENT, words, span, antecedent=document, evidence=(Evidence("references.document", document, words),)
        ),
    )


def _speaker(words: str, span: Span, scene: Scene) -> Source:
    """Read the label of a turn ("RUIZ", "Havel", "ML", "THE PRESIDENT") as a person, named in full where the article does."""
    name = words if INITIALS.fullmatch(words) else words.title() if words.isupper() else words
    person = scene.names.find(name, span.start) or _by_initials(words, scene)
    if person is None and name.startswith("The "):
        person = scene.roles.bearer(name, span.start)
    if person is None:
        shown = name if name.startswith("The ") else " ".join(strip_titles(name.split())) or name
        return Source(SourceType.PERSON, shown, span, evidence=(Evidence("sources.turn", span, words),))
    return Source(
        SourceType.PERSON, person.name, span, antecedent=person.span, evidence=(Evidence("sources.turn", person.span, words),)
    )


def _by_initials(words: str, scene: Scene) -> Person | None:
    """Return the one person whose name begins with the letters of a label ("ML")."""
    letters = words.replace(".", "")
    if not INITIALS.fullmatch(words):
        return None
    people = {
        person.name: person
        for person in scene.names.people[:MOST_PEOPLE]
        if "".join(word[0] for word in person.name.split()) == letters
    }
    return next(iter(people.values())) if len(people) == 1 else None


def _journalist(words: str, memory: Memory) -> tuple[Source, ...]:
    if not memory.journalists:
        return ()
    tokens = words.strip(" ,").split()
    return memory.journalists.get(tokens[-1], ()) if tokens and len(tokens) <= 3 and tokens[-1][:1].isupper() else ()


def _phrase_at(scene: Scene, span: Span) -> OutletPhrase | None:
    """Return the outlet phrase that *span* turns on: it begins with the phrase, or names who speaks for the outlet."""
    place = bisect_right(scene.phrases, span.end, key=_phrase_start)
    for phrase in reversed(scene.phrases[max(0, place - 6) : place]):
        if phrase.head is Head.ASIDE or not phrase.span.overlaps(span):
            continue
        lead = scene.text[span.start : phrase.span.start] if phrase.span.start > span.start else ""
        if PREPOSITION.search(lead):
            continue
        if EXAMPLES.search(lead):
            return phrase
        if len(lead.split()) <= 2:
            head = head_of(scene.text[span.start : span.end])
            if phrase.span.start + len(head) >= phrase.names[0].span.start or phrase.head is not Head.OUTLET:
                rest = scene.text[phrase.span.end : span.end]
                if not GOES_ON.match(rest) or HANGS_ON.match(rest):
                    return phrase
    return None


def _resolve(words: str, span: Span, scene: Scene, memory: Memory, sentence: int) -> Source:
    words, span = bare_words(words, span, scene.text)
    folded = words.casefold()
    if folded in PRONOUNS:
        meant = pronoun_source(folded, span, scene, memory, sentence)
        return meant if meant.is_resolved else named_body(words, span, scene, memory, sentence) or meant
    if " of the" in folded and OF_THEM.fullmatch(folded):
        group = pronoun_source("them", span, scene, memory, sentence)
        if group.type is SourceType.ANONYMOUS and group.is_resolved:
            return replace(group, name=words)
    may_refer = folded.partition(" ")[0] in REFERRING or "'" in folded or "’" in folded
    if may_refer and (again := _named_before(words, span, scene, memory, sentence) or body_again(words, span, scene, memory)):
        return again
    if body := _body(words, span, scene):
        return body
    kind = tell_type(words)
    if kind.type in {SourceType.PERSON, SourceType.GROUP} and not kind.is_name and stays_unnamed(scene.text, span.end):
        kind = kind._replace(type=SourceType.ANONYMOUS)
    if kind.noun in KIND_NOUNS and NATIONAL.match(words) and (outlet := _last_outlet(scene, span)):
        return outlet
    words = without_what_is_said_of(words, is_unnamed=kind.type is SourceType.ANONYMOUS)
    return _by_name(words, kind, span, scene) or _by_noun(words, kind, span, scene, memory, sentence)


def _body(words: str, span: Span, scene: Scene) -> Source | None:
    """Return the body that *words* begin with the name of, or who is named behind it as its holder of an office; None if they name no body."""
    if BODIES.isdisjoint(words.split()) or not (body := BODY.match(words) or BODY_OF.match(words)):
        return None
    holder = words[body.end("name") :].strip()  # "Rivers and Ports Committee | Chairman Ana Ruiz"
    if holder[:1].islower() and JOINED.match(words):
        return None  # "Rivers and Ports Committee | members"
    if holder[:1].isalpha() and (person := named_at_end(holder, span, scene)):
        return Source(SourceType.PERSON, person.name, span, evidence=(Evidence("sources.name", person.span, person.name),))
    return Source(SourceType.ORGANISATION, body["name"], span, evidence=(Evidence("sources.name", span, body["name"]),))


def _by_name(words: str, kind: Kind, span: Span, scene: Scene) -> Source | None:
    """Return whom the name in *words*, or the one that they are an apposition of, tells; None if there is none."""
    if kind.type is SourceType.PERSON and (person := named_at_end(words, span, scene)):
        evidence = (Evidence("sources.name", person.span, person.name),)
        return Source(SourceType.PERSON, person.name, span, evidence=evidence)
    if name := name_in(words, kind):
        return named_source(name, words, span, scene)
    return apposed_body(span, scene) if kind.type is SourceType.ORGANISATION else None


def _by_noun(words: str, kind: Kind, span: Span, scene: Scene, memory: Memory, sentence: int) -> Source:  # noqa: PLR0917  what is known of a source
    """Return what a common noun means, or the body that it names again."""
    source = noun_source(words, kind, span, scene, memory)
    if source.type is SourceType.PERSON and source.antecedent is None and (person := named_later(words, kind.noun, span, scene)):
        return replace(source, name=person.name, evidence=(Evidence("references.later", person.span, words),))
    is_body = source.type is SourceType.ORGANISATION or is_firm_noun(kind.noun)
    is_new = is_body and source.antecedent is None and not any(map(str.isupper, head_of(words)[1:]))
    return (named_body(words, span, scene, memory, sentence) if is_new else None) or source


def _named_before(words: str, span: Span, scene: Scene, memory: Memory, sentence: int) -> Source | None:
    """Return whom a description names again: who was left unnamed under that noun, or who bears that role or age."""
    unnamed = unnamed_again(words, span, memory, sentence)
    person = scene.roles.bearer(words, span.start)
    if person and names_outlet(scene, person.span):
        person = None
    if unnamed and (person is None or _last_place(unnamed) > person.span.start):
        return unnamed
    if person:
        antecedent = person.span if person.span.end <= span.start else None
        evidence = (Evidence("references.role", person.span, words),)
        return Source(SourceType.PERSON, person.name, span, antecedent=antecedent, evidence=evidence)
    if meant := called_again(words, span, scene, memory, sentence):
        return meant
    return last_person(span, memory, sentence) if AGED.match(words) else None


def _last_place(source: Source) -> int:
    return source.antecedent.start if source.antecedent else -1


def _phrase_start(phrase: OutletPhrase) -> int:
    return phrase.span.start


def _last_outlet(scene: Scene, span: Span) -> Source | None:
    """Return the outlet named last before *span*: what "the Spanish newspaper" means."""
    for place in range(bisect_right(scene.speaking, span.start, key=_phrase_start) - 1, -1, -1):
        phrase = scene.speaking[place]
        if phrase.span.end <= span.start:
            link = phrase.links(Role.REPORTER)[0]
            return replace(link, span=span, antecedent=phrase.span, role=Role.REPORTER)
    return None
