"""How processes are started: so that they work from a script without a guard, a notebook or a thread, and start quickly.

A process that is alone with itself is forked, which takes a moment and shares its tables. Beside live threads a fork may
copy a lock that nobody will ever open, so there the processes come from a server without threads, which has the tables
loaded; on Windows they are started afresh. Neither of these runs the user's script again.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from types import ModuleType
from typing import Any

ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Signals that a program may have given a meaning of its own, which its processes shall not have."""
PRELOADED = "citeaudit.preloaded"


def start_process(
    serve: Callable[..., None], task: Any, connection: Connection, foreign: list[Connection], patience: float | None
) -> BaseProcess:
    """Return a started process that does *serve* with the other arguments; *foreign* connections only matter to a fork."""
    if _is_alone():
        forked = multiprocessing.get_context("fork").Process(
            target=serve, args=(task, connection, foreign, patience), daemon=True
        )
        with _held():
            forked.start()
        return forked
    name = "spawn" if sys.platform == "win32" else "forkserver"
    context: Any = multiprocessing.get_context(name)
    if name == "forkserver":
        context.set_forkserver_preload([PRELOADED])
    # Packed here and not as the process starts, so that what cannot be unpacked is told by the process.
    packed = bytes(ForkingPickler.dumps(task))
    process: BaseProcess = context.Process(target=serve, args=(packed, connection, [], patience), daemon=True)
    with _without_main():
        process.start()
    return process


def released() -> None:
    """Give the signals that end a program their usual meaning, in a process that has just begun."""
    for number in ENDING:
        if number != signal.SIGINT:
            signal.signal(number, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)


def _is_alone() -> bool:
    """Tell whether this process has one thread and no more, of whatever language, on a system where a fork is safe then."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return False
    try:
        return sum(1 for _ in Path("/proc/self/task").iterdir()) == 1
    except OSError:
        return False


@contextmanager
def _held() -> Iterator[None]:
    """Hold back the signals that end a program while it forks: the fork would take them by its parent's handlers."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_main_guard = threading.Lock()


@contextmanager
def _without_main() -> Iterator[None]:
    """
    Hide the user's script while a process is started.

    The standard library would run it in each process once more, for the sake of functions that are defined there; ours need none,
    and a script without ``if __name__ == "__main__"`` would do everything again.
    """
    with _main_guard:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main
