"""Outlets as sources speak of them: mentions go in, the phrases that stand for an outlet come out, with role and span.

"The Times", "CNN's Jake Tapper", "Bill Hart of Fox News", "a Reuters/Ipsos poll" and "a story in the Post" are each one
phrase: the outlet itself, somebody who speaks for it, or something that it published. What is said around a phrase
(reported, told, according to) is the constructions' matter; here is only how far it goes and what kind it is. A phrase that
only belongs to an outlet ("a CNN spokesman", "the Times building") is an *aside*: it never stands for the outlet.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import regex

from citeaudit.lexicon.classes import forms_of
from citeaudit.model.making import replace
from citeaudit.model.relations import Mention, Role, Sentence, Source, SourceType
from citeaudit.model.spans import Evidence, Span
from citeaudit.outlets.not_outlets import MONTHS
from citeaudit.sources.joint_outlets import MOST_JOINT, is_joint
from citeaudit.sources.names import Names
from citeaudit.sources.outlet_forms import (
    ARTICLE,
    ARTICLES,
    AUDIENCE,
    BARE_ARTICLE,
    BEFORE_ARTICLE,
    CLOSED_TITLE,
    COMPANY_AFTER,
    EMPLOYEE_AFTER,
    FORMER,
    JOURNALIST_AFTER,
    JOURNALIST_BEFORE,
    KIND_AFTER,
    LAST_BEFORE,
    LAST_OF_ARTICLE,
    OF_NAME,
    OPENED_TITLE,
    PARTNER_AFTER,
    PARTNER_BEFORE,
    PRODUCT_AFTER,
    PRODUCT_BEFORE,
    REPORTER_BEFORE,
    REPORTS_LAST,
    SEVERAL_POLLS,
    TOLD_BEFORE,
    TRAILS,
    products,
)


class Head(StrEnum):
    """What a phrase turns on: the outlet, somebody who speaks for it, a thing that it published, the company that speaks for itself, or nothing."""

    OUTLET = "outlet"
    JOURNALIST = "journalist"
    POLL = "poll"
    PIECE = "piece"
    INTERVIEW = "interview"
    COMPANY = "company"
    ASIDE = "aside"


SPOKEN_OF = frozenset((Head.ASIDE, Head.COMPANY))
"""The heads of phrases by which no outlet reports: it is only spoken of, or its company speaks for itself."""


@dataclass(frozen=True, slots=True)
class OutletPhrase:
    """
    A phrase that names one outlet or several jointly.

    *noun* is the thing published, in lower case ("poll"), or ""; *journalist* the name of who speaks for the outlet, or
    ""; *names* the mentions in it, or, with an *antecedent* ("the poll"), those of the phrase that it refers back to.
    """

    span: Span
    head: Head
    names: tuple[Mention, ...]
    noun: str = ""
    journalist: str = ""
    antecedent: Span | None = None
    partner: str = ""
    """Who polls with the outlets and is none: Ipsos of "a Reuters/Ipsos poll"."""

    def links(self, role: Role) -> tuple[Source, ...]:
        """
        Return a link for each outlet of the phrase, side by side; who speaks or polls for it has that role, whatever *role* says.
        """
        role = {Head.JOURNALIST: Role.JOURNALIST, Head.POLL: Role.POLLSTER}.get(self.head, role)
        seen: dict[tuple[str, str | None], Source] = {}
        for mention in self.names:
            key = (mention.name, mention.outlet)
            detail = self.journalist or self.noun or mention.name
            seen.setdefault(
                key,
                Source(
                    SourceType.OUTLET,
                    mention.name,
                    self.span if len(self.names) == 1 or self.antecedent else mention.span,
                    mention.outlet,
                    role,
                    self.antecedent or mention.antecedent,
                    is_resolved=_is_resolved(mention),
                    evidence=(Evidence(f"sources.{self.head.value}", self.span, detail), *mention.evidence),
                    beside=bool(seen),
                ),
            )
        links = tuple(seen.values())
        if not self.partner or not links:
            return links
        evidence = (Evidence("sources.pollster", self.span, self.partner),)
        span = links[0].span
        return (*links, Source(SourceType.ORGANISATION, self.partner, span, evidence=evidence, beside=True))


def find_outlet_phrases(
    text: str,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    names: Names,
    known: tuple[OutletPhrase, ...] = (),
) -> tuple[OutletPhrase, ...]:
    """
    Return the phrases around *mentions*, in order, each within its sentence; a person's surname is no outlet.

    Of those that are *known* from an earlier look at the same text none is made again.
    """
    phrases = []
    made = {tuple(map(id, phrase.names)): phrase for phrase in known if phrase.antecedent is None}

    def phrase_of(sentence: Sentence, group: list[Mention]) -> OutletPhrase:
        return made.get(tuple(map(id, group))) or _phrase(text, sentence.span, tuple(group))

    mentions = tuple(mention for mention in mentions if not _is_surname(text, mention, names))
    place = 0
    for sentence in sentences:
        group: list[Mention] = []
        while place < len(mentions) and mentions[place].span.start < sentence.span.end:
            mention = mentions[place]
            place += 1
            if mention.span.start < sentence.span.start:
                continue
            if group and not is_joint(text, group, mention, mentions[place : place + MOST_JOINT]):
                phrases.append(phrase_of(sentence, group))
                group = []
            group.append(mention)
        if group:
            phrases.append(phrase_of(sentence, group))
    return tuple(phrases)


def explains_name(text: str, phrase: OutletPhrase) -> bool:
    """Tell whether *phrase* is initials in brackets that only explain the name before: "the British Broadcasting Corporation (BBC)"."""
    start, end = phrase.span.start, phrase.span.end
    name = text[start:end]
    if len(name) < 2 or not name.isupper() or text[end : end + 1] != ")" or not text.endswith(" (", 0, start):
        return False
    words = text[max(0, start - 120) : start - 2].replace("-", " ").split()[-2 * len(name) :]
    return "".join(word[0] for word in words if word[0].isupper()).endswith(name)


NO_FIRST_NAMES = ("the ", "The ", *(f"{month} " for month in MONTHS), *(f"-{bond} " for bond in sorted(forms_of("outlet_leans"))))
"""Behind these a form is no surname: "a March | Bloomberg profile", "the Leeds-based | Kwayedza newspaper"."""


def _is_surname(text: str, mention: Mention, names: Names) -> bool:
    """Tell whether a doubtful one-word form is the surname of somebody whom the article names in full: Fox after Vicente Fox."""
    word = mention.span.of(text)
    return (
        " " not in word
        and word in names.by_surname
        and any(evidence.step in ("mentions.context", "mentions.candidate") for evidence in mention.evidence)
        and not text.endswith(NO_FIRST_NAMES, 0, mention.span.start)
    )


def _phrase(text: str, sentence: Span, names: tuple[Mention, ...]) -> OutletPhrase:
    start, end = _with_marks(text, sentence, names)
    if kind := KIND_AFTER.match(text, end, sentence.end):
        end = kind.end()
    partner = PARTNER_AFTER.match(text, end, sentence.end)
    end = partner.end() if partner else end
    before = text[max(sentence.start, start - 120) : start]
    partner_before = PARTNER_BEFORE.search(before)
    beside = partner or partner_before
    polls_with = beside.group().strip(" /–-").removeprefix("The ") if beside else ""
    if partner_before:
        start -= len(before) - partner_before.start()
        before = before[: partner_before.start()]

    def span(length_before: int, stop: int) -> Span:
        return Span(start - length_before, stop)

    if TOLD_BEFORE.search(before) and (audience := AUDIENCE.match(text, end, sentence.end)):
        return OutletPhrase(span(_length_of_article(before), audience.end()), Head.OUTLET, names)
    if COMPANY_AFTER.match(text, end, sentence.end):
        return OutletPhrase(span(_length_of_article(before), end), Head.COMPANY, names)
    if (
        EMPLOYEE_AFTER.match(text, end, sentence.end)
        or _is_longer_name(text, start, end, sentence.end)
        or any(map(_is_topic, names))
    ):
        return OutletPhrase(span(_length_at_end(ARTICLE, before), end), Head.ASIDE, names)
    is_verb = REPORTS_LAST.match(text, end, sentence.end) is not None and TRAILS.search(before) is not None
    if not is_verb and (match := PRODUCT_AFTER.match(text, end, sentence.end)):
        several = _length_at_end(SEVERAL_POLLS, before) if match["poll"] else 0
        length = several or _length_at_end(ARTICLE, before)
        head, noun = _product(match)
        made = OutletPhrase(span(length, match.end()), head, names, noun, partner=polls_with if head is Head.POLL else "")
        return _read_before(match, before, start, end, names) or made
    if match := JOURNALIST_AFTER.match(text, end, sentence.end):
        name = match["name"] or match["bare"] or ""
        return OutletPhrase(span(_length_at_end(ARTICLE, before), match.end()), Head.JOURNALIST, names, journalist=name)
    after_noun = _after_noun(before, start, end, names)
    if after_noun is not None and after_noun.head is Head.POLL:
        return replace(after_noun, partner=polls_with)
    return after_noun or OutletPhrase(span(_length_of_article(before), end), Head.OUTLET, names)


def _read_before(match: regex.Match[str], before: str, start: int, end: int, names: tuple[Mention, ...]) -> OutletPhrase | None:
    """Return the phrase whose head stands before the outlet although *match*, a thing published, seems to follow it."""
    made = PRODUCT_BEFORE.search(before) if match["interview"] else None
    if made and made["piece"]:  # "an investigation by the BBC's Panorama programme"
        span = Span(start - len(before) + made.start(), match.end())
        return OutletPhrase(span, Head.PIECE, names, made["piece"].casefold())
    writer = JOURNALIST_BEFORE.search(before) if match["piece"] == "reports" else None
    if writer:  # behind a name it is a verb: "Ana Ruiz of the Guardian reports that"
        return OutletPhrase(Span(start - len(before) + writer.start(), end), Head.JOURNALIST, names, journalist=writer["name"])
    return None


def _with_marks(text: str, sentence: Span, names: tuple[Mention, ...]) -> tuple[int, int]:
    """Return where *names* start and end with the marks of a title: “The View,” and CNN's “Fareed Zakaria GPS,”."""
    start, end = names[0].span.start, names[-1].span.end
    opening = OPENED_TITLE.search(text[max(sentence.start, start - 6) : start])
    closing = CLOSED_TITLE.match(text, end, sentence.end)
    if opening and closing:
        return start - len(opening.group()), closing.end()
    is_opened_inside = any(OPENED_TITLE.search(text[name.span.start - 5 : name.span.start]) for name in names[1:])
    return start, closing.end() if closing and is_opened_inside else end


