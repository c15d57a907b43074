"""Lines that a colon ends, whatever they say: whose what stands under them is."""

from __future__ import annotations

import pytest
from audited import read

SPEAKS = [
    pytest.param("Jim Sorba, who sits on the board, lays out the prospects for the wall:", "Jim Sorba", id="lays out"),
    pytest.param("Ana Ruiz is mayor.\n\nRuiz is in no doubt who should pay:", "Ana Ruiz", id="is in no doubt"),
    pytest.param("Ana Ruiz wrote a letter.\n\nIn it, she makes the case for a wall:", "Ana Ruiz", id="she"),
    pytest.param("The Corran Water Board took to Facebook to apologise:", "Corran Water Board", id="a body"),
    pytest.param("Jo Roe, the lawyer of the fans, spells it out:", "Jo Roe", id="in apposition"),
]


@pytest.mark.parametrize(("lead", "source"), SPEAKS)
def test_who_a_line_is_about_speaks_under_it_as_we(lead, source):
    """The words need no marks where the page itself says no "we"."""
    claims = read(f"{lead}\n\nWe expect the wall to cost $3m. We think that it will hold.\n\nThe vote is in June.")

    assert [claim[2] for claim in claims[-3:]] == [(source,), (source,), ()]


NOT_THEIRS = [
    pytest.param("There are three reasons why we like the dam:\n\nWe think it is pretty.", id="the page's own"),
    pytest.param("I love this. Ana Ruiz has made a new one:\n\nWe took it to the sea.", id="the page spoke before"),
    pytest.param("Ana Ruiz has made a new camera:\n\nIt is small and black.", id="nobody speaks"),
    pytest.param("The dam has a new wall:\n\nWe went to see it.", id="a thing"),
]


@pytest.mark.parametrize("text", NOT_THEIRS)
def test_what_nobody_else_says_stays_the_pages(text):
    """No source is made up for it."""
    assert read(text)[-1][2] == ()


INTERVIEWS = [
    pytest.param("Per Dan Olmo’s interview with Fox News:", ("Fox News",), id="listed"),
    pytest.param("Per Dan Olmo’s interview with 730 WXYZ:", ("WXYZ",), id="a station"),
]


@pytest.mark.parametrize(("line", "outlets"), INTERVIEWS)
def test_whose_interview_it_is_and_where_it_was_given(line, outlets):
    """A line that names the medium alone gives the quotation under it to both."""
    assert read(f"{line}\n\n“I heard that he is out. I think it is his knee.”")[-1] == ("outlet", outlets, ("Dan Olmo",))


def test_a_quote_of_an_outlet_is_the_outlets():
    """Who works there speaks for themselves."""
    quote = "\n\n“The dam is old, and nobody will mend it.”"

    assert read(f"Here is that Reuters quote:{quote}")[-1][1] == ("Reuters",)
    assert read(f"Here is that CNN guest:{quote}")[-1][1] == ()


def test_a_quote_without_marks_is_one_paragraph():
    """What follows it is the page's own."""
    claims = read(
        "Here is that Reuters quote:\n\nThe dam is old and will break.\n\nThe board met in May.\n\nIt will meet in June."
    )

    assert [claim[1] for claim in claims] == [("Reuters",), ("Reuters",), (), ()]
