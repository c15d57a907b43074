"""A corpus as a workbook, a database, a network and CSV for Excel: what is read back is what was counted, and nothing in it is obeyed."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
import subprocess
import sys
from xml.etree import ElementTree as ET

import networkx as nx
import openpyxl
import pytest

from citeaudit.cli.main import main
from citeaudit.tables import TABLES

ARTICLE = (
    "The harbour will close until March, Bloomberg reported on Monday. "
    '"Nobody was hurt," Ana Ruiz told CNN. Rain fell all night and the ferries were late again. '
    "The Daily Wharf said on its website that the tide was high. "
)
HOSTILE = "=cmd|' /C calc'!A0"


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """Return a file with articles of known, unknown, missing and hostile publishers; two of them share an id, one is Spanish."""
    path = tmp_path_factory.mktemp("archive") / "a.jsonl"
    publishers = [
        "Newsmax",
        "theguardian.com",
        "The Guardian",
        None,
        "Bloomberg News",
        HOSTILE,
        "The Daily\x1b[2J Wharf\ufffe\u202e",
    ]
    records = [
        {"id": f"=1+{n % 5}", "text": ARTICLE, "title": "+SUM(A1)", "publisher": publisher, "date": f"2025-0{n % 3 + 1}-09"}
        for n, publisher in enumerate(publishers * 2)
    ]
    spanish = "El puerto cerrará dos muelles hasta marzo, dijo la autoridad portuaria el martes en una nota de prensa. " * 4
    records += [{"id": "es", "text": spanish}, {"id": "@quote", "text": '=1+1, "we will never pay," the minister said.'}]
    path.write_text("\n".join(map(json.dumps, records)) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def place(archive):
    """Return the folder in which each format has been written once."""
    for form in ("sqlite", "xlsx", "gexf", "graphml", "json"):
        assert main(["corpus", str(archive), "--format", form, "-o", str(archive.parent / f"out.{form}")]) == 0
    return archive.parent


@pytest.fixture(scope="module")
def sums(place):
    """Return the sums as JSON has them."""
    return json.loads((place / "out.json").read_text(encoding="utf-8"))


@pytest.fixture
def connection(place):
    """Return the database."""
    with sqlite3.connect(place / "out.sqlite") as found:
        yield found
    found.close()


def test_a_database_holds_what_json_holds(connection, sums):
    """Each table of sums has the rows of the JSON, columns and values alike; the articles and claims are all there."""
    for table in TABLES:
        columns = ", ".join(f'"{column.name}"' for column in table.columns)
        rows = connection.execute(f'select {columns} from "{table.name}"').fetchall()  # noqa: S608 - our own names
        if table.of_corpus:
            told = [tuple(None if cell is None else cell for cell in row.values()) for row in sums[table.name]]
            assert sorted(map(repr, rows)) == sorted(repr(tuple(map(plain, row))) for row in told)
    (articles,) = connection.execute("select count(*) from articles where skipped is null").fetchone()
    (claims,) = connection.execute("select count(*) from claims").fetchone()

    assert (articles, claims) == (sums["articles"], sums["claims"])


def plain(cell):
    """Return a cell as SQLite has it."""
    return int(cell) if isinstance(cell, bool) else cell


@pytest.mark.parametrize(
    ("table", "counted"),
    [
        ("edges", "select count(*) from claim_outlets where edge_key = t.key"),
        ("outlets", "select count(*) from claim_outlets where outlet_key = t.key"),
        ("sources", "select count(*) from claim_sources where source_key = t.key"),
        ("statuses", "select count(*) from claims where status_key = t.key"),
        ("publishers", "select count(*) from claims where publisher_key = t.key"),
    ],
)
def test_each_number_leads_to_its_claims(connection, table, counted):
    """Every number of claims is the number of claims that its row leads to."""
    rows = connection.execute(f"select claims, ({counted}) from {table} t").fetchall()  # noqa: S608 - our own names

    assert rows
    assert [row for row in rows if row[0] != row[1]] == []
    assert connection.execute("pragma foreign_key_check").fetchall() == []


def test_claims_are_searched(connection):
    """A word of a claim finds it."""
    found = connection.execute(
        "select distinct status from claims where key in (select rowid from claims_fts where claims_fts match ?)", ("ferries",)
    )

    assert found.fetchall() == [("unattributed",)]


def test_metadata_name_what_is_there(place, connection):
    """Every table, facet, label and order of the metadata is in the database, and a walk takes the file for no article."""
    metadata = json.loads((place / "out.metadata.json").read_text(encoding="utf-8"))
    for name, told in metadata["databases"]["out"]["tables"].items():
        columns = {row[1] for row in connection.execute(f'pragma table_info("{name}")')}
        named = [*told.get("facets", ()), *(told[key] for key in ("label_column", "sort", "sort_desc") if key in told)]
        assert set(named) <= columns, name
    assert metadata["schema"].startswith("citeaudit/")


def test_no_cell_of_a_workbook_is_a_formula(place, sums):
    """Each sheet has the rows of its table; texts that look like formulas are texts, dates are dates, numbers numbers."""
    book = openpyxl.load_workbook(place / "out.xlsx")
    cells = [cell for sheet in book for row in sheet for cell in row]

    assert set(book.sheetnames) == {table.name for table in TABLES}
    assert {cell.data_type for cell in cells} <= {"s", "n", "b", "d"}
    assert not any(cell.hyperlink for cell in cells)
    assert {HOSTILE, "=1+1", "+SUM(A1)"} <= {cell.value for cell in cells}
    assert all(cell.quotePrefix for cell in cells if cell.value in {HOSTILE, "=1+1", "+SUM(A1)"})
    assert book["edges"].max_row == len(sums["edges"]) + 1
    claims = [
        dict(zip([cell.value for cell in book["claims"][1]], row, strict=True))
        for row in book["claims"].iter_rows(min_row=2, values_only=True)
    ]
    assert len(claims) == sums["claims"]
    assert claims[0]["date"].isoformat().startswith("2025-01-09")
    assert claims[0]["is_attributed"] is True
    assert isinstance(claims[0]["share"], int | float)


def test_workbooks_are_the_same_each_time(archive, place, tmp_path):
    """The same articles make the same bytes, however many work."""
    main(["corpus", str(archive), "--format", "xlsx", "--workers", "2", "-o", str(tmp_path / "b.xlsx")])

    assert (tmp_path / "b.xlsx").read_bytes() == (place / "out.xlsx").read_bytes()


def test_what_does_not_fit_goes_on_in_another_sheet(tmp_path, monkeypatch):
    """A sheet that is full is followed by another, and a text that is too long is cut and says so."""
    from citeaudit.writers import spreadsheets  # noqa: PLC0415 - its limit is what the test lowers

    monkeypatch.setattr(spreadsheets, "MOST_ROWS", 3)
    table = next(table for table in TABLES if table.name == "publishers")
    with spreadsheets.workbook(tmp_path / "b.xlsx", [table], with_text=True) as book:
        book.write({"publishers": [("🦊" * 20_000, None, None, None, n, 0, 0, 0.0) for n in range(5)]})
    found = openpyxl.load_workbook(tmp_path / "b.xlsx")

    assert [(sheet.title, sheet.max_row) for sheet in found] == [("publishers", 3), ("publishers 2", 3), ("publishers 3", 2)]
    assert found["publishers"]["A2"].value.endswith("🦊… (cut)")


@pytest.mark.parametrize(("form", "read"), [("gexf", nx.read_gexf), ("graphml", nx.read_graphml)])
def test_a_network_is_who_cites_whom(place, sums, form, read):
    """Networkx reads it back: an edge weighs what the JSON counts, a publisher's citing itself is none, one outlet is one node."""
    graph = read(place / f"out.{form}")
    weight = sum(data["weight"] for _, _, data in graph.edges(data=True))
    own = sum(data["self_claims"] for _, data in graph.nodes(data=True))

    assert weight + own == sum(edge["claims"] for edge in sums["edges"])
    assert own >= sum(edge["claims"] for edge in sums["edges"] if edge["is_self"]) > 0
    assert graph.edges["the-guardian", "bloomberg"]["weight"] == 4
    assert graph.edges["the-guardian", "bloomberg"]["reporter"] == 4
    assert graph.nodes["bloomberg"]["label"] == "Bloomberg News"
    assert graph.nodes["bloomberg"]["is_publisher"]
    assert not any(citing == cited for citing, cited in graph.edges)


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_a_network_is_well_formed_whatever_a_name_holds(place, form):
    """Control characters, non-characters and turned writing in a name are shown as such, and every parser takes the file."""
    labels = "".join(ET.parse(place / f"out.{form}").getroot().itertext()) + (place / f"out.{form}").read_text(encoding="utf-8")  # noqa: S314 - our own

    assert "�[2J Wharf��" in labels
    assert not any(character in labels for character in "\x1b\ufffe\u202e")


