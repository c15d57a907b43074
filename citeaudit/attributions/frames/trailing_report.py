"""A report that names its outlet after the fact or in passing: "…, Bloomberg reported." "…,” wrote the Times." "(…, the Post said, …)".

The content is what stands before the comma, and what goes on after a parenthesis of this kind. Quiet where the outlet
opens the clause and its content follows ("On Monday, Bloomberg reported that …"): that is a leading report.
"""

from __future__ import annotations

from functools import cache

import regex

from citeaudit.attributions.frames.places import ADVERB, REVEALS, TIME, Found, Place, outlet_verb, trimmed, wrap
from citeaudit.model.relations import Role
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of
from citeaudit.sources.outlet_phrases import Head

BEFORE = pattern_of(r"(?:,['’\"”]{0,2}|[.!?…]['’\"”]{1,2}|['’\"”],?|\s[–—-]+|[(;])\s?(?:as\s)?$")
"""A content, then a comma, a closing mark or a dash."""
SUBJECT = pattern_of(r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Mm]r\.|[Mm]s\.|\p{Lu}\p{L}+)\s[^,;:“”\"]{2,80},\s")
VERB_AFTER = pattern_of(
    r",\s(?:will|would|is|are|was|were|has|have|had|can|could|may|might|must|should|did|does|\p{Ll}{3,}(?:ed|s))\s"
)
INVERTED_TAIL = pattern_of(r"\s*(?:[.,;:)–—-]|$)")
INVERTED_LENGTH = 100
"""The longest verb with an adverb that stands before an outlet, in code points: "characterized exclusively"."""


def trailing_report(place: Place) -> Found | None:
    """Find "…, Bloomberg reported." and "…, reported Bloomberg."."""
    if place.phrase.head is Head.ASIDE:
        return None
    plain = _after().match(place.after)
    if plain and (_has_content_before(place.before) or _splits_a_clause(place, place.right(plain).end)):
        cue = place.right(plain, "cue")
        return _found(place, cue, place.phrase.span.start, place.right(plain).end)
    inverted = None
    if INVERTED_TAIL.match(place.after):
        inverted = _inverted().search(place.before, max(0, len(place.before) - INVERTED_LENGTH))
    if inverted and _has_content_before(place.before[: inverted.start("cue")]):
        cue = place.left(inverted, "cue")
        return _found(place, cue, cue.start, place.phrase.span.end)
    return None


def _found(place: Place, cue: Span, stop: int, resume: int) -> Found:
    left = trimmed(place.text, place.bounds.start, stop - 3 if place.text[stop - 3 : stop] == "as " else stop)
    right = trimmed(place.text, resume, place.bounds.end) if len(place.text[resume : place.bounds.end].split()) > 2 else ()
    role = Role.SOCIAL if cue.of(place.text).startswith("tweet") else Role.REPORTER
    return Found((wrap(place, "trailing_report", cue, left + right, role),))


def _splits_a_clause(place: Place, end: int) -> bool:
    """Tell whether subject and verb stand on either side: "The harbour, the Times reported, will close"."""
    return SUBJECT.fullmatch(place.before) is not None and VERB_AFTER.match(place.text, end, place.bounds.end) is not None


def _has_content_before(before: str) -> bool:
    # Three words: "Still, Bloomberg reported." has none to give.
    return bool(BEFORE.search(before)) and len(before.split()) >= 3


@cache
def _after() -> regex.Pattern[str]:
    return pattern_of(
        rf"\s(?:{ADVERB},?\s)*(?P<cue>(?:{outlet_verb()}|{REVEALS})(?:\sout)?)(?:\s(?:{TIME}))*(?:\sin\s(?:an?|its|the|their)\s[^,.;:]{{2,50}}?)?(?=\s*(?:[.;)]|$|,|\s[–—-]))"
    )


@cache
def _inverted() -> regex.Pattern[str]:
    return pattern_of(rf"(?P<cue>{outlet_verb()})\s(?:{ADVERB}\s)?$")
