"""Outlet frames: sentences, quotations and outlet phrases go in, wrappers and further links come out.

FRAMES is the working order: at one phrase the first frame that finds something is heard and the others are not asked.
"""

from __future__ import annotations

from collections.abc import Callable

from citeaudit.attributions.frames.handed_on import first_reported, obtained_by, published_in
from citeaudit.attributions.frames.places import Place
from citeaudit.constructions.field import SILENT_KINDS
from citeaudit.constructions.framing import Found, FurtherLink
from citeaudit.model.relations import Attribution, Quotation, Sentence
from citeaudit.model.spans import Span
from citeaudit.sources.outlet_phrases import SPOKEN_OF, OutletPhrase
from citeaudit.text.quotations import quotation_at

FRAMES: tuple[tuple[str, Callable[[Place], Found | None]], ...] = (
    ("first_reported", first_reported),
    ("obtained_by", obtained_by),
    ("published_in", published_in),
)
TITLE_WORDS = 4
"""A quotation of fewer words around a name is a title ("Fox & Friends"), not a stretch of speech."""


def find_frames(
    text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...], phrases: tuple[OutletPhrase, ...]
) -> Found:
    """Return what the frames find at *phrases*, in order of the text."""
    wrappers: list[Attribution] = []
    links: list[FurtherLink] = []
    place = 0
    for phrase in phrases:
        while place < len(sentences) - 1 and sentences[place].span.end <= phrase.span.start:
            place += 1
        sentence = sentences[place]
        if sentence.kind in SILENT_KINDS or phrase.head in SPOKEN_OF:
            continue
        found = _at(Place(text, _bounds(text, sentence.span, quotations, phrase.span), phrase))
        wrappers.extend(found.wrappers)
        links.extend(found.links)
    return Found(tuple(wrappers), tuple(links))


def _at(place: Place) -> Found:
    for _, frame in FRAMES:
        found = frame(place)
        if found is not None:
            return found
    return Found()


def _bounds(text: str, sentence: Span, quotations: tuple[Quotation, ...], span: Span) -> Span:
    quotation = quotation_at(quotations, span.start)
    if quotation and quotation.inner.covers(span) and len(quotation.inner.of(text).split()) > TITLE_WORDS:
        return Span(max(sentence.start, quotation.inner.start), min(sentence.end, quotation.inner.end))
    return sentence
