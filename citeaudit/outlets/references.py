"""Nouns that refer back to an outlet: "the newspaper" after the Post, "the network" after CNN.

A text and its mentions go in, further mentions come out, each with the one that it refers back to. A noun refers only to an
outlet of its kind (``data/kind_nouns.tsv``): the newspaper to a newspaper, the network to a broadcaster, the outlet to any.
A noun that may be anything else as well ("the site", "the agency") needs a cue beside it and an antecedent near by. A noun
that nobody but an outlet is called by, with a cue and without an antecedent, is a mention without an outlet (rule CA302).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

import regex

from citeaudit.lexicon.alternations import longest_of
from citeaudit.lexicon.classes import forms_of
from citeaudit.lexicon.worded import worded
from citeaudit.model.relations import Mention
from citeaudit.model.spans import Evidence, Span
from citeaudit.outlets.context import Context, country_words
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.outlets.nouns import KindNoun, kind_noun, kind_nouns
from citeaudit.patterns import pattern_of

DETERMINER = worded(
    r"(?r)(?<![\w-])(?i:(the|this|that))\s(?:(?:same|(?:@outlet_trait|@outlet_field)|"
    r"\p{Ll}+-@outlet_leans|"
    r"(?:\p{Lu}[\w.]*\s)?\p{Lu}[\w.]*-(?:@outlet_leans|founded)|(?P<country>\p{Lu}\p{Ll}+))\s){0,2}",
)
"""What may stand before the noun: "the", "the conservative-leaning", "the influential British"; a country must be the outlet's own."""
IN_PRESENT = frozenset(form for form in forms_of("report", "say") if form.endswith("s"))
"""How verbs of reporting end behind "the paper": "insists", "stresses"."""
FOLLOWERS = worded(
    r"['’]s?(?!\w)|\s*(?:[.,;:?!)”\"’—–]|$)|\s+(?:\w+ed|\w+ly|\w+day|"
    rf"late|@time_unit\s@around_event|@behind_reference|@find|{longest_of(IN_PRESENT)})(?!\w)"
)
OTHER_AGENCY = pattern_of(
    r"\b(?:Agency|Bureau|Department|Administration|Commission|Authority|Office|Service|Ministry|FBI|CIA|EPA|NSA|TSA|ICE|FEMA|IRS|FDA|CDC|NASA|DEA|ATF|DHS|SEC|FAA)\b"
)
OWN_NOUN = "masthead"
"""What a paper calls itself: no other is meant where none was named."""
AS_WE = worded(r"\b[Aa]s\s(?P<we>we)\s(?:@as_we_first\s)*@as_we_report\b")
"""The publisher as source of its own earlier report."""
NEAR = 1200
"""How many characters a noun that may be anything else looks back for its antecedent."""


def find_references(
    text: str, nouns: list[Span], mentions: tuple[Mention, ...], gazetteer: Gazetteer, publisher: tuple[str, ...]
) -> Iterator[Mention]:
    """
    Return the mentions by a noun of an outlet's kind, in order.

    *nouns* are the places of such nouns, *publisher* the ids of the publisher's own titles ("this newspaper").
    """
    named = {mention.span.start for mention in mentions}
    for span in nouns:
        determiner = DETERMINER.match(text, max(0, span.start - 60), span.start)
        noun = kind_noun(" ".join(span.of(text).split()))
        if noun is None or not determiner or not FOLLOWERS.match(text, span.end):
            continue
        context = Context(text, span.start, span.end)
        if noun.needs == "cue" and not (context.cue or context.staff or Context(text, determiner.start(), span.end).cue):
            continue
        written = text[determiner.start() : span.end]
        antecedent = _antecedent(text, mentions, span, noun, gazetteer)
        is_own = determiner.group(1).lower() == "this" or (antecedent is None and noun.noun == OWN_NOUN)
        if is_own:
            if publisher and _is_of_kind(publisher[0], noun, gazetteer):
                evidence = Evidence("mentions.publisher", span, written)
                yield Mention(span, publisher[0], gazetteer.shown_as(publisher[0]).name, evidence=(evidence,))
            continue
        if determiner["country"] and not (antecedent and _is_of_country(antecedent, determiner["country"], gazetteer)):
            continue
        if antecedent:
            evidence = Evidence("mentions.reference", antecedent.span, f"{written}: {antecedent.name}")
            yield Mention(span, antecedent.outlet, antecedent.name, antecedent.span, (evidence,))
        elif noun.needs == "unresolved" and context.cue and not _is_named_behind(text, span.end, named):
            yield Mention(span, None, written, evidence=(Evidence("mentions.reference", span, "refers back to no outlet"),))


