"""Status and origin of each statement: sentences and attributions go in, one claim a statement comes out.

A statement has the strongest status at which at least half of its words lie in attributions of that strength or a
greater one. Words are counted, not code points, and those of a dateline not at all. The words between the parts of one
attribution ("Ruiz, who left in May, told reporters on Monday that …") belong to it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from typing import NamedTuple

from citeaudit.model.making import replace
from citeaudit.model.relations import Attribution, Dateline, Level, Manner, Role, Sentence, SentenceKind, Source, SourceType
from citeaudit.model.reports import Claim, Status
from citeaudit.model.spans import Span
from citeaudit.outlets.gazetteer import Gazetteer

WORD = re.compile(r"\w++(?:['’.,-]\w++)*")
STRENGTH = {status: rank for rank, status in enumerate(Status)}
NAMELESS = frozenset((SourceType.OUTLET, SourceType.VAGUE))
HEARERS = frozenset((Role.VENUE, Role.JOURNALIST, Role.OBTAINED_BY, Role.RELAY))
"""Who was told or handed it: their words count with the cue."""
OUTWEIGHS = 3
GAP_WORDS = 24
"""The longest stretch between the parts of one attribution that still belongs to it: a source's relative clause."""


class _Cover(NamedTuple):
    """The words of one sentence that one attribution covers, by their number."""

    attribution: Attribution
    words: frozenset[int]
    status: Status
    origin: Status


NO_WORDS = frozenset[int]()
MOST_COVERS = 60
"""Where more attributions than that hold words of one sentence, which none of a newspaper has, they are not compared with each other."""


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
    starts = [match.start() for match in WORD.finditer(text, sentence.span.start, sentence.span.end)]
    if skipped:
        starts = [start for start in starts if not any(span.start <= start < span.end for span in skipped)]
    covers = [_cover(sentence.span, starts, a) for a in here if a.level is Level.REPORT]
    for status in sorted({cover.status for cover in covers}, key=STRENGTH.__getitem__):
        strong = tuple([cover for cover in covers if STRENGTH[cover.status] <= STRENGTH[status]])
        covered = NO_WORDS.union(*[cover.words for cover in strong])
        if covered and 2 * len(covered) >= len(starts):
            return _claim(text, sentence, starts, here, strong, covered, status)
    return Claim(
        sentence,
        Status.UNATTRIBUTED,
        Status.UNATTRIBUTED,
        attributions=here,
        uncovered=_runs(text, sentence.span, starts, NO_WORDS.union(*(cover.words for cover in covers))),
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
    text: str,
    sentence: Sentence,
    starts: list[int],
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
        len(covered) / len(starts),
        _runs(text, sentence.span, starts, covered),
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


def _cover(sentence: Span, starts: list[int], attribution: Attribution) -> _Cover:
    # Whom it was told to counts with the cue: "said Ruiz, the mayor, to the Daily Bugle".
    told = [link.span for link in attribution.chain if link.role in HEARERS and link.span and sentence.covers(link.span)]
    roles = (*attribution.source, *attribution.cue, *attribution.content, *told, *attribution.setting)
    begin, end = sentence.start, sentence.end
    parts = sorted([(span.start, span.end) for span in roles if span.start < end and begin < span.end])
    covered: set[int] = set()
    last: int | None = None
    for part in parts:
        first, stop = bisect_left(starts, part[0]), bisect_left(starts, part[1])
        if last is not None and 0 < first - last <= GAP_WORDS:
            covered.update(range(last, first))
        covered.update(range(first, stop))
        last = stop if last is None else max(last, stop)
    if attribution.is_fill:
        # Somebody said it, and the article does not tell who: rule CA102 asks. Words quoted inside the article's own clause are that clause's.
        status = Status.VAGUE if attribution.manner is Manner.DIRECT else Status.UNATTRIBUTED
        return _Cover(attribution, frozenset(covered) if status is Status.VAGUE else frozenset(), status, status)
    return _Cover(attribution, frozenset(covered), status_of(attribution.chain), origin_of(attribution.chain))


def _runs(text: str, sentence: Span, starts: list[int], covered: frozenset[int]) -> tuple[Span, ...]:
    """Return the stretches of the words of *sentence*, which begin at *starts*, outside *covered*: what the article says in its own voice."""

    def end_of(number: int) -> int:
        word = WORD.match(text, starts[number], sentence.end)
        return word.end() if word else sentence.end

    runs: list[Span] = []
    first: int | None = None
    for number, start in enumerate(starts):
        if number in covered:
            if first is not None:
                runs.append(Span(first, end_of(number - 1)))
            first = None
        elif first is None:
            first = start
    if first is not None:
        runs.append(Span(first, end_of(-1)))
    return tuple(runs)
