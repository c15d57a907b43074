"""
Paths as the program that shows findings knows them: paths as they were typed go in, paths from the top of the repository come out.

GitLab, GitHub and code scanning know a file by its path in the repository. They know nothing of the folder where the check
ran or of how a file was spelled, so one file has one path there, and one fingerprint.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from citeaudit.cli.git import repository_of
from citeaudit.readers.files import STDIN
from citeaudit.writers.findings.places import Checked, Place


def in_repository(checked: Checked) -> Checked:
    """
    Return *checked* with each path seen from the top of the repository around the working folder.

    A file that is not in it is seen from the top of its own, and where it has none from the working folder, or in full.
    """
    here = Path.cwd().resolve()
    around = repository_of(here)
    path_of = cache(lambda path: _path_from(around, here, path))
    return replace(
        checked,
        places=tuple(_moved(place, path_of(place.path)) for place in checked.places),
        problems=tuple(replace(problem, path=path_of(problem.path)) for problem in checked.problems),
        paths=tuple(dict.fromkeys(map(path_of, checked.paths))),
    )


def _path_from(around: Path | None, here: Path, path: str) -> str:
    if path == STDIN:
        return path
    try:
        place = here / path
        # The folder's real place, but the file's own name: a link in the repository is a file of its own there.
        real = place.parent.resolve() / place.name
        top = around if around and real.is_relative_to(around) else repository_of(real.parent) or here
    except (OSError, RuntimeError, ValueError):  # no path that this system takes
        return path
    return (real.relative_to(top) if real.is_relative_to(top) else real).as_posix()


def _moved(place: Place, path: str) -> Place:
    is_named_by_path = place.article is not None and place.article.startswith(place.path)
    article = path + place.article[len(place.path) :] if is_named_by_path and place.article else place.article
    return replace(place, path=path, article=article)
