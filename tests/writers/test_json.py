"""A line of JSON: what UTF-8 cannot hold, where it may go, and in which shape."""

from __future__ import annotations

import errno
import io
import json
import os
import tempfile

import pytest

import citeaudit
from citeaudit import ConfigError, CorpusReport, Skipped, write
from citeaudit.writers.destinations import OutputError
from citeaudit.writers.json import json_line

TEXT = "The wall 🧱 is safe, Marta Oliveira said. Nobody was hurt."


def test_lone_surrogates_are_escaped():
    """A line is always UTF-8, and reads back as the same text."""
    line = json_line({"text": "a\ud800é"})

    assert json.loads(line.decode()) == {"text": "a\ud800é"}


@pytest.mark.parametrize("settings", [{}, {"schema": 1}, {"with_text": False}, {"offsets": "utf16", "with_words": True}], ids=str)
def test_a_file_holds_what_to_json_returns(tmp_path, settings):
    """One shape: the lines that write() writes are those that to_json() returns with the same settings."""
    report = citeaudit.audit(TEXT)
    write([report, report], to=tmp_path / "a.jsonl", **settings)

    assert (tmp_path / "a.jsonl").read_text(encoding="utf-8") == 2 * f"{report.to_json(**settings)}\n"


@pytest.mark.parametrize(
    "opened",
    [io.BytesIO, io.StringIO, tempfile.SpooledTemporaryFile],
    ids=str,
)
def test_a_stream_is_written_and_left_open(opened):
    """An open stream, of bytes or of text, takes the lines after what is in it, and stays open."""
    report = citeaudit.audit(TEXT)
    with opened() as stream:
        write(report, to=stream)
        write([Skipped("b", "language", "es")], to=stream, schema=1)
        stream.seek(0)
        lines = stream.read()

    first, second = map(json.loads, lines.splitlines())
    assert (first, second["schema"], second["id"]) == (report.to_dict(), "citeaudit/report/1", "b")


@pytest.mark.parametrize("format_", ["json", "text"])
def test_a_corpus_goes_to_a_stream_too(format_):
    """So do the sums, in each of their formats."""
    stream = io.StringIO()
    write(CorpusReport.of(citeaudit.audit(TEXT)), to=stream, format=format_)

    assert "1" in stream.getvalue()


class Full(io.BytesIO):
    """A stream with no room."""

    def write(self, _data):
        """Refuse it."""
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_stream_that_refuses_is_told_of():
    """What cannot be written is one error with the remedy."""
    with pytest.raises(OutputError, match=r"the stream given: cannot be written .No space left"):
        write(citeaudit.audit(TEXT), to=Full())


@pytest.mark.parametrize("to", [None, 5, b"a.jsonl"], ids=repr)
def test_what_is_neither_a_path_nor_a_stream_is_refused(to):
    """The error says what to give."""
    with pytest.raises(TypeError, match="path of a file, or an open stream"):
        write(citeaudit.audit(TEXT), to=to)


def test_a_shape_that_cannot_be_meant_is_refused_before_anything_is_written(tmp_path):
    """Settings that do not go together cost no file."""
    with pytest.raises(ConfigError, match="give schema 2"):
        write(citeaudit.audit(TEXT), to=tmp_path / "a.jsonl", schema=1, with_words=True)

    assert list(tmp_path.iterdir()) == []
