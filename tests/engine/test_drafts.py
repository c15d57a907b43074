"""A cue is read in more than one way where a choice is in doubt, and the whole decides which reading stands."""

from __future__ import annotations

from math import exp, log

import pytest

from citeaudit.engine.arbitration import arbitrate, score_drafts
from citeaudit.engine.drafts import Draft, choose
from citeaudit.engine.relations import draft_all
from citeaudit.engine.rivals import UNCLAIMED, company_of
from citeaudit.engine.weights import Weights
from citeaudit.sentences.boundaries import find_boundaries
from citeaudit.text.quotations import pair_quotations
from citeaudit.words.surroundings import set_scene
from citeaudit.words.tokens import read_words

TEXTS = (
    "Ana Ruiz said the harbour would close in March because the wall was unsafe, and the ferry stopped.",
    "“We are tired,” said Ben Okoro, who thinks the council “needs to listen”. He added that he would stay.",
    "The old mayor praised the plan for the bridge, calling it a gift to the town, and promised to sign it.",
)


def drafted(text: str) -> tuple[list[list[Draft]], list[float]]:
    """Return the drafts of each cue of *text*, and the scores of all of them."""
    weights = Weights.default()
    sentences = find_boundaries(text)
    scene = set_scene(read_words(text, sentences, pair_quotations(text, sentences), weights.forms))
    drafts = draft_all(scene, weights)
    return drafts, score_drafts(scene, drafts, weights)


SHARES = [
    # shares of probability, may take a second, which candidates are gone on with, why
    ((1.0,), True, [0], "nothing to choose"),
    ((0.1, 0.9), True, [1], "the best leaves too little"),
    ((0.3, 0.7), True, [1, 0], "the other is likely too"),
    ((0.3, 0.7), False, [1], "an earlier choice took its second"),
    ((0.19, 0.81), True, [1], "just too little"),
    ((0.3, 0.22, 0.24, 0.24), True, [0, 2], "one beside the best, the likelier, the nearer of equals"),
]


@pytest.mark.parametrize(("shares", "may_turn", "numbers", "why"), SHARES, ids=[row[3] for row in SHARES])
def test_a_second_candidate_is_taken_where_it_is_likely(shares, may_turn, numbers, why):
    """Each with the log of its probability; only the best leaves the later choices free."""
    chosen = choose([log(share) + 5 for share in shares], may_turn=may_turn)

    assert [number for number, _, _ in chosen] == numbers
    assert [exp(sure) for _, sure, _ in chosen] == pytest.approx([shares[number] for number in numbers])
    assert [free for _, _, free in chosen] == [may_turn] + [False] * (len(numbers) - 1)


@pytest.mark.parametrize("text", TEXTS)
def test_no_two_drafts_of_a_cue_are_alike(text):
    """All are of one word, and there are no more than the choices allow."""
    for drafts in drafted(text)[0]:
        assert len({draft.anchor for draft in drafts}) == 1
        assert len({(draft.left, draft.right, draft.source) for draft in drafts}) == len(drafts)
        assert len(drafts) <= 1 + len(drafts[0].sure)


@pytest.mark.parametrize("text", TEXTS)
def test_one_draft_of_a_cue_stands_at_the_most(text):
    """Whatever the threshold, no word speaks twice."""
    drafts, scores = drafted(text)
    flat = [draft for readings in drafts for draft in readings]
    kept = arbitrate(flat, scores, 0.0)

    assert len({flat[number].anchor for number in kept}) == len(kept)


def draft(anchor: int, source: tuple[int, int] | None, right: tuple[int, int], logit: float = 2.0) -> Draft:
    """Return a draft with its content behind the cue."""
    return Draft.of(anchor, logit, (anchor, anchor + 1), None, right, source, (0.0,) * 7)


CLAIMS = [
    # row, asked by, as what another claims it, why
    (4, 1, "s=", "the first row of the other's source"),
    (5, 1, "s", "inside it"),
    (6, 1, "u", "its cue"),
    (7, 1, "c=", "where its content begins"),
    (4, 0, "-", "a draft's own words are nobody else's"),
    (9, 0, "s=", "where another's source stands inside this one's content"),
    (9, 1, "c", "and the other way about"),
    (13, 0, "-", "a word that hardly speaks claims nothing"),
]


@pytest.mark.parametrize(("row", "number", "role", "why"), CLAIMS, ids=[row[3] for row in CLAIMS])
def test_who_else_claims_a_word(row, number, role, why):
    """The first other draft that does, in the order of the cues."""
    likeliest = [draft(6, (4, 6), (7, 12)), draft(10, (9, 10), (11, 12)), draft(13, None, (14, 15), logit=-0.5)]

    assert company_of([[one] for one in likeliest], 20).claim(number, row) == role


def test_a_word_that_nobody_claims():
    """There are no drafts, there are no claims."""
    assert company_of([], 3).first == [UNCLAIMED] * 3
