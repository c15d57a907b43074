"""Spans without what only surrounds them: white space, loose commas and dashes, the full stop."""

from __future__ import annotations

from citeaudit.model.spans import Span

LEADING_MARKS = ",;:–—-."
TRAILING_MARKS = " ,.;:–—-"


def stripped(text: str, start: int, end: int) -> Span:
    """Return the span ``[start, end)`` without the white space at its ends; an empty one at its end where it holds nothing else."""
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    return Span(first, max(first, start + len(words.rstrip())))


def trimmed(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the span ``[start, end)`` without white space, loose commas and the full stop around it, or nothing."""
    while start < end and (text[start].isspace() or text[start] in LEADING_MARKS):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in TRAILING_MARKS):
        end -= 1
    return (Span(start, end),) if start < end else ()
