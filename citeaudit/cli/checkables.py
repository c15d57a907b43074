"""Which files a check reads, and under which configuration: names go in; files, each with its settings, come out in order."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from citeaudit.cli.ignored import ignored_files
from citeaudit.cli.saying import say
from citeaudit.config import Config, find_problems, matches
from citeaudit.config_files import find_config_file, read_settings
from citeaudit.errors import ConfigError
from citeaudit.model.articles import InputProblem
from citeaudit.model.reports import Severity
from citeaudit.readers import READERS
from citeaudit.readers.files import InputFile, find_files

WALKED = frozenset(
    suffix for reader in READERS if reader.name not in {"json", "csv", "tsv", "parquet", "arrow"} for suffix in reader.suffixes
)
"""Suffixes that a walk takes: not those of data that lie about in every repository (package.json); such files are named."""

OVERRIDES = ("select", "extend_select", "ignore", "minimum_attributed", "citations", "publisher", "fail_on")


@dataclass(frozen=True, slots=True)
class Checkable:
    """A file to check, by the name it shall be shown under, and the configuration that holds there."""

    path: str
    config: Config


class ConfigFinder:
    """The configuration of each folder: the nearest file of settings, with what the command line overrides."""

    def __init__(self, chosen: argparse.Namespace) -> None:
        self._chosen = chosen
        self._overrides = {name: value for name in OVERRIDES if (value := getattr(chosen, name)) is not None}
        self._told: set[str] = set()
        self._of_file = cache(self._read)
        self._of_folder = cache(self._find)

    def of(self, path: str) -> Config:
        """Return the configuration for the file *path*."""
        return self._of_file(self.file_for(path))

    def file_for(self, path: str) -> Path | None:
        """Return the file of settings that holds for the file *path*, None if there is none."""
        if self._chosen.isolated:
            return None
        return self._chosen.config or self._of_folder(Path(path).absolute().parent)

    def tell(self, trouble: str) -> None:
        """Say on standard error, once, what the search for files could not hold to."""
        if trouble not in self._told:
            self._told.add(trouble)
            say(trouble)

    def _find(self, folder: Path) -> Path | None:
        return find_config_file(folder)

    def _read(self, path: Path | None) -> Config:
        settings: dict[str, Any] = read_settings(path) if path else {}
        problems = find_problems(self._overrides)
        if problems:
            raise ConfigError("\n".join(f"--{name.replace('_', '-')}: {problem}" for name, problem in problems))
        merged = {**settings, **self._overrides}
        merged["fail_on"] = Severity(merged.get("fail_on", Severity.WARNING))
        return Config(**merged)


def find_checkables(chosen: argparse.Namespace, finder: ConfigFinder) -> Iterator[Checkable | InputProblem]:
    """Yield the files that *chosen* names; what a walk finds is left out where it is excluded or ignored by git."""
    suffixes = None if chosen.input_format else WALKED
    for name in chosen.files:
        found = list(find_files([name], exclude=tuple(chosen.exclude), suffixes=suffixes))
        if os.path.isdir(name):  # noqa: PTH112 - Path.is_dir fails where a name is longer than the system takes
            yield from _walked(name, found, finder)
        else:
            for file in found:
                yield file if isinstance(file, InputProblem) else Checkable(file.name, finder.of(file.name))


def _walked(name: str, found: list[InputFile | InputProblem], finder: ConfigFinder) -> Iterator[Checkable | InputProblem]:
    files = [Path(file.name) for file in found if isinstance(file, InputFile)]
    wanted = [path for path in files if finder.of(str(path)).respect_gitignore]
    ignored = ignored_files(wanted, folder=Path(name))
    for trouble in ignored.troubles:
        finder.tell(trouble)
    is_empty = True
    for file in found:
        if isinstance(file, InputProblem):
            is_empty = False
            yield file
            continue
        config = finder.of(file.name)
        if any(matches(file.name, pattern, config.root) for pattern in config.exclude) or Path(file.name) in ignored.files:
            continue
        is_empty = False
        yield Checkable(file.name, config)
    if is_empty:
        yield InputProblem(name, "every file in the directory is excluded or ignored", "see --show-settings, or name the files")
