"""A walk reads what the folder holds and nothing else: no file that a link leads out to, no pipe that nobody writes to."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.heavy  # each test starts processes

ARTICLE = "It rained all day, the mayor, Ana Ruiz, said on Monday."


@pytest.fixture
def folder(tmp_path):
    """Return a folder with one article, beside a text that is none of its own."""
    (tmp_path / "outside.txt").write_text("Nobody may read this, the mayor said.", encoding="utf-8")
    place = tmp_path / "articles"
    place.mkdir()
    (place / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return place


def run(*arguments, cwd=None):
    """Run citeaudit as a user does; a pipe that it waited on would end the test."""
    command = [sys.executable, "-m", "citeaudit", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, cwd=cwd)


@pytest.mark.parametrize("command", ["check", "report", "corpus"])
@pytest.mark.parametrize(
    "target", ["../outside.txt", "itself.txt", "..", "/etc/passwd"], ids=["out", "circle", "parent", "system"]
)
def test_a_link_that_leads_out_or_in_a_circle_is_passed_over(folder, command, target):
    """A link out of the folder, or to itself, is passed over and told in one line; the folder's own article is read."""
    (folder / "itself.txt").symlink_to(target)

    done = run(command, folder)

    assert done.returncode == 0
    assert done.stderr.count("passed over 1 link that leads out of the folder or in a circle") == 1
    assert "Nobody may read" not in done.stdout
    assert "root:" not in done.stdout
    assert not (command == "check" and "1 article" not in done.stdout)


def test_a_link_within_the_folder_is_read(folder):
    """A link to another file of the same folder is as good as a file."""
    (folder / "b.txt").symlink_to("a.txt")

    done = run("check", folder)

    assert "2 articles" in done.stdout
    assert "passed over" not in done.stderr


def test_a_link_that_is_named_is_read(folder):
    """Whoever names a link means the file that it leads to."""
    (folder / "named.txt").symlink_to("../outside.txt")

    done = run("report", folder / "named.txt")

    assert "Nobody may read" in done.stdout


@pytest.mark.parametrize("command", ["check", "report"])
def test_pipes_and_sockets_are_passed_over(folder, command):
    """A pipe that nobody writes to does not hold up a walk or a pattern."""
    os.mkfifo(folder / "pipe.txt")

    for name in (folder, folder / "*.txt"):
        done = run(command, name)

        assert done.returncode == 0
        assert "Ruiz" in done.stdout or "1 article" in done.stdout
