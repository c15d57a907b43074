"""Paragraphs: an article's text goes in, the spans of its paragraphs come out, trimmed and in order."""

from __future__ import annotations

import regex

from citeaudit.model.spans import Span

LINE = regex.compile(r"[^\n\r\u2028\u2029]*\S[^\n\r\u2028\u2029]*")


def split_paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of *text*, one a line, without surrounding white space."""
    spans = []
    for line in LINE.finditer(text):
        words = line.group()
        start = line.start() + len(words) - len(words.lstrip())
        spans.append(Span(start, start + len(words.strip())))
    return tuple(spans)
