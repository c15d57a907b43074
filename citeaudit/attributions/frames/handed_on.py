"""What an outlet got or broke first: "a memo obtained by the Citizen", "documents reviewed by AP", "first reported by Axios".

A document stays the first link of its chain and the outlet is added; the credit for a scoop wraps the whole sentence.
"""

from __future__ import annotations

from citeaudit.attributions.frames.places import Place, add_link, wrap
from citeaudit.constructions.framing import Found
from citeaudit.model.relations import Role
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of
from citeaudit.sources.outlet_phrases import Head
from citeaudit.text.trimming import trimmed

AS = pattern_of(r"[Aa]s(?:\swas|\sit\swas)?")
"""All that stands before the cue where the clause follows: "As first reported by Axios, the harbour will close"."""
OBTAINED_BY = pattern_of(
    r"(?<!\b[Aa]s\s)(?P<cue>\b(?:obtained|captured|recorded|filmed|reviewed|seen|viewed|acquired|unearthed|leaked|published|released|reported|posted|provided|given|sent|shared|heard|compiled|collected|examined|analy[sz]ed|gathered|verified|uncovered|made\savailable|supplied)"
    r"(?:\s(?:earlier|\p{L}+ly|\p{Lu}\p{Ll}+day|this\sweek|last\sweek|first))?\s(?:by|to|with))\s(?:both\s)?(?:the\s)?(?:\p{Ll}+\s){0,2}$"
)
HAS_OBTAINED = pattern_of(
    r"(?:,?\s(?:which|who))?\s(?P<cue>(?:has|have|had)?\s?(?:obtained|reviewed|seen|viewed|acquired))\s(?:an?|the|copies|documents|some|his|her|its|their)\b"
)
WHAT_IT_SAYS = pattern_of(
    r"(?:^|\s)(?:[\p{L}-]+\s){0,4}?(?:memos?|letters?|e-?mails?|documents?|recordings?|videos?|transcripts?|reports?|copy|copies|audio|messages|records|files|footage|draft|tape)"
    r"(?:\s(?:of|from|by|to|between)\s[^,.;:]{2,60}?)?,?\s(?:that|which|in\swhich|where|saying|showing|suggesting|revealing)\s"
)
"""What is said in what an outlet obtained: "CNN obtained a memo that says …"."""
FIRST_BY = pattern_of(
    r"(?P<cue>\b(?:[Ff]irst|[Oo]riginally|[Ii]nitially|previously)\s(?:reported|published|revealed|broken|disclosed|surfaced|appeared|covered|noted|obtained)\s(?:\p{L}+\s){0,2}?(?:by|in|on))\s(?:the\s)?$"
)
WAS_FIRST = pattern_of(
    r"(?:\s(?:that|which|who))?\s(?P<cue>(?:was|were)\s(?:the\s)?(?:first|among\sthe\sfirst)\sto\s(?:report|publish|reveal|break|disclose)|(?:first|originally)\s(?:reported|revealed|published|broke|disclosed)|broke\s(?:the\s)?(?:news|story))\b"
)


def first_reported(place: Place) -> Found | None:
    """Find the credit for a scoop."""
    if place.phrase.head is Head.ASIDE:
        return None
    by = FIRST_BY.search(place.before)
    if by:
        cue = place.left(by, "cue")
        content = trimmed(place.text, place.bounds.start, cue.start)
        if content and AS.fullmatch(content[0].of(place.text)):
            content = trimmed(place.text, place.phrase.span.end, place.bounds.end)
        return Found((wrap(place, "first_reported", cue, content, Role.FIRST_REPORTED),)) if content else None
    was = WAS_FIRST.match(place.after)
    if was:
        cue = place.right(was, "cue")
        content = trimmed(place.text, cue.end, place.bounds.end) or trimmed(
            place.text, place.bounds.start, place.phrase.span.start
        )
        return Found((wrap(place, "first_reported", cue, content, Role.FIRST_REPORTED),)) if content else None
    return None


def obtained_by(place: Place) -> Found | None:
    """Find the document that an outlet obtained, reviewed or published."""
    if place.phrase.head is Head.ASIDE:
        return None
    by = OBTAINED_BY.search(place.before)
    if by:
        return add_link(place, "obtained_by", place.left(by, "cue"), Role.OBTAINED_BY)
    has = HAS_OBTAINED.match(place.after)
    if has and (place.before.rstrip().endswith(("which", "that", ",")) or WHAT_IT_SAYS.match(place.after, has.end())):
        return add_link(place, "obtained_by", place.right(has, "cue"), Role.OBTAINED_BY)
    return None


def published_in(place: Place) -> Found | None:
    """Find the paper of a study: "a study published in Nature"."""
    match = PUBLISHED_IN.search(place.before)
    if match is None or place.phrase.head is Head.ASIDE:
        return None
    return add_link(place, "published_in", Span(place.left(match, "cue").start, place.phrase.span.start), Role.VENUE)


PUBLISHED_IN = pattern_of(
    r"(?P<cue>\b(?:published|appearing|appeared|printed|featured)\s(?:\p{L}+\s){0,4}?(?:in|by|on)|\b(?:study|studies|paper|papers|research|trial|findings|(?i:team|researchers|scientists|authors|group)(?:\s(?:led\sby|at|from|of)\s[^,.;:“”\"]{2,60}?)?\s(?:reports?|reported|writes?|wrote))\s(?:[\p{L}]+\s){0,3}?in)"
    r"\s(?:the\s)?(?:medical\s|scientific\s|science\s)?(?:journals?\s|magazine\s)?$"
)
