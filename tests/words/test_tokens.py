"""Words: where tokens end, what a form looks like, and what its stem is."""

from __future__ import annotations

import pytest

from citeaudit.engine.weights import Weights
from citeaudit.sentences.boundaries import find_boundaries
from citeaudit.text.quotations import pair_quotations
from citeaudit.words.tokens import PADDING, TOKEN, irregular_forms, kind_of, read_words, stem_of

TOKENS = [
    ("Mr. Ruiz didn't go.", "Mr.|Ruiz|did|n't|go|."),
    ("The U.S. said", "The|U.S.|said"),
    ("on Feb. 6, in Sept. 2019", "on|Feb.|6|,|in|Sept.|2019"),
    ("He came in Dec.", "He|came|in|Dec|."),
    ("Wang’s view", "Wang|’s|view"),
    ("``We will,'' he said", "``|We|will|,|''|he|said"),
    ("a 3.5 percent rise, 1,000 jobs", "a|3.5|percent|rise|,|1,000|jobs"),
    ("the vice-president—who left", "the|vice-president|—|who|left"),
    ("@harbour tweeted #sad", "@harbour|tweeted|#sad"),
    ("O'Brien and J. Smith", "O'Brien|and|J.|Smith"),
]
KINDS = [
    ("said", "ED"),
    ("saying", "ING"),
    ("says", "w"),
    ("Ruiz", "NP"),
    ("May", "NP"),
    ("may", "MD"),
    ("Feb.", "DAY"),
    ("Feb", "NP"),
    ("that", "THAT"),
    ("who", "WHO"),
    ("quickly", "ADV"),
    ("1990s", "NUM"),
    (",", ","),
    ("according", "AC"),
]
STEMS = [
    ("argue argues argued arguing", "argu"),
    ("say says said saying", "say"),
    ("deny denies denied denying", "deny"),
    ("stop stops stopped stopping", "stop"),
    ("call calls called calling", "call"),
    ("note notes noted noting", "note"),
    ("tell tells told telling", "tell"),
    ("stress stresses stressed stressing", "stress"),
]


@pytest.mark.parametrize(("text", "tokens"), TOKENS, ids=[row[0] for row in TOKENS])
def test_tokens(text, tokens):
    """Abbreviations, clitics, numbers and hyphenated words stay whole."""
    assert "|".join(TOKEN.findall(text)) == tokens


@pytest.mark.parametrize(("form", "kind"), KINDS, ids=[row[0] for row in KINDS])
def test_kinds(form, kind):
    """A form alone tells its kind."""
    assert kind_of(form) == kind


@pytest.mark.parametrize(("forms", "stem"), STEMS, ids=[row[1] for row in STEMS])
def test_stems(forms, stem):
    """The forms of a verb share a stem."""
    assert {stem_of(form) for form in forms.split()} == {stem}


def test_the_table_of_forms_is_sorted():
    """A sorted table merges line by line."""
    forms = list(irregular_forms())

    assert forms == sorted(forms)


def test_columns_have_one_length_and_lie_in_the_text():
    """Every row but the padding is a token of the text; marks that pair know their quotation."""
    text = "He said: “We will go.” She's late.\n\nNobody came."
    sentences = find_boundaries(text)
    words = read_words(text, sentences, pair_quotations(text, sentences), Weights.default().forms)
    inner = slice(PADDING, -PADDING)

    assert {len(column) for column in (words.start, words.end, words.lower, words.kind, words.quote, words.sentence)} == {
        len(words.start)
    }
    assert [text[start:end] for start, end in zip(words.start[inner], words.end[inner], strict=True)] == TOKEN.findall(text)
    assert [words.kind[row] for row, mark in enumerate(words.lower) if mark in ("“", "”")] == ["OQ", "CQ"]
    assert words.kind[words.lower.index("'s")] == "BE"
