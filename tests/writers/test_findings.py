"""Findings in nine formats: each as it stands in its snapshot, and each read back by somebody else's parser."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft4Validator
from junitparser import Error, Failure, JUnitXml

from citeaudit.model.articles import InputProblem
from citeaudit.model.reports import Finding, Severity, Skipped
from citeaudit.model.spans import Evidence, Span
from citeaudit.rules import RULES
from citeaudit.text.positions import Position
from citeaudit.text.shown import shown
from citeaudit.writers.findings import FINDING_WRITERS
from citeaudit.writers.findings.github import github_summary
from citeaudit.writers.findings.places import Checked, Place
from citeaudit.writers.findings.sarif import MOST
from citeaudit.writers.findings.statistics import statistics_to_lines
from citeaudit.writers.text import lines_to_text

HERE = Path(__file__).parent
WRITERS = {writer.name: writer for writer in FINDING_WRITERS}
SCHEMA = json.loads((HERE / "schemas" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))

LINE = "The singer reportedly left the band, and 歌手 Łukasz stayed."
HOSTILE = "100% “sure”: a,b\r\n::error::<b>|`\x1b[31m\x00\ud800"


def finding(code="CA203", severity=Severity.WARNING, message="“reportedly” does not say who", start=11, end=21, mark="f1"):  # noqa: PLR0917 - as a Finding has them
    """Return a finding made by hand."""
    name = next(rule.name for rule in RULES if rule.code == code)
    return Finding(
        code, name, message, severity, Span(start, end), mark, (Evidence("unnamed.hedge", Span(start, end), "reportedly"),)
    )


def place(path="news/a.txt", line=3, found=None, **more):
    """Return the place of a finding in a plain-text file."""
    found = found or finding()
    start, end = Position(line, found.span.start + 1), Position(line, found.span.end + 1)
    return Place(found, path, line, start, end, LINE, **more)


CHECKED = Checked(
    places=(
        place(),
        place(found=finding("CA104", Severity.ERROR, "The article accuses in its own voice", 44, 50, "f2")),
        place("b c/#1 ü.jsonl", 7, finding(message=HOSTILE, mark="f3"), is_exact=False, is_record=True, article="id-7"),
        place("b c/#1 ü.jsonl", 7, finding(message=HOSTILE, mark="f3"), is_exact=False, is_record=True, article="id-7"),
        place(found=finding("CA101", Severity.NOTE, "Nobody stands behind this statement", 0, 58, "f4")),
    ),
    problems=(InputProblem("gone.txt", "no such file or directory", "check the name"),),
    skipped=(Skipped("es-1", "language", "es"),),
    unlisted=Counter({Severity.NOTE: 12}),
    articles=3,
    claims=10,
    attributed=7,
    paths=("news/a.txt", "b c/#1 ü.jsonl", "clean.txt"),
)
MANY = Checked(places=tuple(place(line=number + 1) for number in range(MOST + 50)), articles=1, paths=("news/a.txt",))


@pytest.mark.parametrize("name", [name for name in WRITERS if not WRITERS[name].needs_reports])
def test_each_format_is_as_its_snapshot(name, pytestconfig):
    """What a format looks like changes only on purpose (pytest --update-goldens rewrites the snapshots)."""
    written = WRITERS[name].dumps(CHECKED).encode("utf-8", "replace").decode("utf-8")
    if name == "sarif":  # the pages and the version change without the format
        log = json.loads(written)
        driver = log["runs"][0]["tool"]["driver"]
        driver |= {
            "semanticVersion": "…",
            "rules": [{**rule, "help": "…", "fullDescription": "…"} for rule in driver["rules"][:2]],
        }
        written = json.dumps(log, ensure_ascii=False, indent=2) + "\n"
    snapshot = HERE / "snapshots" / f"findings.{name}.txt"
    if pytestconfig.getoption("--update-goldens"):
        snapshot.write_bytes(written.encode())

    assert written == snapshot.read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", WRITERS)
def test_nothing_found_is_a_whole_document_too(name):
    """A clean run is as well formed as any other."""
    written = WRITERS[name].dumps(Checked())

    assert "\x1b" not in written
    assert written or name == "jsonl"


def test_sarif_is_valid():
    """The log holds against the official schema, hostile paths and messages too."""
    for checked in (CHECKED, Checked(), MANY):
        Draft4Validator(SCHEMA).validate(json.loads(WRITERS["sarif"].dumps(checked)))


def test_sarif_says_what_code_scanning_needs():
    """Relative URIs, our own fingerprints, help for each rule, code-point columns, and failure where something was unreadable."""
    (run,) = json.loads(WRITERS["sarif"].dumps(CHECKED))["runs"]
    results = run["results"]

    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [rule.code for rule in RULES]
    assert all(rule["help"]["markdown"] for rule in run["tool"]["driver"]["rules"])
    assert [result["level"] for result in results] == ["error", "warning", "warning", "warning", "note"]
    assert all(run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] for result in results)
    assert results[0]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": 45,
        "endLine": 3,
        "endColumn": 51,
    }
    uris = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results}
    assert uris == {"news/a.txt", "b%20c/%231%20%C3%BC.jsonl"}
    assert results[0]["partialFingerprints"] == {"citeaudit/v1": "f2"}
    assert not run["invocations"][0]["executionSuccessful"]


@pytest.mark.parametrize("name", WRITERS)
def test_a_file_name_that_is_no_text_is_written(name):
    """A name in another encoding than the system's is a name all the same."""
    assert WRITERS[name].dumps(Checked(places=(place("caf\udce9.txt"),), paths=("caf\udce9.txt",))).encode("utf-8", "replace")


