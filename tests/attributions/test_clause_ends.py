"""What is told in a clause of its own ends where that clause ends."""

from __future__ import annotations

import pytest

from citeaudit import Config, audit

CONFIG = Config(check_language=False)
THEN = "the board closed it for the summer and sent home all of its crews without any pay."
ENDED = (
    f"Although the report says the pier is safe, {THEN}",
    f"While Lund said the pier was safe, {THEN}",
    f"Days after Lund announced that the pier was unsafe, {THEN}",
    f"In May, when Lund first said that the pier was unsafe, {THEN}",
    "Lund, who says the pier is unsafe, closed the port for the summer and sent home all of its crews without any pay.",
    "The board, which Lund said was broke, closed the port for the summer and sent home all of its crews without any pay.",
)
WHOLE = (
    "After the strike, Lund said the pier was unsafe, the mill was old and nobody would be paid until the end of May.",
    "As Lund said, the pier is unsafe, the mill is old and the board is broke, which nobody had known until May.",
    "Ruiz, who runs the mill, said the pier was unsafe, the board was broke and the port would be dead by June.",
    "While she liked him, Lund said the pier was unsafe, the board was broke and the port would be dead by June.",
    "While he says he wishes nobody ill, the crews were “fools who should be sent home, so why would I be sad?”",
)


@pytest.mark.parametrize("text", ENDED)
def test_the_main_clause_is_the_articles_own(text):
    """Behind the comma that closes the clause nobody says anything."""
    (claim,) = audit(text, config=CONFIG).claims

    assert claim.status == "unattributed"
    assert any("closed" in span.of(text) for span in claim.uncovered)


@pytest.mark.parametrize("text", WHOLE)
def test_what_the_main_clause_tells_goes_on(text):
    """A comma in what somebody says in the main clause ends nothing."""
    (claim,) = audit(text, config=CONFIG).claims

    assert claim.status == "source"
    assert claim.share > 0.7
