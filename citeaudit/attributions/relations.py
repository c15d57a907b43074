"""Attributions, flat: sentences and quotations go in, source, cue and content of each relation come out, in order."""

from __future__ import annotations

import regex

from citeaudit.model.relations import Attribution, Manner, Quotation, Sentence, SentenceKind
from citeaudit.model.spans import Evidence, Span

CUE = regex.compile(r"\b(?:said|says|told|added|reported|announced|wrote)\b")
SUBJECT = regex.compile(r"(?:(?:the|The|a|A|An|his|her) )?[\w.'’-]+(?: \p{Lu}[\w.'’-]+){0,4} $")


def find_relations(text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]) -> tuple[Attribution, ...]:
    """Return the attributions of *text* without chains, in the order of their cues."""
    found = []
    for sentence in sentences:
        if sentence.kind is SentenceKind.HEADING:
            continue
        start, end = sentence.span.start, sentence.span.end
        cue = next(
            (m for m in CUE.finditer(text, start, end) if not any(q.inner.start <= m.start() < q.inner.end for q in quotations)),
            None,
        )
        if cue is None:
            continue
        subject = SUBJECT.search(text, start, cue.start())
        source = (Span(subject.start(), subject.end() - 1),) if subject else ()
        before = Span(start, source[0].start if source else cue.start())
        after = Span(min(cue.end() + 1, end), max(min(cue.end() + 1, end), end - 1))
        span = max(before, after, key=len)
        content = (Span(span.start, span.start + len(span.of(text).rstrip(" ,"))),)
        quoted = any(q.span.overlaps(content[0]) for q in quotations)
        found.append(
            Attribution(
                source,
                (Span(*cue.span()),),
                content,
                construction="plain",
                manner=Manner.MIXED if quoted else Manner.INDIRECT,
                evidence=(Evidence("relations.cue", Span(*cue.span()), cue.group()),),
            )
        )
    return tuple(found)
