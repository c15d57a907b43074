"""``citeaudit check`` as a user and a pipeline run it: real files, real repositories, exit codes, what stands where."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

BAD = '"We will never accept what this council has done to us." The hall emptied quickly.'
WORSE = '"Nobody asked us before they closed the bridge for good." Rain fell all night.'
BETWEEN = "It rained. The lamps were lit. The streets were wet."
CLEAN = "The hall emptied quickly. It rained."


def citeaudit(*arguments, cwd, given="", **environment):
    """Run the program in *cwd* with *given* on standard input."""
    return subprocess.run(
        [sys.executable, "-m", "citeaudit", *map(str, arguments)],
        cwd=cwd,
        input=given,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "NO_COLOR": "", "FORCE_COLOR": "", "GITHUB_STEP_SUMMARY": "", **environment},
        check=False,
    )


def git(*arguments, cwd):
    """Run git in *cwd* as somebody without settings of their own."""
    identity = ("-c", "user.name=t", "-c", "user.email=t@t.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=cwd, check=True, capture_output=True)


@pytest.fixture
def folder(tmp_path):
    """Return a folder with one bad and one clean article, whose settings only look at quotations."""
    (tmp_path / "bad.txt").write_text(BAD + "\n", encoding="utf-8")
    (tmp_path / "clean.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "citeaudit.toml").write_text("select = ['CA101', 'CA102']\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def repository(folder):
    """Return the same folder under git, committed."""
    git("init", "-q", cwd=folder)
    git("add", "-A", cwd=folder)
    git("commit", "-qm", "first", cwd=folder)
    return folder


# --- what is told, and exit codes


def test_findings_fail(folder):
    """A warning fails the check; the place is told as people count; notes are counted only."""
    done = citeaudit("check", "bad.txt", cwd=folder)

    assert done.returncode == 1
    assert "CA102 unattributed-quotation" in done.stdout
    assert " --> bad.txt:1:1\n" in done.stdout
    assert "CA101" not in done.stdout
    assert "Found 1 warning (1 article" in done.stdout
    assert "notes not listed" in done.stdout or "note not listed" in done.stdout
    assert done.stderr == ""


def test_a_clean_check_passes(folder):
    """Nothing to complain of is 0, and -q says nothing then."""
    assert citeaudit("check", "clean.txt", cwd=folder).returncode == 0
    quiet = citeaudit("check", "clean.txt", "-q", cwd=folder)
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 1),
        (["--exit-zero"], 0),
        (["--fail-on", "error"], 0),
        (["--fail-on", "note", "--ignore", "CA102"], 1),
        (["--ignore", "CA102"], 0),
        (["--select", "CA2"], 0),
        (["--select", "CA2", "--minimum-attributed", "0.8", "--config", "few.toml"], 1),
        (["--max-findings", "0"], 1),
    ],
)
def test_exit_codes(folder, options, code):
    """What fails is the user's choice."""
    (folder / "few.toml").write_text("minimum-claims = 1\n", encoding="utf-8")

    assert citeaudit("check", "bad.txt", *options, cwd=folder).returncode == code


def test_notes_are_listed_when_asked_for(folder):
    """--notes lists them, and so does failing on them."""
    assert "CA101" in citeaudit("check", "bad.txt", "--notes", cwd=folder).stdout
    assert "CA101" in citeaudit("check", "bad.txt", "--fail-on", "note", cwd=folder).stdout


