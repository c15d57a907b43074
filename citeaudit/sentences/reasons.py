"""Why a sentence ends at a stop, or why it does not: the names that the evidence gives."""

from __future__ import annotations

from enum import Enum


class Reason(Enum):
    """One decision about one candidate end: whether the sentence ends, and why in words for a person."""

    CAPITAL = (True, "a stop, and a capital letter or number follows")
    QUESTION = (True, "a question or exclamation mark")
    MARK_OPENS = (True, "a stop, and a bullet, dash or other mark opens what follows")
    LOWER_NAME = (True, "a stop, and a name that is written with a small first letter follows")
    LOWER_OPENS = (True, "a stop after an ordinary word; the text is careless about capitals")
    STARTER = (True, "the abbreviation may end a sentence, and a word follows that opens sentences")
    ABBREVIATION_ENDS = (True, "the abbreviation is not followed by what it needs")
    ELLIPSIS_ENDS = (True, "an ellipsis, and a capital letter follows")
    LETTER_ENDS = (True, "a single letter that is no initial")
    GLUED = (True, "a stop between two words that should stand apart")
    FULL_WIDTH = (True, "a full-width stop")
    UNMARKED = (True, "no stop, but what follows stands by itself: a list item, a picture's credit, a date, a rule")

    LOWER_CASE = (False, "a small letter follows")
    ABBREVIATION = (False, "the full stop belongs to an abbreviation")
    INITIAL = (False, "the full stop belongs to an initial")
    INITIALS_GO_ON = (False, "initials, and what follows does not open a sentence")
    NUMBER_GOES_ON = (False, "the abbreviation stands before its number")
    TIME_GOES_ON = (False, "a time of day, and its zone or day follows, or it opens the sentence")
    ENUMERATOR = (False, "the number, letter or label of an item")
    ATTRIBUTED = (False, "who says it follows the quotation")
    CITATION = (False, "the source of the quotation follows in brackets")
    INSIDE_WORD = (False, "a stop inside a word, a number or an address")
    NAME_WITH_MARK = (False, "the mark belongs to a name")
    MENTIONED = (False, "the mark stands in words that the sentence quotes, and it goes on")
    OMISSION = (False, "an ellipsis inside a sentence")
    PUNCTUATION_FOLLOWS = (False, "punctuation follows that goes on")

    def __init__(self, is_end: bool, words: str) -> None:  # noqa: FBT001  each member spells both
        self.is_end = is_end
        self.words = words
