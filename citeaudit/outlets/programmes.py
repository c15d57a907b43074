"""Programmes that outlets make: titles and the words around them go in, the mentions of those who make the programmes come out.

"Told ABC’s Jane Roe on “Harbour Tonight”" is told to ABC, and "told “Hardball”" to whom the table gives it.
"""

from __future__ import annotations

from citeaudit.lexicon.worded import worded
from citeaudit.model.relations import Mention
from citeaudit.model.spans import Evidence, Span
from citeaudit.outlets.ambiguity import Known, Name
from citeaudit.outlets.cited_forms import PROGRAMME
from citeaudit.outlets.gazetteer import Outlet

HOST_BEFORE = worded(
    r"(?r)(?<=\w)(?:['’]s?)?\s(?:\p{Ll}+\s){0,3}(?:\p{Lu}[\p{L}.-]*\s){1,4}(?:and\s(?:\p{Lu}[\p{L}.-]*\s){1,3})?(?:on|during)\s(?:(?:the|his|her|their)\s(?:[\p{L}-]+\s){0,3}?)?[“\"‘']?"
)
"""An outlet's host before a programme: "ABC | ’s Jane Roe on “"."""
SHOW_TOLD = worded(
    r"(?r)(?<!\w)(?:@tell|interview\s(?:with|on)|appear(?:ed|ing|ance)\son)\s(?:(?:\p{L}+day|last\snight)['’]s\s)?[“\"‘](?:The\s)?"
)
"""Where a title in quotation marks is a programme's: "told | “"."""
CLOSED_TITLE = worded(r"[,.!]?[”\"’]")


def of_host(span: Span, detail: str, text: str, ends: dict[int, Mention]) -> Mention | None:
    """Return the mention of a programme whose host is said to be an outlet's: "told ABC’s Jane Roe on | “Harbour Tonight”" is told to ABC."""
    host = HOST_BEFORE.match(text, max(0, span.start - 80), span.start) if detail == PROGRAMME else None
    outlet = ends.get(host.start()) if host else None
    if outlet is None or outlet.outlet is None:
        return None
    return Mention(span, outlet.outlet, outlet.name, evidence=(Evidence("mentions.context", span, f"{outlet.name}'s host"),))


def listed_show(title: str, known: Known) -> Outlet | None:
    """Return the only listed programme of that *title*, in the publisher's country if there are several; None if it may be several or is none."""
    owners, outlets = known.gazetteer.owners, known.gazetteer.outlets
    bearers = dict.fromkeys((*owners.get(title.removeprefix("The "), ()), *owners.get(title, ())))
    shows = [outlets[owner] for owner in bearers if outlets[owner].kind == PROGRAMME]
    there = [show for show in shows if show.country == known.country] if len(shows) > 1 else shows
    return there[0] if len(there) == 1 else None


def told_shows(doubtful: list[tuple[Name, Span]], text: str, known: Known) -> tuple[Mention, ...]:
    """Return the mentions of listed programmes whose *doubtful* titles stand in quotation marks where a programme is told something: "told | “Hardball”"."""
    found = []
    for _, span in doubtful:
        opening = SHOW_TOLD.match(text, max(0, span.start - 60), span.start)
        show = listed_show(span.of(text), known) if opening and CLOSED_TITLE.match(text, span.end) else None
        if show is not None:
            shown = known.gazetteer.shown_as(show.id).name
            found.append(Mention(span, show.id, shown, evidence=(Evidence("mentions.context", span, PROGRAMME),)))
    return tuple(found)
