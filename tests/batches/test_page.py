"""The recipes for engines on docs/corpora.md run as they stand."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RECIPE = re.compile(r"<!-- not run: tests/batches runs it, with (\w+) -->\n```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
RECIPES = dict(RECIPE.findall((ROOT / "docs" / "corpora.md").read_text(encoding="utf-8")))
LIBRARY = {"DuckDB": "duckdb", "Spark": "pyspark", "Ray": "ray"}


@pytest.mark.heavy
@pytest.mark.parametrize("engine", LIBRARY)
def test_a_recipe_runs_as_it_stands(engine, tmp_path):
    """What the page says works when it is copied into a file."""
    pytest.importorskip(LIBRARY[engine])
    if engine == "Spark" and not shutil.which("java"):
        pytest.skip("Spark needs Java: apt-get install openjdk-17-jre-headless")
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    (tmp_path / "recipe.py").write_text(RECIPES[engine], encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    done = subprocess.run(
        [sys.executable, "recipe.py"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=300
    )

    assert done.returncode == 0, done.stderr
    assert "unattributed" in done.stdout
