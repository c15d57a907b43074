"""Kinds of telling that are easily misread, one sentence or two each, beside what looks like them and is none: who stands behind the claim that comes last."""

from __future__ import annotations

import pytest
from audited import last_claim

OUTLETS = [
    ("@nytimes reported that the mill had burned.", "The New York Times", "an account called like the domain"),
    ("“The mill is gone,” @guardian posted.", "The Guardian", "a domain of several outlets, and the usual one"),
    ("@AP_Politics posted that the mill had burned.", "The Associated Press", "a tail behind an underline"),
    ("The mill has burned. — @AFP", "Agence France-Presse", "the account behind a sentence"),
    ("A miller told DAILY POST that the wheel was gone.", "Daily Post", "capitals, no article, several papers of the name"),
    ("A miller told Daily Post that the wheel was gone.", "Daily Post", "no article"),
    ("Grota, a Lisbon weekly, reported that the mill was sold.", "Grota", "a weekly that no table lists"),
    ("Grota, a Spanish daily, said that the mill was sold.", "Grota", "a daily"),
    ("RTE, the Irish media company, reported that the mill was sold.", "RTÉ", "a firm of the trade is still an outlet"),
    ("Axios, the Washington news site, reported a fire.", "Axios", "an apposition is nothing that was told"),
    ("The mill is sold, Ms Roe was quoted as saying in the Guardian.", "The Guardian", "where the quotation stood"),
    ("Per Bloomberg, the mill is worth nine million.", "Bloomberg News", "“per” is no first name"),
    ("Wired learnt that the mill had been sold.", "Wired", "a common word that learnt something"),
    ("The mill is sold, Scroll.In reported.", "Scroll.in", "a domain with a capital at its end"),
]
NO_OUTLETS = [
    ("RTE, the French grid firm, reported a fault.", "the apposition says what it is"),
    ("Kan, the Dublin bank, said the mill was sold.", "a bank"),
    ("“The mill is gone,” @CorranLibrary posted.", "an account of no outlet"),
    ("@janeroe81 posted that the mill was gone.", "a person's account"),
    ("A miller told POLICE that the wheel was gone.", "capitals alone"),
    ("Per Ana Roe, the mill is sold.", "a person behind “per”"),
]
SOURCES = [
    (
        "Sources inside the Labour Party said the leader would go.",
        "anonymous",
        "Sources inside the Labour Party",
        "inside a party",
    ),
    ("An inside source said the leader would go.", "anonymous", "An inside source", "“inside” before the noun"),
    ("A guard who begged for anonymity said the gate was open.", "anonymous", "A guard", "anonymity by any verb"),
    (
        "The coach, speaking after the draw with Leeds, said his men were tired.",
        "source",
        "The coach",
        "a participle that names a team",
    ),
    ("The firm, owned by tycoon Tom Roe, said it would appeal.", "source", "The firm", "a participle that names a person"),
    ("The memos, sent in March, show nobody checked the wheel.", "source", "The memos", "a participle and a time"),
    ("The mill is sold, Ms Roe was quoted as saying.", "source", "Roe", "nobody says who quotes"),
    ("Counsel put it to the witness that he had lied.", "source", "Counsel", "put to somebody"),
    ("The commissioner debunked the report that the mill was sold.", "source", "The commissioner", "debunked"),
    ("Per the filing, the firm owes nine million.", "source", "the filing", "a noun in -ing"),
    ("Early figures put the toll at six.", "source", "Early figures", "a time word that belongs to the noun"),
    ("Mr Cole said it rained. She said he was late.", "source", "she", "a title tells that she is another"),
    ("“We were never paid. The firm was gone, Ms Roe said.", "source", "Roe", "a mark that nothing closes, over two sentences"),
    (
        "Here is an extract from her letter:\n\n“We have beds in the hall.”",
        "source",
        "her letter",
        "the paper that an extract is from",
    ),
]
NOBODY = [
    ("Drivers are being warned that snow will fall overnight.", "vague", "a passive that goes on"),
    ("Early reports put the toll at six.", "vague", "reports of nobody"),
    ("It was put to the keeper that the lamp was sold.", "vague", "put to somebody, by whom nobody says"),
    ("The clerk put it to one side.", "unattributed", "put away"),
    ("From the archive:\n\nThe hall was built in 1932.", "unattributed", "an archive has written nothing"),
    ("By the numbers:\n\nThe hall has 40 doors.", "unattributed", "numbers have not either"),
]


@pytest.mark.parametrize(("text", "outlet", "why"), OUTLETS, ids=[case[2] for case in OUTLETS])
def test_an_outlet_stands_behind_it(text, outlet, why):
    """The claim rests on the outlet, by the name that reports give it."""
    assert why
    assert last_claim(text).outlets == (outlet,)


@pytest.mark.parametrize(("text", "why"), NO_OUTLETS, ids=[case[1] for case in NO_OUTLETS])
def test_no_outlet_stands_behind_it(text, why):
    """What only looks like an outlet is somebody else."""
    assert why
    assert last_claim(text).status == "source"
    assert last_claim(text).outlets == ()


@pytest.mark.parametrize(("text", "status", "source", "why"), SOURCES, ids=[case[3] for case in SOURCES])
def test_somebody_stands_behind_it(text, status, source, why):
    """The source is named without what is only said of it."""
    assert why
    assert last_claim(text).status == status
    assert last_claim(text).sources == (source,)


@pytest.mark.parametrize(("text", "status", "why"), NOBODY, ids=[case[2] for case in NOBODY])
def test_nobody_stands_behind_it(text, status, why):
    """Nobody is named, and nobody is made up."""
    assert why
    assert last_claim(text).status == status
    assert last_claim(text).sources == ()
