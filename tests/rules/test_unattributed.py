"""CA1: what nobody stands behind."""

from __future__ import annotations

import pytest
import regex
from rules.reports import MINISTRY, PERSON, attribute, fired, report_of

from citeaudit.lexicon.tables import read_table, shipped_table

WRONGDOING = read_table(shipped_table("citeaudit.rules", "wrongdoing.tsv"), ("words", "deed", "example"))
DENIAL = "The firm grew. Marcus Oldfield defrauded his clients for a decade, Ana Ruiz said."


@pytest.mark.parametrize("example", [pytest.param(example, id=deed[:30]) for _, deed, example in WRONGDOING])
def test_each_deed_fires_on_its_example(example):
    """Each row's example is an allegation in the article's own voice."""
    assert fired("CA104", report_of(f"The talks went on.\n{example}"))


@pytest.mark.parametrize(("words", "deed"), [pytest.param(words, deed, id=deed[:30]) for words, deed, _ in WRONGDOING])
def test_no_deed_lacks_its_words(words, deed):
    """Whatever a row matches holds one of its words, without which the pattern is not asked: with all of them struck out it matches nothing."""
    told = [example for _, _, example in WRONGDOING if regex.search(deed, example)]
    literals = [word.replace("_", " ") for word in words.split()]

    assert told
    assert all(any(literal in example for literal in literals) for example in told)
    assert not any(
        regex.search(deed, example.replace(literal, "")) for example in told for literal in literals if literal in example
    )


def test_deeds_are_sorted():
    """The table is in order, so that a row is found and merges are easy."""
    examples = [deed.lstrip("(?:") for _, deed, _ in WRONGDOING]

    assert examples == sorted(examples)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param("Marcus Oldfield was charged after he defrauded his clients.", "a formal act", id="charged"),
        pytest.param("Police said that Marcus Oldfield embezzled the money.", "police say so", id="police"),
        pytest.param("Last year Nora Bell pleaded guilty. In court Nora Bell embezzled nothing.", "settled", id="settled"),
        pytest.param("In the film, Marcus Oldfield defrauded his clients.", "fiction", id="fiction"),
        pytest.param("In 1871 Marcus Oldfield defrauded his clients.", "history", id="history"),
        pytest.param("Last night Marcus Oldfield stole second base in the ninth.", "no crime", id="baseball"),
        pytest.param("If Marcus Oldfield defrauded his clients, nobody saw it.", "a condition", id="condition"),
        pytest.param("Take the other option, that Marcus Oldfield defrauded his clients.", "a thought", id="thought"),
        pytest.param("Thieves defrauded the museum of its best pieces.", "nobody is named", id="nobody"),
        pytest.param('The crowd shouted: "Marcus Oldfield is a liar and a thief."', "somebody's words", id="quoted"),
        pytest.param("Marcus Oldfield did not commit fraud.", "a denial", id="denial"),
    ],
)
def test_allegations_are_quiet(text, why):
    """Where somebody else says so, where it is settled or where it is no accusation, the rule is quiet."""
    assert fired("CA104", report_of(text)) == [], why


def test_an_attributed_allegation_is_quiet():
    """An accusation that somebody makes is not the article's own."""
    found = attribute(DENIAL, "Ana Ruiz", "said", "Marcus Oldfield defrauded his clients for a decade", PERSON)

    assert fired("CA104", report_of(DENIAL, found)) == []


QUOTED = 'The vote came at midnight. "We will never accept what this council has done." The hall emptied.'


def test_a_quotation_without_speaker_fires():
    """A quoted sentence that no attribution touches has no speaker."""
    assert fired("CA102", report_of(QUOTED)) == ['"We will never accept what this council has done."']


def test_a_filled_quotation_fires():
    """A quotation that the reading only filled, with nobody found, has no speaker either."""
    quotation = '"We will never accept what this council has done."'
    fill = attribute(QUOTED, "", "", quotation, is_fill=True)

    assert fired("CA102", report_of(QUOTED, fill)) == [quotation]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('He wore a shirt that read "Never again" to the hall.', id="short"),
        pytest.param('The so-called "Clean Air and Quiet Streets Act of 2024" passed.', id="title"),
    ],
)
def test_titles_and_scraps_are_quiet(text):
    """Short quotations and titles are no speech."""
    assert fired("CA102", report_of(text)) == []


def test_a_speaker_in_reach_is_quiet():
    """A quotation inside an attributed content has its speaker."""
    text = '"We will never accept what this council has done," Ana Ruiz said.'
    found = attribute(text, "Ana Ruiz", "said", '"We will never accept what this council has done,"', PERSON)

    assert fired("CA102", report_of(text, found)) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The harvest fell by 34 percent.", "34 percent"),
        ("The firm lost $3.4 million last year.", "$3.4 million"),
        ("The town has the third largest port.", "third largest"),
        ("Some 12,500 people marched.", "12,500"),
        ("Three in four voters stayed at home.", "Three in four"),
        ("Nearly three in 10 voters stayed at home.", "three in 10"),
        ("The bridge cost € 40 million in the end.", "€ 40 million"),
    ],
)
def test_figures_fire(text, figure):
    """Shares, sums, counts and rankings want a source."""
    assert fired("CA103", report_of(text)) == [figure]


@pytest.mark.parametrize("text", ["The war began in 1914.", "She is 34.", "They met at 7:30 on May 3.", "Two men left."])
def test_years_ages_and_times_are_quiet(text):
    """Not every number is a figure."""
    assert fired("CA103", report_of(text)) == []


def test_an_attributed_claim_and_its_figure_are_quiet():
    """What somebody says is neither unattributed nor an unattributed figure."""
    text = "The harvest fell by 34 percent, the ministry said."
    report = report_of(text, attribute(text, "the ministry", "said", "The harvest fell by 34 percent", MINISTRY))

    assert fired("CA101", report) == []
    assert fired("CA103", report) == []


@pytest.mark.parametrize("lead", ["It goes like this.", "The poem is short.", "The oath is as follows."])
def test_a_quotation_that_is_announced_is_quiet(lead):
    """A sentence before the quotation tells what it is, with a full stop for a colon."""
    text = f'The vote came at midnight. {lead} "We will never accept what this council has done." The hall emptied.'

    assert fired("CA102", report_of(text)) == []
