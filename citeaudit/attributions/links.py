"""
Outlets that a construction adds to what somebody else said: "Ruiz said in an interview with the Post that …".

A link goes to the attribution that shares its cue, or to the nearest in its sentence; where none is, it becomes one of its own.
"""

from __future__ import annotations

from bisect import bisect_left, insort

from citeaudit.attributions.neighbours import Neighbours
from citeaudit.attributions.order import in_order
from citeaudit.constructions.framing import Found, FurtherLink
from citeaudit.lexicon.alternations import longest_of
from citeaudit.lexicon.classes import forms_of
from citeaudit.lexicon.worded import worded
from citeaudit.model.making import replace
from citeaudit.model.relations import Attribution, Level, Role
from citeaudit.model.spans import Evidence, Span
from citeaudit.patterns import pattern_of
from citeaudit.sources.types import RELATIVES
from citeaudit.text.trimming import trimmed

FAR_BEHIND = 5
"""A source that begins farther behind its venue than this, in code points, is not the one who spoke there if it is a relative or asks."""
SAYS_BEFORE = pattern_of(rf"\b{longest_of(forms_of('say.ed') | {'says'})}(?:\s\p{{Lu}}\p{{Ll}}+day)?\s$")
"""A verb of saying right before the words of a venue: "said | in an interview with the Post | that …"."""
APPOSED = pattern_of(r"(?P<source>\p{Lu}[\p{L}’'.-]+(?:\s\p{Lu}[\p{L}’'.-]+){0,3})(?:,\s[^.;:]{3,200},[”\"’]?)?\s$")
"""The speaker who opens the sentence, with an apposition: "Ruiz, a star of the show “Roe,” | said"."""
UNNAMED_SPEAKER = worded(
    r"[,”\"]\s(?P<source>(?:@some_people\s)?(?:\p{Ll}[\p{L}-]*\s){0,3}?"
    r"\p{Ll}[\p{L}-]*\s@near_matter\s[^,;:“”\"]{2,80})\s$"
)
"""Who told it, between the comma and the cue: ", people familiar with the matter | told Reuters"."""
HEARD_AT = frozenset((Role.VENUE, Role.JOURNALIST))
TOLD_LATE = HEARD_AT | {Role.POLLSTER}
"""The roles of outlets that hear or poll those whom only a construction has read."""
SPEAKS_ON = pattern_of(
    r"(?:\s[^,;:.“”\"()]{1,40}?)?(?:,\s(?:(?:and|but|while|before|then)\s)?|\s(?:and|but|while|before)\s)(?:then\s|also\s|\p{L}+ly\s)?"
)
"""What may stand between an outlet that was told and the next verb of who told it: "told the Guardian | on Friday, before | adding that"."""
LONGEST_GAP = 70
CLOSE = 2
"""So near behind its verb, in code points, begins what was said without a setting of its own: "adding | that", not "adding on Friday | that"."""
OPENS_CONTENT = pattern_of(
    r"(?:\s[^,.;:“”\"]{0,40}?)?(?:\s(?:(?:as\s)?saying\s(?:that\s)?|(?=that\s|(?:he|she|they|it|there)[\s’']))|[,:]?\s(?=[“\"'‘]))"
)


def with_handed_on(text: str, attributions: tuple[Attribution, ...], found: Found) -> tuple[Attribution, ...]:
    """Return *attributions*, documents and what constructions read among them, with the outlets that *found* tells handed them on or heard them."""
    links = [link for link in found.links if link.is_of_document]
    attributions = in_order(with_links(text, list(attributions), links)) if links else attributions
    heard = {link.span for attribution in attributions if attribution.level is Level.REPORT for link in attribution.chain}
    venues = [k for k in found.links if not k.is_of_document and k.links[0].role in TOLD_LATE and k.links[0].span not in heard]
    return _with_late_venues(text, attributions, venues) if venues else attributions


