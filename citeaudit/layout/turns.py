"""Turns of a transcript or an interview: sentences go in, one attribution a turn comes out ("RUIZ: The price changed.").

A paragraph that opens with a label is a turn only where the article has a conversation: two speakers at least (or one, and questions
in paragraphs of their own, as magazines print interviews), of whom one comes again or who plainly speak ("I", "you", a question, a time before the label, a stage direction behind it). A label is a name in capitals or one that
the article gives in full, initials, "Q" and "A", an office ("THE PRESIDENT") or a part ("Interviewer", "SPEAKER #2"), so that
"Monday: …", "Verdict: …" and other lists stay the article's own. A turn goes on to the next label.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

import regex

from citeaudit.layout.extracts import SELF
from citeaudit.layout.labels import Label, label_of
from citeaudit.model.relations import UNSPOKEN_KINDS, Attribution, Manner, Sentence, SentenceKind, Source, SourceType
from citeaudit.model.spans import Evidence, Span
from citeaudit.patterns import pattern_of
from citeaudit.sources.names import Names
from citeaudit.text.marks import DOUBLE_OPENING

LEAST_TURNS = 3
LEAST_ANSWERS = 2
"""So many answers make an interview in which one speaker alone is labelled."""
LEAST_SPOKEN = 0.5
"""Where nobody comes again, at least this share of the turns must plainly be speech."""
OPENS_WITH = 240
"""So much of a turn is asked whether it is speech, in code points."""
SPOKEN = pattern_of(
    r"(?<![\w’'-])(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|me|us)(?![\w-])|\?|(?:^|\s)(?:Yes|No|Yeah|Well|Thank|Thanks)\b"
)
CLOSING = '"”'
LONGEST_TURN = 12
"""Over so many paragraphs a turn may go on without a new label."""


class _Paragraph(NamedTuple):
    span: Span
    kind: SentenceKind
    is_question: bool
    """Whether all of it asks."""


def find_turns(text: str, sentences: tuple[Sentence, ...], names: Names) -> tuple[Attribution, ...]:
    """Return the turns of *text*, in order; nothing where it holds no conversation."""
    several = [tuple(group) for _, group in groupby(sentences, key=attrgetter("paragraph"))]
    labels = [label_of(text, Span(group[0].span.start, group[-1].span.end), names) for group in several]
    if not any(labels):
        return ()
    paragraphs = [_paragraph(group) for group in several]
    counts = Counter(label.speaker for label in labels if label)
    has_sure = any(label and not label.is_weak for label in labels)
    labels = [
        None if label and _is_heading(text, label, paragraph, counts, has_sure=has_sure) else label
        for label, paragraph in zip(labels, paragraphs, strict=True)
    ]
    is_asked = _is_asked(text, paragraphs, labels)
    if not is_asked and not _is_conversation(text, paragraphs, labels):
        return ()
    last = max(number for number, label in enumerate(labels) if label)
    speakers = frozenset(label.speaker.split()[-1] for label in labels if label)
    found = []
    for number, label in enumerate(labels):
        if label is None:
            continue
        content = [Span(label.end, paragraphs[number].span.end)]
        for following in range(number + 1, min(len(paragraphs), number + 1 + LONGEST_TURN)):
            paragraph = paragraphs[following]
            is_same_quotation = _runs_on(text, paragraphs[following - 1].span, paragraph.span)
            if is_asked and paragraph.is_question and not labels[following]:
                continue
            if labels[following] or not (is_same_quotation or _goes_on(text, paragraph, speakers, is_last=number == last)):
                break
            content.append(paragraph.span)
        found.append(
            Attribution(
                (label.name,),
                (label.mark,),
                tuple(content),
                chain=(Source(SourceType.PERSON, label.full, label.name),) if label.full else (),
                construction="turn",
                manner=Manner.DIRECT,
                evidence=(Evidence("layout.turn", label.name, label.name.of(text)),),
            )
        )
    return tuple(found)


def _paragraph(sentences: tuple[Sentence, ...]) -> _Paragraph:
    """Return the paragraph that *sentences* make up."""
    first, last = sentences[0], sentences[-1]
    asks = all(sentence.kind is SentenceKind.QUESTION for sentence in sentences)
    return _Paragraph(Span(first.span.start, last.span.end), first.kind, asks)


def _is_asked(text: str, paragraphs: list[_Paragraph], labels: list[Label | None]) -> bool:
    """Tell whether one speaker alone is labelled, once or oftener, and answers in the first person what stands without a label."""
    given = [number for number, label in enumerate(labels) if label and not label.is_weak and not label.is_timed]
    if not given or len({label.speaker for label in labels if label}) > 1:
        return False
    if not any(SELF.search(text, paragraphs[number].span.start, paragraphs[number].span.end) for number in given):
        return False
    questions = [
        number for number in range(given[0], len(paragraphs) - 1) if paragraphs[number].is_question and not labels[number]
    ]
    answers = [paragraphs[number + 1].span for number in questions if not paragraphs[number + 1].is_question]
    spoken = sum(SELF.search(text, span.start, span.end) is not None for span in answers)
    return len(answers) >= LEAST_ANSWERS and spoken >= LEAST_SPOKEN * len(answers)


def _is_conversation(text: str, paragraphs: list[_Paragraph], labels: list[Label | None]) -> bool:
    """Tell whether *labels*, one or none a paragraph, are those of people who talk with each other."""
    turns = Counter(label.speaker for label in labels if label)
    given = [label for label in labels if label]
    # Names that the article gives nowhere else are an interview's where both come again and somebody asks.
    is_kept_up = sum(count > 1 for count in turns.values()) > 1 and any(
        label is not None and text.find("?", label.end, paragraph.span.end) >= 0
        for label, paragraph in zip(labels, paragraphs, strict=True)
    )
    if len(turns) < 2 or not (is_kept_up or any(not label.is_weak or label.is_initials for label in given)):
        return False
    is_sure = not all(label.is_weak for label in given)
    if is_sure and turns.total() >= LEAST_TURNS and max(turns.values()) > 1:
        return True
    spoken = sum(
        label.is_timed or label.is_script or _is_spoken(text, label, paragraph)
        for label, paragraph in zip(labels, paragraphs, strict=True)
        if label
    )
    return spoken >= (LEAST_SPOKEN if is_sure or is_kept_up else 1) * turns.total()


def _is_heading(text: str, label: Label, paragraph: _Paragraph, counts: Counter[str], *, has_sure: bool) -> bool:
    """Tell whether a weak *label* is none of a speaker: "The Verdict: …" comes once and asks nothing, "IG: @handle" says nothing among speakers."""
    if not label.is_weak:
        return False
    if label.is_initials:
        return has_sure and not _is_spoken(text, label, paragraph)
    return counts[label.speaker] == 1 and text.find("?", label.end, paragraph.span.end) < 0


def _is_spoken(text: str, label: Label, paragraph: _Paragraph) -> bool:
    return SPOKEN.search(text, label.end, min(paragraph.span.end, label.end + OPENS_WITH)) is not None


def _goes_on(text: str, paragraph: _Paragraph, speakers: frozenset[str], *, is_last: bool) -> bool:
    """Tell whether *paragraph*, which has no label, is still the turn's: no heading, nobody told of; behind the last label only what plainly is speech."""
    span = paragraph.span
    if paragraph.kind in UNSPOKEN_KINDS or text[span.start] in "([":
        return False
    if any(word.casefold() in speakers for word in regex.findall(r"\p{Lu}[\p{L}’'-]+", text[span.start : span.end])):
        return False
    return not is_last or SPOKEN.search(text, span.start, span.end) is not None


def _runs_on(text: str, before: Span, paragraph: Span) -> bool:
    """Tell whether *paragraph* goes on with the quotation that the one *before* opened and did not close."""
    opened = text[before.start] in DOUBLE_OPENING and text[before.end - 1] not in CLOSING
    return opened and text[paragraph.start] in DOUBLE_OPENING
