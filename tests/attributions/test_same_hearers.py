"""Who goes on speaking to the outlet just told: the second telling rests on that outlet too, unless it has an occasion of its own."""

from __future__ import annotations

import pytest

from citeaudit import Config, audit

ANYTHING = Config(check_language=False)
REST = "that the old wall had never been safe in all the years since the war"


@pytest.mark.parametrize(
    "text",
    [
        f"“It fell,” Ruiz told the Guardian, adding {REST}.",
        f"“It fell,” Ruiz told the Guardian on Friday, before adding {REST}.",
        f"“It fell,” Ruiz told the Guardian’s Jane Mayer, and insisted {REST}.",
        f"“It fell,” she said in an interview with the Guardian, noting {REST}.",
        "“It fell,” Ruiz told the Guardian, adding: “It had never been safe in all the years since the war.”",
    ],
)
def test_the_outlet_hears_what_is_added(text):
    """Most of the words are of the second verb, and the claim rests on the outlet all the same."""
    (claim,) = audit(text, config=ANYTHING).claims

    assert (str(claim.status), claim.outlets) == ("outlet", ("The Guardian",))


@pytest.mark.parametrize(
    "text",
    [
        f"“It fell,” Ruiz told the Guardian, while Brandt insisted {REST}.",
        f"“It fell,” Ruiz told the Guardian, and said in court on Monday {REST}.",
        f"“It fell,” Ruiz told the Guardian. Later, Ruiz added {REST}.",
    ],
)
def test_others_and_other_occasions_are_not_heard_there(text):
    """Another speaker, another occasion and another sentence are no part of what the outlet was told."""
    assert str(audit(text, config=ANYTHING).claims[-1].status) == "source"
