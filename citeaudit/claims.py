"""Status and origin of each statement: sentences and attributions go in, one claim a statement comes out.

A statement has the strongest status at which at least half of its words lie in attributions of that strength or a
greater one. Words are counted, not code points, and those of a dateline not at all. The words between the parts of one
attribution ("Ruiz, who left in May, told reporters on Monday that …") belong to it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, replace

from citeaudit.model.relations import Attribution, Dateline, Level, Manner, Role, Sentence, SentenceKind, Source, SourceType
from citeaudit.model.reports import Claim, Status
from citeaudit.model.spans import Span
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.patterns import pattern_of

WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
STRENGTH = {status: rank for rank, status in enumerate(Status)}
NAMELESS = frozenset((SourceType.OUTLET, SourceType.VAGUE))
HEARERS = frozenset((Role.VENUE, Role.JOURNALIST, Role.OBTAINED_BY, Role.RELAY))
"""Who was told or handed it: their words count with the cue."""
OUTWEIGHS = 3
GAP_WORDS = 24
"""The longest stretch between the parts of one attribution that still belongs to it: a source's relative clause."""
LEAD_IN = pattern_of(
    r"(?:[Oo]n|[Ii]n|[Aa]t|[Dd]uring|[Aa]fter|[Ee]arlier|[Ll]ast|[Ww]hen|[Ss]peaking|[Aa]sked|[Ww]riting|[Ww]hile|[Ii]nstead|[Hh]owever|[Pp]ressed|[Qq]uestioned|[Qq]uizzed|[Aa]nd|[Bb]ut|[Ff]or|[Aa]s|"
    r"[Tt]hat|[Mm]eanwhile|[Ss]till|[Ll]ater|[Tt]hen|[Ss]o|[Yy]et|[Aa]lso|[Mm]oreover|[Aa]dditionally|[Ff]urther|[Ff]inally|[Tt]oday|[Yy]esterday|\p{Lu}\p{Ll}+day|\p{L}+ly)\b"
)
LEAD_IN_WORDS = 8
"""The longest lead-in before an attribution that still counts with its cue: "On Monday," "In an interview with the station,"."""

ASKED = pattern_of(r"(?:However,\s)?(?:[Ww]hen\s)?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Qq]uizzed)\b|[Aa]sked\b")
ASKED_WORDS = 45
"""A lead-in that tells the question may be long: "Asked whether he …, he said: …"."""
IN_PAPER = pattern_of(
    r"(?:But\s|And\s)?(?:[Ii]n|[Dd]uring)\s(?:an?|the|his|her|its|their|that|another)\s(?:[\p{L}-]+\s){0,3}?"
    r"(?:statement|filing|letter|memo|e-?mail|interview|post|note|report|ruling|lawsuit|complaint|affidavit|speech|column|essay|article|tweet|message|response|reply|briefing|hearing)\b[^;“”\"]*?,\s"
)
"""A lead-in that tells in what it was said may be as long as one behind it: "In a filing with the harbour court last year, it said …"."""
WHILE = pattern_of(
    r"[^\w]*(?:[\w’'-]+\s?){0,8}?[,”\"’]*\s?while\s(?:discussing|commenting|speaking|talking|responding|reacting|addressing|answering)\b"
)
"""What a guest was speaking of, between the programme and the speaker: "On CNN, while discussing the vote, Ruiz said …"."""


@dataclass(frozen=True, slots=True)
class _Cover:
    """The words of one sentence that one attribution covers, by their number."""

    attribution: Attribution
    words: frozenset[int]
    status: Status
    origin: Status


UNNAMED = pattern_of(
    r"[\s,.”\"]{1,3}(?:(?:and|who|both)\s)?(?:ask(?:ed|ing)|request(?:ed|ing)|speaking|spoke|on\s(?:the\s)?condition|declin(?:ed|ing)|insist(?:ed|ing))\b[^;“”\"]{0,200}?"
    r"\b(?:anonym\w+|(?:not|to)\sbe(?:ing)?\s(?:named|identified|quoted)|not\sauthori[sz]ed|unauthori[sz]ed)\b[^;“”\"]*$"
)
"""What ends a sentence and tells why its source stays unnamed."""


