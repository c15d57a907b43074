"""What git knows: which files it ignores, and which lines of which files changed since a revision."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import regex

from citeaudit.errors import CiteauditError

HUNK = regex.compile(rb"^@@ -\d+(?:,\d+)? \+(?<start>\d+)(?:,(?<count>\d+))? @@")
NOT_A_REPOSITORY = 128
EVERYTHING = ((1, 1 << 60),)
"""The changed lines of a file that is new as a whole."""

Lines = tuple[tuple[int, int], ...]
"""First and last lines of changed stretches, 1-based."""


class GitError(CiteauditError):
    """Git that is missing, or does not know what it is asked."""


def ignored_files(paths: Iterable[Path], *, folder: Path) -> frozenset[Path]:
    """
    Return those of *paths* (found below *folder*) that git's own rules ignore; none outside a repository or without git.

    Git is asked rather than its files read: only it knows its excludes, nested files and the precedence among them.
    """
    listed = [path.absolute() for path in paths]
    git = shutil.which("git")
    if git is None or not listed:
        return frozenset()
    done = subprocess.run(  # noqa: S603 - the paths go in on standard input
        [git, "check-ignore", "--stdin", "-z"],
        cwd=folder,
        input=b"\0".join(str(path).encode("utf-8", "surrogateescape") for path in listed),
        capture_output=True,
        check=False,
    )
    found = done.stdout.split(b"\0") if done.returncode == 0 else []
    return frozenset(Path(name.decode("utf-8", "surrogateescape")) for name in found if name)


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed between *revision* and the files as they stand now; *untracked* files are changed as a whole."""

    revision: str
    top: Path
    tracked: frozenset[Path]
    untracked: frozenset[Path]

    def lines_of(self, path: Path) -> Lines:
        """Return the changed lines of *path*, none if it did not change."""
        path = path.resolve()
        if path in self.untracked:
            return EVERYTHING
        if path not in self.tracked:
            return ()
        # One call a file: git's own quoting of odd names in a common diff is not ours to undo.
        arguments = ["diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-renames", self.revision, "--", str(path)]
        return _hunks(_git(arguments, self.top))


def changes_since(revision: str, *, folder: Path) -> Changes:
    """
    Return what changed since *revision*.

    :raises GitError: if git is missing, *folder* is in no repository, or the revision is unknown, with the remedy.
    """
    top = Path(_git(["rev-parse", "--show-toplevel"], folder).decode("utf-8", "surrogateescape").rstrip("\n"))
    _git(["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"], folder)
    tracked = _git(["diff", "--name-only", "-z", "--no-renames", "--diff-filter=d", revision, "--"], top)
    untracked = _git(["ls-files", "--others", "--exclude-standard", "-z"], top)
    return Changes(revision, top.resolve(), _paths(tracked, top), _paths(untracked, top))


def touches(lines: Lines, start: int, end: int) -> bool:
    """Tell whether any of the changed *lines* lies between *start* and *end*."""
    return any(first <= end and start <= last for first, last in lines)


def _paths(listed: bytes, top: Path) -> frozenset[Path]:
    return frozenset((top / name.decode("utf-8", "surrogateescape")).resolve() for name in listed.split(b"\0") if name)


def _hunks(diff: bytes) -> Lines:
    found = []
    for line in diff.splitlines():
        hunk = HUNK.match(line)
        if hunk:
            start = int(hunk.group("start"))
            count = int(hunk.group("count") or 1)
            if count:  # a hunk that only takes lines away leaves none to complain of
                found.append((start, start + count - 1))
    return tuple(found)


def _git(arguments: list[str], folder: Path) -> bytes:
    git = shutil.which("git")
    if git is None:
        message = "--changed-since needs git, which is not installed; install it, or leave the option out"
        raise GitError(message)
    done = subprocess.run([git, *arguments], cwd=folder, capture_output=True, check=False)  # noqa: S603 - no shell reads them
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
    if done.returncode == NOT_A_REPOSITORY and "not a git repository" in said:
        message = f"--changed-since: {folder} is in no git repository; run it where the articles are under git"
    elif arguments[0] == "rev-parse":
        message = (
            f"--changed-since: git knows no revision {arguments[-1].removesuffix('^{commit}')!r}; "
            "give a branch, tag or commit that is fetched (in CI, fetch the whole history)"
        )
    else:
        message = f"--changed-since: git {arguments[0]} failed: {said}"
    raise GitError(message)
