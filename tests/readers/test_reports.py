"""Reports that were written are read back the same."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import compositions, noise, text_of

from citeaudit import Article, Config, ConfigError, CorpusReport, audit, read, read_reports, to_frame, write
from citeaudit.model.articles import InputProblem
from citeaudit.model.reports import Skipped
from citeaudit.readers.reports import report_of
from citeaudit.writers.json import report_to_json

CONFIG = Config(check_language=False)


@given(st.one_of(compositions().map(text_of), noise()))
def test_the_json_is_the_same_again(text):
    """Writing what was read back gives the same JSON, for any text."""
    written = report_to_json(audit(Article(text, id="a", publisher="Newsmax", date="2025-05-29"), config=CONFIG))
    with_text, without = dict(written), {key: value for key, value in written.items() if key != "text"}

    assert with_text == report_to_json(report_of(json.loads(json.dumps(with_text))))
    assert without == report_to_json(report_of(without), with_text=False)


@pytest.fixture
def reports(tmp_path):
    """Return two reports, a skip, and the file that holds them."""
    text = 'The harbour will close, Bloomberg reported. "Nobody was hurt," Ana Ruiz told CNN. Rain fell all night.'
    found = [
        audit(Article(text, id="a", publisher="Newsmax", date="2025-05-29"), config=CONFIG),
        Skipped("b", "language", "es"),
        audit(Article(text, id="c"), config=CONFIG),
    ]
    write(found, to=tmp_path / "reports.jsonl", with_text=False)
    return found, tmp_path / "reports.jsonl"


def test_sums_and_tables_are_those_of_the_reports(reports):
    """Sums and tables of what was read back are those of the reports, without a second audit and without their text."""
    found, path = reports
    back = list(read_reports(path))

    assert CorpusReport.of_all(found) == CorpusReport.of_all(back)
    assert to_frame(found).drop(columns="words").equals(to_frame(back).drop(columns="words"))
    assert to_frame(found, table="edges").equals(to_frame(back, table="edges"))


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
