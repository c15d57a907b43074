"""From names to articles: paths go in; articles come out in order, and in place of what cannot be read, the problem.

Nothing is read ahead of what is asked for, and nothing is raised for what an input holds: only for settings that cannot
be meant.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping

from citeaudit.errors import ConfigError, unforeseen
from citeaudit.limits import Limits
from citeaudit.model.articles import Article, InputProblem
from citeaudit.model.reports import ArticleReport, Skipped
from citeaudit.readers import arrow, docx, html, json, jsonl, markdown, reports, rows, text, warc
from citeaudit.readers.files import STDIN, InputFile, find_files
from citeaudit.readers.pieces import Outcome, Piece, Reader, place_of
from citeaudit.readers.presets import PRESETS
from citeaudit.readers.settings import ReadSettings

READERS: tuple[Reader, ...] = (
    text.READER,
    markdown.READER,
    jsonl.READER,
    json.READER,
    rows.CSV,
    rows.TSV,
    arrow.PARQUET,
    arrow.ARROW,
    html.READER,
    warc.READER,
    docx.READER,
    reports.READER,
)
"""Every format that can be read; a file goes to the first that takes its suffix."""

FORMATS = (*(reader.name for reader in READERS), *PRESETS)
"""What an input format may be called: a reader, or a preset of field names."""

_BY_NAME = {reader.name: reader for reader in READERS}
_BY_SUFFIX = {suffix: reader for reader in reversed(READERS) for suffix in reader.suffixes}


def read_articles(
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
    Read articles from files, directories (sorted, with all below them), patterns, and "-" for standard input.

    A problem with one input stands in its place among the articles. *input_format* names a reader where suffixes do not
    tell; *fields* maps a record's names ({"text": "body"}); *exclude* are patterns that a directory's walk leaves out;
    *publisher* is given to articles that name none; what is over one of the *limits* is skipped.

    :raises ConfigError: if a setting is unknown, at once.
    """
    settings = ReadSettings(
        input_format=input_format,
        fields=fields or {},
        exclude=exclude,
        encoding=encoding,
        publisher=publisher,
        limits=limits or Limits(),
    )
    if input_format == reports.READER.name:
        message = "reports hold no articles to audit: read them by read_reports()"
        raise ConfigError(message)
    outcomes = _read_all(paths, settings)
    return (outcome for outcome in outcomes if not isinstance(outcome, ArticleReport))


def read_reports(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
) -> Iterator[ArticleReport | InputProblem | Skipped]:
    """Read the reports back that ``report --format jsonl`` wrote; a line that holds none is a problem in its place."""
    outcomes = _read_all(paths, ReadSettings(input_format=reports.READER.name))
    return (outcome for outcome in outcomes if not isinstance(outcome, Article))


def _read_all(paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]], settings: ReadSettings) -> Iterator[Outcome]:
    pieces = cut_pieces([paths] if isinstance(paths, str | os.PathLike) else paths, settings)
    return (outcome for piece in pieces for outcome in read_piece(piece, settings))


def cut_pieces(
    paths: Iterable[str | os.PathLike[str]], settings: ReadSettings, *, leave_out: Collection[os.PathLike[str]] = ()
) -> Iterator[Piece | InputProblem | Skipped]:
    """
    Return the unread pieces of *paths*, in order: cheap, so that one process can keep many busy with reading them.

    The files *leave_out* are passed over where a walk or a pattern leads to them.

    :raises ConfigError: if the input format is unknown, at once.
    """
    chosen = settings.input_format
    if chosen is not None and chosen not in _BY_NAME and chosen not in PRESETS:
        message = f"unknown input format {chosen!r}: give one of {', '.join(FORMATS)}"
        raise ConfigError(message)
    files = find_files(
        (os.fspath(path) for path in paths), exclude=settings.exclude, suffixes=suffixes_of(settings), limits=settings.limits
    )
    names = frozenset(os.path.basename(path) for path in leave_out)  # noqa: PTH119 - of each file of an archive
    return (
        piece
        for file in files
        if os.path.basename(file_name(file)) not in names or not _is_any(file_name(file), leave_out)  # noqa: PTH119 - the same
        for piece in _cut(file, settings)
    )


def read_piece(piece: Piece | InputProblem | Skipped, settings: ReadSettings) -> Iterator[Outcome]:
    """Return the articles of one *piece*; what is no piece any more stands for itself."""
    if not isinstance(piece, Piece):
        yield piece
        return
    try:
        yield from _BY_NAME[piece.reader].read(piece, settings)
    except MemoryError:
        yield Skipped(place_of(piece.origin), "memory", "more than the memory that one article may take", piece.origin)
    except Exception as error:  # noqa: BLE001 - what a library makes of a hostile record must not cost the others
        what, remedy = unforeseen(error)
        origin = piece.origin
        yield InputProblem(origin.path, f"cannot be read ({what})", remedy, record=origin.record, line=origin.line)


def file_name(file: InputFile | InputProblem) -> str:
    """Return the name of *file*, or of what was to be one."""
    return file.name if isinstance(file, InputFile) else file.path


def _is_any(name: str, places: Collection[os.PathLike[str]]) -> bool:
    """Tell whether the file *name* is one of those at *places*."""
    return any(os.path.exists(place) and os.path.exists(name) and os.path.samefile(name, place) for place in places)  # noqa: PTH110, PTH121 - the same


def holds_one(piece: Piece) -> bool:
    """Tell whether *piece* cannot hold more than one article."""
    return _BY_NAME[piece.reader].is_single


def suffixes_of(settings: ReadSettings) -> frozenset[str] | None:
    """Return the suffixes that a directory's walk takes, None for all: where the format is given, every file is taken."""
    return None if settings.input_format in _BY_NAME else frozenset(_BY_SUFFIX)


def _cut(file: InputFile | InputProblem, settings: ReadSettings) -> Iterator[Piece | InputProblem | Skipped]:
    if isinstance(file, InputProblem):
        yield file
        return
    reader = _reader_of(file, settings)
    if reader is None and not os.path.lexists(file.name):
        yield file.problem(FileNotFoundError())
    elif reader is None:
        what = f"the suffix {file.suffix!r} names no format" if file.suffix else "has no suffix to tell its format by"
        yield InputProblem(file.name, what, f"give --input-format, one of {', '.join(_BY_NAME)}")
    else:
        yield from _cut_by(reader, file, settings)


def _cut_by(reader: Reader, file: InputFile, settings: ReadSettings) -> Iterator[Piece | InputProblem | Skipped]:
    """Cut *file* by *reader*; what a library makes of a hostile file costs what stands after it, and no other file."""
    record = None
    try:
        for piece in reader.cut(file, settings):
            record = piece.origin.record if isinstance(piece, Piece) else record
            yield piece
    except Exception as error:  # noqa: BLE001 - as above
        what, remedy = unforeseen(error)
        where = f"cannot be read further than record {record}" if record else "cannot be read"
        yield InputProblem(file.name, f"{where} ({what})", remedy)


def _reader_of(file: InputFile, settings: ReadSettings) -> Reader | None:
    if settings.input_format in _BY_NAME:
        return _BY_NAME[settings.input_format]
    if file.name == STDIN:
        return jsonl.READER if settings.input_format in PRESETS else text.READER
    return _BY_SUFFIX.get(file.suffix)
