"""Lines that hand over a text of an outlet's: a line and the outlets in it go in, the outlet whose text stands under the line comes out.

"As written by Jane Roe for Politico:", "Politico has the details:", "The Guardian, in an editorial headlined “Shut it,” wrote:" and "The team
at the Guardian went through the logs, and here is what they found:" all end in a colon; the outlet ends the line, makes it up or is who it is about.
"""

from __future__ import annotations

from citeaudit.layout.introduction_forms import GIVEN, SAYING
from citeaudit.lexicon.worded import worded
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of
from citeaudit.sources.outlet_phrases import SPOKEN_OF, Head, OutletPhrase

BEFORE_OUTLET = worded(r"(?:(?:(?i:@before_outlet)|[Hh]/[Tt])\s(?:[Tt]he\s)?)$")
"""What stands before the outlet that ends or makes up a line: "As written by Jane Roe for | Politico:", "An excerpt from | Politico:"."""
LET_OUT = worded(r"\b@picture\b[^,:]{0,30}\s(?:by|from)\s(?:[Tt]he\s)?$")
"""What an outlet let out that is no text of it: "the secret tape recently released by | Breitbart:"."""
HAS_MORE = worded(
    r"\s(?:(?:also|now)\s)?@has_more\s(?:us\s)?(?:(?:the|some|this|all|its|a|an)\s)?(?:(?:full|whole|rest\sof\sthe|more\sof\sthe|other)\s)?"
    r"@more_of_it(?:\s(?:report|story|account|dispatch|details?))?(?:\s(?:on|about|of|from|in)\s[^:,;“”\"]{2,60})?:$|,\s(?:quoting|citing)\s[^:;“”\"]{2,80}:$|"
    r"\s(?:(?:also|further|then|now)\s)*@reads_on(?:\s@so_it_reads)?:$|"
    r"['’]s?\s@part_of_piece(?:\s(?:paragraph|sentence|line))?:$|\s\(emphasis\s(?:added|mine|ours)\):$|,\swith\s(?:the\slatest|more|the\sstory|the\sdetails):$"
)
"""What an outlet that is about to speak has behind its name: "Politico | has the details:"."""
STAFF_OF = pattern_of(
    r"(?:(?:As|And|But|So|Now|Meanwhile|Yet|Over),?\s)*(?:(?:[Tt]he|[Oo]ur)\s(?:[\p{Ll}-]+\s){1,4}(?:over\s)?(?:at|from)\s)?(?:at\s)?(?:[Tt]he\s)?$"
)
"""What stands before the outlet that a line is about: nothing, "Over at", "The good folks at"."""
SHOWS = worded(
    rf"[^:“”\"]{{1,200}}?[\s,;–—-]here(?:\sis|\swas|\sare|['’]s)\s(?:just\s|some\sof\s|part\sof\s)?(?:what|how)\s(?:they|it|she|he)\s[^:“”\"]{{2,80}}:$|"
    rf"[^:]{{1,160}}?\b(?:@gives|@issue|@prints)\s(?:us\s)?(?:with\s)?the\sfollowing(?:\s(?:[\p{{Ll}}-]+\s){{0,2}}?{GIVEN}(?![\w’'-])[^:“”\"]{{0,120}})?:$|"
    rf",\s[^:“”\"]{{2,80}}[“\"][^:“”\"]{{2,100}}[”\"],?(?:\s[^:,“”\"]{{2,40}},)?\s(?:[\p{{Ll}}-]+ly\s|also\s)?{SAYING}(?![\w’'-])[^:“”\"]{{0,80}}:$"
)
"""What the rest of such a line says: "…, and here is what they found:", "offers the following comment:", ", in a column headed “Shut it,” wrote:"."""
THIS_IS = pattern_of(
    r"(?:This|The\sfollowing|What\sfollows)\s(?:is|was|ran|comes|came|appeared|appears)\s(?:[\p{Ll}]+\s){0,2}(?:in|from|on|by)\s(?:[Tt]he\s)?$"
)
SHORT_REST = pattern_of(r"[^:“”\"]{0,50}:$")
"""How a line ends that only tells where what follows stood: "This was in | the Guardian | this morning:"."""


def handed_over(text: str, line: Span, phrases: tuple[OutletPhrase, ...]) -> tuple[OutletPhrase, bool] | None:
    """Return the outlet of *phrases* whose text *line* hands over, and whether all of it follows, not only a part; None if it hands over none."""
    if text[line.end - 1] != ":":
        return None
    for phrase in phrases:
        if phrase.head in SPOKEN_OF or not line.covers(phrase.span):
            continue
        is_last = phrase.span.end == line.end - 1 and (
            phrase.head in {Head.PIECE, Head.JOURNALIST}
            or text[line.start : phrase.span.start] in {"", "The "}
            or _hands_over(text, line.start, phrase.span.start)
        )
        if is_last or HAS_MORE.match(text, phrase.span.end, line.end):
            # Of a piece that is spoken of again only a further part follows.
            return phrase, phrase.antecedent is None
        if shows_text_of(text, line, phrase.span):
            return phrase, False
    return None


def shows_text_of(text: str, line: Span, name: Span) -> bool:
    """Tell whether *line* is about the outlet of that *name*, or those who work there, and shows what they wrote."""
    if STAFF_OF.fullmatch(text, line.start, name.start):
        return SHOWS.match(text, name.end, line.end) is not None
    is_where = THIS_IS.fullmatch(text, line.start, name.start) is not None
    return is_where and SHORT_REST.match(text, name.end, line.end) is not None


def has_more(text: str, line: Span, name: Span) -> bool:
    """Tell whether *line* begins with the outlet of that *name*, which has more of a story: "The Guardian | has the details:"."""
    return text[line.start : name.start] in {"", "The "} and HAS_MORE.match(text, name.end, line.end) is not None


def _hands_over(text: str, start: int, end: int) -> bool:
    """Tell whether the words of a line before an outlet's name hand over its text, and no tape that it let out."""
    return BEFORE_OUTLET.search(text, start, end) is not None and LET_OUT.search(text, start, end) is None
