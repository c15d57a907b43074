"""Sums over corpora add up, in any grouping."""

from __future__ import annotations

import dataclasses
import pickle

import orjson
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeaudit import Article, audit
from citeaudit.config import Config
from citeaudit.model.articles import InputProblem
from citeaudit.model.corpora import CorpusReport, EdgeCount, FindingCount, PublisherCount, SkipCount, SourceCount, StatusCount
from citeaudit.model.reports import Skipped

names = st.sampled_from([None, "Gazette", "Newsmax"])
numbers = st.integers(0, 9)
words = st.sampled_from(["a", "b", "c"])


def rows(row, *strategies):
    """Return tuples of rows whose names are distinct, sorted as a report has them."""
    return st.lists(st.builds(row, *strategies), max_size=4).map(lambda found: CorpusReport.of_all([
        CorpusReport(**{FIELD[row]: (one,)}) for one in found])).map(lambda report: getattr(report, FIELD[row]))  # fmt: skip


FIELD = {
    PublisherCount: "publishers",
    StatusCount: "statuses",
    EdgeCount: "edges",
    SourceCount: "sources",
    FindingCount: "findings",
    SkipCount: "skipped",
}
reports = st.builds(
    CorpusReport,
    articles=numbers,
    problems=numbers,
    skipped=rows(SkipCount, words, words, numbers),
    publishers=rows(PublisherCount, names, numbers, numbers, numbers),
    statuses=rows(StatusCount, names, st.sampled_from([None, "2025-05"]), words, words, numbers),
    edges=rows(EdgeCount, names, words, st.sampled_from([None, "x"]), st.booleans(), *[numbers] * 10),
    sources=rows(SourceCount, names, words, words, numbers, numbers),
    findings=rows(FindingCount, names, words, words, words, numbers, numbers),
)


class TestAddition:
    """A corpus report is a sum."""

    @given(reports, reports, reports)
    def test_associative(self, first, second, third):
        """Any grouping gives the same sum, so that processes and engines may fold as they like."""
        assert (first + second) + third == first + (second + third) == CorpusReport.of_all([first, second, third])

    @given(reports, reports)
    def test_commutative(self, first, second):
        """The order does not matter either."""
        assert first + second == second + first

    @given(reports)
    def test_neutral(self, report):
        """The empty report changes nothing."""
        assert report + CorpusReport() == report == CorpusReport() + report

    def test_a_report_and_something_else_do_not_add(self):
        """Only reports add up."""
        with pytest.raises(TypeError):
            CorpusReport() + 1


TEXT = (
    "The harbour will close until March, Bloomberg reported on Monday. Bloomberg reported that the wall is safe. "
    '"Nobody was hurt," Ana Ruiz told CNN. The mayor, Ana Ruiz, said that the ferries are late. Rain fell all night. '
)


@pytest.fixture(scope="module")
def report():
    """Return the report of one article."""
    return audit(Article(TEXT, id="a", publisher="Newsmax", date="2025-05-29"), config=Config(check_language=False))


class TestOneArticle:
    """The sums of one article."""

    def test_edges(self, report):
        """Each outlet that claims rest on is an edge with its claims, the one article, and its roles."""
        corpus = CorpusReport.of(report)
        edges = {edge.outlet_id: edge for edge in corpus.edges}

        assert {"Newsmax"} == {edge.publisher for edge in corpus.edges}
        assert (edges["bloomberg"].claims, edges["bloomberg"].articles, edges["bloomberg"].reporter) == (2, 1, 2)
        assert (edges["cnn"].claims, edges["cnn"].articles, edges["cnn"].venue) == (1, 1, 1)

    def test_statuses_agree_with_the_report(self, report):
        """The sums by status are those of the report, under publisher and month."""
        corpus = CorpusReport.of(report)

        assert report.counts == corpus.counts
        assert report.attributed_share == corpus.attributed_share
        assert {("Newsmax", "2025-05")} == {(row.publisher, row.month) for row in corpus.statuses}
        assert len(report.claims) == corpus.claims == sum(corpus.origins.values())

    def test_ranking(self, report):
        """Outlets are ranked by claims, with their share."""
        corpus = CorpusReport.of(report) + CorpusReport.of(report)

        assert [(row.outlet_id, row.claims, row.articles, row.publishers, row.share) for row in corpus.outlets] == [
            ("bloomberg", 4, 2, 1, 2 / 3),
            ("cnn", 2, 2, 1, 1 / 3),
        ]

    def test_what_made_it(self, report):
        """The sums say what made them."""
        (maker,) = CorpusReport.of(report).made_by

        assert (report.provenance.version, report.provenance.config) == (maker.version, maker.config)

    def test_what_stands_in_an_articles_place_counts_too(self):
        """Skips count by reason and language, problems by number."""
        skips = [Skipped("a", "language", "es"), Skipped("b", "language", "es"), Skipped("c", "size", "2,000,000 characters")]
        corpus = CorpusReport.of_all([*skips, InputProblem("a.txt", "is empty", "fill it")])

        assert (SkipCount("language", "es", 2), SkipCount("size", "", 1)) == corpus.skipped
        assert (corpus.articles, corpus.problems) == (0, 1)

    def test_plain_values(self, report):
        """Sums are plain values: pickle, orjson, asdict and pandas take them as they are."""
        corpus = CorpusReport.of(report)

        assert corpus == pickle.loads(pickle.dumps(corpus))  # noqa: S301 - our own
        assert orjson.loads(orjson.dumps(corpus)) == orjson.loads(orjson.dumps(dataclasses.asdict(corpus)))
        assert {"bloomberg", "cnn"} == set(pd.DataFrame(corpus.edges)["outlet_id"])
