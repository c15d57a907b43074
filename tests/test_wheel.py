"""What a user installs: the wheel holds its tables and weights, needs only regex and attrs, and audits."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from pathlib import Path

import pytest

import citeaudit

PROJECT = Path(__file__).parents[1]
ARTICLE = "The port of Castellane will close two berths until March, Bloomberg reported on Monday.\n" * 3


@pytest.mark.heavy
def test_a_wheel_in_a_fresh_environment_audits(tmp_path):
    """The wheel, installed beside nothing but its two dependencies, reads an article that it is given on standard input."""
    subprocess.run([sys.executable, "-m", "pip", "wheel", "--no-deps", "-q", "-w", tmp_path, PROJECT], check=True)
    (wheel,) = tmp_path.glob("citeaudit-*.whl")
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", wheel], check=True)
    listed = subprocess.run([python, "-m", "pip", "list", "--format", "json"], check=True, capture_output=True, text=True)

    assert {"attrs", "regex", "citeaudit"} == {row["name"] for row in json.loads(listed.stdout)} - {"pip", "setuptools"}

    command = [tmp_path / "venv" / "bin" / "citeaudit", "report", "-", "--format", "jsonl"]
    done = subprocess.run(command, check=True, input=ARTICLE, capture_output=True, text=True, cwd=tmp_path)

    assert json.loads(done.stdout)["counts"]["outlet"] == 3


def test_the_version_stands_in_one_place():
    """The version that is imported is the one that the metadata are built from."""
    assert f'__version__ = "{citeaudit.__version__}"' in (PROJECT / "citeaudit" / "version.py").read_text(encoding="utf-8")
