"""How a publisher is named on its own pages: an article goes in, mentions come out of its sections and of a name that no table lists.

"She told Guardian Business" in The Nassau Guardian is the Nassau Guardian; "in an interview with The Lane Post" in an article
of lanepost.example is its publisher, listed or not. Both only with words beside them that an outlet goes with.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from citeaudit.model.articles import Article
from citeaudit.model.making import replace
from citeaudit.model.relations import Mention
from citeaudit.model.spans import Evidence, Span
from citeaudit.outlets.context import Context, words_of
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.outlets.references import as_we_reported
from citeaudit.patterns import pattern_of
from citeaudit.text.literals import places_of

SHORTEST = 6
"""A name of fewer letters may be any word."""
LEAST_INITIALS = 3
"""Two letters may be anything."""
THIS = pattern_of(r"(?r)(?<![\w-])[Tt]his\s")
OWN_NOUNS = frozenset(
    ("newspaper", "magazine", "masthead", "media house", "news site", "news outlet", "publication", "website", "tabloid")
)
"""What a publisher calls itself behind "this"."""
DOMAIN = pattern_of(r"(?:https?://)?(?:www\.)?(?P<name>[\w-]+)(?:\.[a-z]{2,12}){1,2}/?")


def find_own_names(article: Article, gazetteer: Gazetteer, publisher: tuple[str, ...]) -> Iterator[Mention]:
    """Return the places where *article* cites its own publisher by a section, or by a name that is not in the gazetteer."""
    if publisher:
        own = gazetteer.top(publisher[0])
        yield from _initials(article.text, own.name, publisher[0])
        last = own.name.rpartition(" ")[2]
        if last not in article.text or not last[:1].isupper():
            return
        for match in _section_of(last).finditer(article.text):
            span = Span(*match.span())
            if why := _cue(article.text, span):
                yield Mention(span, publisher[0], own.name, evidence=(Evidence("mentions.publisher", span, why),))
        return
    for match in _spelled(article):
        span = Span(*match.span())
        if match.group()[0].isupper() and (why := _cue(article.text, span)):
            name = " ".join(match.group().split())
            yield Mention(span, None, name, evidence=(Evidence("mentions.unknown", span, f"the publisher: {why}"),))


def find_own_unlisted(article: Article, nouns: list[Span]) -> Iterator[Mention]:
    """
    Return the places where a publisher that no table lists speaks of itself: "told this newspaper", "as we reported".

    *nouns* are the places of nouns by which outlets are called. "This show" may be any: only what a publisher is, with a cue.
    """
    name, text = " ".join((article.publisher or "").split()), article.text
    if not name:
        return
    for span in (*(noun for noun in nouns if noun.of(text) in OWN_NOUNS), *as_we_reported(text)):
        before = THIS.match(text, max(0, span.start - 12), span.start)
        is_own = Context(text, before.start(), span.end).cue if before else text[span.start : span.end] == "we"
        if is_own:
            yield Mention(span, None, name, evidence=(Evidence("mentions.unknown", span, f"the publisher: {is_own}"),))


def find_initials(mentions: tuple[Mention, ...], text: str, gazetteer: Gazetteer) -> Iterator[Mention]:
    """Return the places where the initials of an outlet named before hear or report something: "the EADT says" after the East Anglian Daily Times."""
    full: dict[str, Mention] = {}
    for mention in mentions:
        if mention.span.end - mention.span.start > len(mention.name) // 2 and " " in mention.name:
            full.setdefault("".join(word[0] for word in mention.name.removeprefix("The ").split()), mention)
    for letters, mention in full.items():
        if len(letters) < LEAST_INITIALS or not letters.isupper() or letters in gazetteer.owners or f"({letters})" in text:
            continue
        for place in places_of(letters, text, mention.span.end):
            span = Span(place, place + len(letters))
            is_whole = not text[place - 1].isalnum() and not text[span.end : span.end + 1].isalnum()
            if is_whole and (why := _cue(text, span)):
                clue = "mentions.full_name" if mention.outlet else "mentions.unknown"
                yield Mention(span, mention.outlet, mention.name, mention.span, (Evidence(clue, span, f"initials: {why}"),))


def find_shortened(mentions: tuple[Mention, ...], text: str, gazetteer: Gazetteer) -> Iterator[Mention]:
    """Return the places where the last word of a paper named before, by which no table calls it, hears or reports something: "told the Wolverine" after the Daily Wolverine."""
    full: dict[str, Mention] = {}
    for mention in mentions:
        last = mention.name.rpartition(" ")[2]
        if (
            mention.outlet
            and gazetteer.outlets[mention.outlet].kind == "newspaper"
            and mention.span.of(text).endswith(f" {last}")
        ):
            full.setdefault(last, mention)
    for last, mention in full.items():
        if last in gazetteer.owners or not last.istitle():
            continue
        for place in places_of(f"he {last}", text, mention.span.end):
            span = Span(place + len("he "), place + len("he ") + len(last))
            context = Context(text, span.start, span.end)
            is_whole = context.article and not text[span.end : span.end + 1].isalnum() and not context.next
            if is_whole and (context.before or context.breaks_news):
                evidence = Evidence("mentions.full_name", span, f"short for {mention.name}")
                yield Mention(span, mention.outlet, mention.name, mention.span, (evidence,))


def as_publisher(mentions: tuple[Mention, ...], article: Article, publisher: tuple[str, ...]) -> tuple[Mention, ...]:
    """Return *mentions* with short names that may be many as the publisher that ends so, which no table lists: "told the Star" in the Calder Star."""
    name = " ".join((article.publisher or "").split())
    if publisher or " " not in name:
        return mentions
    return tuple(
        _named(mention, name) if mention.outlet is None and f" {mention.name}" == name[-len(mention.name) - 1 :] else mention
        for mention in mentions
    )


def _named(mention: Mention, name: str) -> Mention:
    own = Evidence("mentions.unknown", mention.span, "the publisher")
    evidence = tuple(own if clue.step == "mentions.ambiguous" else clue for clue in mention.evidence)
    return replace(mention, name=name, evidence=evidence) if own in evidence else mention


def _initials(text: str, name: str, publisher: str) -> Iterator[Mention]:
    """Return the places where the initials of a publisher of several words hear or report something: "told TRD" in The Real Deal."""
    letters = "".join(word[0] for word in name.split())
    if len(letters) < LEAST_INITIALS or not letters.isupper() or letters not in text or f"({letters})" in text:
        return  # initials in brackets explain what they stand for there
    for match in regex.finditer(rf"(?<![\w@#.-]){letters}(?![\w-])", text):
        span = Span(*match.span())
        if why := _cue(text, span):
            yield Mention(span, publisher, name, evidence=(Evidence("mentions.publisher", span, why),))


def _cue(text: str, span: Span) -> str:
    return Context(text, span.start, span.end).cue


def _section_of(word: str) -> regex.Pattern[str]:
    # Not through the door of patterns, which keeps all that comes: publishers are as many as the corpora.
    return regex.compile(rf"(?<![\w-]){regex.escape(word)}\s(?:{'|'.join(words_of('section'))})(?![\w-])")


def _spelled(article: Article) -> Iterator[regex.Match[str]]:
    """Return the places of the publisher's name, its words together or apart: "The Lane Post" for lanepost.example."""
    name = (article.publisher or "").strip()
    if not name:
        return
    domain = DOMAIN.fullmatch(name)
    stem = regex.sub(r"\W", "", domain["name"] if domain else name).casefold().removeprefix("the")
    if len(stem) >= SHORTEST and stem.isalnum():
        pattern = regex.compile(rf"(?<![\w@.-]){r'[ -]?'.join(stem)}(?:\.[a-z]{{2,6}})?(?![\w@-])", regex.IGNORECASE)
        yield from pattern.finditer(article.text)
