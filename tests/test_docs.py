"""The pages do not rot: Python examples run, console examples marked as run print what the page shows.

The Python blocks of a page run in order, in one namespace, in an empty folder that holds the project's docs; "<!-- not run: why -->"
above a block leaves it out. A console block is run where "<!-- run -->" stands above it ("<!-- run: exit 1 -->" tells the exit
code); a line "…" stands for any lines of output.
"""

from __future__ import annotations

import os
import re
import subprocess
import sysconfig
from pathlib import Path

import pytest

pytestmark = pytest.mark.heavy  # each test starts processes

ROOT = Path(__file__).parents[1]
PAGES = [path for path in sorted((*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))) if "examples" not in path.parts]
BLOCK = re.compile(r"^(?:<!-- (?P<mark>[^\n]*) -->\n+)?```(?P<kind>python|console)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (?P<command>(?:[^\n]*\\\n)*[^\n]*)\n(?P<output>(?:(?!\$ )[^\n]*\n)*)", re.MULTILINE)


def blocks(path: Path, kind: str) -> list[re.Match[str]]:
    """Return the blocks of *kind* on a page."""
    return [block for block in BLOCK.finditer(path.read_text(encoding="utf-8")) if block["kind"] == kind]


def with_blocks(kind: str) -> list[Path]:
    """Return the pages that have blocks of *kind*."""
    return [path for path in PAGES if blocks(path, kind)]


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """Return an empty working folder that holds the project's docs."""
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", with_blocks("python"), ids=lambda path: str(path.relative_to(ROOT)))
def test_python_examples_run(page, folder):
    """Every Python example of a page runs, after those above it."""
    names = {"__name__": "__example__"}
    for block in blocks(page, "python"):
        if not (block["mark"] or "").startswith("not run: "):
            line = page.read_text(encoding="utf-8").count("\n", 0, block.start("body"))
            exec(compile("\n" * line + block["body"], str(page), "exec"), names)  # noqa: S102 - the page's own examples


@pytest.mark.parametrize("page", with_blocks("console"), ids=lambda path: str(path.relative_to(ROOT)))
def test_console_examples_print_what_the_page_shows(page, folder):
    """Every console example that is marked as run ends with its exit code and prints what the page shows."""
    environment = {
        **os.environ,
        "NO_COLOR": "1",
        "COLUMNS": "100",
        "PYTHONPATH": str(ROOT),
        "PATH": os.pathsep.join((sysconfig.get_path("scripts"), os.environ["PATH"])),
    }
    for block in blocks(page, "console"):
        mark = re.fullmatch(r"run(?:: exit (\d))?", block["mark"] or "")
        if mark is None:
            continue
        for example in COMMAND.finditer(block["body"]):
            done = subprocess.run(  # noqa: S602 - the page's own commands, with their pipes
                example["command"], shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False
            )
            shown = ".*".join(map(re.escape, re.split(r"^…$", example["output"].rstrip(), flags=re.MULTILINE)))

            assert done.returncode == int(mark[1] or 0), done.stderr
            assert re.fullmatch(shown, (done.stdout + done.stderr).rstrip(), re.DOTALL), (
                f"{example['command']}\n{done.stdout}{done.stderr}"
            )


def test_marks_are_known():
    """Every mark above a block says what it can say, so that none is left out by a slip."""
    for page in PAGES:
        for block in BLOCK.finditer(page.read_text(encoding="utf-8")):
            allowed = r"not run: .+" if block["kind"] == "python" else r"run(: exit \d)?"
            assert block["mark"] is None or re.fullmatch(allowed, block["mark"]), f"{page}: {block['mark']}"
