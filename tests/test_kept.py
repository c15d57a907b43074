"""What takes long to make is kept beside the bytecode, and nothing depends on its being there."""

from __future__ import annotations

import sys

import pytest

from citeaudit.kept import SUFFIX, keep, recall

VALUE = ({"stem": {"say": 1.5}}, frozenset({"said"}), ("a", 1, None))


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    """Bytecode goes to a folder of the test's own."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def kept_files(folder):
    """Return the files that are kept below *folder*."""
    return sorted(folder.rglob(f"*{SUFFIX}"))


def test_what_was_kept_comes_back():
    """The same value, by its name and what it was made of."""
    keep("weights", b"made of this", VALUE)

    assert recall("weights", b"made of this") == VALUE


def test_what_was_made_of_something_else_is_made_again():
    """A table that changed is read anew."""
    keep("weights", b"made of this", VALUE)

    assert recall("weights", b"made of that") is None
    assert recall("patterns", b"made of this") is None


@pytest.mark.parametrize("cut", [0, 3, 20, -1])
def test_a_damaged_file_is_as_good_as_none(tmp_path, cut):
    """However much of it is there."""
    keep("weights", b"made of this", VALUE)
    (place,) = kept_files(tmp_path)
    place.write_bytes(place.read_bytes()[:cut])

    assert recall("weights", b"made of this") is None


def test_a_file_with_other_bytes_is_as_good_as_none(tmp_path):
    """A sum tells."""
    keep("weights", b"made of this", VALUE)
    (place,) = kept_files(tmp_path)
    content = bytearray(place.read_bytes())
    content[-3] ^= 1
    place.write_bytes(content)

    assert recall("weights", b"made of this") is None


def test_nothing_is_kept_where_no_bytecode_is_written(tmp_path, monkeypatch):
    """PYTHONDONTWRITEBYTECODE holds for this too."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    keep("weights", b"made of this", VALUE)

    assert kept_files(tmp_path) == []


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path, monkeypatch):
    """A package that belongs to root is read without it."""
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "file"))
    keep("weights", b"made of this", VALUE)

    assert recall("weights", b"made of this") is None


def test_no_draft_is_left_behind(tmp_path):
    """A file is there as a whole or not at all."""
    keep("weights", b"made of this", VALUE)

    assert [place for place in tmp_path.rglob("*") if place.is_file()] == kept_files(tmp_path)
