"""Datelines: a text with its sentences goes in, where each story was written and which agency supplied it comes out."""

from __future__ import annotations

from functools import cache

from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.model.relations import Dateline, Sentence, SentenceKind
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of

MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
DATE = rf"(?:{MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {MONTH}(?: \d{{4}})?)"
PLACE = r"\p{Lu}[\p{Lu}'’.-]+(?:[ /-](?:\p{Lu}[\p{Lu}'’.-]*|(?:de|del|la|al|of|on|upon)\b)){0,3}(?:, (?:\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,2}))?"
MIXED_PLACE = r"\p{Lu}[\p{L}'’.-]+(?:[ -]\p{Lu}[\p{L}'’.-]*){0,2}(?:, (?:\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,2}))?"
DATELINE = pattern_of(
    rf"(?P<place>{PLACE})(?:,? {DATE},?)?(?: \((?P<wire>[^()\n]{{2,40}})\))?(?:,? {DATE},?)?\s?(?:--|[–—―]|(?<=\s)-(?=\s))\s?"
    rf"|(?P<place>{MIXED_PLACE})(?:,? {DATE},?)? \((?P<wire>[^()\n]{{2,40}})\)(?:,? {DATE},?)?\s?(?:--|[-–—―]|:)\s?"
    rf"|\((?P<wire>[^()\n]{{2,40}})\)\s?(?:--|[–—―]|(?<=\s)-(?=\s))\s?"
)
BARE = pattern_of(
    rf"(?P<place>{PLACE}|{MIXED_PLACE}(?=\s\())(?:,? {DATE},?)?(?: \((?P<wire>[^()\n]{{2,40}})\))?(?:,? {DATE},?)?(?P<dash>\s?(?:--|[–—―-]))?$"
)
"""A dateline and nothing behind it."""
MARKS = ("--", "–", "—", "―", " -", "\n-", "(")
"""Every dateline has one of these, or an agency in brackets."""
LONGEST = 120
FIRST = 8
"""A dateline that names no agency stands in one of so many first paragraphs."""
PLACE_WORDS = 2
LONG_PLACES = frozenset(
    (
        "CITY",
        "BEACH",
        "ISLAND",
        "ISLANDS",
        "AVIV",
        "TOWN",
        "DE",
        "DEL",
        "SAN",
        "SANTA",
        "ST.",
        "FORT",
        "PORT",
        "NEW",
        "UPON",
        "ON",
        "AL",
        "OF",
    )
)
"""Words that names of places in three or more words hold."""


def find_datelines(text: str, sentences: tuple[Sentence, ...]) -> tuple[Dateline, ...]:
    """Return the datelines of *text*, each at the start of the first statement of its paragraph."""
    found = []
    previous = -1
    is_told = False
    for sentence in sentences:
        if sentence.paragraph != previous:
            previous, is_told = sentence.paragraph, False
        if is_told or sentence.kind is not SentenceKind.STATEMENT:
            continue
        is_told = True
        dateline = _dateline(text, sentence.span, sentence.paragraph)
        if dateline is not None:
            found.append(dateline)
    return tuple(found)


def is_bare_dateline(words: str) -> bool:
    """Tell whether the line *words* is a dateline whose story begins on the next line: a place in capitals and a dash, or a place and its agency."""
    if len(words) > LONGEST or (words[-1] not in "-–—―)"):
        return False
    match = BARE.match(words)
    if match is None:
        return False
    is_wire = match["wire"] is not None and match["wire"].strip().casefold() in wires()
    return is_wire or (match["dash"] is not None and _is_place(match["place"]))


def opens_story(words: str) -> bool:
    """Tell whether *words* begin with a dateline: a place in capitals and a dash, or one with its agency."""
    return _dateline(words, Span(0, len(words)), 0) is not None


def _dateline(text: str, span: Span, paragraph: int) -> Dateline | None:
    head = text[span.start : min(span.end, span.start + LONGEST)]
    if not any(mark in head for mark in MARKS) or ("(" not in head and head[1:2].islower()):
        return None  # asked first, since most paragraphs have none of them, or a small second letter and no agency
    match = DATELINE.match(head)
    if match is None or match.end() >= len(span):
        return None
    place, wire = match.group("place") or "", match.group("wire")
    outlet = wires().get(wire.strip().casefold()) if wire else None
    if wire and outlet is None and not wire[0].isupper():
        return None
    if outlet is None and not (paragraph < FIRST and _is_place(place)):
        return None
    return Dateline(Span(span.start, span.start + len(match.group().rstrip())), place, outlet)


def _is_place(place: str) -> bool:
    """Tell a place in capitals from a speaker of a transcript or a label."""
    name, _, region = place.partition(",")
    words = name.split()
    return (
        name.isupper()
        and bool(region or len(words) <= PLACE_WORDS or not LONG_PLACES.isdisjoint(words))
        and NO_PLACES.isdisjoint(words)
    )


NO_PLACES = frozenset(
    (
        "ALSO",
        "ANALYSIS",
        "BREAKING",
        "CNN",
        "EXCLUSIVE",
        "FACT",
        "FBI",
        "GOP",
        "LIVE",
        "NBC",
        "NOTE",
        "OPINION",
        "UPDATE",
        "VIDEO",
        "WATCH",
    )
)


@cache
def wires() -> dict[str, str]:
    """Return the ids of the agencies by the names that datelines give them, folded."""
    rows = read_table(shipped_table("citeaudit.lexicon", "wires.tsv"), ("name", "outlet", "example"))
    return {name.casefold(): outlet for name, outlet, _example in rows}
