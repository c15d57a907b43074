"""What outlets published, spoken of again: the outlet phrases of a text go in, the same with "the poll", "the article" and their like come out.

"A story in the Post …": "the article" further down is the Post's, if no other document of its kind stands nearer. Who took it
down for an outlet ("told Bill Hart of Fox News") is known by the surname afterwards.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from itertools import accumulate

from citeaudit.lexicon.alternations import longest_of
from citeaudit.lexicon.classes import forms_of
from citeaudit.lexicon.worded import worded
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of
from citeaudit.sources.outlet_phrases import Head, OutletPhrase
from citeaudit.text.literals import places_of

CLASSES = ("poll", "again_piece", "again_show")
"""Nouns of one of these classes may refer to each other: "a story in the Post … the article said"."""
REPORTS = "again_piece"
CLASS_OF = {noun: name for name in CLASSES for noun in forms_of(name)}
REFERRING = forms_of("refers_back")
"""Nouns that may refer back to what was published."""
PIECE = "@again_piece"
REFERRING_IF_SAME = ("programme", "program", "show")
"""Nouns that do so behind "the same" only: "the show" may be any."""
BEFORE_NOUN = worded(r"(?r)\b(?i:@definite)\s(?:@of_piece\s)?")
GOES_ON = pattern_of(r"[\w’'-]|\swith\s")
"""What stands behind a noun that is no reference: "the board's", "the interview with"."""
INTRODUCED = worded(
    r"\b(?:(?i:an?|another|one|new)|(?!(?i:@function_word)\b)\p{Lu}[\w&]*(?:['’]s)?|\p{Ll}+['’]s)[ ](?:(?!(?:the|this|that)\b)[\w’'-]+[ ]){0,2}?"
    rf"(?P<noun>{longest_of(REFERRING)})\b"
)
TOLD = pattern_of(r"(?P<told>\b(?:told|telling|tells)\s)(?=(?:[^\s,.:]*+(?P<end>)(?=[\s,.:])[.:,]?+){1,4}+)")
"""Words before whom somebody told, and the places where the name may end: "told Hart.", "told O’Dell Jr. that"."""
MOST_NAMESAKES = 8
"""So many journalists of one surname are told apart: no article names more."""
RAN = worded(
    r"\s(?:\p{L}+ly\s|has\s|had\s|also\s|first\s)*@publishes\s(?:\p{L}+\s){0,2}?"
    rf"(?:an?|the|its|this)\s(?:[\w’'-]+\s){{0,3}}?(?P<noun>{PIECE}|series)\b"
)

REPORTED = worded(
    r"(?:\s(?:\p{L}+ly|has|had|also|first|last|this|week|month|on|\p{Lu}\p{Ll}+day))*\s@tells_news(?=[\s.,;:…])(?!\s(?:an?|its|net|record)\s)"
)
"""By which an outlet tells something, which is a report of its own from then on."""
SAYS = worded(r"\s(?:\p{L}+ly\s|also\s)?@plain_say(?=[\s.,;:…])")
"""By which it says something: a report only for who calls it "the same report", since firms say things too."""
ACCORDING_TO = pattern_of(r"(?r)\b[Aa]ccording\sto\s(?:the\s)?")
TOLD_TO = worded(
    r"(?r)\b(?:told|tells|telling|(?i:@speaks)\s(?:to|with)|sat\sdown\swith|interviewed\sby|interview\son|(?:[Ss]peaking|[Aa]ppearing|appeared|appears|said|says)\son|On)\s(?:the\s)?"
)
"""Before an outlet to which somebody spoke, which is an interview from then on: "told CNN … in that interview"."""
INTERVIEWED_ON = pattern_of(r"(?r)\binterviews?\b[^.;:“”\"\n]{0,60}\s(?:on|with|to|for)\s(?:the\s)?")
"""The same where the interviews are counted first: "two interviews, one of them on | CNN … in that interview"."""
HANDED_BY = pattern_of(
    r"(?r)(?:\b(?:[Ff]rom|[Vv]ia|[Pp]er|[Bb]y|[Cc]ourtesy\sof)\s(?:[Tt]he\s)?|(?:^|\n|[.!?]\s)(?:(?:As|And|But|Now|Meanwhile|Here['’]s|Here\sis),?\s)?(?:[Tt]he\s)?)"
)
"""What stands before an outlet by which a line hands over its text: "Here is more from | Politico:", "As | Politico"."""
HANDED = pattern_of(r"(?:['’]s?)?(?:\s[^.!?:\n“”\"]{1,100})?:(?=\s*\n)")
"""The rest of such a line, of which the report speaks behind that text: "| has the story: … The report goes on:"."""
WRITING_IN = pattern_of(r"(?r)\b(?:[Ww]riting|wrote|writes|written)\s(?:\p{L}+\s){0,2}?(?:in|for)\s(?:the\s)?")
"""Before an outlet in which somebody wrote, which is a column from then on: "writing in the Guardian … in her column"."""
IN_ITS_PIECE = worded(
    rf"(?r)\b[Ii]n\s(?:an?|its|the)\s(?:[\p{{L}}-]+\s){{0,2}}(?P<noun>{PIECE})(?:\s[^,;.]{{2,40}})?,\s(?:the\s)?"
)
"""Before an outlet that says something in what it published: "In an editorial on Friday, | the Guardian called"."""


def with_published(text: str, phrases: tuple[OutletPhrase, ...]) -> tuple[OutletPhrase, ...]:
    """Return *phrases* and, in order among them, the nouns that refer back to what their outlets published."""
    return tuple(sorted((*phrases, *_references(text, list(phrases))), key=lambda phrase: phrase.span))


def _references(text: str, phrases: list[OutletPhrase]) -> list[OutletPhrase]:
    """Return the nouns that refer back to what an outlet published: "the poll", "the article", "the interview"."""
    found: list[OutletPhrase] = []
    found.extend(_told_journalists(text, phrases))
    published = sorted([phrase for phrase in phrases if phrase.noun] + _ran(text, phrases), key=_start)
    said = _said(text, phrases) if "he same " in text else []
    if not published and not said:
        return found
    by_class: dict[str, list[OutletPhrase]] = {}
    for phrase in published:
        by_class.setdefault(_class_of(phrase.noun), []).append(phrase)
    pieces = sorted((*by_class.get(REPORTS, ()), *said), key=_start)
    begins = min(phrase.span.end for phrase in (*published[:1], *said[:1]))
    taken = _Taken(phrases)
    others: dict[str, list[int]] | None = None
    for span, noun in _referring(text, begins, {*by_class, *([REPORTS] if said else [])}):
        if taken.touches(span):
            continue
        wanted = _class_of(noun)
        is_same = wanted == REPORTS and " same " in span.of(text)
        antecedent = _last_before(pieces if is_same else by_class.get(wanted, []), span.start)
        if antecedent is None:
            continue
        if others is None:  # asked only where something refers back, since it reads the whole article
            others = {}
            for introduced in INTRODUCED.finditer(text, begins):
                if not taken.touches(Span(introduced.start(), introduced.start() + 1)):
                    others.setdefault(_class_of(introduced["noun"]), []).append(introduced.start())
        # A nearer document of the same kind that no outlet published is what "the report" means.
        rivals = others.get(wanted, [])
        if bisect_left(rivals, antecedent.span.end) < bisect_left(rivals, span.start):
            continue
        found.append(
            OutletPhrase(span, antecedent.head, antecedent.names, noun, antecedent=antecedent.span, partner=antecedent.partner)
        )
    return found


def _referring(text: str, start: int, classes: Collection[str]) -> list[tuple[Span, str]]:
    """Return, in order, where in *text* from *start* on "the" or its like stands before a noun of one of *classes*, and the noun."""
    found = []
    for noun in (*REFERRING, *REFERRING_IF_SAME):
        for place in places_of(noun, text, start) if _class_of(noun) in classes else ():
            end = place + len(noun)
            before = BEFORE_NOUN.match(text, start, place)
            if before and (noun in REFERRING or before[0].endswith("same ")) and not GOES_ON.match(text, end):
                found.append((Span(before.start(), end), noun))
    return sorted(found)


def _told_journalists(text: str, phrases: list[OutletPhrase]) -> list[OutletPhrase]:
    """Return later surnames of who took it down for an outlet: "told Bill Hart of Fox News … telling Hart that"."""
    by_surname: dict[str, list[OutletPhrase]] = {}
    for phrase in phrases:
        if phrase.journalist:
            by_surname.setdefault(phrase.journalist.split()[-1], []).append(phrase)
    if not by_surname:
        return []
    found: list[OutletPhrase] = []
    for match in TOLD.finditer(text):
        for end in dict.fromkeys(match.ends("end")):
            at = Span(match.end("told"), end)
            found += [
                OutletPhrase(at, Head.JOURNALIST, phrase.names, journalist=phrase.journalist, antecedent=phrase.span)
                for phrase in by_surname.get(at.of(text), [])[:MOST_NAMESAKES]
                if phrase.span.end <= match.start()
            ]
    return found


def _ran(text: str, phrases: list[OutletPhrase]) -> list[OutletPhrase]:
    """Return outlets with what they are said to have published: "the magazine ran a profile of …"."""
    found = []
    for phrase in phrases:
        match = (
            RAN.match(text, phrase.span.end, phrase.span.end + 80)
            if phrase.head is not Head.INTERVIEW and not phrase.noun
            else None
        )
        if match:
            found.append(OutletPhrase(Span(phrase.span.start, match.end()), Head.PIECE, phrase.names, match["noun"].casefold()))
        elif phrase.head is Head.OUTLET and (said := IN_ITS_PIECE.match(text, max(0, phrase.span.start - 80), phrase.span.start)):
            whole = Span(said.start(), phrase.span.end)
            found.append(OutletPhrase(whole, Head.PIECE, phrase.names, said["noun"].casefold()))
        elif phrase.head is Head.OUTLET and WRITING_IN.match(text, max(0, phrase.span.start - 40), phrase.span.start):
            found.append(OutletPhrase(phrase.span, Head.PIECE, phrase.names, "column"))
        elif phrase.head in (Head.OUTLET, Head.JOURNALIST) and (
            REPORTED.match(text, phrase.span.end, phrase.span.end + 80)
            or ACCORDING_TO.match(text, max(0, phrase.span.start - 20), phrase.span.start)
        ):
            found.append(OutletPhrase(phrase.span, Head.PIECE, phrase.names, "report"))
        elif (
            phrase.head in (Head.OUTLET, Head.JOURNALIST)
            and TOLD_TO.match(text, max(0, phrase.span.start - 24), phrase.span.start)
        ) or (phrase.head is Head.OUTLET and INTERVIEWED_ON.match(text, max(0, phrase.span.start - 80), phrase.span.start)):
            found.append(OutletPhrase(phrase.span, Head.INTERVIEW, phrase.names, "interview"))
        elif (
            phrase.head in (Head.OUTLET, Head.JOURNALIST)
            and HANDED.match(text, phrase.span.end, phrase.span.end + 120)
            and HANDED_BY.match(text, max(0, phrase.span.start - 24), phrase.span.start)
        ):
            found.append(OutletPhrase(phrase.span, Head.PIECE, phrase.names, "report"))
    return found


def _said(text: str, phrases: list[OutletPhrase]) -> list[OutletPhrase]:
    """Return the outlets that say something, which "the same report" means further on: "the Telegraph | said"."""
    return [
        OutletPhrase(phrase.span, Head.PIECE, phrase.names, "report")
        for phrase in phrases
        if phrase.head is Head.OUTLET and SAYS.match(text, phrase.span.end, phrase.span.end + 40)
    ]


def _class_of(noun: str) -> str:
    noun = noun.casefold()
    return CLASS_OF.get(noun, noun)


def _last_before(phrases: list[OutletPhrase], offset: int) -> OutletPhrase | None:
    """Return the last of *phrases*, which are in order, that ends before *offset*."""
    for place in range(bisect_left(phrases, offset, key=_start) - 1, -1, -1):
        if phrases[place].span.end <= offset:
            return phrases[place]
    return None


def _start(phrase: OutletPhrase) -> int:
    return phrase.span.start


class _Taken:
    """The places of phrases, which may overlap each other."""

    def __init__(self, phrases: list[OutletPhrase]) -> None:
        spans = sorted(phrase.span for phrase in phrases)
        self._starts = [span.start for span in spans]
        self._ends = list(accumulate((span.end for span in spans), max))

    def touches(self, span: Span) -> bool:
        """Tell whether any phrase overlaps *span*."""
        place = bisect_left(self._starts, span.end) - 1
        return place >= 0 and self._ends[place] > span.start
