"""
Comments that silence a rule where they stand: a file and its report go in, the report without them comes out.

``<!-- citeaudit: ignore CA203 -->`` in Markdown or HTML silences the rules that it names in its paragraph, or, on a line
of its own, in the paragraph after it; ``ignore-file`` silences them in the whole file. A comment must name rules: "ignore
everything" hides what nobody looked at. Comments that silence nothing are told, so that they go when the text does.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

import regex

from citeaudit.model.reports import ArticleReport, Finding
from citeaudit.model.spans import Span
from citeaudit.rules.selection import codes_of, is_known_selector
from citeaudit.text.alignment import Alignment
from citeaudit.text.paragraphs import split_paragraphs
from citeaudit.text.positions import Positions

COMMENT = regex.compile(r"<!--\s*citeaudit:\s*(?<verb>[\w-]+)(?<rules>[^>]*?)-->")
BREAK = regex.compile(r"\n[ \t\r]*\n|</?(?:p|div|h[1-6]|li|ul|ol|blockquote|section|article|td|tr|br)\b[^>]*>", regex.IGNORECASE)
SELECTOR = regex.compile(r"[\w-]+")
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
    silenced: set[int] = set()
    unused: list[Unused] = []
    for comment in COMMENT.finditer(raw):
        line = positions.of(comment.start()).line
        verb, selectors = comment.group("verb"), SELECTOR.findall(comment.group("rules"))
        if verb not in VERBS or not selectors:
            unused.append(Unused(path, line, "a suppression reads <!-- citeaudit: ignore CA203 -->, or ignore-file, with rules"))
            continue
        place = Span(0, len(text)) if verb == "ignore-file" else _paragraph(comment, raw, alignment, paragraphs)
        for selector in selectors:
            if not is_known_selector(selector):
                unused.append(Unused(path, line, f"the suppression names no rule: {selector!r} (`citeaudit rules` lists them)"))
                continue
            codes = codes_of([selector])
            here = {i for i, finding in enumerate(report.findings) if finding.code in codes and _is_in(finding, place)}
            if not here:
                unused.append(Unused(path, line, f"the suppression of {selector} silences nothing; remove it"))
            silenced |= here
    kept = tuple(finding for index, finding in enumerate(report.findings) if index not in silenced)
    return replace(report, findings=kept), tuple(unused)


def _paragraph(comment: regex.Match[str], raw: str, alignment: Alignment, paragraphs: tuple[Span, ...]) -> Span | None:
    """Return the paragraph of the text that *comment* stands in or, if it stands alone, before."""
    before = alignment.text_before(comment.start())
    if before and not BREAK.search(raw, before[1], comment.start()) and not _is_alone(comment, raw):
        return _holding(before[0], paragraphs)
    after = alignment.text_after(comment.end())
    return _holding(after[0], paragraphs) if after else None


def _is_alone(comment: regex.Match[str], raw: str) -> bool:
    line_start = raw.rfind("\n", 0, comment.start()) + 1
    line_end = raw.find("\n", comment.end())
    return not (raw[line_start : comment.start()] + raw[comment.end() : line_end if line_end >= 0 else len(raw)]).strip()


def _holding(offset: int, paragraphs: tuple[Span, ...]) -> Span | None:
    place = bisect_right(paragraphs, offset, key=lambda paragraph: paragraph.start) - 1
    return paragraphs[place] if place >= 0 and offset < paragraphs[place].end else None


def _is_in(finding: Finding, place: Span | None) -> bool:
    return place is not None and place.start <= finding.span.start < place.end
