"""How far an attribution goes beyond its sentence: attributions with chains go in, the same with longer contents come out.

A quotation that nobody introduces belongs to whoever was speaking: the one whose quotation it resumes in the same
paragraph, the one whose quotation the paragraph before left open, or the one whose line introduces it ("The Times
reported:"). Neighbourhood alone is no reach: a statement after "Bloomberg reported" stays the article's own.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

import regex

from citeaudit.model.relations import Attribution, Level, Quotation, Reach, Sentence, SentenceKind
from citeaudit.model.spans import Evidence, Span

FILL_WORDS = 8
"""A shorter stretch between marks may be a title or scare quotes; this many words are speech."""
NEARLY = 0.85
"""The part of a quotation that must be held for it to count as told whose it is."""
COUNTS = {word: number for number, word in enumerate(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 2)}
COUNT = regex.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten)\b", regex.IGNORECASE)
BULLET = regex.compile(r"[•·▪*–—-]\s|\(?\d{1,2}[.)]\s")


def extend_reach(
    text: str, attributions: tuple[Attribution, ...], sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]
) -> tuple[Attribution, ...]:
    """Return *attributions* with each unclaimed quotation given to who was speaking; whom nobody claims is a fill of its own."""
    result = [a for a in attributions if not a.is_fill]
    starts = [sentence.span.start for sentence in sentences]
    fills: list[Attribution] = []
    previous: Quotation | None = None
    for quotation in quotations:
        at = bisect_right(starts, quotation.span.start) - 1
        sentence = sentences[max(0, at)]
        if sentence.kind in (SentenceKind.HEADING, SentenceKind.BOILERPLATE, SentenceKind.CREDIT, SentenceKind.BYLINE):
            continue
        if _claimed(text, quotation, result):
            previous = quotation
            continue
        reach, speaker = Reach.RUNNING_QUOTATION, _partly(quotation, result)
        if speaker is None and len(quotation.inner.of(text).split()) < _least(text, quotation, sentence):
            continue
        if speaker is None:
            reach, speaker = _speaker(text, quotation, previous, sentences, at, result)
        if speaker is None:
            fills.append(_fill(quotation))
        else:
            result[speaker] = _longer(text, result[speaker], quotation.span, reach)
            holder = result[speaker].within
            while holder is not None and result[holder].construction != "hedge" and result[holder].cue != result[speaker].cue:
                result[holder] = _longer(text, result[holder], quotation.span, reach)
                holder = result[holder].within if result[holder].within != speaker else None
        previous = quotation
    return (*_with_lists(text, result, sentences), *fills)


def _with_lists(text: str, attributions: list[Attribution], sentences: tuple[Sentence, ...]) -> list[Attribution]:
    """Return *attributions*, each whose line ends in a colon reaching over the list or the paragraph that it introduces."""
    starts = [sentence.span.start for sentence in sentences]
    result = list(attributions)
    for number, attribution in enumerate(attributions):
        if not attribution.cue or attribution.level is not Level.REPORT or attribution.within is not None:
            continue
        at = bisect_right(starts, attribution.cue[0].start) - 1
        if at < 0 or not text[sentences[at].span.start : sentences[at].span.end].endswith(":"):
            continue
        items = _listed(text, sentences, at, attributions)
        if items:
            content = tuple(sorted({*attribution.content, *(item.span for item in items)}))
            if all(a.end <= b.start for a, b in pairwise(content)):
                detail = f"{len(items)} sentences after the colon"
                evidence = (*attribution.evidence, Evidence("reach.list", items[0].span, detail))
                result[number] = replace(attribution, content=content, reach=Reach.LIST, evidence=evidence)
    return result


def _listed(text: str, sentences: tuple[Sentence, ...], at: int, attributions: list[Attribution]) -> list[Sentence]:
    """Return the sentences that the line *at* introduces: as many paragraphs as it counts, all that bear bullets, or the next one."""
    line = sentences[at]
    counted = COUNT.search(text, line.span.start, line.span.end)
    wanted = COUNTS.get(counted.group().casefold(), 0) if counted else 0
    items: list[Sentence] = []
    paragraphs: list[int] = []
    for sentence in sentences[at + 1 :]:
        if sentence.paragraph not in paragraphs:
            has_bullet = BULLET.match(text, sentence.span.start) is not None
            if len(paragraphs) >= max(wanted, 1) and not (has_bullet and BULLET.match(text, items[-1].span.start)):
                break
            paragraphs.append(sentence.paragraph)
        if sentence.kind not in {SentenceKind.STATEMENT, SentenceKind.FRAGMENT} or text[sentence.span.start] in '“"‘':
            break
        if any(sentence.span.covers(cue) for a in attributions if a.level is Level.REPORT and a.source for cue in a.cue):
            break
        items.append(sentence)
    return items


def _least(text: str, quotation: Quotation, sentence: Sentence) -> int:
    """Return how many words make *quotation* speech: few where it stands alone as a sentence, more inside a clause."""
    alone = sentence.span.start >= quotation.span.start - 1 and sentence.span.end <= quotation.span.end + 1
    return 1 if alone else FILL_WORDS


def _claimed(text: str, quotation: Quotation, attributions: list[Attribution]) -> bool:
    """Tell whether reported contents hold all of *quotation* but a word or two."""
    length = max(1, len(quotation.inner))
    total = 0
    for attribution in attributions:
        if attribution.level is not Level.REPORT or attribution.construction == "hedge":
            continue
        shared = sum(max(0, min(s.end, quotation.inner.end) - max(s.start, quotation.inner.start)) for s in attribution.content)
        if shared >= NEARLY * length:
            return True
        total += shared
    return total >= NEARLY * length


def _partly(quotation: Quotation, attributions: list[Attribution]) -> int | None:
    """Return who was found to hold a part of *quotation*, the cue outside of it: the rest is theirs too."""
    for number, attribution in enumerate(attributions):
        if (
            attribution.level is Level.REPORT
            and attribution.cue
            and not quotation.span.covers(attribution.cue[0])
            and any(span.overlaps(quotation.inner) for span in attribution.content)
        ):
            return number
    return None


def _speaker(  # noqa: PLR0917  a quotation and what came before it
    text: str,
    quotation: Quotation,
    previous: Quotation | None,
    sentences: tuple[Sentence, ...],
    at: int,
    attributions: list[Attribution],
) -> tuple[Reach, int | None]:
    """Return how *quotation* was reached, and the place of the attribution that reaches it."""
    sentence = sentences[max(0, at)]
    before = [
        n
        for n, a in enumerate(attributions)
        if a.content and a.level is Level.REPORT and a.cue and a.cue[0].start < quotation.span.start
    ]
    if not before:
        return Reach.SENTENCE, None
    if previous is not None and not previous.is_closed:
        holder = _holder(previous, attributions)
        if holder is not None:
            return Reach.RUNNING_QUOTATION, holder
    introduced = _introduced(text, quotation, sentences, at, attributions, before)
    if introduced is not None:
        return Reach.BLOCK_QUOTATION, introduced
    last_cue = max(before, key=lambda n: attributions[n].cue[0].start)
    cue_paragraph = _paragraph(sentences, attributions[last_cue].cue[0])
    if previous is None:
        return Reach.SENTENCE, None
    holder = _holder(previous, attributions)
    if holder is None:
        return Reach.SENTENCE, None
    gap = sentence.paragraph - _paragraph(sentences, previous.span)
    if (
        gap <= 1
        and _paragraph(sentences, attributions[holder].cue[0]) >= cue_paragraph - 1
        and _innermost(attributions, last_cue, holder)
    ):
        return Reach.RESUMED_QUOTATION, holder
    return Reach.SENTENCE, None


def _innermost(attributions: list[Attribution], last: int, holder: int) -> bool:
    """Tell whether no other speaker's cue came since *holder* spoke: *last* is it, or lies around it, or inside it."""
    if last == holder or attributions[holder].within == last or attributions[last].within == holder:
        return True
    return attributions[last].cue[0].start <= attributions[holder].cue[0].start


