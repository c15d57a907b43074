"""Quotations: a text and its sentences go in, the quotations come out, in order and without overlap.

Marks are paired inside each paragraph, so that one stray mark spoils one paragraph. A quotation that its paragraph leaves
open runs to the paragraph's end where the paragraph opens with it or the next one opens with a mark again, as long
quotations are typed, where the text breaks off in it, or where the speaker goes on as "I"; else the mark is a slip, and the quotation ends with its sentence. A quotation inside a quotation is
part of it and gets no entry of its own.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from operator import attrgetter

import regex

from citeaudit.model.relations import Manner, Quotation, Sentence
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of
from citeaudit.text.marks import Mark, Side, find_marks
from citeaudit.text.placing import sentence_at

Pair = tuple[Mark, Mark | None, Mark | None]

MOST_CLOSERS = 12
"""So many single marks are tried as the end of a single-quoted quotation; more would let a stray mark cost too much."""
LONGEST_SINGLE = 1500
SPEECH = pattern_of(r"(?:said|says|asked|asks|added|wrote|tweeted|shouted|replied|saying|reads?|think|thought|declared)$")
SPEAKS = r"(?:said|says|told|asked|added|wrote|replied|explained|recalled|warned|insisted|admitted)\b"
TAIL = pattern_of(
    rf",(?=\s(?!(?:I|We|You)\b)(?:the|an?|his|her|their|he|she|they|\p{{Lu}}[\p{{L}}’'.-]*)(?:[\s,]+[^\s,“”\"]+){{0,8}}?[\s,]+{SPEAKS}[^“”\"]{{0,120}}$"
    rf"|\s{SPEAKS}\s(?:the|an?|his|her|their|\p{{Lu}})[^“”\"]{{0,120}}$)"
)
"""Where an unclosed quotation ends and who says it begins ("“Nobody told us why, the driver said.")."""
LONGEST_TAIL = 300
MOST_CUT = 4
"""So many sentences may be said before who says it closes them: "“We were never paid. The firm was gone, Ms Roe said."."""
SPEAKER = pattern_of(rf"\s(?:[^\s“”\"]+\s){{1,8}}?{SPEAKS}")
"""Who says it, right behind a mark that closes."""
SPOKEN = pattern_of(rf"\b{SPEAKS}|\baccording\sto\b")
"""Words by which the article's own voice comes back."""
SELF = pattern_of(r"(?<![\w’'-])(?:I|[Mm]y|[Ww]e|[Oo]ur|me|us)(?![\w-])")
STOP = pattern_of(r"(?<=[.!?])\s+(?=\p{Lu})")
TIME = pattern_of(r"\W*\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?(?:\s\p{Lu}{2,4})?$")
"""A time of day before a quotation, as live blogs print it."""
MOST_BETWEEN = 12
"""Over so many paragraphs without marks one pair of them may reach."""
CLAUSE_WORDS = 3
TITLE_WORDS = 5


