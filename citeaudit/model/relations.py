"""What is found in an article: sentences, quotations, mentions of outlets, sources and attributions.

Every class is a frozen, slotted standard dataclass of spans, strings, numbers, enums and tuples, so that whatever reads
dataclasses reads a report. The words are those of the domain: a *source* holds a *content* by a *cue*.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from citeaudit.model.making import made_fast
from citeaudit.model.spans import Evidence, Span


class SentenceKind(StrEnum):
    """What a sentence is. Only statements carry claims."""

    STATEMENT = "statement"
    QUESTION = "question"
    HEADING = "heading"
    BYLINE = "byline"
    CREDIT = "credit"
    BOILERPLATE = "boilerplate"
    FRAGMENT = "fragment"


UNSPOKEN_KINDS = frozenset((SentenceKind.HEADING, SentenceKind.BYLINE, SentenceKind.CREDIT, SentenceKind.BOILERPLATE))
"""What a page says around its story: nobody in the story says it, and whoever spoke has ended before it."""


class Manner(StrEnum):
    """How a content is given: the whole clause quoted, words of it quoted, or no quotation marks."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SourceType(StrEnum):
    """Who a source is."""

    OUTLET = "outlet"
    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    GROUP = "group"
    ANONYMOUS = "anonymous"
    VAGUE = "vague"


class Role(StrEnum):
    """What an outlet does in a chain."""

    REPORTER = "reporter"
    VENUE = "venue"
    RELAY = "relay"
    POLLSTER = "pollster"
    JOURNALIST = "journalist"
    SOCIAL = "social"
    OBTAINED_BY = "obtained_by"
    FIRST_REPORTED = "first_reported"
    CITATION = "citation"
    """Named by a mark, a link or a list of references (only with the setting ``citations``)."""


class Level(StrEnum):
    """Whether a content is reported (said, written, found, believed) or only an attitude (wanted, supported)."""

    REPORT = "report"
    ATTITUDE = "attitude"


class Reach(StrEnum):
    """How far an attribution goes beyond its sentence."""

    SENTENCE = "sentence"
    RUNNING_QUOTATION = "running_quotation"
    RESUMED_QUOTATION = "resumed_quotation"
    BLOCK_QUOTATION = "block_quotation"
    CONTINUATION = "continuation"
    LIST = "list"


@made_fast
@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence without surrounding white space; *paragraph* counts from 0."""

    span: Span
    kind: SentenceKind = SentenceKind.STATEMENT
    paragraph: int = 0
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a story was written and which agency supplied it: "LONDON (Reuters) -". *wire* is an outlet's id."""

    span: Span
    place: str
    wire: str | None = None


@made_fast
@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks: *span* with its marks, *inner* without; not *closed* if it runs on."""

    span: Span
    inner: Span
    manner: Manner
    is_closed: bool = True


@made_fast
@dataclass(frozen=True, slots=True)
class Mention:
    """
    A place that names an outlet, whether or not anything is attributed to it.

    *outlet* is the gazetteer's id, None if the name stays ambiguous or the outlet is unknown; *name* is how a report
    spells it. *antecedent* is the mention that a short name or noun ("the newspaper") refers back to.
    """

    span: Span
    outlet: str | None
    name: str
    antecedent: Span | None = None
    evidence: tuple[Evidence, ...] = ()


@made_fast
@dataclass(frozen=True, slots=True)
class Source:
    """
    One link of a chain.

    *name* is the fullest name that the article or the gazetteer gives. *role* is set for outlets only. A source that
    refers back ("he", "the newspaper") to nothing is not *is_resolved*. *is_self*: the publisher cites itself. *beside*: it
    stands beside the link before it, not behind it, since the two report together ("Reuters and the BBC reported").
    """

    type: SourceType
    name: str
    span: Span | None = None
    outlet: str | None = None
    role: Role | None = None
    antecedent: Span | None = None
    is_self: bool = False
    is_resolved: bool = True
    evidence: tuple[Evidence, ...] = ()
    beside: bool = False


def steps_of(chain: tuple[Source, ...]) -> tuple[tuple[Source, ...], ...]:
    """Return the links of *chain* step by step: those that stand side by side are one step."""
    starts = [place for place, link in enumerate(chain) if place == 0 or not link.beside]
    return tuple(chain[start:end] for start, end in zip(starts, (*starts[1:], len(chain)), strict=False))


def chain_to_words(chain: tuple[Source, ...], *, with_doubt: bool = False) -> str:
    """
    Return *chain* nearest to the content first: "Wang Yi ← Chinese Foreign Ministry ← Reuters + BBC".

    *with_doubt* marks who refers back to nobody. What has one name in one step, as a network and its programme, stands there once.
    """

    def name_of(link: Source) -> str:
        return f"{link.name} (unresolved)" if with_doubt and not link.is_resolved else link.name

    return " ← ".join(" + ".join(dict.fromkeys(map(name_of, step))) for step in steps_of(chain))


@made_fast
@dataclass(frozen=True, slots=True)
class Attribution:
    """
    One place where something is attributed: who holds it (*source*), the words that say so (*cue*), what (*content*).

    Each role is a tuple of spans in order, since a content may be split around its cue; the source may be empty.
    *chain* is nearest to the content first. *within* is the index, among the report's attributions, of the one
    whose content holds this one. *construction* names the pattern ("inverted", "that_clause", "trailing_report").
    *setting* is when, where or on what occasion it was said, where that is known apart. *score* is the confidence, 0.0 to
    1.0. *is_fill* marks a long quotation that nobody was found for: no source, no cue.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    chain: tuple[Source, ...] = ()
    within: int | None = None
    level: Level = Level.REPORT
    construction: str = ""
    manner: Manner = Manner.INDIRECT
    reach: Reach = Reach.SENTENCE
    score: float = 1.0
    is_hedged: bool = False
    is_fill: bool = False
    evidence: tuple[Evidence, ...] = ()
    setting: tuple[Span, ...] = ()
