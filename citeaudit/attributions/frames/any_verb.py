"""Any verb beside a quotation: "“…,” she snaps.", "one fan raged: “…”". A sentence goes in, attributions come out.

The verbs that speak are many more than any training has seen, and whoever stands with one beside the marks speaks, whatever the verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from citeaudit.attributions.frames.places import attributed
from citeaudit.model.relations import Attribution
from citeaudit.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from citeaudit.model.relations import Quotation

FARTHEST = 400
"""So far into a sentence a quotation is looked for, in code points."""
AFTER_QUOTATION = regex.compile(
    r"\s(?P<source>he|she|they|(?:the|an?|one|another|his|her|their)\s(?:\p{Ll}[\p{Ll}-]*\s)?\p{Ll}[\p{Ll}-]{2,}|(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2}|@?\p{Ll}\w{1,30}?[\d_]\w{0,30})\s(?P<cue>\p{Ll}{2,}(?:s|ed|id|ote|ang))(?=[.,:]|\s(?:\p{Ll}+ly|at|in|of|to|when|while|with|after|before|on|as)\b)"
)
BEFORE_QUOTATION = regex.compile(
    r"(?:^|[,;.]\s|\s(?:and|but|while|with|as)\s)(?P<source>he|she|they|one|another|others|someone|(?:one|another|an?|the)\s(?:\p{Ll}[\p{Ll}-]+\s){0,2}?\p{Ll}+(?:er|or|an|ian|ist|ant|ent|ee|user|critic|mother|father|friend|teen|parent)|\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2})"
    r"\s(?:(?!reportedly|allegedly|supposedly|purportedly)\p{Ll}+ly\s)?(?P<cue>\p{Ll}{2,}(?:ed|ing|ote|ang|s))(?:\s\p{Ll}+ly)?:\s$"
)
"""A hedge says that nobody heard it, or not whom: "with Ruiz reportedly yelling: “…”"."""
HOLDS = frozenset(
    """reads includes included including contains contained holds means featured features lists was is has involves involved
    follows followed titled called named labelled labeled""".split()  # noqa: SIM905
)
"""What a thing does to the words on it: "a poster that reads: “…”"."""


def find_any_verb(text: str, sentence: Span, quotations: Sequence[Quotation], known: Sequence[Attribution]) -> list[Attribution]:
    """Return who speaks the *quotations* of a *sentence* with a verb that none of the attributions *known* has for its cue."""
    return [*_after_quotation(text, sentence, quotations, known), *_before_quotation(text, sentence, quotations, known)]


def _after_quotation(
    text: str, sentence: Span, quotations: Sequence[Quotation], known: Sequence[Attribution]
) -> list[Attribution]:
    """Read "“…,” she snaps.": a name or pronoun and one verb after a quotation that ends in a comma."""
    found = []
    for quotation in quotations:
        if text[quotation.inner.end - 1 : quotation.inner.end] not in {",", "?", "!", "…"} or quotation.span.end >= sentence.end:
            continue
        match = AFTER_QUOTATION.match(text, quotation.span.end, sentence.end)
        if match and not _is_known(Span(*match.span()), known):
            found.append(
                attributed(text, Span(*match.span("source")), Span(*match.span("cue")), (quotation.span,), "trailing", "any_verb")
            )
    return found


def _before_quotation(
    text: str, sentence: Span, quotations: Sequence[Quotation], known: Sequence[Attribution]
) -> list[Attribution]:
    """Read "one fan raged: “…”": a name or person and one verb before a colon and a quotation."""
    found = []
    for quotation in quotations:
        start = quotation.span.start
        if not sentence.start < start < sentence.start + FARTHEST or text[start - 2 : start] != ": ":
            continue
        match = BEFORE_QUOTATION.search(text[sentence.start : start])
        if match is None or match["cue"] in HOLDS:
            continue
        source, cue = (Span(sentence.start + match.start(part), sentence.start + match.end(part)) for part in ("source", "cue"))
        if not _is_known(cue, known):
            found.append(attributed(text, source, cue, (quotation.span,), "colon", "any_verb"))
    return found


def _is_known(cue: Span, known: Sequence[Attribution]) -> bool:
    return any(one.overlaps(cue) for attribution in known for one in attribution.cue)
