"""The verbs: what a user calls. First argument positional, the rest by keyword; bad arguments are refused at the door."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from citeaudit.config import Config
from citeaudit.limits import Limits
from citeaudit.model.articles import Article, InputProblem
from citeaudit.model.corpora import CorpusReport
from citeaudit.model.relations import Attribution, Sentence
from citeaudit.model.reports import ArticleReport, Skipped
from citeaudit.pipeline import audit_article
from citeaudit.sentences.boundaries import find_boundaries
from citeaudit.sentences.kinds import tell_kinds
from citeaudit.workers import audit_many as workers_audit_many

Outcome = ArticleReport | Skipped | InputProblem
"""What an article of a run comes to: its report, or what stands in its place."""


def audit(article: Article | str, *, publisher: str | None = None, config: Config | None = None) -> ArticleReport:
    """
    Read one article and say who stands behind each claim.

    *article* is a text, or an :class:`Article` with what else is known of it; *publisher* names the outlet that published a
    text.

    :raises NotEnglishError: if the text is in another language (unless ``Config(check_language=False)``).
    :raises TypeError: if *article* is neither.
    """
    if isinstance(article, str):
        article = Article(article, publisher=publisher)
    elif not isinstance(article, Article):
        message = f"audit() takes a text or an Article, not {type(article).__name__}; for many articles use audit_many()"
        raise TypeError(message)
    elif publisher is not None:
        message = "publisher= goes with a text; an Article has its own: Article(text, publisher=…)"
        raise TypeError(message)
    return audit_article(article, config or _default_config())


def find_attributions(text: str, *, config: Config | None = None) -> tuple[Attribution, ...]:
    """Return the attributions of *text*, innermost first, each with its chain; the language is not checked."""
    unchecked = attrs.evolve(config, check_language=False) if config else _unchecked_config()
    return audit_article(Article(text), unchecked).attributions


def split_sentences(text: str, *, explain: bool = False) -> tuple[Sentence, ...]:
    """
    Return the sentences of *text* in order, each with its exact offsets, its paragraph and its kind.

    The evidence of each says what told its kind; with *explain* also, for every place where it might have ended, what decided
    for or against.

    :raises TypeError: if *text* is no string.
    """
    if not isinstance(text, str):
        message = f"split_sentences() takes a text, not {type(text).__name__}; for an Article give its .text"
        raise TypeError(message)
    return tell_kinds(text, find_boundaries(text, explain=explain))


def read(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    input_format: str | None = None,
    fields: Mapping[str, str] | None = None,
    exclude: Iterable[str] = (),
    encoding: str = "utf-8",
    publisher: str | None = None,
    limits: Limits | None = None,
) -> Iterator[Article | InputProblem | Skipped]:
    """
    Read articles from files, directories and patterns; what cannot be read is a problem in its place, not an exception.

    *input_format* names a reader where suffixes do not tell; *fields* maps a record's names ({"text": "body"}); *exclude*
    are patterns that a directory's walk leaves out; *publisher* is given to articles that name none; what is over one of the
    *limits* is skipped.

    :raises ConfigError: if a setting is unknown, at once.
    """
    from citeaudit.readers import read_articles  # noqa: PLC0415 - fourteen readers would make the import heavier for everybody

    return read_articles(
        paths,
        input_format=input_format,
        fields=fields,
        exclude=exclude,
        encoding=encoding,
        publisher=publisher,
        limits=limits or Limits(),
    )


def read_reports(paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> Iterator[Outcome]:
    """
    Read reports back that were written as JSON Lines, without auditing their articles again.

    A line that holds no report is a problem in its place.
    """
    from citeaudit.readers import read_reports  # noqa: PLC0415 - the same

    return read_reports(paths)


def audit_many(
    articles: Iterable[Article | str | InputProblem | Skipped],
    *,
    config: Config | None = None,
    workers: int = 1,
    limits: Limits | None = None,
) -> Iterator[Outcome]:
    """
    Audit *articles* in order, in *workers* processes (1: in this one), reading no further ahead than they need.

    One that is skipped (another language, over one of the *limits*), that could not be read, or whose audit failed has a value in
    its place, so that nothing stops the run.
    """
    given = (Article(article) if isinstance(article, str) else article for article in articles)
    return workers_audit_many(given, config or _default_config(), workers=workers, limits=limits)


@cache
def _default_config() -> Config:
    """Return the settings of those who give none, made once."""
    return Config()


def to_frame(
    reports: Iterable[Outcome] | CorpusReport, *, table: str = "claims", library: str = "pandas", config: Config | None = None
) -> Any:
    """
    Return a table of *reports* as a data frame of *library* ("pandas" or "polars").

    *table* is one of those that ``citeaudit corpus`` writes: claims, attributions, articles; or of the sums: edges,
    outlets, sources, statuses, findings, publishers (*reports* may then be a :class:`CorpusReport`).

    :raises ConfigError: if there is no such table or library.
    :raises MissingExtraError: if the library is not installed.
    """
    from citeaudit.writers.frames import frame_of  # noqa: PLC0415 - the same

    return frame_of(reports, table=table, library=library, gazetteer=(config or _default_config()).gazetteer)


def write(
    reports: ArticleReport | CorpusReport | Iterable[Outcome],
    *,
    format: str = "jsonl",  # noqa: A002 - the word that everybody uses for it
    to: str | os.PathLike[str],
    with_text: bool = True,
    config: Config | None = None,
) -> None:
    """
    Write *reports* to the file *to*: articles as "jsonl" or "text", a :class:`CorpusReport` as "json" or "text".

    What could not be read has no place in a file of reports and is left out. An old file stays as it was if anything fails.

    :raises ConfigError: if the format does not go with what is given.
    """
    from citeaudit.writers.destinations import destination  # noqa: PLC0415 - the same
    from citeaudit.writers.files import written  # noqa: PLC0415 - the same

    gazetteer = (config or _default_config()).gazetteer
    lines = written(reports, format, with_text=with_text, gazetteer=gazetteer)
    with destination(Path(to)) as stream:
        for line in lines:
            stream.write(line)


@cache
def _unchecked_config() -> Config:
    return Config(check_language=False)
