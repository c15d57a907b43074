"""What a line with a colon introduces: attributions go in, those whose line ends so come out with the list or the paragraph under it.

"The Times listed three reasons:" reaches the three items, "The union answered:" the next paragraph. Neither reaches a paragraph that introduces something itself.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

import regex

from citeaudit.layout.blocks import BULLET
from citeaudit.layout.extracts import SELF
from citeaudit.lexicon.alternations import longest_of
from citeaudit.lexicon.classes import classes_by_form
from citeaudit.model.articles import BlockKind
from citeaudit.model.relations import Attribution, Level, Reach, Sentence, SentenceKind
from citeaudit.model.spans import Evidence, Span
from citeaudit.patterns import pattern_of
from citeaudit.sources.persons import is_source_noun
from citeaudit.text.markup import Markup
from citeaudit.text.placing import sentence_at

COUNTS = {word: number for number, word in enumerate(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 2)}
COUNT = pattern_of(
    rf"\b(?P<count>{longest_of(COUNTS)})\s(?:(?![\p{{L}}-]+s\s)[\p{{L}}-]+\s){{0,2}}?(?P<noun>[\p{{L}}-]+s)\b", regex.IGNORECASE
)
"""How many of what a line counts: "three | good reasons"."""
MEASURES = frozenset(("figure", "time_unit", "unit"))
"""The classes of words that measure: "five | weeks" are no list."""
MOST_PIECES = 500
"""So many quotations or sentences are one speaker's by reach: each stage looks at all pieces of a content, and no speech has more paragraphs."""


def with_lists(text: str, attributions: list[Attribution], sentences: tuple[Sentence, ...], markup: Markup) -> list[Attribution]:
    """Return *attributions*, each whose line ends in a colon reaching over the list or the paragraph that it introduces."""
    result = list(attributions)
    cues = sorted(cue for a in attributions if a.level is Level.REPORT and a.source for cue in a.cue)
    lists: dict[int, list[Sentence]] = {}
    for number, attribution in enumerate(attributions):
        if not attribution.cue or attribution.level is not Level.REPORT or attribution.within is not None:
            continue
        if attribution.construction == "introduction":
            continue
        at = sentence_at(sentences, attribution.cue[0].start)
        if not text[sentences[at].span.start : sentences[at].span.end].endswith(":"):
            continue
        if at not in lists:
            lists[at] = _listed(text, sentences, at, cues, markup)
        items = lists[at]
        if items:
            # The engine may have taken the first of them, without its full stop.
            apart = [span for span in attribution.content if not _touches(span, items)]
            content = tuple(sorted((*apart, *(item.span for item in items))))
            if all(a.end <= b.start for a, b in pairwise(content)):
                is_list = BULLET.match(text, items[0].span.start) or items[0].paragraph != items[-1].paragraph
                reach = Reach.LIST if is_list else Reach.BLOCK_QUOTATION
                detail = f"{len(items)} sentences after the colon"
                evidence = (*attribution.evidence, Evidence(f"reach.{reach.value}", items[0].span, detail))
                result[number] = replace(attribution, content=content, reach=reach, evidence=evidence)
    return result


def _touches(span: Span, items: list[Sentence]) -> bool:
    """Tell whether *span* overlaps any of *items*, which are in order."""
    place = bisect_left(items, span.end, key=lambda item: item.span.start) - 1
    return place >= 0 and items[place].span.end > span.start


def _listed(text: str, sentences: tuple[Sentence, ...], at: int, cues: list[Span], markup: Markup) -> list[Sentence]:
    """
    Return the sentences that the line *at* introduces: as many paragraphs as it counts, all that bear bullets or are items, or the next one.

    The list ends before a sentence that holds one of the *cues* (in order) of those who say something, unless who began as "we" goes on so, and where it has MOST_PIECES.
    """
    line = sentences[at]
    wanted = _counted(text, line.span)
    items: list[Sentence] = []
    paragraphs, paragraph, was_item = 0, -1, False
    for number, sentence in enumerate(sentences[at + 1 : at + 1 + MOST_PIECES], at + 1):
        if sentence.paragraph != paragraph:
            is_item = _is_item(text, sentence, markup, number)
            if paragraphs >= max(wanted, 1) and not (is_item and was_item):
                break
            paragraphs, paragraph, was_item = paragraphs + 1, sentence.paragraph, is_item
        if sentence.kind not in {SentenceKind.STATEMENT, SentenceKind.FRAGMENT} or text[sentence.span.start] in '“"‘':
            break
        first = bisect_left(cues, sentence.span.start, key=_start)
        is_told = any(
            sentence.span.covers(cue) for cue in cues[first : bisect_left(cues, sentence.span.end, lo=first, key=_start)]
        )
        if is_told and not (items and sentence.paragraph == items[0].paragraph and _speak_on(text, items[0], sentence)):
            break
        items.append(sentence)
    return items


def _speak_on(text: str, first: Sentence, sentence: Sentence) -> bool:
    """Tell whether who speaks of themselves in the *first* sentence of a block still does in another: "We keep it safe. And if | we | are asked by a court to"."""
    return all(SELF.search(text, said.span.start, said.span.end) for said in (first, sentence))


def _counted(text: str, line: Span) -> int:
    """Return how many things *line* says that follow, 0 if it counts none: people, weeks and shares are not told one by one."""
    for match in COUNT.finditer(text, line.start, line.end):
        noun = match["noun"].casefold()
        measures = classes_by_form().get(noun, frozenset()) | classes_by_form().get(noun.removesuffix("s"), frozenset())
        if not is_source_noun(noun) and MEASURES.isdisjoint(measures):
            return COUNTS[match["count"].casefold()]
    return 0


def _is_item(text: str, sentence: Sentence, markup: Markup, number: int) -> bool:
    form = markup[number].form if markup else None
    return BULLET.match(text, sentence.span.start) is not None or (form is not None and form.kind is BlockKind.ITEM)


def _start(span: Span) -> int:
    return span.start
