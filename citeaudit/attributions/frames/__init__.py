"""Outlet frames: sentences, quotations and outlet phrases go in, wrappers and further links come out.

FRAMES is the working order: at one phrase the first frame that finds something is heard and the others are not asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from citeaudit.attributions.frames.according_to import according_to
from citeaudit.attributions.frames.handed_on import first_reported, obtained_by, published_in
from citeaudit.attributions.frames.leading_report import including, leading_report
from citeaudit.attributions.frames.places import Found, FurtherLink, Place
from citeaudit.attributions.frames.poll_figures import poll_figures
from citeaudit.attributions.frames.relay import citing_outlet, quoted_as_saying, quoted_by, with_cited
from citeaudit.attributions.frames.trailing_report import trailing_report
from citeaudit.attributions.frames.venue import point_made_to, venue
from citeaudit.constructions.field import SILENT_KINDS
from citeaudit.model.relations import Attribution, Quotation, Sentence
from citeaudit.model.spans import Span
from citeaudit.sources.outlet_phrases import SPOKEN_OF, OutletPhrase
from citeaudit.text.quotations import quotation_at

FRAMES: tuple[tuple[str, Callable[[Place], Found | None]], ...] = (
    ("first_reported", first_reported),
    ("quoted_as_saying", quoted_as_saying),
    ("quoted_by", quoted_by),
    ("trailing_report", trailing_report),
    ("obtained_by", obtained_by),
    ("published_in", published_in),
    ("according_to", according_to),
    ("citing", citing_outlet),
    ("poll_figures", poll_figures),
    ("including", including),
    ("leading_report", leading_report),
    ("point_made_to", point_made_to),
    ("venue", venue),
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
        wrappers.extend(_with_whole_quotation(wrapper, quotations) for wrapper in found.wrappers)
        links.extend(found.links)
    return Found(tuple(wrappers), tuple(links))


def _at(place: Place) -> Found:
    for _, frame in FRAMES:
        found = frame(place)
        if found is not None:
            return with_cited(place, found)
    return Found()


def _with_whole_quotation(wrapper: Attribution, quotations: tuple[Quotation, ...]) -> Attribution:
    """Return *wrapper* with the sentences before that its quotation began in: "“It is over. It was late,” the Post reported."."""
    if wrapper.construction not in {"trailing_report", "citing"} or not wrapper.content:
        return wrapper
    first = wrapper.content[0]
    quotation = quotation_at(quotations, first.start)
    if quotation is None or quotation.span.start >= first.start or quotation.span.end > first.end + 1:
        return wrapper
    return replace(wrapper, content=(Span(quotation.span.start, first.end), *wrapper.content[1:]))


def _bounds(text: str, sentence: Span, quotations: tuple[Quotation, ...], span: Span) -> Span:
    quotation = quotation_at(quotations, span.start)
    if quotation and quotation.inner.covers(span) and len(quotation.inner.of(text).split()) > TITLE_WORDS:
        return Span(max(sentence.start, quotation.inner.start), min(sentence.end, quotation.inner.end))
    return sentence
