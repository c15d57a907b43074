"""What reaches a log, a terminal or a spreadsheet: names and texts of strangers steer none of them, whatever the command."""

import csv
import io
import json
import os
import re
import subprocess
import sys
import tomllib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeaudit.cli import main
from citeaudit.errors import ConfigError
from citeaudit.model.articles import Article, InputProblem
from citeaudit.model.corpora import CorpusReport
from citeaudit.model.relations import Attribution, Mention, Sentence, Source, SourceType
from citeaudit.model.reports import ArticleReport, Claim, Finding, Provenance, Severity, Skipped, Status
from citeaudit.model.spans import Evidence, Span
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.tables import TABLES
from citeaudit.text.positions import Position
from citeaudit.text.shown import COMMAND, json_text, shown, toml_string
from citeaudit.writers.cells import cell_of
from citeaudit.writers.corpora import corpus_to_text
from citeaudit.writers.explanations import explain_sentence
from citeaudit.writers.findings import FINDING_WRITERS
from citeaudit.writers.findings.github import github_summary
from citeaudit.writers.findings.places import Checked, Place
from citeaudit.writers.json import json_line, report_to_json
from citeaudit.writers.tables import rows_to_csv
from citeaudit.writers.text import lines_to_text, report_to_lines, shown_pieces

HIDDEN = "\x00\x07\x08\x1b\x7f\x85\x9b\u00ad\u061c\u200b\u200d\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069\ufeff\U000e0041\ud800"
COMMANDS = (
    "::add-mask::x",
    "\t ::error::x",
    "##[error]x",
    "##VSO[task.setvariable variable=x]y",
    "##teamcity[x]",
    "section_start:1:x",
)
HOSTILE = f"\n::warning::a{HIDDEN[:3]}\u202e##[error]b\r::add-mask::c\x1b[31m##vso[task.x]d\u2028::error::e section_end:2:x"
NAMES = "hostile\n::error::x ##[error]y \u202e\x1b[31m"
PLAIN = "Mayor Ana Ruiz said the bridge would open in May. “The dam could not be saved,” she said. "
SPANISH = "El alcalde de la ciudad dijo que el puente se abrirá en mayo, pero nadie sabe si habrá dinero para la obra. " * 4
ALLOWED = re.compile(r"::(?:error|warning|notice) (?:[a-zA-Z]+=[^:,\n]*,?)+::")
"""The one command that is meant: an annotation of ours."""


def run(*arguments, cwd, **environment):
    """Run the command as a user does, in a folder, and return what it wrote, as bytes."""
    return subprocess.run(
        [sys.executable, "-m", "citeaudit", *arguments],
        cwd=cwd,
        capture_output=True,
        check=False,
        env={**os.environ, "NO_COLOR": "", **environment},
    )


def misuses(text):
    """Return what of *text*, as a terminal or the log of a build server reads it, could be obeyed or hides."""
    found = [f"{ord(c):04x}" for c in text if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and c not in "\n\t"]
    for line in re.split(r"[\r\n\v\f\x85\u2028\u2029]", text):
        if line.strip().startswith("::") and not ALLOWED.match(line):
            found.append(line)
        found += re.findall(r"(?i)##(?:\[|vso\[|teamcity\[)|section_(?:start|end):\d", line)
    return found


