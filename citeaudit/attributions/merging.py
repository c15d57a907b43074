"""
Who wins where a construction and the finders before it read the same cue.

======================================================  ======================================================
what the finders read                                   what stands
======================================================  ======================================================
the same source and nearly the same content             theirs: its spans were learned from people; an outlet that
                                                        only the construction knows is a further link
a source that the construction reads as content, as a   the construction's, with the outlets of theirs
lead-in, or as what is said of the source
something else, and the construction names an outlet    the construction's
something else, a report with a source                  theirs
nothing, or an attitude                                 the construction's, if its content is sure (behind "that",
                                                        quoted, or before the speaker) or an outlet stands behind it
======================================================  ======================================================
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from citeaudit.attributions.contents import covers, freed, shared_length
from citeaudit.attributions.level_signs import NOBODYS, VENUE
from citeaudit.attributions.neighbours import Neighbours
from citeaudit.attributions.order import in_order
from citeaudit.constructions.grammar import told_otherwise
from citeaudit.constructions.readings import LIKELY, SURE
from citeaudit.lexicon.classes import forms_of
from citeaudit.model.making import replace
from citeaudit.model.relations import Level, Role, SourceType

if TYPE_CHECKING:
    from citeaudit.model.relations import Attribution, Source
    from citeaudit.model.spans import Span

MOST_NEAR = 8
"""So many readings back one with the same cue may stand."""
NEARLY = 0.6
"""Two contents are the same if they share so much of the longer one."""


def merge(text: str, attributions: tuple[Attribution, ...], readings: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Return *attributions* and the *readings* of constructions, each cue read once, innermost first."""
    if not readings:
        return attributions
    found = list(attributions)
    by_cue = Neighbours((attribution, attribution.cue) for attribution in attributions)
    by_source = Neighbours((attribution, attribution.source) for attribution in attributions)
    # Few articles have a reading that asks who speaks in its words.
    speech = filter(_is_speech, attributions) if any(map(_yields, readings)) else ()
    by_words = Neighbours((a, (*a.source, *a.cue, *a.content)) for a in speech)

    @cache
    def by_content() -> Neighbours[Attribution]:
        return Neighbours((attribution, attribution.content) for attribution in attributions)

    dropped: set[int] = set()
    added: list[Attribution] = []
    for reading in _heard(readings):
        if any(_is_same_cue(other, reading) for other in added[-MOST_NEAR:]):
            continue
        rivals = [number for number in by_cue.numbers_near(reading.cue) if _is_same_cue(found[number], reading)]
        if reading.setting and reading.setting[0].start < reading.cue[0].start:
            # Who asks in a lead-in says nothing: "When Nick Farrow asked whether he would go, he replied".
            rivals += [n for n in by_cue.numbers_near(reading.setting[:1]) if _asks_in(found[n], reading.setting[0], text)]
        rivals += [n for n in by_source.numbers_near(reading.cue) if any(_touch(found[n].source, cue) for cue in reading.cue)]
        if _yields(reading) and (
            any(found[n].source and (found[n].chain or _tells_hedged(text, found[n], reading)) for n in rivals)
            or any(_tells_behind(text, other, reading) for other in added[-MOST_NEAR:])
            or _is_known(reading, [a for a in by_words.near((*reading.cue, *reading.content)) if not _is_same_cue(a, reading)])
        ):
            continue
        standing = next((n for n in rivals if n not in dropped and _stands(text, found[n], reading)), None)
        if standing is not None:
            # Where somebody was asked, the answer was heard: "When Reuters asked about it, Ruiz said".
            asked = tuple(link for n in rivals if n != standing for link in found[n].chain if link.role is Role.VENUE)
            found[standing] = _with_links(found[standing], reading, asked)
            dropped.update(number for number in rivals if number != standing)
        elif (
            reading.chain
            or reading.score >= SURE
            or (reading.score >= LIKELY and not _is_told(reading, by_content()))
            or any(_misreads(text, found[n], reading) for n in rivals)
        ):
            dropped.update(rivals)
            known = tuple(link for n in rivals for link in found[n].chain if not reading.chain)
            added.append(replace(reading, chain=known) if known else reading)
    if added:
        holders = Neighbours((a, a.content) for a in (*attributions, *added) if a.chain)
        added = [freed(text, a, holders.near(a.cue)) for a in added]
    heard = {link.span for reading in added for link in reading.chain if link.span}
    kept = [
        _without_links_inside(a, heard) if heard and a.chain else a for number, a in enumerate(found) if number not in dropped
    ]
    return in_order([*kept, *(attribution for attribution in added if attribution.content)])


