"""Lines that no table lists word for word and whose form tells them: furniture, labels, glued lines, sentences that lost their stop."""

from __future__ import annotations

import pytest

from citeaudit.sentences.boundaries import find_boundaries
from citeaudit.sentences.datelines import find_datelines
from citeaudit.sentences.kinds import tell_kinds

STORY = (
    "The ferry to Corvell was taken out of service on Monday after a crack was found in its hull by a diver who had lost a ring.\n"
    "Nobody was hurt, the harbour master said, and the passengers were taken ashore by tugs.\n"
)

LINES = """
    boilerplate | More in Harbours »
    boilerplate | See all crossings →
    boilerplate | « Earlier sailings
    boilerplate | Posted in Harbours >Ferries.
    boilerplate | Home › Harbours › Corvell
    boilerplate | &amp;amp;nbsp;
    boilerplate | AFP AFP
    boilerplate | Tidewater Pictures Tidewater Pictures
    boilerplate | Harbour Desk The latest sailings from the oldest name in harbours.
    boilerplate | Browse our archive of wrecks.
    boilerplate | Meet the divers behind our investigation.
    boilerplate | Take our quiz to find out how much you know of tides.
    boilerplate | Follow the rest of our regatta coverage for more on the cup.
    boilerplate | (Watch the whole rescue in the clip above)
    boilerplate | [More]
    boilerplate | Related roundup: Ferries , Tag: Corvell
    boilerplate | Warning: This video contains flashing lights and strong language.
    boilerplate | 5 HOURS AGO8th May 2026
    boilerplate | 1 day ago12 May 2026
    boilerplate | 12m ago
    boilerplate | 5h ago 09.41 BST
    boilerplate | 2 hours ago · 8 May 2026
    boilerplate | Updated 3 hours ago
    boilerplate | VIEW COMMENTS
    boilerplate | (Credits: Rex)
    boilerplate | Photo gallery
    boilerplate | Topics mentioned in this article
    boilerplate | GETTY IMAGES - GETTY
    boilerplate | AFP - Shutterstock
    boilerplate | REX FEATURES
    boilerplate | Instagram / idalowe
    boilerplate | Rendering via Orr & Sons.
    boilerplate | Map by Tam Orr.
    boilerplate | Renderings courtesy of Orr Architects
    boilerplate | VIEW GALLERY
    boilerplate | View 12 photos
    boilerplate | WATCH NEXT
    boilerplate | Video loading   Watch next   Watch this video again
    boilerplate | Your browser does not support this video
    boilerplate | The video will start in 8 Cancel
    boilerplate | (Get caught up with The Herald’s primer)
    boilerplate | Read the Herald's full report.
    boilerplate | Latest Videos Long hours, no week off: the story of the divers
    boilerplate | Festive offer
    boilerplate | Limited time offer
    statement | 5 hours ago the ferry sank.
    statement | 5 hours ago 12 people were on the pier.
    statement | Credits: the board paid for the hull.
    statement | Promoted to master in May, Lowe took the ferry.
    heading | 12 minutes ago 12 boats left the pier
    heading | CREDIT CRUNCH HITS VALE
    statement | This device does not support wireless charging.
    heading | Twitter: dead in the water
    statement | Just now the ferry sank.
    statement | Getty sold the picture.
    statement | Map of the harbour by Tam Orr shows the wreck.
    statement | Video by Tam Orr shows the wreck.
    statement | The video will start in 8 courts on Monday.
    statement | Read The Herald's report and the board's reply is hard to follow.
    statement | The Herald’s guide was printed in May.
    statement | Latest videos from Corvell show the ferry under water.
    statement | Festive offers lured the crowds.
    heading | VIEW FROM THE PIER
    heading | SHARE PRICES FALL
    heading | MORE FERRIES FOR VALE
    heading | Latest Videos Show Ferry Under Water Off Corvell
    fragment | Hull Details:
    fragment | Next Sailing Date:
    fragment | (Emphasis mine.)
    fragment | Example: [Sent by a reader, May 2026]
    fragment | The ferry leaves // At the pier Posted by Ida Lowe on Friday, June 1, 2018
    fragment | The crew, from left: Ida Lowe, Tam Orr and Jon Park.
    fragment | Tam Orr, right, with the diver Nell Vane at the pier
    fragment | A picture of the burned hulls.
    credit | [Ferry Cracks Off U.S. Coast, by Ida Lowe, Corvell Times, May 3, 2026]
    statement | The firm is read as “buy »”.
    statement | Rows over our archive grew in May.
    statement | Support for our coverage of the war fell in May.
    statement | Meet the demand and prices fall, the theory goes.
    statement | The latest tally put the number of hulls at 43.
    statement | Hull details were kept from the board.
    statement | Tags on the nets show where they came from.
    statement | Tam Orr, right about most things, was wrong about the hull.
    statement | The video contains a threat to sink the ferry.
    statement | But three of the crew told the board of a crack that had been there since the Spring Regatta
    statement | However, the board refused to name the firms that had bid, the Harbour Works And Sons
    statement | Amateur diver Tam Orr stumbled upon the wreck of a trawler holding 40 tonnes of coal from more than 12 collieries in Vale
    heading | How a village of 300 people took on an oil giant and won the right to keep its water clean
    heading | Ferry master of nine years pays back fares that crew took from old tills at pier
    heading | Bora Bora
    statement | The Echo Reports:
    statement | Harbour News:
    statement | From the Daily Mail:
    statement | The Daily Mail:
    statement | Ida Lowe:
    statement | “So people ask, ‘What is the point of a ferry?’”
    statement | The Echo! of Vale asked: 'Are we ready for a storm?
    question | “Is it true that he said, ‘Why me?’”
"""


