"""What marks give to whom: the sentences of a text and its marks go in, one attribution a place comes out.

A mark reaches back over its clause, its sentence or the paragraph that its line closes, and no further (domain of the audit,
3.3). A line leaves out the sentences that bear a mark of their own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from citeaudit.citations.claiming import ITEM
from citeaudit.citations.lifting import Placed
from citeaudit.citations.locating import CONSTRUCTION, LABELLED
from citeaudit.citations.marks import LINES, Back
from citeaudit.citations.naming import each_once, is_clear, outlet_called
from citeaudit.model.relations import Attribution, Reach, Role, Sentence, SentenceKind, Source, SourceType
from citeaudit.model.spans import Evidence, Span
from citeaudit.outlets.context import usual_outlets
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.patterns import pattern_of

LABEL = pattern_of(r"(?:(?:[-*•·▪●◦–—]|\(?\d{1,3}[.)])\s+)?(?P<name>\p{Lu}[^:\n.!?“”\"]{1,40})(?P<colon>:)\s+(?=\S)")


def find_credits(
    text: str, sentences: tuple[Sentence, ...], marks: tuple[Placed, ...], gazetteer: Gazetteer
) -> tuple[Attribution, ...]:
    """Return the attributions that *marks* make, and those of outlets before a colon ("Reuters: …"), in order."""
    if not sentences:
        return ()
    starts = [sentence.span.start for sentence in sentences]
    own = [(max(0, bisect_left(starts, placed.at + placed.mark.is_in_text) - 1), placed) for placed in marks]
    places: dict[int, list[int]] = {}
    for number, placed in own:
        if placed.mark.back not in LINES:
            places.setdefault(number, []).append(placed.at)
    found = []
    for (number, at, back), group in groupby(own, key=lambda pair: (pair[0], pair[1].at, pair[1].mark.back)):
        together = [placed for _, placed in group]
        row = together[0].row
        content = _of_row(sentences, starts, row, places) if row else _content(text, sentences, number, at, back, places)
        if content:
            found.append(_attribution(together, content))
    found += _labels(text, sentences, gazetteer)
    return tuple(sorted((credit for credit in found if credit.chain), key=lambda credit: credit.cue[0].start))


def nested(attributions: tuple[Attribution, ...], credits_: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Return *attributions* with *credits_* behind them, each that lies wholly in one of them within it."""
    first = len(attributions)
    pieces = sorted((span, first + place) for place, credit in enumerate(credits_) for span in credit.content)
    lows = [span.start for span, _ in pieces]

    def holder(span: Span) -> int | None:
        at = bisect_right(lows, span.start) - 1
        return pieces[at][1] if at >= 0 and pieces[at][0].covers(span) else None

    result = []
    for attribution in attributions:
        spans = (*attribution.cue, *attribution.content)
        holders = {holder(span) for span in spans} if attribution.within is None and not attribution.is_fill and spans else {None}
        within = holders.pop() if len(holders) == 1 else None
        result.append(attribution if within is None else replace(attribution, within=within))
    return (*result, *credits_)


def _content(  # noqa: PLR0917  a mark, its place and what surrounds it
    text: str, sentences: tuple[Sentence, ...], number: int, at: int, back: Back, places: dict[int, list[int]]
) -> tuple[Span, ...]:
    """Return what a mark at *at*, in or behind sentence *number*, reaches."""
    paragraph = _paragraph(sentences, number)
    if back in LINES:
        return tuple(
            sentences[each].span
            for each in (_items_above(text, sentences, paragraph) if back is Back.LIST else paragraph)
            if each not in places and sentences[each].kind is SentenceKind.STATEMENT
        )
    is_only = len({place for each in paragraph for place in places.get(each, ())}) == 1
    if back is Back.LAST and is_only:
        return tuple(sentences[each].span for each in paragraph if sentences[each].kind is SentenceKind.STATEMENT)
    sentence = sentences[number]
    if sentence.kind is not SentenceKind.STATEMENT:
        return ()
    here = sorted(set(places.get(number, ())))
    place = here.index(at) if at in here else 0
    start = here[place - 1] if place else sentence.span.start
    end = sentence.span.end if place == len(here) - 1 else at
    start += len(text[start:end]) - len(text[start:end].lstrip(" ,;"))
    return (Span(start, end),) if start < end else ()


