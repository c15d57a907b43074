"""Credits behind quotations, items and lines that are marked off: what each reaches back over, and where it is quiet."""

from __future__ import annotations

import pytest
from audited import outlets_of

QUOTED = "“The ferry sank on Monday. The owners had been warned.”"
END = "\n\nThe town is quiet."

MANNERS = [
    pytest.param("h/t Daily Mail", id="h/t"),
    pytest.param("H/T: Daily Mail", id="H/T with a colon"),
    pytest.param("SOURCE: Daily Mail", id="capitals"),
    pytest.param("Courtesy of the Daily Mail", id="courtesy of"),
    pytest.param("(via Daily Mail)", id="in brackets"),
    pytest.param("dailymail.co.uk", id="an address"),
    pytest.param("— Daily Mail", id="a dash"),
]


@pytest.mark.parametrize("line", MANNERS)
def test_a_credit_under_a_quotation_reaches_it(line):
    """Each manner of credit gives the quotation above it to the outlet, and nothing below it."""
    found = outlets_of(f"{QUOTED}\n\n{line}{END}")

    assert found == [("Daily Mail",), ("Daily Mail",), ()]


def test_a_credit_may_close_the_paragraph_of_its_quotation():
    """On the same line it does what it does below."""
    assert outlets_of(f"{QUOTED} Source: Daily Mail{END}") == [("Daily Mail",), ("Daily Mail",), ()]


QUIET = [
    pytest.param("The ferry sank on Monday. The owners had been warned.\n\nh/t Daily Mail", id="the article's own prose"),
    pytest.param("“The ferry sank,” Ruiz said. “The owners knew.”\n\nH/T Daily Mail", id="a quotation with its speaker"),
    pytest.param(f"{QUOTED}\n\nPhoto: Daily Mail", id="a picture's"),
    pytest.param("The ferry sank on Monday.\n\ndailymail.co.uk", id="an address under prose"),
    pytest.param("The ferry sank. Source: CNN.\n\nThe mayor left.", id="in the midst of prose"),
    pytest.param("The mayor left.\n\nRuiz resigned on Friday, and the port will close. — BBC", id="the agency of a story"),
]


@pytest.mark.parametrize("text", QUIET)
def test_a_credit_elsewhere_reaches_nothing(text):
    """It only tells who supplied the page, or a picture of it."""
    assert not any(outlets_of(text))


ITEMS = [
    pytest.param("- The owners had been warned. They sent nobody. (CNN)", id="a bracket"),
    pytest.param("• The owners had been warned. They sent nobody. — CNN", id="a dash"),
    pytest.param("* The owners had been warned. They sent nobody. Via CNN", id="via"),
    pytest.param("> The owners had been warned. They sent nobody.\n\nSource: CNN", id="lines marked off"),
    pytest.param("> The owners had been warned.\n\n> They sent nobody.\n\n— CNN", id="two lines marked off"),
]


@pytest.mark.parametrize("item", ITEMS)
def test_a_credit_reaches_all_of_its_item(item):
    """An item of two sentences is the outlet's from its bullet on, and so are the lines that a mark sets off."""
    assert outlets_of(f"The mayor left.\n\n{item}{END}") == [(), ("CNN",), ("CNN",), ()]


PROSE = [
    pytest.param("The owners had been warned. They sent nobody. (CNN)", [(), ("CNN",)], id="a bracket reaches its sentence"),
    pytest.param(
        "- The owners had been warned. They sent nobody.\n\nThe mayor left. (CNN)", [(), (), ("CNN",)], id="behind the list"
    ),
    pytest.param("> The owners had been warned.\n\nThe mayor left.\n\nSource: CNN", [(), ()], id="prose between"),
]


@pytest.mark.parametrize(("text", "wanted"), PROSE)
def test_prose_is_no_item(text, wanted):
    """Without a bullet the sentences before stay the article's own."""
    assert outlets_of(text) == wanted
