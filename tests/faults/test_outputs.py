"""Outputs: no two runs mix in one place, no input is written over, nothing is counted twice, and no disk is full unheard."""

from __future__ import annotations

import errno
import io
import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest

import citeaudit.cli.journals
from citeaudit.cli import main
from citeaudit.errors import CiteauditError
from citeaudit.writers.destinations import BusyError, destination

pytestmark = pytest.mark.heavy  # each test starts processes

TEXT = "The harbour will close until March, Bloomberg reported on Monday. "
posix = pytest.mark.skipif(sys.platform == "win32", reason="locks, signals and limits of POSIX")
ARCHIVE = "".join(json.dumps({"id": str(number), "text": TEXT * (1 + number % 3)}) + "\n" for number in range(12))
RUN = ("report", "--isolated", "a.jsonl", "gone.txt", "--format", "jsonl", "-o", "out.jsonl", "--errors", "out.errors")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a folder with an archive of twelve articles, where tests stand."""
    (tmp_path / "a.jsonl").write_text(ARCHIVE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def start(*arguments, **more):
    """Start the program as a user does."""
    return subprocess.Popen(
        [sys.executable, "-m", "citeaudit", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more
    )


def wait_for(is_so, process):
    """Wait until *is_so* tells so, or *process* ends."""
    until = time.monotonic() + 120
    while not is_so() and process.poll() is None and time.monotonic() < until:
        time.sleep(0.01)


class TestTwoRuns:
    """Two runs on one output."""

    @posix
    @pytest.mark.parametrize(
        "options", [("report", "--format", "jsonl", "-o", "s.jsonl"), ("corpus", "--format", "csv", "-o", "t")]
    )
    def test_the_second_is_refused(self, folder, options):
        """While one run writes to a place no other can; when it ends, however it ends, the place is free."""
        (folder / "t").mkdir()
        (folder / "long.jsonl").write_text(ARCHIVE * 400, encoding="utf-8")
        first = start(options[0], "long.jsonl", *options[1:])
        wait_for(lambda: any(folder.glob("s.jsonl.part")) or any((folder / "t").glob(".*.part")), first)
        second = start(options[0], "a.jsonl", *options[1:])
        _, said = second.communicate()
        first.send_signal(signal.SIGKILL)
        first.communicate()

        assert second.returncode == 2
        assert "another run is writing to it" in said
        assert main([options[0], "a.jsonl", *options[1:]]) == 0

    def test_threads_are_kept_apart_too(self, folder):
        """One process that writes to a place twice at a time is refused likewise, and the first goes on."""
        with destination(folder / "x.txt") as stream:
            stream.write(b"one")
            with pytest.raises(BusyError), destination(folder / "x.txt"):
                pass
            with pytest.raises(BusyError), destination(folder / "x.txt"):
                pass
            stream.write(b" and only")

        assert (folder / "x.txt").read_bytes() == b"one and only"
        assert sorted(path.name for path in folder.iterdir()) == ["a.jsonl", "x.txt"]

    def test_a_link_in_the_place_of_the_part_is_not_followed(self, folder):
        """Whoever plants a link where a run writes does not get another file written over."""
        (folder / "victim").write_text("mine", encoding="utf-8")
        (folder / ".x.txt.part").symlink_to(folder / "victim")
        with pytest.raises(CiteauditError), destination(folder / "x.txt"):
            pass

        assert (folder / "victim").read_text(encoding="utf-8") == "mine"


class TestInputs:
    """Outputs among the inputs."""

    @pytest.mark.parametrize(
        "arguments",
        [
            ("report", "a.jsonl", "--format", "jsonl", "-o", "a.jsonl"),
            ("report", "a.jsonl", "--format", "jsonl", "-o", "./sub/../a.jsonl"),
            ("report", "a.jsonl", "--errors", "a.jsonl"),
            ("report", "link.jsonl", "-o", "a.jsonl"),
            ("report", ".", "-o", "a.jsonl"),
            ("report", "*.jsonl", "-o", "a.jsonl"),
            ("corpus", "a.jsonl", "-o", "a.jsonl"),
            ("check", "a.jsonl", "-o", "a.jsonl"),
            ("check", ".", "--format", "json:a.jsonl"),
            ("check", "a.jsonl", "--baseline", "a.jsonl", "--write-baseline"),
        ],
    )
    def test_an_input_is_not_written_over(self, folder, capsys, arguments):
        """By whatever name and way an output is also an input, it is refused and left as it was."""
        (folder / "sub").mkdir()
        (folder / "link.jsonl").symlink_to(folder / "a.jsonl")

        assert main([*arguments, "--isolated"]) == 2
        assert "is also an input" in capsys.readouterr().err
        assert (folder / "a.jsonl").read_text(encoding="utf-8") == ARCHIVE

    def test_errors_and_reports_need_two_files(self, folder, capsys):
        """--errors and -o to one file would mix."""
        assert main(["report", "a.jsonl", "-o", "x", "--errors", "./x"]) == 2
        assert "each a file of its own" in capsys.readouterr().err
        assert not (folder / "x").exists()

    @pytest.mark.parametrize("options", [(), ("--no-text",)])
    def test_reports_in_the_folder_are_not_counted_again(self, folder, capsys, options):
        """A folder that holds its own reports, with text or without, gives the same numbers, and the reports are told."""
        run = ("report", ".", "--format", "jsonl", "-o", "out.jsonl", *options)
        assert main(run) == 0
        first = (folder / "out.jsonl").read_bytes()
        capsys.readouterr()
        assert main(run) == 0
        assert "out.jsonl: is left out of the input" in capsys.readouterr().err
        assert (folder / "out.jsonl").read_bytes() == first

        assert main(["corpus", "."]) == 0
        assert "12 articles, 1 skipped (own-output 1)" in capsys.readouterr().out

    def test_tables_in_the_folder_are_left_out(self, folder, capsys):
        """Tables that are written beside the articles may be written again."""
        for _ in range(2):
            assert main(["corpus", ".", "--format", "csv", "-o", "."]) == 0
        assert "claims.csv: is left out" in capsys.readouterr().err
        assert len((folder / "articles.csv").read_text(encoding="utf-8").splitlines()) == 13


class Broken(io.FileIO):
    """A file on a disk that fails at one write, by its number among all that the process makes."""

    writes = fails_at = 0

    def write(self, data):
        """Write, or fail."""
        Broken.writes += 1
        if Broken.writes == Broken.fails_at:
            raise OSError(errno.EIO, "Input/output error")
        return super().write(data)


@posix
@pytest.mark.parametrize("number", range(1, 17))
def test_a_write_that_fails(folder, monkeypatch, capsys, number):
    """An error of the disk at any write is one line and exit code 2; --resume then ends with the bytes of an undisturbed run."""
    assert main(RUN) == 2
    whole = [(folder / name).read_bytes() for name in ("out.jsonl", "out.errors")]
    for name in ("out.jsonl", "out.errors"):
        (folder / name).unlink()
    capsys.readouterr()
    with monkeypatch.context() as patch:
        patch.setattr(citeaudit.cli.journals, "INTERVAL", 0)
        patch.setattr(Broken, "writes", 0)
        patch.setattr(Broken, "fails_at", number)
        patch.setattr(os, "fdopen", lambda handle, mode: io.BufferedRandom(Broken(handle, mode.replace("b", ""))))
        code = main(RUN)
    told = [line for line in capsys.readouterr().err.splitlines() if "gone.txt" not in line]

    assert code == 2
    assert len(told) == 1
    assert "cannot be written (Input/output error)" in told[0]
    assert not (folder / "out.jsonl").exists()
    assert main((*RUN, "--resume")) == 2
    assert whole == [(folder / name).read_bytes() for name in ("out.jsonl", "out.errors")]
    assert sorted(path.name for path in folder.iterdir()) == ["a.jsonl", "out.errors", "out.jsonl"]


@posix
@pytest.mark.parametrize(
    "command",
    [("report", "--format", "jsonl"), ("corpus", "--format", "csv", "--table", "claims"), ("check", "--format", "sarif")],
)
def test_a_disk_that_is_full(folder, command):
    """A file that may not grow is one line and exit code 2, and nothing is left where nothing can be resumed."""
    (folder / "many.jsonl").write_text(ARCHIVE * 3, encoding="utf-8")
    shell = f'ulimit -f 4; trap "" XFSZ; exec "{sys.executable}" -m citeaudit "$@"'
    done = subprocess.run(
        ["bash", "-c", shell, "bash", command[0], "many.jsonl", *command[1:], "-o", "o.out"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert "o.out: cannot be written (File too large)" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (folder / "o.out").exists()
    assert "check" not in command or {"a.jsonl", "many.jsonl"} == {path.name for path in folder.iterdir()}


class TestResume:
    """Runs that were broken off."""

    @pytest.fixture
    def broken_off(self, folder, monkeypatch):
        """Return a folder where a run was broken off after seven pieces, two of them files of their own."""
        (folder / "0.txt").write_text(TEXT, encoding="utf-8")
        (folder / "1.txt").write_text(TEXT * 2, encoding="utf-8")
        mark = citeaudit.cli.journals.Journal.mark

        def broken(self, pieces, last, sums):
            mark(self, pieces, last, sums)
            if pieces == 7:
                raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(citeaudit.cli.journals.Journal, "mark", broken)
            with pytest.raises(KeyboardInterrupt):
                main(self.run)
        return folder

    run = ("report", "--isolated", "0.txt", "1.txt", "a.jsonl", "--format", "jsonl", "-o", "out.jsonl")

    @pytest.mark.parametrize("name", ["0.txt", "1.txt", "a.jsonl"])
    def test_another_input_is_refused(self, broken_off, capsys, name):
        """A word that changed in any piece that is done makes the run another, though names and numbers are the same."""
        path = broken_off / name
        before = path.read_text(encoding="utf-8")
        path.write_text(before.replace("reported", "denied ab", 1), encoding="utf-8")

        assert main([*self.run, "--resume"]) == 2
        told = capsys.readouterr().err
        assert "the input has changed" in told
        assert len(told.splitlines()) == 1

        path.write_text(before, encoding="utf-8")
        assert main([*self.run, "--resume"]) == 0

    def test_what_is_yet_to_come_may_change(self, broken_off):
        """Articles that were added at the end are taken with the rest."""
        with (broken_off / "a.jsonl").open("a", encoding="utf-8") as stream:
            stream.write(json.dumps({"text": TEXT, "id": "new"}) + "\n")

        assert main([*self.run, "--resume"]) == 0
        assert len((broken_off / "out.jsonl").read_bytes().splitlines()) == 15


@posix
@pytest.mark.heavy
@pytest.mark.parametrize("seed", range(20))
def test_sixty_kills(folder, seed):
    """A run that is killed at any moment, three times over and twenty runs, ends by --resume with the bytes of an undisturbed run."""
    assert main(RUN) == 2
    whole = [(folder / name).read_bytes() for name in ("out.jsonl", "out.errors")]
    for name in ("out.jsonl", "out.errors"):
        (folder / name).unlink()
    chance = random.Random(seed)  # noqa: S311 - the same places each time
    driver = "import sys, citeaudit.cli.journals as j; j.INTERVAL = 0.01; from citeaudit.cli import main; sys.exit(main())"
    part = folder / "out.jsonl.part"
    for _ in range(3):
        limit = chance.randrange(len(whole[0]))
        command = [sys.executable, "-c", driver, *RUN, "--resume", "--workers", str(1 + seed % 2)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        wait_for(lambda limit=limit: part.exists() and part.stat().st_size >= limit, process)
        process.kill()
        process.communicate()

    assert main((*RUN, "--resume")) == 2
    assert whole == [(folder / name).read_bytes() for name in ("out.jsonl", "out.errors")]
    assert sorted(path.name for path in folder.iterdir()) == ["a.jsonl", "out.errors", "out.jsonl"]


@posix
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
@pytest.mark.parametrize(
    ("options", "left"),
    [
        (("report", "--format", "jsonl", "-o", "s.out"), {"s.out.part", "s.out.journal"}),
        (("corpus", "--format", "json", "-o", "s.out"), set()),
        (("corpus", "--workers", "2", "--format", "csv", "-o", "tables"), {"tables"}),
    ],
)
def test_signals_that_end_a_run(folder, number, options, left):
    """A run that is ended says so in one line, leaves only what --resume needs, and has the exit code that shells expect."""
    (folder / "long.jsonl").write_text(ARCHIVE * 400, encoding="utf-8")
    process = start(options[0], "long.jsonl", *options[1:], "--no-progress")

    def is_under_way():
        parts = [path for path in folder.rglob("*.part") if options[0] == "corpus" or path.stat().st_size]
        return bool(parts)

    wait_for(is_under_way, process)
    time.sleep(0.5)
    process.send_signal(number)
    _, said = process.communicate(timeout=120)

    assert process.returncode == 128 + number
    assert len(said.splitlines()) == 1
    assert f"stopped by {number.name}" in said
    assert ("--resume" in said) is (options[0] == "report")
    assert {path.name for path in folder.iterdir()} == {"a.jsonl", "long.jsonl", *left}
    assert not list(folder.glob("tables/.*"))
