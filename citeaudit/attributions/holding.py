"""Who holds a quotation already: a quotation and the attributions near it go in, whether it is told whose it is comes out, and who began it."""

from __future__ import annotations

from citeaudit.attributions.contents import shared_length
from citeaudit.attributions.neighbours import Neighbours
from citeaudit.model.relations import Attribution, Level, Quotation
from citeaudit.model.spans import Span
from citeaudit.text.marks import OPENING

NEARLY = 0.85
"""The part of a quotation that must be held for it to count as told whose it is."""


def is_claimed(quotation: Quotation, last: int, attributions: list[Attribution]) -> bool:
    """Tell whether reported contents hold all of *quotation* but a word or two, and something of its sentence that begins *last*."""
    length = max(1, len(quotation.inner))
    if last > quotation.span.start + 1:
        ending = Span(last, quotation.inner.end)
        if not any(span.overlaps(ending) for attribution in attributions for span in attribution.content):
            return False
    speeches = (a for a in attributions if a.level is Level.REPORT and a.construction != "hedge")
    return sum(shared_length(speech.content, (quotation.inner,)) for speech in speeches) >= NEARLY * length


def holder_of_part(quotation: Quotation, attributions: list[Attribution], here: list[int]) -> int | None:
    """Return who, of those *here*, was found to hold a part of *quotation*, the cue outside of it: the rest is theirs too."""
    for number in here:
        attribution = attributions[number]
        is_speech = attribution.construction != "hedge" and _says_any_of(attribution, quotation)
        if is_speech and not quotation.span.covers(attribution.cue[0]):
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
    return next((n for n in holders.numbers_near((quotation.inner,)) if _says_any_of(attributions[n], quotation)), None)


def _says_any_of(attribution: Attribution, quotation: Quotation) -> bool:
    """Tell whether *attribution* holds something of *quotation* by words of saying."""
    is_said = attribution.level is Level.REPORT and bool(attribution.cue)
    return is_said and any(span.overlaps(quotation.inner) for span in attribution.content)
