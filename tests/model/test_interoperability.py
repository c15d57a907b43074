"""Reports are plain values: whatever reads dataclasses reads them as they are."""

from __future__ import annotations

import copy
import dataclasses
import enum
import json
import pickle
import sys
import types
import typing

import orjson
import pandas as pd
import pytest
from pydantic import TypeAdapter

from citeaudit import ArticleReport, audit
from citeaudit.model import articles, relations, reports, spans
from citeaudit.model.reports import Claim

TEXT = (
    "LONDON (Reuters) - The bridge will open in May, Ana Ruiz said on Monday, CNN reported.\n"
    "“We are glad,” she told the Guardian. A person familiar with the plan said it was late. It reportedly cost $4 million.\n"
    "The Associated Press contributed to this report."
)
PLAIN = (str, int, float, bool, types.NoneType)


@pytest.fixture(scope="module")
def report():
    """Return a report that holds something of each kind."""
    return audit(TEXT, publisher="The Guardian")


def reachable(kind, seen):
    """Gather in *seen* every type that a value of *kind* may hold."""
    for inner in typing.get_args(kind):
        reachable(inner, seen)
    kind = typing.get_origin(kind) or kind
    if kind in seen or not isinstance(kind, type):
        return seen
    seen.add(kind)
    if dataclasses.is_dataclass(kind):
        for hint in typing.get_type_hints(kind).values():
            reachable(hint, seen)
    return seen


def test_frozen_and_slotted_all_the_way_down():
    """Every type that a report may hold is a frozen, slotted standard dataclass, an enum, a tuple or a plain value."""
    for kind in reachable(ArticleReport, set()) - {tuple, types.UnionType, *PLAIN}:
        if issubclass(kind, enum.StrEnum):
            continue

        assert dataclasses.is_dataclass(kind), f"{kind} is no dataclass"
        assert not hasattr(kind, "__attrs_attrs__"), f"{kind} is an attrs class"
        assert kind.__dataclass_params__.frozen, f"{kind} is not frozen"
        assert "__slots__" in vars(kind), f"{kind} has no slots"


@pytest.mark.parametrize("module", [articles, relations, reports, spans], ids=lambda module: module.__name__)
def test_every_model_class_is_frozen(module):
    """No class of the model can be changed after it is made."""
    for kind in vars(module).values():
        if isinstance(kind, type) and kind.__module__ == module.__name__ and dataclasses.is_dataclass(kind):
            assert kind.__dataclass_params__.frozen, kind


def test_a_report_cannot_be_changed(report):
    """Setting a field raises."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        report.language = "fr"


def test_asdict(report):
    """dataclasses.asdict gives dicts, tuples and plain values, which json writes."""
    value = dataclasses.asdict(report)

    assert value["article"]["text"] == TEXT
    assert json.loads(json.dumps(value))["claims"][0]["status"] == report.claims[0].status


def test_orjson(report):
    """Orjson writes a report as json writes its dict."""
    assert orjson.loads(orjson.dumps(report)) == json.loads(json.dumps(dataclasses.asdict(report)))


def test_pydantic(report):
    """Pydantic writes a report as its JSON has it, reads it back as equal, and knows its schema."""
    adapter = TypeAdapter(ArticleReport)

    assert adapter.validate_json(adapter.dump_json(report)) == report
    assert adapter.json_schema()["title"] == "citeaudit report, version 2"


def test_pandas(report):
    """A data frame of claims has a row a claim and a column a field, and counts by status."""
    frame = pd.DataFrame(report.claims)

    assert list(frame.columns) == [field.name for field in dataclasses.fields(Claim)]
    assert frame["status"].value_counts().to_dict() == {status: count for status, count in report.counts.items() if count}


def test_pickle(report):
    """A report goes through pickle, as worker processes send it."""
    assert pickle.loads(pickle.dumps(report)) == report  # noqa: S301 - it was pickled here


def test_replace(report):
    """dataclasses.replace makes another report, and copy.replace where Python has it."""
    assert dataclasses.replace(report, language=None).language is None
    if sys.version_info >= (3, 13):
        assert copy.replace(report, language=None) == dataclasses.replace(report, language=None)


def test_equal_and_hashable(report):
    """Two audits of one text are equal, and a report may stand in a set."""
    assert audit(TEXT, publisher="The Guardian") == report
    assert len({report, audit(TEXT, publisher="The Guardian")}) == 1


def test_match(report):
    """A claim matches by its fields."""
    match report.claims[0]:
        case Claim(status="outlet" | "source" | "unattributed" as status):
            assert status == report.claims[0].status
        case _:
            pytest.fail("the claim does not match")
