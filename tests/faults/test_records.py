"""Records as other programs write them: what is missing is unknown, dates are dates, no row takes another's words."""

from __future__ import annotations

import json
import math

import pytest
from faults.containers import LEAD, run

from citeaudit import audit_many, to_frame
from citeaudit.model.articles import Article, InputProblem
from citeaudit.model.reports import Skipped
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.outlets.publishers import publisher_of
from citeaudit.readers import read_articles
from citeaudit.readers.dates import iso_date


def read(tmp_path, name, data, **settings):
    """Return the outcomes of a file with *data*."""
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_articles(tmp_path / name, **settings))


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        pytest.param('1,"open\n2,x\n3,y\n', [(2, None)], id="to the end of the file"),
        pytest.param('1,"open\n2,"x"\n3,y\n', [(2, None), (4, "3")], id="to the next mark"),
        pytest.param('1,x\n2,"She said "no" to me"\n3,y', [(2, "1"), (3, None), (4, "3")], id="marks within marks"),
        pytest.param("1,x\n2,y, and z\n3,w\n", [(2, "1"), (3, None), (4, "3")], id="more cells than columns"),
        pytest.param("1,x\n2", [(2, "1"), (3, None)], id="a last row without all cells, or an end"),
        pytest.param('1,"two\nlines"\n2,"said ""no"""\n', [(2, "1"), (4, "2")], id="none is wrong"),
        pytest.param("1,x,,\n2,y\n", [(2, "1"), (3, "2")], id="empty cells too many"),
    ],
)
@pytest.mark.parametrize(("name", "delimiter"), [("a.csv", ","), ("a.tsv", "\t")])
def test_a_row_that_does_not_keep_to_its_marks_is_told(tmp_path, rows, lines, name, delimiter):
    """It is named by the line that it begins on, and the others are read."""
    found = read(tmp_path, name, f"id,text\n{rows}".replace(",", delimiter))

    assert [
        (one.line, None) if isinstance(one, InputProblem) else (one.origin.line, one.id) for one in found
    ] == lines  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", 'id,text\r\n1,"“No,” she said."\r\n'),
        ("tabs.csv", "id\ttext\r\n1\t“No,” she said.\r\n"),
        ("a.tsv", "id\ttext\r\n1\t“No,” she said.\r\n"),
        ("a.jsonl", '{"id": "1", "text": "“No,” she said."}\n'),
        ("a.json", '[{"id": "1", "text": "“No,” she said."}]'),
    ],
)
def test_tables_in_wide_characters(tmp_path, name, data, encoding):
    """A byte order mark is heeded; without one, the encoding that was meant is told, and does when it is given."""
    data = data.encode(encoding)
    (outcome,) = read(tmp_path, name, data)
    if encoding.endswith("e"):
        assert isinstance(outcome, InputProblem)
        assert "UTF-16" in outcome.what or "JSON" in outcome.what
        (outcome,) = read(tmp_path, name, data, encoding=encoding)

    assert (outcome.id, outcome.text) == ("1", "“No,” she said.")


@pytest.mark.parametrize("missing", ["null", "NaN", '""', '" "', '"nan"', '"None"', "-Infinity"])
class TestMissing:
    """What programs write for a value that they do not have."""

    def test_fields_are_unknown(self, tmp_path, missing):
        """No publisher is called nan."""
        line = f'{{"text": "Words.", "publisher": {missing}, "title": {missing}, "byline": [{missing}], "date": {missing}}}'
        (article,) = read(tmp_path, "a.jsonl", line)

        assert [article.publisher, article.title, article.byline, article.date] == [None] * 4

    def test_a_text_that_is_missing_is_a_skip(self, tmp_path, missing):
        """Its field is named as the one that is empty."""
        (skipped,) = read(tmp_path, "a.jsonl", f'{{"id": "b", "text": {missing}}}')

        assert isinstance(skipped, Skipped)
        assert (skipped.id, skipped.reason, skipped.detail) == ("b", "empty", "the field 'text' is empty")


def test_an_empty_cell_is_a_missing_text(tmp_path):
    """A table's empty cell is skipped as a null is, under whatever name the text has."""
    (skipped,) = read(tmp_path, "a.csv", "id,body\n1,\n", fields={"text": "body"})

    assert skipped.detail == "the field 'body' is empty"


