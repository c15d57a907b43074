"""Any bytes whatever, under any name: outcomes come out, never an exception."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citeaudit.limits import Limits
from citeaudit.model.articles import Article, InputProblem
from citeaudit.model.reports import ArticleReport, Skipped
from citeaudit.readers import READERS, ReadSettings, cut_pieces, read_piece

scraps = st.sampled_from([
    b'{"text": "Words."}', b"[", b"]", b"{", b"}", b",", b'"', b"\n", b"\r\n", b"text,id\n", b"text\tid\n", b"PAR1", b"ARROW1",
    b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5\r\n\r\n", b"PK\x03\x04", b"<html><p>", b"</", b"<!--", b"\xef\xbb\xbf",
    b"\xff\xfe", b"---\n", b"\x1f\x8b", b"\xf0\x9f\x98\x80", b"\\ud800", b"&#0;", b'{"schema": "citeaudit/report/1"}',
])  # fmt: skip
anything = st.lists(scraps | st.binary(max_size=9), max_size=12).map(b"".join)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
@given(data=anything)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_outcomes_and_no_exception(tmp_path, reader, data):
    """Each reader gives articles, skips and problems, plain or compressed, whatever the file holds."""
    for name, content in (("a", data), ("a.gz", gzip.compress(data)), ("b.gz", data)):
        (tmp_path / name).write_bytes(content)
        chosen = ReadSettings(input_format=reader.name, limits=Limits(max_bytes=200))
        for piece in cut_pieces([tmp_path / name], chosen):
            for outcome in read_piece(piece, chosen):
                assert isinstance(outcome, Article | ArticleReport | InputProblem | Skipped)
                assert not isinstance(outcome, Article) or outcome.text.strip()
