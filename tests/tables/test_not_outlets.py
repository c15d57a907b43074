"""The phrases that are no outlets: each row's own example must not be read as a citation."""

from __future__ import annotations

import pytest

from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.model.articles import Article
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.outlets.mentions import find_candidates
from citeaudit.sentences.boundaries import find_boundaries

ROWS = read_table(shipped_table("citeaudit.outlets", "not_outlets.tsv"), ("form", "reason", "example"))


def cited(text):
    """Return the words of the mentions that a frame may take for a source."""
    found = find_candidates(Article(text), find_boundaries(text), Gazetteer.default())[0]
    return [m.span.of(text) for m in found if not any(evidence.step == "mentions.topic" for evidence in m.evidence)]


@pytest.mark.parametrize(("form", "reason", "example"), ROWS, ids=[row[0] for row in ROWS])
def test_no_example_names_a_source(form, reason, example):
    """A phrase that only looks like an outlet, or speaks of one, gives no mention that can be a source."""
    assert cited(example) == [], reason
