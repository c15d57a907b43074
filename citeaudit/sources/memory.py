"""What the article has told so far, and against what references are read: a scene that does not change, and a memory that fills from left to right."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import takewhile
from operator import itemgetter

import regex

from citeaudit.model.making import replace
from citeaudit.model.relations import Quotation, Role, Sentence, Source, SourceType
from citeaudit.patterns import pattern_of
from citeaudit.sources.names import Names
from citeaudit.sources.outlet_phrases import SPOKEN_OF, OutletPhrase
from citeaudit.sources.persons import may_be_surname
from citeaudit.sources.roles import Roles, is_person_noun
from citeaudit.sources.types import head_of, is_somebody, tell_type
from citeaudit.text.quotations import quotation_at
from citeaudit.words.tokens import Words

CAPITALISED = pattern_of(r"\p{Lu}[\p{L}\d&.-]*[\p{L}\d]|\p{Lu}")
NOUN_TYPES = frozenset((SourceType.DOCUMENT, SourceType.ORGANISATION))
GENDERS = ("m", "f")


@dataclass(slots=True)
class Named:
    """The names of one sentence in order, where each ends, and for each gender and quotation the place of the first that may be meant."""

    matches: list[regex.Match[str]]
    ends: list[int]
    first: dict[tuple[str, int], int] = field(default_factory=dict)


INSIDE = "told_inside"
"""The construction of what is told inside somebody's speech: who tells it is not whom the article spoke of last."""
LOOK_BACK = 40
"""So many sources before it an unnamed one may be named again."""
TOGETHER = 3
"""Over how many sentences "they" may mean those who spoke together."""


@dataclass(slots=True)
class Memory:
    """Whom the article spoke of last, while it is read from left to right."""

    spoke: dict[SourceType, tuple[int, int, Source]] = field(default_factory=dict)
    """The last resolved source of each type, after the number of those before it and of its sentence."""
    persons: dict[tuple[int, str], Source] = field(default_factory=dict)
    """The last whom "he" (m) or "she" (f) may mean, by the number of the sentence."""
    named: dict[int, Named] = field(default_factory=dict)
    """The names in the sentences that were asked for them."""
    surnames: dict[int, Source] = field(default_factory=dict)
    """The last lone name that spoke in each sentence, as the person that it may be."""
    recent: deque[tuple[int, Source]] = field(default_factory=lambda: deque(maxlen=LOOK_BACK))
    """The last that spoke, with their sentence: what "the official" or "another" can name again."""
    count: int = 0
    nouns: dict[tuple[SourceType, str], Source] = field(default_factory=dict)
    """The last document or organisation by its noun, as the article calls it: what "the study" can refer back to."""
    journalists: dict[str, tuple[Source, ...]] = field(default_factory=dict)

    joint: tuple[int, tuple[Source, ...]] = (-1, ())
    """The last several that spoke together, and in which sentence."""

    outlets: tuple[int, tuple[Source, ...]] = (-1, ())
    """The last outlets that were credited side by side, and in which sentence: what "both papers" means."""

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

    def note_outlets(self, sentence: int, chain: tuple[Source, ...]) -> None:
        """Note whether the first step of *chain* in *sentence* is several outlets."""
        if len(chain) < 2:
            return
        first = (chain[0], *takewhile(lambda link: link.beside, chain[1:]))
        if len(first) > 1 and all(link.type is SourceType.OUTLET for link in first):
            self.outlets = (sentence, first)

    def outlets_together(self, sentence: int) -> tuple[Source, ...]:
        """Return the outlets that were credited side by side last, if that was in one of the sentences before *sentence*."""
        number, outlets = self.outlets
        return outlets if outlets and sentence - number <= TOGETHER else ()

    def add(self, sentence: int, source: Source, gender: str, text: str, *, is_told: bool = False, is_said: bool = True) -> None:
        """
        Note that *source* spoke in *sentence*; who *is_told* of by another who spoke there is not whom "he" means behind it.

        Who only asked, and told nothing, is not *is_said* to be among those who spoke last.
        """
        self.count += 1
        if is_said:
            self.recent.append((sentence, source))
        if source.is_resolved:
            self.spoke[source.type] = (self.count, sentence, source)
        if is_person(source):
            for wanted in GENDERS:
                told_by = self.persons.get((sentence, wanted)) if is_told else None
                if gender in ("", wanted) and not (told_by and is_name(told_by.name)):
                    self.persons[sentence, wanted] = source
        if source.type is SourceType.ORGANISATION and may_be_surname(source.name):
            self.surnames[sentence] = replace(source, type=SourceType.PERSON)
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

    def surname(self, sentence: int) -> Source | None:
        """Return who spoke in *sentence* under a lone name that nobody bears in full: "Brady told the station … she said"."""
        return self.surnames.get(sentence)


def is_name(words: str) -> bool:
    """Tell whether a source is called by a name, and not by what it is: "Ana Ruiz", but neither "the man" nor "a reporter"."""
    first, _, rest = words.partition(" ")
    return any(word[:1].isupper() for word in rest.split()) if rest else first[:1].isupper()


def is_person(source: Source) -> bool:
    """Tell whether *source* is somebody whom "he" or "she" may mean: a journalist who stands for an outlet is, and so is "a spokesman" or "a resident"."""
    return source.is_resolved and (
        source.type is SourceType.ANONYMOUS
        or (
            source.type is SourceType.PERSON and (is_name(source.name) or is_person_noun(head_of(source.name).rpartition(" ")[2]))
        )
        or (source.type is SourceType.OUTLET and source.role is Role.JOURNALIST)
        or (source.type in (SourceType.GROUP, SourceType.ORGANISATION) and is_somebody(source.name))
    )


@dataclass(frozen=True, slots=True)
class Scene:
    """What references are resolved against."""

    text: str
    sentences: tuple[Sentence, ...]
    words: Words
    names: Names
    phrases: tuple[OutletPhrase, ...]
    self_names: frozenset[str] = frozenset()
    """Names and ids of the publisher, folded."""
    quotations: tuple[Quotation, ...] = ()
    roles: Roles = field(default_factory=lambda: Roles({}, {}))
    spelled: dict[str, str | None] = field(default_factory=dict, repr=False, compare=False)
    """What the article spells out for initials, as far as it was asked."""
    told: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)
    """Whether the article says of a body that it is what a noun calls it, as far as it was asked."""
    capitals: Counter[str] = field(default_factory=Counter, repr=False, compare=False)
    """How often each word with a capital stands in the text, once somebody asked."""
    speaking: tuple[OutletPhrase, ...] = field(init=False)
    """Those of the phrases that name an outlet which may have said something."""

    def __post_init__(self) -> None:
        """Leave out the phrases that only speak of an outlet."""
        speaking = tuple(phrase for phrase in self.phrases if phrase.head not in SPOKEN_OF)
        object.__setattr__(self, "speaking", speaking)

    def is_quoted(self, number: int) -> bool:
        """Tell whether sentence *number* lies wholly in a quotation, whose marks it may hold."""
        span = self.sentences[number].span
        spoken = quotation_at(self.quotations, span.start + 1)  # a mark that opens it stands at its start
        return spoken is not None and span.end <= spoken.span.end

    def times(self, word: str) -> int:
        """Return how often *word*, which has a capital, stands in the text."""
        if not self.capitals:
            self.capitals.update(CAPITALISED.findall(self.text))
        return self.capitals[word]
