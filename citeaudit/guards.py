"""Time and memory for one article: limits go in, the block that they hold for runs within them or is broken off.

Both hold for the process that runs the block, a worker's or the only one. Where the system has no timer, or no count of a
process's memory, that limit is left to the crew, which ends a process that works for too long.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from citeaudit.limits import Limits

AGAIN = 0.25
"""Seconds after which an article that went on all the same is told once more."""


class TimeUp(BaseException):
    """An article has used up its time."""


@contextmanager
def within(limits: Limits) -> Iterator[None]:
    """
    Let the block run within the time and the memory of *limits*.

    :raises TimeUp: when its time is over.
    :raises MemoryError: when it takes more memory.
    """
    with memory_limit(limits.memory), time_limit(limits.seconds):
        yield


@contextmanager
def time_limit(seconds: float | None) -> Iterator[None]:
    """
    Let the block run for *seconds* at most.

    Only a main thread on a system with timers can be interrupted; elsewhere the block takes as long as it takes.

    :raises TimeUp: when they are over.
    """
    if seconds is None or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    is_over = False

    def ring(_signal: int, _frame: FrameType | None) -> None:
        if not is_over:
            raise TimeUp

    before = signal.signal(signal.SIGALRM, ring)
    # It rings again: an exception is lost where Python calls back on its own, as when it collects garbage.
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    finally:
        is_over = True
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def memory_limit(size: int | None) -> Iterator[None]:
    """
    Let the block take *size* bytes more than the process has, at most.

    :raises MemoryError: when it takes more, from wherever it asks for it.
    """
    is_main = threading.current_thread() is threading.main_thread()  # of two threads, each would undo what the other set
    has = _address_space() if size is not None and is_main else None
    if size is None or has is None:
        yield
        return
    import resource  # noqa: PLC0415 - no such module on Windows, where there is no count either

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = has + size
    if any(limit not in (resource.RLIM_INFINITY, -1) and limit < wanted for limit in (soft, hard)):
        yield  # whoever started the process has set a stricter one
        return
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _address_space() -> int | None:
    """Return the bytes of address space that this process has, None where nobody can tell."""
    if sys.platform != "linux":
        return None
    import resource  # noqa: PLC0415 - the same

    try:
        return int(Path("/proc/self/statm").read_bytes().split(maxsplit=1)[0]) * resource.getpagesize()
    except OSError:
        return None
