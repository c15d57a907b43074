"""How often each construction is heard on unlabelled news: a row that never is may be one written for a single sentence."""

from __future__ import annotations

import json
from collections import Counter

import pytest

import citeaudit
from citeaudit.constructions.grammar import shipped_rows

pytestmark = pytest.mark.heavy  # 535 pages are read


def test_most_rows_are_heard_on_news(shared, capsys):
    """Nearly half of the rows are, and the others are for ways that are rarer than one in 535 pages; the table of all is printed, rarest first, for whoever looks for dead ones."""
    with (shared / "eval" / "raw" / "news.jsonl").open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    articles = [citeaudit.Article(record["text"], id=str(number)) for number, record in enumerate(records)]
    heard: Counter[str] = Counter()
    for outcome in citeaudit.audit_many(articles, workers=2):
        if isinstance(outcome, citeaudit.ArticleReport):
            for attribution in outcome.attributions:
                heard.update({evidence.step for evidence in attribution.evidence if evidence.step.startswith("constructions.")})
    rows = [row for row in shipped_rows() if not row.is_negative]

    with capsys.disabled():
        print(f"\nrows heard on {len(records)} pages:")  # noqa: T201 - the table is what the test is for
        for row in sorted(rows, key=lambda row: heard[f"constructions.{row.name}"]):
            print(f"{heard[f'constructions.{row.name}']:7}  {row.family}.{row.name}")  # noqa: T201 - the same
    assert sum(f"constructions.{row.name}" in heard for row in rows) > 0.45 * len(rows)
