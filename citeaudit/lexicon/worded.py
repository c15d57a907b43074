"""Patterns that ask for words by what they do, as the rows of constructions do: "@tell" in an expression is any form of the class "tell".

So a pattern says which kind of word stands where, and the words themselves stand in ``words.tsv`` alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from citeaudit.lexicon.alternations import longest_of
from citeaudit.lexicon.classes import forms_of
from citeaudit.patterns import pattern_of

if TYPE_CHECKING:
    import regex

CLASS = re.compile(r"@([a-z_]{2,}(?:\.(?:ing|ed))?)")


def worded(expression: str, flags: int = 0) -> regex.Pattern[str]:
    """
    Return the pattern of *expression*, in which "@" and a class stand for any form of that class, the longest that fits.

    The table of words is asked when the pattern is first asked anything, like all else that is wrong with it.
    """
    return pattern_of(expression, flags, _spelled_out)


def _spelled_out(expression: str) -> str:
    """Return *expression* with the forms of its classes."""
    return CLASS.sub(lambda match: _forms(match[1]), expression)


def _forms(name: str) -> str:
    forms = forms_of(name)
    if not forms:
        message = f"@{name} in a pattern: lexicon/data/words.tsv has no word of that class; add one, or correct the name"
        raise ValueError(message)
    return longest_of(forms)
