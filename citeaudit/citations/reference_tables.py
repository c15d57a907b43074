"""Lists of references in tables: the rows of a text's tables go in, those come out that say by label who is meant ("| 1 | Reuters |")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import accumulate, groupby

from citeaudit.citations.labels import LABEL_CELL, EntryLine, label_of
from citeaudit.citations.naming import name_entry
from citeaudit.citations.tables import Row
from citeaudit.model.spans import Span
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.patterns import pattern_of
from citeaudit.text.links import Links

BETWEEN = pattern_of(r"[ ]?\|[ ]?|\n\n")
"""What stands between the cells of a row."""


def find_reference_tables(
    text: str, rows: tuple[Row, ...], marks: Mapping[str, int], links: Links, gazetteer: Gazetteer
) -> Iterator[tuple[Span, list[EntryLine]]]:
    """Give the tables each of whose rows opens with a label that one of the *marks* above it bears, and then names a source."""
    tables = groupby(zip(accumulate(not row.cells for row in rows), rows, strict=True), key=lambda pair: pair[0])
    for _, group in tables:
        head, *others = (row for _, row in group)
        found = [entry for row in others if (entry := _entry(text, row, links, gazetteer)) is not None]
        if found and len(found) == len(others) and all(marks.get(row.label, head.span.end) < head.span.start for row in found):
            yield Span(head.span.start, others[-1].span.end), found


def _entry(text: str, row: Row, links: Links, gazetteer: Gazetteer) -> EntryLine | None:
    match = LABEL_CELL.fullmatch(row.cells[0].of(text)) if len(row.cells) > 1 else None
    if match is None:
        return None
    words = Span(row.cells[1].start, row.cells[-1].end)
    named = name_entry(in_one_line(words.of(text)), links.urls_at(words), gazetteer)
    return EntryLine(words, label_of(match["label"]), words.start) if named.sources else None


def in_one_line(words: str) -> str:
    """Return the *words* of several cells with commas between them."""
    return BETWEEN.sub(", ", words)
