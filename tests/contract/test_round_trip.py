"""A report and its JSON say the same: nothing is lost on the way there and back."""

from __future__ import annotations

import dataclasses
import inspect
import json
import pickle
from pathlib import Path

import pytest
from contract.reports import reports
from hypothesis import given
from hypothesis import strategies as st
from strategies import compositions, noise, text_of

from citeaudit import Article, ArticleReport, Config, ConfigError, CorpusReport, Hyperlink, InputError, Span, audit
from citeaudit.model import articles, relations, spans
from citeaudit.model import reports as model_reports

PINNED = Path(__file__).parent / "data" / "first.json"
ANY_LANGUAGE = Config(check_language=False)
TEXT = "The bridge 🌉 will open in May, Ana Ruiz told the BBC. “We are glad 👩‍👧,” she said. Nobody was hurt."


@pytest.fixture(scope="module")
def report():
    """Return a report with a link, wide characters and a claim of each sort."""
    return audit(Article(TEXT, id="a", hyperlinks=(Hyperlink(Span(4, 12), "https://g.example/1"),)))


@given(reports())
def test_any_report_is_read_back_equal(drawn):
    """Whatever stands in the fields of a report, its JSON gives it back, by dicts and by a line."""
    assert ArticleReport.from_dict(drawn.to_dict()) == drawn
    assert ArticleReport.from_dict(json.loads(drawn.to_json())) == drawn


@given(reports())
def test_words_and_other_offsets_change_nothing(drawn):
    """A report with words and UTF-16 offsets is read back as the same report."""
    assert ArticleReport.from_dict(drawn.to_dict(with_words=True, offsets="utf16")) == drawn


@given(st.one_of(compositions().map(text_of), noise()))
def test_an_audit_is_read_back_equal(text):
    """What an audit says of any text is equal to what its line of JSON gives back."""
    found = audit(Article(text, publisher="The Guardian"), config=ANY_LANGUAGE)

    assert ArticleReport.from_dict(found.to_dict()) == found
    assert ArticleReport.from_dict(found.to_dict(offsets="utf16")) == found


@given(reports())
def test_the_first_version_is_kept_through_the_model(drawn):
    """A report of version 1, read back and written again, is the same object."""
    first = drawn.to_dict(schema=1)

    assert ArticleReport.from_dict(first).to_dict(schema=1) == first


def test_the_first_version_is_as_it_was():
    """Version 1 has the keys, in the order, and the values that it had before there was a second."""
    pinned = PINNED.read_text(encoding="utf-8")
    known = json.loads(pinned)
    article = {key: known[key] for key in ("text", "id", "publisher", "title", "byline", "date", "url")}
    again = ArticleReport.from_dict(known).to_dict(schema=1)

    assert json.dumps(again, ensure_ascii=False, indent=1) + "\n" == pinned
    assert {key: list(value) if isinstance(value, dict) else type(value) for key, value in known.items()} == {
        key: list(value) if isinstance(value, dict) else type(value)
        for key, value in audit(Article(**article)).to_dict(schema=1).items()
    }


def test_what_scorers_read_stands_in_both_versions(report):
    """Sentences, attributions and mentions keep the keys of version 1, with the same values but for evidence and rounding."""
    first, second = report.to_dict(schema=1), report.to_dict()
    for name in ("sentences", "attributions", "mentions"):
        for old, new in zip(first[name], second[name], strict=True):
            assert old.keys() <= new.keys()
            same = old.keys() - {"evidence", "share", "score", "chain"}
            assert {key: old[key] for key in same} == {key: new[key] for key in same}


def test_a_report_that_was_copied_is_written_alike(report):
    """Copies, whose parts are no longer the very same objects, are written as the report itself."""
    copied = pickle.loads(pickle.dumps(report))  # noqa: S301 - it was pickled here
    parted = dataclasses.replace(copied, attributions=report.attributions)

    assert parted.to_json() == copied.to_json() == report.to_json()


