"""Fingerprints: the name of a finding survives text that moves, and two alike have two names."""

from __future__ import annotations

from rules.reports import fired, report_of

from citeaudit.config import Config
from citeaudit.rules import check_rules

QUOTED = '"We will never accept what this council has done."'
BETWEEN = "It rained. The hall was full. The lamps were lit."


def fingerprints(text):
    """Return the fingerprints of what CA102 complains of in *text* below a first line, in order."""
    return [
        finding.fingerprint
        for finding in check_rules(report_of(f"The vote came late.\n{BETWEEN}\n{text}"), Config(select=("CA102",)).rule_settings)
    ]


def test_text_that_moves_keeps_its_name():
    """Paragraphs above, other white space and other quotation marks change no name."""
    curly = QUOTED.replace('"', "“", 1).replace('"', "”")

    assert fingerprints(QUOTED) == fingerprints(f"The hall was full.\n\nIt rained.\n\n{QUOTED}") == fingerprints(curly)


def test_two_alike_have_two_names():
    """The same words twice are two findings with two names."""
    assert len(set(fingerprints(f"{QUOTED}\n{BETWEEN}\n{QUOTED}"))) == 2


def test_other_words_have_another_name():
    """A changed sentence is a new finding."""
    assert fingerprints(QUOTED) != fingerprints(QUOTED.replace("council", "senate"))


def test_findings_stand_in_order_of_the_text():
    """Findings are ordered by place."""
    assert fired("CA102", report_of(f'{BETWEEN}\n{QUOTED}\n{BETWEEN}\n"Another quotation of five words."')) == [
        QUOTED,
        '"Another quotation of five words."',
    ]
