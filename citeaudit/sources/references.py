"""Who a source is in this article: attributions with bare spans go in, the same with their own source named and typed come out.

"Wang" becomes Wang Yi, "he" the man last spoken of, "the poll" the poll that an outlet published. Each reference bears its
antecedent and evidence. Doubt stays doubt: a pronoun that could be two people's, or nobody's, is left unresolved.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace

import regex

from citeaudit.model.relations import Attribution, Level, Role, Sentence, Source, SourceType
from citeaudit.model.spans import Evidence, Span
from citeaudit.sources.antecedents import FINDS, document_before, subject_before
from citeaudit.sources.names import NAME, Names, Person, gender_of, strip_titles, titles_table, without_possessive
from citeaudit.sources.outlet_phrases import Head, OutletPhrase
from citeaudit.sources.types import ORGANISATION_WORD, PRONOUNS, RELATIVES, Kind, head_of, tell_type

GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
FURTHER = frozenset((Role.VENUE, Role.OBTAINED_BY, Role.RELAY))
"""The roles of a link that stands behind the attribution's own source, even inside its words: "a memo obtained by the Citizen"."""
NOUN_TYPES = frozenset((SourceType.DOCUMENT, SourceType.ORGANISATION))
REACH_BACK = 3
"""Over how many sentences a pronoun may look back for its antecedent."""
MEASURE = regex.compile(r"^(?:the|this|that|these|its|his|her|their)\s", regex.IGNORECASE)
TIME_TAIL = regex.compile(
    r"(?:,?\s(?:late|early|earlier|on|last|this|in|later))*,?\s(?:week|month|year|night|morning|afternoon|evening|weekend|today|yesterday|later|earlier|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:\s(?:night|morning|afternoon|evening))?$"
)
"""When it was said, where the engine took it for a part of the source: "Lavrov early last week"."""
DATELINE = regex.compile(r"\s(?:--|—|–)\s")
DOCUMENT_TAIL = regex.compile(
    r",?\s(?:obtained|seen|reviewed|viewed|released|published|posted|shared|circulat(?:ed|ing)|uploaded|recorded|filmed|filed|provided|conducted|taken|dated|led|in\s(?:the\s(?:journal\s)?)?(?=\p{Lu}))\b.*$",
    regex.DOTALL,
)
POLLSTER = regex.compile(
    r"(?P<name>(?:(?!(?:An?|The|This|That|Another|One)\s)\p{Lu}[\w.&-]*\s)*(?:University|College|Institute|Center|Research|Polling|Gallup|Pew|Ipsos|YouGov|Quinnipiac|Rasmussen|Marist|Monmouth|Consult))\s(?:\p{Ll}+\s){0,2}(?:poll|survey|tracker|study|report|analysis)"
)
KIND_NOUNS = frozenset(
    (
        "newspaper",
        "magazine",
        "broadcaster",
        "network",
        "agency",
        "website",
        "outlet",
        "channel",
        "station",
        "publication",
        "tabloid",
        "daily",
        "paper",
        "weekly",
    )
)
NATIONAL = regex.compile(r"the\s\p{Lu}\p{Ll}+\s\p{Ll}+$", regex.IGNORECASE)
PREPOSITION = regex.compile(r"\b(?:of|to|for|by|with|from|at|in|on)\b")
UNNAMED_TAIL = regex.compile(
    r"(?:\s(?:told\s[^,.;]{2,40}|said|says))?,?\s(?:who|speaking|on|asking|requesting)\s[^.;“”\"]{0,120}?(?:\bnot\s(?:to\s)?be(?:ing)?\s(?:named|identified|quoted)|\banonym(?:ity|ous)|"
    r"\b(?:declined|refused)\sto\sbe\s(?:named|identified))\b"
)
"""What stands behind a source that stays unnamed by intent: "a crane operator, who asked not to be named"."""
APPOSED = regex.compile(r",\s(?:the\s)?(?=\p{Lu})")


