"""How many words of a content are the speaker's own: those in quotation marks that are no title and no name."""

from __future__ import annotations

from bisect import bisect_left

from citeaudit.attributions import level_signs as signs
from citeaudit.model.relations import Attribution, Quotation
from citeaudit.model.spans import Span


def quoted_words(text: str, attribution: Attribution, quotations: tuple[Quotation, ...]) -> int:
    """Return how many words of the content stand in quotation marks, titles and names left out."""
    count = 0
    low, high = attribution.content[0].start, attribution.content[-1].end
    # A colon announces words: "Her advice was simple: “Turn Back.”"
    is_announced = text[attribution.cue[-1].end - 1] == ":"
    for place in range(bisect_left(quotations, low, key=_end), len(quotations)):
        quotation = quotations[place]
        if quotation.span.start >= high:
            break
        for span in attribution.content:
            if span.overlaps(quotation.inner) and (is_announced or not _is_a_name(text, quotation)):
                shared = Span(max(span.start, quotation.inner.start), min(span.end, quotation.inner.end))
                count += len(shared.of(text).split())
    return count


def _end(quotation: Quotation) -> int:
    return quotation.span.end


def _is_a_name(text: str, quotation: Quotation) -> bool:
    """Tell whether a quotation is a title, or the name of the thing behind it: the “don't ask, don't tell” policy."""
    return _is_title(quotation.inner.of(text)) or (
        signs.NAMED_THING.match(text, quotation.span.end) is not None
        and signs.OWNED.match(text, 0, quotation.span.start) is not None
    )


def _is_title(words: str) -> bool:
    """Tell whether quoted *words* are the title of a work: nearly all of its longer words have a capital."""
    long_words = [word for word in words.split() if len(word) > 3]
    if words.rstrip().endswith(("!", "?")):
        return False
    return 1 < len(words.split()) <= 8 and bool(long_words) and all(word.strip("‘“(")[:1].isupper() for word in long_words)
