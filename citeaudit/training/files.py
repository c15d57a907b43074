"""The file of weights: weights go in, its text comes out, sorted, so that the same weights give the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeaudit.attributions.weights import ANCHORS, DECISIONS, FORMAT, RATES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from citeaudit.attributions.weights import Weights

LEAST_WEIGHT = 0.1
"""Smaller weights are left out: they are two thirds of all and change next to nothing but in the cue decision."""


def trimmed(weights: Mapping[str, float], least: float = LEAST_WEIGHT) -> dict[str, float]:
    """Return *weights* without the small ones, rounded to what is shipped."""
    return {name: round(value, 3) for name, value in weights.items() if abs(value) >= least}


def dump_weights(weights: Weights, remark: str) -> str:
    """Return the text of the file of *weights*; *remark* says what they were learned from."""
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
