"""Limits hold for every format and command: a bomb of some kilobytes is a skip that is told, within little memory."""

from __future__ import annotations

import bz2
import gzip
import io
import subprocess
import sys
import zipfile

import pytest

from citeaudit import Article, Config, ConfigError, Limits, Skipped, audit_many, read

pytestmark = pytest.mark.heavy  # each test starts processes

MIB = 1 << 20
SMALL = Limits(max_bytes=MIB, held_bytes=MIB, member_bytes=MIB, records=1000, columns=100, members=10)
RUN = """
import pathlib, re, resource, sys
from citeaudit.cli.main import main
code = main(sys.argv[1:])
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
status = pathlib.Path("/proc/self/status")
if status.exists():  # the other figure begins with what the test's own process had when it started this one
    peak = int(re.search(r"VmHWM:\\s*(\\d+)", status.read_text())[1])
print("peak", peak // 1024, file=sys.stderr)
sys.exit(code)
"""
BLOCKS = {
    "feeds.jsonl": (b"", b"\n" * MIB),
    "line.jsonl": (b'{"text": "', b"a" * MIB),
    "row.csv": (b"id,text\n1,", b"a" * MIB),
    "header.csv": (b"", b"a," * (MIB // 2)),
    "cells.csv": (b"id,text\n", b"a," * (MIB // 2)),
    "quoted.csv": (b'id,text\n1,"', b"a\n" * (MIB // 2)),
    "blank.json": (b"[", b" " * MIB),
    "value.json": (b'[{"text": "', b"a" * MIB),
    "endless.txt": (b"", b"a " * (MIB // 2)),
    "endless.html": (b"<p>", b"a " * (MIB // 2)),
    "endless.md": (b"", b"a " * (MIB // 2)),
    "endless.parquet": (b"PAR1", b"\0" * MIB),
}


def bomb(folder, name, suffix="gz"):
    """Return a file with 80 MiB of the blocks of *name*, compressed."""
    head, block = BLOCKS[name]
    place = folder / f"{name}.{suffix}"
    with {"gz": gzip.open, "bz2": bz2.open, "zst": zstd}[suffix](place, "wb") as file:
        file.write(head)
        for _ in range(80):
            file.write(block)
    return place


def zstd(place, mode):
    """Open a file to write, with whichever library for it is installed."""
    try:
        from backports import zstd as library  # noqa: PLC0415 - one of the two is there
    except ImportError:
        library = pytest.importorskip("zstandard")
    return library.open(place, mode)


def run(*arguments):
    """Run citeaudit in a process of its own, and return it with the megabytes that it took at most."""
    done = subprocess.run([sys.executable, "-c", RUN, *map(str, arguments)], capture_output=True, text=True, check=False)
    return done, int(done.stderr.rsplit("peak ", 1)[1])


@pytest.mark.parametrize("name", BLOCKS)
def test_what_a_compressed_file_holds_is_let_in_as_far_as_it_may(tmp_path, name):
    """A compressed file that holds far more than its size is one skip for its size, whatever its format, and no article."""
    outcomes = list(read(bomb(tmp_path, name), limits=SMALL))

    assert outcomes
    assert all(isinstance(outcome, Skipped) and outcome.reason == "size" for outcome in outcomes)


@pytest.mark.parametrize("suffix", ["gz", "bz2", "zst"])
def test_every_compression_is_counted(tmp_path, suffix):
    """What comes out is counted, whichever way it was compressed."""
    (skipped,) = read(bomb(tmp_path, "line.jsonl", suffix))

    assert (skipped.reason, skipped.detail) == ("size", "holds more than 200 times its size on disk")


@pytest.mark.parametrize("command", ["check", "report", "corpus"])
def test_every_command_skips_and_tells(tmp_path, command):
    """A bomb beside an article costs little memory and nothing of the article, and the run ends as after any skip."""
    (tmp_path / "a.txt").write_text("It rained all day, the mayor, Ana Ruiz, said.", encoding="utf-8")

    done, megabytes = run(command, bomb(tmp_path, "row.csv"), tmp_path / "a.txt")

    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert "row.csv.gz" in done.stdout + done.stderr or command == "corpus"
    assert megabytes < 400


def package(place, **parts):
    """Write a package with *parts* for its document, and what a Word file needs beside it."""
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(f"word/{name}.xml", data)
    return place


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param({"document": b"<w:p/>" * MIB}, id="one large part"),
        pytest.param({f"part{number}": b"<w:p/>" * (MIB // 8) for number in range(3)}, id="several parts"),
        pytest.param({f"part{number}": b"" for number in range(20)}, id="many parts"),
        pytest.param(
            {"document": b'<w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr>'}, id="a cell over a hundred million columns"
        ),
    ],
)
def test_a_package_is_counted_as_it_is_inflated(tmp_path, parts):
    """A Word file of a few kilobytes that would become gigabytes is skipped before anybody takes it apart."""
    (skipped,) = read(package(tmp_path / "bomb.docx", **parts), limits=SMALL)

    assert (type(skipped), skipped.reason) == (Skipped, "size")


def test_a_package_that_lies_about_its_sizes_is_counted(tmp_path):
    """What a member says of its size is not believed: whatever comes out of it, it is no article, and not let in."""
    place = package(tmp_path / "bomb.docx", document=b"<w:p/>" * MIB)
    data = bytearray(place.read_bytes())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as made:
        size = made.infolist()[0].file_size.to_bytes(4, "little")
    place.write_bytes(bytes(data).replace(size, (9).to_bytes(4, "little")))

    assert not any(isinstance(outcome, Article) for outcome in read(place, limits=SMALL))


@pytest.mark.parametrize("is_nested", [False, True], ids=["texts", "lists of texts"])
def test_a_text_that_many_rows_share_is_not_copied_for_each(tmp_path, is_nested):
    """A Parquet file of a kilobyte that names one large text in thousands of rows is skips, row by row, in little memory."""
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    large = "a" * (8 * MIB)
    column = [[large]] * 60 if is_nested else pyarrow.DictionaryArray.from_arrays(pyarrow.array([0] * 2000), [large])
    parquet.write_table(pyarrow.table({"byline" if is_nested else "text": column}), tmp_path / "bomb.parquet", compression="zstd")

    done, megabytes = run("report", "--format", "jsonl", tmp_path / "bomb.parquet")

    assert "Traceback" not in done.stderr
    assert is_nested or done.stdout.count('"size"') == 2000
    assert megabytes < 2500


@pytest.mark.parametrize("workers", [1, 2])
def test_time_is_limited_in_every_process(workers):
    """An article that takes longer than it may is a skip, in this process as in a worker's, and the next is read."""
    slow = Article("“He said,” she told CNN, it was reportedly said. " * 4000, id="slow")
    quick = Article("It rained, the mayor, Ana Ruiz, said.", id="quick")

    found = list(audit_many([slow, quick], config=Config(), workers=workers, limits=Limits(seconds=0.5)))

    assert (found[0].reason, found[1].article.id) == ("time", "quick")


MEMORY = """
from citeaudit import Article, Limits, audit_many
large = Article("It rained, Reuters reported, and “it froze,” he said. " * 10_000, id="large")
small = Article("It rained, the mayor, Ana Ruiz, said.", id="small")
for outcome in audit_many([small, large, small], limits=Limits(memory=8 << 20)):
    print(getattr(outcome, "reason", "audited"))
"""


def test_memory_is_limited():
    """An article whose audit takes more memory than it may is a skip; the process has its memory back for the next."""
    if sys.platform != "linux":
        pytest.skip("only Linux tells how much a process has")
    # In a process of its own: this one may have memory left that earlier tests gave back.
    done = subprocess.run([sys.executable, "-c", MEMORY], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["audited", "memory", "audited"]


def test_check_has_the_limit_of_time(tmp_path):
    """`check` ends an article's audit as `report` does."""
    (tmp_path / "a.txt").write_text("“He said,” she told CNN, it was reportedly said. " * 4000, encoding="utf-8")

    done, _ = run("check", "--max-seconds", "0.5", tmp_path / "a.txt")

    assert done.returncode == 0
    assert "time" in done.stderr


@pytest.mark.parametrize(
    ("name", "value"), [("seconds", 0), ("seconds", float("nan")), ("max_bytes", None), ("records", 1.5), ("columns", True)]
)
def test_a_limit_that_cannot_be_meant_is_refused(name, value):
    """A limit is a number above 0, or None where it may be left out; anything else is refused with its name."""
    with pytest.raises(ConfigError, match=name):
        Limits(**{name: value})


@pytest.mark.parametrize("option", ["--max-bytes", "--max-characters", "--max-records"])
def test_an_option_that_cannot_be_meant_is_refused(tmp_path, option):
    """Only what may have no limit takes 0."""
    (tmp_path / "a.txt").write_text("It rained.", encoding="utf-8")

    done, _ = run("report", option, "0", tmp_path / "a.txt")

    assert done.returncode == 2
    assert option in done.stderr


@pytest.mark.parametrize(
    "text",
    [
        "> " * 20_000,
        "[" * 20_000,
        "[a](" * 5_000,
        "*a _" * 5_000,
        "<div>" * 20_000,
        "&amp;" * 20_000,
        "|a" * 2_000 + "|\n" + "|-" * 2_000 + "|\n",
    ],
    ids=["quotes", "brackets", "links", "emphasis", "tags", "entities", "table"],
)
@pytest.mark.parametrize("suffix", ["md", "html"])
def test_marks_without_end_are_no_trouble(tmp_path, text, suffix):
    """Whatever marks a page or a Markdown file repeats, the next file is read."""
    (tmp_path / f"a.{suffix}").write_text("<p>It rained, he said.</p>\n\n" + text, encoding="utf-8")
    (tmp_path / "b.txt").write_text("It rained, the mayor, Ana Ruiz, said.", encoding="utf-8")

    assert isinstance(list(read(tmp_path))[-1], Article)
