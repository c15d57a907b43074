"""A report that names its outlet first: "Bloomberg reported that …", "A CNN poll shows …", "The Times said: “…”".

The content is the rest of the sentence. Quiet where the outlet acts ("CNN fired him", "Fox reported a profit of …").
"""

from __future__ import annotations

from functools import cache

import regex

from citeaudit.attributions.frames.according_to import COUNTS
from citeaudit.attributions.frames.places import ADVERB, REVEALS, TIME, Found, Place, add_link, outlet_verb, trimmed, wrap
from citeaudit.model.relations import Role
from citeaudit.patterns import pattern_of
from citeaudit.sources.outlet_phrases import Head

CLAUSE_START = pattern_of(
    r"(?:^|^(?:But|And|Yet|Still|However|Meanwhile|Instead|Now|Then|Also),?\s|[,;:–—(]\s?|-\s|[,;:.!?]['\"”’]\s|\b(?:and|but|or|that|after|while|when|as|because|since|although|though|where|whether|if|before|which|what|how|"
    r"said|says|claimed|noted|added|today|yesterday|later|week|month|year|night|morning|\p{Lu}\p{Ll}+day|\d{4})\s)['\"“”]?$"
)
NOT_CONTENT = pattern_of(
    r"\s(?:revenues?|earnings|a\s(?:net\s)?(?:profit|loss)|an?\s(?:\p{L}+\s)?margin\sof\s(?:sampling\s)?error|profits?|nothing|neither|none|goodbye|no\sto|on\s(?!(?:\p{Lu}\p{Ll}+day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))|"
    r"about|for|from|itself|up|back)\b"
)
MEASURE_VERBS = frozenset(
    ("has", "had", "put", "puts", "gave", "gives", "recorded", "records", "asked", "asks", "shown", "pegged", "pegs")
)
"""Verbs that speak for a poll only: "a poll has her at 41 percent", but "CNN has her on tonight"."""
WITH = pattern_of(r"\bwith\s$")
SHOWING = pattern_of(
    r"\s(?P<cue>showing|putting|finding|reporting|saying|claiming|calling|describing|giving|having|writing|noting)\s"
)
"""What an outlet shows in an absolute phrase: "with Bloomberg putting the cost at …"."""
CLAIMING = pattern_of(
    r"(?:\sby\s(?:\p{Lu}[\p{L}’'.-]+\s?){1,4}(?=,\swho))?(?:\s(?:last|this|on|from)\s\p{L}+)?,?\s{1,2}(?P<cue>claiming|calling|headlined|saying|showing|alleging|suggesting|finding|asserting|revealing|reporting|indicating|stating|arguing|detailing\show|in\swhich|(?:that|which|who)\s(?:\p{L}+ly\s)?(?:noted|argued|argues|concluded|concludes|warned|warns|said|says|claimed|claims|showed|shows|found|finds|alleged|alleges|suggested|suggests|revealed|reveals|reported|reports|detailed|details|estimated|estimates))\s"
)
"""What is said of a thing published in passing: "a Post report claiming that …"."""
RAN = pattern_of(
    rf"\s(?:{ADVERB}\s)*(?:ran|published|aired|posted|released|carried|printed|produced|broadcast|issued|had|has|featured|shot\sback\sin|led\swith)\s(?:an?|its|another|one)\s(?:[\w’'-]+\s){{0,4}}?"
    r"(?:article|story|piece|investigation|exposé|editorial|op-ed|column|profile|report|analysis|review|feature|segment|headline|scoop)(?=[,\s])"
)
"""What an outlet published, before what is said in it: "the Post ran a piece that noted …"."""
IT_WAS = pattern_of(r"\b[Ii]t\s(?:is|was)\s(?:the\s|The\s)?$")
WHO = pattern_of(r"\s(?:that|who|which)(?=\s)")
"""A cleft: "It was CNN that reported he would resign"."""
BY = pattern_of(r"(?:^|[,”\"’']\s?|\s)[Bb]y\s$")
INCLUDING = pattern_of(r",\s(?:including|among\sthem)\s(?:[Tt]he\s)?$")
COLON = pattern_of(r"(?P<cue>:)\s")
"""A story told on with its by-line: "“The show moves,” by Variety's Gordon Roe: “…”"."""
THAT = pattern_of(
    r"\s(?P<cue>that)\s(?!(?:was|were|is|has|had|would|will|could|ran|aired|appeared|said|says)\s"
    r"|(?:(?:the\s)?[\p{L}’'-]+\s){1,3}?(?:said|says|claimed|called|described|cited|quoted|wrote|published|shared|posted|denied|criticized)\s(?!that\s))"
)
"""What a report tells, as a clause of its noun: "a Post report that he had left"."""
TELLING = frozenset(("report", "reports", "story", "stories", "article", "articles"))
MEASURED = pattern_of(r"[^.;]{0,60}\bat\s(?:[\w-]+\s){0,3}(?:\d|\$)")
"""What puts a figure to something: "puts his approval at 50 percent"."""
PUTS = frozenset(("put", "puts", "peg", "pegs", "pegged"))
HANDS_OVER = frozenset(
    (
        "published",
        "publishes",
        "posted",
        "posts",
        "continued",
        "continues",
        "exposed",
        "documented",
        "recorded",
        "relates",
        "tied",
        "ties",
        "asked",
        "asks",
        "mentioned",
        "mentions",
    )
)
"""Verbs by which an outlet hands something over or acts; they report only what follows as a clause or a quotation."""
SAYS_SO = pattern_of(r"[:,]?\s(?:that|how|why|whether|if|what)\s|[:,]?\s?[“\"‘]|:")


