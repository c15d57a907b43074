"""What a line introduces, and what a credit behind the words gives to whom, in bare text."""

from __future__ import annotations

import pytest
from audited import read

OUTLETS = [
    pytest.param("From Reuters:\n\nThe bridge is shut.", id="from"),
    pytest.param("Here is more from Reuters:\n\nThe bridge is shut.", id="more"),
    pytest.param("Here’s Reuters on the bridge:\n\nThe bridge is shut.", id="here is"),
    pytest.param("This is what Reuters says about it:\n\nThe bridge is shut.", id="what it says"),
    pytest.param("Reuters noted that:\n\nThe bridge is shut.", id="a verb"),
    pytest.param("According to Reuters,\n\nThe bridge is shut.", id="according to"),
    pytest.param("As written by Ana Ruiz for Reuters:\n\nThe bridge is shut.", id="written by somebody for it"),
    pytest.param("The following is from Reuters:\n\nThe bridge is shut.", id="the following"),
    pytest.param("An excerpt from Reuters:\n\nThe bridge is shut.", id="an excerpt"),
    pytest.param("Reuters has the details:\n\nThe bridge is shut.", id="it has more"),
    pytest.param("Quoting Reuters:\n\nThe bridge is shut.", id="a participle"),
    pytest.param("Reuters has this report from Rome:\n\nThe bridge is shut.", id="it has this report"),
    pytest.param("Reuters, citing two officials:\n\nThe bridge is shut.", id="whom it cites"),
    pytest.param("Reuters reports —\n\nThe bridge is shut.", id="a dash"),
    pytest.param("Reports Reuters:\n\nThe bridge is shut.", id="a verb in front"),
    pytest.param("From today’s Reuters:\n\nThe bridge is shut.", id="of which day"),
    pytest.param("Here is an excerpt from Reuters:\n\nThe bridge is shut.", id="an excerpt that is here"),
    pytest.param("The Reuters story begins:\n\nThe bridge is shut.", id="how a story begins"),
    pytest.param("Reuters’ lede:\n\nThe bridge is shut.", id="a part of it"),
    pytest.param("Reuters (emphasis mine):\n\nThe bridge is shut.", id="with marks of the article’s own"),
    pytest.param("Reuters elaborates:\n\nThe bridge is shut.", id="a rarer verb"),
    pytest.param("An email obtained by Reuters reads:\n\nThe bridge is shut.", id="what it got hold of"),
]


@pytest.mark.parametrize("text", OUTLETS)
def test_a_line_introduces_the_paragraph_under_it(text):
    """Line and paragraph rest on the outlet."""
    assert [(status, outlets) for status, outlets, _ in read(text)] == [("outlet", ("Reuters",))] * 2


def test_a_whole_text_goes_on_until_the_article_speaks():
    """Paragraphs follow each other as in the paper they are from; "we" ends them."""
    found = read("Here is more from Reuters:\n\nThe bridge is shut.\n\nThe ferry sails.\n\nWe will see how long you can wait.")

    assert [status for status, _, _ in found] == ["outlet", "outlet", "outlet", "unattributed"]


def test_a_text_from_elsewhere_brings_its_title_along():
    """A heading under the line that hands the text over does not end what is handed over."""
    found = read("As written by Ana Ruiz for Reuters:\n\nBridge shut in May\n\nThe bridge is shut.\n\nThe ferry sails.")

    assert [status for status, _, _ in found] == ["outlet", "outlet", "outlet"]


def test_a_line_may_end_with_who_speaks():
    """The relative clause of a journalist's name introduces too."""
    found = read("First to see it was CNN’s Tom Akers, who tweeted:\n\n“The bridge is shut. I am sad.”")

    assert [(status, outlets) for status, outlets, _ in found[1:]] == [("outlet", ("CNN",))] * 2


