"""Draw sentences for reading: ``python tests/bench/outlets.py [--shared DIR] [--kind credited|silent|mentions] [--number N]``.

What the labelled articles are too few to tell is read in the open: the 840 articles of PolNeAR train are audited, and at
random (seed 1) sentences are drawn that are credited to an outlet, or that name one and are credited to none, or mentions of
outlets by what decided them. Whether each is right, a person must say; docs/evaluation-outlets.md records what was counted.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from citeaudit import Config
from citeaudit.api import audit
from citeaudit.model.articles import Article
from citeaudit.model.reports import ArticleReport, Claim
from citeaudit.model.spans import Span

PUBLISHERS = {
    "breitbart": "Breitbart",
    "huff-post": "HuffPost",
    "nyt": "The New York Times",
    "politico": "Politico",
    "usa-today": "USA Today",
    "wash-post": "The Washington Post",
    "west-journal": "Western Journalism",
}


def main() -> int:
    """Print the sentences to read, one a line, each with its number, what was read and the place."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[3] / "shared")
    parser.add_argument("--kind", choices=("credited", "silent", "mentions"), default="credited")
    parser.add_argument("--number", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    path = chosen.shared / "eval" / "polnear" / "polnear_train.jsonl"
    if not path.is_file():
        parser.error(f"{path} is missing; name the folder of the gold data with --shared")
    pools: dict[str, list[str]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        publisher = PUBLISHERS.get(record["publisher"], record["publisher"])
        report = audit(Article(record["text"], id=record["id"], publisher=publisher), config=Config(check_language=False))
        for pool, row in {"credited": credited, "silent": silent, "mentions": mentioned}[chosen.kind](report):
            pools[pool].append(f"{record['id']} | {row}")
    for pool, rows in sorted(pools.items()):
        print(f"# {pool}: {len(rows)}")
        for number, row in enumerate(random.Random(chosen.seed).sample(rows, min(chosen.number, len(rows))), 1):  # noqa: S311 - no secret
            print(f"{number}. {row}")
    return 0


def credited(report: ArticleReport) -> Iterator[tuple[str, str]]:
    """Yield the claims whose content an outlet is credited with."""
    for claim in report.claims:
        if claim.outlets:
            yield "credited", f"{', '.join(claim.outlets)} | {_words(report, claim)}"


def silent(report: ArticleReport) -> Iterator[tuple[str, str]]:
    """Yield the claims that name an outlet and are credited to none."""
    for claim in report.claims:
        named = [mention.name for mention in report.mentions if claim.sentence.span.covers(mention.span)]
        if named and not claim.outlets:
            yield "silent", f"{', '.join(dict.fromkeys(named))} | {claim.status} | {_words(report, claim)}"


def mentioned(report: ArticleReport) -> Iterator[tuple[str, str]]:
    """Yield the mentions by the step that decided them, with the words around."""
    for mention in report.mentions:
        around = Span(max(0, mention.span.start - 70), min(len(report.article.text), mention.span.end + 60))
        steps = "+".join(evidence.step.removeprefix("mentions.") for evidence in mention.evidence)
        yield steps, f"{mention.outlet or mention.name} | {mention.evidence[-1].detail} | {_flat(report.words(around))}"


def _words(report: ArticleReport, claim: Claim) -> str:
    """Return the claim's words, and for a short one those before it."""
    span = claim.sentence.span
    before = report.words(Span(max(0, span.start - 160), span.start))
    return f"{_flat(before)} >> {_flat(report.words(span))}"


def _flat(words: str) -> str:
    return " ".join(words.split())


if __name__ == "__main__":
    raise SystemExit(main())
