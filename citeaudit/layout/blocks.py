"""How far a block goes: the line that introduces it goes in, the spans of its sentences come out.

Where the markup sets a block apart, it is that block. In bare text with quotation marks it is what they hold, over paragraphs that open with a mark again. Without, it is the next paragraph,
and of a whole text from elsewhere ("Here is more from Politico:") all that follow until something closes it: a heading or a
credit line, another introduction, the source named in the third person, or the article's own voice ("we", "you").
"""

from __future__ import annotations

from itertools import groupby, takewhile

from citeaudit.layout.extracts import (
    SAID_KINDS,
    as_far_as_it_is_closed,
    as_far_as_they_speak,
    closes,
    names_source,
    own_voice,
    span_of,
)
from citeaudit.lexicon.classes import forms_of
from citeaudit.model.relations import UNSPOKEN_KINDS, Quotation, Sentence, SentenceKind
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of
from citeaudit.text.marks import OPENING
from citeaudit.text.markup import Markup, sentences_in
from citeaudit.text.quotations import quotation_at

QUOTE_MARK = ">"
"""What letters and Markdown put before each quoted line."""
FIRST_WORDS = 5
"""Among so many words behind a quotation stands the verb by which it is told."""
MOST_PARAGRAPHS = 8
"""No text is handed on for longer without the article saying so again."""
BULLET = pattern_of(r"[•·▪*–—-]\s|\(?\d{1,2}[.)]\s")


def block_under(  # noqa: PLR0917  a line, its place and what surrounds it
    text: str,
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
    number: int,
    name: str,
    introductions: frozenset[int],
    markup: Markup = (),
    *,
    is_text: bool,
    is_outlets: bool = False,
    is_written: bool = False,
) -> tuple[Span, ...]:
    """
    Return the block under sentence *number*, which gives it to *name*; empty if nothing there is theirs.

    *introductions* are the numbers of all lines that introduce; *is_text*: a whole text follows, not only a paragraph, and, where it *is_outlets*, with its title;
    where it *is_written* by an outlet, a quotation that its first paragraph tells whose it is ("“…,” he said.") is no more than a part of it.
    """
    if begins_voice(markup, number + 1):
        return said_in(sentences, sentences_in(sentences, markup, number + 1))
    paragraphs = _paragraphs(text, sentences, number + 1)
    if is_outlets and len(paragraphs) > 1 and sentences[paragraphs[0][0]].kind is SentenceKind.HEADING:
        del paragraphs[0]  # a text from elsewhere brings its title along
    if not paragraphs or sentences[paragraphs[0][0]].kind in UNSPOKEN_KINDS:
        return ()
    first = span_of(sentences, paragraphs[0])
    if (
        text[first.start] in OPENING
        and (quoted := quotation_at(quotations, first.start + 1))
        and quoted.span.start == first.start
        and not (is_written and _is_told(text, Span(quoted.span.end, first.end)))
    ):
        return _quoted(text, sentences, quotations, paragraphs, introductions)
    if text[first.start] == QUOTE_MARK:
        return _marked_off(text, sentences, paragraphs)
    is_asked = sentences[paragraphs[0][-1]].kind is SentenceKind.QUESTION
    if BULLET.match(text, first.start) or is_asked or names_source(text, first, name):
        return ()
    reach = as_far_as_it_is_closed if is_written else as_far_as_they_speak
    reached = reach(text, sentences, quotations, paragraphs, name)
    return _paragraphs_of(text, sentences, quotations, paragraphs, name, introductions, reached, is_text=is_text)


