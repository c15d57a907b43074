"""Where sentences end: a text goes in, its sentences come out, with exact offsets."""

from __future__ import annotations

import regex

from citeaudit.model.relations import Sentence
from citeaudit.model.spans import Span
from citeaudit.text.paragraphs import split_paragraphs

END = regex.compile(r"(?<!\b(?:Mr|Ms|Mrs|Dr|Sen|Rep|Gov|St|[A-Z])\.)(?<=[.!?…][\"”’')\]]{0,2})\s+(?=[\"“‘'(\[]?[A-Z0-9])")


def find_boundaries(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of *text*, kinds not yet told."""
    sentences = []
    for number, paragraph in enumerate(split_paragraphs(text)):
        start = paragraph.start
        for gap in END.finditer(text, paragraph.start, paragraph.end):
            sentences.append(Sentence(Span(start, gap.start()), paragraph=number))
            start = gap.end()
        sentences.append(Sentence(Span(start, paragraph.end), paragraph=number))
    return tuple(sentences)
