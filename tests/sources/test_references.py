"""Who "he", "Ruiz" and "the ministry" are in an article, and when nobody is."""

from __future__ import annotations

import pytest

from citeaudit import Article, Config, audit

CONFIG = Config(check_language=False)


def last_source(text):
    """Return the first link of the last attribution of *text*."""
    report = audit(Article(text), config=CONFIG)
    return max(report.attributions, key=lambda a: (a.cue or a.content)[0].start).chain[0], report


RESOLVED = [
    (
        "Ana Ruiz left early. “It is over. We tried. We asked. We sang. Nobody came. Nobody will,” she said.",
        "Ana Ruiz",
        "a pronoun behind a long quotation",
    ),
    ("Pellow left the hall at noon. “It is over,” she told reporters.", "Pellow", "a lone name that opens the sentence before"),
    ("Mr. Pellow left the hall. But in the end he said it was over.", "Pellow", "a titled name that opens the sentence before"),
    ("Ana Ruiz herself said it was over.", "Ana Ruiz", "a name that is stressed"),
    ("The Institute for Tides (IT) says it is over.", "Institute for Tides", "a body before its initials"),
    ("The Centre for Port Safety (CPS) said it was over.", "Centre for Port Safety", "another"),
    (
        "According to the Department of Quays and Ports (DQP), it was over.",
        "Department of Quays and Ports",
        "one with two fields",
    ),
    (
        "Rain fell all over the bay, but the quays are drier than the hills, said study co-author Ana Ruiz, a port fellow.",
        "Ana Ruiz",
        "a role without an article before a name, behind its verb",
    ),
    ("Ana Ruiz -- who has rowed here for years -- said it was over.", "Ana Ruiz", "a name before an aside"),
    ("The trust in July said it was over.", "The trust", "a month is no part of a source"),
    ("The senator over the weekend said it was over.", "The senator", "nor is a weekend"),
    ("Sen. Amy Berg of Ohio, who tweeted that it was over, left.", "Amy Berg", "a relative behind where somebody is from"),
    (
        "Attorney for the District of Massachusetts Joshua Lind left. Lind said it was over.",
        "Joshua Lind",
        "a place before a first name",
    ),
    (
        "President Dorn spoke. The Dorn Presidency began. Dorn said it was over.",
        "Dorn",
        "a titled name is no thing named after it",
    ),
    (
        "Amnesty International said it was late. The organisation said it was over.",
        "Amnesty International",
        "a body by what any is called",
    ),
    ("Acme said it was late. “It is over,” the company said.", "Acme", "a business by what it is called"),
    ("The WHO said it was over.", "WHO", "initials that spell a small word"),
    ("Ana Ruiz arrived on Monday. Ruiz said it was over.", "Ana Ruiz", "a surname after the full name"),
    ("Wang Yi arrived on Monday. Wang said it was over.", "Wang Yi", "a family name that stands first"),
    ("Ana Ruiz arrived on Monday. She said it was over.", "Ana Ruiz", "a pronoun, by the gender of the first name"),
    ("Ana Ruiz left early. “It is over,” she said.", "Ana Ruiz", "a pronoun after a quotation"),
    ("Foreign Minister Ana Ruiz left. The minister said it was over.", "Ana Ruiz", "a title"),
    ("Ruiz left. The University of Tarn was shut. The university said it was over.", "University of Tarn", "a body by its noun"),
    ("“It is over,” said Ana Ruiz, who added that she was glad.", "Ana Ruiz", "a relative pronoun"),
    ("Chinese Foreign Minister Wang Yi said on Monday that it was over.", "Wang Yi", "a name without its title"),
    (
        "Research suggests a risk. The study, published in May, followed 90 men. It found no risk.",
        "The study",
        "the subject before",
    ),
    (
        "The party accused him. The report, officials said, was late. It warned that towers were unsafe.",
        "The report",
        "a document",
    ),
    (
        "Norland did not appear at the hearings. It argued that no duty rests on it.",
        "Norland",
        "a body that opens the sentence before",
    ),
    (
        "The ministry shut the port. The report was late, the navy said. It added that ships were safe.",
        "the navy",
        "who spoke last",
    ),
    (
        "News24 has seen the report, which runs to 64 pages. It finds that the bid was late.",
        "the report",
        "a document that finds",
    ),
    (
        "Marta Lind died on Sunday. Her daughter, Eva Lind, said so. “I hoped to stay,” Dr. Lind wrote in 2004.",
        "Marta Lind",
        "a surname stays with whom the article is about",
    ),
    ("Herders around Tsagaan Valley said it was over.", "Herders", "a noun with a place"),
    ("Norland’s Ministry of Ports, in its update, says it is over.", "Ministry of Ports", "a body and its “of”"),
    ("Luis Prado arrived, he said. The 22-year-old, who plays left, said it was over.", "Luis Prado", "an age with a clause"),
    ("Altan Resources denies it. “Our tests,” it said, “were clean.”", "Altan Resources", "a company by its name"),
    (
        "Its own figures, slipped out on a Friday, show that spills rose by 54 per cent last year.",
        "Its own figures",
        "a document without what is told of it",
    ),
    ("The winner is Luis Prado, Ana Ruiz said. “I am glad,” the 22-year-old added.", "Ana Ruiz", "an age"),
    ("His campaign said no. The Harris campaign said yes.", "The Harris campaign", "a name beside the noun is named anew"),
    ("The Roads and Bridges Agency said it was over.", "Roads and Bridges Agency", "a body with “and” in its name"),
    (
        "Two advisers, speaking on condition of anonymity, said no. “He changes his mind,” one of them said.",
        "one of them",
        "a part",
    ),
    ("A CNN report appeared on Monday. It found that the bid was late.", "CNN", "a report of an outlet that finds"),
    ("A video shared on a website claims that the town is flooded.", "A video", "a document without where it was shared"),
]


