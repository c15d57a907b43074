"""What a page prints between two paragraphs of a story: sentences go in, the same without those lines come out, paragraphs counted anew.

A caption, a photo credit, an advertisement or a link to another story parts two paragraphs on the page, not in the telling: a quotation
under it still resumes the one above it. A time of day does part them, as the entries of a live blog, and so does a table.
"""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from citeaudit.model.making import replace
from citeaudit.model.relations import Sentence, SentenceKind
from citeaudit.patterns import pattern_of
from citeaudit.sentences.verbless import ELLIPTIC

ASIDE_KINDS = frozenset((SentenceKind.BOILERPLATE, SentenceKind.FRAGMENT))
TIMED = pattern_of(r"\d[:.]\d\d\b|\bago\b")
"""What an entry of a live blog begins with: "10:45", "2h ago"."""
MOST_ASIDES = 3
"""More such lines in a row are a list or a table."""


def without_asides(text: str, sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """Return the *sentences* of the story itself, their paragraphs numbered as if nothing stood between them."""
    story: list[Sentence] = []
    number = 0
    paragraphs = (tuple(group) for _, group in groupby(sentences, key=attrgetter("paragraph")))
    for is_aside, run in groupby(paragraphs, key=lambda paragraph: _is_aside(text, paragraph)):
        several = list(run)
        if is_aside and len(several) <= MOST_ASIDES and story:
            continue
        for paragraph in several:
            story += [sentence if sentence.paragraph == number else replace(sentence, paragraph=number) for sentence in paragraph]
            number += 1
    return tuple(story)


def _is_aside(text: str, paragraph: tuple[Sentence, ...]) -> bool:
    return all(
        sentence.kind in ASIDE_KINDS
        and sentence.evidence[-1].step != f"kinds.{ELLIPTIC}"
        and not TIMED.search(text, sentence.span.start, sentence.span.end)
        for sentence in paragraph
    )
