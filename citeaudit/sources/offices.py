"""Who stands at the end of what they are: a source that tells an office first goes in, the person whom it names comes out.

"Former Speaker of the House Ana Ruiz" is Ana Ruiz; "a spokesman for Mayor Ana Ruiz" is not.
"""

from __future__ import annotations

from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of
from citeaudit.sources.memory import Scene
from citeaudit.sources.names import POSSESSIVES, Person, titles_table
from citeaudit.sources.persons import is_personal
from citeaudit.sources.types import is_indefinite

CUT = pattern_of(r",|\s(?:who|whose|which|that)\s|\s[\u2013\u2014(-]")
"""Where what is only said of somebody begins."""
OF_PLACE = pattern_of(r"\s(?:of|from)\s\p{Lu}[\p{L}.\u2019'-]*(?:\s\p{Lu}[\p{L}.\u2019'-]*)*")
"""Where somebody is from, behind the name: "Sen. Ana Ruiz | of Tarn"."""
LINK = pattern_of(r"\s(?:of|for|to|from|in|at|on|with|by|near|against|about|like|as|and)\s(?:the\s)?")
"""What joins a description to the words that tell which one it is."""
FIELD = pattern_of(r"(?:\p{Lu}[\p{L}.\u2019'-]*|of|the|and|for)(?:\s(?:\p{Lu}[\p{L}.\u2019'-]*|of|the|and|for))*")
"""The field of an office, all in capitals: "State", "the House", "the District of Tarn"."""


def named_at_end(words: str, span: Span, scene: Scene) -> Person | None:
    """Return the person in full at the end of *words* at *span*, if what stands before only tells who that is; None if nothing does."""
    first = scene.text.find(words.split(" ", 1)[0], span.start, span.end)
    # Most sources hold no name behind their first word; "a Norland Republican" has capitals and no name.
    if first < 0 or not scene.names.between(first + 1, span.end) or is_indefinite(words):
        return None
    cut = CUT.search(scene.text, first, span.end)
    end = cut.start() if cut else span.end
    named = [person for person in scene.names.between(first + 1, end) if is_personal(person)]
    person = named[-1] if named else None
    if person is None or scene.text.startswith(POSSESSIVES, person.span.end):
        return None
    behind = scene.text[person.span.end : end].rstrip()
    lead = scene.text[first : person.span.start]
    if (behind and not OF_PLACE.fullmatch(behind)) or "\n" in lead:
        return None
    link = LINK.search(lead)
    if link is None:
        return person
    office = lead[: link.start()].rpartition(" ")[2].casefold()
    field = lead[link.end() :].split()
    is_of_office = office in titles_table() and bool(field) and titles_table().keys().isdisjoint(map(str.casefold, field))
    return person if is_of_office and FIELD.fullmatch(" ".join(field)) else None
