"""The oracle: articles put together from paragraphs whose reading is known read as they were put together."""

from __future__ import annotations

from hypothesis import given
from strategies import compositions, text_of

from citeaudit import Config, audit

OPENING = "The council met on Monday for the first time since the spring, and the hall was full to the doors by nine."
"""A long first paragraph, so that no short one after it is taken for a headline."""


@given(compositions())
def test_each_sentence_reads_as_it_was_made(paragraphs):
    """Status and outlets of every sentence are those it was composed from, whatever stands around it."""
    report = audit(f"{OPENING}\n{text_of(paragraphs)}", config=Config(check_language=False))

    read = [(report.words(claim.sentence.span), claim.status.value, claim.outlets) for claim in report.claims[1:]]
    assert read == [(part.words, part.status, part.outlets) for paragraph in paragraphs for part in paragraph]
