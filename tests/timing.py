"""How long something takes, for tests of growth: they compare two such times, and assert no seconds."""

from __future__ import annotations

import time
from collections.abc import Callable


def cpu_seconds(work: Callable[[], object], times: int = 1) -> float:
    """Return the processor time that *work* takes, the least of so many *times*."""

    def once() -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    return min(once() for _ in range(times))
