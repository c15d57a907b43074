"""Outlets that the gazetteer does not know, told by their form: a text goes in, spans of names come out.

Four forms are taken, each only with words beside it that nobody but an outlet goes with:

- a name that ends (or begins) like a paper's, with a cue: "the Springfield Gazette reported", "told the Daily Haymaker";
- a call sign that is called a station: "local station KXYZ", "WXYZ-TV";
- a name behind a noun of a news outlet: "the Kyiv-based news site Zmina said";
- a name with such a noun in apposition: "Zmina, a news website, said".

Once named, the same name is taken wherever it stands again in the article. What is doubtful is left out: an unknown outlet is
a note to the editor, and an organisation taken for one would change who stands behind a claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

import regex

from citeaudit.lexicon.classes import forms_of
from citeaudit.lexicon.people import body_words, first_names
from citeaudit.lexicon.worded import worded
from citeaudit.model.spans import Span
from citeaudit.outlets.context import Context, country_words, seats, words_of
from citeaudit.outlets.not_outlets import DAYS
from citeaudit.outlets.nouns import kind_nouns
from citeaudit.outlets.places import Places
from citeaudit.patterns import pattern_of
from citeaudit.text.literals import places_of
from citeaudit.text.marks import POSSESSIVE_S

WINDOW = 100
NAME = r"\p{Lu}[\w&’'-]*(?:\s(?:of\s(?:the\s)?)?\p{Lu}[\w&’'-]*){0,3}"
CALL_SIGNS = tuple(re.compile(rf"({first}[A-Z]{{2,3}})(-(?:TV|FM|AM|DT|LP|CD))?(?![\w-])") for first in "KW")
"""One for each first letter: a letter is looked for in a tenth of the time that a set of two takes."""
STATION_BEFORE = worded(r"(?r)(?<!\w)(?:@station_word|TV|ABC|CBS|NBC|FOX|Fox|CNN|NPR|PBS|CW|\d{3,4}|\d{2,3}\.\d)(?:\s*,)?\s")
CUE_BEFORE = pattern_of(r"(?r)(?<!\w)(?:told|tells|to|reported by|interview with|on)\s")
STATION_AFTER = pattern_of(
    r"(?:['’]s)?,?\s+(?:(?:has|first|also)\s)?(?:reported|reports|radio|television|TV|news|Channel|\d)(?!\w)"
)


BEHIND_NOUN = worded(
    rf",?\s(?:@goes_by\s)?(?:[Tt]he\s)?[“\"‘']?({NAME}(?:\.(?:com|org|net|info|news|co|tv))?)[”\"’']?(?=[,.;:]?[”\"]?\s*(?:$|\n)|[,.;:]|\s@behind_outlet\b)"
)
BEFORE_NOUN = pattern_of(rf"(?r)(?<![\w-])((?!The\s\p{{Lu}}){NAME}),\s(?:an?|the|one of the)\s(?:[\w-]+\s){{0,4}}")
AFTER_APPOSITION = worded(r"[,.;]|\s@behind_apposition\b")
BEFORE_TAIL = worded(
    r"(?r)(?<![\w.-])((?!The\s|\p{L}+-@outlet_leans\s)\p{Lu}[\w&.’'-]*\s(?:(?!The\s|\p{L}+-@outlet_leans\s)\p{Lu}[\w&.’'-]*\s){0,2})"
)
BEFORE_KIND = pattern_of(
    rf"(?r)\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir)\s(?:\p{{Lu}}\p{{L}}+-\p{{Ll}}+\s)?((?!\p{{Lu}}\p{{L}}+-\p{{Ll}}){NAME}(?:\s(?:of|and|in|for|on|the|&){{1,2}}\s\p{{Lu}}[\w&’'-]*){{0,2}})\s"
)
BARE_BEFORE_KIND = pattern_of(rf"(?r)(?<=\p{{Ll}}\s)(?<!\b[Aa]n?\s)({NAME})\s")
"""The same without an article, behind a word in lower case: "told | Harbour Weekly | magazine"."""
BEHIND_KIND = worded(
    r"(?:(?<=\b(?:[Hh]is|[Hh]er|[Tt]heir)\s(?:\p{Ll}+\s){0,2}\p{Ll}+),)?\s[“\"‘]?(?:The\s)?(?P<name>\p{Lu}[\w&’'-]*(?:\s(?:(?:@particle|des)\s)?\p{Lu}[\w&’'-]*){0,3})(?=[,.]|\s(?!of\b)\p{Ll})"
)
OPENS = pattern_of(r"(\p{Lu}\p{Ll}*)\s")
"""The first word of a name, which may only open the sentence."""
GENITIVE = pattern_of(r"(\p{Lu}[\w.]*)['’]s?\s")
AFTER_HEAD = worded(r"\s(?:(?:@particle|des|do|d’|d')\s?|\p{Lu}[\w’'-]*\s)?\p{Lu}[\w’'-]*")
COINED = pattern_of(r"(?:The)?(?:\p{Lu}\p{Ll}+){2,6}|\p{Ll}{6,20}|(?!CC|HD|IP|UHD|LED|OLED)\p{Lu}{2,4}TV")
"""A name in one word: each of its words with a capital, or none; or initials before TV."""
COINED_INSIDE = "one word with capitals inside it"
"""What tells one that no table lists by a role (``in_roles``): in another case of its letters it is the same."""
HYPHENED_TAIL = pattern_of(r"-(\p{Lu}\p{Ll}+)(?![\w-])")
"""The second half of a double name: "the Calder Star | -Gazette"."""


@cache
def paper_words() -> frozenset[str]:
    """Return the words that papers' names begin or end with."""
    return frozenset((*words_of("paper_head"), *words_of("paper_tail")))


