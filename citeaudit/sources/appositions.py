"""Which name a source is called by: its words go in, the name that they turn on comes out.

That is the head itself ("Mayor Ana Ruiz"), or who stands beside a description or behind it: "a top aide, John Weaver,",
"another witness, former port adviser Fiona Hill".
"""

from __future__ import annotations

from citeaudit.lexicon.people import role_nouns
from citeaudit.lexicon.worded import worded
from citeaudit.patterns import pattern_of
from citeaudit.sources.names import NAME, RELATIONS, strip_titles, without_possessive
from citeaudit.sources.types import Kind, head_of

APPOSED = pattern_of(r",\s(?:the\s)?(?=\p{Lu})")
NO_LINK = r"(?!@joining_word\s)"
"""What joins a name to the words before it is no part of what somebody is: "a lawyer of | Patton Boggs"."""
APPOSED_NAME = worded(rf"[^,]*?\s{NO_LINK}\p{{Ll}}[\p{{Ll}}-]*\s(?P<name>\p{{Lu}}[\p{{L}}.’'-]+(?:\s\p{{Lu}}[\p{{L}}.’'-]*)+)$")
"""A name behind who bears it: "Rivers Council board member | Nicole Berg"."""
RELATED = pattern_of(rf"\b(?:{'|'.join(sorted(RELATIONS))})$")
"""Who is called by the first name alone, or by any word: "Ruiz's wife, | Eva"."""
LAST_NAME = worded(
    rf"(?:,\s(?:@det\s)?(?:{NO_LINK}[\p{{L}}’'.-]+\s){{0,6}}?{NO_LINK}\p{{Ll}}[\p{{Ll}}-]*|\sof\s@office_of)\s"
    r"(?P<name>\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}\.?)?\s\p{Lu}[\p{L}’'-]+)$"
)
"""The same at the end of a description: "another witness, former port adviser | Fiona Berg"."""


def name_in(words: str, kind: Kind) -> str:
    """Return the name that *words* turn on: the head itself, or the apposition of a common noun or of a bare office."""
    words = words.strip(" ,.")
    head = head_of(words)
    names = list(NAME.finditer(head)) if kind.is_name else []
    own = without_possessive(names[-1].group()) if names and names[-1].end() == len(head) else ""
    if kind.is_name and strip_titles(head.removeprefix("The ").split()) and head.casefold() not in role_nouns():
        return own
    for part in APPOSED.split(words)[1:]:
        match = NAME.match(part)
        if match and RELATED.search(head) and match.end() == len(part):
            return match.group()
        if match and (" " in match.group() or (len(match.group()) > 1 and match.group().isupper())):
            apposed = APPOSED_NAME.match(part)
            return apposed["name"] if apposed and apposed.start("name") >= match.end() else match.group()
    ends_in_name = not kind.is_name and words.rpartition(" ")[2][:1].isupper()
    if ends_in_name and (apposed := LAST_NAME.search(words)):
        return str(apposed["name"])
    return own
