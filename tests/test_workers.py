"""Many articles in many processes: the same results in the same order, whatever befalls one of them."""

from __future__ import annotations

import os
import signal
import sys
import time
from itertools import count, islice

import pytest

import citeaudit.workers
from citeaudit.config import Config
from citeaudit.errors import ConfigError
from citeaudit.model.articles import Article, InputProblem, Origin
from citeaudit.model.reports import ArticleReport, Skipped
from citeaudit.workers import Limits, audit_many, map_ordered

TEXT = "The harbour will close until March, Bloomberg reported on Monday. Nobody was hurt. "

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@pytest.fixture(autouse=True)
def forked(monkeypatch):
    """Let processes be forked, though other tests may have left threads behind: what is replaced here is replaced there then."""
    if sys.platform == "linux":
        monkeypatch.setattr("citeaudit.processes._is_alone", lambda: True)


def articles(number):
    """Return that many articles."""
    return [Article(TEXT * (n % 3 + 1), id=str(n)) for n in range(number)]


def square(number):
    """Return what the number says: its square, a failure, a death."""
    if number == 5:
        message = "five"
        raise ValueError(message)
    if number == 11:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 17:
        time.sleep(60)
    return [number * number, str(number)]


def lost(number, why):
    """Return what stands for a lost item."""
    return (number, why)


@pytest.mark.parametrize("workers", [2, 3])
def test_the_same_reports_in_the_same_order(workers):
    """However many processes work, the reports are those of one, in the order of the articles."""
    config = Config(check_language=False)
    given = articles(30)

    assert list(audit_many(given, config)) == list(audit_many(iter(given), config, workers=workers))


@posix
def test_a_process_that_dies_loses_its_item_alone():
    """The item that kills its process, fails or takes too long is named in its place; all others have their results."""
    results = list(map_ordered(square, range(30), lost=lost, workers=2, patience=0.5))

    assert results[5] == [(5, "ValueError: five")]
    assert results[11] == [(11, "the process that worked on it died (exit code -9)")]
    assert results[17] == [(17, "it took too long")]
    assert [[n * n, str(n)] for n in range(30) if n not in {5, 11, 17}] == [
        result for n, result in enumerate(results) if n not in {5, 11, 17}
    ]


def test_nothing_is_read_far_ahead():
    """From an endless input no more is taken than the processes need."""
    taken = count()
    results = map_ordered(lambda number: [number], taken, lost=lost, workers=2)

    assert [[n] for n in range(10)] == list(islice(results, 10))
    assert next(taken) < 200
    results.close()


def test_an_error_of_the_input_reaches_the_caller():
    """What the input itself raises is raised, and no process is left behind."""

    def broken():
        yield from range(3)
        raise KeyError

    with pytest.raises(KeyError):
        list(map_ordered(lambda number: [number], broken(), lost=lost, workers=2))


class TestOneArticle:
    """What goes wrong with one article stands in its place."""

    @pytest.mark.parametrize("workers", [1, 2])
    def test_a_failing_audit_is_a_problem(self, monkeypatch, workers):
        """A bug that one article shows is a problem with its id and place, and the others are audited."""

        def audit(article, config):
            if article.id == "1":
                message = "a bug"
                raise IndexError(message)
            return "report"

        monkeypatch.setattr(citeaudit.workers, "audit_article", audit)
        given = [Article(TEXT, id=str(n), origin=Origin("a.jsonl", n + 1, n + 1)) for n in range(3)]
        first, problem, last = audit_many(given, Config(), workers=workers)

        assert (first, last) == ("report", "report")
        assert (problem.article, problem.path, problem.line) == ("1", "a.jsonl", 2)
        assert "IndexError: a bug" in problem.what

    def test_too_large_is_skipped(self):
        """An article over the limit of size is skipped unread."""
        (skipped,) = audit_many([Article(TEXT, id="a")], Config(), limits=Limits(max_characters=10))

        assert (skipped.id, skipped.reason) == ("a", "size")

    @posix
    @pytest.mark.parametrize("workers", [1, 2])
    def test_too_slow_is_skipped(self, monkeypatch, workers):
        """An article over the limit of time is skipped, and the others are audited."""

        def audit(article, config):
            while article.id == "0":
                pass
            return "report"

        monkeypatch.setattr(citeaudit.workers, "audit_article", audit)
        skipped, report = audit_many(articles(2), Config(), workers=workers, limits=Limits(seconds=0.2))

        assert isinstance(skipped, Skipped)
        assert (skipped.id, skipped.reason, report) == ("0", "time", "report")

    def test_what_is_no_article_goes_through(self):
        """Problems and skips of the reading keep their place."""
        problem = InputProblem("a.txt", "is empty", "fill it")
        through, report = audit_many([problem, Article(TEXT)], Config())

        assert problem is through
        assert isinstance(report, ArticleReport)

    @pytest.mark.parametrize("workers", [0, -1])
    def test_no_workers_are_refused(self, workers):
        """Fewer than one process is refused at once."""
        with pytest.raises(ConfigError, match="at least 1"):
            audit_many([], Config(), workers=workers)
