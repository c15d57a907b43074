"""What lies within what: flat relations and the frames' finds go in, one tuple comes out, innermost first, chains told.

The engine's relations are flat, so of "Wang said …, Bloomberg reported." it gives one of the two; the frames give the
outlet's part. Here the same cue found twice becomes one attribution, a content is cut free of the
frame around it, and each attribution learns which other's content holds it. Chains are joined last, when every link is
known.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from citeaudit.attributions.according import with_whole_parts
from citeaudit.attributions.contents import covers, freed, tidy, with_rest, without_lead_in
from citeaudit.attributions.neighbours import Neighbours
from citeaudit.attributions.occasions import is_programme
from citeaudit.constructions.framing import Found, FurtherLink
from citeaudit.lexicon.classes import forms_of
from citeaudit.model.relations import Attribution, Level, Sentence, Source, SourceType
from citeaudit.model.spans import Evidence, Span
from citeaudit.patterns import pattern_of
from citeaudit.sources.types import RELATIVES
from citeaudit.text.trimming import trimmed


def nest(
    text: str,
    sentences: tuple[Sentence, ...],
    relations: tuple[Attribution, ...],
    turns: tuple[Attribution, ...],
    found: Found,
) -> tuple[Attribution, ...]:
    """
    Return all attributions, innermost first.

    *relations* are the engine's. Each chain holds the frames' outlets only; the own source of an attribution is put before them by the next stage.
    """
    wrappers = found.wrappers
    framed, labelled = _by_cue(wrappers), _by_speaker(turns)
    relations = tuple(r for r in relations if not _names_speaker(r, labelled))
    relations = tuple(_with_letters(text, r) for r in relations if not _is_addressee(text, r))
    holders = _by_content(wrappers)
    engine = tuple(freed(text, r, holders.near(r.cue)) for r in relations if not _is_same_cue(r, framed))
    engine = tuple(without_lead_in(text, r) for r in engine if r.content)
    ends = [sentence.span.end for sentence in sentences]
    names = frozenset((s.span.start, s.span.end) for link in found.links for s in link.links if s.span is not None)
    names |= frozenset((link.place.start, link.place.end) for link in found.links)
    places = sorted(link.place for link in found.links)
    engine = tuple(r for r in engine if r.content and not (_is_outlet_alone(r, names) or is_programme(text, r, places)))
    cues = sorted(cue.start for a in (*engine, *wrappers) if a.level is Level.REPORT for cue in a.cue)
    engine = tuple(with_rest(text, r, ends, cues) for r in engine)
    everything = tuple(with_whole_parts(text, a, ends) for a in (*engine, *wrappers, *turns))
    linked = _with_links(text, [tidy(text, a) for a in everything if a.content], [k for k in found.links if not k.is_of_document])
    return in_order([whole for whole in (tidy(text, a) for a in linked) if whole.content])


def with_handed_on(text: str, attributions: tuple[Attribution, ...], found: Found) -> tuple[Attribution, ...]:
    """Return *attributions*, documents among them, with the outlets that *found* tells handed them on."""
    links = [link for link in found.links if link.is_of_document]
    return in_order(_with_links(text, list(attributions), links)) if links else attributions


def join_chains(attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Return *attributions* with the chains of those around them put behind their own."""
    joined = []
    for number, attribution in enumerate(attributions):
        if attribution.within is None and len(attribution.chain) <= 1:
            joined.append(attribution)
            continue
        chain = list(attribution.chain)
        seen = {number}
        outer = attribution.within
        while outer is not None and outer not in seen:
            seen.add(outer)
            if attributions[outer].level is Level.REPORT:
                chain.extend(attributions[outer].chain)
            outer = attributions[outer].within
        whole = _unique(chain)
        joined.append(attribution if whole == attribution.chain else replace(attribution, chain=whole))
    return tuple(joined)


