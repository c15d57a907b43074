"""What a claim's words rest on: whose they are, nobody's, or the article's own, kind by kind; each kind with texts where it stays quiet."""

from __future__ import annotations

import pytest

from citeaudit import Article, Config, audit

CONFIG = Config(check_language=False)
SIGNS = {"unattributed": "-", "source": "S", "outlet": "O", "anonymous": "A", "vague": "V"}


def statuses(text):
    """Return the status of each statement of *text*, a sign each."""
    return "".join(SIGNS[claim.status] for claim in audit(Article(text), config=CONFIG).claims)


KINDS = {
    "the article judges a clause itself": [
        ("-", "It is disappointing that the council cannot mend the road before winter."),
        ("-", "It is sad that the old bridge was never repaired by the county."),
        ("-", "It does the farmers no good to say that prices are falling elsewhere."),
        ("S", "The union is adamant that drivers must be kept out of the new rules."),
        ("S", "The Press Board is concerned the new law would crush local papers."),
        ("S", "Farmers are convinced the dam would flood their fields."),
    ],
    "that points at a thing": [
        ("-", "Strong opposition to that plan among farmers helped Ruiz win the seat in May."),
        ("-", "Pay attention to that last part of the harbour wall in the rain."),
        ("-", "It was a wake-up call that led to years of repairs along the coast."),
        ("S", "Ruiz confirmed that trains will run again on Monday after the repairs."),
        ("S", "Her warning that the wall was unsafe was read out in the hall on Monday."),
        ("S", "Ruiz called on the town and said that plans were ready."),
    ],
    "others hold it of the noun before": [
        ("-", "The mayor once thought to be the future of the party is about to lose her seat over the bill."),
        ("-", "The anger brought on bids to oust sitting senators accused of hiding the costs of the dam."),
        ("-", "That is a phrase Ruiz has often used to describe his favourite kind of garden wall."),
        ("-", "Neon is a term that describes the use of glass tubes that hold a gas."),
        ("S", "Two clerks accused the mayor of hiding the costs of the dam."),
        ("S", "Ruiz thought the mayor was the future of the party."),
        ("S", "Ruiz described the wall as the worst that she had seen in her life."),
    ],
    "a noun or a deed in a verb's form": [
        ("-", "In both cases, small owners get a say."),
        ("-", "Many forecasts focus more on job titles and the highest pay."),
        ("-", "This weather, later known as the long rain, made predicting the harvest a fool's errand."),
        ("-", "As she began to say goodbye to the house, Marlow looked for a new flat."),
        ("-", "The council has already received and considered dozens of letters on the bridge."),
        ("-", "The second half of the game tells the last chapter of the long war from below."),
        ("S", "The council considered the bridge a danger to the town."),
        ("S", "Many growers say the plant does best in sand."),
        ("S", "Marlow told the story of how the dam broke, and said nobody had warned her."),
    ],
    "the writer's own mind": [
        ("-", "As I stated, the two fires were no accident at all."),
        ("-", "We called our new figure for the villages the common wealth of the valley."),
        ("-", "An accident like the one in Leeds reminds us how fragile the old bridges are."),
        ("-", "The whole valley was well aware that the mill had lost money for years."),
        ("-", "If they feel that they are being “wronged” there, they can leave."),
        ("S", "As Ruiz stated, the two fires were no accident at all."),
        ("S", "Ruiz reminded reporters that the old bridges were frail."),
        ("S", "They feel that they are being cheated by the port."),
    ],
    "nobody judges": [
        ("-", "Ruiz praised the lawyers on both sides of the case in the old hall."),
        ("-", "The general assumed power after a coup against the mayor in 2013."),
        ("-", "The manual was a good buy, with all diagrams and other parts clearly labeled for each market."),
        ("-", "This is not about a few words being said, it is about respect."),
        ("-", "Mr. Marlow appears to be the man called in the file “the tall keeper of the lamp.”"),
        ("S", "Ruiz labeled the council a den of thieves for closing the port."),
        ("S", "The mayor was praised by the union for closing the port."),
    ],
    "nouns with content": [
        ("S", "Marlow quotes Ruiz's statement that if the dam had broken, the town would have been lost."),
        ("S", "Ruiz repeated his description of the mayor as a man so fond of walls that he forgot the gates."),
        ("S", "Ruiz made an urgent plea Tuesday for towns to take in the families driven out by the flood."),
        ("S", "Officials downplay the idea that the mayor will veto the bill merely to please the docks."),
        ("S", "Party members have challenged claims that their stewards struck a boy in March."),
        ("S", "Three days later, the police filed a sealed complaint accusing a Leeds woman of using straw buyers."),
        ("-", "Ruiz repeated the test in May with the same two pumps."),
        ("-", "Ruiz made a plea deal in May and went home to his farm."),
        ("-", "Party members have challenged the new rule in court in March."),
    ],
    "belief without that": [
        ("S", "She believes all ships rise together."),
        ("S", "In their letter, the teachers make clear they are not against his visit to the school."),
        ("S", "Many riders will tell you the quality of the buses has declined over time."),
        ("-", "The keeper still believes in lamps for their light, warmth and looks."),
        ("-", "The night before the vote, Marlow thought of the question that could win it."),
        ("-", "Few of the guests were concerned they might become pawns of the port."),
        ("-", "The buses will tell in the end."),
    ],
    "a deed owned up to, and a likeness": [
        ("S", "Ruiz has previously admitted to being in touch with the builders during the sale."),
        ("S", "The clerk confessed to having hidden the file under the stairs."),
        ("S", "“The county needs a wall,” the mayor said, comparing the river to “a sieve” that lets thieves into the town."),
        ("S", "The mayor complimented the minister for opening the talks and for her grasp of the figures."),
        ("S", "Most voters in both parties peg Ruiz as most likely to win on Monday."),
        ("-", "The clerk will admit to nothing in the hall."),
        ("-", "The table compares the river and the sea by their salt."),
        ("-", "The mayor complimented the minister in the hall."),
    ],
    "a hedge beside a verb of telling": [
        ("S", "Marlow reportedly claimed the mayor took off with the silver and the spoons."),
        ("S", "“We broke it; I broke it,” Marlow allegedly told a guard."),
        ("S", "Along the way Ruiz allegedly told them that he was in pain."),
        ("V", "Dock workers reportedly fear that the berths will never reopen."),
        ("V", "Marlow reportedly left the town on Monday with the silver."),
        ("V", "The wall was allegedly sold to a friend of the mayor."),
        ("-", "Members of the family did not get on with the police and sued them in 2011 for allegedly beating a boy."),
        ("-", "The council held its third hearing on the bill to remove the mayor for allegedly hiding the file."),
    ],
    "a quotation behind what its speaker did": [
        (
            "S",
            'On Monday, the Harbour Board came out against the bill, stating, "[W]e have heard from our crews that it would hurt the port."',
        ),
        ("S", "Tired of my questions, he snapped, “Don’t bring these wild tales to me.”"),
        ("S", "Calling the wall “a powerful and lovely thing on our side,” Mr. Ruiz said: “This is not a long line of stone.”"),
        (
            "-SS",
            "Dan Ruiz joked about the mayor's new tie and about long speeches.\n\n“If it were not for ties, would he be mayor? He would be at home.”",
        ),
        ("-", "Tired of the questions, Ruiz left the hall at noon."),
        ("-", "Calling at two ports on the way, the ferry came in at noon, and Ruiz said so."),
    ],
    "a clause behind what its speaker did": [
        ("S", "The board refused to act against the keeper, stating that there was no sign of theft in any of his old books."),
        ("S", "On Monday, Ana Ruiz referred to the loss in court, claiming that “no one believed that the case could be won.”"),
        ("S", "The general assumed the war was over."),
        ("-", "The board refused to act against the keeper, stating its age and its want of funds."),
    ],
    "what hangs on the last word of what was said": [
        (
            "S",
            "Ana Marlow announced Monday that she would ban trips to Leeds, where a new law could allow shops to turn people away for reasons of faith and more.",
        ),
        (
            "-",
            "Marlow denied it, and the town sold the mill, the docks and the park, which had stood idle for nine years, to a friend of the mayor.",
        ),
    ],
    "what is told of the telling": [
        (
            "S",
            "“I am standing on the shoulders of my heroes,” Ruiz said on Sunday, referring to the players who won the cup in 2009 for the town by the river in the rain.",
        ),
        (
            "S",
            "“He stands for all that is bad,” says Sarah Marlow, yelling to be heard over the ten-person brass band that plays in the town’s main square every year.",
        ),
        (
            "S",
            "The effort may have used two tonnes of coal, estimates Evan Marlow, head of Harbour AI, a start-up that sells software to help firms run their works.",
        ),
        (
            "-",
            "“It is late,” Ruiz said, and the council, which had met in the old hall since noon, went home without a vote on the dam.",
        ),
        (
            "-",
            "“Yes,” Ruiz said; the crowd, singing and waving its flags over the old square, went on to the port and burned two boats.",
        ),
    ],
    "bystanders and parts of a group": [
        ("S", "“That does not seem like a park to me,” said one person during public comment."),
        ("S", "“I am blown away by the size of this,” said someone at the meeting."),
        ("S", "An audience member said that the debt had hurt her family for years."),
        ("A", "“The mayor will go,” said one person familiar with the talks."),
        ("A", "“The mayor will go,” said someone briefed on the talks."),
        ("A", "A member of the board said the mayor would go."),
        ("SS", "Two dozen strategists said the wall would hold. Some also said the mayor should not have sold it."),
        ("SS", "Critics said the wall would fall. Others said it was too dear for the town."),
        ("SV", "Ana Ruiz said the wall would hold. Some say it will fall before the winter."),
        ("S--V", "Critics said the wall would fall. The town bought it in May. It was sold in June. Some say it was too dear."),
        ("V", "Some say the wall will fall before the winter."),
    ],
}


@pytest.mark.parametrize(("read", "text"), [case for cases in KINDS.values() for case in cases])
def test_a_claim_rests_on_whoever_says_it(read, text):
    """Source, anonymous, vague, or nobody: the signs stand for the statements in their order."""
    assert statuses(text) == read