NO_WORDS = frozenset[int]()
MOST_COVERS = 60
"""Where more attributions than that hold words of one sentence, which none of a newspaper has, they are not compared with each other."""
NAMED_AS = pattern_of(
    r"\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother)\s(?:[\p{L}’'-]+\s){1,4}?"
    r"(?:who\s(?:only\s)?gave\s(?:only\s)?(?:his|her|their)\s(?:\p{Ll}+\s)?names?\s(?:only\s|just\s)?as|(?:who\swas\s)?identified\s(?:only\s)?as|who\sidentified\s\p{Ll}+sel(?:f|ves)\s(?:only\s)?as)\s$"
)
"""Who a source is, before its name: "a porter who gave his name only as | Theo"."""
NAMED_AS_LENGTH = 120
"""How far before the name that is looked for, in code points."""
LEAD_OUT = pattern_of(
    r"(?:,\s(?!(?:according|including|adding|citing|quoting|noting|warning|saying|claiming)\b)\p{Ll}{2,}ing|\s(?:\p{Lu}\p{Ll}+day\s)?(?:(?:in\s[^,;:“”\"]{3,50}?\s)?(?P<asked>(?:in\s(?:response|reply|answer)\sto|(?:when|after)\s(?:(?:he|she|they)\s(?:was|were)\s|being\s)?(?:asked|pressed|questioned|called|contacted|reached|approached))\b)|(?:in|at|on|to|during|outside|from|via|through)\s))\b[^;“”\"]*$"
)
LEAD_OUT_WORDS = 14
"""The longest setting behind a quotation and its speaker that still counts with the cue: "Ruiz said during a debate in Miami last week", "said Ruiz, shouting over the band"."""
CLOSING = frozenset("”\"’'")
RELATIVE = pattern_of(r",?\s(?:who|whose|which)\s(?:(?!\b(?:but|while|although|whereas)\b)[^;“”\"])*$")
"""A relative clause that ends a sentence and says no more than who spoke."""
LONGEST_GAP = 2
"""So far may the last word of a source and its end lie apart, in code points: a full stop, a comma."""


def judge_claims(
    text: str, sentences: tuple[Sentence, ...], attributions: tuple[Attribution, ...], datelines: tuple[Dateline, ...]
) -> tuple[Claim, ...]:
    """Return the claim of each statement, in order."""
    statements = [sentence for sentence in sentences if sentence.kind is SentenceKind.STATEMENT]
    starts = [sentence.span.start for sentence in statements]
    here: list[list[Attribution]] = [[] for _ in statements]
    for attribution in attributions:
        for number in _touched(attribution, statements, starts):
            here[number].append(attribution)
    return tuple(_judge(text, sentence, tuple(found), datelines) for sentence, found in zip(statements, here, strict=True))


def roll_up(claims: tuple[Claim, ...], gazetteer: Gazetteer) -> tuple[Claim, ...]:
    """Return *claims* with each outlet once, a programme by the id of whoever makes it."""
    return tuple(_rolled_up(claim, gazetteer) if claim.outlets else claim for claim in claims)


def _rolled_up(claim: Claim, gazetteer: Gazetteer) -> Claim:
    ids: dict[str, str | None] = {}
    for name, outlet in zip(claim.outlets, claim.outlet_ids, strict=True):
        ids[name] = ids.get(name) or (gazetteer.shown_as(outlet).id if outlet and outlet in gazetteer.outlets else outlet)
    return replace(claim, outlets=tuple(ids), outlet_ids=tuple(ids.values()))


def status_of(chain: tuple[Source, ...]) -> Status:
    """Return the status that a chain gives to its content; nobody at all is vague."""
    types = {source.type for source in chain}
    if SourceType.OUTLET in types:
        return Status.OUTLET
    if types - {SourceType.ANONYMOUS, SourceType.VAGUE}:
        return Status.SOURCE
    return Status.ANONYMOUS if SourceType.ANONYMOUS in types else Status.VAGUE


def origin_of(chain: tuple[Source, ...]) -> Status:
    """Return the status of the first link alone; a hedge that somebody is named for ("reportedly …, Bloomberg said") is theirs."""
    named = [link for link in chain if link.type is not SourceType.VAGUE]
    return status_of(tuple(named[:1]) or chain[:1])


def _touched(attribution: Attribution, statements: list[Sentence], starts: list[int]) -> list[int]:
    numbers = []
    for span in (*attribution.source, *attribution.cue, *attribution.content):
        number = max(0, bisect_left(starts, span.start + 1) - 1)
        while number < len(statements) and statements[number].span.start < span.end:
            if statements[number].span.overlaps(span):
                numbers.append(number)
            number += 1
    return sorted(set(numbers))


