"""One record of a web archive that is not what it says costs no other, and is read as it stands or named."""

from __future__ import annotations

import gzip
import re
import zlib

import brotli
import pytest
from faults.containers import HTML, LEAD, PAGE, raw_deflate, record, reported, run

from citeaudit import Limits, read
from citeaudit.model.articles import Article, InputProblem
from citeaudit.model.reports import Skipped
from citeaudit.readers import ReadSettings, cut_pieces, read_piece

LENGTH = re.compile(rb"(?<=^Content-Length: )\d+", re.MULTILINE)
CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)
BOMB = b"<html>" + b"a" * 3_000_000


def encoded(content=None, transfer=None):
    """Return the headers of a page that says it is encoded."""
    said = [("Content-Encoding", content)] if content else []
    return [*HTML, *said, *([("Transfer-Encoding", transfer)] if transfer else [])]


def mis_measured(by):
    """Return a record that says it is *by* bytes longer."""
    return LENGTH.sub(lambda found: b"%d" % (int(found.group()) + by), record(number=1), count=1)


READ = {
    "said to be gzip": record(PAGE, encoded("gzip")),
    "said to be br": record(PAGE, encoded("br")),
    "said to be deflate": record(PAGE, encoded("deflate")),
    "said to be of no known encoding": record(PAGE, encoded("zebra")),
    "said to be chunked": record(PAGE, encoded(transfer="chunked")),
    "gzip, said to be chunked": record(gzip.compress(PAGE), encoded("gzip", "chunked")),
    "gzip": record(gzip.compress(PAGE), encoded("gzip")),
    "br": record(brotli.compress(PAGE), encoded("br")),
    "deflate": record(zlib.compress(PAGE), encoded("deflate")),
    "deflate as some servers mean it": record(raw_deflate(PAGE), encoded("deflate")),
    "chunked": record(CHUNKED, encoded(transfer="chunked")),
    "a digest that holds": record(PAGE, HTML, warc_headers_dict={}),
}
NAMED = {
    "gzip, cut off": record(gzip.compress(PAGE)[:-20], encoded("gzip")),
    "br, cut off": record(brotli.compress(PAGE)[:-20], encoded("br")),
    "chunked, cut off": record(CHUNKED[:-80], encoded(transfer="chunked")),
    "a long header": record(PAGE, [*HTML, ("X-Padding", "x" * 100_000)]),
    "a long head of its own": record().replace(b"WARC-Date", b"X-Padding: " + b"x" * 100_000 + b"\r\nWARC-Date", 1),
    "a length past all bounds": LENGTH.sub(b"1000000000000000000", record(number=1), count=1),
    "a length of another base": LENGTH.sub(b"0x10", record(number=1), count=1),
    "no length": re.sub(rb"(?m)^Content-Length: \d+\r\n", b"", record(number=1), count=1),
    "fifty bytes too long": mis_measured(50),
    "fifty bytes too short": mis_measured(-50),
    "more bytes too long than a page may have": mis_measured(2_000_000),
    "another digest": re.sub(rb"(?<=Block-Digest: sha1:)\w{32}", b"A" * 32, record()),
    "no head of a response": record().replace(b"HTTP/1.1 200 OK", b"HELLO"),
    "words between records": b"What is this?\r\n\r\n",
}
SKIPPED = {
    "a bomb": record(gzip.compress(BOMB), encoded("gzip")),
    "a bomb of another kind": record(brotli.compress(BOMB), encoded("br")),
    "cut by the crawler": record(warc_headers_dict={"WARC-Truncated": "length"}),
}
CASES = [
    pytest.param(bad, kind, id=f"{name}{'' if kind is not Article else ', read'}")
    for cases, kind in ((READ, Article), (NAMED, InputProblem), (SKIPPED, Skipped))
    for name, bad in cases.items()
]


def outcomes(path):
    """Return what an archive holds, pages of a million bytes at most."""
    settings = ReadSettings(limits=Limits(max_bytes=1_000_000))
    return [outcome for piece in cut_pieces([path], settings) for outcome in read_piece(piece, settings)]


@pytest.mark.parametrize("is_compressed", [False, True], ids=["plain", "gzip"])
@pytest.mark.parametrize(("bad", "kind"), CASES)
def test_a_record_that_is_not_what_it_says(tmp_path, bad, kind, is_compressed):
    """It is read as it stands, or stands named in its place, and the record behind it is read."""
    path = tmp_path / ("a.warc.gz" if is_compressed else "a.warc")
    records = [record(number=0), bad, record(number=2)]
    path.write_bytes(b"".join(map(gzip.compress, records) if is_compressed else records))
    first, middle, last = outcomes(path)

    assert isinstance(first, Article)
    assert isinstance(middle, kind), middle
    assert last.url == "https://gazette.example/2"
    assert all(LEAD in read.text for read in (first, middle, last) if isinstance(read, Article))
    assert not isinstance(middle, InputProblem) or middle.record == 2


def test_a_damaged_member_costs_itself_alone(tmp_path):
    """Bytes that are no compressed data cost the record that they stand in."""
    members = [bytearray(gzip.compress(record(number=number))) for number in range(3)]
    members[1][60:70] = b"\xff" * 10
    (tmp_path / "a.warc.gz").write_bytes(b"".join(members) + b"\0" * 512)
    first, problem, last = outcomes(tmp_path / "a.warc.gz")

    assert isinstance(problem, InputProblem)
    assert (first.url, last.url) == ("https://gazette.example/0", "https://gazette.example/2")


def test_many_false_lengths_take_linear_time(tmp_path):
    """Records that each claim the rest of the file are looked through once, not once each."""

    def searched(number):
        path = tmp_path / f"{number}.warc"
        false = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 900000\r\n\r\n"
        path.write_bytes(false * number)
        return len(outcomes(path))

    assert [searched(100), searched(20_000)] == [100, 20_000]


def test_a_user_is_told_of_the_one_and_reads_the_others(tmp_path):
    """The program reads what can be read, names the record, and exits with 2."""
    (tmp_path / "a.warc").write_bytes(record(number=0) + mis_measured(50) + READ["said to be chunked"])
    done = run("report", "a.warc", "--format", "jsonl", cwd=tmp_path)

    assert done.returncode == 2
    assert "a.warc: record 2:" in done.stderr
    assert len(reported(done)) == 2


def test_line_ends_without_end_are_a_skip(tmp_path):
    """A compressed archive of 100 kB that holds 100 MB of empty lines is passed over at once, and told."""
    place = tmp_path / "bomb.warc.gz"
    place.write_bytes(gzip.compress(b"\r\n" * (50 << 20), 9))

    (skipped,) = read(place)

    assert (skipped.reason, "times its size on disk" in skipped.detail) == ("size", True)
