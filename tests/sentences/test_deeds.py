"""Captions and other lines without a full stop that say what somebody did, beside headlines that use the same words."""

from __future__ import annotations

import pytest

from citeaudit.sentences.boundaries import find_boundaries
from citeaudit.sentences.kinds import tell_kinds

STORY = (
    "The ferry to Corvell was taken out of service on Monday after a crack was found in its hull by a diver who had lost a ring.\n"
    "Nobody was hurt, the harbour master said, and the passengers were taken ashore by tugs.\n"
)

DEEDS = """
    Ida Lowe completely outrowed Tam Orr to keep her cup in Corvell
    Tam Orr was beaten heavily by Nell Vane in Esk in June 2019
    ‘The Diver’ lost his first race to Jon Park in 2004
    Ida Lowe broke the record for the crossing in the Vale regatta of 2012
    The ferry sank off the coast of Corvell in heavy seas last May
    Tam Orr took over the harbour from his father in the spring of 1998
    Nell Vane had been held in the harbour prison since the spring
    Divers found the wreck of the trawler in 40 metres of water
    Protesters marched through the streets of Corvell on Saturday night
    The crash happened on the road to Corvell on Friday morning
    Jon Park and Ida Lowe were pictured leaving the court in Vale on Friday
"""

HEADS = """
    Man held over ferry fire in Esk named as Tam Orr of Vale
    Diver named Ida Lowe head of the harbour board in Vale
    Two arrested after ferry crew attacked the master in Esk harbour
    How Ida Lowe broke the record for the crossing of the Vale
    The day the ferry sank off the coast of Corvell with all hands
    Hull cracked as master told crew to leave ferry off Esk
    Ida Lowe handed a fine for speeding in the harbour of Vale
    Five things that the ferry master told the board of Corvell
    Captain who lost ferry off Corvell takes the wheel of a tug again
    Tam Orr was responsible for the loans at issue in the suit
    Ferry Master Lost His Keys And Then Found Them In The Hull
    THE FERRY SANK OFF THE COAST OF CORVELL IN MAY OF LAST YEAR
    Board orders review of hull found cracked the week before it sailed
    Police say Ida Lowe lost her ring at the pier in Vale
    She lost her job
"""


def lines(text):
    """Return the lines of a table in a test."""
    return [line.strip() for line in text.strip().splitlines()]


def told(text):
    """Return the kinds of the sentences of *text*."""
    return [sentence.kind.value for sentence in tell_kinds(text, find_boundaries(text))]


@pytest.mark.parametrize("line", lines(DEEDS))
def test_a_past_deed_in_the_midst_of_a_story_is_stated(line):
    """A subject and a finite past are a statement, by itself and among the credits of pictures; above the story the line is its deck."""
    assert told(f"{STORY}{line}\n{STORY}")[2] == "statement"
    assert told(f"{STORY}{line}\nTIDE IMAGES\n5\n{line}\n{STORY}")[2:6:3] == ["statement"] * 2
    assert told(f"{line}\n{STORY}")[0] == "heading"


@pytest.mark.parametrize("line", lines(HEADS))
def test_a_headline_in_the_midst_of_a_story_stays_one(line):
    """Participles, pasts of a clause that hangs on something, titles and short lines tell no deed."""
    assert told(f"{STORY}{line}\n{STORY}")[2] == "heading"
