"""Who goes on speaking without being named again, and the outlet for which somebody writes on."""

from __future__ import annotations

import pytest
from audited import read

WRITES_ON = [
    pytest.param("Politico’s Jo Lane has the details. “No answer came,” she writes.", "Politico", id="has the details"),
    pytest.param(
        "Jo Lane, of the Daily Mail, went to the port. “No answer came,” he wrote.", "Daily Mail", id="of, behind a comma"
    ),
    pytest.param(
        "Jo Lane, a reporter for the Daily Mail, went to the port.\n\n“No answer came,” he wrote.", "Daily Mail", id="a reporter"
    ),
    pytest.param("CNN’s Jo Lane was on the quay.\n\nNo answer came, he reported.", "CNN", id="reported"),
]


@pytest.mark.parametrize(("text", "outlet"), WRITES_ON)
def test_who_writes_for_an_outlet_writes_on_for_it(text, outlet):
    """A pronoun that means its journalist keeps the outlet where they write or report."""
    status, outlets, _ = read(text)[-1]

    assert (status, outlets) == ("outlet", (outlet,))


FOR_THEMSELVES = [
    pytest.param("The Daily Mail’s Jo Lane was beaten by police.\n\n“I could not breathe,” he said.", id="speaks of himself"),
    pytest.param("Anna Ruiz, a former reporter for the Daily Mail, was fired. “It is over,” she wrote.", id="a former one"),
    pytest.param("Politico’s Tom Lane met Anna Ruiz, the captain. “They sent nobody,” she wrote.", id="another writes"),
    pytest.param("Anna Ruiz, of the Port Union, wrote to the board. “They sent nobody,” she wrote.", id="no outlet"),
]


@pytest.mark.parametrize("text", FOR_THEMSELVES)
def test_who_speaks_for_themselves_is_a_person(text):
    """Nobody's outlet is credited with it."""
    status, outlets, _ = read(text)[-1]

    assert (status, outlets) == ("source", ())


ADDING = [
    pytest.param("“We have no money,” Ana Ruiz said.\n\nAdding:\n\n“The town will die if it goes.”", id="a line"),
    pytest.param("“We have no money,” Ana Ruiz said. Adding: “The town will die if it goes.”", id="in the paragraph"),
    pytest.param("“We have no money,” Ana Ruiz said.\n\nAnd this:\n\n“The town will die if it goes.”", id="and this"),
]


@pytest.mark.parametrize("text", ADDING)
def test_a_line_without_a_subject_goes_on_with_who_spoke(text):
    """What follows it is the last speaker's."""
    assert read(text)[-1] == ("source", (), ("Ana Ruiz",))


def test_a_line_without_a_verb_keeps_the_outlet():
    """No new telling comes between, so speaker and outlet both reach over it."""
    found = read("“We have no money,” Ana Ruiz told the BBC.\n\nAnd this:\n\n“The town will die if it goes.”")

    assert found[-1] == ("outlet", ("BBC",), ("Ana Ruiz",))


NOBODY = [
    pytest.param("The council shut the port.\n\nAnd this:\n\n“The town will die if it goes.”", id="nobody spoke"),
    pytest.param("Ruiz said no. Noting that the port was old, the council shut it.", id="a participle with its subject"),
    pytest.param(
        "“The port is old and should be shut.”\n\n– Ana Ruiz, Leeds\n\n“The port feeds all of us.”", id="another letter"
    ),
]


@pytest.mark.parametrize("text", NOBODY)
def test_other_quotations_are_nobodys(text):
    """Neither a deed nor somebody else's signed letter goes on."""
    assert read(text)[-1][2] == ()


SPOKEN_OF_AGAIN = [
    pytest.param(
        "He gave several interviews, one of them on CNN. In that interview, Ana Ruiz said no.", "CNN", id="one of them on"
    ),
    pytest.param("There were two interviews last week with the BBC. In the interview, Ana Ruiz said no.", "BBC", id="with"),
    pytest.param(
        "The New York Times ran a story on the port. It said the port would close.", "The New York Times", id="it ran a story"
    ),
    pytest.param("Reuters published a report on Monday. It said the port would close.", "Reuters", id="it published one"),
]


@pytest.mark.parametrize(("text", "outlet"), SPOKEN_OF_AGAIN)
def test_what_an_outlet_has_printed_or_aired_is_spoken_of_again(text, outlet):
    """The interview, or the outlet as "it", is known by the sentence before."""
    assert read(text)[-1][1] == (outlet,)


SOMETHING_ELSE = [
    pytest.param("CNN has an office in Leeds. In the interview, Ana Ruiz said no.", id="no interview"),
    pytest.param("Politico sent questions to the ministry. It said there was no money.", id="whom an outlet asked"),
    pytest.param("The Times Square clock stopped. It said nine.", id="no outlet"),
]


@pytest.mark.parametrize("text", SOMETHING_ELSE)
def test_what_nobody_printed_is_no_outlets(text):
    """No outlet is guessed."""
    assert read(text)[-1][1] == ()


AMID = [
    pytest.param("“The mayor lied,” he continued, “and the town knows it.”", id="continued"),
    pytest.param("“The mayor lied,” he went on, “and the town knows it.”", id="went on"),
    pytest.param("“The mayor lied,” he began, “and the town knows it.”", id="began"),
]


@pytest.mark.parametrize("quotation", AMID)
def test_who_continues_amid_a_quotation_says_it(quotation):
    """The verb stands between the halves, behind words that were said to an outlet, and both are the speaker's."""
    assert read(f"“It’s a mistake,” Holt said on CNN on Monday.\n\n{quotation}")[-1] == ("source", (), ("Holt",))
