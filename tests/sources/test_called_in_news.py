"""Whom real news calls anew, and where its names end: each kind both ways, resolved where the article tells, left alone where it does not."""

from __future__ import annotations

import pytest

from citeaudit import Article, Config, audit

CONFIG = Config(check_language=False)


def sources_of_last(text):
    """Return the first links of the last attribution of *text*: the names of those who speak."""
    report = audit(Article(text), config=CONFIG)
    last = max(report.attributions, key=lambda a: (a.cue or a.content)[0].start)
    return [link.name for link in last.chain]


ANEW = [
    (
        "Tom Lee said no. Ana Ruiz said yes. The former Norland governor said it was over.",
        "Ana Ruiz",
        "told which, so who spoke nearest",
    ),
    ("Tasha Greer said it was late. The mother of three said it was over.", "Tasha Greer", "children"),
    ("Gemma Holt said it was late. “It is over,” the mum-of-two said.", "Gemma Holt", "children in one word"),
    ("Danny Frost left the band. The 45-year-old, who lives in Tarn, said it was over.", "Danny Frost", "an age with a relative"),
    ("Otto Brandl laughed. “It is over,” said the German.", "Otto Brandl", "a country"),
    ("Luis Mora was late. “It is over,” the Spaniard said.", "Luis Mora", "a country that has a noun"),
    ("Ella Finch said it was late. The nurse said it was over.", "Ella Finch", "a trade"),
    ("Kwame Asante said it was late. “It is over,” the Tarn man said.", "Kwame Asante", "a town's man"),
    ("Raul Jimeno said it was late. The Norland international said it was over.", "Raul Jimeno", "a country's player"),
    ("Lila Voss cancelled. In a statement, the “Neon Heart” singer said it was over.", "Lila Voss", "a song in quotes"),
    (
        "Karen Lodge said no. Bill Trent, 82, came in. The pensioner said it was over.",
        "Bill Trent",
        "whom the text goes on about",
    ),
    (
        "Bo Sharp said no. Player of the day Kuldeep Rathi won. The spinner said it was over.",
        "Kuldeep Rathi",
        "the only one named",
    ),
    ("Mustangs general manager Vic Torrance left. The GM said it was over.", "Vic Torrance", "an office by its letters"),
    ("King Olav left. The monarch said it was over.", "Olav", "a crown"),
]
NOT_ANEW = [
    ("Ana Ruiz said no. Tom Lee said yes. The Norland Republican said it was over.", "The Norland Republican", "either party"),
    ("Tom Lee said it was late. The mother of two said it was over.", "The mother of two", "another gender"),
    (
        "Tasha Greer said it was late. Gemma Holt did too. A mother of three came. The mother said it was over.",
        "The mother",
        "a bare parent",
    ),
    ("Otto Brandl laughed. The French said it was over.", "French", "a nation"),
    ("Kwame Asante said it was late. The man said it was over.", "The man", "anybody"),
    ("Ana Ruiz said no. A nurse came in. The nurse said it was over.", "The nurse", "a bystander"),
]
BODIES = [
    ("Budget airline Tarnair will close its base at Orlow in October, it said on Monday.", "Tarnair", "it, behind what it is"),
    ("Budget airline Tarnair will close its base at Orlow. The airline said it was over.", "Tarnair", "told before the name"),
    ("Zinwa, the national water authority, said it was late. The authority said it was over.", "Zinwa", "told behind the name"),
    ("Shares of Norwell Foods fell. The maker of Crispo chips said it was over.", "Norwell Foods", "by what it makes"),
    ("NARA's Halley rover dug on. It found sand, the space agency said.", "NARA", "an agency that owns a thing"),
    ("The 14:05 from Orlow broke down near Tarn Heath. Southrail left. The operator said it was over.", "Southrail", "no place"),
    (
        "The Crimes Commission, CCN, left. Amnesty International said it was late. The rights group said it was over.",
        "Amnesty International",
        "a group with more words",
    ),
    (
        "Acme said it was late. Bolt said it was early. It was late. It was dark. It was cold. Tarnair left. The company said it was over.",
        "Tarnair",
        "others spoke long ago",
    ),
]
NOT_BODIES = [
    (
        "Marchand's office denied it. Sales rose, according to the national statistics bureau.",
        "the national statistics bureau",
        "an office in full",
    ),
    ("Massey Stores said it was late. The parent company said it was over.", "The parent company", "another body"),
    ("The talks in Tarnopol went on. The company said it was over.", "The company", "a place"),
    ("It broke down near Tarn Heath, the operator said.", "the operator", "a place before the speaker is no operator"),
]
NAMES = [
    ("The victim's wife, Nena, said it was over.", ["Nena"], "a relative by one name"),
    ("Ruiz's brother and adviser, Ibrahim, said it was over.", ["Ibrahim"], "who is two things"),
    ("Counsel to the board, Mr Chidi Okorie, said it was over.", ["Chidi Okorie"], "an office that opens the sentence"),
    ("DCP (Crimes) K. Narasimha said it was over.", ["K. Narasimha"], "a field in brackets"),
    ("U.S. Attorney Karen Boyd left. Lee's attorney, Dick Fuller, said it was over.", ["Dick Fuller"], "another attorney"),
    ("Army spokesman Col. Idrissa Sow left. Olsen's spokesman said it was over.", ["Olsen's spokesman"], "another's spokesman"),
    ("His spokesman, Gates, said it was over. It was late, said his spokesman Kent Gates.", ["Kent Gates"], "a surname"),
    ("Passenger Mere Vosa said it was over.", ["Mere Vosa"], "what somebody is, with a capital"),
    ("Ana Ruiz left. Her family said it was over.", ["Her family"], "a family is no adverb"),
    ("Lindqvist, a retired pilot, says the rye tastes like bread.", ["Lindqvist"], "who somebody is tells nothing"),
    ("A bridge fell, said police.", ["police"], "but a clause does"),
    ("The Department of Ports met. The DOP said it was over.", ["Department of Ports"], "a letter of a small word"),
    ("The New Norland Ports Board met. The board said it was over.", ["New Norland Ports Board"], "new is part of a name"),
]


@pytest.mark.parametrize(("text", "name", "why"), [*ANEW, *NOT_ANEW], ids=lambda case: str(case)[:60])
def test_who_is_called_anew(text, name, why):
    """A description that can mean nobody new means whom the text goes on about, or who alone spoke."""
    assert sources_of_last(text) == [name], why


@pytest.mark.parametrize(("text", "name", "why"), [*BODIES, *NOT_BODIES], ids=lambda case: str(case)[:60])
def test_a_noun_means_the_body_that_is_one(text, name, why):
    """By what the article says that it is; a place or a second body is none."""
    assert sources_of_last(text) == [name], why


@pytest.mark.parametrize(("text", "names", "why"), NAMES, ids=lambda case: str(case)[:60])
def test_a_name_ends_where_it_ends(text, names, why):
    """What somebody is stands beside the name and is no part of it, and one man's lawyer is not another's."""
    assert sources_of_last(text) == names, why


@pytest.mark.parametrize(
    "tail", ["who did not wish to be named", "who did not want to be identified", "who asked that her name not be used"]
)
def test_who_asks_for_it_is_unnamed(tail):
    """However the article says that a source is not to be named."""
    report = audit(Article(f"One parent, {tail}, said the road was shut."), config=CONFIG)

    assert [link.type.value for a in report.attributions for link in a.chain][:1] == ["anonymous"]
