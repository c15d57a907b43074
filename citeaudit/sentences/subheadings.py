"""
Headings that end in a stop: sentences with their kinds go in, the same come out with the headings among the remarks told.

Some papers end the lines over the parts of a story with a full stop ("Rising costs."), and one such line looks like a remark of the writer's ("Sad
news."). Several of them are headings: each a noun with what belongs to it, and each above a paragraph of the story. So are several that bear numbers
("1. Rising costs."), whatever stands beneath, but for items that follow one another.
"""

from __future__ import annotations

from citeaudit.lexicon.people import first_names
from citeaudit.model.relations import Sentence, SentenceKind
from citeaudit.model.spans import Evidence
from citeaudit.sentences.headlines import count_words
from citeaudit.sentences.verbless import DEPICTED, ELLIPTIC, NUMBERED_ALONE
from citeaudit.words.forms import clusters
from citeaudit.words.tokens import CLOSED

NUMBERED = f"kinds.{NUMBERED_ALONE}"
STEPS = frozenset((f"kinds.{ELLIPTIC}", f"kinds.{DEPICTED}", NUMBERED))
LEAST, MOST = 2, 7
"""So many words has a heading with a stop."""
LEAST_HEADINGS = 2
STORY_WORDS = 8
OPENS = frozenset(("DT", "IN"))


def with_subheadings(text: str, sentences: list[Sentence]) -> list[Sentence]:
    """Return *sentences*, those by themselves that head the paragraphs behind them as headings."""
    found = [n for n in range(1, len(sentences) - 1) if sentences[n].evidence[-1].step in STEPS and _heads(text, sentences, n)]
    if len(found) < LEAST_HEADINGS:
        return sentences
    told = list(sentences)
    for n in found:
        one = sentences[n]
        evidence = (
            *one.evidence,
            Evidence("kinds.subheading", one.span, "one of several lines without a verb above their paragraphs"),
        )
        told[n] = Sentence(one.span, SentenceKind.HEADING, one.paragraph, evidence)
    return told


def _heads(text: str, sentences: list[Sentence], n: int) -> bool:
    """Tell whether the sentence *n* stands by itself above a paragraph and is a noun with what belongs to it."""
    before, here, after = sentences[n - 1 : n + 2]
    if here.evidence[-1].step == NUMBERED:
        return after.evidence[-1].step != NUMBERED  # the items of a list follow one another
    if here.paragraph in {before.paragraph, after.paragraph} or after.kind is not SentenceKind.STATEMENT:
        return False
    if count_words(after.span.of(text)) < STORY_WORDS:
        return False
    words = here.span.of(text)
    tokens = words.rstrip(".").split()
    return words[-1] == "." and LEAST <= len(tokens) <= MOST and _is_noun(tokens)


def _is_noun(tokens: list[str]) -> bool:
    """Tell a noun with its adjectives from an adverb or an answer, and from somebody's name: in a heading each word is one that people know."""
    lower = [token.strip(",'’").casefold() for token in tokens]
    if CLOSED.get(lower[0], "DT") not in OPENS or lower[0].endswith("ly") or lower[0].capitalize() in first_names():
        return False
    return all(token in clusters() or token in CLOSED for token in lower)
