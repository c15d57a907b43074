"""Outlets whose name tells nothing, by a role that nobody but an outlet has: a text goes in, spans of names come out.

- who ran an article: "the Harbour Report | published an article claiming that", "a story posted by | Dockyard Row";
- who had the news first: "first reported by the | Dockyard Row", "told | Dockyard Row, which first reported the sale";
- a name in one word with capitals inside it that reports before a mark, or is given a statement: "QuayWatchWeb | reports:", "in a statement to | QuayWatchWeb".

A body, a firm or a person may do some of these things too, so a name that says it is one is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from citeaudit.lexicon.people import first_names, source_nouns
from citeaudit.lexicon.worded import worded
from citeaudit.model.relations import SourceType
from citeaudit.model.spans import Span
from citeaudit.outlets.ambiguity import common_words
from citeaudit.outlets.context import words_of
from citeaudit.outlets.not_outlets import DAYS, MONTHS
from citeaudit.outlets.unknown import COINED_INSIDE, may_be_a_name, names_a_body
from citeaudit.patterns import pattern_of
from citeaudit.text.literals import places_of
from citeaudit.text.marks import POSSESSIVE_S

RAN = "ran an article"
HAD_FIRST = "had the news first"
"""What tells an outlet: an article that it ran, or that others credit it with the news."""
PEOPLE = frozenset((SourceType.PERSON, SourceType.GROUP, SourceType.ORGANISATION))
"""What somebody is by an office or a trade: "the Mayor", "the Police"."""
DATES = frozenset((*DAYS, *MONTHS))
WINDOW = 90
WORD = r"\p{Lu}[\p{L}\d&’'-]*"
TITLE = rf"{WORD}(?:\s(?:(?:of|and|&)\s)?{WORD}){{0,3}}"
CAMEL = r"(?!Ma?c\p{Lu}|Van\p{Lu}|Fitz)\p{Lu}\p{Ll}{2,}(?:(?:\d{1,2})?\p{Lu}\p{Ll}+|TV){1,4}(?![\w@’'])"
"""A name in one word with capitals inside it, and no surname: "QuayWatchWeb", not "MacDonald"."""
WHO_RUNS = worded(
    rf"(?r)(?<![\w-])(?:[Tt]he\s(?P<name>{TITLE})|(?P<coined>{CAMEL}))\s(?:(?:has|had|also|first|recently|later|@adverb_of_report)\s){{0,2}}"
)
RUNS_ARTICLE = worded(r"(?:an?|its|another)\s(?:[\w’'.-]+\s){0,3}?@outlets_piece(?![\w-])")
ARTICLE_BEFORE = worded(
    r"(?r)\b@outlets_piece(?:s)?(?:\s(?:that|which)\s(?:was|were)|\swas)?(?:\s(?:first|originally|recently))?\s"
)
RUN_BY = pattern_of(
    rf"\s(?:(?:online|today|yesterday|earlier|recently|(?:on\s)?\p{{Lu}}\p{{Ll}}+day|this|last|week|month|year)\s){{0,3}}(?:(?:(?:in|by|on)\sthe|on)\s(?P<name>{TITLE})|by\s(?P<name>{WORD}\sof\s{TITLE}|{CAMEL}))(?=[,.;:]|\s\p{{Ll}})"
)
FIRST_BY = pattern_of(rf"(?:reported|published)\sby\sthe\s(?P<name>{TITLE})(?=[,.;:)]|\s(?:on|last|this|earlier|in|and)\s|\s?$)")
WHICH_FIRST = pattern_of(rf"(?r)\b(?:[Tt]he|[Tt]o|with|by|told)\s(?P<name>{TITLE}),\s")
CAMEL_BEFORE = pattern_of(rf"(?r)(?<![\w@#.’'/-])({CAMEL})\s")
REPORTS_THEN = pattern_of(r"\sreport(?:s|ed)(?=\s?[:.,;]|\s?$)")
CAMEL_BEHIND = pattern_of(rf"(?:an?\s)?({CAMEL})(?=[,.;:)]|\s\p{{Ll}})")
GIVEN = (("statement to ", pattern_of(r"statement\sto\s")), ("interview ", pattern_of(r"interview\s(?:with|to)\s")))
"""What an outlet is given, and hardly anybody else."""
WHICH_BROKE = "which broke the "
"""What is said behind the name of who had the news first."""


def in_roles(text: str) -> Iterator[tuple[Span, str]]:
    """Return the place of each such outlet in *text*, and what tells it."""
    for word in ("published ", "posted ", "ran a"):
        for place in places_of(word, text):
            yield from _by_article(text, place, text.find(" ", place))
    for place in places_of(" report", text):
        yield from _reporting(text, place)
    for place in places_of(WHICH_BROKE, text):
        yield from _first(WHICH_FIRST.match(text, max(0, place - WINDOW), place))
    for sign, given in GIVEN:
        for place in places_of(sign, text):
            behind = given.match(text, place)
            if behind and (found := CAMEL_BEHIND.match(text, behind.end())):
                yield from _coined(found)


def _reporting(text: str, place: int) -> Iterator[tuple[Span, str]]:
    """Return who reports by the word behind *place*: before a mark, or as the first who did."""
    if text.endswith("which first", 0, place):
        yield from _first(WHICH_FIRST.match(text, max(0, place - WINDOW), place - len("which first")))
    elif text.endswith("first", 0, place):
        yield from _first(FIRST_BY.match(text, place + 1))
    elif REPORTS_THEN.match(text, place) and (found := CAMEL_BEFORE.match(text, max(0, place - WINDOW), place + 1)):
        yield from _coined(found)


def _coined(found: regex.Match[str]) -> Iterator[tuple[Span, str]]:
    if found[1] not in first_names() and found[1] not in words_of("platform"):
        yield Span(*found.span(1)), COINED_INSIDE


def _first(found: regex.Match[str] | None) -> Iterator[tuple[Span, str]]:
    if found and _may_run(found["name"]):
        yield Span(*found.span("name")), HAD_FIRST


def _by_article(text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    """Return who ran an article by the verb from *start* to *end*: its subject, or whom it names behind "by"."""
    if RUNS_ARTICLE.match(text, end + 1):
        found = WHO_RUNS.match(text, max(0, start - WINDOW), start)
        if found and found["coined"]:
            yield Span(*found.span("coined")), COINED_INSIDE
        elif found and _may_run(found["name"]):
            yield Span(*found.span("name")), RAN
    elif (
        (found := RUN_BY.match(text, end))
        and ARTICLE_BEFORE.match(text, max(0, start - WINDOW), start)
        and _may_run(found["name"])
    ):
        yield Span(*found.span("name")), RAN


def _may_run(name: str) -> bool:
    """Tell whether *name* may be an outlet's: no person's, no body's, no firm's, no platform's, and no date."""
    words = name.split()
    return (
        may_be_a_name(name)
        and name not in words_of("platform")
        and words[-1] not in words_of("body")
        and not _is_somebody(words)
        and not name.endswith(POSSESSIVE_S)
        and not names_a_body(name)
        and DATES.isdisjoint(words)
    )


def _is_somebody(words: list[str]) -> bool:
    """Tell whether *words* are no name: a word with a capital, or what somebody is by an office or trade: "the Mayor", "the Prime Minister"."""
    last = words[-1].lower()
    type_ = source_nouns()[last][0] if last in source_nouns() else None
    return type_ in PEOPLE or (len(words) == 1 and last in common_words())
