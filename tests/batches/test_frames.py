"""Frames of any library: one with articles goes in, one of the same library with a row for each claim comes out."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import citeaudit
from citeaudit import ConfigError, MissingExtraError

TEXT = (
    "The closure will cost exporters $40 million, Reuters reported, citing two people. Castellane handles a third of the grain."
)
COLUMNS = {"words": [TEXT, None], "publisher": ["Newsmax", "X"], "date": ["2025-05-29", "2025-06"]}


def rows_of(frame):
    """Return the rows of a frame of any library, as Python's own values."""
    if isinstance(frame, pd.DataFrame):
        return frame.to_dict("records")
    if isinstance(frame, pl.LazyFrame):
        frame = frame.collect()
    if isinstance(frame, pl.DataFrame):
        return frame.to_dicts()
    return (frame if isinstance(frame, pa.Table) else frame.to_arrow_table()).to_pylist()


def duckdb_relation(columns):
    """Return a relation of DuckDB, where it is installed."""
    duckdb = pytest.importorskip("duckdb")
    return duckdb.from_arrow(pa.table(columns))


MAKERS = {
    "pandas": pd.DataFrame,
    "polars": pl.DataFrame,
    "polars lazy": pl.LazyFrame,
    "pyarrow": pa.table,
    "duckdb": duckdb_relation,
}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_a_row_for_each_claim_in_a_frame_of_the_same_library(make):
    """Dates are dates, lists are lists, and the row tells which article; what was not audited is told."""
    given = make(COLUMNS)
    with pytest.warns(UserWarning, match="1 of 2 rows were not audited: empty 1"):
        found = citeaudit.audit_frame(given, text="words")
    first, second = rows_of(found)

    assert type(found) is type(given)
    assert (first["row"], first["publisher"], first["status"], first["origin"]) == (0, "Newsmax", "outlet", "source")
    assert isinstance(first["date"], date | datetime)
    assert str(first["date"])[:10] == "2025-05-29"
    assert (first["outlets"], first["outlet_ids"], first["sources"]) == (["Reuters"], ["reuters"], ["two people"])
    assert len(first["outlet_wikidata"]) == 1
    assert (second["status"], second["outlets"], second["sources"]) == ("unattributed", [], [])
    assert TEXT[second["start"] : second["end"]] == second["words"]


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_no_claims_are_a_frame_without_rows(make):
    """The columns are there all the same."""
    found = citeaudit.audit_frame(make({"text": ["Harbour news"]}))

    assert rows_of(found) == []
    assert "status" in found.columns if not isinstance(found, pa.Table | pl.LazyFrame) else True


RECORDS = {
    "Media Cloud": {
        "stories_id": 7, "media_name": "Gazette", "title": "T", "publish_date": "2025-05-29 10:00:00", "url": "https://g.org/a", "story_text": TEXT,
    },
    "LexisNexis": {"Headline": "T", "Publication": "Gazette", "Publication Date": "May 29, 2025 Thursday", "Byline": "Jo Lane", "Full Text": TEXT},
    "LexisNexisTools": {"ID": "7", "Newspaper": "Gazette", "Date": "2025-05-29", "Author": "Jo Lane", "Headline": "T", "Article": TEXT},
    "LexisNexis (API)": {
        "ResultId": "7", "Title": "T", "Date": "2025-05-29T00:00:00Z", "Source": {"Name": "Gazette"}, "Document": {"Content": TEXT},
    },
    "LexisNexis (API), flattened": {"Title": "T", "Date": "2025-05-29", "Source.Name": "Gazette", "Document.Content": TEXT},
    "fundus": {
        "title": "T", "plaintext": TEXT, "authors": ["Jo Lane"], "publishing_date": "2025-05-29 10:00:00+02:00",
        "html": {"source_info": {"publisher": "Gazette"}, "responded_url": "https://g.org/a"},
    },
    "trafilatura": {
        "title": "T", "author": "Jo Lane", "hostname": "g.org", "date": "2025-05-29", "fingerprint": "7", "id": None, "text": TEXT,
        "source": "https://g.org/a", "source-hostname": "Gazette",
    },
}  # fmt: skip


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_names_of_known_programs_need_no_field(record, tmp_path):
    """What Media Cloud, LexisNexis, fundus and trafilatura call a text, a date or a publisher is known, in frames and in files."""
    (tmp_path / "a.jsonl").write_text(json.dumps(record), encoding="utf-8")
    pd.DataFrame([record]).to_parquet(tmp_path / "a.parquet")
    articles = [*citeaudit.read(tmp_path / "a.jsonl"), *citeaudit.read(tmp_path / "a.parquet")]
    found = citeaudit.audit_frame(pd.DataFrame([record]))

    assert [(a.text, a.title, a.publisher, a.date[:10]) for a in articles] == [(TEXT, "T", "Gazette", "2025-05-29")] * 2
    assert {a.url for a in articles} <= {"https://g.org/a", None}
    assert found["publisher"].tolist() == ["Gazette"] * 2
    assert str(found["date"][0])[:10] == "2025-05-29"


def test_what_the_user_names_counts_alone(tmp_path):
    """A name given by hand is not second-guessed, and one that is not there is told with those that are."""
    frame = pd.DataFrame({"body": [TEXT], "teaser": ["Rain fell."]})

    assert citeaudit.audit_frame(frame, text="teaser")["words"].tolist() == ["Rain fell."]
    with pytest.raises(ConfigError, match="no column 'lead': its columns are body, teaser"):
        citeaudit.audit_frame(frame, text="lead")


def test_without_narwhals_the_remedy_is_told(monkeypatch):
    """A missing library is named with the command that installs it."""
    monkeypatch.setitem(sys.modules, "narwhals", None)
    with pytest.raises(MissingExtraError, match=r"\[frames\]"):
        citeaudit.audit_frame(pd.DataFrame(COLUMNS))
