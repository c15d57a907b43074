"""What a court was told: "the court heard that …", "…, an inquest heard", "jurors were told how …".

Sentences and quotations go in, attributions come out. Court reports give what was said in evidence by who heard it; the court
stands for whoever said it. Quiet where nothing was heard in particular ("the court heard two cases", "the jury was told to leave").
"""

from __future__ import annotations

import re

import regex

from citeaudit.attributions.frames.places import TIME, trimmed
from citeaudit.attributions.frames.plain import CLAUSE
from citeaudit.attributions.frames.subjects import source_before
from citeaudit.model.relations import Attribution, Quotation, Sentence, SentenceKind
from citeaudit.model.spans import Evidence, Span
from citeaudit.text.quotations import quotation_at

HEARD = re.compile(r" (?P<cue>(?:(?:has|have|had|also|previously|later|earlier) ){0,2}(?:heard|was told|were told))(?=[ .,;]|$)")
COURT = regex.compile(
    r"\b(?:court|inquest|jury|jurors|tribunal|inquiry|hearing|trial|bailey|assizes|magistrates|coroner|judge|commission|committee|panel)$",
    regex.IGNORECASE,
)
"""Who hears evidence."""
OPENS = regex.compile(rf"(?:\s(?:{TIME})|,\s[^,]{{2,40}},)?(?=\s(?:that|how)\s)")
ENDS = regex.compile(rf"(?:\s(?:{TIME}))*\s?(?:[.,;]|$)")
LEAST_WORDS = 3


def find_heard(text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]) -> tuple[Attribution, ...]:
    """Return what courts heard in *text*, in order."""
    found = []
    for sentence in sentences:
        words = sentence.span.of(text)
        if sentence.kind is not SentenceKind.STATEMENT or not (" heard" in words or " told" in words):
            continue
        for match in HEARD.finditer(text, sentence.span.start, sentence.span.end):
            source = source_before(text, sentence.span.start, match.start())
            if source is None or not COURT.search(source.of(text)) or quotation_at(quotations, match.start()):
                continue
            cue = Span(*match.span("cue"))
            content = _content(text, sentence.span, source, cue)
            if content:
                evidence = (Evidence("frames.heard", cue, source.of(text)),)
                found.append(Attribution((source,), (cue,), content, construction="heard", score=0.8, evidence=evidence))
    return tuple(found)


def _content(text: str, sentence: Span, source: Span, cue: Span) -> tuple[Span, ...]:
    """Return the clause behind the *cue*, or what stands before ", the court heard"."""
    opens = OPENS.match(text, cue.end, sentence.end)
    if opens or CLAUSE.match(text, cue.end, sentence.end):
        return trimmed(text, opens.end() if opens else cue.end, sentence.end)
    before = trimmed(text, sentence.start, source.start)
    ends = ENDS.match(text, cue.end, sentence.end)
    is_main = text[sentence.start : source.start].rstrip().endswith((",", "”", '"', "’"))
    return before if ends and is_main and before and len(before[0].of(text).split()) >= LEAST_WORDS else ()