def _unique(chain: list[Source]) -> tuple[Source, ...]:
    """Return *chain* with each name at its last step alone; what stood beside one that goes stands beside nobody."""
    if len({(link.type, link.name, link.outlet) for link in chain}) == len(chain):
        return tuple(chain)
    steps = list(accumulate(not link.beside for link in chain))
    kept: dict[tuple[SourceType, str, str | None], tuple[Source, int]] = {}
    for link, step in zip(reversed(chain), reversed(steps), strict=True):
        key = (link.type, link.name, link.outlet)
        kept[key] = (link, kept[key][1] if key in kept else step)
    links = [*kept.values()][::-1]
    before = [0, *(step for _, step in links)]
    return tuple(
        link if link.beside == (step == last) else replace(link, beside=step == last)
        for (link, step), last in zip(links, before, strict=False)
    )


def _with_letters(text: str, relation: Attribution) -> Attribution:
    """Return *relation* without a source that is only a mark: “…,” counsel to the board, Ana Ruiz, said."""
    is_named = any(letter.isalnum() for span in relation.source for letter in span.of(text))
    return relation if is_named or not relation.source else replace(relation, source=())


def _is_addressee(text: str, relation: Attribution) -> bool:
    """Tell whether *relation* takes whom somebody told for who told it: "told Reuters" is never inverted."""
    return (
        bool(relation.source and relation.cue)
        and relation.source[0].start >= relation.cue[-1].end
        and relation.cue[-1].of(text) == "told"
    )


def _is_outlet_alone(relation: Attribution, names: frozenset[tuple[int, int]]) -> bool:
    """Tell whether *relation* takes the outlet of a frame for what was said: "quoted" <the AP>, of "quoted by the AP"."""
    first = relation.content[0]
    return len(relation.content) == 1 and any((first.start + skipped, first.end) in names for skipped in (0, len("the ")))


def _by_cue(attributions: tuple[Attribution, ...]) -> Neighbours[Attribution]:
    return Neighbours((a, a.cue) for a in attributions)


def _by_content(attributions: tuple[Attribution, ...]) -> Neighbours[Attribution]:
    return Neighbours((a, a.content) for a in attributions)


def _by_speaker(attributions: tuple[Attribution, ...]) -> Neighbours[Attribution]:
    return Neighbours((a, (*a.source, *a.cue)) for a in attributions)


def _is_same_cue(relation: Attribution, others: Neighbours[Attribution]) -> bool:
    return any(cue.overlaps(known) for other in others.near(relation.cue) for cue in relation.cue for known in other.cue)


def _names_speaker(relation: Attribution, turns: Neighbours[Attribution]) -> bool:
    """Tell whether *relation* takes a turn's label for its source: the label speaks the whole turn, and nothing else."""
    own = (*relation.source, *relation.cue)
    return any(span.overlaps(label) for turn in turns.near(own) for span in own for label in (*turn.source, *turn.cue))


def _with_links(text: str, attributions: list[Attribution], links: list[FurtherLink]) -> list[Attribution]:
    result = list(attributions)
    by_cue = Neighbours((a, a.cue) for a in attributions)
    for link in links:
        host = _host(text, result, link, by_cue)
        if host is None:
            if alone := _alone(text, link):
                by_cue.add(alone, alone.cue)
                result.append(alone)
            continue
        known = result[host].chain
        chain = (*link.links, *known) if link.is_first else (*known, *link.links)
        evidence = (*result[host].evidence, Evidence(f"constructions.{link.construction}", link.cue, link.links[0].name))
        result[host] = replace(_without_words_of(link, result[host]), chain=chain, evidence=evidence)
    return result


def _without_words_of(link: FurtherLink, host: Attribution) -> Attribution:
    """Return *host* without a piece of content that is only *link*'s own words: "“…,” Ruiz was quoted <as saying by TASS>"."""
    kept = tuple(piece for piece in host.content if piece.start < link.cue.start or piece.end > link.place.end)
    return replace(host, content=kept) if kept and len(kept) < len(host.content) else host


