"""Lines that are about an outlet, or somebody, and hand over what stands under them."""

from __future__ import annotations

import pytest
from audited import read

BLOCK = "\n\nThe pilot had radioed twice. No answer came.\n\nThe town wants to know why."
QUOTED = "\n\n“The pilot had radioed twice. No answer came.”\n\nThe town wants to know why."

SHOWN = [
    pytest.param("The reporters at the Daily Mail read the logs, and here is what they found:", id="what those there found"),
    pytest.param("Over at the Daily Mail, an editorial offers the following comment on the crash:", id="the following"),
    pytest.param("The Daily Mail, in an editorial headed “Close it,” wrote:", id="a headline between"),
    pytest.param("The Daily Mail dug through the port’s books; here’s how it sums them up:", id="how it sums up"),
    pytest.param("This was in the Daily Mail this morning:", id="where it stood"),
    pytest.param("The following ran in the Daily Mail on Sunday:", id="where it ran"),
]


@pytest.mark.parametrize("line", SHOWN)
def test_a_line_about_an_outlet_shows_what_it_wrote(line):
    """Line and paragraph are the outlet's, and the next paragraph is the article's own."""
    found = read("The ferry sank on Monday.\n\n" + line + BLOCK)

    assert [outlets for _, outlets, _ in found] == [(), *[("Daily Mail",)] * 3, ()]


def test_a_doubtful_name_heads_a_text_too():
    """Where a line hands over a text, a name that is a word elsewhere is an outlet's."""
    found = read("The ferry sank on Monday.\n\nThe Guardian has the details:" + QUOTED)

    assert [outlets for _, outlets, _ in found] == [(), *[("The Guardian",)] * 3, ()]


SPOKEN_OF = [
    pytest.param("The Daily Mail sacked ten reporters, and here is what the town lost:", id="what others lost"),
    pytest.param("The buyer of the Daily Mail made the following mistake in May:", id="a buyer of it"),
    pytest.param(
        "This was in the Daily Mail building in May, on the night of the crash, when all of the staff had left the town:",
        id="a house",
    ),
]


@pytest.mark.parametrize("line", SPOKEN_OF)
def test_a_line_that_only_speaks_of_an_outlet_hands_over_nothing(line):
    """An outlet as a thing or a place has written nothing of what follows."""
    assert all(outlets == () for _, outlets, _ in read("The ferry sank on Monday.\n\n" + line + BLOCK)[1:])


ISSUED = [
    pytest.param("The Port Union issued a brief statement shortly after Holt’s speech:", "Port Union", id="a statement"),
    pytest.param("On Friday, the council published an answer to Holt’s charges:", "council", id="an answer"),
    pytest.param("Lena Ortiz had a shorter message for Holt:", "Lena Ortiz", id="a message"),
]


@pytest.mark.parametrize(("line", "who"), ISSUED)
def test_a_statement_is_theirs_who_issue_it(line, who):
    """It is not that of whom it is about, whose name stands in the line too."""
    found = read("Anna Holt spoke to voters. Lena Ortiz heard her.\n\n" + line + QUOTED)

    assert [sources[-1].removeprefix("the ") for _, _, sources in found[-4:-1]] == [who] * 3


ABOUT = [
    pytest.param("That is what has Holt on edge:", id="behind a verb"),
    pytest.param("Nobody in the hall would stand with Holt:", id="behind a preposition"),
    pytest.param("The hall was full and hot when Holt came:", id="in a clause"),
]


@pytest.mark.parametrize("line", ABOUT)
def test_a_line_that_names_somebody_by_the_way_is_not_theirs(line):
    """The quotation under it stays nobody's."""
    found = read("Anna Holt spoke to voters for an hour.\n\n" + line + QUOTED)

    assert [status for status, _, _ in found[-3:-1]] == ["vague"] * 2


COUNTED = [
    pytest.param("Sky News listed three reasons for it:", 3, id="reasons"),
    pytest.param("Sky News listed two new demands:", 2, id="demands"),
    pytest.param("Sky News said that five percent of it went to the town:", 1, id="a share"),
    pytest.param("Sky News said that three reporters had been sacked:", 1, id="people"),
    pytest.param("Sky News said that it had closed four weeks ago:", 1, id="weeks"),
]


@pytest.mark.parametrize(("line", "items"), COUNTED)
def test_only_things_that_are_told_one_by_one_are_counted(line, items):
    """As many paragraphs follow as a line counts of them; where it counts people, time or shares, one."""
    text = line + "\n\nThe port is old.\n\nThe quay is short.\n\nThe boats are slow.\n\nThe town is poor."

    assert sum(outlets == ("Sky News",) for _, outlets, _ in read(text)) == 1 + items


TEXTS = [
    pytest.param("Full statement from the mayor:", "the mayor", id="an office"),
    pytest.param("Statement by the Corran Ferry Company:", "Corran Ferry Company", id="a body"),
    pytest.param("Here is the full text of the letter that Anna Holt sent to the council:", "Anna Holt", id="a relative clause"),
    pytest.param("A message from Anna Holt to the town:", "Anna Holt", id="a message"),
]


@pytest.mark.parametrize(("line", "who"), TEXTS)
def test_a_line_names_whose_text_follows(line, who):
    """A statement, a letter or a message is theirs from whom it comes."""
    found = read("Anna Holt runs the port.\n\n" + line + QUOTED)

    assert [sources for _, _, sources in found[1:]] == [*[(who,)] * 3, ()]


PLACES = [
    pytest.param("Letters from the coast:", id="a place"),
    pytest.param("A letter from the attic:", id="where it lay"),
    pytest.param("Posts by the river:", id="no text"),
]


@pytest.mark.parametrize("line", PLACES)
def test_a_line_that_names_a_place_gives_a_text_to_nobody(line):
    """Where a text is from is not who wrote it."""
    assert [status for status, _, _ in read("The port is shut.\n\n" + line + QUOTED)[-3:-1]] == ["vague"] * 2