def pair_quotations(text: str, sentences: tuple[Sentence, ...]) -> tuple[Quotation, ...]:
    """Return the quotations of *text* in order; one that a paragraph's end leaves open is not closed."""
    ends = [sentence.span.end for sentence in sentences]
    quotations: list[Quotation] = []
    starts = [sentence.span.start for sentence in sentences]
    paragraphs: list[tuple[int, int, list[Mark]]] = []
    bounds = _paragraphs(sentences)
    raw = [find_marks(text, start, end) for start, end in bounds]
    inside = _inside_one_pair(text, bounds, raw)
    for number, ((start, end), found) in enumerate(zip(bounds, raw, strict=True)):
        is_open = bool(paragraphs) and _stays_open(paragraphs[-1][2])
        if number in inside or (is_open and text[start].isupper()):
            marks = _carried(start, found, goes_on=number in inside)
        else:
            marks = found if is_open else _opened(text, found, starts)
        paragraphs.append((start, end, marks))
    for number, (start, end, marks) in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        runs_on = following is not None and _goes_on(text, start, marks, following)
        single = _single_open(text, start, marks) if runs_on and following is not None and following[2][0].is_single else None
        if single is not None:
            pairs = [*_pairs(text, marks[:single]), (marks[single], None, None)]
        else:
            pairs = [(marks[0], None, None)] if runs_on and _is_whole(start, marks) else _pairs(text, marks)
        for opening, closing, bound in pairs:
            previous = quotations[-1] if quotations and quotations[-1].span.start >= start else None
            if closing is not None:
                quotations.append(_quotation(text, (start, end), opening, (closing.start, closing.end), previous, is_closed=True))
                continue
            stop = end if bound is None else bound.start
            at = bisect_right(ends, opening.start)
            sentence_end = min(stop, ends[at]) if at < len(ends) else stop
            tail = _tail(text, opening.end, stop, ends[at : at + MOST_CUT]) if not runs_on else None
            if tail is not None:
                stop = tail.end()
            elif not runs_on and opening.start > start:
                opens_sentence = bound is None and starts[bisect_right(starts, opening.start) - 1] == opening.start
                is_cut = opens_sentence and _is_cut(text, sentence_end, end, is_last=following is None)
                stop = stop if is_cut else sentence_end
            stop = max(opening.end, stop)
            stop = opening.end + len(text[opening.end : stop].rstrip())
            quotations.append(_quotation(text, (start, end), opening, (stop, stop), previous, is_closed=False))
    return tuple(quotation for quotation in quotations if len(quotation.inner))


def _tail(text: str, start: int, stop: int, ends: list[int]) -> regex.Match[str] | None:
    """
    Return where an unclosed quotation from *start* ends and who says it begins, not behind *stop*: in its first sentence, or in one of the next few.

    *ends* are those of these sentences.
    """
    for number, end in enumerate(ends):
        last = min(stop, end)
        tail = TAIL.search(text, max(start, last - LONGEST_TAIL), last)
        if tail is not None or end >= stop or SPOKEN.search(text, start, last):
            return tail
        if number == 0 and text[last - 1] not in ".!?":
            return None
        start = last
    return None


def _is_cut(text: str, start: int, end: int, *, is_last: bool) -> bool:
    """Tell whether what follows an unclosed quotation's first sentence, from *start* to the paragraph's *end*, is said too."""
    if SPOKEN.search(text, start, end):
        return False
    return is_last or all(SELF.search(sentence) for sentence in STOP.split(text[start:end].strip()) if sentence)


def _paragraphs(sentences: tuple[Sentence, ...]) -> list[tuple[int, int]]:
    """Return the paragraphs that *sentences* make up: the first begins and the last ends with its paragraph."""
    bounds: dict[int, tuple[int, int]] = {}
    for sentence in sentences:
        first = bounds.get(sentence.paragraph)
        bounds[sentence.paragraph] = (first[0] if first else sentence.span.start, sentence.span.end)
    return list(bounds.values())


def _goes_on(text: str, start: int, marks: list[Mark], following: tuple[int, int, list[Mark]]) -> bool:
    """Tell whether the paragraph *following* opens with a mark again; a single one does so only where one is left open in the paragraph from *start*."""
    first = following[2][0] if following[2] else None
    if first is None or first.start != following[0]:
        return False
    return not first.is_single or (first.side is Side.OPENS and _single_open(text, start, marks) is not None)


def _single_open(text: str, start: int, marks: list[Mark]) -> int | None:
    """Return the index of the single mark that the paragraph from *start* leaves open: it opens the paragraph or a sentence or stands behind a colon or comma, and nothing closes it."""
    for number in range(len(marks) - 1, -1, -1):
        mark = marks[number]
        if not mark.is_single or mark.side is not Side.OPENS or (mark.start > start and text[mark.start - 2] not in ":,.!?"):
            continue
        closing = _single_close(text, marks, number + 1)
        return number if closing is None or _is_possessive(text, marks[closing]) else None
    return None


def _stays_open(marks: list[Mark]) -> bool:
    return next((mark.side is Side.OPENS for mark in reversed(marks) if not mark.is_single), False)