def told(text):
    """Return the kinds of the sentences of *text*."""
    return [sentence.kind.value for sentence in tell_kinds(text, find_boundaries(text))]


@pytest.mark.parametrize(("kind", "line"), [line.strip().split(" | ", 1) for line in LINES.strip().splitlines()])
def test_a_line_by_its_form(kind, line):
    """The line is of its kind in the midst of a story, which stays what it is."""
    assert told(STORY + line + "\n" + STORY) == ["statement", "statement", kind, "statement", "statement"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [("THE CORVELL TIMES", "credit"), ("The Vale Herald", "credit"), ("TIDE NEWS", "credit"), ("The Long Night", "heading")],
)
def test_the_paper_that_a_story_is_from_stands_last(line, kind):
    """As the last line it is a credit, behind sentences too."""
    assert told(STORY + line)[-1] == kind
    if kind == "credit":
        assert told(STORY.rstrip() + " " + line)[-1] == kind


@pytest.mark.parametrize(
    "head",
    [
        "Ferry cracks off Corvell by IDA LOWE, WABC/WXYZ Friday, May 3rd 2019",
        "The Latest: Captain of ferry named By The Associated Press",
    ],
)
@pytest.mark.parametrize("place", ["CORVELL, Ohio (WABC) - ", "CORVELL, Ohio — ", "NEW CORVELL (Reuters) – "])
def test_a_story_begins_at_its_dateline(head, place):
    """What stands before it on the line, headline, byline and date, is another sentence and claims nothing."""
    text = f"{head} {place}The harbour police have named the captain of the ferry.\n{STORY}"
    sentences = tell_kinds(text, find_boundaries(text))

    assert [sentence.kind.value for sentence in sentences] == ["fragment", "statement", "statement", "statement"]
    assert sentences[1].span.start == len(head) + 1
    assert find_datelines(text, sentences)[0].span.start == len(head) + 1


