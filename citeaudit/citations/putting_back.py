"""Marks back in: the report of a text without marks goes in, the report of the text with them comes out.

Places move to where they stand in the article as it came. Lists of references, footnotes and lines like "Source: Reuters" are
sentences of the kind credit, which had to be spared from being read as anything else; a mark behind a sentence belongs to it.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from citeaudit.citations.lifting import Lifted
from citeaudit.model.relations import Sentence, SentenceKind
from citeaudit.model.reports import ArticleReport
from citeaudit.model.spans import Evidence, Span


def put_back(report: ArticleReport, lifted: Lifted, text: str) -> ArticleReport:
    """Return *report* with its places in *text*, the article as it came, and the credits among its sentences."""
    taken, markup = lifted.ways
    moved = markup.moved(_with_credits(taken.moved(report), lifted.credits))
    spans = _whole(text, [sentence.span for sentence in moved.sentences])
    sentences = tuple(replace(sentence, span=span) for sentence, span in zip(moved.sentences, spans, strict=True))
    return _renewed(moved, dict(zip(moved.sentences, sentences, strict=True)))


def _with_credits(report: ArticleReport, credits_: tuple[Span, ...]) -> ArticleReport:
    """Return *report* with *credits_* as sentences, each a paragraph of its own, and the paragraphs counted anew."""
    if not credits_:
        return report
    why = "it says whose words are"
    lines = [Sentence(span, SentenceKind.CREDIT, -1, (Evidence("kinds.citation", span, why),)) for span in credits_]
    renumbered: dict[Sentence, Sentence] = {}
    count, before = -1, None
    for sentence in sorted((*report.sentences, *lines), key=lambda sentence: sentence.span):
        count += sentence.paragraph != before or sentence.paragraph < 0
        before = sentence.paragraph
        renumbered[sentence] = replace(sentence, paragraph=count)
    return _renewed(report, renumbered)


def _renewed(report: ArticleReport, sentences: dict[Sentence, Sentence]) -> ArticleReport:
    """Return *report* with the new *sentences* for the old ones, and for the lines that it had not."""
    claims = tuple(replace(claim, sentence=sentences[claim.sentence]) for claim in report.claims)
    return replace(report, sentences=tuple(sentences.values()), claims=claims)


def _whole(text: str, spans: list[Span]) -> list[Span]:
    """Return *spans*, each with the marks behind it and, at the start of its line, those before it: no word stands between them."""
    if not spans:
        return spans
    starts, ends = [span.start for span in spans], [span.end for span in spans]
    gaps = [(0, spans[0].start), *((before.end, after.start) for before, after in pairwise(spans)), (spans[-1].end, len(text))]
    for place, (low, high) in enumerate(gaps):
        gap = text[low:high]
        if not gap or gap.isspace():
            continue
        # What stands on a line of its own goes with the sentence before it, what opens a line, or touches the next word behind a
        # blank ("[" of a link), with the one behind it.
        line = gap.rfind("\n") + 1
        if place and not line and not gap[-1].isspace() and " " in gap:
            line = gap.rfind(" ") + 1
        if place < len(spans) and (line or not place) and gap[line:].strip():
            starts[place] = low + line + len(gap[line:]) - len(gap[line:].lstrip())
            gap = gap[:line]
        if place and gap.strip():
            ends[place - 1] = low + len(gap.rstrip())
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]
