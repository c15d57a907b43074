"""Settings that were found in a stranger's checkout: what they name is read as tables or refused, and nothing hangs."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

TEXT = "The wall is safe, Marta Oliveira said on Monday."


def check(folder, **environment):
    """Check the article in *folder* as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "citeaudit", "check", "a.txt"],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "NO_COLOR": "1", **environment},
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "named",
    ["pipe", "folder-with-pipe", pytest.param("/dev/zero", marks=pytest.mark.skipif(os.name == "nt", reason="no such device"))],
)
def test_weights_that_would_never_end_are_refused(tmp_path, named):
    """A pipe or a device as a file of weights is told with its path, before it is opened."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "folder-with-pipe").mkdir()
    os.mkfifo(tmp_path / "pipe")
    os.mkfifo(tmp_path / "folder-with-pipe" / "weights.json")
    (tmp_path / "citeaudit.toml").write_text(f"weights = '{named}'\n", encoding="utf-8")
    done = check(tmp_path)

    assert done.returncode == 2
    assert "cannot be read as a file of weights (it is a pipe or a device)" in done.stderr
    assert named in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_pipe_is_no_file_of_settings(tmp_path):
    """A pipe that goes by the name of a file of settings is passed over."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    os.mkfifo(tmp_path / "citeaudit.toml")
    os.mkfifo(tmp_path / "pyproject.toml")

    assert check(tmp_path).returncode == 0
