"""Outlets that no table lists, told by a plain form where something is cited from them, and the publisher's own names."""

from __future__ import annotations

import pytest

from citeaudit import Article, Config, audit

CONFIG = Config(check_language=False)


def outlets_in(text, publisher=None):
    """Return the outlets of the only claim of *text*."""
    (claim,) = audit(Article(text, publisher=publisher), config=CONFIG).claims
    return claim.outlets


CITED = [
    pytest.param("“We shut the shop at noon,” she told Channel 9 News.", "Channel 9 News", id="a channel"),
    pytest.param("The photo was first reported by harbourwatch.com, a website.", "harbourwatch.com", id="a site"),
    pytest.param("Lou Reed, a blogger for harbourwatch.com, wrote that the photo was fake.", "harbourwatch.com", id="of a site"),
    pytest.param("Silt moves, according to a study in the journal Harbour Letters.", "Harbour Letters", id="a journal"),
    pytest.param("A study published Monday in Annals of Harbours found that silt moves.", "Annals of Harbours", id="published"),
    pytest.param(
        "Researchers wrote in the Baltic Journal of Harbours that silt moves.", "Baltic Journal of Harbours", id="journal of"
    ),
    pytest.param("Tom Ash said on “The Lane Show” that silt moves.", "The Lane Show", id="a programme"),
    pytest.param("“We are late,” Tom Ash said Monday on the Ana Ruiz Show.", "Ana Ruiz Show", id="a host's show"),
    pytest.param("Tom Ash said on the Lou Reed radio show that silt moves.", "Lou Reed radio show", id="a radio show"),
    pytest.param("“We are late,” Tom Ash said on the “Dock Talk” podcast.", "Dock Talk", id="called a podcast"),
    pytest.param("“We are late,” Tom Ash said on his podcast “Dock Talk.”", "Dock Talk", id="a podcast called so"),
    pytest.param("“We are late,” Tom Ash told “The Lou Reed Show” radio program.", "The Lou Reed Show", id="told a show"),
    pytest.param("“We are late,” Tom Ash said in an interview with Huffpost.", "HuffPost", id="one capital"),
    pytest.param("“We are late,” Tom Ash said on “Outspoken.”", "Outspoken", id="who speaks on it"),
    pytest.param("“We are late,” Tom Ash said on Lou Reed's late radio show.", "Lou Reed's late radio show", id="of a host"),
    pytest.param("“We are late,” Tom Ash said Monday on Ana Ruiz’s podcast.", "Ana Ruiz’s podcast", id="a host's podcast"),
    pytest.param("The pair took the boat home, News 9 reports.", "News 9", id="a station called News"),
    pytest.param("The pair took the boat home, she told NewsChannel 5.", "NewsChannel 5", id="a news channel"),
    pytest.param("The pair took the boat home, QuayWatchWeb reports.", "QuayWatchWeb", id="capitals inside that report"),
    pytest.param("In a statement to QuayWatchWeb, the firm said it was over.", "QuayWatchWeb", id="given a statement"),
    pytest.param("The Harbour Report published an article claiming that it was shut.", "Harbour Report", id="ran an article"),
    pytest.param("Now8Quays published a story claiming that it was shut.", "Now8Quays", id="coined, ran a story"),
    pytest.param("According to an article published by Rest of Norland, it was shut.", "Rest of Norland", id="published by"),
    pytest.param("In an interview published Tuesday by the Onion Field, she said it was shut.", "Onion Field", id="by the"),
    pytest.param("The mayor told the Onion Field, which first reported it, that he lied.", "Onion Field", id="had it first"),
    pytest.param("The sale was first reported by the Dockyard Row on Monday.", "Dockyard Row", id="first reported by"),
    pytest.param("The Spanish daily Voz de Tarn reports that she saw it.", "Voz de Tarn", id="a name with a particle"),
    pytest.param("“We saw him,” she told Okar newspaper on Monday.", "Okar", id="no article before a newspaper"),
    pytest.param("The Leeds-based Okar newspaper reported that he left.", "Okar", id="where it is based"),
    pytest.param("The London-based Guardian reported that he left.", "The Guardian", id="where a listed one is based"),
    pytest.param("“We saw him,” she told the Quayside website.", "Quayside", id="who is told is no owner"),
    pytest.param(
        "The Quay Onion, a satirical website, reported that he left.", "Quay Onion", id="an article before an apposition"
    ),
]


@pytest.mark.parametrize(("text", "outlet"), CITED)
def test_a_plain_form_that_is_cited_is_an_outlet(text, outlet):
    """No table lists it, and the words beside it tell."""
    assert outlets_in(text) == (outlet,)