def test_what_is_said_inside_a_block_is_nested():
    """A speaker in the block stands before the outlet in the chain."""
    assert read("From Reuters:\n\nThe bridge is shut, Ana Ruiz said.")[-1] == ("outlet", ("Reuters",), ("Ana Ruiz",))


PEOPLE = [
    pytest.param("Ana Ruiz wrote:\n\n“The bridge is shut. I am sad.”\n\nThe ferry sails.", id="a verb"),
    pytest.param("Here is Ana Ruiz on the bridge:\n\n“The bridge is shut. I am sad.”\n\nThe ferry sails.", id="here is"),
    pytest.param(
        "Ana Ruiz for one is certain:\n\n“The bridge is shut. I am sad.”\n\nThe ferry sails.", id="whom a line is about"
    ),
    pytest.param(
        "On Monday, Ana Ruiz made the following announcement:\n\n“The bridge is shut. I am sad.”\n\nThe ferry sails.",
        id="an announcement",
    ),
    pytest.param(
        "Asked about it, Ana Ruiz had this to say on Monday:\n\n“The bridge is shut. I am sad.”\n\nThe ferry sails.",
        id="this to say",
    ),
    pytest.param(
        "Ana Ruiz gave us this answer:\n\n“The bridge is shut. I am sad.”\n\nThe ferry sails.",
        id="gave us",
    ),
]


@pytest.mark.parametrize("text", PEOPLE)
def test_a_quotation_belongs_to_whom_its_line_introduces(text):
    """It reaches to the end of its marks."""
    found = read(text)

    assert [sources for _, _, sources in found[1:]] == [("Ana Ruiz",), ("Ana Ruiz",), ()]


STATED = [
    pytest.param("Ana Ruiz confirmed this in a statement…\n\nThe bridge is shut.", id="a statement"),
    pytest.param("Ana Ruiz replied in a post...\n\nThe bridge is shut.", id="three stops"),
    pytest.param("Ana Ruiz wrote in her letter…\n\nThe bridge is shut.", id="a letter"),
]


@pytest.mark.parametrize("text", STATED)
def test_a_statement_may_follow_an_ellipsis(text):
    """Whoever says something "in a statement…" says what stands under the line."""
    assert read(text)[-1] == ("source", (), ("Ana Ruiz",))


READ_AS = [
    pytest.param("That is the aim of her announcement, which actually read as follows:", "her announcement", id="which read"),
    pytest.param("The crews found the letter, which began:", "the letter", id="which began"),
    pytest.param("The policy reads, in part:", "The policy", id="a policy"),
    pytest.param("The mayor nailed a notice that reads:", "", id="no paper that speaks"),
]


@pytest.mark.parametrize(("line", "source"), READ_AS)
def test_a_relative_clause_tells_what_a_paper_reads(line, source):
    """What stands under the line is the paper's."""
    assert read(f"{line}\n\nThe bridge is shut for good.")[-1][2] == ((source,) if source else ())


QUIET = [
    pytest.param("Ana Ruiz was glad of the statement…\n\nThe bridge will open in May.", id="a statement that nobody makes"),
    pytest.param("Ana Ruiz said no more…\n\nThe bridge will open in May.", id="an ellipsis that only trails off"),
    pytest.param("Ana Ruiz wrote a letter.\n\nThe bridge will open in May.", id="a full stop"),
    pytest.param("Here’s the pledge:\n\nThe bridge will open in May.", id="a thing is shown"),
    pytest.param("She works three jobs and writes for Reuters.\n\nThe bridge will open in May.", id="no colon"),
    pytest.param("Reuters has the crew of a large boat:\n\nThe bridge will open in May.", id="what it has is no story"),
    pytest.param("There is one more thing:\n\nThe bridge will open in May.", id="nobody"),
    pytest.param("Ana Ruiz said no. Ruiz tweeted:\n\nRuiz left the bridge in May.", id="the block speaks of its source"),
]


@pytest.mark.parametrize("text", QUIET)
def test_other_lines_introduce_nobody(text):
    """The paragraph under them is the article's own."""
    assert read(text)[-1][0] == "unattributed"