def test_sarif_gives_at_most_5000_results():
    """Code scanning takes no more; the rest is counted."""
    (run,) = json.loads(WRITERS["sarif"].dumps(MANY))["runs"]

    assert len(run["results"]) == MOST
    assert "50 results are left out" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


COMMAND = re.compile(r"^::(?P<kind>error|warning|notice) (?P<properties>[^\n]*?)::(?P<message>.*)$")


def annotations(text):
    """Return the commands of *text* as the runner reads them: kind, properties, message."""
    read = []
    for line in text.splitlines():
        command = COMMAND.match(line)
        if command:
            properties = dict(pair.split("=", 1) for pair in command["properties"].split(","))
            undone = {key: _undone(value.replace("%3A", ":").replace("%2C", ",")) for key, value in properties.items()}
            read.append((command["kind"], undone, _undone(command["message"])))
        else:
            assert not line.startswith("::")
    return read


def _undone(words):
    return words.replace("%25", "%")


def test_github_annotations_come_back_as_they_went():
    """Percent signs, colons and commas survive the runner, and no message becomes a command of its own."""
    read = annotations(WRITERS["github"].dumps(CHECKED))

    assert [kind for kind, _, _ in read] == ["error", "error", "warning", "warning", "warning", "notice"]
    assert read[1][1] == {
        "file": "news/a.txt",
        "line": "3",
        "endLine": "3",
        "col": "45",
        "endColumn": "51",
        "title": "CA104 unattributed-allegation",
    }
    assert shown(HOSTILE) in read[3][2]
    assert read[3][1]["file"] == "b c/#1 ü.jsonl"


def test_github_shows_ten_of_a_kind():
    """The runner keeps ten annotations of a kind; the others are counted."""
    text = WRITERS["github"].dumps(MANY)

    assert len(annotations(text)) == 10
    assert f"{MOST + 40:,} more warnings, not annotated" in text


def test_the_step_summary_is_a_table():
    """The summary escapes what Markdown and HTML would read."""
    summary = github_summary(CHECKED)

    assert summary.startswith("### Attribution check\n")
    assert len([line for line in summary.splitlines() if line.startswith("| ")]) == len(CHECKED.places) + 1
    assert "\\<b\\>\\|\\`" in summary


def test_gitlab_entries_have_names_of_their_own():
    """GitLab drops entries of the same fingerprint, so no two share one."""
    entries = json.loads(WRITERS["gitlab"].dumps(CHECKED))

    assert len({entry["fingerprint"] for entry in entries}) == len(entries) == len(CHECKED.places) + len(CHECKED.problems)
    assert all({"description", "check_name", "fingerprint", "severity", "location"} <= set(entry) for entry in entries)
    assert {entry["severity"] for entry in entries} <= {"info", "minor", "major", "critical", "blocker"}
    assert entries[0]["location"] == {"path": "news/a.txt", "lines": {"begin": 3, "end": 3}}


def test_junit_is_read_by_junitparser():
    """A suite for each file, a failure for each finding, an error for what could not be read."""
    suites = list(JUnitXml.fromstring(WRITERS["junit"].dumps(CHECKED).encode("utf-8", "replace")))
    results = {suite.name: [type(result) for case in suite for result in case.result] for suite in suites}

    assert results == {"news/a.txt": [Failure] * 3, "b c/#1 ü.jsonl": [Failure] * 2, "clean.txt": [], "gone.txt": [Error]}


def test_junit_is_xml_whatever_a_message_holds():
    """Characters that XML forbids are replaced."""
    assert ET.fromstring(WRITERS["junit"].dumps(CHECKED)) is not None  # noqa: S314 - our own bytes


def test_json_and_jsonl_say_the_same():
    """The document's findings are the lines' objects."""
    document = json.loads(WRITERS["json"].dumps(CHECKED))
    rows = [json.loads(line) for line in WRITERS["jsonl"].dumps(CHECKED).splitlines()]

    assert document["schema"] == "citeaudit/findings/1"
    assert document["findings"] == rows[:5]
    assert [row["problem"] for row in rows[5:]] == document["problems"]
    assert document["counts"] == {"error": 1, "warning": 3, "note": 1}
    assert document["unlisted"]["note"] == 12


def test_csv_comes_back():
    """Every field survives commas and quotes, as it can be shown."""
    rows = list(csv.DictReader(io.StringIO(WRITERS["csv"].dumps(CHECKED), newline="")))

    assert [row["code"] for row in rows] == [place.finding.code for place in CHECKED.places]
    assert rows[2]["message"] == shown(HOSTILE)


@pytest.mark.parametrize("name", ["full", "concise"])
def test_a_text_cannot_steer_the_terminal(name):
    """Control characters of a message are shown as what they are not."""
    assert not set(WRITERS[name].dumps(CHECKED)) & {"\x1b", "\x00", "\r"}


def test_carets_stand_under_the_words():
    """The carets count columns as a terminal shows them, wide characters twice."""
    lines = WRITERS["full"].dumps(CHECKED).splitlines()
    wide = LINE.index("Łukasz") + 2  # two wide characters before it

    assert lines[4].index("^") - lines[3].index("The singer") == LINE.index("reportedly")
    assert lines[11].index("^") - lines[10].index("The singer") == wide
    assert lines[11].count("^") == len("Łukasz")


def test_statistics_count_by_rule():
    """The rules that complained most stand first."""
    lines = lines_to_text(statistics_to_lines(CHECKED)).splitlines()

    assert lines[0].split() == ["3", "CA203", "warning", "vague-attribution"]
    assert lines[-1].startswith("Found 1 error, 3 warnings, 1 note (3 articles, 10 claims, 70% attributed).")
