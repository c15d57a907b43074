"""The schemas are true: whatever is written for programs keeps to its own, and has no key that it does not name."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest
from contract.reports import reports
from hypothesis import given
from hypothesis import strategies as st
from strategies import compositions, noise, text_of

from citeaudit import Article, Config, CorpusReport, Gazetteer, InputProblem, Severity, Skipped, audit
from citeaudit.baselines import Baseline, Known
from citeaudit.cli.main import main
from citeaudit.config_files import KEYS
from citeaudit.contract.schema_words import inlined
from citeaudit.rules import RULES
from citeaudit.schemas import BEFORE, SCHEMAS
from citeaudit.writers.corpora import corpus_to_json
from citeaudit.writers.json import skipped_to_json

DOCS = Path(__file__).parents[2] / "docs" / "schema"
EVERY_RULE = Config(check_language=False, extend_select=("ALL",))
EVERY = [*((name, None) for name in SCHEMAS), *BEFORE]
TEXT = (
    "LONDON (Reuters) - The bridge 🌉 will open in May, Ana Ruiz said on Monday, CNN reported.\n"
    "“We are glad,” she told the Guardian. A person familiar with the plan said it was late. It reportedly cost $4 million.\n"
)


def closed(schema):
    """Return *schema* with objects that may have no key beside those that it names."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(value) for key, value in schema.items()}
    return {"additionalProperties": False, **inner} if "properties" in schema and schema.get("type") == "object" else inner


def validator(name, version=None):
    """Return what validates, strictly, against the schema called *name*."""
    schema = SCHEMAS[name]() if version is None else BEFORE[name, version]()
    return jsonschema.Draft202012Validator(closed(schema))


REPORTS, FIRST_REPORTS = validator("report"), validator("report", 1)


@pytest.mark.parametrize(("name", "version"), EVERY, ids=str)
def test_a_schema_is_one_and_stands_in_the_docs(name, version, capsys):
    """Each is valid, is what the command prints, and is the file in docs/schema."""
    arguments = ["schema", name, *(["--schema", str(version)] if version else [])]
    assert main(arguments) == 0
    printed = capsys.readouterr().out

    jsonschema.Draft202012Validator.check_schema(json.loads(printed))
    page = DOCS / f"{name}{f'-{version}' if version else ''}.json"
    assert page.read_text(encoding="utf-8") == printed, (
        f"write it anew: citeaudit {' '.join(arguments)} > docs/schema/{page.name}"
    )


def test_the_docs_hold_no_other_schema():
    """What is no longer described has no file."""
    assert {page.stem for page in DOCS.iterdir()} == {f"{name}{f'-{version}' if version else ''}" for name, version in EVERY}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["config", "--schema", "1"], "leave --schema out"), (["report", "--schema", "9"], "no version 9")],
    ids=str,
)
def test_a_version_that_there_is_none_of_is_refused(arguments, told, capsys):
    """One line says so."""
    assert main(["schema", *arguments]) == 2
    assert told in capsys.readouterr().err


@given(reports(), st.booleans(), st.booleans(), st.sampled_from(["codepoints", "utf16"]))
def test_any_report_keeps_to_its_schema(drawn, with_text, with_words, offsets):
    """Whatever a report holds, and in whichever shape it is written."""
    REPORTS.validate(drawn.to_dict(with_text=with_text, with_words=with_words and with_text, offsets=offsets))
    FIRST_REPORTS.validate(drawn.to_dict(schema=1, with_text=with_text))


@given(st.one_of(compositions().map(text_of), noise()))
def test_an_audit_and_its_sums_keep_to_their_schemas(text):
    """What an audit writes of any text, and what is counted of it."""
    report = audit(Article(text, publisher="The Guardian"), config=EVERY_RULE)
    REPORTS.validate(json.loads(report.to_json()))
    FIRST_REPORTS.validate(json.loads(report.to_json(schema=1)))
    skipped, problem = Skipped("b", "language", "es"), InputProblem("a.txt", "is empty", "give another")

    corpus = CorpusReport.of_all([report, skipped, problem])
    validator("corpus").validate(json.loads(json.dumps(corpus_to_json(corpus, Gazetteer.default()))))