DATES = {
    1748476800: "2025-05-29", 1748476800.5: "2025-05-29", 1748476800000: "2025-05-29", 1748476800000000: "2025-05-29",
    1748476800000000000: "2025-05-29", "1748476800000": "2025-05-29", 20250529: "2025-05-29", 2025: "2025", "2025-05": "2025-05",
    "2025-05-29T06:00:00Z": "2025-05-29T06:00:00Z", "2025/05/29": "2025-05-29", "2025.5.9": "2025-05-09",
    "May 29, 2025 Thursday": "2025-05-29", "Thursday 29th May 2025": "2025-05-29", "29-May-2025": "2025-05-29", "Sept. 3, 2025": "2025-09-03",
    "Thu, 29 May 2025 06:00:00 +0000": "2025-05-29", "Thu May 29 06:00:00 +0000 2025": "2025-05-29", "29/05/2025": "2025-05-29",
    "05/29/2025": "2025-05-29", "May 2025": "2025-05", "2025-W22-4": "2025-05-29",
}  # fmt: skip
UNCLEAR = ["05/06/2025", "2025-13-45", "0000-00-00", "yesterday", "Maybe 3, 2025", 0, -1, 7, math.inf, "12:30", True]


@pytest.mark.parametrize(("said", "date"), DATES.items(), ids=map(str, DATES))
def test_dates_become_iso(said, date):
    """Dates of programs and newspapers are read where they can mean one thing only."""
    assert iso_date(said) == date


@pytest.mark.parametrize("said", UNCLEAR, ids=map(str, UNCLEAR))
def test_dates_are_never_guessed(said):
    """What may mean two days, or none, is no date."""
    assert iso_date(said) is None


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", json.dumps({"text": "Words.", "date": "05/06/2025"})),
        ("a.csv", "text,date\nWords.,05/06/2025\n"),
        ("a.md", "---\ndate: 05/06/2025\n---\nWords.\n"),
    ],
)
def test_a_date_that_is_unclear_is_told_and_costs_no_article(tmp_path, name, data):
    """The article is read, and its date is named."""
    article, problem = read(tmp_path, name, data)

    assert (article.text, article.date) == ("Words.", None)
    assert "'05/06/2025'" in problem.what


LONE = "The \ud83d bridge"


def test_lone_surrogates_are_replaced_when_read(tmp_path):
    """Half a character, as JSON can spell it, is a replacement character in each field, and every offset stays."""
    (article,) = read(tmp_path, "a.jsonl", json.dumps({"text": LONE, "publisher": LONE, "title": LONE, "id": LONE}))

    assert {article.text, article.publisher, article.title, article.id} == {"The \ufffd bridge"}


@pytest.mark.parametrize("library", ["pandas", "polars"])
@pytest.mark.parametrize("table", ["articles", "claims", "edges", "publishers"])
def test_frames_of_lone_surrogates(library, table):
    """An article that never was in a file has its halves of characters replaced in a frame."""
    pytest.importorskip(library)
    reports = list(audit_many([Article(f"{LONE} will close. {LEAD}", id=LONE, publisher=LONE, title=LONE)]))

    assert "\ufffd" in str(to_frame(reports, table=table, library=library).to_dict())


PUBLISHERS = {
    "The Guardian(London)": "the-guardian", "The Guardian (London)": "the-guardian", "Daily Mail (London)": "daily-mail",
    "DAILY MAIL(LONDON)": "daily-mail", "The Guardian (Nigeria)": "the-guardian-nigeria", "The Guardian(Lagos)": "the-guardian-nigeria",
    "The Guardian (Charlottetown)": "the-guardian-charlottetown", "The Sun (England)": "the-sun-uk", "The Herald(Glasgow)": "the-herald-glasgow",
    "The Sun (Lowell, Massachusetts)": "the-sun-lowell", "The Star (Kuala Lumpur)": "the-star-malaysia", "The Times [London]": "the-times-london",
    "The Age (Melbourne, Australia)": "the-age", "The Guardian (Nowhere)": None, "The Gazette (London)": None,
}  # fmt: skip


@pytest.mark.parametrize(("name", "outlet"), PUBLISHERS.items(), ids=PUBLISHERS)
def test_publishers_as_databases_write_them(name, outlet):
    """A seat behind a name tells namesakes apart, and is no guess where it tells none."""
    found = publisher_of(Article("", publisher=name), Gazetteer.default())

    assert (found.id if found else None) == outlet


def test_a_user_counts_one_publisher_once(tmp_path):
    """Rows of the sums are by publisher, however each source writes it, and dates of pandas stand in their months."""
    rows = [
        {"id": name, "text": LEAD, "publisher": name, "date": date}
        for name, date in (
            ("The Guardian(London)", 1748476800000),
            ("Guardian", "May 30, 2025"),
            ("theguardian.com", "2025-05-31"),
        )
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, [*rows, {"id": "b", "text": None}])))
    done = run("corpus", "a.jsonl", "--format", "json", cwd=tmp_path)
    corpus = json.loads(done.stdout)

    assert done.returncode == 0, done.stderr
    assert [(row["publisher"], row["publisher_id"], row["articles"]) for row in corpus["publishers"]] == [
        ("The Guardian", "the-guardian", 3)
    ]
    assert {row["month"] for row in corpus["statuses"]} == {"2025-05"}
    assert [(row["reason"], row["articles"]) for row in corpus["skipped"]] == [("empty", 1)]
