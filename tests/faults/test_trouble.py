"""Trouble is never findings: whatever goes wrong is one line on standard error and exit code 2, and costs nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from citeaudit.cli import main

GOOD = '"We will never accept what this council has done." The hall emptied.\n'
posix = pytest.mark.skipif(sys.platform != "linux", reason="/dev/full and descriptors of Linux")


def citeaudit(*arguments, cwd, piped="", given=None):
    """Run the program in *cwd* with redirections of a shell."""
    command = f'"{sys.executable}" -m citeaudit "$@" {piped}'
    return subprocess.run(
        ["bash", "-c", command, "bash", *map(str, arguments)], cwd=cwd, capture_output=True, text=True, input=given, check=False
    )


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a folder with an article that has a finding, where tests stand."""
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@posix
@pytest.mark.parametrize(
    ("arguments", "shell"),
    [
        (("check", "good.txt", "--format", "json"), "> /dev/full"),
        (("report", "good.txt"), "> /dev/full"),
        (("corpus", "good.txt", "--format", "json", "-o", "/dev/full"), ""),
        (("outlets", "list"), "> /dev/full"),
        (("report", "good.txt"), ">&-"),
        (("report", "-"), "<&-"),
    ],
)
@pytest.mark.heavy
def test_streams_that_are_full_or_closed(folder, arguments, shell):
    """A standard stream or a device that takes or gives nothing is one line and exit code 2."""
    done = citeaudit(*arguments, cwd=folder, piped=shell)

    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("citeaudit: ")


@posix
@pytest.mark.parametrize("shell", ["2> /dev/full", "2>&-"])
def test_complaints_that_nobody_hears_cost_nothing(folder, shell):
    """Where standard error takes nothing, what can be read is read, and the exit code says the rest."""
    done = citeaudit("report", "gone.txt", "good.txt", cwd=folder, piped=shell)

    assert done.returncode == 2
    assert "The hall emptied" in done.stdout


@posix
def test_a_reader_that_goes_away_ends_the_run_quietly(folder):
    """``| head`` has seen enough: nothing is said about it."""
    done = citeaudit("outlets", "list", cwd=folder, piped="| head -1")

    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