@pytest.mark.parametrize("version", [1, 2])
def test_a_skipped_article_keeps_to_the_schema(version):
    """An article in another language has a line of its own."""
    value = skipped_to_json(Skipped("a", "language", "es"), schema=version)

    (REPORTS if version == 2 else FIRST_REPORTS).validate(value)
    assert value["skipped"] == {"reason": "language", "language": "es", "detail": "es"}


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize(("key", "value"), [("status", "true"), ("start", -1), ("paragraph", None), ("outlets", "BBC")])
def test_the_schema_refuses_what_is_no_report(version, key, value):
    """The schema is no mere formality: a report with a wrong value fails."""
    report = audit(TEXT).to_dict(schema=version)
    report["sentences"][0][key] = value

    assert not (REPORTS if version == 2 else FIRST_REPORTS).is_valid(report)


def test_findings_and_baselines_keep_to_their_schemas(tmp_path, monkeypatch, capsys):
    """What a check writes: findings with what could not be read and what was skipped, each line of them, and the baseline."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text(
        "El puerto de la ciudad estará cerrado hasta marzo, dijo el lunes la autoridad del muelle. " * 9
    )
    (tmp_path / "d.jsonl").write_text('{"id": "7"}\n', encoding="utf-8")
    inputs = ["check", "--notes", "--extend-select", "ALL", "a.txt", "b.txt", "c.txt", "d.jsonl", "--format"]
    main([*inputs, "json"])
    document = json.loads(capsys.readouterr().out)
    main([*inputs, "jsonl"])
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    validator("findings").validate(document)
    assert document["findings"]
    assert document["problems"]
    assert document["skipped"]
    assert {"problem" in line for line in lines} == {True, False}
    for line in lines:
        validator("findings").validate(line)

    main(["check", "a.txt", "--notes", "--baseline", "known.json", "--write-baseline"])
    known = json.loads((tmp_path / "known.json").read_text(encoding="utf-8"))
    validator("baseline").validate(known)
    assert known["findings"]
    validator("baseline").validate(json.loads(Baseline.of([Known("a", "CA101", "b")]).dumps()))


SETTINGS = """
select = ["CA1", "vague-attribution", "ALL", "CA20"]
ignore = ["CA203"]
fail-on = "note"
minimum-attributed = 0.8
minimum-claims = 3
check-language = false
per-file-ignores = { "wire/*" = ["CA1"] }
severity = { CA203 = "error", "unattributed-claim" = "note" }
"""


def test_settings_are_described_whole():
    """Every key of a file of settings is in the schema, and no other; a file that is read validates, a slip in it does not."""
    schema = SCHEMAS["config"]()
    strict = jsonschema.Draft202012Validator(schema)
    settings = tomllib.loads(SETTINGS.replace("unattributed-claim", RULES[0].name))

    assert sorted(schema["properties"]) == list(KEYS)
    assert all(value.get("description") or value.get("type") or value.get("enum") for value in schema["properties"].values())
    strict.validate(settings)
    for wrong in (
        {"selct": []},
        {"fail-on": "fatal"},
        {"minimum-attributed": 80},
        {"select": ["CAX"]},
        {"severity": {"CA9": "note"}},
    ):
        assert not strict.is_valid(wrong), wrong
    assert [severity.value for severity in Severity] == schema["properties"]["fail-on"]["enum"]


def test_a_schema_may_stand_inside_another():
    """Without its references a schema says the same."""
    schema = inlined(SCHEMAS["report"]())

    assert "$ref" not in json.dumps(schema)
    jsonschema.Draft202012Validator(schema).validate(audit(TEXT).to_dict(with_words=True))
