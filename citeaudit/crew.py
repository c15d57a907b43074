"""A crew of processes: items go in, the results of a task on each come out in the same order.

Nothing is read further ahead than the processes need (a bounded window of chunks), so that the memory stays flat however
long the input is. They are plain processes with a pipe each, not a pool of the standard library, because a pool breaks
when one of its processes dies: here the item that killed it is named, and the rest go on.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Generic, TextIO, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 8
"""Items that a process is given at a time: enough to hide the way there and back, few enough to keep all busy to the end."""

WINDOW = 4
"""Chunks in flight for each process, those that wait for their turn to come out included."""


@dataclass(slots=True)
class _Chunk(Generic[Item, Result]):
    """Items given to one process together, and their results as far as they are there."""

    items: list[Item]
    results: list[list[Result]] = field(default_factory=list)

    @property
    def is_done(self) -> bool:
        return len(self.results) == len(self.items)


@dataclass(slots=True)
class _Worker(Generic[Item, Result]):
    process: multiprocessing.process.BaseProcess
    connection: Connection
    chunk: _Chunk[Item, Result] | None = None


class Crew(Generic[Item, Result]):
    """The processes of one run, each with at most one chunk."""

    def __init__(
        self,
        task: Callable[[Item], Iterable[Result]],
        lost: Callable[[Item, str], Result],
        workers: int,
        patience: float | None,
    ) -> None:
        self._task, self._lost, self._patience = task, lost, patience
        # A fork needs no guard in the user's script and shares the loaded tables; elsewhere the platform's own way is safe.
        self._context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
        self._workers: list[_Worker[Item, Result]] = []
        for _ in range(workers):
            self._workers.append(self._hire())

    def run(self, items: Iterator[Item]) -> Iterator[list[Result]]:
        """Give out *items* in chunks, and return the results of each in the order of the items."""
        flight: deque[_Chunk[Item, Result]] = deque()
        is_exhausted = False
        while True:
            for worker in self._workers:
                if worker.chunk is None and not is_exhausted and len(flight) < WINDOW * len(self._workers):
                    chunk: _Chunk[Item, Result] = _Chunk(list(islice(items, CHUNK)))
                    is_exhausted = not chunk.items
                    if chunk.items:
                        flight.append(chunk)
                        self._give(worker, chunk)
            while flight and flight[0].is_done:
                yield from flight.popleft().results
            if flight:
                self._listen()
            elif is_exhausted:
                return

    def dismiss(self) -> None:
        """End the processes."""
        for worker in self._workers:
            worker.connection.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()

    def _give(self, worker: _Worker[Item, Result], chunk: _Chunk[Item, Result]) -> None:
        worker.chunk = chunk
        try:
            worker.connection.send(chunk.items[len(chunk.results) :])
        except (BrokenPipeError, ConnectionResetError):
            self._mourn(worker)

    def _listen(self) -> None:
        """Wait until something comes from any process, and take it."""
        ready = wait([worker.connection for worker in self._workers if worker.chunk])
        for worker in self._workers:
            if worker.connection not in ready or worker.chunk is None:
                continue
            try:
                results = worker.connection.recv()
            except (EOFError, ConnectionResetError):
                self._mourn(worker)
            else:
                worker.chunk.results.append(self._lost_or(worker.chunk, results))
            if worker.chunk is not None and worker.chunk.is_done:
                worker.chunk = None

    def _lost_or(self, chunk: _Chunk[Item, Result], results: list[Result] | _Failure) -> list[Result]:
        if isinstance(results, _Failure):
            return [self._lost(chunk.items[len(chunk.results)], results.why)]
        return results

    def _mourn(self, worker: _Worker[Item, Result]) -> None:
        """Name the item that a process died of, and let a new one go on with the rest of its chunk."""
        worker.process.join()
        code, chunk = worker.process.exitcode, worker.chunk
        worker.connection.close()
        fresh = self._hire(instead_of=worker)
        worker.process, worker.connection, worker.chunk = fresh.process, fresh.connection, None
        if chunk is not None:
            item = chunk.items[len(chunk.results)]
            why = "it took too long" if code == 1 else f"the process that worked on it died (exit code {code})"
            chunk.results.append([self._lost(item, why)])
            if not chunk.is_done:
                self._give(worker, chunk)

    def _hire(self, instead_of: _Worker[Item, Result] | None = None) -> _Worker[Item, Result]:
        here, there = self._context.Pipe()
        # A fork holds copies of its siblings' pipes: unless it closes them, they would outlive a parent that is killed.
        foreign = [here, *(worker.connection for worker in self._workers if worker is not instead_of)]
        is_fork = self._context.get_start_method() == "fork"
        arguments = (self._task, there, foreign if is_fork else [], self._patience)
        process = self._context.Process(target=_serve, args=arguments, daemon=True)
        process.start()
        there.close()
        return _Worker(process, here)


@dataclass(frozen=True, slots=True)
class _Failure:
    """A task failed where it should have given a result: why."""

    why: str


def _serve(
    task: Callable[[Any], Iterable[Any]], connection: Connection, foreign: list[Connection], patience: float | None
) -> None:
    """Work in a process of its own: take chunks from *connection* until it closes, and send the results of each item."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in foreign:
        other.close()
    with Path(os.devnull).open("w") as nowhere, suppress(EOFError, ConnectionResetError, BrokenPipeError):
        while True:
            for item in connection.recv():
                connection.send(_results(task, item, patience, nowhere))


def _results(task: Callable[[Any], Iterable[Any]], item: Any, patience: float | None, nowhere: TextIO) -> list[Any] | _Failure:
    """Return the results of *task* on *item*; the process ends when it works longer than *patience* on one of them."""
    results: list[Any] = []
    answers = chain.from_iterable(map(task, (item,)))  # lazy, so that a task that works before its first result is timed too
    while True:
        if patience is not None:
            faulthandler.dump_traceback_later(patience, exit=True, file=nowhere)
        try:
            results.append(next(answers))
        except StopIteration:
            return results
        except Exception as error:  # noqa: BLE001 - told to the parent, which knows the item
            return _Failure(f"{type(error).__name__}: {error}")
        finally:
            faulthandler.cancel_dump_traceback_later()