@dataclass(slots=True)
class _Memory:
    """Whom the article spoke of last, while it is read from left to right."""

    sources: list[tuple[int, Source, str]] = field(default_factory=list)
    """Sentence number, source, gender."""
    nouns: dict[tuple[SourceType, str], Source] = field(default_factory=dict)
    """The last document or organisation by its noun, as the article calls it: what "the study" can refer back to."""
    journalists: dict[str, tuple[Source, ...]] = field(default_factory=dict)

    def add(self, sentence: int, source: Source, gender: str, text: str) -> None:
        """Note that *source* spoke in *sentence*."""
        self.sources.append((sentence, source, gender))
        if source.span and source.type in NOUN_TYPES and (noun := tell_type(source.span.of(text)).noun):
            self.nouns[source.type, noun] = source

    def person(self, sentence: int, gender: str) -> Source | None:
        """Return who spoke last in *sentence*, of those whom *gender* fits."""
        for number, source, its_gender in reversed(self.sources):
            if number < sentence:
                return None
            if number == sentence and _is_person(source) and its_gender in ("", gender):
                return source
        return None


@dataclass(frozen=True, slots=True)
class Scene:
    """What references are resolved against."""

    text: str
    sentences: tuple[Sentence, ...]
    names: Names
    phrases: tuple[OutletPhrase, ...]
    self_names: frozenset[str] = frozenset()
    """Names and ids of the publisher, folded."""


def resolve_sources(attributions: tuple[Attribution, ...], scene: Scene) -> tuple[Attribution, ...]:
    """Return *attributions*, the own source of each (or the outlets that are its own source) at the head of its chain."""
    starts = [sentence.span.start for sentence in scene.sentences]
    memory = _Memory()
    for phrase in scene.phrases:
        if phrase.journalist:
            memory.journalists.setdefault(phrase.journalist.split()[-1], phrase.links(Role.JOURNALIST))
    result: list[Attribution | None] = [None] * len(attributions)
    for number in sorted(range(len(attributions)), key=lambda n: _place(attributions[n])):
        attribution = attributions[number]
        sentence = bisect_right(starts, _place(attribution)) - 1
        own = _own(attribution, scene, memory, sentence)
        chain = tuple(_mark_self(link, scene) for link in (*own, *attribution.chain))
        if attribution.chain and attribution.chain[0].type is SourceType.OUTLET and _is_first(attribution):
            chain = tuple(_mark_self(link, scene) for link in (*attribution.chain, *own))
        for link in own:
            memory.add(sentence, link, _gender(link, scene), scene.text)
        if not own and attribution.chain and attribution.chain[0].role is not Role.VENUE:
            memory.add(sentence, attribution.chain[0], _gender(attribution.chain[0], scene), scene.text)
        level = attribution.level
        if attribution.construction == "it_document" and not (own and own[0].is_resolved):
            # "It found its way": nothing that could speak was named before.
            level = Level.ATTITUDE
        result[number] = replace(attribution, chain=chain, level=level)
    return tuple(a for a in result if a is not None)


def _is_first(attribution: Attribution) -> bool:
    return any(evidence.step == "frames.citing" for evidence in attribution.evidence) and attribution.construction != "citing"


def _place(attribution: Attribution) -> int:
    spans = attribution.cue or attribution.source or attribution.content
    return spans[0].start if spans else 0


def _mark_self(link: Source, scene: Scene) -> Source:
    if link.type is SourceType.OUTLET and scene.self_names & {link.name.casefold().removeprefix("the "), link.outlet or ""}:
        return replace(link, is_self=True)
    return link


def _gender(link: Source, scene: Scene) -> str:
    if link.role is Role.JOURNALIST:
        return gender_of(link.evidence[0].detail if link.evidence else "")
    if link.type is not SourceType.PERSON:
        return "" if link.type is SourceType.ANONYMOUS else "n"
    person = scene.names.find(link.name, link.span.start + 1 if link.span else 0)
    return person.gender if person else gender_of(link.name)


