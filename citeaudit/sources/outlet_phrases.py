"""Outlets as sources speak of them: mentions go in, the phrases that stand for an outlet come out, with role and span.

"The Times", "CNN's Jake Tapper", "Bill Hart of Fox News", "a Reuters/Ipsos poll" and "a story in the Post" are each one
phrase: the outlet itself, somebody who speaks for it, or something that it published. What is said around a phrase
(reported, told, according to) is the constructions' matter; here is only how far it goes and what kind it is. A phrase that
only belongs to an outlet ("a CNN spokesman", "the Times building") is an *aside*: it never stands for the outlet.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import regex

from citeaudit.lexicon.alternations import longest_of
from citeaudit.lexicon.classes import forms_of
from citeaudit.model.relations import Mention, Role, Sentence, Source, SourceType
from citeaudit.model.spans import Evidence, Span
from citeaudit.outlets.not_outlets import MONTHS
from citeaudit.outlets.nouns import kind_words
from citeaudit.patterns import pattern_of
from citeaudit.sources.names import Names


def _last_words(*phrases: str) -> tuple[str, ...]:
    """Return the last words of *phrases*: "site" for a web site."""
    return tuple(sorted({phrase.rpartition(" ")[2].lower() for phrase in phrases}))


LIST_ENDS = pattern_of(r",?\s(?:and|or)\s")
MOST_JOINT = 12
"""So many outlets of a list are looked at for its \"and\"."""
PART_OF = pattern_of(r"['’]s\s[“\"‘']?")
JOINT_JOURNALISTS = pattern_of(r"['’]s?\s(?:\p{Lu}[\p{L}’'.-]+\s){1,4}and\s(?:[Tt]he\s)?")
"""What stands between two outlets of which each has its journalist: "the Times's Jane Roe and CNN's John Doe reported"."""
COMMA = pattern_of(r",\s(?:the\s)?", regex.IGNORECASE)
ARTICLE = pattern_of(
    r"\b(?:the|a|an|this|that(?:\sthe)?|its|his|her|their|our|another|one|each)\s"
    r"(?:(?!(?:the|an?|with|by|of|on|in|for|from|to|at|and|or|that|as|said|told)\s)[\p{Ll}\d’'-]+\s){0,3}$",
    regex.IGNORECASE,
)
SEVERAL_POLLS = pattern_of(
    r"\b(?:an?|the)\s(?:\p{Ll}+\s)?(?:averages?|aggregate|aggregation|analysis|compilation|review|pair|trio|series|string|handful|set)\sof\s"
    r"(?:(?:the|all|two|three|four|five|six|several|recent|latest|past|last|its|new|national|various)\s){0,3}$",
    regex.IGNORECASE,
)
"""What is reckoned from several: "an average of the three latest Post-ABC polls"."""
KINDS = kind_words() | forms_of("outlet_kind")
KIND = longest_of(KINDS)
TRAIT = longest_of(forms_of("outlet_trait"))
"""What tells which outlet it is: "the official | daily", "the opposition | paper"."""
LEANING = rf"(?:{TRAIT}|\p{{L}}+-{longest_of(forms_of('outlet_bond'))})"
"""The same, or whose it is: "the state-owned | daily"."""
JOINT = pattern_of(
    rf"\s?/\s?|\s?[-–&]\s?|,?\s(?:and|or|as\swell\sas|along\swith|together\swith)\s(?:(?:then|later|also|even)\s)?(?:(?:to|with)\s)?"
    rf"(?:(?:the|its|their)\s)?(?:{LEANING}\s){{0,2}}(?:{KIND}\s(?:the\s)?)?",
    regex.IGNORECASE,
)
"""What stands between two outlets that are told or tell together: "the Guardian | and the daily | Hürriyet", "CNN, | and later to | the BBC"."""
KINDS_AFTER = pattern_of(rf"\s(?:{KIND}|\d{{1,2}})(?=\s|,)", regex.IGNORECASE)
"""The kind or channel of the first of two behind its name: "the Anadolu | agency | and the daily Hürriyet", "KOIN | 6 | and KGW"."""
BARE_ARTICLE = pattern_of(
    rf"\b(?:both\s(?:the\s)?|(?:the|this)\s)(?:(?:(?!{longest_of(forms_of('tell'))}\s)[\p{{L}}.’'-]+\s){{0,3}}?{KIND}\s(?:the\s)?|(?:{LEANING}\s){{1,2}})?$"
    rf"|(?:(?<=^|[,;:—–(]\s|(?-i:\p{{Ll}})\s)(?-i:\p{{Lu}}[\p{{L}}.-]+)\s)?(?:{TRAIT}\s){{0,2}}(?<!\p{{L}}){KIND}\s(?:the\s)?$",
    regex.IGNORECASE,
)
"""What stands before a name: "the", "the Israeli newspaper", "the conservative site The", or its kind alone: "public broadcaster"."""
ARTICLES = ("the", "this")
BOTH = "both"
LAST_OF_KIND = _last_words(*KINDS)
BEFORE_ARTICLE = (BOTH, *LAST_OF_KIND)
LAST_OF_ARTICLE = (
    *ARTICLES,
    BOTH,
    *LAST_OF_KIND,
    *_last_words(*forms_of("outlet_trait")),
    *(f"-{bond}" for bond in sorted(forms_of("outlet_bond"))),
)
"""How the last word of it ends."""

