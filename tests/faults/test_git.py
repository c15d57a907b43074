"""Nothing of a checkout is run, and git is never asked what a stranger chose: folders, files, references and settings that attack."""

from __future__ import annotations

import ast
import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import citeaudit
from citeaudit.cli import git as module
from citeaudit.cli.ignored import ignored_files

BAD = '"We will never accept what this council has done to us." The hall emptied quickly.'
WORSE = '"Nobody asked us before they closed the bridge for good." Rain fell all night.'
BETWEEN = "It rained. The lamps were lit. The streets were wet."
BOTH = f"{BAD}\n\n{BETWEEN}\n\n{WORSE}\n"
PARAGRAPHS = [f"It rained on day {number}. The lamps were lit. The streets of quarter {number} were wet." for number in range(12)]

pytestmark = [pytest.mark.heavy, pytest.mark.skipif(shutil.which("git") is None, reason="needs git")]


def run(*arguments, cwd, **environment):
    """Run the program in *cwd* as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "citeaudit", *map(str, arguments)],
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "NO_COLOR": "1", "GITHUB_STEP_SUMMARY": "", **environment},
        timeout=120,
        check=False,
    )


def git(*arguments, cwd):
    """Run git in *cwd* as somebody without settings of their own."""
    identity = (
        "-c",
        "user.name=t",
        "-c",
        "user.email=t@t.example",
        "-c",
        "commit.gpgsign=false",
        "-c",
        "core.hooksPath=/dev/null",
    )
    return subprocess.run(["git", *identity, *arguments], cwd=cwd, check=True, capture_output=True, text=True).stdout


def commit(folder):
    """Commit all that is in *folder*, by force."""
    git("add", "-f", "-A", cwd=folder)
    git("commit", "-q", "--no-verify", "-m", "more", cwd=folder)


def places(done):
    """Return the places of the findings of a concise output."""
    return [line.split(": ")[0] for line in done.stdout.splitlines() if ": CA" in line]


@pytest.fixture
def repository(tmp_path):
    """Return a repository with an article under articles/, whose settings only look at quotations."""
    folder = tmp_path / "checkout"
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "a.txt").write_text(BAD + "\n", encoding="utf-8")
    (folder / "citeaudit.toml").write_text("select = ['CA102']\n", encoding="utf-8")
    git("init", "-q", cwd=folder)
    commit(folder)
    return folder


@pytest.fixture
def bait(tmp_path):
    """Return a script that leaves a mark beside itself, and the mark."""
    mark, script = tmp_path / "mark", tmp_path / "bait"
    script.write_text(f"#!/bin/sh\ntouch '{mark}'\ncat\n", encoding="utf-8")
    script.chmod(0o755)
    return script, mark


# --- git is called in one place, hardened


def test_git_is_called_in_one_place():
    """Nothing but `citeaudit/cli/git.py` starts another program."""
    folder = Path(citeaudit.__file__).parent
    starters = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
            module = node.module if isinstance(node, ast.ImportFrom) else None
            if "subprocess" in (*names, module):
                starters.add(path.relative_to(folder).as_posix())

    assert starters == {"cli/git.py"}


@pytest.mark.parametrize("command", [("check", "articles"), ("check", ".", "--changed-since", "HEAD")])
def test_a_folder_that_looks_like_a_repository_is_none(tmp_path, bait, command):
    """A folder of a clone with HEAD, objects, refs and a config is articles; its config is not read, the clone's .gitignore holds."""
    script, mark = bait
    evil = tmp_path / "evil"
    articles = evil / "articles"
    for name in ("objects", "refs/heads"):
        (articles / name).mkdir(parents=True)
        (articles / name / "keep").touch()
    (articles / "a.txt").write_text(BAD, encoding="utf-8")
    (articles / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    (articles / "config").write_text(
        f'[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n\tfsmonitor = "{script}"\n', encoding="utf-8"
    )
    (evil / ".gitignore").write_text("built/\n", encoding="utf-8")
    git("init", "-q", cwd=evil)
    commit(evil)
    clone = tmp_path / "clone"
    git("clone", "-q", str(evil), str(clone), cwd=tmp_path)
    (clone / "articles" / "built").mkdir()
    (clone / "articles" / "built" / "b.txt").write_text(WORSE, encoding="utf-8")
    done = run(*command, "--format", "concise", cwd=clone)

    assert not mark.exists()
    assert done.returncode == (0 if "--changed-since" in command else 1), done.stderr
    assert "built" not in done.stdout
    assert done.stderr == ""


SETTINGS = {
    "monitor": "[core]\n\tfsmonitor = {bait}\n",
    "hooks": "[core]\n\thooksPath = {folder}\n",
    "pager": "[core]\n\tpager = {bait}\n[pager]\n\tdiff = {bait}\n\trev-parse = {bait}\n\tcheck-ignore = {bait}\n",
    "external difference": "[diff]\n\texternal = {bait}\n",
    "driver": '[diff "evil"]\n\tcommand = {bait}\n\ttextconv = {bait}\n',
    "filter": '[filter "evil"]\n\tclean = {bait}\n\tsmudge = {bait}\n\trequired = true\n',
    "process filter": '[filter "evil"]\n\tprocess = {bait}\n\trequired = true\n',
    "alternate references": "[core]\n\talternateRefsCommand = {bait}\n",
    "alias": "[alias]\n\tcheck-ignore = !{bait}\n\tdiff = !{bait}\n\trev-parse = !{bait}\n",
    "included": "[include]\n\tpath = {folder}/included\n",
}


@pytest.mark.parametrize("kind", SETTINGS)
def test_settings_of_a_repository_run_nothing(repository, bait, kind):
    """An unpacked archive may hold a whole .git: its monitor, hooks, pager, filters, drivers, aliases and includes are not run."""
    script, mark = bait
    hooks = script.parent / "hooks"
    hooks.mkdir()
    for name in ("post-index-change", "fsmonitor-watchman", "post-checkout", "reference-transaction"):
        shutil.copy(script, hooks / name)
        shutil.copy(script, repository / ".git" / "hooks" / name)
    (hooks / "included").write_text(f"[core]\n\tfsmonitor = {script}\n[diff]\n\texternal = {script}\n", encoding="utf-8")
    (repository / ".gitattributes").write_text("* filter=evil diff=evil\n", encoding="utf-8")
    with (repository / ".git" / "config").open("a", encoding="utf-8") as stream:
        stream.write(SETTINGS[kind].format(bait=script, folder=hooks))
    (repository / "articles" / "a.txt").write_text(BOTH, encoding="utf-8")
    (repository / "articles" / "new.txt").write_text(WORSE, encoding="utf-8")
    done = run("check", ".", "--changed-since", "HEAD", "--format", "concise", cwd=repository)

    assert not mark.exists()
    assert places(done) == ["articles/a.txt:5:1", "articles/new.txt:1:1"], done.stderr


def test_what_a_partial_clone_misses_is_not_fetched(repository, tmp_path, bait):
    """Git fetches what a partial clone misses by a command that the repository names: here it is told instead."""
    script, mark = bait
    clone = tmp_path / "partial"
    (repository / "articles" / "a.txt").write_text(BOTH, encoding="utf-8")
    commit(repository)
    git("config", "uploadpack.allowFilter", "true", cwd=repository)
    git("clone", "-q", "--filter=blob:none", repository.as_uri(), str(clone), cwd=tmp_path)
    git("config", "remote.origin.uploadpack", str(script), cwd=clone)
    git("config", "protocol.allow", "always", cwd=clone)
    done = run("check", "articles", "--changed-since", "HEAD~1", cwd=clone)

    assert not mark.exists()
    assert done.returncode == 2
    assert "articles/a.txt: its text at 'HEAD~1' is not in this clone; fetch it" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("name", ["--output=victim", "--no-index", "-"])
def test_a_reference_is_never_an_option(repository, name):
    """A branch may have the name of an option: it is compared with, and nothing is written."""
    git("update-ref", f"refs/heads/{name}", "HEAD", cwd=repository)
    (repository / "articles" / "a.txt").write_text(BOTH, encoding="utf-8")
    before = sorted(repository.rglob("*"))
    done = run("check", "articles", f"--changed-since={name}", "--format", "concise", cwd=repository)

    assert sorted(repository.rglob("*")) == before
    assert (done.returncode, places(done)) == (1, ["articles/a.txt:5:1"]), done.stderr


@pytest.mark.parametrize("revision", ["--help", "", "HEAD:articles/a.txt", "HEAD\nHEAD"])
def test_what_is_no_revision_is_told(repository, revision):
    """What is no revision is refused with the remedy, whatever it looks like; an empty one (an unset variable of a pipeline), too."""
    done = run("check", ".", f"--changed-since={revision}", cwd=repository)

    assert done.returncode == 2
    assert "--changed-since: git knows no revision" in done.stderr
    assert "give a branch, tag or commit" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_variables_of_git_lead_nowhere_else(repository, tmp_path, bait):
    """GIT_DIR and its like, as a hook or a shell sets them, do not change which repository is asked, nor what is run."""
    script, mark = bait
    other = tmp_path / "other"
    other.mkdir()
    git("init", "-q", cwd=other)
    (repository / ".gitignore").write_text("drafts/\n", encoding="utf-8")
    (repository / "drafts").mkdir()
    (repository / "drafts" / "d.txt").write_text(WORSE, encoding="utf-8")
    variables = {
        "GIT_DIR": str(other / ".git"),
        "GIT_WORK_TREE": str(other),
        "GIT_INDEX_FILE": str(other / "index"),
        "GIT_EXTERNAL_DIFF": str(script),
        "GIT_PAGER": str(script),
        "GIT_TRACE": str(tmp_path / "trace"),
        "GIT_LITERAL_PATHSPECS": "1",
    }
    walked = run("check", ".", "--format", "concise", cwd=repository, **variables)
    changed = run("check", ".", "--changed-since", "HEAD", cwd=repository, **variables)

    assert places(walked) == ["articles/a.txt:1:1"]
    assert (walked.stderr, changed.returncode, changed.stderr) == ("", 0, "")
    assert not mark.exists()
    assert not (tmp_path / "trace").exists()
    assert not (other / "index").exists()


@pytest.mark.parametrize("path", ["", f"bin{os.pathsep}."])
def test_a_git_of_the_checkout_is_not_run(repository, bait, path):
    """A PATH with folders that depend on where one stands must not find a program of the checkout."""
    script, mark = bait
    for name in ("git", "git.exe", "bin/git"):
        (repository / name).parent.mkdir(exist_ok=True)
        shutil.copy(script, repository / name)
    done = run("check", ".", "--changed-since", "HEAD", cwd=repository, PATH=path)

    assert not mark.exists()
    assert done.returncode == 2
    assert "needs git" in done.stderr


def test_a_pipe_in_place_of_a_list_of_excludes_ends(repository, monkeypatch):
    """A repository whose list of excludes is a pipe does not hold the program for ever; its files are checked, and that is told."""
    os.mkfifo(repository / ".git" / "pipe")
    git("config", "core.excludesFile", str(repository / ".git" / "pipe"), cwd=repository)
    monkeypatch.setattr(module, "SECONDS", 0.5)
    ignored = ignored_files([repository / "articles" / "new.txt"], folder=repository)

    assert not ignored.files
    assert "did not answer within" in ignored.troubles[0]


# --- whose the repository is


@pytest.fixture
def strangers(repository):
    """Return a repository that belongs to another user."""
    if not hasattr(os, "geteuid") or os.geteuid():
        pytest.skip("only root can give files away")
    for path in (repository, *repository.rglob("*")):
        os.chown(path, 1234, 1234, follow_symlinks=False)
    return repository


def test_a_repository_of_another_user_is_told(strangers):
    """Git refuses a repository of another owner: the option says so and what to do, in whatever language git speaks."""
    done = run("check", ".", "--changed-since", "HEAD", cwd=strangers, LANGUAGE="de", LC_ALL="C.UTF-8")

    assert done.returncode == 2
    assert "belongs to another user (dubious ownership)" in done.stderr
    assert f"git config --global --add safe.directory {strangers}" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_that_gitignore_could_not_be_held_is_told(strangers):
    """Without git's answer more is checked than should be: that is told, with the remedy, and the findings stand."""
    (strangers / ".gitignore").write_text("built/\n", encoding="utf-8")
    (strangers / "built").mkdir()
    (strangers / "built" / "b.txt").write_text(WORSE, encoding="utf-8")
    done = run("check", ".", "--format", "concise", cwd=strangers)

    assert places(done) == ["articles/a.txt:1:1", "built/b.txt:1:1"]
    assert done.returncode == 1
    assert done.stderr.startswith("citeaudit: .: what .gitignore names is checked, too: git does not trust")
    assert done.stderr.count(f"safe.directory {strangers}") == 1

    trusted = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": str(strangers)}
    done = run("check", ".", "--format", "concise", cwd=strangers, **trusted)
    assert (places(done), done.stderr) == (["articles/a.txt:1:1"], "")


def test_a_missing_or_broken_git_is_told_where_it_matters(repository, tmp_path):
    """Without git, or with a .git that git cannot read, a walk says that nothing is left out."""
    done = run("check", ".", cwd=repository, PATH=str(tmp_path))
    assert done.returncode == 1
    assert "what .gitignore names is checked, too: needs git, which is not installed" in done.stderr

    (repository / ".git" / "config").write_text("[core\n", encoding="utf-8")
    done = run("check", ".", cwd=repository)
    assert done.returncode == 1
    assert "what .gitignore names is checked, too: git says" in done.stderr


# --- what git ignores


def test_what_is_ignored_is_known_through_links_and_in_submodules(repository, tmp_path):
    """A folder named by a link, a submodule and a clone within the repository: each one's .gitignore holds, and none undoes another's."""
    (repository / ".gitignore").write_text("built/\nvendored/\n", encoding="utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    git("init", "-q", cwd=inner)
    (inner / ".gitignore").write_text("out/\n", encoding="utf-8")
    (inner / "in.txt").write_text(BAD, encoding="utf-8")
    commit(inner)
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner), "articles/sub", cwd=repository)
    git("clone", "-q", str(inner), str(repository / "vendored"), cwd=repository)
    for name in ("articles/sub/out", "articles/built", "vendored/out"):
        (repository / name).mkdir()
        (repository / name / "x.txt").write_text(WORSE, encoding="utf-8")
    (tmp_path / "link").symlink_to(repository / "articles")

    assert places(run("check", ".", "--format", "concise", cwd=repository)) == ["articles/a.txt:1:1", "articles/sub/in.txt:1:1"]
    done = run("check", "link", "--format", "concise", cwd=tmp_path)
    assert [place.partition("/")[2] for place in places(done)] == ["a.txt:1:1", "sub/in.txt:1:1"]
    assert done.stderr == ""