def _own(attribution: Attribution, scene: Scene, memory: _Memory, sentence: int) -> tuple[Source, ...]:
    """Return the attribution's own source, or the outlets that are it; nothing where a frame has told them already."""
    if not any(letter.isalnum() for span in attribution.source for letter in span.of(scene.text)):
        if attribution.is_fill or not attribution.cue:
            return ()
        cue = attribution.cue[0]
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
        and (first.span == span or (first.role not in FURTHER and span.covers(first.span)))
    ):
        return ()
    phrase = _phrase_at(scene, span)
    if phrase is not None and phrase.head is Head.COMPANY:
        link = phrase.links(Role.REPORTER)[0]
        return (Source(SourceType.ORGANISATION, link.name, span, evidence=(Evidence("sources.company", span, link.name),)),)
    if phrase is not None:
        return phrase.links(Role.REPORTER)
    words = " ".join(piece.of(scene.text) for piece in attribution.source)
    if words == "It" and attribution.cue and FINDS.match(attribution.cue[0].of(scene.text)):
        document = document_before(scene.text, scene.sentences, sentence)
        published = _phrase_at(scene, document) if document else None
        if document and (published is None or published.noun):
            return _document_again(document, published, span, scene)
    if attribution.construction == "turn":
        return (_speaker(words, span, scene),)
    return _journalist(words, memory) or (_resolve(words, span, scene, memory, sentence),)


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
    """Read the label of a turn ("RUIZ", "Havel") as a person, named in full where the article does."""
    name = words.title() if words.isupper() else words
    person = scene.names.find(name, span.start)
    if person is None:
        return Source(
            SourceType.PERSON,
            " ".join(strip_titles(name.split())) or name,
            span,
            evidence=(Evidence("sources.turn", span, words),),
        )
    return Source(
        SourceType.PERSON, person.name, span, antecedent=person.span, evidence=(Evidence("sources.turn", person.span, words),)
    )


def _journalist(words: str, memory: _Memory) -> tuple[Source, ...]:
    tokens = words.strip(" ,").split()
    return memory.journalists.get(tokens[-1], ()) if tokens and len(tokens) <= 3 and tokens[-1][:1].isupper() else ()


def _phrase_at(scene: Scene, span: Span) -> OutletPhrase | None:
    """Return the outlet phrase that *span* turns on: it begins with the phrase, or names who speaks for the outlet."""
    place = bisect_right(scene.phrases, span.end, key=_phrase_start)
    for phrase in reversed(scene.phrases[max(0, place - 6) : place]):
        if phrase.head is Head.ASIDE or not phrase.span.overlaps(span):
            continue
        lead = scene.text[span.start : phrase.span.start] if phrase.span.start > span.start else ""
        if len(lead.split()) <= 2 and not PREPOSITION.search(lead):
            head = head_of(scene.text[span.start : span.end])
            if phrase.span.start + len(head) >= phrase.names[0].span.start or phrase.head is not Head.OUTLET:
                rest = scene.text[phrase.span.end : span.end]
                if not regex.match(r"(?:['’]s?)?\s\p{L}", rest) or regex.match(
                    r"\s(?:of|in|on|released|published|who|and|itself|also)\b", rest
                ):
                    return phrase
    return None


def _resolve(words: str, span: Span, scene: Scene, memory: _Memory, sentence: int) -> Source:
    words = TIME_TAIL.sub("", DATELINE.split(words)[-1].strip(" ,."))
    folded = words.casefold()
    if folded in RELATIVES:
        return _relative(span, scene, memory, sentence)
    if folded in PRONOUNS:
        return _pronoun(folded, span, scene, memory, sentence)
    kind = tell_type(words)
    if kind.type in {SourceType.PERSON, SourceType.GROUP} and not kind.is_name and UNNAMED_TAIL.match(scene.text, span.end):
        kind = kind._replace(type=SourceType.ANONYMOUS)
    if kind.noun in KIND_NOUNS and NATIONAL.match(words) and (outlet := _last_outlet(scene, span)):
        return outlet
    name = _name_in(words, kind)
    if name:
        return _named(name, words, span, scene)
    return _noun(words, kind, span, scene, memory)


def _phrase_start(phrase: OutletPhrase) -> int:
    return phrase.span.start


def _last_outlet(scene: Scene, span: Span) -> Source | None:
    """Return the outlet named last before *span*: what "the Spanish newspaper" means."""
    place = bisect_right(scene.phrases, span.start, key=_phrase_start)
    for phrase in reversed(scene.phrases[:place]):
        if phrase.head not in {Head.ASIDE, Head.COMPANY} and phrase.span.end <= span.start:
            link = phrase.links(Role.REPORTER)[0]
            return replace(link, span=span, antecedent=phrase.span, role=Role.REPORTER)
    return None


