"""The verbs: what a user calls. First argument positional, the rest by keyword; bad arguments are refused at the door."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from functools import cache
from pathlib import Path
from types import NoneType
from typing import IO, TYPE_CHECKING, Any

import attrs

from citeaudit.arguments import articles_of, check_article, check_kind, check_text, outlets_given, paths_of, reports_of
from citeaudit.config import Config
from citeaudit.contract.shape import CODE_POINTS, LATEST, Shape
from citeaudit.errors import ConfigError
from citeaudit.following import followed
from citeaudit.limits import Limits
from citeaudit.model.articles import Article, InputProblem
from citeaudit.model.relations import Attribution, Sentence
from citeaudit.model.reports import ArticleReport, Skipped
from citeaudit.outlets.lists import ids_of, problems_of
from citeaudit.pipeline import audit_article
from citeaudit.sentences.boundaries import find_boundaries
from citeaudit.sentences.kinds import tell_kinds
from citeaudit.text.paragraphs import paragraph_ranges, without_wraps
from citeaudit.text.white_space import plain_white_space
from citeaudit.verdicts import Verdict, judge
from citeaudit.warming import warm_up
from citeaudit.workers import audit_many as workers_audit_many

if TYPE_CHECKING:
    from citeaudit.model.corpora import CorpusReport

Outcome = ArticleReport | Skipped | InputProblem
"""What an article of a run comes to: its report, or what stands in its place."""


def audit(article: Article | str, *, publisher: str | None = None, config: Config | None = None) -> ArticleReport:
    """
    Read one article and say who stands behind each claim.

    *article* is a text, or an :class:`Article` with what else is known of it; *publisher* names the outlet that published a
    text.

    :raises NotEnglishError: if the text is in another language (unless ``Config(check_language=False)``).
    :raises TypeError: if *article* is neither, with what to call instead.
    """
    check_article(article)
    if isinstance(article, str):
        article = Article(article, publisher=publisher)
    elif publisher is not None:
        message = "publisher= goes with a text; an Article has its own: Article(text, publisher=…)"
        raise TypeError(message)
    return audit_article(article, _config(config))


def warm(config: Config | None = None) -> None:
    """
    Load what audits need, so that the first takes no longer than the others: for services, before they fork or answer.

    *config* is the one that they will use.
    """
    warm_up(_config(config))


def gate(
    article: Article | str,
    *,
    at_least: float = 0.8,
    allow: Iterable[str] = (),
    deny: Iterable[str] = (),
    config: Config | None = None,
) -> Verdict:
    """
    Say whether enough claims of a text name their source: the check for summaries that a model wrote, without a model.

    *at_least* is the least share (0.0 to 1.0) of such claims. *allow* and *deny* are ids, names or domains of outlets: a claim
    that rests on any other than those allowed, or on one that is denied, does not count. Marks, links, footnotes and lists
    of references are read, unless *config* says ``citations=False``.

    :raises ConfigError: if the share is none, or a name is that of no outlet.
    :raises NotEnglishError: if the text is in another language (unless ``Config(check_language=False)``).
    :raises TypeError: if an argument is of another type, with what to give instead.
    """
    check_article(article, "gate")
    check_kind("at_least=", at_least, (int, float), "a share, from 0 to 1")
    if not 0 <= at_least <= 1:
        message = f"gate(at_least=…): must be a share from 0 to 1, not {at_least!r}"
        raise ConfigError(message)
    settings = _config(config)
    if settings.citations is None:
        settings = _citing_config() if config is None else attrs.evolve(settings, citations=True)
    lists = {"allow": outlets_given("allow", allow), "deny": outlets_given("deny", deny)}
    problems = [
        f"gate({name}=…): {problem}"
        for name, outlets in lists.items()
        for outlet in outlets
        for problem in problems_of(settings.gazetteer, outlet)
    ]
    if problems:
        raise ConfigError("\n".join(problems))
    return judge(
        audit(article, config=settings),
        at_least=at_least,
        allowed=ids_of(settings.gazetteer, lists["allow"]),
        denied=ids_of(settings.gazetteer, lists["deny"]),
        gazetteer=settings.gazetteer,
    )


def find_attributions(text: str, *, config: Config | None = None) -> tuple[Attribution, ...]:
    """
    Return the attributions of *text*, innermost first, each with its chain; the language is not checked.

    :raises TypeError: if *text* is no string.
    """
    check_text("find_attributions", text)
    unchecked = _unchecked_config() if config is None else attrs.evolve(_config(config), check_language=False)
    return audit_article(Article(text), unchecked).attributions


def split_sentences(text: str, *, explain: bool = False) -> tuple[Sentence, ...]:
    """
    Return the sentences of *text* in order, each with its exact offsets, its paragraph and its kind.

    The evidence of each says what told its kind; with *explain* also, for every place where it might have ended, what decided
    for or against.

    :raises TypeError: if *text* is no string.
    """
    check_text("split_sentences", text)
    check_kind("explain=", explain, bool, "True or False")
    plain, left_out = plain_white_space(text)
    paragraphs = paragraph_ranges(plain)
    plain = without_wraps(plain, paragraphs)
    return left_out.moved(tell_kinds(plain, find_boundaries(plain, paragraphs, explain=explain)))


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
    :raises TypeError: if a path is none, or a setting is of another type, at once.
    """
    from citeaudit.readers import read_articles  # noqa: PLC0415 - fourteen readers would make the import heavier for everybody

    check_kind("input_format=", input_format, (str, NoneType), "the name of a format")
    check_kind("fields=", fields, (Mapping, NoneType), 'a mapping, as {"text": "body"}')
    for name, field in (fields or {}).items():
        check_kind("fields=", name, str, "names, as strings")
        check_kind(f"fields[{name!r}]", field, str, "the name of a field, as a string")
    check_kind("exclude=", exclude, Iterable, "patterns, as strings")
    exclude = (exclude,) if isinstance(exclude, str) else tuple(exclude)
    for pattern in exclude:
        check_kind("exclude=", pattern, str, "patterns, as strings")
    check_kind("encoding=", encoding, str, "the name of an encoding")
    check_kind("publisher=", publisher, (str, NoneType), "a name, as a string, or None")
    paths = paths_of("read", paths)
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

    :raises TypeError: if a path is none, at once.
    """
    from citeaudit.readers import read_reports  # noqa: PLC0415 - the same

    return read_reports(paths_of("read_reports", paths))


def audit_many(
    articles: Iterable[Article | str | InputProblem | Skipped],
    *,
    config: Config | None = None,
    workers: int = 1,
    limits: Limits | None = None,
    progress: bool | Callable[[int, int | None], object] = False,
) -> Iterator[Outcome]:
    """
    Audit *articles* in order, in *workers* processes (1: in this one), reading no further ahead than they need.

    One that is skipped (another language, over one of the *limits*), that could not be read, or whose audit failed has a value in
    its place, so that nothing stops the run. *progress* shows how far the run is: True by a bar on standard error, a function
    by being called with the number of articles done and that of all, None where nobody knows.

    :raises MissingExtraError: if a bar is wanted, and tqdm is not installed.
    :raises TypeError: if *articles* are none, with what to call instead: at once, but for what a generator gives, when it comes.
    """
    check_kind("workers=", workers, int, "a whole number")
    check_kind("limits=", limits, (Limits, NoneType), "Limits, as Limits(seconds=5)")
    if not callable(progress):
        check_kind("progress=", progress, bool, "True, False or a function")
    total = len(articles) if isinstance(articles, Sized) else None
    found = workers_audit_many(articles_of(articles), _config(config), workers=workers, limits=limits)
    return followed(found, progress if callable(progress) else None, total) if progress else found


def _config(config: Config | None) -> Config:
    """Return *config*, or the settings of those who give none."""
    check_kind("config=", config, (Config, NoneType), "a Config, as Config(check_language=False)")
    return _default_config() if config is None else config


@cache
def _default_config() -> Config:
    """Return the settings of those who give none, made once."""
    return Config()


def to_frame(
    reports: ArticleReport | CorpusReport | Iterable[Outcome],
    *,
    table: str = "claims",
    library: str = "pandas",
    config: Config | None = None,
) -> Any:
    """
    Return a table of *reports* as a data frame of *library* ("pandas" or "polars").

    *table* is one of those that ``citeaudit corpus`` writes: claims, attributions, articles; or of the sums: edges,
    outlets, sources, statuses, findings, publishers (*reports* may then be a :class:`CorpusReport`).

    :raises ConfigError: if there is no such table or library.
    :raises MissingExtraError: if the library is not installed.
    :raises TypeError: if *reports* are none.
    """
    from citeaudit.writers.frames import frame_of  # noqa: PLC0415 - the same

    check_kind("table=", table, str, "the name of a table")
    check_kind("library=", library, str, '"pandas" or "polars"')
    given = reports_of("to_frame", (reports,) if isinstance(reports, ArticleReport) else reports)
    return frame_of(given, table=table, library=library, gazetteer=_config(config).gazetteer)


def write(
    reports: ArticleReport | CorpusReport | Iterable[Outcome],
    *,
    format: str = "jsonl",  # noqa: A002 - the word that everybody uses for it
    to: str | os.PathLike[str] | IO[bytes] | IO[str],
    with_text: bool = True,
    config: Config | None = None,
    schema: int = LATEST,
    with_words: bool = False,
    offsets: str = CODE_POINTS,
) -> None:
    """
    Write *reports* to the file *to*.

    Articles are written as "jsonl", "text" or "html" (one page for a browser), a :class:`CorpusReport` as "json", "text" or "html".

    What could not be read has no place in a file of reports and is left out. An old file stays as it was if anything fails.
    *to* may be an open stream, of bytes or of text, which is left open. *schema*, *with_words* and *offsets* say which JSON
    Lines are meant, as for :meth:`ArticleReport.to_dict`.

    :raises ConfigError: if the format does not go with what is given, or the JSON cannot be meant.
    :raises TypeError: if *reports* are none, or *to* is neither a path nor a stream.
    """
    from citeaudit.writers.destinations import destination, given_stream  # noqa: PLC0415 - the same
    from citeaudit.writers.files import written  # noqa: PLC0415 - the same

    check_kind("format=", format, str, "the name of a format")
    if not callable(getattr(to, "write", None)):
        check_kind("to=", to, (str, os.PathLike), "the path of a file, or an open stream")
    check_kind("with_text=", with_text, bool, "True or False")
    shape = Shape(schema=schema, with_text=with_text, with_words=with_words, offsets=offsets)
    gazetteer = _config(config).gazetteer
    lines = written(reports_of("write", reports), format, shape=shape, gazetteer=gazetteer)
    with destination(Path(to)) if isinstance(to, str | os.PathLike) else given_stream(to) as stream:
        for line in lines:
            stream.write(line)


@cache
def _citing_config() -> Config:
    """Return the settings of a gate for those who give none."""
    return Config(citations=True)


@cache
def _unchecked_config() -> Config:
    return Config(check_language=False)
