"""
How good the whole audit is on articles that its weights have not seen: gold articles go in, rates over all folds come out.

``python -m citeaudit.training.crossvalidation GOLD… [--folds N] [--workers N]``

An article's fold is its number modulo the number of folds. For each fold the weights are learned from the others, with all
that belongs to the training, and its articles are audited with them as a user would. What else was looked at while the rules were written, no
fold can hide: the figures say how far the *weights* carry.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from citeaudit.config import Config
from citeaudit.model.articles import Article
from citeaudit.pipeline import audit_article
from citeaudit.training.gold import Labelled, read_gold
from citeaudit.training.scores import MARKS, Matched, match_article, rate_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from citeaudit.model.relations import Attribution

FOLDS = 7
KINDS = ("according to", "direct quotations", "other")


def kinds_of(article: Labelled) -> list[str]:
    """Return the kind of each label: "according to" by its cue, a direct quotation by the mark that its content begins with."""
    kinds = []
    for label in article.labels:
        cue = " ".join(article.text[start:end].casefold() for start, end in label.cue)
        opening = MARKS.match(article.text, label.content[0][0]) if label.content else None
        kinds.append("according to" if "according to" in cue else "direct quotations" if opening else "other")
    return kinds


def audit_fold(articles: Sequence[Labelled], folds: int, fold: int) -> list[tuple[int, Matched, Matched]]:
    """
    Return how the articles of *fold* were read with weights that were learned from the others, each with its number.

    Once as the scorer of the corpus counts (``flattened``), and once with all attributions.
    """
    # The learners need scipy: nothing else may.
    from citeaudit.training.train import train  # noqa: PLC0415

    weights = train([article for number, article in enumerate(articles) if number % folds != fold], lambda _: None).weights
    config = Config(weights=weights, check_language=False)
    matched = []
    for number in range(fold, len(articles), folds):
        article, found = articles[number], audit_article(Article(articles[number].text), config).attributions
        matched.append((number, match_article(article, flattened(article, found)), match_article(article, found)))
    return matched


def flattened(article: Labelled, attributions: Sequence[Attribution]) -> list[Attribution]:
    """
    Return *attributions* without those that lie around others and answer no label that is left.

    Labels are flat: of a report and what it hands on, one of the two is labelled.
    """
    outer = {attribution.within for attribution in attributions}
    plain = [attribution for place, attribution in enumerate(attributions) if place not in outer and not attribution.is_fill]
    around = [attribution for place, attribution in enumerate(attributions) if place in outer and not attribution.is_fill]
    answered = {label for _, label in match_article(article, plain).pairs}
    left = replace(article, labels=tuple(label for number, label in enumerate(article.labels) if number not in answered))
    return plain + [around[place] for place, _ in match_article(left, around).pairs]


def rates_by_kind(articles: Sequence[Labelled], matched: Sequence[Matched]) -> dict[str, tuple[int, int]]:
    """Return for each kind of label how many there are, and how many were found with the right content and source."""
    counts = dict.fromkeys(KINDS, (0, 0))
    for article, read in zip(articles, matched, strict=True):
        right = {label for _, label in read.right()}
        for number, kind in enumerate(kinds_of(article)):
            labels, found = counts[kind]
            counts[kind] = (labels + 1, found + (number in right))
    return counts


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the rates over all folds."""
    parser = argparse.ArgumentParser(prog="python -m citeaudit.training.crossvalidation", description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path, metavar="GOLD")
    parser.add_argument("--folds", type=int, default=FOLDS)
    parser.add_argument("--workers", type=int, default=1, help="folds to learn at the same time; each takes some 2 GB")
    chosen = parser.parse_args(arguments)
    articles = [article for path in chosen.gold for article in read_gold(path)]
    learn = partial(audit_fold, articles, chosen.folds)
    with ProcessPoolExecutor(chosen.workers) as pool:
        read = sorted((row for fold in pool.map(learn, range(chosen.folds)) for row in fold), key=lambda row: row[0])
    sys.stdout.write(f"{len(articles)} articles, {chosen.folds} folds, the whole audit\n")
    for name, rate in rate_all([flat for _, flat, _ in read]).items():
        sys.stdout.write(f"  {name:24s} P {rate.precision:.3f}  R {rate.recall:.3f}  F1 {rate.f1:.3f}\n")
    for kind, (labels, right) in rates_by_kind(articles, [whole for _, _, whole in read]).items():
        sys.stdout.write(f"  {kind:24s} {right / max(1, labels):.3f} of {labels} found right\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
