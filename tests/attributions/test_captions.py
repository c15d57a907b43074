"""Quotations that go on under the captions and credits of pictures, and reports that go on as "the same report"."""

from __future__ import annotations

import pytest
from audited import read

BEFORE = "“I think that we shall win,” Ana Ruiz told Sky Sports News."
BEHIND = "“We have lost too often and we do not like it.”"
CAPTIONS = [
    pytest.param("Holt was stopped by Roe in May\n\nGETTY IMAGES - GETTY\n\n5\n\nHolt was stopped by Roe in May", id="twice"),
    pytest.param("The captain walks off on Monday.\n\nReuters\n\nThe captain walks off on Monday.", id="a sentence"),
    pytest.param("Ana Ruiz celebrates at the port\n\nGETTY IMAGES", id="over the agency"),
    pytest.param("Ana Ruiz celebrates at the port (Image: Getty)", id="in brackets"),
    pytest.param("The captain celebrates at the port. (Jo Holt / Associated Press)", id="behind a sentence"),
    pytest.param("The Heron lost his title in 2004\n\nCredit: Alamy", id="over a credit"),
    pytest.param("The Heron lost his title in 2004 CREDIT: GETTY", id="before a credit"),
]


@pytest.mark.parametrize("caption", CAPTIONS)
def test_a_quotation_goes_on_under_a_caption(caption):
    """What a page prints of a picture parts no speech."""
    assert read(f"{BEFORE}\n\n{caption}\n\n{BEHIND}")[-1] == ("outlet", ("Sky Sports",), ("Ana Ruiz",))


PARTED = [
    pytest.param("Mr Holt, of the other team, is glad.", id="somebody else"),
    pytest.param("The wall moved (see page 5)", id="a heading in brackets"),
    pytest.param("The Heron lost his title.\n\nThe dam was closed.\n\nThe port was shut.", id="a story"),
]


@pytest.mark.parametrize("between", PARTED)
def test_other_lines_part_quotations(between):
    """Nobody is in reach behind them."""
    assert read(f"{BEFORE}\n\n{between}\n\n{BEHIND}")[-1][0] == "vague"


SAME = [
    pytest.param(
        "The film is late, The Guardian said. A judge asked for it, the same report stated.", "The Guardian", id="behind"
    ),
    pytest.param("The film is late, the BBC said. The same article says that he left.", "BBC", id="in front"),
]


@pytest.mark.parametrize(("text", "outlet"), SAME)
def test_the_same_report_is_whose_words_were_last_told(text, outlet):
    """Even where the outlet only "said" it."""
    assert read(text)[-1][1] == (outlet,)


def test_another_report_is_not_the_outlets():
    """A nearer report of somebody else's is meant, and without "same" an outlet that "said" has no report."""
    assert read("The dam is old, the BBC said. Holt wrote a report in May. The same report said that it moved.")[-1][1] == ()
    assert read("The dam is old, the BBC said. The report said that the wall had moved.")[-1][1] == ()


AS_REPORTED = [
    pytest.param("As reported by Reuters, Holt said the dam is old.", ("Reuters",), id="said"),
    pytest.param(
        "As reported by the Guardian, writing on Facebook, Holt said: “I was never there.”", ("The Guardian",), id="wrote"
    ),
    pytest.param("As reported earlier, Holt said that the dam was old.", (), id="by nobody"),
]


@pytest.mark.parametrize(("text", "outlets"), AS_REPORTED)
def test_as_reported_by_stays_around_what_somebody_said(text, outlets):
    """Who passes it on stands behind whoever spoke."""
    assert read(text)[-1] == ("outlet" if outlets else "source", outlets, ("Holt",))
