"""How each content is given: attributions and quotations go in, the same attributions with their manner come out.

*Direct* is a content that is quoted as a whole clause; *mixed* one in which the journalist's own clause holds quoted words
("called it “a gift”"); *indirect* one without quotation marks. Told last, when reach has given every content its full
length. The title of a work is no quotation.
"""

from __future__ import annotations

from bisect import bisect_left

from citeaudit.model.making import replace
from citeaudit.model.relations import Attribution, Manner, Quotation
from citeaudit.model.spans import Span

MARKS = " ,.;:–—-\"“”'‘’()"
UNMARKED = frozenset(("turn", "post", "signature", "block"))
"""The constructions whose content is direct without quotation marks."""
SMALL = 4
"""Words of fewer letters may stand in small letters in a title ("Loaf in a Can")."""


def tell_manners(text: str, attributions: tuple[Attribution, ...], quotations: tuple[Quotation, ...]) -> tuple[Attribution, ...]:
    """Return *attributions* with their manners; turns, posts and blocks are direct without marks."""
    spoken = [q for q in quotations if q.manner is Manner.DIRECT or not _is_title(q.inner.of(text))]
    ends = [q.span.end for q in spoken]
    return tuple(
        a
        if a.construction in UNMARKED or (manner := _manner(text, a.content, spoken, ends)) is a.manner
        else replace(a, manner=manner)
        for a in attributions
    )


def _manner(text: str, content: tuple[Span, ...], spoken: list[Quotation], ends: list[int]) -> Manner:
    quoted = []
    for span in content:
        at = bisect_left(ends, span.start + 1)
        while at < len(spoken) and spoken[at].span.start < span.end:
            quoted.append(spoken[at])
            at += 1
    if not quoted:
        return Manner.INDIRECT
    is_whole = any(q.manner is Manner.DIRECT for q in quoted) and not any(_outside(text, span, quoted) for span in content)
    return Manner.DIRECT if is_whole else Manner.MIXED


def _outside(text: str, span: Span, quoted: list[Quotation]) -> bool:
    """Tell whether any word of *span* stands outside the quotations."""
    place = span.start
    for quotation in sorted(quoted, key=lambda q: q.span):
        if _has_word(text[place : min(span.end, quotation.span.start)]):
            return True
        place = max(place, quotation.span.end)
    return _has_word(text[place : span.end])


def _has_word(words: str) -> bool:
    return any(character.isalnum() for character in words)


def _is_title(words: str) -> bool:
    tokens = [word.strip(MARKS) for word in words.split()]
    return len(tokens) > 1 and all(word[:1].isupper() or word[:1].isdigit() or len(word) < SMALL for word in tokens)
