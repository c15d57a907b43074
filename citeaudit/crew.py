"""A crew of processes: items go in, the results of a task on each come out in the same order.

Nothing is read further ahead than the processes need (a bounded window of chunks), so that the memory stays flat however
long the input is. They are plain processes with a pipe each, not a pool of the standard library, because a pool breaks
when one of its processes dies: here the item that killed it is tried once more by itself, then named, and the rest go on.
"""

from __future__ import annotations

import faulthandler
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain, islice
from multiprocessing.connection import Connection, Pipe, wait
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from typing import Any, Generic, TextIO, TypeVar

from citeaudit.collecting import collect_rarely
from citeaudit.errors import CrewError, unforeseen
from citeaudit.processes import released, start_process

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 8
"""Items that a process is given at a time: enough to hide the way there and back, few enough to keep all busy to the end."""

WINDOW = 4
"""Chunks in flight for each process, those that wait for their turn to come out included."""

TRIES = 2
"""How often an item is given to a process that dies: a process may be ended for no fault of its item's (the memory, an operator)."""

STILLBORN = 3
"""Processes that die one after the other before they can take anything, after which no more are started."""

TIMED_OUT = 1
"""The exit code of a process that worked too long on an item: that of faulthandler, which ends it."""
BROKEN = 3
"""The exit code of a process that fails in what is not its task."""
READY = b"ready"
"""What a process says first."""


@dataclass(slots=True)
class _Chunk(Generic[Item, Result]):
    """Items given to one process together, and their results as far as they are there; *tries* of the next that failed."""

    items: list[Item]
    results: list[list[Result]] = field(default_factory=list)
    tries: int = 0

    @property
    def is_done(self) -> bool:
        return len(self.results) == len(self.items)

    @property
    def next_items(self) -> list[Item]:
        """Return the items to give next: one by itself where a process has died of it, else all that are left."""
        done = len(self.results)
        return self.items[done : done + 1] if self.tries else self.items[done:]


@dataclass(slots=True)
class _Worker(Generic[Item, Result]):
    """A process: what it works on, how many results it owes, and whether it has said that it is ready."""

    process: BaseProcess
    connection: Connection
    chunk: _Chunk[Item, Result] | None = None
    owed: int = 0
    is_ready: bool = False


