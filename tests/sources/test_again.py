"""Who is meant when somebody is named again: pronouns, the unnamed, roles and joint sources."""

from __future__ import annotations

import pytest

from citeaudit import Article, Config, audit

CONFIG = Config(check_language=False)


def read(text, publisher=None):
    """Return the claims of *text*."""
    return audit(Article(text, publisher=publisher), config=CONFIG).claims


PERSONS = [
    pytest.param("Keane told the Sunday Times the pier was rotten. “It was luck,” she said.", "Keane", id="a venue of two words"),
    pytest.param("Speaking to Sky News, union boss Ana Ruiz was blunt. “Enough,” she said.", "Ana Ruiz", id="a venue that opens"),
    pytest.param("Tom Lee met staff in the Rose Garden. “I may do it,” he said.", "Tom Lee", id="a garden"),
    pytest.param("Ana Ruiz flew to Hong Kong. In Hong Kong, she said that it was over.", "Ana Ruiz", id="a city"),
    pytest.param("Tom Lee shrugged. “Bob Kent was ahead, and Kent knew it,” he said.", "Tom Lee", id="whom a quotation names"),
    pytest.param(
        "Mr. Abara left early. Obi Abara was tired. He said that it was over.", "Obi Abara", id="a title tells the gender"
    ),
]


@pytest.mark.parametrize(("text", "name"), PERSONS)
def test_a_pronoun_means_a_person(text, name):
    """Neither an outlet nor a place nor whom the quotation names is "he" or "she"."""
    assert read(text)[-1].sources == (name,)


@pytest.mark.parametrize(
    "text", ["Sky News asked the mayor in. She said it was over.", "A visit to Le Monde took long. He said no."]
)
def test_a_pronoun_is_no_outlet(text):
    """Where only an outlet is named, the pronoun stays unresolved."""
    assert not {"Sky News", "Le Monde"} & set(read(text)[-1].sources)


AGAIN = [
    pytest.param("A NATO official said the ship had sailed. The official said it was late.", "anonymous", id="the official"),
    pytest.param(
        "The mill will shut, said people familiar with the plan. The people said it lost money.", "anonymous", id="the people"
    ),
    pytest.param("The mill will shut, three sources said. Another said it would not.", "anonymous", id="another"),
    pytest.param("Two people briefed on it said no. One of the people said maybe.", "anonymous", id="a part"),
    pytest.param("Officials said the ship had sailed. The officials said it was late.", "source", id="who never were unnamed"),
    pytest.param(
        "An official, Ana Ruiz, said the ship had sailed. The official said it was late.", "source", id="who has a name"
    ),
    pytest.param("Sources at the Ports Ministry said the ship had sailed.", "anonymous", id="sources in a body"),
    pytest.param("The ship had sailed, according to a manager working for a rival.", "anonymous", id="a described insider"),
    pytest.param("A resident said the ship had sailed.", "source", id="a bystander"),
    pytest.param("A spokesman for the port said the ship had sailed.", "source", id="who speaks for an office"),
]


@pytest.mark.parametrize(("text", "status"), AGAIN)
def test_the_unnamed_stay_unnamed(text, status):
    """An insider is unnamed by intent, and so when named again; a bystander, a spokesman and whoever has a name are not."""
    assert read(text)[-1].status.value == status


ROLES = [
    pytest.param("Rep. Ana Ruiz left. “No,” the two-term congresswoman said.", "Ana Ruiz", id="a title's other noun"),
    pytest.param("Ruiz lost. Ruiz's lawyer said so. Tom Lee, Ruiz's lawyer, was late.", "Tom Lee", id="the name comes later"),
    pytest.param("Tom Lee, the harbour master, left. The harbour master said no.", "Tom Lee", id="an apposition"),
    pytest.param("The board met President Ruiz. The president said no.", "Ruiz", id="a title before a surname"),
    pytest.param("Luis Prado, 19, scored. The coach smiled. The 19-year-old said he was glad.", "Luis Prado", id="an age"),
    pytest.param("Vice President Ana Ruiz left. The president said no.", "The president", id="a lesser office is another"),
    pytest.param("Sen. Ana Ruiz met Sen. Tom Lee. The tall senator said no.", "The tall senator", id="one of two"),
    pytest.param("The nurse said no.", "The nurse", id="nobody"),
]


@pytest.mark.parametrize(("text", "name"), ROLES)
def test_a_role_means_who_bears_it(text, name):
    """A description is the one person to whom the article gives the role, or nobody."""
    told = [claim.sources for claim in read(text) if claim.sources]

    assert told[0] == (name,)


JOINT = [
    pytest.param("Ana Ruiz and Tom Lee said it was over.", ("Ana Ruiz", "Tom Lee"), id="two names"),
    pytest.param("Ana Ruiz met Tom Lee. Ruiz and Lee said it was over.", ("Ana Ruiz", "Tom Lee"), id="two surnames"),
    pytest.param("Ana Ruiz and another teacher said it was over.", ("Ana Ruiz", "another teacher"), id="a name and a noun"),
    pytest.param("Ana Ruiz and Tom Lee said no. They said it was over.", ("Ana Ruiz", "Tom Lee"), id="they"),
    pytest.param(
        "The chairman and chief executive said it was over.", ("The chairman and chief executive",), id="one with two offices"
    ),
    pytest.param("Ana Ruiz and her team said it was over.", ("Ana Ruiz",), id="a team is no second source"),
]


@pytest.mark.parametrize(("text", "names"), JOINT)
def test_joint_sources_are_several(text, names):
    """Each of those who speak together is a source of its own."""
    assert read(text)[-1].sources == names


VAGUE = [
    "Local reports said it was over.",
    "Reports in Chile suggest it is over.",
    "Reports have emerged that it is over.",
    "State television said it was over.",
]


@pytest.mark.parametrize("text", VAGUE)
def test_reports_that_nobody_is_named_for_are_vague(text):
    """An adjective before "reports" is no outlet, and such reports are nobody's."""
    (claim,) = read(text)

    assert (claim.status.value, claim.outlets) == ("vague", ())


SELF = [
    "This newspaper can reveal that it is over.",
    "Emails seen by this masthead show it is over.",
    "As we reported on Monday, it is over.",
]


@pytest.mark.parametrize("text", SELF)
def test_the_publisher_speaks_of_itself(text):
    """This paper, this masthead and the "we" that reported are the publisher, marked as itself."""
    (claim,) = read(text, publisher="The Guardian")

    assert (claim.status.value, claim.outlets, claim.is_self) == ("outlet", ("The Guardian",), True)
