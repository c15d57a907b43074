"""``citeaudit completion`` in the shells themselves: what is typed and a TAB go in, what each offers comes out."""

from __future__ import annotations

import os
import pty
import select
import shutil
import signal
import subprocess
import sys

import pytest

ASKED = [
    ("citeaudit co", ["completion", "corpus"]),
    ("citeaudit corpus --form", ["--format"]),
    ("citeaudit corpus --format g", ["gexf", "graphml"]),
    ("citeaudit report a", ["article.txt"]),
    ("citeaudit check -o a", ["article.txt"]),
]
READY = "completion-is-ready"
PATIENCE = 60
"""Seconds after which a shell that offers nothing is given up."""


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """Return a folder with the script of each shell, and a file to complete."""
    place = tmp_path_factory.mktemp("shells")
    (place / "article.txt").touch()
    for shell, name in (("zsh", "_citeaudit"), ("fish", "citeaudit.fish")):
        made = subprocess.run([sys.executable, "-m", "citeaudit", "completion", shell], capture_output=True, check=True)
        (place / name).write_bytes(made.stdout)
    return place


@pytest.mark.heavy
@pytest.mark.parametrize(("typed", "offered"), ASKED)
def test_fish_completes(place, typed, offered):
    """Fish offers commands, options, their values, and files."""
    if shutil.which("fish") is None:
        pytest.skip("no fish: apt-get install fish")
    asked = f"source citeaudit.fish; complete -C '{typed}'"
    done = subprocess.run(["fish", "--no-config", "-c", asked], cwd=place, capture_output=True, text=True, check=True)

    assert set(offered) <= {line.split("\t")[0] for line in done.stdout.splitlines()}


@pytest.mark.heavy
@pytest.mark.parametrize(("typed", "offered"), ASKED)
def test_zsh_completes(place, typed, offered):
    """A person at a terminal with zsh is shown commands, options, their values, or files; one that is alone is filled in."""
    if shutil.which("zsh") is None:
        pytest.skip("no zsh: apt-get install zsh")
    process, terminal = pty.fork()
    if not process:
        os.chdir(place)
        os.environ["TERM"] = "dumb"
        os.execvp("zsh", ["zsh", "-f", "-i"])  # noqa: S606 - the shell that is tested, as it is found
    try:
        begin = f"fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -D; bindkey '^I' list-choices; print {READY[:4]}{{}}{READY[4:]}\n"
        os.write(terminal, begin.replace("{}", "''").encode())
        seen = _read_until(terminal, [READY])
        os.write(terminal, f"{typed}\t".encode())
        seen = _read_until(terminal, offered)
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(terminal)

    assert all(offer in seen for offer in offered)


def _read_until(terminal, words):
    """Return what a terminal shows, once all *words* stand in it or nothing comes any more."""
    seen = ""
    while not all(word in seen for word in words) and select.select([terminal], [], [], PATIENCE)[0]:
        seen += os.read(terminal, 65536).decode(errors="replace")
    return seen
