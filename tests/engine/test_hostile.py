"""The engine's time grows with the text, whatever the text."""

from __future__ import annotations

import pytest
from timing import cpu_seconds

from citeaudit.engine.relations import find_relations
from citeaudit.engine.weights import Weights
from citeaudit.sentences.boundaries import find_boundaries
from citeaudit.text.quotations import pair_quotations
from citeaudit.words.tokens import read_words

pytestmark = pytest.mark.heavy  # growth is measured on long texts

HOSTILE = {
    "one word that speaks": "said ",
    "quotation marks": '"',
    "opening marks": "“",
    "marks and speech": "“He said ” ",
    "a sentence without an end": "the man said that he will go, and that it is ",
    "short sentences": "He said. ",
    "paragraphs that open a quotation": "“He said it is.\n\n",
    "commas": ", ",
    "apostrophes": "n't's",
    "one word": "a",
    "hyphens": "a-",
    "colons": "X: ",
}


def seconds(text: str, times: int = 1) -> float:
    """Return the CPU time that the engine takes for *text*, the least of so many *times*."""
    sentences = find_boundaries(text)
    quotations = pair_quotations(text, sentences)
    weights = Weights.default()
    return cpu_seconds(lambda: find_relations(read_words(text, sentences, quotations, weights.forms), weights), times)


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_the_text(piece):
    """Four times the text takes about four times the time, with room for a busy machine."""
    short, long = piece * (12_000 // len(piece)), piece * (48_000 // len(piece))
    once = seconds(short, times=2)

    assert seconds(long) < 10 * once + 0.5