def test_the_worst_are_listed_first(folder):
    """--max-findings lists the worst; the others are counted."""
    (folder / "bad.txt").write_text(f"{CLEAN}\n{BAD}", encoding="utf-8")
    done = citeaudit("check", "bad.txt", "--notes", "--max-findings", "1", "--format", "concise", cwd=folder)

    assert "CA102" in done.stdout
    assert "CA101" not in done.stdout
    assert "3 notes not listed" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["gone.txt"], "gone.txt: no such file"),
        (["bad.txt", "gone.txt"], "gone.txt: no such file"),
        (["latin.txt"], "latin.txt"),
        (["empty.txt"], "empty.txt: is empty"),
        (["void"], "void: the directory holds no file"),
        (["*.nothing"], "no file matches"),
        (["bad.txt", "--select", "CA9"], "unknown rule 'CA9'; did you mean"),
        (["bad.txt", "--format", "serif"], "unknown format 'serif': did you mean 'sarif'?"),
        (["bad.txt", "--format", "json", "--format", "sarif"], "two formats go to standard output"),
        (["bad.txt", "--minimum-attributed", "80"], "--minimum-attributed: must be a share"),
        (["bad.txt", "--fail-on", "warnings"], "invalid choice: 'warnings'"),
        (["bad.txt", "--baseline", "gone.json"], "gone.json: no such baseline; --write-baseline makes it"),
        (["bad.txt", "--baseline", "old.json"], "of this version"),
        (["bad.txt", "--write-baseline"], "need --baseline FILE"),
        (["bad.txt", "--config", "gone.toml"], "gone.toml: cannot be read"),
        (["bad.txt", "--config", "broken.toml"], "broken.toml: is not valid TOML"),
        (["bad.txt", "--changed-since", "HEAD"], "in no git repository"),
        (["bad.txt", "-o", "nowhere/out.txt"], "cannot be written"),
        (["bad.txt", "--max-findings", "-1"], "--max-findings"),
        ([], "required: FILE"),
    ],
)
@pytest.mark.heavy
def test_trouble_is_2_and_one_line(folder, arguments, said):
    """What is wrong, where, and what to do: never a traceback, never 0."""
    (folder / "latin.txt").write_bytes("caf\xe9".encode("latin-1"))
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "void").mkdir()
    (folder / "old.json").write_text('{"schema": "citeaudit/baseline/0", "findings": []}', encoding="utf-8")
    (folder / "broken.toml").write_text("select = [", encoding="utf-8")
    done = citeaudit("check", *arguments, cwd=folder, GIT_CEILING_DIRECTORIES=str(folder.parent))

    assert done.returncode == 2, done.stdout
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_what_can_be_read_is_checked_all_the_same(folder):
    """One unreadable input costs exit code 2, not the findings of the others."""
    done = citeaudit("check", "gone.txt", "bad.txt", "--exit-zero", cwd=folder)

    assert done.returncode == 2
    assert "CA102" in done.stdout


# --- what is read


def test_standard_input_goes_by_its_name(folder):
    """--stdin-filename tells the format, the settings and the name in the output."""
    given = f"# Head\n\n<!-- citeaudit: ignore CA102 -->\n{BAD}\n\n{BETWEEN}\n\n{WORSE}\n"
    done = citeaudit("check", "-", "--stdin-filename", "drafts/a.md", "--format", "concise", cwd=folder, given=given)

    assert done.returncode == 1
    assert done.stdout.count("CA102") == 1
    assert done.stdout.startswith("drafts/a.md:8")


def test_html_is_told_by_the_lines_of_its_file(folder):
    """The text is taken out of a page; the line is that of the page."""
    page = f"<html><body><article>\n<p>{CLEAN}</p>\n<p>{BETWEEN}</p>\n<p>{BAD}</p>\n</article></body></html>\n"
    (folder / "a.html").write_text(page, encoding="utf-8")
    done = citeaudit("check", "a.html", "--format", "concise", "--input-format", "html", cwd=folder)
    if "pip install" in done.stderr:
        pytest.skip("the extra html is not installed")

    assert done.stdout.startswith("a.html:4: CA102"), done.stdout + done.stderr


