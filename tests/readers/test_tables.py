"""Tables of articles written by other programs: JSON, CSV and TSV by pandas, Parquet and Arrow by pyarrow."""

from __future__ import annotations

import gzip
import json
from datetime import date

import pandas as pd
import pyarrow as pa
import pytest
from pyarrow import csv, feather, parquet

from citeaudit.model.articles import Article, InputProblem, Origin
from citeaudit.readers import ReadSettings, cut_pieces, read_articles, read_piece

TEXTS = [
    "“Nobody was hurt,” she said.\n\nThe harbour; the wall, too.",
    'He said "no".\r\nThen\ttabs.',
    "Naïve 😀 words.",
]
ROWS = [
    {"id": str(n), "text": text, "publisher": "Gazette", "title": f"T{n}", "date": "2025-05-29", "url": None, "byline": None}
    for n, text in enumerate(TEXTS)
]
FRAME = pd.DataFrame(ROWS)
TABLE = pa.Table.from_pylist([{**row, "unwanted": [1, 2]} for row in ROWS])


def write_ipc_stream(table, path):
    """Write *table* as a stream, the other kind of Arrow file."""
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table, max_chunksize=2)


def write_ipc_file(table, path):
    """Write *table* as a file."""
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table, max_chunksize=2)


@pytest.mark.parametrize(
    ("name", "write"),
    [
        pytest.param("a.json", lambda path: FRAME.to_json(path, orient="records"), id="JSON by pandas"),
        pytest.param("b.json", lambda path: FRAME.to_json(path, orient="records", indent=2), id="indented"),
        pytest.param("c.json", lambda path: path.write_text(" ".join(map(json.dumps, ROWS))), id="one after the other"),
        pytest.param("d.json.gz", lambda path: path.write_bytes(gzip.compress(json.dumps(ROWS).encode())), id="compressed"),
        pytest.param("a.jsonl", lambda path: FRAME.to_json(path, orient="records", lines=True), id="JSONL by pandas"),
        pytest.param("a.csv", lambda path: FRAME.to_csv(path, index=False), id="CSV by pandas"),
        pytest.param("a.csv.gz", lambda path: FRAME.to_csv(path, index=False), id="CSV compressed"),
        pytest.param("b.csv", lambda path: FRAME.to_csv(path, index=False, encoding="utf-8-sig"), id="with a byte order mark"),
        pytest.param("c.csv", lambda path: FRAME.to_csv(path, index=False, sep=";"), id="CSV with semicolons"),
        pytest.param("d.csv", lambda path: csv.write_csv(TABLE.drop(["unwanted"]), path), id="CSV by pyarrow"),
        pytest.param("a.tsv", lambda path: FRAME.to_csv(path, index=False, sep="\t"), id="TSV by pandas"),
        pytest.param("a.parquet", lambda path: parquet.write_table(TABLE, path, row_group_size=2), id="Parquet"),
        pytest.param("b.parquet", FRAME.to_parquet, id="Parquet by pandas"),
        pytest.param("a.arrow", lambda path: write_ipc_file(TABLE, path), id="Arrow file"),
        pytest.param("b.arrow", lambda path: write_ipc_stream(TABLE, path), id="Arrow stream"),
        pytest.param("a.feather", lambda path: feather.write_feather(TABLE, path), id="Feather, compressed inside"),
    ],
)
def test_what_others_write_is_read_exactly(tmp_path, name, write):
    """The texts come out character by character, with what is known of them, and the place of each record."""
    path = tmp_path / name
    write(path)
    articles = list(read_articles(path))

    assert [Article(**row, origin=article.origin) for row, article in zip(ROWS, articles, strict=True)] == articles
    assert [(str(path), n) for n in (1, 2, 3)] == [(article.origin.path, article.origin.record) for article in articles]


@pytest.mark.parametrize(
    ("name", "data", "lines"),
    [
        ("a.json", '[\n{"text": "One\\nmore."},\n\n{"text": "Two.",\n "id": "x"}\n, {"text": "Three."}]', [2, 4, 6]),
        ("a.csv", 'text,id\n"One\nmore.",1\nTwo.,2\n\n"Three.",3\n', [2, 4, 6]),
        ("a.csv", 'id,text\r\n1,"One\r\nmore."\r\n2,Two.\r\n\r\n3,Three.\r\n', [2, 4, 6]),
    ],
)
def test_lines_are_those_where_records_begin(tmp_path, name, data, lines):
    """The line of an article is the one that its record begins on."""
    (tmp_path / name).write_bytes(data.encode())

    assert lines == [article.origin.line for article in read_articles(tmp_path / name)]


def test_a_long_list_is_read_as_a_stream(tmp_path):
    """Records are given out while the list is still being read, those longer than a block too."""
    path = tmp_path / "a.json"
    texts = [f"{n} " + "words " * (50_000 if n == 3 else 500) for n in range(60)]
    path.write_text(json.dumps([{"text": text} for text in texts]))
    settings = ReadSettings()
    pieces = cut_pieces([path], settings)
    first = next(pieces)

    assert first.position < path.stat().st_size / 2
    assert texts == [a.text for piece in [first, *pieces] for a in read_piece(piece, settings)]


