"""CA203 and CA204 among their neighbours: whose report a hedge or "reports" is, as a reader of the sentences around it sees."""

from __future__ import annotations

import pytest

from citeaudit import audit


def told(code, text):
    """Return the words of *text* of which the rule *code* complains."""
    return [finding.span.of(text) for finding in audit(text).findings if finding.code == code]


ACCOUNTS = [
    pytest.param(
        "According to police, the couple feared for their jobs.\n\nThe couple have two sons. They had reportedly hidden the third.",
        [],
        id="the police, of a couple",
    ),
    pytest.param(
        "The loggers told investigators that Ramon had gone ahead alone. He reportedly asked them to wait by the river.",
        [],
        id="a group, of a man",
    ),
    pytest.param(
        "The court said the clerk had burned the letters.\n\nThe clerk reportedly kept one of them.",
        [],
        id="a court, of the clerk",
    ),
    pytest.param(
        "The town burned, the Boston Globe reported.\n\nSome of the shops were reportedly empty for years.", [], id="some of the"
    ),
    pytest.param(
        "Ana Ruiz said she was glad.\n\nShe reportedly left the band in May.", ["reportedly"], id="a person, of herself"
    ),
    pytest.param(
        "The loggers said the river was high.\n\nThey reportedly sold the boat in May.", ["reportedly"], id="a group, of itself"
    ),
    pytest.param(
        "The airline said the crew had acted wrongly.\n\nThe boy is said to be well.",
        ["is said to"],
        id="of somebody not told of",
    ),
    pytest.param("Police closed the bridge.\n\nHe reportedly left town in May.", ["reportedly"], id="a deed of the police"),
]


@pytest.mark.parametrize(("text", "words"), ACCOUNTS)
def test_a_hedge_goes_on_with_somebodys_account(text, words):
    """What a body or a group has told of somebody goes on with "he reportedly"; what a person tells of herself does not."""
    assert told("CA203", text) == words


ALSO = [
    pytest.param(
        "Rain fell all day. The roads were closed. Clark is reportedly part of a bus tour.\n\n"
        "The Boston Globe also reports that he earned a million in fees.",
        [],
        id="also",
    ),
    pytest.param(
        "Rain fell all day. The roads were closed. Clark is reportedly part of a bus tour.\n\n"
        "The Boston Globe reports that Ana Ruiz has left the council.",
        ["reportedly"],
        id="of something else",
    ),
]


@pytest.mark.parametrize(("text", "words"), ALSO)
def test_an_outlet_that_also_reports_has_reported_before(text, words):
    """What an outlet "also reports" it has reported before: the hedge is its own."""
    assert told("CA203", text) == words


GROUPS = [
    pytest.param(
        "Some commentators have called the method a linchpin of research (Vance, Ruiz, & Strand, 2011, p. 1225).", [], id="a work"
    ),
    pytest.param(
        "Some commentators have called the method a linchpin of research (and of much else).",
        ["some commentators have called"],
        id="an aside",
    ),
]


@pytest.mark.parametrize(("text", "words"), GROUPS)
def test_a_group_is_named_by_a_work_in_brackets(text, words):
    """Scholars say who says so by a name and a year."""
    assert [words_.casefold() for words_ in told("CA203", text)] == words


REPORTS = [
    pytest.param(
        "The chairman will step down, according to multiple reports.\n\nPolitico reported that his friends doubt it.",
        [],
        id="next",
    ),
    pytest.param(
        "Media have said that the forms are too long.\n\nThe Guardian said that one question holds fifty words.", [], id="media"
    ),
    pytest.param(
        "The city lay under smoke, according to local news reports.\n\nA state of emergency holds in the north, Reuters reported.",
        ["local news reports"],
        id="an outlet behind its own report",
    ),
    pytest.param(
        "The city lay under smoke, according to local news reports.\n\nThe fires went on. Reuters reported that the north burned.",
        ["local news reports"],
        id="two sentences on",
    ),
]


@pytest.mark.parametrize(("text", "words"), REPORTS)
def test_reports_that_the_next_sentence_names_are_no_riddle(text, words):
    """Where the next sentence begins with the outlet, readers know whose reports are meant."""
    assert told("CA204", text) == words


LEADS = [
    pytest.param("The cook reportedly left since nobody ate.\n\n“Nobody ate,” said Kurt Strand, an aide.", [], id="an aide"),
    pytest.param("The navy reportedly saved 200 men.\n\nFuad Marsh, a spokesman, said a ship was sent.", [], id="a spokesman"),
    pytest.param(
        "Rain fell all day. The roads were closed.\n\nThe cook reportedly left since nobody ate.\n\n“Nobody ate,” said Kurt Strand.",
        ["reportedly"],
        id="no lead",
    ),
    pytest.param("Kurt Strand has reportedly left.\n\n“I am glad,” Strand said.", ["reportedly"], id="the one it is about"),
    pytest.param("The cook reportedly left.\n\n“Nobody ate,” a senior official said.", ["reportedly"], id="nobody named"),
]


@pytest.mark.parametrize(("text", "words"), LEADS)
def test_a_lead_sums_up_what_the_next_sentences_tell(text, words):
    """The head of an article may hedge what somebody with a name tells right behind it, unless the hedge is about that person."""
    assert told("CA203", text) == words
