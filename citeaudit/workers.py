"""Many articles: articles go in, reports come out in the same order, worked on in as many processes as are asked for.

What cannot be audited has a value in its place: a skip with its reason, or a problem that names the article; one bad
article never stops a run.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import TypeVar

from citeaudit.config import Config
from citeaudit.errors import BUG, ConfigError, NotEnglishError, unforeseen
from citeaudit.guards import TimeUp, time_limit, within
from citeaudit.limits import Limits
from citeaudit.model.articles import Article, InputProblem
from citeaudit.model.reports import ArticleReport, Skipped
from citeaudit.pipeline import audit_article

__all__ = [
    "Limits",
    "TimeUp",
    "audit_guarded",
    "audit_many",
    "check_workers",
    "map_ordered",
    "problem_of",
    "time_limit",
    "usable_cores",
]

Item = TypeVar("Item")
Result = TypeVar("Result")
Audited = ArticleReport | Skipped | InputProblem
"""What an audit gives for one article: its report, or what stands in its place."""

MOST_WORKERS = 512
"""Processes beyond which each more only costs memory."""


def audit_many(
    articles: Iterable[Article | Audited],
    config: Config,
    *,
    workers: int = 1,
    limits: Limits | None = None,
) -> Iterator[Audited]:
    """Audit *articles* in order, in *workers* processes (1: in this one); what is no article goes through as it is."""
    check_workers(workers)
    limits = limits or Limits()
    task = partial(_audit_one, config=config, limits=limits)
    found = map_ordered(task, articles, lost=_lost_article, workers=workers, patience=limits.patience)
    return chain.from_iterable(found)


def audit_guarded(article: Article | Audited, config: Config, limits: Limits) -> Audited:
    """Audit one article within *limits*; whatever goes wrong becomes the value that stands in its place."""
    if not isinstance(article, Article):
        return article
    if len(article.text) > limits.max_characters:
        return Skipped(article.id, "size", f"{len(article.text):,} characters", article.origin)
    try:
        with within(limits):
            return audit_article(article, config)
    except NotEnglishError as error:
        return Skipped(article.id, "language", error.language, article.origin)
    except TimeUp:
        return Skipped(article.id, "time", f"more than {limits.seconds:g} seconds", article.origin)
    except MemoryError:
        return Skipped(article.id, "memory", "more than the memory that one article may take", article.origin)
    except Exception as error:  # noqa: BLE001 - a bug that one article shows must not cost the others their audit
        what, remedy = unforeseen(error)
        return problem_of(article, f"the audit failed ({what})", remedy)


def problem_of(article: Article, what: str, remedy: str = BUG) -> InputProblem:
    """Return the problem that stands in the place of *article*."""
    origin = article.origin
    path, record, line = (origin.path, origin.record, origin.line) if origin else (article.id or "an article", None, None)
    return InputProblem(path, what, remedy, record=record, line=line, article=article.id)


def check_workers(workers: int) -> None:
    """
    Refuse a number of processes that cannot be.

    :raises ConfigError: if it is less than 1, or more than any machine has a use for.
    """
    if workers < 1:
        message = f"workers must be at least 1, not {workers}"
        raise ConfigError(message)
    if workers > MOST_WORKERS:
        message = f"workers must be at most {MOST_WORKERS}, not {workers}: give one for each core"
        raise ConfigError(message)


def usable_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def map_ordered(
    task: Callable[[Item], Iterable[Result]],
    items: Iterable[Item],
    *,
    lost: Callable[[Item, str], Result],
    workers: int = 1,
    patience: float | None = None,
) -> Iterator[list[Result]]:
    """
    Return for each of *items*, in order, the results that *task* gives.

    With *workers* above 1 they are made in as many processes. *lost* makes the result of an item whose process died;
    a process that works for more than *patience* seconds on one result is ended.
    """
    if workers == 1:
        for item in items:
            yield list(task(item))
        return
    from citeaudit.crew import Crew  # noqa: PLC0415 - multiprocessing costs a light import 20 ms

    crew = Crew(task, lost, workers, patience)
    try:
        yield from crew.run(iter(items))
    finally:
        crew.dismiss()


def _audit_one(article: Article | Audited, *, config: Config, limits: Limits) -> list[Audited]:
    return [audit_guarded(article, config, limits)]


def _lost_article(article: Article | Audited, why: str) -> Audited:
    return problem_of(article, f"the audit failed ({why})") if isinstance(article, Article) else article
