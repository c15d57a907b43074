"""Figures that stand beside a poll: "In the latest Post-ABC poll, she leads by four points", "She leads by four points in a Fox poll".

The poll is named without a verb of its own, so only a poll that opens the sentence or ends it is read. At the end there must be
figures, or words of them, before it. Quiet where the poll is the thing spoken of ("a question in a Fox poll was unclear").
"""

from __future__ import annotations

from citeaudit.attributions.frames.places import Found, Place, add_link, trimmed, wrap
from citeaudit.model.relations import Role
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of
from citeaudit.sources.outlet_phrases import Head

IN_POLL = pattern_of(r"(?:^|[,;]\s)(?P<cue>[Ii]n|[Aa]ccording\sto)\s(?:[\p{L}\s]{2,20}['’]s\s)?$")
POLLED_BY = pattern_of(r"\p{L}\s(?:recently\s|previously\s)?(?P<cue>(?:polled|surveyed|canvassed)\sby)\s(?:the\s)?$")
"""Whom an outlet asked: "economists polled by Reuters expect …"."""
SAID_BEFORE = pattern_of(
    r"\b(?:say|said|says|believe|believed|think|thought|agree|agreed|named|called|described|expressed|rated|approved|disapproved)\s[^.;:]{2,120}?\s(?P<cue>in)\s$"
)
"""Those who answered a poll, and the poll behind it: "two thirds said they were afraid in a CNN poll, the most so far"."""
ASKED_IN_POLL = pattern_of(r"\p{L}\s(?P<cue>in)\s$")
"""Whom a poll asked: "a fifth of the people in a CNN poll said …"."""
SAID = pattern_of(
    r"\s(?:(?:last|this|earlier|in|on|released)\s[\p{L}\s]{2,20}\s)?(?:say|said|says|believe|believed|think|thought|agree|agreed|disagree|named|called|described|expressed|cited|rated|approve|approved|disapprove|disapproved)\s"
)
ENDS_IN_POLL = pattern_of(
    r"\s(?P<cue>in)\s(?:(?:the|all|both|most|two|three|several|many|other|recent|latest|new|past|last|early)\s){0,3}$"
)
STANDS_AT = pattern_of(
    r"\s(?:now\s|still\s)?(?:stands?|stood|sits?|sat|hovers?|hovered|is|was|are|were|remains?|remained|fell|falls|rose|rises|dropped|drops|climbed|slipped|reached|hit)\s(?:[\p{L}-]+\s){0,3}?(?:\p{Sc}?\d)"
)
GOES_TO = pattern_of(
    r"\s(?:to|from|at|with)\s(?:\p{Sc}?\d)|(?:\s(?:released|published|conducted|taken|out|last|this|from)\s[^,;:.]{2,40}?)?\s(?:is|was|are|were)\s(?:an?|the|his|her|their)\s"
)
"""What goes on a figure behind its poll: "rose three points in the CBS poll to 29", "38 percent in a CNN poll is a record"."""
AFTER_POLL = pattern_of(
    r"(?:,?\s(?:released|published|conducted|taken|out|last|this|from|earlier|on|of|\p{Lu}\p{Ll}{2,8}\.?(?=\s\d))\s[^,;:]{2,60})?(?:,\s(?:an?|the|his|her|its|their|up|down|compared|surpassing|while|though|but|and|by|with)\s[^;]*)?[.”\"’']*\s*"
)
FIGURES = pattern_of(
    r"\d|\b(?:first|second|third|fourth|fifth|sixth|percent|points?|lead|leads|leading|led|ahead|behind|tied|trails|trailed|trailing|majority|borne\sout|reflected|evident|apparent)\b"
)


def poll_figures(place: Place) -> Found | None:
    """Find "in a CNN poll" before or after its figures, and "voters surveyed by CNN"."""
    if place.phrase.head is Head.OUTLET and (by := POLLED_BY.search(place.before)):
        return add_link(place, "polled_by", place.left(by, "cue"), Role.POLLSTER)
    if place.phrase.head is not Head.POLL:
        return None
    opening = IN_POLL.search(place.before)
    if opening and (found := _before_comma(place, place.left(opening, "cue"))):
        return found
    asked = ASKED_IN_POLL.search(place.before) if SAID.match(place.after) else SAID_BEFORE.search(place.before)
    if asked:
        return add_link(place, "poll_figures", place.left(asked, "cue"), Role.POLLSTER)
    return _at_the_end(place) or _before_its_figure(place)


def _at_the_end(place: Place) -> Found | None:
    """Read "She leads by four points in a Post-ABC poll": the figures before the poll that ends the sentence are its."""
    opening = ENDS_IN_POLL.search(place.before)
    if opening is None or not AFTER_POLL.fullmatch(place.after) or not FIGURES.search(place.before):
        return None
    cue = place.left(opening, "cue")
    content = trimmed(place.text, place.bounds.start, cue.start)
    return Found((wrap(place, "poll_figures", cue, content, Role.POLLSTER),)) if content else None


def _before_its_figure(place: Place) -> Found | None:
    """Read "Her rating in the latest Post-ABC poll stands at 53 percent": what is measured before the poll, its figure after."""
    opening = ENDS_IN_POLL.search(place.before)
    if opening is None or not (STANDS_AT.match(place.after) or (GOES_TO.match(place.after) and FIGURES.search(place.before))):
        return None
    cue = place.left(opening, "cue")
    content = trimmed(place.text, place.bounds.start, cue.start) + trimmed(place.text, place.phrase.span.end, place.bounds.end)
    return Found((wrap(place, "poll_figures", cue, content, Role.POLLSTER),))


def _before_comma(place: Place, cue: Span) -> Found | None:
    """Read "In the latest Post-ABC poll, she leads by four points": the figures after the comma are the poll's."""
    comma = place.after.find(", ")
    if comma < 0:
        return None
    content = trimmed(place.text, place.phrase.span.end + comma, place.bounds.end)
    return Found((wrap(place, "poll_figures", cue, content, Role.POLLSTER),)) if content else None
