"""What initials stand for: "the OBR" goes in, the name that the article spells out comes out.

Each capital word of the name gives one letter, the small words between them may give one or none: "Office for Budget
Responsibility", "Department of Trade". Two letters fit too many names, so they must stand in brackets behind theirs.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from citeaudit.patterns import pattern_of
from citeaudit.sources.memory import Scene

INITIALS = pattern_of(r"\p{Lu}{2,7}")
SURE = 3
"""So many letters spell a name wherever it stands."""
MOST_ASKED = 60
"""So many initials are looked for in one article."""
LETTERED = {"O": "|of", "F": "|for", "A": "|and", "T": "|the", "I": "|in"}
"""The small words that may lend initials a letter: "DOH" of "Department of Health"."""
SMALL = r"(?:(?:of|for|and|the|on|in|to|de|de\sla|&)\s){0,3}"


def spelled_out(initials: str, scene: Scene) -> str | None:
    """Return the name that *scene* spells out for *initials*, None if it spells none or several."""
    if initials not in scene.spelled and INITIALS.fullmatch(initials) and len(scene.spelled) < MOST_ASKED:
        found = {" ".join(match["name"].split()) for match in _spelling(initials).finditer(scene.text)}
        scene.spelled[initials] = found.pop() if len(found) == 1 else None
    return scene.spelled.get(initials)


@lru_cache(maxsize=256)
def _spelling(initials: str) -> regex.Pattern[str]:
    words = [rf"(?:{letter}[\p{{Ll}}’'-]{{2,}}{LETTERED.get(letter, '')})" for letter in initials]
    name = r"(?<![\p{L}’'-])(?P<name>" + (r",?\s" + SMALL).join(words) + ")"
    behind = rf"(?=\s\([“\"]?(?:the\s)?{initials}[”\"]?\))" if len(initials) < SURE else r"(?![\p{L}-])"
    return regex.compile(name + behind)
