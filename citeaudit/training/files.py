"""The file of weights: weights go in, its text comes out, sorted, so that the same weights give the same bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from citeaudit.engine.templates import nest
from citeaudit.engine.weights import CANDIDATES, FORMAT, Weights

if TYPE_CHECKING:
    from collections.abc import Mapping


LEAST_WEIGHT = 0.1
"""Smaller weights are left out: they are two thirds of all and change next to nothing but in the cue decision."""


def trimmed(weights: Mapping[str, float], least: float = LEAST_WEIGHT) -> dict[str, float]:
    """Return *weights* without the small ones, rounded to what is shipped."""
    return {name: round(value, 3) for name, value in weights.items() if abs(value) >= least}


def weights_from(learned: Mapping[str, Mapping[str, float]], rates: Mapping[str, str], anchors: frozenset[str]) -> Weights:
    """Return the weights *learned* of the spelled clues of each decision as the engine looks them up."""
    nested = {kind: nest(templates, learned.get(decision, {})) for kind, (decision, templates) in CANDIDATES.items()}
    return Weights(nested, rates, anchors)


def dump_weights(weights: Weights, remark: str) -> str:
    """Return the text of the file of *weights*, a line for the facts that a clue looks at; *remark* says what they were learned from."""
    steps = sorted(set(weights.rates.values()))
    rates = {step: sorted(stem for stem, found in weights.rates.items() if found == step) for step in steps}
    kinds = [
        f"{_json(kind)}: {{\n"
        + ",\n".join(f"{_json(facts)}: {_json(nested)}" for facts, nested in sorted(weights.learned[kind].items()))
        + "\n}"
        for kind in CANDIDATES
    ]
    head = {"format": FORMAT, "remark": remark, "anchors": sorted(weights.anchors), "rates": rates}
    lines = [f"{_json(name)}: {_json(value)}" for name, value in head.items()]
    return "{\n" + ",\n".join(lines) + ',\n"weights": {\n' + ",\n".join(kinds) + "\n}\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
