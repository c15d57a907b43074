"""Reports that were written are read back the same."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import compositions, noise, text_of

from citeaudit import (
    Article,
    ArticleReport,
    Config,
    ConfigError,
    CorpusReport,
    Origin,
    audit,
    read,
    read_reports,
    to_frame,
    write,
)
from citeaudit.model.articles import InputProblem
from citeaudit.model.reports import Skipped

CONFIG = Config(check_language=False)


@given(st.one_of(compositions().map(text_of), noise()), st.sampled_from([1, 2]))
def test_the_json_is_the_same_again(text, schema):
    """Writing what was read back gives the same JSON, for any text and in both versions."""
    report = audit(Article(text, id="a", publisher="Newsmax", date="2025-05-29"), config=CONFIG)
    with_text, without = report.to_dict(schema=schema), report.to_dict(schema=schema, with_text=False)

    assert with_text == ArticleReport.from_dict(json.loads(json.dumps(with_text))).to_dict(schema=schema)
    assert without == ArticleReport.from_dict(without).to_dict(schema=schema, with_text=False)


@pytest.fixture(params=[1, 2])
def reports(tmp_path, request):
    """Return two reports, a skip, and the file that holds them, of each version of the JSON."""
    text = 'The harbour will close, Bloomberg reported. "Nobody was hurt," Ana Ruiz told CNN. Rain fell all night.'
    found = [
        audit(Article(text, id="a", publisher="Newsmax", date="2025-05-29"), config=CONFIG),
        Skipped("b", "language", "es"),
        audit(Article(text, id="c"), config=CONFIG),
    ]
    write(found, to=tmp_path / "reports.jsonl", with_text=False, schema=request.param)
    return found, tmp_path / "reports.jsonl"


def test_sums_and_tables_are_those_of_the_reports(reports):
    """Sums and tables of what was read back are those of the reports, without a second audit and without their text."""
    found, path = reports
    back = list(read_reports(path))

    assert CorpusReport.of_all(found) == CorpusReport.of_all(back)
    assert to_frame(found).drop(columns="words").equals(to_frame(back).drop(columns="words"))
    assert to_frame(found, table="edges").equals(to_frame(back, table="edges"))


def test_what_is_read_back_is_equal(reports, tmp_path):
    """The second version gives the reports and the skips back as they were, and says where their articles were."""
    found, _ = reports
    placed = [replace(each, origin=Origin("a.jsonl", 2, 3)) for each in found if isinstance(each, Skipped)]
    placed += [
        replace(each, article=replace(each.article, origin=Origin("a.txt"))) for each in found if isinstance(each, ArticleReport)
    ]
    write(placed, to=tmp_path / "placed.jsonl")

    assert list(read_reports(tmp_path / "placed.jsonl")) == placed


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"schema": "other/1"}', '{"schema": "citeaudit/report/1", "id": "a"}'])
def test_what_is_no_report_is_a_problem(tmp_path, line):
    """A line that holds no report is a problem with its number."""
    (tmp_path / "a.jsonl").write_text(f"{line}\n")
    (problem,) = read_reports(tmp_path / "a.jsonl")

    assert isinstance(problem, InputProblem)
    assert problem.line == 1
    assert "no report" in problem.what


def test_reports_are_no_articles(tmp_path):
    """Reports cannot be audited: the reader of articles says how they are read."""
    with pytest.raises(ConfigError, match="read_reports"):
        read(tmp_path, input_format="reports")
