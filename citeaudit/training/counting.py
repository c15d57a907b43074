"""How often each stem speaks: labelled articles go in, counts come out, and each article read as if it had not been counted.

A stem that occurs in one article only would otherwise tell the trainer the answer.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from citeaudit.training.gold import Labelled, Route, anchor_of, route_of, rows_of, words_of
from citeaudit.words.forms import Forms, rate_step
from citeaudit.words.surroundings import Scene, set_scene
from citeaudit.words.tokens import PADDING

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST_LEARNED = 0.02
"""Stems that speak in a lesser share of their places are no candidates, not even to learn from."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each stem occurs, stands in a cue, and is a cue's anchor; in all articles and in each."""

    seen: Counter[str]
    spoken: Counter[str]
    anchored: Counter[str]
    by_article: list[tuple[Counter[str], Counter[str]]]

    def rates(self) -> dict[str, float]:
        """Return the share of each stem's places that stand in a cue."""
        return {stem: count / self.seen[stem] for stem, count in self.spoken.items()}

    def steps(self, article: int | None = None) -> dict[str, str]:
        """Return how often each stem is an anchor, in steps; as if *article* had not been seen, so that no article knows itself."""
        if article is None:
            return {stem: rate_step(count, self.anchored[stem]) for stem, count in self.seen.items() if count >= 3}
        own_seen, own_anchored = self.by_article[article]
        return {
            stem: rate_step(self.seen[stem] - count, self.anchored[stem] - own_anchored[stem]) for stem, count in own_seen.items()
        }

    def anchors(self, least: float = LEAST_LEARNED) -> frozenset[str]:
        """Return the stems that are candidates: those that speak in a share of at least *least* of their places."""
        return frozenset(
            stem for stem, count in self.anchored.items() if self.seen[stem] >= 2 and count / self.seen[stem] >= least
        )


def count_stems(articles: Sequence[Labelled]) -> Counts:
    """Return how often stems occur and speak in *articles*."""
    forms = Forms({})
    all_words = [words_of(article, forms) for article in articles]
    seen: Counter[str] = Counter()
    spoken: Counter[str] = Counter()
    for article, words in zip(articles, all_words, strict=True):
        seen.update(words.stem[PADDING:-PADDING])
        for label in article.labels:
            spoken.update(words.stem[row] for row in rows_of(words, label.cue))
    rates = {stem: count / seen[stem] for stem, count in spoken.items()}
    anchored: Counter[str] = Counter()
    by_article = []
    for article, words in zip(articles, all_words, strict=True):
        rows = (anchor_of(words, rows_of(words, label.cue), rates) for label in article.labels)
        own = Counter(words.stem[row] for row in rows if row is not None)
        anchored.update(own)
        by_article.append((Counter(words.stem[PADDING:-PADDING]), own))
    return Counts(seen, spoken, anchored, by_article)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A labelled article in rows: its scene, the routes of its labels."""

    scene: Scene
    routes: tuple[Route, ...]


def prepare(articles: Sequence[Labelled], counts: Counts) -> list[Prepared]:
    """Return the scenes and routes of *articles*, each read as if it had not been counted."""
    rates = counts.rates()
    prepared = []
    for number, article in enumerate(articles):
        words = words_of(article, Forms(counts.steps(number)))
        routes = (route_of(words, label, rates) for label in article.labels)
        prepared.append(Prepared(set_scene(words), tuple(route for route in routes if route is not None)))
    return prepared