ODD = ["-n", "--stdin", ":(glob)x", "a\nb", "café", '"q"', "*", " ", "$(id)", "\\"]


def test_odd_names_are_names(repository):
    """Files with names that mean something to git or a shell are ignored, known and compared as any other."""
    for name in ODD:
        for folder in ("articles", "built"):
            (repository / folder).mkdir(exist_ok=True)
            (repository / folder / f"{name}.txt").write_text(BAD + "\n", encoding="utf-8")
    git("add", "articles", cwd=repository)
    git("commit", "-qm", "odd", cwd=repository)
    (repository / ".gitignore").write_text("built/\n", encoding="utf-8")
    for name in ODD:
        (repository / "articles" / f"{name}.txt").write_text(BOTH, encoding="utf-8")
    done = run("check", ".", "--changed-since", "HEAD", "--format", "jsonl", cwd=repository)
    found = [json.loads(line) for line in done.stdout.splitlines()]

    assert done.stderr == ""
    assert sorted(row["path"] for row in found if row.get("line") == 5) == sorted(f"articles/{name}.txt" for name in ODD)
    assert not [row for row in found if row.get("line") == 1 and "path" in row]


# --- which lines changed


@pytest.fixture
def article(repository):
    """Return an article of twelve paragraphs with as many findings, committed."""
    path = repository / "articles" / "long.txt"
    path.write_text("\n\n".join(f"{words} {BAD}" for words in PARAGRAPHS) + "\n", encoding="utf-8")
    commit(repository)
    return path


