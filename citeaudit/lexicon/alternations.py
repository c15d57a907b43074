"""Many words as one pattern: words go in, a regular expression that matches any of them comes out.

Why by first letter: an engine tries the alternatives one after the other, so a hundred verbs cost a hundred looks at every
blank; grouped, they cost one look for the letter and one for each verb that begins with it, which takes less than half of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby


def longest_of(words: Iterable[str]) -> str:
    """Return a pattern for any of *words*, the longest that fits: "blog post" before "blog"."""
    ordered = sorted(set(words), key=lambda word: (word[:1], -len(word), word))
    groups = ((letter, [re.escape(word[1:]) for word in group]) for letter, group in groupby(ordered, key=lambda word: word[:1]))
    return "(?:" + "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in groups) + ")"
