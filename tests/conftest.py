"""How the tests run: what --heavy, --shared and --update-goldens mean, and the hypothesis profiles.

The default profile (dev) keeps the suite quick on a slow machine; `--hypothesis-profile ci` looks harder. Both draw the
same examples each time, so that a red run can be repeated.
"""

from __future__ import annotations

import os
import shutil
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


@pytest.fixture(scope="module")
def browser():
    """Start Debian's chromium."""
    api = pytest.importorskip("playwright.sync_api", reason="no playwright: pip install playwright")
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("no chromium: apt-get install chromium")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with api.sync_playwright() as started:
        found = started.chromium.launch(executable_path=program, args=flags)
        yield found
        found.close()


@pytest.fixture(scope="module")
def violations():
    """Return a function that tells what axe-core complains of in a page of the browser."""
    places = [Path(os.environ.get("AXE_CORE", "")), Path(__file__).parents[1] / "node_modules/axe-core/axe.min.js"]
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        pytest.skip("no axe-core: npm install axe-core, and its axe.min.js in AXE_CORE")
    source = found.read_text(encoding="utf-8")

    def violations_of(page):
        page.evaluate(source)
        told = page.evaluate("() => axe.run(document)")["violations"]
        return [(one["id"], [node["html"][:200] for node in one["nodes"][:2]]) for one in told]

    return violations_of


def pytest_collect_file(file_path, parent):
    """Collect the golden articles."""
    if file_path.suffix == ".md" and file_path.parent.parent.name == "golden":
        return GoldenFile.from_parent(parent, path=file_path)
    return None
