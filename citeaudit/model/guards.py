"""What an article may be made of: a value that cannot be meant is refused in one line.

An article is made by hand from rows of tables, where an empty cell is NaN and a date is no string. Told at once, it is one
line; found in the middle of an audit, it is a riddle.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NoReturn


def refuse(what: str, wanted: str, value: Any) -> NoReturn:
    """
    Say what *what* must be, what it is, and what to do about it where that is not said already.

    :raises TypeError: always.
    """
    raise TypeError("; ".join(filter(None, (f"{what} must be {wanted}, not {shown(value)}", _remedy(value, wanted)))))


def shown(value: Any) -> str:
    """Return what *value* is, for people: its type, and what stands in empty cells by its name."""
    if value is None:
        return "None"
    return "NaN" if is_missing(value) else type(value).__name__


def is_missing(value: Any) -> bool:
    """Tell whether *value* is what tables write into an empty cell: a number that is not equal to itself, or what pandas has for it."""
    is_not_itself = isinstance(value, float) and value != value  # noqa: PLR0124 - that is what NaN is
    return is_not_itself or type(value).__name__ in {"NAType", "NaTType"}


def is_date(value: Any) -> bool:
    """Tell whether *value* is a date, with a time of day or without."""
    return isinstance(value, date) and not is_missing(value)


def _remedy(value: Any, wanted: str) -> str:
    if value is None or is_missing(value):
        return "give None for an empty cell" if "None" in wanted else "leave it out where there is none"
    if isinstance(value, bytes | bytearray):
        return 'decode it first, as by data.decode("utf-8")'
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return "give str(…) of it" if is_number and "string" in wanted else ""
