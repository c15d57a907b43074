"""How far a block goes: the line that introduces it goes in, the spans of its sentences come out.

Where the markup sets a block apart, it is that block. In bare text with quotation marks it is what they hold, over paragraphs that open with a mark again. Without, it is the next paragraph,
and of a whole text from elsewhere ("Here is more from Politico:") all that follow until something closes it: a heading or a
credit line, another introduction, the source named in the third person, or the article's own voice ("we", "you").
"""

from __future__ import annotations

from itertools import groupby, takewhile

import regex

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
VOICE = pattern_of(
    r"(?<![\w’'-])(?:[Ww]e|[Oo]ur|[Yy]ou|[Yy]our|I|[Mm]y|I[’'](?:m|ve|d|ll)|[Ww]e[’'](?:re|ve)|[Yy]ou[’'](?:re|ve|ll))(?![\w-])"
)
SELF = pattern_of(r"(?<![\w’'-])(?:I|[Mm]y|[Ww]e|[Oo]ur|I[’'](?:m|ve|d|ll)|[Ww]e[’'](?:re|ve))(?![\w-])")
TOLD_OF = pattern_of(r"(?<![\w’'-])(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)(?![\w-])")
"""By which a paragraph tells of somebody, who may be the writer."""
MOST_APART = 1
"""So many paragraphs at most lie between two in which a writer says "I" or "we"; a page that says "we have asked" itself has more."""
CREDIT_LINE = pattern_of(r"[(\[]?\s?(?:Image\s)?(?:[Ss]ources?|[Vv]ia|[Hh]/[Tt]|[Cc]redits?|[Ss]ee\salso|[Rr]ead\s)\b")
LEFT_OUT = pattern_of(r"[(\[]?\s?(?:…|\.{3,4}|\.\s\.\s\.|snip)\s?[)\]]?")
"""What stands for words left out between two paragraphs of an extract."""
CLOSES_EXTRACT = pattern_of(
    r"(?:(?:You\scan\s)?[Rr]ead|[Ss]ee|[Ff]ind)\s(?:the\s)?(?:rest|whole|full|entire)\b[^.!?\n]{0,80}[.!]?\s*$"
)
"""Where an extract ends that the page leads on from: "Read the whole story here."."""
SAID_KINDS = frozenset((SentenceKind.STATEMENT, SentenceKind.QUESTION))
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
    first = _span(sentences, paragraphs[0])
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
    is_first_person = own_voice(text, first, quotations)
    if is_written:
        reached = _as_far_as_it_is_closed(text, sentences, paragraphs, name)
    else:
        reached = _as_far_as_they_speak(text, sentences, quotations, number, paragraphs, name)
    block: list[Span] = []
    for place, paragraph in enumerate(paragraphs):
        span = _span(sentences, paragraph)
        has_voice = own_voice(text, span, quotations)
        if place and (
            _closes(text, sentences, paragraph, name)
            or (has_voice != is_first_person and (is_written or place > reached))
            or not (is_text or is_first_person or place <= reached)
        ):
            break
        if not introductions.isdisjoint(paragraph):
            break
        block.extend(sentences[at].span for at in paragraph if sentences[at].kind not in UNSPOKEN_KINDS)
    return tuple(block)


def _closes(text: str, sentences: tuple[Sentence, ...], paragraph: list[int], name: str) -> bool:
    """Tell whether *paragraph* is none of a text by *name*: a heading, a credit, or words that name them."""
    span = _span(sentences, paragraph)
    is_unspoken = sentences[paragraph[0]].kind in UNSPOKEN_KINDS
    return is_unspoken or names_source(text, span, name) or CREDIT_LINE.match(text, span.start) is not None


def _as_far_as_it_is_closed(text: str, sentences: tuple[Sentence, ...], paragraphs: list[list[int]], name: str) -> int:
    """
    Return the place of the last of *paragraphs* that belongs to an extract by the marks of one.

    They are what is left out of it ("[…]"), and a line under it that tells again whose it is or where to read the rest; at the end of a page such a line closes the page.
    """
    last = 0
    for place, paragraph in enumerate(paragraphs[1:], 1):
        span = _span(sentences, paragraph)
        is_credit = CREDIT_LINE.match(text, span.start) is not None and names_source(text, span, name)
        if LEFT_OUT.fullmatch(text, span.start, span.end):
            last = place + 1
        elif is_credit or CLOSES_EXTRACT.match(text, span.start, span.end):
            is_amid = any(sentence.kind in SAID_KINDS for sentence in sentences[paragraph[-1] + 1 : paragraph[-1] + 3])
            return place - 1 if is_amid else last
        elif names_source(text, span, name) or (place > last and sentences[paragraph[0]].kind in UNSPOKEN_KINDS):
            break
    return last


def _as_far_as_they_speak(  # noqa: PLR0917  a line, its place and what surrounds it
    text: str,
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
    number: int,
    paragraphs: list[list[int]],
    name: str,
) -> int:
    """
    Return the place of the last of *paragraphs* in which the writer under the line *number* still says "I" or "we".

    What lies between two of them is theirs too, a letter of theirs does not end in its midst: but not where the article speaks so itself, or where somebody is told of as "he" or "she".
    """
    if own_voice(text, Span(sentences[0].span.start, sentences[number].span.end), quotations):
        return 0
    last = 0
    for place, paragraph in enumerate(paragraphs):
        span = _span(sentences, paragraph)
        is_told = TOLD_OF.search(text, span.start, span.end) or (place and _closes(text, sentences, paragraph, name))
        if is_told or place - last > MOST_APART + 1 or text[span.start] in OPENING:
            break
        if any(quotation_at(quotations, match.start()) is None for match in SELF.finditer(text, span.start, span.end)):
            last = place
    return last


def begins_voice(markup: Markup, number: int) -> bool:
    """Tell whether the sentence *number* begins a block quotation or a post of the markup."""
    if number >= len(markup) or markup[number].voice is None:
        return False
    return number == 0 or markup[number].voice != markup[number - 1].voice


def said_in(sentences: tuple[Sentence, ...], numbers: range, *, but: int = -1) -> tuple[Span, ...]:
    """Return what is said in the sentences of a block, but for its labels and the one that signs it."""
    return tuple(sentences[n].span for n in numbers if n != but and sentences[n].kind in SAID_KINDS)


def own_voice(text: str, span: Span, quotations: tuple[Quotation, ...]) -> bool:
    """Tell whether somebody speaks of themselves, or to the reader, in *span* outside quotation marks."""
    return any(quotation_at(quotations, match.start()) is None for match in VOICE.finditer(text, span.start, span.end))


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
        span = _span(sentences, paragraph)
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


def _span(sentences: tuple[Sentence, ...], paragraph: list[int]) -> Span:
    return Span(sentences[paragraph[0]].span.start, sentences[paragraph[-1]].span.end)


def names_source(text: str, span: Span, name: str) -> bool:
    """Tell whether *span* names the source by its last word: it speaks of it, so that the source does not speak."""
    last = name.rpartition(" ")[2]
    return (
        last[:1].isupper()
        and regex.search(rf"(?<!\w){regex.escape(last)}(?!\w)", text, pos=span.start, endpos=span.end) is not None
    )
