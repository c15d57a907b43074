"""Words with a noun for their verb, and other ways to say who said it that no training has to know."""

from __future__ import annotations

import pytest

from citeaudit import Config, audit
from citeaudit.model.relations import Level

CONFIG = Config(check_language=False)

SAID = [
    (
        "The mayor feels no pressure when it comes to the day-to-day routine of defending and explaining the plan to voters, the senator said in an interview airing Wednesday on “The Lamp Show.”",
        "outlet",
        None,
        "where it was said is not what was said",
    ),
    (
        "After the vote, the senator said in the hall that the wall was safe.",
        "source",
        ["the senator"],
        "but a clause behind it is",
    ),
    ("The harbour board put out a statement denying that any crane had failed.", "source", ["The harbour board"], "a statement"),
    ("“Certainly not,” came the reply from the lighthouse trust.", "source", ["the lighthouse trust"], "a reply"),
    ("The quay is, in Moreau’s words, “a graveyard”.", "source", ["Moreau"], "in somebody's words"),
    ("In the words of its keeper, the tower “holds the coast together”.", "source", ["its keeper"], "in the words of somebody"),
    ("Per the lease, the pier must open by June.", "source", ["the lease"], "per, at the beginning"),
    ("The skipper will miss the regatta, trainer Olga Brandt confirmed after Sunday’s race.", "source", ["Olga Brandt"], "when"),
    ("Repairs begin in April, the council announced following a vote on Monday night.", "source", ["the council"], "after what"),
    (
        "Gulls can tell the hour, a team at Port Ellis University claims in a paper published on Monday.",
        "source",
        None,
        "a paper",
    ),
    ("Biologists led by Rosa Lind report in the journal Nature that gulls can count.", "outlet", None, "a journal"),
    ("Archaeologists at the institute have discovered that the wreck is older.", "source", None, "who looks for a living"),
    ("Surveyors believe the two piers moved overnight.", "source", ["Surveyors"], "belief with a clause without that"),
    ("Friends credit her with saving the ferry.", "source", ["Friends"], "credit"),
    ("Earlier studies have linked the paint to asthma.", "source", ["Earlier studies"], "a study links"),
    ("The opposition termed the toll a “tax on tides”.", "source", ["The opposition"], "termed"),
    (
        "The ministry has dismissed as “fiction” a report that its tugs were sold.",
        "source",
        ["The ministry"],
        "a judgement before its object",
    ),
    (
        "Rumours that the yard would close were dismissed by its manager as gossip.",
        "source",
        ["its manager"],
        "rumours dismissed",
    ),
    ("“Done,” the pilot wrote on his blog.", "source", ["the pilot"], "one word of speech"),
    ("Her advice to crews was simple: “Turn back.”", "source", None, "a colon announces words"),
    ("A porter who gave his name only as Theo said he saw smoke.", "source", ["Theo"], "who a source is, before its name"),
    ("Footage obtained by CBS News shows the ferry hitting the quay.", "outlet", None, "pictures that an outlet answers for"),
    ("Two clerks have been questioned, it is understood.", "vague", None, "a hedge at the end"),
    ("A report by the Port Commission rated the pier unsafe.", "source", None, "a report rates"),
    ("Satellite images analysed by Reuters show that the pond has grown.", "outlet", None, "images that an outlet analysed"),
    ("As Rosa Lind has shown, the tide comes late.", "source", ["Rosa Lind"], "as somebody has shown"),
    ("The navy claimed the strait, the state news agency Tass reports.", "outlet", None, "reports, last, is a verb"),
    ("“Enough,” the keeper snapped.", "source", ["the keeper"], "any verb behind a quotation"),
    ("The pier is widely considered a marvel.", "vague", None, "considered, by whom is not said"),
    ("The mayor would say only that the pier was safe.", "source", ["The mayor"], "nothing more was said"),
    ("But a copy of the draft seen by the BBC lists the pier among them.", "outlet", None, "a draft that an outlet saw"),
    ("Police put the number of the missing at seven.", "source", ["Police"], "a number in words"),
    (
        "In a filing with the Norland Ports Authority last year, the yard said the law “comes late”.",
        "source",
        None,
        "in what it was said, at length",
    ),
    ("The BBC has been told the plans were lost.", "outlet", None, "what an outlet was told"),
    (
        "The Times’s Rosa Lind and CNN’s Karl Brandt both reported that the toll would rise.",
        "outlet",
        ["Times", "CNN"],
        "two journalists",
    ),
]


