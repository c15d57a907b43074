"""Which sentences of a paragraph stand in quotation marks: a paragraph goes in, what stands open before and behind each sentence comes out.

Kinds are told before quotations are paired, and they ask one thing only: whether what is said goes on beyond the sentence. Counting
the double marks once along the paragraph tells that.
"""

from __future__ import annotations

from typing import NamedTuple

from citeaudit.model.relations import Sentence
from citeaudit.patterns import pattern_of

OPENING = frozenset('“"')
CLOSING = frozenset('”"')

LABEL = pattern_of(r"(?:\*\*)?(?:\[[\d:]+\] )?\p{Lu}[\p{L}.’'-]*(?: [\p{Lu}(][\p{L}.’')-]*){0,4}(?:\*\*)?:\s")
LEAST_LABELS = 2
FARTHEST = 1200
"""No paragraph of a quotation is looked for further off, in code points."""
SINGLE = pattern_of(r"‘|(?:^|(?<=[\s(—–]))'(?=\p{L})")
"""A single mark that may open a quotation."""


class Quoted(NamedTuple):
    """Where a sentence stands among the double quotation marks of its paragraph."""

    opened: bool
    """A mark before the sentence is still open."""
    goes_on: bool
    """A mark is open behind the sentence, and one that closes follows."""
    resumes: bool
    """The sentence before holds a mark that closes."""


NOT_QUOTED = Quoted(opened=False, goes_on=False, resumes=False)


def find_quoted(text: str, paragraph: list[Sentence]) -> list[Quoted]:
    """Return for each sentence of *paragraph* where it stands among the marks."""
    if len(paragraph) == 1:
        return [NOT_QUOTED]
    begin, end = paragraph[0].span.start, paragraph[-1].span.end
    last = max(text.rfind("”", begin, end), text.rfind("“", begin, end), text.rfind('"', begin, end))
    if last < 0:
        return [NOT_QUOTED] * len(paragraph)
    found = []
    curly, straight, resumes = 0, 0, False
    for sentence in paragraph:
        start, end = sentence.span.start, sentence.span.end
        opened = curly > 0 or straight % 2 == 1
        closing, typed = text.count("”", start, end), text.count('"', start, end)
        curly += text.count("“", start, end) - closing
        straight += typed
        goes_on = (curly > 0 or straight % 2 == 1) and last >= end
        found.append(Quoted(opened, goes_on, resumes))
        resumes = closing > 0 or typed > 0
    return found


def holds_turns(text: str, paragraphs: list[list[Sentence]]) -> bool:
    """Tell whether *paragraphs* are given to people by labels ("ANA HALE: No."), so that any of their words may be somebody's."""
    bounds = [(paragraph[0].span.start, paragraph[-1].span.end) for paragraph in paragraphs]
    labelled = [start for start, end in bounds if text.find(":", start, end) > 0 and LABEL.match(text, start)]
    return len(labelled) >= LEAST_LABELS


def opens_single(text: str, start: int, end: int) -> bool:
    """Tell whether a single mark may open a quotation in ``text[start:end]``: an apostrophe may close it or not, so nobody asks where it ends."""
    return SINGLE.search(text, start, end) is not None


def is_within(text: str, start: int, end: int) -> bool:
    """Tell whether ``text[start:end]`` stands in a quotation that opened in a paragraph before and closes here or behind: "“Enough.⏎No more games.⏎Go.”"."""
    low, high = max(0, start - FARTHEST), end + FARTHEST
    opened = text.rfind("“", low, start)
    if opened <= text.rfind("”", low, start):
        return False
    closes, opens = text.find("”", start, high), text.find("“", start, high)
    return closes != -1 and (opens == -1 or closes < opens)
