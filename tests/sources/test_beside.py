"""Who speaks beside whom: second sources, second clauses, those of a group, and who is named only further on."""

from __future__ import annotations

import pytest

from citeaudit import Config, audit

CONFIG = Config(check_language=False)


def names(text, number=0):
    """Return the sources of claim *number* of *text*, in any order."""
    return set(audit(text, config=CONFIG).claims[number].sources)


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Politico reported that many of his friends as well as other keepers believe that it was late.", {"many of his friends", "other keepers"}),
        ("The keepers of the wall, along with several pilots, say it was late.", {"The keepers of the wall", "several pilots"}),
        ("Roe as well as Ruiz told reporters that it was late.", {"Roe", "Ruiz"}),
        ("Several pilots, including Ana Ruiz and Tom Lee, have criticised the mayor for raising the fee.", {"Several pilots", "Ana Ruiz", "Tom Lee"}),
        ("Some senators, including Senator Ana Ruiz of Tarn, say that it was late.", {"Some senators", "Ana Ruiz"}),
        ("The executives of nine firms, including Astra and Beta Foods, said that it was late.", {"The executives of nine firms"}),
        ("Johnson and Johnson said it was late.", {"Johnson"}),
        ("Several groups said that the plan, including the wall, was late.", {"Several groups"}),
    ],
)  # fmt: skip
def test_who_speaks_beside_another_is_a_source(text, sources):
    """Both sides of "as well as" speak, and the people whom "including" names out of a group; firms whose people speak do not."""
    assert names(text) == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Roe said that the wall was late, but Lind called it a lie.", {"Roe", "Lind"}),
        ("Tarn has said that it is part of its plan, while Calder has called it a rehearsal for war.", {"Tarn", "Calder"}),
        ("Roe said the wall was late; Lind denied it.", {"Roe", "Lind"}),
        ("Eva Roe said the plan would fail, to which Tom Lee replied, “That is no news.”", {"Eva Roe", "Tom Lee"}),
        ("Roe said that it was late, but the wall has stood.", {"Roe"}),
        ("Roe said that it was late, but Lind wants to build it.", {"Roe"}),
        ("Roe said that it was late, but added that he was glad.", {"Roe"}),
    ],
)
def test_a_clause_beside_has_its_own_voice(text, sources):
    """What a second clause of a sentence tells is heard as if it stood alone; a wish or a fact in it is nobody's."""
    assert names(text) == sources


def test_who_is_only_called_so_says_nothing():
    """“Another called “The Lane” has members” has a participle, and no verb of speech."""
    assert "another" not in names("A group called “Us” said it has ten members, while another called “The Lane” has 90 members.")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Tom Lee left. Eva Roe said Lee was late, to which the mogul replied, “That is no news.”", "Tom Lee"),
        ("Eva Roe said that it was late, to which the mogul replied, “That is no news.”", "the mogul"),
    ],
)
def test_who_answers_is_another(text, source):
    """Behind "to which" speaks whom the sentence names beside the first speaker, or somebody unknown."""
    assert source in names(text, -1)


LATER = "“Nobody came,” the {noun}, Ana Ruiz, said in an e-mail."


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The lawyer for the port and the union said that it was late. " + LATER.format(noun="lawyer"), "Ana Ruiz"),
        ("The wall is old, the council’s senior pilot said on Friday. The pilot, Ana Ruiz, said it would fall.", "Ana Ruiz"),
        ("The port’s chief engineer said that it was late. The engineer, Ana Ruiz, left.", "Ana Ruiz"),
        ("The port’s chief pilot said that it was late. Another pilot left. The pilot, Ana Ruiz, said so.", "The port’s chief pilot"),
        ("The port’s chief pilot said that it was late. The engineer, Ana Ruiz, said so.", "The port’s chief pilot"),
        ("A senior pilot said that it was late. The pilot, Ana Ruiz, left.", "A senior pilot"),
    ],
)  # fmt: skip
def test_who_is_named_further_on(text, source):
    """A description means whom "the lawyer, Ana Ruiz," names next; not where another of the kind comes between, nor one left unnamed."""
    assert names(text) == {source}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "At least one keeper who had close ties with Roe told Reuters that it was late.",
            "one keeper who had close ties with Roe",
        ),
        ("The keepers who met Roe said that it was late.", "The keepers who met Roe"),
        ("Three clerks who voted for Lind said that it was late.", "Three clerks who voted for Lind"),
        ("The plan which Roe said was late failed.", "Roe"),
        ("On Monday Roe said that it was late.", "Roe"),
        ("It was late when Ruiz said that she was ill.", "Ruiz"),
    ],
)
def test_a_name_in_a_relative_clause_is_no_speaker(text, source):
    """Who is told of with "who" speaks, and not whoever ends that clause."""
    assert names(text) == {source}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“It is late,” said Eva Roe, a candidate in Tarn’s Ninth Ward, who said that people were angry.", "Eva Roe"),
        ("Bashar al-Hadi said it was late.", "Bashar al-Hadi"),
        ("The mayor, Sharif el-Hadi, a builder born in Tarn, has said that it was late.", "Sharif el-Hadi"),
        ("“It is late,” Rivers and Ports Committee Chairman Ana Ruiz said on Monday.", "Ana Ruiz"),
        ("NASA Administrator Ana Ruiz said that it was late.", "Ana Ruiz"),
        ("Senate President Pro Tem Ana Ruiz said that it was late.", "Ana Ruiz"),
        ("At least one senator, Tarn’s Ana Ruiz, said that it was late.", "Ana Ruiz"),
        ("The Rivers and Ports Committee said on Monday that it was late.", "Rivers and Ports Committee"),
        ("Calder Depot said that it was late.", "Calder Depot"),
        ("Astra Steel said that it was late.", "Astra Steel"),
    ],
)
def test_a_name_is_whole(text, source):
    """An apposition, an office of a body, a particle or an owner before a name leaves the name whole; a body keeps its own."""
    assert source in names(text)


@pytest.mark.parametrize(
    "text", ["Pacing the stage, he vowed that it would be late.", "Raising the flag, she said it was late.", "Callying the loss bad, he said it was late."]
)  # fmt: skip
def test_a_participle_is_nobody(text):
    """What opens a sentence before "the" is no name that a pronoun could mean."""
    assert not {"Pacing", "Raising", "Callying"} & names(text)


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The latest Reuters/Ipsos poll shows that Roe leads.", {"Ipsos"}),
        ("A CNN/ORC poll found that Roe leads.", {"ORC"}),
        ("A poll by Reuters/Ipsos found that Roe leads.", {"Ipsos"}),
        ("A Washington Post-ABC News poll found that Roe leads.", set()),
        ("A Wall Street Journal poll found that Roe leads.", set()),
        ("Reuters reported that Roe leads.", set()),
    ],
)
def test_who_polls_with_an_outlet_is_a_source(text, sources):
    """A pollster beside an outlet is named beside it; the claim and its origin stay the outlet's."""
    (claim,) = audit(text, config=CONFIG).claims

    assert (set(claim.sources), claim.status, claim.origin) == (sources, "outlet", "outlet")


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The governor criticised the plan as too dear, Reuters reported.", {"The governor"}),
        ("According to messages obtained by CNN’s Ana Ruiz, the mayor met Roe in May.", {"messages"}),
        ("CNN’s Ana Ruiz reported that the mayor met Roe in May.", set()),
    ],
)
def test_an_outlet_hands_on(text, sources):
    """An outlet hands on whoever speaks in its report, and the paper that its journalist has."""
    assert names(text) == sources