@pytest.fixture
def run_here(folder, monkeypatch, capfdbinary):
    """Return what runs the command in this process, in the folder of hostile names, and returns the code and both streams."""
    monkeypatch.chdir(folder)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)

    def run_main(*arguments):
        try:
            code = main(arguments)
        except SystemExit as done:
            code = done.code
        written = capfdbinary.readouterr()
        return code, written.out.decode("utf-8", "surrogateescape"), written.err.decode("utf-8", "surrogateescape")

    return run_main


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder with articles whose every field, and files whose very names, are hostile."""
    place = tmp_path_factory.mktemp("hostile")
    fields = dict.fromkeys(("id", "title", "publisher", "byline", "url"), HOSTILE)
    text = (
        f"{PLAIN}Critics say ##[error]PWN ##vso[x]y it is late, Reuters reported. The plan is reportedly {HIDDEN[1:-1]} late.\n"
    )
    records = [
        {**fields, "date": "2025\x1b[31m", "text": text + PLAIN * 3},
        {**fields, "text": SPANISH},
        {**fields, "text": 5},
        {HOSTILE: HOSTILE},
    ]
    lines = [json.dumps(record) for record in records]
    (place / "a.jsonl").write_text("\n".join([*lines, '{"id": "\x1b", ::error::']) + "\n", encoding="utf-8")
    (place / "v.txt").write_text(text, encoding="utf-8")
    (place / NAMES).mkdir()
    (place / NAMES / f"{NAMES}.txt").write_text(PLAIN + "The plan is reportedly late.\n", encoding="utf-8")
    (place / NAMES / "citeaudit.toml").write_text("ignore = ['CA1']\n", encoding="utf-8")
    (place / NAMES / "bad.docx").write_bytes(b"no zip")
    return place


FORMATS = ("full", "concise", "github", "sarif", "gitlab", "junit", "json", "jsonl", "csv")
INPUTS = ("a.jsonl", "v.txt", f"{NAMES}/{NAMES}.txt", f"{NAMES}/bad.docx", f"gone {NAMES}")


@pytest.mark.parametrize(
    "arguments",
    [
        *(pytest.param(("check", "-v", "--notes", "--format", name, *INPUTS), id=f"check {name}") for name in FORMATS),
        pytest.param(("check", "--statistics", *INPUTS), id="check statistics"),
        pytest.param(("check", "--show-settings", *INPUTS[:3]), id="settings"),
        pytest.param(("report", *INPUTS), id="report"),
        pytest.param(("report", "--explain", *INPUTS), id="report with reasons"),
        pytest.param(("report", "--format", "jsonl", *INPUTS), id="report jsonl"),
        pytest.param(("corpus", *INPUTS), id="corpus"),
        pytest.param(("corpus", "--format", "json", *INPUTS), id="corpus json"),
        *(pytest.param(("corpus", "--format", "csv", "--table", t, *INPUTS), id=f"corpus {t}") for t in ("claims", "sources")),
        pytest.param(("outlets", "find", HOSTILE.replace("\x00", "").replace("\ud800", "")), id="outlets find"),
        pytest.param(("outlets", "check", NAMES), id="outlets check"),
        pytest.param(("explain", NAMES), id="explain"),
        pytest.param(("check", "v.txt", f"--max-findings={NAMES}"), id="an argument that cannot be meant"),
        pytest.param(("check", "v.txt", NAMES, "--no-such-option", f"--{NAMES}"), id="options that are none"),
        pytest.param(("check", "v.txt", "--config", NAMES), id="settings that are none"),
        pytest.param(("report", "v.txt", "--field", NAMES), id="a field that is none"),
    ],
)
def test_no_name_or_text_is_obeyed_or_hides(run_here, arguments):
    """Neither stream of any command holds a control or bidi character, or a line that a build server takes for a command."""
    _, out, err = run_here(*arguments)

    assert out or err
    assert misuses(out.replace("\r\n", "\n") if "csv" in arguments else out) == []
    assert misuses(err) == []


def test_a_pipeline_obeys_nothing(folder):
    """So it is in a process of its own, as a pipeline runs it."""
    for arguments in (("check", "-v", "--format", "github"), ("report",)):
        done = run(*arguments, *INPUTS, cwd=folder)
        assert done.returncode == 2
        assert misuses(done.stdout.decode()) == []
        assert misuses(done.stderr.decode()) == []
        assert b"Traceback" not in done.stderr


def test_colours_are_ours_alone(folder):
    """With colours on, the only escapes are those of our own styles."""
    pytest.importorskip("rich")
    done = run("report", *INPUTS, cwd=folder, FORCE_COLOR="1")

    assert misuses(re.sub(r"\x1b\[[0-9;]*m", "", done.stdout.decode())) == []
    assert "\ufffd[31m" in done.stdout.decode()


def test_each_problem_is_one_line(run_here):
    """A line break in a name never begins a new line: each line of standard error begins with our name."""
    _, _, err = run_here("check", "--quiet", *INPUTS)

    assert [line for line in err.splitlines() if not line.startswith("citeaudit: ")] == []
    assert len(err.splitlines()) == 7, "three records, a date, two files, and one article in Spanish"


@pytest.mark.heavy
@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("check", "v.txt"), id="check"),
        pytest.param(("check", "v.txt", "--show-settings"), id="settings"),
        pytest.param(("report", "v.txt"), id="report"),
        pytest.param(("report", "v.txt", "--explain"), id="report with reasons"),
        pytest.param(("corpus", "v.txt"), id="corpus"),
        pytest.param(("explain", "ALL"), id="explain"),
        pytest.param(("rules",), id="rules"),
        pytest.param(("outlets", "list", "--country", "pl"), id="outlets"),
        pytest.param(("outlets", "find", "Süddeutsche Zeitung", "łódź"), id="outlets find"),
        pytest.param(("--help",), id="help"),
    ],
)
@pytest.mark.heavy
def test_every_command_prints_on_any_terminal(folder, arguments):
    """Letters that a terminal does not have are written as escapes, not as a traceback."""
    done = run(*arguments, cwd=folder, PYTHONIOENCODING="ascii", LC_ALL="C")

    assert b"Traceback" not in done.stderr
    assert done.returncode in {0, 1}
    assert done.stdout.decode("ascii")


def test_settings_are_toml(folder, tmp_path):
    """What --show-settings prints is TOML of some lines; kept as a file of settings, it means the same."""
    (tmp_path / "v.txt").write_text(PLAIN, encoding="utf-8")
    odd = 'a "b" \\ \u202e ##[x] é'
    (tmp_path / "citeaudit.toml").write_text(
        f"publisher = {toml_string(odd)}\nexclude = [{toml_string(odd)}]\nper-file-ignores = {{{toml_string(odd)} = ['CA1']}}\n",
        encoding="utf-8",
    )
    first = run("check", "v.txt", "--show-settings", cwd=tmp_path).stdout
    read = tomllib.loads(first.decode())
    (tmp_path / "again.toml").write_bytes(first)
    again = run("check", "v.txt", "--show-settings", "--config", "again.toml", cwd=tmp_path).stdout

    assert len(first) < 2_000
    assert (read["publisher"], read["exclude"], read["per-file-ignores"], read["weights"]) == (
        odd,
        [odd],
        {odd: ["CA1"]},
        "default",
    )
    assert tomllib.loads(again.decode()) == read
    several = tomllib.loads(run("check", "v.txt", *INPUTS[1:3], "--show-settings", cwd=folder).stdout.decode())
    assert sorted(len(table) > 10 for table in several.values()) == [True, True]


def test_no_cell_is_a_formula(tmp_path):
    """A spreadsheet computes nothing of what a stranger wrote; without the apostrophe that we put there it is the text again."""
    signs = [*"=+-@\t\r＝＋－＠", " =", "\n=", "'=", "\u00a0+"]
    values = [f"{sign}cmd|' /C calc'!A0" for sign in signs]
    text = "Mayor Ana Ruiz said the bridge would open in May. It is reportedly late. It is reportedly late."
    records = [{**dict.fromkeys(("id", "publisher", "title", "byline"), value), "text": text} for value in values]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")

    for command in (("check",), ("corpus", "--table", "articles")):
        done = run(*command, "a.jsonl", "--format", "csv", cwd=tmp_path)
        rows = list(csv.DictReader(io.StringIO(done.stdout.decode(), newline="")))
        assert not [cell for row in rows for cell in row.values() if re.match(r"\s*[=+\-@＝＋－＠\t\r]", cell)]
        assert [re.sub(r"^'(?='*\s*[=+\-@＝＋－＠])", "", row["article"]) for row in rows] == [
            shown(value.strip()) for value in values
        ]


def test_numbers_stay_numbers():
    """Only texts are kept from being formulas."""
    assert [cell_of(value) for value in (-1, -0.5, True, None, "-1")] == [-1, -0.5, "true", None, "'-1"]


HEADER = [
    "id",
    "name",
    "aliases",
    "ambiguous_aliases",
    "domains",
    "kind",
    "country",
    "language",
    "takes_article",
    "parent",
    "wikidata",
    "source",
]
ROW = ["daily-bugle", "Daily Bugle", "Daily Bugle", "", "bugle.example", "newspaper", "US", "en", "yes", "", "", "ours"]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        pytest.param("name", "Ev|il", id="what parts names"),
        pytest.param("name", "", id="empty"),
        pytest.param("name", "B" * 201, id="too long"),
        pytest.param("aliases", f"Bugle|{'B' * 201}", id="a form that is too long"),
        pytest.param("domains", "bugle\u202e.example", id="a domain that hides"),
        *(
            pytest.param(column, f"Daily{sign}Bugle", id=f"{column} with {ord(sign):04x}")
            for column in ("id", "name", "aliases", "ambiguous_aliases", "wikidata", "source")
            for sign in "\x1b\x07\x85\x0b\u2028\u202e\u2066\u200b\u061c\U000e0041"
        ),
    ],
)
def test_names_of_private_outlets_are_checked(tmp_path, column, value):
    """A name that would break a table, hide or steer is refused with file, row and column, by the command as by settings."""
    table = tmp_path / "ours.tsv"
    row = dict(zip(HEADER, ROW, strict=True)) | {column: value}
    table.write_text("\n".join(["\t".join(HEADER), "\t".join(row.values())]) + "\n", encoding="utf-8", newline="\n")

    with pytest.raises(ConfigError) as error:
        Gazetteer.default().extended(table)

    assert str(error.value).startswith(f"{table}:2: {column}")


def test_a_refused_table_is_told(tmp_path):
    """`outlets check` and a file of settings name the row, on standard error, with exit code 2."""
    row = dict(zip(HEADER, ROW, strict=True)) | {"name": "Ev|il \x1b"}
    (tmp_path / "ours.tsv").write_text("\t".join(HEADER) + "\n" + "\t".join(row.values()) + "\n", encoding="utf-8")
    (tmp_path / "citeaudit.toml").write_text("outlets = ['ours.tsv']\n", encoding="utf-8")
    (tmp_path / "v.txt").write_text(PLAIN, encoding="utf-8")

    for command in (("outlets", "check", "ours.tsv"), ("check", "v.txt"), ("report", "v.txt"), ("corpus", "v.txt")):
        done = run(*command, cwd=tmp_path)
        assert done.returncode == 2
        assert b"ours.tsv:2: name" in done.stderr
        assert misuses(done.stderr.decode()) == []


PARTS = st.one_of(st.characters(), st.sampled_from([*HIDDEN, *COMMANDS, "\n", "\r\n", "\t", "::", "##", "[", "vso[", " "]))
WORDS = st.lists(PARTS, max_size=12).map("".join)


@given(WORDS)
def test_what_is_shown_is_harmless(words):
    """Whatever goes in, one harmless line of as many characters comes out, and showing it once more changes nothing."""
    line = shown(words)

    assert misuses(line) == []
    assert "\n" not in line
    assert "\t" not in line
    assert len(line) == len(words)
    assert shown(line) == line


@given(st.text(st.characters(exclude_categories=["Cs"])) | WORDS.filter(lambda words: words.isascii() or "\ud800" not in words))
def test_json_and_toml_come_back(words):
    """JSON and TOML hold every value as it is, and can be printed anywhere."""
    for indent in (None, 1):
        text = json_text({words: [words]}, indent=indent)
        assert misuses(text) == []
        assert json.loads(text) == {words: [words]}
    assert tomllib.loads(f"a = {toml_string(words)}") == {"a": words}
    assert not COMMAND.search(toml_string(words))


@given(WORDS, WORDS, WORDS)
def test_no_format_of_findings_is_misused(path, message, words):
    """Whatever a finding, a problem and a skip say: no format is obeyed or hides; the JSON holds them as they are."""
    finding = Finding("CA203", "vague-attribution", message, Severity.WARNING, Span(0, 1), "f", (Evidence("step", None, words),))
    places = [
        Place(finding, path, 1, Position(1, 1), Position(1, 2), words, is_exact=is_exact, is_record=not is_exact, article=message)
        for is_exact in (True, False)
    ]
    checked = Checked(tuple(places), (InputProblem(path, message, words),), (Skipped(words, "language", "es"),), paths=(path,))

    for writer in FINDING_WRITERS:
        written = writer.dumps(checked)
        assert misuses(written.replace("\r\n", "\n") if writer.name == "csv" else written) == [], writer.name
        if writer.lines:
            pieces = (shown_pieces(line) for line in writer.lines(checked))
            assert not any(misuses("".join(piece.words for piece in line)) for line in pieces)
        if writer.name == "json" and not any("\ud800" <= c <= "\udfff" for c in path + message + words):
            assert [row["message"] for row in json.loads(written)["findings"]] == [message] * 2
    assert misuses(github_summary(checked)) == []


@given(
    WORDS, WORDS, st.lists(st.sampled_from([*COMMANDS, "late", "::error::x", "it\u202e"]), min_size=1, max_size=40).map(" ".join)
)
def test_no_report_for_people_is_misused(title, name, text):
    """Whatever an article and its sources are called, and wherever a line of it breaks: nothing is obeyed, nothing hides."""
    sentence = Sentence(Span(0, len(text)))
    source = Source(SourceType.OUTLET, name, Span(0, 1), evidence=(Evidence("step", None, name),))
    attribution = Attribution(
        (Span(0, 1),), (), (Span(0, len(text)),), chain=(source,), evidence=(Evidence("step", None, title),)
    )
    claim = Claim(sentence, Status.OUTLET, Status.OUTLET, (name,), (None,), (name,), (attribution,))
    report = ArticleReport(
        article=Article(text, title, title, title, title, title), language="en", sentences=(sentence,), datelines=(),
        quotations=(), mentions=(Mention(Span(0, 1), None, name),), attributions=(attribution,), claims=(claim,), findings=(),
        provenance=Provenance("1", "t", "w", "c", "x"),
    )  # fmt: skip
    corpus = CorpusReport.of_all([report, Skipped(title, "language", name)])

    assert misuses(lines_to_text(report_to_lines(report, width=40))) == []
    assert misuses(lines_to_text(explain_sentence(report, 1))) == []
    assert misuses(corpus_to_text(corpus)) == []
    assert misuses(json_line(report_to_json(report)).decode()) == []
    for table in TABLES:
        rows = table.of_article(report, Gazetteer.default()) if table.of_article else table.of_corpus(corpus, Gazetteer.default())
        assert misuses(rows_to_csv(rows).decode().replace("\r\n", "\n")) == []