@pytest.mark.parametrize("how", ["git mv", "mv", "committed", "other folder and name"])
def test_a_renamed_article_is_compared_with_what_it_was(article, repository, how):
    """An article that was renamed and got one paragraph has the findings of that paragraph alone."""
    target = article.with_name("renamed.txt")
    if how == "other folder and name":
        target = repository / "archive" / "2026" / "story.md"
        target.parent.mkdir(parents=True)
    text = article.read_text(encoding="utf-8")
    if how == "mv":
        article.rename(target)
    else:
        git("mv", str(article), str(target), cwd=repository)
    target.write_text(f"{text}\n{BETWEEN}\n\n{WORSE}\n", encoding="utf-8")
    if how == "committed":
        commit(repository)
    done = run("check", ".", "--changed-since", "HEAD~1" if how == "committed" else "HEAD", "--format", "concise", cwd=repository)

    assert [place.split(":")[:2] for place in places(done)] == [[str(target.relative_to(repository)), "27"]]


def test_articles_that_are_renamed_together_keep_their_own_lines(repository):
    """A whole folder that moves brings nothing new but what was added to one of its articles."""
    for number in range(5):
        text = "\n".join(f"Quarter {number}: {words}" for words in PARAGRAPHS)
        (repository / "articles" / f"{number}.txt").write_text(f"{text}\n{BAD}\n", encoding="utf-8")
    commit(repository)
    git("mv", "articles", "moved", cwd=repository)
    with (repository / "moved" / "3.txt").open("a", encoding="utf-8") as stream:
        stream.write(f"\n{BETWEEN}\n\n{WORSE}\n")

    assert places(run("check", ".", "--changed-since", "HEAD", "--format", "concise", cwd=repository)) == ["moved/3.txt:17:1"]


