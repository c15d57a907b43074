"""What a page prints between two paragraphs of a story: sentences go in, the same without those lines come out, paragraphs counted anew.

A caption, a photo credit, an advertisement or a link to another story parts two paragraphs on the page, not in the telling: a quotation
under it still resumes the one above it. A time of day does part them, as the entries of a live blog, and so does a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from citeaudit.lexicon.worded import worded
from citeaudit.model.making import replace
from citeaudit.model.relations import Sentence, SentenceKind
from citeaudit.patterns import pattern_of
from citeaudit.sentences.verbless import ELLIPTIC
from citeaudit.text.marks import DOUBLE_OPENING

ASIDE_KINDS = frozenset((SentenceKind.BOILERPLATE, SentenceKind.FRAGMENT))
TIMED = pattern_of(r"\d[:.]\d\d\b|\bago\b")
"""What an entry of a live blog begins with: "10:45", "2h ago"."""
MOST_ASIDES = 3
"""More such lines in a row are a list or a table."""
FURTHEST_COPY = 3
"""So many paragraphs behind a caption it may stand again: the credit and the picture's number are between."""
SHORTEST_CAPTION = 20
"""A shorter line may be said twice, so many characters are printed twice."""
PICTURED = worded(r"[^\p{L}]?(?i:(?:file\s)?@picture_credit)\b|\([^()]{2,60}/[^()]{2,60}\)$")
"""A credit of a picture that stands by itself: "Credit: Alamy", "(Jo Holt / Calder Press)"."""
CREDITED = worded(r"(?r)(?:\((?i:@picture_credit)\b[^()]{0,60}\)|\b(?:Credit|CREDIT|Photo|PHOTO|Image|Picture):\s[^.!?]{2,60})$")
"""A credit at the end of a caption: "Ruiz at the port (Image: Alamy)"."""


def without_asides(text: str, sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """Return the *sentences* of the story itself, their paragraphs numbered as if nothing stood between them."""
    story: list[Sentence] = []
    number = 0
    paragraphs = [tuple(group) for _, group in groupby(sentences, key=attrgetter("paragraph"))]
    captions = frozenset((*_printed_twice(text, paragraphs), *_credited(text, paragraphs)))
    for is_aside, run in groupby(enumerate(paragraphs), key=lambda item: item[0] in captions or _is_aside(text, item[1])):
        places, several = zip(*run, strict=True)
        if is_aside and len(several) - len(captions.intersection(places)) <= MOST_ASIDES and story:
            continue
        for paragraph in several:
            story += [sentence if sentence.paragraph == number else replace(sentence, paragraph=number) for sentence in paragraph]
            number += 1
    return tuple(story)


def _printed_twice(text: str, paragraphs: list[tuple[Sentence, ...]]) -> Iterator[int]:
    """Return the places of captions that stand over a picture's credit and under it again, in the same words, and of what is between."""
    lines = [text[paragraph[0].span.start : paragraph[-1].span.end] for paragraph in paragraphs]
    if len(set(lines)) == len(lines):
        return
    for first, line in enumerate(lines):
        for last in range(first + 1, min(first + 1 + FURTHEST_COPY, len(lines))):
            if lines[last] == line and len(line) >= SHORTEST_CAPTION and line[0] not in DOUBLE_OPENING:
                yield from range(first, last + 1)


def _credited(text: str, paragraphs: list[tuple[Sentence, ...]]) -> Iterator[int]:
    """Return the places of captions that end in the credit of their picture, or stand over it."""
    for place, paragraph in enumerate(paragraphs):
        start, end = paragraph[0].span.start, paragraph[-1].span.end
        is_credit = (
            paragraph[-1].kind is SentenceKind.BOILERPLATE and PICTURED.match(text, paragraph[-1].span.start, end) is not None
        )
        if is_credit and len(paragraph) == 1:
            yield place
            if place and len(paragraphs[place - 1]) == 1 and text[paragraphs[place - 1][0].span.start] not in DOUBLE_OPENING:
                yield place - 1
        elif text[start] not in DOUBLE_OPENING and (
            is_credit or ((text[end - 1].isalpha() or text[end - 1] == ")") and CREDITED.search(text, start, end))
        ):
            yield place


def _is_aside(text: str, paragraph: tuple[Sentence, ...]) -> bool:
    return all(
        sentence.kind in ASIDE_KINDS
        and sentence.evidence[-1].step != f"kinds.{ELLIPTIC}"
        and not TIMED.search(text, sentence.span.start, sentence.span.end)
        for sentence in paragraph
    )
