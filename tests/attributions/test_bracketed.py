"""Outlets alone in brackets, with names that are words too."""

from __future__ import annotations

import pytest

from citeaudit import Config, audit

CONFIG = Config(check_language=False)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Rovers want the midfielder Frank Lamport. (The Sun)", "The Sun"),
        ("Rovers want the midfielder Frank Lamport. (Mirror)", "Daily Mirror"),
        ("Rovers want the midfielder Frank Lamport. (Sun, in German)", "The Sun"),
        ("Rovers want the midfielder Frank Lamport. (The Athletic - subscription required)", "The Athletic"),
        ("Rovers want the midfielder Frank Lamport. (via The Sun)", "The Sun"),
        ("Rovers want the midfielder Frank Lamport. (Sun - in German)", "The Sun"),
        ("Rovers want the midfielder Frank Lamport. (The Athletic, via Yahoo)", "The Athletic"),
        ("Rovers want the midfielder Frank Lamport (The Sun).", "The Sun"),
    ],
)
def test_a_bracket_behind_a_sentence_says_whose_it_is(text, outlet):
    """The sentence rests on the outlet, and the bracket is no claim of its own, with no setting at all."""
    (claim,) = audit(text, config=CONFIG).claims

    assert claim.outlets == (outlet,)


@pytest.mark.parametrize(
    "text",
    [
        "He smiled at the crowd for a while. (Laughter)",
        "He left the room early that day. (The Chair)",
        "The planets turn around the star in the middle (the Sun).",
        "The fee pays for the British Broadcasting Corporation (BBC).",
        "Angus King (Independent) voted against the bill.",
    ],
)
def test_other_brackets_credit_nobody(text):
    """A remark, a star, initials that are explained and a party are no credits."""
    assert not any(claim.outlets for claim in audit(text, config=CONFIG).claims)
