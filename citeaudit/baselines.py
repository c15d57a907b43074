"""
Baselines: what was found before goes in, only what is new comes out.

A finding is known by its fingerprint (code, words, count) and not by its place, so that text may move, and files too.
Where the same words stand twice, the baseline knows it twice: the third is new. The file holds no article text.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

import attrs

from citeaudit.errors import ConfigError

SCHEMA = "citeaudit/baseline/1"


@attrs.frozen(order=True)
class Known:
    """What a baseline knows of one finding: the file it was in, its code and its fingerprint."""

    path: str
    code: str
    fingerprint: str


@attrs.frozen
class Baseline:
    """The findings that are known, each as often as it was found."""

    known: Counter[Known]

    @classmethod
    def of(cls, findings: Iterable[Known]) -> Baseline:
        """Return the baseline that knows *findings*."""
        return cls(Counter(findings))

    def new(self, findings: Iterable[Known]) -> list[bool]:
        """
        Return for each of *findings*, in order, whether it is new.

        One of the same file is taken first, then one of any file: a renamed file brings nothing new.
        """
        listed = list(findings)
        left = Counter(self.known)
        is_new = [True] * len(listed)
        for index, finding in enumerate(listed):
            if left[finding] > 0:
                left[finding] -= 1
                is_new[index] = False
        anywhere: Counter[tuple[str, str]] = Counter()
        for finding, count in left.items():
            anywhere[finding.code, finding.fingerprint] += count
        for index, finding in enumerate(listed):
            key = (finding.code, finding.fingerprint)
            if is_new[index] and anywhere[key] > 0:
                anywhere[key] -= 1
                is_new[index] = False
        return is_new

    def pruned(self, findings: Iterable[Known], read: frozenset[str]) -> Baseline:
        """Return the baseline without what is no longer found in the files that were *read*."""
        found = Counter(findings)
        return Baseline(
            Counter(
                {
                    known: kept
                    for known, count in self.known.items()
                    if (kept := min(count, found[known]) if known.path in read else count)
                }
            )
        )

    def dumps(self) -> str:
        """Return the baseline as JSON, sorted, so that it diffs line by line."""
        rows = [
            json.dumps(
                {"path": known.path, "code": known.code, "fingerprint": known.fingerprint, "count": count}, ensure_ascii=False
            )
            for known, count in sorted(self.known.items())
        ]
        inside = ",\n".join(f"    {row}" for row in rows)
        return f'{{\n  "schema": "{SCHEMA}",\n  "findings": [\n{inside}\n  ]\n}}\n'


def loads_baseline(text: str, *, name: str) -> Baseline:
    """
    Return the baseline that *text* spells; *name* is told in errors.

    :raises ConfigError: if it is none, or of another version, with the remedy.
    """
    remedy = "write it anew with --write-baseline"
    try:
        document: Any = json.loads(text)
    except RecursionError as error:
        message = f"{name}: is no baseline (it is nested too deeply); {remedy}"
        raise ConfigError(message) from error
    except ValueError as error:
        message = f"{name}: is no baseline (not valid JSON: {error}); {remedy}"
        raise ConfigError(message) from error
    schema = document.get("schema") if isinstance(document, dict) else None
    if schema != SCHEMA:
        message = f"{name}: is no baseline of this version (schema {schema!r}, not {SCHEMA!r}); {remedy}"
        raise ConfigError(message)
    try:
        counts = Counter(
            {
                Known(str(row["path"]), str(row["code"]), str(row["fingerprint"])): int(row["count"])
                for row in document["findings"]
            }
        )
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError) as error:
        message = f"{name}: is a damaged baseline ({type(error).__name__}: {error}); {remedy}"
        raise ConfigError(message) from error
    return Baseline(counts)