@pytest.mark.parametrize(
    ("name", "data", "what", "before"),
    [
        ("a.json", b'[{"text": "One."}, {"text": "Tw', "not JSON", 1),
        ("a.json", b"[]", "holds no article", 0),
        ("a.json", b"", "holds no article", 0),
        ("a.json", b'{"text": "caf\xe9"}', "not utf-8", 0),
        ("a.json", b"[1]", "a number, not an object", 0),
        ("a.csv", b"text\nOne.\ncaf\xe9\n", "not utf-8", 0),
        ("a.csv", b"id,words\n1,One.\n", "no text: no field 'text', but id, words", 0),
        ("a.csv", b"id,text\n", "holds no row", 0),
        ("a.csv", b"", "holds no row", 0),
        ("a.parquet", b"PAR1 but not quite PAR1", "is no parquet file", 0),
        ("a.arrow", b"no arrow", "is no arrow file", 0),
    ],
)
def test_what_is_broken_is_a_problem(tmp_path, name, data, what, before):
    """A broken table is a problem after what could be read of it."""
    (tmp_path / name).write_bytes(data)
    *articles, problem = read_articles(tmp_path / name)

    assert isinstance(problem, InputProblem)
    assert what in problem.what
    assert problem.remedy
    assert before == len(articles)


def test_a_cell_may_be_longer_than_csv_allows(tmp_path):
    """A text longer than the 128 KiB that the csv module allows a cell is read whole."""
    text = "words " * 50_000
    pd.DataFrame([{"text": text}]).to_csv(tmp_path / "a.csv", index=False)

    assert [text] == [article.text for article in read_articles(tmp_path / "a.csv")]


def test_dates_of_a_typed_column_are_iso(tmp_path):
    """A date or time of a typed column is ISO 8601."""
    table = pa.table({"text": ["One."], "date": [date(2025, 5, 29)]})
    parquet.write_table(table, tmp_path / "a.parquet")

    assert [article.date for article in read_articles(tmp_path / "a.parquet")] == ["2025-05-29"]


class TestPresets:
    """Field names of well-known programs."""

    def test_trafilatura(self, tmp_path):
        """What trafilatura writes as JSON is read under its names."""
        trafilatura = pytest.importorskip("trafilatura")
        body = "<p>The harbour will close until March, and nobody knows why it should, said the mayor.</p>" * 4
        head = '<title>Harbour</title><meta name="author" content="Ana Ruiz"><meta property="og:site_name" content="The Gazette">'
        page = f"<html><head>{head}</head><body><article>{body}</article></body></html>"
        url = "https://gazette.example/harbour"
        (tmp_path / "a.json").write_text(trafilatura.extract(page, url=url, output_format="json", with_metadata=True))
        (article,) = read_articles(tmp_path / "a.json", input_format="trafilatura")

        assert ("The Gazette", "Ana Ruiz", url) == (article.publisher, article.byline, article.url)
        assert article.text.startswith("The harbour will close")

    @pytest.mark.parametrize("body", [{"plaintext": "Lead.\n\nHead\n\nOne.\n\nTwo."}, {"body": {
        "summary": ["Lead."], "sections": [{"headline": ["Head"], "paragraphs": ["One.", "Two."]}]}}])  # fmt: skip
    def test_fundus(self, tmp_path, body):
        """What fundus writes as JSON is read under its names, the body in sections too."""
        record = {"title": "T", "authors": ["Ana Ruiz", "Bo Li"], "publishing_date": "2025-05-29 10:00:00", **body}
        (tmp_path / "a.json").write_text(json.dumps([record]))
        (article,) = read_articles(tmp_path / "a.json", input_format="fundus")

        assert article.text == "Lead.\n\nHead\n\nOne.\n\nTwo."
        assert (article.byline, article.date) == ("Ana Ruiz, Bo Li", "2025-05-29 10:00:00")

    def test_cc_news(self, tmp_path):
        """The columns of Hugging Face's cc_news are read from Parquet."""
        row = {
            "title": "T",
            "text": "Words.",
            "domain": "gazette.example",
            "date": "2018-05-01",
            "url": "https://gazette.example/1",
        }
        parquet.write_table(pa.Table.from_pylist([row]), tmp_path / "a.parquet")

        assert [
            Article(
                "Words.",
                id=row["url"],
                publisher="gazette.example",
                title="T",
                date="2018-05-01",
                url=row["url"],
                origin=Origin(str(tmp_path / "a.parquet"), 1),
            )
        ] == list(read_articles(tmp_path / "a.parquet", input_format="cc_news"))


def test_without_pyarrow_the_problem_says_what_to_install(tmp_path, monkeypatch):
    """Without the library, the file is a problem whose remedy is the command that installs it."""
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    (problem,) = read_articles(tmp_path / "a.parquet")

    assert problem.remedy == "in the checkout of citeaudit: pip install '.[arrow]'"
