"""What sentences are: told by form and place, each beside a like one that is something else."""

from __future__ import annotations

import pytest

from citeaudit.model.relations import SentenceKind
from citeaudit.sentences.boundaries import find_boundaries
from citeaudit.sentences.datelines import find_datelines
from citeaudit.sentences.kinds import tell_kinds

BODY = "The council shut the old bridge on Monday after a vote that took all night and left nobody in the town happy.\nIts members gave no reason.\n"


def told(text, **known):
    """Return the kinds of the sentences of a text."""
    return [sentence.kind.value for sentence in tell_kinds(text, find_boundaries(text), **known)]


LINES = [
    ("A bridge too old", "heading"),
    ("“A bridge I loved”", "heading"),
    ("NEVER SAY GOODBYE", "heading"),
    ("What Comes Next For The Bridge.", "heading"),
    ("9:30 p.m.", "heading"),
    (
        "Mayor said to favour a new one, against the advice of most of those who have worked on the bridge and its piers since 1990",
        "heading",
    ),
    ("Jon Hale met Ana Ruiz in New York City.", "statement"),
    ("That was that.", "statement"),
    ("“I will never cross it again.”", "statement"),
    ("“I will never cross it again.” — Ana Ruiz, baker", "statement"),
    ("Why was the bridge shut?", "question"),
    ("So who pays?", "question"),
    ("Hale reported: 'Are we headed there?", "statement"),
    ("Hale asked the mayor: ‘Don’t they pay?", "statement"),
    ("Yahoo! News asked the mayor, “Who pays?”", "statement"),
    ("Is it late, ‘or isn’t it?", "question"),
    ("“They are people who will say ‘Why should I pay?’”", "statement"),
    ("“Why do they say ‘Who pays?’”", "question"),
    ("Hale asked the mayor, “Who pays?”", "statement"),
    ("Is it true that she said, “Who pays?”", "question"),
    ("“Night Shift” host Ana Ruiz asked the mayor, “Who pays?”", "statement"),
    ('"Low Water" author Jon Hale asked the crowd, "Is it late?"', "statement"),
    ("“Morning” presenter Ana Ruiz put it to him: “Did you pay?”", "statement"),
    ("“Who pays?”", "question"),
    ("“Night Shift” or “Low Water”?", "question"),
    ("Is “Night Shift” any good?", "question"),
    ("“Who pays?” Hale asked.", "statement"),
    ("By Ana Ruiz and Jon Hale", "byline"),
    ("By ANA RUIZ, Staff Writer", "byline"),
    ("By Ana Ruiz, health reporter", "byline"),
    ("By Friday, Hale had left.", "statement"),
    ("By Ana Ruiz's account, it was late.", "statement"),
    ("Ana Ruiz and Jon Hale contributed to this report.", "credit"),
    ("Ana Ruiz contributed $500 to the campaign.", "statement"),
    ("(Reporting by Ana Ruiz; Editing by Jon Hale)", "credit"),
    ("With files from the Rome Agency", "credit"),
    ("© 2024 The Rome Post. All rights reserved.", "boilerplate boilerplate"),
    ("Read more: the bridge in pictures", "boilerplate"),
    ("Sign up for our newsletter.", "boilerplate"),
    ("Sign-ups for the course rose.", "statement"),
    ("Subscribe to our channel", "boilerplate"),
    ("Follow Ana Ruiz on Twitter @anaruiz", "boilerplate"),
    ("Share this article", "boilerplate"),
    ("Shares of Acme fell.", "statement"),
    ("Visit the Rome Post's homepage for more stories.", "boilerplate"),
    ("Visit Acme’s website for more information.", "boilerplate"),
    ("Visits to the mayor's home for more than a day are rare.", "statement"),
    ("Photo: Ana Ruiz", "boilerplate"),
    ("Getty Images/Ana Ruiz", "boilerplate"),
    ("Correction: an earlier version named the wrong bridge.", "boilerplate"),
    ("(CROSSTALK)", "fragment"),
    ("***", "fragment"),
    ("- a hammer and two nails", "fragment"),
    ("• a hammer and two nails", "fragment"),
    ("Figure 2: the bridge in May", "fragment"),
    ("Running time: 170 minutes.", "fragment"),
    ("Journal reference: Annals of Bridges, DOI: 10.1000/b159", "fragment"),
    ("When: the bridge is shut at night.", "statement"),
    ("Contributing: Jon Hale", "credit"),
    ("Twitter: @anaruiz", "boilerplate"),
    ("Rosa Lind is a retired nurse and the author of “Low Water.”", "credit"),
    ("Rosa Lind, a nurse in Rome, is the author of a book. She lives by the river.", "credit credit"),
    ("Rosa Lind teaches history at the University of Tarn.", "credit"),
    ("Acme Holdings is a unit of the town bank.", "statement"),
    ("Rosa Lind is not a nurse.", "statement"),
    ("Rosa Lind is director of debate at the University of Tarn.", "credit"),
    ("Rosa Lind is founder of Tarn. Ana Hale is president of Tarn.", "credit credit"),
    ("Rosa Lind chairs the National Committee.", "credit"),
    ("Rosa Lind is tired of it all.", "statement"),
    ("<tweet tweet-id='674577084669407232'><tweet/>.", "fragment"),
    ("Sources: Rome Agency, Harbour Office", "credit"),
    ("Released: April 3 is a date.", "statement"),
]