def _paragraphs_of(  # noqa: PLR0917  what follows a line, and what tells how far it goes
    text: str,
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
    paragraphs: list[list[int]],
    name: str,
    introductions: frozenset[int],
    reached: int,
    *,
    is_text: bool,
) -> tuple[Span, ...]:
    """Return what is said in the first of *paragraphs* and in those behind it, to the one that is *reached* at least if nothing closes the block."""
    is_first_person = own_voice(text, span_of(sentences, paragraphs[0]), quotations)
    block: list[Span] = []
    for place, paragraph in enumerate(paragraphs):
        is_alike = own_voice(text, span_of(sentences, paragraph), quotations) == is_first_person
        goes_on = place <= reached or (is_alike and (is_text or is_first_person))
        if place and (not goes_on or closes(text, sentences, paragraph, name)):
            break
        if not introductions.isdisjoint(paragraph):
            break
        block.extend(sentences[at].span for at in paragraph if sentences[at].kind not in UNSPOKEN_KINDS)
    return tuple(block)


def speech_under(
    text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...], number: int, name: str
) -> list[Sentence]:
    """Return the sentences under the line *number* in which *name* says "I" or "we", and those between them; none if nobody speaks so there."""
    paragraphs = list(takewhile(lambda p: text[sentences[p[-1]].span.end - 1] != ":", _paragraphs(text, sentences, number + 1)))
    if not paragraphs or names_source(text, span_of(sentences, paragraphs[0]), name):
        return []
    last = as_far_as_they_speak(text, sentences, quotations, paragraphs, name)
    return [sentences[at] for p in paragraphs[: last + 1] for at in p if sentences[at].kind not in UNSPOKEN_KINDS]


def begins_voice(markup: Markup, number: int) -> bool:
    """Tell whether the sentence *number* begins a block quotation or a post of the markup."""
    if number >= len(markup) or markup[number].voice is None:
        return False
    return number == 0 or markup[number].voice != markup[number - 1].voice


def said_in(sentences: tuple[Sentence, ...], numbers: range, *, but: int = -1) -> tuple[Span, ...]:
    """Return what is said in the sentences of a block, but for its labels and the one that signs it."""
    return tuple(sentences[n].span for n in numbers if n != but and sentences[n].kind in SAID_KINDS)


def _quoted(
    text: str,
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
    paragraphs: list[list[int]],
    introductions: frozenset[int],
) -> tuple[Span, ...]:
    """Return the quotation that opens the first of *paragraphs*, and those that open the next ones where nothing comes between."""
    block: list[Span] = []
    for paragraph in paragraphs:
        span = span_of(sentences, paragraph)
        if text[span.start] not in OPENING or not introductions.isdisjoint(paragraph):
            break
        quotation = quotation_at(quotations, span.start + 1)
        if quotation is None or quotation.span.start != span.start:
            break
        if quotation.span.end < span.end - 1:
            if not block:
                block.append(quotation.span)
            break
        block.append(quotation.span)
    return tuple(block)


def _is_told(text: str, rest: Span) -> bool:
    """Tell whether the *rest* of a paragraph says of its first quotation who said it: "“We sail,” | he said on Monday."."""
    return any(word in forms_of("say") for word in rest.of(text).split()[:FIRST_WORDS])


def _marked_off(text: str, sentences: tuple[Sentence, ...], paragraphs: list[list[int]]) -> tuple[Span, ...]:
    """Return the sentences of those first *paragraphs* that each bear the mark of a quoted line."""
    inside = takewhile(lambda paragraph: text[sentences[paragraph[0]].span.start] == QUOTE_MARK, paragraphs)
    return tuple(sentences[at].span for paragraph in inside for at in paragraph if sentences[at].kind in SAID_KINDS)


def _paragraphs(text: str, sentences: tuple[Sentence, ...], first: int) -> list[list[int]]:
    """Return the numbers of the sentences from *first* on, by paragraph, as many as a block may have: what was left out ("…") and what goes on in a quotation count for none."""
    numbers = range(first, min(len(sentences), first + 12 * MOST_PARAGRAPHS))
    paragraphs: list[list[int]] = []
    counted = 0
    for _, group in groupby(numbers, key=lambda number: sentences[number].paragraph):
        paragraph = list(group)
        begins = sentences[paragraph[0]]
        counted += begins.kind is not SentenceKind.FRAGMENT and text[begins.span.start] not in OPENING
        if counted > MOST_PARAGRAPHS:
            break
        paragraphs.append(paragraph)
    return paragraphs