@pytest.mark.parametrize("attributes", ["* -diff\n", "* text eol=crlf working-tree-encoding=UTF-16\n"])
def test_attributes_hide_no_change(repository, attributes):
    """A .gitattributes that calls articles binary, or means to convert them, hides no changed line."""
    (repository / ".gitattributes").write_text(attributes, encoding="utf-8")
    (repository / "articles" / "a.txt").write_text(BOTH, encoding="utf-8")
    done = run("check", "articles", "--changed-since", "HEAD", "--format", "concise", cwd=repository)

    assert places(done) == ["articles/a.txt:5:1"]


def test_articles_that_look_like_a_difference_hide_nothing(repository):
    """What an article says is never taken for what git says of it."""
    lines = [
        "++ new/0/0",
        "++ /dev/null",
        "-- old/0/0",
        "@@ -1 +90000,9 @@",
        "\r@@ -1 +90000,9 @@",
        "\rdiff --git x y",
        "\\ No newline",
    ]
    for number, line in enumerate(lines):
        place = repository / "articles" / f"{number}.txt"
        place.write_text(f"It rained.\n{line}\n{line}\n\n{WORSE}\n", encoding="utf-8", newline="")
    done = run("check", "articles", "--changed-since", "HEAD", "--format", "concise", cwd=repository)

    assert [place.split(":")[0] for place in places(done)] == [f"articles/{number}.txt" for number in range(len(lines))]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_alike(repository, end):
    """A changed line is the one that the finding is told by, whichever sign ends the lines; new line ends alone are no change."""
    path = repository / "articles" / "a.txt"
    path.write_text(f"{BAD}\n\nIt rained.\n\nIt snowed.\n", encoding="utf-8")
    commit(repository)
    path.write_text(end.join([BAD, "", "It rained.", "", "It snowed.", ""]), encoding="utf-8", newline="")
    assert places(run("check", "articles", "--changed-since", "HEAD", "--format", "concise", cwd=repository)) == []

    path.write_text(end.join([BAD, "", "It rained.", "", WORSE, ""]), encoding="utf-8", newline="")
    done = run("check", "articles", "--changed-since", "HEAD", "--format", "concise", cwd=repository)
    assert places(done) == ["articles/a.txt:5:1"]