def test_who_the_story_has_named_is_no_author():
    """A last line about somebody of the story is a statement."""
    line = "Rosa Lind is a retired nurse and the author of a book."

    assert told(f"{BODY}Nurse Lind stayed at home.\n{line}")[-1] == "statement"
    assert told(f"By Rosa Lind\n{BODY}Nobody else spoke.\n{line}")[-1] == "credit"


@pytest.mark.parametrize(("line", "kinds"), LINES, ids=[line[:40] for line, _ in LINES])
def test_lines_after_an_article(line, kinds):
    """A line by itself is told by its form; the statements before it stay statements."""
    assert ["statement", "statement", *kinds.split()] == told(BODY + line)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Council shuts old bridge after night vote.", "heading"),
        ("Mayor: Bridge Must Go.", "heading"),
        ("Sources: Rovers to sell Hale", "heading"),
        ("The council has shut the old bridge, the mayor said.", "statement"),
        ("Does the old bridge have to go?", "heading"),
        ("He was tired.", "statement"),
        ("Rain fell on the valley for three days.", "statement"),
        ("“We will never accept it.”", "statement"),
        ("The baker pays for the road.", "statement"),
    ],
)
def test_first_lines(line, kind):
    """A headline with a full stop leaves out the small words that a first sentence has."""
    assert [kind, "statement", "statement"] == told(f"{line}\n{BODY}")


def test_a_headline_that_the_story_says_again():
    """A first line with articles is a headline if the story begins by saying it again at more length."""
    assert told(f"The council shuts an old bridge.\n{BODY}")[0] == "heading"


@pytest.mark.parametrize("dateline", ["ROME (AP) — ", "PORT TARN, Ohio (Reuters) - ", "ROME — "])
def test_a_line_behind_a_dateline_is_no_headline(dateline):
    """Whoever files from a place has begun to tell, whether the story says it again or not."""
    assert told(f"{dateline}The council shuts an old bridge.\n{BODY}")[0] == "statement"


def test_a_deck_follows_a_headline_that_goes_on():
    """A headline that ends with a semicolon goes on in the next line."""
    assert told(f"Council shuts old bridge;\nThe mayor gives no reason.\n{BODY}")[:3] == ["heading", "heading", "statement"]


def test_title_and_byline_are_known():
    """Lines that repeat the title or byline are known by them, whatever their form."""
    text = f"The mayor is tired of the old bridge.\nAna Ruiz\n{BODY}"

    assert told(text, title="The Mayor is tired of the old bridge", byline="Ana Ruiz")[:2] == ["heading", "byline"]


def test_text_without_stops_is_no_heap_of_headings():
    """Where hardly any line ends with a stop, long lines are statements."""
    text = "\n".join(["The bridge is shut and nobody in the town knows why it was shut or when it opens"] * 6)

    assert told(text) == ["statement"] * 6


ENDINGS = [
    "[1]",
    "[1][2]",
    "[^1]",
    "[note 2]",
    "[citation needed]",
    "¹",
    "²,³",
    "†",
    "*",
    "(1)",
    "12",
    "<sup>1</sup>",
    " https://www.herald.example/bridge",
    " (https://www.herald.example/bridge)",
    "[link](https://www.herald.example/bridge)",
]


@pytest.mark.parametrize("hung", ENDINGS)
def test_what_hangs_behind_the_stop_makes_no_heading(hung):
    """A note or a link behind the full stop leaves a statement what it is."""
    assert told(f"{BODY}The bridge is unsafe, the mayor said.{hung}")[2] == "statement"
    assert told(f"{BODY}“The bridge is unsafe.”{hung}\n{BODY}")[2] == "statement"


@pytest.mark.parametrize("line", ["The bridge in May [1]", "A bridge of 1912", "Bridges (1)", "What Bridges Know ¹"])
def test_what_hangs_behind_no_stop_makes_no_statement(line):
    """A heading with a note is a heading."""
    assert told(f"{BODY}{line}\n{BODY}")[2] == "heading"


@pytest.mark.parametrize(
    ("paragraph", "kinds"),
    [
        ("“Who pays? We do.”", "statement statement"),
        ("“We pay,” Hale said. “Who else?”", "statement statement"),
        ('"We pay. Who else?" Hale said.', "statement statement"),
        ("“Who pays?”", "question"),
        ("Who pays? “We do,” Hale said.", "question statement"),
        ("Hale said “we pay.” Who else?", "statement question"),
    ],
)
def test_a_question_inside_a_quotation_that_goes_on(paragraph, kinds):
    """It is part of what somebody states; a bare question and one in the writer's own voice are questions."""
    assert told(BODY + paragraph)[2:] == kinds.split()


