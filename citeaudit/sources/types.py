"""Who a source is: the words of a source phrase go in, its type and the noun it turns on come out.

Word knowledge stands in tables (nouns with their type, marks of anonymity, phrases that name nobody); here is only the
order in which it is asked. Names and pronouns are told apart first, since "Moscow" and "she" need no noun.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

import regex

from citeaudit.lexicon.classes import forms_of
from citeaudit.lexicon.people import body_words, name_words, source_nouns
from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.lexicon.worded import worded
from citeaudit.model.relations import SourceType
from citeaudit.outlets.context import country_words
from citeaudit.patterns import pattern_of
from citeaudit.words.tokens import ends_in_s

PRONOUNS = {
    "he": SourceType.PERSON,
    "she": SourceType.PERSON,
    "him": SourceType.PERSON,
    "her": SourceType.PERSON,
    "himself": SourceType.PERSON,
    "herself": SourceType.PERSON,
    "his": SourceType.PERSON,
    "i": SourceType.PERSON,
    "we": SourceType.GROUP,
    "they": SourceType.GROUP,
    "them": SourceType.GROUP,
    "their": SourceType.GROUP,
    "it": SourceType.ORGANISATION,
    "its": SourceType.ORGANISATION,
}
RELATIVES = frozenset(("who", "which", "that", "whom"))

POSTMODIFIER = worded(
    r",|\s[–—-]+\s|\s\(|\s(?:@ends_head|as|"
    r"@hangs_on)(?![\w’'-])"
    r"|\s(?:inside|outside)(?=\s(?:@det|\p{Lu}))"
    r"|(?<!\b(?i:@det))\s@hangs_on_noun"
    r"(?=\s(?:@behind_participle|two|his|her|their|its|\p{Lu}))"
)
"""Where the head of a noun phrase ends: "a spokesman | for the company", "the study | released on Monday"."""

JOINED = worded(
    r"(?:[Tt]he\s)?(?:\p{Lu}[\p{L}.’'&-]*\s)+and\s(?:\p{Lu}[\p{L}.’'&-]*\s)+(?:\p{Ll}[\p{L}-]*\s)?(?!(?:@ends_head)\b)(?:\p{Ll}[\p{L}-]*s|@plural)(?![\w’'-])"
)
"""Several of a kind with two names in front, which are nobody by themselves: "U.S. and European officials"."""
INDEFINITE = frozenset(("a", "an", "one", "another", "some", "any", "this"))
SOURCES = frozenset(("source", "sources", "insider", "insiders"))
"""Who is called so has no name, whatever body they sit in: "sources in the Finance Ministry"."""
SPOKESPERSON = pattern_of(r"spokes(?:man|woman|person|people)$")
COUNTED = worded(
    r"(?:\d[\d.,]*|@how_many)\b",
    regex.IGNORECASE,
)
NUMBERS = frozenset(("One", *map(str.capitalize, forms_of("large_number"))))
"""Numbers that open a sentence and are no names: "One, who asked not to be named,"."""


BYSTANDERS = frozenset(("person", "member", "man", "woman", "speaker", "caller"))
AMONG = pattern_of(r"\b(?:audience|public|crowd|congregation)\b", regex.IGNORECASE)
"""What makes a bystander of somebody without a name: "one person during public comment", "an audience member"."""


class Kind(NamedTuple):
    """What a source phrase is: its type, the noun it turns on in lower case ("" for a name), and whether it is a name."""

    type: SourceType
    noun: str
    is_name: bool = False


@lru_cache(maxsize=1024)
def tell_type(words: str) -> Kind:
    """
    Tell who the source phrase *words* is.

    A name is a person unless a word of it says otherwise ("Ministry", "FBI"); who the article knows by that name is
    settled elsewhere. Unknown nouns are persons in the singular and groups in the plural.
    """
    folded = " ".join(words.split()).strip(" ,.").casefold()
    if folded in PRONOUNS:
        return Kind(PRONOUNS[folded], folded)
    if not folded or folded in _vague() or _is_media(folded) or ("reports" in folded and _is_rumour(words)):
        return Kind(SourceType.VAGUE, folded)
    head = head_of(words)
    noun = head.split()[-1] if head.split() else ""
    if noun == head and (COUNTED.fullmatch(noun) or noun in NUMBERS):
        noun = noun.casefold()  # "One of them, Dana Brill," opens the sentence
    if noun[:1].isupper() and (noun.casefold().removesuffix("s") not in source_nouns() or _is_proper(head)):
        return _name_kind(head)
    if _is_unnamed(folded) and not (_holds_name(head) if noun.casefold() in SOURCES else _holds_name(words)):
        return Kind(SourceType.ANONYMOUS, noun.casefold())
    return _noun_kind(words, noun.casefold())


@lru_cache(maxsize=1024)  # several questions are asked of each source, and each wants its head
def head_of(words: str) -> str:
    """Return *words* up to what follows the noun: "a spokesman" of "a spokesman for the company, who spoke later"."""
    words = " ".join(words.split()).strip(" ,.")
    joined = JOINED.match(words) if " and " in words else None
    cut = POSTMODIFIER.search(words, joined.end() if joined else 1)
    head = words[: cut.start()] if cut else words
    return head.removesuffix("’s").removesuffix("'s").removesuffix("’").removesuffix("'")


def stays_unnamed(text: str, end: int) -> bool:
    """Tell whether what stands in *text* behind a source that ends at *end* says that it is not to be named."""
    return UNNAMED_TAIL.match(text, end) is not None


def singular(noun: str) -> str:
    """Return *noun* in the singular, as its ending tells; "people" are persons."""
    if noun == "people":
        return "person"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun.removesuffix("s")


def is_indefinite(words: str) -> bool:
    """Tell whether *words* introduce somebody new and unnamed: "a senior official", "one resident"."""
    first = words.split(maxsplit=1)
    return len(first) > 1 and first[0].casefold() in INDEFINITE


def is_somebody(words: str) -> bool:
    """Tell whether *words* introduce one person without a name: "a resident", "a spokesman for the port", not "a company"."""
    if not is_indefinite(words):
        return False
    noun = head_of(words).rpartition(" ")[2].casefold()
    known = source_nouns().get(noun)
    return SPOKESPERSON.search(noun) is not None or (known is not None and known[0] in {SourceType.PERSON, SourceType.ANONYMOUS})


def _is_proper(head: str) -> bool:
    """Tell whether every word of *head* but the article has a capital: "the Fisheries Ministry", not "Police"."""
    tokens = [token for token in head.split() if token not in {"the", "The", "of", "and", "for"}]
    return len(tokens) > 1 and all(token[:1].isupper() for token in tokens)


def _name_kind(head: str) -> Kind:
    tokens = [token for token in head.split() if token not in {"the", "The"}] or head.split()
    if any(token.casefold().strip(".") in body_words() for token in tokens):
        return Kind(SourceType.ORGANISATION, "", is_name=True)
    last = tokens[-1].strip(".")
    if len(tokens) == 1 and len(last) > 1 and last.isupper():
        return Kind(SourceType.ORGANISATION, "", is_name=True)
    if last.endswith("s") and tokens[0][:1].islower():
        return Kind(SourceType.GROUP, "", is_name=True)
    return Kind(SourceType.PERSON, "", is_name=True)


def _noun_kind(words: str, noun: str) -> Kind:
    known = source_nouns().get(noun)
    if known is not None:
        type_, unnamed = known
        if SPOKESPERSON.search(noun):
            unnamed = SourceType.ORGANISATION
        if noun in BYSTANDERS and AMONG.search(words):
            return Kind(SourceType.GROUP, noun)
        return Kind(unnamed if is_indefinite(words) and not _holds_name(words) else type_, noun)
    one = singular(noun)
    if one in source_nouns():
        type_, _ = source_nouns()[one]
        return Kind(SourceType.GROUP if type_ in (SourceType.PERSON, SourceType.ANONYMOUS) else type_, one)
    if SPOKESPERSON.search(noun):
        is_office = is_indefinite(words) and not _holds_name(words)
        return Kind(SourceType.ORGANISATION if is_office else SourceType.PERSON, noun)
    if COUNTED.match(words) or ends_in_s(noun):
        return Kind(SourceType.GROUP, noun)
    return Kind(SourceType.PERSON, noun)


def _is_unnamed(folded: str) -> bool:
    return _anonymous().search(folded) is not None


def _is_media(folded: str) -> bool:
    return any(word in folded for word in MEDIA_WORDS) and MEDIA.fullmatch(folded) is not None


def _is_rumour(words: str) -> bool:
    match = RUMOUR.fullmatch(words.strip(" ,."))
    return match is not None and (
        not match["place"] or match["place"] in country_words() or name_words().get(match["place"]) == "place"
    )


def _holds_name(words: str) -> bool:
    return NAMED.search(words) is not None


MEDIA = worded(
    r"(?:the\s|some\s|several\s|many\s|various\s)?(?:\p{L}[\p{L}-]*\s){0,2}(?:@the_media|"
    r"@state_local\s(?:television|tv|radio|broadcasters)|reports?\s(?:\p{Ll}+\s){0,2}in\s(?:the\s)?(?:\p{L}[\p{L}-]*\s){0,2}(?:media|press))"
)
"""Outlets that no one names: "Italian media", "several British newspapers", "Iranian state television"."""
MEDIA_WORDS = ("media", "press", "news", "television", "tv", "radio", "broadcaster")
RUMOUR = worded(
    r"(?!(?:the|these|those)\sreports)(?:(?:@of_reports|overseas|\p{L}+(?:an|ish|ese))\s){0,3}reports"
    r"(?:\s@behind_reports(?:\s(?!.*\b(?:by|of|journal)\b).*)?|"
    r"\sfrom\s(?:inside\s|within\s)?(?:the\s)?(?P<place>\p{L}+))?",
    regex.IGNORECASE,
)
"""Reports that nobody is named for: "reports in Spain", "local reports", "reports overnight"."""
NAMED = pattern_of(r"(?:^|,\s|\s)\p{Lu}[\p{L}’'-]+\s(?:\p{Lu}\.?\s)?\p{Lu}[\p{L}’'-]+(?=,|$)")
"""A full name that stands as the source or as its apposition: "a top aide, John Weaver,"."""


UNNAMED_TAIL = pattern_of(
    r"(?:\s(?:told\s[^,.;]{2,40}|said|says))?,?\s(?:who|speaking|on|asking|requesting)\s[^.;“”\"]{0,120}?(?:\bnot\s(?:(?:want|wish)\s)?(?:to\s)?be(?:ing)?\s(?:publicly\s)?(?:named|identified|quoted)|\bnames?\snot\sbe\s(?:used|published)|\banonym(?:ity|ous)|"
    r"\b(?:declined|refused)\sto\sbe\s(?:named|identified)|\bnot\s(?:authori[sz]ed|allowed|permitted|cleared)\sto\s(?:speak|talk|comment|discuss))\b"
)
"""What stands behind a source that stays unnamed by intent: "a crane operator, who asked not to be named"."""


@cache
def _vague() -> frozenset[str]:
    return frozenset(row[0] for row in read_table(shipped_table("citeaudit.lexicon", "vague.tsv"), ("phrase", "example")))


@cache
def _anonymous() -> regex.Pattern[str]:
    marks = (row[0] for row in read_table(shipped_table("citeaudit.lexicon", "anonymous.tsv"), ("mark", "example")))
    return pattern_of(r"\b(?:" + "|".join(regex.escape(mark) for mark in marks) + r")\b")
