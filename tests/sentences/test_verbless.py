"""Sentences that have no verb assert nothing, and those that may have one keep it."""

from __future__ import annotations

import textwrap

import pytest

from citeaudit import Config, audit
from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.sentences.verbless import has_room_for_verb
from citeaudit.words.forms import clusters

ANYTHING = Config(check_language=False)
BEFORE = "The weir gave way on Tuesday night, and the lower town was under water by the time the sirens were heard.\n\n"
AFTER = "\n\nThe pumps are to run until the end of the week, and the school will stay closed for as long."
OPENING = "The council had promised a new wall by May."
ROLES = read_table(shipped_table("citeaudit.words", "roles.tsv"), ("form", "role", "example"))


def lines(text):
    """Return the lines of a table in a test."""
    return [line for line in textwrap.dedent(text).strip().splitlines() if line]


def kinds_of(paragraph):
    """Return the kinds of the sentences of a *paragraph* in the midst of a story."""
    report = audit(BEFORE + paragraph + AFTER, config=ANYTHING)
    return [s.kind.value for s in report.sentences if len(BEFORE) <= s.span.start < len(BEFORE) + len(paragraph)]


@pytest.mark.parametrize(
    "sentence",
    lines("""
        Not so fast.
        No wonder.
        Wow!
        Alas.
        Maybe.
        Very late, too.
        A disaster, in short.
        And then the bill.
        But not for the miller.
        Especially when drunk.
        How generous!
        No such luck.
        So much for the old wall.
        Lots and lots of mud.
        Another quiet day on the river.
        Thanks.
        Protests in Esk, and panic.
    """),
)
def test_exclamations_and_words_without_a_verb_are_fragments(sentence):
    """A short sentence without a verb, behind others or by itself, asserts nothing."""
    assert kinds_of(f"{OPENING} {sentence}") == ["statement", "fragment"]
    assert kinds_of(sentence) in (["fragment"], ["heading"])


@pytest.mark.parametrize(
    "caption",
    lines("""
        Marchers on the old bridge in Esk.
        Ana Hale at the gate of the mill in 2019.
        The lower town from the hill on Tuesday morning.
        Volunteers filling bags of sand behind the school.
        A boat in the market square of Tarn after the flood.
        Roasts and toasts at the end of the year.
        Firefighters with a rescued dog outside the church.
    """),
)
def test_captions_with_a_stop_and_without_a_verb_are_fragments(caption):
    """What a picture shows, told without a verb, is a caption."""
    assert kinds_of(caption) == ["fragment"]


@pytest.mark.parametrize(
    "sentence",
    lines("""
        Marchers cross the old bridge in Esk.
        Residents of the lower town fear the river.
        The water rose.
        The old wall cost a fortune.
        Those prices hurt.
        Go home.
        Beware of the dog.
        Or consider the wall.
        All this takes time.
        The pressure to drop out rose quickly.
        Farmers like the plan.
        Tarn's out of danger.
        Lowe's reports losses.
        We'd love a wall.
        More on the hill than in the town fear the river.
        Five dead.
        Half a million.
        Up 12 points on the day.
        Rates of about 3%.
        People on the hill shout.
        Ana Hale and Jon Park walk home.
        These people LOVED Hale.
        No one cares.
        Tarn host Esk on Saturday.
        'Twas ever so.
        Half a million dollars.
    """),
)
def test_sentences_with_a_verb_or_a_figure_are_statements(sentence):
    """What may be a verb is one, and a figure is stated with a verb or without."""
    assert kinds_of(f"{OPENING} {sentence}") == ["statement", "statement"]


@pytest.mark.parametrize(
    ("paragraph", "kinds"),
    [
        ("“The wall is gone. Not good. Very sad. We left,” Hale said.", {"statement"}),
        ("“Not so fast,” Hale said.", {"statement"}),
        ("‘The wall is gone. Not good. Very sad. We left,’ Hale said.", {"statement"}),
        ("'The wall is gone. Not good. We don't stay,' Hale said.", {"statement"}),
        ("And the price? A fortune.", {"question", "statement"}),
        ("Did anybody know? No.", {"question", "statement"}),
        ("ANA HALE: It was late. Very late.\n\nJON PARK: Too late. Sadly.", {"statement"}),
        ("A fine wall, according to Hale.", {"statement"}),
    ],
)
def test_words_that_are_somebodys_or_answer_are_statements(paragraph, kinds):
    """A quotation, a turn and an answer assert without a verb."""
    assert set(kinds_of(paragraph)) == kinds


