"""What a court heard: where evidence is given, and where a court only sits."""

from __future__ import annotations

import pytest

from citeaudit.attributions.frames.heard import find_heard
from citeaudit.sentences.boundaries import find_boundaries

HEARD = [
    ("The court heard that the van was old.", ("The court", "heard", "that the van was old"), "a clause"),
    ("The court heard on Monday that the van was old.", ("The court", "heard", "that the van was old"), "a day between"),
    ("Leeds Crown Court heard how the man had stolen £40.", ("Leeds Crown Court", "heard", "how the man had stolen £40"), "how"),
    ("Jurors were told the man had stolen £40.", ("Jurors", "were told", "the man had stolen £40"), "no that"),
    ("The driver had been drinking, an inquest heard.", ("an inquest", "heard", "The driver had been drinking"), "behind it"),
    (
        "The coroner heard that the driver had been drinking.",
        ("The coroner", "heard", "that the driver had been drinking"),
        "a clause",
    ),
]
SILENT = [
    ("The court heard two appeals in March.", "cases"),
    ("The jury was told to leave the room.", "an order"),
    ("He heard that the road was shut.", "no court"),
    ("The court heard.", "nothing"),
]


@pytest.mark.parametrize(("text", "expected", "why"), HEARD, ids=[case[2] for case in HEARD])
def test_what_a_court_heard(text, expected, why):
    """The court stands for whoever said it there."""
    (found,) = find_heard(text, find_boundaries(text), ())

    assert expected == (found.source[0].of(text), found.cue[0].of(text), found.content[0].of(text)), why


@pytest.mark.parametrize(("text", "why"), SILENT, ids=[case[1] for case in SILENT])
def test_where_nothing_was_said(text, why):
    """A court that only sits attributes nothing."""
    assert find_heard(text, find_boundaries(text), ()) == (), why
