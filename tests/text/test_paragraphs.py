"""Paragraphs: a blank line ends one, a line break does unless it is a mere wrap."""

from __future__ import annotations

import textwrap

import pytest

from citeaudit.sentences.boundaries import find_boundaries
from citeaudit.text.paragraphs import split_paragraphs

STORY = (
    "The council shut the old bridge on Monday after a vote that took all night and left nobody happy. Its members gave no "
    "reason for it, and the mayor was not to be found.\n\nJon Hale, who lives beside the bridge, said that he had never seen "
    "such a vote. “It was late,” he said. “Mr. Park wanted to go home.”"
)


def paragraphs(text):
    """Return the words of the paragraphs of a text."""
    return [span.of(text) for span in split_paragraphs(text)]


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
def test_wrapped_lines_are_joined(width):
    """Text that is wrapped at a column has the sentences of the same text on long lines."""
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in STORY.split("\n\n"))
    expected = [sentence.span.of(STORY) for sentence in find_boundaries(STORY)]

    assert expected == [" ".join(sentence.span.of(wrapped).split()) for sentence in find_boundaries(wrapped)]


def test_lines_of_their_own_stay_in_wrapped_text():
    """A headline and a byline above wrapped text end where their lines end."""
    text = "Council shuts old bridge\nBy ANA RUIZ\n" + textwrap.fill("ROME — " + STORY.replace("\n\n", " "), 72)

    assert paragraphs(text)[:2] == ["Council shuts old bridge", "By ANA RUIZ"]
    assert len(paragraphs(text)) == 3


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("One.\nTwo.\nThree.", ["One.", "Two.", "Three."], "one paragraph a line"),
        ("One.\n\n\nTwo.", ["One.", "Two."], "blank lines"),
        ("One.\r\nTwo.\rThree.", ["One.", "Two.", "Three."], "other line ends"),
        ("One.\u2028Two.\u2029Three.\x0cFour.", ["One.", "Two.", "Three.", "Four."], "Unicode's line ends and a new page"),
        ("  One. \n\t Two.\u00a0", ["One.", "Two."], "blanks around"),
        ("Apples\nPears and plums\nKiwi", ["Apples", "Pears and plums", "Kiwi"], "short lines are no wrapped text"),
        ("flour\neggs\nmilk and butter\nsalt", ["flour", "eggs", "milk and butter", "salt"], "a list in small letters"),
        ("", [], "nothing"),
        (" \n \t\n", [], "blanks"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value and "\n" not in value else "",
)
def test_lines(text, expected, why):
    """Lines are paragraphs unless they are wraps."""
    assert why
    assert expected == paragraphs(text)


NAME = "The mayor had known of the crack since April, the engineer, Pavel\nHolm, told the court on Friday."


@pytest.mark.parametrize(
    ("text", "count", "why"),
    [
        (NAME, 1, "inside a name in an apposition"),
        (f"   {NAME}\n\nNobody acted.", 2, "with blanks before the line, and a blank line"),
        ("He told the court on Monday that he had\nNobody to ask for help.", 1, "behind a helping verb"),
        ("Engineers found it in April and told the mayor, said the Irish\nTimes on Monday.", 1, "inside a name with an article"),
        (
            "The dam broke on Monday after days of rain, the Wall Street\nJournal reported.",
            1,
            "inside a name of several words behind a comma",
        ),
        (
            "Ten dead after a fire in the Old Town\nMayor Hale said on Monday that it was put out.",
            2,
            "a headline, and a name of its own",
        ),
        ("“We waited at the gate all night long and then we\nNever saw them,” he said.", 1, "inside a quotation"),
        (
            '"We waited at the gate all night long and then we\nNever saw them," he said.',
            1,
            "inside a quotation with straight marks",
        ),
        (
            "The council shut the mill and the inn and the bakery in one week.\nHe said nobody had opened the gate, and that\nPavel Holm had the key.",
            2,
            "behind a word that ends no line, though the next would have fitted",
        ),
        ("Mayor quits over old bridge in Tarn\nPavel Holm told the court on Monday.", 2, "a headline and a name"),
        ("Old bridge to close in May, say Tarn\nMarta Lund, a farmer, will miss it.", 2, "a headline that ends in a name"),
        ("The council shut the mill, the inn, Tarn\nThe mayor left at noon.", 2, "an article opens a sentence"),
        ("“We waited at the gate for them all night\n“Nobody came,” he said.", 2, "a quotation that the next line opens again"),
    ],
    ids=lambda value: value if isinstance(value, str) and "\n" not in value else "",
)
def test_a_line_that_ends_inside_a_sentence(text, count, why):
    """Such a line goes on before a capital letter too; a headline does not."""
    assert why
    assert len(paragraphs(text)) == count
