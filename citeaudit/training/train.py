"""How the weights are made: labelled articles go in, the weights and how well they did on held-back articles come out.

In order: how often each stem speaks; the cue decision, and its answers on held-back articles; the choices along the
gold routes, seeing those answers; the relation score, learned from what the others did on held-back articles. Nothing
is drawn at random: the folds are by the number of the article.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from citeaudit.attributions.clues import (
    extent_clues,
    left_end_clues,
    left_start_clues,
    right_end_clues,
    right_start_clues,
    side_clues,
    source_edge_clues,
    source_left_clues,
    source_right_clues,
)
from citeaudit.attributions.cues import cue_clues, find_candidates
from citeaudit.attributions.drafts import Draft, source_room
from citeaudit.attributions.lexicon import form_reader, rate_step
from citeaudit.attributions.relations import draft_all
from citeaudit.attributions.scene import set_scene
from citeaudit.attributions.scoring import relation_clues, score_drafts
from citeaudit.attributions.spans import (
    extent_ends,
    extent_starts,
    left_ends,
    left_starts,
    right_ends,
    right_starts,
    source_ends,
    source_ends_right,
    source_starts_left,
    source_starts_right,
    window_of,
)
from citeaudit.attributions.weights import ANCHORS, DECISIONS, FORMAT, RATES, Weights
from citeaudit.attributions.words import PADDING
from citeaudit.training.gold import Labelled, Route, anchor_of, route_of, rows_of, words_of
from citeaudit.training.learners import Examples, Fitted, freeze

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from citeaudit.attributions.scene import Scene

PENALTIES = {"cue": 10.0, "relation": 10.0}
PENALTY = 2.5
"""Strong: measured, the content's ends were learned by heart at 1."""
FOLDS = 3
LEAST = 2
"""In how many examples a clue must occur to get a weight."""


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

    def anchors(self) -> frozenset[str]:
        """Return the stems that are candidates."""
        return frozenset(
            stem for stem, count in self.anchored.items() if self.seen[stem] >= 2 and count / self.seen[stem] >= 0.02
        )


def count_stems(articles: Sequence[Labelled]) -> Counts:
    """Return how often stems occur and speak in *articles*."""
    form_of = form_reader({})
    all_words = [words_of(article, form_of) for article in articles]
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
        words = words_of(article, form_reader(counts.steps(number)))
        routes = (route_of(words, label, rates) for label in article.labels)
        prepared.append(Prepared(set_scene(words), tuple(route for route in routes if route is not None)))
    return prepared


def cue_examples(prepared: Sequence[Prepared], anchors: frozenset[str]) -> Examples:
    """Return the examples of the cue decision."""
    examples = Examples()
    for number, article in enumerate(prepared):
        right = {route.anchor for route in article.routes}
        for row in find_candidates(article.scene.words, anchors):
            examples.add_answer(cue_clues(article.scene, row), number, is_right=row in right)
    return examples


def choice_examples(prepared: Sequence[Prepared]) -> dict[str, Examples]:
    """Return the examples of the choices along the gold routes; a right candidate that is not proposed is left out."""
    examples = {name: Examples() for name in DECISIONS if name not in ("cue", "relation")}

    def add(name: str, candidates: Sequence[int], gold: int, clues: Callable[[], list[list[str]]], article: int) -> None:
        if gold in candidates and len(candidates) > 1:
            examples[name].add_choice(clues(), candidates.index(gold), article)

    for number, article in enumerate(prepared):
        for route in article.routes:
            _add_route(article.scene, route, number, add, examples["source"], examples["side"])
    return examples


def _add_route(  # noqa: PLR0917 - the two decisions whose candidates are no rows
    scene: Scene, route: Route, number: int, add: Callable[..., None], sources: Examples, sides: Examples
) -> None:
    words = scene.words
    row = route.anchor
    lo, hi = window_of(words, row)
    side = "B" if route.left and route.right else "L" if route.left else "R"
    if not (route.left or route.right):
        return
    sides.add_choice(side_clues(scene, row, lo, hi), "LRB".index(side), number)
    if route.right:
        start, end = route.right
        starts = right_starts(words, row, hi)
        add("right_start", starts, start, lambda: right_start_clues(scene, row, side, starts), number)
        ends = right_ends(words, start, hi)
        add("right_end", ends, end, lambda: right_end_clues(scene, row, start, ends), number)
    if route.left:
        begin, stop = route.left
        closes = left_ends(words, row, lo)
        add("left_end", closes, stop, lambda: left_end_clues(scene, row, side, closes), number)
        opens = left_starts(words, stop, lo)
        add("left_start", opens, begin, lambda: left_start_clues(scene, row, stop, opens), number)
    content = (*(route.left or (-1, -1)), *(route.right or (-1, -1)))
    before, after = source_room(scene, row, content, lo, hi)
    lefts, rights = source_ends(words, row, before), source_starts_right(words, row, after)
    source = route.source
    right = -1
    if source is None:
        right = 0
    elif source[1] <= row and source[1] in lefts:
        right = 1 + lefts.index(source[1])
    elif source[0] > row and source[0] in rights:
        right = 1 + len(lefts) + rights.index(source[0])
    if right >= 0:
        sources.add_choice(source_edge_clues(scene, row, side, content, lefts, rights), right, number)
    if source and source[1] <= row:
        froms = source_starts_left(words, source[1], before)
        add("source_left", froms, source[0], lambda: source_left_clues(scene, row, source[1], froms, content[1]), number)
    elif source:
        tos = source_ends_right(words, source[0], after)
        add("source_right", tos, source[1], lambda: source_right_clues(scene, row, source[0], tos, after.stop), number)
    first, last = words.bounds[words.sentence[row]]
    taken = [source, route.left, route.right]
    begin = max([first, *(piece[1] for piece in taken if piece and piece[1] <= row)])
    stop = min([last, *(piece[0] for piece in taken if piece and piece[0] > row)])
    befores, afters = extent_starts(words, row, range(begin, stop)), extent_ends(words, row, range(begin, stop))
    add("cue_left", befores, route.cue[0], lambda: extent_clues(scene, row, befores, begin), number)
    add("cue_right", afters, route.cue[1], lambda: extent_clues(scene, row, afters, stop), number)