@pytest.mark.parametrize(("text", "status", "names", "why"), SAID, ids=[case[3] for case in SAID])
def test_who_said_it_is_heard(text, status, names, why):
    """The sentence rests on whom a reader would name."""
    report = audit(text, config=CONFIG)

    (claim,) = report.claims
    assert claim.status == status
    if names:
        assert [link.name for link in claim.attributions[0].chain] == names


NOT_SAID = [
    ("No gang has claimed the raid so far.", "nobody said it"),
    ("He discovered that the door was locked.", "who only notices"),
    ("The trust sent a car waiting for its owner.", "a thing that holds no words"),
    ("The BBC has been told to move its mast.", "an order to an outlet"),
    ("Video footage showed the ferry leaving.", "pictures that nobody answers for"),
    ("A causeway links the island to the town.", "a thing that joins"),
    ("Crews carried banners reading “Save our old pier now”.", "words on cloth"),
    ("The sign at the gate said the pier was closed.", "words on a board"),
    ("The toll was set in council, a report, or claim, of sorts.", "nouns"),
    ("In other words, the pier is closed.", "a way of speaking"),
    ("The sign, freshly painted, said the pier was closed.", "words on a board, with what it is"),
    ("Per capita income rose in May.", "per, of a rate"),
    ("The bank credited the account with interest.", "credit of a bank"),
    ("The report links to the page.", "a link on a page"),
    ("Footage released by the club drew laughter.", "pictures that show nothing"),
    ("Reuters has been told not to publish the list.", "an order"),
    ("The BBC has been told it must pay.", "an order in a clause"),
    ("The bid is being considered for a prize.", "considered for"),
    ("The harbour was considered at length.", "considered at length"),
    ("The draft gave him a chill.", "a draft of air"),
    ("The manifesto has a red cover.", "what a paper has"),
    ("A report by the river was lost in the flood.", "where a report was"),
    ("Nurses discovered that the door was locked.", "who notices by the way"),
    ("The yard issued a ticket saying nothing.", "a paper that says nothing"),
    ("“The Tide,” a film, was the toast of the town.", "a title"),
]


@pytest.mark.parametrize(("text", "why"), NOT_SAID, ids=[case[1] for case in NOT_SAID])
def test_what_nobody_said_is_left_alone(text, why):
    """The article says it in its own voice."""
    report = audit(text, config=CONFIG)

    assert [claim.status for claim in report.claims] == ["unattributed"]
    assert all(attribution.level is Level.ATTITUDE for attribution in report.attributions)


def test_whom_an_outlet_did_not_cite_is_no_source():
    """The outlet is the origin of what it reports "without citing sources"."""
    report = audit("The bank will shut its yard in May, Bloomberg reported on Friday, without citing sources.", config=CONFIG)

    assert report.claims[0].origin == "outlet"
    assert "sources" not in {link.name for a in report.attributions for link in a.chain}


def test_a_dateline_is_no_source():
    """What stands before it is where the article was written."""
    text = "NAIROBI, Kenya - Kenya’s finance minister said bread would be taxed."
    report = audit(text, config=CONFIG)

    assert [span.of(text) for a in report.attributions for span in a.source] == ["Kenya’s finance minister"]


@pytest.mark.parametrize("mark", ["", "> "])
def test_a_block_quotation_is_theirs_whose_line_introduces_it(mark):
    """The whole paragraph behind the colon, not its first sentence alone."""
    text = f"In an email, a spokeswoman for the yard wrote:\n\n{mark}We take safety seriously. We have sent the board all we have.\n\nThe board meets on Friday."
    report = audit(text, config=CONFIG)

    assert [claim.status for claim in report.claims] == ["source", "source", "source", "unattributed"]
    assert {a.reach for a in report.attributions} == {"block_quotation"}


def test_whose_words_hold_their_clause_only():
    """The rest of a long sentence is the article's own."""
    text = "She dislikes “fuss,” in the words of one keeper, and left when the crew of the tug and the pilot came to her door."
    report = audit(text, config=CONFIG)

    (words,) = [a for a in report.attributions if a.construction == "in_the_words_after"]
    assert [span.of(text) for span in words.content] == ["She dislikes “fuss,”"]
    assert report.claims[0].status == "unattributed"


def test_who_writes_to_somebody_is_no_addressee():
    """What stands behind "wrote to" is whom it was written to."""
    report = audit("Tom Birch, head of the yard, wrote to customers to apologise.", config=CONFIG)

    assert all("customers" not in link.name for a in report.attributions for link in a.chain)


def test_who_is_close_to_an_outlet_told_it_nothing():
    """Whom somebody is close to is no hearer."""
    report = audit("CNN has denied it. “It is absurd,” said a person close to the network.", config=CONFIG)

    assert report.claims[-1].status == "anonymous"
    assert report.claims[-1].outlets == ()
