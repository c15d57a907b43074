"""Who is named after "by": where something is said, and where something else is done."""

from __future__ import annotations

import pytest

from citeaudit import Config, audit

SAID = [
    pytest.param("The minister was accused by Labour of hiding a report.", "Labour", id="accused of"),
    pytest.param("Ruiz was described by a neighbour as kind.", "a neighbour", id="described as"),
    pytest.param("The claim that ministers knew was rejected by a spokesman.", "a spokesman", id="a claim rejected"),
]
DONE = [
    pytest.param("The man was arrested by police for theft.", id="a deed"),
    pytest.param("The treaty was rejected by voters.", id="no claim is rejected"),
    pytest.param("The house was built by the river for a banker.", id="a place"),
    pytest.param("She was warned.", id="nobody is named"),
]


def passives(text):
    """Return the sources of each report in *text*."""
    return [a.source[0].of(text) for a in audit(text, config=Config(check_language=False)).attributions if a.level == "report"]


@pytest.mark.parametrize(("text", "source"), SAID)
def test_what_is_said_by_whom(text, source):
    """The source stands after "by", and the claim is its."""
    assert passives(text) == [source]
    assert audit(text, config=Config(check_language=False)).claims[0].status == "source"


@pytest.mark.parametrize("text", DONE)
def test_deeds_are_left_alone(text):
    """A passive that says nothing is no attribution."""
    assert passives(text) == []
