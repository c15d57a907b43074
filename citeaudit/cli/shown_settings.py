"""``check --show-settings``: the configurations that hold for the files go in, TOML of some lines comes out.

What one file of settings says (or none, the defaults) can be kept as a citeaudit.toml; where several hold, each is a table
under its path, so that the whole still is TOML. Tables of outlets and weights stand there by their paths.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from citeaudit.config import Config
from citeaudit.config_files import DEFAULT, OUTLETS, UNREACHABLE, WEIGHTS, files_named_in
from citeaudit.text.shown import shown, toml_string


def settings_to_toml(configs: Mapping[Path | None, Config]) -> str:
    """Return each of *configs*, by the file that it was read from (None: the defaults), as TOML."""
    parts = []
    for path, config in configs.items():
        head = [f"[{toml_string(str(path or 'defaults'))}]"] if len(configs) > 1 else []
        parts.append("\n".join([*head, *_lines(config, path)]) + "\n")
    return "\n".join(parts)


def _lines(config: Config, path: Path | None) -> Iterator[str]:
    yield f"# settings from: {shown(str(path)) if path else 'the defaults (no file of settings)'}"
    outlets, weights = files_named_in(path) if path else ([], None)
    yield f"{OUTLETS} = {_toml(outlets)}"
    for field in attrs.fields(Config):
        if field.init and field.name not in UNREACHABLE:
            value = (weights or DEFAULT) if field.name == WEIGHTS else getattr(config, field.name)
            if value is not None:
                yield f"{field.name.replace('_', '-')} = {_toml(value)}"
    yield f"# outlets known: {len(config.gazetteer.outlets)}"
    yield "# rules that run: " + ", ".join(f"{code} ({severity})" for code, severity in config.rule_settings.severities.items())


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | Path):
        return toml_string(str(value))
    if isinstance(value, tuple | list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{toml_string(key)} = {_toml(item)}" for key, item in value.items()) + "}"
    return str(value)
