"""What has the words of a telling and tells nothing, by how they stand, and its neighbours that do tell."""

from __future__ import annotations

import pytest

from citeaudit import Config, audit

CONFIG = Config(check_language=False)

UNSAID = {
    "what is called, and called nothing": (
        "If the lamp goes out, they call a harbour guard.",
        "The council called a special meeting for Monday.",
        "The two keepers called it quits in May after nine years on the rock.",
        "The defence called a second witness.",
        "Ana Ruiz called it a day at noon.",
    ),
    "what is ordered, and no order to anybody": (
        "The judge ordered a halt to the work.",
        "Ruiz had ordered a stay to the sale of the mill.",
        "The board ordered changes to the plan.",
    ),
    "how a quotation is printed": (
        "The road is shut. (Emphasis added.)",
        "The road is shut. (Italics and capitals added.)",
        "The road is shut. (All italics added.)",
    ),
    "what only tells when something else came to be": (
        "Once the mayor announced, the crowd left the pier.",
        "When Ruiz complained, the board would look at the plan again.",
        "After the keeper protested, the lamp was lit again.",
    ),
    "the reader": (
        "The grade was hurt by your assumption that Tarn is no town.",
        "With all that noise, you d think the keepers would be deaf by now.",
        "You'd think the keepers would be deaf by now.",
    ),
    "a noun in a verb's form": (
        "But the executive order that the mayor plans to sign on Friday will be reviewed.",
        "And the film ends on a happy note: the sisters standing together on the pier.",
        "A written vow that was kept for forty years hangs on the wall of the mill.",
    ),
    "what others did, with who did it behind by": (
        "Cuts recommended by the board would take effect at once unless the council voted to block them.",
        "The pier promised by the mayor will be open to all who want to see the sea.",
        "Rules proposed by the union would keep the lamp lit until the last boat is in.",
    ),
    "an order to whoever reads": (
        "Repeat this with the remaining dough.",
        "Repeat the test with the second lamp.",
        "Add the salt with the last of the flour.",
    ),
    "what is put to something else": (
        "The measure also adds scarves to a law that makes it a misdemeanor to wear a mask in public.",
        "The bill adds two towns to the list that the county keeps.",
        "The firm has added a mill to its three yards on the coast.",
    ),
    "a deed that is called a proposal": (
        "Several other towns are starting to propose similar rules.",
        "In 1912, Lund proposed his theory of drifting stones.",
        "The clerk proposed an amendment to the first motion.",
    ),
    "a denial further off": (
        "Holt has lost many friends, but he has not yet said whether he will run again in May.",
        "The patrol has yet to confirm this report.",
        "The firm has not publicly said how many mills it will sell.",
    ),
    "what is still to be said or thought": (
        "A common mistake is to think that the door opens by itself each time the bell is rung.",
        "The trick is to say that the lamp was out before anybody asks.",
        "The mayor is to announce that the port will close.",
    ),
    "what a page shows whoever looks at it": (
        "It shows that the mayor's mind is prone to wandering.",
        "The margin is wide. But it reveals that dozens of members voted against her in secret.",
        "She lost. It does suggest that her campaign should remember what debates do.",
    ),
    "what a rule requires": (
        "The new mandate also requires that insurers cover some checks each year.",
        "The law requires that boats be checked each year.",
        "Both chambers require that the votes be counted aloud.",
    ),
    "a saying": (
        "And that, as they say, is that.",
        "The rest, as they say, was history.",
        "It was, as they say, a dark and stormy night.",
    ),
    "what is only weighed": (
        "The board is considering a plan to close the port.",
        "At least one state, Lund, is considering the idea of armed guards at schools.",
        "Holt considered running for mayor several times.",
    ),
    "the writer's own name for a thing": (
        "The plan is what I've called “political judo”, a way of turning strength against its owner.",
        "This is what we have called the “long goodbye” of the mill.",
        "I would call it “the worst deal in the county,” and a bad one for the port.",
    ),
    "bare judgement of a record": (
        "Lind, a former minister, defended the alliance's record of fighting piracy.",
        "The mayor praised the crew's habit of sailing at night.",
        "The clerk condemned the practice of selling lamps on Sundays.",
    ),
    "a hedge of one word": (
        "The only problem was that he followed the course which he was trying to pin onto his supposedly “soft” rival.",
        "The keeper sold the supposedly sound boat to a friend in May.",
        "Crews fought off a reportedly drunken captain at the gate.",
    ),
    "a hedge behind another predicate": (
        "Congress will end its recess this week and is expected to take up the bill.",
        "The keeper sold his boat in May after three bad years and is believed to be ill.",
        "The firm closed two mills in March, fired its chief and is said to be broke.",
    ),
    "what a thing makes plain": (
        "That ruling by a small court emphasizes the stakes in this great fight.",
        "This loss underlines the need for more lamps on the pier.",
        "These figures of speech stress the beauty of the coast.",
    ),
}
SAID = {
    "the council, as Britain has it": "The council claim that the pier is safe.",
    "several who say": "Those who vow to stay will need more lamps.",
    "by a letter": "Ruiz recommended by letter that the pier be closed.",
    "said, and added to": "The clerk added that the road to the port was shut.",
    "a proposal in a clause": "Lund proposed that volunteers guard the schools.",
    "a proposal to do": "Lund proposed to close the pier in May.",
    "a denial that says": "Holt has not only said that he will run, he has paid for it.",
    "what a study shows": "A study of tides came out on Monday. It shows that the pier is sinking.",
    "what it says": "It says that the pier is sinking.",
    "considers A B": "Ruiz considers the plan a mistake for the town.",
    "a judgement for something": "The mayor praised the crews for sailing at night.",
    "could not resist": "And Lind could not resist suggesting that the mayor had started the quarrel.",
    "would later say": "Holt would later say that the lamp had been out when the boat came in.",
    "referred to as": "The spokesman referred to the fight against the gangs as a “story for children.”",
    "a paper stresses": "The report stresses the need for more lamps.",
    "whom they say it of": "The lamp, they say, is broken.",
}
VAGUE = (
    "The keeper, who sold his boat, is believed to have left for the south.",
    "The bill is late and is expected to be taken up by the new board of the port in May.",
    "The keeper supposedly sold the sound boat in May.",
)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in UNSAID.items() for text in texts])
def test_nothing_is_told_by_such_words(kind, text):
    """The last sentence is the article's own: none of its words puts it into anybody's mouth."""
    claim = audit(text, config=CONFIG).claims[-1]

    assert claim.status == "unattributed", kind


@pytest.mark.parametrize("text", SAID.values(), ids=SAID)
def test_what_looks_like_it_is_told(text):
    """Where somebody is there to say it, it is said."""
    assert audit(text, config=CONFIG).claims[-1].status == "source"


@pytest.mark.parametrize("text", VAGUE)
def test_a_hedge_of_the_whole_is_one(text):
    """A hedge that stands by the verb weakens its clause."""
    (claim,) = audit(text, config=CONFIG).claims

    assert claim.status == "vague"
