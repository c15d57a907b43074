"""Outlets that a text gives as some of several of their kind."""

from __future__ import annotations

import pytest
from audited import outlets_of

GIVEN = [
    pytest.param("Tabloids like Corran Now say that the mayor has quit.", ("Corran Now",), id="like"),
    pytest.param("Blogs such as Dam Watch claimed that the wall had moved.", ("Dam Watch",), id="such as"),
    pytest.param("Outlets like MoviePilot reported a rumor that the film was late.", ("MoviePilot",), id="reports"),
    pytest.param(
        "Several outlets, including Dam Watch and the Calder Loop, reported that the dam was old.",
        ("Dam Watch", "Calder Loop"),
        id="several",
    ),
    pytest.param("The mayor told newspapers including Corran Now that the dam was old.", ("Corran Now",), id="told"),
    pytest.param(
        "Some news outlets including CNN and Dam Watch say that he knew.", ("CNN", "Dam Watch"), id="beside a listed one"
    ),
    pytest.param("Media outlets including CNN say that the mayor knew.", ("CNN",), id="a listed one"),
]


@pytest.mark.parametrize(("text", "outlets"), GIVEN)
def test_who_is_given_as_one_of_several_outlets_is_one(text, outlets):
    """Whatever the name is, and it is the source."""
    assert outlets_of(text)[-1] == outlets


NO_OUTLETS = [
    pytest.param("Outlets like Walmart said that sales fell.", id="shops"),
    pytest.param("Sites such as Facebook say that they remove such posts.", id="anybody's site"),
    pytest.param("The blogs like Trump. Trump said so.", id="a verb"),
    pytest.param("Newspapers, including German ones, said that the war was lost.", id="a country"),
    pytest.param("Newspapers like Murdoch's said that the war was lost.", id="whose"),
    pytest.param("Readers of newspapers like the Guardian say that the mayor knew.", id="its readers"),
]


@pytest.mark.parametrize("text", NO_OUTLETS)
def test_who_is_no_outlet_stays_none(text):
    """What others have too makes no outlet."""
    assert outlets_of(text)[-1] == ()


ACCOUNTS = [
    pytest.param("The dam is closed all week — Daily Star (@Daily_Star) October 21, 2014", ("Daily Star",), id="its own"),
    pytest.param("The dam is closed all week — Chris Time (@time) October 21, 2014", (), id="a person's"),
]


@pytest.mark.parametrize(("post", "outlets"), ACCOUNTS)
def test_an_account_tells_whose_a_doubtful_name_is(post, outlets):
    """A name that several outlets bear is one where its own account stands behind it."""
    assert outlets_of(f"The dam broke on Tuesday.\n\n{post}\n\nThe board meets in June.")[1] == outlets


GLUED = [
    pytest.param("“The wall is safe,” he said in a visit to Ohio.Biden said the dam was old.", (), id="glued"),
    pytest.param("The dam is old, he told the website Harbour.news on Friday.", ("Harbour.news",), id="a site"),
    pytest.param("It will break, according to CNN.COM.", ("CNN",), id="in capitals"),
]


@pytest.mark.parametrize(("text", "outlets"), GLUED)
def test_glued_sentences_are_no_domain(text, outlets):
    """A capital behind the stop begins the next sentence."""
    assert outlets_of(text)[0] == outlets


STATIONS = [
    pytest.param("Dan Olmo said it was over during a radio interview with 730 WXYZ’s Jo Roe.", ("WXYZ",), id="by its number"),
    pytest.param("The dam is old, 98.5 KZZY reported.", ("KZZY",), id="with a point"),
    pytest.param("The reactor makes 400 KWTH a year, Holt said.", (), id="a unit"),
]


@pytest.mark.parametrize(("text", "outlets"), STATIONS)
def test_a_number_before_call_letters_tells_a_station(text, outlets):
    """Listeners know it by where it is found."""
    assert outlets_of(text)[0] == outlets
