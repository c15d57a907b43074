"""
A corpus as a database: rows go in article by article, a SQLite file comes out.

Each table has the columns of ``citeaudit.tables`` and a ``key``. What leads from a number to what it counts are foreign keys: an
article leads to its claims, a publisher to all of its own, a row of statuses to the claims with that status; ``claim_outlets``
and ``claim_sources`` hold which claims rest on which outlet and source. So for every row of edges
``select count(*) from claim_outlets where edge_key = …`` is its number of claims. The words of the claims can be searched.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from citeaudit.tables import SHARE, TABLES, TRUTH, WHOLE, Column, Row
from citeaudit.writers.databases.links import Linked, Names
from citeaudit.writers.destinations import REMEDY, OutputError
from citeaudit.writers.tables import encodable

LINKS = "links"
"""What the links of an article's claims are called among its rows."""

TYPES = {WHOLE: "INTEGER", SHARE: "REAL", TRUTH: "INTEGER"}

KEYS: dict[str, tuple[tuple[str, str], ...]] = {
    "publishers": (),
    "outlets": (),
    "sources": (("publisher_key", "publishers"),),
    "statuses": (("publisher_key", "publishers"),),
    "findings": (("publisher_key", "publishers"),),
    "edges": (("publisher_key", "publishers"), ("outlet_key", "outlets")),
    "articles": (("publisher_key", "publishers"),),
    "claims": (("article_key", "articles"), ("publisher_key", "publishers"), ("status_key", "statuses")),
    "attributions": (("article_key", "articles"),),
    "claim_outlets": (("claim_key", "claims"), ("edge_key", "edges"), ("outlet_key", "outlets")),
    "claim_sources": (("claim_key", "claims"), ("source_key", "sources")),
}
"""Every table of the database, and which of its columns lead where."""

NAMES: dict[str, tuple[str, ...]] = {
    "publishers": ("publisher",),
    "outlets": ("outlet", "outlet_id"),
    "sources": ("publisher", "source", "type"),
    "statuses": ("publisher", "month", "status", "origin"),
    "edges": ("publisher", "outlet", "outlet_id", "is_self"),
}
"""The tables of sums that claims lead to, and the columns that tell their rows apart."""

SEARCHED = {"claims": ("words", "outlets", "sources"), "articles": ("title", "byline")}
"""What can be searched, as far as it is written."""

INDEXED = {"claims": ("status", "origin", "date"), "articles": ("article",)}


class Database:
    """A database that grows by the rows of articles, and is finished by those of the sums."""

    def __init__(self, path: Path, *, with_text: bool) -> None:
        self._columns = {table.name: table.kept(with_text=with_text) for table in TABLES}
        self._keys: dict[str, dict[Names, int]] = {name: {} for name in NAMES}
        self._counts = dict.fromkeys(KEYS, 0)
        # One file that nobody else sees until it is whole: no journal, and no waiting for the disk.
        self._connection = sqlite3.connect(path, isolation_level=None)
        for statement in ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", *self._tables(), "BEGIN"):
            self._connection.execute(statement)

    def write(self, rows: Mapping[str, Any]) -> None:
        """Add the *rows* of one article with the links of its claims, or those of the sums."""
        if LINKS in rows:
            self._write_article(rows, rows[LINKS])
            return
        for name, found in rows.items():
            names = [column.name for column in self._columns[name]]
            for row in found:
                self._write_sum(name, row, dict(zip(names, row, strict=True)))

    def finish(self) -> None:
        """Write the indexes, and the end of the file."""
        for statement in (*self._indexes(), "COMMIT", "PRAGMA optimize"):
            self._connection.execute(statement)

    def close(self) -> None:
        """Let go of the file as it is."""
        self._connection.close()

    def _write_article(self, rows: Mapping[str, Any], linked: Linked | None) -> None:
        publisher = None if linked is None else self._key("publishers", (linked.publisher,))
        (article,) = rows["articles"]
        article_key = self._insert("articles", (publisher, *article))
        for row, links in zip(rows["claims"], linked.claims if linked else (), strict=True):
            claim = self._insert("claims", (article_key, publisher, self._key("statuses", links.status), *row))
            for edge in links.edges:
                _, outlet, outlet_id, is_self = edge
                # A publisher's citing itself is counted among the edges, but not among the outlets.
                cited = None if is_self else self._key("outlets", (outlet, outlet_id))
                self._insert("claim_outlets", (claim, self._key("edges", edge), cited))
            for source in links.sources:
                self._insert("claim_sources", (claim, self._key("sources", source)))
        for row in rows["attributions"]:
            self._insert("attributions", (article_key, *row))

    def _write_sum(self, name: str, row: Row, cells: Mapping[str, Any]) -> None:
        leads = []
        for _, target in KEYS[name]:
            is_nothing = target == "outlets" and cells["is_self"]
            leads.append(None if is_nothing else self._key(target, tuple(cells[column] for column in NAMES[target])))
        own = self._key(name, tuple(cells[column] for column in NAMES[name])) if name in NAMES else None
        self._insert(name, (*leads, *row), own)

    def _key(self, name: str, names: Names) -> int:
        """Return the key of the row of sums that bears *names*, which is written at the end."""
        keys = self._keys[name]
        return keys.setdefault(names, len(keys) + 1)

    def _insert(self, name: str, cells: Row, key: int | None = None) -> int:
        if key is None:
            self._counts[name] += 1
            key = self._counts[name]
        places = ", ".join("?" * (len(cells) + 1))
        self._connection.execute(f'INSERT INTO "{name}" VALUES ({places})', (key, *map(encodable, cells)))  # noqa: S608 - our own names
        return key

    def _tables(self) -> Iterator[str]:
        for name, keys in KEYS.items():
            lines = [
                '"key" INTEGER PRIMARY KEY',
                *(f'"{column}" INTEGER REFERENCES "{target}"("key")' for column, target in keys),
            ]
            lines += [_column(column) for column in self._columns.get(name, ())]
            yield f'CREATE TABLE "{name}" ({", ".join(lines)})'

    def _indexes(self) -> Iterator[str]:
        for name, keys in KEYS.items():
            for column in (*(column for column, _ in keys), *INDEXED.get(name, ())):
                yield f'CREATE INDEX "{name}_{column}" ON "{name}"("{column}")'
        for name, columns in SEARCHED.items():
            written = [column.name for column in self._columns[name] if column.name in columns]
            listed = ", ".join(f'"{column}"' for column in written)
            yield f'CREATE VIRTUAL TABLE "{name}_fts" USING fts5({listed}, content="{name}", content_rowid="key")'
            yield f'INSERT INTO "{name}_fts"("{name}_fts") VALUES (\'rebuild\')'  # noqa: S608 - our own names


@contextmanager
def database(path: Path, place: Path | None, *, with_text: bool) -> Iterator[Database]:
    """
    Open a database at *path*, which is to become *place*.

    :raises OutputError: with what SQLite says, as of a disk that is full.
    """
    try:
        found = Database(path, with_text=with_text)
        try:
            yield found
            found.finish()
        finally:
            found.close()
    except sqlite3.Error as error:
        message = f"{place}: cannot be written ({error}); {REMEDY}, or a folder for temporary files by TMPDIR"
        raise OutputError(message) from error


def _column(column: Column) -> str:
    return f'"{column.name}" {TYPES.get(column.type, "TEXT")}'
