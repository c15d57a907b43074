"""Who is named after "by": "was accused by Labour of hiding a report", "the claim was rejected by a spokesman".

Sentences and quotations go in, attributions come out. What is said is told by what follows ("of …", "for …", "as …", "that
…") or, of a claim that somebody rejects, by the claim itself. Quiet where something else is done by somebody ("was arrested
by police", "was rejected by voters").
"""

from __future__ import annotations

import regex

from citeaudit.attributions.frames.places import attributed, trimmed
from citeaudit.model.relations import Attribution, Quotation, Sentence, SentenceKind
from citeaudit.model.spans import Span
from citeaudit.text.quotations import quotation_at

BE = r"(?:is|are|was|were|been|being)"
SAID_OF = regex.compile(
    rf"""
    \s(?P<cue>{BE}\s(?:\p{{Ll}}+ly\s|also\s|then\s)?(?:accused|criticised|criticized|described|praised|blamed|dubbed|branded|warned|told|urged|advised)\sby)
    \s(?P<source>[^,.;:“”"]{{2,80}}?)
    \s(?P<what>(?:of|for|as|that|to)\s[^.;“”"]{{3,}}+|(?:of|for|as|that)\s[“"])
    """,
    regex.VERBOSE,
)
"""The subject is whom it is said of."""
CLAIM_REJECTED = regex.compile(
    rf"""
    (?P<claim>(?:\b(?:[Tt]he|[Tt]hat|[Tt]his|[Tt]hose|[Tt]hese|[Hh]is|[Hh]er|[Tt]heir)\s(?:claims?|allegations?|accusations?|charges?|suggestions?|reports?|rumou?rs?|account)\b|(?:^|(?<=[.!?]\s))(?:Claims|Allegations|Accusations|Suggestions|Reports|Rumou?rs)\b)[^.;:“”"]{{0,140}}?)
    \s(?P<cue>(?:{BE}|has\sbeen|have\sbeen|had\sbeen)\s(?:\p{{Ll}}+ly\s)?(?:rejected|denied|dismissed|disputed|repeated|confirmed|echoed|contradicted)\sby)
    \s(?P<source>[^,.;:“”"]{{2,80}}?)(?=[,.;]|\son\s|\sin\s|\sas\s|$)
    """,
    regex.VERBOSE,
)


def find_passives(text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]) -> tuple[Attribution, ...]:
    """Return what is said by those whom a passive names, in order."""
    found = []
    for sentence in sentences:
        span = sentence.span
        if sentence.kind is not SentenceKind.STATEMENT or text.find(" by ", span.start, span.end) < 0:
            continue
        for match in (SAID_OF.search(text, span.start, span.end), CLAIM_REJECTED.search(text, span.start, span.end)):
            if match is None or quotation_at(quotations, match.start()):
                continue
            whole = trimmed(text, match.start("what"), span.end) if match.re is SAID_OF else (Span(*match.span("claim")),)
            before = trimmed(text, span.start, match.start("cue")) if match.re is SAID_OF else ()
            cue = Span(*match.span("cue"))
            source = Span(*match.span("source"))
            found.append(attributed(text, source, cue, (*before, *whole), "passive", "passive", 0.8))
    return tuple(found)
