"""
Dates as programs and newspapers write them go in; ISO 8601, which tables count by, comes out, or nothing where none is meant surely.

Nothing is guessed: 05/06/2025 is the fifth of June to some and the sixth of May to others, and is no date here.
"""

from __future__ import annotations

import math
from contextlib import suppress
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import regex

from citeaudit.patterns import pattern_of

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The first letters of the months, which tell them apart."""

ISO = pattern_of(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:?\d\d.*)?)?)?")
NUMBERS = pattern_of(r"(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?:[T ,].*)?")
DAY_FIRST = pattern_of(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[T ,].*)?")
DAY_NAME = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
MONTH_NAME = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
AFTER = r"(?:[\s,;T].*)?"
IN_WORDS = (
    pattern_of(rf"{DAY_NAME}{MONTH_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){AFTER}", regex.I | regex.S),
    pattern_of(
        rf"{DAY_NAME}(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?[\s-]+{MONTH_NAME},?[\s-]+(?P<year>\d{{4}}){AFTER}", regex.I | regex.S
    ),
    pattern_of(rf"(?P<day>){MONTH_NAME},?\s+(?P<year>\d{{4}})", regex.I),
)
EPOCH = pattern_of(r"\d{9,19}(?:\.\d*)?")
SECONDS = 100_000_000
"""Seconds since 1970 under which a number is none: news is younger than 1973."""


def iso_date(value: Any) -> str | None:
    """Return the date that *value* (words, or seconds, milli-, micro- or nanoseconds since 1970) means, None if it is unclear."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _of_number(value)
    words = " ".join(str(value).split())
    return _of_iso(words) or _of_numbers(words) or _of_epoch(words) or _of_words(words) or _of_library(words)


def _of_number(value: float) -> str | None:
    if not math.isfinite(value):
        return None
    if value == int(value) and 1000 <= value < SECONDS:
        return iso_date(str(int(value)))
    for size in (1, 1e3, 1e6, 1e9):
        # A hundred thousand million seconds are the year 5138, as many milliseconds 1973: no number can be two of them.
        if SECONDS <= value / size < 1000 * SECONDS:
            return datetime.fromtimestamp(value / size, UTC).date().isoformat()
    return None


def _of_epoch(words: str) -> str | None:
    return _of_number(float(words)) if EPOCH.fullmatch(words) else None


def _of_iso(words: str) -> str | None:
    """Return *words* as they are where they are ISO 8601 already, with their time."""
    found = ISO.fullmatch(words)
    if not found:
        return None
    year, month, day = found.groups()
    return words if _day(year, month or "1", day or "1") and int(year) >= 1000 else None


def _of_numbers(words: str) -> str | None:
    found = NUMBERS.fullmatch(words)
    if found and (found[2] or len(found[3]) == len(found[4]) == 2):
        return _day(found[1], found[3], found[4])
    other = DAY_FIRST.fullmatch(words)
    if not other:
        return None
    first, second, year = int(other[1]), int(other[3]), other[4]
    if first == second or first > 12:
        return _day(year, other[3], other[1])
    return _day(year, other[1], other[3]) if second > 12 else None


def _of_words(words: str) -> str | None:
    for pattern in IN_WORDS:
        found = pattern.fullmatch(words)
        if found:
            month = 1 + MONTHS.index(found["month"][:3].lower())
            return _day(found["year"], str(month), found["day"]) if found["day"] else f"{found['year']}-{month:02}"
    return None


def _of_library(words: str) -> str | None:
    """Return what the standard library makes of rarer forms: weeks of ISO 8601, the dates of mail and of the web."""
    with suppress(ValueError):
        return date.fromisoformat(words).isoformat()
    try:
        return parsedate_to_datetime(words).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _day(year: str, month: str, day: str) -> str | None:
    """Return the day as ISO 8601, None if no calendar has it."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