PARTNER_AFTER = pattern_of(
    r"\s?[/–-]\s?\p{Lu}[\w.&]*(?:(?:\s(?:the|of|and|for))?\s\p{Lu}[\w.&]*){0,4}?(?=(?:\s\p{Lu}\p{Ll}+)?\s(?i:polls?|surveys?)\b)|\s?[/–-]\s?\p{Lu}[\w.&]*"
)
PARTNER_BEFORE = pattern_of(r"(?:\p{Lu}[\w.&]*\s(?:(?:of|for|at)\s)?){0,3}\p{Lu}[\w.&]*\s?[/–-]\s?$")

POLLS = forms_of("poll", "reckoned")
POLL = rf"(?:(?:exit\s)?poll(?:ing)?\s(?:data|results|numbers)|{longest_of(POLLS)})"
PIECE = rf"{longest_of(forms_of('piece'))}(?!(?<=reports):)"
INTERVIEWS = forms_of("interviews", "aired")
INTERVIEW = rf"{longest_of(INTERVIEWS)}(?!(?<=show)\sthat\b)"
PRODUCT_ADJECTIVE = rf"(?:\p{{Lu}}[\w’'-]*|\d{{4}}|{longest_of(forms_of('of_product'))}|\p{{Ll}}+-\p{{Ll}}+)"
PRODUCT_AFTER = pattern_of(
    rf"(?:['’]s?)?(?:[\s-]{PRODUCT_ADJECTIVE}){{0,4}}?\s(?:(?P<poll>(?i:{POLL}))|(?P<piece>{PIECE})|(?P<interview>{INTERVIEW}))(?![\w’'-])"
)
WHO_REPORTS = (
    r"(?:team|group|authors?|researchers?|scientists?|investigators?|consortium|physicians?|doctors?|economists?|he|she|they|who)"
)
"""Before these "reports" is a verb, no thing published: "the team reports in Nature"."""
LEADS = ("by", "from", "in", "of", "for", "on", "with")
SITES = ("website", "magazine", "newspaper", "network", "broadcaster", "site")
PRODUCT_BEFORE = pattern_of(
    rf"""(?:\b(?:early|preliminary|initial)\sresults\s(?:of|from)\s(?:the\s)?(?:exit\s)?)?(?:\b(?:an?|the|this|that|one|another|its|his|her|their)\s(?:(?!(?:an?|the|in|on|of|to|for|and|said|says|told|that|is|was|with|by)\s)[\w’'-]+\s){{0,3}}?)?
    (?<!\b{WHO_REPORTS}\s(?=reports?\s))(?<!(?-i:\p{{Lu}}\p{{Ll}}+\s\p{{Lu}}\p{{Ll}}+)\s(?=reports\s(?:for|from)\s))(?:(?P<poll>{POLL})|(?P<piece>{PIECE}|(?<=(?:latest|current|new|upcoming|forthcoming)\s)issue|op-ed|op-eds|letter|essay|book\sreview)|(?P<interview>{INTERVIEW}))
    (?:\s(?-i:(?:last|this)\s(?:week|month|year)|(?:on\s)?\p{{Lu}}\p{{Ll}}+day))?(?:\s(?:of\s(?:[\w’'-]+\s){{1,4}}?|on\s(?:[\w’'-]+\s){{1,4}}?)?(?:(?:published|released|calculated|compiled|maintained|kept|broadcast|shot|conducted|done|commissioned|written|posted|printed|carried|aired)\s(?:\p{{Lu}}\p{{Ll}}+day\s|this\sweek\s|last\sweek\s)?(?:by\s(?:[\w.]+\s){{1,3}}?)?)?
       (?:(?-i:by\s(?:\p{{Lu}}[\w.&’'-]*\s){{1,3}}?)(?=for\s))?
       (?:{"|".join(LEADS)})\s(?:the\s)?(?:(?-i:\p{{Lu}}[\w’'-]*\s){{1,3}}and\s(?:the\s)?)?(?:(?:[\p{{L}}-]+\s){{0,2}}?(?:{"|".join(SITES)})\s(?:the\s)?)?)$""",
    regex.VERBOSE | regex.IGNORECASE,
)
LAST_BEFORE = ("the", "and", *LEADS, *SITES)
"""How the last word before an outlet ends where it may be that of a product."""