def test_records_are_told_by_their_line(folder):
    """In JSON Lines the line is the record's, and the place in its text stands beside it."""
    rows = [{"id": "one", "text": CLEAN}, {"id": "two", "text": f"{CLEAN}\n{BAD}"}]
    (folder / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    done = citeaudit("check", "a.jsonl", "--format", "concise", cwd=folder)

    assert done.stdout.startswith("a.jsonl:2 (two 2:1): CA102")


def test_settings_are_found_upwards(folder):
    """The nearest file of settings holds; --isolated uses none; --show-settings tells which."""
    below = folder / "opinion"
    below.mkdir()
    (below / "a.txt").write_text(BAD, encoding="utf-8")
    (below / "citeaudit.toml").write_text("ignore = ['CA1']\n", encoding="utf-8")

    assert citeaudit("check", "opinion/a.txt", cwd=folder).returncode == 0
    assert citeaudit("check", "opinion/a.txt", "--isolated", cwd=folder).returncode == 1
    shown = citeaudit("check", "opinion", "bad.txt", "--show-settings", cwd=folder)
    assert shown.returncode == 0
    assert f"# settings from: {below / 'citeaudit.toml'}" in shown.stdout
    assert 'ignore = ["CA1"]' in shown.stdout
    assert "# rules that run: CA101 (note), CA102 (warning)" in shown.stdout


def test_files_are_spared_and_excluded(folder):
    """per-file-ignores and exclude hold for what a walk finds; a file that is named is read all the same."""
    (folder / "citeaudit.toml").write_text("exclude = ['drafts']\n[per-file-ignores]\n'bad.txt' = ['CA102']\n", encoding="utf-8")
    (folder / "drafts").mkdir()
    (folder / "drafts" / "a.txt").write_text(BAD, encoding="utf-8")

    assert citeaudit("check", ".", cwd=folder).returncode == 0
    assert citeaudit("check", "drafts/a.txt", cwd=folder).returncode == 1


def test_a_walk_leaves_data_alone(folder):
    """Data lie about in every repository, baselines and reports among them; they are read when they are named."""
    (folder / "package.json").write_text('{"name": "x"}', encoding="utf-8")
    (folder / "rows.csv").write_text("a,b\n1,2\n", encoding="utf-8")

    assert citeaudit("check", ".", "--ignore", "CA102", cwd=folder).returncode == 0
    assert citeaudit("check", "package.json", cwd=folder).returncode == 2


def test_what_git_ignores_is_left_out(repository):
    """A walk leaves out what git ignores, unless the settings say otherwise; nothing left to read is trouble."""
    (repository / ".gitignore").write_text("built/\n", encoding="utf-8")
    (repository / "built").mkdir()
    (repository / "built" / "a.txt").write_text(WORSE, encoding="utf-8")

    assert "built" not in citeaudit("check", ".", "--format", "concise", cwd=repository).stdout
    assert citeaudit("check", "built", cwd=repository).returncode == 2
    (repository / "citeaudit.toml").write_text("respect-gitignore = false\n", encoding="utf-8")
    assert "built" in citeaudit("check", ".", "--format", "concise", cwd=repository).stdout


# --- only what is new


@pytest.mark.heavy
def test_a_baseline_hides_what_was_there(folder):
    """Old findings are known though their text moves; new ones are told; a mended one can be pruned."""
    written = citeaudit("check", ".", "--baseline", "known.json", "--write-baseline", cwd=folder)
    assert written.returncode == 0
    assert citeaudit("check", ".", "--baseline", "known.json", cwd=folder).returncode == 0

    (folder / "bad.txt").write_text(f"{CLEAN}\n\n{BAD}\n", encoding="utf-8")
    assert citeaudit("check", ".", "--baseline", "known.json", cwd=folder).returncode == 0

    (folder / "bad.txt").write_text(f"{BAD}\n{BETWEEN}\n{BAD}\n", encoding="utf-8")
    doubled = citeaudit("check", ".", "--baseline", "known.json", "--format", "concise", cwd=folder)
    assert doubled.returncode == 1
    assert doubled.stdout.startswith("bad.txt:3:1: CA102")

    (folder / "bad.txt").write_text(WORSE, encoding="utf-8")
    assert citeaudit("check", ".", "--baseline", "known.json", "--prune-baseline", cwd=folder).returncode == 1
    assert json.loads((folder / "known.json").read_text(encoding="utf-8"))["findings"] == []


def test_a_file_name_in_another_encoding_is_known(tmp_path):
    """A baseline knows files whatever their names are written in."""
    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "w", encoding="utf-8") as stream:  # noqa: PTH123 - a name of bytes
        stream.write(f"{CLEAN}\n{BETWEEN}\n{BAD}\n")
    assert citeaudit("check", ".", "--select", "CA102", cwd=tmp_path).returncode == 1
    citeaudit("check", ".", "--baseline", "known.json", "--write-baseline", cwd=tmp_path)

    assert citeaudit("check", ".", "--baseline", "known.json", "--select", "CA102", cwd=tmp_path).returncode == 0


