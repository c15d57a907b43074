"""
What the verbs take: arguments go in; what cannot be meant is refused at the call, with the remedy in one line.

A text is iterable, and so is a data frame, by the names of its columns: without these looks each would be read as many
articles or many files that nobody has.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from io import IOBase
from pathlib import PurePath
from typing import Any, TypeVar

from citeaudit.model.articles import Article, InputProblem
from citeaudit.model.guards import shown
from citeaudit.model.reports import ArticleReport, Skipped

OUTCOMES = (ArticleReport, Skipped, InputProblem)
WORDS = (str, bytes, bytearray)

Item = TypeVar("Item")


def check_kind(what: str, value: Any, kind: type | tuple[type, ...], wanted: str) -> None:
    """
    Refuse a *value* that is of no *kind*; True is no number.

    :raises TypeError: saying what was *wanted*.
    """
    is_truth = isinstance(value, bool) and kind is not bool
    if is_truth or not isinstance(value, kind):
        message = f"{what} takes {wanted}, not {shown(value)}"
        raise TypeError(message)


def check_text(verb: str, value: Any) -> None:
    """
    Refuse what is no text.

    :raises TypeError: with what to call or to give instead.
    """
    if not isinstance(value, str):
        message = f"{verb}() takes a text, not {shown(value)}; {_instead_of_text(value)}"
        raise TypeError(message)


def check_article(value: Any, verb: str = "audit") -> None:
    """
    Refuse what is neither a text nor an article.

    :raises TypeError: with what to call or to give instead.
    """
    if not isinstance(value, str | Article):
        message = f"{verb}() takes a text or an Article, not {shown(value)}; {_instead_of_article(value)}"
        raise TypeError(message)


def outlets_given(name: str, given: Any) -> tuple[str, ...]:
    """
    Return the outlets that a list of them holds.

    :raises TypeError: if *given* is none, or one of them is no string.
    """
    if isinstance(given, WORDS) or not isinstance(given, Iterable):
        message = (
            f"{name}= takes a list of outlets, not {shown(given)}; give [{given!r}]"
            if isinstance(given, str)
            else (f"{name}= takes a list of outlets, not {shown(given)}; give their ids, names or domains")
        )
        raise TypeError(message)
    outlets = tuple(given)
    for outlet in outlets:
        check_kind(f"{name}=", outlet, str, "ids, names or domains of outlets, as strings")
    return outlets


def articles_of(given: Any) -> Iterator[Article | ArticleReport | Skipped | InputProblem]:
    """
    Return the articles that *given* holds, texts as articles.

    What lies there already is looked at at once, what is only read on the way (a generator) when it comes.

    :raises TypeError: if one is no article, or *given* is no row of articles.
    """
    _check_many("audit_many", "articles", given, _instead_of_articles)
    if isinstance(given, Collection):
        for place, article in enumerate(given):
            _check_one("audit_many", "articles", place, article)
    return _articles(given)


def _articles(given: Iterable[Any]) -> Iterator[Article | ArticleReport | Skipped | InputProblem]:
    for place, article in enumerate(given):
        _check_one("audit_many", "articles", place, article)
        yield Article(article) if isinstance(article, str) else article


def _check_one(verb: str, of_what: str, place: int, article: Any) -> None:
    if not isinstance(article, str | Article | ArticleReport | Skipped | InputProblem):
        message = f"{verb}() takes {of_what} (texts or Articles), and number {place + 1} is {shown(article)}; {_instead_of_article(article)}"
        raise TypeError(message)


def paths_of(verb: str, given: Any) -> list[str] | Iterator[str]:
    """
    Return the paths that *given* is or holds, as strings.

    :raises TypeError: if one is no path; at once, unless *given* is only read on the way.
    """
    if isinstance(given, str | os.PathLike):
        return [_path(verb, given)]
    _check_many(verb, "paths", given, _instead_of_paths)
    found = (_path(verb, path) for path in given)
    return found if isinstance(given, Iterator) else list(found)


def _path(verb: str, given: Any) -> str:
    path = os.fspath(given) if isinstance(given, str | os.PathLike) else given
    if not isinstance(path, str):
        remedy = "give os.fsdecode(path)" if isinstance(path, bytes) else _instead_of_paths(given)
        message = f"{verb}() takes paths, not {shown(given)}; {remedy}"
        raise TypeError(message)
    return path


def reports_of(verb: str, given: Any) -> Any:
    """
    Return *given*, a report or what holds reports.

    :raises TypeError: if it is neither; at once, unless it is only read on the way.
    """
    from citeaudit.model.corpora import CorpusReport  # noqa: PLC0415 - an audit makes no sums

    if isinstance(given, ArticleReport | CorpusReport):
        return given
    _check_many(verb, "reports", given, _instead_of_reports)
    if isinstance(given, Collection):
        for place, report in enumerate(given):
            _check_report(verb, place, report)
        return given
    return _reports(verb, given)


def _reports(verb: str, given: Iterable[Item]) -> Iterator[Item]:
    for place, report in enumerate(given):
        _check_report(verb, place, report)
        yield report


def _check_report(verb: str, place: int, report: Any) -> None:
    if not isinstance(report, OUTCOMES):
        message = f"{verb}() takes reports, and number {place + 1} is {shown(report)}; {_instead_of_reports(report)}"
        raise TypeError(message)


def _check_many(verb: str, of_what: str, given: Any, instead: Any) -> None:
    """Refuse what is no row of things, or is one only by how it is made: a text's letters, a frame's columns, a file's lines."""
    is_single = isinstance(given, (*WORDS, Article, IOBase, PurePath, Mapping, ArticleReport)) or _is_frame(given)
    if is_single or not isinstance(given, Iterable):
        message = f"{verb}() takes many {of_what}, not {'a frame' if _is_frame(given) else shown(given)}; {instead(given)}"
        raise TypeError(message)


