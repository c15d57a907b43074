"""Reading takes time in proportion to the text, on hostile text too: four times the text, about four times the time."""

from __future__ import annotations

import pytest
from timing import cpu_seconds

from citeaudit import Article, Config, audit

pytestmark = pytest.mark.heavy  # growth is measured on long texts

ANY_LANGUAGE = Config(check_language=False)
HOSTILE = (
    "“",
    '"a ',
    "'a ",
    "said ",
    "He said, he said that ",
    "Reuters reported ",
    "according to the Times ",
    "told CNN that ",
    "Ana Ruiz, ",
    "Mr. ",
    "U.S. ",
    ". ",
    "\n",
    "a\n",
    " ",
    "(",
    "- ",
    "A",
    "x.y.",
    "“Ha,” he said. ",
    "It added that ",
    "the newspaper said ",
    "https://example.org/",
    "is said to a ",
    "is considered a ",
    "in the words of a ",
    "put out a statement saying ",
    "footage seen by us shows ",
    "Xinhua quoted her as saying so, ",
)


def seconds(text: str) -> float:
    """Return the processor time that an audit of *text* takes."""
    return cpu_seconds(lambda: audit(Article(text), config=ANY_LANGUAGE))


@pytest.mark.parametrize("unit", HOSTILE, ids=repr)
def test_time_grows_with_the_text(unit):
    """No repeated unit makes an audit quadratic (16 times the time for 4 times the text); small times and a busy machine are noise."""
    short, long = unit * (1500 // len(unit)), unit * (6000 // len(unit))

    assert any(seconds(long) < 9 * seconds(short) + 0.1 for _ in range(4))
