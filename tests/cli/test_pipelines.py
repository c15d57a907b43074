"""The pipelines of docs/ci.md, as they are copied: settings, GitLab's script, pre-commit, the GitHub Action."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml

from citeaudit.config_files import KEYS, read_config_file

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
BAD = '"We will never accept what this council has done to us." The hall emptied.\n'


def snippet(first_line: str) -> str:
    """Return the block of docs/ci.md that begins with *first_line*."""
    return next(
        block for block in re.findall(r"^```\w+\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL) if block.startswith(first_line)
    )


def shell(script: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run *script* in bash as a runner does, with our program on the path."""
    path = os.pathsep.join((sysconfig.get_path("scripts"), os.environ["PATH"]))
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=cwd,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "GITHUB_STEP_SUMMARY": "", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def archive(tmp_path):
    """Return a repository with one bad article under articles/."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "story.txt").write_text(BAD, encoding="utf-8")
    shell("git init -q && git add -A && git -c user.name=t -c user.email=t@t.example commit -qm first", tmp_path)
    return tmp_path


def test_the_settings_of_the_page_are_read(tmp_path):
    """The example of a citeaudit.toml is one."""
    path = tmp_path / "citeaudit.toml"
    path.write_text(snippet("# citeaudit.toml"), encoding="utf-8")
    config = read_config_file(path)

    assert config.minimum_attributed == 0.8
    assert "CA601" in config.rule_settings.severities
    assert "CA201" not in config.rule_settings.severities


def test_every_setting_stands_on_the_page():
    """The table of settings names every key."""
    table = PAGE.partition("| key | default |")[2].partition("\n\n")[0]

    assert sorted(
        re.findall(r"`([\w-]+)`", "".join(line.split("|")[1] for line in table.splitlines() if line.count("|") > 2))
    ) == sorted(KEYS)


def test_the_gitlab_job_runs(archive):
    """GitLab's script writes both reports, and fails."""
    job = yaml.safe_load(snippet("# .gitlab-ci.yml"))["sourcing"]
    script = "\n".join(line for line in job["script"] if not line.startswith("pip install"))
    done = shell(script, archive)

    assert done.returncode == 1
    assert json.loads((archive / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert (archive / job["artifacts"]["reports"]["junit"]).is_file()


def test_the_workflow_uses_inputs_that_the_action_has():
    """What the page gives the action, the action takes."""
    workflow = yaml.safe_load(snippet("# .github/workflows/sourcing.yml"))
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    given = workflow["jobs"]["sourcing"]["steps"][-1]["with"]

    assert set(given) <= set(action["inputs"])


def test_the_hook_of_the_page_exists():
    """The page's pre-commit hook is one that we offer, and it takes the files that readers take."""
    (hook,) = yaml.safe_load(snippet("# .pre-commit-config.yaml"))["repos"][0]["hooks"]
    (offered,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

    assert hook["id"] == offered["id"]
    assert [bool(re.search(offered["files"], name)) for name in ("a.txt", "a.md", "a.html", "a.jsonl", "a.py")] == [True] * 4 + [
        False
    ]


@pytest.mark.heavy
def test_pre_commit_runs_the_hook(archive, tmp_path_factory):
    """pre-commit installs the hook from this repository, and fails a commit with a finding."""
    home = tmp_path_factory.mktemp("pre-commit")
    done = shell(
        f"'{sys.executable}' -m pre_commit try-repo '{ROOT}' citeaudit --files articles/story.txt",
        archive,
        PRE_COMMIT_HOME=str(home),
        PYTHONPATH="",
    )

    assert done.returncode == 1, done.stdout + done.stderr
    assert "CA102 unattributed-quotation" in done.stdout


@pytest.mark.heavy
def test_the_action_runs(archive, tmp_path_factory):
    """The steps of the action install this checkout and annotate the article; a second run with SARIF is clean."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    temporary = tmp_path_factory.mktemp("runner")
    summary = temporary / "summary.md"

    def run(**given: str) -> subprocess.CompletedProcess[str]:
        inputs = {name: given.get(name.replace("-", "_"), spec["default"]) for name, spec in action["inputs"].items()}
        done = None
        for step in action["runs"]["steps"]:
            environment = {
                key: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: inputs[found[1]], value).replace(
                    "${{ github.action_path }}", str(ROOT)
                )
                for key, value in step["env"].items()
            }
            done = shell(
                step["run"], archive, RUNNER_TEMP=str(temporary), GITHUB_STEP_SUMMARY=str(summary), PYTHONPATH="", **environment
            )
            if done.returncode:
                break
        return done

    failed = run(paths="articles")
    assert failed.returncode == 1, failed.stderr
    assert "::warning file=articles/story.txt,line=1" in failed.stdout
    assert "Attribution check" in summary.read_text(encoding="utf-8")

    passed = run(paths="articles", args="--changed-since=HEAD\n--quiet", sarif_file="out.sarif")
    assert passed.returncode == 0, passed.stderr
    assert json.loads((archive / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"] == []
