"""Headlines: the first paragraphs of a text go in, the numbers of those that stand above the story come out.

A line without a full stop is told by its form. Here are those that have one, or an exclamation mark: they stand above the
first paragraph of some length, and leave out the small words that a first sentence has, are written in title case, or are
said again by the story at more length.
"""

from __future__ import annotations

import regex

from citeaudit.lexicon.worded import worded
from citeaudit.model.relations import Sentence
from citeaudit.patterns import pattern_of
from citeaudit.sentences.questions import ASKS

WORD = pattern_of(r"\p{L}[\p{L}’'-]*")
HEADLINE_WORDS = 18
"""A first paragraph that is no longer than this may be the headline, even with a full stop."""
STEM = 4
RETOLD = 900
RETOLD_SHARE = 0.7
ECHO_SHARE = 0.25
"""So much of a headline that is told by its missing small words stands in the story again."""
LEAST_STEMS = 3
"""At least so many stems, this share of them in so many first characters of the story, make a headline that is retold."""
MOST_HEADLINES = 4
"""So many first paragraphs may be headlines and decks."""
LEAD_WORDS = 14
CAPITALISED = 0.9
RUNNING = worded(r"\b@no_headline\b", regex.IGNORECASE)
"""Words that headlines leave out."""
SAID = pattern_of(r"\b(?:said|told|according to)\b")
FINITE = worded(r"\b(?:\p{Ll}+n['’]t|@headline_verb)\b")
"""Verbs that a title in capitals would write with one."""
DATELINE = pattern_of(
    r"(?:\p{Lu}[\p{L}.,’'/ -]{1,40} )?\(\p{Lu}[^()\n]{1,30}\) ?(?:--|[—–-])|\p{Lu}[\p{Lu}.,’' ]{2,40} (?:--|[—–-]) \p{Lu}\p{Ll}"
)
RAISED = pattern_of(r"\p{Lu}[\p{Lu}’']+(?:\s[\p{Lu}’'-]+){1,5}\s(?=[^:?!]*\s\p{Ll})")
"""Some words in capitals before others in small letters."""
FUNCTION_WORDS = frozenset(
    """a about after against an and as at be before but by for from if in into is it its not of off on or out over so than that the this
    to up via vs with without""".split()  # noqa: SIM905  a list of words reads best as words
)


def find_headlines(text: str, paragraphs: list[list[Sentence]]) -> frozenset[int]:
    """Return the numbers of the *paragraphs* that are headlines with a stop."""
    lines = []
    for number, paragraph in enumerate(paragraphs[:MOST_HEADLINES]):
        words = text[paragraph[0].span.start : paragraph[-1].span.end]
        is_one = len(paragraph) == 1 or (number == 0 and is_title_case(words))
        if not is_one or has_more_words(words, HEADLINE_WORDS):
            break
        lines.append(words)
    if len(lines) == len(paragraphs):
        return frozenset()
    story = text[paragraphs[len(lines)][0].span.start : paragraphs[min(len(lines) + 1, len(paragraphs) - 1)][-1].span.end]
    found = set[int]()
    for number, words in enumerate(lines):
        goes_on = number - 1 in found and lines[number - 1].endswith(";")
        is_asked = words[-1] == "?" and not _is_raised(words)
        if goes_on or _is_headline(words, story) or (number == 0 and (is_asked or _is_retold(words, story))):
            found.add(number)
    return frozenset(found)


def is_title_case(words: str) -> bool:
    """Tell whether most words that may be written small are written with a capital."""
    tokens = [word for word in WORD.findall(words[:600])[1:] if word.lower() not in FUNCTION_WORDS]
    return (
        len(tokens) > 1
        and not FINITE.search(words)
        and sum(word[0].isupper() for word in tokens) >= CAPITALISED * len(tokens)
        and any(word[0].isupper() and not word.isupper() for word in tokens)
    )


def count_words(words: str) -> int:
    """Return how many words there are, or how many of a long stretch's beginning: no bound lies beyond."""
    return len(WORD.findall(words, 0, 600))


def has_more_words(words: str, most: int) -> bool:
    """Tell whether there are more than *most* words: what is all letters between spaces is one, and quickly counted."""
    return sum(map(str.isalpha, words[:600].split())) > most or count_words(words) > most


def _is_headline(words: str, story: str) -> bool:
    """Tell a headline by its language: capitals, or no articles, pronouns and helpers and some echo in the story."""
    count = len(WORD.findall(words))
    if count < 2 or words[-1] == ":" or words[0] in "\"“‘'<-–—" or DATELINE.match(words):
        return False
    is_terse = count <= LEAD_WORDS and not RUNNING.search(words) and not FINITE.search(words)
    return is_title_case(words) or (is_terse and _echo(words, story) >= ECHO_SHARE)


def _is_raised(words: str) -> bool:
    """Tell a question that opens the story, as the capitals of its first words show: "WHO WILL BE the next master of the ferry?"."""
    return RAISED.match(words) is not None and ASKS.match(words.lower()) is not None


def _is_retold(words: str, story: str) -> bool:
    """Tell a headline by the story that begins by saying it again, at more length."""
    if words[-1] not in ".!;" or words[0] in "\"“‘'" or SAID.search(words) or DATELINE.match(words):
        return False
    return len(_stems(words)) >= LEAST_STEMS and _echo(words, story) >= RETOLD_SHARE


def _echo(words: str, story: str) -> float:
    """Return which share of the longer words the beginning of the story says again."""
    stems = _stems(words)
    told = {word[:STEM] for word in WORD.findall(story[:RETOLD].casefold())}
    return len(stems & told) / len(stems) if stems else 0.0


def _stems(words: str) -> set[str]:
    return {word[:STEM] for word in WORD.findall(words.casefold()) if len(word) >= STEM}