def _judge(text: str, sentence: Sentence, here: tuple[Attribution, ...], datelines: tuple[Dateline, ...]) -> Claim:
    if not here:
        return Claim(sentence, Status.UNATTRIBUTED, Status.UNATTRIBUTED, uncovered=_whole(text, sentence.span, datelines))
    skipped = [dateline.span for dateline in _datelines_in(datelines, sentence.span)]
    words = [
        match.span()
        for match in WORD.finditer(text, sentence.span.start, sentence.span.end)
        if not (skipped and any(span.start <= match.start() < span.end for span in skipped))
    ]
    starts = [start for start, _ in words]
    covers = tuple(_cover(text, sentence.span, words, starts, a) for a in here if a.level is Level.REPORT)
    for status in sorted({cover.status for cover in covers}, key=STRENGTH.__getitem__):
        strong = tuple(cover for cover in covers if STRENGTH[cover.status] <= STRENGTH[status])
        covered = NO_WORDS.union(*(cover.words for cover in strong))
        if covered and 2 * len(covered) >= len(words):
            return _claim(sentence, words, here, strong, covered, status)
    return Claim(
        sentence,
        Status.UNATTRIBUTED,
        Status.UNATTRIBUTED,
        attributions=here,
        uncovered=_runs(words, NO_WORDS.union(*(cover.words for cover in covers))),
    )


def _datelines_in(datelines: tuple[Dateline, ...], sentence: Span) -> tuple[Dateline, ...]:
    """Return those of *datelines* that touch *sentence*; they are in order and do not overlap."""
    if not datelines:
        return ()
    first = bisect_right(datelines, sentence.start, key=lambda dateline: dateline.span.end)
    return datelines[first : bisect_left(datelines, sentence.end, lo=first, key=lambda dateline: dateline.span.start)]


def _whole(text: str, sentence: Span, datelines: tuple[Dateline, ...]) -> tuple[Span, ...]:
    """Return *sentence* from its first word to its last, without its dateline."""
    here = _datelines_in(datelines, sentence)
    start = next((d.span.end for d in here if d.span.start == sentence.start and d.span.end < sentence.end), sentence.start)
    first = WORD.search(text, start, sentence.end)
    if first is None:
        return ()
    end = sentence.end
    while not (text[end - 1].isalnum() or text[end - 1] == "_"):
        end -= 1
    return (Span(first.start(), end),)


def _claim(  # noqa: PLR0917  what was found out about the sentence
    sentence: Sentence,
    words: list[tuple[int, int]],
    here: tuple[Attribution, ...],
    strong: tuple[_Cover, ...],
    covered: frozenset[int],
    status: Status,
) -> Claim:
    links = [link for cover in strong for link in cover.attribution.chain]
    outlets = dict.fromkeys((link.name, link.outlet) for link in links if link.type is SourceType.OUTLET)
    return Claim(
        sentence,
        status,
        _origin(strong, covered),
        tuple(name for name, _ in outlets),
        tuple(outlet for _, outlet in outlets),
        tuple(dict.fromkeys(link.name for link in links if link.type not in NAMELESS)),
        here,
        len(covered) / len(words),
        _runs(words, covered),
        is_self=any(link.is_self for link in links),
    )


def _origin(strong: tuple[_Cover, ...], covered: frozenset[int]) -> Status:
    """
    Return the origin by the rule of halves, each word speaking for the innermost attribution that holds it.

    Where a third of the words is what somebody said inside an outlet's report, the outlet's own words around it (a gloss,
    "Reuters reported") have no say: they pass on, they do not originate.
    """
    origins = {cover.origin for cover in strong}
    if len(origins) == 1:
        return origins.pop()
    by_word: dict[int, Status] = {}
    passed_on: set[int] = set()
    rivals = strong if len(strong) <= MOST_COVERS else ()
    for cover in reversed(strong):
        outer = [
            other
            for other in rivals
            if other is not cover and cover.words < other.words and len(other.attribution.chain) < len(cover.attribution.chain)
        ]
        if outer and cover.origin is not cover.status:
            passed_on |= cover.words
        for word in cover.words:
            by_word[word] = cover.origin
    if OUTWEIGHS * len(passed_on) >= len(covered):
        by_word = {word: origin for word, origin in by_word.items() if word in passed_on}
    count = 0
    speaking = Counter(by_word.values())
    for origin in sorted(speaking, key=STRENGTH.__getitem__):
        count += speaking[origin]
        if 2 * count >= len(by_word):
            return origin
    return Status.UNATTRIBUTED


