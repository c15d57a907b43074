"""
How sure claims are, measured: labelled sentences go in, the table of ``Claim.confidence`` comes out, or how well it holds.

``python -m citeaudit.training.calibration GOLD… -o citeaudit/confidence/data/confidence.tsv`` counts for each ground of doubt how
many claims that have it are read as labelled; few counts are drawn towards the claims of the same status, and a higher score is never less sure. Then it counts, for each
step of the weakest ground, how many claims are right: several doubts are more than one.
Without ``-o`` it prints the reliability of the confidences as they are: claims by confidence, and the share that is right.
"""

from __future__ import annotations

import argparse
import sys
from bisect import bisect_right
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from citeaudit.api import audit_many
from citeaudit.confidence.grounds import grounds_of
from citeaudit.confidence.table import COLUMNS, RARE, step_of, weakest_of
from citeaudit.model.reports import ArticleReport, Claim
from citeaudit.training.gold import records_of
from citeaudit.training.losses import article_of, losses_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DRAW = 8
"""So many claims of the same status each ground is drawn towards: what was seen twice is no figure."""
FEWEST = 15
"""A row that fewer labelled claims have is rare, and goes with the others that are."""
STEPS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)
"""The lower edges of the confidences that a reliability table tells apart."""

Judged = tuple[str, Claim, bool]
"""An article's text, a claim of it, and whether it is read as labelled."""


def judged_claims(records: Sequence[Mapping[str, Any]]) -> list[Judged]:
    """Return the claims of labelled *records*, each with whether status, outlets and names are as labelled."""
    found: list[Judged] = []
    for record, report in zip(records, audit_many(map(article_of, records)), strict=True):
        if not isinstance(report, ArticleReport):
            continue
        wrong = sorted(loss.start for loss in losses_of(record, report))
        for claim in report.claims:
            place = bisect_right(wrong, claim.sentence.span.end - 1) - 1
            found.append((report.article.text, claim, place < 0 or wrong[place] < claim.sentence.span.start))
    return found


def calibrate(judged: Sequence[Judged]) -> list[tuple[str, float, int, int]]:
    """Return the rows of the table: ground, confidence, how many claims were right, and of how many."""
    claims: Counter[str] = Counter()
    right: Counter[str] = Counter()
    expected: dict[str, float] = {}
    named = [(grounds_of(text, claim), is_right) for text, claim, is_right in judged]
    rows = Counter(ground for grounds, _ in named for ground in grounds if ground.startswith("row "))
    by_status: dict[str, list[bool]] = {}
    for grounds, is_right in named:
        by_status.setdefault(grounds[0], []).append(is_right)
    for grounds, is_right in named:
        usual = sum(by_status[grounds[0]]) / len(by_status[grounds[0]])
        for ground in grounds:
            name = RARE if ground.startswith("row ") and rows[ground] < FEWEST else ground
            claims[name] += 1
            right[name] += is_right
            expected[name] = expected.get(name, 0.0) + usual
    found = {name: (right[name] + DRAW * expected[name] / count) / (count + DRAW) for name, count in claims.items()}
    _rising([name for name in sorted(found) if name.startswith("score ")], found, claims)
    for grounds, is_right in named:
        step = step_of(weakest_of(grounds, found))
        claims[step] += 1
        right[step] += is_right
    steps = [name for name in sorted(claims) if name.startswith("weakest ")]
    found.update((step, right[step] / claims[step]) for step in steps)
    _rising(steps, found, claims)
    return [(name, round(found[name], 3), right[name], claims[name]) for name in sorted(found)]


def _rising(names: Sequence[str], found: dict[str, float], claims: Counter[str]) -> None:
    """Make *found* rise along *names*: neighbours that fall are given their common mean (isotonic regression)."""
    pools: list[tuple[float, int, list[str]]] = []
    for name in names:
        pools.append((found[name], claims[name], [name]))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (low, few, first), (high, many, then) = pools[-2:]
            pools[-2:] = [((low * few + high * many) / (few + many), few + many, first + then)]
    found.update((name, mean) for mean, _, pooled in pools for name in pooled)


def reliability(judged: Sequence[Judged]) -> list[str]:
    """Return the lines of a table: claims by confidence, the mean confidence of each step, and the share that is right."""
    steps: dict[int, list[tuple[float, bool]]] = {}
    for _, claim, is_right in judged:
        steps.setdefault(bisect_right(STEPS, claim.confidence) - 1, []).append((claim.confidence, is_right))
    lines = ["| confidence | claims | mean confidence | right |", "|---|---|---|---|"]
    off = 0.0
    for step, members in sorted(steps.items()):
        told, is_so = (sum(member[n] for member in members) / len(members) for n in (0, 1))
        off += len(members) / len(judged) * abs(told - is_so)
        above = f" to {STEPS[step + 1]:.2f}" if step + 1 < len(STEPS) else " or more"
        lines.append(f"| {STEPS[step]:.2f}{above} | {len(members)} | {told:.2f} | {is_so:.2f} |")
    return [*lines, "", f"expected calibration error {off:.3f}"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the table of confidence, or print how well it holds."""
    parser = argparse.ArgumentParser(prog="python -m citeaudit.training.calibration", description="Measure how sure claims are.")
    parser.add_argument("gold", nargs="+", type=Path, metavar="GOLD", help="JSONL with id, text and labelled sentences")
    parser.add_argument("-o", "--output", type=Path, metavar="TABLE", help="write the table there")
    chosen = parser.parse_args(arguments)
    records = [record for path in chosen.gold for record in records_of(path, id=str, text=str, sentences=list)]
    judged = judged_claims(records)
    if chosen.output is None:
        sys.stdout.write("\n".join(reliability(judged)) + "\n")
        return 0
    rows = [
        "\t".join(COLUMNS),
        *(f"{ground}\t{value:.3f}\t{right}\t{count}" for ground, value, right, count in calibrate(judged)),
    ]
    chosen.output.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    sys.stderr.write(f"{len(judged)} claims of {len(records)} articles; wrote {chosen.output}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
