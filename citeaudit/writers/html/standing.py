"""Who stands behind a claim, in words for the page: a claim goes in; its chain, what it was read from and what is doubtful come out."""

from __future__ import annotations

from dataclasses import dataclass

from citeaudit.model.relations import Attribution, Manner, Reach, Role, Source, SourceType, chain_to_words, steps_of
from citeaudit.model.reports import Claim, Status
from citeaudit.model.spans import Span
from citeaudit.text.shown import shown
from citeaudit.writers.text import outermost

LONGEST = 200
"""Characters of a quotation from the article; the whole of it stands above."""
WEAK, NARROW = 0.5, 0.6
"""A confidence, and a share of the words, under which a reading is called doubtful."""

MEANINGS = {
    Status.OUTLET: "a news outlet stands in the chain",
    Status.SOURCE: "a named source, and no outlet",
    Status.ANONYMOUS: "only unnamed sources",
    Status.VAGUE: "a hedge that names nobody",
    Status.UNATTRIBUTED: "the article’s own voice",
}
MANNERS = {
    Manner.DIRECT: "the whole clause is quoted",
    Manner.MIXED: "some of its words are quoted",
    Manner.INDIRECT: "told without quotation marks",
}
REACHES = {
    Reach.RUNNING_QUOTATION: "the quotation runs on from an earlier sentence",
    Reach.RESUMED_QUOTATION: "the quotation is resumed after its cue",
    Reach.BLOCK_QUOTATION: "it stands in a quotation that a line introduces",
    Reach.CONTINUATION: "it goes on with what was said before",
    Reach.LIST: "it is an item of a list that was introduced",
}
ROLES = {
    Role.REPORTER: "reported it",
    Role.VENUE: "was told it or printed it",
    Role.RELAY: "passed it on",
    Role.POLLSTER: "asked in a poll",
    Role.JOURNALIST: "by a journalist of its own",
    Role.SOCIAL: "posted it",
    Role.OBTAINED_BY: "obtained it",
    Role.FIRST_REPORTED: "had it first",
    Role.CITATION: "named by a mark, a link or a list of references",
}


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a breadcrumb: who stands there (several side by side are one step), who that is, and how that is known."""

    name: str
    what: str
    why: tuple[str, ...] = ()
    is_unresolved: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """One attribution of a claim: the chain, the words that source, cue and content have in the article, and the evidence."""

    links: tuple[Link, ...]
    source: str
    cue: str
    content: str
    evidence: tuple[str, ...]

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """Return the roles and the words that play them."""
        return ("source", self.source), ("cue", self.cue), ("content", self.content)


@dataclass(frozen=True, slots=True)
class Standing:
    """All that the page says of one claim; *card* is the short form, line by line, *chain* the longest chain."""

    label: str
    tellings: tuple[Telling, ...]
    doubts: tuple[str, ...]
    card: str
    chain: str

    @property
    def spoken(self) -> str:
        """Return the chain as one says it: an arrow is read out as "left arrow"."""
        return self.chain.replace(" ← ", ", through ")


class Reader:
    """Gives the words of an article as they can be shown."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __call__(self, spans: tuple[Span, ...]) -> str:
        """Return the words of *spans*, shortened."""
        parts: list[str] = []
        left = LONGEST
        for span in spans:
            words = " ".join(shown(self._text[span.start : min(span.end, span.start + left + 1)]).split())
            if len(span) > left:
                parts.append(f"{words[:left].rpartition(' ')[0].rstrip() or words[:left]} …")
                break
            if words:
                parts.append(words)
            left = max(1, left - len(words))
        return " … ".join(parts)


def standing_of(claim: Claim, read: Reader) -> Standing:
    """Return who stands behind *claim*, whose article's words *read* gives."""
    tellings = tuple(_telling(attribution, read) for attribution in _told(claim))
    doubts = tuple(_doubts(claim))
    chain = max((chain_to_words(found.chain, with_doubt=True) for found in _told(claim)), key=_length, default="")
    lines = [f"{claim.status.value}: {chain or MEANINGS[claim.status]}"]
    if tellings:
        first = tellings[0]
        lines += [f"{name}: {words}" for name, words in first.parts if words]
        lines += first.evidence[:1]
    lines += [f"? {doubt}" for doubt in doubts]
    return Standing(claim.status.value, tellings, doubts, "\n".join(map(shown, lines)), shown(chain))


def _told(claim: Claim) -> list[Attribution]:
    """Return the attributions that are told: those with the longest chains first."""
    return sorted(outermost(claim), key=lambda attribution: -len(attribution.chain))


def _length(chain: str) -> int:
    return chain.count("←")


def _telling(attribution: Attribution, read: Reader) -> Telling:
    evidence = [MANNERS[attribution.manner]]
    if attribution.reach in REACHES:
        evidence.append(REACHES[attribution.reach])
    if attribution.is_fill:
        evidence.append("a quotation whose speaker was not found")
    elif attribution.construction:
        evidence.append(f"read as: {attribution.construction.replace('_', ' ')}")
    if attribution.setting:
        evidence.append(f"on what occasion: “{read(attribution.setting)}”")
    evidence.append(f"confidence {attribution.score:.0%}")
    return Telling(
        tuple(_link(step, read) for step in steps_of(attribution.chain)),
        read(attribution.source),
        read(attribution.cue),
        read(attribution.content),
        tuple(map(shown, evidence)),
    )


def _link(step: tuple[Source, ...], read: Reader) -> Link:
    kinds = dict.fromkeys(filter(None, (_kind(source) for source in step)))
    return Link(
        shown(" + ".join(dict.fromkeys(source.name or "nobody named" for source in step))),
        ", ".join(kinds),
        tuple(shown(why) for source in step for why in _whys(source, read)),
        any(not source.is_resolved for source in step),
    )


def _kind(source: Source) -> str:
    if source.type is SourceType.OUTLET:
        return ROLES[source.role] if source.role else "outlet"
    return source.type.value


def _whys(source: Source, read: Reader) -> list[str]:
    """Return how it is known who a source is."""
    whys = []
    said = read((source.span,)) if source.span else ""
    before = read((source.antecedent,)) if source.antecedent else ""
    if before and before != said:
        whys.append(f"“{said}” refers back to “{before}”" if said else f"refers back to “{before}”")
    elif said and _plain(said) != _plain(source.name):
        whys.append(f"in the text: “{said}”")
    if source.is_self:
        whys.append("the publisher itself")
    if not source.is_resolved:
        whys.append("refers back to nobody in the article")
    return whys


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _doubts(claim: Claim) -> list[str]:
    """Return what a reader should know is not sure, or not as strong as its status says."""
    told = outermost(claim)
    doubts = []
    if any(not source.is_resolved for attribution in told for source in attribution.chain):
        doubts.append("it is not clear who is meant")
    if any(attribution.is_fill and not attribution.chain for attribution in told):
        doubts.append("nobody was found for the quotation")
    if any(attribution.is_hedged for attribution in told):
        doubts.append("hedged")
    if told and max(attribution.score for attribution in told) < WEAK:
        doubts.append("a weak reading")
    if claim.is_attributed and claim.share < NARROW:
        doubts.append(f"only {claim.share:.0%} of the words are covered")
    if claim.status is not claim.origin and claim.origin in {Status.ANONYMOUS, Status.VAGUE}:
        doubts.append(f"the origin is {claim.origin.value}")
    return doubts