@pytest.mark.parametrize(
    "line",
    [
        "They moved from NEW YORK, New York — The Big Apple — to Vale.",
        "He works for the FDA (Food and Drug Administration) - and lives in Vale.",
        "NEW YORK (Reuters) - The captain was named on Monday.",
    ],
)
def test_capitals_and_a_dash_inside_a_sentence_begin_none(line):
    """A place behind a preposition is no dateline, and one that opens the line has nothing before it."""
    assert told(STORY + line) == ["statement"] * 3


def test_a_short_sentence_in_a_quotation_over_paragraphs_is_said():
    """Whoever is quoted says it; behind the quotation the same words claim nothing."""
    assert (
        told("“They have lied for too long, and the log should be given to the crew.\nNo more games.\nGo.”\n" + STORY)[1]
        == "statement"
    )
    assert told("“They have lied for too long.”\nNo more games.\n" + STORY)[1] == "fragment"


def test_a_caption_stands_before_its_credit():
    """A noun without a verb before who took the picture is a caption; with a verb it is a statement."""
    assert told(STORY + "A still from the video of the sinking of the old ferry. Photo: AP\n" + STORY)[2:4] == [
        "fragment",
        "boilerplate",
    ]
    assert told(STORY + "The captain took the wheel of the old ferry. Photo: AP\n" + STORY)[2:4] == ["statement", "boilerplate"]


def test_numbered_lines_head_what_stands_beneath():
    """Numbers and nouns by themselves are headings above other lines, and items of a list where they follow one another."""
    text = f"{STORY}1. Denial.\nNobody saw the crack.\n2. A long wait.\nThe crew sat ashore.\n3. Anger.\n{STORY}"
    assert told(text)[2:7] == ["heading", "statement", "heading", "statement", "heading"]
    assert told(f"{STORY}1. A hammer.\n2. A saw.\n{STORY}")[2:4] == ["fragment", "fragment"]


def test_numbered_sentences_are_stated():
    """What has a verb is a statement, number or not."""
    assert told(f"{STORY}1. He lied.\nNobody saw the crack.\n2. The crew sat ashore.\n{STORY}")[2:5] == ["statement"] * 3


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("statement", "but she still sails better than Tam tho #CorvellCup"),
        ("statement", "#CorvellCup I just want to meet the man who sank this ferry"),
        ("statement", "*#FerryDown* *Tam Orr is still the worst master*"),
        ("statement", "appalled to hear that the ferry has sunk #FerryDown"),
        ("statement", "can't believe we paid for this #FerryDown"),
        ("heading", "#FerryDown is here to stay"),
        ("heading", "What we know about #FerryDown"),
        ("heading", "Why #FerryDown is a turning point for Corvell"),
        ("heading", "Diver joins row over #FerryDown"),
        ("heading", "Join us at the pier #FerryDown"),
        ("fragment", "#FerryDown #Corvell"),
        ("statement", "When the tide is in, the weary master asks, “Where is my ferry?”"),
        ("statement", "Where others see a wreck, she asks: “Why not a museum?”"),
        ("question", "When will the master ask, “Where is my ferry?”"),
        ("question", "When the tide is in, will the master ask, “Where is my ferry?”"),
        ("question", "What does he mean when he asks, “Why me?”"),
    ],
)
def test_posts_with_tags_and_questions_that_are_told(kind, line):
    """A post says something beside its tag; a question is told by whoever asks it, also at a time."""
    assert told(STORY + line + "\n" + STORY)[2] == kind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("WHO WILL BE the next master of the ferry?", "question"),
        ("HOW DID IDA Lowe and her crew cross in such a storm?", "question"),
        ("Who will be the next master of the ferry?", "heading"),
        ("WHO WILL BE THE NEXT MASTER?", "heading"),
        ("FERRY ROW: Who will be the next master?", "heading"),
    ],
)
def test_raised_capitals_open_the_story(question, kind):
    """A question above the story is its headline, but for one whose first words alone are in capitals, as those of stories are."""
    assert told(f"{question}\n{STORY}")[0] == kind
