"""Processes: they die, they live beside threads, they come from scripts of any kind, and nothing is lost or done twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from citeaudit.config import Config
from citeaudit.errors import CrewError
from citeaudit.model.articles import Article
from citeaudit.workers import audit_many, map_ordered

pytestmark = pytest.mark.heavy  # each test starts processes

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
SCRIPT = """
import sys, threading, time
import citeaudit
print("the script runs", flush=True)
if {beside_threads}:
    threading.Thread(target=time.sleep, args=(600,), daemon=True).start()
articles = [citeaudit.Article("The harbour will close, Bloomberg reported. ", id=str(number)) for number in range(20)]
reports = list(citeaudit.audit_many(articles, workers=2))
assert reports == list(citeaudit.audit_many(articles))
print(len(reports), "reports", flush=True)
"""


@pytest.fixture
def thread():
    """Let another thread live beside the test."""
    end = threading.Event()
    waiting = threading.Thread(target=end.wait, daemon=True)
    waiting.start()
    yield
    end.set()
    waiting.join()


@pytest.fixture
def forked(monkeypatch):
    """Let processes be forked, though other tests may have left threads behind: they know the functions of this file then."""
    if sys.platform != "linux":
        pytest.skip("only forks know the functions of a test")
    monkeypatch.setattr("citeaudit.processes._is_alone", lambda: True)


@pytest.mark.parametrize("beside_threads", [False, True])
@pytest.mark.parametrize("way", ["file", "-c", "-"])
def test_scripts_without_a_guard(tmp_path, way, beside_threads):
    """A script that asks for processes is run once, whether it is a file, an argument or standard input, with threads or without."""
    script = SCRIPT.format(beside_threads=beside_threads)
    (tmp_path / "script.py").write_text(script, encoding="utf-8")
    arguments = {"file": ("script.py",), "-c": ("-c", script), "-": ("-",)}[way]
    done = subprocess.run(
        [sys.executable, "-W", "error::DeprecationWarning", *arguments],
        input=script if way == "-" else None,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stderr == ""
    assert done.stdout.splitlines() == ["the script runs", "20 reports"]


@posix
def test_no_fork_beside_a_thread(monkeypatch, thread):
    """Beside a live thread, which may hold any lock, this process is not copied."""
    forks = []
    os.register_at_fork(before=lambda: forks.append(threading.active_count()))
    articles = [Article("The harbour will close, Bloomberg reported.", id=str(number)) for number in range(9)]

    assert list(audit_many(articles, Config(), workers=2)) == list(audit_many(articles, Config()))
    assert forks == []


def lost(item, why):
    """Return what stands for a lost item."""
    return (item, why)


def kill_once(item):
    """Kill the process that works on an item for the first time."""
    number, folder = item
    mark = os.path.join(folder, str(number))  # noqa: PTH118 - short
    if number % 5 == 2 and not os.path.exists(mark):  # noqa: PTH110
        with open(mark, "w", encoding="utf-8"):  # noqa: PTH123
            pass
        os.kill(os.getpid(), signal.SIGKILL)
    return [number]


def kill_always(item):
    """Kill the process that works on the item."""
    if item == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return [item]


@pytest.mark.usefixtures("forked")
def test_an_item_is_tried_once_more(tmp_path):
    """A process that dies once costs nothing: its item is tried again by itself."""
    given = [(number, str(tmp_path)) for number in range(20)]

    assert list(map_ordered(kill_once, given, lost=lost, workers=2)) == [[number] for number in range(20)]


@pytest.mark.usefixtures("forked")
def test_an_item_that_kills_again_is_named():
    """A process that dies twice of the same item loses that one, and no other."""
    found = list(map_ordered(kill_always, range(12), lost=lost, workers=2))

    assert found[3] == [(3, "the process that worked on it died (exit code -9)")]
    assert [row for row in found if row != found[3]] == [[number] for number in range(12) if number != 3]


@pytest.mark.usefixtures("forked")
def test_a_process_that_is_killed_while_it_sends():
    """One that dies in the middle of a word is mourned as any other: its item is tried again, and none is lost."""
    size = 40_000_000  # far more than a pipe holds, so that it waits while it sends
    results = map_ordered(large, [size] * 6, lost=lost, workers=2)
    first = next(results)
    time.sleep(0.3)  # the others are being sent, and nobody reads
    os.kill(max(_children()), signal.SIGKILL)  # the youngest: others may be what other tests have left

    assert [len(row[0]) for row in (first, *results)] == [size] * 6


def large(size):
    """Return a result of that size."""
    return ["x" * size]


def _children():
    with open(f"/proc/{os.getpid()}/task/{os.getpid()}/children", encoding="ascii") as stream:  # noqa: PTH123
        return [int(number) for number in stream.read().split()]


class Unpackable:
    """A value that cannot be sent."""

    def __reduce__(self):
        message = "stays here"
        raise TypeError(message)


def echo(item):
    """Return the item, or what cannot be sent."""
    return [Unpackable()] if item == "back" else [item]


def why_alone(item, why):  # noqa: D103 - what it says
    return why


@pytest.mark.usefixtures("forked")
def test_what_cannot_be_sent_is_named():
    """An item or a result that cannot be packed is lost by itself, and the rest of its chunk arrives."""
    there = Unpackable()
    found = list(map_ordered(echo, ["a", there, "back", "b"], lost=why_alone, workers=2))

    assert found == [["a"], ["TypeError: stays here"], ["TypeError: stays here"], ["b"]]


def die(*_):
    """End at once."""
    os._exit(7)


@pytest.mark.usefixtures("forked")
def test_processes_that_die_as_they_start(monkeypatch):
    """Processes that cannot live are told, and not started for ever."""
    monkeypatch.setattr("citeaudit.crew._serve", die)
    with pytest.raises(CrewError, match="die as they start"):
        list(map_ordered(echo, range(100), lost=lost, workers=2))


@posix
def test_processes_that_cannot_be_started(monkeypatch):
    """A system that gives no more processes is told with the remedy."""

    def refuse(*_):
        raise OSError(24, "Too many open files")

    monkeypatch.setattr("citeaudit.crew.start_process", refuse)
    with pytest.raises(CrewError, match="fewer workers"):
        list(map_ordered(echo, range(100), lost=lost, workers=2))
