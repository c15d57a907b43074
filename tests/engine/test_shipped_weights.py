"""The weights that are shipped: whole, and of single words, kinds and clusters only, since the corpus they come from states no licence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

import pytest

from citeaudit.engine.weights import CANDIDATES, NAME, Weights
from citeaudit.words.tokens import CLOSED, KINDS, TOKEN


def test_the_shipped_weights_are_whole():
    """Every decision has weights."""
    weights = Weights.default()

    assert set(weights.learned) == set(CANDIDATES)
    assert all(weights.learned.values())


def test_weights_that_were_kept_are_those_of_the_file():
    """What an earlier process kept beside the bytecode says the same as the JSON, to the last weight."""
    place = files("citeaudit.engine").joinpath("data", NAME)

    weights, read = Weights.default(), Weights.read(place)

    assert (weights.learned, weights.rates, weights.anchors, weights.digest) == (
        read.learned,
        read.rates,
        read.anchors,
        read.digest,
    )


@pytest.mark.parametrize("kind", CANDIDATES)
def test_no_two_templates_look_at_the_same(kind):
    """The file knows the weights of a template by the facts that it looks at."""
    known = [frozenset(places) for places in CANDIDATES[kind][1].places]

    assert len(known) == len(set(known))


ONE_WORD = re.compile(rf"(?:{TOKEN.pattern}|\w\.)", re.VERBOSE | re.IGNORECASE)
"""One token, in lower case as clues hold it; an initial may stand at the end."""
WORDS = ("lower", "stem")
"""What the names of the facts that hold a word as it was written, or its stem, have in them."""
ALL_KINDS = {*KINDS, *"ADV ING ED NP w OQ CQ POS _ - ...".split()}  # noqa: SIM905  a list of words reads best as words


def is_kind(fact: str) -> bool:
    """Tell whether *fact* is a kind of word or a mark."""
    return fact in ALL_KINDS or (len(fact) == 1 and not fact.isalnum())


@pytest.mark.parametrize("kind", CANDIDATES)
def test_no_clue_holds_a_run_of_text(kind):
    """A clue holds one word as it was written at the most; all else are kinds of words, clusters, function words, marks and counts."""
    learned = Weights.default().learned[kind]

    assert [facts for facts in learned if sum(any(word in fact for word in WORDS) for fact in facts.split()) > 1] == []
    for facts, nested in learned.items():
        for clue in seen_in(nested):
            for fact, value in zip(facts.split(), clue, strict=False):
                if any(word in fact for word in WORDS):
                    assert value in {"", "_"} or ONE_WORD.fullmatch(value), (clue, "one word")
                elif "tag" in fact or fact == "words":
                    assert all(is_closed(part) for part in value.split("_") if part), (
                        clue,
                        "no word that says anything by itself",
                    )


def seen_in(nested) -> Iterator[tuple[str, ...]]:
    """Yield what each clue saw."""
    if not isinstance(nested, dict):
        yield ()
        return
    for fact, inner in nested.items():
        for rest in seen_in(inner):
            yield (fact, *rest)


def is_closed(tag: str) -> bool:
    """Tell whether *tag* is a function word, a mark, a kind or a cluster."""
    return tag in CLOSED or is_kind(tag) or bool(re.fullmatch(r"f\d*|NUM|\W\S*", tag))
