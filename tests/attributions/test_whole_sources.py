"""A source begins where its noun phrase does: in front of its apposition, behind a clause or a time, with the paper that speaks."""

import pytest

import citeaudit


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "Members of Mr. Reed’s staff — alarmed by his embrace of Mr. Lowe, a charming 75-year-old operator with no training — have quietly urged him to wait for a year.",
            {"Members of Mr. Reed’s staff"},
        ),
        (
            "Cora Holm, president of the Center for Coasts, an architect of the bill, issued a statement calling the plan “politics at its worst.”",
            {"Cora Holm"},
        ),
        (
            "Mr. Reed is still seeking applicants, and some aides, along with many officials, have suggested that he hire from within the yard.",
            {"some aides", "many officials"},
        ),
        ("Weeks before the vote, asked if the campaign had paid for the lamp, Holm denied it.", {"Holm"}),
        (
            "Two days later, the harbour director at the time, James Lowe, recommended no charges be filed in the matter.",
            {"James Lowe"},
        ),
        (
            "The resignation letter addressed to Reed indicates the last day will be in May.",
            {"The resignation letter addressed to Reed"},
        ),
    ],
)
def test_a_source_is_whole(text, sources):
    """Who speaks is told by the whole of the words, not by those next to the verb."""
    (claim,) = citeaudit.audit(text).claims
    assert set(claim.sources) == sources


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Reached for comment, a spokesman for Bell Works, the parent company, also denied that the lamp was sold.",
            "a spokesman for Bell Works, the parent company",
        ),
        ("In a letter to Reed, Holm says the last day will be in May.", "Holm"),
        ("The chairman and chief executive said the bridge would close.", "The chairman and chief executive"),
        ("What the mayor has done is wrong, argues Tom Lee.", "Tom Lee"),
        ("Ruiz, who was late and has two boats, said the lamp was out.", "Ruiz"),
    ],
)
def test_nothing_is_put_to_a_source_that_is_whole(text, source):
    """A lead-in, a venue and a relative clause stay where they are."""
    (claim,) = citeaudit.audit(text).claims
    assert claim.sources == (source,)


def test_a_paper_goes_on_in_its_own_words():
    """A bare quotation behind what a paper says is the paper's."""
    text = "The budget documents say the agency will get more money. “The revenue is not in the estimates, and it will be monitored.”"
    assert [claim.sources for claim in citeaudit.audit(text).claims] == [("The budget documents",)] * 2


def test_observers_are_nobody():
    """Observers of whom nothing is told are no described group."""
    (claim,) = citeaudit.audit("Some observers said the harbour master’s stance was too little too late.").claims
    assert claim.status.value == "vague"
    (claim,) = citeaudit.audit("Observers from the Coastal Mission said the harbour vote was fair.").claims
    assert claim.status.value == "source"
