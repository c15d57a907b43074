"""The settings of a run over many articles: options go in, one configuration for all of them comes out.

A run has one configuration, found upwards from the current folder, since its numbers are compared with each other; a
check has one for each file (``citeaudit.cli.checkables``), since it belongs to the project that the file is in.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import attrs

from citeaudit.config import Config
from citeaudit.config_files import find_config_file, read_config_file


def add_settings_options(parser: argparse.ArgumentParser) -> None:
    """Add the choice of a file of settings to *parser*."""
    group = parser.add_argument_group("settings")
    group.add_argument("--config", type=Path, metavar="FILE", help="the file of settings, instead of the nearest one")
    group.add_argument("--isolated", action="store_true", help="use no file of settings")
    add_citations(group)


def add_citations(group: Any) -> None:
    """Add the choice to read the citations of generated text to *group*."""
    group.add_argument(
        "--citations",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="read the marks, links, footnotes and lists of references of generated text",
    )


def config_of(chosen: argparse.Namespace) -> Config:
    """
    Return the configuration that the *chosen* options name.

    :raises ConfigError: with every problem of the file.
    """
    path = None if chosen.isolated else chosen.config or find_config_file(Path.cwd())
    config = read_config_file(path) if path else Config()
    return config if chosen.citations is None else attrs.evolve(config, citations=chosen.citations)
