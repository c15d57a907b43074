"""Every relation says why: what was read, which clues weighed most, how sure each choice was, and a confidence."""

from __future__ import annotations

import pytest

from citeaudit import Config, audit
from citeaudit.engine.cues import CUE, MEANINGS
from citeaudit.engine.relations import find_relations
from citeaudit.engine.templates import place_of
from citeaudit.engine.weights import Weights
from citeaudit.errors import ConfigError
from citeaudit.model.relations import Attribution
from citeaudit.sentences.boundaries import find_boundaries
from citeaudit.text.quotations import pair_quotations
from citeaudit.words.tokens import read_words

TEXT = "Ana Ruiz said that the harbour would close in March. The old mayor seemed to like the plan for the bridge."


def relations(text: str, least: float = 0.35) -> tuple[Attribution, ...]:
    """Return what the engine finds in *text* with a confidence of at least *least*."""
    sentences = find_boundaries(text)
    return find_relations(
        read_words(text, sentences, pair_quotations(text, sentences), Weights.default().forms), Weights.default(), least
    )


def test_the_clues_that_weighed_most_are_named():
    """The first piece of evidence points at the word that speaks and names its clues, the heaviest first."""
    cue = relations(TEXT)[0].evidence[0]

    assert (cue.step, cue.span.of(TEXT)) == ("relations.cue", "said")
    assert "+" in cue.detail


def test_the_construction_and_the_choices_are_named():
    """The second names the construction, points at the content, and tells how sure each choice was."""
    found = relations(TEXT)[0]

    assert found.construction == "that_clause"
    assert found.evidence[1].step == "relations.that_clause"
    assert found.evidence[1].span == found.content[0]


def test_no_relation_is_less_sure_than_asked_for():
    """A higher least confidence keeps the surer relations of the lower one."""
    many, few = relations(TEXT, 0.1), relations(TEXT, 0.9)

    assert all(attribution.score >= 0.9 for attribution in few)
    assert {attribution.cue for attribution in few} <= {attribution.cue for attribution in many}


def test_the_configuration_says_how_sure():
    """Config(minimum_confidence=…) reaches the engine, and a share beyond 1 is refused."""
    assert not [a for a in audit(TEXT, config=Config(minimum_confidence=1.0, check_language=False)).attributions if a.score < 0.9]
    with pytest.raises(ConfigError, match="minimum_confidence"):
        Config(minimum_confidence=2)


def test_the_same_text_gives_the_same_relations():
    """Nothing depends on what was read before."""
    assert relations(TEXT) == relations(TEXT)


def test_every_clue_has_a_meaning():
    """The evidence can put each learned clue of the cue decision into words."""
    learned = Weights.default().learned["cue"]

    assert {CUE.names[place_of(CUE, facts)[0]] for facts in learned} == set(MEANINGS)
