"""A claim tells how sure it is: doubt of the engine, of reach, of names and of rows lowers it."""

from __future__ import annotations

import pytest

from citeaudit import Config, audit
from citeaudit.confidence.grounds import grounds_of
from citeaudit.confidence.table import confidence_of, measured
from citeaudit.constructions.grammar import shipped_rows

CONFIG = Config(check_language=False)


def claims_of(text):
    """Return the claims of *text*."""
    return audit(text, config=CONFIG).claims


def test_a_confidence_is_a_share():
    """Every claim has one between 0 and 1, and one made by hand has 1."""
    claims = claims_of("The bridge is safe, Ana Ruiz said. It opened in May. Reportedly it is old.")

    assert all(0.0 < claim.confidence < 1.0 for claim in claims)


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("“The bridge is safe,” Ana Ruiz said.", "“The bridge is safe,” she said."),
        ("The bridge opened in May.", "“The bridge opened in May and nobody came to look at it.”"),
        ("The bridge opened in May.", "The bridge reportedly opened in May."),
    ],
)  # fmt: skip
def test_doubt_lowers_it(surer, less_sure):
    """An unresolved name, a quotation of nobody and a hedge are less sure than what is plain."""
    assert claims_of(less_sure)[0].confidence < claims_of(surer)[0].confidence


def test_grounds_say_what_is_doubted():
    """The grounds name the traces that the stages left."""
    text = "“We left,” he said."
    (claim,) = claims_of(text)

    assert {"status source", "name unresolved"} <= set(grounds_of(text, claim))


def test_the_table_can_be_trusted():
    """Every ground lies between 0 and 1, a higher score is never less sure, and a row that the table lacks is as a rare one."""
    table = measured()
    scores = [table[name] for name in sorted(table) if name.startswith("score ")]

    assert all(0.0 <= value <= 1.0 for value in table.values())
    assert scores == sorted(scores)
    assert confidence_of((f"row {shipped_rows()[0].name}",)) <= confidence_of(("row inverted",))
