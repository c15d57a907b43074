"""How fast an audit is, and where its time goes: ``python tests/bench/speed.py GOLD.jsonl [--spacy MODEL]``.

CPU time of one thread, best of several rounds over the same articles, in this process. Machines are shared and noisy, so
compare the shares, and the ratio to a spaCy pipeline measured in the same run, more than the numbers themselves.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from types import FunctionType

from citeaudit import Article, Config, pipeline


def main() -> int:
    """Print articles per CPU second, the share of each stage, and the ratio to spaCy where a model is named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, help="JSON Lines with a text a line")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--spacy", metavar="MODEL", help="also run this spaCy pipeline over the same texts")
    chosen = parser.parse_args()
    lines = chosen.articles.read_text(encoding="utf-8").splitlines()
    articles = [Article(record["text"], publisher=record.get("publisher")) for record in map(json.loads, lines)]
    config = Config()
    first = cpu_seconds(lambda: pipeline.audit_article(articles[0], config))  # loads the tables and the weights

    whole = min(
        cpu_seconds(lambda: [pipeline.audit_article(article, config) for article in articles]) for _ in range(chosen.rounds)
    )
    print(f"{len(articles)} articles, {sum(len(a.text) for a in articles) / len(articles):.0f} characters each")
    print(f"first audit      {1000 * first:8.1f} ms, with the tables and the weights to load")
    print(f"audit            {len(articles) / whole:8.1f} articles per CPU second")
    for name, seconds in sorted(stage_seconds(articles, config).items(), key=lambda item: -item[1]):
        print(f"  {name:22s} {1000 * seconds / len(articles):7.3f} ms an article")
    if chosen.spacy:
        import spacy  # noqa: PLC0415 - only where it is asked for

        model = spacy.load(chosen.spacy)
        list(model.pipe(a.text for a in articles[:5]))
        seconds = cpu_seconds(lambda: [model(article.text) for article in articles])
        print(f"{chosen.spacy:16s} {len(articles) / seconds:8.1f} articles per CPU second")
        print(f"ratio            {seconds / whole:8.1f}")
    return 0


def cpu_seconds(work) -> float:
    """Return the CPU time that *work* takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def stage_seconds(articles, config) -> dict[str, float]:
    """Return the CPU time of each stage: the functions that the pipeline calls, timed one by one."""
    spent: dict[str, float] = defaultdict(float)

    def timed(name, stage):
        def run(*arguments, **named):
            start = time.process_time()
            value = stage(*arguments, **named)
            spent[name] += time.process_time() - start
            return value

        return run

    stages = {
        name: value for name, value in vars(pipeline).items() if isinstance(value, FunctionType) and name != "audit_article"
    }
    try:
        for name, stage in stages.items():
            setattr(pipeline, name, timed(name, stage))
        for article in articles:
            pipeline.audit_article(article, config)
    finally:
        for name, stage in stages.items():
            setattr(pipeline, name, stage)
    return dict(spent)


if __name__ == "__main__":
    sys.exit(main())
