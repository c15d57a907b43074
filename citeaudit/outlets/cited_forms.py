"""Outlets that no table lists and whose form is plain where something is cited from them: a text goes in, spans of names come out.

- a channel by its number: "told Channel 9 News", "FOX 9 reported";
- a domain in a place that only a site that publishes has: "a reporter for harbourwatch.example", "harbourwatch.example, a website";
- a journal: "the journal Harbour Science", "a study published in Annals of Harbour Medicine";
- a programme in which somebody speaks: "said on “The Lane Show”".

A firm's domain ("Booking.com said") and a title that nobody speaks in are left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import regex

from citeaudit.lexicon.alternations import longest_of
from citeaudit.lexicon.classes import forms_of
from citeaudit.lexicon.worded import worded
from citeaudit.model.spans import Span
from citeaudit.outlets.context import Context, words_of
from citeaudit.outlets.in_roles import in_roles
from citeaudit.outlets.not_outlets import DAYS, MONTHS
from citeaudit.patterns import pattern_of
from citeaudit.text.literals import places_of

STATION_HEADS = ("Channel", "ABC", "CBS", "NBC", "CW", "FOX", "Fox", "Action", "Eyewitness", "News")
"""How each name of a station begins: to look for these takes a fraction of the time that the pattern takes."""
CHANNEL = pattern_of(
    r"(?<![\w-])(?:(?:Channel|(?<!\p{Lu}\p{L}*\s)News)\s|(?:ABC|CBS|NBC|CW|F(?:OX|ox)|(?:Action|Eyewitness)\sNews|News(?:C(?:hannel|enter)|[Cc]hannel))\s?)\d{1,2}(?:\s(?:Eyewitness|Action))?(?:\s[Nn]ews)?(?:\sNow)?(?![\w-]|[.,]\d|%|\spercent)"
    rf"(?:\s(?!(?:{'|'.join(MONTHS)}|\p{{Lu}}\p{{Ll}}+day)\b)\p{{Lu}}\p{{Ll}}+(?:\s\p{{Lu}}\p{{Ll}}+)?(?=\s(?:reported|reports|said|says|that|has|on|in)\b|[.,](?:[”\"]|\s|$)))?"
)
"""A station by its number, with its network or town or without: "Channel 9 News", "News 9", "NBC 6", "ABC7", "ABC 7 Chicago"."""
PROGRAMME = "programme"
"""What tells a programme that is named by its form."""
WINDOW = 100
TITLE = rf"\p{{Lu}}[\p{{L}}&’'-]*(?:(?:\s(?:of|and|in|for|the|&)(?=\s)){{0,2}}\s(?!(?:{'|'.join(MONTHS)}|\p{{Lu}}\p{{Ll}}+day)\b)\p{{Lu}}[\p{{L}}&’'-]*){{0,6}}"
JOURNAL = pattern_of(rf"\s?[“\"‘]?(?P<name>{TITLE})")
JOURNAL_OF = pattern_of(r"(?r)\b(?:[Ii]n|[Bb]y|[Tt]o)\sthe\s(?P<name>(?:\p{Lu}\p{L}+\s){0,3}Journal)")
"""A journal by its head, with what leads to it: "in the European Journal | of Harbour Science"."""
OF_TITLE = pattern_of(rf"\sof\s(?:the\s)?{TITLE}")
STUDY_BEFORE = worded(r"(?r)\b(?:stud(?:y|ies)|@in_journal)(?:\s(?!(?:in|by)\s)[^.;:“”\"]{1,60}|,)?\s")
"""What a journal publishes, before "published in"."""
ON = (
    r"\b(?:on|of|during|@tell)\s"
    r"(?:(?:\p{Lu}\p{Ll}+day|last\snight|tonight)['’]s\s(?:(?:edition|episode|broadcast)\sof\s)?)?(?:(?:the|his|her|its|their)\s(?:[\p{L}-]+\s){0,4}?(?:(?:podcast|show|programme|program),\s)?)?"
)
ON_A_PROGRAMME = worded(
    rf"{ON}"
    r"(?:[“\"‘](?P<quoted>(?:The\s)?\p{Lu}[^”\"’]{2,40}?)[,.]?[”\"’]|(?P<bare>The\s(?:\p{Lu}[\p{L}’'.-]*\s){1,4}(?:Show|Podcast))(?!\w))"
    r"|\bon\sthe\s(?P<named>(?!TV\s|Radio\s)(?:\p{Lu}[\p{L}’'.-]*\s){1,4}(?:[Rr]adio\s|TV\s|[Tt]alk\s)?(?:[Ss]how|[Pp]odcast))(?!\w)"
    r"|\b(?:on|of)\s(?P<owned>(?:\p{Lu}[\p{L}.-]*\s){1,2}\p{Lu}[\p{L}.-]*['’]s\s(?:[\p{Ll}-]+\s){0,2}(?:(?:radio|TV|television|talk)\s(?:show|programme|program)|podcast))(?!\w)"
)
TITLE_BEHIND = worded(rf".(?=\p{{Lu}})(?<={ON}.)")
SHOW_BEHIND = pattern_of(
    r"(?<=(?<!\w)(?:on\sthe|The)\s(?:\p{Lu}[\p{L}’'.-]*\s){1,4}(?:[Rr]adio\s|TV\s|[Tt]alk\s)?|\p{Lu}[\p{L}.-]*['’]s\s(?:[\p{Ll}-]+\s){0,2}(?:radio\s|TV\s|television\s|talk\s)?)"
)
PROGRAMME_SIGNS = (
    *((mark, TITLE_BEHIND) for mark in '“"‘'),
    *((word, SHOW_BEHIND) for word in ("Show", "show", "Podcast", "podcast", "program")),
)
"""What each such title holds, with what stands before it: to look for these takes a fraction of the time that "on" and "of" take."""
CALLED_A_PROGRAMME = pattern_of(r"[,.]?[”\"’]\s(?:radio\s|TV\s|television\s|talk\s)?(?:podcast|show|programme|program)(?!\w)")
SPOKEN_ON = pattern_of(rf"(?r)(?<!\w){longest_of(forms_of('plain_say') | forms_of('appears'))}\s(?:\p{{Lu}}\p{{Ll}}+day\s)?")
"""Who speaks on a title speaks on a programme: "he said on “Outnumbered.”"."""
A_PROGRAMME_CALLED = pattern_of(r"(?r)(?<!\w)(?:(?:podcast|show|programme|program),?|episode\sof)\s[“\"‘]")
"""What tells that a quoted title is a programme's: "the “Dock Talk” podcast", "their podcast “Dock Talk”"."""


