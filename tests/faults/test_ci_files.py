"""What a pipeline runs and shows: names that look like options, paths that the forge knows, extras that read what is given, pinned versions."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

pytestmark = pytest.mark.heavy  # each test starts processes

ROOT = Path(__file__).parents[2]
BAD = '"We will never accept what this council has done to us." The hall emptied quickly.\n'
HOOK = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
PROGRAM = shutil.which("citeaudit", path=sysconfig.get_path("scripts")) or shutil.which("citeaudit")


def run(command, cwd, **environment):
    """Run *command* in *cwd*."""
    return subprocess.run(
        command,
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "NO_COLOR": "1", "GITHUB_STEP_SUMMARY": "", **environment},
        timeout=120,
        check=False,
    )


@pytest.fixture
def checkout(tmp_path):
    """Return a repository with an article under articles/."""
    folder = tmp_path / "checkout"
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "a.txt").write_text(BAD, encoding="utf-8")
    (folder / "citeaudit.toml").write_text("select = ['CA102']\n", encoding="utf-8")
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    return folder


# --- names that look like options

NAMES = ["--output-file=victim.md", "--config=evil.md", "-overy.txt", "--exit-zero.txt", "--write-baseline --baseline=x.txt", "-"]


def test_the_hook_takes_no_name_for_an_option(checkout):
    """pre-commit puts names after the hook's arguments: all that its pattern lets through are read as files."""
    names = [name for name in NAMES if re.search(HOOK["files"], name)]
    assert len(names) == 5
    for name in (*names, "victim.md"):
        (checkout / name).write_text(BAD, encoding="utf-8")
    before = sorted(checkout.iterdir())
    command = [sys.executable, "-m", *HOOK["entry"].split(), *HOOK["args"], *names]
    done = run(command, checkout)

    assert done.returncode == 1, done.stderr
    assert sorted(checkout.iterdir()) == before
    assert (checkout / "victim.md").read_text(encoding="utf-8") == BAD
    assert sorted(re.findall(r"--> (.*?):\d", done.stdout)) == sorted(names)


@pytest.mark.parametrize("command", ["check", "report", "corpus"])
def test_after_two_dashes_all_are_files(tmp_path, command):
    """Every command that reads articles takes what stands after -- for files, options before it or not."""
    name = "--output-file=victim.txt" if command == "check" else "-o=victim.txt"
    (tmp_path / name).write_text(BAD, encoding="utf-8")
    options = ["--format", "jsonl"] if command != "corpus" else ["--format", "json", "-o", "tables"]
    done = run([sys.executable, "-m", "citeaudit", command, *options, "--", name, "--gone"], tmp_path)

    assert not (tmp_path / "victim.txt").exists()
    assert "--gone: no such file" in done.stderr


# --- paths that the forge knows


def paths_in(text, name):
    """Return the paths and fingerprints that a report of the format *name* tells."""
    match name:
        case "gitlab":
            return [(row["location"]["path"], row["fingerprint"]) for row in json.loads(text)]
        case "sarif":
            rows = json.loads(text)["runs"][0]["results"]
            return [
                (row["locations"][0]["physicalLocation"]["artifactLocation"], row["partialFingerprints"]["citeaudit/v1"])
                for row in rows
            ]
        case "junit":
            return [(case.get("file"), case.get("classname")) for case in ET.fromstring(text).iter("testcase")]  # noqa: S314 - our own
        case _:
            return re.findall(r"^::warning file=([^,]*),.*$", text, re.MULTILINE)


def test_a_file_has_one_path_and_one_fingerprint(checkout, tmp_path):
    """However a file is named and wherever the check runs, reports for a forge tell its path from the top of the repository."""
    (tmp_path / "link").symlink_to(checkout / "articles")
    spellings = [
        ("articles", checkout),
        (checkout / "articles", checkout),
        ("./articles/../articles//a.txt", checkout),
        ("a.txt", checkout / "articles"),
        (checkout / "articles" / "a.txt", tmp_path),
        ("link", tmp_path),
    ]
    formats = ("gitlab", "sarif", "junit", "github")
    outputs = [part for name in formats for part in ("--format", f"{name}:{tmp_path / name}")]
    told = []
    for name, cwd in spellings:
        done = run([sys.executable, "-m", "citeaudit", "check", str(name), *outputs], cwd)
        assert done.returncode == 1, done.stderr
        told.append([paths_in((tmp_path / name).read_text(encoding="utf-8"), name) for name in formats])

    assert told[0][0][0][0] == "articles/a.txt"
    assert told[0][1][0][0] == {"uri": "articles/a.txt", "uriBaseId": "SRCROOT"}
    assert told[0][2] == [("articles/a.txt", "articles/a.txt")]
    assert told[0][3] == ["articles/a.txt"]
    for spelling, other in zip(spellings, told, strict=True):
        assert other == told[0], spelling


def test_what_cannot_be_read_is_told_by_the_same_path(checkout):
    """A file that cannot be read has its path from the top, too; one outside of any repository has its full path."""
    outside = checkout.parent / "o.txt"
    outside.write_text(BAD, encoding="utf-8")
    done = run(
        [sys.executable, "-m", "citeaudit", "check", "gone.txt", str(outside), "--format", "gitlab"],
        checkout / "articles",
    )

    assert sorted(row["location"]["path"] for row in json.loads(done.stdout)) == sorted([outside.as_posix(), "articles/gone.txt"])


# --- what is installed


