"""What tells behind the words whose they are: "(The Sun)" closing a sentence, ", via Axios", "— Ana Ruiz (@anaruiz) May 29, 2025", "Source: Reuters" under a quotation.

Sentences and outlet phrases go in, attributions come out, each with the sentence, the post or the quotation before the credit
as content. They reach no further, and under the article's own prose "Source: X" reaches nothing. A round-up of several
extracts, each closed by a line "[ The Verge ]" or by "— Reuters", is not the article's own prose: each credit reaches back over its extract.
"""

from __future__ import annotations

from bisect import bisect_right

import regex

from citeaudit.layout.blocks import BULLET, QUOTE_MARK, said_in
from citeaudit.model.relations import (
    UNSPOKEN_KINDS,
    Attribution,
    Quotation,
    Reach,
    Role,
    Sentence,
    SentenceKind,
    Source,
    SourceType,
)
from citeaudit.model.spans import Evidence, Span
from citeaudit.patterns import pattern_of
from citeaudit.sentences.lines import ACCOUNT, POST_DATE
from citeaudit.sources.outlet_phrases import Head, OutletPhrase, explains_name
from citeaudit.text.marks import OPENING
from citeaudit.text.markup import Markup
from citeaudit.text.quotations import quotation_at
from citeaudit.text.trimming import trimmed

