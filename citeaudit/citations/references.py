"""Lists of references and footnotes: a text goes in, their entries by label come out, and the stretches that they fill.

A list stands under its heading ("Sources"), or is told by its labels: "[1] Reuters …" or "† Reuters" where a sentence bears the
mark [1] or †, "[^1]: …" wherever it stands. An entry says who is meant; it is no claim.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import regex

from citeaudit.citations.labels import BULLET, LETTERS, EntryLine, cut_before, first_marks, label_of, worded
from citeaudit.citations.naming import NOBODY, Named, addresses_in, name_entry, outlet_called, parts_of
from citeaudit.citations.reference_tables import find_reference_tables, in_one_line
from citeaudit.citations.removing import Taking
from citeaudit.citations.signs import find_signed
from citeaudit.citations.tables import Row
from citeaudit.citations.words import WordKind, phrases_of
from citeaudit.model.relations import SourceType
from citeaudit.model.spans import Span
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.patterns import pattern_of
from citeaudit.text.links import Links
from citeaudit.text.trimming import stripped

LINE = pattern_of(r"[^\n]*\S[^\n]*")
FOOTNOTE = pattern_of(rf"{BULLET}\[\^(?P<label>[^\]\s]{{1,30}})\]:?\s+(?P<words>\S.*)")
DEFINITION = pattern_of(r"\[(?P<label>[^\]\n]{1,40})\]:\s+(?P<words><?(?:https?://|www\.)\S.*)")
LABELLED = pattern_of(
    rf"{BULLET}(?:\[(?P<label>\^?\d{{1,3}}|{LETTERS})\]:?|(?P<label>[A-Z]\d{{1,3}}):|【(?P<label>\d{{1,3}})(?:†[^】]*)?】:?|\((?P<label>\d{{1,3}})\):?|(?P<label>[⁰¹²³⁴-⁹]{{1,3}}))\s*(?P<words>\S.*)"
)
NUMBERED = pattern_of(r"(?P<label>\d{1,3})[.):]\s+(?P<words>\S.*)")
BULLETED = pattern_of(r"[-*•·▪–]\s+(?P<words>\S.*)")
NEXT = {
    "[^": pattern_of(r"\s(?=\[\^[^\]\s]{1,30}\]:\s)"),
    "[": pattern_of(rf"\s(?=\[(?:\d{{1,3}}|{LETTERS})\]:?\s)"),
    "【": pattern_of(r"\s(?=【\d{1,3}(?:†[^】]*)?】:?\s)"),
    "(": pattern_of(r"\s(?=\(\d{1,3}\):?\s)"),
    "": pattern_of(r"\s(?=[⁰¹²³⁴-⁹]{1,3}\s?\p{L})"),
}
NEXT_NUMBER = pattern_of(r"\s(?=\d{1,3}[.)]\s\p{Lu})")
"""Where the next entry begins on one line, by how its label opens: readers of Markdown put single lines together."""
HEADED = pattern_of(
    r"[#*_]*(?P<heading>[\p{L}& ]{4,40})[*_]*:?[*_]*\s+(?=\[\^?[\w-]{1,30}\]|【\d|\(\d{1,3}\)|[⁰¹²³⁴-⁹]|https?://|1[.)]\s)"
)
MARKED = pattern_of(r"\[\d{1,3}\]")
PROSE_WORDS = 12
"""A line of more words that ends in a full stop, has no label and no address is no entry."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What lists are looked for in: a text, its links and the rows of its tables, and the outlets that may be named."""

    text: str
    links: Links
    gazetteer: Gazetteer
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its words, the addresses in it and on it, and who it names."""

    words: str
    urls: tuple[str, ...]
    named: Named


@dataclass(frozen=True, slots=True)
class References:
    """
    The entries of all lists and footnotes by their labels, and the stretches that lists and footnotes fill.

    *signed* are the footnotes by sign, each with its place: the same sign may stand for another one further down.
    """

    entries: Mapping[str, Entry]
    stretches: tuple[Span, ...]
    signed: Mapping[str, tuple[tuple[int, Entry], ...]]


def find_references(sheet: Sheet) -> References:
    """Return the lists of references and the footnotes of an article."""
    text = sheet.text
    lines = [line for match in LINE.finditer(text) for line in _split(text, stripped(text, *match.span()))]
    entries: dict[str, Entry] = {}
    marks = first_marks(text, sheet.rows)
    signed, stretches = _signed(sheet, lines)
    for table, labelled in find_reference_tables(text, sheet.rows, marks, sheet.links, sheet.gazetteer):
        stretches.append(table)
        entries = {row.label: _entry(sheet, row) for row in labelled} | entries
    filled = Taking(stretches)
    lines = [line for line in lines if not filled.holds(line.start)]
    closing = _closing_from(sheet, lines) if marks else len(lines)
    number = 0
    while number < len(lines):
        line = lines[number]
        rows = _listed(sheet, lines, number) if is_list_heading(line.of(text)) else []
        if rows:
            stretches.append(Span(line.start, rows[-1].span.end))
            number += len({row.span.start for row in rows}) + 1
        else:
            rows = _labelled(sheet, line, marks, is_closing=number >= closing)
            stretches += [Span(rows[0].span.start, rows[-1].span.end)] if rows else []
            number += 1
        has_labels = any(row.label for row in rows)
        for place, row in enumerate(rows, 1):
            label = row.label if has_labels else str(place)
            if label:
                entries.setdefault(label, _entry(sheet, row))
    if not entries and not signed and (last := _closing_list(sheet, lines)):
        stretches.append(Span(last[0].span.start, last[-1].span.end))
        entries.update({str(place): _entry(sheet, row) for place, row in enumerate(last, 1)})
    return References(entries, tuple(sorted(stretches)), signed)


def _signed(sheet: Sheet, lines: list[Span]) -> tuple[dict[str, tuple[tuple[int, Entry], ...]], list[Span]]:
    """Return the footnotes by their signs, and the stretches that they and a heading right above them fill."""
    signed: dict[str, list[tuple[int, Entry]]] = {}
    stretches: list[Span] = []
    footnotes = find_signed(sheet.text, lines, sheet.links, sheet.gazetteer)
    for number, notes in enumerate(footnotes):
        if notes and number and not footnotes[number - 1] and is_list_heading(lines[number - 1].of(sheet.text)):
            stretches.append(lines[number - 1])
        stretches += [lines[number]] if notes else []
        for note in notes:
            signed.setdefault(note.label, []).append((note.span.start, _entry(sheet, note)))
    return {sign: tuple(notes) for sign, notes in signed.items()}, stretches


def is_list_heading(words: str) -> bool:
    """Tell whether a line heads a list of references: "Sources:", "## Works cited"."""
    return words.strip("#*_: \t").casefold() in phrases_of(WordKind.LIST)


def _listed(sheet: Sheet, lines: list[Span], heading: int) -> list[EntryLine]:
    """Return the rows of the list under the line *heading*; none unless one of them names an outlet or has an address."""
    text, rows = sheet.text, list[EntryLine]()
    is_list = False
    for line in lines[heading + 1 :]:
        here = _rows(text, line)
        words = text[here[0].start : line.end]
        urls = sheet.links.urls_at(line)
        is_bare = not here[0].label and BULLETED.match(text, line.start, line.end) is None
        named = name_entry(words, urls, sheet.gazetteer)
        is_known = bool(urls or addresses_in(words)) or any(source.type is SourceType.OUTLET for source in named.sources)
        if is_bare and not (is_known and len(words.split()) <= 3 * PROSE_WORDS):
            break
        if not is_known and words.endswith(".") and len(words.split()) > PROSE_WORDS and not here[0].label:
            break
        is_list = is_list or is_known
        rows += here
    return rows if is_list else []


def _labelled(sheet: Sheet, line: Span, marks: Mapping[str, int], *, is_closing: bool) -> list[EntryLine]:
    """
    Return the rows of a *line* that its label tells for entries, if it is one.

    *marks* are the labels that sentences bear; *is_closing*: from this line on nothing stands but lines that open with an outlet.
    """
    text = sheet.text
    if match := DEFINITION.fullmatch(text, line.start, line.end):
        return [EntryLine(line, label_of(match["label"]), match.start("words"))]
    rows = _rows(text, line)
    if FOOTNOTE.fullmatch(text, line.start, line.end):
        return rows
    if not all(row.label and marks.get(row.label.lstrip("0"), line.start) < line.start for row in rows):
        return []
    if NUMBERED.match(text, line.start, line.end):
        # A list of claims is numbered too.
        return rows if is_closing else []
    named = name_entry(rows[0].words.of(text), sheet.links.urls_at(rows[0].span), sheet.gazetteer)
    return rows if named.sources else []


def _closing_from(sheet: Sheet, lines: list[Span]) -> int:
    """Return the number of the line from which on every line is numbered and opens with an outlet or an address."""
    first = len(lines)
    while first and _opens_with_source(sheet, lines[first - 1]):
        first -= 1
    return first


def _closing_list(sheet: Sheet, lines: list[Span]) -> list[EntryLine]:
    """Return the last lines, each with an outlet first and an address, where marks are numbered: a reader took their numbers off."""
    rows: list[EntryLine] = []
    for line in reversed(lines if MARKED.search(sheet.text) else []):
        words = line.of(sheet.text)
        parts = parts_of(words)
        has_address = bool(addresses_in(words) or sheet.links.urls_at(line))
        if not has_address or not parts or outlet_called(parts[0], sheet.gazetteer, in_words=True) is None:
            break
        rows.insert(0, EntryLine(line, "", line.start))
    return rows


def _opens_with_source(sheet: Sheet, line: Span) -> bool:
    match = NUMBERED.match(sheet.text, line.start, line.end)
    words = match["words"] if match else ""
    parts = parts_of(words)
    is_named = bool(parts) and outlet_called(parts[0], sheet.gazetteer) is not None
    return match is not None and (is_named or bool(addresses_in(words) or sheet.links.urls_at(line)))


def _rows(text: str, line: Span) -> list[EntryLine]:
    """Return the entries of one *line*: several where a reader has run them together ("[1] Reuters [2] BBC")."""
    if first := _label(text, line):
        opening = text[line.start : first.start("words")].lstrip("-*•·▪– ")
        pattern = next(pattern for sign, pattern in NEXT.items() if opening.startswith(sign))
        pieces = cut_before(text, line, first.start("words"), pattern)
        return [
            EntryLine(piece, label_of(match["label"]), match.start("words")) for piece in pieces if (match := _label(text, piece))
        ]
    if plain := NUMBERED.fullmatch(text, line.start, line.end) or worded().fullmatch(text, line.start, line.end):
        pieces = cut_before(text, line, plain.start("words"), NEXT_NUMBER)
        matches = [match for piece in pieces if (match := NUMBERED.fullmatch(text, piece.start, piece.end))]
        if len(pieces) > 1 and [match["label"] for match in matches] == [str(number + 1) for number in range(len(pieces))]:
            return [EntryLine(Span(*match.span()), match["label"], match.start("words")) for match in matches]
        return [EntryLine(line, label_of(plain["label"]), plain.start("words"))]
    bulleted = BULLETED.fullmatch(text, line.start, line.end)
    return [EntryLine(line, "", bulleted.start("words") if bulleted else line.start)]


def _label(text: str, line: Span) -> regex.Match[str] | None:
    """Return the match of a *line* that opens with a label in brackets or a raised one."""
    return LABELLED.fullmatch(text, line.start, line.end) or FOOTNOTE.fullmatch(text, line.start, line.end)


def _entry(sheet: Sheet, row: EntryLine) -> Entry:
    words = in_one_line(row.words.of(sheet.text))
    urls = (*sheet.links.urls_at(row.span), *addresses_in(words))
    is_nobody = words.casefold().strip(" .") in phrases_of(WordKind.NOBODY)
    return Entry(words, urls, NOBODY if is_nobody else name_entry(words, urls, sheet.gazetteer))


def _split(text: str, line: Span) -> list[Span]:
    """Return *line*, or the heading of a list and the first entry behind it apart."""
    match = HEADED.match(text, line.start, line.end)
    if match is None or match["heading"].strip().casefold() not in phrases_of(WordKind.LIST):
        return [line]
    return [stripped(text, line.start, match.end()), Span(match.end(), line.end)]
