"""Who is named after "by": where something is said, and where something else is done."""

from __future__ import annotations

import pytest

from citeaudit.attributions.frames.passives import find_passives
from citeaudit.sentences.boundaries import find_boundaries

SAID = [
    pytest.param(
        "The minister was accused by Labour of hiding a report.",
        ("Labour", "was accused by", ["The minister", "of hiding a report"]),
        id="accused of",
    ),
    pytest.param(
        "Ruiz was described by a neighbour as kind.", ("a neighbour", "was described by", ["Ruiz", "as kind"]), id="described as"
    ),
    pytest.param(
        "The claim that ministers knew was rejected by a spokesman.",
        ("a spokesman", "was rejected by", ["The claim that ministers knew"]),
        id="a claim rejected",
    ),
]
DONE = [
    pytest.param("The man was arrested by police for theft.", id="a deed"),
    pytest.param("The treaty was rejected by voters.", id="no claim is rejected"),
    pytest.param("The house was built by the river for a banker.", id="a place"),
    pytest.param("She was warned.", id="nobody is named"),
]


def passives(text):
    """Return source, cue and content of each find."""
    return [
        (a.source[0].of(text), a.cue[0].of(text), [span.of(text) for span in a.content])
        for a in find_passives(text, find_boundaries(text), ())
    ]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_what_is_said_by_whom(text, expected):
    """The source stands after "by"; the content is what follows, or the claim itself."""
    assert passives(text) == [expected]


@pytest.mark.parametrize("text", DONE)
def test_deeds_are_left_alone(text):
    """A passive that says nothing is no attribution."""
    assert passives(text) == []
