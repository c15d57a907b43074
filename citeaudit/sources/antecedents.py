"""What "it" may mean in the sentence before: sentences go in, the span of a document or of the subject comes out.

Only where the words stand is told here; who or what they name is told with the references.
"""

from __future__ import annotations

import regex

from citeaudit.model.relations import Sentence
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of

SUBJECT = pattern_of(
    r"(?P<subject>(?:The|This|That|An?|Another|One|Its|His|Her|Their|\p{Lu}[\p{L}-]+['’]s?)\s(?:(?!(?:was|were|is|are|has|have|had|of|in|on|by|for|to|that|who)\s)[\p{L}\d’'-]+\s){0,2}?[\p{Ll}-]+|\p{Lu}[\p{L}-]+)"
    r"(?=,\s|\s(?:was|were|is|are|has|had|did|does|will|would|could|can|\p{Ll}{3,}ed|found|took|made|came|ran|set|went|began|led|drew|cut|put|shows|says|looks|covers|follows|includes)\s)"
)
"""The noun phrase or name that opens a sentence, before its verb or an apposition: "The study, published in May, followed"."""
FINDS = pattern_of(
    r"(?:also\s|further\s)?(?:finds?|found|lists?|listed|shows|showed|concludes?d?|recommends?|recommended|names|identifies|alleges)\b"
)
"""What documents do rather than who wrote them: "News24 has seen the report … It finds that"."""
DOCUMENT = pattern_of(
    r"\b(?:the|a|an|its|his|her|their|this|that)\s(?:[\p{L}\d’'-]+\s){0,3}?"
    r"(?:report|study|memo|memorandum|audit|review|survey|lawsuit|complaint|indictment|paper|brochure|leaflet|dossier|filing)\b",
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