def _of_row(sentences: tuple[Sentence, ...], starts: list[int], row: Span, places: dict[int, list[int]]) -> tuple[Span, ...]:
    """Return what a cell of a table says the source of: the statements of its *row* that bear no mark of their own."""
    numbers = range(bisect_left(starts, row.start), bisect_left(starts, row.end))
    return tuple(sentences[n].span for n in numbers if n not in places and sentences[n].kind is SentenceKind.STATEMENT)


def _paragraph(sentences: tuple[Sentence, ...], number: int) -> list[int]:
    """Return the numbers of the sentences of the paragraph of sentence *number*."""
    first = last = number
    while first and sentences[first - 1].paragraph == sentences[number].paragraph:
        first -= 1
    while last + 1 < len(sentences) and sentences[last + 1].paragraph == sentences[number].paragraph:
        last += 1
    return list(range(first, last + 1))


def _items_above(text: str, sentences: tuple[Sentence, ...], paragraph: list[int]) -> list[int]:
    """Return the sentences of the list whose last item *paragraph* is; *paragraph* itself where it is no item."""
    if not ITEM.match(text, sentences[paragraph[0]].span.start):
        return paragraph
    first = paragraph[0]
    while first:
        before = _paragraph(sentences, first - 1)
        gap = text[sentences[first - 1].span.end : sentences[first].span.start]
        if "\n\n" in gap or not ITEM.match(text, sentences[before[0]].span.start):
            break
        first = before[0]
    return list(range(first, paragraph[-1] + 1))


def _attribution(together: list[Placed], content: tuple[Span, ...]) -> Attribution:
    """Return what the marks at one place say: all whom they name stand side by side."""
    sources = each_once(source for placed in together for source in placed.mark.sources)
    first = together[0]
    place = Span(first.at, first.at + (len(first.mark.shown) if first.mark.is_in_text else 0))
    evidence = tuple(Evidence(f"citations.{placed.mark.form}", place, "") for placed in together)
    chain = tuple(
        replace(source, span=place, beside=number > 0, evidence=(Evidence("sources.citation", place, source.name),))
        for number, source in enumerate(sources)
    )
    return Attribution(
        (place,),
        (place,),
        content,
        chain=chain,
        construction=CONSTRUCTION,
        reach=Reach.BLOCK_QUOTATION if len(content) > 1 else Reach.SENTENCE,
        evidence=evidence,
    )


def _labels(text: str, sentences: tuple[Sentence, ...], gazetteer: Gazetteer) -> Iterator[Attribution]:
    """
    Give what stands behind an outlet and a colon at the start of a paragraph: "Reuters: Rates will rise.".

    A well-known paper whose short name is a word too ("Guardian:") is one where another outlet stands so.
    """
    found = []
    for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        paragraph = list(group)
        match = LABEL.match(text, paragraph[0].span.start, paragraph[0].span.end)
        outlet = outlet_called(match["name"], gazetteer) if match else None
        if match is not None and outlet is not None:
            told = [sentence.span for sentence in paragraph if sentence.kind is SentenceKind.STATEMENT]
            content = tuple(Span(max(span.start, match.end()), span.end) for span in told)
            found.append((match, outlet, is_clear(match["name"], gazetteer), content))
    has_clear = any(clear for _, _, clear, _ in found)
    for match, outlet, clear, content in found:
        if content and (clear or (has_clear and match["name"] in usual_outlets())):
            name, colon = Span(*match.span("name")), Span(*match.span("colon"))
            link = Source(SourceType.OUTLET, outlet.name, name, outlet.id, Role.CITATION)
            evidence = (Evidence(LABELLED, name, outlet.name),)
            yield Attribution((name,), (colon,), content, chain=(link,), construction=CONSTRUCTION, evidence=evidence)