def _without_links_inside(attribution: Attribution, heard: set[Span]) -> Attribution:
    """Return *attribution* without the links that a reading inside its content has: "Marsh: | My employer told Reuters that …"."""
    links = tuple(
        link
        for link in attribution.chain
        if link.span is None or link.span not in heard or not covers(attribution.content, link.span)
    )
    return attribution if len(links) == len(attribution.chain) else replace(attribution, chain=links)


def _tells_hedged(text: str, attribution: Attribution, reading: Attribution) -> bool:
    """Tell whether *attribution* holds a verb of telling beside the hedge that is all of *reading*: "Ruiz | allegedly told | them"; in "reportedly fears" nobody has told anything."""
    is_wider = _length(attribution.cue) > _length(reading.cue)
    verb = attribution.cue[-1].of(text).lower().split()[-1]
    is_told = attribution.level is Level.REPORT and not verb.endswith(("ing", "ing:")) and verb not in forms_of("minds")
    return reading.is_hedged and is_wider and is_told


def _tells_behind(text: str, other: Attribution, reading: Attribution) -> bool:
    """Tell whether *other* has its verb right behind the hedge that is all of *reading*: "Ruiz reportedly | claimed"."""
    between = other.cue[0].start - reading.cue[-1].end
    is_told = bool(other.source) and not other.is_hedged and not text.endswith(("ing", "ing:"), 0, other.cue[-1].end)
    return reading.is_hedged and is_told and 0 <= between <= 1


def _yields(reading: Attribution) -> bool:
    """Tell whether *reading* is heard only where nobody has read its words: nobody speaks in "reportedly"."""
    return reading.is_hedged or (reading.score < SURE and reading.construction in told_otherwise("documents"))


def _is_speech(attribution: Attribution) -> bool:
    """Tell whether *attribution* is somebody's speech; an outlet's report is not, nor a turn."""
    is_outlets = attribution.chain and any(
        link.span and any(link.span.overlaps(s) for s in attribution.source) for link in attribution.chain
    )
    return (
        attribution.level is Level.REPORT and bool(attribution.source) and not is_outlets and attribution.construction != "turn"
    )


def _is_known(reading: Attribution, others: list[Attribution]) -> bool:
    """Tell whether *others* have read the words of *reading*: its cue in any role, or most of its content as content."""
    cue = reading.cue[0]
    for other in others:
        if any(span.overlaps(cue) for span in (*other.source, *other.cue, *other.content)):
            return True
        if 2 * shared_length(reading.content, other.content) > _length(reading.content):
            return True
    return False


def _is_told(reading: Attribution, by_content: Neighbours[Attribution]) -> bool:
    """Tell whether the words of *reading* are content already of who said something, so that it has to be surer."""
    return any(a.level is Level.REPORT and a.source and covers(a.content, reading.cue[0]) for a in by_content.near(reading.cue))


def _heard(readings: tuple[Attribution, ...]) -> list[Attribution]:
    """Return the *readings* that say something, those first that name an outlet; a character in a film does not."""
    said = [
        reading if reading.level is Level.REPORT else replace(reading, level=Level.REPORT)
        for reading in readings
        if reading.level is Level.REPORT or reading.chain or (_is_sure(reading) and not _is_nobodys(reading))
    ]
    return sorted(said, key=lambda reading: not reading.chain)


def _is_sure(reading: Attribution) -> bool:
    """Tell whether *reading* says something whatever its verb needs elsewhere: by its table, or since its content stands before it."""
    is_otherwise = reading.construction in told_otherwise("accounts", "judgements", "documents")
    return is_otherwise or reading.is_hedged or reading.content[0].start < reading.cue[0].start


def _is_nobodys(reading: Attribution) -> bool:
    """Tell whether *reading* was found to be the writer's own voice, or nobody's: "As I said", "since she announced her bid"."""
    return any(evidence.detail in NOBODYS for evidence in reading.evidence)


def _touch(source: tuple[Span, ...], cue: Span) -> bool:
    """Tell whether a *source* holds the *cue* of another reading: "show engineers" warned."""
    return any(span.overlaps(cue) for span in source)


