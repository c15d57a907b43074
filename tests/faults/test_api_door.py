"""What the verbs take: what cannot be meant is refused at the call, in one line with the remedy; dates are taken."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import pickle
from pathlib import Path

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import citeaudit
from citeaudit import Article, Config, ConfigError, CorpusReport, Hyperlink, Limits, Span

TEXT = "The road is shut, the ministry said."
REPORT = citeaudit.audit(TEXT)
COLUMNS = {"text": [TEXT], "id": ["a"]}
FRAMES = {"pandas": pd.DataFrame(COLUMNS), "polars": pl.DataFrame(COLUMNS), "arrow": pa.table(COLUMNS)}
NAN = float("nan")

MANY = {
    "a text": (TEXT, r"use audit\(\)"),
    "an article": (Article(TEXT), r"use audit\(\)"),
    "pandas": (FRAMES["pandas"], "frame"),
    "polars": (FRAMES["polars"], "frame"),
    "arrow": (FRAMES["arrow"], "frame"),
    "bytes": (b"x", "decode"),
    "a path": (Path("a.txt"), r"audit_many\(read\("),
    "an open file": (io.StringIO(TEXT), r"audit_many\(read\("),
    "a record": ({"text": TEXT}, r"Article\(record"),
    "a report": (REPORT, "audited already"),
    "a class": (Article, "list"),
    "nothing": (None, "list"),
    "a number": (5, "list"),
    "records": ([{}], r"Article\(record"),
    "a record behind a text": ([TEXT, {"text": TEXT}], "number 2 is dict"),
    "bytes in a list": ([b"x"], "decode"),
    "paths in a list": ([Path("a.txt")], r"audit_many\(read\("),
    "an empty cell": ([TEXT, NAN], "number 2 is NaN"),
    "an empty cell of a column": (pd.Series([TEXT, None]), "number 2 is"),
    "lists": ([[TEXT]], "list"),
}


@pytest.mark.parametrize(("given", "remedy"), MANY.values(), ids=MANY)
def test_audit_many_refuses_what_is_no_row_of_articles(given, remedy):
    """At the call, before anything is asked of the iterator."""
    with pytest.raises(TypeError, match=remedy) as caught:
        citeaudit.audit_many(given)

    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("workers", [1, 2])
def test_audit_many_refuses_what_a_generator_gives_when_it_comes(workers):
    """What is read on the way cannot be looked at before; the articles before it are audited."""
    outcomes = citeaudit.audit_many((article for article in (TEXT, {})), workers=workers)

    with pytest.raises(TypeError, match="number 2 is dict"):
        list(outcomes)


@pytest.mark.parametrize(
    "given",
    [[TEXT], (Article(TEXT),), FRAMES["pandas"]["text"], FRAMES["polars"]["text"], iter([TEXT]), {TEXT: 0}.keys()],
    ids=lambda given: type(given).__name__,
)
def test_audit_many_takes_every_row_of_texts(given):
    """Lists, columns of frames and iterators."""
    (outcome,) = citeaudit.audit_many(given)

    assert outcome.attributed_share == 1.0


@pytest.mark.parametrize(
    ("named", "complaint"),
    [
        ({"workers": "2"}, "whole number"),
        ({"workers": 1.5}, "whole number"),
        ({"workers": True}, "whole number"),
        ({"limits": 5}, r"Limits\("),
        ({"config": {}}, r"Config\("),
        ({"config": Config}, r"Config\("),
    ],
    ids=repr,
)
def test_audit_many_refuses_settings_of_another_type(named, complaint):
    """At the call."""
    with pytest.raises(TypeError, match=complaint):
        citeaudit.audit_many([TEXT], **named)


ONE = {
    "bytes": (b"x", "decode"),
    "a path": (Path("a.txt"), r"audit_many\(read\("),
    "nothing": (None, "None"),
    "an empty cell": (NAN, "NaN"),
    "a list": ([TEXT], "audit_many"),
    "a record": ({"text": TEXT}, r"Article\(record"),
    "a frame": (FRAMES["pandas"], "audit_many"),
    "a class": (Article, "Article"),
    "a number": (5, "int"),
}


@pytest.mark.parametrize(("given", "remedy"), ONE.values(), ids=ONE)
@pytest.mark.parametrize("verb", ["audit", "find_attributions", "split_sentences"])
def test_the_verbs_for_one_text_refuse_what_is_none(verb, given, remedy):
    """With what to call or to give instead."""
    with pytest.raises(TypeError, match=remedy) as caught:
        getattr(citeaudit, verb)(given)

    assert verb in str(caught.value)


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (lambda: citeaudit.audit(TEXT, publisher=5), "publisher"),
        (lambda: citeaudit.audit(TEXT, config={}), "config="),
        (lambda: citeaudit.find_attributions(TEXT, config=0), "config="),
        (lambda: citeaudit.find_attributions(Article(TEXT)), r"\.text"),
        (lambda: citeaudit.split_sentences(Article(TEXT)), r"\.text"),
        (lambda: citeaudit.split_sentences(TEXT, explain="no"), "explain="),
        (lambda: citeaudit.read("x", input_format=5), "input_format="),
        (lambda: citeaudit.read("x", fields="text"), "fields="),
        (lambda: citeaudit.read("x", fields={"text": 5}), "fields"),
        (lambda: citeaudit.read("x", fields={5: "text"}), "fields="),
        (lambda: citeaudit.read("x", exclude=[5]), "exclude="),
        (lambda: citeaudit.read("x", encoding=None), "encoding="),
        (lambda: citeaudit.read("x", publisher=5), "publisher="),
        (lambda: citeaudit.to_frame(TEXT), r"audit\("),
        (lambda: citeaudit.to_frame([TEXT]), "number 1 is str"),
        (lambda: citeaudit.to_frame(None), "reports"),
        (lambda: citeaudit.to_frame(FRAMES["pandas"]), "frame"),
        (lambda: citeaudit.to_frame([REPORT], table=5), "table="),
        (lambda: citeaudit.to_frame([REPORT], library=None), "library="),
        (lambda: citeaudit.to_frame([REPORT], config={}), "config="),
        (lambda: citeaudit.write(TEXT, to="x"), r"audit\("),
        (lambda: citeaudit.write([1], to="x"), "number 1 is int"),
        (lambda: citeaudit.write(REPORT, to=5), "to="),
        (lambda: citeaudit.write(REPORT, to=object()), "to="),
        (lambda: citeaudit.write(REPORT, to="x", format=5), "format="),
        (lambda: citeaudit.write(REPORT, to="x", with_text="no"), "with_text="),
        (lambda: citeaudit.write(REPORT, to="x", config=5), "config="),
        (lambda: CorpusReport.of(TEXT), r"audit\("),
        (lambda: CorpusReport.of_all(REPORT), r"CorpusReport\.of\("),
        (lambda: CorpusReport.of_all([5]), "int"),
    ],
)
def test_what_cannot_be_meant_is_a_type_error_at_once(call, complaint, tmp_path, monkeypatch):
    """One line, which names the argument; nothing is written."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(TypeError, match=complaint) as caught:
        call()

    assert "\n" not in str(caught.value)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("verb", ["read", "read_reports"])
