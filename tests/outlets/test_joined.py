"""Outlets that are told or tell together: all of them are credited, and what only stands near by is not."""

from __future__ import annotations

import pytest

from citeaudit import Article, Config, audit

CONFIG = Config(check_language=False)


def outlets_of(text, publisher=None):
    """Return the outlets of the last claim of *text*."""
    return audit(Article(text, publisher=publisher), config=CONFIG).claims[-1].outlets


JOINED = [
    pytest.param("He told Rolling Stone and Vice that the hall was shut.", ("Rolling Stone", "Vice News"), id="a common word behind a sure name"),
    pytest.param("The Hindu and the Indian Express first reported the sale.", ("The Hindu", "The Indian Express"), id="a people's name before one"),
    pytest.param("Reviews in the Spectator and the New Statesman called it thin.", ("The Spectator", "New Statesman"), id="what both published"),
    pytest.param("Pitchfork and NME said the album was late.", ("Pitchfork", "NME"), id="a common word that begins the sentence"),
    pytest.param("The wing was found, Bernama, The Star and Malaysiakini reported.", ("Bernama", "The Star (Malaysia)", "Malaysiakini"), id="the partner's country, in a list"),
    pytest.param("The trial is over, Le Temps and the broadcaster RTS reported.", ("Le Temps (Switzerland)", "RTS (Switzerland)"), id="the partner's country, behind a kind"),
    pytest.param("A clerk confirmed the vote to TechCrunch, and later to The Verge.", ("TechCrunch", "The Verge"), id="one later than the other"),
    pytest.param("A friend told Us Weekly, and later E! News, that they had left.", ("Us Weekly", "E! News"), id="later, without a preposition"),
    pytest.param("Tain told both Reuters and the daily Hürriyet that it was late.", ("Reuters", "Hurriyet"), id="both"),
    pytest.param("The army denied it, the state news agencies Xinhua and Tass reported.", ("Xinhua News Agency", "TASS"), id="a plural kind"),
    pytest.param("He left, the Anadolu agency and the daily Hürriyet reported.", ("Anadolu Agency", "Hurriyet"), id="a kind behind the first"),
    pytest.param("Spain's El País and El Mundo said the film was late.", ("El País", "El Mundo (Spain)"), id="a country in front"),
    pytest.param("Ana Ruiz told CNN and the Calder Sentinel that it was late.", ("CNN", "Calder Sentinel"), id="one that no table lists"),
    pytest.param("Ana Ruiz told KOIN 6 and FOX 12 that it was late.", ("KOIN", "FOX 12"), id="two stations by number"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "outlets"), JOINED)
def test_outlets_named_together_are_all_credited(text, outlets):
    """What is told or reported in one breath with an outlet is one too; a name of many is the one of its partner's country."""
    assert outlets_of(text) == outlets


NOT_JOINED = [
    pytest.param("People and CNN said it was late.", ("CNN",), id="whom people let speak"),
    pytest.param("The bridge was blown on Sunday, the Kyiv Independent and Ukrainska Pravda reported.", ("The Kyiv Independent", "Ukrainska Pravda"), id="a day"),
    pytest.param("Mayor Fox and CNN said it was late.", ("CNN",), id="a person with a title"),
    pytest.param("CNN and the Calder Hill Record Society said it was late.", ("CNN",), id="a longer name"),
    pytest.param("A variety and the BBC are two things, Ruiz told Reuters.", ("Reuters",), id="in lower case"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "outlets"), NOT_JOINED)
def test_what_is_no_outlet_is_none_beside_one_either(text, outlets):
    """A day, a person, a body and a word that people let speak stay what they are."""
    assert outlets_of(text) == outlets


STATIONS = [
    pytest.param("Amy Holt told ABC affiliate WKOW it was late.", ("WKOW",), id="the affiliate of a network"),
    pytest.param("Police told FOX 9 that they had found the boat.", ("FOX 9",), id="a network and a number"),
    pytest.param("The boat is gone, Fox 4 reported.", ("Fox 4",), id="reported"),
    pytest.param("Amy Holt told ABC it was late.", ("ABC News",), id="the network itself"),
    pytest.param("The boat lay Fox 4 miles off, Reuters reported.", ("Reuters",), id="a number that goes on"),
    pytest.param("A CBS News poll gives NBC 6 percent of viewers.", ("CBS News",), id="a share"),
]


@pytest.mark.parametrize(("text", "outlets"), STATIONS)
def test_a_station_is_not_its_network(text, outlets):
    """An affiliate, or a network with a number, is a station of its own: the network said nothing."""
    assert outlets_of(text) == outlets