def _is_same_cue(attribution: Attribution, reading: Attribution) -> bool:
    return any(cue.overlaps(known) for cue in attribution.cue for known in reading.cue)


def _asks_in(attribution: Attribution, lead: Span, text: str) -> bool:
    """Tell whether *attribution* only asks or tells in the *lead* of another: its cue opens it, or is a verb of asking; not whose report all of it is, "As reported by Reuters,"."""
    cue = attribution.cue[0]
    opens = cue.start == lead.start and not any(link.role is Role.REPORTER for link in attribution.chain)
    return lead.covers(cue) and (opens or not forms_of("ask").isdisjoint(cue.of(text).lower().split()))


def _stands(text: str, attribution: Attribution, reading: Attribution) -> bool:
    """Tell whether *attribution*, with the same cue, stands against *reading*."""
    if attribution.level is not Level.REPORT or bool(attribution.source) != bool(reading.source):
        return False
    if reading.is_hedged:
        return attribution.construction == reading.construction  # nobody speaks in it, and the engine asks who does
    if reading.construction in told_otherwise("accounts") and _length(reading.content) > _length(attribution.content):
        return False
    if _tells_only_where(text, attribution, reading):
        return False
    if reading.chain:
        return _agree(attribution, reading) or (reading.score < SURE and _credits_the_same(attribution, reading))
    return not _misreads(text, attribution, reading)


def _tells_only_where(text: str, attribution: Attribution, reading: Attribution) -> bool:
    """Tell whether *attribution* takes for content where it was said, and *reading* what stands before: "The wall is safe, she said | in an interview"."""
    content = attribution.content[0]
    return (
        reading.content[-1].end <= reading.cue[0].start
        and attribution.cue[-1].end <= content.start
        and VENUE.match(text, content.start) is not None
    )


def _misreads(text: str, attribution: Attribution, reading: Attribution) -> bool:
    """Tell whether the source of *attribution* lies where *reading* has its content or lead-in, or is only said of its source."""
    if any(
        span.start <= attribution.content[0].start < span.end and span.start > reading.cue[-1].start for span in reading.setting
    ):
        return True  # "keepers said | Monday, causing a panic": when it was said is not what was said
    elsewhere = (*reading.content, *reading.setting)
    if any(source.overlaps(span) for source in attribution.source for span in elsewhere):
        return True
    return any(
        whole.start < source.start
        and source.end <= whole.end
        and text[source.start - 5 : source.start].rstrip(" ").endswith((",", " who"))
        for source in attribution.source
        for whole in reading.source
    )


def _agree(attribution: Attribution, reading: Attribution) -> bool:
    """Tell whether both read the same source and nearly the same content."""
    if reading.source and not any(a.overlaps(b) for a in attribution.source for b in reading.source):
        return False
    apart = [link.span for link in reading.chain if link.span and not any(link.span.overlaps(own) for own in reading.source)]
    if any(source.overlaps(span) for source in attribution.source for span in apart):
        return False  # "Speaking to Sky News Mr Okoro" said: the venue is not the speaker
    longer = max(_length(attribution.content), _length(reading.content))
    return shared_length(attribution.content, reading.content) >= NEARLY * longer


def _credits_the_same(attribution: Attribution, reading: Attribution) -> bool:
    """Tell whether *attribution* has the source of *reading* and credits its outlets already, whatever its content."""
    known = {(link.name, link.outlet) for link in attribution.chain}
    shares = any(a.overlaps(b) for a in attribution.source for b in reading.source)
    return shares and {(link.name, link.outlet) for link in reading.chain} <= known


def _length(spans: tuple[Span, ...]) -> int:
    return sum(map(len, spans))


def _with_links(attribution: Attribution, reading: Attribution, asked: tuple[Source, ...]) -> Attribution:
    """Return *attribution* with the outlets of *reading* and those that *asked* that its chain lacks, and the settings."""
    known = {(link.name, link.outlet) for link in attribution.chain}
    further = (*reading.chain, *asked)
    missing = tuple(link for link in further if link.type is SourceType.OUTLET and (link.name, link.outlet) not in known)
    evidence = (*attribution.evidence, *reading.evidence)
    return replace(
        attribution, chain=(*attribution.chain, *missing), setting=reading.setting or attribution.setting, evidence=evidence
    )
