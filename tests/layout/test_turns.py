"""Turns of a transcript: where a name and a colon speak, and where they do not."""

from __future__ import annotations

import pytest

from citeaudit import Article, Config, audit
from citeaudit.layout.turns import find_turns
from citeaudit.sentences.boundaries import find_boundaries
from citeaudit.sources.names import index_names

TALK = [
    pytest.param(
        "RUIZ: The price changed. It rose.\nORTIZ: Why?\nRUIZ: Steel.",
        [("RUIZ", "The price changed. It rose."), ("ORTIZ", "Why?"), ("RUIZ", "Steel.")],
        id="speakers in capitals",
    ),
    pytest.param(
        "“CHUCK TODD: Welcome back.\n“We begin in Ohio.”\n“RUIZ: Good morning.”\n“CHUCK TODD: Good morning.”",
        [
            ("CHUCK TODD", "Welcome back. “We begin in Ohio.”"),
            ("RUIZ", "Good morning.”"),
            ("CHUCK TODD", "Good morning.”"),
        ],
        id="each paragraph in quotation marks, one runs on",
    ),
    pytest.param(
        "Ines Havel makes cheese.\nJo Marsh: Why?\nHavel: I like cheese.\nMarsh: And money?\nNobody else was there.",
        [("Jo Marsh", "Why?"), ("Havel", "I like cheese."), ("Marsh", "And money?")],
        id="an interview; what has no label is the article's own",
    ),
    pytest.param(
        "RUIZ (on tape): No.\nORTIZ: No?\nRUIZ: No.",
        [("RUIZ", "No."), ("ORTIZ", "No?"), ("RUIZ", "No.")],
        id="a note beside the name",
    ),
    pytest.param("Q: Why did you go?\nA: Steel.", [("Q", "Why did you go?"), ("A", "Steel.")], id="Q and A"),
    pytest.param(
        "THE PRESIDENT: We will go.\nQ Mr. President, when?\nTHE PRESIDENT: In June.\nQ Thank you. Will it rain?",
        [
            ("THE PRESIDENT", "We will go."),
            ("Q", "Mr. President, when?"),
            ("THE PRESIDENT", "In June."),
            ("Q", "Thank you. Will it rain?"),
        ],
        id="who asks at a briefing has a letter without a mark",
    ),
    pytest.param(
        "Captain: We are late. Why?\nClerk: I know.\nCaptain: Then wait.\nClerk: For how long?",
        [("Captain", "We are late. Why?"), ("Clerk", "I know."), ("Captain", "Then wait."), ("Clerk", "For how long?")],
        id="parts in small letters",
    ),
    pytest.param(
        "Simon: Is the boat for sale?\nCustomer: No.\nSimon: When will it be?\nCustomer: I do not know.",
        [("Simon", "Is the boat for sale?"), ("Customer", "No."), ("Simon", "When will it be?"), ("Customer", "I do not know.")],
        id="a first name and a part",
    ),
    pytest.param("MR: We left.\nKO: I stayed.", [("MR", "We left."), ("KO", "I stayed.")], id="initials"),
    pytest.param(
        "[00:01:14] ANA RUIZ: It was dark.\n[00:01:20] KOFI MENSAH: Cold, too.",
        [("ANA RUIZ", "It was dark."), ("KOFI MENSAH", "Cold, too.")],
        id="times",
    ),
    pytest.param(
        "THE PRESIDENT: We will go.\nSPEAKER #2 (laughing): When?",
        [("THE PRESIDENT", "We will go."), ("SPEAKER #2", "When?")],
        id="an office and a number",
    ),
    pytest.param(
        "The Bugle: Why?\nInes Havel: I like cheese.\nMy mother made it.\nThe Bugle: And money?\nHavel: None.\nThe fair opens in May.",
        [
            ("The Bugle", "Why?"),
            ("Ines Havel", "I like cheese. My mother made it."),
            ("The Bugle", "And money?"),
            ("Havel", "None."),
        ],
        id="an answer goes on to the next label",
    ),
]
TALK += [
    pytest.param(
        "The Echo: Where were you?\nTamm: On the roof. I saw it go.\nThe Echo: Who called?\nTamm: My sister.",
        [
            ("The Echo", "Where were you?"),
            ("Tamm", "On the roof. I saw it go."),
            ("The Echo", "Who called?"),
            ("Tamm", "My sister."),
        ],
        id="names that stand nowhere else, and both come again",
    ),
    pytest.param(
        "Jo Marsh asked Ines Havel.\njo marsh: Why?\nines havel: I like cheese.\nINES HAVEL: We all do.",
        [("jo marsh", "Why?"), ("ines havel", "I like cheese."), ("INES HAVEL", "We all do.")],
        id="in small letters, a name that the article gives in full",
    ),
    pytest.param(
        "MS. TAMM: I saw it go.\nDr. Roe: Did you?\nTHE WITNESS: We all did.",
        [("MS. TAMM", "I saw it go."), ("Dr. Roe", "Did you?"), ("THE WITNESS", "We all did.")],
        id="titles and parts",
    ),
]
SCRIPTS = [
    pytest.param("Ines Havel (smiling): The rope held.\nTom Marsh: Then it broke.", id="a stage direction"),
    pytest.param("THE COURT: The motion is denied.\nMR. MARSH: The jury has left.", id="a court and a title in capitals"),
]
NO_TALK = [
    pytest.param("Ines Havel (Greens): The rope held.\nTom Marsh (Liberals): Then it broke.", id="whose they are, in brackets"),
    pytest.param("THE LATEST: The rope broke.\nTHE CAUSE: The knot was old.", id="labels with an article that hold no office"),
    pytest.param(
        "Corran: You can reach it by bus.\nArdle: We take the train.\nCorran: You need boots.\nArdle: You need none.", id="places"
    ),
    pytest.param(
        "Strengths: You can bend it.\nWeaknesses: Can you mend it?\nStrengths: I like it.\nWeaknesses: I do not.", id="a test"
    ),
    pytest.param("Monday: rain.\nTuesday: sun.\nMonday: rain again.", id="a list of days"),
    pytest.param("Ana Ruiz: 14 points.\nTomas Brandt: 11 points.\nKofi Mensah: 9 points.", id="a list of names, each once"),
    pytest.param("NOTE: This is long.\nThe bridge opened in 1931.", id="one label"),
    pytest.param("RUIZ: No.\nORTIZ: Yes.", id="two turns are no conversation"),
    pytest.param("Ana Ruiz said: “No.”\nTomas Brandt said: “Yes.”\nAna Ruiz said: “No.”", id="a verb before the colon"),
    pytest.param("UK: The vote was lost.\nUS: The vote was won.", id="abbreviations that say nothing of themselves"),
    pytest.param(
        "THE MAYOR: We will go.\nQ Magazine was there, in the rain.\nTHE MAYOR: We will.", id="a letter that asks nothing"
    ),
    pytest.param("Winner: the ferry.\nCritics: none. Who knew?\nWinner: the crew.\nJudge: Ana Ruiz.", id="parts of a prize"),
    pytest.param("Director: Ana Ruiz.\nWriter: Jon Hale.\nDirector: Tom Brandt.\nWriter: Ana Hale.", id="credits"),
    pytest.param("The score: 3-2.\nThe crowd: 400.\nThe score: 3-2.", id="things"),
]


