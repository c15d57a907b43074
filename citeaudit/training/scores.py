"""How good the engine is: labels and what was found go in, precision and recall come out, article by article.

A found relation answers a label if their contents share at least half of their words (tokens of both together, one to one,
best first); it is right if the sources do so too. *Core* are the relations that everybody would call an attribution:
their cue holds a reporting verb or "according to", or their content holds a quotation mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from citeaudit.lexicon.classes import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from citeaudit.model.relations import Attribution
    from citeaudit.training.gold import Labelled, Spans

TOKEN = re.compile(r"\w+|[^\w\s]")
WORD = re.compile(r"[\w-]+")
MARKS = re.compile("[\"“”]|''|``")


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation in tokens, by their number; *confidence* is 1.0 for a label."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    is_core: bool
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Matched:
    """The labels of an article, what was found, and the pairs (found, label) whose contents agree."""

    id: str
    gold: tuple[Relation, ...]
    found: tuple[Relation, ...]
    pairs: tuple[tuple[int, int], ...]

    def right(self) -> tuple[tuple[int, int], ...]:
        """Return the pairs whose sources agree too."""
        return tuple(
            (one, other) for one, other in self.pairs if shared(self.found[one].source, self.gold[other].source) >= AGREE
        )


AGREE = 0.5


@dataclass(frozen=True, slots=True)
class Rate:
    """Precision and recall."""

    hits: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """Return the share of what was found that is right."""
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Return the share of the labels that were found."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return 2 * self.hits / (self.found + self.gold) if self.found + self.gold else 0.0


def shared(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the share of the tokens of both that are in both."""
    return len(one & other) / len(one | other) if one or other else 1.0


def match_article(article: Labelled, attributions: Iterable[Attribution]) -> Matched:
    """Return how *attributions* answer the labels of *article*; quotations that nobody was found for are left out."""
    starts = [match.start() for match in TOKEN.finditer(article.text)]
    gold = tuple(_relation(article.text, starts, label.source, label.cue, label.content) for label in article.labels)
    found = tuple(
        _relation(
            article.text,
            starts,
            _pairs(attribution.source),
            _pairs(attribution.cue),
            _pairs(attribution.content),
            attribution.score,
        )
        for attribution in attributions
        if not attribution.is_fill
    )
    return Matched(article.id, gold, found, pair_up(found, gold))


@cache
def reporting_forms() -> frozenset[str]:
    """Return the forms of the verbs that report whatever stands beside them, and "according"."""
    return frozenset(("according", *(form for word in words() if word.needs == "any" for form in word.forms)))


def _pairs(spans: Sequence[object]) -> Spans:
    return tuple((span.start, span.end) for span in spans)  # type: ignore[attr-defined]


def _relation(  # noqa: PLR0917 - the roles of one relation
    text: str, starts: list[int], source: Spans, cue: Spans, content: Spans, confidence: float = 1.0
) -> Relation:
    speaks = any(word.lower() in reporting_forms() for start, end in cue for word in WORD.findall(text[start:end]))
    quotes = any(MARKS.search(text[start:end]) for start, end in content)
    return Relation(_tokens(starts, source), _tokens(starts, cue), _tokens(starts, content), speaks or quotes, confidence)


def _tokens(starts: list[int], spans: Spans) -> frozenset[int]:
    return frozenset(number for start, end in spans for number in range(bisect_left(starts, start), bisect_left(starts, end)))


def pair_up(found: Sequence[Relation], gold: Sequence[Relation]) -> tuple[tuple[int, int], ...]:
    """Return the pairs of a found relation and a label whose contents agree, one to one, the best first."""
    candidates = sorted(
        (
            (-shared(one.content, other.content), number, place)
            for number, one in enumerate(found)
            for place, other in enumerate(gold)
            if one.content & other.content
        ),
    )
    used_found: set[int] = set()
    used_gold: set[int] = set()
    pairs = []
    for share, number, place in candidates:
        if -share >= AGREE and number not in used_found and place not in used_gold:
            used_found.add(number)
            used_gold.add(place)
            pairs.append((number, place))
    return tuple(pairs)


def rate_all(matched: Sequence[Matched], least: float = 0.0) -> dict[str, Rate]:
    """Return the rates over all articles of what was found with a confidence of at least *least*: all relations, and the core."""
    rates = {}
    for name, is_core in (("relation", False), ("relation+source", False), ("core relation+source", True)):
        hits = found = gold = 0
        for article in matched:
            pairs = article.pairs if name == "relation" else article.right()
            hits_here = [
                (one, other)
                for one, other in pairs
                if article.found[one].confidence >= least and (not is_core or article.gold[other].is_core)
            ]
            hits += len(hits_here)
            answered = {one for one, _ in hits_here}
            found += sum(
                relation.confidence >= least and (not is_core or relation.is_core or number in answered)
                for number, relation in enumerate(article.found)
            )
            gold += sum(not is_core or relation.is_core for relation in article.gold)
        rates[name] = Rate(hits, found, gold)
    return rates


def reliability(answers: Iterable[tuple[float, bool]], steps: int = 10) -> list[tuple[float, float, int, float]]:
    """Return, for each step of confidence, its bounds, how many answers lie in it, and the share of them that are right."""
    bins: list[list[bool]] = [[] for _ in range(steps)]
    for confidence, is_right in answers:
        bins[min(steps - 1, int(confidence * steps))].append(is_right)
    return [
        (number / steps, (number + 1) / steps, len(found), sum(found) / len(found) if found else 0.0)
        for number, found in enumerate(bins)
    ]
