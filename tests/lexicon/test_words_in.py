"""The words of a stretch of text, one by one."""

import pytest

from citeaudit.lexicon.phrases import words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the mayor, who left: “yes” (or 2 of 3)", ["the", "mayor", "who", "left", "yes", "or", "2", "of", "3"]),
        ("well-kept snake_case\nlines\tof café m²", ["well", "kept", "snake_case", "lines", "of", "café", "m"]),
        ("i\u0307zmir + a=b", ["i\u0307zmir", "a", "b"]),
        ("“…”", []),
    ],
)
def test_each_word_is_a_run_of_letters_digits_and_low_lines(text, words):
    """Marks part words, whether the quick way or the pattern reads them; a mark on a letter belongs to it, a raised digit to none."""
    assert words_in(text) == words
