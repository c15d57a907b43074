"""Records: a mapping of field names to values goes in (a JSON object, a row), an article or a problem comes out."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from citeaudit.model.articles import Article, Block, BlockKind, Hyperlink, InputProblem, Origin
from citeaudit.model.reports import Skipped
from citeaudit.model.spans import Span
from citeaudit.readers.blocks import in_order
from citeaudit.readers.dates import iso_date
from citeaudit.readers.pieces import place_of
from citeaudit.readers.presets import folded, known_names, names_of
from citeaudit.readers.settings import FIELDS, ReadSettings
from citeaudit.text.surrogates import without_surrogates

MISSING = frozenset(("", "nan", "NaN", "NaT", "null", "NULL", "None", "<NA>"))
"""What a missing value becomes where a program writes it as words."""

OWN = b'{"schema":"citeaudit/'
"""How all begins that citeaudit writes as JSON, without the white space."""

OWN_OUTPUT = "own-output"
"""Why that is skipped; it is no article, and none is missed."""

_PARTS = ("headline", "paragraphs")
"""What fundus calls the parts of a section."""


def articles_of(record: Any, origin: Origin, settings: ReadSettings) -> Iterator[Article | InputProblem | Skipped]:
    """Return the article of *record*, and behind it the problems of its date and its blocks, which cost no article."""
    reading = _Reading(record, settings)
    article = _article(reading, origin)
    yield article
    if not isinstance(article, Article):
        return
    if not article.blocks and (wrong := _wrong_blocks(reading.values["blocks"], len(article.text))):
        yield _problem(origin, *wrong, article=article.id)
    if article.date is None and (said := _date(reading.values["date"])) is not None:
        yield unclear_date(said, origin)


def unclear_date(said: Any, origin: Origin) -> InputProblem:
    """Return the problem of a date that nobody can be sure of."""
    what = f"the date {str(said)[:40]!r} is not understood, so that the article has none"
    return _problem(origin, what, "give it as in 2025-05-29")


def article_of(record: Any, origin: Origin, settings: ReadSettings) -> Article | InputProblem | Skipped:
    """
    Return the article that *record* holds under the field names of *settings*.

    Numbers become strings and lists of names are joined; what else is no string is as good as absent, and so is what programs
    write for a missing value. A record whose text is missing in this way is skipped; one that has no such field is a problem.
    """
    return _article(_Reading(record, settings), origin)


class _Reading:
    """One record as its *settings* read it: each field is looked up once, and its keys are folded once for all fields."""

    def __init__(self, record: Any, settings: ReadSettings) -> None:
        self.record, self.settings = record, settings

    @cached_property
    def values(self) -> dict[str, Any]:
        """Return what the record says of each field, None where it says nothing."""
        return {field: self._said(field) for field in FIELDS}

    def own_names(self, field: str) -> tuple[str, ...]:
        """Return the names of *field* that the user gives, else the preset's, else its own."""
        return names_of(field, self.settings.fields, self.settings.input_format)

    def known(self, field: str) -> list[str]:
        """Return the names under which the record may have *field* by what is known of programs."""
        if field in self.settings.fields:
            return []
        return [written for name in known_names().get(field, ()) if (written := self._as_written(name)) is not None]

    def _as_written(self, name: str) -> str | None:
        """Return a known *name* as the record writes it, each part between dots as its object does; None where it has none."""
        value, written = self.record, self._written
        if "." not in name or folded(name) in written:
            return written.get(folded(name))
        keys: list[str] = []
        for part in name.split("."):
            key = written.get(folded(part))
            if key is None:
                return None
            keys.append(key)
            value = value[key]
            written = _written(value)
        return ".".join(keys)

    @cached_property
    def _written(self) -> dict[str, str]:
        """Return how the record writes its keys, by what they fold to."""
        return _written(self.record)

    def _said(self, field: str) -> Any:
        """Return what stands under the name that the user gives, else under the field's own, else under one that is known."""
        for name in self.own_names(field):
            if not _is_missing(value := _value(self.record, name)):
                return value
        values = (_value(self.record, name) for name in self.known(field))
        return next((value for value in values if not _is_missing(value) and _fits(field, value)), None)


