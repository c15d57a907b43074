"""Rules take time that grows with the text, whatever the text."""

from __future__ import annotations

import pytest
from rules.reports import NOBODY, OFFICIAL, attribute, moved, report_of
from timing import cpu_seconds

from citeaudit.config import Config
from citeaudit.rules import check_rules

pytestmark = pytest.mark.heavy  # growth is measured on long texts

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
def test_time_grows_with_the_text(text):
    """Four times the text takes about four times the time, with room for a busy machine."""
    assert is_in_step(report_of(text[: len(text) // 4]), report_of(text))


@pytest.mark.parametrize("source", [OFFICIAL, NOBODY])
def test_time_grows_with_the_attributions(source):
    """Four times the attributions in one paragraph take about four times the time."""
    piece = "It fell, a senior official reportedly said. "
    one = attribute(piece, "a senior official" if source is OFFICIAL else "", "reportedly", "It fell", source)

    def repeated(count):
        return report_of(piece * count, *(moved(one, len(piece) * number) for number in range(count)))

    assert is_in_step(repeated(375), repeated(1500))


def is_in_step(short, long) -> bool:
    """Tell whether *long*, four times *short*, is checked in far less than the sixteen times of a square."""
    return any(seconds(long) < 9 * seconds(short) + 0.1 for _ in range(4))


def seconds(report) -> float:
    """Return the CPU time that checking *report* takes."""
    return cpu_seconds(lambda: check_rules(report, ALL))
