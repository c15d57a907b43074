"""
Files of settings: a folder goes in, the configuration that holds there comes out.

``[tool.citeaudit]`` in a pyproject.toml, or a citeaudit.toml without a table's head, found upwards from the file that is
read, as ruff has it: the nearest one holds and none is merged. Every problem of a file stands in one message with its
path and the nearest name.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import attrs

from citeaudit.config import Config, find_problems
from citeaudit.engine.weights import Weights
from citeaudit.errors import ConfigError
from citeaudit.outlets.gazetteer import Gazetteer

NAMES = ("citeaudit.toml", "pyproject.toml")
DEEPEST = 100
"""Levels of tables and lists in a file; a pyproject.toml holds the settings of other tools too."""
OUTLETS = "outlets"
WEIGHTS = "weights"
DEFAULT = "default"
"""What `weights` says where the shipped ones are meant."""
UNREACHABLE = frozenset(("gazetteer", "root"))
"""What cannot be written in a file: tables of outlets are named by `outlets` there, and the root is the file's folder."""

KEYS = tuple(sorted([OUTLETS, *(f.name.replace("_", "-") for f in attrs.fields(Config) if f.init and f.name not in UNREACHABLE)]))


def find_config_file(folder: Path) -> Path | None:
    """Return the nearest file of settings in *folder* or above it, None if there is none."""
    for place in (folder, *folder.parents):
        for name in NAMES:
            path = place / name
            # Not Path.is_file, which fails where a path is longer than the system takes.
            if os.path.isfile(path) and (name != "pyproject.toml" or _is_ours(path)):  # noqa: PTH113
                return path
    return None


def read_config_file(path: Path) -> Config:
    """
    Return the configuration that *path* spells.

    :raises ConfigError: with every problem of the file.
    """
    return Config(**read_settings(path))


def read_settings(path: Path) -> dict[str, Any]:
    """Return the settings of *path* as arguments for a Config, checked."""
    table = _table(path)
    problems = [_unknown(key) for key in table if key not in KEYS]
    values = {key.replace("-", "_"): _frozen(value) for key, value in table.items() if key in KEYS and key != OUTLETS}
    gazetteer, faults = _gazetteer(table.get(OUTLETS, []), path.parent)
    problems += [f"{OUTLETS}: {fault}" for fault in faults]
    if gazetteer is not None:
        values["gazetteer"] = gazetteer
    if values.get(WEIGHTS) == DEFAULT:
        del values[WEIGHTS]
    if WEIGHTS in values:
        try:
            values[WEIGHTS] = Weights.read(path.parent / str(values[WEIGHTS]))
        except ConfigError as error:
            problems.append(f"{WEIGHTS}: {error}")
            del values[WEIGHTS]
    problems += [f"{name.replace('_', '-')}: {problem}" for name, problem in find_problems(values)]
    if problems:
        raise ConfigError("\n".join(f"{path}: {problem}" for problem in problems))
    return {**values, "root": path.parent}


def files_named_in(path: Path) -> tuple[list[Path], Path | None]:
    """Return the tables of outlets that the file of settings at *path* names, and its weights, None for the shipped ones."""
    table = _table(path)
    weights = table.get(WEIGHTS, DEFAULT)
    return [path.parent / name for name in table.get(OUTLETS, [])], None if weights == DEFAULT else path.parent / weights


def _table(path: Path) -> dict[str, Any]:
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except RecursionError as error:
        message = f"{path}: is nested too deeply; settings need {DEEPEST} levels at most"
        raise ConfigError(message) from error
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}); give the path of a TOML file of settings"
        raise ConfigError(message) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{path}: is not valid TOML: {error}"
        raise ConfigError(message) from error
    if not _is_shallow(document):
        message = f"{path}: is nested too deeply; settings need {DEEPEST} levels at most"
        raise ConfigError(message)
    if path.name != "pyproject.toml":
        return document
    tool = document.get("tool")
    table = tool.get("citeaudit", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        message = f"{path}: tool.citeaudit must be a table, [tool.citeaudit]"
        raise ConfigError(message)
    return table


def _is_shallow(document: Any) -> bool:
    """Tell whether *document* has no more levels than anybody needs, without going down by calls."""
    levels = [document]
    for _ in range(DEEPEST):
        levels = [
            inner
            for level in levels
            for inner in (level.values() if isinstance(level, dict) else level)
            if isinstance(inner, dict | list)
        ]
    return not levels


def _is_ours(path: Path) -> bool:
    """Tell whether the pyproject.toml at *path* has a table for us; a broken one is taken for ours if it names it."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    if "citeaudit" not in text:
        return False
    try:
        tool = tomllib.loads(text).get("tool")
    except (tomllib.TOMLDecodeError, RecursionError):
        return "tool.citeaudit" in text
    return isinstance(tool, dict) and "citeaudit" in tool


def _unknown(key: str) -> str:
    close = get_close_matches(key.replace("_", "-"), KEYS, 1, 0.5)
    return f"unknown key {key!r}" + (f"; did you mean {close[0]!r}?" if close else f"; known are {', '.join(KEYS)}")


def _gazetteer(names: Any, folder: Path) -> tuple[Gazetteer | None, list[str]]:
    if isinstance(names, str) or not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return None, [f"must be a list of paths of tables, not {names!r}"]
    gazetteer, faults = None, []
    for name in names:
        try:
            gazetteer = (gazetteer or Gazetteer.default()).extended(folder / name)
        except ConfigError as error:
            faults.append(str(error))
    return gazetteer, faults


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, Mapping):
        return {key: _frozen(item) for key, item in value.items()}
    return value
