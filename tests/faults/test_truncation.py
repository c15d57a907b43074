"""Files that were cut off: no part of an article passes for the whole of it, wherever the cut is."""

from __future__ import annotations

import json

import pytest
from faults.containers import LEAD, ROWS, SMALL, run

from citeaudit.model.articles import Article
from citeaudit.readers import ReadSettings, cut_pieces, read_piece
from citeaudit.readers.pieces import Piece

RECORDS = {row["text"] for row in ROWS} | {LEAD}


def outcomes(path):
    """Return what *path* holds: pieces of web archives as they are, since to read them takes longer than to cut them."""
    settings = ReadSettings()
    for piece in cut_pieces([path], settings):
        if isinstance(piece, Piece) and piece.reader == "warc":
            yield piece.payload
        else:
            yield from read_piece(piece, settings)


def whole_records(name, path):
    """Return the records of the file as it was before the cut."""
    path.write_bytes(SMALL[name])
    return [outcome.text if isinstance(outcome, Article) else outcome for outcome in outcomes(path)]


@pytest.mark.heavy
@pytest.mark.parametrize("name", SMALL)
@pytest.mark.heavy
def test_a_cut_at_any_byte_is_told_or_costs_no_part_of_a_record(tmp_path, name):
    """Whatever the last byte is, a problem is told, or what is read are records as they stood, from the first on."""
    path = tmp_path / name
    whole = whole_records(name, path)
    assert whole
    for end in range(len(SMALL[name])):
        path.write_bytes(SMALL[name][:end])
        found = list(outcomes(path))
        read = [one.text if isinstance(one, Article) else one for one in found if isinstance(one, Article | tuple)]
        if len(read) == len(found):
            assert read, end
            assert read == whole[: len(read)], end


@pytest.mark.heavy
@pytest.mark.parametrize(
    "name", sorted(name for name in SMALL if name.endswith((".gz", ".bz2", ".zst", ".parquet", ".docx", ".feather")))
)
@pytest.mark.heavy
def test_what_has_an_end_of_its_own_is_told_at_every_cut(tmp_path, name):
    """A compressed file, a Parquet or a Word file says where it ends: but for a cut between two members, each one is told."""
    path = tmp_path / name
    for end in range(len(SMALL[name]) - 1):
        path.write_bytes(SMALL[name][:end])
        found = list(outcomes(path))
        is_told = any(not isinstance(one, Article | tuple) for one in found)
        assert is_told or (name == "a.warc.gz" and SMALL[name][end : end + 3] == b"\x1f\x8b\x08"), end


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("name", "share"),
    [
        ("a.txt.gz", 0.5), ("a.txt.zst", 0.5), ("a.txt.bz2", 0.9), ("a.jsonl", 0.4), ("a.jsonl.zst", 0.8), ("a.csv", 0.5),
        ("a.json", 0.9), ("stream.arrow", 0.7), ("a.docx", 0.6), ("a.warc", 0.75), ("a.warc.gz", 0.9),
    ],
)  # fmt: skip
def test_a_user_is_told_of_a_cut(tmp_path, name, share):
    """The program says so on standard error and exits with 2."""
    (tmp_path / name).write_bytes(SMALL[name][: int(len(SMALL[name]) * share)])
    done = run("report", name, "--format", "jsonl", cwd=tmp_path)

    assert done.returncode == 2, done
    assert name in done.stderr
    assert "Traceback" not in done.stderr
    assert all(json.loads(line)["schema"] for line in done.stdout.splitlines())