def pulled(extras):
    """Return the names of the packages that *extras* name, those of other extras of ours among them."""
    found = set()
    for extra in extras:
        for requirement in EXTRAS[extra]:
            name, _, inner = re.match(r"([\w.-]+)(\[([\w,-]+)\])?", requirement).groups()
            found |= pulled(inner.split(",")) if name == "citeaudit" else {re.sub(r"[-_.]+", "-", name.lower())}
    return found


def suffix_needs():
    """Return the extra that the reader of each suffix needs."""
    return {
        ".md": "markdown",
        ".markdown": "markdown",
        ".html": "html",
        ".htm": "html",
        ".docx": "docx",
        ".warc": "warc",
        ".zst": "zstd",
    }


def test_the_hook_installs_what_its_files_need():
    """The hook's own dependencies hold the extras of all formats that its pattern lets through."""
    (dependency,) = HOOK["additional_dependencies"]
    given = set(re.fullmatch(r"\.\[([\w,]+)\]", dependency)[1].split(","))
    needed = {extra for suffix, extra in suffix_needs().items() if re.search(HOOK["files"], f"a{suffix}")}

    assert needed <= given <= set(EXTRAS)


def test_the_action_installs_what_a_walk_takes():
    """The action's default of extras reads every format that a directory's walk takes."""
    given = set(ACTION["inputs"]["extras"]["default"].split(","))

    assert set(suffix_needs().values()) <= given <= set(EXTRAS)


def test_versions_of_the_action_are_pinned():
    """constraints.txt, which the action installs by, gives one version of everything that its extras and the build name."""
    pinned = dict(re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE))
    core = {"attrs", "regex", "hatchling"}

    assert pulled(["formats", "cli"]) | core <= set(pinned)
    assert "constraints.txt" in ACTION["runs"]["steps"][0]["run"]


def test_inputs_are_no_text_of_scripts():
    """What a workflow passes on (a branch's name, a title) comes in as a variable: no step's script holds an expression."""
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step["run"]
        assert set(step) <= {"name", "shell", "env", "run"}


@pytest.mark.parametrize("extras", ["html;touch x", "html]", "html markdown", "$(id)", "git+https://x"])
def test_extras_of_the_action_are_names(tmp_path, extras):
    """The input extras takes names and commas; anything else ends the step before pip sees it."""
    script = ACTION["runs"]["steps"][0]["run"]
    done = run(
        ["bash", "-euo", "pipefail", "-c", script], tmp_path, EXTRAS=extras, ACTION_PATH=str(ROOT), RUNNER_TEMP=str(tmp_path)
    )

    assert done.returncode == 2
    assert "::error" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_the_action_runs_no_python_of_the_checkout(checkout, tmp_path):
    """A venv.py or a pip.py beside the articles is not run by the step that installs (a pip of ours stands in for the real one)."""
    mark = tmp_path / "mark"
    for name in ("venv", "pip", "site", "ensurepip", "sitecustomize"):
        (checkout / f"{name}.py").write_text(f"open({str(mark)!r}, 'w')\n", encoding="utf-8")
    script = ACTION["runs"]["steps"][0]["run"].replace("-m venv citeaudit", "-m venv --without-pip citeaudit")
    script = re.sub(r'"\$RUNNER_TEMP/citeaudit/bin/pip" install.*', "echo pip", script)
    done = run(
        ["bash", "-euo", "pipefail", "-c", script], checkout, EXTRAS="html", ACTION_PATH=str(ROOT), RUNNER_TEMP=str(tmp_path)
    )

    assert done.stdout == "pip\n", done.stderr
    assert not mark.exists()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_no_module_of_the_checkout_is_imported(checkout, tmp_path, workers):
    """The installed command imports nothing from the folder where it runs, and neither do its processes."""
    mark = tmp_path / "mark"
    for name in (
        "multiprocessing",
        "regex",
        "attrs",
        "attr",
        "json",
        "struct",
        "trafilatura",
        "markdown_it",
        "docx",
        "mammoth",
        "rich",
    ):
        (checkout / f"{name}.py").write_text(f"open({str(mark)!r}, 'w')\n", encoding="utf-8")
    for number in range(4):
        (checkout / "articles" / f"{number}.txt").write_text(BAD, encoding="utf-8")
    done = run([PROGRAM, "check", "articles", "--workers", workers], checkout)

    assert done.returncode == 1, done.stderr
    assert not mark.exists()


SPAWN = """
import sys
sys.path[:] = [place for place in sys.path if place]
import multiprocessing
{first}
if __name__ == "__main__":
    process = multiprocessing.get_context("spawn").Process(target=print)
    process.start()
    process.join()
"""


@pytest.mark.parametrize("is_ours", [True, False])
def test_processes_that_start_afresh_look_nowhere_either(checkout, tmp_path, monkeypatch, is_ours):
    """Where a process cannot fork it begins with `python -c`, which looks in the working folder: not once our program runs."""
    monkeypatch.delenv("PYTHONSAFEPATH", raising=False)  # what our program set where another test ran it in this process
    mark = tmp_path / "mark"
    (checkout / "multiprocessing.py").write_text(f"open({str(mark)!r}, 'w')\n", encoding="utf-8")
    first = "from citeaudit.cli import main; main(['rules'])" if is_ours else ""
    run([sys.executable, "-c", SPAWN.format(first=first)], checkout)

    assert mark.exists() is not is_ours  # the second shows that the attack is one
