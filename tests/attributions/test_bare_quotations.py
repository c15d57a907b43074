"""Whose a quotation is that has no "he said" of its own: the lines before it, the name beside it, the speech that it may resume."""

from __future__ import annotations

import pytest

from citeaudit import Article, Config, audit

CONFIG = Config(check_language=False)


def last(text):
    """Return status, outlets and sources of the last claim of *text*."""
    claim = audit(Article(text), config=CONFIG).claims[-1]
    return claim.status.value, list(claim.outlets), list(claim.sources)


TOLD = "“The dam will hold,” Ines Marlow told the Guardian.\n\n"
OUTLETS = ("outlet", ["The Guardian"], ["Ines Marlow"])
NOBODY = ("vague", [], [])

ANNOUNCED = [
    (
        TOLD + "Her lawyer, Peter Quill, had a shorter answer on Friday. “We are glad that it is over.”",
        ("source", [], ["Peter Quill"]),
        "an answer",
    ),
    (
        "The fire chief of Port Ellis, Anna Brandt, spoke to reporters on the quay.\n\n“It took us the whole of the night.”",
        ("source", [], ["Anna Brandt"]),
        "spoke",
    ),
    (TOLD + "The pilot went on. “I could not see the quay at all.”", ("source", [], ["The pilot"]), "went on"),
    (
        TOLD + "On Monday, Peter Quill responded to her. “She has never seen the plans.”",
        ("source", [], ["Peter Quill"]),
        "responded",
    ),
    (
        "Peter Quill left.\n\nQuill held nothing back in his reply. “It was a swindle from the first day.”",
        ("source", [], ["Peter Quill"]),
        "in his reply",
    ),
    (
        TOLD + "But neighbour Peter Quill picks up the story: “There was no light at all that night.”",
        ("source", [], ["Peter Quill"]),
        "a story",
    ),
    ("Peter Quill gave no answer. “It was a swindle from the first day of all.”", NOBODY, "no answer was given"),
    ("The pilot declined to comment. “It was a swindle from the first day of all.”", NOBODY, "declined"),
    (TOLD + "She went on to win the race. “I could not see the quay at all.”", OUTLETS, "a deed"),
    ("The bridge spoke of better days. “It was a swindle from the first day.”", NOBODY, "no bridge speaks"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ANNOUNCED, ids=[case[2] for case in ANNOUNCED])
def test_a_line_that_says_somebody_speaks(text, expected, why):
    """Who is said to speak, answer or go on speaks the bare quotation behind, and no outlet stands behind them."""
    assert last(text) == expected, why


RESUMED = [
    (TOLD + "“We checked it twice.”", OUTLETS, "resumed"),
    (TOLD + "Marlow smiled. “We checked it twice last week.”", OUTLETS, "the same name"),
    (TOLD + "The dam is old. “We checked it twice last week.”", OUTLETS, "nobody's name"),
    (
        TOLD + "THE DAM -- “Why the wall is old and weak”: “They have checked it twice last week, and no one is at ease.”",
        NOBODY,
        "a title",
    ),
    (TOLD + "Peter Quill is not so sure. “We checked it twice last week.”", NOBODY, "another's name"),
    (
        TOLD + "Anna Brandt, of the fire brigade, is not so sure. “We checked it twice last week.”",
        NOBODY,
        "another's name with what she is",
    ),
    (
        TOLD
        + "The rest is clear. Marlow, by her own count, has filed “more than forty pages of sober and patient objections” so far.",
        ("unattributed", [], []),
        "a clause of the article that speaks of the speaker",
    ),
    (
        "“The dam will hold,” Ines Marlow said. The county “has never in its life looked at the state of that dam.”",
        ("source", [], ["Ines Marlow"]),
        "a clause that speaks of another",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), RESUMED, ids=[case[2] for case in RESUMED])
def test_what_resumes_a_quotation(text, expected, why):
    """A bare quotation goes on with the one before it unless the line between is about somebody else, or it is no speech."""
    assert last(text) == expected, why


BESIDE = [
    ("“We will push for the bill, and we will not wait,” Rep. Peter Quill (D-N.Y.).", ("source", [], ["Peter Quill"]), "a party"),
    (
        "“Our crews go on looking for the boat,” Anna Brandt, Director of the Coast Branch.",
        ("source", [], ["Anna Brandt"]),
        "an office",
    ),
    ("“Our crews go on looking for the boat,” Anna Brandt.", ("source", [], ["Anna Brandt"]), "a name alone"),
    ("“Our Crews at Sea,” Anna Brandt’s first novel, came out in May.", ("unattributed", [], []), "a title"),
    (
        "“Our crews go on looking for the boat,” Anna Brandt told the Guardian.",
        ("outlet", ["The Guardian"], ["Anna Brandt"]),
        "a verb",
    ),
    (
        "-- “Quay sold to the county,” by Anna Brandt: “The county bought the quay in the spring for a pound.”",
        ("source", [], ["Anna Brandt"]),
        "who wrote an item",
    ),
    (
        "-- “Quay sold to the county,” by Anna Brandt in Leeds: “The county bought the quay in the spring for a pound.”",
        ("source", [], ["Anna Brandt"]),
        "and where",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), BESIDE, ids=[case[2] for case in BESIDE])
def test_a_name_without_a_verb(text, expected, why):
    """A name right behind a quotation, or behind the title before it, says whose it is."""
    assert last(text) == expected, why


def test_an_item_of_another_author_is_not_resumed():
    """The title of the next item does not go on with the one before it."""
    text = (
        "-- “Ferries sold,” by USA Today’s Anna Brandt: “The county sold all the ferries on Monday.”\n\n"
        "-- “Quay sold to the county,” by Peter Quill: “The county bought the quay in the spring for a pound.”"
    )

    assert last(text) == ("source", [], ["Peter Quill"])


def test_a_letter_goes_on():
    """A bare quotation behind what a document says is the document's."""
    text = "The letter said that the dam was old. “Nobody has looked at the gates since the flood.”"

    assert last(text) == ("source", [], ["The letter"])


def test_who_signs_and_speaks_on_something():
    """A name with "commenting on …" signs as a name alone does."""
    text = "“He should go to jail for the whole of it.” — Rock Star Anna Brandt commenting on the dam"

    assert last(text)[0] == "source"


BOTH = [
    ("The two papers also said that nobody was hurt.", ["The Guardian", "Financial Times"]),
    ("Both newspapers noted that nobody was hurt.", ["The Guardian", "Financial Times"]),
    ("The ferries are old. Both news outlets said that nobody was hurt.", ["The Guardian", "Financial Times"]),
    ("Both men said that nobody was hurt.", []),
    ("The two companies said that nobody was hurt.", []),
    ("The two drivers said that nobody was hurt.", []),
]


@pytest.mark.parametrize(("sentence", "outlets"), BOTH)
def test_both_papers(sentence, outlets):
    """Outlets that reported together are "the two papers" afterwards; two men are not."""
    assert last("The Guardian and the Financial Times reported that the roof fell in. " + sentence)[1] == outlets


def test_both_papers_behind_one():
    """Of one paper alone there are no two."""
    assert last("The Guardian reported that the roof fell in. Both papers said that nobody was hurt.")[1] == []


def test_an_outlets_prose_may_begin_with_a_quotation():
    """What an outlet is introduced with is its whole paragraph where that says who spoke."""
    text = "As the Guardian reported:\n\n“We have found the boat,” Quill said of the search. “Thank you, and thank you all.”"

    assert last(text)[:2] == ("outlet", ["The Guardian"])


def test_a_tape_that_an_outlet_let_out_hands_over_nothing():
    """The paragraph under a line about it is not the outlet's."""
    text = "The office was sorry for the tape released by the Guardian:\n\nThe mayor was as shocked as all the world."

    assert last(text)[1] == []


ANSWERS = [
    ("The BBC then asked Ines Marlow how she would pay for it.\n\n“Nobody has told me that.”", ["Ines Marlow"], "an outlet asks"),
    ("Peter Quill pressed Ines Marlow for what the errors were.\n\n“They will be laid out.”", ["Ines Marlow"], "a host presses"),
    (
        "Asked whether the dam would hold, Ines Marlow shook her head. “Nobody has told me that.”",
        ["Ines Marlow"],
        "who was asked",
    ),
    (
        "Ines Marlow opened the gala with a song and mocked its new sofa.\n\n“That man has never seen a dam.”",
        ["Ines Marlow"],
        "a deed with words",
    ),
    (
        "Peter Quill asked Ines Marlow whether she would go. “Will you leave us, as you said in May?”",
        ["Peter Quill"],
        "he asks on",
    ),
    (
        "Ines Marlow opened the gala with a song and mocked its new sofa.\n\n“Marlow has never seen a dam at all.”",
        [],
        "her own name",
    ),
    ("The ferry sailed past Ines Marlow and the minister. “That man has never seen a dam.”", [], "nobody asks"),
]


@pytest.mark.parametrize(("text", "sources", "why"), ANSWERS, ids=[case[2] for case in ANSWERS])
def test_a_bare_quotation_is_theirs_who_answer_in_it(text, sources, why):
    """Who is asked answers, and no outlet that asked stands behind the answer; who is spoken of in it does not speak."""
    report = audit(Article("Ines Marlow and Peter Quill met on Monday. " + text), config=CONFIG)
    quoted = [a for a in report.attributions if any(span.end == len(report.article.text) for span in a.content)]
    names = [link.name for a in quoted for link in a.chain]

    assert names == sources, why
