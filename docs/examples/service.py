"""The heart of a service: warmed processes that audit texts, each within limits, and answer with lines of JSON."""

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor

import citeaudit

LIMITS = citeaudit.Limits(seconds=5, max_characters=200_000)


def answer(text: str) -> str:
    """Return the JSON of one text, or why there is none."""
    (outcome,) = citeaudit.audit_many([text], limits=LIMITS)
    return outcome.to_json() if isinstance(outcome, citeaudit.ArticleReport) else str(outcome)


def main() -> None:
    """Answer for each file that is named."""
    texts = [open(name, encoding="utf-8").read() for name in sys.argv[1:]]  # noqa: PTH123, SIM115 - short, as an example
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context, initializer=citeaudit.warm, max_tasks_per_child=10_000) as pool:
        for line in pool.map(answer, texts):
            print(line[:32])  # noqa: T201 - it is what it does


if __name__ == "__main__":
    main()
