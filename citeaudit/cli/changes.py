"""
What changed since a revision: files go in, the lines of each that are new come out.

Git tells what the revision holds, and compares; it is given copies of the files under numbers in place of names, in a
folder of ours. So no setting, attribute or filter of the repository has a say in what counts as changed, and no article can
pass for a line of git's own output.
"""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import regex

from citeaudit.cli.git import Answer, GitError, ask, repository_of
from citeaudit.model.articles import Article
from citeaudit.readers.files import COMPRESSED
from citeaudit.text.positions import LINE_END
from citeaudit.writers.findings.places import Place

Lines = tuple[tuple[int, int], ...]
"""First and last lines of changed stretches, 1-based."""
EVERYTHING: Lines = ((1, 1 << 60),)
"""The changed lines of a file that git does not know, or that holds no lines of text (DOCX, compressed files)."""

HUNK = regex.compile(rb"@@ -\d+(?:,(?<old>\d+))? \+(?<start>\d+)(?:,(?<new>\d+))? @@")
NEW_FILE = regex.compile(rb"\+\+\+ new/(?<number>\d+)/\d+$")
COMPARE = (
    *("diff", "--no-index", "--no-prefix", "--unified=0", "--inter-hunk-context=0", "--text"),
    *("--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", "--ignore-cr-at-eol", "-O/dev/null"),
    *("--find-renames", "-l1000"),  # beyond so many files the search for renames would take too long; they count as new then
)
LINE_FEEDS = frozenset((".jsonl", ".ndjson"))
"""Files whose lines end with a line feed alone: there a carriage return is white space."""
REGULAR = b"100"
"""How the mode of a file begins that is neither a link nor a submodule."""


@dataclass(frozen=True)
class Changes:
    """
    What *revision* holds of the repository at *top*, to compare files with.

    *objects* are the files of the revision: the name of each one's content by its path from *top*.
    """

    revision: str
    top: Path
    objects: Mapping[bytes, str]

    def lines_of(self, paths: Iterable[Path]) -> dict[Path, Lines]:
        """
        Return the changed lines of each of *paths*, none for one that did not change.

        A file that was renamed is compared with what it was before. One that git does not know is changed as a whole.

        :raises GitError: if git cannot compare them, with the remedy.
        """
        with _told(), tempfile.TemporaryDirectory() as folder:
            comparison = _Comparison(Path(folder))
            lines = {path: self._look(path, comparison) for path in paths}
            if comparison.has_new:
                comparison.gone = self._gone()
            found = comparison.run(self) if comparison.numbers else {}
        return {path: found.get(seen, ()) if isinstance(seen, bytes) else seen for path, seen in lines.items()}

    def _look(self, path: Path, comparison: _Comparison) -> Lines | bytes:
        """Return the changed lines of *path* as far as a look at it tells them, its name within the repository if it must be compared."""
        try:
            real = path.resolve()
            if not real.is_file() or not real.is_relative_to(self.top):
                return EVERYTHING
            name = os.fsencode(real.relative_to(self.top).as_posix())
            before = self.objects.get(name)
            with real.open("rb") as stream:
                if before is not None and _object_name(stream, len(before)) == before:
                    return ()
                stream.seek(0)
                is_text = real.suffix.lower() not in COMPRESSED and comparison.add_new(name, stream, before)
        except (OSError, RuntimeError):  # a file that nobody may read, a link to itself: whoever reads it next tells why
            return EVERYTHING
        return name if is_text else EVERYTHING

    def _gone(self) -> dict[bytes, str]:
        """Return the files of the revision that are there no more, and may have been renamed; not those that a sparse checkout leaves out."""
        listed = ask(["ls-files", "-t", "-z"], folder=self.top)
        sparse = {entry[2:] for entry in listed.output.split(b"\0") if entry.startswith(b"S ")}
        top = os.fsencode(self.top)
        return {
            name: content
            for name, content in self.objects.items()
            if name not in sparse and not os.path.lexists(os.path.join(top, name))  # noqa: PTH118 - names are bytes
        }


def changes_since(revision: str, *, folder: Path) -> Changes:
    """
    Return what *revision* holds of the repository around *folder*.

    :raises GitError: if git is missing, *folder* is in no repository, or the revision is unknown, with the remedy.
    """
    top = repository_of(folder.resolve())
    if top is None:
        message = f"--changed-since: {folder} is in no git repository; run it where the articles are under git"
        raise GitError(message)
    with _told():
        tree = ask(["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{tree}}"], folder=top)
        if tree.code:
            message = f"git knows no revision {revision!r}; give a branch, tag or commit that is fetched (in CI, fetch the whole history)"
            raise GitError(message)
        name = tree.output.decode().split()[-1]
        listed = ask(["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", name], folder=top)
        if listed.code:
            raise GitError(_failure(listed))
    return Changes(revision, top, dict(_objects(listed.output)))


def touches(lines: Lines, start: int, end: int) -> bool:
    """Tell whether any of the changed *lines* lies between *start* and *end*."""
    return any(first <= end and start <= last for first, last in lines)


def has_changed(place: Place, article: Article, lines: Lines) -> bool:
    """Tell whether the changed *lines* of a file touch *place*: its record where it has one; any do where nobody knows its line."""
    if not place.is_record:
        return touches(lines, place.line, place.end_line)
    if article.origin is None or article.origin.line is None:
        return True
    is_one_line = Path(place.path).suffix.lower() in LINE_FEEDS
    return touches(lines, place.line, place.line + (0 if is_one_line else len(LINE_END.findall(article.text))))


