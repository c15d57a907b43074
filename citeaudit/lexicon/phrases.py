"""Phrases found by their first word: a set of phrases goes in, the places where a text holds one come out.

Why by first word: 14,000 forms as one alternation of a regular expression cost 35 ms an article, a dictionary lookup on
each word 0.3 ms. At each place the longest phrase wins, so that "Denver Post" is never read as "Post", and the search
goes on behind it. Case matters. A phrase must end where a word ends.

The time is linear in the text: how many phrases share a first word is a constant of the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

WORD = regex.compile(r"[\w]+")
SPACES = str.maketrans({"\n": " ", "\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " ", "\t": " "})

PhraseIndex = dict[str, list[str]]
"""The phrases that begin with a word, longest first. A phrase that begins with a sign ("+972") hangs on its first word."""


def index_phrases(phrases: Iterable[str]) -> PhraseIndex:
    """Return *phrases* by their first word, longest first; a phrase without a word is left out."""
    index: PhraseIndex = {}
    for phrase in phrases:
        first = phrase.partition(" ")[0]
        if not first.isalnum():
            found = WORD.search(phrase)
            if found is None:
                continue
            first = found.group()
        if first in index:
            index[first].append(phrase)
        else:
            index[first] = [phrase]
    for rows in index.values():
        if len(rows) > 1:
            rows.sort(key=len, reverse=True)
    return index


def find_phrases(text: str, index: PhraseIndex) -> Iterator[tuple[int, int, str]]:
    """
    Return (start, end, phrase) of each phrase in *text*, in order, none overlapping another.

    A single line break or no-break space inside a phrase counts as a space.
    """
    text = text.translate(SPACES)
    done = 0
    for word in WORD.finditer(text):
        phrases = index.get(word.group())
        if phrases is None or word.start() < done:
            continue
        for phrase in phrases:
            start = word.start()
            if not text.startswith(phrase, start):
                # Only a phrase that begins with a sign can begin before its first word.
                start -= len(phrase) - len(phrase.lstrip("+*/.#@'’"))
                if start == word.start() or start < done or not text.startswith(phrase, start):
                    continue
            end = start + len(phrase)
            if text[end : end + 1].isalnum():
                continue
            yield start, end, phrase
            done = end
            break
