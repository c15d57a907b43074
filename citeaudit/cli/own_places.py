"""Outputs that lie among the inputs: options go in; what would be overwritten is refused, what a walk must leave out comes out."""

from __future__ import annotations

import argparse
import glob
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from citeaudit.cli.books import places_of
from citeaudit.cli.inputs import settings_of
from citeaudit.cli.saying import say
from citeaudit.errors import ConfigError
from citeaudit.readers import suffixes_of
from citeaudit.readers.files import STDIN, InputFile, find_files
from citeaudit.readers.records import OWN
from citeaudit.tables import TABLES
from citeaudit.writers.tables import EXCEL, PLAIN, csv_header

Walk = Callable[[str], Iterable[str]]


def outputs_among_inputs(chosen: argparse.Namespace) -> tuple[Path, ...]:
    """Return the files that the run writes, which it must not read where a directory or a pattern leads to them."""
    place: Path | None = chosen.output
    beside = [place.with_name(f"{place.name}{end}") for end in (".part", ".journal")] if place is not None and place.name else []
    return (*_outputs(chosen), *beside)


def _outputs(chosen: argparse.Namespace) -> tuple[Path, ...]:
    place: Path | None = chosen.output
    outputs = [Path(chosen.errors)] if chosen.errors else []
    if chosen.command == "corpus":
        outputs += places_of(chosen, TABLES)
    elif place is not None:
        outputs.append(place)
    return tuple(path for path in outputs if str(path) != STDIN)


def look_at_places(chosen: argparse.Namespace) -> None:
    """
    Look at where a run writes before it begins.

    :raises ConfigError: if it would write over what it reads, or twice to one place.
    """
    if chosen.errors and chosen.output is not None and _is_same(Path(chosen.errors), chosen.output):
        message = f"--errors and -o both go to {chosen.output}: give each a file of its own"
        raise ConfigError(message)
    settings = settings_of(chosen)

    def walk(name: str) -> Iterator[str]:
        found = find_files([name], exclude=settings.exclude, suffixes=suffixes_of(settings))
        return (file.name for file in found if isinstance(file, InputFile))

    refuse_inputs(_outputs(chosen), chosen.files, walk)
    refuse_inputs(outputs_among_inputs(chosen), filter(_is_file, chosen.files), walk)


def refuse_inputs(outputs: Iterable[Path], inputs: Iterable[str], walk: Walk) -> None:
    """
    Refuse *outputs* that are *inputs* too: by whatever name, named or found by *walk* in a directory or by a pattern.

    What citeaudit itself wrote there is no input: it is passed over when it is found, and told.

    :raises ConfigError: with the place.
    """
    existing = [path for path in outputs if _is_file(path)]
    if not existing:
        return
    for name in inputs:
        if name == STDIN:
            continue
        is_folder = os.path.isdir(name)  # noqa: PTH112 - Path.is_dir fails where a name is longer than the system takes
        is_found = is_folder or (glob.has_magic(name) and not os.path.lexists(name))
        met = [path for path in existing if not is_folder or path.resolve().is_relative_to(Path(name).resolve())]
        for file in (walk(name) if is_found else (name,)) if met else ():
            for path in met:
                if not _is_same(path, Path(file)):
                    continue
                if not (is_found and is_own_file(path)):
                    message = (
                        f"the output {path} is also an input: choose another place for the output, or leave it out by --exclude"
                    )
                    raise ConfigError(message)
                say(f"{path}: is left out of the input, since this run writes it")


def is_own_file(path: Path) -> bool:
    """Tell whether citeaudit itself wrote the file at *path*: a report, sums, or a table."""
    try:
        with path.open("rb") as stream:
            first = stream.readline(4096)
            first += stream.readline(4096)
    except OSError:
        return False
    headers = {
        csv_header(table.kept(with_text=with_text), dialect).strip()
        for table in TABLES
        for with_text in (True, False)
        for dialect in (PLAIN, *EXCEL.values())
    }
    return not first or b"".join(first.split()).startswith(OWN) or first.splitlines()[0] in headers


def _is_file(path: Path | str) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - the same


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return one.absolute() == other.absolute()
