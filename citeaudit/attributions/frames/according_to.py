"""What is told by an outlet's leave: "according to the Times, …", "…, according to a CNN report", "per Bloomberg", "as the Post noted, …".

At a sentence's start the content follows the comma, elsewhere it is what stands before, and what goes on after a
parenthesis of this kind.
"""

from __future__ import annotations

from functools import cache

import regex

from citeaudit.attributions.frames.places import ADVERB, TIME, Found, Place, outlet_verb, trimmed, wrap
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of
from citeaudit.sources.outlet_phrases import Head

CUE = pattern_of(
    r"(?:^|[\s,(–—])(?P<cue>[Aa]ccording\sto|[Pp]er|[Aa]s\sper|[Bb]ased\son\sreporting\s(?:by|from)|[Aa]s\s(?:first\s)?reported\s(?:\w+\s)?by|[Rr]eported\sby)\s"
    r"(?:(?:an?|the|that|this|its|another|recent|new|previous|earlier|multiple)\s)?(?:(?:\p{Ll}|\d)[\w’'-]*\s){0,4}$"
)
THAT_IS = pattern_of(r"(?:And\s|But\s)?(?:That|This|It)(?:['’]s|\sis|\swas)(?:\sall)?\s?")
"""What goes before is told by the outlet: "That's according to a CNN poll"."""
BY = pattern_of(r"(?:^|[\s,(])(?P<cue>[Bb]y)\s$")
COUNTS = frozenset(("tally", "count", "estimate", "projection", "projections", "delegate count"))
"""What an outlet counted, so that "by" tells who says so: "By the AP's tally, …"."""
AS = pattern_of(r"(?:^|[\s,(–—])(?P<cue>[Aa]s)\s$")


def according_to(place: Place) -> Found | None:
    """Find "according to the Times" and "as the Post noted"."""
    if place.phrase.head is Head.ASIDE:
        return None
    match = CUE.search(place.before) or (BY.search(place.before) if place.phrase.noun in COUNTS else None)
    if match:
        return _found(place, place.left(match, "cue"), place.phrase.span.end)
    said = _verb().match(place.after) if AS.search(place.before) else None
    if said:
        opening = AS.search(place.before)
        assert opening is not None
        cue = place.right(said, "cue")
        return _found(place, Span(place.left(opening, "cue").start, cue.start), place.right(said).end, cue)
    return None


def _found(place: Place, opening: Span, end: int, cue: Span | None = None) -> Found | None:
    comma = place.text.find(",", end, place.bounds.end)
    colon = place.text.find(":", end, place.bounds.end)
    if THAT_IS.fullmatch(place.text, place.bounds.start, opening.start):
        content = trimmed(place.text, place.bounds.start, opening.start)
    elif len(place.text[place.bounds.start : opening.start].split()) < 3:
        stops = [stop for stop in (comma, colon) if stop >= 0]
        if not stops:
            return None
        content = trimmed(place.text, min(stops) + 1, place.bounds.end)
    else:
        content = trimmed(place.text, place.bounds.start, opening.start)
        if 0 <= comma < place.bounds.end and len(place.text[comma : place.bounds.end].split()) > 2:
            content += trimmed(place.text, comma + 1, place.bounds.end)
    return Found((wrap(place, "according_to", cue or opening, content),)) if content else None


@cache
def _verb() -> regex.Pattern[str]:
    return pattern_of(rf"\s(?:{ADVERB}\s)*(?P<cue>{outlet_verb()}(?:\sit)?)(?:\s(?:{TIME}))*(?=\s*(?:[,.;:)–—]|$))")
