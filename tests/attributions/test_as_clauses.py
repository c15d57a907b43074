"""A clause of "as" that opens a sentence names who says the main clause, where its verb is one of saying."""

from __future__ import annotations

import pytest

from citeaudit import Config, audit

READS = [
    ("As Ana Ruiz wrote in a column last year, the bridge was closed.", "Ana Ruiz", "the bridge was closed", "an adjunct"),
    ("But as the governor pointed out, interviews give her an advantage.", "the governor", "interviews give her an advantage", "two words"),
    ("As she recently noted, the ferry is old.", "she", "the ferry is old", "an adverb"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "content", "why"), READS, ids=[case[0][:40] for case in READS])
def test_a_clause_of_as_names_who_says_it(text, source, content, why):
    """Source, and the main clause as content."""
    report = audit(text, config=Config(check_language=False))
    (attribution,) = report.attributions

    assert report.words(attribution.source[0]) == source, why
    assert report.words(attribution.content[-1]).rstrip(".") == content, why
    assert report.claims[0].status == "source", why


QUIET = [
    ("As voters responded to the reform, the state flipped to the other party.", "a deed, and no speech"),
    ("As long as the mayor keeps her word, the ferry will run.", "as long as"),
    ("As snow fell on the harbour, the ferry turned back.", "when"),
]


@pytest.mark.parametrize(("text", "why"), QUIET, ids=[case[0][:40] for case in QUIET])
def test_other_clauses_of_as_name_nobody(text, why):
    """When and why something was done is no attribution."""
    report = audit(text, config=Config(check_language=False))

    assert report.claims[0].status == "unattributed", why
