"""What the article has told so far, and against what references are read: a scene that does not change, and a memory that fills from left to right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import itemgetter

import regex

from citeaudit.model.relations import Role, Sentence, Source, SourceType
from citeaudit.sources.names import Names
from citeaudit.sources.outlet_phrases import Head, OutletPhrase
from citeaudit.sources.types import tell_type

NOUN_TYPES = frozenset((SourceType.DOCUMENT, SourceType.ORGANISATION))
GENDERS = ("m", "f")


@dataclass(slots=True)
class Named:
    """The names of one sentence in order, where each ends, and for each gender the place of the first that may be of it."""

    matches: list[regex.Match[str]]
    ends: list[int]
    first: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Memory:
    """Whom the article spoke of last, while it is read from left to right."""

    spoke: dict[SourceType, tuple[int, int, Source]] = field(default_factory=dict)
    """The last resolved source of each type, after the number of those before it and of its sentence."""
    persons: dict[tuple[int, str], Source] = field(default_factory=dict)
    """The last whom "he" (m) or "she" (f) may mean, by the number of the sentence."""
    named: dict[int, Named] = field(default_factory=dict)
    """The names in the sentences that were asked for them."""
    count: int = 0
    nouns: dict[tuple[SourceType, str], Source] = field(default_factory=dict)
    """The last document or organisation by its noun, as the article calls it: what "the study" can refer back to."""
    journalists: dict[str, tuple[Source, ...]] = field(default_factory=dict)

    def add(self, sentence: int, source: Source, gender: str, text: str) -> None:
        """Note that *source* spoke in *sentence*."""
        self.count += 1
        if source.is_resolved:
            self.spoke[source.type] = (self.count, sentence, source)
        if is_person(source):
            for wanted in GENDERS:
                if gender in ("", wanted):
                    self.persons[sentence, wanted] = source
        if source.span and source.type in NOUN_TYPES and (noun := tell_type(source.span.of(text)).noun):
            self.nouns[source.type, noun] = source

    def person(self, sentence: int, gender: str) -> Source | None:
        """Return who spoke last in *sentence*, of those whom *gender* fits."""
        return self.persons.get((sentence, gender))

    def last(self, types: Iterable[SourceType], sentence: int) -> Source | None:
        """Return the last resolved source of one of *types*, if it spoke in *sentence* or behind it."""
        _, at, source = max(
            (self.spoke[type_] for type_ in types if type_ in self.spoke), default=(0, -1, None), key=itemgetter(0)
        )
        return source if at >= sentence else None


def is_person(source: Source) -> bool:
    """Tell whether *source* is somebody whom "he" or "she" may mean: a journalist who stands for an outlet is."""
    return source.is_resolved and (
        source.type in (SourceType.PERSON, SourceType.ANONYMOUS)
        or (source.type is SourceType.OUTLET and source.role is Role.JOURNALIST)
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
    speaking: tuple[OutletPhrase, ...] = field(init=False)
    """Those of the phrases that name an outlet which may have said something."""

    def __post_init__(self) -> None:
        """Leave out the phrases that only speak of an outlet."""
        speaking = tuple(phrase for phrase in self.phrases if phrase.head not in {Head.ASIDE, Head.COMPANY})
        object.__setattr__(self, "speaking", speaking)
