"""Tables of word knowledge: a TSV file goes in, rows of cells come out, checked for its columns.

Why TSV: 5,000 rows split in 1.5 ms, where tomllib takes 119; it sorts, diffs and merges line by line. Lines that begin
with "#" are comments. Shipped tables are checked in depth by the tests, so that loading stays cheap; private tables are
checked where they come in.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from citeaudit.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable


HOME = Path(__file__).parents[1]


def shipped_folder(package: str) -> Traversable:
    """Return the ``data`` folder of *package* ("citeaudit.lexicon"): on the disk, or in the archive that Python runs from."""
    folder = HOME.joinpath(*package.split(".")[1:], "data")
    if folder.is_dir():
        return folder
    from importlib.resources import files  # noqa: PLC0415 - the libraries for archives would be a fortieth of the start

    return files(package).joinpath("data")


def shipped_table(package: str, name: str) -> Traversable:
    """Return the place of the table *name* in the ``data`` folder of *package* ("citeaudit.lexicon")."""
    return shipped_folder(package).joinpath(name)


def read_table(table: Traversable | Path, columns: tuple[str, ...]) -> list[list[str]]:
    """
    Return the rows of *table*, each a list of as many cells as *columns*.

    :raises ConfigError: if the header or the number of cells of any row differs; all such rows in one message.
    """
    lines = [line for line in table.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t") if lines else []
    if tuple(header) != columns:
        message = f"{table}: the first line must name the columns {' '.join(columns)} (tab-separated), not {' '.join(header)!r}"
        raise ConfigError(message)
    rows = [line.split("\t") for line in lines[1:]]
    bad = [f"{row[0]!r} has {len(row)}" for row in rows if len(row) != len(columns)]
    if bad:
        message = f"{table}: each row must have {len(columns)} tab-separated cells: {'; '.join(bad)}"
        raise ConfigError(message)
    return rows


@cache
def words_by_kind(package: str, name: str, columns: tuple[str, ...], *, word: str, kind: str) -> Mapping[str, tuple[str, ...]]:
    """
    Return the words of a shipped table by their kinds, in its order; read once, whatever kinds are asked for.

    *word* and *kind* are the *columns* in which they stand.
    """
    of, by = columns.index(word), columns.index(kind)
    found: dict[str, list[str]] = {}
    for row in read_table(shipped_table(package, name), columns):
        found.setdefault(row[by], []).append(row[of])
    return {each: tuple(words) for each, words in found.items()}