def _is_frame(value: Any) -> bool:
    """Tell whether *value* is a table: a data frame of any library, or one of Arrow's."""
    return hasattr(value, "columns") and (hasattr(value, "shape") or hasattr(value, "dtypes"))


def _instead_of_text(value: Any) -> str:
    if isinstance(value, Article):
        return "give its .text"
    return _instead_of_article(value)


def _instead_of_article(value: Any) -> str:
    if isinstance(value, bytes | bytearray):
        return 'decode it first, as by data.decode("utf-8")'
    if isinstance(value, PurePath | IOBase):
        return "for files use audit_many(read(paths))"
    if isinstance(value, Mapping):
        return 'make an Article of it, as Article(record["text"], title=record["title"])'
    if value is None or isinstance(value, float):
        return "leave it out where there is no text"
    if isinstance(value, Iterable) and not isinstance(value, ArticleReport):
        return "for many articles use audit_many()"
    return "give a text or Article(text, …)"


def _instead_of_articles(value: Any) -> str:
    if isinstance(value, str | Article):
        return "for one use audit()"
    if _is_frame(value):
        return (
            'give the articles of its rows, as audit_many(Article(text, id=id) for text, id in zip(frame["text"], frame["id"]))'
        )
    if isinstance(value, PurePath | IOBase):
        return "for files use audit_many(read(paths))"
    if isinstance(value, ArticleReport):
        return "it is audited already"
    return _instead_of_article(value) if isinstance(value, bytes | bytearray | Mapping) else "give a list of texts or Articles"


def _instead_of_paths(value: Any) -> str:
    if isinstance(value, bytes | bytearray):
        return "for a path give os.fsdecode(path), for a text audit(data.decode())"
    if _is_frame(value):
        return "for a frame use audit_many(Article(text) for text in frame[column])"
    if isinstance(value, IOBase):
        return "give the file's path, or audit(file.read())"
    if isinstance(value, Article):
        return "for an Article use audit()"
    return "give a path, or a list of them"


def _instead_of_reports(value: Any) -> str:
    if isinstance(value, str | Article):
        return "give what audit() or audit_many() returns for it"
    return "give what audit(), audit_many() or read_reports() returns"
