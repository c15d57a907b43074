"""What stands beside an outlet that was spoken to, and what only seems to: nouns that refer back to a talk, and who is close to somebody."""

from __future__ import annotations

import pytest
from audited import last_claim


@pytest.mark.parametrize(
    "text",
    [
        "Speaking on Sky News, the mayor said the pier was safe. On the same programme, Ana Ruiz said that it was not.",
        "The mayor said on Sky News that the pier was safe. Speaking on the same show, Ana Ruiz said that it was not.",
        "On Sky News on Monday, the mayor said the pier was safe. Later in the same interview, the mayor said that it was old.",
        "A source close to the pair tells Sky News that they are happy.",
        "The mayor went on Sky News to say the pier was old.",
        "The mayor phoned in to Sky News and called the pier a trap.",
        "The mayor said on his show on Sky News that the pier was old.",
        "In audio obtained by Sky News, the mayor can be heard saying that the pier was old.",
        "The pier will close in May, said the firm's recently named chair Ann Hart in an interview with Sky News.",
        "In a profile on Sky News, the mayor said the pier was old.",
    ],
)
def test_an_outlet_was_spoken_to(text):
    """The last claim rests on the outlet, whoever spoke."""
    claim = last_claim(text)

    assert (claim.status, claim.outlets) == ("outlet", ("Sky News",))


@pytest.mark.parametrize(
    "text",
    [
        "Speaking on Sky News, the mayor said the pier was safe. At the same meeting, Ana Ruiz said that it was not.",
        "A person close to Sky News told the board that it was over.",
        "The mayor went to the office of Sky News to hand in a letter, and said nothing.",
        "Sky News hired the mayor, who can be heard all day.",
        "The show was old, and the mayor said so in May. Sky News closed.",
    ],
)
def test_an_outlet_was_not_spoken_to(text):
    """An outlet that is only near is no venue."""
    assert last_claim(text).status != "outlet"