@pytest.mark.parametrize(
    "given",
    [FRAMES["pandas"], FRAMES["polars"], b"a.txt", [b"a.txt"], 5, None, Article(TEXT), io.StringIO("a"), {"a": 1}, [None]],
    ids=lambda given: type(given).__name__,
)
def test_reading_refuses_what_is_no_path(verb, given):
    """At the call, before anything is asked of the iterator."""
    with pytest.raises(TypeError, match=f"{verb}\\(\\) takes") as caught:
        getattr(citeaudit, verb)(given)

    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"text": None}, r"text=…\).*None"),
        ({"text": NAN}, r"text=…\).*NaN"),
        ({"text": b"x"}, "decode"),
        ({"text": 5}, r"str\("),
        ({"text": ["a"]}, "list"),
        ({"title": NAN}, "give None"),
        ({"publisher": pd.NA}, "give None"),
        ({"byline": ["Ana Ruiz"]}, "byline"),
        ({"url": b"x"}, "decode"),
        ({"id": 7}, r"str\("),
        ({"date": NAN}, "give None"),
        ({"date": pd.NaT}, "give None"),
        ({"date": 20250529}, r"datetime\.date"),
        ({"date": dt.time(3)}, r"datetime\.date"),
        ({"hyperlinks": "http://example.org"}, "hyperlinks"),
        ({"hyperlinks": [("a", "b")]}, "hyperlinks"),
        ({"hyperlinks": None}, "hyperlinks"),
        ({"blocks": [("a", "b")]}, "blocks"),
        ({"blocks": "quote"}, "blocks"),
        ({"origin": "a.txt"}, "origin"),
    ],
    ids=repr,
)
def test_an_article_refuses_what_no_article_holds(fields, complaint):
    """Where it is made, with the field's name: not in the middle of an audit."""
    with pytest.raises(TypeError, match=complaint) as caught:
        Article(**{"text": TEXT} | fields)

    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        (dt.date(2025, 5, 29), "2025-05-29"),
        (dt.datetime(2025, 5, 29, 3, 4), "2025-05-29T03:04:00"),  # noqa: DTZ001 - as a table without zones has it
        (pd.Timestamp("2025-05-29"), "2025-05-29T00:00:00"),
        ("2025", "2025"),
        (None, None),
    ],
    ids=repr,
)
def test_a_date_becomes_iso_8601(date, iso):
    """As ``datetime`` and the tables write it, so that a corpus counts its month."""
    article = Article(TEXT, date=date)

    assert article.date == iso
    assert CorpusReport.of(citeaudit.audit(article)).statuses[0].month == ("2025-05" if iso and len(iso) > 4 else None)


