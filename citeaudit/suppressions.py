"""
Comments that silence a rule where they stand: a file and its report go in, the report without them comes out.

``<!-- citeaudit: ignore CA203 -->`` in Markdown or HTML silences the rules that it names in its paragraph, or, on a line
of its own, in the paragraph after it; ``ignore-file`` silences them in the whole file. A comment must name rules: "ignore
everything" hides what nobody looked at. Comments that silence nothing are told, so that they go when the text does.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

import regex

from citeaudit.model.reports import ArticleReport
from citeaudit.model.spans import Span
from citeaudit.patterns import pattern_of
from citeaudit.rules.selection import codes_of, is_known_selector
from citeaudit.text.alignment import Alignment
from citeaudit.text.paragraphs import split_paragraphs
from citeaudit.text.positions import Positions

COMMENT = pattern_of(r"<!--\s*citeaudit:\s*(?<verb>(?:\w|-(?!->))++)(?<rules>[^>]{0,500}?)-->")
BREAK = pattern_of(r"\n[ \t\r]*\n|</?(?:p|div|h[1-6]|li|ul|ol|blockquote|section|article|td|tr|br)\b", regex.IGNORECASE)
SELECTOR = pattern_of(r"[\w-]+")
VERBS = ("ignore", "ignore-file")


@dataclass(frozen=True, slots=True)
class Unused:
    """A suppression, or a rule in one, that silences nothing: where it stands, and what to do about it."""

    path: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


def has_suppressions(raw: str) -> bool:
    """Tell whether *raw* holds any suppression at all."""
    return COMMENT.search(raw) is not None


def suppress(report: ArticleReport, raw: str, path: str) -> tuple[ArticleReport, tuple[Unused, ...]]:
    """Return *report* without the findings that the comments in its file *raw* silence, and the comments that do nothing."""
    text = report.article.text
    alignment, positions = Alignment(raw, text), Positions(raw)
    paragraphs = split_paragraphs(text)
    breaks = [found.start() for found in BREAK.finditer(raw)]
    by_code: dict[str, list[tuple[int, int]]] = {}
    for number, finding in enumerate(report.findings):
        by_code.setdefault(finding.code, []).append((finding.span.start, number))
    for found in by_code.values():
        found.sort()
    wholly: set[str] = set()
    silenced: set[int] = set()
    unused: list[Unused] = []
    for comment in COMMENT.finditer(raw):
        line = positions.of(comment.start()).line
        verb, selectors = comment.group("verb"), SELECTOR.findall(comment.group("rules"))
        if verb not in VERBS or not selectors:
            unused.append(Unused(path, line, "a suppression reads <!-- citeaudit: ignore CA203 -->, or ignore-file, with rules"))
            continue
        place = Span(0, len(text)) if verb == "ignore-file" else _paragraph(comment, raw, alignment, paragraphs, breaks)
        for selector in selectors:
            if not is_known_selector(selector):
                unused.append(Unused(path, line, f"the suppression names no rule: {selector!r} (`citeaudit rules` lists them)"))
                continue
            codes = codes_of([selector])
            if verb == "ignore-file" and not codes.isdisjoint(by_code):
                wholly |= codes
                continue
            here = {number for code in codes for number in _numbers_in(by_code.get(code, []), place)}
            if not here:
                unused.append(Unused(path, line, f"the suppression of {selector} silences nothing; remove it"))
            silenced |= here
    kept = tuple(f for number, f in enumerate(report.findings) if number not in silenced and f.code not in wholly)
    return replace(report, findings=kept), tuple(unused)


def _paragraph(
    comment: regex.Match[str], raw: str, alignment: Alignment, paragraphs: tuple[Span, ...], breaks: list[int]
) -> Span | None:
    """Return the paragraph of the text that *comment* stands in or, if it stands alone, before."""
    before = alignment.text_before(comment.start())
    is_cut_off = before is None or bisect_left(breaks, before[1]) < bisect_left(breaks, comment.start())
    if before and not is_cut_off and not _is_alone(comment, raw):
        return _holding(before[0], paragraphs)
    after = alignment.text_after(comment.end())
    return _holding(after[0], paragraphs) if after else None


def _is_alone(comment: regex.Match[str], raw: str) -> bool:
    start, end = comment.span()
    while start and raw[start - 1] != "\n" and raw[start - 1].isspace():
        start -= 1
    while end < len(raw) and raw[end] != "\n" and raw[end].isspace():
        end += 1
    return (not start or raw[start - 1] == "\n") and (end == len(raw) or raw[end] == "\n")


def _holding(offset: int, paragraphs: tuple[Span, ...]) -> Span | None:
    place = bisect_right(paragraphs, offset, key=lambda paragraph: paragraph.start) - 1
    return paragraphs[place] if place >= 0 and offset < paragraphs[place].end else None


def _numbers_in(starts: list[tuple[int, int]], place: Span | None) -> list[int]:
    """Return the numbers of the findings that start in *place*, of those given by their start."""
    if place is None:
        return []
    return [number for _, number in starts[bisect_left(starts, (place.start,)) : bisect_left(starts, (place.end,))]]