JOURNALIST = rf"(?:{longest_of(forms_of('staff'))}|(?:investigative|reporting|politics|data)\s(?:unit|team))"
NAME = r"(?-i:(?:\p{Lu}[\p{L}’'-]+|\p{Lu}\.)(?:\s(?:de\s|van\s|von\s|al-)?(?:\p{Lu}[\p{L}’'-]*\p{Ll}|\p{Lu}\.)){1,3})"
JOURNALIST_AFTER = pattern_of(
    rf"""(?:['’]s?)?(?:\s(?:{longest_of(forms_of("journalist_trait"))}|\p{{Lu}}[\w’'-]*)){{0,4}}?
    (?:\s(?P<role>{JOURNALIST}),?(?:\s(?-i:\p{{Lu}}\p{{Ll}}{{1,3}}\.\s)?(?P<name>{NAME}))?(?![\w’'])|(?<=['’]s?)\s(?P<bare>{NAME})(?![\w’'])|(?<=['’]s)\s(?-i:\p{{Lu}}\p{{Ll}}+)(?=\s(?:first\s|also\s)?(?:reported|reports|wrote|writes)\s))""",
    regex.VERBOSE | regex.IGNORECASE,
)
JOURNALIST_BEFORE = pattern_of(
    rf"(?P<name>(?!(?:Speaking|Appearing|Talking|Writing|Asked|Interviewed)\s){NAME})(?<!day)(?:,\s(?:an?\s|the\s)?(?:[\p{{Ll}}-]+\s){{0,3}}{JOURNALIST}(?:[\s-]at[\s-]large)?|,\s[^,;:]{{0,40}}\bon\s(?:the\s)?staff|,\swho\s(?:covers|writes|reports|blogs)\s[^,;:“”]{{0,60}}?)?\s(?:of|from|with|for|at|on)\s(?:[Tt]he\s(?:\p{{Ll}}[\p{{L}}-]+\s){{0,2}})?$"
)
REPORTER_BEFORE = pattern_of(
    rf"(?:\b(?:an?|the|another|one)\s|(?<=^|[.,;:—–]\s|\bthat\s)(?=[\p{{L}}-]+s\s))(?:[\p{{Ll}}-]+\s){{0,2}}{JOURNALIST}\s(?:of|from|with|for|at|on)\s(?:the\s)?(?:(?:[\p{{L}}-]+\s){{0,3}}?{KIND}\s(?:the\s)?)?$",
    regex.IGNORECASE,
)

FORMER = pattern_of(r"\b(?:former|ex|one-?time|longtime)\b")
EMPLOYEE_AFTER = pattern_of(
    r"(?:['’]s?)?(?:\s(?!(?:the|an?|that|and|to|in|of|its|his|her|said|says|reported|reports|told|wrote|writes|has|had|is|was|as|on|for|with)\s)[\p{L}-]+){0,3}?"
    rf"\s(?:spokes\w+|bureau(?!\schief)|{longest_of(forms_of('of_company'))})\b",
    regex.IGNORECASE,
)


OPENED_TITLE = pattern_of(r"(?:''|``|[“\"‘'])(?:The\s)?$")
KIND_AFTER = pattern_of(
    r"\s(?:magazine|newspaper|tabloid|daily|weekly|news\sagency|network|website|newswire|podcast|newsletter|news\ssite|radio|news)(?=\s(?!\p{Lu})|['’]s|[,.;])"
)
"""The outlet's kind after its name: "New York magazine ran …"."""
COMPANY_AFTER = pattern_of(
    r"(?:\s\p{L}+ly|\s(?:has|had|later|also))*\s(?:said|says|announced|confirmed|added|wrote)(?:\s\p{Lu}\p{Ll}+day)?(?:\son\s\p{Lu}\p{Ll}+day)?\s"
    r"(?:in\s(?:a|its|an\s\p{L}+ed)\s(?:statement|news\srelease|press\srelease|filing|letter\sto\s(?:staff|employees)|memo\sto\s(?:staff|employees)|e-?mail\sto\s(?:staff|employees))|"
    r"(?:that\s)?it\s(?:would|will|had|has|is|was|was\snot|did|stands?|stood)\s(?:not\s)?(?:appeal|sue|be\s(?:laying|cutting|launching|closing)|lay|launch|cut|close|fire|fired|hire|hired|suspend|suspended|retract|retracted|by\sits|apologi[sz]e|regret|investigating|reviewing|aware))\b|"
    r"(?:\s(?:has|had|later|also))*\s(?:announced|unveiled|outlined)\s(?:its\s(?:own\s)?)?(?:plans?|intentions?|decision)\sto\b|"
    r"\s(?:reported|posted|announced)\s(?:(?:an?|its|net|record|quarterly|annual|higher|lower)\s)*(?:[\p{L}-]+\s){0,2}?(?:profits?|loss(?:es)?|revenues?|earnings|layoffs|job\scuts)\b"
)
"""What an outlet says of itself as a company: "CNN said in a statement that …", "the Times said it would appeal"."""
AUDIENCE = pattern_of(r"(?:['’]s?)?\s(?:viewers|readers|listeners|audiences?)(?![\w-])")
TOLD_BEFORE = pattern_of(r"\b(?:told|tells?|telling|assured|warned|reminded)\s(?:the\s)?$")
"""Who is told there is told through the outlet: "told CNN viewers that"."""
OF_NAME = pattern_of(r"\sof\s(?:the\s)?\p{Lu}(?!\p{Ll}+day\b)")
"""A longer name that only begins like an outlet's: "the Register of Members’ Interests"."""
REPORTS_LAST = pattern_of(r"\sreports(?=[.;)]|$)")
TRAILS = pattern_of(r",[”\"’']?\s(?:the\s(?:[\p{L}-]+\s){0,3})?$")
"""Behind a comma "reports" that ends a clause is a verb: "…, the state news agency Tass reports."."""
CLOSED_TITLE = pattern_of(r"[,.]?(?:''|[”\"’'])")


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
        return tuple(seen.values())


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
            if group and not _is_joint(text, group, mention, mentions[place : place + MOST_JOINT]):
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


