"""How far an outlet's words run behind its name and a colon."""

from __future__ import annotations

import pytest
from audited import outlets_of

from citeaudit import Article, Config, audit

CONFIG = Config(check_language=False)

RUNS = [
    pytest.param("According to Politico: The bill was written in a night. It has 400 pages.", id="according to"),
    pytest.param("Per Politico: The bill was written in a night. Ana Ruiz said she had not read it.", id="what others say in it"),
    pytest.param("According to Politico: The bill was written in a night. Who wrote it? It has 400 pages.", id="a question"),
]


@pytest.mark.parametrize("text", RUNS)
def test_the_paragraph_is_the_outlets(text):
    """It goes on over the sentences behind the colon, up to the end of the paragraph."""
    found = outlets_of("The house votes today.\n\n" + text + "\n\nThe vote is on Monday.")

    assert found == [(), ("Politico",), ("Politico",), ()]


ENDS = [
    pytest.param("According to Politico, the bill was written in a night. It has 400 pages.", (), id="no colon"),
    pytest.param("According to Politico: The bill was written in a night. We doubt it.", (), id="the article speaks"),
    pytest.param(
        "According to Politico: The bill was written in a night. Politico is owned by a bank.", (), id="it is spoken of"
    ),
    pytest.param(
        "According to Politico: The bill was written in a night. Reuters reported that it took two.",
        ("Reuters",),
        id="another outlet",
    ),
]


@pytest.mark.parametrize(("text", "last"), ENDS)
def test_it_ends_where_somebody_else_speaks(text, last):
    """Neighbourhood alone is no reach, and neither is a colon where the article or another outlet comes in."""
    assert outlets_of("The house votes today.\n\n" + text)[1:] == [("Politico",), last]


def test_who_speaks_in_it_is_kept():
    """What a person says in an outlet's paragraph has both in its chain."""
    claim = audit(Article("Per Politico: The bill is long. Ana Ruiz said she had not read it."), config=CONFIG).claims[-1]

    assert (claim.outlets, claim.sources) == (("Politico",), ("Ana Ruiz",))
