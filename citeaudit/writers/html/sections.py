"""
One article for the page: its report goes in, a section of HTML comes out, and its entry for the index.

A section is made wherever the article is audited, in a process of its own perhaps, where nobody knows yet how many others
there will be. So its names (the ids that its links lead to) begin with ``PLACE``, which no text on the page can hold, and the
page puts its own name for the article there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from typing import Any

from citeaudit.extras import load_extra
from citeaudit.model.articles import InputProblem
from citeaudit.model.reports import ATTRIBUTED_STATUSES, ArticleReport, Finding, Skipped, Status
from citeaudit.model.showing import several
from citeaudit.text.shown import shown
from citeaudit.text.surrogates import without_surrogates
from citeaudit.writers.html.passages import Paragraph, paragraphs_of
from citeaudit.writers.html.standing import MEANINGS, Reader, Standing, standing_of

PLACE = "\0"
"""Stands where the name of the article will: HTML can hold no NUL, so that no article has it."""
LONG = 300
"""Sentences over which a browser is told to lay out only what is in sight."""
MOST_RANKED, MOST_NUMBERS, MOST_ALIKE = 15, 12, 6


@dataclass(frozen=True, slots=True)
class StatusRow:
    """How many claims have a status."""

    status: str
    count: int
    meaning: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index says of an article; *place* is where its section stands, None where it was not audited."""

    title: str
    known: tuple[str, ...] = ()
    rows: tuple[StatusRow, ...] = ()
    share: str = ""
    place: str | None = None

    @property
    def claims(self) -> int:
        """Return the number of claims."""
        return sum(row.count for row in self.rows)

    @property
    def claims_in_words(self) -> str:
        """Return the number of claims as people write it."""
        return several(self.claims, "claim")

    @property
    def bar_in_words(self) -> str:
        """Return what the bar of shares shows."""
        return ", ".join(f"{row.count:,} {row.status}" for row in self.rows if row.count)


