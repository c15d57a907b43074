"""How the time of an audit grows with the text: ``python tests/bench/growth.py ARTICLES.jsonl``.

The articles are joined to one text, again and again until it is long enough, of which 0.4, 1.26 and 4 million code points are audited. What is printed is
the exponent from each to the next: 1 where twice the text takes twice the time, 2 where it takes four times as long; for the whole, and for each stage that takes a hundredth of it.
Python's collector of garbage rests meanwhile: the rare pass over all that is held would fall on whichever stage is at work.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import sys
import time
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from types import FunctionType
from typing import TYPE_CHECKING, Any

from citeaudit import Article, Config, pipeline

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (400_000, 1_260_000, 4_000_000)
LEAST_SHARE = 0.01


def main() -> int:
    """Print how the time grows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, help="JSON Lines with a text a line")
    chosen = parser.parse_args()
    with chosen.articles.open(encoding="utf-8") as lines:
        text = "\n\n".join(json.loads(line)["text"] for line in lines)
    if not text:
        parser.error(f"{chosen.articles}: it holds no text")
    text *= -(-SIZES[-1] // len(text))
    timed_stages = _timed(spent := defaultdict(float))
    pipeline.audit_article(Article(text[:4000]), timed_stages)
    gc.disable()
    rows = []
    for size in SIZES:
        spent.clear()
        start = time.thread_time()
        pipeline.audit_article(Article(text[:size]), timed_stages)
        rows.append({"the whole audit": time.thread_time() - start, **spent})
    for (short, before), (long, after) in pairwise(zip(SIZES, rows, strict=True)):
        print(f"from {short:,} to {long:,} code points ({after['the whole audit']:.1f} s):")
        least = LEAST_SHARE * after["the whole audit"]
        for name in sorted(after, key=after.__getitem__, reverse=True):
            if after[name] >= least and before.get(name):
                print(f"  {math.log(after[name] / before[name]) / math.log(long / short):5.2f}  {name}")
    return 0


def _timed(spent: dict[str, float]) -> Config:
    """Have each stage of the pipeline add its CPU seconds to *spent*; return the configuration to audit with."""

    def timed(name: str, stage: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **named: Any) -> Any:
            start = time.thread_time()
            value = stage(*given, **named)
            spent[name] += time.thread_time() - start
            return value

        return run

    for name, value in list(vars(pipeline).items()):
        if isinstance(value, FunctionType) and name not in {"audit_article", "_read"}:
            setattr(pipeline, name, timed(name, value))
    return Config(check_language=False)


if __name__ == "__main__":
    sys.exit(main())
