"""Clues weighed without being spelled: the same sums, from the same templates, as the spelled clues give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeaudit.engine.templates import check_nested, nest, place_of, read_templates, spell
from citeaudit.engine.weighing import Weigher

TEMPLATES = read_templates(
    "stem side",
    "here before many",
    """
    bias
    s    stem
    ss   side stem
    h    here
    hs   here stem
    hb   here before
    all  before many side here
    """,
)
WORDS = st.sampled_from(["", "said", ",", "NP", "|", "_", "a|b"])
CHOICES = st.tuples(st.tuples(WORDS, WORDS), st.lists(st.tuples(WORDS, st.none() | WORDS, WORDS), max_size=4))


@given(CHOICES, CHOICES, st.randoms())
def test_a_weigher_adds_up_what_the_spelled_clues_weigh(choice, learned_from, random):
    """Whatever was learned, from whatever candidates: looking up facts gives what looking up spelled clues gives."""
    seen = sorted({clue for clues in spell(TEMPLATES, learned_from) for clue in clues})
    learned = {clue: random.randint(-300, 300) / 100 for clue in seen}

    found = Weigher.of(TEMPLATES, nest(TEMPLATES, learned)).weigh(choice)

    assert found == pytest.approx([sum(learned.get(clue, 0.0) for clue in clues) for clues in spell(TEMPLATES, choice)])


def test_what_weighed_most_is_told_in_order_and_only_what_speaks_for_it():
    """The evidence names the clues that weigh most, each with what it saw."""
    weigher = Weigher.of(TEMPLATES, nest(TEMPLATES, {"bias": 0.2, "s|say": 1.5, "hb|NP\t,": 2.0, "h|NP": -3.0, "h|w": 9.0}))

    assert weigher.explain(("say", "L", "NP", ",", "0"), 2) == [(2.0, "hb", ["NP", ","]), (1.5, "s", ["say"])]
    assert weigher.explain(("go", "L", "w", None, "0"), 4) == [(9.0, "h", ["w"]), (0.2, "bias", [])]


def test_a_clue_of_a_fact_that_is_not_there_is_not_there():
    """A template that looks at nothing says nothing, neither spelled nor weighed."""
    choice = (("say", "L"), [("NP", None, "0")])

    assert spell(TEMPLATES, choice) == [["bias", "s|say", "ss|L\tsay", "h|NP", "hs|NP\tsay"]]


@pytest.mark.parametrize("clue", ["s|say\tL", "hb|NP", "hb|NP\t,\tw", "s", "bias|x"])
def test_a_clue_of_another_make_is_refused(clue):
    """Weights for other templates are no weights for these."""
    with pytest.raises(ValueError, match="looks at"):
        nest(TEMPLATES, {clue: 1.0})


@pytest.mark.parametrize(
    "nested", [{"stem": 1.0}, {"here before": {"NP": 1.0}}, {"bias": {}}, {"stem": {"say": "much"}}, {"stem": {"say": True}}]
)
def test_weights_of_another_depth_are_refused(nested):
    """What is nested too shallow, too deep, or holds no number would fail in the middle of an article."""
    with pytest.raises(ValueError, match="must be numbers, nested"):
        check_nested(TEMPLATES, nested)


def test_weights_are_nested_from_outside_in():
    """What all candidates share is looked up first, then what most templates look at, then what has fewest values; the file says by which facts."""
    assert nest(TEMPLATES, {"hs|NP\tsay": 1.0, "bias": 2.0}) == {"bias": 2.0, "stem here": {"say": {"NP": 1.0}}}
    assert nest(TEMPLATES, {"hb|NP\t,": 1.0, "hb|w\t,": 2.0}) == {"before here": {",": {"NP": 1.0, "w": 2.0}}}
    assert list(nest(TEMPLATES, {"hb|NP\t,": 1.0, "hb|w\t,": 2.0, "h|w": 3.0})) == ["here before", "here"]


@pytest.mark.parametrize("key", ["here stem", "here here", "many", "stem before", "hs", ""])
def test_weights_of_no_template_are_of_none(key):
    """What the candidates share comes first, and a template looks at all of its facts."""
    assert place_of(TEMPLATES, key) is None
