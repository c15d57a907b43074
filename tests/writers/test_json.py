"""The JSON contract: the keys of version 1, and what UTF-8 cannot hold."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest

import citeaudit
from citeaudit.model.reports import Skipped
from citeaudit.writers.json import json_line, report_to_json, skipped_to_json

TEXT = 'The wall is safe, Marta Oliveira said. "It will stay," she told the BBC. Nobody was hurt.\n' * 2
SCHEMA = json.loads(files("citeaudit.writers").joinpath("report.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


@pytest.mark.parametrize("with_text", [True, False])
def test_a_report_keeps_to_the_schema_that_ships(with_text):
    """What the command line writes is what report.schema.json says, with the text and without."""
    value = report_to_json(citeaudit.audit(TEXT), with_text=with_text)

    VALIDATOR.validate(value)
    assert with_text == ("text" in value)


def test_a_skipped_article_keeps_to_the_schema():
    """An article in another language has a line of its own."""
    value = skipped_to_json(Skipped("a", "language", "es"))

    VALIDATOR.validate(value)
    assert value["skipped"] == {"reason": "language", "language": "es", "detail": "es"}


def test_the_schema_refuses_what_is_no_report():
    """The schema is no mere formality: a report with a wrong status fails."""
    value = report_to_json(citeaudit.audit(TEXT))
    value["sentences"][0]["status"] = "true"

    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(value)


def test_lone_surrogates_are_escaped():
    """A line is always UTF-8, and reads back as the same text."""
    line = json_line({"text": "a\ud800é"})

    assert json.loads(line.decode()) == {"text": "a\ud800é"}
