"""
Drafts as reporters and machines write them, through the whole audit: where CA102, CA104 and CA302 must speak, and where not.

These three rules have nothing to say of edited news, so their recall is held by texts written for it.
"""

from __future__ import annotations

import pytest

from citeaudit import audit

FIRES = [
    (
        "CA102",
        'The council closed the library on Friday.\n\n"They have taken the one warm room that we had left in this town."\n\nThe building will be sold in the spring.',
    ),
    (
        "CA102",
        'Rain fell on the square. "We have waited eleven years for a single answer from them." The crowd moved toward the gate.',
    ),
    (
        "CA102",
        "The strike entered its third week.\n\n“Nobody in that office has ever lifted a crate in his life.”\n\nTrucks lined the road to the port.\n\nThe port handles a fifth of the country's grain.",
    ),
    (
        "CA102",
        'The factory shut its doors in May. "I gave them thirty years and they gave me an envelope." Its gates are now locked.',
    ),
    ("CA102", 'The bridge reopened at noon. "My father laid the first stone of it in the war." Cars crossed all afternoon.'),
    ("CA102", 'The team lost for the ninth time. "We are playing like people who have never met." The next match is on Sunday.'),
    (
        "CA102",
        'Voters lined up early in the village. "I have never seen this many of us here before." The polls closed at eight.',
    ),
    (
        "CA102",
        'The fire burned for two days.\n\n"Everything that I owned was in that house, and it is gone."\n\nThe road was still closed on Tuesday morning.',
    ),
    (
        "CA102",
        'Prices rose again in March. "You cannot feed three children on what they pay us." A loaf of bread now costs twice as much as it did in the winter.',
    ),
    (
        "CA104",
        "The shelter was founded in 2009. Its director, Carla Benson, stole donations meant for the animals. It closed in May.",
    ),
    (
        "CA104",
        "The company sells phones. Veltrax Inc. knowingly sold faulty batteries and hid the risk from customers. Its shares rose.",
    ),
    ("CA104", "Mayor Tom Hadley took bribes from the builders of the stadium."),
    ("CA104", "The former minister, Ivo Barclay, siphoned millions from the health fund into accounts abroad."),
    ("CA104", "Pastor Neil Vaughn abused boys in his choir for years. The parish has a new pastor now."),
    ("CA104", "The chemist Lidia Fonseca faked the results of forty trials."),
    ("CA104", "Brandt Logistics dumped toxic waste in the river for a decade."),
    ("CA104", "The accountant Paul Imrie forged signatures on the loans and pocketed the money."),
    ("CA104", "Governor Hale broke campaign finance law when he paid his staff from the charity."),
    ("CA104", "In 2019, Marcus Oldfield scammed hundreds of pensioners out of their savings."),
    ("CA104", "General Sabo ordered the massacre of the villagers."),
    ("CA302", "The bridge will stay closed until the spring, he said."),
    ("CA302", "He said the mill would close before Christmas. Forty jobs will go."),
    ("CA302", '"We were never told about the leak," she said. The plant makes glue for shoes.'),
    ("CA302", "The plant will cut its output by half, the newspaper reported. It opened in the seventies."),
    ("CA302", "According to the newspaper, the plant will cut its output by half."),
    ("CA302", "The network said the show would end in June."),
    ("CA302", "The harvest failed twice in the valley. It was the worst in years, he told reporters."),
    ("CA302", "The company expects to hire again next year, she added."),
    ("CA302", "The magazine wrote that the treaty was dead. Talks had begun in March."),
    ("CA302", "The road floods each autumn. He blamed the drains, which were built in the fifties."),
    ("CA302", 'The school lost its roof in the storm. "It sounded like a train," he recalled.'),
]


QUIET = [
    (
        "CA102",
        'The council closed the library on Friday, and Ana Ruiz, a retired teacher, was angry. "They have taken the one warm room that we had left in this town."',
    ),
    ("CA102", 'Ana Ruiz shook her head. "We have waited eleven years for a single answer from them."'),
    ("CA102", 'The sign over the door reads: "We have waited eleven years for a single answer."'),
    (
        "CA102",
        '"We have waited eleven years for a single answer from them," said Ana Ruiz. "They have never so much as written to us."',
    ),
    (
        "CA102",
        'The prime minister spoke for an hour. "We have waited eleven years for a single answer from them." She then left the stage.',
    ),
    ("CA102", 'A banner hung from the roof. "We will not be moved from our homes." The police took it down.'),
    ("CA102", '"The Man Who Came in From the Cold Night" opens on Friday.'),
    ("CA102", 'The singer closed with the old refrain. "You can take the train but you can\'t take me." The hall sang along.'),
    ("CA102", 'The nurse wiped her eyes. "I gave them thirty years and they gave me an envelope."'),
    ("CA102", '"It is the worst law that this house has passed." That was the verdict of Ana Ruiz, who sat through the night.'),
    ("CA102", 'Asked why, he shrugged. "I never liked the man and he never liked me."'),
    ("CA104", "Marcus Oldfield defrauded his clients for a decade, prosecutors said."),
    ("CA104", "Marcus Oldfield is accused by prosecutors of defrauding his clients."),
    ("CA104", "A jury found that Marcus Oldfield defrauded his clients for a decade."),
    ("CA104", "Marcus Oldfield, who was convicted in 2011, defrauded his clients for a decade."),
    ("CA104", "In the film, Marcus Oldfield murders his partner and steals millions."),
    ("CA104", "Nero murdered his mother in AD 59."),
    ("CA104", "Barcelona robbed Madrid of the title in the last minute."),
    ("CA104", "Ana Ruiz stole the show on Friday."),
    ("CA104", "Marcus Oldfield lied down after lunch."),
    ("CA104", "The police are looking into whether Brandt Logistics dumped waste in the river."),
    ("CA104", "The Rovers cheated death with a late goal."),
    ("CA104", "Critics said Governor Hale broke the law."),
    ("CA104", "Thieves stole millions from the museum overnight."),
    ("CA302", "Ana Ruiz runs the bridge. It will stay closed until the spring, she said."),
    ("CA302", "A farmer in the valley lost two harvests. It was the worst in years, he told reporters."),
    ("CA302", '"We were never told about the leak," she said. Ana Ruiz, a chemist, left the plant in May.'),
    ("CA302", "The Boston Globe wrote about the plant. It will cut its output by half, the newspaper reported."),
    ("CA302", "When he said it was over, Paul Vance had tears in his eyes."),
    ("CA302", "The mayor was not at the meeting. He said on the phone that the mill would close."),
    ("CA302", "Her husband never came home. He said he would be late."),
    ("CA302", "Vance won by a point. He said that it was luck."),
    ("CA302", "The prime minister flew home on Tuesday. She said talks would go on."),
    ("CA302", "The newspaper industry said that paper costs too much."),
    ("CA302", "A local newspaper in Grelling had a story on the plant. It will cut its output by half, the newspaper reported."),
]


@pytest.mark.parametrize(("code", "text"), [pytest.param(*row, id=f"{row[0]}-{number}") for number, row in enumerate(FIRES)])
def test_a_draft_is_told(code, text):
    """Each of these leaves out who says so, and the rule tells."""
    assert code in {finding.code for finding in audit(text).findings}


@pytest.mark.parametrize(("code", "text"), [pytest.param(*row, id=f"{row[0]}-{number}") for number, row in enumerate(QUIET)])
def test_a_near_miss_is_quiet(code, text):
    """Each of these looks like it and gives somebody, or accuses nobody."""
    assert code not in {finding.code for finding in audit(text).findings}
