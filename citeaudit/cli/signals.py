"""Signals that end a run: they become an exception, so that whatever is open is tidied up on the way out."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""What people, schedulers and terminals that close send to a program that shall end."""


class Stopped(KeyboardInterrupt):
    """A run that a signal ends."""

    def __init__(self, number: int) -> None:
        super().__init__(f"stopped by {signal.Signals(number).name}")
        self.exit_code = 128 + number
        """What shells have for a program that a signal ended."""


@contextmanager
def stopping() -> Iterator[None]:
    """Let the signals that end a run raise :class:`Stopped` in the block, the first of them only: tidying up is let be."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    # What is ignored already stays so: nohup means it.
    before = {number: signal.getsignal(number) for number in ENDING if signal.getsignal(number) is not signal.SIG_IGN}

    def stop(number: int, _frame: FrameType | None) -> None:
        for other in before:
            signal.signal(other, signal.SIG_IGN)
        raise Stopped(number)

    for number in before:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