def test_without_its_text_a_report_still_adds_up(report):
    """Without the text the offsets remain, and the sums are those of the whole."""
    bare = report.to_dict(with_text=False)

    assert "text" not in bare
    assert CorpusReport.of(ArticleReport.from_dict(bare)) == CorpusReport.of(report)


def test_every_field_has_a_key():
    """Each field of each class that a report holds changes the JSON: a new one cannot be forgotten there."""
    known = {
        "Span": 2, "Evidence": 3, "Hyperlink": 2, "Block": 2, "Origin": 3, "Article": 10, "Sentence": 4, "Dateline": 3, "Quotation": 4,
        "Mention": 5, "Source": 10, "Attribution": 14, "Claim": 12, "Finding": 7, "Provenance": 5, "ArticleReport": 10,
    }  # fmt: skip
    classes = [
        kind for module in (spans, articles, relations, model_reports) for _, kind in inspect.getmembers(module, inspect.isclass)
    ]
    found = {kind.__name__: len(dataclasses.fields(kind)) for kind in classes if kind.__name__ in known}

    assert found == known, (
        "write the new field in citeaudit/contract/, read it, describe it in report_schema.py, draw it in reports.py"
    )


@pytest.mark.parametrize(
    ("settings", "remedy"),
    [
        ({"schema": 3}, "one of 1, 2"),
        ({"schema": True}, "one of 1, 2"),
        ({"offsets": "bytes"}, "one of codepoints, utf16"),
        ({"with_text": None}, "True or False"),
        ({"schema": 1, "offsets": "utf16"}, "give schema 2"),
        ({"with_words": True, "with_text": False}, "ask for words"),
    ],
    ids=str,
)
def test_what_cannot_be_meant_is_refused(report, settings, remedy):
    """A version that there is none of, and settings that do not go together, are refused with the remedy."""
    with pytest.raises(ConfigError, match=remedy):
        report.to_dict(**settings)


def changed(report, *path, to):
    """Return the JSON of *report* with another value at *path*."""
    value = json.loads(report.to_json())
    inner = value
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = to
    return value


@pytest.mark.parametrize(
    ("path", "to", "told"),
    [
        (("schema",), "other/1", "schema is 'other/1'"),
        (("offsets",), "bytes", "offsets are 'bytes'"),
        (("text",), 5, "'text' must be a string"),
        (("sentences", 0, "start"), 1.5, "whole number"),
        (("sentences", 0, "start"), -1, "a span runs"),
        (("sentences", 0, "status"), "true", "not a valid Status"),
        (("sentences", 0, "share"), "much", "'share' must be a number from 0 to 1"),
        (("sentences", 0, "share"), 1.5, "not 1.5"),
        (("sentences", 0, "attributions"), [-1], "at least 0, not -1"),
        (("sentences", 0, "attributions"), [99], "index"),
        (("attributions", 0, "hedged"), 1, "'hedged' must be true or false"),
        (("attributions", 0, "chain", 0, "name"), None, "'name' must be a string"),
        (("mentions", 0), {}, "key 'start' is missing"),
        (("provenance",), [], "list indices"),
    ],
    ids=str,
)
def test_what_is_no_report_is_refused_in_one_line(report, path, to, told):
    """The line says what is wrong, and what to give instead."""
    with pytest.raises(InputError, match=told) as caught:
        ArticleReport.from_dict(changed(report, *path, to=to))

    assert "\n" not in str(caught.value)
    assert "to_dict()" in str(caught.value)


@pytest.mark.parametrize("value", [None, [], "{}", {}, {"schema": "citeaudit/report/2"}], ids=repr)
def test_other_values_are_refused(value):
    """So is what is no object at all."""
    with pytest.raises(InputError, match="no report of citeaudit"):
        ArticleReport.from_dict(value)


def test_a_skip_is_no_report():
    """The line of an article that was skipped says so."""
    line = {
        "schema": "citeaudit/report/2",
        "id": "a",
        "origin": None,
        "skipped": {"reason": "language", "language": "es", "detail": "es"},
    }

    with pytest.raises(InputError, match=r"skipped \(language\)"):
        ArticleReport.from_dict(line)
