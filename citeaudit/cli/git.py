"""
The one place that calls git: a question about a repository goes in, git's answer comes out, and nothing of the repository is run.

A checkout is made by strangers, and git by itself runs commands that a repository names: monitors, hooks, filters,
converters, helpers that fetch. Each call here forbids them, stands in the folder that holds ``.git`` (never in a folder
that only looks like a repository of its own), takes nothing from a terminal or from the network, and ends in time.
What is asked reads objects and names only, never the files of the checkout, since git would run filters on those.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from citeaudit.errors import CiteauditError

HARDENED = (
    "--no-pager",
    *("-c", "safe.bareRepository=explicit"),  # a folder of articles with HEAD, objects and refs is no repository
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.alternateRefsCommand="),
    *("-c", "core.untrackedCache=false"),
    *("-c", "protocol.allow=never"),
)
"""What every call forbids; the environment below forbids the rest."""
ENVIRONMENT = {
    "LC_ALL": "C",  # what git says is read below
    "LANGUAGE": "",
    "GIT_ALLOW_PROTOCOL": "none",  # a partial clone would fetch what it misses, by a command that the repository names
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
KEPT = ("GIT_CONFIG", "GIT_EXEC_PATH")
"""Variables of git that stay: the user's own settings (safe.directory in a container). Others would lead elsewhere (GIT_DIR) or write."""
SECONDS = 60
"""No question takes longer, but for a repository that holds a pipe in place of a file."""
PROGRAM = "git.exe" if os.name == "nt" else "git"
STRANGERS = ("dubious ownership", "unsafe repository")
"""What git says of a repository that belongs to another user, since 2.38 and before."""


class GitError(CiteauditError):
    """Git that is missing, or does not know or does not want to tell what it is asked."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What git answered: its exit code, its output, and the line that it complained with."""

    code: int
    output: bytes
    said: str


def repository_of(path: Path) -> Path | None:
    """Return the folder that holds the ``.git`` of the repository around *path*, a real path; None outside of any."""
    return next((folder for folder in (path, *path.parents) if _is_git(folder / ".git")), None)


def ask(arguments: list[str], *, folder: Path, given: bytes = b"", output: Path | None = None) -> Answer:
    """
    Return what git answers in *folder* to *arguments*, with *given* on its standard input; what it puts out goes to the file *output*, if given.

    :raises GitError: if git is missing, does not answer in time, or does not trust the repository, with the remedy.
    """
    program = _program()
    if program is None:
        message = "needs git, which is not installed; install it"
        raise GitError(message)
    command = [program, *HARDENED, *arguments]
    with (output or Path(os.devnull)).open("wb") as stream:
        try:
            done = subprocess.run(  # noqa: S603 - git by its full path; what strangers chose goes in on standard input or after --end-of-options
                command,
                cwd=folder,
                env=_environment(),
                input=given,
                stdout=stream if output else subprocess.PIPE,
                stderr=subprocess.PIPE,
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            message = f"git did not answer within {SECONDS} seconds in {folder}; look whether git status does"
            raise GitError(message) from error
        except OSError as error:
            message = f"git cannot be run ({error.strerror}); install it anew"
            raise GitError(message) from error
    said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
    if done.returncode and any(sign in said for sign in STRANGERS):
        message = (
            f"git does not trust {folder}, which belongs to another user (dubious ownership); "
            f"if you trust it, run: git config --global --add safe.directory {quote(str(folder))}"
        )
        raise GitError(message)
    return Answer(done.returncode, done.stdout or b"", said)


def _is_git(place: Path) -> bool:
    """Tell whether *place* makes the folder around it a repository: a folder of git's, or the file of a worktree or submodule."""
    try:
        return place.is_file() or all((place / name).exists() for name in ("HEAD", "objects", "refs"))
    except OSError:
        return False


def _program() -> str | None:
    """Return git's full path, from folders named in full alone: one that is found from the folder where we stand may be a stranger's."""
    return next((str(place) for place in _places() if place.is_file() and os.access(place, os.X_OK)), None)


def _places() -> Iterator[Path]:
    return (Path(folder, PROGRAM) for folder in os.get_exec_path() if Path(folder).is_absolute())


def _environment() -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name.startswith(KEPT)}
    return {**own, **ENVIRONMENT}
