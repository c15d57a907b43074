"""Taking words out of a text: an article and stretches of it go in, the article without them comes out, and the way back.

Sentences read best without the marks that hang on them, so these are taken out before anything is read. The places of the
finished report are moved back; what a mark tells has no length there, and gets the place of the mark.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from citeaudit.model.articles import Article, Hyperlink
from citeaudit.model.spans import Span
from citeaudit.text.white_space import LeftOut, cut_out, placed


@dataclass(frozen=True, slots=True)
class Taken(LeftOut):
    """Which characters of a text were taken out; *marks* says which mark stood at a place of the text without them."""

    marks: Mapping[int, Span] = field(default_factory=dict)

    def original(self, span: Span) -> Span:
        """Return where *span* of the text without marks stands in the text with them."""
        if span.start == span.end and span.start in self.marks:
            return self.marks[span.start]
        return LeftOut.original(self, span)


def without(article: Article, stretches: Iterable[Span], hyperlinks: tuple[Hyperlink, ...]) -> tuple[Article, Taken]:
    """Return *article*, with these *hyperlinks*, without the *stretches* of its text, and what was taken out."""
    text, left_out = cut_out(article.text, ((stretch.start, stretch.end) for stretch in _merged(stretches)))
    shorter = placed(replace(article, text=text, hyperlinks=hyperlinks), left_out)
    links = tuple(sorted(shorter.hyperlinks, key=lambda link: link.span))
    return replace(shorter, hyperlinks=links), Taken(left_out.before, left_out.after)


def _merged(stretches: Iterable[Span]) -> list[Span]:
    """Return *stretches* in order, those that overlap or touch as one."""
    merged: list[Span] = []
    for stretch in sorted(stretches):
        if merged and stretch.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, stretch.end))
        elif len(stretch):
            merged.append(stretch)
    return merged


class Taking:
    """Stretches that are spoken for, in any order; the first to ask for a place has it."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = _merged(spans)

    def take(self, span: Span) -> bool:
        """Note that *span* is spoken for, and tell whether it was still free."""
        at = bisect_left(self._spans, span)
        if any(other.overlaps(span) for other in self._spans[max(0, at - 1) : at + 1]):
            return False
        self._spans.insert(at, span)
        return True

    def holds(self, offset: int) -> bool:
        """Tell whether *offset* lies in a stretch that is spoken for."""
        at = bisect_right(self._spans, offset, key=lambda span: span.start) - 1
        return at >= 0 and offset < self._spans[at].end
