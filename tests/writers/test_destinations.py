"""Outputs: whole or not at all."""

from __future__ import annotations

import stat

import pytest

from citeaudit.writers.destinations import OutputError, destination


def write_and_fail(path):
    """Begin to write *path*, then fail."""
    with destination(path) as stream:
        stream.write(b"new")
        raise RuntimeError


def test_a_run_that_fails_leaves_the_old_file(tmp_path):
    """Nothing is half-written, and no temporary file stays behind."""
    path = tmp_path / "out.txt"
    path.write_bytes(b"old")
    with pytest.raises(RuntimeError):
        write_and_fail(path)

    assert [path] == list(tmp_path.iterdir())
    assert path.read_bytes() == b"old"


def test_a_run_that_ends_well_replaces_the_file(tmp_path):
    """The new file can be read by its owner."""
    path = tmp_path / "out.txt"
    with destination(path) as stream:
        stream.write(b"new")

    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) & 0o400


@pytest.mark.parametrize("name", ["", "missing/out.txt"], ids=["a directory", "no such folder"])
def test_a_place_that_cannot_be_written_is_named(tmp_path, name):
    """The error names the place and what to do."""
    with pytest.raises(OutputError, match=r"name a file|choose another"):
        write_and_fail(tmp_path / name)
