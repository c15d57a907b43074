"""The tables: every row has the columns that are promised, whoever writes it."""

from __future__ import annotations

import io

import pandas as pd
import pytest
from pyarrow import parquet

import citeaudit
from citeaudit import Article, Config, ConfigError, CorpusReport, Gazetteer, audit, to_frame, write
from citeaudit.model.reports import Skipped
from citeaudit.tables import CLAIMS, SEPARATOR, SHARE, TABLES, TEXT, TRUTH, WHOLE
from citeaudit.writers.tables import ParquetSink, csv_header, rows_to_csv

WORDS = (
    "The harbour will close until March, Bloomberg reported on Monday. "
    '"Nobody was hurt," Ana Ruiz told CNN. The mayor, Ana Ruiz, said that the "ferries", and boats, are late.\n'
    "Rain fell all night. "
)
CONFIG = Config(check_language=False)
KINDS = {TEXT: str, WHOLE: int, SHARE: float, TRUTH: bool}


@pytest.fixture(scope="module")
def reports():
    """Return two reports and a skip."""
    first = audit(Article(WORDS, id="a|b", publisher="Newsmax", date="2025-05-29"), config=CONFIG)
    second = audit(Article(WORDS * 2, id="c", publisher=None), config=CONFIG)
    return [first, second, Skipped("d", "language", "es")]


def rows(table, reports):
    """Return the rows of *table*."""
    if table.of_article:
        return [row for report in reports for row in table.of_article(report, Gazetteer.default())]
    return list(table.of_corpus(CorpusReport.of_all(reports), Gazetteer.default()))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
class TestEveryTable:
    """What holds of every table."""

    def test_cells_have_their_types(self, table, reports):
        """Each row has a cell a column, each of the column's type or None."""
        found = rows(table, reports)

        assert found
        for row in found:
            assert len(table.columns) == len(row)
            for cell, column in zip(row, table.columns, strict=True):
                assert cell is None or type(cell) is KINDS[column.type], (column.name, cell)

    def test_names_are_unique(self, table):
        """No two columns have the same name, and outlets can be joined by id, domain and Wikidata id."""
        names = [column.name for column in table.columns]

        assert len(set(names)) == len(names)
        assert {"publisher_id", "publisher_domain", "publisher_wikidata"} <= set(names) or {
            "outlet_id",
            "outlet_domain",
            "outlet_wikidata",
        } <= set(names)

    def test_csv_parquet_and_frames_agree(self, table, reports):
        """Pandas reads the same table from CSV, from Parquet, and from us; Polars too."""
        polars = pytest.importorskip("polars")
        found = rows(table, reports)
        direct = to_frame(reports, table=table.name)
        from_csv = pd.read_csv(io.BytesIO(csv_header(table.columns) + rows_to_csv(found)), dtype=dict(direct.dtypes), keep_default_na=False, na_values=[""])  # fmt: skip
        buffer = io.BytesIO()
        sink = ParquetSink(buffer, table.columns)
        sink.write(found)
        sink.close()
        from_parquet = parquet.read_table(io.BytesIO(buffer.getvalue())).to_pylist()

        pd.testing.assert_frame_equal(direct.replace("", pd.NA), from_csv)
        assert [dict(zip(direct.columns, row, strict=True)) for row in found] == from_parquet
        assert to_frame(reports, table=table.name, library="polars").rows() == found
        assert isinstance(to_frame(reports, table=table.name, library="polars"), polars.DataFrame)

    def test_an_empty_table_has_its_columns(self, table):
        """Without a report, the columns are there all the same."""
        frame = to_frame([], table=table.name)

        assert [column.name for column in table.columns] == list(frame.columns)
        assert not len(frame)


def test_claims(reports):
    """A claim's row says who stands behind it, by name and by id, and through whom."""
    frame = to_frame(reports).set_index("words")
    row = frame.loc['"Nobody was hurt," Ana Ruiz told CNN.']

    assert {"outlet"} == set(row["status"])
    assert {"CNN"} == set(row["outlets"])
    assert {"cnn"} == set(row["outlet_ids"])
    assert {"Ana Ruiz ← CNN"} == set(row["chain"])


def test_without_text_no_word_is_left(reports):
    """Without words, a row keeps offsets only."""
    (row, *_) = CLAIMS.of_article(reports[0], Gazetteer.default())

    assert "harbour" not in str(CLAIMS.without_words(row))
    assert "words" not in [column.name for column in CLAIMS.kept(with_text=False)]


def test_names_hold_no_separator(reports):
    """A name that holds the separator is spelled without it, so that cells can be parted again."""
    assert SEPARATOR not in "".join(outlet.name for outlet in Gazetteer.default().outlets.values())


@pytest.mark.parametrize(
    ("options", "words"), [({"table": "people"}, "unknown table 'people'"), ({"library": "excel"}, "unknown library 'excel'")]
)
def test_what_there_is_not_is_refused(reports, options, words):
    """An unknown table or library is refused with those that there are."""
    with pytest.raises(ConfigError, match=words):
        to_frame(reports, **options)


def test_sums_have_no_rows_of_articles(reports):
    """The claims cannot be had from sums."""
    with pytest.raises(ConfigError, match="give the reports"):
        to_frame(CorpusReport.of_all(reports), table="claims")


class TestWrite:
    """Reports go to files."""

    def test_a_corpus(self, reports, tmp_path):
        """A corpus report goes to a file as JSON or text."""
        total = CorpusReport.of_all(reports)
        write(total, format="json", to=tmp_path / "audit.json")
        write(total, format="text", to=str(tmp_path / "audit.txt"))

        assert '"schema": "citeaudit/corpus/1"' in (tmp_path / "audit.json").read_text()
        assert (tmp_path / "audit.txt").read_text().startswith("2 articles, 1 skipped (language es 1)")

    def test_articles(self, reports, tmp_path):
        """Reports go to a file as JSON Lines, skips in their place; one report alone too."""
        write(reports, to=tmp_path / "a.jsonl", with_text=False)
        write(reports[0], format="text", to=tmp_path / "a.txt")

        assert len((tmp_path / "a.jsonl").read_text().splitlines()) == 3
        assert "harbour" not in (tmp_path / "a.jsonl").read_text()
        assert "Bloomberg" in (tmp_path / "a.txt").read_text()

    def test_a_format_that_does_not_go_is_refused(self, tmp_path):
        """A wrong format is refused before the file is touched."""
        with pytest.raises(ConfigError, match="json, text"):
            citeaudit.write(CorpusReport(), format="jsonl", to=tmp_path / "a")

        assert not list(tmp_path.iterdir())
