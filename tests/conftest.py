"""How the tests run: what --heavy, --shared and --update-goldens mean, and the hypothesis profiles.

The default profile (dev) keeps the suite quick on a slow machine; `--hypothesis-profile ci` looks harder. Both draw the
same examples each time, so that a red run can be repeated.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from golden import GoldenFile
from hypothesis import HealthCheck, settings

settings.register_profile("dev", max_examples=20, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("dev"), max_examples=300)
settings.load_profile("dev")

# Hundreds of tests start the program, which must not be compiled anew each time, wherever bytecode is not to be written.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ.setdefault("PYTHONPYCACHEPREFIX", str(Path(tempfile.gettempdir(), f"citeaudit-bytecode-{os.getuid()}")))

SHARED = Path(__file__).parents[2] / "shared"


def pytest_addoption(parser):
    """Add the options of this project."""
    group = parser.getgroup("citeaudit")
    group.addoption("--heavy", action="store_true", help="also run the tests marked heavy (engines, servers, environments)")
    group.addoption(
        "--shared",
        type=Path,
        default=SHARED,
        help="where the shared evaluation data lie; tests that need them are skipped without",
    )
    group.addoption("--update-goldens", action="store_true", help="write what the audit reads into the golden articles")


def pytest_collection_modifyitems(config, items):
    """Skip the tests marked heavy unless --heavy is given."""
    if config.getoption("--heavy"):
        return
    skip = pytest.mark.skip(reason="heavy: run with --heavy")
    for item in items:
        if item.get_closest_marker("heavy"):
            item.add_marker(skip)


@pytest.fixture(scope="session")
def shared(pytestconfig) -> Path:
    """Return the folder of the shared evaluation data, or skip the test where there is none."""
    path = pytestconfig.getoption("--shared")
    if not path.is_dir():
        pytest.skip(f"no shared evaluation data at {path}: give their folder by --shared")
    return path


def pytest_collect_file(file_path, parent):
    """Collect the golden articles."""
    if file_path.suffix == ".md" and file_path.parent.parent.name == "golden":
        return GoldenFile.from_parent(parent, path=file_path)
    return None
