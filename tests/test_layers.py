"""The arrows between the rooms of the house point one way."""

from __future__ import annotations

import os
import re
import subprocess
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_arrows():
    """The import linter finds no import against the arrows that pyproject.toml draws."""
    done = subprocess.run(
        [Path(sysconfig.get_path("scripts"), "lint-imports"), "--no-cache"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_page_of_the_house_names_what_stands():
    """Every path of docs/shape.md is there, and every room of the package is on the page."""
    page = (ROOT / "docs" / "shape.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:[\w-]+/)*[\w.-]+(?:/|\.py|\.tsv|\.md))`", page)
    gone = [path for path in named if not any((base / path).exists() for base in (ROOT, ROOT / "citeaudit", ROOT / "docs"))]
    rooms = [path.name for path in (ROOT / "citeaudit").iterdir() if (path / "__init__.py").exists()]

    assert gone == []
    assert [room for room in rooms if f"`{room}/" not in page] == []