FAR_BEHIND = 5
"""A source that begins farther behind its venue than this, in code points, is not the one who spoke there if it is a relative or asks."""
SAYS_BEFORE = pattern_of(
    r"\b(?:said|says|argued|claimed|insisted|explained|admitted|acknowledged|suggested|warned|predicted|maintained|contended|complained|declared|revealed|confirmed|conceded|noted|stated|added)(?:\s\p{Lu}\p{Ll}+day)?\s$"
)
"""A verb of saying right before the words of a venue: "said | in an interview with the Post | that …"."""
APPOSED = pattern_of(r"(?P<source>\p{Lu}[\p{L}’'.-]+(?:\s\p{Lu}[\p{L}’'.-]+){0,3})(?:,\s[^.;:]{3,200},[”\"’]?)?\s$")
"""The speaker who opens the sentence, with an apposition: "Ruiz, a star of the show “Roe,” | said"."""
UNNAMED_SPEAKER = pattern_of(
    r"[,”\"]\s(?P<source>(?:(?:an?|the|one|two|three|four|five|six|several|multiple|some|many)\s)?(?:\p{Ll}[\p{L}-]*\s){0,3}?"
    r"\p{Ll}[\p{L}-]*\s(?:familiar|briefed|close|knowledgeable|involved|with|in|at|from|on|near)\s[^,;:“”\"]{2,80})\s$"
)
"""Who told it, between the comma and the cue: ", people familiar with the matter | told Reuters"."""
OPENS_CONTENT = pattern_of(
    r"(?:\s[^,.;:“”\"]{0,40}?)?(?:\s(?:(?:as\s)?saying\s(?:that\s)?|(?=that\s|(?:he|she|they|it|there)[\s’']))|[,:]?\s(?=[“\"'‘]))"
)


def _alone(text: str, link: FurtherLink) -> Attribution | None:
    """Return an attribution to the outlet alone, where somebody was said to tell it and the speaker's own was not found."""
    if not link.is_cue_shared:
        return _said_in(text, link)
    after = OPENS_CONTENT.match(text, link.place.end, link.bounds.end)
    before = trimmed(text, link.bounds.start, link.cue.start)
    content = trimmed(text, after.end(), link.bounds.end) if after else ()
    if not content and before and not text[link.place.end : link.bounds.end].strip(" .,"):
        content = before
    if not content:
        return None
    unnamed: tuple[Span, ...] = ()
    if content == before and (speaker := UNNAMED_SPEAKER.search(text, link.bounds.start, link.cue.start)):
        unnamed = (Span(*speaker.span("source")),)
        content = trimmed(text, link.bounds.start, speaker.start() + 1)
    evidence = (Evidence(f"constructions.{link.construction}", link.cue, link.links[0].name),)
    return Attribution(
        unnamed, (link.cue,), content, chain=link.links, construction=link.construction, score=0.8, evidence=evidence
    )


def _said_in(text: str, link: FurtherLink) -> Attribution | None:
    """Return what was "said in an interview with the Post that …", where the speaker's own attribution was not found."""
    verb = SAYS_BEFORE.search(text, max(link.bounds.start, link.cue.start - 40), link.cue.start)
    if verb is None or not text.startswith(" that ", link.place.end):
        return None
    speaker = APPOSED.match(text, link.bounds.start, verb.start())
    source = (Span(*speaker.span("source")),) if speaker else ()
    evidence = (Evidence(f"constructions.{link.construction}", link.cue, link.links[0].name),)
    return Attribution(
        source,
        (Span(verb.start(), link.cue.end),),
        trimmed(text, link.place.end, link.bounds.end),
        chain=link.links,
        construction=link.construction,
        score=0.8,
        evidence=evidence,
    )


def _host(text: str, attributions: list[Attribution], link: FurtherLink, by_cue: Neighbours[Attribution]) -> int | None:
    """Return the place of the attribution that *link* belongs to: the one that shares its cue, else the nearest cue in its bounds."""
    if link.is_cue_shared:
        for number in by_cue.numbers_near((link.cue,)):
            attribution = attributions[number]
            # "Ruiz, quoted by the AP, said": what reads the outlet itself as who quoted is not what it handed on.
            is_its_own = any(span.overlaps(link.place) for span in attribution.source)
            if not is_its_own and any(cue.overlaps(link.cue) for cue in attribution.cue):
                return number
    nearest, distance = None, (False, 0)
    for number in by_cue.numbers_near((link.bounds,)):
        attribution = attributions[number]
        cues = [cue for cue in attribution.cue if link.bounds.start <= cue.start < link.bounds.end]
        if not cues or attribution.chain[:1] == link.links[:1] or _is_of_others(text, attribution, link):
            continue
        # What is only an attitude, or has nobody to hold it, is no speech that a venue could host, unless nothing better is near.
        is_speech = attribution.level is Level.REPORT
        gap = (not is_speech, min(abs(cue.start - link.cue.start) for cue in cues))
        if nearest is None or gap < distance:
            nearest, distance = number, gap
    return nearest