def test_what_git_does_not_know_is_changed_as_a_whole(repository, tmp_path):
    """Files that are ignored but named, of another repository or of none, and in a submodule are never passed over in silence."""
    (repository / ".gitignore").write_text("built/\n", encoding="utf-8")
    (repository / "built").mkdir()
    (tmp_path / "outside").mkdir()
    named = [repository / "built" / "b.txt", tmp_path / "outside" / "o.txt"]
    for path in named:
        path.write_text(WORSE, encoding="utf-8")
    done = run("check", *named, "--changed-since", "HEAD", "--format", "concise", cwd=repository)

    assert len(places(done)) == 2


def test_findings_without_a_line_are_kept_where_the_file_changed(repository):
    """In formats without lines (a JSON array, a table's row over several lines) a finding of a changed file is told, not lost."""
    path, table = repository / "articles" / "a.json", repository / "articles" / "t.csv"
    path.write_text(json.dumps([{"text": "It rained."}], indent=1), encoding="utf-8")
    table.write_text('id,text\n1,"It rained.\nIt snowed.\nIt rained."\n2,It rained.\n', encoding="utf-8")
    commit(repository)
    path.write_text(json.dumps([{"text": "It rained."}, {"text": WORSE}], indent=1), encoding="utf-8")
    table.write_text(
        f'id,text\n1,"It rained.\nIt snowed.\n{WORSE.replace(chr(34), chr(34) * 2)}"\n2,It rained.\n', encoding="utf-8"
    )
    done = run("check", path, table, "--changed-since", "HEAD", "--format", "jsonl", cwd=repository)

    assert done.stdout.count('"CA102"') == 2, done.stdout + done.stderr


def test_nothing_of_the_repository_is_written(repository):
    """A check writes nothing into .git: no lock, no index, no object."""
    (repository / "articles" / "a.txt").touch()
    (repository / "articles" / "new.txt").write_text(BAD, encoding="utf-8")
    before = {path: path.stat().st_mtime_ns for path in (repository / ".git").rglob("*")}
    mode = stat.S_IMODE((repository / ".git").stat().st_mode)
    run("check", ".", "--changed-since", "HEAD", cwd=repository)

    assert {path: path.stat().st_mtime_ns for path in (repository / ".git").rglob("*")} == before
    assert stat.S_IMODE((repository / ".git").stat().st_mode) == mode