def _article(reading: _Reading, origin: Origin) -> Article | InputProblem | Skipped:
    if not isinstance(reading.record, Mapping):
        what = f"the record is {_kind(reading.record)}, not an object"
        return _problem(origin, what, 'give one object an article, as {"id": "1", "text": "…"}')
    values = reading.values
    named = {field: _string(values[field]) for field in ("id", "publisher", "title", "url", "byline")}
    text = _joined(values["text"])
    if not isinstance(text, str) or not text.strip():
        return _without_text(reading, text, origin, named["id"])
    text = without_surrogates(text)
    said = _date(values["date"])
    return Article(
        text,
        id=named["id"] or place_of(origin),
        publisher=named["publisher"] or reading.settings.publisher,
        title=named["title"],
        byline=named["byline"],
        date=None if said is None else iso_date(said),
        url=named["url"],
        hyperlinks=_hyperlinks(values["hyperlinks"], len(text)),
        blocks=_blocks(values["blocks"], len(text)) or (),
        origin=origin,
    )


def _without_text(reading: _Reading, text: Any, origin: Origin, named: str | None) -> InputProblem | Skipped:
    """Return what comes of a record that has no *text*, an empty one, or one of another type; its id is *named*."""
    names = reading.own_names("text")
    held = [name for name in (*names, *reading.known("text")) if _holds(reading.record, name)]
    if text is None and not held:
        fields = ", ".join(str(key) for key in reading.record) or "no fields at all"
        what = f"the record has no text: no field {names[0]!r}, but {fields}"
        return _problem(origin, what, "name the field that holds the text, as in --field text=body", article=named)
    if text is None or isinstance(text, str):
        return Skipped(named or place_of(origin), "empty", f"the field {held[0]!r} is empty", origin)
    what = f"the field {held[0]!r} is {_kind(text)}, not a text"
    return _problem(origin, what, "give the text as one string", article=named)


def _problem(origin: Origin, what: str, remedy: str, *, article: str | None = None) -> InputProblem:
    return InputProblem(origin.path, what, remedy, record=origin.record, line=origin.line, article=article)


def _date(said: Any) -> Any:
    """Return a date as it is written, None where there is none."""
    return said if isinstance(said, int | float) and not isinstance(said, bool) else _string(said)


def is_own_output(record: Any) -> bool:
    """Tell whether *record* is what citeaudit itself wrote, with the articles' texts or without: a walk may come upon it."""
    schema = record.get("schema") if isinstance(record, Mapping) else None
    return isinstance(schema, str) and schema.startswith("citeaudit/")


def own_output(origin: Origin) -> Skipped:
    """Return the skip of what citeaudit itself wrote, which would be counted twice."""
    detail = "citeaudit itself wrote it; give --input-format reports to count reports"
    return Skipped(place_of(origin), OWN_OUTPUT, detail, origin)


def columns_of(columns: Iterable[str], settings: ReadSettings) -> list[str]:
    """Return those of a table's *columns* that may be wanted, those that dots lead inward from included."""
    names = {name for field in FIELDS for name in names_of(field, settings.fields, settings.input_format)}
    names |= {name.partition(".")[0] for name in names}
    known = {name for field in FIELDS if field not in settings.fields for name in known_names().get(field, ())}
    known |= {folded(name.partition(".")[0]) for name in known}
    return [column for column in columns if column in names or folded(column) in known]


def _fits(field: str, value: Any) -> bool:
    """Tell whether *value* can be meant: what is called a source is an address to some programs, to others a publisher."""
    is_address = isinstance(value, str) and "://" in value
    return is_address if field == "url" else not is_address if field == "publisher" else True


def _is_missing(value: Any) -> bool:
    """Tell whether *value* is what a program writes where it knows nothing."""
    if isinstance(value, float):
        return not math.isfinite(value)
    return value is None or (isinstance(value, str) and value.strip() in MISSING)