@pytest.mark.parametrize(("excel", "delimiter", "share"), [("comma", ",", "0.3333"), ("semicolon", ";", "0,3333")])
def test_csv_for_excel(archive, tmp_path, excel, delimiter, share):
    """It begins with a mark, its cells and decimals are parted as that Excel wants, and no cell is a formula."""
    place = tmp_path / "edges.csv"
    main(["corpus", str(archive), "--format", "csv", "--table", "edges", "--excel", excel, "-o", str(place)])
    data = place.read_bytes()
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=delimiter))

    assert data.startswith(b"\xef\xbb\xbfpublisher" + delimiter.encode())
    assert {row["share"] for row in rows} == {share}
    assert f"'{HOSTILE}" in {row["publisher"] for row in rows}


@pytest.mark.parametrize("form", ["sqlite", "xlsx"])
def test_a_run_that_fails_leaves_the_old_file(archive, tmp_path, form, monkeypatch, capsys):
    """The output is written beside its place and put there when it is whole."""
    place = tmp_path / f"old.{form}"
    place.write_bytes(b"old")
    monkeypatch.setattr("citeaudit.cli.corpus.grouped", lambda *_: 1 / 0)

    assert main(["corpus", str(archive), "--format", form, "-o", str(place)]) == 2
    assert place.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == [place.name]
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--format", "sqlite"), "needs a file"),
        (("--format", "xlsx", "-o", "-"), "needs a file"),
        (("--format", "sqlite", "-o", "x.db", "--table", "claims"), "--table goes with"),
        (("--format", "gexf", "--table", "edges"), "--table goes with"),
        (("--format", "xlsx", "-o", "x.xlsx", "--excel", "comma"), "--excel goes with"),
    ],
)
def test_what_cannot_be_meant_is_one_line(archive, options, words, capsys):
    """Options that do not go together are one line and exit code 2."""
    assert main(["corpus", str(archive), *options]) == 2
    told = capsys.readouterr().err
    assert words in told
    assert len(told.splitlines()) == 1


