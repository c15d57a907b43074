"""Status and origin of each statement: sentences and attributions go in, one claim a statement comes out."""

from __future__ import annotations

import regex

from citeaudit.model.relations import Attribution, Dateline, Sentence, SentenceKind, Source, SourceType
from citeaudit.model.reports import Claim, Status

WORD = regex.compile(r"\w+")
STRENGTH = tuple(Status)


def judge_claims(
    text: str, sentences: tuple[Sentence, ...], attributions: tuple[Attribution, ...], datelines: tuple[Dateline, ...]
) -> tuple[Claim, ...]:
    """Return the claim of each statement, in order."""
    return tuple(_judge(text, sentence, attributions) for sentence in sentences if sentence.kind is SentenceKind.STATEMENT)


def status_of(chain: tuple[Source, ...]) -> Status:
    """Return the status that a chain gives to its content."""
    types = {source.type for source in chain}
    if SourceType.OUTLET in types:
        return Status.OUTLET
    if types - {SourceType.ANONYMOUS, SourceType.VAGUE}:
        return Status.SOURCE
    return Status.ANONYMOUS if SourceType.ANONYMOUS in types else Status.VAGUE


def _judge(text: str, sentence: Sentence, attributions: tuple[Attribution, ...]) -> Claim:
    here = tuple(a for a in attributions if any(s.overlaps(sentence.span) for s in (*a.source, *a.cue, *a.content)))
    words = [m.start() for m in WORD.finditer(text, sentence.span.start, sentence.span.end)]
    for status in STRENGTH[:-1]:
        strong = [a for a in here if STRENGTH.index(status_of(a.chain)) <= STRENGTH.index(status)]
        spans = [s for a in strong for s in (*a.source, *a.cue, *a.content)]
        share = sum(any(s.start <= w < s.end for s in spans) for w in words) / max(1, len(words))
        if strong and 2 * share >= 1:
            chain = [link for a in strong for link in a.chain]
            outlets = dict.fromkeys((link.name, link.outlet) for link in chain if link.type is SourceType.OUTLET)
            names = dict.fromkeys(link.name for link in chain if link.type not in (SourceType.OUTLET, SourceType.VAGUE))
            return Claim(
                sentence,
                status,
                status_of(strong[0].chain[:1]),
                tuple(n for n, _ in outlets),
                tuple(i for _, i in outlets),
                tuple(names),
                here,
                share,
            )
    return Claim(sentence, Status.UNATTRIBUTED, Status.UNATTRIBUTED, attributions=here, uncovered=(sentence.span,))
