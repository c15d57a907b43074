"""What could not be read or was skipped: told in one line each, counted, and kept where a file was named."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping

from citeaudit.cli.saying import say
from citeaudit.model.articles import InputProblem
from citeaudit.model.reports import Skipped
from citeaudit.readers.records import OWN_OUTPUT
from citeaudit.text.shown import json_text

SCHEMA = "citeaudit/trouble/1"
"""What each line of the file of errors begins with, so that a later run knows that it holds no articles."""
SHOWN = 20
"""Problems that are told one by one where a file keeps them all; the rest are counted."""


class Troubles:
    """The sums of a run, and the lines about what went wrong."""

    def __init__(self, sums: Mapping[str, int], kept_in: str | None, *, fails_on_skips: bool = False) -> None:
        self.sums = Counter(sums)
        self._kept_in = kept_in
        self._fails_on_skips = fails_on_skips

    def count(self, trouble: Skipped | InputProblem | None, findings: int) -> None:
        """Count one article; a problem is told on standard error."""
        self.sums["articles"] += 1
        self.sums["findings"] += findings
        if isinstance(trouble, InputProblem):
            self.sums["problems"] += 1
            if not self._kept_in or self.sums["problems"] <= SHOWN:
                say(str(trouble))
        elif trouble:
            self.sums["skipped"] += 1
            self.sums["missed"] += is_missed(trouble)

    @property
    def exit_code(self) -> int:
        """Return 2 where something could not be read, else 0; a skip alone is no trouble unless it is said to be."""
        return 2 if self.sums["problems"] or (self._fails_on_skips and self.sums["missed"]) else 0

    def conclude(self) -> None:
        """Tell the sums of what is kept, where it is kept in a file."""
        problems, skipped = self.sums["problems"], self.sums["skipped"]
        if self._kept_in and (problems or skipped):
            say(
                f"of {self.sums['articles']:,} articles {problems:,} could not be read and {skipped:,} were skipped; "
                f"see {self._kept_in}"
            )


def is_missed(skipped: Skipped) -> bool:
    """Tell whether an article is missed by a skip: not by that of what citeaudit itself wrote."""
    return skipped.reason != OWN_OUTPUT


def show_tracebacks() -> None:
    """Let the traceback of what nobody foresaw be shown on standard error, in this process."""
    log = logging.getLogger("citeaudit")
    if not log.handlers:
        log.addHandler(logging.StreamHandler())
        log.setLevel(logging.DEBUG)
        log.propagate = False


def trouble_line(trouble: Skipped | InputProblem) -> bytes:
    """Return *trouble* as one line of JSON: where, which article, what is wrong, what to do."""
    if isinstance(trouble, InputProblem):
        values = {
            "schema": SCHEMA,
            "path": trouble.path,
            "record": trouble.record,
            "line": trouble.line,
            "id": trouble.article,
            "problem": trouble.what,
            "remedy": trouble.remedy,
        }
    else:
        origin = trouble.origin
        values = {
            "schema": SCHEMA,
            "path": origin.path if origin else None,
            "record": origin.record if origin else None,
            "line": origin.line if origin else None,
            "id": trouble.id,
            "skipped": trouble.reason,
            "detail": trouble.detail,
        }
    return (json_text(values) + "\n").encode()
