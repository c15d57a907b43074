"""Is it English? A text goes in, the ISO 639-1 code of its language comes out, None if that cannot be told.

The script tells most languages that are not written in Latin letters; the others are told by their function words, a few
dozen a language. What holds few function words of any language (tables, lists of names, box scores) is not told at all, so
that it is never taken for a foreign text.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import islice

import regex

from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.patterns import pattern_of

LEAST_WORDS = 50
"""Below so many words the language is not guessed."""
MOST_WORDS = 200
"""No more is looked at: the language of a long text shows early."""
LEAST_SHARE = 0.12
"""At least this share of the words are function words of the language that is told."""
LEAD = 1.25
"""A language other than English must have so many times the function words that English has."""
FOREIGN_SCRIPT = 0.5
"""A text is in another script if at least this share of its letters is."""

WORD = pattern_of(r"\p{L}[\p{L}\p{M}]*(?:[’'](?=\p{L})\p{L}{0,3})?")
SCRIPTS = {
    "Cyrillic": pattern_of(r"\p{Script=Cyrillic}"),
    "Arabic": pattern_of(r"\p{Script=Arabic}"),
    "Han": pattern_of(r"[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]"),
    "Hangul": pattern_of(r"\p{Script=Hangul}"),
    "Greek": pattern_of(r"\p{Script=Greek}"),
    "Hebrew": pattern_of(r"\p{Script=Hebrew}"),
    "Devanagari": pattern_of(r"\p{Script=Devanagari}"),
    "Thai": pattern_of(r"\p{Script=Thai}"),
    "Bengali": pattern_of(r"\p{Script=Bengali}"),
    "Tamil": pattern_of(r"\p{Script=Tamil}"),
    "Georgian": pattern_of(r"\p{Script=Georgian}"),
    "Armenian": pattern_of(r"\p{Script=Armenian}"),
}
LETTER = pattern_of(r"\p{L}")
NOT_LATIN = pattern_of(r"(?V1)[\p{L}--\p{Script=Latin}]")
SINGLE = {
    "Hangul": "ko",
    "Greek": "el",
    "Hebrew": "he",
    "Devanagari": "hi",
    "Thai": "th",
    "Bengali": "bn",
    "Tamil": "ta",
    "Georgian": "ka",
    "Armenian": "hy",
}
"""Scripts that one language is nearly always written in."""


def detect_language(text: str) -> str | None:
    """
    Return the ISO 639-1 code of the language of *text*, None if it is too short or holds too little of any.

    A text that this calls other than English is meant not to be audited, so doubt is resolved towards None.
    """
    sample = text[: MOST_WORDS * 8]
    is_latin = sample.isascii() or len(NOT_LATIN.findall(sample)) < LEAST_WORDS
    letters = 0 if is_latin else len(LETTER.findall(sample))
    for script, pattern in () if is_latin else SCRIPTS.items():
        count = len(pattern.findall(sample))
        if count >= LEAST_WORDS and count >= FOREIGN_SCRIPT * letters:
            return _language_of_script(script, sample)
    words = _first_words(text)
    return _language_of_words(words) if len(words) >= LEAST_WORDS else None


def _first_words(text: str) -> list[str]:
    """Return the first words of *text*, no more than MOST_WORDS, in lower case; a long text is first tried by its beginning."""
    found = WORD.findall(text[: MOST_WORDS * 8])[:-1]  # the last may be cut
    if len(found) < MOST_WORDS:
        found = [word.group() for word in islice(WORD.finditer(text), MOST_WORDS)]
    return " ".join(found[:MOST_WORDS]).lower().replace("’", "'").split(" ")


def _language_of_words(words: list[str]) -> str | None:
    """Return the language whose function words are most frequent among *words*."""
    known = _function_words()
    counts = Counter([language for word in words for language in known.get(word, ())])
    english = counts.pop("en", 0)
    best, most = max(sorted(counts.items()), key=lambda pair: pair[1], default=("", 0))
    if english >= LEAST_SHARE * len(words) and most < LEAD * english:
        return "en"
    return best if most >= LEAST_SHARE * len(words) and most >= LEAD * english else None


@cache
def _function_words() -> dict[str, tuple[str, ...]]:
    """Return the languages that each function word belongs to."""
    table: dict[str, tuple[str, ...]] = {}
    for language, words, _example in read_table(
        shipped_table("citeaudit.lexicon", "languages.tsv"), ("language", "words", "example")
    ):
        for word in words.split():
            table[word] = (*table.get(word, ()), language)
    return table


def _language_of_script(script: str, sample: str) -> str:
    """Tell languages that share a script by letters that only one of them has."""
    if script == "Cyrillic":
        return (
            "uk"
            if regex.search(r"[іїєґ]", sample, regex.IGNORECASE)
            else ("ru" if regex.search(r"[ыэё]", sample, regex.IGNORECASE) else "bg")
        )
    if script == "Arabic":
        if regex.search(r"[ٹڈڑے]", sample):
            return "ur"
        return "fa" if regex.search(r"[پچژگ]", sample) else "ar"
    if script == "Han":
        return "ja" if regex.search(r"[\p{Script=Hiragana}\p{Script=Katakana}]", sample) else "zh"
    return SINGLE[script]