@cache
def _longer_titles() -> dict[str, regex.Pattern[str]]:
    tails = {"newspaper": "second_tail", "journal": "journal_word"}
    return {
        kind: pattern_of(rf"(?:\s\p{{Lu}}\p{{Ll}}+){{0,2}}?\s(?:{'|'.join(words_of(group))})(?![\w-]|\s\p{{Lu}})")
        for kind, group in tails.items()
    }


def longer_title(kind: str, span: Span, text: str) -> Span | None:
    """Return the longer title that a listed one of *kind* at *span* begins, None if it stands alone: "BMJ | Case Reports", "Beijing Daily | Express"."""
    if not text[span.end : span.end + 2].strip().istitle() or kind not in _longer_titles():
        return None
    found = _longer_titles()[kind].match(text, span.end, min(len(text), span.end + 50))
    return Span(span.start, found.end()) if found else None


@cache
def outlet_nouns() -> frozenset[str]:
    """Return the nouns behind which an outlet's name stands ("the news site Zmina"), as they begin a sentence too."""
    nouns = words_of("outlet_noun")
    return frozenset((*nouns, *({noun[0].upper() + noun[1:] for noun in nouns} - paper_words())))


def find_unknown(
    text: str, hits: list[tuple[int, int, str]], taken: Places, cited: Iterable[tuple[Span, str]] = ()
) -> Iterator[tuple[Span, str]]:
    """
    Return the place of each outlet that is named by form alone, and the words that tell it, in order.

    *hits* are the places of words that such a name may hang on, *taken* those of known names and phrases, which stay theirs;
    *cited* are names of other forms that something is cited from (``cited_forms``).
    """
    found = [place for place in (*_first_names(text, hits), *cited) if not taken.touched_by(place[0])]
    if not found:
        return
    names: dict[str, Span] = {}
    for span, _ in sorted(found):
        names.setdefault(span.of(text), span)
    why = dict(found)
    coined = {span.of(text).casefold(): span for span, detail in sorted(found, reverse=True) if detail == COINED_INSIDE}
    again = regex.compile(
        rf"(?<![\w@#.-])(?:\L<names>{'|(?i:' + '|'.join(coined) + ')' if coined else ''})(?![\w-])", names=list(names)
    )
    for match in again.finditer(text):
        span = Span(*match.span())
        if not taken.touched_by(span):
            first = names.get(match.group()) or coined[match.group().casefold()]
            yield span, why.get(span, f"named before at {first.start}")


