"""One candidate end: a text and the place of a stop go in, the reason why a sentence ends there or not comes out.

The candidate is a run of stops (``.``, ``!``, ``?``, ``…``) with the marks that close after it; what decides is the word
before, the word after, and what stands between. A single full stop before a capital letter is full_stops.py's matter.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from citeaudit.lexicon.worded import worded
from citeaudit.patterns import pattern_of
from citeaudit.sentences.full_stops import judge_full_stop
from citeaudit.sentences.reasons import Reason
from citeaudit.sentences.words import WordRole, abbreviations, words_with

NEXT = pattern_of(r"([\"“‘'(\[{«`*_]*+)(?:\s?+)([\p{L}\p{N}][\w’'.&-]{0,40}+)?")
GOES_ON_MARKS = frozenset(",;:)]}%&/=<+")
DASHES = frozenset("–—-―")
BULLETS = frozenset("•▪●◦‣⁃*")
QUOTES = frozenset("\"”’'»`")
CAMEL = worded(r"\p{Ll}{1,6}\p{Lu}|@particle\s(?:der\s|den\s|la\s)?\p{Lu}|@\w|(?:https?://|www\.)\S*\s*$")
ORDINARY = pattern_of(r"(?=\p{Ll}*[aeiouy])\p{Ll}{3,}$|\p{Lu}\p{Ll}{6,}$|\p{L}+\p{Ll}\p{Lu}\p{L}+$")
CREDIT = pattern_of(r"\(\s?(?:credits?|photos?|images?|pictures?|sources?|courtesy|via)\b", regex.IGNORECASE)
CITATION = pattern_of(r"\((?:[\p{Lu}][^()\d]{0,40}|pp?\.)?\s?\d[\d–-]*\)")
WORD = pattern_of(r"[\w-]++")
DATELINE = pattern_of(r"\p{Lu}[\p{Lu}.’' -]+,\s\p{Lu}\p{L}{1,5}$")
"""A place in capitals and its region, before the stop of a dateline that opens a story: "COSTA ALTA, Ca. – "."""
ADDRESS = pattern_of(r"[\w.-]*@")
LED_IN = pattern_of(r"\p{L}[,:]\s[“\"‘']")
"""Who says it stands before the quotation already."""
CLOSED = pattern_of(r"[^“”‘\".]*(?:[”\"]|’(?!\p{L}))(?:[,;]|\)|\s?[–—-]|\s\p{Ll})")
"""Where a quotation closes and its sentence goes on."""
NAMED_WORK = pattern_of(r"[^“”‘\".]*[”\"],\s(?!(?:he|she|they|it|we|you|my|his|her|their|and|but|as|who|said)\b)\p{Ll}")
"""Where a title between commas closes and the sentence goes on: "His film, “Run! Hide!”, was a flop"."""
LONGEST_MENTION = 120
SHORT_MENTION = 60
LONGEST_QUESTION = 300
SENTENCE_DOTS = 4
"""So many dots are an ellipsis and a full stop."""
LONGEST_WORD = 40


class Stop(NamedTuple):
    """A candidate end inside the sentence that begins at *begin*; *limit* is where the paragraph ends."""

    begin: int
    start: int
    closers: int
    """Where the marks that close after the stops begin."""
    gap: int
    """Where white space begins."""
    following: int
    limit: int


def judge(text: str, stop: Stop) -> Reason:
    """Return why a sentence ends at *stop*, or why it does not."""
    if stop.gap == stop.following:
        return _judge_glued(text, stop)
    marks = text[stop.start : stop.closers]
    found = NEXT.match(text, stop.following, stop.limit)
    opening, word = found.group(1, 2) if found else ("", None)
    if not word:
        return _judge_mark(text, stop, marks)
    is_asked = "?" in marks or "!" in marks
    if is_asked and _is_mentioned(text, stop):
        return Reason.MENTIONED
    if word[0].islower():
        return _judge_lower(text, stop, word, opening, is_asked=is_asked)
    if is_asked:
        return _judge_asked(text, stop, marks, word, opening)
    if opening == "(" and _has_quote(text, stop) and CITATION.match(text, stop.following, stop.limit):
        return Reason.CITATION
    if len(marks) > 1 or marks == "…":
        return _judge_ellipsis(text, stop, marks, word, opening)
    return judge_full_stop(text, stop.begin, stop.start, text[stop.closers : stop.gap].strip(), word, opening)


def _has_quote(text: str, stop: Stop) -> bool:
    return stop.gap > stop.closers and not QUOTES.isdisjoint(text[stop.closers : stop.gap])


def _is_mentioned(text: str, stop: Stop) -> bool:
    """Tell whether the mark stands in words that the sentence quotes and goes on after, like a title (“Hurry! Hurry!” was a hit)."""
    closed = CLOSED.match(text, stop.closers, min(stop.limit, stop.closers + LONGEST_MENTION))
    if closed is None:
        return False
    begin = max(stop.begin, stop.start - LONGEST_MENTION)
    lead = text[begin : stop.start]
    opening = max(lead.rfind("“"), lead.rfind("‘"))
    if opening < 0 and lead.count('"') % 2:
        opening = lead.rfind('"')
    before = lead[: max(opening, 0)].split()
    if before and before[-1].endswith(",") and NAMED_WORK.match(text, stop.closers, min(stop.limit, closed.end() + LONGEST_WORD)):
        before[-1] = before[-1][:-1]
    if (
        not before
        or not before[-1]
        or not lead[opening - 1].isspace()
        or not before[-1][-1].isalnum()
        or before[-1] in words_with(WordRole.SPEECH)
    ):
        return False
    length = closed.end() - begin - opening
    return length <= (SHORT_MENTION if text[stop.following : stop.following + 1].isupper() else LONGEST_MENTION)


def _judge_mark(text: str, stop: Stop, marks: str) -> Reason:
    """Judge a stop that no word follows, only other marks."""
    character = text[stop.following]
    if character in GOES_ON_MARKS:
        return Reason.PUNCTUATION_FOLLOWS
    if character in ".…":
        return Reason.OMISSION
    stem = _word_before(text, stop)
    if marks == "." and (stem in abbreviations() or "." in stem) and character not in BULLETS:
        return Reason.PUNCTUATION_FOLLOWS
    if character in DASHES:
        if marks == "." and DATELINE.match(text, stop.begin, stop.start):
            return Reason.PUNCTUATION_FOLLOWS
        after = text[stop.following : stop.limit][:4].lstrip("–—-― ")
        if _has_quote(text, stop) or not after[:1].isupper() or len(marks) > 1 or marks == "…":
            return Reason.PUNCTUATION_FOLLOWS
    return Reason.MARK_OPENS


def _judge_lower(text: str, stop: Stop, word: str, opening: str, *, is_asked: bool) -> Reason:
    """Judge a stop before a small letter: nearly never an end in print, often one in careless text."""
    if CREDIT.match(text, stop.following, stop.limit):
        return Reason.MARK_OPENS
    if stop.gap > stop.closers and not text[stop.closers : stop.gap].isdigit():
        return Reason.LOWER_CASE
    stem = _word_before(text, stop)
    if CAMEL.match(text, stop.following + len(opening), stop.limit) and stem not in abbreviations():
        return Reason.LOWER_NAME
    if is_asked:
        if stem in words_with(WordRole.MARK_IN_NAME):
            return Reason.NAME_WITH_MARK
        goes_on = WordRole.GOES_ON if stem[:1].isupper() else WordRole.JOINS
        if word in words_with(goes_on) or word in words_with(WordRole.SPEECH) or not stem:
            return Reason.LOWER_CASE
        return Reason.QUESTION
    is_plain = stop.closers - stop.start == 1 and text[stop.start] == "." and opening in {"", "“", '"'}
    if is_plain and stem not in abbreviations() and ORDINARY.match(stem):
        return Reason.LOWER_OPENS
    return Reason.LOWER_CASE


def _judge_asked(text: str, stop: Stop, marks: str, word: str, opening: str) -> Reason:
    """Judge a question or exclamation mark before a capital letter or number."""
    if marks == "!" and stop.gap == stop.closers and not opening:
        stem = _word_before(text, stop)
        if stem in words_with(WordRole.MARK_IN_NAME) and word not in words_with(WordRole.OPENER):
            return Reason.NAME_WITH_MARK
    if not opening and _has_quote(text, stop) and _speaker().match(text, stop.following, stop.limit):
        # What leads in to a question that is quoted inside a quotation is said too: “He asked me, ‘Why?’” Ana Hale said.
        is_inner = sum(mark in QUOTES for mark in text[stop.closers : stop.gap]) > 1
        is_led_in = not is_inner and LED_IN.search(text, max(stop.begin, stop.start - LONGEST_QUESTION), stop.start)
        return Reason.QUESTION if is_led_in else Reason.ATTRIBUTED
    if opening == "(" and word[0].isdigit() and stop.gap == stop.closers:
        return Reason.NAME_WITH_MARK
    return Reason.QUESTION


def _judge_ellipsis(text: str, stop: Stop, marks: str, word: str, opening: str) -> Reason:
    """Judge an ellipsis: one that stands apart leaves words out, unless a sentence opens after it."""
    is_apart = stop.start > stop.begin and text[stop.start - 1].isspace()
    if not is_apart or opening or marks.count(".") >= SENTENCE_DOTS:
        return Reason.ELLIPSIS_ENDS
    if word != "I" and word.partition("’")[0].partition("'")[0] in words_with(WordRole.OPENER):
        return Reason.ELLIPSIS_ENDS
    return Reason.OMISSION


def _judge_glued(text: str, stop: Stop) -> Reason:
    """Judge a stop with no white space after it: a slip of the pen where two ordinary words meet."""
    before = text[max(stop.begin, stop.start - LONGEST_WORD) : stop.start]
    stem = before.split()[-1] if before and not before[-1].isspace() else ""
    bare = stem.lstrip("\"“‘'([{«")
    if text[stop.start] in "。！？｡．":
        return Reason.FULL_WIDTH
    character = text[stop.following]
    if stop.closers - stop.start > 1 and text[stop.closers - 1] in ".…" and not character.isupper():
        return Reason.INSIDE_WORD
    is_ordinary = len(bare) > 1 and bare[-2:].islower() and bare.isalpha() and bare not in abbreviations()
    if character == "@":
        return Reason.GLUED if is_ordinary else Reason.INSIDE_WORD
    found = NEXT.match(text, stop.following, stop.limit)
    opening, word = found.group(1, 2) if found else ("", None)
    if not word or not word[0].isupper() or any(mark in stem for mark in "@/\\_=") or stem.startswith("www"):
        return Reason.INSIDE_WORD
    if stop.gap > stop.closers:
        return Reason.GLUED if text[stop.gap - 1] in "\"”’')" and len(bare) > 1 else Reason.INSIDE_WORD
    if opening and opening not in {"“", "‘"}:
        return Reason.INSIDE_WORD
    tail = word.partition(".")[0]
    looks_like_word = tail[1:].islower() if len(tail) > 1 else tail in "IA"
    if not is_ordinary or not looks_like_word or ADDRESS.match(text, stop.following, stop.limit):
        return Reason.INSIDE_WORD
    return Reason.INSIDE_WORD if _ends_site(text, bare, stop.following, stop.limit) else Reason.GLUED


def _ends_site(text: str, name: str, at: int, limit: int) -> bool:
    """Tell whether the word *at* a place ends the name of a site that begins with *name*: "Harbour.Com"; "Nation.Africa" where the sentence goes on."""
    found = WORD.match(text, at, limit)
    if found is None:
        return False
    if found[0] in words_with(WordRole.SITE_END):
        return True
    if found[0] not in words_with(WordRole.SITE_END_HERE) or not name[0].isupper():
        return False
    if text[found.end() : found.end() + 1] in GOES_ON_MARKS or text[found.end() : found.end() + 1] in QUOTES:
        return True
    following = WORD.match(text, found.end() + 1, limit)
    if following is None or not following[0].islower():
        return False
    # "left Leeds.In the evening" lacks a blank; "told Nation.Africa the well was dry", "Scroll.In reported"
    goes_on = words_with(WordRole.GOES_ON)
    is_told = following[0] in goes_on or following[0] in words_with(WordRole.SPEECH) or following[0].endswith("ed")
    return is_told or found[0].lower() not in goes_on


def _word_before(text: str, stop: Stop) -> str:
    """Return the word before the stop, without marks that open before it; the last 24 characters of a longer one."""
    words = text[max(stop.begin, stop.start - 24) : stop.start].split()
    return words[-1].lstrip("\"“‘'([{«`*_—–-") if words and not text[stop.start - 1].isspace() else ""


@cache
def _speaker() -> regex.Pattern[str]:
    """Return the pattern of a speaker and a verb of speech after a quotation that ends in "?" or "!"."""
    speech = "|".join(sorted(words_with(WordRole.SPEECH)))
    ends = r"(?=\s*[.,:;]|\s(?:@goes_on_stop|\w+ly)\b)"
    return worded(
        rf"(?:(?:He|She|They|I|We|It)\s(?:{speech}){ends}"
        rf"|(?:The|A|An|One|My|His|Her|Their)(?:\s[\p{{L}}’'-]+){{1,3}}\s(?:{speech}){ends}"
        r"|(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|Rev|Lt|Sgt|Capt|Col|Maj|Adm)\.?\s)*+"
        rf"(?!(?:He|She|They|I|We|It|The|A|An|One|My|His|Her|Their|And|But|So)\s)\p{{Lu}}[\w’'-]*(?:\s(?:\p{{Lu}}[\w.’'-]*|@particle|of)){{0,4}}(?:(?<=[’']s|s[’'])(?:\s\p{{Ll}}+){{1,3}}?)?(?:,\s[^,.!?\n]{{1,80}},)?\s(?:{speech})\b)"
    )
