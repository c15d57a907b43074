"""A name behind a dash at the end of a quoted line is who said it; any other dash is not."""

from __future__ import annotations

import pytest

from citeaudit import Article, Config, audit
from citeaudit.engine.sign_offs import find_sign_offs

SIGNED = [
    ("“We lost the harbour for nothing.” — Ana Ruiz", "Ana Ruiz", "“We lost the harbour for nothing.”"),
    (
        "“We lost the harbour for nothing.”― Ana Ruiz, a baker in Port Ellis",
        "Ana Ruiz, a baker in Port Ellis",
        "“We lost the harbour for nothing.”",
    ),
    ("“We lost the harbour for nothing.” — Ana Ruiz to Reuters", "Ana Ruiz", "“We lost the harbour for nothing.”"),
    ("**Quote of the day:** “We lost the harbour for nothing.” — Ana Ruiz", "Ana Ruiz", "“We lost the harbour for nothing.”"),
    ('"We lost the harbour for nothing."\n\n- Ruiz.', "Ruiz", '"We lost the harbour for nothing."'),
    (
        "No ferry today, and none tomorrow. — Ana Ruiz (@anaruiz) July 5, 2021",
        "Ana Ruiz (@anaruiz)",
        "No ferry today, and none tomorrow.",
    ),
]
QUIET = [
    "“We lost the harbour,” Ruiz said — and left the room.",
    "The harbour is lost — Ruiz is gone.",
    "“The Harbour” — Ana Ruiz",
    "Photo: the harbour at night — Ana Ruiz",
    "“We lost the harbour for nothing.” — the crowd cheered and went home",
    "- Sanders.",
    "—",
    "",
]


@pytest.mark.parametrize(("text", "source", "content"), SIGNED, ids=range(len(SIGNED)))
def test_signed(text, source, content):
    """The name is the source, the dash the cue, the line the content."""
    (found,) = find_sign_offs(text)

    assert (found.source[0].of(text), found.content[0].of(text), found.construction) == (source, content, "sign_off")


@pytest.mark.parametrize("text", QUIET, ids=range(len(QUIET)))
def test_quiet(text):
    """Asides, titles and captions are signed by nobody."""
    assert find_sign_offs(text) == ()


@pytest.mark.parametrize("venue", ["to Reuters", "to the BBC", "to Politico"])
def test_to_whom_it_was_said(venue):
    """The outlet behind the name is where it was said."""
    (claim,) = audit(
        Article(f"“We lost the harbour for nothing.” — Ana Ruiz {venue}"), config=Config(check_language=False)
    ).claims

    assert (claim.status, claim.sources) == ("outlet", ("Ana Ruiz",))
