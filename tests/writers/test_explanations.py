"""Why a sentence has its status: every step that the report carries, in words."""

from __future__ import annotations

import pytest

import citeaudit
from citeaudit.errors import ConfigError
from citeaudit.pipeline import find_near_misses
from citeaudit.writers.explanations import explain_sentence
from citeaudit.writers.text import lines_to_text

TEXT = """\
The wall is safe, said Marta Oliveira, the chief engineer. She told the BBC that the repairs would take four months.
The port handles a third of the grain.
Will it last?
"""


def explained(number):
    """Return the explanation of sentence *number*."""
    return lines_to_text(explain_sentence(citeaudit.audit(TEXT), number))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        pytest.param(1, ["source     «Marta Oliveira, the chief engineer»", "cue        «said»", "half is enough"], id="who and by which words"),
        pytest.param(2, ["mention      «BBC» is BBC", "Marta Oliveira: person; refers back to", "BBC: outlet, venue"], id="chain"),
        pytest.param(2, ["status       outlet: 100%", "origin       source: the first link"], id="status and origin"),
        pytest.param(3, ["status       unattributed: nobody is given for it", "own voice    «The port"], id="nobody"),
        pytest.param(4, ["kind         question", "status       none: only statements carry claims"], id="no claim"),
    ],
)  # fmt: skip
def test_every_step_is_told(number, words):
    """Each decision stands with the words it looked at and the step that made it."""
    text = explained(number)

    for expected in words:
        assert expected in text


@pytest.mark.parametrize("number", [0, 5])
def test_a_sentence_that_is_not_there_is_refused_at_once(number):
    """The error says how many there are."""
    with pytest.raises(ConfigError, match=rf"no sentence {number}: the article has 4"):
        explain_sentence(citeaudit.audit(TEXT), number)


def test_what_came_near_is_told_where_it_stands():
    """A word that no construction reads has the one that came nearest, how far it fitted and what it wanted; other sentences have none."""
    text = "It  rained. The council said nothing of the pier. “It froze,” Ruiz said."
    report = citeaudit.audit(text)
    misses = find_near_misses(report.article, citeaudit.Config())

    (miss,) = misses
    told = lines_to_text(explain_sentence(report, 2, misses))

    assert miss.span.of(text) == "said"
    assert "near miss    «said»: " in told
    assert f"{miss.matched} parts beside the word fitted, {miss.failed} did not" in told
    assert "near miss" not in lines_to_text(explain_sentence(report, 3, misses))