def suppose_unknown(text: str, hits: list[tuple[int, int, str]], taken: Places) -> Iterator[Span]:
    """
    Return the place of each name that is built like an outlet's, whatever stands beside it: an outlet only where one is wanted.

    *hits* and *taken* are those of :func:`find_unknown`. A person of such a name ("Emily Post") is none.
    """
    done = 0
    for start, end, phrase in hits:
        span = None
        if phrase in words_of("paper_head"):
            found = AFTER_HEAD.match(text, end)
            span = Span(start, found.end() - _possessive(found.group())) if found else None
        if span is None and phrase in words_of("paper_tail"):
            span = name_with_tail(text, start, end)  # "told Northshore | TV": a word may be a head and a tail
        elif span is None and phrase in kind_nouns():
            span = _beside_its_kind(text, start, end)
        if span is None or span.start < done or taken.touched_by(span):
            continue
        words = span.of(text).split()
        if (
            may_be_a_name(span.of(text))
            and words[-1] not in words_of("body")
            and (words[-1].isupper() or not text[span.end : span.end + 2].strip().istitle())
        ):
            done = span.end
            yield span


def _beside_its_kind(text: str, start: int, end: int) -> Span | None:
    """
    Return the name beside the noun of its kind from *start* to *end*: "the Kwayedza | newspaper", "the website | Bulawayo24".

    A country or a town before the noun tells where the outlet is, not how it is called: "the Ghanaian | newspaper".
    So does whose it is: "the Harbour University | website", "the Ministry's | magazine".
    """
    found = BEFORE_KIND.match(text, max(0, start - WINDOW), start)
    if found is None and text[start:end] in words_of("named_kind"):
        found = BARE_BEFORE_KIND.match(text, max(0, start - WINDOW), start)
    is_owner = found is not None and (found[1].endswith(POSSESSIVE_S) or names_a_body(found[1]))
    if found and not is_owner and not _tells_of_what_kind(found[1]) and not AFTER_HEAD.match(text, end):
        return Span(*found.span(1))
    behind = BEHIND_KIND.match(text, end)
    return Span(*behind.span("name")) if behind and behind["name"] not in country_words() else None


def _tells_of_what_kind(name: str) -> bool:
    """Tell whether *name* before the noun is no name: where the outlet is, or whose voice it is, "the Catholic | newspaper"."""
    return name in country_words() or name in seats() or name in words_of("kind_trait")


def names_a_body(name: str) -> bool:
    """Tell whether a word of *name* makes it that of a body or firm: "Harbour University"."""
    return not body_words().keys().isdisjoint(name.lower().split())


def is_of_anybody(text: str, end: int) -> bool:
    """Tell whether behind the name that ends at *end* stands a noun of what others than outlets have too: "the Sunset Beach | website"."""
    return text[end + 1 : end + 20].partition(" ")[0].rstrip('.,;:”"') in words_of("kind_of_anybody")


def name_with_tail(text: str, start: int, end: int) -> Span | None:
    """
    Return the name whose last word stands from *start* to *end*, with the capitalised words before it, None if there are none.

    A country's genitive tells where the paper is, and is no part of its name: "Kenya's | Coast Herald".
    """
    found = BEFORE_TAIL.match(text, max(0, start - WINDOW), start)
    if found is None:
        return None
    first = found.start()
    while (opening := OPENS.match(text, first, start)) and opening[1].lower() in forms_of("function_word", "by_leave"):
        first = opening.end()  # "A | Kestrel FM report", "On | Kestrel FM"
    if first == start:
        return None
    owner = GENITIVE.match(text, first, start)
    double = HYPHENED_TAIL.match(text, end)
    return Span(
        owner.end() if owner and owner[1] in country_words() else first,
        double.end() if double and double[1] in paper_words() else end,
    )


def coined_names(text: str) -> Iterator[Span]:
    """
    Return the place of each name that is written in one word and ends, or begins, like an outlet's: "HarbourDailyNews", "usnewsdaily".

    It is an outlet only where a construction wants one.
    """
    for match in (_coined().match(text, place) for end in _coined_ends() for place in places_of(end, text)):
        if match is None:
            continue
        start, end = match.span()
        while start and (text[start - 1].isalnum() or text[start - 1] in ".@#_/-"):
            start -= 1
        while end < len(text) and (text[end].isalnum() or text[end] in "@_/"):
            end += 1
        name = text[start:end]
        if COINED.fullmatch(name):
            yield Span(start, end)


