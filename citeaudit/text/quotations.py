"""Quotation marks: a text and its paragraphs go in, the quotations come out, marks paired inside each paragraph.

Typed marks are unreliable, so the state is dropped at each paragraph's end: one stray mark spoils one paragraph.
"""

from __future__ import annotations

import regex

from citeaudit.model.relations import Manner, Quotation, Sentence
from citeaudit.model.spans import Span
from citeaudit.text.paragraphs import split_paragraphs

MARK = regex.compile(r"[“”\"]|''|``")
OPENING = {"“", "``"}
CLOSING = {"”"}


def pair_quotations(text: str, sentences: tuple[Sentence, ...]) -> tuple[Quotation, ...]:
    """Return the quotations of *text* in order; one that a paragraph's end leaves open is not closed."""
    quotations = []
    for paragraph in split_paragraphs(text):
        opened: tuple[int, int] | None = None
        for mark in MARK.finditer(text, paragraph.start, paragraph.end):
            typed = mark.group()
            opens = typed in OPENING or (typed not in CLOSING and opened is None)
            if opens:
                opened = mark.span()
            elif opened is not None:
                quotations.append(_quotation(text, opened, mark.span(), is_closed=True))
                opened = None
        if opened is not None:
            quotations.append(_quotation(text, opened, (paragraph.end, paragraph.end), is_closed=False))
    return tuple(quotations)


def _quotation(text: str, opening: tuple[int, int], closing: tuple[int, int], *, is_closed: bool) -> Quotation:
    inner = Span(opening[1], closing[0])
    words = inner.of(text)
    direct = len(words.split()) > 3 and words[:1].isupper()
    return Quotation(Span(opening[0], closing[1]), inner, Manner.DIRECT if direct else Manner.MIXED, is_closed)
