"""What a court heard: where evidence is given, and where a court only sits."""

from __future__ import annotations

import pytest

from citeaudit import Config, audit

CONFIG = Config(check_language=False)

HEARD = [
    ("The court heard that the van was old.", ("The court", "heard", "the van was old"), "a clause"),
    ("The court heard on Monday that the van was old.", ("The court", "heard", "the van was old"), "a day between"),
    ("Leeds Crown Court heard how the man had stolen £40.", ("Leeds Crown Court", "heard", "how the man had stolen £40"), "how"),
    ("Jurors were told the man had stolen £40.", ("Jurors", "were told", "the man had stolen £40"), "no that"),
    ("The driver had been drinking, an inquest heard.", ("an inquest", "heard", "The driver had been drinking"), "behind it"),
    (
        "The coroner heard that the driver had been drinking.",
        ("The coroner", "heard", "the driver had been drinking"),
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
    (claim,) = audit(text, config=CONFIG).claims
    (found,) = audit(text, config=CONFIG).attributions
    source, cue, content = expected

    assert (found.source[0].of(text), found.cue[0].of(text)) == (source, cue), why
    assert found.content[0].of(text).removeprefix("that ") == content, why
    assert claim.status == "source"


@pytest.mark.parametrize(("text", "why"), SILENT, ids=[case[1] for case in SILENT])
def test_where_nothing_was_said(text, why):
    """A court that only sits attributes nothing."""
    assert not [a for a in audit(text, config=CONFIG).attributions if a.construction.startswith("court")], why
