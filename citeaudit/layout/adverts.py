"""Advertisements between a line and the words that it introduces: sentences go in, the same without those come out.

"Ana Ruiz told the BBC: | Advertisement | “It is over.”" is one telling on the page. A link in that place ("Read more at Politico.") stays: it may stand for the words themselves.
"""

from __future__ import annotations

from citeaudit.model.relations import Sentence, SentenceKind
from citeaudit.patterns import pattern_of
from citeaudit.text.markup import Markup

LINK = pattern_of(r"(?i:read|click|see|watch|listen|via|source|h/t|download|photo|image|credit)\b")
"""What begins a line that leads to the words, or tells whose they are."""
MOST_ADVERTS = 3
"""So many such lines at most stand between a line and its words."""


def without_adverts(text: str, sentences: tuple[Sentence, ...], markup: Markup) -> tuple[tuple[Sentence, ...], Markup]:
    """Return *sentences* and their *markup* without the advertisements that stand right under a line with a colon."""
    left_out: set[int] = set()
    for number, sentence in enumerate(sentences):
        if sentence.kind is SentenceKind.BOILERPLATE or text[sentence.span.end - 1] != ":":
            continue
        last = number + 1
        while last < len(sentences) and last - number <= MOST_ADVERTS and _is_advert(text, sentences, last):
            last += 1
        if last < len(sentences) and sentences[last].paragraph != sentences[last - 1].paragraph:
            left_out.update(range(number + 1, last))
    if not left_out:
        return sentences, markup
    kept = tuple(sentence for number, sentence in enumerate(sentences) if number not in left_out)
    return kept, tuple(place for number, place in enumerate(markup) if number not in left_out)


def _is_advert(text: str, sentences: tuple[Sentence, ...], number: int) -> bool:
    """Tell whether sentence *number* is what a page prints around stories, and no link."""
    sentence = sentences[number]
    is_apart = sentence.paragraph != sentences[number - 1].paragraph or sentences[number - 1].kind is SentenceKind.BOILERPLATE
    return sentence.kind is SentenceKind.BOILERPLATE and is_apart and LINK.match(text, sentence.span.start) is None
