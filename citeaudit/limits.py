"""How much of anything is let in: one value with every limit goes in, and whoever reads or audits keeps to it.

The same defaults hold for every command and for the API; ``docs/limits.md`` lists them. What is over a limit is skipped and
told, and costs nothing else of the run.
"""

from __future__ import annotations

from typing import Any

import attrs

from citeaudit.errors import ConfigError

MIB = 1024 * 1024
GRACE = 5.0
"""Seconds beyond the time limit after which a process that does not heed it is ended."""


def _is_limit(_: object, field: attrs.Attribute[Any], value: Any) -> None:
    is_optional, kinds = "None" in str(field.type), (int, float) if "float" in str(field.type) else (int,)
    if value is None and is_optional:
        return
    if isinstance(value, bool) or not isinstance(value, kinds) or not value > 0:
        what = "a number" if float in kinds else "a whole number"
        message = f"{field.name} must be {what} above 0{', or None for no limit' if is_optional else ''}, not {value!r}"
        raise ConfigError(message)


@attrs.frozen(kw_only=True)
class Limits:
    """
    What is let in; whatever is over a limit is skipped.

    A limit of time makes the result depend on the machine; None sets none, as for the other limits that may be None.
    """

    max_characters: int = attrs.field(default=1_000_000, validator=_is_limit)
    """Of one article, in code points."""
    seconds: float | None = attrs.field(default=60.0, validator=_is_limit)
    """For reading one article, and again for auditing it."""
    memory: int | None = attrs.field(default=2048 * MIB, validator=_is_limit)
    """Bytes that reading or auditing one article may take beyond what the process has, where the system can tell (Linux)."""
    max_bytes: int = attrs.field(default=16 * MIB, validator=_is_limit)
    """Of one article as it stands in its file: a record, a row, a page, a document; far more than any news text has."""
    file_bytes: int | None = attrs.field(default=None, validator=_is_limit)
    """Of a file, decompressed."""
    held_bytes: int = attrs.field(default=256 * MIB, validator=_is_limit)
    """Of a file that can only be read whole: columns that are compressed as a whole, or come from standard input."""
    expansion: int = attrs.field(default=200, validator=_is_limit)
    """How many times its bytes on disk a compressed file may hold, above 64 MiB: text becomes 3 to 10 times smaller, a bomb a thousand times."""
    records: int = attrs.field(default=10_000_000, validator=_is_limit)
    """Of one file; lines, rows and entries alike."""
    columns: int = attrs.field(default=10_000, validator=_is_limit)
    """Of a table; cells of one row."""
    members: int = attrs.field(default=5_000, validator=_is_limit)
    """Files in a package (DOCX)."""
    member_bytes: int = attrs.field(default=64 * MIB, validator=_is_limit)
    """Of all parts with words in a package, decompressed."""

    @property
    def patience(self) -> float | None:
        """Return the seconds after which a process that does not heed its time limit is ended."""
        return None if self.seconds is None else self.seconds + GRACE