def is_press_site(name: str) -> bool:
    """Tell whether *name* is an address called like a paper's: "harbournews.example", and no "harbourbank.example"."""
    label, dot, _ = name.lower().removeprefix("www.").partition(".")
    return bool(dot) and label.endswith(tuple(map(str.lower, _coined_ends())))


@cache
def _coined_ends() -> tuple[str, ...]:
    return (*words_of("coined_tail"), *words_of("coined_plain"), "TV")


@cache
def _coined() -> regex.Pattern[str]:
    """Return what such an end stands in."""
    return pattern_of(
        rf"(?<=\p{{Ll}})(?:{'|'.join(words_of('coined_tail'))})(?!\p{{Ll}})|(?<=\p{{Ll}}{{3}})(?:{'|'.join(words_of('coined_plain'))})(?!\p{{L}})|(?<=\p{{Lu}}{{2}})TV(?!\w)"
    )


def _first_names(text: str, hits: list[tuple[int, int, str]]) -> Iterator[tuple[Span, str]]:
    for start, end, phrase in hits:
        if phrase in outlet_nouns():
            yield from _beside_noun(text, start, end)
        elif phrase in words_of("apposed_noun"):
            yield from _before_noun(text, start, end)
        elif phrase in words_of("paper_head"):
            found = AFTER_HEAD.match(text, end)
            if found:
                yield from _like_a_paper(text, Span(start, found.end() - _possessive(found.group())))
        elif phrase in words_of("paper_tail"):
            span = name_with_tail(text, start, end)
            if span:
                yield from _like_a_paper(text, span)
    yield from _call_signs(text)


def _possessive(name: str) -> int:
    """Return how long the possessive is at the end of *name*: "Radio Kestrel | ’s"."""
    return len("'s") if name.endswith(POSSESSIVE_S) else 0


def _call_signs(text: str) -> Iterator[tuple[Span, str]]:
    for sign in chain.from_iterable(pattern.finditer(text) for pattern in CALL_SIGNS):
        before = text[max(0, sign.start() - 1) : sign.start()]
        if before.isalnum() or before in tuple("-.@#$") or sign.group(1) in words_of("no_station"):
            continue
        is_called_so = STATION_BEFORE.match(text, max(0, sign.start() - 30), sign.start())
        is_cited = len(sign.group(1)) == 4 and (
            CUE_BEFORE.match(text, max(0, sign.start() - 30), sign.start()) or STATION_AFTER.match(text, sign.end())
        )
        if sign.group(2) or is_called_so or is_cited:
            yield Span(*sign.span()), "call sign"


def _beside_noun(text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    behind = BEHIND_NOUN.match(text, end)
    if behind and may_be_a_name(behind.group(1)):
        yield Span(*behind.span(1)), text[start:end]
    else:
        yield from _before_noun(text, start, end)


def _before_noun(text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    if AFTER_APPOSITION.match(text, end):
        before = BEFORE_NOUN.match(text, max(0, start - WINDOW), start)
        if before and may_be_a_name(before.group(1)):
            yield Span(*before.span(1)), text[start:end]


def may_be_a_name(name: str) -> bool:
    """Tell whether *name* can be an outlet's: it begins with no word of a sentence, no day and no person's first name."""
    words = name.split()
    return (
        words[0] not in first_names()
        and words[0] not in DAYS
        and words[0] not in words_of("no_first_word")
        and words[-1] not in DAYS
    )


def _like_a_paper(text: str, span: Span) -> Iterator[tuple[Span, str]]:
    context = Context(text, span.start, span.end)
    words = span.of(text).split()
    is_set_apart = context.article or text[max(0, span.start - 3) : span.start].endswith(("'s ", "’s "))
    if (
        words[0] in words_of("no_first_word")
        or context.next
        or context.of_more
        or (context.article.lower() in ("a", "an") and not context.staff)
    ):
        return
    if (
        context.is_by_verb
        or (context.is_strong and context.staff)
        or (context.cue and words[-1] not in words_of("body") and (is_set_apart or words[-1] in words_of("air_tail")))
    ):
        yield span, context.cue
