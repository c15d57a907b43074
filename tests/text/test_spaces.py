"""Special spaces are read as plain ones, in their place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import citeaudit
from citeaudit.text.spaces import SPECIAL, with_plain_spaces


@given(st.text(alphabet=st.sampled_from(SPECIAL + " aé.\n\t")))
def test_every_code_point_keeps_its_place(text):
    """The text with plain spaces is as long as it was, and differs from it in special spaces only."""
    plain = with_plain_spaces(text)

    assert len(plain) == len(text)
    assert all(new == (" " if old in SPECIAL else old) for old, new in zip(text, plain, strict=True))


def test_a_report_quotes_the_text_as_it_stands():
    """Spans index the original text, hard spaces and all; names are told with plain ones."""
    report = citeaudit.audit("The bridge will open in May, Ana\u00a0Ruiz\u00a0said.")
    (attribution,) = report.attributions

    assert report.words(attribution.source[0]) == "Ana\u00a0Ruiz"
    assert attribution.chain[0].name == "Ana Ruiz"


@pytest.mark.parametrize("text", ["\x1f", "\x1c\x1d\n\x1e", "The bridge is shut.\x1f", "\x1fThe bridge is shut."], ids=repr)
def test_separators_of_old_data_files_are_white_space(text):
    """What `str` calls white space and a pattern does not is nobody's sentence, with the spaces made plain or not."""
    expected = ["The bridge is shut."] if "bridge" in text else []
    report = citeaudit.audit(text, config=citeaudit.Config(check_language=False))

    assert [report.words(sentence.span) for sentence in report.sentences] == expected
    assert [sentence.span.of(text) for sentence in citeaudit.split_sentences(text)] == expected
