"""
The one walk that every writer of findings shares: reports go in, each finding with its place in its file comes out.

Positions are 1-based and count code points. In a plain-text file they are those of the file. Where a file holds several
articles (JSON Lines, CSV), *line* is that of the record and *start*, *end* count in the article's own text; where text was
extracted (HTML, Markdown), *line* is that of the file as far as the words could be found again.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from citeaudit.model.articles import InputProblem
from citeaudit.model.reports import ArticleReport, Finding, Severity, Skipped
from citeaudit.model.showing import several
from citeaudit.text.alignment import Alignment
from citeaudit.text.positions import Position, Positions
from citeaudit.text.shown import shown

WORST_FIRST = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Place:
    """
    One finding and where it stands.

    *words* is the line of the article that holds the start of the finding. *is_exact* tells that *start* and *end* are
    positions in the file, not in a text that was taken out of it; *is_record* that the file holds several articles.
    """

    finding: Finding
    path: str
    line: int
    start: Position
    end: Position
    words: str
    is_exact: bool = True
    is_record: bool = False
    article: str | None = None
    is_about_article: bool = False

    @property
    def where(self) -> str:
        """Return the place as people write it: "a.txt:3:15", "a.html:3", or a record with the place in its text in brackets."""
        if self.is_exact:
            return f"{self.path}:{self.start.line}:{self.start.column}"
        if not self.is_record:
            return f"{self.path}:{self.line}"
        name = f"{self.article} " if self.article and not self.article.startswith(self.path) else ""
        return f"{self.path}:{self.line} ({name}{self.start.line}:{self.start.column})"

    @property
    def end_line(self) -> int:
        """Return the line of the file at which the finding ends."""
        return self.end.line if self.is_exact else self.line


@dataclass(frozen=True, slots=True)
class Checked:
    """
    What a check found in all.

    *places* are the findings to list, in order; *unlisted* counts those that are not, by severity. *articles* and *claims*
    count what was read, *attributed* the claims that somebody stands behind. *reports* are those of the articles, each with its
    path, for a format that needs them.
    """

    places: tuple[Place, ...] = ()
    problems: tuple[InputProblem, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    unlisted: Counter[Severity] = field(default_factory=Counter)
    articles: int = 0
    claims: int = 0
    attributed: int = 0
    paths: tuple[str, ...] = ()
    reports: Iterable[tuple[str, ArticleReport]] = ()

    @property
    def counts(self) -> dict[Severity, int]:
        """Return the number of listed findings by severity, worst first, every severity present."""
        found = Counter(place.finding.severity for place in self.places)
        return {severity: found[severity] for severity in WORST_FIRST}

    @property
    def worst_first(self) -> tuple[Place, ...]:
        """Return the places with errors first, then warnings, then notes; each in the order of the files."""
        return tuple(sorted(self.places, key=lambda place: WORST_FIRST.index(place.finding.severity)))


def find_places(
    report: ArticleReport, *, path: str, raw: str | None = None, about_article: frozenset[str] = frozenset()
) -> Iterator[Place]:
    """
    Yield the place of each finding of *report*.

    *path* is the file's name as it shall be shown, *raw* the file's text where the article was extracted from it,
    *about_article* the codes that complain of the article as a whole.
    """
    if not report.findings:
        return
    article, origin = report.article, report.article.origin
    positions = Positions(article.text)
    has_records = origin is not None and (origin.record is not None or origin.line is not None)
    is_exact = not has_records and (raw is None or raw == article.text)
    alignment = Alignment(raw, article.text) if raw is not None and not is_exact and not has_records else None
    raw_positions = Positions(raw) if alignment and raw is not None else None
    for finding in report.findings:
        start, end = positions.of(finding.span.start), positions.of(max(finding.span.start, finding.span.end))
        line = start.line if is_exact else (origin.line if origin else None) or 1
        if alignment and raw_positions:
            raw_offset = alignment.raw_of(finding.span.start)
            line = raw_positions.of(raw_offset).line if raw_offset is not None else line
        yield Place(
            finding,
            path,
            line,
            start,
            end,
            positions.line(start.line),
            is_exact,
            has_records,
            article.id,
            finding.code in about_article,
        )


def unique_fingerprints(places: Iterable[Place]) -> list[str]:
    """Return for each place a name that no other has: of its file, its fingerprint, and a count where both are alike."""
    counts: Counter[tuple[str, str]] = Counter()
    names = []
    for place in places:
        key = (place.path, place.finding.fingerprint)
        counts[key] += 1
        names.append(hashlib.sha256("\x1f".join((*key, str(counts[key]))).encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return names


def one_line(words: str) -> str:
    """Return *words* on one line, single spaces between them, as they can be shown."""
    return shown(" ".join(words.split()))


def summary_of(checked: Checked) -> str:
    """Return one line that says what was found, and what is not listed."""
    found = [several(count, severity) for severity, count in checked.counts.items() if count]
    read = several(checked.articles, "article")
    if checked.claims:
        read += f", {several(checked.claims, 'claim')}, {checked.attributed / checked.claims:.0%} attributed"
    line = f"Found {', '.join(found)}" if found else "Nothing to complain of"
    line += f" ({read})."
    hidden = [several(count, severity) for severity in WORST_FIRST if (count := checked.unlisted[severity])]
    if hidden:
        line += f" {' and '.join(hidden)} not listed."
    if checked.skipped:
        line += f" {several(len(checked.skipped), 'article')} skipped."
    if checked.problems:
        line += f" {several(len(checked.problems), 'input')} could not be read."
    return line
