"""What each sentence is: statement, question, heading, byline, credit, boilerplate, fragment; and where datelines stand."""

from __future__ import annotations

from dataclasses import replace

import regex

from citeaudit.model.relations import Dateline, Sentence, SentenceKind

BOILERPLATE = regex.compile(r"©|All rights reserved|^Read more|^Subscribe|^Sign up", regex.IGNORECASE)
CREDIT = regex.compile(r"contributed to this (?:story|report|article)\.?$")
BYLINE = regex.compile(r"^By \p{Lu}[\w.'’-]+(?: \p{Lu}[\w.'’-]+){1,3}")


def tell_kinds(text: str, sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """Return *sentences* with their kinds."""
    return tuple(replace(sentence, kind=_kind(sentence.span.of(text))) for sentence in sentences)


def find_datelines(text: str, sentences: tuple[Sentence, ...]) -> tuple[Dateline, ...]:
    """Return the datelines, each at the start of a statement."""
    return ()


def _kind(words: str) -> SentenceKind:
    if BOILERPLATE.search(words):
        return SentenceKind.BOILERPLATE
    if CREDIT.search(words):
        return SentenceKind.CREDIT
    if BYLINE.match(words) and len(words.split()) < 12:
        return SentenceKind.BYLINE
    ending = words.rstrip("\"”’')")[-1:]
    if ending == "?":
        return SentenceKind.QUESTION
    return SentenceKind.STATEMENT if ending in ".!…,;:" else SentenceKind.HEADING
