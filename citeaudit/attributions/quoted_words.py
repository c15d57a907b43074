"""How many words of a content are the speaker's own: those in quotation marks that are no title and no name."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from citeaudit.attributions import level_signs as signs
from citeaudit.model.relations import Attribution, Quotation

MOST_OF_TITLE = 8
"""So many words at most has a title."""


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
        first, last = quotation.inner.start, quotation.inner.end
        for span in attribution.content:
            if span.start < last and first < span.end and (is_announced or not _is_a_name(text, quotation)):
                count += len(text[max(span.start, first) : min(span.end, last)].split())
    return count


_end = attrgetter("span.end")


def _is_a_name(text: str, quotation: Quotation) -> bool:
    """Tell whether a quotation is a title, or the name of the thing behind it: the “don't ask, don't tell” policy."""
    return _is_title(quotation.inner.of(text)) or (
        _goes_on(text, quotation.span.start)
        and signs.NAMED_THING.match(text, quotation.span.end) is not None
        and signs.OWNED.match(text, 0, quotation.span.start) is not None
    )


def _goes_on(text: str, start: int) -> bool:
    """Tell whether a word stands right before *start*, as no comma or colon before speech does."""
    return start > 1 and text[start - 1].isspace() and (text[start - 2].isalpha() or text[start - 2] == "-")


def _is_title(words: str) -> bool:
    """Tell whether quoted *words* are the title of a work: nearly all of its longer words have a capital."""
    several = words.split(maxsplit=MOST_OF_TITLE)
    if not 1 < len(several) <= MOST_OF_TITLE or several[-1].endswith(("!", "?")):
        return False
    long_words = [word for word in several if len(word) > 3]
    return bool(long_words) and all(word.strip("‘“(")[:1].isupper() for word in long_words)
