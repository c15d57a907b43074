"""What pages print around a story in their own words, told by its form; beside each kind, claims that use the same words."""

from __future__ import annotations

import pytest

from citeaudit.sentences.boundaries import find_boundaries
from citeaudit.sentences.kinds import tell_kinds

STORY = "The ferry to Corvell was taken out of service on Monday after a crack was found in its hull by a diver who had lost a ring.\nNobody was hurt.\n"

FURNITURE = {
    "boilerplate": """
        11.8k SHARES SHARE ON FACEBOOK SHARE ON TWITTER
        312 SHARES FacebookTwitter GooglePinterest LinkedIn Reddit
        TWEET EMAIL PRINT WHATSAPP
        This is a developing story.
        This is a breaking news story and will be updated.
        This is an ongoing story that will be updated as new facts come in.
        Please check back for updates.
        Check back here for more as we get it.
        More to follow.
        More details to come.
        We will update this story as we learn more.
        Stay with us for more updates.
        Let us know what you think in the comments below.
        Tell us in the comments which ferry you like best.
        If you have any questions, please leave them in the comment section.
        Sound off in the comments.
        Let us know on Facebook how your crossing was.
        Have you crossed in a storm? Let us know in the comments.
        We want to hear from you!
        We’d love to hear from our readers.
        Follow us on FB and IG for more.
        Like us on Facebook.
        Please like and share this article.
        Get the word out – share this story on Facebook and Twitter.
        Join the Corvell Patriot And Share This Article Now!
        Join in on the conversation on Facebook.
        Also, don't forget to subscribe to our channel.
        Don’t forget to tag us in your pictures.
        We may receive compensation when you click on links to those products.
        If you buy through our links, we may earn a small commission at no cost to you.
        FTC: We use income earning affiliate links.
        This post contains affiliate links.
        Read our affiliate disclosure for more.
        See our privacy policy.
        To view the full story, please subscribe to The Corvell Times.
        To continue reading, log in or register.
        If you’re already a subscriber, log in here.
        Join now or renew to get every story.
        Please accept YouTube cookies to play this video.
        Sign-up successful!
        This newsletter is sponsored by Acme Boats.
        Today’s episode is brought to you by Acme Boats.
        Written permission must be obtained before reprint in any form.
        Reproduction of this article without permission is prohibited.
        Used with permission of Acme Press.
        Institutions are listed for identification purposes only.
        She is on X at @idalowe.
        Send recipes and complaints by email to desk@corvell.example.
        We welcome letters at letters@corvell.example
        Submit your questions and ideas here.
        Email: [email protected]
        To get in touch with the author, write to us.
        If you would like to contact her, write to the desk.
        photo by Ida Lowe / CC BY 2.0
        (Artist: Ida Lowe)
        July, 2017 June, 2017 May, 2017 April, 2017 March, 2017
        Harbour Blog Archives Select Month…
        Check Out: 12 Ferries That Sank
        [A harbour town’s tax on moorings is paying off, but not as planned]
        Close
        Invalid email
        Cancel anytime
        Something went wrong, please try again later.
        We use your sign-up to provide content in ways you have agreed to.
        You're receiving this email because you signed up.
        Want more stories like this? Join our WhatsApp community
        Was this forwarded to you? Subscribe here.
        Have you got a story? Email desk@corvell.example
        This article appears in the May print edition with the headline “The Crack.”
        A version of this article appears in print on May 3, on page A16.
        This is an opinion column.
        To respond, submit a letter to the editor.
        View this email in your browser
        Unsubscribe | Manage preferences
        Start your free trial
        You have 2 free articles remaining this month.
        This discussion has been closed.
        Comments are subject to our rules.
        Check price at Acme
        Buy on Acme
        Our editors independently review and recommend products.
        Credit... Ida Lowe for The Corvell Times
        Photographs by Ida Lowe
        Twitter Ads info and privacy
        4,532 people are talking about this
        Replying to @idalowe
        CORRECTION (May 4, 2026): The hull was built in 1931.
    """,
    "credit": """
        This article was reprinted on Ferries.example.
        This story has been adapted from its original source.
        Excerpted from “The Last Ferry” by Ida Lowe.
        (CNN)
        source: corvellherald
    """,
    "fragment": """
        Harbour board: Ida Lowe, Tam Orr, Jon Park, Nell Vane, Otto Brae, Ruth Ames
        Harbour board: Ida Lowe, Tam Orr, Jon Park, Nell Vane, Otto Brae and Ruth Ames.
        Honourable mentions: The Last Ferry, Cold Harbour, Salt, Two Tides
        CORVELL, Vale –
        Corvell d. Vale 70-44
        Corvell 14 11 6 15 — 44
        ($1 = 0.74 pounds)
        — Ida Lowe, a reader.
        Corvell (CNN)
        >>> def cross(ferry, tide=None):
        for ferry in ferries[1:]:
        ferry.cross(tide) # a comment
        result = cross(ferry, 4)
        "captain": "Ida Lowe",
        import harbour
        Traceback (most recent call last):
        return ferry.mast
    """,
}

