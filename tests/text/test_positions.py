"""Offsets to lines and columns, as people and editors count them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeaudit.text.alignment import Alignment
from citeaudit.text.positions import Positions

TEXT = "one\r\ntwo 😀 three\nfour\rfive"


@pytest.mark.parametrize(
    ("words", "position", "utf16"),
    [
        ("one", (1, 1), (0, 0)),
        ("two", (2, 1), (1, 0)),
        ("three", (2, 7), (1, 7)),
        ("four", (3, 1), (2, 0)),
        ("five", (4, 1), (3, 0)),
    ],
)
def test_positions(words, position, utf16):
    """People count from 1 in code points, the language server protocol from 0 in UTF-16 units."""
    positions = Positions(TEXT)

    assert positions.of(TEXT.index(words)) == position
    assert positions.utf16_of(TEXT.index(words)) == utf16


def test_lines():
    """A line comes without its end, whichever end it has."""
    positions = Positions(TEXT)

    assert [positions.line(number) for number in range(1, 5)] == ["one", "two 😀 three", "four", "five"]


@given(st.text(alphabet="ab \n\r😀", max_size=40), st.data())
def test_columns_lead_back_to_the_offset(text, data):
    """A position names its offset: the line's start and the column give it back."""
    offset = data.draw(st.integers(0, len(text)))
    line, column = Positions(text).of(offset)
    ends = [
        end for end in range(1, len(text) + 1) if text[end - 1] == "\n" or (text[end - 1] == "\r" and text[end : end + 1] != "\n")
    ]

    assert [0, *ends][line - 1] + column - 1 == offset


@pytest.mark.parametrize(
    ("raw", "text", "words", "before"),
    [
        pytest.param(
            "<p>The <b>mayor</b> left.</p>\n<p>The &amp; council met.</p>",
            "The mayor left.\nThe & council met.",
            "council",
            "&amp; ",
            id="html",
        ),
        pytest.param(
            "# Title\n\nThe *mayor* left [town](http://x.org/town).", "The mayor left town.", "town", "[", id="markdown"
        ),
        pytest.param(
            "<nav>The mayor left</nav><p>And so the mayor left town.</p>",
            "And so the mayor left town.",
            "left",
            "so the mayor ",
            id="dropped parts",
        ),
    ],
)
def test_words_are_found_again(raw, text, words, before):
    """The words of an extracted text are found where they stand in the file."""
    assert Alignment(raw, text).raw_of(text.index(words)) == raw.index(before + words) + len(before)


def test_a_text_that_shares_no_words_has_no_place():
    """Nothing is guessed where nothing matches."""
    assert Alignment("abc", "xyz").raw_of(1) is None
    assert Alignment("", "").text_after(0) is None
