"""Lines of pages by their phrases: each kind of line, and beside it statements that begin or sound like it."""

from __future__ import annotations

import pytest

from citeaudit.sentences.boundaries import find_boundaries
from citeaudit.sentences.kinds import tell_kinds

BODY = "The council shut the old bridge on Monday after a vote that took all night and left nobody in the town happy.\nIts members gave no reason.\n"

FIRES = {
    "boilerplate": """
        ALSO READ | The mayor quits
        Also Read: Mayor of Tarn quits
        READ MORE
        RELATED
        Related Stories
        Click here to read the full report.
        Click here for more on the bridge
        Sign up for the Tarn Brief, our weekly newsletter.
        Get our free morning newsletter
        Download our free app for breaking news alerts.
        If you're on the Tarn app, click here to watch.
        Donate to the Herald today.
        Please consider supporting our work with a small gift.
        Support local journalism.
        Become a member today.
        If you liked this story, share it with a friend.
        12 Comments
        Comments (12)
        comments
        Ad
        ADVERTISEMENT
        Story Continued Below
        Article continues below advertisement
        Continue reading below the advertisement
        (AP Photo/Ana Hale)
        (Photo by Ana Hale/Getty Images)
        (Ana Hale/The Tarn Herald)
        (FILE)
        Photo: Ana Hale/The Tarn Herald
        Featured Image Via Tarn Pictures
        Image: Reuters
        Courtesy photo
        Courtesy of the Tarn Museum
        AFP via Getty Images
        Tags: bridges, mayors
        Filed under: News, Tarn
        Topics: bridges, mayors, Tarn
        Share
        Share this with your friends and family.
        Facebook Twitter WhatsApp Email
        1.2K Shares
        80510 SHARES Facebook Twitter Reddit StumbleUpon Pinterest
        13.8k SHARES SHARE THIS STORY
        Like this: Like Loading...
        Follow @tarnherald on X
        Last updated: 12 May 2026, 10:14
        UPDATED: May 12, 2026
        Posted on
        Published 12 May 2026
        Updated at 10.15
        3 min read
        5 hours ago
        CORRECTION: The mayor was elected in May.
        An earlier version of this article misstated the mayor's age.
        Home | News | Local
        Load more
        Back to top
        Contact the reporter at 555-0100.
        news@herald.example
        JUST WATCHED The mayor quits Replay More Videos ... MUST WATCH The mayor quits 01:14
        Watch: The bridge falls
        Tarn in pictures
        Trending Videos
        Recommended for you
        More from Tarn Herald
        Already a subscriber? Log in.
        Enter your email address
        Available from Acme
        Buy Now
        Acme may receive a commission
        Authors:
    """,
    "credit": """
        (Source: The Tarn Herald)
        Source : Tarn Herald; Image Source: Vale Times
        SOURCE: https://www.herald.example/bridge
        source: herald.example
        (Sources: Tarn Herald, Vale Times)
        with AAP
        With AAP and Reuters
        (With inputs from PTI)
        (AP, Reuters, BBC)
        (Reuters)
        — AP
        PTI
        Agencies
        Staff and wire reports
        Full story: The Tarn Herald
        Full story: https://www.herald.example/bridge
        via The Tarn Herald
        Via: Tarn Herald
        H/T Tarn Herald
        (h/t Vale Times)
        Provided by Tarn Space Agency
        This article was originally published by Tarn Weekly.
        This story first appeared in the Tarn Herald.
    """,
    "byline": """
        Posted by Ana Hale on 3 May 2026
        Written by: Ana Hale
        Tarn Staff Reporter
        (AH)
    """,
    "fragment": """
        — Ana Hale (@anahale) May 3, 2026
        — Ana Hale 🌊 (@anahale) 3 May 2026
        @anahale · May 3
        9:15 AM · May 3, 2026
        May 3, 2026
        Monday, May 3, 2026
        THURSDAY APRIL 2
        Q:
    """,
}

QUIET = """
    Also read by the judge was a letter from the mayor.
    Read more than once, the letter still makes little sense.
    Related cases were heard in May.
    Click fraud cost the firm $3 million.
    Click here, the message said, and thousands did.
    Support our troops, the mayor said.
    Donate to the Red Cross, the mayor urged residents.
    Download speeds fell in May, the regulator said.
    Share this view of the valley with a friend, he said, and you will be asked where it is.
    Advertising spending fell in May.
    Sponsored by the bank, the race drew 300 runners.
    Comments by the mayor angered the town.
    Photo evidence led police to the mill.
    Video of the crash spread within hours.
    Featured in the film is the old bridge.
    Tags on the crates showed that they were old.
    Topics at the meeting included the bridge.
    Updated figures show that prices rose in May.
    Posted by the council on Monday, the notice named the bridge.
    Published in May, the report blames the council.
    Home prices fell in May.
    Contact tracing found 30 cases.
    Popular with tourists, the bridge was shut in May.
    Popular Tarn baker Ana Hale will open a mill.
    Loading docks were shut.
    Privacy policy experts called the plan weak.
    Thank you for nothing, he told the mayor.
    If you enjoy this work, you are lucky, the mayor told nurses.
    An earlier version of the bill died in May.
    A post shared widely in May named the mayor.
    The bank sent the letter to your inbox, said the mayor.
    Users can download the app from May, the council said.
    Its weekly newsletter has 300 readers.
    Sources close to the mayor said he knew.
    Source code for the pump was stolen.
    With AFP reporters at the scene, police withdrew.
    With agencies under strain, the state hired 300 nurses.
    Via a spokesman, Hale denied it.
    Reuters and AFP reported that the bridge would close.
    Supplied by Acme, the pumps failed.
    Full story in hand, the reporter left.
    May 3, 2026, was the date of the vote.
    Authors of the report met in May.
    Rovers won 3-2, with 14 shots, 11 corners and 6 cards.
    The US is a major contributor of aid for the region.
"""


def told(text):
    """Return the kinds of the sentences of *text*."""
    return [sentence.kind.value for sentence in tell_kinds(text, find_boundaries(text))]


@pytest.mark.parametrize(
    ("kind", "line"), [(kind, line.strip()) for kind, lines in FIRES.items() for line in lines.strip().splitlines()]
)
def test_a_line_of_the_page_is_no_statement(kind, line):
    """The line under a story is of its kind, and the story stays what it is."""
    kinds = told(BODY + line)

    assert kinds[:2] == ["statement", "statement"]
    assert set(kinds[2:]) == {kind}


@pytest.mark.parametrize("line", [line.strip() for line in QUIET.strip().splitlines()])
def test_a_statement_that_sounds_like_one_stays_a_statement(line):
    """What asserts something is a statement at the end of a story and in its midst."""
    assert set(told(BODY + line)) == {"statement"}
    assert set(told(f"{BODY}{line}\n{BODY}")) == {"statement"}


def test_what_follows_a_correction_or_a_subscription_line_belongs_to_it():
    """A short paragraph that opens with such a line is all of it boilerplate; a long one is not, since some pages are one line."""
    note = "Correction: The mill is in Tarn. It was said to be in Vale. We regret the error."

    assert told(BODY + note)[2:] == ["boilerplate"] * 3
    assert told(f"{BODY}{note} The council met. Nobody spoke.")[2:] == ["boilerplate", *["statement"] * 4]


def test_who_is_described_in_the_midst_of_a_story_is_no_author():
    """Only the last paragraphs tell who the author is."""
    line = "Rosa Lind is a senior fellow at the Institute for Bridges at the University of Tarn."

    assert told(f"{BODY}{line}\n{BODY}")[2] == "statement"
    assert told(BODY + line)[-1] == "credit"