@dataclass(frozen=True, slots=True)
class Section:
    """One article of a page: its HTML, empty where it was not audited, and its entry for the index."""

    html: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Alike:
    """Findings of one paragraph that say the same, and the sentences that they are about."""

    severity: str
    code: str
    message: str
    numbers: tuple[int, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in the margin of a paragraph: at its *row*, over as many *rows* as there are to the next note."""

    row: int
    rows: int
    found: tuple[Alike, ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """One outlet or source: the claims that rest on it, and the numbers of the first of them."""

    name: str
    count: int
    percent: int
    numbers: tuple[int, ...]
    more: int


def section_of(outcome: ArticleReport | Skipped | InputProblem, *, most: int | None = None, prefix: str = PLACE) -> Section:
    """
    Return the section of one article, or of its first *most* sentences; what was not audited has an entry alone.

    :raises MissingExtraError: without Jinja2.
    """
    if isinstance(outcome, Skipped):
        return Section("", Entry(shown(outcome.id or "an article"), (shown(f"skipped ({outcome.reason}: {outcome.detail})"),)))
    if isinstance(outcome, InputProblem):
        return Section("", Entry(shown(outcome.article or outcome.path), (shown(f"not read: {outcome}"),)))
    entry = entry_of(outcome)
    paragraphs = list(paragraphs_of(outcome, most=most))
    kept = len(outcome.sentences) if most is None else most
    html = template("article").render(
        prefix=prefix,
        entry=entry,
        is_long=kept > LONG,
        paragraphs=paragraphs,
        standings=_standings(outcome, paragraphs),
        notes=_notes(outcome, paragraphs, kept),
        rankings=_rankings(outcome, kept),
        left_out=_left_out(outcome, kept),
        made=_made(outcome),
    )
    return Section(html, entry)


def entry_of(report: ArticleReport) -> Entry:
    """Return what the index says of an article."""
    article = report.article
    title = article.title or article.id or (article.origin.path if article.origin else None) or "Article"
    known = (article.publisher, article.byline, article.date, article.url)
    rows = tuple(StatusRow(status.value, report.counts[status.value], MEANINGS[status]) for status in Status)
    return Entry(shown(title), tuple(map(shown, filter(None, known))), rows, f"{report.attributed_share:.0%}", PLACE)


@cache
def template(name: str) -> Any:
    """
    Return the template called *name*; everything that is put into it is escaped.

    :raises MissingExtraError: without Jinja2.
    """
    return _environment().get_template(f"{name}.html.j2")


@cache
def _environment() -> Any:
    jinja2 = load_extra("jinja2", extra="html-report")
    made = jinja2.Environment(
        autoescape=True,
        loader=jinja2.PackageLoader("citeaudit.writers.html"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    markup = load_extra("markupsafe", extra="html-report")

    def exact(words: str) -> Any:
        """Return *words* so that a browser reads exactly them: of a CR it would make a LF, and NUL and half surrogates it has no way to hold."""
        held = without_surrogates(words).replace("\0", "\N{REPLACEMENT CHARACTER}")
        return markup.Markup(str(markup.escape(held)).replace("\r", "&#13;"))

    made.filters["exact"] = exact
    return made


@cache
def style() -> str:
    """Return the style sheet of page and drawings."""
    source, _, _ = _environment().loader.get_source(_environment(), "page.css")
    return str(source)


def _standings(report: ArticleReport, paragraphs: list[Paragraph]) -> dict[int, Standing]:
    """Return who stands behind the claims that are drawn, by the numbers of their sentences."""
    read = Reader(report.article.text)
    passages = (passage for paragraph in paragraphs for passage in paragraph.passages)
    return {passage.number: standing_of(passage.claim, read) for passage in passages if passage.claim}


def _notes(report: ArticleReport, paragraphs: list[Paragraph], kept: int) -> list[Note]:
    """Return the findings in the margin, each at the paragraph in which it begins, those that say the same told once."""
    starts = [paragraph.span.start for paragraph in paragraphs]
    sentences = [sentence.span.start for sentence in report.sentences[:kept]]
    end = paragraphs[-1].span.end
    by_row: dict[int, dict[tuple[str, str, str], list[int]]] = {}
    for finding in report.findings:
        if finding.span.start > end:
            continue
        row = max(1, bisect_right(starts, finding.span.start))
        number = max(1, bisect_right(sentences, finding.span.start))
        by_row.setdefault(row, {}).setdefault(_said(finding), []).append(number)
    rows = sorted(by_row)
    ends = [*rows[1:], len(paragraphs) + 1]
    return [Note(row, after - row, tuple(_alike(by_row[row]))) for row, after in zip(rows, ends, strict=True)] if rows else []


def _said(finding: Finding) -> tuple[str, str, str]:
    return finding.severity.value, finding.code, shown(finding.message)


def _alike(found: dict[tuple[str, str, str], list[int]]) -> Iterable[Alike]:
    for said, numbers in found.items():
        several = tuple(number for number, _ in groupby(numbers)) if len(numbers) > 1 else tuple(numbers)
        yield Alike(*said, several[:MOST_ALIKE], max(0, len(several) - MOST_ALIKE))


@dataclass(frozen=True, slots=True)
class Ranking:
    """The names most relied on."""

    title: str
    rows: tuple[Ranked, ...]


def _rankings(report: ArticleReport, kept: int) -> list[Ranking]:
    """Return the outlets and the sources of the article, the one with most claims first."""
    numbers = {sentence.span: number for number, sentence in enumerate(report.sentences, 1)}
    outlets: dict[str, list[int]] = {}
    sources: dict[str, list[int]] = {}
    for claim in report.claims:
        number = numbers[claim.sentence.span]
        for name in claim.outlets if claim.status is Status.OUTLET else ():
            outlets.setdefault(name, []).append(number)
        for name in claim.sources if claim.status in ATTRIBUTED_STATUSES else ():
            sources.setdefault(name, []).append(number)
    return [Ranking(title, tuple(_ranked(found, kept))) for title, found in (("Outlets", outlets), ("Sources", sources)) if found]


def _ranked(found: dict[str, list[int]], kept: int) -> Iterable[Ranked]:
    ranked = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))[:MOST_RANKED]
    for name, numbers in ranked:
        linked = tuple(number for number in numbers if number <= kept)[:MOST_NUMBERS]
        yield Ranked(shown(name), len(numbers), round(100 * len(numbers) / len(ranked[0][1])), linked, len(numbers) - len(linked))


def _left_out(report: ArticleReport, kept: int) -> str:
    rest = len(report.sentences) - kept
    return (
        f'{several(rest, "more sentence")} not drawn here: citeaudit.write(report, format="html", to=…) draws all.'
        if rest > 0
        else ""
    )


def _made(report: ArticleReport) -> str:
    made = report.provenance
    return f"citeaudit {made.version} · tables {made.tables} · weights {made.weights} · configuration {made.config} · text {made.text[:16]}"


def placed(section: Section, place: str) -> Section:
    """Return *section* under the name that the page has for the article."""
    return Section(section.html.replace(PLACE, place), replace(section.entry, place=place if section.html else None))