CREDITS = [
    pytest.param("The bridge was shut on Monday (Reuters).", ("outlet", ("Reuters",), ()), id="brackets in the sentence"),
    pytest.param("The bridge was shut on Monday, via Axios.", ("outlet", ("Axios",), ()), id="via"),
    pytest.param(
        "“The bridge is shut,” Ana Ruiz said, via Axios.", ("outlet", ("Axios",), ("Ana Ruiz",)), id="via, behind a speaker"
    ),
    pytest.param("We will shut the bridge.\n\n— Ana Ruiz (@anaruiz) May 29, 2025", ("source", (), ("Ana Ruiz",)), id="a post"),
    pytest.param(
        "We will shut the bridge.\n\n— Reuters (@Reuters) May 29, 2025", ("outlet", ("Reuters",), ()), id="an outlet's post"
    ),
    pytest.param(
        "“The bridge is shut for good.”\n\nSource: Reuters", ("outlet", ("Reuters",), ()), id="source under a quotation"
    ),
    pytest.param("The bridge is shut for good.\n\nSource: Reuters", ("unattributed", (), ()), id="source under prose"),
]


@pytest.mark.parametrize(("text", "expected"), CREDITS)
def test_a_credit_behind_the_words_tells_whose_they_are(text, expected):
    """It reaches the sentence, the post or the quotation before it, and no prose of the article's own."""
    assert read(text)[0] == expected


BARE = [
    pytest.param("Ana Ruiz told CNN that the bridge was old. “It had to go.”", id="in the paragraph"),
    pytest.param("Ana Ruiz told CNN that the bridge was old.\n\n“It had to go.”", id="in the next one"),
]


@pytest.mark.parametrize("text", BARE)
def test_a_bare_quotation_is_the_speakers_and_no_outlets(text):
    """Indirect speech at second hand goes on in the speaker's own words only."""
    assert read(text)[-1] == ("source", (), ("Ana Ruiz",))


def test_a_bare_quotation_far_from_any_speech_is_nobodys():
    """A sentence between them ends the speech."""
    assert (
        read("Ana Ruiz said that the bridge was old. The ferry sails at noon. “It had to go, all of it, and at once.”")[-1][2]
        == ()
    )


LABELS = [
    pytest.param("Hollis – “We were second best.”", ("Hollis",), id="a dash"),
    pytest.param("HOLLIS ON THE REF: “He was blind.”", ("Hollis",), id="what it is about"),
    pytest.param("Verdict – “Fine for the price.”", (), id="a word is no name"),
]


@pytest.mark.parametrize(("text", "sources"), LABELS)
def test_a_name_before_a_quotation_speaks(text, sources):
    """Without a verb, if it is a name."""
    assert read(text)[0][2] == sources


@pytest.mark.parametrize("line", ["The Guardian:", "From the Guardian:", "As told by the Guardian:"])
def test_a_name_that_is_a_word_too_heads_a_block(line):
    """Alone before a colon, or behind "from", a doubtful name is the outlet."""
    assert [outlets for _, outlets, _ in read(f"The ferry sails.\n\n{line}\n\nThe bridge is shut.")[1:]] == [
        ("The Guardian",)
    ] * 2


def test_a_quoted_block_ends_with_its_marks():
    """Where each line bears ">", what stands behind them is the article's own."""
    found = read("Reuters reports:\n\n> The bridge is shut.\n\n> It is old.\n\nThe ferry sails.")

    assert [status for status, _, _ in found] == ["outlet", "outlet", "outlet", "unattributed"]


def test_a_time_of_day_ends_a_block():
    """The next entry of a live blog is not the agency's."""
    found = read("Reuters has more on the bridge:\n\nThe bridge is shut.\n\n10:45\n\nThe ferry sails.")

    assert [status for status, _, _ in found] == ["outlet", "outlet", "unattributed"]