CLAIMS = """
    This is a developing crisis, the mayor said.
    This is an ongoing story of neglect, and the harbour board wrote it.
    More is to come from the sale of the ferry.
    More details of the crack emerged on Tuesday.
    Check back in May, the clerk told the captain.
    Let us know that you are safe, she begged the crew.
    Tell us what the crack cost, the council demanded.
    Readers attacked the captain in the comments.
    The captain's comments below deck were recorded.
    We want to hear from the captain, the council said.
    Follow us home, the tug's master told the ferry.
    Users share this story on Facebook more than any other, the firm found.
    The captain may receive compensation for the lost ring.
    The harbour board may earn a commission on the sale.
    The affiliate of the firm links two islands.
    Read our lips, the crew told the board.
    To view the full wreck, divers went down twice.
    To continue, the ferry needs a licence.
    If you are a member of the crew, you will be paid, the firm said.
    Join now or drown, the sign read.
    Sponsors of this newsletter law lost by two votes.
    This week's race is sponsored by the bank, which is to be sold in May.
    Written permission was given by the board in May.
    Reproduction of the fish was studied for a year.
    Used with care, the pump lasts for ten years.
    She is on the board of the harbour.
    Send help, the captain radioed at 4 a.m.
    We welcome the ruling, the crew said.
    Submit or leave, the captain told the crew.
    Photos by the diver show the crack.
    In July 2017 and again in May 2018 the hull was checked.
    Artists of the town painted the ferry.
    Excerpts from the log were read in court.
    Image: The hull that is seen here was built in 1931 and has been mended twice since.
    Photo: Divers look at the crack, which was found in May when the ferry was in dock.
    Harbour board: it was Ida Lowe, Tam Orr and Jon Park who knew of the crack.
    For each ferry in the fleet, the board keeps a log:
    Return to port, the harbour master ordered.
    Import duties on hulls rose in May.
    Close to the pier, the ferry began to list.
    Something went wrong in the engine room, the captain wrote later.
    We use your taxes to mend hulls, the board said.
    Want of money sank the ferry.
    Looking for the crack, the diver found a ring.
    Have you seen the hull, the board was asked, and it said no.
    This article of the harbour law was struck out by the court in May.
    A version of this story was told to the board in May.
    This is an opinion that the board does not share.
    This is a paid post at the harbour, and she has held it since 1998.
    Send a letter to the board, the captain told the crew.
    Start of work on the hull was put off to June.
    You have two hours to leave the ship, the captain said.
    Two stories of the hull were flooded.
    This discussion was held behind closed doors in May.
    Comments by the captain are welcome news for the board.
    Buy a ferry at Corvell and you will need a dry dock.
    The hull was tested independently by two firms.
    We independently reviewed the log, the coastguard said.
    People are talking about this crack in every bar of the town.
    Credit for the rescue went to the diver.
    — The board knew of the crack in May.
    Corvell beat Vale 70-44 in the cup.
    The fare is $1 (0.74 pounds) on all days.
    CORVELL - Captain Ida Lowe's plan for the ferry assumes the same number of crossings as the one that the board would have had to drop in May
"""


def told(text):
    """Return the kinds of the sentences of *text*."""
    return [sentence.kind.value for sentence in tell_kinds(text, find_boundaries(text))]


@pytest.mark.parametrize(
    ("kind", "line"), [(kind, line.strip()) for kind, lines in FURNITURE.items() for line in lines.strip().splitlines()]
)
def test_what_a_page_prints_around_a_story_claims_nothing(kind, line):
    """The line is of its kind in the midst of a story, but for a question that opens it, and the story stays what it is."""
    kinds = told(STORY + line + "\n" + STORY)

    assert kinds[:2] == kinds[-2:] == ["statement", "statement"]
    assert set(kinds[2:-2]) - {"question"} == {kind}


