"""Every form of every row is found in a sentence that gives it the evidence it needs, and stands for its outlet there."""

from __future__ import annotations

import pytest

from citeaudit.model.articles import Article
from citeaudit.outlets.context import words_of
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.outlets.mentions import find_candidates
from citeaudit.outlets.publishers import publisher_of
from citeaudit.sentences.boundaries import find_boundaries

GAZETTEER = Gazetteer.default()


def outlets_in(text, publisher=None):
    """Return the ids of the outlets that *text* mentions."""
    return [
        mention.outlet for mention in find_candidates(Article(text, publisher=publisher), find_boundaries(text), GAZETTEER)[0]
    ]


def with_article(outlet, form):
    """Return *form* as a sentence has it."""
    return f"the {form}" if outlet.takes_article == "yes" else form


@pytest.mark.heavy
def test_every_clear_form_is_found_by_itself():
    """A clear form before "reported" is its outlet, without any further evidence."""
    missed = [
        form
        for outlet in GAZETTEER.outlets.values()
        for form in outlet.aliases
        if outlets_in(f"The minister will resign, {with_article(outlet, form)} reported on Monday.") != [outlet.id]
    ]

    assert missed == []


def test_every_ambiguous_form_is_found_in_its_own_paper():
    """An ambiguous form before "reported" is the publisher's own title, where its row is the publisher.

    Names of places, peoples and persons need a noun beside them even there ("the newspaper Iran").
    """
    missed = []
    for outlet in GAZETTEER.outlets.values():
        if publisher_of(Article("", publisher=outlet.name), GAZETTEER) != outlet:
            continue
        for form in outlet.ambiguous_aliases:
            name = f"the newspaper {form}" if form in words_of("proper") else with_article(outlet, form)
            if outlet.id not in outlets_in(f"The minister will resign, {name} reported on Monday.", outlet.name):
                missed.append((outlet.id, form))

    assert missed == []


def test_an_ambiguous_form_of_one_outlet_is_found_by_a_verb_of_publication():
    """A name that only one outlet bears needs no more than "reported" behind it; "Hello!" also ends a sentence."""
    missed = []
    for form, owners in GAZETTEER.owners.items():
        outlet = GAZETTEER.outlets[owners[0]]
        if (
            form.endswith(("!", "?"))
            or form in GAZETTEER.clear
            or len(owners) > 1
            or form in words_of("proper")
            or form != outlet.bare_name
        ):
            continue
        if outlet.id not in outlets_in(f"The minister will resign, {with_article(outlet, form)} reported on Monday."):
            missed.append(form)

    assert missed == []