def _name_in(words: str, kind: Kind) -> str:
    """Return the name that *words* turn on: the head itself, or the apposition of a common noun."""
    words = words.strip(" ,.")
    if kind.is_name:
        head = head_of(words)
        match = list(NAME.finditer(head))
        return without_possessive(match[-1].group()) if match and match[-1].end() == len(head) else ""
    for part in APPOSED.split(words)[1:]:
        match_ = NAME.match(part)
        if match_ and (" " in match_.group() or (len(match_.group()) > 1 and match_.group().isupper())):
            return match_.group()
    return ""


def _named(name: str, words: str, span: Span, scene: Scene) -> Source:
    tokens = name.split()
    # The Foreign Ministry is no Ministry whose title is Foreign.
    is_body = tokens[-1].casefold() in ORGANISATION_WORD
    rest = [word for word in tokens if word != "The"] if is_body else strip_titles(tokens)
    kind = tell_type(" ".join(rest) or name)
    person = scene.names.find(name, span.end) if rest else None
    if rest and len(rest) == 1 and person is None:
        # A lone capitalised word that nobody bears as a surname is a place or a body: "Moscow said".
        type_ = SourceType.PERSON if len(rest) < len(tokens) else SourceType.ORGANISATION
        return Source(type_, " ".join(rest), span, evidence=(Evidence("sources.name", span, name),))
    if person is None or kind.type is SourceType.ORGANISATION:
        shown = name.removeprefix("The ") if kind.type is SourceType.ORGANISATION else " ".join(rest) or name
        return Source(kind.type, shown, span, evidence=(Evidence("sources.name", span, name),))
    antecedent = person.span if person.span.end <= span.start else None
    step = "references.surname" if antecedent and len(rest) == 1 else "sources.name"
    return Source(
        SourceType.PERSON, person.name, span, antecedent=antecedent, evidence=(Evidence(step, person.span, person.name),)
    )


def _noun(words: str, kind: Kind, span: Span, scene: Scene, memory: _Memory) -> Source:
    shown = " ".join(words.split()).strip(" ,.")
    if kind.type is SourceType.DOCUMENT:
        if pollster := POLLSTER.search(shown):
            return Source(
                SourceType.ORGANISATION, pollster["name"], span, evidence=(Evidence("sources.pollster", span, kind.noun),)
            )
        shown = DOCUMENT_TAIL.sub("", shown)
    if kind.type is SourceType.PERSON and MEASURE.match(words) and len(shown.split()) <= 3:
        person = scene.names.titled(kind.noun, span.start) if kind.noun in titles_table() else None
        if person is not None:
            return Source(
                SourceType.PERSON,
                person.name,
                span,
                antecedent=person.span,
                evidence=(Evidence("references.title", person.span, kind.noun),),
            )
    if kind.type in NOUN_TYPES and MEASURE.match(words):
        source = memory.nouns.get((kind.type, kind.noun))
        if source is not None:
            return replace(
                source,
                span=span,
                antecedent=source.antecedent or source.span,
                evidence=(Evidence("references.noun", source.span, kind.noun),),
            )
        if kind.type is SourceType.ORGANISATION and len(shown.split()) == 2 and (body := scene.names.body(kind.noun, span.start)):
            return Source(kind.type, body, span, evidence=(Evidence("references.body", span, kind.noun),))
    return Source(kind.type, shown, span, evidence=(Evidence(f"sources.{kind.type.value}", span, kind.noun),))


