"""How the weights are made: labelled articles go in, the weights and how well they did on held-back articles come out.

In order: how often each stem speaks; the cue decision and the choices, learned along the gold routes; the relation
score, learned from what the others did on held-back articles, since on their own they are too sure. Nothing is drawn at
random: an article's fold is its number.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from citeaudit.engine.arbitration import arbitrate, score_drafts
from citeaudit.engine.relation_clues import RELATION, relation_facts
from citeaudit.engine.relations import LEAST_SCORE, draft_all
from citeaudit.engine.templates import spell
from citeaudit.engine.weights import DECISIONS, Weights
from citeaudit.training.counting import Prepared, count_stems, prepare
from citeaudit.training.examples import choice_examples, cue_examples, draft_is_right
from citeaudit.training.files import LEAST_WEIGHT, trimmed, weights_from
from citeaudit.training.learners import Examples, Fitted, Penalty, freeze, np
from citeaudit.training.scores import reliability

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from citeaudit.engine.drafts import Draft
    from citeaudit.training.gold import Labelled

PENALTIES = {
    "cue": Penalty(3.0, 0.6),
    "side": Penalty(0.9, 0.2),
    "right_start": Penalty(1.3, 0.2),
    "right_end": Penalty(4.0),
    "source": Penalty(1.5),
    "relation": Penalty(14.0),
}
PENALTY = Penalty(2.5)
"""Strong: with a weaker one the content's ends are learned by heart."""
LEAST_WEIGHTS = {"cue": 0.05}
"""Where small weights matter: whether a word speaks is told by many weak clues together."""
FOLDS = 3
LEAST_READ = 0.05
"""Stems that speak in a lesser share of their places are learned from but not read: a fifth of all candidates, of which one in 130 is ever kept, and one in 80 drafted."""
THREADS = 4
LEAST = 2
"""In how many examples a clue must occur to get a weight."""


@dataclass(frozen=True, slots=True)
class HeldBack:
    """The drafts of an article that the weights had not seen, their scores, which are right, and how many labels there were."""

    drafts: tuple[Draft, ...]
    scores: tuple[float, ...]
    right: tuple[bool, ...]
    labels: int


@dataclass(frozen=True, slots=True)
class Trained:
    """The weights, and what was held back to judge them."""

    weights: Weights
    held_back: tuple[HeldBack, ...]


def train(articles: Sequence[Labelled], log: Callable[[str], None]) -> Trained:
    """Return the weights learned from *articles*; *log* is told how far it is."""
    counts = count_stems(articles)
    anchors = counts.anchors()
    prepared = prepare(articles, counts)
    log(f"{len(articles)} articles, {len(anchors)} stems that speak")
    matrices = {"cue": freeze(cue_examples(prepared, anchors), LEAST, is_choice=False)}
    matrices |= {name: freeze(examples, LEAST, is_choice=True) for name, examples in choice_examples(prepared).items()}
    log(f"{sum(fitted.matrix.shape[0] for fitted in matrices.values())} candidates in {len(matrices)} decisions")
    fold_of = np.arange(len(articles)) % FOLDS
    drafted: dict[int, list[list[Draft]]] = {}
    right: dict[int, list[bool]] = {}
    *partial, learned = _fit(matrices, [*(fold_of != fold for fold in range(FOLDS)), fold_of >= 0])
    log("fitted the cue decision and the choices")
    for fold in range(FOLDS):
        weights = weights_from({**partial[fold], "relation": {}}, {}, anchors)
        for number in range(fold, len(articles), FOLDS):
            drafted[number] = draft_all(prepared[number].scene, weights)
            right[number] = [draft_is_right(draft, prepared[number].routes) for draft in chain.from_iterable(drafted[number])]
    log("drafted the held-back articles")
    relation = freeze(_relation_examples(prepared, drafted, right), LEAST, is_choice=False)
    learned["relation"] = trimmed(relation.fit(fold_of >= 0, PENALTIES["relation"]))
    judges = [
        weights_from({"relation": relation.fit(fold_of != fold, PENALTIES["relation"])}, {}, anchors) for fold in range(FOLDS)
    ]
    held_back = []
    for number in range(len(articles)):
        drafts = tuple(chain.from_iterable(drafted[number]))
        scores = score_drafts(prepared[number].scene, drafted[number], judges[number % FOLDS])
        held_back.append(HeldBack(drafts, tuple(scores), tuple(right[number]), len(articles[number].labels)))
    weights = weights_from({name: learned[name] for name in DECISIONS}, counts.steps(), counts.anchors(LEAST_READ))
    return Trained(weights, tuple(held_back))


def _fit(matrices: dict[str, Fitted], parts: Sequence[Any]) -> list[dict[str, dict[str, float]]]:
    """Return the weights of each decision for each part of the articles; threads, since numpy does the work outside Python's lock."""
    jobs = [(name, part) for part in parts for name in matrices]

    def fit(job: tuple[str, Any]) -> dict[str, float]:
        name, part = job
        return trimmed(matrices[name].fit(part, PENALTIES.get(name, PENALTY)), LEAST_WEIGHTS.get(name, LEAST_WEIGHT))

    with ThreadPoolExecutor(THREADS) as pool:
        found = list(pool.map(fit, jobs))
    return [
        dict(zip(matrices, found[first : first + len(matrices)], strict=True)) for first in range(0, len(jobs), len(matrices))
    ]


def _relation_examples(
    prepared: Sequence[Prepared], drafted: dict[int, list[list[Draft]]], right: dict[int, list[bool]]
) -> Examples:
    examples = Examples()
    for number, article in enumerate(prepared):
        spelled = spell(RELATION, ((), relation_facts(article.scene, drafted[number])))
        for clues, is_right in zip(spelled, right[number], strict=True):
            examples.add_answer(clues, number, is_right=is_right)
    return examples


def held_back_scores(trained: Trained) -> str:
    """Return what the weights did on articles that they had not seen: rates by threshold, and how far a confidence can be trusted."""
    lines = ["relation+source on held-back training articles, by the least score", "least  precision  recall  F1"]
    gold = sum(article.labels for article in trained.held_back)
    for least in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9):
        found = right = 0
        for article in trained.held_back:
            kept = arbitrate(article.drafts, article.scores, least)
            found += len(kept)
            right += sum(article.right[number] for number in kept)
        lines.append(f"{least:.2f}   {right / max(1, found):.3f}      {right / gold:.3f}   {2 * right / (found + gold):.3f}")
    answers = [
        (article.scores[number], article.right[number])
        for article in trained.held_back
        for number in arbitrate(article.drafts, article.scores, LEAST_SCORE)
    ]
    lines += ["", "confidence and truth on held-back training articles", "confidence   relations  right"]
    lines += [f"{low:.1f} to {high:.1f}   {count:9d}  {share:.2f}" for low, high, count, share in reliability(answers) if count]
    return "\n".join(lines) + "\n"
