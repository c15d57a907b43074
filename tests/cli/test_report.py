"""``citeaudit report`` as a user runs it: a real program, real files, its exit code and what it prints."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

ARTICLE = "The harbour will close until March, Bloomberg reported on Monday. Nobody was hurt.\n"
RECORD = {"id": "a", "text": ARTICLE, "publisher": "Newsmax", "title": "Harbour", "date": "2025-05-29", "url": "https://x.org/a"}


def citeaudit(*arguments, cwd, given="", **environment):
    """Run the program in *cwd* with *given* on standard input."""
    return subprocess.run(
        [sys.executable, "-m", "citeaudit", *map(str, arguments)],
        cwd=cwd,
        input=given,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "NO_COLOR": "", "FORCE_COLOR": "", **environment},
        check=False,
    )


@pytest.fixture
def folder(tmp_path):
    """Return a folder with one article as text and one as JSON Lines."""
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps(RECORD) + "\n", encoding="utf-8")
    return tmp_path


def test_a_text_file_is_shown_to_an_editor(folder):
    """Each statement stands with its status, and the outlets are ranked at the end."""
    done = citeaudit("report", "a.txt", cwd=folder)

    assert (done.returncode, done.stderr) == (0, "")
    assert "   1  outlet         The harbour will close" in done.stdout
    assert "   2  unattributed   Nobody was hurt." in done.stdout
    assert "Outlets    1  Bloomberg News" in done.stdout


def test_a_record_keeps_what_is_known_of_it(folder):
    """What the JSON Lines say of an article stands in its report."""
    done = citeaudit("report", "b.jsonl", "--format", "jsonl", cwd=folder)
    (report,) = map(json.loads, done.stdout.splitlines())

    assert {key: report[key] for key in RECORD} == RECORD
    assert report["schema"] == "citeaudit/report/2"


@pytest.mark.heavy
def test_the_first_version_of_the_json_is_there_for_those_who_read_it(folder):
    """--schema 1 writes what it was, and both versions are counted alike."""
    for version in ("1", "2"):
        done = citeaudit("report", ".", "--format", "jsonl", "--schema", version, "-o", f"{version}.out", cwd=folder)
        assert (done.returncode, done.stderr) == (0, "")
    first, second = (
        [json.loads(line) for line in (folder / f"{version}.out").read_text(encoding="utf-8").splitlines()] for version in "12"
    )
    sums = [citeaudit("corpus", f"{version}.out", "--input-format", "reports", cwd=folder).stdout for version in "12"]

    assert {report["schema"] for report in first} == {"citeaudit/report/1"}
    assert [report["counts"] for report in first] == [report["counts"] for report in second]
    assert sums[0] == sums[1]
    assert "2 articles" in sums[0]


def test_words_and_offsets_for_browsers(folder):
    """--words puts the words beside their offsets, --offsets utf16 counts an emoji as two."""
    (folder / "e.txt").write_text("🚢 " + ARTICLE, encoding="utf-8")
    done = citeaudit("report", "e.txt", "--format", "jsonl", "--words", "--offsets", "utf16", cwd=folder)
    report = json.loads(done.stdout)
    last = report["sentences"][-1]

    assert report["offsets"] == "utf16"
    assert last["words"] == "Nobody was hurt."
    assert report["text"].encode("utf-16-le")[2 * last["start"] : 2 * last["end"]].decode("utf-16-le") == last["words"]


@pytest.mark.parametrize(
    ("options", "remedy"),
    [
        (["--words"], "go with --format jsonl"),
        (["--format", "jsonl", "--words", "--no-text"], "ask for words"),
        (["--format", "jsonl", "--schema", "1", "--offsets", "utf16"], "give schema 2"),
    ],
    ids=" ".join,
)
def test_shapes_that_cannot_be_meant_are_refused(folder, options, remedy):
    """One line, exit code 2, and nothing is read."""
    done = citeaudit("report", "a.txt", *options, cwd=folder)

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert remedy in done.stderr


def test_a_directory_is_read_in_order_and_standard_input_by_a_dash(folder):
    """The same articles in the same order on every machine."""
    whole = citeaudit("report", ".", "--format", "jsonl", cwd=folder)
    given = citeaudit("report", "-", "--format", "jsonl", cwd=folder, given=ARTICLE)

    assert [json.loads(line)["id"] for line in whole.stdout.splitlines()] == ["a.txt", "a"]
    assert json.loads(given.stdout)["text"] == ARTICLE


def test_the_text_may_be_left_out(folder):
    """With --no-text only offsets and hashes remain."""
    done = citeaudit("report", "a.txt", "--format", "jsonl", "--no-text", cwd=folder)

    assert "harbour" not in done.stdout


def test_other_field_names_and_a_publisher_may_be_given(folder):
    """A record that calls its text otherwise is read by --field; --publisher names the outlet for those that do not."""
    (folder / "c.jsonl").write_text(json.dumps({"body": ARTICLE}) + "\n", encoding="utf-8")
    done = citeaudit("report", "c.jsonl", "--field", "text=body", "--publisher", "Bloomberg", "--format", "jsonl", cwd=folder)

    assert json.loads(done.stdout)["publisher"] == "Bloomberg"


def test_output_goes_to_a_file(folder):
    """With -o nothing is printed."""
    done = citeaudit("report", "a.txt", "-o", "out.txt", cwd=folder)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "outlet" in (folder / "out.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("environment", "is_coloured"),
    [
        pytest.param({}, False, id="no terminal"),
        pytest.param({"FORCE_COLOR": "1"}, True, id="forced"),
        pytest.param({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, id="NO_COLOR wins"),
    ],
)
def test_colour_is_for_terminals_and_for_those_who_ask(folder, environment, is_coloured):
    """NO_COLOR and FORCE_COLOR are heeded."""
    done = citeaudit("report", "a.txt", cwd=folder, **environment)

    assert is_coloured == ("\x1b[" in done.stdout)


BAD_INPUT = [
    pytest.param("missing.txt", None, "missing.txt: no such file", id="a missing file"),
    pytest.param("empty.txt", b"", "empty.txt: is empty", id="an empty file"),
    pytest.param("binary.txt", b"\x00\x01\x02\xff", "binary.txt: is binary", id="a binary file"),
    pytest.param("latin.txt", "Café ferme".encode("latin-1"), "latin.txt: is not utf-8", id="another encoding"),
    pytest.param("broken.jsonl", b'{"text": "a"', "broken.jsonl:1: the line is not JSON", id="a broken line"),
    pytest.param("textless.jsonl", b'\n{"id": "7"}\n', "textless.jsonl:2: the record has no text", id="a record without text"),
    pytest.param("unknown.xyz", b"words", "unknown.xyz: the suffix '.xyz'", id="an unknown suffix"),
]


@pytest.mark.parametrize(("name", "data", "complaint"), BAD_INPUT)
@pytest.mark.heavy
def test_bad_input_costs_one_line_and_exit_code_2_and_nothing_else(folder, name, data, complaint):
    """The line names the file, the place and the remedy; every other article is audited all the same."""
    if data is not None:
        (folder / name).write_bytes(data)
    done = citeaudit("report", name, "a.txt", "--format", "jsonl", cwd=folder)

    assert done.returncode == 2
    assert done.stderr.startswith(f"citeaudit: {complaint}")
    assert "; " in done.stderr, "the remedy stands after a semicolon"
    assert len(done.stderr.splitlines()) == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["a.txt"]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        pytest.param(["report", "a.txt", "--format", "xml"], "invalid choice: 'xml'", id="an unknown format"),
        pytest.param(["report", "a.txt", "--field", "text"], "--field text: give the name", id="a field without its name"),
        pytest.param(["report", "a.txt", "--field", "words=body"], "unknown field 'words'", id="an unknown field"),
        pytest.param(["report", "a.txt", "--input-format", "pdf"], "unknown input format 'pdf'", id="an unknown input format"),
        pytest.param(["report", "a.txt", "--encoding", "utf-9"], "unknown encoding 'utf-9'", id="an unknown encoding"),
        pytest.param(["report", "a.txt", "-o", "no/such/place.txt"], "cannot be written", id="an output nowhere"),
        pytest.param(["reprot"], "invalid choice: 'reprot'", id="an unknown command"),
        pytest.param(["report"], "required: FILE", id="no file"),
    ],
)
@pytest.mark.heavy
def test_bad_arguments_cost_one_line_and_exit_code_2(folder, arguments, complaint):
    """No traceback, no usage page: one line."""
    done = citeaudit(*arguments, cwd=folder)

    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert complaint in done.stderr


def test_a_reader_that_has_seen_enough_is_no_error(folder):
    """``citeaudit report … | head`` ends without a complaint."""
    (folder / "many.jsonl").write_text((json.dumps(RECORD) + "\n") * 300, encoding="utf-8")
    command = f"{sys.executable} -m citeaudit report many.jsonl --format jsonl | head -n 1"
    done = subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S602

    assert (done.returncode, done.stderr) == (0, "")


def test_settings_are_found_upwards_from_the_current_folder(folder):
    """A project's publisher holds for its articles; --isolated uses no file of settings, and a wrong one is one clear line."""
    settings = folder / "pyproject.toml"
    settings.write_text('[tool.citeaudit]\npublisher = "Newsmax"\n', encoding="utf-8")
    with_settings = citeaudit("report", "a.txt", "--format", "jsonl", cwd=folder)
    without = citeaudit("report", "a.txt", "--format", "jsonl", "--isolated", cwd=folder)
    settings.write_text('[tool.citeaudit]\npublsher = "Newsmax"\n', encoding="utf-8")
    wrong = citeaudit("report", "a.txt", cwd=folder)

    assert json.loads(with_settings.stdout)["publisher"] == "Newsmax"
    assert json.loads(without.stdout)["publisher"] is None
    assert wrong.returncode == 2
    assert "did you mean 'publisher'?" in wrong.stderr


