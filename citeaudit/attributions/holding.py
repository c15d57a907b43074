"""Who holds a quotation already: a quotation and the attributions near it go in, whether it is told whose it is comes out, and who began it."""

from __future__ import annotations

from citeaudit.attributions.neighbours import Neighbours
from citeaudit.model.relations import Attribution, Level, Quotation
from citeaudit.model.spans import Span
from citeaudit.text.marks import OPENING

NEARLY = 0.85
"""The part of a quotation that must be held for it to count as told whose it is."""


def is_claimed(quotation: Quotation, last: int, attributions: list[Attribution]) -> bool:
    """Tell whether reported contents hold all of *quotation* but a word or two, and something of its sentence that begins *last*."""
    length = max(1, len(quotation.inner))
    total = 0
    if last > quotation.span.start + 1:
        ending = Span(last, quotation.inner.end)
        if not any(span.overlaps(ending) for attribution in attributions for span in attribution.content):
            return False
    for attribution in attributions:
        if attribution.level is not Level.REPORT or attribution.construction == "hedge":
            continue
        shared = sum(max(0, min(s.end, quotation.inner.end) - max(s.start, quotation.inner.start)) for s in attribution.content)
        if shared >= NEARLY * length:
            return True
        total += shared
    return total >= NEARLY * length


def holder_of_part(quotation: Quotation, attributions: list[Attribution], here: list[int]) -> int | None:
    """Return who, of those *here*, was found to hold a part of *quotation*, the cue outside of it: the rest is theirs too."""
    for number in here:
        attribution = attributions[number]
        if (
            attribution.level is Level.REPORT
            and attribution.construction != "hedge"
            and attribution.cue
            and not quotation.span.covers(attribution.cue[0])
            and any(span.overlaps(quotation.inner) for span in attribution.content)
        ):
            return number
    return None


def resumes(text: str, quotation: Quotation, speech: Attribution) -> bool:
    """Tell whether *quotation* goes on with what *speech* began to quote before its cue: "“…,” Ruiz said, Reuters reported. | “…”"."""
    return (
        speech.within is not None
        and bool(speech.cue)
        and speech.content[0].end <= speech.cue[0].start
        and speech.cue[-1].end <= quotation.span.start
        and text[speech.content[0].start] in OPENING
        and any(span.overlaps(quotation.inner) for span in speech.content)
    )


def holder_of(quotation: Quotation, attributions: list[Attribution], holders: Neighbours[Attribution]) -> int | None:
    """Return who of *attributions* was found to hold something of *quotation* by words of saying, None if nobody was."""
    for number in holders.numbers_near((quotation.inner,)):
        attribution = attributions[number]
        if (
            attribution.level is Level.REPORT
            and attribution.cue
            and any(span.overlaps(quotation.inner) for span in attribution.content)
        ):
            return number
    return None
