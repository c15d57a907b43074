"""Measure the audit against gold labels: ``python tests/bench/evaluate.py [--shared DIR] [--only NAME]``.

The gold data and the scorers are no part of the project; they lie in a folder beside the checkout (``../shared``). Each
gold file is audited by the command line, as a user would, and scored by the scorer that belongs to it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from citeaudit.model.relations import Attribution
from citeaudit.model.spans import Span
from citeaudit.training.crossvalidation import flattened
from citeaudit.training.gold import read_gold
from citeaudit.training.scores import match_article, rate_all


class Measure(NamedTuple):
    """A gold file, the scorer that reads it, and what else the scorer is told."""

    name: str
    gold: str
    scorer: str
    options: tuple[str, ...] = ()


MEASURES = (
    Measure("attributions", "eval/polnear/polnear_dev.jsonl", "eval/score_attributions.py"),
    Measure("sentences", "eval/sentences/ud_dev.jsonl", "eval/score_sentences.py"),
    Measure("golden rules", "eval/sentences/golden_rules.jsonl", "eval/score_sentences.py"),
    Measure("statuses, dev", "eval/outlets/dev.jsonl", "eval/score_statuses.py", ("--outlets", "outlets/outlets.tsv")),
    Measure("statuses, wild_dev", "eval/outlets/wild_dev.jsonl", "eval/score_statuses.py", ("--outlets", "outlets/outlets.tsv")),
)


def main() -> int:
    """Print the scores of every measure, as JSON with --json."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[3] / "shared")
    parser.add_argument("--only", help="the measures whose name begins so")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    if not (chosen.shared / "eval").is_dir():
        parser.error(f"{chosen.shared} holds no gold data; name the folder with --shared")
    scores = {}
    for measure in MEASURES:
        if chosen.only and not measure.name.startswith(chosen.only):
            continue
        scores[measure.name] = score(measure, chosen.shared)
        if not chosen.json:
            print(f"\n{measure.name} ({measure.gold})")
            for name, value in scores[measure.name].items():
                print(f"  {name:31s} {in_words(value)}")
    if chosen.json:
        print(json.dumps(scores, indent=1))
    return 0


def score(measure: Measure, shared: Path) -> dict[str, object]:
    """Audit the gold file of *measure* and return what its scorer says."""
    gold = shared / measure.gold
    options = [str(shared / option) if option.endswith(".tsv") else option for option in measure.options]
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        command = ["-m", "citeaudit", "report", str(gold), "--format", "jsonl", "-o", str(predictions)]
        subprocess.run([sys.executable, *command], check=True)
        scorer = [sys.executable, str(shared / measure.scorer), str(gold), str(predictions), *options, "--json"]
        scores = dict(json.loads(subprocess.run(scorer, check=True, capture_output=True, text=True).stdout))
        if measure.name == "attributions":
            scores["core relation+source"] = core(gold, predictions)
        return scores


def core(gold: Path, predictions: Path) -> dict[str, float]:
    """Score the relations that everybody would call an attribution: a reporting verb, "according to", or quotation marks."""
    with predictions.open(encoding="utf-8") as lines:
        found = {record["id"]: record["attributions"] for record in map(json.loads, lines)}
    matched = []
    for article in read_gold(gold):
        attributions = [
            Attribution(
                *(tuple(Span(*span) for span in one[role]) for role in ("source", "cue", "content")),
                within=one["within"],
                is_fill=one["fill"],
            )
            for one in found[article.id]
        ]
        matched.append(match_article(article, flattened(article, attributions)))
    rate = rate_all(matched)["core relation+source"]
    return {"P": rate.precision, "R": rate.recall, "F1": rate.f1}


def in_words(value: object) -> str:
    """Return a score, or a mapping of scores, in one line."""
    if isinstance(value, dict):
        return "  ".join(f"{name} {in_words(inner)}" for name, inner in value.items())
    return f"{value:.3f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    sys.exit(main())