def test_one_sentence_is_explained_on_request(folder):
    """--sentence shows every step that led to its status, and nothing of the others."""
    done = citeaudit("report", "a.txt", "--sentence", "1", cwd=folder)

    assert done.returncode == 0
    assert "status       outlet: " in done.stdout
    assert "Nobody was hurt" not in done.stdout


def test_near_misses_go_with_an_explanation(folder):
    """--misses names what came nearest, and asks for --explain or --sentence."""
    (folder / "miss.txt").write_text("The council said nothing of the pier.\n", encoding="utf-8")
    done = citeaudit("report", "miss.txt", "--sentence", "1", "--misses", cwd=folder)
    refused = citeaudit("report", "miss.txt", "--misses", cwd=folder)

    assert "near miss    «said»" in done.stdout
    assert refused.returncode == 2
    assert "--misses goes with --explain or --sentence" in refused.stderr


def test_all_sentences_are_explained_on_request_but_not_in_the_json(folder):
    """--explain goes with the text format; the JSON has its evidence anyway."""
    done = citeaudit("report", "a.txt", "--explain", cwd=folder)
    refused = citeaudit("report", "a.txt", "--explain", "--format", "jsonl", cwd=folder)

    assert "nobody is given for it" in done.stdout
    assert refused.returncode == 2
    assert "--explain and --sentence go with --format text" in refused.stderr