def _joined(text: Any) -> Any:
    """Return a text whose sections fundus keeps apart as one, its paragraphs a blank line apart; any other as it is."""
    match text:
        case {"sections": list(sections)}:
            parts = [text.get("summary"), *(part for s in sections if isinstance(s, Mapping) for part in map(s.get, _PARTS))]
            words = [words for part in parts if isinstance(part, list) for words in part if isinstance(words, str)]
            return "\n\n".join(words)
    return text


def _written(value: Any) -> dict[str, str]:
    """Return how an object writes its keys, by what they fold to; nothing for what is no object."""
    return {folded(key): key for key in value if isinstance(key, str)} if isinstance(value, Mapping) else {}


def _value(record: Mapping[str, Any], field: str) -> Any:
    """Return the value of *field*, where dots lead inward unless the whole name is a field itself."""
    if field in record:
        return record[field]
    value: Any = record
    for part in field.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _holds(record: Mapping[str, Any], field: str) -> bool:
    """Tell whether *record* has *field*, whatever it is."""
    outer, _, inner = field.partition(".")
    return field in record or (bool(inner) and isinstance(record.get(outer), Mapping) and _holds(record[outer], inner))


def _string(value: Any) -> str | None:
    if isinstance(value, list | tuple):
        return ", ".join(name for name in map(_string, value) if name) or None
    if isinstance(value, Mapping):
        return _string(value.get("name"))
    if isinstance(value, bool) or _is_missing(value):
        return None
    words = str(value.isoformat()) if hasattr(value, "isoformat") else str(value) if isinstance(value, str | int | float) else ""
    return None if _is_missing(words) else without_surrogates(words.strip())


def _hyperlinks(value: Any, length: int) -> tuple[Hyperlink, ...]:
    """Return the links of a record, each {"start": …, "end": …, "url": …} in the text; what is no such thing is left out."""
    links = []
    for link in value if isinstance(value, list | tuple) else ():
        match link:
            case {"start": int(start), "end": int(end), "url": str(url)} if 0 <= start < end <= length:
                links.append(Hyperlink(Span(start, end), without_surrogates(url)))
    return tuple(sorted(links, key=lambda link: link.span))


def _wrong_blocks(value: Any, length: int) -> tuple[str, str] | None:
    """Return what is wrong with the blocks that a record gives for a text of this *length*, and the remedy; None if nothing is."""
    if value is None or _blocks(value, length) is not None:
        return None
    remedy = (
        f"give each as [start, end, kind], the kind one of {', '.join(BlockKind)}, or name no field, as in --field blocks=none"
    )
    if not isinstance(value, list | tuple):
        return f"the blocks are {_kind(value)}, not a list, so that the article has none", remedy
    number, block = next((n, b) for n, b in enumerate(value, 1) if _block(b, length) is None)
    return f"block {number} of {len(value)} ({str(block)[:60]}) is none of the text's, so that the article has none", remedy


def _blocks(value: Any, length: int) -> tuple[Block, ...] | None:
    """Return the blocks of a record, in order; None if any is not what it should be: half of a page's markup says other than all of it."""
    if value is None:
        return ()
    blocks = [_block(block, length) for block in value] if isinstance(value, list | tuple) else [None]
    if None in blocks:
        return None
    return in_order((block, number) for number, block in enumerate(blocks) if block is not None)


def _block(value: Any, length: int) -> Block | None:
    """Return a block that is given as [start, end, kind] or as an object with these, None if it is no such thing."""
    match value:
        case [start, end, kind]:
            pass
        case {"start": start, "end": end, "kind": kind}:
            pass
        case _:
            return None
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= length or kind not in list(BlockKind):
        return None
    return Block(Span(start, end), BlockKind(kind))


def _kind(value: Any) -> str:
    names = {"dict": "an object", "list": "a list", "str": "a string", "bool": "true or false", "NoneType": "null"}
    return names.get(type(value).__name__, "a number" if isinstance(value, int | float) else f"of type {type(value).__name__}")
