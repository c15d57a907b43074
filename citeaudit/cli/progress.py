"""How far a run is, told on standard error: a moving bar on a terminal, if rich is installed; now and then a line elsewhere.

A run that is over within a moment shows nothing.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from citeaudit.cli.saying import bare_stderr, say
from citeaudit.errors import MissingExtraError
from citeaudit.extras import load_extra
from citeaudit.model.showing import several

FIRST = 1.0
"""Seconds before a bar appears on a terminal."""
MOVES = 0.2
"""Seconds between two moves of the bar."""
LINES = 10.0
"""Seconds between two lines where there is no terminal, or no rich to draw on it."""


class Progress:
    """
    What is shown of a run while it goes on.

    *share* tells how much of the input is done (0.0 to 1.0), or None where nobody can know; it is asked only when shown.
    """

    def __init__(
        self, share: Callable[[], float | None], *, is_wanted: bool = True, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._share, self._clock = share, clock
        self._is_wanted = is_wanted
        self._begun = clock()
        self._bar: Any = None
        self._is_terminal = sys.stderr.isatty()
        self._next = self._begun + (FIRST if self._is_terminal else LINES)

    def show(self, articles: int, findings: int) -> None:
        """Show the sums so far, if it is time to."""
        now = self._clock()
        if not self._is_wanted or now < self._next:
            return
        share = self._share()
        words = describe(articles, findings, share, now - self._begun)
        if self._is_terminal and self._bar is None:
            self._bar = _bar()
            self._is_terminal = self._bar is not None
        self._next = now + (MOVES if self._is_terminal else LINES)
        if self._bar:
            self._bar.update(self._bar.task_ids[0], completed=share or 0.0, total=1.0 if share is not None else None, words=words)
            self._bar.refresh()
        else:
            say(words)

    def pause(self) -> None:
        """Take the bar away, so that a line can be written; it comes back when it is next shown."""
        if self._bar:
            self._bar.stop()
            self._bar = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.pause()


def describe(articles: int, findings: int, share: float | None, seconds: float) -> str:
    """Return the sums of a run as words: articles, share done, articles a second, findings, time to go."""
    parts = [several(articles, "article")]
    if share is not None:
        parts.append(f"{share:.0%} done")
    parts += [f"{articles / max(seconds, 0.001):,.1f} articles/s", several(findings, "finding")]
    if share:
        parts.append(f"about {_clock(seconds / share - seconds)} to go")
    return ", ".join(parts)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(max(0, round(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"


def _bar() -> Any:
    """Return a started bar of rich's, or None without rich."""
    with suppress(MissingExtraError):
        rich = load_extra("rich.progress", extra="cli")
        console = load_extra("rich.console", extra="cli").Console(file=bare_stderr())
        # No thread of its own refreshes the bar: processes may be forked at any time to stand in for one that died.
        bar = rich.Progress(
            rich.BarColumn(), rich.TextColumn("{task.fields[words]}"), console=console, auto_refresh=False, transient=True
        )
        bar.start()
        bar.add_task("", total=1.0, words="")
        return bar
    return None
