"""What goes on behind a report: over captions, through whoever passed it on, where a text breaks off, and by nouns that refer back."""

from __future__ import annotations

import pytest
from audited import read


def last(text):
    """Return status and outlets of the last claim of *text*."""
    status, outlets, _ = read(text)[-1]
    return status, outlets


SHOWS = [
    "“It was ours,” said Ana Ruiz in an interview on NBC’s “Today” show, according to Reuters. “We gave it away.”",
    '"It was ours," Ana Ruiz said on NBC\'s "Meet the Press" program, Reuters reported. "We gave it away."',
    "“It was ours,” Ana Ruiz told NBC’s “Today” show, according to Reuters.\n\n“We gave it away.”",
]


@pytest.mark.parametrize("text", SHOWS)
def test_a_channel_and_its_show_are_one_venue(text):
    """The speaker is heard before "NBC's “Today” show", and the quotation goes on behind it with the whole chain."""
    assert [(set(outlets), sources) for _, outlets, sources in read(text)] == [({"NBC News", "Reuters"}, ("Ana Ruiz",))] * 2


RESUMED = [
    pytest.param("“We had it in our hands,” Ana Ruiz said, Reuters reported. “We gave it away.”", id="trailing report"),
    pytest.param("“We had it in our hands,” Ana Ruiz said, Reuters reported.\n\n“We gave it away.”", id="next paragraph"),
    pytest.param("“We had it in our hands,” Ana Ruiz said, via Reuters.\n\n“We gave it away.”", id="via"),
    pytest.param(
        "“We had it in our hands,” Ana Ruiz told Reuters.\n\nAdvertisement\n\n“We gave it away.”", id="over an advertisement"
    ),
    pytest.param(
        "“We had it in our hands,” Ana Ruiz told Reuters.\n\nPhoto: Ida Lowe\n\n“We gave it away.”", id="over a photo credit"
    ),
    pytest.param(
        "“We had it in our hands,” Ana Ruiz told Reuters.\n\n• Ana Ruiz on the quay\n\n“We gave it away.”", id="over a caption"
    ),
]


@pytest.mark.parametrize("text", RESUMED)
def test_a_quotation_that_resumes_keeps_speaker_and_outlet(text):
    """Whoever passed on the first part passed on the second."""
    assert read(text)[-1] == ("outlet", ("Reuters",), ("Ana Ruiz",))


PARTED = [
    pytest.param(
        "“We had it in our hands,” Ana Ruiz told Reuters.\n\n10:45\n\n“We gave it all away, and so did they.”", id="a time of day"
    ),
    pytest.param(
        "“We had it in our hands,” Ana Ruiz told Reuters.\n\nAt the port\n\n“We gave it all away, and so did they.”",
        id="a heading",
    ),
    pytest.param(
        "“We had it in our hands,” Ana Ruiz said, Reuters reported.\n\n“We gave it away,” she said.", id="a new he said"
    ),
]


@pytest.mark.parametrize("text", PARTED)
def test_a_quotation_elsewhere_is_not_the_outlets(text):
    """A heading, an entry of a live blog and a new cue part what is said."""
    assert last(text)[1] == ()


CUT = [
    pytest.param(
        "“The noise must stop,” Ruiz said. “But it is also the wall. It has stood for a hundred years", id="the text breaks off"
    ),
    pytest.param(
        "Ruiz said she was tired. “I did not know where to turn. So I went to my mother.\n\nThe wall fell.", id="I go on"
    ),
    pytest.param(
        '"I am glad to say that Ana Roe will lead the port from May on," Ruiz wrote.\n\n"Ana has done a lot for the port and the quay, and for the town as well. She is it!"',
        id="a short last sentence",
    ),
]


@pytest.mark.parametrize("text", CUT)
def test_a_quotation_without_its_end_is_still_said(text):
    """All of it is the speaker's, up to the end of the paragraph."""
    assert {status for status, _, sources in read(text) if sources} == {"source"}
    assert all(sources for _, _, sources in read(text)[:2])


def test_a_mark_that_never_closes_spoils_one_sentence():
    """The article's own voice behind it stays its own."""
    assert (
        last("Ruiz was tired. “The wall is weak. The town has had three walls since 1900.\n\nThe board met.")[0] == "unattributed"
    )
    assert read("Ruiz was tired. “The wall is weak. It fell, the board said.\n\nThe board met.")[-1][0] == "unattributed"


REFERRING = [
    "Ana Ruiz told CNN that the wall was weak. In that interview, she said it would fall.",
    "Ana Ruiz told CNN that the wall was weak. In the same interview, she called the plan a gift to the rich.",
    "Ana Ruiz spoke to CNN on Monday. “It is weak,” she said in the interview.",
    "Ana Ruiz appeared on CNN on Monday and said it was weak. In the interview, she said it would fall.",
    "In an editorial on Friday, CNN called the plan a disgrace. The editorial said the board must go.",
    "Writing for CNN, Ana Ruiz said the wall was weak. In her column, she argued that it would fall.",
    "Ana Ruiz told CNN that the wall was weak. Speaking to the same channel, the mayor said it was not.",
    "CNN reported the leak. A clerk told the website that the wall was weak.",
    "CNN reported the leak. The website blamed the mayor for the flood.",
    "CNN reported the leak. The network also accused the mayor of lying.",
]


@pytest.mark.parametrize("text", REFERRING)
def test_what_refers_back_to_an_outlet_carries_it(text):
    """An interview that somebody gave, and a noun of the outlet's kind, are the outlet again."""
    assert last(text) == ("outlet", ("CNN",))


NOT_REFERRING = [
    "Ana Ruiz told CNN that the wall was weak. A clerk gave an interview in May. In the interview, he said it was late.",
    "Ana Ruiz told CNN that the wall was weak. In the interview with police, she said it was late.",
    "Ana Ruiz told CNN that the wall was weak. She said the job interview was hard.",
    "The board wrote a paper on the flood. The paper blamed the tides for the delay.",
]


@pytest.mark.parametrize("text", NOT_REFERRING)
def test_another_interview_and_another_paper_do_not(text):
    """A nearer interview, one with somebody else, and a paper that is no newspaper carry no outlet."""
    assert last(text)[1] == ()


ROUND_UP = [
    "Meanwhile, in the Guardian, Jane Roe says the plan is dead.",
    "Over in the Guardian, Jane Roe argues that the plan is a gift to the rich.",
    "Finally, the Guardian says the plan is dead.",
    "And the Guardian jokes that the ferry is slower than a swan.",
]


@pytest.mark.parametrize("text", ROUND_UP)
def test_a_round_up_of_papers_names_each_by_its_short_name(text):
    """Small words before the paper and a verb of joking do not hide it."""
    assert last(text) == ("outlet", ("The Guardian",))