def including(place: Place) -> Found | None:
    """Find "Several papers, including the Post, reported that …": one of those who say so."""
    if place.phrase.head is not Head.OUTLET or not INCLUDING.search(place.before):
        return None
    said = _after_comma().match(place.after)
    return add_link(place, "including", place.right(said, "cue"), Role.REPORTER, is_cue_shared=True) if said else None


def leading_report(place: Place) -> Found | None:
    """Find "Bloomberg reported that …"."""
    if place.phrase.head in (Head.ASIDE, Head.INTERVIEW):
        return None
    if BY.search(place.before) and (colon := COLON.match(place.after)):
        content = trimmed(place.text, place.right(colon).end, place.bounds.end)
        return Found((wrap(place, "by_line", place.right(colon, "cue"), content),)) if content else None
    told = _told_in_passing(place)
    content = trimmed(place.text, place.right(told).end, place.bounds.end) if told else ()
    if told and content:
        return Found((wrap(place, "leading_report", place.right(told, "cue"), content),))
    cleft = IT_WAS.search(place.before) and WHO.match(place.after)
    match = _after().match(place.after, cleft.end() if cleft else 0)
    if not match or not (cleft or CLAUSE_START.search(place.before)):
        return None
    verb = match["verb"].split()[-1]
    if verb in HANDS_OVER and place.phrase.head is Head.OUTLET and not SAYS_SO.match(place.after, match.end()):
        return None
    is_figure = verb in PUTS and MEASURED.match(place.after, match.end("cue"))
    is_reckoned = place.phrase.head is Head.POLL or place.phrase.noun in COUNTS
    if verb in MEASURE_VERBS and not is_reckoned and not is_figure:
        return None
    if place.phrase.head in (Head.OUTLET, Head.POLL) and NOT_CONTENT.match(place.after, match.end("cue")):
        return None
    content = trimmed(place.text, place.right(match).end, place.bounds.end)
    if not content:
        return None
    role = Role.SOCIAL if verb.startswith("tweet") else Role.REPORTER
    return Found((wrap(place, "leading_report", place.right(match, "cue"), content, role),))


def _told_in_passing(place: Place) -> regex.Match[str] | None:
    """Return the words behind the phrase by which what it published speaks, without being the sentence's subject or verb."""
    if place.phrase.noun:
        return CLAIMING.match(place.after) or (THAT.match(place.after) if place.phrase.noun in TELLING else None)
    ran = RAN.match(place.after) if CLAUSE_START.search(place.before) else None
    if ran:
        return CLAIMING.match(place.after, ran.end())
    return SHOWING.match(place.after) if WITH.search(place.before) else None


@cache
def _after() -> regex.Pattern[str]:
    return pattern_of(
        rf"(?:\sand\s(?:\p{{Ll}}+\s)?(?:networks|partners|others))?(?:\s(?:interviewed|surveyed|polled|asked|contacted|examined|reviewed|checked|fact-checked|looked\s(?:at|into)|analy[sz]ed|studied|investigated)\s[^,.;:]{{2,80}}?\sand)?(?:(?:\s(?:{TIME}))?\s(?:of|by)\s[^,.;:]{{2,50}}?)?(?:,?\s(?:released|published|conducted|taken|commissioned)\s[^,.;:]{{2,40}}?|,\s(?:which|who|whose|an?|the|citing|quoting|in)\s[^;:.]{{2,120}}?,)??"
        rf"\s(?:{ADVERB},?\s)*(?P<cue>(?:(?:has|have|had)\s(?:\p{{L}}+ly\s|also\s)?)?(?P<verb>{outlet_verb()}|{REVEALS})(?:\s(?:out|in(?!\s\p{{Lu}})))?)"
        rf"(?:\s(?:{TIME}))*(?=[\s:,]\s?\S)"
    )


@cache
def _after_comma() -> regex.Pattern[str]:
    return pattern_of(rf",\s(?:{ADVERB}\s)*(?P<cue>(?:(?:has|have|had)\s)?{outlet_verb()}(?:\sout)?)(?=[\s:,]\s?\S)")