def turns(text):
    """Return label and words of each turn of *text*."""
    found = find_turns(text, find_boundaries(text), index_names(text))
    return [(turn.source[0].of(text), " ".join(span.of(text) for span in turn.content)) for turn in found]


@pytest.mark.parametrize(("text", "expected"), TALK)
def test_a_conversation_is_read_turn_by_turn(text, expected):
    """Each turn has its speaker and all that is said in it."""
    assert turns(text) == expected


@pytest.mark.parametrize("text", SCRIPTS)
def test_a_script_needs_no_first_person(text):
    """What only a transcript prints tells a conversation of two turns."""
    assert [words for _, words in turns(text)] == [line.partition(": ")[2] for line in text.split("\n")]


@pytest.mark.parametrize("text", NO_TALK)
def test_a_list_is_no_conversation(text):
    """Labels that are no speakers, or speak once, say nothing."""
    assert turns(text) == []


def test_the_gap_behind_a_letter_may_be_of_any_width():
    """Briefings set the question off by spaces or a tab."""
    text = "THE PRESIDENT: We will go.\n\nQ    Mr. President, when?\n\nTHE PRESIDENT: It opens in June.\n\nQ\tWhere?"

    claims = audit(Article(text), config=Config(check_language=False)).claims

    assert [claim.sources for claim in claims] == [("The President",)] * 2


INTERVIEW = """INES HAVEL: I always painted. My mother gave me brushes.

What is the work about?

I think of plants as people. They have stories.

Did you go to a school? Why not?

I never did. There was no money.

The show is open until May."""


def test_an_interview_may_label_one_speaker_alone():
    """Answers under questions without a label are the labelled speaker's, as long as somebody speaks of themselves."""
    claims = audit(Article(INTERVIEW), config=Config(check_language=False)).claims

    assert [claim.sources for claim in claims] == [("Ines Havel",)] * 6 + [()]


NOBODY_ANSWERS = [
    pytest.param(
        INTERVIEW.replace("I think of plants as people. They have", "The plants have"), id="answers that speak of nobody"
    ),
    pytest.param(
        INTERVIEW.replace("I always painted. My mother gave me brushes.", "The show is new."), id="a label that speaks of nobody"
    ),
]


@pytest.mark.parametrize("text", NOBODY_ANSWERS)
def test_questions_that_an_article_asks_are_no_interview(text):
    """One label, and questions that the article answers itself."""
    assert audit(Article(text), config=Config(check_language=False)).claims[-1].sources == ()