def _opened(text: str, marks: list[Mark], starts: list[int]) -> list[Mark]:
    """Return *marks* with one at the start of the sentence where the first mark closes what nothing opened, and who said it follows."""
    first = _first_double(marks)
    if (
        first is None
        or first.side is not Side.CLOSES
        or text[first.start - 1] not in ",.?!"
        or not SPEAKER.match(text, first.end)
    ):
        return marks
    start = starts[bisect_right(starts, first.start) - 1]
    return [Mark(start, start, False, Side.OPENS), *[mark for mark in marks if mark.start > start]]


def _carried(start: int, marks: list[Mark], *, goes_on: bool) -> list[Mark]:
    """Return *marks* with one at the paragraph's *start* where the first closes what the paragraph before left open, or where that *goes_on*."""
    first = _first_double(marks)
    is_rest = first is not None and first.side is Side.CLOSES and first.start > start
    return [Mark(start, start, False, Side.OPENS), *marks] if is_rest or goes_on else marks


def _inside_one_pair(text: str, bounds: list[tuple[int, int]], raw: list[list[Mark]]) -> set[int]:
    """
    Return the numbers of the paragraphs that one pair of marks holds, which the paragraph before them leaves open and the last of them closes.

    So letters and speeches are set whose paragraphs between bear no marks; where somebody else speaks in one of those, the first mark is a slip. In text that breaks lines
    inside its paragraphs, a quotation goes on to its paragraph's end where the next one opens with a mark again.
    """
    found: set[int] = set()
    number = 0
    while number < len(bounds):
        opening, last = number, number + 1
        number = last
        start, end = bounds[opening]
        # A title that is left open ends no sentence.
        if not _stays_open(raw[opening]) or not (text[end - 1] in ".!?…" or _is_whole(start, raw[opening])):
            continue
        while last < len(bounds) and last - opening < MOST_BETWEEN and _first_double(raw[last]) is None:
            if SPOKEN.search(text, *bounds[last]):
                break
            last += 1
        first = _first_double(raw[last]) if last < len(bounds) else None
        if first is None or last <= opening + 1:
            continue
        if first.side is Side.CLOSES and first.start > bounds[last][0]:
            found.update(range(opening + 1, last + 1))
            number = last + 1
        elif first.start == bounds[last][0] and _is_one_paragraph(text, bounds[opening:last], first.start):
            found.update(range(opening + 1, last))
            number = last
    return found


def _is_one_paragraph(text: str, lines: list[tuple[int, int]], following: int) -> bool:
    """Tell whether mere line breaks part *lines*, and a blank line parts them from what is *following*."""
    gaps = [text[first[1] : second[0]].count("\n") for first, second in pairwise(lines)]
    return max(gaps) == 1 and text[lines[-1][1] : following].count("\n") > 1


def _first_double(marks: list[Mark]) -> Mark | None:
    return next((mark for mark in marks if not mark.is_single), None)


def quotation_at(quotations: tuple[Quotation, ...], offset: int) -> Quotation | None:
    """Return which of *quotations* (as they were paired, in order) holds *offset* between its marks, None if none does."""
    place = bisect_right(quotations, offset, key=_inner_start) - 1
    return quotations[place] if place >= 0 and offset < quotations[place].inner.end else None


_inner_start = attrgetter("inner.start")


def closes_sentence(text: str, sentences: tuple[Sentence, ...], quotation: Quotation) -> bool:
    """Tell whether no word stands behind *quotation* in its last sentence: no "he said"."""
    last = sentences[sentence_at(sentences, quotation.span.end - 1)]
    return not any(map(str.isalnum, text[quotation.span.end : last.span.end]))


def _is_whole(start: int, marks: list[Mark]) -> bool:
    """Tell whether the mark that opens a paragraph stays open to its end, whatever is quoted inside."""
    depth = 0
    for mark in marks:
        if mark.is_single:
            continue
        if depth == 0 and mark.start > start:
            return False
        depth += 1 if mark.side is Side.OPENS else -1
    return depth > 0


