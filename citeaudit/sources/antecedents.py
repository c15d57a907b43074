"""What "it" may mean in the sentence before: sentences go in, the span of a document or of the subject comes out.

Only where the words stand is told here; who or what they name is told with the references.
"""

from __future__ import annotations

import regex

from citeaudit.lexicon.worded import worded
from citeaudit.model.relations import Sentence
from citeaudit.model.spans import Span

SUBJECT = worded(
    r"(?P<subject>(?:(?=\p{Lu})(?i:@det)|\p{Lu}[\p{L}-]+['’]s?)\s(?:(?!@function_word\s)[\p{L}\d’'-]+\s){0,2}?[\p{Ll}-]+|\p{Lu}[\p{L}-]+)"
    r"(?=,\s|\s(?:@aux|\p{Ll}{3,}ed|@strong_past)\s)"
)
"""The noun phrase or name that opens a sentence, before its verb or an apposition: "The study, published in May, followed"."""
FINDS = worded(r"(?:also\s|further\s)?@document_does\b")
"""What documents do rather than who wrote them: "News24 has seen the report … It finds that"."""
DOCUMENT = worded(
    r"\b@det\s(?:[\p{L}\d’'-]+\s){0,3}?"
    r"@document_it\b",
    regex.IGNORECASE,
)


def subject_before(text: str, sentences: tuple[Sentence, ...], number: int) -> Span | None:
    """Return the noun phrase that opens the sentence before *number*, if it is a subject; newspapers break paragraphs anywhere."""
    before = sentences[number - 1].span if number else None
    match = SUBJECT.match(text, before.start, before.end) if before else None
    return Span(*match.span("subject")) if match else None


def document_before(text: str, sentences: tuple[Sentence, ...], number: int) -> Span | None:
    """Return the document that the sentence before *number* in its paragraph names last."""
    before = _before(sentences, number)
    named = [Span(*match.span()) for match in DOCUMENT.finditer(text, before.start, before.end)] if before else []
    return named[-1] if named else None


def _before(sentences: tuple[Sentence, ...], number: int) -> Span | None:
    is_first = not number or sentences[number - 1].paragraph != sentences[number].paragraph
    return None if is_first else sentences[number - 1].span
