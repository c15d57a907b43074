"""Who a name or a noun is: words of a source go in, the source comes out, with what it refers back to.

"Wang" becomes Wang Yi, "the study" the study that was named before.
"""

from __future__ import annotations

import regex

from citeaudit.lexicon.people import body_words
from citeaudit.lexicon.worded import worded
from citeaudit.model.making import replace
from citeaudit.model.relations import Source, SourceType
from citeaudit.model.spans import Evidence, Span
from citeaudit.sources.initials import spelled_out
from citeaudit.sources.memory import NOUN_TYPES, Memory, Scene
from citeaudit.sources.names import NAME, POSTNOMINALS, strip_titles, titles_table
from citeaudit.sources.persons import is_personal, is_place_or_thing
from citeaudit.sources.types import Kind, head_of, singular, tell_type

MEASURE = worded(r"^@definite\s", regex.IGNORECASE)
DOCUMENT_TAIL = worded(
    r",?\s(?:@done_to_document|led|in\s(?:the\s(?:journal\s)?)?(?=\p{Lu}))\b.*$|,\s\p{Ll}+(?:ed|en)\s.*$",
    regex.DOTALL,
)
NAMED_BESIDE = frozenset((SourceType.GROUP, SourceType.ORGANISATION))
POLLSTER = worded(r"(?P<name>(?:(?!(?i:@det)\s)\p{Lu}[\w.&-]*\s)*(?:(?=\p{Lu})(?i:@pollster)))\s(?:\p{Ll}+\s){0,2}@polls_noun")


def named_source(name: str, words: str, span: Span, scene: Scene) -> Source:
    """Return who *name* in *words* is: a person whom the article names in full, a body, or just that name."""
    tokens = name.split()
    # The Foreign Ministry is no Ministry whose title is Foreign.
    is_body = tokens[-1].casefold() in body_words()
    rest = [word for word in tokens if word != "The"] if is_body else strip_titles(tokens)
    kind = tell_type(" ".join(rest) or name)
    person = scene.names.find(name, span.end) if rest else None
    is_titled = scene.names.only_titled(rest) is not None
    if person is not None and is_titled and not is_personal(person):
        person = None  # Where there is a President Ruiz, Ruiz is no Ruiz Presidency.
    if rest and len(rest) == 1 and person is None:
        # A lone capitalised word that nobody bears as a surname is a place or a body: "Moscow said", "The FBI said". A title tells a person.
        is_titled = is_titled or any(
            token.casefold().strip(".") in titles_table() or token in POSTNOMINALS for token in tokens if token not in rest
        )
        type_ = SourceType.PERSON if is_titled else SourceType.ORGANISATION
        shown = (None if is_titled else spelled_out(rest[0], scene)) or rest[0]
        return Source(type_, shown, span, evidence=(Evidence("sources.name", span, name),))
    type_ = SourceType.ORGANISATION if kind.type is SourceType.PERSON and is_place_or_thing(rest) else kind.type
    if person is None or type_ is SourceType.ORGANISATION:
        shown = name.removeprefix("The ") if type_ is SourceType.ORGANISATION else " ".join(rest) or name
        return Source(type_, shown, span, evidence=(Evidence("sources.name", span, name),))
    antecedent = person.span if person.span.end <= span.start else None
    step = "references.surname" if antecedent and len(rest) == 1 else "sources.name"
    return Source(
        SourceType.PERSON, person.name, span, antecedent=antecedent, evidence=(Evidence(step, person.span, person.name),)
    )


def _named_beside(noun: str, words: str, span: Span, scene: Scene) -> tuple[Span, str] | None:
    """Return the name that the text gave to "the *noun*" beside it before *span*, and where: "The group, | Tarn Rowers United|, met in May"."""
    if words.casefold() != f"the {noun}":
        return None
    at = scene.text.rfind(f"he {noun}, ", 0, span.start)
    match = NAME.match(scene.text, at + len(noun) + len("he , ")) if at >= 0 else None
    if match is None or " " not in match.group() or not scene.text.startswith((",", " ("), match.end()):
        return None
    person = scene.names.find(match.group(), match.start() + 1)
    return None if person is not None and is_personal(person) else (Span(*match.span()), match.group())


def _is_other_number(source: Source, words: str) -> bool:
    """Tell whether *source* is several and *words* one, or the other way round: "the company" is no "Disruptive companies"."""
    before, now = (head_of(text).rpartition(" ")[2].casefold() for text in (source.name, words))
    return before != now and singular(before) == singular(now)


def noun_source(words: str, kind: Kind, span: Span, scene: Scene, memory: Memory) -> Source:
    """Return what a common noun means: who bears it as a title, what was called so before, or something new."""
    shown = " ".join(words.split()).strip(" ,.")
    if kind.type is SourceType.DOCUMENT:
        if pollster := POLLSTER.search(shown):
            return Source(
                SourceType.ORGANISATION, pollster["name"], span, evidence=(Evidence("sources.pollster", span, kind.noun),)
            )
        shown = DOCUMENT_TAIL.sub("", shown)
    if kind.type in NAMED_BESIDE and (named := _named_beside(kind.noun, shown, span, scene)):
        at, name = named
        return Source(SourceType.ORGANISATION, name, span, antecedent=at, evidence=(Evidence("references.named", at, kind.noun),))
    # "The Harris campaign" is named anew, "the campaign" was named before.
    if kind.type in NOUN_TYPES and MEASURE.match(words) and not any(word[:1].isupper() for word in shown.split()[1:]):
        source = memory.nouns.get((kind.type, kind.noun))
        if source is not None and not _is_other_number(source, shown):
            return replace(
                source,
                span=span,
                antecedent=source.antecedent or source.span,
                evidence=(Evidence("references.noun", source.span, kind.noun),),
            )
        if kind.type is SourceType.ORGANISATION and len(shown.split()) == 2 and (body := scene.names.body(kind.noun, span.start)):
            return Source(kind.type, body, span, evidence=(Evidence("references.body", span, kind.noun),))
    return Source(kind.type, shown, span, evidence=(Evidence(f"sources.{kind.type.value}", span, kind.noun),))