QUIET = [
    pytest.param("According to the Norland Government's website, the quay is safe.", id="whose website it is"),
    pytest.param("According to the Harbour University website, the quay is safe.", id="a body's website"),
    pytest.param("The Sunset Beach website says that the quay is safe.", id="a place's website"),
    pytest.param("The Catholic newspaper was late, the mayor said.", id="whose voice a newspaper is"),
    pytest.param("The Heritage Foundation published an article claiming that it was shut.", id="a body ran an article"),
    pytest.param("The Mayor published an article claiming that it was shut.", id="an office"),
    pytest.param("According to an article published on LinkedIn, it was shut.", id="a platform"),
    pytest.param("According to an article published in May, it was shut.", id="a month"),
    pytest.param("The case was first reported by the Ministry of Health.", id="a body reported first"),
    pytest.param("In a statement to Parliament, the mayor said it was over.", id="a body is given a statement"),
    pytest.param("Tom McKenzieBell reports to the board, the mayor said.", id="capitals in a surname"),
    pytest.param("Boats can be had from harbour-shop.com, she said.", id="a firm's domain"),
    pytest.param("A book published in Annals of Harbours town was late, the mayor said.", id="no study"),
    pytest.param("He swam the English Channel 9 times, she said.", id="a channel of water"),
    pytest.param("He wrote on “The Lane to the Harbour” that silt moves.", id="no programme"),
    pytest.param("“We are late,” Tom Ash said during the Leeds Boat Show.", id="a fair"),
    pytest.param("Tom Ash said that the TV show was late.", id="a kind alone"),
    pytest.param("Tom Ash, who sang on the “Dock Talk” show, moved to Leeds, the mayor said.", id="nobody speaks on it"),
    pytest.param("Tom Ash said on “Black Friday” that silt moves.", id="a day"),
    pytest.param("Tom Ash sang on Lou Reed's radio show, and moved to Leeds, the mayor said.", id="a song on a show"),
]


@pytest.mark.parametrize("text", QUIET)
def test_a_plain_form_that_nobody_cites_is_none(text):
    """Firms, places and works are no outlets."""
    assert outlets_in(text) == ()


OWN = [
    pytest.param("“We are late,” she told Guardian Business.", "The Nassau Guardian", "The Nassau Guardian", id="a section"),
    pytest.param("In an interview with The Lane Post, Tom Ash said silt moves.", "lanepost.example", "Lane Post", id="unlisted"),
    pytest.param("“We are late,” Tom Ash told TRD on Monday.", "The Real Deal", "The Real Deal", id="initials"),
]


@pytest.mark.parametrize(("text", "publisher", "outlet"), OWN)
def test_a_publisher_is_known_on_its_own_pages(text, publisher, outlet):
    """By its section, and where no table lists it."""
    assert outlets_in(text, publisher) == (outlet,)
    assert outlets_in("The boats are late.", publisher) == ()


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The minister told the Kwayedza newspaper that he knew.", "Kwayedza"),
        ("The minister knew, the Kwayedza newspaper reported.", "Kwayedza"),
        ("The club could lose its licence, Ann Maguire told the Price of Football podcast.", "Price of Football"),
        ("Speaking on the Price of Football podcast, Ann Maguire said the club could lose its licence.", "Price of Football"),
    ],
)
def test_a_name_beside_the_noun_of_its_kind_is_an_outlet_where_one_is_wanted(text, outlet):
    """Nobody lists it, and the noun behind it says what it is."""
    assert outlet in outlets_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister told the Ghanaian newspaper that he knew.",
        "The minister told the Lagos newspaper that he knew.",
        "The strike at the Kwayedza newspaper is over, Ann Maguire said.",
        "The minister told the Finance Committee that he knew.",
    ],
)
def test_a_place_before_the_noun_is_no_name(text):
    """It tells where the outlet is; and what is spoken of is not cited."""
    assert not outlets_in(text)


OTHERS = [
    pytest.param("The Trade Research Desk (TRD) shut. “We are late,” Tom Ash told TRD on Monday.", id="another body's"),
    pytest.param("Tom Ash left TRD on Monday.", id="nobody is heard"),
    pytest.param("Tom Ash told ARD on Monday that silt moves.", id="other initials"),
]


@pytest.mark.parametrize("text", OTHERS)
def test_initials_of_something_else_are_not_the_publishers(text):
    """Where the article says what they stand for, or nothing is told to them."""
    claims = audit(Article(text, publisher="The Real Deal"), config=CONFIG).claims

    assert all("The Real Deal" not in claim.outlets for claim in claims)


def test_a_coined_name_is_the_same_in_any_case_of_letters():
    """Once its role tells it, it is an outlet in its other roles too, before and behind, under the name that it bears there."""
    text = "A report on Quaywatchweb said it was shut.\n\nThe quay is safe, QuayWatchWeb reports.\n\nThe mayor, speaking to Quaywatchweb, said it was shut."
    claims = audit(Article(text), config=CONFIG).claims

    assert [claim.outlets for claim in claims] == [("QuayWatchWeb",)] * 3


SHORTENED = [
    pytest.param("He told the Daily Bruin so. He told the Bruin that it was over.", ("Daily Bruin",), id="told"),
    pytest.param("He told the Daily Bruin so. The Bruin reported that it was over.", ("Daily Bruin",), id="reports"),
    pytest.param("He told the Daily Bruin so. The Bruin said that it was over.", (), id="may be a player"),
]


@pytest.mark.parametrize(("text", "outlets"), SHORTENED)
def test_a_paper_is_named_again_by_its_last_word(text, outlets):
    """Only where it hears or reports something, since others are called so too."""
    assert audit(Article(text), config=CONFIG).claims[-1].outlets == outlets