@pytest.mark.parametrize(("text", "name", "why"), RESOLVED, ids=[case[2] for case in RESOLVED])
def test_a_reference_is_resolved(text, name, why):
    """The source bears the fullest name, and is resolved."""
    source, _ = last_source(text)

    assert source.name == name, why
    assert source.is_resolved


def test_a_part_of_those_who_stay_unnamed_is_unnamed():
    """The type goes on with whoever is one of them; of people with names it is nobody's secret."""
    unnamed, _ = last_source(
        "Two advisers, speaking on condition of anonymity, said no. “He changes his mind,” one of them said."
    )
    named, _ = last_source("Ana Ruiz and Tom Lee said no. “He changes his mind,” one of them said.")

    assert (unnamed.type, named.type) == ("anonymous", "person")


UNRESOLVED = [
    ("In Moscow it was cold. Then he said it was over.", "a place opens the sentence before"),
    ("Microsoft is a company in Tarn. Then he said it was over.", "a business opens the sentence before"),
    ("He said that it was over.", "nobody was named"),
    ("Ana Ruiz left. He said that it was over.", "the gender does not fit"),
    ("They said that it was over.", "nobody was named"),
]


@pytest.mark.parametrize(("text", "why"), UNRESOLVED, ids=[case[0] for case in UNRESOLVED])
def test_a_reference_is_never_guessed(text, why):
    """Without an antecedent the source stays unresolved, and is reported so."""
    source, _ = last_source(text)

    assert not source.is_resolved, why


def test_an_antecedent_bears_its_place():
    """The antecedent of a surname is where the full name stands."""
    source, report = last_source("Ana Ruiz arrived on Monday. Ruiz said it was over.")

    assert source.antecedent is not None
    assert report.words(source.antecedent) == "Ana Ruiz"


def test_who_speaks_for_an_outlet_is_the_outlet_when_named_again():
    """A journalist's surname and pronoun still stand for the outlet."""
    text = "“It will rain,” noted NBC’s Dante Roe. “It may snow,” he added."
    report = audit(Article(text), config=CONFIG)

    assert [claim.outlets for claim in report.claims] == [("NBC News",), ("NBC News",)]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        pytest.param("“It leaked,” said a crane operator, who asked not to be named.", "anonymous", id="a wish not to be named"),
        pytest.param("Three pilots who spoke on condition of anonymity said it leaked.", "anonymous", id="a condition"),
        pytest.param("“It leaked,” said a crane operator, who has worked there for years.", "person", id="an ordinary clause"),
        pytest.param("“It leaked,” said Ana Ruiz, who asked her son not to be named.", "person", id="a name is no secret"),
    ],
)
def test_a_source_that_asks_not_to_be_named_is_anonymous(text, type_):
    """The mark may stand behind the words of the source, in its relative clause."""
    report = audit(text)

    assert report.attributions[0].chain[0].type == type_


@pytest.mark.parametrize(
    "text",
    [
        "Acme said it was late. Bolt said it was early. “It is over,” the company said.",
        "The Ports Ministry said it was late. “It is over,” the company said.",
        "Germany said it was late. “It is over,” the company said.",
    ],
)
def test_a_body_is_never_guessed(text):
    """Two that spoke, a ministry and a country are not what "the company" means."""
    source, _ = last_source(text)

    assert source.name == "the company"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "The quay was shut, Reuters reported. Nobody came. In a statement, it said it was safe.", "it", id="statement"
        ),
        pytest.param("The quay was shut, Reuters reported. Nobody came. In a tweet, it said it was safe.", "it", id="tweet"),
        pytest.param("Reuters reported that it was shut. In an analysis, it said it was safe.", "Reuters", id="analysis"),
    ],
)
def test_it_in_a_statement_is_no_outlet_that_reported(text, name):
    """Bodies give out statements; an outlet that only reported before gives out none."""
    assert last_source(text)[0].name == name