def test_a_line_that_ends_with_a_comma_introduces_a_quotation():
    """A sentence that is not over goes on in the quotation under it."""
    found = read("The old actor gave some advice for the day,\n\n“Get up and be kind. But get it done.”")

    assert [sources for _, _, sources in found] == [("The old actor",)] * 3
    assert read('"Name": "Ana Ruiz",\n\n"Age": 26,\n\nThe ferry sails.')[0][2] == ()


def test_this_is_nobodys():
    """The "his" of "this" is no pronoun."""
    assert read("This tweet was funny:\n\n“You are a liar, and we all know it by now.”")[0][0] == "unattributed"


ITEMS = [
    pytest.param("• Ferry fares will rise in May — Reuters", id="a dash"),
    pytest.param("• Two men were hurt on Friday (via Reuters)", id="brackets"),
    pytest.param("• The fares will rise in May. (h/t Reuters)", id="a hat tip behind the stop"),
]


@pytest.mark.parametrize("item", ITEMS)
def test_an_item_without_a_full_stop_rests_on_its_credit(item):
    """A bullet that asserts something is a statement, and the name behind it says whose."""
    assert [outlets for _, outlets, _ in read(f"The news:\n\n{item}\n\n• A new pier")] == [(), ("Reuters",)]


EXTRACTS = "The bridge is shut for good.\n\nNobody knows why it fell.\n\n"
ROUND_UPS = [
    pytest.param(f"{EXTRACTS}[ Reuters ]\n\nThe ferry sails again.\n\n[ The Verge ]", id="brackets"),
    pytest.param(f"{EXTRACTS}— Reuters\n\nThe ferry sails again.\n\n— The Verge", id="dashes"),
    pytest.param(
        "The bridge is shut for good. Nobody knows why it fell. – Reuters\n\nThe ferry sails again. – CNET", id="at the end"
    ),
]


@pytest.mark.parametrize("text", ROUND_UPS)
def test_a_round_up_gives_each_extract_to_who_closes_it(text):
    """Several extracts, each with its credit, are nobody's own prose; a credit reaches back to the one before."""
    found = [outlets for _, outlets, _ in read(text)]

    assert found[:2] == [("Reuters",)] * 2
    assert found[2] in {("The Verge",), ("CNET",)}


ONE_CREDIT = [
    pytest.param(f"{EXTRACTS}[ Reuters ]", id="one in brackets is a credit for the whole"),
    pytest.param(f"{EXTRACTS}— Reuters", id="one behind a dash"),
    pytest.param(f"{EXTRACTS}(Reuters)\n\nThe ferry sails again.\n\n(CNN)", id="round brackets are of pictures"),
]


@pytest.mark.parametrize("text", ONE_CREDIT)
def test_a_credit_under_the_articles_own_prose_reaches_nothing(text):
    """It tells who supplied the story, or a picture."""
    assert {status for status, _, _ in read(text)} == {"unattributed"}


def test_a_heading_and_a_lead_in_end_an_extract():
    """What announces the round-up is the article's own."""
    text = "The bridge fell in May.\n\nHere is more on it:\n\nIt is shut for good.\n\n[ Reuters ]\n\nThe ferry sails again.\n\n[ CNN ]"

    assert [outlets for _, outlets, _ in read(text)] == [(), (), ("Reuters",), ("CNN",)]


def test_what_was_left_out_of_a_block_and_quotations_that_go_on_do_not_end_it():
    """A block is not cut off since "…" stands between its paragraphs, or somebody speaks over several."""
    paragraphs = [
        "The bridge is shut.",
        "…",
        *["The ferry sails."] * 5,
        "Ruiz said: “It fell.",
        "“It fell in May.”",
        "It rained.",
    ]
    found = read("Reuters reports:\n\n" + "\n\n".join(paragraphs))

    assert [outlets for _, outlets, _ in found] == [("Reuters",)] * len(found)
