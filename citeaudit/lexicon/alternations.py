"""Many words as one pattern: words go in, a regular expression that matches any of them comes out.

Why by first letter: an engine tries the alternatives one after the other, so a hundred verbs cost a hundred looks at every
blank; grouped, they cost one look for the letter and one for each verb that begins with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of *words*; where one begins another, what follows the pattern must tell which."""
    ordered = sorted(set(words))
    groups = ((letter, [re.escape(word[1:]) for word in group]) for letter, group in groupby(ordered, key=lambda word: word[:1]))
    return "(?:" + "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in groups) + ")"


def longest_of(words: Iterable[str]) -> str:
    """Return a pattern for any of *words*, the longest that fits: "blog post" before "blog"."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word))) + ")"
