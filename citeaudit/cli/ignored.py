"""Which files git ignores: files that a walk found go in, those that git's own rules leave out come out.

Git is asked rather than its files read: only it knows its excludes, nested files and the precedence among them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from citeaudit.cli.git import Answer, GitError, ask, repository_of


@dataclass(frozen=True, slots=True)
class Ignored:
    """The *files* that git ignores, and what it could not be asked: each of *troubles* is a line with the remedy."""

    files: frozenset[Path] = frozenset()
    troubles: tuple[str, ...] = ()


def ignored_files(paths: Iterable[Path], *, folder: Path) -> Ignored:
    """
    Return those of *paths*, which a walk found below *folder*, that git ignores; none outside a repository.

    A repository within the repository (a submodule, a clone) answers for its own files, and is itself ignored or not by
    the one around it. Git takes no path through a link to a folder, so real folders are asked about.
    """
    real_folder = cache(lambda place: place.resolve())
    outermost = repository_of(folder.resolve())
    holders: dict[Path, list[Path]] = {}
    questions: defaultdict[Path, dict[Path, None]] = defaultdict(dict)
    repositories = cache(repository_of)
    for path in paths:
        place = real_folder(path.absolute().parent) / path.name
        holders[path] = [place]
        top = repositories(place.parent)
        while top is not None:
            questions[top][place] = None
            if outermost is None or not top.is_relative_to(outermost) or top == outermost:
                break
            place, top = top, repositories(top.parent)
            holders[path].append(place)
    found: set[Path] = set()
    troubles = []
    for top, places in questions.items():
        try:
            found.update(_ask(top, list(places)))
        except GitError as error:
            troubles.append(f"{folder}: what .gitignore names is checked, too: {error}")
    return Ignored(frozenset(path for path, places in holders.items() if not found.isdisjoint(places)), tuple(troubles))


def _ask(top: Path, places: list[Path]) -> Iterator[Path]:
    given = b"\0".join(str(place).encode("utf-8", "surrogateescape") for place in places)
    answer = ask(["check-ignore", "--stdin", "-z"], folder=top, given=given)
    if answer.code not in {0, 1}:  # 1: none of them
        raise GitError(_refusal(answer))
    return (Path(name.decode("utf-8", "surrogateescape")) for name in answer.output.split(b"\0") if name)


def _refusal(answer: Answer) -> str:
    return f"git says {answer.said!r}; mend the repository, or set respect-gitignore = false"
