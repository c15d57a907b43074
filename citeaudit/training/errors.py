"""
Where the engine loses: gold articles go in, losses by construction, cue and article come out.

``python -m citeaudit.training.errors GOLD… [--weights DIR] [--save FILE] [--against FILE] [--worst N]``

A label is *right*, or its cue was *missed*, or its content was given other bounds (*extent*), or it was given another
*source*. With --against a file that --save wrote, the articles that gained and lost stand at the end.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from citeaudit.engine.drafts import Draft
from citeaudit.engine.relations import find_relations
from citeaudit.engine.shapes import construction_of
from citeaudit.engine.weights import Weights
from citeaudit.training.gold import read_gold, route_of, words_of
from citeaudit.training.scores import Matched, match_article, rate_all
from citeaudit.words.tokens import read_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from citeaudit.training.gold import Label, Labelled
    from citeaudit.words.tokens import Words

OUTCOMES = ("right", "missed", "extent", "source")
STEP = {"u": 0.1, "0": 0.0, "1": 0.03, "2": 0.1, "3": 0.25, "4": 0.5, "5": 0.8}
"""Where in its step a stem's rate lies, roughly: enough to find the word of a cue that speaks."""


def outcomes(article: Matched) -> list[str]:
    """Return what became of each label."""
    right = {label for _, label in article.right()}
    paired = {label for _, label in article.pairs}
    cues = frozenset(token for relation in article.found for token in relation.cue)
    found = []
    for number, label in enumerate(article.gold):
        if number in right:
            found.append("right")
        elif number in paired:
            found.append("source")
        else:
            found.append("extent" if label.cue & cues else "missed")
    return found


def describe(words: Words, label: Label, rates: dict[str, float]) -> tuple[str, str]:
    """Return the construction of a label, and the word that speaks."""
    route = route_of(words, label, rates)
    if route is None or not (route.left or route.right):
        return "no cue", "-"
    draft = Draft.of(route.anchor, 0.0, route.cue, route.left, route.right, route.source, ())
    return construction_of(words, draft), words.stem[route.anchor]


def analyse(articles: Sequence[Labelled], weights: Weights) -> tuple[list[Matched], dict[str, Counter[tuple[str, str]]]]:
    """Return how each article was answered, and the outcomes counted by construction and by cue."""
    rates = {stem: STEP[step] for stem, step in weights.rates.items()}
    matched = []
    counts: dict[str, Counter[tuple[str, str]]] = {"construction": Counter(), "cue": Counter()}
    for article in articles:
        answer = match_article(
            article, find_relations(read_words(article.text, article.sentences, article.quotations, weights.forms), weights)
        )
        matched.append(answer)
        words = words_of(article, weights.forms)
        for label, outcome in zip(article.labels, outcomes(answer), strict=True):
            construction, cue = describe(words, label, rates)
            counts["construction"][construction, outcome] += 1
            counts["cue"][cue, outcome] += 1
    return matched, counts


def table(counts: Counter[tuple[str, str]], most: int) -> list[str]:
    """Return the lines of a table: the keys that lose most, with their outcomes."""
    totals: Counter[str] = Counter()
    losses: Counter[str] = Counter()
    for (key, outcome), count in counts.items():
        totals[key] += count
        losses[key] += count if outcome != "right" else 0
    lines = [f"{'':24s} {'labels':>7s} " + " ".join(f"{outcome:>8s}" for outcome in OUTCOMES)]
    lines += [
        f"{key:24s} {totals[key]:7d} " + " ".join(f"{counts[key, outcome] / totals[key]:8.0%}" for outcome in OUTCOMES)
        for key, _ in sorted(losses.items(), key=lambda item: (-item[1], item[0]))[:most]
    ]
    return lines


def by_article(matched: Sequence[Matched]) -> dict[str, float]:
    """Return relation+source F1 of each article."""
    return {article.id: round(rate_all([article])["relation+source"].f1, 4) for article in matched}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the analysis."""
    parser = argparse.ArgumentParser(prog="python -m citeaudit.training.errors", description="Where the engine loses.")
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--weights", type=Path, help="a folder made by citeaudit train; the shipped weights otherwise")
    parser.add_argument("--worst", type=int, default=10, metavar="N", help="how many articles and cues to list")
    parser.add_argument("--save", type=Path, metavar="FILE", help="write each article's score, to compare with")
    parser.add_argument("--against", type=Path, metavar="FILE", help="list gains and losses against a saved file")
    chosen = parser.parse_args(arguments)
    weights = Weights.read(chosen.weights) if chosen.weights else Weights.default()
    matched, counts = analyse([article for path in chosen.gold for article in read_gold(path)], weights)
    lines = [
        f"{name:22s} P {rate.precision:.3f}  R {rate.recall:.3f}  F1 {rate.f1:.3f}" for name, rate in rate_all(matched).items()
    ]
    lines += ["", "by construction", *table(counts["construction"], 30), "", "by cue", *table(counts["cue"], 3 * chosen.worst)]
    scores = by_article(matched)
    lines += ["", "worst articles"]
    lines += [
        f"{score:.3f}  {name}" for name, score in sorted(scores.items(), key=lambda item: (item[1], item[0]))[: chosen.worst]
    ]
    if chosen.against:
        before = json.loads(chosen.against.read_text(encoding="utf-8"))
        moved = sorted((scores[name] - before[name], name) for name in scores if name in before and scores[name] != before[name])
        lines += ["", f"against {chosen.against}: {sum(m > 0 for m, _ in moved)} gained, {sum(m < 0 for m, _ in moved)} lost"]
        lines += [f"{change:+.3f}  {name}" for change, name in moved]
    if chosen.save:
        chosen.save.write_text(json.dumps(scores, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