def _with_late_venues(text: str, attributions: tuple[Attribution, ...], venues: list[FurtherLink]) -> tuple[Attribution, ...]:
    """Return *attributions* with the *venues* that no report of the engine took, each at the nearest report that only a construction has read."""
    result = list(attributions)
    by_cue = Neighbours((a, a.cue) for a in attributions)
    for link in venues:
        host = _host(text, result, link, by_cue)
        if host is None or result[host].level is not Level.REPORT or not result[host].source:
            continue
        known = result[host].chain
        if all(other.role is link.links[0].role is Role.POLLSTER for other in known):
            evidence = (*result[host].evidence, _evidence(link))
            result[host] = replace(result[host], chain=(*known, *link.links), evidence=evidence)
    return tuple(result)


def with_links(text: str, attributions: list[Attribution], links: list[FurtherLink]) -> list[Attribution]:
    """Return *attributions* with the outlets of *links*, each at its host, or alone where it has none."""
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
        evidence = (*result[host].evidence, _evidence(link))
        result[host] = replace(_without_words_of(link, result[host]), chain=chain, evidence=evidence)
    return result


def with_same_hearers(text: str, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Let the outlet that was just told hear what the same speaker goes on to say; return all *attributions*: "“…,” Ruiz told the Guardian, | adding that …"."""
    told: dict[tuple[Span, ...], list[tuple[Span, Attribution]]] = {}
    for attribution in attributions:
        heard = attribution.chain[-1] if attribution.source and attribution.chain else None
        if heard and heard.span and heard.role in HEARD_AT:
            insort(told.setdefault(attribution.source, []), (heard.span, attribution), key=_end)
    if not told:
        return attributions
    return tuple([_heard_again(text, a, told[a.source]) if not a.chain and a.source in told else a for a in attributions])


def _heard_again(text: str, attribution: Attribution, told: list[tuple[Span, Attribution]]) -> Attribution:
    """
    Return *attribution* with the outlet of the last of *told*, by the same speaker, where it goes on right behind it and no setting of its own follows.

    *told* stand with the places of those outlets, in the order of where they end.
    """
    if attribution.level is not Level.REPORT or not attribution.cue or not attribution.content:
        return attribution
    if not 0 < attribution.content[0].start - attribution.cue[-1].end <= CLOSE:
        return attribution
    start = attribution.cue[0].start
    number = bisect_left(told, start, key=_end) - 1
    if number < 0:
        return attribution
    place, before = told[number]
    if start - place.end > LONGEST_GAP or not SPEAKS_ON.fullmatch(text, place.end, start):
        return attribution
    evidence = (*attribution.evidence, Evidence("links.same_hearer", place, before.chain[-1].name))
    return replace(attribution, chain=before.chain, evidence=evidence)


def _end(heard: tuple[Span, Attribution]) -> int:
    return heard[0].end


def _without_words_of(link: FurtherLink, host: Attribution) -> Attribution:
    """Return *host* without a piece of content that is only *link*'s own words: "“…,” Ruiz was quoted <as saying by TASS>"."""
    kept = tuple(piece for piece in host.content if piece.start < link.cue.start or piece.end > link.place.end)
    return replace(host, content=kept) if kept and len(kept) < len(host.content) else host


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
    return Attribution(
        unnamed, (link.cue,), content, chain=link.links, construction=link.construction, score=0.8, evidence=(_evidence(link),)
    )


def _said_in(text: str, link: FurtherLink) -> Attribution | None:
    """Return what was "said in an interview with the Post that …", where the speaker's own attribution was not found."""
    verb = SAYS_BEFORE.search(text, max(link.bounds.start, link.cue.start - 40), link.cue.start)
    if verb is None or not text.startswith(" that ", link.place.end):
        return None
    speaker = APPOSED.match(text, link.bounds.start, verb.start())
    source = (Span(*speaker.span("source")),) if speaker else ()
    return Attribution(
        source,
        (Span(verb.start(), link.cue.end),),
        trimmed(text, link.place.end, link.bounds.end),
        chain=link.links,
        construction=link.construction,
        score=0.8,
        evidence=(_evidence(link),),
    )


def _evidence(link: FurtherLink) -> Evidence:
    return Evidence(f"constructions.{link.construction}", link.cue, link.links[0].name)


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
