"""What each sentence is: a text with its sentences goes in, the same sentences with their kinds and evidence come out.

Form tells (no full stop, a question mark, the phrases of boilerplate, credits and bylines), and so does place: a line by
itself, the first paragraph, an item of a list. What nothing tells otherwise is a statement.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import NamedTuple

import regex

from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.model.relations import Sentence, SentenceKind
from citeaudit.model.spans import Evidence
from citeaudit.sentences.authors import find_author_notes

CLOSERS = "\"”’')]}»*_ \t"
STOPS = frozenset(".!…:;,—–-")
BULLETS = frozenset("•▪●◦‣⁃*")
OPENERS = "\"“‘'([{«*_•- \t"
ASKS = regex.compile(
    r"(?:And |But |So |Or |Now, |Then |Well, )?(?:[Ww]ho|[Ww]hat|[Ww]hen|[Ww]here|[Ww]hy|[Hh]ow|[Ww]hich|[Ww]hose|[Dd]o|[Dd]oes|[Dd]id|[Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Cc]an|[Cc]ould|[Ww]ill|"
    r"[Ww]ould|[Ss]hould|[Hh]as|[Hh]ave|[Hh]ad|[Ii]sn|[Aa]ren|[Dd]on|[Dd]oesn|[Dd]idn|[Ww]on|[Ww]ouldn|[Cc]an)\b"
)
QUOTED_QUESTION = regex.compile(r"\?[”\"’']+$")
INTRODUCES = regex.compile(r"[,:]\s[“\"‘][^”\"’]*$")
LEAD_IN = regex.compile(r"[\p{L}\p{N}’'.-]+(?:\s[^\s“\"]+)+[\s,:]+[“\"‘']")
LETTER = regex.compile(r"\p{L}")
WORD = regex.compile(r"\p{L}[\p{L}’'-]*")
STAGE = regex.compile(
    r"[\"“]?[\[(]\s?\p{Lu}[\p{Lu} ,.-]{2,40}\s?[\])][\"”.]*$|(?:(?:[Pp]artial|[Ff]ull|[Rr]ush) )?[Tt]ranscript (?:as )?follows:$"
)
MARKUP = regex.compile(r"(?:<[^<>]++>\s*+)+\.?")
CLOCK = regex.compile(r"\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\.?|[AP]\.?M\.?)(?: \p{Lu}{2,4})?\.?$|\d{1,2}:\d\d$")
SIGNED = regex.compile(r"[.!?][”\"’'] ?[—–―-]")
CAPTION = regex.compile(r"(?:Figure|Fig\.|Table|Chart|Map) \d+")
HEADLINE_WORDS = 18
"""A first paragraph that is no longer than this may be the headline, even with a full stop."""
STEM = 4
RETOLD = 900
RETOLD_SHARE = 0.7
LEAST_STEMS = 3
"""At least so many stems, this share of them in so many first characters of the story, make a headline that is retold."""
MOST_HEADLINES = 4
"""So many first paragraphs may be headlines and decks."""
HEADING_WORDS = 45
SHORT_WORDS = 12
LABEL_WORDS = 3
LEAD_WORDS = 14
CAPITALISED = 0.9
STOPPED = 0.4
RUNNING = regex.compile(
    r"\b(?:said|told|according to|the|an?|he|she|it|they|his|her|its|their|was|were|had|who|which|until)\b", regex.IGNORECASE
)
"""Words that headlines leave out."""
SAID = regex.compile(r"\b(?:said|told|according to)\b")
FINITE = regex.compile(r"\b(?:\p{Ll}+n['’]t|is|are|was|were|has|have|had|took|said|will|would|can|could)\b")
"""Verbs that a title in capitals would write with one."""
FUNCTION_WORDS = frozenset(
    """a about after against an and as at be before but by for from if in into is it its not of off on or out over so than that the this
    to up via vs with without""".split()  # noqa: SIM905  a list of words reads best as words
)


def tell_kinds(
    text: str, sentences: tuple[Sentence, ...], *, title: str | None = None, byline: str | None = None
) -> tuple[Sentence, ...]:
    """
    Return *sentences* with their kinds, each with the evidence.

    *title* and *byline* are those that came with the article: lines that repeat them are known by them.
    """
    paragraphs = [list(group) for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph)]
    stopped = [_is_stopped(text, paragraph[-1]) for paragraph in paragraphs]
    is_printed = sum(stopped) >= STOPPED * len(stopped)
    headlines = _headlines(text, paragraphs)
    notes = find_author_notes(text, paragraphs)
    told: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        is_end = number >= max(2, len(paragraphs) - 2)
        for sentence in paragraph:
            words = sentence.span.of(text)
            kind, step, detail = (
                _known(words, title, byline)
                or _phrased(words, is_end=is_end)
                or ((SentenceKind.CREDIT, "author", "who the author is") if sentence.span.start in notes else None)
                or ((SentenceKind.HEADING, "headline", "a headline before the story") if number in headlines else None)
                or _formed(words, is_alone=len(paragraph) == 1, is_last=sentence is paragraph[-1], is_printed=is_printed)
            )
            evidence = (*sentence.evidence, Evidence(f"kinds.{step}", sentence.span, detail))
            told.append(Sentence(sentence.span, kind, sentence.paragraph, evidence))
    return tuple(told)


def _known(words: str, title: str | None, byline: str | None) -> tuple[SentenceKind, str, str] | None:
    """Tell a line that repeats the title or the byline."""
    if title and _fold(words) == _fold(title):
        return SentenceKind.HEADING, "title", "it repeats the title"
    if byline and len(words) < len(byline) + 24 and _fold(byline).removeprefix("by ") in _fold(words):
        return SentenceKind.BYLINE, "byline", "it repeats the byline"
    return None


class _Phrase(NamedTuple):
    """One row of the table of phrases: its *rank*, its *pattern*, the kind that it tells, and where it stands (start, anywhere, end)."""

    rank: int
    pattern: str
    kind: SentenceKind
    where: str


def _phrased(words: str, *, is_end: bool) -> tuple[SentenceKind, str, str] | None:
    """Tell boilerplate, credits, bylines and lines of facts by those phrases whose signs the line holds."""
    bare = words.lstrip(OPENERS + "|>#—–")
    opening, inside = _phrases()
    seen = {*opening.get(bare[:2], ()), *[phrase for sign, phrase in inside if sign in words]}
    if not seen:
        return None
    phrases = sorted(seen)
    for place in ("start", "anywhere", "end") if is_end else ("start", "anywhere"):
        found = [(match, phrase.kind) for phrase in phrases if phrase.where == place and (match := _match(phrase, words, bare))]
        if found:
            match, kind = min(found, key=lambda pair: pair[0].start())  # of those at one place the first
            return kind, kind.value, f"{match.group()[:40]!r}"
    return None


def _match(phrase: _Phrase, words: str, bare: str) -> regex.Match[str] | None:
    pattern = _compiled(phrase.pattern)
    return pattern.search(words) if phrase.where == "anywhere" else pattern.match(bare)


@cache
def _phrases() -> tuple[dict[str, list[_Phrase]], list[tuple[str, _Phrase]]]:
    """Return the table's phrases by how their lines begin, and those with any other sign behind it; a credit ranks first."""
    columns = ("pattern", "kind", "where", "signs", "example")
    rows = read_table(shipped_table("citeaudit.lexicon", "boilerplate.tsv"), columns)
    kinds = (SentenceKind.CREDIT, SentenceKind.BYLINE, SentenceKind.BOILERPLATE, SentenceKind.FRAGMENT)
    opening: dict[str, list[_Phrase]] = {}
    inside: list[tuple[str, _Phrase]] = []
    for number, (pattern, kind, where, signs, _example) in enumerate(rows):
        phrase = _Phrase(kinds.index(SentenceKind(kind)) * len(rows) + number, pattern, SentenceKind(kind), where)
        for sign in signs.split():
            if sign.startswith("^"):
                opening.setdefault(sign[1:], []).append(phrase)
            else:
                inside.append((sign.replace("_", " "), phrase))
    return opening, inside


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern)


