"""``citeaudit schema``: the name of something written for programs goes in, its JSON Schema comes out."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from citeaudit.errors import ConfigError
from citeaudit.schemas import BEFORE, SCHEMAS
from citeaudit.text.shown import json_text

DESCRIPTION = """\
Print the JSON Schema (draft 2020-12) of what citeaudit writes for programs, or of its settings: report (report --format
jsonl), findings (check --format json or jsonl), corpus (corpus --format json), baseline, config.
"""


def add_parser(commands: Any) -> None:
    """Add ``schema`` to *commands*."""
    parser = commands.add_parser(
        "schema",
        help="print the JSON Schema of what is written",
        description=DESCRIPTION,
        examples=("citeaudit schema report", "citeaudit schema report --schema 1"),
    )
    parser.add_argument("name", choices=tuple(SCHEMAS), help="what to describe")
    parser.add_argument("--schema", type=int, metavar="N", help="the version, where there are several (default: the latest)")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Print the schema that was *chosen*."""
    schema = SCHEMAS[chosen.name]()
    if chosen.schema is not None and not schema["$id"].endswith(f":{chosen.schema}"):
        if (chosen.name, chosen.schema) not in BEFORE:
            message = f"there is no version {chosen.schema} of {chosen.name}; leave --schema out for {schema['title']}"
            raise ConfigError(message)
        schema = BEFORE[chosen.name, chosen.schema]()
    sys.stdout.write(json_text(schema, indent=1) + "\n")
    return 0
