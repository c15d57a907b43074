"""What generated text asserts: its sentences go in, with the marks taken out; the same come out, more of them as statements, fewer too.

Models leave the full stop out of items and put headings, greetings and lead-ins ("Here are the key points:") where an article
has sentences. In an article the first assert nothing and the second do; here it is the other way round.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import groupby

from citeaudit.citations.lifting import Lifted
from citeaudit.citations.marks import LINES
from citeaudit.citations.words import WordKind, phrases_of
from citeaudit.lexicon.worded import worded
from citeaudit.model.articles import Article, BlockKind
from citeaudit.model.relations import Sentence, SentenceKind
from citeaudit.model.spans import Evidence, Span
from citeaudit.patterns import pattern_of

ITEM = pattern_of(r"(?:[-*•·▪●◦–—]|\(?\d{1,3}[.)])\s")
FEWEST_WORDS = 3
"""Fewer words before a mark are a heading or a caption."""
ITEM_WORDS = 5
"""An item without a full stop asserts something if it has so many words and holds a verb, or stands among items that assert."""
HEAD_WORDS = 5
"""A run-in head ("1. Verdict.") and a lead-in that names nobody ("Key takeaways:") have no more words."""
VERB = worded(r"\b(?:\p{Ll}{2,}(?:ed|s)|@aux|said)\b")
FINITE = worded(r"\b(?:\p{Ll}{2,}ed|@aux|said)\b")
"""The same without "-s", which ends nouns too: behind a number a few words with one are a head ("4. Next steps.")."""
KEPT = frozenset(("kinds.title", "kinds.no_words", "kinds.post", "kinds.label", "kinds.byline"))
"""What makes of a line no statement whatever stands behind it."""
OPEN = frozenset((SentenceKind.FRAGMENT, SentenceKind.HEADING))
"""What may assert something in generated text though it would not in an article."""
OPENS_CHAT = pattern_of(r"[\p{L}’' ]+")


def with_claims(article: Article, sentences: tuple[Sentence, ...], lifted: Lifted) -> tuple[Sentence, ...]:
    """Return *sentences* of *article*, which had the marks that were *lifted*, with the kinds that they have in generated text."""
    text = article.text
    listed = frozenset(block.span.start for block in article.blocks if block.kind is BlockKind.ITEM)
    starts = [sentence.span.start for sentence in sentences]
    marked = {
        bisect_left(starts, placed.at + placed.mark.is_in_text) - 1 for placed in lifted.marks if placed.mark.back not in LINES
    }
    cells = frozenset(cell.start for row in lifted.rows for cell in row)
    asserting = listed | cells
    told: list[Sentence] = []
    for number, sentence in enumerate(sentences):
        opens = not number or sentences[number - 1].paragraph != sentence.paragraph
        goes_on = number + 1 < len(sentences) and sentences[number + 1].paragraph == sentence.paragraph
        is_marked = number in marked
        told.append(_told(text, sentence, asserting, opens=opens, goes_on=goes_on, is_marked=is_marked))
    told = _with_siblings(text, told, listed - cells)
    _tell_columns(text, told, starts, lifted.rows)
    for number in lifted.sourced:
        _tell_row(told, starts, lifted.rows[number])
    return tuple(told)


def _tell_columns(text: str, sentences: list[Sentence], starts: list[int], rows: tuple[tuple[Span, ...], ...]) -> None:
    """Make the longer cells of a column statements if one of them is; a head, which has no cells, begins the next table."""
    columns: dict[tuple[int, int], list[int]] = {}
    table = 0
    for row in rows:
        table += not row
        for place, cell in enumerate(row):
            at = bisect_left(starts, cell.start)
            if at < len(starts) and starts[at] == cell.start:
                columns.setdefault((table, place), []).append(at)
    for column in columns.values():
        if any(sentences[number].kind is SentenceKind.STATEMENT for number in column):
            for number in column:
                sentence = sentences[number]
                if sentence.kind in OPEN and len(sentence.span.of(text).split()) >= ITEM_WORDS:
                    sentences[number] = _as(sentence, SentenceKind.STATEMENT, "a cell among cells that assert")


def _tell_row(sentences: list[Sentence], starts: list[int], row: tuple[Span, ...]) -> None:
    """Make the longest cell of a *row* a statement if none is: a row of a table that names sources asserts something."""
    here = [number for cell in row for number in range(bisect_left(starts, cell.start), bisect_left(starts, cell.end))]
    open_ = [n for n in here if sentences[n].kind in OPEN and sentences[n].evidence[-1].step not in KEPT]
    if not open_ or any(sentences[n].kind is SentenceKind.STATEMENT for n in here):
        return
    longest = max(open_, key=lambda n: len(sentences[n].span))
    sentences[longest] = _as(sentences[longest], SentenceKind.STATEMENT, "what a row of a table asserts")


def _told(text: str, sentence: Sentence, listed: frozenset[int], *, opens: bool, goes_on: bool, is_marked: bool) -> Sentence:
    """Return one sentence with its kind."""
    words = sentence.span.of(text)
    bare = _without_bullet(words)
    count = len(bare.split())
    if sentence.kind is SentenceKind.STATEMENT:
        if is_marked:
            return sentence
        if _is_chat(bare):
            return _as(sentence, SentenceKind.BOILERPLATE, "what an assistant says to its user")
        verb = FINITE if bare != words else VERB
        is_head = opens and goes_on and count < HEAD_WORDS and bare[-1:] in ".:" and not verb.search(bare.partition(" ")[2])
        is_lead_in = opens and not goes_on and count <= HEAD_WORDS and bare.endswith(":")
        return _as(sentence, SentenceKind.HEADING, "a head of what follows") if is_head or is_lead_in else sentence
    if sentence.kind not in OPEN or bare.endswith(":"):
        return sentence
    if is_marked and count >= FEWEST_WORDS and sentence.evidence[-1].step not in KEPT:
        return _as(sentence, SentenceKind.STATEMENT, "a mark says whose it is")
    if _may_assert(sentence, words, listed) and VERB.search(bare.partition(" ")[2]):
        return _as(sentence, SentenceKind.STATEMENT, "an item that asserts")
    return sentence


def _with_siblings(text: str, sentences: list[Sentence], listed: frozenset[int]) -> list[Sentence]:
    """Return *sentences*, those items too as statements that stand in a list of which another item is one."""
    result: list[Sentence] = []
    for is_item, group in groupby(sentences, key=lambda sentence: _is_item(text, sentence, listed)):
        run = list(group)
        asserts = is_item and any(sentence.kind is SentenceKind.STATEMENT for sentence in run)
        result += [
            _as(sentence, SentenceKind.STATEMENT, "an item among items that assert")
            if asserts and _may_assert(sentence, sentence.span.of(text), listed)
            else sentence
            for sentence in run
        ]
    return result


def _is_item(text: str, sentence: Sentence, listed: frozenset[int]) -> bool:
    return sentence.span.start in listed or ITEM.match(text, sentence.span.start) is not None


def _may_assert(sentence: Sentence, words: str, listed: frozenset[int]) -> bool:
    """Tell whether a sentence is an item without a full stop that is long enough to assert something."""
    is_open = sentence.kind in OPEN and sentence.evidence[-1].step not in KEPT
    bare = _without_bullet(words)
    return (
        is_open
        and (bare != words or sentence.span.start in listed)
        and len(bare.split()) >= ITEM_WORDS
        and not bare.endswith(":")
    )


def _is_chat(words: str) -> bool:
    """Tell whether *words* are what an assistant says around its answer: "Sure!", "Here is a summary of the news."."""
    folded = words.casefold().replace("’", "'")
    whole = folded.strip(" .!:,")
    if whole in phrases_of(WordKind.CHAT):
        return True
    return any(folded.startswith(f"{phrase} ") for phrase in phrases_of(WordKind.CHAT_OPENS)) and (
        folded[-1:] in ":!?" or any(noun in OPENS_CHAT.findall(folded)[0].split() for noun in phrases_of(WordKind.CHAT_NOUN))
    )


def _without_bullet(words: str) -> str:
    item = ITEM.match(words)
    return words[item.end() :] if item else words


def _as(sentence: Sentence, kind: SentenceKind, why: str) -> Sentence:
    return replace(sentence, kind=kind, evidence=(*sentence.evidence, Evidence("kinds.citation", sentence.span, why)))