class _Comparison:
    """Two folders of copies, ``old`` and ``new``: a file's path is its number and that of its last name, which git looks at for renames."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.numbers: dict[bytes, int] = {}
        self.wanted: dict[bytes, str] = {}
        self.gone: Mapping[bytes, str] = {}
        self.has_new = False
        self._last_names: dict[bytes, int] = {}

    def add_new(self, name: bytes, stream: BinaryIO, before: str | None) -> bool:
        """Copy the file *name* as it stands now, whose content was *before*; tell whether it is text."""
        self.numbers[name] = len(self.numbers)
        if before is None:
            self.has_new = True
        else:
            self.wanted[name] = before
        return _copy(stream, self._place("new", name), name)

    def run(self, changes: Changes) -> dict[bytes, Lines]:
        """Return the changed lines by file."""
        for name in self.gone:
            self.numbers.setdefault(name, len(self.numbers))
        self._copy_old(changes)
        (self.folder / "new").mkdir(exist_ok=True)
        (self.folder / "old").mkdir(exist_ok=True)
        patch = self.folder / "patch"
        answer = ask([*COMPARE, "--", "old", "new"], folder=self.folder, output=patch)
        if answer.code not in {0, 1}:  # 1: they differ
            raise GitError(_failure(answer))
        with patch.open("rb") as stream:
            hunks = _hunks(stream)
        return {name: tuple(hunks.get(number, ())) for name, number in self.numbers.items()}

    def _copy_old(self, changes: Changes) -> None:
        """Copy what the revision holds of the files that changed, and of those that are gone."""
        held = {**self.gone, **self.wanted}
        if not held:
            return
        contents = self.folder / "contents"
        answer = ask(["cat-file", "--batch"], folder=changes.top, given="\n".join(held.values()).encode(), output=contents)
        with contents.open("rb") as stream:
            for name in held:
                _, kind, *size = stream.readline().split() or (b"", b"missing")
                if kind == b"blob":
                    _copy(io.BytesIO(stream.read(int(size[0]))), self._place("old", name), name)
                    stream.read(1)
                elif name in self.wanted:
                    message = (
                        f"{os.fsdecode(name)}: its text at {changes.revision!r} is not in this clone; "
                        f"fetch it (in CI, fetch the whole history without a filter) ({answer.said or 'a partial clone'})"
                    )
                    raise GitError(message)

    def _place(self, side: str, name: bytes) -> Path:
        last = self._last_names.setdefault(name.rpartition(b"/")[2], len(self._last_names))
        place = self.folder / side / str(self.numbers[name]) / str(last)
        place.parent.mkdir(parents=True)
        return place


def _objects(listed: bytes) -> Iterator[tuple[bytes, str]]:
    for entry in listed.split(b"\0"):
        about, _, name = entry.partition(b"\t")
        if about.startswith(REGULAR):
            yield name, about.split()[2].decode()


def _object_name(stream: BinaryIO, length: int) -> str:
    """Return the name that git gives the content of *stream*, a hash of *length* digits."""
    name = hashlib.new("sha256" if length > 40 else "sha1", usedforsecurity=False)
    name.update(b"blob %d\0" % os.fstat(stream.fileno()).st_size)
    while piece := stream.read(1 << 20):
        name.update(piece)
    return name.hexdigest()


def _copy(stream: BinaryIO, place: Path, name: bytes) -> bool:
    """Copy *stream*, the file *name*, to *place* with its lines as this program counts them; tell whether it is text."""
    is_text = True
    ends = "\n" if Path(os.fsdecode(name)).suffix.lower() in LINE_FEEDS else None  # None: CR LF, CR and LF
    with io.TextIOWrapper(stream, "latin-1", newline=ends) as read, place.open("w", encoding="latin-1", newline="\n") as copy:
        while piece := read.read(1 << 20):
            is_text = is_text and "\0" not in piece
            copy.write(piece)
    return is_text


def _hunks(patch: Iterable[bytes]) -> dict[int, list[tuple[int, int]]]:
    """Return the changed stretches by number of file; lines of content are counted off, whatever they look like."""
    found: dict[int, list[tuple[int, int]]] = {}
    stretches: list[tuple[int, int]] = []
    left = 0
    for line in patch:
        if left > 0:
            left -= {b"+": 1, b"-": 1, b" ": 2}.get(line[:1], 0)
        elif line.startswith(b"diff "):
            stretches = []
        elif named := NEW_FILE.match(line):
            stretches = found.setdefault(int(named["number"]), [])
        elif hunk := HUNK.match(line):
            start, new = int(hunk["start"]), int(hunk["new"] or 1)
            left = new + int(hunk["old"] or 1)
            if new:  # a hunk that only takes lines away leaves none to complain of
                stretches.append((start, start + new - 1))
    return found


@contextmanager
def _told() -> Iterator[None]:
    """Name the option in what git is asked for it."""
    try:
        yield
    except GitError as error:
        message = f"--changed-since: {error}"
        raise GitError(message) from error


def _failure(answer: Answer) -> str:
    return f"git failed ({answer.said or answer.code}); mend the repository, or leave the option out"
