"""The engine's time grows with the text, whatever the text."""

from __future__ import annotations

import time

import pytest

from citeaudit.attributions.relations import find_relations
from citeaudit.attributions.weights import Weights
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


def seconds(text: str) -> float:
    """Return the CPU time that the engine takes for *text*."""
    sentences = find_boundaries(text)
    quotations = pair_quotations(text, sentences)
    weights = Weights.default()
    began = time.process_time()
    find_relations(read_words(text, sentences, quotations, weights.forms), weights)
    return time.process_time() - began


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_the_text(piece):
    """Four times the text takes about four times the time, with room for a busy machine."""
    short, long = piece * (12_000 // len(piece)), piece * (48_000 // len(piece))
    once = min(seconds(short), seconds(short))

    assert seconds(long) < 10 * once + 0.5
