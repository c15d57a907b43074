"""How far letters, statements and outlets' extracts go in bare text: what goes on with them, and what ends them."""

from __future__ import annotations

import pytest
from audited import outlets_of, read

from citeaudit import Article, Config, audit

START = "The ferry sank on Monday.\n\n"
EXTRACT = "The captain had radioed twice. No answer came."
FURTHER = "Divers will go down on Friday. They are from Leeds."
END = "\n\nThe town is quiet."

SPEAKS_OF_IT = [
    pytest.param("From the Daily Mail:", "The report goes on:", id="from, a report"),
    pytest.param("The Daily Mail has the story:", "The article continues:", id="has the story, an article"),
    pytest.param("Here is more from the Daily Mail:", "The story adds:", id="more from, a story"),
    pytest.param("From the Daily Mail:", "And then:", id="no subject"),
    pytest.param("As the Daily Mail reports:", "Later on:", id="a time alone"),
    pytest.param("The Daily Mail writes…", "The piece concludes:", id="a line that trails off"),
]


@pytest.mark.parametrize(("line", "further"), SPEAKS_OF_IT)
def test_a_line_that_speaks_of_an_extract_goes_on_with_it(line, further):
    """Both lines and both paragraphs are the outlet's, and the last one is the article's own."""
    found = outlets_of(f"{START}{line}\n\n{EXTRACT}\n\n{further}\n\nThe owners had been warned.{END}")

    assert found == [(), *[("Daily Mail",)] * 5, ()]


NOT_OF_IT = [
    pytest.param(
        f"{START}From the Daily Mail:\n\nA report by the council says it is old.\n\nThe report goes on:\n\nIt leaks.",
        id="a nearer report",
    ),
    pytest.param(f"{START}The council met.\n\nAnd then:\n\nThe ferry left.", id="nobody spoke"),
    pytest.param(
        f"{START}The Daily Mail reports:\n\n“No answer came.”\n\nThen:\n\nThe town is quiet.", id="a quotation, then prose"
    ),
    pytest.param(f"{START}The Daily Mail is cutting jobs…\n\n{EXTRACT}", id="an ellipsis behind a deed"),
]


@pytest.mark.parametrize("text", NOT_OF_IT)
def test_other_lines_go_on_with_nothing(text):
    """What stands under them is no outlet's."""
    assert outlets_of(text)[-1] == ()


CLOSED = [
    pytest.param(f"{EXTRACT}\n\n{FURTHER}\n\nRead the whole story here.", 4, id="where to read on"),
    pytest.param(f"{EXTRACT}\n\n{FURTHER}\n\nSource: Daily Mail", 4, id="a credit of the same outlet"),
    pytest.param(f"{EXTRACT}\n\n{FURTHER}\n\n[…]\n\nThe owners had been warned. They sent nobody.", 6, id="words left out"),
]


@pytest.mark.parametrize(("block", "count"), CLOSED)
def test_an_extract_runs_to_its_own_marks(block, count):
    """Where a mark tells where it ends, all before it is the outlet's."""
    assert outlets_of(f"{START}The Daily Mail reported:\n\n{block}{END}") == [(), *[("Daily Mail",)] * (count + 1), ()]


NOT_CLOSED = [
    pytest.param(f"{EXTRACT}\n\n{FURTHER}\n\nRead the full article here.", id="at the end of the page"),
    pytest.param(f"{EXTRACT}\n\n{FURTHER}\n\nSource: CNN{END}", id="a credit of another"),
    pytest.param(
        f"{EXTRACT}\n\n{FURTHER}\n\nThe Daily Mail said no more.\n\nSource: Daily Mail{END}", id="the article speaks of it before"
    ),
    pytest.param(f"{EXTRACT}\n\nWe should be angry. It is a shame.\n\nSource: Daily Mail{END}", id="the article's own voice"),
    pytest.param(f"{EXTRACT}\n\n{FURTHER}\n\nPort to close\n\nRead the full story here.{END}", id="a heading between"),
]


@pytest.mark.parametrize("block", NOT_CLOSED)
def test_other_marks_give_an_extract_nothing_more(block):
    """The paragraph behind the first one stays the article's own."""
    found = outlets_of(f"{START}The Daily Mail reported:\n\n{block}")

    assert found[:5] == [(), *[("Daily Mail",)] * 3, ()]


LETTERS = [
    pytest.param("Her full statement:", id="a statement"),
    pytest.param("In a letter to the board, Ruiz wrote:", id="behind the board"),
    pytest.param("The following letter was sent to parents on Tuesday by the head teacher, Ana Ruiz:", id="a passive"),
    pytest.param("Ana Ruiz wrote on her page:", id="a post"),
    pytest.param("In another email, Ruiz insisted that the quay is safe, pointing to its plan:", id="told in the line"),
]


@pytest.mark.parametrize("line", LETTERS)
def test_a_letter_does_not_end_in_its_midst(line):
    """A paragraph between two in which the writer says "I" is the writer's; one that tells of her is the article's."""
    found = read(
        f"Ana Ruiz will go.\n\n{line}\n\nI write to resign.\n\nThe harbour is old.\n\nI wish you well.\n\nShe took over in May."
    )

    assert [sources for _, _, sources in found] == [(), *[("Ana Ruiz",)] * 4, ()]


