"""
Exports of a newspaper database (Nexis): the paragraphs of a document go in, its articles come out, each with what stands at its head.

An article begins with its title, publication and date, each a paragraph, and ends with "End of Document"; between its words and
that end stand fields for the database alone. A cover page before the first article is no article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from citeaudit.lexicon.tables import read_table, shipped_table
from citeaudit.patterns import pattern_of
from citeaudit.readers.dates import iso_date
from citeaudit.readers.word import Paragraph

END = "End of Document"
BODY = "Body"
"""The line that opens the words of an article."""

FIELD = pattern_of(r"(\p{Lu}[\p{L} -]{1,30}?)\s*:[\s\u00a0]*(.*)", regex.S)
DATED = pattern_of(r"(?:\p{L}+day,?\s+)?(?:\p{L}+\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}\.?\s+\p{L}+\s+\d{4}|\p{L}+\s+\d{4})\b.{0,60}")


CAPTIONS = 8
"""Lines that stand under the heading of an article's pictures, at most."""


@dataclass(frozen=True, slots=True)
class Exported:
    """One article of an export: its words, and what its head says."""

    words: tuple[Paragraph, ...]
    title: str | None
    publisher: str | None
    byline: str | None
    said_date: str | None


def exported(paragraphs: tuple[Paragraph, ...]) -> Iterator[Exported]:
    """Return the articles of an export; none where no paragraph closes one."""
    begun = 0
    for place, paragraph in enumerate(paragraphs):
        if paragraph.words.strip() == END:
            yield _article(paragraphs[begun:place], is_first=begun == 0)
            begun = place + 1


def _article(paragraphs: tuple[Paragraph, ...], *, is_first: bool) -> Exported:
    lines = [paragraph.words.strip() for paragraph in paragraphs]
    date = _date_line(lines)
    end = _end_of_head(lines, date)
    head = lines[: date + 1] if date is not None else lines[:end]
    # Only the first article can have a cover page before it, so that its title is what stands next to the publication.
    begun = max(0, len(head) - 3) if date is not None and is_first else 0
    plain = [line for line in head[begun:] if not _field(line, "head")] if head else []
    fields = dict(filter(None, (_field(line, "head") for line in lines[:end])))
    return Exported(
        words=paragraphs[end : _begin_of_tail(lines, end)],
        title=plain[0] if plain else None,
        publisher=plain[-2] if date is not None and len(plain) > 2 else None,
        byline=fields.get("Byline") or None,
        said_date=lines[date] if date is not None else None,
    )


def _date_line(lines: list[str]) -> int | None:
    """Return the line that dates the article: the last that is a date, before its words or what follows the date in a head."""
    until = lines.index(BODY) if BODY in lines else len(lines)
    follow = [place for place in range(2, until) if _field(lines[place], "head")]
    dated = [place for place in range(1, until) if DATED.fullmatch(lines[place]) and iso_date(lines[place])]
    before = next((place - 1 for place in follow if place - 1 in dated), None)
    if before is not None or not dated:
        # A line with a number where the date stands is one, if one that nobody understands.
        unclear = follow[0] - 1 if follow and any(map(str.isdigit, lines[follow[0] - 1])) else None
        return before if before is not None else unclear
    return dated[-1] if BODY in lines else dated[0]


def _end_of_head(lines: list[str], date: int | None) -> int:
    if BODY in lines:
        return lines.index(BODY) + 1
    end = min(3, len(lines)) if date is None else date + 1
    while end < len(lines) and _field(lines[end], "head"):
        end += 1
    return end


def _begin_of_tail(lines: list[str], start: int) -> int:
    """Return where the fields begin that no reader of the newspaper saw."""
    end = len(lines)
    while end > start and _field(lines[end - 1], "tail"):
        end -= 1
    headings = [place for place in range(start, len(lines)) if lines[place] in _headings()]
    # A heading is one of the database where its fields follow, or where what stands under it is the last before those of another.
    for place in reversed(headings):
        if place + 1 >= end or _field(lines[place + 1], "tail") or end - place <= CAPTIONS:
            end = min(end, place)
    return end


def _field(line: str, place: str) -> tuple[str, str] | None:
    """Return the name and the words of a field of the "head" or the "tail", None if *line* is none."""
    found = FIELD.fullmatch(line)
    if found and place in _fields().get(found[1], ()):
        return found[1], found[2].strip()
    name = line.partition(" ")[0]
    # A copyright notice has no colon.
    return (name, line) if place == "head" and name == "Copyright" else None


@cache
def _fields() -> dict[str, tuple[str, ...]]:
    """Return the places in which each field may stand."""
    return {name: tuple(places.split("|")) for name, places, _ in _table()}


@cache
def _headings() -> frozenset[str]:
    """Return the lines that begin the tail."""
    return frozenset(name for name, places, _ in _table() if places == "heading")


def _table() -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(row) for row in read_table(shipped_table("citeaudit.readers", "nexis.tsv"), ("field", "places", "example"))
    )