def test_an_article_stays_a_frozen_standard_dataclass():
    """It goes out too: dataclasses, pickle and replace take it, a list of links is a tuple in it, and nothing in it can be changed."""
    link = Hyperlink(Span(0, 8), "https://example.org")
    article = Article(TEXT, hyperlinks=[link])

    assert article == Article(TEXT, hyperlinks=(link,)) == pickle.loads(pickle.dumps(article)) == dataclasses.replace(article)  # noqa: S301
    assert hash(article) == hash(Article(TEXT, hyperlinks=(link,)))
    assert dataclasses.asdict(article)["hyperlinks"] == ({"span": {"start": 0, "end": 8}, "url": "https://example.org"},)
    with pytest.raises(dataclasses.FrozenInstanceError):
        article.text = "x"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (((0, 8), "u"), "Span"),
        ((Span(0, 8), None), "url"),
        ((Span(0, 8), b"u"), "decode"),
        ((Span(0.5, 8), "u"), "whole numbers"),
    ],
    ids=repr,
)
def test_a_hyperlink_refuses_what_leads_nowhere(arguments, complaint):
    """A span of whole numbers, and an address that is a string."""
    with pytest.raises(TypeError, match=complaint):
        Hyperlink(*arguments)


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        ({"root": 5}, "root"),
        ({"severity": {5: "note"}}, "severity"),
        ({"severity": {"CA203": []}}, "severity"),
        ({"severity": [("CA203", "note")]}, "severity"),
        ({"per_file_ignores": {5: ["CA2"]}}, "per_file_ignores"),
        ({"per_file_ignores": {"a": "CA2"}}, "per_file_ignores"),
        ({"select": "CA2"}, "select"),
        ({"select": [None]}, "select"),
        ({"ignore": [["CA2"]]}, "ignore"),
        ({"minimum_confidence": NAN}, "minimum_confidence"),
        ({"minimum_attributed": "0.5"}, "minimum_attributed"),
        ({"minimum_claims": True}, "minimum_claims"),
        ({"gazetteer": "outlets.tsv"}, "gazetteer"),
        ({"weights": "weights.json"}, "weights"),
        ({"denied_outlets": [5]}, "denied_outlets"),
        ({"fail_on": []}, "fail_on"),
        ({"publisher": b"x"}, "publisher"),
        ({"check_language": "no"}, "check_language"),
    ],
    ids=repr,
)
def test_settings_that_cannot_be_meant_are_told_by_name(settings, complaint):
    """A ConfigError, whatever the type of what is given."""
    with pytest.raises(ConfigError, match=complaint):
        Config(**settings)


def test_settings_are_values_of_their_own():
    """A list that is changed afterwards changes no settings; words become what they name."""
    ignored = ["CA203"]
    config = Config(ignore=ignored, fail_on="note", root="texts")
    ignored.append("nonsense")

    assert config.ignore == ("CA203",)
    assert config.fail_on is citeaudit.Severity.NOTE
    assert config.root == Path("texts")
    assert Limits(seconds=5).seconds == 5
