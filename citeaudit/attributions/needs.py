"""What a cue needs beside it to report: the table of needs × kinds of content, each cell with the example that is its test."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from citeaudit.lexicon.tables import read_table, shipped_table

COLUMNS = ("needs", "holder", "content", "why", "example")
DOCUMENT = "document"
ANYBODY = "anybody"


class Cell(NamedTuple):
    """
    One cell: a cue that *needs* something, held by *holder* (a document, or anybody), with *content* of a kind.

    *why* it reports nothing is empty where it reports; the *example* marks [source] {cue} <content>.
    """

    needs: str
    holder: str
    content: str
    why: str
    example: str


def why_not(needs: str, content: str, *, is_document: bool) -> str:
    """Return why a cue that *needs* something reports nothing with this kind of *content*, or "" if it reports."""
    return _reasons()[needs, DOCUMENT if is_document else ANYBODY, content]


@cache
def cells() -> tuple[Cell, ...]:
    """Return the cells of ``needs.tsv``."""
    return tuple(Cell(*row) for row in read_table(shipped_table("citeaudit.attributions", "needs.tsv"), COLUMNS))


@cache
def _reasons() -> dict[tuple[str, str, str], str]:
    return {(cell.needs, cell.holder, cell.content): cell.why for cell in cells()}