def test_a_page_may_say_we_and_a_letter_i():
    """What the page says of its readers ends no letter of somebody who says "I"."""
    found = read("We have read it all.\n\nAna Ruiz wrote:\n\nThe harbour is old.\n\nI wish you well.\n\nThe ferry sails.")

    assert [sources for _, _, sources in found] == [(), *[("Ana Ruiz",)] * 3, ()]


def test_what_a_writer_is_told_is_told_in_the_letter():
    """The sentence goes on with "we", whoever else says something in it."""
    found = read("The port defended it, claiming that it was poor:\n\nWe are sorry. If we are told by a court to pay, we will.")

    assert all("the port" in [source.casefold() for source in sources] for _, _, sources in found)


NO_LETTER = [
    pytest.param("Ana Ruiz wrote:\n\nI am sad.\n\nThe ferry sails.\n\nI think she is right.", id="the article's I speaks of her"),
    pytest.param(
        "Ana Ruiz wrote:\n\nI am sad.\n\nThe ferry sails.\n\nThe town is quiet.\n\nWe asked the mayor.", id="too far apart"
    ),
    pytest.param(
        "I was there.\n\nThe union wrote:\n\nWe are sad.\n\nThe ferry sails.\n\nWe went home.", id="the article says I before"
    ),
]


@pytest.mark.parametrize("text", NO_LETTER)
def test_the_articles_own_i_is_no_letter(text):
    """What stands behind the first paragraph is nobody's."""
    assert [status for status, _, _ in read(text)][-2:] == ["unattributed"] * 2


OWNERS = [
    pytest.param("Here is the union’s statement:", ("the union",), id="here is"),
    pytest.param("The company’s full statement:", ("The company",), id="a company"),
    pytest.param("This statement was released by the Port Union on Friday:", ("Port Union",), id="released by"),
    pytest.param("The bridge’s last post:", (), id="a thing has none"),
    pytest.param("The statement was put off by the Port Union:", (), id="put off"),
]


@pytest.mark.parametrize(("line", "sources"), OWNERS)
def test_a_line_may_tell_whose_statement_follows(line, sources):
    """Whoever can speak, and owns the statement or sent it, says what stands under the line."""
    assert read(f"{line}\n\nThe plant is dead. The board knew.{END}")[1][2] == sources


def test_a_name_behind_near_is_a_place():
    """The line is about the user, and the town lends its name to nobody."""
    found = read("One user who lives near Austin, Tex., posted this update:\n\n“I am sad to hear of it.”")

    assert all(sources != ("Austin",) for _, _, sources in found)


ADVERTS = [
    pytest.param(
        "Ana Ruiz told the BBC on Tuesday:\n\nAdvertisement\n\n“No answer came from the shore.”", "BBC", id="a quotation"
    ),
    pytest.param("The Daily Mail reports:\n\nStory continues below advertisement\n\nNo answer came.", "Daily Mail", id="prose"),
    pytest.param("From Politico:\n\nAdvertisement\n\nNo answer came.", "Politico", id="from"),
]


@pytest.mark.parametrize(("text", "outlet"), ADVERTS)
def test_an_advertisement_does_not_part_a_line_from_its_words(text, outlet):
    """Line and words are told together."""
    assert [outlets for _, outlets, _ in read(START + text)][1:] == [(outlet,)] * 2


PARTED = [
    pytest.param("From the Daily Mail:\n\nRead more at the Daily Mail.\n\nThe town is quiet.", id="a link"),
    pytest.param("The council met at nine:\n\nAdvertisement\n\nThe town is quiet.", id="nobody introduced"),
    pytest.param("The Daily Mail reports:\n\nPort to close in May\n\nAdvertisement\n\nThe town is quiet.", id="a heading"),
]


@pytest.mark.parametrize("text", PARTED)
def test_a_link_or_a_heading_parts_them(text):
    """What stands behind it is the article's own."""
    assert read(START + text)[-1][0] == "unattributed"


def test_items_of_two_sentences_are_one_list():
    """A list under a line goes on behind an item of more than one sentence."""
    found = outlets_of(f"As the Daily Mail reports:\n\n• {EXTRACT}\n\n• The owners had been warned.{END}")

    assert found == [*[("Daily Mail",)] * 4, ()]


LONG_LEADS = [
    pytest.param(
        "In a long piece on the owners of the ferry and their many houses in the far south, the Daily Mail writes: ",
        True,
        id="the verb before the colon",
    ),
    pytest.param(
        "In a long piece on the owners of the ferry, the Daily Mail says that two things about it are clear by now: ",
        False,
        id="words between",
    ),
    pytest.param("> Daily Mail: ", True, id="a line marked off"),
]


@pytest.mark.parametrize(("lead", "runs"), LONG_LEADS)
def test_a_long_lead_may_open_a_paragraph_of_an_outlets(lead, runs):
    """Where the verb stands before the colon, the rest of the paragraph is the outlet's."""
    assert outlets_of(f"{START}{lead}{EXTRACT}{END}")[2] == (("Daily Mail",) if runs else ())


def test_who_speaks_as_we_under_a_colon_speaks_on():
    """Whom they say to have asked something does not end what they say."""
    text = "The firm told Reuters, saying that it was right:\n\nWe keep the data safe. And if we’re asked by a court to hand it over, then we ask for time."
    claims = audit(Article(text), config=Config(check_language=False)).claims

    assert all("Reuters" in claim.outlets for claim in claims)
