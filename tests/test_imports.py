"""Importing the package is cheap: heavy libraries wait until they are needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import citeaudit

ROOT = Path(__file__).parents[1]
LOADED = """
import sys
before = set(sys.modules)
import citeaudit
citeaudit.audit, citeaudit.Config  # public names are fetched on first use
print(*sorted({name.partition(".")[0] for name in set(sys.modules) - before}))
"""
ALLOWED = {"citeaudit", "attr", "attrs", "regex", "_regex", "_regex_core", "typing_extensions"}
SLOW = {
    "argparse",
    "asyncio",
    "concurrent",
    "email",
    "http",
    "multiprocessing",
    "pydoc",
    "sqlite3",
    "unittest",
    "xml",
}


def test_every_public_name_is_there_and_no_other():
    """The names that wait for their first use are those that the package promises; a wrong one is an ordinary error."""
    assert all(hasattr(citeaudit, name) for name in citeaudit.__all__)
    assert set(dir(citeaudit)) == set(citeaudit.__all__)
    assert not hasattr(citeaudit, "audits")


def loaded() -> set[str]:
    """Return the names at the top of all modules that `import citeaudit` loads in a fresh interpreter."""
    done = subprocess.run([sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_import_loads_attrs_and_regex_only():
    """Beside the standard library, `import citeaudit` loads attrs and regex and nothing else."""
    foreign = {name for name in loaded() if name not in sys.stdlib_module_names and not name.startswith("__")}

    assert foreign <= ALLOWED


def test_import_loads_nothing_slow():
    """The parts of the standard library that cost time wait for the function that needs them."""
    assert not loaded() & SLOW
