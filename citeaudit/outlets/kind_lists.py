"""Names behind the plural of what outlets are: a text goes in, the places of the names come out.

"Tabloids like | Corran Now", "blogs such as | Dam Watch | and | The Calder Loop": who is given as one of several outlets is one, whatever it is
called. Shops are outlets too, and anybody has a site: behind these, only who reports something is one, or whom a construction wants as one.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from citeaudit.lexicon.worded import worded
from citeaudit.model.spans import Span
from citeaudit.outlets.context import country_words, words_of
from citeaudit.outlets.unknown import may_be_a_name
from citeaudit.patterns import pattern_of
from citeaudit.text.literals import places_of

ONE_OF_A_KIND = "one of a kind"
"""What tells such an outlet."""
GIVES = (" like ", " such as ", " including ")
"""What stands between the plural and the names."""
WORD = r"(?!\p{Lu}\p{Ll}+-\p{Ll})\p{Lu}[\w&’'-]*"
NAME = pattern_of(rf"(?:[Tt]he\s)?(?P<name>{WORD}(?:\s(?:of\s(?:the\s)?)?{WORD}){{0,3}})(?<!['’]s?)(?![\w’'-])")
JOINT = pattern_of(r",?\s(?:and|or)\s|,\s")
MOST_NAMES = 5
LONGEST = 20
"""No plural is longer, with the blank before it."""
TELLS = worded(r",?\s(?:(?:have|had|has|also|then|later|first)\s)*@outlet_verb\b")
REPORTS = pattern_of(
    r",?\s(?:(?:have|had|has|also|then|later|first)\s)*(?:report|reported|claim|claimed)\s(?:an?\s\p{Ll}+\s)?(?:\p{Lu}\p{Ll}+day\s|on\s\p{Lu}\p{Ll}+day\s)?that\b"
)


def names_behind_kinds(text: str) -> Iterator[tuple[Span, bool]]:
    """Return the place of each name that *text* gives as one of several outlets, and whether it is surely one."""
    for words in GIVES:
        for place in places_of(words, text):
            before = text[max(0, place - LONGEST) : place].removesuffix(",").lower()
            is_press = before.endswith(words_of("press_plural"))
            if is_press or before.endswith(words_of("kind_plural")):
                names, end = _listed(text, place + len(words))
                reports = REPORTS if not is_press else TELLS if words == " like " else None  # "the blogs like | Ruiz": a verb
                is_sure = bool(names) and (reports is None or reports.match(text, end) is not None)
                yield from ((name, is_sure) for name in names)


def _listed(text: str, start: int) -> tuple[list[Span], int]:
    """Return the names of the list that begins at *start*, and where it ends."""
    names: list[Span] = []
    joint: regex.Match[str] | None = None
    while len(names) < MOST_NAMES:
        found = NAME.match(text, joint.end() if joint else start)
        if found is None or not may_be_a_name(found["name"]) or found["name"] in country_words():
            break  # "including | German | ones" names none
        names.append(Span(*found.span("name")))
        joint = JOINT.match(text, found.end())
        if joint is None:
            break
    return names, names[-1].end if names else start
