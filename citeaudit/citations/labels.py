"""Labels of entries: "1", "S1", "¹" and "1-3" as marks in a text have them, and the entry that each means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import regex

from citeaudit.citations.tables import Row
from citeaudit.citations.words import numbered
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of
from citeaudit.text.trimming import stripped

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
BULLET = r"(?:[-*•·▪–]\s+)?"
LETTERS = r"[A-Za-z]\d{0,3}"
"""A label with a letter: "[a]", "[S1]"."""
FIGURE_LIST = r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20}"
RAISED_FIGURES = r"[⁰¹²³⁴-⁹]+(?:[,˒]\s?[⁰¹²³⁴-⁹]+)*"
LIFTED_FIGURES = (
    rf"<sup>\s?(?P<labels>{FIGURE_LIST})\s?</sup>"
    rf"|(?<=[\p{{L}}.,;:!?)\"”’])\$?\^[{{\[]{{0,2}}(?P<labels>{FIGURE_LIST})[}}\]]{{0,2}}[$^]?(?!\w)"
)
"""Figures that markup raises: HTML's "<sup>1</sup>", Pandoc's "^1^", the "$^1$" of LaTeX."""
FIGURES = pattern_of(r"\d{1,3}(?:[-–]\d{1,3})?")
CELL = pattern_of(FIGURE_LIST)
"""Bare numbers of entries, as a table has them under "Source"."""
RANGE = pattern_of(r"(\d{1,3})[-–](\d{1,3})")
MOST_OF_RANGE = 20
LETTERED = pattern_of(rf"[\[(](?P<label>{LETTERS})[\])]")
LABEL_CELL = pattern_of(rf"\[?\^?(?P<label>\d{{1,3}}|[⁰¹²³⁴-⁹]{{1,3}}|{LETTERS})[\].]?")


@dataclass(frozen=True, slots=True)
class EntryLine:
    """What may be an entry: where it stands, its label or sign ("" if it has none), where its words begin."""

    span: Span
    label: str
    start: int

    @property
    def words(self) -> Span:
        """Return where the words behind the label stand."""
        return Span(self.start, self.span.end)


@cache
def worded() -> regex.Pattern[str]:
    """Return the pattern of an entry whose number stands behind a word: "[Source 1] Reuters"."""
    return pattern_of(rf"{BULLET}(?P<open>\[)?{numbered()}(?P<label>\d{{1,3}})(?(open)\]):?\s*(?P<words>\S.*)")


@cache
def mark() -> regex.Pattern[str]:
    """Return the pattern of what may be a mark with the number of an entry."""
    return pattern_of(
        rf"[\[(](?:{numbered()}|see\s)?[\[\d][^()\[\]\n]{{0,30}}[\])]|【\d{{1,3}}|{RAISED_FIGURES}|{LIFTED_FIGURES}"
    )


def cut_before(text: str, line: Span, start: int, pattern: regex.Pattern[str]) -> list[Span]:
    """Return the pieces of a *line* that holds several entries, cut behind *start* where *pattern* finds the next one."""
    cuts = [line.start, *(match.end() for match in pattern.finditer(text, start, line.end)), line.end]
    return [stripped(text, first, last) for first, last in pairwise(cuts)]


def label_of(words: str) -> str:
    """Return the label that *words* spell, without caret, in plain figures."""
    return words.lstrip("^").translate(RAISED).casefold()


def labels_of(part: str) -> list[str]:
    """Return the labels that one part of a mark means: "1-3" are three."""
    if ends := RANGE.fullmatch(part):
        first, last = map(int, ends.groups())
        return [str(number) for number in range(first, min(last, first + MOST_OF_RANGE) + 1)]
    return [label_of(part)]


def first_marks(text: str, rows: Iterable[Row]) -> dict[str, int]:
    """Return the labels that marks in a text bear, bare numbers under "Source" in a table too, each with the place of the first."""
    found: dict[str, int] = {}
    marks = [(match.start(), match.group()) for match in mark().finditer(text)]
    cells = [row.cells[number] for row in rows for number in row.sources if number < len(row.cells)]
    marks += [(cell.start, cell.of(text)) for cell in cells if CELL.fullmatch(text, cell.start, cell.end)]
    for start, words in marks:
        for part in FIGURES.findall(words.translate(RAISED)):
            for label in labels_of(part):
                found[str(int(label))] = min(start, found.get(str(int(label)), start))
    for match in LETTERED.finditer(text):
        found.setdefault(match["label"].casefold(), match.start())
    return found
