"""Every engine gives the rows of the command line's claims table."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pyarrow as pa
import pytest
from pyarrow import parquet

from citeaudit import Config, ConfigError
from citeaudit.batches import arrow
from citeaudit.tables import ARTICLES, CLAIMS
from citeaudit.workers import Limits

ARTICLE = (
    "The harbour will close until March, Bloomberg reported on Monday. "
    '"Nobody was hurt," Ana Ruiz told CNN. Rain fell all night and the “ferries” were late again.\n'
)
FRENCH = "Le port restera fermé jusqu'en mars, a annoncé lundi la mairie, et les bateaux passent par le vieux pont. " * 9
RECORDS = [
    {"id": f"{n}", "body": ARTICLE * (n % 3 + 1), "publisher": ("Newsmax", None)[n % 2], "date": "2025-05-29", "unwanted": [n]}
    for n in range(20)
] + [{"id": "fr", "body": FRENCH, "publisher": None, "date": None, "unwanted": []}]
FIELDS = {"text": "body"}


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """Return a Parquet file of articles."""
    path = tmp_path_factory.mktemp("archive") / "articles.parquet"
    parquet.write_table(pa.Table.from_pylist(RECORDS), path, row_group_size=7)
    return path


@pytest.fixture(scope="module")
def expected(archive):
    """Return the rows of the command line's claims table."""
    out = archive.parent / "claims.parquet"
    options = ["--field", "text=body", "--format", "parquet", "--table", "claims", "-o", out]
    subprocess.run([sys.executable, "-m", "citeaudit", "corpus", archive, *options], check=True)
    return ordered(parquet.read_table(out).to_pylist())


def ordered(rows):
    """Return *rows* in the order of articles and sentences, which an engine may lose."""
    return sorted(rows, key=lambda row: (row["article"], row["sentence"]))


def batches(archive):
    """Return the batches of the archive."""
    return parquet.ParquetFile(archive).iter_batches(batch_size=5)


def test_batches(archive, expected):
    """The one function gives the rows of the command line."""
    found = [row for batch in batches(archive) for row in arrow.audit_batch(batch, fields=FIELDS).to_pylist()]

    assert expected == ordered(found)
    assert len(found) > 100


def test_duckdb(archive, expected):
    """The recipe for DuckDB gives them too."""
    duckdb = pytest.importorskip("duckdb")
    connection = duckdb.connect()
    articles = connection.from_parquet(str(archive)).select("id, body, publisher, date").to_arrow_reader(5)
    claims = pa.Table.from_batches([arrow.audit_batch(batch, fields=FIELDS) for batch in articles])
    connection.register("claims", claims)

    assert expected == ordered(connection.sql("select * from claims").to_arrow_table().to_pylist())


@pytest.mark.heavy
def test_spark(archive, expected, tmp_path, monkeypatch):
    """A real local Spark gives them, with its workers in processes of their own."""
    sql = pytest.importorskip("pyspark.sql")
    if not shutil.which("java"):
        pytest.skip("Spark needs Java: apt-get install openjdk-17-jre-headless")
    from citeaudit.batches import spark  # noqa: PLC0415 - beside the library that it needs

    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    session = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.warehouse.dir", str(tmp_path))
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "4")
        .getOrCreate()
    )
    try:
        claims = spark.audit(session.read.parquet(str(archive)), fields=FIELDS)
        found = [row.asDict() for row in claims.collect()]
    finally:
        session.stop()

    assert expected == ordered(found)


@pytest.mark.heavy
def test_ray(archive, expected, monkeypatch):
    """A real local Ray gives them."""
    ray = pytest.importorskip("ray")
    pytest.importorskip("ray.data")
    from citeaudit.batches import ray as engine  # noqa: PLC0415 - beside the library that it needs

    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    ray.init(num_cpus=2, include_dashboard=False, logging_level="ERROR", runtime_env={"env_vars": {"PYTHONPATH": os.pathsep.join(sys.path)}})  # fmt: skip
    try:
        claims = engine.audit(ray.data.read_parquet(str(archive)), fields=FIELDS, batch_size=6)
        found = claims.take_all()
    finally:
        ray.shutdown()

    assert expected == ordered(found)


class TestBatch:
    """What a batch may hold."""

    def test_articles_say_why_they_have_no_claims(self):
        """A row without text, and one over the limits, have rows among the articles that say why."""
        batch = pa.RecordBatch.from_pylist([{"id": "a", "text": None}, {"id": "b", "text": FRENCH}, {"id": "c", "text": ARTICLE}])
        found = arrow.audit_batch(batch, table="articles", limits=Limits(max_characters=300)).to_pylist()

        assert [(row["article"], row["skipped"]) for row in found] == [("a", "empty"), ("b", "size"), ("c", None)]
        assert [column.name for column in ARTICLES.columns] == list(found[0])

    def test_an_empty_batch_has_the_columns(self):
        """No articles, no rows, all columns."""
        found = arrow.audit_batch(pa.RecordBatch.from_pylist([], schema=pa.schema([("text", pa.string())])), with_text=False)

        assert found.num_rows == 0
        assert [column.name for column in CLAIMS.kept(with_text=False)] == found.schema.names

    def test_settings(self):
        """The settings of an audit are heeded."""
        batch = pa.RecordBatch.from_pylist([{"text": '"Nobody was hurt and nobody will be." Rain fell all night.'}])
        default, silent = Config(select=("ALL",)), Config(select=())
        findings = [
            arrow.audit_batch(batch, table="articles", config=config)["findings"][0].as_py() for config in (default, silent)
        ]

        assert findings[0] > findings[1] == 0

    @pytest.mark.parametrize("table", ["edges", "people"])
    def test_sums_are_refused(self, table):
        """A table that no batch can make alone is refused."""
        with pytest.raises(ConfigError, match="claims, attributions, articles"):
            arrow.audit_batch(pa.RecordBatch.from_pylist([{"text": ARTICLE}]), table=table)