class Crew(Generic[Item, Result]):
    """The processes of one run, each with at most one chunk."""

    def __init__(
        self,
        task: Callable[[Item], Iterable[Result]],
        lost: Callable[[Item, str], Result],
        workers: int,
        patience: float | None,
    ) -> None:
        self._task, self._lost = task, lost
        self._number, self._patience = workers, patience
        self._workers: list[_Worker[Item, Result]] = []
        self._stillborn = 0

    def run(self, items: Iterator[Item]) -> Iterator[list[Result]]:
        """
        Give out *items* in chunks, and return the results of each in the order of the items.

        :raises CrewError: if the processes cannot be started.
        """
        for _ in range(self._number):
            self._workers.append(self._hire())
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
        given = chunk.next_items
        worker.chunk, worker.owed = chunk, len(given)
        try:
            worker.connection.send([_packed(item) for item in given])
        except OSError:
            self._mourn(worker)

    def _listen(self) -> None:
        """Wait until something comes from any process, and take it."""
        ready = wait([worker.connection for worker in self._workers if worker.chunk])
        for worker in self._workers:
            chunk = worker.chunk
            if worker.connection not in ready or chunk is None:
                continue
            try:
                said = worker.connection.recv_bytes()
            except (EOFError, OSError):  # dead, perhaps in the middle of a word
                self._mourn(worker)
                continue
            if said == READY:
                worker.is_ready, self._stillborn = True, 0
                continue
            results = _unpacked(said)
            chunk.results.append(self._lost_or(chunk, results))
            chunk.tries = 0
            worker.owed -= 1
            if chunk.is_done:
                worker.chunk = None
            elif not worker.owed:
                self._give(worker, chunk)

    def _lost_or(self, chunk: _Chunk[Item, Result], results: list[Result] | _Failure) -> list[Result]:
        if isinstance(results, _Failure):
            return [self._lost(chunk.items[len(chunk.results)], results.why)]
        return results

    def _mourn(self, worker: _Worker[Item, Result]) -> None:
        """Let a new process go on with what is left, first with the item that the old one died of, or name that item."""
        worker.connection.close()
        worker.process.join(timeout=10)
        worker.process.kill()
        worker.process.join()
        code, chunk, was_ready = worker.process.exitcode, worker.chunk, worker.is_ready
        self._stillborn += not was_ready
        if self._stillborn >= STILLBORN:
            message = f"processes die as they start (exit code {code}); run it with one worker, or with more memory"
            raise CrewError(message)
        fresh = self._hire(instead_of=worker)
        worker.process, worker.connection, worker.chunk, worker.is_ready = fresh.process, fresh.connection, None, False
        if chunk is None:
            return
        if was_ready:
            chunk.tries += 1
            if code == TIMED_OUT or chunk.tries >= TRIES:
                why = "it took too long" if code == TIMED_OUT else f"the process that worked on it died (exit code {code})"
                chunk.results.append([self._lost(chunk.items[len(chunk.results)], why)])
                chunk.tries = 0
        if not chunk.is_done:
            self._give(worker, chunk)

    def _hire(self, instead_of: _Worker[Item, Result] | None = None) -> _Worker[Item, Result]:
        try:
            here, there = Pipe()
            # A fork holds copies of its siblings' pipes: unless it closes them, they would outlive a parent that is killed.
            foreign = [here, *(worker.connection for worker in self._workers if worker is not instead_of)]
            process = start_process(_serve, self._task, there, foreign, self._patience)
        except (OSError, EOFError) as error:
            reason = getattr(error, "strerror", None) or error
            message = f"no more than {len(self._workers)} processes can be started ({reason}); give fewer workers"
            raise CrewError(message) from error
        there.close()
        return _Worker(process, here)


@dataclass(frozen=True, slots=True)
class _Failure:
    """A task failed where it should have given a result: why."""

    why: str


def _packed(value: Any) -> bytes:
    """Return *value* as bytes, each by itself, so that one that cannot be sent does not keep the others back."""
    try:
        return bytes(ForkingPickler.dumps(value))
    except Exception as error:  # noqa: BLE001 - whatever a value makes of being packed
        return bytes(ForkingPickler.dumps(_Failure(unforeseen(error)[0])))


def _unpacked(data: bytes) -> Any:
    try:
        return ForkingPickler.loads(data)
    except Exception as error:  # noqa: BLE001 - the same
        return _Failure(unforeseen(error)[0])


def _serve(task: Any, connection: Connection, foreign: list[Connection], patience: float | None) -> None:
    """Work in a process of its own: take chunks from *connection* until it closes, and send the results of each item."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    released()
    collect_rarely()
    for other in foreign:
        other.close()
    try:
        # Whoever has given the work may have gone away.
        with Path(os.devnull).open("w") as nowhere, suppress(EOFError, ConnectionResetError, BrokenPipeError):
            task = task if callable(task) else ForkingPickler.loads(task)
            connection.send_bytes(READY)
            while True:
                for packed in connection.recv():
                    connection.send_bytes(_packed(_results(task, _unpacked(packed), patience, nowhere)))
    except BaseException as error:  # noqa: BLE001 - told by the exit code, which says that it was no matter of time
        unforeseen(error)
        os._exit(BROKEN)


def _results(task: Callable[[Any], Iterable[Any]], item: Any, patience: float | None, nowhere: TextIO) -> list[Any] | _Failure:
    """Return the results of *task* on *item*; the process ends when it works longer than *patience* on one of them."""
    if isinstance(item, _Failure):
        return item
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
            return _Failure(unforeseen(error)[0])
        finally:
            faulthandler.cancel_dump_traceback_later()