def _formed(words: str, *, is_alone: bool, is_last: bool, is_printed: bool) -> tuple[SentenceKind, str, str]:
    """Tell a sentence by its form: how it ends, how long it is, whether it stands alone in its paragraph."""
    ending = words.rstrip(CLOSERS)[-1:]
    if not WORD.search(words, 0, 600) or STAGE.match(words) or MARKUP.fullmatch(words):
        return SentenceKind.FRAGMENT, "no_words", "no words that assert"
    if ending == "?":
        if LEAD_IN.match(words) and not ASKS.match(words) and (QUOTED_QUESTION.search(words) or INTRODUCES.search(words)):
            return SentenceKind.STATEMENT, "quoted_question", "it says that somebody asks"
        return SentenceKind.QUESTION, "question_mark", "it ends with a question mark"
    if is_alone and CLOCK.match(words):
        return SentenceKind.HEADING, "time_line", "a time of day by itself"
    if ending in STOPS:
        return _stopped_alone(words, ending) if is_alone else (SentenceKind.STATEMENT, "stop", "it ends like a sentence")
    if not is_last:
        return SentenceKind.FRAGMENT, "caption", "no stop, and a credit or another item follows on the line"
    is_long = _count(words) > (HEADING_WORDS if is_printed else SHORT_WORDS)
    return (SentenceKind.STATEMENT, "unstopped", "the full stop is missing") if is_long or not is_alone else _unstopped(words)


