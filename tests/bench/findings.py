"""
Findings of warning or above, drawn at random from gold articles, to be judged one by one.

    python tests/bench/findings.py ../shared/eval/polnear/polnear_train.jsonl ../shared/eval/outlets/wild_dev.jsonl

Each line is one finding with the words around it (``--context``), as JSON; docs/findings-review.md keeps the verdicts
without the words. The same articles, settings and seed draw the same findings.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path

from citeaudit import Config, audit_many, read
from citeaudit.model.reports import ArticleReport, Severity


def main() -> None:
    """Draw findings and print them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path, help="JSON Lines of articles")
    parser.add_argument("--count", type=int, default=200, help="findings to draw (default: 200; 0 for all)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--context", type=int, default=250, help="characters on either side")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--select", action="append", default=None, help="rules, instead of the default ones")
    parser.add_argument("--articles", type=int, default=None, help="only so many of each file, for a quick look")
    chosen = parser.parse_args()
    config = Config(select=tuple(chosen.select) if chosen.select else None)
    found, articles, claims = [], 0, 0
    for path in chosen.gold:
        read_ = (article for number, article in enumerate(read([path])) if chosen.articles is None or number < chosen.articles)
        for report in audit_many(read_, config=config, workers=chosen.workers):
            if isinstance(report, ArticleReport):
                articles, claims = articles + 1, claims + len(report.claims)
                found += [
                    (path.stem, report.article, finding) for finding in report.findings if finding.severity is not Severity.NOTE
                ]
    drawn = random.Random(chosen.seed).sample(found, min(chosen.count or len(found), len(found)))  # noqa: S311 - a sample, no secret
    for file, article, finding in sorted(drawn, key=lambda row: (row[2].code, row[0], row[1].id or "", row[2].span)):
        text, span = article.text, finding.span
        print(
            json.dumps(
                {
                    "file": file,
                    "id": article.id,
                    "start": span.start,
                    "end": span.end,
                    "code": finding.code,
                    "message": finding.message,
                    "before": text[max(0, span.start - chosen.context) : span.start],
                    "words": text[span.start : span.end],
                    "after": text[span.end : span.end + chosen.context],
                },
                ensure_ascii=False,
            )
        )
    counts = Counter(finding.code for _, _, finding in found)
    print(json.dumps({"articles": articles, "claims": claims, "warnings": len(found), "by code": dict(sorted(counts.items()))}))


if __name__ == "__main__":
    main()