def _cover(text: str, sentence: Span, words: list[tuple[int, int]], starts: list[int], attribution: Attribution) -> _Cover:
    # Whom it was told to counts with the cue: "said Ruiz, the mayor, to the Daily Bugle".
    told = [link.span for link in attribution.chain if link.role in HEARERS and link.span and sentence.covers(link.span)]
    roles = (*attribution.source, *attribution.cue, *attribution.content, *told, *attribution.setting)
    parts = sorted(span for span in roles if span.overlaps(sentence))
    covered: set[int] = set()
    last: int | None = None
    for span in parts:
        first, stop = bisect_left(starts, span.start), bisect_left(starts, span.end)
        if last is not None and 0 < first - last <= (
            ASKED_WORDS if WHILE.match(text, words[last - 1][1], span.start) else GAP_WORDS
        ):
            covered.update(range(last, first))
        covered.update(range(first, stop))
        last = stop if last is None else max(last, stop)
    first_covered = min(covered, default=0)
    if (
        attribution.cue
        and 0 < first_covered <= ASKED_WORDS
        and LEAD_IN.match(text, words[0][0])
        and (
            first_covered <= LEAD_IN_WORDS
            or ASKED.match(text, words[0][0])
            or (first_covered <= LEAD_OUT_WORDS and IN_PAPER.match(text, words[0][0], words[first_covered][0]))
        )
    ):
        covered.update(range(first_covered))
    if attribution.source and (named := _named_as(text, sentence, attribution.source[0].start)):
        covered.update(range(bisect_left(starts, named.start), bisect_left(starts, named.end)))
    # Why the source is not named is said of the source: "told Reuters, asking not to be named because …".
    if last and last < len(words) and UNNAMED.match(text, max(parts[-1].end, words[last - 1][1]), sentence.end):
        covered.update(range(last, len(words)))
    if last and last < len(words) and _is_told_of_speaker(text, sentence, attribution, words[last - 1][1]):
        covered.update(range(last, len(words)))
    if last and last < len(words) and _follows_speech(text, attribution, words[last - 1][1], sentence.end, len(words) - last):
        covered.update(range(last, len(words)))
    if attribution.is_fill:
        # Somebody said it, and the article does not tell who: rule CA102 asks. Words quoted inside the article's own clause are that clause's.
        status = Status.VAGUE if attribution.manner is Manner.DIRECT else Status.UNATTRIBUTED
        return _Cover(attribution, frozenset(covered) if status is Status.VAGUE else frozenset(), status, status)
    return _Cover(attribution, frozenset(covered), status_of(attribution.chain), origin_of(attribution.chain))


def _is_told_of_speaker(text: str, sentence: Span, attribution: Attribution, start: int) -> bool:
    """Tell whether the words from *start* on only say who it is that spoke before them: "“…,” said Moss, | who owns a bakery near the square"."""
    source, cue = attribution.source, attribution.cue
    is_behind = bool(source and cue) and sentence.covers(source[-1]) and cue[0].start < source[-1].start
    return is_behind and source[-1].end <= start + LONGEST_GAP and RELATIVE.match(text, start, sentence.end) is not None


def _named_as(text: str, sentence: Span, source: int) -> Span | None:
    """Return the words before a *source* that say who it is and lead up to its name, None if there are none."""
    if not text.startswith("as ", source - len("as ")):
        return None
    match = NAMED_AS.search(text, max(sentence.start, source - NAMED_AS_LENGTH), max(sentence.start, source))
    return Span(*match.span()) if match else None


def _follows_speech(text: str, attribution: Attribution, start: int, end: int, count: int) -> bool:
    """Tell whether the *count* words from *start* to *end* only tell where or to what question a quotation before them was said."""
    content, cue = attribution.content, attribution.cue
    setting = LEAD_OUT.match(text, start, end) if content and cue else None
    is_behind_quotation = setting is not None and content[0].start < cue[0].start and text[content[0].end - 1] in CLOSING
    return (
        setting is not None
        and (is_behind_quotation or setting["asked"] is not None)
        and count <= (ASKED_WORDS if setting["asked"] else LEAD_OUT_WORDS)
    )


def _runs(words: list[tuple[int, int]], covered: frozenset[int]) -> tuple[Span, ...]:
    """Return the stretches of *words* outside *covered*: what the article says in its own voice."""
    runs: list[Span] = []
    first: int | None = None
    for number, (start, _) in enumerate(words):
        if number in covered:
            if first is not None:
                runs.append(Span(first, words[number - 1][1]))
            first = None
        elif first is None:
            first = start
    if first is not None:
        runs.append(Span(first, words[-1][1]))
    return tuple(runs)
