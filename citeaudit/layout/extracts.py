"""How far a text goes that a line hands over without marks around it: its paragraphs go in, the last that is surely of it comes out.

A letter or a statement goes on as far as its writer says "I" or "we"; an outlet's extract as far as marks of its own tell ("[…]", "Read the whole story here.").
What closes either is a heading or a credit line, the source named in the third person, or another voice.
"""

from __future__ import annotations

import regex

from citeaudit.model.relations import UNSPOKEN_KINDS, Quotation, Sentence, SentenceKind
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of
from citeaudit.text.marks import OPENING
from citeaudit.text.quotations import quotation_at

OURSELVES = r"I|[Mm]y|[Ww]e|[Oo]ur"
SELF = pattern_of(rf"(?<![\w’'-])(?:{OURSELVES})(?![\w-])")
"""By which a writer speaks of themselves; "I’m" begins so too."""
ALONE = pattern_of(r"(?<![\w’'-])(?:I|[Mm]y|[Mm]e)(?![\w-])")
"""By which one does who is no newspaper: a page says "we" of itself, and seldom "I"."""
VOICE = pattern_of(rf"(?<![\w’'-])(?:{OURSELVES}|[Yy]ou|[Yy]our)(?![\w-])")
"""By which somebody speaks of themselves, or to the reader."""
CREDIT_LINE = pattern_of(r"[(\[]?\s?(?:Image\s)?(?:[Ss]ources?|[Vv]ia|[Hh]/[Tt]|[Cc]redits?|[Ss]ee\salso|[Rr]ead\s)\b")
SAID_KINDS = frozenset((SentenceKind.STATEMENT, SentenceKind.QUESTION))
TOLD_OF = pattern_of(r"(?<![\w’'-])(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)(?![\w-])")
"""By which a paragraph tells of somebody, who may be the writer."""
MOST_APART = 1
"""So many paragraphs at most lie between two in which a writer says "I" or "we"; a page that says "we have asked" itself has more."""
LEFT_OUT = pattern_of(r"[(\[]?\s?(?:…|\.{3,4}|\.\s\.\s\.|snip)\s?[)\]]?")
"""What stands for words left out between two paragraphs of an extract."""
CLOSES_EXTRACT = pattern_of(
    r"(?:(?:You\scan\s)?[Rr]ead|[Ss]ee|[Ff]ind)\s(?:the\s)?(?:rest|whole|full|entire)\b[^.!?\n]{0,80}[.!]?\s*$"
)
"""Where an extract ends that the page leads on from: "Read the whole story here."."""


def as_far_as_it_is_closed(
    text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...], paragraphs: list[list[int]], name: str
) -> int:
    """
    Return the place of the last of *paragraphs* that belongs to an extract by the marks of one.

    They are what is left out of it ("[…]"), and a line under it that tells again whose it is or where to read the rest; at the end of a page such a line closes the page.
    """
    is_first_person = own_voice(text, span_of(sentences, paragraphs[0]), quotations)
    last = 0
    for place, paragraph in enumerate(paragraphs[1:], 1):
        span = span_of(sentences, paragraph)
        is_credit = CREDIT_LINE.match(text, span.start) is not None and names_source(text, span, name)
        if LEFT_OUT.fullmatch(text, span.start, span.end):
            last = place + 1
        elif is_credit or CLOSES_EXTRACT.match(text, span.start, span.end):
            is_amid = any(sentence.kind in SAID_KINDS for sentence in sentences[paragraph[-1] + 1 : paragraph[-1] + 3])
            return place - 1 if is_amid else last
        elif (
            own_voice(text, span, quotations) != is_first_person
            or names_source(text, span, name)
            or (place > last and sentences[paragraph[0]].kind in UNSPOKEN_KINDS)
        ):
            return min(last, place - 1)
    return last


def as_far_as_they_speak(
    text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...], paragraphs: list[list[int]], name: str
) -> int:
    """
    Return the place of the last of *paragraphs* in which the writer still says "I" or "we", -1 if none says so.

    What lies between two of them is theirs too, a letter of theirs does not end in its midst: but not where the article speaks so itself, or where somebody is told of as "he" or "she".
    """
    said = Span(sentences[paragraphs[0][0]].span.start, sentences[paragraphs[-1][-1]].span.end)
    if not (_has_unquoted(SELF, text, said, quotations) or _has_unquoted(ALONE, text, said, quotations)):
        return -1  # asked first, since all that stands before is long
    before = Span(sentences[0].span.start, said.start)
    voice = ALONE if _has_unquoted(SELF, text, before, quotations) else SELF
    if voice is ALONE and _has_unquoted(ALONE, text, before, quotations):
        return -1
    last = -1
    for place, paragraph in enumerate(paragraphs):
        span = span_of(sentences, paragraph)
        is_told = TOLD_OF.search(text, span.start, span.end) or (place and closes(text, sentences, paragraph, name))
        if is_told or place - max(last, 0) > MOST_APART + 1 or text[span.start] in OPENING:
            break
        if _has_unquoted(voice, text, span, quotations):
            last = place
    return last


def closes(text: str, sentences: tuple[Sentence, ...], paragraph: list[int], name: str) -> bool:
    """Tell whether *paragraph* is none of a text by *name*: a heading, a credit, or words that name them."""
    span = span_of(sentences, paragraph)
    is_unspoken = sentences[paragraph[0]].kind in UNSPOKEN_KINDS
    return is_unspoken or names_source(text, span, name) or CREDIT_LINE.match(text, span.start) is not None


def own_voice(text: str, span: Span, quotations: tuple[Quotation, ...]) -> bool:
    """Tell whether somebody speaks of themselves, or to the reader, in *span* outside quotation marks."""
    return _has_unquoted(VOICE, text, span, quotations)


def _has_unquoted(pattern: regex.Pattern[str], text: str, span: Span, quotations: tuple[Quotation, ...]) -> bool:
    """Tell whether *pattern* matches anywhere in *span* outside quotation marks."""
    return any(quotation_at(quotations, match.start()) is None for match in pattern.finditer(text, span.start, span.end))


def names_source(text: str, span: Span, name: str) -> bool:
    """Tell whether *span* names the source by its last word: it speaks of it, so that the source does not speak."""
    last = name.rpartition(" ")[2]
    return (
        last[:1].isupper()
        and regex.search(rf"(?<!\w){regex.escape(last)}(?!\w)", text, pos=span.start, endpos=span.end) is not None
    )


def span_of(sentences: tuple[Sentence, ...], paragraph: list[int]) -> Span:
    """Return from where to where *paragraph* goes, the numbers of its sentences."""
    return Span(sentences[paragraph[0]].span.start, sentences[paragraph[-1]].span.end)
