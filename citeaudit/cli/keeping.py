"""Reports kept for a page: they go in one by one and come out again in order, from the disk if they are many."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator

from citeaudit.model.reports import ArticleReport

IN_MEMORY = 16_000_000
"""Bytes that are kept in memory."""


class Kept:
    """The reports of a check, each with the path that it is shown under; they can be gone through as often as wanted."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - it goes with the check
        self._number = 0

    def add(self, path: str, report: ArticleReport) -> None:
        """Keep *report*."""
        self._file.seek(0, 2)
        pickle.dump((path, report), self._file, pickle.HIGHEST_PROTOCOL)
        self._number += 1

    def __iter__(self) -> Iterator[tuple[str, ArticleReport]]:
        self._file.seek(0)
        for _ in range(self._number):
            yield pickle.load(self._file)  # noqa: S301 - this process wrote it, to a file that has no name
