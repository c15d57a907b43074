"""Rules take time that grows with the text, whatever the text."""

from __future__ import annotations

import time

import pytest
from rules.reports import NOBODY, OFFICIAL, attribute, moved, report_of

from citeaudit.config import Config
from citeaudit.rules import check_rules

ALL = Config(select=("ALL",), minimum_attributed=0.9, maximum_outlet_share=0.5).rule_settings


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“Aaa bbb ccc ddd eee.” " * 3000, id="quotations in one paragraph"),
        pytest.param("“Aaa bbb ccc ddd eee.”\n" * 3000, id="quotations in many paragraphs"),
        pytest.param("“Aaa " * 8000, id="opening marks only"),
        pytest.param("Aa" * 30000 + " defrauded clients.", id="one long word"),
        pytest.param("Aaa " * 15000 + "defrauded.", id="capitals"),
        pytest.param("1,000" * 15000, id="digits"),
        pytest.param("an anonymous " * 8000, id="anonymity without end"),
        pytest.param("Aaa bbb. " * 8000, id="sentences in one paragraph"),
    ],
)
def test_hostile_texts_take_no_square_time(text):
    """Sixty thousand characters of anything are checked in two seconds."""
    report = report_of(text)
    start = time.process_time()
    check_rules(report, ALL)

    assert time.process_time() - start < 2


@pytest.mark.parametrize("source", [OFFICIAL, NOBODY])
def test_many_attributions_take_no_square_time(source):
    """Thousands of attributions in one paragraph are checked in two seconds."""
    piece = "It fell, a senior official reportedly said. "
    text = piece * 1500
    one = attribute(piece, "a senior official" if source is OFFICIAL else "", "reportedly", "It fell", source)
    found = [moved(one, len(piece) * number) for number in range(1500)]
    report = report_of(text, *found)
    start = time.process_time()
    check_rules(report, ALL)

    assert time.process_time() - start < 2