def draft_is_right(draft: Draft, routes: Sequence[Route]) -> bool:
    """Tell whether a draft is one of *routes*: at least half of the content's words, and of the source's."""
    best = None
    most = 0.0
    mine = _rows(draft.pieces)
    for route in routes:
        overlap = _jaccard(mine, _rows(tuple(piece for piece in (route.left, route.right) if piece)))
        if route.cue[0] <= draft.anchor < route.cue[1]:
            overlap += 1.0 if overlap >= 0.5 else 0.0
        if overlap > most:
            best, most = route, overlap
    if best is None or most < 0.5:
        return False
    return _jaccard(_rows((draft.source,) if draft.source else ()), _rows((best.source,) if best.source else ())) >= 0.5


def _rows(pieces: Sequence[tuple[int, int]]) -> frozenset[int]:
    return frozenset(row for first, last in pieces for row in range(first, last))


def _jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0


@dataclass(frozen=True, slots=True)
class Trained:
    """The weights, and the drafts of the held-back articles with their scores: what calibration and thresholds are read from."""

    weights: Weights
    held_back: list[tuple[int, list[Draft], list[float], list[bool]]]


def train(articles: Sequence[Labelled], log: Callable[[str], None]) -> Trained:
    """Return the weights learned from *articles*."""
    counts = count_stems(articles)
    anchors = counts.anchors()
    prepared = prepare(articles, counts)
    log(f"{len(articles)} articles, {len(anchors)} stems that speak")
    everything = np.ones(len(articles), dtype=bool)
    folds = [np.arange(len(articles)) % FOLDS == fold for fold in range(FOLDS)]
    steps = counts.steps()
    matrices: dict[str, Fitted] = {"cue": freeze(cue_examples(prepared, anchors), LEAST, is_choice=False)}
    for name, examples in choice_examples(prepared).items():
        matrices[name] = freeze(examples, LEAST, is_choice=True)
    for name, fitted in matrices.items():
        log(f"{name}: {len(fitted.right)} examples, {fitted.matrix.shape[0]} candidates, {len(fitted.names)} clues")

    def fit(kept: np.ndarray) -> dict[str, dict[str, float]]:
        learned = {}
        for name, fitted in matrices.items():
            learned[name] = trimmed(fitted.fit(kept, PENALTIES.get(name, PENALTY)))
            log(f"  fitted {name}")
        return learned

    drafted: list[tuple[int, list[Draft], list[bool]]] = []
    examples = Examples()
    for fold in folds:
        weights = Weights({**fit(~fold), "relation": {}}, {}, anchors)
        for number in np.nonzero(fold)[0].tolist():
            article = prepared[number]
            drafts = draft_all(article.scene, weights)
            right = [draft_is_right(draft, article.routes) for draft in drafts]
            for place, draft in enumerate(drafts):
                examples.add_answer(relation_clues(article.scene, draft, drafts, place), number, is_right=right[place])
            drafted.append((number, drafts, right))
        log("drafted a fold")
    relation = freeze(examples, LEAST, is_choice=False)
    learned = fit(everything)
    learned["relation"] = trimmed(relation.fit(everything, PENALTIES["relation"]))
    held_back = []
    cross = [Weights({"relation": relation.fit(~fold, PENALTIES["relation"])}, {}, anchors) for fold in folds]
    for number, drafts, right in sorted(drafted, key=lambda item: item[0]):
        scores = score_drafts(prepared[number].scene, drafts, cross[number % FOLDS])
        held_back.append((number, drafts, scores, right))
    return Trained(Weights({name: learned[name] for name in DECISIONS}, steps, anchors), held_back)


def trimmed(weights: dict[str, float], least: float = 0.05) -> dict[str, float]:
    """Return *weights* without the small ones, rounded to what is shipped."""
    return {name: round(value, 2) for name, value in weights.items() if abs(value) >= least}


def dump(weights: Weights, remark: str) -> str:
    """Return the file of *weights*: sorted, so that the same weights give the same bytes."""
    lines = [FORMAT, f"# {remark}", ANCHORS, "1\t" + " ".join(sorted(weights.anchors)), RATES]
    for step in sorted(set(weights.rates.values())):
        stems = sorted(stem for stem, found in weights.rates.items() if found == step)
        lines.append(f"{step}\t{' '.join(stems)}")
    for name in DECISIONS:
        lines.append(name)
        by_value: dict[float, list[str]] = {}
        for clue, value in weights.decisions[name].items():
            by_value.setdefault(value, []).append(clue)
        lines.extend(f"{value:g}\t" + " ".join(sorted(by_value[value])) for value in sorted(by_value))
    return "\n".join(lines) + "\n"