def test_without_words_no_word_of_an_article_is_left(archive, tmp_path):
    """--no-text leaves the words out of the database too, its index included."""
    place = tmp_path / "a.db"
    main(["corpus", str(archive), "--format", "sqlite", "--no-text", "-o", str(place)])

    assert b"ferries" not in place.read_bytes()


@pytest.mark.heavy
def test_datasette_shows_facets_search_and_the_claims_behind_a_number(place):
    """Datasette answers with the metadata that were written: a facet, a search, and from a row of edges the way to its claims."""

    def get(path):
        command = [
            sys.executable,
            "-m",
            "datasette",
            place / "out.sqlite",
            "--metadata",
            place / "out.metadata.json",
            "--get",
            path,
        ]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    claims = json.loads(get("/out/claims.json?_search=harbour&_size=1"))
    assert set(claims["facet_results"]) >= {"status", "origin"}
    assert claims["filtered_table_rows_count"] == 14
    edge = get("/out/edges/1")
    assert "/out/claim_outlets?edge_key=1" in edge
    assert "The harbour will close" in get("/out/claim_outlets?edge_key=1")


@pytest.mark.heavy
def test_libreoffice_opens_the_workbook(place, tmp_path, sums):
    """LibreOffice reads the first sheet as it was written, and takes no cell for a formula."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-calc-nogui")
    command = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        "csv",
        "--outdir",
        tmp_path,
    ]
    subprocess.run([*command, place / "out.xlsx"], capture_output=True, check=True, timeout=120)
    rows = list(csv.DictReader((tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()))

    assert [row["claims"] for row in rows] == [str(edge["claims"]) for edge in sums["edges"]]
    assert HOSTILE in {row["publisher"] for row in rows}
