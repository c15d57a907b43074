"""Forms in which an outlet or a speaker is named where an outlet is credited: appositions, journalists, brackets, parties, two who speak."""

from __future__ import annotations

import pytest

from citeaudit import Config, audit

CONFIG = Config(check_language=False)


@pytest.mark.parametrize(
    ("text", "outlet", "source"),
    [
        ("The clerk told the local newspaper, the Cobham Herald on Monday that the quay was shut.", "Cobham Herald", "The clerk"),
        ("The local newspaper, the Cobham Herald, reported that the quay was shut.", "Cobham Herald", ""),
        ("The plan was described by the local paper, the Cobham Herald as “a farce”.", "Cobham Herald", ""),
        ("“The quay is shut,” said Ms. Lund to BBC correspondent Ana Brandt.", "BBC", "Lund"),
        ("The quay was shut in the old port (CNN’s Ana Brandt).", "CNN", ""),
        ("The quay was shut in the old port (source: Ridge FM).", "Ridge FM", ""),
        ("The quay was shut in the old port (via cobhamnews.example).", "cobhamnews.example", ""),
        ("A Ridge FM investigation found last week that the quay was shut.", "Ridge FM", ""),
        ("The quay is shut, Sen. Ada Brandt (D-Ohio) told Reuters.", "Reuters", "Ada Brandt"),
        ("The quay is shut, sources close to the talks told Reuters.", "Reuters", "sources close to the talks"),
        ("The mayor and the coroner told Reuters that the quay was shut.", "Reuters", "the mayor"),
        ("Ada Brandt denied knowing about the leak in a statement to Reuters.", "Reuters", "Ada Brandt"),
    ],
)
def test_a_form_is_heard_where_an_outlet_is_credited(text, outlet, source):
    """The outlet is credited, and whoever spoke to it is named."""
    (claim,) = audit(text, config=CONFIG).claims

    assert claim.outlets == (outlet,)
    assert not source or any(source.lower() in name.lower() for name in claim.sources)


@pytest.mark.parametrize(
    "text",
    [
        "The crew slept beside the quay (Ana Brandt/Reuters).",
        "You then tried to do this from another_module.py: it fails.",
        "The planets turn around the star in the middle (the Sun).",
        "The tenants met a BBC correspondent and left early.",
        "The wall holds and the mayor said that it rained.",
    ],
)
def test_a_form_that_only_looks_alike_credits_no_outlet(text):
    """A picture's credit, a file, a star and a passer-by tell nothing."""
    assert not any(claim.outlets for claim in audit(text, config=CONFIG).claims)
