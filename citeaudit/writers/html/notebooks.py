"""
Drawings for notebooks: a report or a claim goes in, HTML of bounded length comes out.

A notebook keeps what its cells show in its own file, so that no drawing is longer than ``MOST_BYTES``: of a long article the
first sentences are drawn, of a corpus the first rows. Without Jinja2 the same is told in plain words.
"""

from __future__ import annotations

import html
from dataclasses import replace
from typing import Any

from citeaudit.errors import MissingExtraError
from citeaudit.model.articles import Article
from citeaudit.model.corpora import CorpusReport
from citeaudit.model.relations import Attribution, Source
from citeaudit.model.reports import ArticleReport, Claim, Provenance
from citeaudit.model.spans import Span
from citeaudit.writers.corpora import corpus_to_text
from citeaudit.writers.html.corpora import MOST, section_of_corpus
from citeaudit.writers.html.passages import paragraphs_of
from citeaudit.writers.html.sections import section_of, style, template
from citeaudit.writers.html.standing import Reader, standing_of
from citeaudit.writers.text import lines_to_text, report_to_lines

MOST_BYTES = 48_000
MOST_WORDS = 20_000
"""Characters of a fallback in plain words; each may become an entity of six bytes at most, of which few do."""
LONGEST_CLAIM = 3_000


def html_of(value: ArticleReport | Claim | CorpusReport) -> str:
    """Return *value* as HTML for a notebook, in plain words where Jinja2 is missing."""
    try:
        drawn = _drawn(value)
    except MissingExtraError:
        return _plain(value)
    return drawn if len(drawn.encode()) <= MOST_BYTES else _plain(value)


def _drawn(value: Any) -> str:
    if isinstance(value, Claim):
        return _framed(_claim(value))
    if isinstance(value, CorpusReport):
        return _longest(lambda most: section_of_corpus(value, most=most).html, MOST)
    # Each report has names of its own, so that the links of one drawing do not lead into another.
    prefix = f"c{value.provenance.text[:8]}"
    return _longest(lambda most: section_of(value, most=most, prefix=prefix).html, len(value.sentences))


def _longest(draw: Any, most: int) -> str:
    """Return the drawing of as many parts as there is room for, *most* at best; *draw* makes it."""
    most = min(most, 400)  # under a hundred bytes no sentence is drawn
    while len((drawn := _framed(draw(most))).encode()) > MOST_BYTES and most > 1:
        most //= 2
    return drawn


def _framed(section: str) -> str:
    return f'<div class="citeaudit notebook"><style>{style()}</style>{section}</div>'


def _plain(value: Any) -> str:
    if isinstance(value, Claim):
        words = repr(value)
    elif isinstance(value, CorpusReport):
        words = corpus_to_text(value)
    else:
        kept = value.sentences[:100]
        words = lines_to_text(report_to_lines(replace(value, sentences=kept)))
    escaped = html.escape(words[:MOST_WORDS])
    if len(escaped.encode()) > MOST_BYTES:
        escaped = html.escape(repr(value))
    return f'<pre style="white-space:pre-wrap">{escaped}</pre>'


def _claim(claim: Claim) -> str:
    """Return the drawing of one claim: its sentence alone, as an article that has no other."""
    start, text = claim.sentence.span.start, claim.text[:LONGEST_CLAIM]
    whole = Span(0, len(text))
    sentence = replace(claim.sentence, span=whole, paragraph=0)
    told = tuple(_within(attribution, start, whole) for attribution in claim.attributions)
    alone = replace(claim, sentence=sentence, attributions=told, uncovered=(), text=text)
    report = ArticleReport(Article(text), None, (sentence,), (), (), (), told, (alone,), (), Provenance("", "", "", "", ""))
    passage = next(passage for paragraph in paragraphs_of(report) for passage in paragraph.passages if passage.claim)
    return str(
        template("claim").render(
            prefix=f"c{start}", passage=passage, standings={passage.number: standing_of(alone, Reader(text))}
        )
    )


def _within(attribution: Attribution, start: int, whole: Span) -> Attribution:
    """Return *attribution* with its spans as they stand in a sentence that begins at *start*, those outside it left out."""

    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        pairs = ((max(0, span.start - start), min(whole.end, span.end - start)) for span in spans)
        return tuple(Span(first, end) for first, end in pairs if first < end)

    def known(source: Source) -> Source:
        def one(span: Span | None) -> Span | None:
            return next(iter(moved((span,) if span else ())), None)

        return replace(source, span=one(source.span), antecedent=one(source.antecedent))

    return replace(
        attribution,
        source=moved(attribution.source),
        cue=moved(attribution.cue),
        content=moved(attribution.content),
        setting=moved(attribution.setting),
        chain=tuple(map(known, attribution.chain)),
    )
