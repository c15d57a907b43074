"""Summaries as models write them, labelled before the forms were built: who is named for each claim."""

from __future__ import annotations

import pytest
from labelled import read_blocks, readings

SUMMARIES = read_blocks("summaries.txt")
LEAST = 0.95


@pytest.mark.parametrize(("name", "count"), [("summaries.txt", 40), ("variants.txt", 9), ("habits.txt", 10)])
def test_nearly_every_claim_has_its_source(name, count):
    """At least 95 in 100 claims rest on whom a reader would say, or on nobody where a reader sees nobody."""
    blocks = read_blocks(name)
    found = [reading for block in blocks for reading in readings(block)]
    right = [reading for reading in found if reading[1] == reading[2]]

    assert len(blocks) == count
    assert len(right) / len(found) >= LEAST, [reading for reading in found if reading[1] != reading[2]]


@pytest.mark.parametrize("block", SUMMARIES, ids=lambda block: block.name)
def test_summaries_are_as_long_as_those_of_models(block):
    """Each makes about ten to twenty claims."""
    assert 8 <= len(block.labels) <= 20
