"""Outlets that a sentence credits in passing, each with the name that it has: hosts, programmes, unlisted names, second outlets, late venues."""

from __future__ import annotations

import pytest

from citeaudit import Article, Config, audit

CREDITED = [
    (
        "Hale told ABC’s Jane Roe on “Harbour Tonight” that it was over.",
        ["ABC News"],
        "a host's programme is the host's outlet's",
    ),
    ("The wall is safe, the mayor said on “The View” on Sunday.", ["ABC News"], "a listed programme by its title alone"),
    ("“It is over,” the mayor told “Hardball.”", ["MSNBC"], "a title that is a word too, where a programme is told something"),
    ("The wall will hold, she said on her podcast, “Dock Talk.”", ["Dock Talk"], "whose podcast it is stands before a comma"),
    ("The wall is safe, the mayor told Harbour Weekly magazine.", ["Harbour Weekly"], "a magazine without an article"),
    ("The plane crashed at noon, HarbourDailyNews reports.", ["HarbourDailyNews"], "a name in one word"),
    ("The plane crashed at noon, according to tarnsnewsdaily.", ["tarnsnewsdaily"], "the same in small letters"),
    ("The man fled on foot, ABC 7 Chicago reported.", ["ABC 7 Chicago"], "a station with its town"),
    ("In a 2014 Forbes article, he said it was over for good.", ["Forbes"], "the year before a name is no part of it"),
    ("The mayor will go in May, Axios first reported and Politico later confirmed.", ["Axios", "Politico"], "another confirms"),
    ("Hale, in a CNN interview, gave her team a two-in-three chance of a medal.", ["CNN"], "what only a row reads was heard too"),
]


@pytest.mark.parametrize(("text", "outlets", "why"), CREDITED, ids=[why for _, _, why in CREDITED])
def test_an_outlet_within_a_sentence_is_credited_by_its_name(text, outlets, why):
    """The claim rests on those outlets, each by its own name."""
    (claim,) = audit(Article(text, publisher="The New York Times"), config=Config(check_language=False)).claims

    assert (claim.status, sorted(claim.outlets)) == ("outlet", outlets), why


QUIET = [
    ("The wall will hold, she said on her boat, “Dock Talk.”", "a boat is no programme"),
    ("The mayor renews the lease each May, the clerk reports.", "a word may end like a name"),
    ("Legend has it that the tower was built by monks.", "legend is no outlet"),
    ("Two surveys, one long and one short, found that most would stay.", "surveys of nobody's"),
]


@pytest.mark.parametrize(("text", "why"), QUIET, ids=[why for _, why in QUIET])
def test_what_only_looks_like_one_is_no_outlet(text, why):
    """Nothing is credited to an outlet that none is."""
    (claim,) = audit(Article(text), config=Config(check_language=False)).claims

    assert claim.outlets == (), why


def test_the_newspaper_refers_back_to_one_that_no_table_lists():
    """A noun of its kind means an unlisted paper that the sentence before cited."""
    text = "The plane crashed at noon, the Calder Morning Star reported. The newspaper said two men had died."
    report = audit(Article(text), config=Config(check_language=False))

    assert [claim.outlets for claim in report.claims] == [("Calder Morning Star",), ("Calder Morning Star",)]
