"""Cells as marks: what stands under "Source" in a table, or a mark that is all of its cell, says whose its row is."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from citeaudit.citations.labels import CELL, FIGURES, labels_of
from citeaudit.citations.linked import named_by_links
from citeaudit.citations.marks import Back, Mark, Page
from citeaudit.citations.naming import addresses_in, name_all, outlet_called, without_lead
from citeaudit.citations.numbers import find_lenticular, find_numbers, find_signs
from citeaudit.citations.removing import Taking
from citeaudit.citations.tables import Row
from citeaudit.citations.words import WordKind, phrases_of
from citeaudit.model.relations import Source
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of

WRAPPED = pattern_of(r"[(\[](?P<words>[^()\[\]]+)[)\]]")
BREAK = pattern_of(r"<br\s?/?>", regex.IGNORECASE)
JOINT = pattern_of(r"[\s,;&]*+(?:and\s)?")
LONGEST = 300
"""What is longer names no source, whatever its column is called."""


def find_cells(page: Page) -> Iterator[Mark]:
    """Give the cells that name the sources of their rows."""
    if not page.rows:
        return
    marks = sorted(
        (mark for find in (find_lenticular, find_numbers, find_signs) for mark in find(page)), key=lambda mark: mark.shown
    )
    inside = _inside(sorted(cell for row in page.rows for cell in row.cells), marks)
    for row in page.rows:
        for number, cell in enumerate(row.cells):
            if 0 < len(cell) <= LONGEST:
                yield from _read(page, row, cell, inside.get(cell, []), is_source=number in row.sources)


def _inside(cells: list[Span], marks: list[Mark]) -> dict[Span, list[Mark]]:
    """Return the *marks* by the cells in which they stand; both are in order of the text."""
    found: dict[Span, list[Mark]] = {}
    place = 0
    for cell in cells:
        while place < len(marks) and marks[place].shown.start < cell.start:
            place += 1
        while place < len(marks) and marks[place].shown.start < cell.end:
            found.setdefault(cell, []).append(marks[place])
            place += 1
    return found


def _read(page: Page, row: Row, cell: Span, marks: list[Mark], *, is_source: bool) -> Iterator[Mark]:
    """Give the marks that one *cell* is, each of which reaches its *row*."""
    text = page.text
    if marks and _fill(text, cell, marks):
        for mark in marks:
            yield _of_row(mark.shown, row, mark.sources, mark.urls)
        return
    words = BREAK.sub("; ", cell.of(text))
    links = page.links.touching(cell)
    urls = page.links.urls_at(cell)
    if is_source:
        labels = [label for part in FIGURES.findall(words) for label in labels_of(part)] if CELL.fullmatch(words) else []
        entries = [page.references.entries[label] for label in labels if label in page.references.entries]
        sources = [source for entry in entries for source in entry.named.sources]
        named = tuple(sources) or named_by_links(page, links) or name_all(words, urls, page.gazetteer, is_asked=True).sources
        yield _of_row(cell, row, named, (*urls, *(url for entry in entries for url in entry.urls)))
        return
    wrapped = WRAPPED.fullmatch(words)
    is_linked = page.links.has_from_to(cell.start, cell.end) and _only_leads(page, words)
    if wrapped or is_linked:
        named = name_all(wrapped["words"] if wrapped else words, urls, page.gazetteer, is_asked=is_linked).sources
        if named:
            yield _of_row(cell, row, named, urls)


def _only_leads(page: Page, words: str) -> bool:
    """Tell whether a link of these *words* only leads to a source: "Reuters", "link"."""
    bare = without_lead(words)
    is_name = outlet_called(bare, page.gazetteer) is not None or bool(addresses_in(words))
    return is_name or bare.casefold().strip(" .") in phrases_of(WordKind.LINK)


def _fill(text: str, cell: Span, marks: list[Mark]) -> bool:
    """Tell whether *marks* are all that a *cell* holds."""
    taking = Taking()
    at = cell.start
    for mark in marks:
        if mark.shown.start < at:
            continue
        joint = JOINT.match(text, at, mark.shown.start)
        if not taking.take(mark.shown) or joint is None or joint.end() < mark.shown.start:
            return False
        at = mark.shown.end
    return not text[at : cell.end].strip()


def _of_row(shown: Span, row: Row, sources: tuple[Source, ...], urls: tuple[str, ...]) -> Mark:
    return Mark(shown, shown, "cell", sources, urls, Back.ROW, row=row.span)
