"""What the article has told so far, and against what references are read: a scene that does not change, and a memory that fills from left to right."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from citeaudit.model.relations import Quotation, Role, Sentence, Source, SourceType
from citeaudit.sources.names import Names
from citeaudit.sources.outlet_phrases import OutletPhrase
from citeaudit.sources.persons import may_be_surname
from citeaudit.sources.roles import Roles
from citeaudit.sources.types import is_somebody, tell_type

NOUN_TYPES = frozenset((SourceType.DOCUMENT, SourceType.ORGANISATION))


TOGETHER = 3
"""Over how many sentences "they" may mean those who spoke together."""


@dataclass(slots=True)
class Memory:
    """Whom the article spoke of last, while it is read from left to right."""

    sources: list[tuple[int, Source, str]] = field(default_factory=list)
    """Sentence number, source, gender."""
    nouns: dict[tuple[SourceType, str], Source] = field(default_factory=dict)
    """The last document or organisation by its noun, as the article calls it: what "the study" can refer back to."""
    journalists: dict[str, tuple[Source, ...]] = field(default_factory=dict)

    joint: tuple[int, tuple[Source, ...]] = (-1, ())
    """The last several that spoke together, and in which sentence."""

    def note(self, sentence: int, sources: tuple[Source, ...]) -> None:
        """Note whether several *sources* spoke together in *sentence*; who speaks alone after them is no "they"."""
        if len(sources) > 1:
            self.joint = (sentence, sources)
        elif sources and sources[0].type is not SourceType.PERSON:
            self.joint = (-1, ())

    def together(self, sentence: int) -> tuple[Source, ...]:
        """Return who spoke together last, if that was in one of the sentences before *sentence*."""
        number, sources = self.joint
        return sources if sources and 0 <= sentence - number <= TOGETHER else ()

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
            if number == sentence and is_person(source) and its_gender in ("", gender):
                return source
        return None

    def surname(self, sentence: int) -> Source | None:
        """Return who spoke in *sentence* under a lone name that nobody bears in full: "Brady told the station … she said"."""
        for number, source, _ in reversed(self.sources):
            if number < sentence:
                return None
            if number == sentence and source.type is SourceType.ORGANISATION and may_be_surname(source.name):
                return replace(source, type=SourceType.PERSON)
        return None


def is_person(source: Source) -> bool:
    """Tell whether *source* is somebody whom "he" or "she" may mean: a journalist who stands for an outlet is, and so is "a spokesman" or "a resident"."""
    return source.is_resolved and (
        source.type in (SourceType.PERSON, SourceType.ANONYMOUS)
        or (source.type is SourceType.OUTLET and source.role is Role.JOURNALIST)
        or (source.type in (SourceType.GROUP, SourceType.ORGANISATION) and is_somebody(source.name))
    )


@dataclass(frozen=True, slots=True)
class Scene:
    """What references are resolved against."""

    text: str
    sentences: tuple[Sentence, ...]
    names: Names
    phrases: tuple[OutletPhrase, ...]
    self_names: frozenset[str] = frozenset()
    """Names and ids of the publisher, folded."""
    quotations: tuple[Quotation, ...] = ()
    roles: Roles = field(default_factory=lambda: Roles({}, {}))
