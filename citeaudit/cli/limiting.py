"""The options that set a limit, the same for every command that reads articles: options go in, Limits come out."""

from __future__ import annotations

import argparse
from typing import Any

import attrs

from citeaudit.errors import ConfigError
from citeaudit.limits import Limits

OPTIONS = (
    ("max_characters", "--max-characters", "N", "skip longer articles"),
    ("seconds", "--max-seconds", "S", "skip articles that take longer to read, or to audit; 0: never"),
    ("memory", "--max-memory", "N", "skip articles that take more bytes of memory; 0: never"),
    ("max_bytes", "--max-bytes", "N", "skip articles of more bytes"),
    ("file_bytes", "--max-file-bytes", "N", "skip files of more bytes, decompressed; 0: never"),
    ("held_bytes", "--max-held-bytes", "N", "skip files of more bytes that can only be read whole"),
    ("expansion", "--max-expansion", "N", "skip files that hold N times their bytes on disk"),
    ("records", "--max-records", "N", "records to read of a file"),
    ("columns", "--max-columns", "N", "cells that a row may have"),
    ("members", "--max-members", "N", "files that a package (DOCX) may have"),
    ("member_bytes", "--max-member-bytes", "N", "bytes that a package's parts with words may have"),
)
"""Each limit's name, its option, what it takes, and what it is for."""


def add_limit_options(parser: argparse.ArgumentParser) -> None:
    """Add an option for each limit to *parser*."""
    group = parser.add_argument_group("limits", "What is over one is skipped and told; docs/limits.md has them all.")
    for name, option, value, help_ in OPTIONS:
        default = getattr(Limits(), name)
        group.add_argument(
            option,
            dest=f"limit_{name}",
            type=_number if name == "seconds" else _whole,
            metavar=value,
            help=f"{help_} (default: {'none' if default is None else f'{default:,g}' if name == 'seconds' else f'{default:,}'})",
        )


def limits_of(chosen: argparse.Namespace) -> Limits:
    """
    Return the limits that the *chosen* options set.

    :raises ConfigError: if one of them cannot be meant.
    """
    given: dict[str, Any] = {}
    for name, option, _, _ in OPTIONS:
        value = getattr(chosen, f"limit_{name}", None)
        if value is None:
            continue
        is_optional = "None" in str(getattr(attrs.fields(Limits), name).type)
        if not value and not is_optional:
            message = f"{option} must be above 0"
            raise ConfigError(message)
        given[name] = value or None
    return Limits(**given)


def _whole(value: str) -> int:
    if not value.isascii() or not value.isdigit():
        message = f"give a whole number, not {value!r}"
        raise argparse.ArgumentTypeError(message)
    return int(value)


def _number(value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number < float("inf"):
        message = f"give a number of seconds, not {value!r}"
        raise argparse.ArgumentTypeError(message)
    return number
