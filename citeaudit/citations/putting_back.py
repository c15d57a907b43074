"""Marks back in: the report of a text without marks goes in, the report of the text with them comes out.

Places move to where they stand in the article as it came, and lists of references, footnotes and lines like "Source: Reuters"
are sentences of the kind credit, which they had to be spared from being read as anything else.
"""

from __future__ import annotations

from dataclasses import replace

from citeaudit.citations.lifting import Lifted
from citeaudit.model.relations import Sentence, SentenceKind
from citeaudit.model.reports import ArticleReport
from citeaudit.model.spans import Evidence, Span


def put_back(report: ArticleReport, lifted: Lifted) -> ArticleReport:
    """Return *report* with its places in the article as it came, and the credits among its sentences."""
    taken, markup = lifted.ways
    return markup.moved(_with_credits(taken.moved(report), lifted.credits))


def _with_credits(report: ArticleReport, credits_: tuple[Span, ...]) -> ArticleReport:
    """Return *report* with *credits_* as sentences, each a paragraph of its own, and the paragraphs counted anew."""
    if not credits_:
        return report
    lines = [
        Sentence(span, SentenceKind.CREDIT, -1, (Evidence("kinds.citation", span, "it says whose words are"),))
        for span in credits_
    ]
    renumbered: dict[Sentence, Sentence] = {}
    sentences: list[Sentence] = []
    count, before = -1, None
    for sentence in sorted((*report.sentences, *lines), key=lambda sentence: sentence.span):
        count += sentence.paragraph != before or sentence.paragraph < 0
        before = sentence.paragraph
        sentences.append(replace(sentence, paragraph=count))
        renumbered[sentence] = sentences[-1]
    claims = tuple(replace(claim, sentence=renumbered[claim.sentence]) for claim in report.claims)
    return replace(report, sentences=tuple(sentences), claims=claims)
