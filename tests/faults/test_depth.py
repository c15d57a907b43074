"""Deep, long and odd inputs: told or read, never a crash and never a wait without end."""

from __future__ import annotations

import os
import sys

import pytest

from citeaudit.cli import main

GOOD = '"We will never accept what this council has done." The hall emptied.\n'
COLUMNS = (
    "id",
    "name",
    "aliases",
    "ambiguous_aliases",
    "domains",
    "kind",
    "country",
    "language",
    "takes_article",
    "parent",
    "wikidata",
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a folder with an article that has a finding, where tests stand."""
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def table(number, last=""):
    """Return a table of outlets, each the child of the next, the last that of *last*."""
    rows = [COLUMNS]
    for row in range(number):
        parent = f"paper-{row + 1}" if row + 1 < number else last
        name = f"Springfield Paper {row}"
        rows.append((f"paper-{row}", name, name, "", "", "newspaper", "US", "en", "either", parent, ""))
    return "".join("\t".join(row) + "\n" for row in rows)


@pytest.mark.parametrize("command", ["check", "report"])
@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("a = " + "[" * 3000 + "]" * 3000, "nested too deeply"),
        ("a = " + "[" * 200 + "]" * 200, "nested too deeply"),
        ('outlets = ["a\\u0000b"]', "null"),
        ('weights = "a\\u0000b"', "null"),
        ('outlets = ["pipe"]', "a pipe"),
        ('weights = "pipe"', "a pipe"),
        ('outlets = ["circle.tsv"]', "circle"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="named pipes")
def test_settings_that_cannot_be_meant(folder, capsys, command, settings, said):
    """A file of settings that is too deep, or names what cannot be read or never ends, is told with its name."""
    os.mkfifo("pipe")
    (folder / "circle.tsv").write_text(table(50, "paper-0"), encoding="utf-8")
    (folder / "citeaudit.toml").write_text(settings + "\n", encoding="utf-8")

    assert main([command, "good.txt"]) == 2
    told = capsys.readouterr().err
    assert "citeaudit.toml" in told
    assert said in told


def test_a_baseline_that_is_too_deep(folder, capsys):
    """A baseline of brackets is told with the remedy."""
    (folder / "known.json").write_text("[" * 100_000 + "]" * 100_000, encoding="utf-8")

    assert main(["check", "good.txt", "--baseline", "known.json"]) == 2
    told = capsys.readouterr().err
    assert "known.json: is no baseline (it is nested too deeply)" in told
    assert "--write-baseline" in told


def test_parents_without_end(folder, capsys):
    """A table of outlets with 5,000 generations is read."""
    (folder / "ours.tsv").write_text(table(5000), encoding="utf-8")
    (folder / "citeaudit.toml").write_text('outlets = ["ours.tsv"]\n', encoding="utf-8")
    (folder / "a.txt").write_text("It rained, Springfield Paper 0 reported on Monday.\n", encoding="utf-8")

    assert main(["report", "a.txt"]) == 0
    assert "Springfield Paper" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="paths of POSIX")
def test_folders_below_folders(folder, capsys):
    """1,500 folders deep there is an article that is read, whatever the command."""
    names = ("deep", *["d"] * 1500)
    for name in names:
        os.mkdir(name)  # noqa: PTH102 - step by step, as no call takes a path without end
        os.chdir(name)
    with open("x.txt", "w", encoding="utf-8") as stream:  # noqa: PTH123 - the same
        stream.write(GOOD)
    os.chdir(folder)
    try:
        assert main(["check", "--isolated", "deep", "--format", "concise"]) == 1
        assert "x.txt:1:1: CA102" in capsys.readouterr().out
        assert main(["report", "--isolated", "deep"]) == 0
    finally:  # pytest's own removal of old folders goes down by calls, and so not that far
        for name in names:
            os.chdir(name)
        os.remove("x.txt")  # noqa: PTH107 - the same
        for name in reversed(names):
            os.chdir("..")
            os.rmdir(name)  # noqa: PTH106 - the same


@pytest.mark.parametrize("command", ["check", "report", "corpus"])
@pytest.mark.parametrize("name", ["a" * 300 + ".txt", "a/" * 3000 + "b.txt", "[" * 300])
def test_names_that_are_longer_than_the_system_takes(folder, capsys, command, name):
    """A name that no file can have is told, and the other files are read."""
    assert main([command, "--isolated", name, "good.txt"]) == 2
    told = capsys.readouterr()
    assert len(told.err.splitlines()) == 1
    assert {"check": "Found 1 warning", "report": "hall emptied", "corpus": "1 articles"}[command] in told.out


@pytest.mark.parametrize("suffix", [".txt" + "a" * 300, "." + "é" * 300])
def test_standard_input_under_a_long_name(folder, capsys, monkeypatch, suffix):
    """A long name for standard input is told as one that names no format."""
    with (folder / "good.txt").open() as stream:
        monkeypatch.setattr("sys.stdin", stream)
        assert main(["check", "-", "--stdin-filename", f"x{suffix}"]) == 2
    assert "names no format" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "report", "corpus"])
@pytest.mark.parametrize("number", ["0", "-1", "3000", "9" * 5000, "two"])
def test_numbers_of_processes_that_cannot_be_meant(folder, capsys, command, number):
    """Too many processes, or none, are refused in one line before any is started."""
    with pytest.raises(SystemExit) as ended:
        main([command, "good.txt", "--workers", number])

    assert ended.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
