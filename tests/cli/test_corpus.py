"""``citeaudit corpus`` as a user runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pandas as pd
import pytest

from citeaudit.tables import TABLES

ARTICLE = (
    "The harbour will close until March, Bloomberg reported on Monday. "
    '"Nobody was hurt," Ana Ruiz told CNN. Rain fell all night and the ferries were late again. '
)


def corpus(*arguments, cwd):
    """Run the command in *cwd*."""
    return subprocess.run(
        [sys.executable, "-m", "citeaudit", "corpus", *map(str, arguments)],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "NO_COLOR": "1"},
        check=False,
    )


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """Return a folder with twelve articles of two publishers and a bad line."""
    folder = tmp_path_factory.mktemp("archive")
    lines = [
        json.dumps({"id": str(n), "text": ARTICLE, "publisher": ("Newsmax", "Fox News")[n % 2], "date": f"2025-0{n % 3 + 1}-09"})
        for n in range(12)
    ]
    (folder / "a.jsonl").write_text("\n".join([*lines, "{"]) + "\n")
    return folder


def test_text(archive):
    """Sums and rankings for people; what could not be read is named and counted."""
    done = corpus("a.jsonl", cwd=archive)

    assert done.returncode == 2
    assert done.stderr.startswith("citeaudit: a.jsonl:13: the line is not JSON")
    assert done.stdout.startswith("12 articles, 0 skipped, 1 could not be read\n36 claims, 67% attributed\n")
    assert "Newsmax    Bloomberg News       6         6  reporter 6" in done.stdout


def test_json_is_the_same_however_many_work(archive):
    """Sums do not depend on how they are folded."""
    one, two = (corpus("a.jsonl", "--format", "json", "--workers", workers, cwd=archive).stdout for workers in (1, 2))
    found = json.loads(one)

    assert one == two
    assert (found["articles"], found["problems"], found["claims"]) == (12, 1, 36)
    assert found["counts"] == {"outlet": 24, "source": 0, "anonymous": 0, "vague": 0, "unattributed": 12}
    assert len(found["edges"]) == 4


@pytest.mark.heavy
def test_reports_are_counted_without_a_second_audit(archive, tmp_path):
    """The sums over reports that were written are those over their articles."""
    command = [
        sys.executable,
        "-m",
        "citeaudit",
        "report",
        "a.jsonl",
        "--format",
        "jsonl",
        "--no-text",
        "-o",
        tmp_path / "r.jsonl",
    ]
    subprocess.run(command, cwd=archive, capture_output=True, check=False)
    direct, counted = (
        json.loads(corpus(*given, "--format", "json", cwd=archive).stdout)
        for given in (["a.jsonl"], [tmp_path / "r.jsonl", "--input-format", "reports"])
    )

    assert {**direct, "problems": 0} == counted


@pytest.mark.heavy
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_tables_go_into_a_directory(archive, tmp_path, form):
    """Each table is a file that pandas reads, the same in one process as in two."""
    read = {"csv": pd.read_csv, "parquet": pd.read_parquet}[form]
    for workers in (1, 2):
        corpus(archive / "a.jsonl", "--format", form, "-o", tmp_path / str(workers), "--workers", workers, cwd=archive)

    assert {f"{table.name}.{form}" for table in TABLES} == {path.name for path in (tmp_path / "1").iterdir()}
    for table in TABLES:
        name = f"{table.name}.{form}"
        pd.testing.assert_frame_equal(read(tmp_path / "1" / name), read(tmp_path / "2" / name))
        assert [column.name for column in table.columns] == list(read(tmp_path / "1" / name).columns)
    assert len(read(tmp_path / "1" / f"claims.{form}")) == 36


def test_one_table_to_standard_output_without_words(archive):
    """One table alone may go to standard output; with --no-text no word of an article is left."""
    done = corpus("a.jsonl", "--format", "csv", "--table", "claims", "--no-text", cwd=archive)

    assert len(done.stdout.splitlines()) == 37
    assert "harbour" not in done.stdout


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--format", "csv"), "needs a directory"),
        (("--format", "parquet", "--table", "claims"), "needs a directory"),
        (("--table", "claims"), "--table goes with"),
        (("--format", "csv", "--table", "people"), "invalid choice"),
        (("--format", "csv", "-o", "a.jsonl"), "is also an input"),
    ],
)
@pytest.mark.heavy
def test_what_cannot_be_meant_is_one_line(archive, options, words):
    """Options that do not go together are one line and exit code 2."""
    done = corpus("a.jsonl", *options, cwd=archive)

    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1