def _holder(quotation: Quotation, attributions: list[Attribution]) -> int | None:
    for number, attribution in enumerate(attributions):
        if (
            attribution.level is Level.REPORT
            and attribution.cue
            and any(span.overlaps(quotation.inner) for span in attribution.content)
        ):
            return number
    return None


def _introduced(  # noqa: PLR0917  a quotation and what came before it
    text: str, quotation: Quotation, sentences: tuple[Sentence, ...], at: int, attributions: list[Attribution], before: list[int]
) -> int | None:
    """Return who introduces *quotation* by the colon right before it, in its sentence or at the end of the one before."""
    if not text[max(0, quotation.span.start - 12) : quotation.span.start].rstrip().endswith(":"):
        return None
    line = sentences[at] if sentences[at].span.start < quotation.span.start - 1 else sentences[max(0, at - 1)]
    here = [n for n in before if line.span.start <= attributions[n].cue[0].start < line.span.end]
    return max(here, key=lambda n: attributions[n].cue[0].start) if here else None


def _paragraph(sentences: tuple[Sentence, ...], span: Span) -> int:
    at = bisect_right([sentence.span.start for sentence in sentences], span.start) - 1
    return sentences[max(0, at)].paragraph


def _longer(text: str, attribution: Attribution, span: Span, reach: Reach) -> Attribution:
    touched = [s for s in attribution.content if s.overlaps(span)]
    whole = Span(min([span.start, *(s.start for s in touched)]), max([span.end, *(s.end for s in touched)]))
    content = (*(s for s in attribution.content if s not in touched), whole)
    return replace(
        attribution,
        content=tuple(sorted(content)),
        reach=reach,
        evidence=(*attribution.evidence, Evidence(f"reach.{reach.value}", span, " ".join(span.of(text).split()[:6]))),
    )


def _fill(quotation: Quotation) -> Attribution:
    return Attribution(
        (),
        (),
        (quotation.span,),
        construction="fill",
        manner=quotation.manner,
        is_fill=True,
        evidence=(Evidence("reach.fill", quotation.span),),
    )
