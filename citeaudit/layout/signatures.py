"""Who signs what the markup sets apart: block quotations and embedded posts go in, one attribution for each that is signed comes out.

A post is its author's, whom its last line names ("— Corran County (@corran) May 29, 2025", "A post shared by Jane Roe (@janeroe)"). A
block quotation may end so too, with a dash and a name or a name alone; or the line right under it does.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from citeaudit.layout.blocks import begins_voice, said_in
from citeaudit.layout.labels import is_name
from citeaudit.model.articles import BlockKind
from citeaudit.model.relations import Attribution, Manner, Reach, Role, Sentence, Source, SourceType
from citeaudit.model.spans import Evidence, Span
from citeaudit.patterns import pattern_of
from citeaudit.sentences.lines import ACCOUNT, POST_DATE
from citeaudit.sources.names import Names
from citeaudit.sources.outlet_phrases import Head, OutletPhrase
from citeaudit.text.markup import Markup, sentences_in

SIGNED = pattern_of(
    rf"""
    (?P<mark>[—–-]{{1,2}}|(?:A\s)?[Pp]ost(?:ed)?\s(?:shared\s)?by:?|by(?=\su/))\s?
    (?P<name>(?:[Tt]he\s)?[\p{{Lu}}@][^()\n,]{{1,60}}?|u/[\w-]{{2,30}})
    (?:\s?\({ACCOUNT}\))?                          # "(@corran)"
    (?:,\s[^\n]{{2,80}}|\sin\s\S{{2,40}}|\s(?:on\s?)?(?:(?:\p{{L}}+day,\s)?{POST_DATE}.{{0,30}})?)?\.?\s*$
    """,
    regex.VERBOSE,
)
"""A line that says whose the words above it are, by a dash or in words."""
HANDLED = pattern_of(
    rf"(?:(?P<name>[^()\n—–]{{2,60}}?)\s(?P<mark>\()({ACCOUNT})\)|(?P<name>{ACCOUNT})(?P<mark>$))(?:\s?(?:[·•—–-]\s?)?(?:on\s)?(?:{POST_DATE}.{{0,30}})?)?\.?\s*$"
)
"""The same with a handle alone: "Corran County (@corran)"."""
BARE = pattern_of(r"(?P<name>(?:[Tt]he\s)?\p{Lu}[\p{L}’'.-]+(?:\s\p{Lu}[\p{L}’'.-]*){0,3})(?P<mark>,\s|\.?$)")
"""A name by itself, as <cite> has it, or a name and what they are."""
LONGEST = 160
LAST_LINES = 3
"""So many last lines of a block are looked at for who signs it: the platform's own line may stand behind."""


def find_signatures(
    text: str, sentences: tuple[Sentence, ...], markup: Markup, phrases: tuple[OutletPhrase, ...], names: Names
) -> tuple[Attribution, ...]:
    """Return an attribution for each block quotation and post of *markup* that is signed, in order."""
    return tuple(_in_order(text, sentences, markup, phrases, names)) if markup else ()


def _in_order(
    text: str, sentences: tuple[Sentence, ...], markup: Markup, phrases: tuple[OutletPhrase, ...], names: Names
) -> Iterator[Attribution]:
    for number, place in enumerate(markup):
        if place.voice is None or not begins_voice(markup, number):
            continue
        inside = sentences_in(sentences, markup, number)
        is_post = place.voice.kind is BlockKind.POST
        under = range(inside.stop, min(inside.stop + 1, len(sentences)))
        for at in dict.fromkeys((*reversed(inside[-LAST_LINES:]), *inside[:1], *under)):
            signed = _signed(text, sentences[at], names, is_post=is_post, is_under=at == inside.stop)
            content = said_in(sentences, inside, but=at) if signed else ()
            if signed and content:
                yield _attribution(text, signed, content, phrases, is_post=is_post)
                break


def _signed(text: str, line: Sentence, names: Names, *, is_post: bool, is_under: bool) -> regex.Match[str] | None:
    """Return the name in a *line* that signs what stands above it; under a block that is not of it, a dash must say so."""
    span = line.span
    if len(span) > LONGEST:
        return None
    signed = SIGNED.match(text, span.start, span.end)
    if signed is None and not is_under:
        signed = HANDLED.match(text, span.start, span.end)
        bare = None if signed or is_post else BARE.match(text, span.start, span.end)
        return (
            bare
            if bare and is_name(bare["name"], bare.end("name"), names) and "." not in text[bare.end("name") : span.end - 1]
            else signed
        )
    return None if is_under and is_post else signed


def _attribution(
    text: str, signed: regex.Match[str], content: tuple[Span, ...], phrases: tuple[OutletPhrase, ...], *, is_post: bool
) -> Attribution:
    name = Span(*signed.span("name"))
    mark = Span(*signed.span("mark"))
    outlet = next((phrase for phrase in phrases if phrase.span.overlaps(name) and phrase.head is not Head.ASIDE), None)
    chain: tuple[Source, ...] = ()
    if outlet is not None:
        chain = outlet.links(Role.SOCIAL if is_post else Role.REPORTER)
    elif name.of(text).startswith("@"):
        chain = (Source(SourceType.PERSON, name.of(text), name, evidence=(Evidence("sources.post", name, name.of(text)),)),)
    return Attribution(
        (name,),
        (mark if len(mark) else name,),
        content,
        chain=chain,
        construction="post" if is_post else "signature",
        manner=Manner.DIRECT,
        reach=Reach.BLOCK_QUOTATION,
        evidence=(Evidence("layout.signature", name, signed.group()[:60]),),
    )
