"""
Who wins where a construction and the finders before it read the same cue.

========================================  ==========================================================
what the finders read                     what stands
========================================  ==========================================================
the same source, content and outlets      theirs: its spans were learned from people
the same source and content, no outlet    theirs, with the outlet of the construction as a further link
anything else, or nothing                 the construction's
========================================  ==========================================================
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from citeaudit.attributions.neighbours import Neighbours
from citeaudit.attributions.nesting import in_order
from citeaudit.lexicon.classes import forms_of
from citeaudit.model.relations import Level, SourceType

if TYPE_CHECKING:
    from citeaudit.model.relations import Attribution
    from citeaudit.model.spans import Span

NEARLY = 0.6
"""Two contents are the same if they share so much of the longer one."""


def merge(text: str, attributions: tuple[Attribution, ...], readings: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Return *attributions* and the *readings* of constructions, each cue read once, innermost first."""
    if not readings:
        return attributions
    found = list(attributions)
    by_cue = Neighbours((attribution, attribution.cue) for attribution in attributions)
    dropped: set[int] = set()
    added: list[Attribution] = []
    for reading in readings:
        rivals = [number for number in by_cue.numbers_near(reading.cue) if _is_same_cue(found[number], reading)]
        if reading.setting and reading.setting[0].start < reading.cue[0].start:
            # Who asks in a lead-in says nothing: "When Nick Farrow asked whether he would go, he replied".
            rivals += [n for n in by_cue.numbers_near(reading.setting[:1]) if _asks_in(found[n], reading.setting[0], text)]
        agreeing = next((number for number in rivals if number not in dropped and _agree(found[number], reading)), None)
        if agreeing is None:
            dropped.update(rivals)
            added.append(reading)
        else:
            found[agreeing] = _with_links(found[agreeing], reading)
            dropped.update(number for number in rivals if number != agreeing)
    kept = [attribution for number, attribution in enumerate(found) if number not in dropped]
    return in_order([*kept, *added])


def _is_same_cue(attribution: Attribution, reading: Attribution) -> bool:
    return any(cue.overlaps(known) for cue in attribution.cue for known in reading.cue)


def _asks_in(attribution: Attribution, lead: Span, text: str) -> bool:
    """Tell whether *attribution* only asks or tells in the *lead* of another: its cue opens it, or is a verb of asking."""
    cue = attribution.cue[0]
    return lead.covers(cue) and (cue.start == lead.start or not forms_of("ask").isdisjoint(cue.of(text).lower().split()))


def _agree(attribution: Attribution, reading: Attribution) -> bool:
    """Tell whether both read the same source and nearly the same content."""
    if attribution.level is not Level.REPORT or bool(attribution.source) != bool(reading.source):
        return False
    if reading.source and not any(a.overlaps(b) for a in attribution.source for b in reading.source):
        return False
    longer = max(_length(attribution.content), _length(reading.content))
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in attribution.content for b in reading.content)
    return shared >= NEARLY * longer


def _length(spans: tuple[Span, ...]) -> int:
    return sum(map(len, spans))


def _with_links(attribution: Attribution, reading: Attribution) -> Attribution:
    """Return *attribution* with the outlets of *reading* that its chain lacks, and the settings."""
    known = {(link.name, link.outlet) for link in attribution.chain}
    missing = tuple(link for link in reading.chain if link.type is SourceType.OUTLET and (link.name, link.outlet) not in known)
    evidence = (*attribution.evidence, *reading.evidence)
    return replace(attribution, chain=(*attribution.chain, *missing), setting=reading.setting, evidence=evidence)