BRACKET = pattern_of(
    r"[(\[](?:[Vv]ia\s|[Pp]er\s|[Ff]rom\s|[Hh]/[Tt]\s|[Ss]ource:\s|(?:[Aa]s\s)?(?:[Ff]irst\s)?[Rr]eported\s(?:by|in|on)\s)?(?:[Tt]he\s)?$"
)
LONGEST_OPENING = 80
"""What stands between a bracket or a comma and the name in it is no longer."""
NOTE = r"(?:,?\s(?:in\s\p{Lu}\p{Ll}+|[-–]\s\p{Ll}+(?:\s\p{L}+){0,2}|(?:via|h/t|H/T)\s[^()\[\]]{2,40}))?"
"""What may stand behind the name in a bracket: its language, who may read it, from whom it was taken."""
BRACKET_END = pattern_of(rf"{NOTE}[)\]]\s?[.;]?\s*$")
VIA = pattern_of(r"[,—–-]\s(?P<cue>via|h/t|H/T|per|hat tip to)\s(?:[Tt]he\s)?$")
VIA_END = pattern_of(r"[’”\"']?\s?[.)]?\s*$")
POST = pattern_of(
    r"(?P<dash>[—–-]{1,2})\s?(?P<name>[^@()\n]{2,60}?)\s?\((?P<handle>"
    + ACCOUNT
    + r")\)\s?(?:on\s)?(?P<date>(?:"
    + POST_DATE
    + r")?)"
)
"""What closes a post on a platform: who, the handle and the date."""
SOURCE_LINE = pattern_of(
    r"[(\[]?\s?(?P<cue>(?:[Ss]ource|SOURCE|[Cc]redit)\s?:|[Vv]ia|VIA|[Hh]/[Tt]:?|[Hh]at\s[Tt]ip(?:\sto)?:?|[Cc]ourtesy\sof|(?:[Oo]riginally|[Ff]irst)\s(?:published|reported|posted|printed|appeared|aired)\s(?:by|in|on|at)|"
    r"[Rr]ead\s(?:the\s(?:whole|full|rest|entire)\b[^:\n]{0,40}?)(?:at|in|on|via|from)|[Rr]ead\s(?:it\sall|more)\s(?:at|in|on))\s(?:[Tt]he\s)?$"
)
SOURCE_LINE_END = pattern_of(r"\s?[)\].]?\s*$")
ADDRESS = pattern_of(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+")
"""An outlet's address, which alone on a line under a quotation says where it is from."""
LONGEST_ITEM = 600
"""No item of a list is longer, in code points."""
CLOSING = pattern_of(r"(?:(?P<bracket>\[)|[—–-]{1,2})\s?(?:[Tt]he\s)?")
"""What stands before the name in a credit that is a line or a sentence of its own: "[ The Verge ]", "— Reuters"."""
ROUND_UP = 2
"""So many credits of different outlets make a round-up of extracts; a single one may be a credit for the whole."""
MOST_EXTRACTED = 40
"""No extract of a round-up has more sentences."""


def find_credit_lines(
    text: str,
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
    phrases: tuple[OutletPhrase, ...],
    markup: Markup = (),
) -> tuple[Attribution, ...]:
    """Return the attributions that a credit behind the words of *text* makes, in order; *markup* may say what is a block."""
    starts = [sentence.span.start for sentence in sentences]
    found = []
    closing: dict[int, OutletPhrase] = {}
    for phrase in phrases:
        at = bisect_right(starts, phrase.names[0].span.start) - 1
        if at >= 0 and _closes_extract(text, sentences, at, phrase):
            closing[at] = phrase
        elif at >= 0 and (credit := _credited(text, sentences, quotations, at, phrase, markup)):
            found.append(credit)
    found.extend(_extracts(text, sentences, quotations, closing, markup))
    found.extend(_posts(text, sentences, starts, phrases, markup))
    return tuple(sorted(found, key=lambda attribution: attribution.cue[0].start))


def _credited(  # noqa: PLR0917  a line, its place and what surrounds it
    text: str,
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
    at: int,
    phrase: OutletPhrase,
    markup: Markup,
) -> Attribution | None:
    """Return what the outlets of *phrase* are credited with, which ends sentence *at* or stands alone behind what is theirs."""
    sentence = sentences[at].span
    start = phrase.names[0].span.start
    low = max(sentence.start, start - LONGEST_OPENING)
    bracket, end = _bracket(text, phrase, low)
    if bracket and not explains_name(text, phrase) and BRACKET_END.match(text, end, sentence.end):
        content = (
            trimmed(text, sentence.start, bracket.start())
            or _item_before(text, sentences, at)
            or _sentence_before(sentences, at)
            or (_quotation_before(text, sentences, at, markup) if at else ())
        )
        return _attribution(text, phrase, Span(bracket.start(), end), content)
    end = phrase.names[-1].span.end
    via = VIA.search(text, low, start)
    if via and VIA_END.match(text, end, sentence.end):
        content = trimmed(text, sentence.start, via.start()) + _resumed(sentences, quotations, at)
        return _attribution(text, phrase, Span(*via.span("cue")), content)
    if not at or SOURCE_LINE_END.match(text, end, sentence.end) is None:
        return None
    line = SOURCE_LINE.fullmatch(text, sentence.start, start)
    if line or (start == sentence.start and ADDRESS.fullmatch(text, start, end)):
        cue = Span(*line.span("cue")) if line else Span(start, end)
        content = _item_before(text, sentences, at) or _quotation_before(text, sentences, at, markup)
        return _attribution(text, phrase, cue, content)
    return None


def _bracket(text: str, phrase: OutletPhrase, low: int) -> tuple[regex.Match[str] | None, int]:
    """Return what opens the bracket in which *phrase* stands alone, None if it does not, and where the phrase ends there: its names, or all that says whose they are: "(the news agency IRNA)"."""
    bracket = BRACKET.search(text, low, phrase.names[0].span.start)
    if bracket and phrase.head is not Head.JOURNALIST:
        return bracket, phrase.names[-1].span.end
    # "(Ana Ruiz/Reuters)" is who took a picture.
    is_whole = phrase.head in {Head.OUTLET, Head.JOURNALIST} and "/" not in phrase.span.of(text)
    # A journalist may be named far behind the outlet: what opens the bracket stands right before the phrase all the same.
    low = max(low, phrase.span.start - LONGEST_OPENING)
    return (BRACKET.search(text, low, phrase.span.start) if is_whole else None), phrase.span.end


def _closes_extract(text: str, sentences: tuple[Sentence, ...], at: int, phrase: OutletPhrase) -> bool:
    """Tell whether sentence *at* is nothing but the outlets of *phrase*, in square brackets on a line of its own (in round ones stand the credits of pictures) or behind a dash that ends a paragraph."""
    line = sentences[at].span
    mark = CLOSING.match(text, line.start, phrase.names[0].span.start)
    if mark is None or mark.end() != phrase.names[0].span.start:
        return False
    behind = text[phrase.names[-1].span.end : line.end].strip()
    if mark["bracket"]:
        return behind == "]" and (not at or sentences[at - 1].paragraph != sentences[at].paragraph)
    return behind in {"", "."} and (at + 1 == len(sentences) or sentences[at + 1].paragraph != sentences[at].paragraph)


def _extracts(
    text: str,
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
    closing: dict[int, OutletPhrase],
    markup: Markup,
) -> list[Attribution]:
    """Return what the credits *closing* an extract give to their outlets: the paragraph that they end, or all up to a heading, a lead-in with a colon or the credit before."""
    is_round_up = len({phrase.names[0].name for phrase in closing.values()}) >= ROUND_UP
    found = []
    for at, phrase in closing.items():
        content: list[Span] = (
            list(_item_before(text, sentences, at) or _quotation_before(text, sentences, at, markup)) if at else []
        )
        ends_paragraph = at > 0 and sentences[at - 1].paragraph == sentences[at].paragraph
        for number in range(at - 1, max(-1, at - 1 - MOST_EXTRACTED), -1) if is_round_up and not content else ():
            sentence = sentences[number]
            is_other = sentence.paragraph != sentences[number + 1].paragraph
            if (
                number in closing
                or sentence.kind in UNSPOKEN_KINDS
                or (is_other and (ends_paragraph or text[sentence.span.end - 1] == ":"))
            ):
                break
            content.insert(0, sentence.span)
        mark = Span(sentences[at].span.start, phrase.names[-1].span.end)
        if credit := _attribution(text, phrase, mark, tuple(content)):
            found.append(credit)
    return found


def _resumed(sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...], at: int) -> tuple[Span, ...]:
    """Return the sentences behind *at*, in its paragraph, in which its quotation goes on and nothing else stands."""
    spans = []
    for sentence in sentences[at + 1 : at + 12]:
        quotation = quotation_at(quotations, sentence.span.start + 1)
        is_whole = quotation is not None and quotation.span.end >= sentence.span.end - 1
        if sentence.paragraph != sentences[at].paragraph or not is_whole:
            break
        spans.append(sentence.span)
    return tuple(spans)