def find_channels(text: str) -> list[Span]:
    """Return the places of the stations that are called by their numbers."""
    found = (CHANNEL.match(text, place) for head in STATION_HEADS for place in places_of(head, text))
    return sorted(Span(*channel.span()) for channel in found if channel)


def cited_forms(text: str, channels: Iterable[Span], addresses: Iterable[Span]) -> Iterator[tuple[Span, str]]:
    """Return the place of each such outlet, and what tells it; *channels* and *addresses* are the places of stations, and of domains and URLs."""
    for channel in channels:
        context = Context(text, channel.start, channel.end)
        if context.cue:
            yield channel, context.cue
    for span in addresses:
        if "/" not in span.of(text) and (why := _as_a_site(text, span.start, span.end)):
            yield span, why
    yield from _journals(text)
    yield from _programmes(text)
    yield from in_roles(text)


def _as_a_site(text: str, start: int, end: int) -> str:
    before = _sites().match(text, max(0, start - WINDOW), start)
    said = _site_after().match(text, end, min(len(text), end + WINDOW))
    return (before.group(1) if before else "") or (said.group(1) if said else "")


@cache
def _sites() -> regex.Pattern[str]:
    words = "|".join(map(regex.escape, words_of("site_before")))
    return pattern_of(rf"(?r)(?<!\w)({words})\s(?:the\s)?")


@cache
def _site_after() -> regex.Pattern[str]:
    words = "|".join(map(regex.escape, (*words_of("outlet_noun"), *words_of("site_noun"))))
    return pattern_of(rf",\s(?:an?|the|one of the)\s(?:[\w-]+\s){{0,4}}?({words})(?![\w-])")


def _journals(text: str) -> Iterator[tuple[Span, str]]:
    for place in places_of("ournal ", text):
        found = JOURNAL.match(text, place + len("ournal"))
        if found and text[place - 1] == "j" and text.startswith("the ", max(0, place - 5)):
            yield Span(*found.span("name")), "journal"
        elif of := OF_TITLE.match(text, place + len("ournal")):
            head = JOURNAL_OF.match(text, max(0, place - WINDOW), place + len("ournal"))
            if head:
                yield Span(head.start("name"), of.end()), "journal"
    for place in places_of("published ", text):
        found = _published_in().match(text, place)
        if (
            found
            and not words_of_journals().isdisjoint(found["name"].split())
            and STUDY_BEFORE.match(text, max(0, place - WINDOW), place)
        ):
            yield Span(*found.span("name")), "published in"


@cache
def words_of_journals() -> frozenset[str]:
    """Return the words of which a journal's name has one at least."""
    return frozenset(words_of("journal_word"))


@cache
def _published_in() -> regex.Pattern[str]:
    return pattern_of(
        rf"published\s(?:(?:online|today|yesterday|earlier|recently|(?:on\s)?\p{{Lu}}\p{{Ll}}+day|this|last|week|month|year)\s)*in\s(?:the\s)?(?P<name>{TITLE})"
    )


def _programmes(text: str) -> Iterator[tuple[Span, str]]:
    if not any(around.match(text, place) for sign, around in PROGRAMME_SIGNS for place in places_of(sign, text)):
        return
    for found in ON_A_PROGRAMME.finditer(text):
        group = next(name for name in ("quoted", "bare", "named", "owned") if found[name])
        start, end = found.span(group)
        is_called = group in ("named", "owned") or (
            group == "quoted"
            and (
                CALLED_A_PROGRAMME.match(text, end)
                or A_PROGRAMME_CALLED.match(text, 0, start)
                or (SPOKEN_ON.match(text, 0, found.start()) and not set(DAYS).intersection(found[group].split()))
            )
        )
        if is_called or found[group].split()[-1].rstrip(",.!") in words_of("programme_word"):
            yield Span(start, end), PROGRAMME