def _relative(span: Span, scene: Scene, memory: _Memory, sentence: int) -> Source:
    """Read "who" as the noun phrase before it."""
    start = scene.sentences[max(0, sentence)].span.start
    before = scene.text[start : span.start].rstrip(" ,")
    tail = regex.split(r"[;:“”\"–—]|\s(?:said|says|told|and|but|by|with|from|to|of|for)\s", before)[-1]
    words = tail.rsplit(", ", 1)[-1].strip() or tail
    for part in reversed(tail.split(", ")):
        matches = list(NAME.finditer(part))
        if matches and (len(matches[-1].group().split()) > 1 or matches[-1].end() == len(part)):
            return replace(
                _named(matches[-1].group(), part, span, scene), evidence=(Evidence("references.relative", span, part),)
            )
    kind = tell_type(words)
    at = before.rfind(words)
    antecedent = Span(start + at, start + at + len(words)) if at >= 0 and words else None
    return Source(
        kind.type,
        words or "who",
        span,
        antecedent=antecedent,
        is_resolved=bool(words),
        evidence=(Evidence("references.relative", antecedent, words),),
    )


def _pronoun(folded: str, span: Span, scene: Scene, memory: _Memory, sentence: int) -> Source:
    wanted = GENDER.get(folded, "")
    if wanted:
        found = _person_before(span, wanted, scene, memory, sentence)
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
    # "The study followed 9,000 people. It found …": what opened the sentence before goes before who spoke earlier still.
    subject = _subject_before(scene, sentence) if folded == "it" and span.start == scene.sentences[sentence].span.start else None
    for number, source, _ in reversed(memory.sources):
        if sentence - number > (1 if subject else REACH_BACK):
            break
        if source.type in types and source.is_resolved:
            return replace(
                source,
                span=span,
                antecedent=source.antecedent or source.span,
                evidence=(Evidence("references.pronoun", source.span, folded),),
            )
    if subject:
        words = subject.of(scene.text)
        kind = tell_type(words)
        source = _named(words, words, span, scene) if kind.is_name else _noun(words, kind, span, scene, memory)
        return replace(
            source, antecedent=source.antecedent or subject, evidence=(Evidence("references.subject", subject, folded),)
        )
    return Source(PRONOUNS[folded], folded, span, is_resolved=False, evidence=(Evidence("references.none", span, folded),))


def _subject_before(scene: Scene, sentence: int) -> Span | None:
    """Return the document or organisation that opens the sentence before *sentence*, if it is its subject."""
    span = subject_before(scene.text, scene.sentences, sentence)
    words = span.of(scene.text) if span else ""
    kind = tell_type(words)
    type_ = _named(words, words, span, scene).type if span and kind.is_name else kind.type
    return span if type_ in NOUN_TYPES else None


def _person_before(span: Span, wanted: str, scene: Scene, memory: _Memory, sentence: int) -> Source | None:
    """Return whom "he" or "she" means: who opens this sentence, else who spoke or opened one of the sentences before."""
    for number in range(sentence, max(-1, sentence - REACH_BACK - 1), -1):
        at = scene.sentences[number].span
        spoke = memory.person(number, wanted)
        if number < sentence and spoke is not None:
            return replace(
                spoke,
                span=span,
                antecedent=spoke.antecedent or spoke.span,
                evidence=(Evidence("references.pronoun", spoke.span, wanted),),
            )
        opener = _opener(scene, at, span.start, wanted)
        if opener is not None:
            return replace(opener, span=span, evidence=(Evidence("references.pronoun", opener.antecedent, wanted),))
        if spoke is not None:
            return replace(
                spoke,
                span=span,
                antecedent=spoke.antecedent or spoke.span,
                evidence=(Evidence("references.pronoun", spoke.span, wanted),),
            )
    return None


def _is_person(source: Source) -> bool:
    return source.is_resolved and (
        source.type in (SourceType.PERSON, SourceType.ANONYMOUS)
        or (source.type is SourceType.OUTLET and source.role is Role.JOURNALIST)
    )


def _opener(scene: Scene, sentence: Span, before: int, wanted: str) -> Source | None:
    """Return the first person that *sentence* names before *before*, if the gender fits."""
    for match in NAME.finditer(scene.text, sentence.start, min(sentence.end, before)):
        words = without_possessive(match.group())
        rest = strip_titles(words.split())
        if not rest:
            continue
        person: Person | None = scene.names.find(words, match.start() + 1)
        if person is None or person.gender not in ("", wanted):
            continue
        at = Span(match.start(), match.start() + len(words))
        return Source(SourceType.PERSON, person.name, antecedent=at)
    return None