def _after_noun(before: str, start: int, end: int, names: tuple[Mention, ...]) -> OutletPhrase | None:
    """Read a phrase whose noun stands before the outlet: "a poll by CNN", "Bill Hart of Fox News", "a reporter for the Times"."""
    if _ends_in(before, LAST_BEFORE) and _names_a_product(before) and (match := PRODUCT_BEFORE.search(before)):
        head, noun = _product(match)
        return OutletPhrase(Span(start - len(before) + match.start(), end), head, names, noun)
    match = JOURNALIST_BEFORE.search(before) or REPORTER_BEFORE.search(before)
    if match is None:
        return None
    # "A former editor for the Times" speaks for himself.
    head = Head.ASIDE if FORMER.search(match.group()) else Head.JOURNALIST
    return OutletPhrase(
        Span(start - len(before) + match.start(), end), head, names, journalist=match.groupdict().get("name") or ""
    )


def _names_a_product(before: str) -> bool:
    folded = before.casefold()
    return any(noun in folded for noun in products())


def _length_at_end(pattern: regex.Pattern[str], before: str) -> int:
    """Return how long the words are that *pattern* finds at the end of what stands *before* a name, 0 if it finds none."""
    match = pattern.search(before)
    return len(before) - match.start() if match else 0


def _length_of_article(before: str) -> int:
    if not _ends_in(before, LAST_OF_ARTICLE):
        return 0
    *_, further, last = ("", *before[-80:].casefold().split())
    if last in ARTICLES and not further.rstrip(",").endswith(BEFORE_ARTICLE) and not before[-2:-1].isspace():
        return len(last) + 1  # mostly an article stands there alone, and the pattern takes fifty times as long to say so
    return _length_at_end(BARE_ARTICLE, before)


