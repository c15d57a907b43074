"""Judgements: "Ruiz blasted the mayor for closing the port", "dismissed as “nonsense” a report that …", "termed the incident a blot".

A sentence and its quotations go in, attributions come out: a verb that judges, who judges, and of what with what words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from citeaudit.attributions.frames.places import attributed, trimmed
from citeaudit.attributions.frames.subjects import BARE_SUBJECT, PASSIVE, source_before
from citeaudit.lexicon.alternations import any_of
from citeaudit.model.relations import Attribution
from citeaudit.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from citeaudit.model.relations import Quotation

JUDGES = frozenset(
    """castigated chastised reprimanded berated excoriated rebuked criticized criticised blasted slammed praised condemned accused
    blamed mocked lambasted attacked denounced hailed ridiculed faulted thanked credited commended dismissed described defended
    defined defines labelled labeled branded termed""".split()  # noqa: SIM905
)
"""Verbs of judgement: a sentence that holds none, between white space, need not be searched for one."""
JUDGED = regex.compile(
    rf" (?P<cue>{any_of(JUDGES)})"
    r"\s(?!(?:by|in|on|at|with)\s)[^,.;:“”\"]{2,90}?(?:\sat\sthe\stime)?\s(?:for|as|of|with(?=\s\p{Ll}+ing))\s"
)
JUDGED_AS = regex.compile(
    r"\s(?P<cue>(?:dismissed|described|denounced|condemned|hailed|labelled|labeled)\sas)\s[“\"][^“”\"]{2,60}[”\"]\s(?:an?|the|his|her|its|their|any|all|reports?|claims?|\p{Ll}+s)\s"
)
"""A judgement before what it is about: "dismissed as “nonsense” a report that …"."""
TERMED = regex.compile(r"\s(?P<cue>termed)\s(?:it|him|her|them|this|that|those|(?:the|an?|his|its|their|such)\s|\p{Lu})")
"""What is only ever said, whatever follows: "termed the incident a blot on the capital"."""


def find_judgements(
    text: str, sentence: Span, quotations: Sequence[Quotation], known: Sequence[Attribution]
) -> list[Attribution]:
    """Read "Ruiz blasted the mayor for closing the port": a judgement with what it is about."""
    found: list[Attribution] = []
    if JUDGES.isdisjoint(text[sentence.start : sentence.end].split()):
        return found
    patterns = (JUDGED_AS, JUDGED, TERMED)
    for match in (match for pattern in patterns for match in pattern.finditer(text, sentence.start, sentence.end)):
        cue = Span(*match.span("cue"))
        if any(q.inner.covers(cue) for q in quotations) or any(c.overlaps(cue) for a in known for c in (*a.content, *a.cue)):
            continue
        if PASSIVE.search(text, max(sentence.start, match.start() - 12), match.start()):
            continue
        source = source_before(text, sentence.start, match.start())
        content = trimmed(text, match.end("cue"), sentence.end)
        if source is not None and content and BARE_SUBJECT.match(text, source.start):
            construction = "judgement_as" if match.re is JUDGED_AS else "judgement"
            found.append(attributed(text, source, cue, content, construction, "judgement"))
    return found