@pytest.mark.parametrize(
    ("paragraph", "kinds"),
    [
        ("Chief Engineer Ana Hale. (Picture by Jon Park)", "fragment boilerplate"),
        ("The Old Bridge Inn. Baker, Miller, Writer. She sold it in May.", "fragment fragment statement"),
        ("Ana Hale sold it. Jon Park did not.", "statement statement"),
        ("Beware, Tarn. The pumps are old.", "statement statement"),
        ("“Ana Hale. Jon Park. Both left,” he said.", "statement statement statement"),
    ],
)
def test_a_name_by_itself_asserts_nothing(paragraph, kinds):
    """A name as captions give it is a fragment, but not inside a quotation, and not with a verb."""
    assert told(f"{BODY}{paragraph}\n{BODY}")[2:-2] == kinds.split()


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("CHAOS! Tarn Council Shuts Old Bridge – No One Asks!? [VIDEO]", ["heading"] * 3),
        ("TARN (Reuters) — Hale, for now, is no mayor.", ["statement"]),
        ("Early rising takes time and discipline.", ["statement"]),
    ],
)
def test_first_lines_in_any_case(line, kinds):
    """A title may be several sentences; a dateline and what the story does not say again make none."""
    assert [*kinds, "statement", "statement"] == told(f"{line}\n{BODY}")


def test_a_title_in_several_sentences_is_known():
    """A first paragraph that says the title, or its beginning, is the title."""
    title = "It is late. Tarn's old bridge is shut for good"

    assert told(f"It is late. Tarn's old bridge is shut for good\n{BODY}", title=title)[:2] == ["heading", "heading"]
    assert (
        told(f"Tarn's old bridge is shut for good.\n{BODY}", title="Tarn's old bridge is shut for good | Herald")[0] == "heading"
    )
    assert told(f"Tarn's old bridge is shut.\n{BODY}", title="The mill is shut")[0] == "statement"


def test_every_kind_has_evidence():
    """Each sentence says what told its kind, about itself."""
    text = BODY + "Read more\nWhy?\nA bridge"
    for sentence in tell_kinds(text, find_boundaries(text)):
        assert [piece.span for piece in sentence.evidence if piece.step.startswith("kinds.")] == [sentence.span]


DATELINES = [
    ("LONDON (Reuters) - The mayor quit.", "LONDON (Reuters) -", "LONDON", "reuters"),
    ("ROME, May 3 (AFP) — The mayor quit.", "ROME, May 3 (AFP) —", "ROME", "afp"),
    ("HEMPSTEAD, N.Y. (AP) — The mayor quit.", "HEMPSTEAD, N.Y. (AP) —", "HEMPSTEAD, N.Y.", "associated-press"),
    ("NEW YORK -- The mayor quit.", "NEW YORK --", "NEW YORK", None),
    ("SALT LAKE CITY — The mayor quit.", "SALT LAKE CITY —", "SALT LAKE CITY", None),
    ("ROME/PARIS, May 3 (Reuters) - The mayor quit.", "ROME/PARIS, May 3 (Reuters) -", "ROME/PARIS", "reuters"),
    ("Rome (dpa) - The mayor quit.", "Rome (dpa) -", "Rome", "dpa"),
    ("(CNN) -- The mayor quit.", "(CNN) --", "", "cnn"),
    ("(Reuters) - The mayor quit.", "(Reuters) -", "", "reuters"),
    ("ROME, May 3, 2025 (ACME NEWSWIRE) -- Acme quit.", "ROME, May 3, 2025 (ACME NEWSWIRE) --", "ROME", None),
    ("FAIRVIEW, W.Va. - The mayor quit.", "FAIRVIEW, W.Va. -", "FAIRVIEW, W.Va.", None),
]


@pytest.mark.parametrize(("text", "words", "place", "wire"), DATELINES, ids=[words for _, words, _, _ in DATELINES])
def test_datelines(text, words, place, wire):
    """The dateline is a span of its own inside the first statement, with its place and agency."""
    sentences = tell_kinds(text, find_boundaries(text))
    (dateline,) = find_datelines(text, sentences)

    assert len(sentences) == 1
    assert sentences[0].kind is SentenceKind.STATEMENT
    assert (words, place, wire) == (dateline.span.of(text), dateline.place, dateline.wire)


@pytest.mark.parametrize(
    "text",
    [
        "HALE: The mayor quit.",
        "The mayor - Ana Ruiz - quit.",
        "NATO (the alliance) - and its friends - met.",
        "THE MAYOR HAS QUIT — and nobody knows why.",
        "Hale (Reuters had the story) - said so.",
        "UPDATE — The mayor quit.",
        "The bridge (AP) fell.",
        "LONDON CALLING ALL STATIONS — a record of old songs — is out.",
    ],
)
def test_no_datelines(text):
    """Speakers, dashes and capitals of other kinds are no datelines."""
    assert find_datelines(text, tell_kinds(text, find_boundaries(text))) == ()