UNLISTED = [
    pytest.param("The moon is a hoax, the Beijing Daily Express reports.", "Beijing Daily Express", id="longer than a listed paper"),
    pytest.param("Silt heals, according to a study published in BMJ Case Reports.", "BMJ Case Reports", id="longer than a listed journal"),
    pytest.param("The book is back, the Oakfield Star-Gazette reported.", "Oakfield Star-Gazette", id="a double name"),
    pytest.param("“It is late,” Ida Moore told the Orwick Guardian.", "Orwick Guardian", id="a tail that bodies have too"),
    pytest.param("A baker told the Nordbacher Anzeiger that it was late.", "Nordbacher Anzeiger", id="a foreign tail"),
    pytest.param("A farmer told Diario de Orwick that it was late.", "Diario de Orwick", id="a foreign head"),
    pytest.param("News portal Nordwest24 reported that it was late.", "Nordwest24", id="a kind that begins the sentence"),
    pytest.param("The alternative weekly Orwick Phoenix wrote that it was late.", "Orwick Phoenix", id="a kind of several words"),
    pytest.param("The student newspaper, The Orwick Collegian, said it was late.", "Orwick Collegian", id="a kind, a comma and an article"),
    pytest.param("Local news website OakfieldNow.com reported that it was late.", "OakfieldNow.com", id="a domain behind its kind"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "outlet"), UNLISTED)
def test_an_outlet_that_no_table_lists_is_known_by_its_form(text, outlet):
    """A double or foreign name of a paper, or the kind in front of a name, tells an outlet where something is cited from it."""
    assert outlets_of(text) == (outlet,)


QUIET = [
    pytest.param("The Orwick Guardian Society said it was late.", id="a body"),
    pytest.param("The Guardian told the striker that he was late, Ruiz said.", id="no outlet by its verb"),
    pytest.param("The weekly Mass was late, Ana Ruiz said.", id="a kind before another thing"),
    pytest.param("The student, The Orwick boy, said it was late.", id="no kind of outlet"),
]


@pytest.mark.parametrize("text", QUIET)
def test_what_is_built_alike_is_no_outlet(text):
    """A body, a thing and a person keep their names."""
    assert outlets_of(text) == ()


AS_LISTED = [
    pytest.param("Silt heals, according to a study published in The BMJ.", ("The BMJ",), id="a journal alone"),
    pytest.param("Silt heals, Beijing Daily reported.", ("Beijing Daily",), id="a paper alone"),
    pytest.param("Ana Ruiz told the Daily Mail Express Dairies was late.", ("Daily Mail",), id="a thing behind it"),
]


@pytest.mark.parametrize(("text", "outlets"), AS_LISTED)
def test_a_listed_title_without_a_tail_is_itself(text, outlets):
    """Only what ends like a title makes a longer title of a listed one."""
    assert outlets_of(text) == outlets


SHORT = [
    pytest.param("A baker told the Nordbacher Anzeiger it was late.\n\nThe mayor told the Anzeiger that the school was shut.", None, ("Nordbacher Anzeiger",), id="the last word"),
    pytest.param("He died, the East Anglian Daily Times reported.\n\nThe EADT says that six have died there.", None, ("East Anglian Daily Times",), id="initials"),
    pytest.param("He died, the East Anglian Daily Times reported.\n\nThe EAD says that six have died there.", None, (), id="other initials"),
    pytest.param("“He was laughing,” Dorn told the Star.", "The Orwick Star", ("The Orwick Star",), id="an unlisted publisher's last word"),
    pytest.param("Ana Oates told this newspaper that it was late.", "The Orwick Ledger", ("The Orwick Ledger",), id="this newspaper"),
    pytest.param("As we reported in May, it was late.", "The Orwick Ledger", ("The Orwick Ledger",), id="as we reported"),
    pytest.param("Ana Oates bought this newspaper in May and said it was late.", "The Orwick Ledger", (), id="as a thing"),
    pytest.param("As we said, it was late.", "The Orwick Ledger", (), id="no report"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "publisher", "outlets"), SHORT)
def test_an_unlisted_outlet_is_known_when_it_is_named_shorter(text, publisher, outlets):
    """Its last word, its initials and, in its own pages, "this newspaper" stand for an outlet that no table lists."""
    assert outlets_of(text, publisher) == outlets


JOURNALISTS = [
    pytest.param("Fact-checkers at Reuters found that the photo was old.", ("Reuters",), id="its fact-checkers"),
    pytest.param("Reporters for the Guardian found that the door was shut.", ("The Guardian",), id="its reporters"),
    pytest.param("POLITICO's Playbook reported that twelve were opposed.", ("Politico",), id="its section"),
    pytest.param("Readers of the Guardian said it was over.", (), id="its readers"),
    pytest.param("Reporters for the board said it was over.", (), id="of another body"),
    pytest.param("CNN's Zucker said it was over.", (), id="somebody of it who may be its chief"),
]


@pytest.mark.parametrize(("text", "outlets"), JOURNALISTS)
def test_who_works_for_an_outlet_speaks_for_it(text, outlets):
    """Its reporters and fact-checkers without a name speak for an outlet, as a section of it does that reports."""
    assert outlets_of(text) == outlets