def _ends_in(before: str, words: tuple[str, ...]) -> bool:
    """Tell whether the last of the words *before* a name ends like one of *words*, which costs little beside the pattern that asks for them."""
    return before[-1:].isspace() and before[-40:].rstrip().casefold().endswith(words)


def _is_resolved(mention: Mention) -> bool:
    """Tell whether it is known which outlet *mention* is; an unknown one that is named, here or before, is known by its name."""
    return (
        mention.outlet is not None
        or mention.antecedent is not None
        or any(evidence.step == "mentions.unknown" for evidence in mention.evidence)
    )


def _is_longer_name(text: str, start: int, end: int, stop: int) -> bool:
    """
    Tell whether a longer name goes on with "of": "the Register of Members' Interests".

    Behind call letters and behind a name of several words stands the town where it is: "The Star-Ledger of Newark".
    """
    name = text[start:end]
    return OF_NAME.match(text, end, stop) is not None and not name.isupper() and " " not in name and "-" not in name


def _is_topic(mention: Mention) -> bool:
    return any(evidence.step == "mentions.topic" for evidence in mention.evidence)


def _product(match: regex.Match[str]) -> tuple[Head, str]:
    for head in (Head.POLL, Head.PIECE, Head.INTERVIEW):
        if match[head.value]:
            return head, match[head.value].casefold()
    raise AssertionError
