"""Splitting is idempotent: a sentence of a golden text, split by itself, is one sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from citeaudit.sentences.boundaries import find_boundaries

GOLDEN = Path(__file__).parents[1] / "golden"
ARTICLE = re.compile(r"^```article\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TEXTS = [
    pytest.param(article[1], id=path.stem)
    for path in sorted(GOLDEN.rglob("*.md"))
    for article in ARTICLE.finditer(path.read_text("utf-8"))
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_sentence_split_again_is_itself(text):
    """No sentence holds another end, and none needs its neighbours to be told from them."""
    for sentence in find_boundaries(text):
        words = sentence.span.of(text)

        assert [again.span.of(words) for again in find_boundaries(words)] == [words]
