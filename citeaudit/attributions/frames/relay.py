"""An outlet that passes on what somebody said: "quoted by Xinhua", "Xinhua quoted him as saying …", "…, Bloomberg reported, citing officials".

The speaker's words become an attribution of their own inside the outlet's. "Citing Bloomberg" is the other way about:
there the outlet stands nearer to the content than the speaker does.
"""

from __future__ import annotations

from dataclasses import replace

from citeaudit.attributions.frames.places import Found, Place, add_link, trimmed, wrap
from citeaudit.model.relations import Attribution, Role
from citeaudit.model.spans import Evidence, Span
from citeaudit.patterns import pattern_of
from citeaudit.sources.outlet_phrases import Head

QUOTED_BY = pattern_of(
    r"(?:(?:was|were|is|been|being|as)\s)?(?P<cue>\b(?:quoted|cited|carried|relayed|distributed)(?:\sas\ssaying)?(?:\s\p{Lu}\p{Ll}+day)?\sby|quoted\sin|quoted\son|comments\scarried\sby|in\scomments\sto)\s(?:the\s)?(?:\p{Ll}+\s){0,4}$"
)
QUOTED_AS = pattern_of(
    r"\s(?:has\s|also\s|later\s)*(?P<cue>quoted|quotes|cited|cites)\s(?P<who>[^,.;:“”\"]{2,90}?)(?:\s(?P<inner>as\s(?:saying|telling|writing|stating|claiming))|,?\swho\s(?P<said>said|says))\s?(?:that\s)?"
)
CITING = pattern_of(
    r"(?<!\b(?:without|not|never|or)\s)(?P<cue>\b(?:[Cc]iting|[Qq]uoting|[Pp]ointing\sto|referring\sto|referencing|[Cc]ited|linked\sto))\s(?:an?\s|the\s|recent\s)?(?:[\p{Ll}’'-]+\s){0,5}$"
)
CITES_AFTER = pattern_of(
    r"(?<!\b(?:without|not|never|or)),?\s(?P<cue>citing|quoting)\s(?P<who>[^.;“”\"]{3,140}?)(?=[.;“”\"]|$|,\s(?:reported|said|reports|that)\b|\sthat\b|\swho\b|,\swho\b|\sand\sothers\b)"
)


def quoted_by(place: Place) -> Found | None:
    """Find "was quoted by Xinhua" and "quoted as saying by Xinhua"."""
    match = QUOTED_BY.search(place.before)
    if match is None or place.phrase.head is Head.ASIDE:
        return None
    return add_link(place, "quoted_by", place.left(match, "cue"), Role.RELAY, is_cue_shared=True)


def citing_outlet(place: Place) -> Found | None:
    """Find "…, he said, citing the Times": the outlet is the nearer link."""
    match = CITING.search(place.before)
    if match is None or place.phrase.head is Head.ASIDE:
        return None
    return add_link(place, "citing", place.left(match, "cue"), Role.REPORTER, is_first=True)


def quoted_as_saying(place: Place) -> Found | None:
    """Find "the Post quoted Ruiz as saying that …": Ruiz inside the Post."""
    match = QUOTED_AS.match(place.after)
    if match is None or place.phrase.head is Head.ASIDE:
        return None
    who, cue = place.right(match, "who"), place.right(match, "cue")
    said = place.right(match, "inner" if match["inner"] else "said")
    content = trimmed(place.text, place.right(match).end, place.bounds.end)
    if not content:
        return None
    inner = Attribution(
        (who,),
        (said,),
        content,
        construction="quoted_as_saying",
        evidence=(Evidence("frames.quoted_as_saying", said, said.of(place.text)),),
    )
    return Found((inner, wrap(place, "quoted_as_saying", cue, (Span(who.start, content[-1].end),), Role.RELAY)))


def with_cited(place: Place, found: Found) -> Found:
    """Add whom the outlet cites, as an attribution inside its own: "Bloomberg reported, citing officials"."""
    wrapper = found.wrappers[-1] if found.wrappers else None
    if wrapper is None:
        return found
    for match in CITES_AFTER.finditer(place.text, place.phrase.span.end, place.bounds.end):
        who, cue = Span(*match.span("who")), Span(*match.span("cue"))
        if any(span.overlaps(mention.span) for mention in place.phrase.names for span in (who,)):
            continue
        content = tuple(piece for span in wrapper.content for piece in _without(place.text, span, Span(match.start(), who.end)))
        if content:
            inner = Attribution(
                (who,), (cue,), content, construction="citing", evidence=(Evidence("frames.citing", cue, who.of(place.text)),)
            )
            return Found((*found.wrappers[:-1], inner, replace(wrapper, content=content)), found.links)
    return found


def _without(text: str, span: Span, hole: Span) -> tuple[Span, ...]:
    if not span.overlaps(hole):
        return (span,)
    left = trimmed(text, span.start, max(span.start, hole.start)) if hole.start > span.start else ()
    right = trimmed(text, min(span.end, hole.end), span.end) if hole.end < span.end else ()
    return left + right
