"""Each form of citation: what it credits is credited, and what only looks like it is left alone."""

from __future__ import annotations

import pytest
from invariants import check_report
from labelled import CONFIG, read_blocks, readings

from citeaudit import audit

FORMS = read_blocks("forms.txt")


@pytest.mark.parametrize("block", FORMS, ids=lambda block: block.name)
def test_a_form_credits_its_words_and_no_others(block):
    """Every claim of the text rests on whom its label names, and nothing else is a claim."""
    wrong = [(words, wanted, got) for words, wanted, got in readings(block) if wanted != got]

    assert not wrong


@pytest.mark.parametrize("block", FORMS, ids=lambda block: block.name)
@pytest.mark.parametrize("change", [("", ""), ("\n", "\r\n"), (". ", ".  ")], ids=["plain", "windows", "two blanks"])
def test_places_are_those_of_the_text_as_it_came(block, change):
    """Marks, lists and Markdown taken out and put back leave every place of the report where its words are."""
    check_report(audit(block.text.replace(*change) if change[0] else block.text, config=CONFIG))


def test_there_are_forms_both_ways():
    """At least thirty forms credit, and at least thirty texts that look like them stay quiet."""
    quiet = [block for block in FORMS if block.name.startswith("quiet")]

    assert len(quiet) >= 30
    assert len(FORMS) - len(quiet) >= 60
