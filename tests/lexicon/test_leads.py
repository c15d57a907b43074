"""What stands before a line's own words, and what does not."""

from __future__ import annotations

import pytest

from citeaudit import Config, audit
from citeaudit.lexicon.leads import is_lead
from citeaudit.lexicon.tables import read_table, shipped_table

LABELS = read_table(shipped_table("citeaudit.lexicon", "labels.tsv"), ("label", "example"))


@pytest.mark.parametrize(
    "words",
    [
        "",
        "•",
        "– ",
        "» ",
        "🔴",
        "12.30pm:",
        "14:05",
        "10:15 a.m. ET:",
        "5m ago",
        "1.",
        "BREAKING:",
        "BREAKING NEWS —",
        "9.14am UPDATE:",
    ],
)
def test_leads(words):
    """Marks, times, numbers and labels are no part of the sentence."""
    assert is_lead(words)


@pytest.mark.parametrize("words", ["Hale:", "Nobody", "He said:", "NEWS", "In 1912", "•Hale", "“", "UPDATED figures"])
def test_no_leads(words):
    """Names, words and quotations are."""
    assert not is_lead(words)


@pytest.mark.parametrize(("label", "example"), LABELS)
def test_nobody_speaks_by_a_label(label, example):
    """Each row's example is a quotation that nobody is given for."""
    report = audit(f"{example} The hall emptied.", config=Config(check_language=False))

    assert example.startswith(label)
    assert "CA102" in [finding.code for finding in report.findings]
    assert not any(claim.sources for claim in report.claims)


@pytest.mark.parametrize("lead", ["• ", "– ", "» ", "😀 ", "12.30pm: ", "14:05 "])
def test_a_quotation_behind_a_mark_is_heard(lead):
    """CA102 asks who speaks, whatever stands before the quotation."""
    report = audit(f"{lead}“We will never accept what they did.” The hall emptied.", config=Config(check_language=False))

    assert "CA102" in [finding.code for finding in report.findings]


def test_a_name_before_a_colon_speaks():
    """A name is no label."""
    report = audit("Hale: “We will never accept what they did.” The hall emptied.", config=Config(check_language=False))

    assert "CA102" not in [finding.code for finding in report.findings]


def test_labels_are_sorted():
    """The table is in order, and no label stands in it twice."""
    labels = [label for label, _ in LABELS]

    assert labels == sorted(set(labels))
