"""
Whether the right answer is among the candidates: gold articles go in, the recall and the number of candidates come out.

``python -m citeaudit.training.recall GOLD…``. What a generator does not propose no weight can choose; one missing case ("a source may
end with a comma") once cost four points and looked like a fault of the learner.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from citeaudit.engine.candidates import (
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
from citeaudit.engine.cues import find_candidates
from citeaudit.engine.drafts import source_room
from citeaudit.engine.weights import Weights
from citeaudit.training.errors import STEP
from citeaudit.training.gold import read_gold, route_of, words_of
from citeaudit.words.surroundings import set_scene

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from citeaudit.training.gold import Route
    from citeaudit.words.surroundings import Scene


def proposals(scene: Scene, route: Route) -> Iterator[tuple[str, bool, int]]:
    """Yield, for each choice along *route*, its name, whether the right candidate is proposed, and how many there are."""
    words, row = scene.words, route.anchor
    lo, hi = window_of(scene, row)
    if route.right:
        starts = right_starts(words, row, hi)
        yield "right start", route.right[0] in starts, len(starts)
        ends = right_ends(words, route.right[0], hi)
        yield "right end", route.right[1] in ends, len(ends)
    if route.left:
        ends = left_ends(words, row, lo)
        yield "left end", route.left[1] in ends, len(ends)
        starts = left_starts(words, route.left[1], lo)
        yield "left start", route.left[0] in starts, len(starts)
    before, after = source_room(scene, row, (*(route.left or (-1, -1)), *(route.right or (-1, -1))), lo)
    source = route.source
    if source and source[1] <= row:
        ends = source_ends(words, row, before)
        yield "source end, left", source[1] in ends, len(ends)
        starts = source_starts_left(words, source[1], before)
        yield "source start, left", source[0] in starts, len(starts)
    elif source:
        starts = source_starts_right(words, row, after)
        yield "source start, right", source[0] in starts, len(starts)
        ends = source_ends_right(words, source[0], after)
        yield "source end, right", source[1] in ends, len(ends)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m citeaudit.training.recall", description="Recall of the candidates.")
    parser.add_argument("gold", nargs="+", type=Path)
    weights = Weights.default()
    rates = {stem: STEP[step] for stem, step in weights.rates.items()}
    asked: Counter[str] = Counter()
    found: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    articles = [article for path in parser.parse_args(arguments).gold for article in read_gold(path)]
    for article in articles:
        scene = set_scene(words_of(article, weights.forms))
        candidates = set(find_candidates(scene.words, weights.anchors))
        sizes["cue, an article"] += len(candidates)
        routes = [route_of(scene.words, label, rates) for label in article.labels]
        for route in [route for route in routes if route is not None]:
            asked["cue"] += 1
            found["cue"] += route.anchor in candidates
            for name, is_proposed, size in proposals(scene, route):
                asked[name] += 1
                found[name] += is_proposed
                sizes[name] += size
    lines = [f"{'':22s} {'labels':>7s} {'recall':>7s} {'candidates':>10s}"]
    for name, count in asked.items():
        mean = sizes[name] / count if name != "cue" else sizes["cue, an article"] / max(1, len(articles))
        lines.append(f"{name:22s} {count:7d} {found[name] / count:7.3f} {mean:10.1f}")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