AFTER_A_DATE = ("the ", "The ", *(f"{month} " for month in MONTHS))
"""Behind these a form is no surname: "a March | Bloomberg profile"."""


def _is_surname(text: str, mention: Mention, names: Names) -> bool:
    """Tell whether a doubtful one-word form is the surname of somebody whom the article names in full: Fox after Vicente Fox."""
    word = mention.span.of(text)
    return (
        " " not in word
        and word in names.by_surname
        and any(evidence.step in ("mentions.context", "mentions.candidate") for evidence in mention.evidence)
        and not text.endswith(AFTER_A_DATE, 0, mention.span.start)
    )


def _is_joint(text: str, group: list[Mention], mention: Mention, following: tuple[Mention, ...]) -> bool:
    start = group[-1].span.end
    kind = KINDS_AFTER.match(text, start, mention.span.start)
    gap = text[kind.end() if kind else start : mention.span.start]
    if (
        JOINT.fullmatch(gap)
        or JOINT_JOURNALISTS.fullmatch(gap)
        or (f"{mention.name} ".startswith(f"{group[-1].name} ") and PART_OF.fullmatch(gap))
    ):
        return True
    if not COMMA.fullmatch(gap):
        return False
    # A comma joins only in a list that ends in "and": "the Times, the Post and CNN", "the Times, CNN and six others".
    last = mention
    for other in following:
        between = text[last.span.end : other.span.start]
        if not COMMA.fullmatch(between):
            break
        last = other
    return LIST_ENDS.match(text, last.span.end) is not None


def _phrase(text: str, sentence: Span, names: tuple[Mention, ...]) -> OutletPhrase:
    start, end = _with_marks(text, sentence, names)
    if kind := KIND_AFTER.match(text, end, sentence.end):
        end = kind.end()
    partner = PARTNER_AFTER.match(text, end, sentence.end)
    end = partner.end() if partner else end
    before = text[max(sentence.start, start - 120) : start]
    partner_before = PARTNER_BEFORE.search(before)
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
        return _read_before(match, before, start, end, names) or OutletPhrase(span(length, match.end()), head, names, noun)
    if match := JOURNALIST_AFTER.match(text, end, sentence.end):
        name = match["name"] or match["bare"] or ""
        return OutletPhrase(span(_length_at_end(ARTICLE, before), match.end()), Head.JOURNALIST, names, journalist=name)
    return _after_noun(before, start, end, names) or OutletPhrase(span(_length_of_article(before), end), Head.OUTLET, names)


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
    return any(noun in folded for noun in _products())


@cache
def _products() -> tuple[str, ...]:
    """Return how what outlets publish is called; of two names of which one holds the other, the shorter."""
    nouns = {*_last_words(*POLLS, *INTERVIEWS), *forms_of("piece"), "issue", "op-ed", "letter", "essay", "review"}
    return tuple(sorted(noun for noun in nouns if not any(other in noun for other in nouns - {noun})))


def _length_at_end(pattern: regex.Pattern[str], before: str) -> int:
    """Return how long the words are that *pattern* finds at the end of what stands *before* a name, 0 if it finds none."""
    match = pattern.search(before)
    return len(before) - match.start() if match else 0


def _length_of_article(before: str) -> int:
    if not _ends_in(before, LAST_OF_ARTICLE):
        return 0
    *_, further, last = ("", *before[-80:].casefold().split())
    if last in ARTICLES and not further.endswith(BEFORE_ARTICLE) and not before[-2:-1].isspace():
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