def test_a_figure_by_itself_is_stated_and_in_a_caption_shown():
    """A number is what there is to audit, unless it counts what a picture shows."""
    assert kinds_of("Five dead.") == ["statement"]
    assert kinds_of("Two boats at the old mill in Tarn.") == ["fragment"]


def test_a_remark_parts_what_a_caption_does_not():
    """A quotation goes on under a caption, but not under a remark of the article's own."""
    quoted = "“The wall is gone,” Ana Hale told the Guardian.\n\n{}\n\n“We had no choice.”"
    caption, remark = (audit(quoted.format(line), config=ANYTHING) for line in ("Ana Hale at the mill in Tarn.", "Not so fast."))

    assert caption.claims[-1].status == "outlet"
    assert remark.claims[-1].status != "outlet"


@pytest.mark.parametrize("heading", ["1. Rising costs.", "2. Cold Weather.", "b. Rights of way."])
def test_a_number_and_a_noun_before_sentences_head_them(heading):
    """A heading that stands in the line of its paragraph bears a number."""
    assert kinds_of(f"{heading} {OPENING}") == ["heading", "statement"]


@pytest.mark.parametrize("sentence", ["1. Keep the old wall.", "2. Pumps fail.", "3. The water rose."])
def test_a_number_before_a_verb_heads_nothing(sentence):
    """A numbered sentence with a verb states something, or tells the reader to do it."""
    assert kinds_of(f"{sentence} {OPENING}") == ["statement", "statement"]


@pytest.mark.parametrize(
    "piece", ["With pic http://bit.example/2dawK6U", "www.tarn.example", "The new plans www.tarn.example/weir"]
)
def test_a_link_behind_sentences_is_a_fragment(piece):
    """A link that a page leaves behind the last stop of a paragraph asserts nothing."""
    assert kinds_of(f"{OPENING} {piece}") == ["statement", "fragment"]


@pytest.mark.parametrize(
    "piece",
    [
        "The pumps failed http://bit.example/2dawK6U",
        "Nobody in the lower town sleeps",
        "$18.14 a ticket",
        "The town fears the river",
    ],
)
def test_a_piece_with_a_verb_or_a_figure_is_a_statement(piece):
    """A statement whose stop is missing stays one."""
    assert kinds_of(f"{OPENING} {piece}") == ["statement", "statement"]


STORY = "The council met on Monday and voted for a new wall, which the port had asked for since May."


def kinds_of_lines(first, second):
    """Return the kinds of two lines, each above a paragraph of the story."""
    report = audit(f"{BEFORE}{first}\n\n{STORY}\n\n{second}\n\n{STORY}", config=ANYTHING)
    return [s.kind.value for s in report.sentences][-4::2]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Rising costs.", "Settlement issue."),
        ("Federal role in housing policy.", "Standards and testing."),
        ("New strategies.", "Turmoil on the way."),
        ("Safety first.", "The price of safety."),
    ],
)
def test_several_nouns_with_a_stop_above_their_paragraphs_are_headings(first, second):
    """A paper that ends its headings in a stop does so more than once."""
    assert kinds_of_lines(first, second) == ["heading", "heading"]


@pytest.mark.parametrize(
    ("first", "second"),
    [("Not so fast.", "Rising costs."), ("Sadly.", "Very sad."), ("Wow!", "How generous!"), ("Ana Hale.", "Ines Marlow.")],
)
def test_remarks_and_names_above_paragraphs_are_fragments(first, second):
    """An adverb, an exclamation and a name head nothing, and one noun alone may be a remark."""
    assert kinds_of_lines(first, second) == ["fragment", "fragment"]


@pytest.mark.parametrize(("form", "role", "example"), ROLES)
def test_roles_of_words(form, role, example):
    """The example is used like the words of its cluster, ends so, or is the word itself."""
    assert form in {example, clusters().get(example, ("", ""))[1]} or (role == "ending" and example.endswith(form[1:]))
    assert has_room_for_verb(f"Residents {example} here.") or role != "verb"


def test_roles_are_sorted():
    """Order keeps differences small."""
    assert list(ROLES) == sorted(ROLES)
