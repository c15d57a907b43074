"""What outlets published, spoken of again: the outlet phrases of a text go in, the same with "the poll", "the article" and their like come out.

"A story in the Post …": "the article" further down is the Post's, if no other document of its kind stands nearer. Who took it
down for an outlet ("told Bill Hart of Fox News") is known by the surname afterwards.
"""

from __future__ import annotations

import regex

from citeaudit.model.spans import Span
from citeaudit.sources.outlet_phrases import Head, OutletPhrase

CLASSES = {
    "poll": frozenset(("poll", "survey", "polling", "polls", "average")),
    "piece": frozenset(
        (
            "report",
            "article",
            "story",
            "piece",
            "investigation",
            "exposé",
            "editorial",
            "op-ed",
            "column",
            "profile",
            "essay",
            "editorial board",
            "board",
            "analysis",
            "reporting",
            "feature",
            "reports",
            "stories",
            "book review",
            "review",
            "documentary",
        )
    ),
    "interview": frozenset(
        ("interview", "show", "program", "programme", "broadcast", "segment", "appearance", "podcast", "episode", "town hall")
    ),
}
"""Nouns of one class may refer to each other: "a story in the Post … the article said"."""
REFERENCE = regex.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Hh]is|[Hh]er|[Tt]he\ssame)\s(?:(?:same|new|latest|news|newspaper|magazine|national|telephone)\s)?"
    r"(?P<noun>poll|survey|article|story|piece|investigation|exposé|editorial|op-ed|column|profile|report|analysis|board|review|interview|broadcast|segment|podcast|documentary)(?![\w’'-])"
)
INTRODUCED = regex.compile(
    r"\b(?:an?|another|one|new|(?!(?:In|The|This|That|On|His|Her|Its|And|But|By|For|With|After|When|As)\b)\p{Lu}[\w&]*(?:['’]s)?|\p{Ll}+['’]s)[ ](?:(?!(?:the|this|that)\b)[\w’'-]+[ ]){0,2}?"
    r"(?P<noun>poll|survey|article|story|piece|investigation|editorial|op-ed|column|report|analysis|board|review|interview|documentary)\b"
)
RAN = regex.compile(
    r"\s(?:\p{L}+ly\s|has\s|had\s|also\s|first\s)*(?:ran|published|aired|posted|broadcast|released|carried|printed|wrote|produced|reported|did)\s(?:\p{L}+\s){0,2}?"
    r"(?:an?|the|its|this)\s(?:[\w’'-]+\s){0,3}?(?P<noun>article|story|piece|investigation|exposé|editorial|op-ed|column|profile|report|analysis|review|feature|series)\b"
)


def with_published(text: str, phrases: tuple[OutletPhrase, ...]) -> tuple[OutletPhrase, ...]:
    """Return *phrases* and, in order among them, the nouns that refer back to what their outlets published."""
    return tuple(sorted((*phrases, *_references(text, list(phrases))), key=lambda phrase: phrase.span))


def _references(text: str, phrases: list[OutletPhrase]) -> list[OutletPhrase]:
    """Return the nouns that refer back to what an outlet published: "the poll", "the article", "the interview"."""
    found: list[OutletPhrase] = []
    found.extend(_told_journalists(text, phrases))
    published = sorted([phrase for phrase in phrases if phrase.noun] + _ran(text, phrases), key=lambda phrase: phrase.span)
    if not published:
        return found
    others: list[tuple[int, str]] | None = None
    for match in REFERENCE.finditer(text, published[0].span.end):
        span = Span(*match.span())
        if any(phrase.span.overlaps(span) for phrase in phrases):
            continue
        wanted = _class_of(match["noun"])
        before = [p for p in published if p.span.end <= span.start and _class_of(p.noun) == wanted]
        if not before:
            continue
        antecedent = before[-1]
        if others is None:  # asked only where something refers back, since it reads the whole article
            others = [(m.start(), _class_of(m["noun"])) for m in INTRODUCED.finditer(text, published[0].span.start)]
        # A nearer document of the same kind that no outlet published is what "the report" means.
        if any(antecedent.span.end <= at < span.start and kind == wanted and not _inside(at, phrases) for at, kind in others):
            continue
        found.append(OutletPhrase(span, antecedent.head, antecedent.names, match["noun"].casefold(), antecedent=antecedent.span))
    return found


def _told_journalists(text: str, phrases: list[OutletPhrase]) -> list[OutletPhrase]:
    """Return later surnames of who took it down for an outlet: "told Bill Hart of Fox News … telling Hart that"."""
    found = []
    for phrase in phrases:
        if not phrase.journalist:
            continue
        surname = regex.escape(phrase.journalist.split()[-1])
        for match in regex.finditer(rf"\b(?:told|telling|tells)\s(?P<name>{surname})(?=[\s,.:])", text, pos=phrase.span.end):
            at = Span(*match.span("name"))
            found.append(OutletPhrase(at, Head.JOURNALIST, phrase.names, journalist=phrase.journalist, antecedent=phrase.span))
    return found


def _ran(text: str, phrases: list[OutletPhrase]) -> list[OutletPhrase]:
    """Return outlets with what they are said to have published: "the magazine ran a profile of …"."""
    found = []
    for phrase in phrases:
        match = (
            RAN.match(text, phrase.span.end, phrase.span.end + 80)
            if phrase.head is not Head.INTERVIEW and not phrase.noun
            else None
        )
        if match:
            found.append(OutletPhrase(Span(phrase.span.start, match.end()), Head.PIECE, phrase.names, match["noun"].casefold()))
    return found


def _class_of(noun: str) -> str:
    noun = noun.casefold()
    return next((kind for kind, nouns in CLASSES.items() if noun in nouns), noun)


def _inside(at: int, phrases: list[OutletPhrase]) -> bool:
    return any(phrase.span.start <= at < phrase.span.end for phrase in phrases)
