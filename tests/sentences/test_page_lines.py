"""Lines that pages put between the paragraphs of a story are none of its claims; statements that begin like them stay statements."""

from __future__ import annotations

import textwrap

import pytest

from citeaudit import Config, audit

ANYTHING = Config(check_language=False)
BEFORE = "The weir gave way on Tuesday night, and the lower town was under water by the time the sirens were heard in the hills.\n\nIda Lowe, a baker, said on Wednesday that nobody had been hurt.\n\n"
AFTER = "\n\nThe pumps are to run until the end of the week, and the school will stay closed for as long.\n\nThe wall was built in 1931, when the mill still ran."
SILENT = {"boilerplate", "credit", "byline", "fragment"}


def kinds_of(line):
    """Return the kinds of the sentences of a *line* in the midst of a story."""
    report = audit(BEFORE + line + AFTER, config=ANYTHING)
    return {s.kind.value for s in report.sentences if len(BEFORE) <= s.span.start < len(BEFORE) + len(line)}


@pytest.mark.parametrize(
    "line",
    """
    87 shares
    You can watch the interview with the driver here:
    See the pictures below.
    Add your name to the petition for a wall.
    More on the flood:
    Ticket details: https://brampton.example/tickets
    [ Read Related Article: How the weir was built
    Get The Brampton Post by email and never miss our top stories Free Sign Up
    Submit your letter to the editor via this form.
    Follow @bramptonpost for more.
    REUTERS/Ida Lowe
    5 min listen
    Image caption The weir from the hill
    Ida Lowe, BBC rural affairs correspondent
    Ida Lowe, Political Editor
    SHARE ON FACEBOOK
    Tweet this
    Leave a comment
    Sponsored content
    Advertisement
    ALSO READ: How the weir was built
    Related story: How the weir was built
    Must read
    Trending now
    WATCH LIVE: The lower town from the air
    VIDEO: Water pours over the wall
    Click here to see the map.
    Get our newsletter in your inbox every day.
    Donate to keep our reporting free.
    Your donation keeps this page open to all.
    We rely on readers like you to fund our work.
    Join us on Telegram
    Photo: Ida Lowe
    (AP Photo/Ida Lowe)
    Image source, Getty Images
    Courtesy Ida Lowe
    Screenshot via YouTube
    Updated 9:10 p.m.
    Published June 3, 2025
    Got a story? Write to our newsdesk.
    Ida Lowe can be reached at lowe@brampton.example
    Report a typo
    Accept all cookies
    This video is not available
    4 of 17
    FILE PHOTO: The weir in 2019
    Image caption, The weir from the hill
    From left: Ida Lowe and Tam Orr
    Mayor Tam Orr (right) with a pump
    Ida Lowe, 51, baker
    Final: Brampton 3, Ostleigh 1
    Brampton 3, Ostleigh 1
    Records: Brampton (4-1), Ostleigh (2-3)
    Hometown: Brampton
    Q&A
    """.strip().splitlines(),
)
def test_a_line_of_the_page_claims_nothing(line):
    """Captions, counts, advertisements, links to other stories, credits and scores are no statements, and no headings."""
    assert kinds_of(line.strip()) <= SILENT


@pytest.mark.parametrize(
    "line",
    """
    Advertisement income of the paper fell by a tenth.
    Share prices of the mill fell by a third on Tuesday.
    Related charges against the miller were dropped in May.
    Video of the night was shown in court on Friday.
    Updated rules for weirs take effect in May.
    Donations to the lower town came to $9,000.
    We rely on readers of water meters, the county said.
    Trending upwards since May, the river is at its highest.
    Left alone, the wall would have stood for a hundred years.
    Watch what happens when the water meets the wall.
    See how few have come here.
    Read the plan and you will find no word of the wall.
    More on the hill than in the town fear the river.
    Never miss a chance to look at the river, she said.
    The map of the river is here, the board said.
    The wall was built in 1931.[4]
    The wall was built by hand [4]
    The wall was built in a hurry, and nobody looked at it for as long as the mill ran[4]
    """.strip().splitlines(),
)
def test_a_statement_that_begins_like_one_is_a_statement(line):
    """Neither a first word nor the mark of a note makes a claim anything else."""
    assert kinds_of(line.strip()) == {"statement"}


@pytest.mark.parametrize("line", ["6:40 a.m.", "18:40 BST", "Update, 6:40 a.m.", "WHAT WE KNOW", "Why it matters"])
def test_a_heading_is_a_heading(line):
    """Times of a live blog and labels of its parts head what follows."""
    assert kinds_of(line) == {"heading"}


def test_a_line_that_comes_again_and_again_is_no_heading():
    """The credit of each picture of a page is a label."""
    text = "\n\n".join(
        f"State Police of Brampton\n\nThe {part} of the weir was built in 1931, and it leaks." for part in ("top", "foot", "side")
    )

    assert {s.kind.value for s in audit(BEFORE + text, config=ANYTHING).sentences} == {"fragment", "statement"}


@pytest.mark.parametrize("width", [48, 60, 72, 80])
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_hard_wrapped_lines_make_no_headings(width, between):
    """Wrapped at any column, with blank lines or without, a story has the headings that it has."""
    paragraphs = [
        "WEIR GIVES WAY IN THE NIGHT",
        BEFORE.partition("\n")[0],
        "Ida Lowe said that nobody had been hurt. The county had no money for a new wall, she said, and the state would have to pay for it.",
        "WHAT WE KNOW",
        "The wall was built in 1931.[4] Tam Orr, the mayor, told the Brampton Echo that the river was to blame.",
        "“We heard a crack,” Lowe said. “Then it went, and the bakery with it, and we sat on the roof until it was day.”",
    ]
    text = between.join("\n".join(textwrap.wrap(paragraph, width)) for paragraph in paragraphs)
    report = audit(text, config=ANYTHING)

    assert [report.words(s.span) for s in report.sentences if s.kind == "heading"] == [paragraphs[0], paragraphs[3]]