class TestNobodyForesaw:
    """An error that nobody foresaw, wherever it comes up."""

    def run(self, capsys, *arguments):
        """Run the program in this process; give exit code, output and the lines of complaint."""
        code = main(["check", "--isolated", "--format", "concise", *arguments])
        told = capsys.readouterr()
        return code, told.out, told.err.splitlines()

    @pytest.mark.parametrize(
        "place",
        [
            "citeaudit.readers.jsonl.decode",
            "citeaudit.workers.audit_article",
            "citeaudit.cli.collecting.find_places",
        ],
    )
    def test_in_one_record(self, folder, monkeypatch, capsys, place):
        """In reading, auditing or writing down a record: that one is told with the request to report it, the others are checked."""
        records = [{"text": GOOD, "id": str(number)} for number in range(3)]
        (folder / "a.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        module, _, name = place.rpartition(".")
        real, calls = getattr(sys.modules[module], name), []

        def broken(*arguments, **more):
            calls.append(1)
            if len(calls) == 2:
                message = "two"
                raise KeyError(message)
            return real(*arguments, **more)

        monkeypatch.setattr(place, broken)
        code, out, complaints = self.run(capsys, "a.jsonl")

        assert code == 2
        assert out.count("CA102") == 2
        assert len(complaints) == 1
        assert "a.jsonl:2: " in complaints[0]
        assert "KeyError" in complaints[0]
        assert "a bug: please report it" in complaints[0]

    def test_in_cutting_a_file(self, folder, monkeypatch, capsys):
        """What stands after it is lost and told; other files are checked."""
        (folder / "a.jsonl").write_text((json.dumps({"text": GOOD}) + "\n") * 2, encoding="utf-8")

        def broken(line, *_):
            message = "cut"
            raise ZeroDivisionError(message)

        monkeypatch.setattr("citeaudit.readers.jsonl.Origin", broken)
        code, out, complaints = self.run(capsys, "a.jsonl", "good.txt")

        assert code == 2
        assert "good.txt:1:1" in out
        assert [line for line in complaints if "a.jsonl" in line and "ZeroDivisionError" in line] == complaints

    @pytest.mark.usefixtures("folder")
    def test_anywhere_else(self, monkeypatch, capsys):
        """A run that cannot go on says so in one line; the traceback comes with -v alone."""

        def broken(*_, **__):
            message = "outside\nof everything"
            raise LookupError(message)

        monkeypatch.setattr("citeaudit.cli.check.write_outputs", broken)
        code, _, complaints = self.run(capsys, "good.txt")

        assert code == 2
        assert complaints == ["citeaudit: LookupError: outside; a bug: please report it"]


DEEP = '{"text": "Ana said so.", "publisher": ' + "[" * 900 + "]" * 900 + "}\n"


@pytest.mark.parametrize("command", ["check", "report", "corpus"])
@pytest.mark.parametrize("workers", ["1", "2"])
def test_one_bad_record_does_not_cost_the_others(folder, capsys, command, workers):
    """A record that is nested too deeply is told by its line, and what stands around it is read, whatever the command."""
    for name in ("deep.jsonl", "deep.json"):
        (folder / name).write_text(DEEP, encoding="utf-8")
    code = main([command, "--isolated", "deep.jsonl", "deep.json", "good.txt", "--workers", workers])
    told = capsys.readouterr()

    assert code == 2
    assert "nested too deeply" in told.err
    assert "deep.jsonl:1: " in told.err
    assert len(told.err.splitlines()) == 2
    assert "Traceback" not in told.err
    assert {"check": "Found 1 warning", "report": "hall emptied", "corpus": "1 articles"}[command] in told.out


class TestColumns:
    """Damaged and odd tables of pyarrow's."""

    @pytest.mark.usefixtures("folder")
    def test_a_value_that_python_has_no_room_for(self, capsys):
        """A date of the year 5,000,000 costs its record, and neither the others of its file nor other files."""
        pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
        days = pyarrow.array([1, 2_000_000_000, 2], pyarrow.int32()).cast(pyarrow.date32())
        parquet.write_table(pyarrow.table({"id": ["1", "2", "3"], "text": ["He said so."] * 3, "date": days}), "d.parquet")
        code = main(["report", "d.parquet", "good.txt", "--format", "jsonl"])
        told = capsys.readouterr()

        assert code == 2
        assert [json.loads(line)["id"] for line in told.out.splitlines()] == ["1", "3", "good.txt"]
        assert "d.parquet: record 2: " in told.err

    def test_offsets_that_lead_out_of_the_data(self, folder):
        """An Arrow file whose strings lie outside of it is told; the program does not end by a signal."""
        pyarrow, ipc = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.ipc")
        table = pyarrow.table({"text": ["He said so.", "a", "bb"]})
        with ipc.new_file("s.arrow", table.schema) as writer:
            writer.write_table(table)
        data = (folder / "s.arrow").read_bytes()
        offsets = b"".join(number.to_bytes(4, "little") for number in (0, 11, 12, 14))

        assert offsets in data
        damaged = offsets[:8] + (1 << 25).to_bytes(4, "little") + offsets[12:]
        (folder / "s.arrow").write_bytes(data.replace(offsets, damaged))
        done = citeaudit("report", "s.arrow", "good.txt", cwd=folder)

        assert done.returncode == 2
        assert "s.arrow: is no arrow file, or a damaged one" in done.stderr
        assert "hall emptied" in done.stdout


class TestSkips:
    """An article that is passed over may hide what it says."""

    @pytest.mark.parametrize("command", ["check", "report", "corpus"])
    @pytest.mark.parametrize(("options", "code"), [((), 0), (("--fail-on-skips",), 2)])
    def test_skips_fail_where_they_are_to(self, folder, command, options, code):
        """--fail-on-skips makes of a skip what it makes a run fail; without it a skip is no trouble."""
        (folder / "es.txt").write_text("El puente que une las dos orillas de la ciudad estará cerrado. " * 9, encoding="utf-8")

        assert main([command, "--isolated", "es.txt", *options]) == code

    @pytest.mark.usefixtures("folder")
    def test_a_file_of_errors_cannot_be_the_input(self, capsys):
        """What a run keeps of its errors is passed over by the next one, as all that citeaudit writes."""
        main(["report", "gone.txt", "--errors", "errors.jsonl"])
        capsys.readouterr()

        assert main(["report", ".", "--format", "jsonl"]) == 0
        told = capsys.readouterr()
        assert [json.loads(line).get("skipped", {}).get("reason") for line in told.out.splitlines()] == ["own-output", None]


@pytest.mark.parametrize("name", ["rot13", "hex", "no-such", "a" * 5000])
def test_codecs_that_are_no_encodings(folder, capsys, name):
    """An encoding that makes no text of bytes is refused before anything is read."""
    assert main(["report", "good.txt", "--encoding", name]) == 2
    assert capsys.readouterr().err.startswith("citeaudit: unknown encoding")


def test_the_environment_of_the_tests_is_left_alone():
    """Neither handlers of signals nor standard streams stay replaced after a run in this process."""
    before = sys.stdout, sys.stderr, os.getcwd()  # noqa: PTH109 - compared
    main(["rules"])

    assert before == (sys.stdout, sys.stderr, os.getcwd())  # noqa: PTH109 - the same
