"""The index of phrases by their first word."""

from __future__ import annotations

import pytest

from citeaudit.lexicon.phrases import find_phrases, index_phrases

INDEX = index_phrases(["Post", "Denver Post", "New York", "New York Times", "+972", "Fox & Friends", "Roe's", "20/20", "i"])

CASES = [
    ("The Denver Post said.", ["Denver Post"], "the longest that begins here"),
    ("New York Timeser", ["New York"], "a longer one that ends inside a word is passed over"),
    ("New York Times", ["New York Times"], "the end of the text"),
    ("Posts and post", [], "whole words, in their case"),
    ("New\nYork and New\u00a0York", ["New York", "New York"], "a break counts as a space"),
    ("New\n\nYork", [], "a paragraph does not"),
    ("on +972 today", ["+972"], "a sign before the first word"),
    ("on 972 today", [], "the sign is needed"),
    ("Fox & Friends, 20/20", ["Fox & Friends", "20/20"], "signs inside"),
    ("in i and ii", ["i"], "one letter"),
    ("", [], "nothing"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[2] for case in CASES])
def test_phrases_are_found_whole_longest_first(text, expected, why):
    """A phrase is found where its words stand, whole, the longest at each place."""
    assert expected == [phrase for _, _, phrase in find_phrases(text, INDEX)], why


def test_places_are_those_of_the_text():
    """Start and end are offsets of the text, and places do not overlap."""
    text = "A Denver Post Post"

    assert list(find_phrases(text, INDEX)) == [(2, 13, "Denver Post"), (14, 18, "Post")]
