"""Whom a pronoun, an office before a name or an epithet means by what the passage is about, each kind both ways."""

from __future__ import annotations

import pytest

from citeaudit import Article, Config, audit

CONFIG = Config(check_language=False)


def sources_of(text):
    """Return the sources of the last claim of *text*."""
    return audit(Article(text), config=CONFIG).claims[-1].sources


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Former Speaker of the House Eva Lind said it was late.", "Eva Lind"),
        ("“It is late,” US Secretary of State John Berg said at the meeting.", "John Berg"),
        ("President of Chile Eva Lind said it was late.", "Eva Lind"),
        ("“It is late,” Tarn Rowers Captain Ana Ruiz concluded.", "Ana Ruiz"),
        ("“It is late,” said independent Sen. Carl Lind of Maine, who sits with the Democrats.", "Carl Lind"),
        ("A spokesman for Mayor Ana Ruiz said it was late.", "A spokesman for Mayor Ana Ruiz"),
        ("“It is late,” said a Virginia Republican who had read it.", "a Virginia Republican who had read it"),
        ("The wife of actor Tom Lee said it was late.", "The wife of actor Tom Lee"),
        ("The office of Governor Tom Lee said it was late.", "The office of Governor Tom Lee"),
        ("A friend of Carl Lind and neighbour Tom Lee said it was late.", "A friend of Carl Lind and neighbour Tom Lee"),
    ],
)
def test_an_office_before_a_name_is_the_person(text, name):
    """The name at the end of an office is who speaks; who belongs to somebody else is not that somebody."""
    assert sources_of(text) == (name,)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Mayor Tom Lee left. A spokesman for Lee said no. The mayor stared at the pier. He insisted that it was late.",
            "Tom Lee",
        ),
        (
            (
                "President Tom Lee met keepers in May. The tide rose. It fell. The boats came back. "
                "Still, the president looked glad. He suggested the pier was safe."
            ),
            "Tom Lee",
        ),
        ("Eva Lind met Meg Orr. Lind stayed, but in her talk with Ann Roe she wept. She said it was late.", "Eva Lind"),
        (
            (
                "Ana Ruiz came to the pier. It rained all night. The boats were late. The lamp was out. The tide was high. "
                "She said that the wall was safe."
            ),
            "Ana Ruiz",
        ),
        (
            "“It was a long day,” Tom Lee told the board. “We left.”\nRead more\nShare this story\nAnd what then?\n“We will see,” he said.",
            "Tom Lee",
        ),
    ],
)
def test_a_pronoun_means_whom_the_passage_is_about(text, name):
    """A description that heads a sentence, a possessive before another name, and the only one that fits all tell who it is."""
    assert sources_of(text) == (name,)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz met Eva Lind on the pier. It rained. The boats were late. The lamp was out. It was cold. She said the wall was safe.",
        "“Ana Ruiz is here,” it read. It rained. The boats were late. The lamp was out. It was cold. She said the wall was safe.",
        "Tom Lee came to the pier. It rained. The boats were late. The lamp was out. It was cold. She said the wall was safe.",
    ],
)
def test_a_pronoun_stays_open_where_nobody_or_two_fit(text):
    """Two of a gender, one who is only named in a quotation, or one of another gender: nobody is meant."""
    assert sources_of(text) == ("she",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Eva Lind, the former secretary of ports, said no. The former senator said it was late.", "Eva Lind"),
        (
            "Tom Lee said yes. As the host Bo Kent tried to ask Lee whether it was late, Lee left. The Norland nominee said it was over.",
            "Tom Lee",
        ),
        ("Tarn Sachs estimates that the tide will rise. “It is late,” the bank said in a note.", "Tarn Sachs"),
        (
            "The Centre for Norland Policy, a small group that opposes it, wrote the bill. The group said it was late.",
            "Centre for Norland Policy",
        ),
        ("Tom Lee said yes. The front-runner, who has a boat, insists it is late. The mogul said it was over.", "The mogul"),
        ("Tom Lee said yes. “It is late,” the bank said in a note.", "the bank"),
        ("Sen. Ana Ruiz estimates that the tide will rise. “It is late,” the company said in a note.", "the company"),
        ("In Tarn, a small group opposes it. The group said it was late.", "a small group"),
    ],
)
def test_an_epithet_means_who_may_be_called_so(text, name):
    """A past office stands beside another, who asks is not who goes on, a firm may have a name like a person's; else it stays as it is."""
    assert sources_of(text) == (name,)