def _item_before(text: str, sentences: tuple[Sentence, ...], at: int) -> tuple[Span, ...]:
    """Return the item of a list that the credit *at* ends, all of it, as far as it states something; nothing where no item does."""
    first = at
    while first and sentences[first - 1].paragraph == sentences[at].paragraph:
        first -= 1
    if first == at or BULLET.match(text, sentences[first].span.start) is None:
        return ()
    return said_in(sentences, range(first, at))


def _sentence_before(sentences: tuple[Sentence, ...], at: int) -> tuple[Span, ...]:
    """Return the sentence before a bracket that stands as one of its own, in its paragraph."""
    before = sentences[at - 1] if at else None
    is_told = before is not None and before.paragraph == sentences[at].paragraph and before.kind is SentenceKind.STATEMENT
    return (before.span,) if before and is_told and len(before.span) <= LONGEST_ITEM else ()


def _quotation_before(text: str, sentences: tuple[Sentence, ...], at: int, markup: Markup) -> tuple[Span, ...]:
    """Return the paragraph before the line *at* if it is a quotation from end to end, or the block; the article's own prose is not the outlet's."""
    if markup and markup[at - 1].voice is not None:
        first = at - 1
        while first and markup[first - 1].voice == markup[at - 1].voice:
            first -= 1
        return said_in(sentences, range(first, at))
    if marked := _marked_off_before(text, sentences, at):
        return marked
    paragraph = sentences[at - 1].paragraph
    spans = [sentence.span for sentence in sentences[max(0, at - 20) : at] if sentence.paragraph == paragraph]
    is_quoted = text[spans[0].start] in OPENING and text[spans[-1].end - 1] in "”\"’'"
    is_one = paragraph != sentences[at].paragraph or not any(
        mark in text[spans[0].start + 1 : spans[-1].end - 1] for mark in '“”"'
    )
    return tuple(spans) if is_quoted and is_one else ()


def _marked_off_before(text: str, sentences: tuple[Sentence, ...], at: int) -> tuple[Span, ...]:
    """Return the paragraphs right before the line *at* that each bear the mark of a quoted line."""
    starts: list[int] = []
    for number in range(at - 1, max(-1, at - 1 - MOST_EXTRACTED), -1):
        if number and sentences[number - 1].paragraph == sentences[number].paragraph:
            continue
        if text[sentences[number].span.start] != QUOTE_MARK:
            break
        starts.append(number)
    return said_in(sentences, range(starts[-1], at)) if starts and sentences[at - 1].paragraph != sentences[at].paragraph else ()


def _attribution(text: str, phrase: OutletPhrase, cue: Span, content: tuple[Span, ...]) -> Attribution | None:
    if not content or len(content[0].of(text).split()) < 3:
        return None
    links = phrase.links(Role.REPORTER)
    named = Span(phrase.names[0].span.start, phrase.names[-1].span.end)
    return Attribution(
        (links[0].span or named,),
        (cue,),
        content,
        chain=links,
        construction="credit_line",
        reach=Reach.SENTENCE,
        evidence=(Evidence("layout.credit_line", cue, cue.of(text)),),
    )


def _posts(
    text: str, sentences: tuple[Sentence, ...], starts: list[int], phrases: tuple[OutletPhrase, ...], markup: Markup
) -> list[Attribution]:
    """Return the posts that a line with name, handle and date closes, but for those that the markup sets apart."""
    found = []
    for match in POST.finditer(text):
        at = bisect_right(starts, match.start()) - 1
        if at < 0 or (markup and markup[at].voice is not None):
            continue
        line = sentences[at]
        name = Span(*match.span("name"))
        content = trimmed(text, line.span.start, match.start())
        paragraph = line.paragraph if content or (at and sentences[at - 1].paragraph == line.paragraph) else line.paragraph - 1
        told = tuple(s.span for s in sentences[max(0, at - 12) : at] if s.paragraph == paragraph)
        content = (*told, *content)
        if not content:
            continue
        outlet = next((phrase for phrase in phrases if phrase.span.overlaps(name)), None)
        mark = Span(*match.span("dash"))
        found.append(
            Attribution(
                (name,),
                (mark,),
                content,
                chain=outlet.links(Role.SOCIAL) if outlet else (_author(text, name),),
                construction="post",
                reach=Reach.BLOCK_QUOTATION,
                evidence=(Evidence("layout.post", Span(*match.span()), match["handle"]),),
            )
        )
    return found


def _author(text: str, name: Span) -> Source:
    return Source(SourceType.PERSON, name.of(text), name, evidence=(Evidence("sources.post", name, name.of(text)),))