def _stopped_alone(words: str, ending: str) -> tuple[SentenceKind, str, str]:
    """Tell a line by itself that ends with a stop."""
    count = _count(words)
    if ending == ";" and count <= HEADLINE_WORDS:
        return SentenceKind.HEADING, "line", "a line by itself that ends with a semicolon"
    if count <= LABEL_WORDS and words.isupper():
        return SentenceKind.HEADING, "label", "a label in capitals by itself"
    if ending in ".!" and 1 < count <= LEAD_WORDS and _is_title_case(words):
        return SentenceKind.HEADING, "title_case", "a line by itself in title case"
    return SentenceKind.STATEMENT, "stop", "it ends like a sentence"


def _count(words: str) -> int:
    """Return how many words there are, or how many of a long stretch's beginning: no bound lies beyond."""
    return len(WORD.findall(words[:600]))


def _unstopped(words: str) -> tuple[SentenceKind, str, str]:
    """Tell a line by itself that ends without a stop."""
    if SIGNED.search(words):
        return SentenceKind.STATEMENT, "signed_quotation", "a quotation and who said it"
    if words[0] in BULLETS or words[:2] in {"- ", "– "} or CAPTION.match(words):
        return SentenceKind.FRAGMENT, "item", "an item or caption without a full stop"
    return SentenceKind.HEADING, "line", "a line by itself without a full stop"


def _is_stopped(text: str, sentence: Sentence) -> bool:
    return sentence.span.of(text).rstrip(CLOSERS)[-1:] in {".", "!", "?", "…", ":"}


def _headlines(text: str, paragraphs: list[list[Sentence]]) -> frozenset[int]:
    """
    Return the numbers of the paragraphs that are headlines with a full stop.

    They stand above the first paragraph of some length, and leave out the small words that a first sentence has.
    """
    lines = []
    for paragraph in paragraphs[:MOST_HEADLINES]:
        words = text[paragraph[0].span.start : paragraph[-1].span.end]
        if len(paragraph) > 1 or _count(words) > HEADLINE_WORDS:
            break
        lines.append(words)
    if len(lines) == len(paragraphs):
        return frozenset()
    story = text[paragraphs[len(lines)][0].span.start : paragraphs[min(len(lines) + 1, len(paragraphs) - 1)][-1].span.end]
    found = set[int]()
    for number, words in enumerate(lines):
        goes_on = number - 1 in found and lines[number - 1].endswith(";")
        if goes_on or _is_headline(words) or (number == 0 and (words[-1] == "?" or _is_retold(words, story))):
            found.add(number)
    return frozenset(found)


def _is_headline(words: str) -> bool:
    """Tell a headline by its language: capitals, or no articles, pronouns and helpers."""
    count = len(WORD.findall(words))
    if count < 2 or words[-1] == ":" or words[0] in "\"“‘'<-–—":
        return False
    return _is_title_case(words) or (count <= LEAD_WORDS and not RUNNING.search(words) and not FINITE.search(words))


def _is_retold(words: str, story: str) -> bool:
    """Tell a headline by the story that begins by saying it again, at more length."""
    if words[-1] not in ".!;" or words[0] in "\"“‘'" or SAID.search(words):
        return False
    stems = {word[:STEM] for word in WORD.findall(words.casefold()) if len(word) >= STEM}
    told = {word[:STEM] for word in WORD.findall(story[:RETOLD].casefold())}
    return len(stems) >= LEAST_STEMS and len(stems & told) >= RETOLD_SHARE * len(stems)


def _is_title_case(words: str) -> bool:
    """Tell whether most words that may be written small are written with a capital."""
    tokens = [word for word in WORD.findall(words)[1:] if word.lower() not in FUNCTION_WORDS]
    return (
        len(tokens) > 1
        and not FINITE.search(words)
        and sum(word[0].isupper() for word in tokens) >= CAPITALISED * len(tokens)
        and any(word[0].isupper() and not word.isupper() for word in tokens)
    )


def _fold(words: str) -> str:
    return " ".join(WORD.findall(words.casefold().replace("’", "'")))
