"""Quotations of several paragraphs: whose they are may stand only in the last of them, and one pair of marks may hold them all."""

from __future__ import annotations

import pytest
from audited import read

from citeaudit import Article, Config, audit

CONFIG = Config(check_language=False)

HERS = ("outlet", ("BBC",), ("Ana Ruiz",))
LATER = [
    pytest.param("“The port must stay open.\n\n“It feeds the town,” Ana Ruiz told the BBC.", 2, id="opened again"),
    pytest.param(
        '"The port must stay open.\n\n"It feeds us.\n\n"It always will," Ana Ruiz told the BBC.', 3, id="straight marks"
    ),
    pytest.param("‘The workers’ port is open.\n\n‘It feeds the town,’ Ana Ruiz told the BBC.", 2, id="single marks"),
    pytest.param(
        "'The port must stay open.\n\n'It feeds us.\n\n'It will,' Ana Ruiz told the BBC.", 3, id="straight single marks"
    ),
    pytest.param("“The port must stay open.\n\nIt feeds the town,” Ana Ruiz told the BBC.", 2, id="not opened again"),
    pytest.param(
        "“The port must stay open.\n\nIt feeds us.\n\nIt always will,” Ana Ruiz told the BBC.", 3, id="one pair of marks"
    ),
]


@pytest.mark.parametrize(("text", "count"), LATER)
def test_a_credit_behind_the_last_paragraph_reaches_the_first(text, count):
    """Speaker and outlet are told once, at the end of all that is quoted."""
    assert read("Tom Hale left, he told CNN.\n\n" + text)[1:] == [HERS] * count


NOT_BACK = [
    pytest.param("“The port must stay open.”\n\n“It feeds the town,” Ana Ruiz told the BBC.", id="closed before"),
    pytest.param("“The port must stay open.\n\nAna Ruiz told the BBC: “It feeds the town.”", id="told before its words"),
    pytest.param(
        "“The port must stay open.\n\nThe quay is old.\n\n“It feeds the town,” Ana Ruiz told the BBC.", id="something between"
    ),
]


@pytest.mark.parametrize("text", NOT_BACK)
def test_it_reaches_nothing_else_back(text):
    """What is closed, or not gone on with, is not hers."""
    assert read("The ferry sails.\n\n" + text)[1] != HERS


def test_one_pair_of_marks_holds_what_a_line_introduces():
    """A letter's paragraphs between the first mark and the last bear none, and are its writer's."""
    text = "Ana Ruiz wrote:\n\n“The port must stay open.\n\nIt feeds the town.\n\nIt always will.”\n\nThe mayor left."

    assert [sources for _, _, sources in read(text)] == [*[("Ana Ruiz",)] * 4, ()]


SLIPS = [
    pytest.param(
        "“The port must stay open.\n\nThe mayor said that he would close it.\n\nIt has “no future” now.", id="another speaks"
    ),
    pytest.param("“The port must stay open.\n\nThe ferries were late.\n\nNobody came.", id="nothing closes it"),
    pytest.param("'Tis late.\n\n'Twas ever so.\n\nThe port is old.", id="what is no mark"),
    pytest.param("The port is “open.\n\nThe ferries were late.\n\nThe crew was “not at all well” on Monday.", id="a mark inside"),
]


@pytest.mark.parametrize("text", SLIPS)
def test_a_mark_that_is_a_slip_spoils_one_paragraph(text):
    """The next paragraphs are no part of a quotation."""
    quotations = audit(Article(text), config=CONFIG).quotations

    assert all("\n" not in quotation.span.of(text) for quotation in quotations)
    assert not any(quotation.span.start <= text.index("\n") < quotation.span.end for quotation in quotations)
    assert read(text)[1][0] != "vague"