def _is_of_others(text: str, attribution: Attribution, link: FurtherLink) -> bool:
    """Tell whether those who speak are only spoken of behind the venue: "On CNN, Ruiz spared her rivals, who say that …", "a reporter asked"."""
    if not attribution.source or link.cue.start > link.place.start or attribution.source[0].start < link.place.end + FAR_BEHIND:
        return False
    words = attribution.cue[0].of(text).lower().split()
    asks = attribution.construction == "question" and not forms_of("ask").isdisjoint(words)
    return asks or attribution.source[0].of(text) in RELATIVES


def in_order(attributions: list[Attribution]) -> tuple[Attribution, ...]:
    """Return *attributions* innermost first, in order of the text, with ``within`` told anew."""
    holders = Neighbours((a, a.content) for a in attributions)
    sizes = [sum(map(len, a.content)) for a in attributions]
    outer = [_container(attributions, number, holders, sizes) for number in range(len(attributions))]
    for number in range(len(outer)):
        outer[_root(outer, number)] = None  # of two that hold each other's cues, one is outside
    depth = [_depth(outer, number) for number in range(len(attributions))]
    roots = [_root(outer, number) for number in range(len(attributions))]

    def key(number: int) -> tuple[int, int, int, int]:
        return (_start(attributions[roots[number]]), roots[number], -depth[number], _start(attributions[number]))

    order = sorted(range(len(attributions)), key=key)
    place = {number: index for index, number in enumerate(order)}
    return tuple(
        replace(attributions[number], within=None if (holder := outer[number]) is None else place[holder])
        if attributions[number].within is not None or outer[number] is not None
        else attributions[number]
        for number in order
    )


def _start(attribution: Attribution) -> int:
    return min((span.start for span in (*attribution.source, *attribution.cue, *attribution.content)), default=0)


def _container(attributions: list[Attribution], number: int, holders: Neighbours[Attribution], sizes: list[int]) -> int | None:
    """Return the smallest attribution whose content holds the cue of attribution *number*."""
    inner = attributions[number]
    if not inner.cue:
        return None
    if inner.construction == "citing":
        # Whom the outlet cites stands beside its report, not in it: the two share their content.
        beside = holders.numbers_near(inner.content[:1])
        return next(
            (n for n in beside if n != number and attributions[n].content == inner.content and attributions[n].chain), None
        )
    candidates = [
        (sizes[other], min(span.start for span in attributions[other].content if span.covers(inner.cue[0])), other)
        for other in holders.numbers_near(inner.cue[:1])
        if other != number
        and sizes[other] >= _size_beside(inner, attributions[other], sizes[number])
        and not (inner.construction == attributions[other].construction == "hedge")  # nobody hands on what nobody said
        and _holds(attributions[other], inner)
    ]
    return min(candidates)[2] if candidates else None


def _size_beside(inner: Attribution, outer: Attribution, size: int) -> int:
    """Return the *size* of what *inner* holds, without what it resumes behind all of *outer*: "“…,” Ruiz said, Reuters reported. | “…”"."""
    if len(inner.content) == 1 or not outer.cue:
        return size
    end = max(outer.cue[-1].end, outer.content[-1].end, *(span.end for span in outer.source))
    return sum(len(span) for span in inner.content if span.start < end)


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return all(covers(outer.content, cue) for cue in inner.cue)


def _depth(outer: list[int | None], number: int) -> int:
    depth, seen = 0, {number}
    holder = outer[number]
    while holder is not None and holder not in seen:
        seen.add(holder)
        depth, holder = depth + 1, outer[holder]
    return depth


def _root(outer: list[int | None], number: int) -> int:
    seen = {number}
    while (holder := outer[number]) is not None and holder not in seen:
        seen.add(holder)
        number = holder
    return number
