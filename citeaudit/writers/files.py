"""What goes into a file: reports and a format go in, its bytes come out piece by piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citeaudit.contract.shape import Shape
from citeaudit.errors import ConfigError
from citeaudit.model.articles import InputProblem
from citeaudit.model.corpora import CorpusReport
from citeaudit.model.reports import ArticleReport, Skipped
from citeaudit.outlets.gazetteer import Gazetteer
from citeaudit.text.shown import shown
from citeaudit.writers.corpora import corpus_to_json_bytes, corpus_to_text
from citeaudit.writers.grouping import grouped
from citeaudit.writers.html.pages import corpus_page_of, page_of
from citeaudit.writers.json import outcome_to_line
from citeaudit.writers.text import lines_to_text, report_to_lines

Outcome = ArticleReport | Skipped | InputProblem
Given = ArticleReport | CorpusReport | Iterable[Outcome]


def written(given: Given, format_: str, *, shape: Shape, gazetteer: Gazetteer) -> Iterator[bytes]:
    """
    Return the bytes of *given* in the format; JSON Lines in the *shape* that is asked for.

    :raises ConfigError: if the format does not go with what is given, at once.
    """
    formats = ("json", "text", "html") if isinstance(given, CorpusReport) else ("jsonl", "text", "html")
    if format_ not in formats:
        what = "a corpus report" if isinstance(given, CorpusReport) else "reports of articles"
        message = f"the format {format_!r} does not go with {what}: give one of {', '.join(formats)}"
        raise ConfigError(message)
    if format_ == "html":
        pieces = corpus_page_of(grouped(given, gazetteer)) if isinstance(given, CorpusReport) else page_of(_many(given))
        return (piece.encode() for piece in pieces)
    if isinstance(given, CorpusReport):
        given, in_json = grouped(given, gazetteer), format_ == "json"
        return iter((corpus_to_json_bytes(given, gazetteer) if in_json else corpus_to_text(given).encode("utf-8", "replace"),))
    return (_one(outcome, format_, shape) for outcome in _many(given) if not isinstance(outcome, InputProblem))


def _many(given: ArticleReport | Iterable[Outcome]) -> Iterable[Outcome]:
    return (given,) if isinstance(given, ArticleReport) else given


def _one(outcome: ArticleReport | Skipped, format_: str, shape: Shape) -> bytes:
    if format_ == "jsonl":
        return outcome_to_line(outcome, shape)
    if isinstance(outcome, Skipped):
        return (shown(f"{outcome.id}: skipped ({outcome.reason}: {outcome.detail})") + "\n\n").encode()
    return (lines_to_text(report_to_lines(outcome)) + "\n").encode("utf-8", "replace")
