"""
Which files a folder holds: a directory goes in, its files come out in sorted order, with all below it.

The same archive gives the same bytes on every machine. Hidden files are left out, and so is what is no file: pipes, sockets and
devices, on which a reader would wait for ever. A link is followed only to a file within the folder; those that lead out of it, or
in a circle, are passed over and counted, so that nothing is read that the folder does not hold.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A folder that cannot be listed, and why."""

    name: str
    error: OSError


def walk(directory: str, exclude: tuple[str, ...]) -> Iterator[str | Unlisted]:
    """
    Return the files below *directory*, by their path, but for those that a pattern of *exclude* fits: their name, or their path from there.

    What is still to do is kept in a list and not in calls, however deep the folders go.
    """
    top = os.path.realpath(directory)
    waiting: list[tuple[str, str, bool]] = [(directory, "", True)]
    astray = 0
    while waiting:
        place, path, is_directory = waiting.pop()
        if not is_directory:
            yield place
            continue
        try:
            with os.scandir(place) as entries:
                found = sorted((entry.name, entry.is_dir(follow_symlinks=False), entry.is_symlink(), entry) for entry in entries)
        except OSError as error:
            yield Unlisted(place, error)
            continue
        for name, is_below, is_link, entry in reversed(found):
            below = f"{path}{name}"
            if name.startswith(".") or any(fnmatch(below, pattern) or fnmatch(name, pattern) for pattern in exclude):
                continue
            if is_link and not _stays(entry.path, top):
                astray += 1
            elif is_below or _is_file(entry):
                waiting.append((str(Path(place, name)), f"{below}/" if is_below else below, is_below))
    if astray:
        _tell(directory, astray)


def _is_file(entry: os.DirEntry[str]) -> bool:
    with suppress(OSError):
        return entry.is_file()
    return False


def _stays(link: str, top: str) -> bool:
    """Tell whether *link* leads to something within the folder *top*."""
    try:
        place = os.path.realpath(link, strict=True)
    except FileNotFoundError:
        return True  # it leads to nothing, which is no file either
    except OSError:
        return False
    return place.startswith(os.path.join(top, ""))  # noqa: PTH118 - the top may be the root of the system


@cache
def _tell(directory: str, count: int) -> None:
    """Say once, however often a run walks the same folder, that links were passed over."""
    links = "1 link that leads" if count == 1 else f"{count:,} links that lead"
    logging.getLogger("citeaudit.walking").warning(
        "citeaudit: %s: passed over %s out of the folder or in a circle; name a file to read it", ascii(directory)[1:-1], links
    )
