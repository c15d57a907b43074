"""Runs over archives: in processes, resumed after a kill, sampled, with the errors kept; as a user runs them."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest

pytestmark = pytest.mark.heavy  # each test starts processes

WORDS = (
    "The harbour will close until March, Bloomberg reported on Monday. ",
    '"Nobody was hurt," Ana Ruiz told the Gazette. ',
    "The ministry said that the wall is safe. ",
    "Rain fell all night. ",
)
DRIVER = """
import sys
import citeaudit.cli.journals
citeaudit.cli.journals.INTERVAL = 0.02
from citeaudit.cli import main
sys.exit(main())
"""
"""The program, but with checkpoints often enough for a run of a second."""


def start(*arguments, cwd, program=("-m", "citeaudit")):
    """Start the program in *cwd*."""
    command = [sys.executable, *program, *map(str, arguments)]
    environment = {**os.environ, "NO_COLOR": "1"}
    return subprocess.Popen(
        command,
        cwd=cwd,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )


def run(*arguments, cwd, program=("-m", "citeaudit")):
    """Run the program in *cwd*; give its exit code, output and complaints."""
    process = start(*arguments, cwd=cwd, program=program)
    out, complaints = process.communicate()
    return process.returncode, out, complaints


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """Return a folder with an archive of 60 lines, each fifteenth of them bad, and a directory of texts."""
    folder = tmp_path_factory.mktemp("archive")
    chance = random.Random(1)  # noqa: S311 - a test that can be repeated
    with (folder / "archive.jsonl").open("w", encoding="utf-8") as stream:
        for number in range(60):
            text = "".join(chance.choice(WORDS) for _ in range(10))
            record = {"id": str(number), "text": text} if number % 15 != 7 else {"id": str(number), "words": text}
            stream.write(json.dumps(record) + "\n")
    (folder / "texts").mkdir()
    for number in range(9):
        (folder / "texts" / f"{number}.txt").write_text(WORDS[number % 4] * 9, encoding="utf-8")
    return folder


OPTIONS = ("report", "archive.jsonl", "texts", "--format", "jsonl")


@pytest.fixture(scope="module")
def undisturbed(archive):
    """Return the bytes of output and errors of a run in one process that nothing disturbs."""
    code, _, _ = run(*OPTIONS, "-o", "whole.jsonl", "--errors", "whole.errors", cwd=archive)

    assert code == 2
    return (archive / "whole.jsonl").read_bytes(), (archive / "whole.errors").read_bytes()


@pytest.mark.parametrize("workers", ["2", "3", "auto"])
def test_processes_write_the_same_bytes(archive, undisturbed, workers):
    """However many processes work, the output is that of one."""
    code, _, _ = run(*OPTIONS, "-o", "many.jsonl", "--errors", "many.errors", "--workers", workers, cwd=archive)

    assert code == 2
    assert undisturbed == ((archive / "many.jsonl").read_bytes(), (archive / "many.errors").read_bytes())


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
@pytest.mark.parametrize("seed", range(10))
def test_a_killed_run_is_resumed_to_the_same_bytes(archive, undisturbed, tmp_path, seed):
    """Killed at a random place and run again, the output and the errors are those of an undisturbed run, and no more."""
    chance = random.Random(seed)  # noqa: S311 - the same places each time
    for name in ("archive.jsonl", "texts"):
        (tmp_path / name).symlink_to(archive / name)
    options = (*OPTIONS, "-o", "out.jsonl", "--errors", "out.errors", "--resume", "--workers", str(1 + seed % 2))
    begun = time.monotonic()
    process = start(*options, cwd=tmp_path, program=("-c", DRIVER))
    part, limit = tmp_path / "out.jsonl.part", chance.randrange(len(undisturbed[0]))
    while process.poll() is None and not (part.exists() and part.stat().st_size >= limit) and time.monotonic() < begun + 60:
        time.sleep(0.005)
    if process.poll() is None:
        os.kill(process.pid, signal.SIGKILL)  # the program alone: its processes must notice by themselves
    process.communicate()
    code, _, complaints = run(*options, cwd=tmp_path, program=("-c", DRIVER))

    assert undisturbed == ((tmp_path / "out.jsonl").read_bytes(), (tmp_path / "out.errors").read_bytes())
    assert code == 2, complaints
    assert {"archive.jsonl", "texts", "out.jsonl", "out.errors"} == {path.name for path in tmp_path.iterdir()}


class TestResume:
    """What can be resumed, and what cannot."""

    @pytest.fixture
    def broken_off(self, archive, tmp_path):
        """Return a folder with a run that was broken off after 40 pieces."""
        (tmp_path / "archive.jsonl").write_bytes((archive / "archive.jsonl").read_bytes())
        program = DRIVER.replace(
            "from citeaudit.cli import main",
            "import os, signal\n"
            "mark = citeaudit.cli.journals.Journal.mark\n"
            "def broken(self, pieces, last, sums):\n"
            "    citeaudit.cli.journals.INTERVAL = 0\n"
            "    mark(self, pieces, last, sums)\n"
            "    if pieces == 40: os.kill(os.getpid(), signal.SIGKILL)\n"
            "citeaudit.cli.journals.Journal.mark = broken\n"
            "from citeaudit.cli import main",
        )
        run("report", "archive.jsonl", "--format", "jsonl", "-o", "out.jsonl", cwd=tmp_path, program=("-c", program))

        assert (tmp_path / "out.jsonl.journal").exists()
        return tmp_path

    def test_what_is_done_is_not_done_again(self, broken_off):
        """A resumed run begins where the other stopped: the journal of 40 pieces is gone on with."""
        before = (broken_off / "out.jsonl.part").stat().st_ino
        code, _, _ = run("report", "archive.jsonl", "--format", "jsonl", "-o", "out.jsonl", "--resume", cwd=broken_off)

        assert code == 2
        assert before == (broken_off / "out.jsonl").stat().st_ino
        assert len((broken_off / "out.jsonl").read_bytes().splitlines()) == 56

    def test_other_options_are_refused(self, broken_off):
        """A run that was begun with other options is not gone on with."""
        code, _, complaint = run(
            "report", "archive.jsonl", "--format", "jsonl", "--no-text", "-o", "out.jsonl", "--resume", cwd=broken_off
        )

        assert code == 2
        assert "with other options" in complaint

    def test_other_settings_are_refused(self, broken_off):
        """A file of settings that changed makes another run, though its name did not."""
        (broken_off / "citeaudit.toml").write_text('select = ["CA1"]\n', encoding="utf-8")
        code, _, complaint = run("report", "archive.jsonl", "--format", "jsonl", "-o", "out.jsonl", "--resume", cwd=broken_off)

        assert code == 2
        assert "with other options" in complaint

    def test_another_input_is_refused(self, broken_off):
        """A run whose input has changed under it is not gone on with."""
        (broken_off / "archive.jsonl").write_text('{"text": "One line."}\n', encoding="utf-8")
        code, _, complaint = run("report", "archive.jsonl", "--format", "jsonl", "-o", "out.jsonl", "--resume", cwd=broken_off)

        assert code == 2
        assert "the input has changed" in complaint

    def test_a_part_that_is_lost_is_made_anew(self, broken_off):
        """Without the part, the run begins anew."""
        (broken_off / "out.jsonl.part").unlink()
        run("report", "archive.jsonl", "--format", "jsonl", "-o", "out.jsonl", "--resume", cwd=broken_off)

        assert len((broken_off / "out.jsonl").read_bytes().splitlines()) == 56

    def test_a_run_without_a_file_cannot_be_resumed(self, broken_off):
        """Standard output cannot be gone on with."""
        code, _, complaint = run("report", "archive.jsonl", "--resume", cwd=broken_off)

        assert code == 2
        assert "-o FILE" in complaint


def test_errors_are_kept(archive, undisturbed):
    """What could not be read is kept as JSON Lines, one each, with place, reason and remedy."""
    lines = [json.loads(line) for line in undisturbed[1].splitlines()]

    assert [line["line"] for line in lines] == [8, 23, 38, 53]
    assert {"archive.jsonl"} == {line["path"] for line in lines}
    assert all("no text" in line["problem"] and "--field" in line["remedy"] for line in lines)


class TestSample:
    """A sample is drawn by a seed."""

    def ids(self, archive, *options):
        """Return the ids of a sampled run."""
        _, out, _ = run(*OPTIONS, *options, cwd=archive)
        return [json.loads(line)["id"] for line in out.splitlines()]

    def test_the_same_seed_draws_the_same_articles_in_order(self, archive):
        """A sample can be drawn again; it keeps the order of the archive; another seed draws another."""
        first, again = (self.ids(archive, "--sample", "10", "--seed", "3") for _ in range(2))
        other = self.ids(archive, "--sample", "10", "--seed", "4")
        numbers = [int(name) for name in first if name.isdigit()]

        assert first == again != other
        assert 8 <= len(first) <= 10
        assert numbers == sorted(numbers)

    def test_a_sample_of_more_than_there_are_is_all(self, archive):
        """A sample larger than the archive is the archive."""
        assert len(self.ids(archive, "--sample", "1000")) == 65


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--workers", "0"), "above 0"),
        (("--workers", "many"), "above 0"),
        (("--sample", "-1"), "above 0"),
        (("--max-seconds", "never"), "number of seconds"),
    ],
)
def test_options_that_cannot_be_meant_are_refused(archive, options, words):
    """An option that cannot be meant is one line and exit code 2."""
    code, out, complaint = run(*OPTIONS, *options, cwd=archive)

    assert (code, out) == (2, "")
    assert words in complaint
    assert len(complaint.splitlines()) == 1


def test_too_long_articles_are_skipped(archive):
    """An article over the limit is a skip in its place, which costs no exit code."""
    code, out, complaint = run("report", "texts", "--format", "jsonl", "--max-characters", "200", cwd=archive)

    assert (code, complaint) == (0, "")
    assert {"size"} == {line["skipped"]["reason"] for line in map(json.loads, out.splitlines()) if "skipped" in line}
