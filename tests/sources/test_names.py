"""Names in full: titles, offices and letters behind a name are no part of it."""

from __future__ import annotations

import pytest

from citeaudit.sources.names import index_names

NAMES = [
    pytest.param("Russian Foreign Minister Wang Yi spoke.", "Wang Yi", "minister", id="a title before the name"),
    pytest.param("Minister of Industry Jon Baldursson came.", "Jon Baldursson", "minister", id="an office with its field"),
    pytest.param("Minister of Foreign Affairs Sergey Lavrov came.", "Sergey Lavrov", "minister", id="a field of two words"),
    pytest.param("Secretary of State John F. Kerry left.", "John F. Kerry", "secretary", id="an initial after a first name"),
    pytest.param("Leader of the Opposition P. Amsel left.", "P. Amsel", "leader", id="an office and an initial"),
    pytest.param("Secretary of State for Wales Dai Onslow left.", "Dai Onslow", "secretary", id="a field of two parts"),
    pytest.param("Opening the case, Sarah Onslow KC rose.", "Sarah Onslow", None, id="letters behind the name"),
    pytest.param("U.S. Sen. Ana Ruiz of Ohio left.", "Ana Ruiz", "sen", id="a country and a title"),
    pytest.param("It ended in May. Ana Ruiz left.", "Ana Ruiz", None, id="a month that ends a sentence is no initial"),
]


@pytest.mark.parametrize(("text", "name", "title"), NAMES)
def test_a_name_is_told_from_what_stands_around_it(text, name, title):
    """The index holds the name alone, where it stands, and its title beside it."""
    (person,) = index_names(text).people

    assert (person.name, person.span.of(text)) == (name, name)
    assert title is None or title in person.titles


def test_a_title_tells_which_of_two_namesakes():
    """Mr. Amsel is not Judith Amsel, though she was named last."""
    text = "Walter Amsel died. His daughter, Judith Amsel, wept. Mr. Amsel baked."
    found = index_names(text).find("Mr. Amsel", text.index("Mr."))

    assert found is not None
    assert found.name == "Walter Amsel"