def test_only_changed_lines_are_told(repository):
    """--changed-since tells findings on lines that changed, and those of files that git does not know yet."""
    (repository / "bad.txt").write_text(f"{BAD}\n{BETWEEN}\n{WORSE}\n", encoding="utf-8")
    (repository / "new.txt").write_text(WORSE, encoding="utf-8")
    done = citeaudit("check", ".", "--changed-since", "HEAD", "--format", "concise", cwd=repository)

    assert done.returncode == 1
    assert [line.split(": ")[0] for line in done.stdout.splitlines()[:-1]] == ["bad.txt:3:1", "new.txt:1:1"]


def test_only_changed_records_are_told(repository):
    """In JSON Lines a record is its line."""
    rows = [{"id": "one", "text": BAD}, {"id": "two", "text": CLEAN}]
    (repository / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    git("add", "-A", cwd=repository)
    git("commit", "-qm", "second", cwd=repository)
    rows[1]["text"] = WORSE
    (repository / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    done = citeaudit("check", ".", "--changed-since", "HEAD", "--format", "concise", cwd=repository)

    assert [line.split(" ")[0] for line in done.stdout.splitlines()[:-1]] == ["a.jsonl:2"]


def test_nothing_changed_is_clean(repository):
    """No changed article is nothing to complain of."""
    assert citeaudit("check", ".", "--changed-since", "HEAD", cwd=repository).returncode == 0


@pytest.mark.parametrize(
    ("revision", "said"),
    [("nowhere", "git knows no revision 'nowhere'"), ("--help", "--changed-since"), ("HEAD", "git knows no revision 'HEAD'")],
)
def test_revisions_that_git_does_not_know(folder, revision, said):
    """A repository without a commit, and a revision that was not fetched, are told with the remedy."""
    git("init", "-q", cwd=folder)
    done = citeaudit("check", ".", f"--changed-since={revision}", cwd=folder)

    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_missing_git_is_told(repository):
    """Without git --changed-since cannot be answered; a plain check can."""
    nowhere = {"PATH": str(repository / "bin")}

    assert "needs git" in citeaudit("check", ".", "--changed-since", "HEAD", cwd=repository, **nowhere).stderr
    assert citeaudit("check", "clean.txt", cwd=repository, **nowhere).returncode == 0


def test_suppressions_and_those_that_do_nothing(folder):
    """A comment silences its paragraph; one that silences nothing is told on standard error."""
    text = f"<!-- citeaudit: ignore CA102 -->\n{BAD}\n\n<!-- citeaudit: ignore CA203 -->\nIt rained.\n"
    (folder / "a.md").write_text(text, encoding="utf-8")
    done = citeaudit("check", "a.md", cwd=folder)

    assert done.returncode == 0
    assert done.stderr == "citeaudit: a.md:4: the suppression of CA203 silences nothing; remove it\n"


# --- where it goes


def test_several_formats_at_once(folder):
    """Each format has its place; standard output has one."""
    done = citeaudit(
        "check", "bad.txt", "--format", "sarif:out.sarif", "--format", "junit:out.xml", "--format", "github", cwd=folder
    )

    assert done.returncode == 1
    assert done.stdout.startswith("::warning file=bad.txt,line=1")
    assert json.loads((folder / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (folder / "out.xml").read_text(encoding="utf-8").startswith("<?xml")


def test_an_output_that_fails_leaves_the_old_one(folder):
    """Nothing is half-written: a run in trouble before writing leaves the file as it was."""
    (folder / "out.json").write_text("old", encoding="utf-8")
    citeaudit("check", "bad.txt", "--select", "CA9", "--format", "json", "-o", "out.json", cwd=folder)

    assert (folder / "out.json").read_text(encoding="utf-8") == "old"
    assert citeaudit("check", "bad.txt", "--format", "json", "-o", "out.json", cwd=folder).returncode == 1
    assert json.loads((folder / "out.json").read_text(encoding="utf-8"))["counts"]["warning"] == 1
    assert sorted(path.name for path in folder.iterdir()) == ["bad.txt", "citeaudit.toml", "clean.txt", "out.json"]


def test_the_step_summary_is_added_to(folder):
    """On GitHub the summary goes to the file that the runner names, after what is there."""
    summary = folder / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    citeaudit("check", "bad.txt", "--format", "github", cwd=folder, GITHUB_STEP_SUMMARY=str(summary))

    assert summary.read_text(encoding="utf-8").startswith("before\n### Attribution check\n")


@pytest.mark.parametrize(
    ("environment", "is_coloured"),
    [({"FORCE_COLOR": "1"}, True), ({}, False), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colour(folder, environment, is_coloured):
    """A pipe has no colour unless it is forced; NO_COLOR has the last word."""
    pytest.importorskip("rich")

    assert ("\x1b[" in citeaudit("check", "bad.txt", cwd=folder, **environment).stdout) is is_coloured


def test_statistics(folder):
    """--statistics counts by rule instead of listing."""
    lines = citeaudit("check", ".", "--statistics", "--notes", cwd=folder).stdout.splitlines()

    assert lines[0].split()[1] == "CA101"
    assert lines[1].split() == ["1", "CA102", "warning", "unattributed-quotation"]


def test_verbose_names_the_files(folder):
    """-v tells on standard error what is read."""
    assert citeaudit("check", ".", "-v", cwd=folder).stderr == "citeaudit: checking bad.txt\nciteaudit: checking clean.txt\n"


def test_processes_change_nothing(folder):
    """Two processes find what one finds, in the same order."""
    one = citeaudit("check", ".", "--notes", cwd=folder).stdout

    assert citeaudit("check", ".", "--notes", "--workers", "2", cwd=folder).stdout == one


# --- explain and rules


@pytest.mark.parametrize("rule", ["CA203", "vague-attribution"])
def test_explain_shows_the_page(tmp_path, rule):
    """A rule is explained by its code or its name."""
    done = citeaudit("explain", rule, cwd=tmp_path)

    assert done.returncode == 0
    assert done.stdout.startswith("# vague-attribution (CA203)\n\nSeverity: warning, on by default.\n")
    for heading in ("What", "Why", "Bad", "Better", "When to ignore", "Options"):
        assert f"\n## {heading}\n" in done.stdout


def test_explain_shows_families_and_all(tmp_path):
    """ALL shows every page, a family's code those of the family."""
    assert citeaudit("explain", "CA5", cwd=tmp_path).stdout.count("\nSeverity: ") == 5
    assert citeaudit("explain", "ALL", cwd=tmp_path).stdout.count("\nSeverity: ") == 22


def test_explain_tells_the_nearest(tmp_path):
    """A slip is answered with the rule that was meant."""
    done = citeaudit("explain", "vague-atribution", cwd=tmp_path)

    assert done.returncode == 2
    assert "did you mean 'vague-attribution'?" in done.stderr


def test_rules_are_listed(tmp_path):
    """The list is a table for people, and JSON with the pages for tools."""
    rows = json.loads(citeaudit("rules", "--format", "json", cwd=tmp_path).stdout)

    assert [row["code"] for row in rows][:2] == ["CA101", "CA102"]
    assert len(citeaudit("rules", cwd=tmp_path).stdout.splitlines()) == len(rows)


@pytest.mark.heavy
def test_citations_of_generated_text_count_where_they_are_asked_for(tmp_path):
    """The switch and the key of a file of settings read marks; --no-citations wins over the file."""
    (tmp_path / "a.txt").write_text("Rates rose.[1]\nGrowth slowed in May.[1]\n\n[1] Reuters\n", encoding="utf-8")
    asked = ("check", "a.txt", "--select", "CA501", "--minimum-attributed", "0.9")
    settings = tmp_path / "citeaudit.toml"

    settings.write_text("minimum-claims = 1\n", encoding="utf-8")
    assert citeaudit(*asked, cwd=tmp_path).returncode == 1
    assert citeaudit(*asked, "--citations", cwd=tmp_path).returncode == 0
    settings.write_text("minimum-claims = 1\ncitations = true\n", encoding="utf-8")
    assert citeaudit(*asked, cwd=tmp_path).returncode == 0
    assert citeaudit(*asked, "--no-citations", cwd=tmp_path).returncode == 1
