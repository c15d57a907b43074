"""What stands beside an outlet's name in a phrase that names it: patterns, each with what it matches.

Before it an article, a journalist or a thing published ("a poll by | CNN"), behind it a product, a journalist, a partner, or what makes it
only spoken of ("a | CNN | spokesman"). What a phrase is by these is told in ``outlet_phrases``.
"""

from __future__ import annotations

from functools import cache

import regex

from citeaudit.lexicon.alternations import longest_of
from citeaudit.lexicon.classes import forms_of
from citeaudit.lexicon.worded import worded
from citeaudit.patterns import pattern_of
from citeaudit.sources.outlet_kinds import KIND, KINDS, LEANING, TRAIT


def _last_words(*phrases: str) -> tuple[str, ...]:
    """Return the last words of *phrases*: "site" for a web site."""
    return tuple(sorted({phrase.rpartition(" ")[2].lower() for phrase in phrases}))


ARTICLE = worded(
    r"\b(?:@det|each)\s"
    r"(?:(?!(?:@stops_article|@tell)\s)[\p{Ll}\d’'-]+\s){0,3}$",
    regex.IGNORECASE,
)
SEVERAL_POLLS = worded(
    r"\b(?:an?|the)\s(?:\p{Ll}+\s)?@several_polls\sof\s"
    r"(?:@of_several\s){0,3}$",
    regex.IGNORECASE,
)
"""What is reckoned from several: "an average of the three latest Post-ABC polls"."""
BARE_ARTICLE = worded(
    rf"\b(?:both\s(?:the\s)?|(?:the|this)\s)(?:(?:(?!(?:@tell|@preposition|the)\s)[\p{{L}}.’'-]+\s){{0,3}}?{KIND}(?:,\sthe)?\s(?:the\s)?|(?:{LEANING}\s){{1,2}})?$"
    rf"|(?:(?<=^|[,;:—–(]\s|(?-i:\p{{Ll}})\s)(?-i:\p{{Lu}}[\p{{L}}.-]+)\s)?(?:{TRAIT}\s){{0,2}}(?<!\p{{L}}){KIND}\s(?:the\s)?$",
    regex.IGNORECASE,
)
"""What stands before a name: "the", "the Israeli newspaper", "the local paper, the", "the conservative site The", or its kind alone: "public broadcaster"."""
ARTICLES = ("the", "this")
BOTH = "both"
LAST_OF_KIND = _last_words(*KINDS)
BEFORE_ARTICLE = (BOTH, *LAST_OF_KIND)
LAST_OF_ARTICLE = (
    *ARTICLES,
    BOTH,
    *LAST_OF_KIND,
    *_last_words(*forms_of("outlet_trait", "outlet_peer")),
    *(f"-{bond}" for bond in sorted(forms_of("outlet_leans"))),
)
"""How the last word of it ends."""
PARTNER_AFTER = pattern_of(
    r"\s?[/–-]\s?\p{Lu}[\w.&]*(?:(?:\s(?:the|of|and|for))?\s\p{Lu}[\w.&]*){0,4}?(?=(?:\s\p{Lu}\p{Ll}+)?\s(?i:polls?|surveys?)\b)|\s?[/–-]\s?\p{Lu}[\w.&]*"
)
PARTNER_BEFORE = pattern_of(r"(?:\p{Lu}[\w.&]*\s(?:(?:of|for|at)\s)?){0,3}\p{Lu}[\w.&]*\s?[/–-]\s?$")
POLLS = forms_of("poll", "reckoned")
POLL = rf"(?:(?:exit\s)?poll(?:ing)?\s(?:data|results|numbers)|{longest_of(POLLS)})"
PIECE = r"@piece(?!(?<=reports):)"
INTERVIEWS = forms_of("interviews", "aired")
INTERVIEW = rf"{longest_of(INTERVIEWS)}(?!(?<=show)\sthat\b)"
SHORT_MONTH = r"(?-i:\p{Lu}\p{Ll}{2,3}\.)(?=\s\d)"
PRODUCT_ADJECTIVE = rf"(?:\p{{Lu}}[\w’'-]*|{SHORT_MONTH}|\d{{1,4}}|@of_product|\p{{Ll}}+-\p{{Ll}}+)"
PRODUCT_AFTER = worded(
    rf"(?:['’]s?)?(?:[\s-]{PRODUCT_ADJECTIVE}){{0,4}}?\s(?:(?P<poll>(?i:{POLL}))|(?P<piece>{PIECE})|(?P<interview>{INTERVIEW}))(?![\w’'-])"
)
WHO_REPORTS = "@who_reports"
"""Before these "reports" is a verb, no thing published: "the team reports in Nature"."""
LEADS = ("by", "from", "in", "of", "for", "on", "with")
SITES = ("website", "magazine", "newspaper", "network", "broadcaster", "site")
PRODUCT_BEFORE = worded(
    rf"""(?:\b(?:early|preliminary|initial)\sresults\s(?:of|from)\s(?:the\s)?(?:exit\s)?)?(?:\b@det\s(?:(?!@function_word\s)(?:[\w’'-]+|{SHORT_MONTH})\s){{0,3}}?)?
    (?<!\b{WHO_REPORTS}\s(?=reports?\s))(?<!(?-i:\p{{Lu}}\p{{Ll}}+\s\p{{Lu}}\p{{Ll}}+)\s(?=reports\s(?:for|from)\s))(?<!\w)(?:(?P<poll>{POLL})|(?P<piece>{PIECE}|(?<=@number_lead\s)issue|@further_piece)|(?P<interview>{INTERVIEW}))
    (?:\s(?-i:(?:last|this)\s(?:week|month|year)|(?:on\s)?\p{{Lu}}\p{{Ll}}+day))?(?:\s(?:of\s(?:[\w’'-]+\s){{1,4}}?|on\s(?:[\w’'-]+\s){{1,4}}?)?(?:@made_by\s(?:\p{{Lu}}\p{{Ll}}+day\s|this\sweek\s|last\sweek\s)?(?:by\s(?:[\w.]+\s){{1,3}}?)?)?
       (?:(?-i:by\s(?:\p{{Lu}}[\w.&’'-]*\s){{1,3}}?)(?=for\s))?
       (?:{"|".join(LEADS)})\s(?:the\s)?(?:(?-i:\p{{Lu}}[\w’'-]*\s){{1,3}}and\s(?:the\s)?)?(?:(?:[\p{{L}}-]+\s){{0,2}}?(?:{"|".join(SITES)}|{KIND})(?:,\sthe)?\s(?:the\s)?)?)$""",
    regex.VERBOSE | regex.IGNORECASE,
)
LAST_BEFORE = ("the", "and", *LEADS, *SITES, *LAST_OF_KIND)
"""How the last word before an outlet ends where it may be that of a product."""
JOURNALIST = r"(?:@staff|@of_team\s(?:unit|team))"
NAME = r"(?-i:(?:\p{Lu}[\p{L}’'-]+|\p{Lu}\.)(?:\s(?:de\s|van\s|von\s|al-)?(?:\p{Lu}[\p{L}’'-]*\p{Ll}|\p{Lu}\.)){1,3})"
JOURNALIST_AFTER = worded(
    rf"""(?:['’]s?)?(?:\s(?:@journalist_trait|(?!@function_word\s)\p{{L}}[\w’'-]*)){{0,4}}?
    (?:\s(?P<role>{JOURNALIST}),?(?:\s(?-i:\p{{Lu}}\p{{Ll}}{{1,3}}\.\s)?(?P<name>{NAME}))?(?![\w’'])|(?<=['’]s?)\s(?P<bare>{NAME})(?![\w’'])|(?<=['’]s)\s(?-i:\p{{Lu}}\p{{Ll}}+)(?=\s(?:first\s|also\s)?(?:reported|reports|wrote|writes)\s))""",
    regex.VERBOSE | regex.IGNORECASE,
)
JOURNALIST_BEFORE = worded(
    rf"(?P<name>(?!(?i:@lead_verb|asked)\s){NAME})(?<!day)(?:,\s(?:an?\s|the\s)?(?:(?!@tell\s)[\p{{Ll}}-]+\s){{0,3}}{JOURNALIST}(?:[\s-]at[\s-]large)?|,\s[^,;:]{{0,40}}\bon\s(?:the\s)?staff|,\swho\s(?:covers|writes|reports|blogs)\s[^,;:“”]{{0,60}}?|,(?=\sof\s))?\s(?:of|from|with|for|at|on)\s(?:[Tt]he\s(?:\p{{Ll}}[\p{{L}}-]+\s){{0,2}}|(?:(?:an?|[Tt]he)\s)?(?:[\p{{L}}-]+\s){{0,2}}?{KIND}\s(?:the\s)?)?$"
)
REPORTER_BEFORE = worded(
    rf"(?:\b(?:an?|the|another|one)\s|(?<=^|[.,;:—–]\s|\bthat\s)(?=[\p{{L}}-]+s\s))(?:[\p{{Ll}}-]+\s){{0,2}}{JOURNALIST}\s(?:of|from|with|for|at|on)\s(?:the\s)?(?:(?:[\p{{L}}-]+\s){{0,3}}?{KIND}\s(?:the\s)?)?$",
    regex.IGNORECASE,
)
FORMER = pattern_of(r"\b(?:former|ex|one-?time|longtime)\b")
EMPLOYEE_AFTER = worded(
    r"(?:['’]s?)?(?:\s(?!(?:@function_word|@quote|@asks)\s)[\p{L}-]+){0,3}?"
    r"\s(?:spokes\w+|bureau(?!\schief)|@of_company)\b",
    regex.IGNORECASE,
)
OPENED_TITLE = pattern_of(r"(?:''|``|[“\"‘'])(?:The\s)?$")
KIND_AFTER = worded(r"\s(?:@kind_after|news)(?=\s(?!\p{Lu})|['’]s|[,.;])")
"""The outlet's kind after its name: "New York magazine ran …"."""
COMPANY_AFTER = worded(
    r"(?:\s\p{L}+ly|\s(?:has|had|later|also))*\s@company_says(?:\s\p{Lu}\p{Ll}+day)?(?:\son\s\p{Lu}\p{Ll}+day)?\s"
    r"(?:in\s(?:a|its|an\s\p{L}+ed)\s@company_paper|"
    r"(?:that\s)?it\s(?:@aux|stands?|stood)\s(?:not\s)?(?:appeal|sue|be\s(?:laying|cutting|launching|closing)|@company_does))\b|"
    r"(?:\s(?:has|had|later|also))*\s(?:announced|unveiled|outlined)\s(?:its\s(?:own\s)?)?(?:plans?|intentions?|decision)\sto\b|"
    r"\s(?:reported|posted|announced)\s(?:@of_result\s)*(?:[\p{L}-]+\s){0,2}?@company_result\b"
)
"""What an outlet says of itself as a company: "CNN said in a statement that …", "the Times said it would appeal"."""
AUDIENCE = worded(r"(?:['’]s?)?\s@audience(?![\w-])")
TOLD_BEFORE = worded(r"\b@tells_audience\s(?:the\s)?$")
"""Who is told there is told through the outlet: "told CNN viewers that"."""
OF_NAME = pattern_of(r"\sof\s(?:the\s)?\p{Lu}(?!\p{Ll}+day\b)")
"""A longer name that only begins like an outlet's: "the Register of Members’ Interests"."""
REPORTS_LAST = pattern_of(r"\sreports(?=[.;)]|,(?!\s(?:and|or)\b)|$)")
TRAILS = pattern_of(r",[”\"’']?\s(?:(?:as|so)\s)?(?:[Tt]he\s(?:[\p{L}-]+\s){0,3})?$")
"""Behind a comma "reports" that ends a clause is a verb: "…, the state news agency Tass reports.", but not "Reuters reports, and letters"."""
CLOSED_TITLE = pattern_of(r"[,.]?(?:''|[”\"’'])")


@cache
def products() -> tuple[str, ...]:
    """Return how what outlets publish is called; of two names of which one holds the other, the shorter."""
    nouns = {*_last_words(*POLLS, *INTERVIEWS, *forms_of("further_piece")), *forms_of("piece"), "issue"}
    return tuple(sorted(noun for noun in nouns if not any(other in noun for other in nouns - {noun})))