def _pairs(text: str, marks: list[Mark]) -> list[Pair]:
    """
    Return the outermost pairs of one paragraph's *marks*.

    The second is None where nothing closes the first; the third is then the mark at which the next quotation opens, if any.
    """
    pairs: list[Pair] = []
    opened: Mark | None = None
    number = 0
    while number < len(marks):
        mark = marks[number]
        number += 1
        if mark.is_single:
            if opened is None and mark.side is Side.OPENS:
                closing = _single_close(text, marks, number)
                if closing is not None:
                    pairs.append((mark, marks[closing], None))
                    number = closing + 1
            continue
        if opened is None:
            if mark.side is not Side.CLOSES:
                opened = mark
        elif mark.side is Side.OPENS and _closes_twice(marks, number):
            number += 1
        elif mark.side is Side.OPENS:
            pairs.append((opened, None, mark))
            opened = mark
        else:
            pairs.append((opened, mark, None))
            opened = None
    if opened is not None:
        pairs.append((opened, None, None))
    return pairs


def _closes_twice(marks: list[Mark], number: int) -> bool:
    """Tell whether the next two marks close, so that what opened just before *number* is a quotation in a quotation."""
    following = marks[number : number + 2]
    return len(following) > 1 and all(mark.side is Side.CLOSES and not mark.is_single for mark in following)


def _single_close(text: str, marks: list[Mark], number: int) -> int | None:
    """Return the index of the mark that closes the single-quoted quotation opened just before *number*, None if it is an apostrophe."""
    tried = 0
    doubles = 0
    possessive = None
    begin = marks[number - 1].end
    for index in range(number, len(marks)):
        mark = marks[index]
        if not mark.is_single:
            doubles += 1
            continue
        if mark.start - begin > LONGEST_SINGLE or tried >= MOST_CLOSERS:
            break
        if mark.side is Side.OPENS:
            if possessive is not None or text[mark.start] == "'":
                break
            tried += 1
            continue
        tried += 1
        if doubles % 2:
            continue
        if _is_possessive(text, mark):
            possessive = index
            continue
        return index
    return possessive


def _is_possessive(text: str, mark: Mark) -> bool:
    """Tell whether a single *mark* may be that of an owner: "the workers’ | families"."""
    follows = text[mark.end : mark.end + 2]
    return text[mark.start - 1] == "s" and follows[:1] == " " and follows[1:].islower()


def _quotation(
    text: str, paragraph: tuple[int, int], opening: Mark, closing: tuple[int, int], previous: Quotation | None, *, is_closed: bool
) -> Quotation:
    inner = Span(opening.end, closing[0])
    span = Span(opening.start, closing[1])
    manner = Manner.DIRECT if _is_clause(text, paragraph, span, inner, previous) else Manner.MIXED
    return Quotation(span, inner, manner, is_closed)


def _is_clause(text: str, paragraph: tuple[int, int], span: Span, inner: Span, previous: Quotation | None) -> bool:
    """Tell whether a whole clause is quoted, not just words of one."""
    words = inner.of(text).strip()
    if not words:
        return False
    before = text[max(paragraph[0], span.start - 40) : span.start].rstrip()
    after = text[span.end : min(paragraph[1], span.end + 2)].lstrip()
    count = len(words[:200].split())
    opens = words.lstrip("\"'‘“[(…. ")[:1]
    ends = words.rstrip("\"'’”)]")[-1:] in set(".,!?…—–-;:") or after[:1] in set(",.")
    is_free = (
        not before
        or before[-1] in ".!?…:;,—–-)([”\"’'"
        or not (before[-1].isalnum() or before[-1] in "&%$£€+=@#/")
        or TIME.match(before)
    )
    if opens.isupper() or opens.isdigit():
        if is_free:
            is_title = before[-1:] == "," and count <= TITLE_WORDS and all(word[0].isupper() for word in words.split())
            return ends and not is_title and (count >= CLAUSE_WORDS or words[-1:] in ",.!?")
        return ends and count > CLAUSE_WORDS and SPEECH.search(before) is not None
    if previous is not None and previous.manner is Manner.DIRECT and before[-1:] == ",":
        return count >= CLAUSE_WORDS
    return bool(not before or before[-1] in ".!?…") and ends and count > CLAUSE_WORDS
