"""Whom a relative pronoun means, and the names that stand beside or behind an office."""

import pytest

import citeaudit

MEANT = [
    ("It was a similar call from Sen. Amy Torvald of Ohio, who tweeted that the summary was incomplete.", "Amy Torvald"),
    (
        "He is friendly with Attorney General Rosa Lind, a former senator, who has told aides that the vote would fail.",
        "Rosa Lind",
    ),
    ("Now, the contractor who claimed that the town had been warned will have to prove his case.", "the contractor"),
    ("The council hired two engineers from Northport, who reported that the bridge could stand.", "two engineers from Northport"),
    (
        "She spoke to people working for the ferry company who said they had not been paid.",
        "people working for the ferry company",
    ),
    ("A letter to the mayor of Calder, Ohio, who said it was late, was read aloud.", "the mayor of Calder, Ohio"),
    ("Mr. Brill — who has insisted that the wall is safe — spoke to the board on Thursday.", "Brill"),
    ("“It was hard,” said Sheriff Adam Rowe of Dell County, Neb., who said that he was gratified.", "Adam Rowe"),
    ("The envoy shocked officials at the embassy, who said that nobody had told them.", "officials at the embassy"),
]


@pytest.mark.parametrize(("sentence", "name"), MEANT)
def test_a_relative_pronoun_means_the_nearest_noun_that_can_speak(sentence, name):
    """A place, a body or a time that only hangs on it is not meant, and neither are the words of the clause before it."""
    links = [link for attribution in citeaudit.audit(sentence).attributions for link in attribution.chain]

    assert name in [link.name for link in links if "references.relative" in [evidence.step for evidence in link.evidence]]


NAMED = [
    ("One of them, Dana Brill, said the noise had gone on for weeks.", ("Dana Brill",)),
    ("Managing Director (Acting) of the Calder Port Authority, Rosa Lind, added that two ships would dock.", ("Rosa Lind",)),
    ("The General Manager of the Calder Arena, Kendra Wall, said that the hall was full.", ("Kendra Wall",)),
    ("“It has been changed,” agreed Rep. Paul King (R-Ohio), a former chairman of the Ports Committee.", ("Paul King",)),
    ("Mayor Dana Brill and senior councillors said they would keep the depot open.", ("Dana Brill", "senior councillors")),
    ("The councilman over the weekend said that the depot was safe.", ("The councilman",)),
    ("The chairman and chief executive, Dana Brill, said that it was late.", ("Dana Brill",)),
    ("Lawyers and friends of Dana Brill said that it was late.", ("Lawyers and friends of Dana Brill",)),
]


@pytest.mark.parametrize(("sentence", "names"), NAMED)
def test_who_speaks_is_named_behind_an_office_and_joined_to_a_group(sentence, names):
    """An office alone gives way to the name behind it, a name and a group are two, and what one phrase holds stays one."""
    (claim,) = citeaudit.audit(sentence).claims

    assert claim.sources == names