@pytest.mark.parametrize("line", [line.strip() for line in CLAIMS.strip().splitlines()])
def test_a_claim_in_the_words_of_such_a_line_is_a_statement(line):
    """What asserts something is a statement, in the midst of a story and at its end."""
    assert set(told(f"{STORY}{line}\n{STORY}")) == {"statement"}
    assert set(told(STORY + line)) == {"statement"}


AUTHORS = """
    Ida Lowe is the Corvell Times’s senior harbour writer.
    Ida Lowe is Politico’s senior media writer.
    Ida Lowe is a Reporter for the Corvell Times.
    Ida Lowe lives in Corvell and keeps bees.
"""
PEOPLE_OF_THE_STORY = """
    Former Sen. Ida Lowe, who sat on the board, was the first captain to leave the ferry.
    Ida Lowe, 60, lives nearby and heard the hull crack.
    Ida Lowe is the first captain to leave the ferry since the war.
    Ida Lowe is a baker who said that she saw the crack from her shop.
"""


@pytest.mark.parametrize("line", [line.strip() for line in AUTHORS.strip().splitlines()])
def test_a_note_at_the_foot_says_who_wrote_the_piece(line):
    """A name that the story has not, and what they do for a living, is a credit."""
    assert told(STORY * 2 + line)[-1] == "credit"


@pytest.mark.parametrize("line", [line.strip() for line in PEOPLE_OF_THE_STORY.strip().splitlines()])
def test_whom_the_story_brings_in_last_is_no_author(line):
    """An age, a title in the midst of the name, a first or an only one and what somebody said belong to a story."""
    assert told(STORY * 2 + line)[-1] == "statement"


TOPS = """
    Captain Ida Lowe speaks to the press in Corvell on May 3. | AP Photo Ferry firm slams board over crack in hull
    Captain Ida Lowe speaks to the press in Corvell on May 3. | Getty Lowe on crack: ‘We knew it was there’
    The ferry lies in dock at Corvell. Cracked ferry may never sail again
"""


@pytest.mark.parametrize("line", [line.strip() for line in TOPS.strip().splitlines()])
def test_a_headline_behind_the_caption_of_the_first_picture(line):
    """Where a page gives caption and headline in one line, the piece without a stop is the headline."""
    assert told(f"{line}\n{STORY}") == ["statement", "heading", "statement", "statement"]


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("The cup is to be rowed for on Sunday. Corvell 70-44", "statement fragment"),
        ("The captain asks who will pay for it? Ida, Corvell, VA", "question fragment"),
        ("The crack was found in May. Harbour Works and Sons", "statement fragment"),
        ("The crack was found in May. It was mended in June", "statement statement"),
        ("The crack was found in May. Nobody knew of it", "statement statement"),
        ("“It was Captain Lowe,” he said. Not the board", "statement statement"),
    ],
)
def test_a_piece_without_a_stop_behind_sentences(line, kinds):
    """Names and figures alone assert nothing; running language does, and its full stop is missing."""
    assert told(f"{STORY}{line}\n{STORY}")[2:-2] == kinds.split()


@pytest.mark.parametrize(
    "line",
    [
        "“They came aboard to sink us. Follow us on Facebook and you will see! Subscribe to nothing,” the captain told the crew.",
        'Lowe said: "It was the board. Share this story with your friends. It is true."',
        "“I can’t believe it. Tell us in the comments what you saw. Nobody will,” she wrote.",
    ],
)
def test_what_somebody_is_quoted_with_is_no_line_of_the_page(line):
    """Inside a quotation that goes on, the words of such lines are said by who is quoted."""
    assert set(told(f"{STORY}{line}\n{STORY}")) == {"statement"}


def test_a_title_in_capitals_is_a_heading_and_the_end_of_a_quotation_is_none():
    """A line in title case that only closes a quotation is what somebody said."""
    assert told(f"{STORY}The Long Night of the Ferry.\n{STORY}")[2] == "heading"
    assert told(f"{STORY}“It is a ferry.\nNot a Cruise Ship.”\n{STORY}")[2:4] == ["statement", "statement"]