def _is_named_behind(text: str, end: int, named: set[int]) -> bool:
    """Tell whether the name of the outlet stands behind its noun, which ends at *end*: "told the local paper, | the Calder Star,"."""
    return any(text.startswith(between, end) and end + len(between) in named for between in (", ", ", the ", ", The "))


def find_later_references(
    text: str, mentions: tuple[Mention, ...], sure: tuple[Mention, ...], gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """
    Return *mentions*, and by a noun of its kind those of each unlisted outlet among them that only a construction made *sure*.

    "The Calder Star reported it. | The newspaper | said he left": that the first is an outlet is not known before constructions are read.
    """
    told = {mention.span for mention in sure if mention.outlet is None}
    if not told:
        return mentions
    known = {mention.span for mention in mentions if mention.outlet is not None or mention.antecedent is not None}
    first = min(told).end
    nouns = [span for match in _nouns().finditer(text, first) if (span := Span(*match.span())) not in known]
    found = {
        mention.span: mention
        for mention in find_references(text, nouns, mentions, gazetteer, ())
        if mention.antecedent in told and not any(span.covers(mention.span) for span in told)
    }
    if not found:
        return mentions
    kept = (mention for mention in mentions if mention.span not in found)
    return tuple(sorted((*kept, *found.values()), key=lambda mention: mention.span))


@cache
def _nouns() -> regex.Pattern[str]:
    return pattern_of(rf"(?<![\w-]){longest_of(kind_nouns())}(?![\w-])")


def find_own(text: str, gazetteer: Gazetteer, publisher: tuple[str, ...]) -> Iterator[Mention]:
    """Return the places where the publisher speaks of itself: "as we reported"."""
    for span in as_we_reported(text) if publisher else ():
        evidence = Evidence("mentions.publisher", span, "as we reported")
        yield Mention(span, publisher[0], gazetteer.top(publisher[0]).name, evidence=(evidence,))


def as_we_reported(text: str) -> Iterator[Span]:
    """Return the place of each "we" that has reported before: "as | we | reported"."""
    yield from (Span(*match.span("we")) for match in AS_WE.finditer(text))


def _antecedent(text: str, mentions: tuple[Mention, ...], at: Span, noun: KindNoun, gazetteer: Gazetteer) -> Mention | None:
    """Return the nearest mention before the noun at *at* that it may refer to; None if there is none, or two that are joined."""
    index, place = bisect_left(mentions, at, key=lambda mention: mention.span), at.start
    fitting: list[Mention] = []
    for mention in reversed(mentions[max(0, index - 40) : index]):
        if noun.needs == "cue" and place - mention.span.end > NEAR:
            break
        if _fits(mention, noun, gazetteer):
            fitting.append(mention)
            if len(fitting) == 2:
                break
    if not fitting:
        return None
    nearest = fitting[0]
    if noun.noun == "agency" and OTHER_AGENCY.search(text, nearest.span.end, place):
        return None
    if (
        len(fitting) > 1
        and fitting[1].outlet != nearest.outlet
        and text[fitting[1].span.end : nearest.span.start].strip() in JOINTS
    ):
        # "The Times and the Post reported ... The newspaper": nobody can tell which.
        return None
    return nearest


def _is_of_country(mention: Mention, word: str, gazetteer: Gazetteer) -> bool:
    """Tell whether *word* ("British") goes with the country of the outlet of *mention*."""
    return mention.outlet is not None and country_words().get(word) == gazetteer.outlets[mention.outlet].country


def _fits(mention: Mention, noun: KindNoun, gazetteer: Gazetteer) -> bool:
    details = {evidence.detail for evidence in mention.evidence if evidence.step == "mentions.topic"}
    if "credit" in details or mention.evidence[0].step == "mentions.ambiguous":
        return False
    if mention.outlet is None:
        return not noun.kinds or noun.noun not in NOT_FOR_UNKNOWN
    return _is_of_kind(mention.outlet, noun, gazetteer)


def _is_of_kind(outlet: str, noun: KindNoun, gazetteer: Gazetteer) -> bool:
    return not noun.kinds or gazetteer.outlets[outlet].kind in noun.kinds or gazetteer.top(outlet).kind in noun.kinds


NOT_FOR_UNKNOWN = frozenset(("network", "agency", "news agency", "broadcaster", "show", "program", "programme"))
"""Nouns that an outlet of unknown kind is not called by."""
JOINTS = frozenset(("and", "and the", "and The", "/", "-", "–", ", the", ", and the", "or the", "or"))
