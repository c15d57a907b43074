"""Records: a mapping of field names to values goes in (a JSON object, a row), an article or a problem comes out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from citeaudit.model.articles import Article, Hyperlink, InputProblem, Origin
from citeaudit.model.reports import Skipped
from citeaudit.model.spans import Span
from citeaudit.readers.pieces import place_of
from citeaudit.readers.presets import names_of
from citeaudit.readers.settings import FIELDS, ReadSettings

OWN = b'{"schema":"citeaudit/'
"""How all begins that citeaudit writes as JSON, without the white space."""

OWN_OUTPUT = "own-output"
"""Why that is skipped; it is no article, and none is missed."""

_PARTS = ("headline", "paragraphs")
"""What fundus calls the parts of a section."""


def article_of(record: Any, origin: Origin, settings: ReadSettings) -> Article | InputProblem:
    """
    Return the article that *record* holds under the field names of *settings*.

    Numbers become strings and lists of names are joined; what else is no string is as good as absent, except for the text, which
    must be a string that is not blank.
    """

    def problem(what: str, remedy: str, article: str | None = None) -> InputProblem:
        return InputProblem(origin.path, what, remedy, record=origin.record, line=origin.line, article=article)

    if not isinstance(record, Mapping):
        return problem(f"the record is {_kind(record)}, not an object", 'give one object an article, as {"id": "1", "text": "…"}')
    values = {field: _first(record, names_of(field, settings.fields, settings.input_format)) for field in FIELDS}
    named = {field: _string(values[field]) for field in ("id", "publisher", "title", "date", "url", "byline")}
    text_field = names_of("text", settings.fields, settings.input_format)[0]
    text = _joined(values["text"])
    if text is None:
        fields = ", ".join(str(key) for key in record) or "no fields at all"
        what = f"the record has no text: no field {text_field!r}, but {fields}"
        return problem(what, "name the field that holds the text, as in --field text=body", named["id"])
    if not isinstance(text, str):
        return problem(f"the field {text_field!r} is {_kind(text)}, not a text", "give the text as one string", named["id"])
    if not text.strip():
        return problem(f"the field {text_field!r} is empty", "give the article's text, or leave the record out", named["id"])
    return Article(
        text,
        id=named["id"] or place_of(origin),
        publisher=named["publisher"] or settings.publisher,
        title=named["title"],
        byline=named["byline"],
        date=named["date"],
        url=named["url"],
        hyperlinks=_hyperlinks(values["hyperlinks"], len(text)),
        origin=origin,
    )


def is_own_output(record: Any) -> bool:
    """Tell whether *record* is what citeaudit itself wrote, with the articles' texts or without: a walk may come upon it."""
    schema = record.get("schema") if isinstance(record, Mapping) else None
    return isinstance(schema, str) and schema.startswith("citeaudit/")


def own_output(origin: Origin) -> Skipped:
    """Return the skip of what citeaudit itself wrote, which would be counted twice."""
    detail = "citeaudit itself wrote it; give --input-format reports to count reports"
    return Skipped(place_of(origin), OWN_OUTPUT, detail, origin)


def columns_of(settings: ReadSettings) -> frozenset[str]:
    """Return the names of all columns that may be wanted, those that dots lead inward from included."""
    names = {name for field in FIELDS for name in names_of(field, settings.fields, settings.input_format)}
    return frozenset(names | {name.partition(".")[0] for name in names})


def _first(record: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    values = (_value(record, name) for name in names)
    return next((value for value in values if value is not None), None)


def _joined(text: Any) -> Any:
    """Return a text whose sections fundus keeps apart as one, its paragraphs a blank line apart; any other as it is."""
    match text:
        case {"sections": list(sections)}:
            parts = [text.get("summary"), *(part for s in sections if isinstance(s, Mapping) for part in map(s.get, _PARTS))]
            words = [words for part in parts if isinstance(part, list) for words in part if isinstance(words, str)]
            return "\n\n".join(words)
    return text


def _value(record: Mapping[str, Any], field: str) -> Any:
    """Return the value of *field*, where dots lead inward unless the whole name is a field itself."""
    if field in record:
        return record[field]
    value: Any = record
    for part in field.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _string(value: Any) -> str | None:
    if isinstance(value, list | tuple):
        return ", ".join(name for name in map(_string, value) if name) or None
    if isinstance(value, Mapping):
        return _string(value.get("name"))
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, str | int | float):
        return str(value).strip() or None
    return str(value.isoformat()) if hasattr(value, "isoformat") else None


def _hyperlinks(value: Any, length: int) -> tuple[Hyperlink, ...]:
    """Return the links of a record, each {"start": …, "end": …, "url": …} in the text; what is no such thing is left out."""
    links = []
    for link in value if isinstance(value, list | tuple) else ():
        match link:
            case {"start": int(start), "end": int(end), "url": str(url)} if 0 <= start < end <= length:
                links.append(Hyperlink(Span(start, end), url))
    return tuple(sorted(links, key=lambda link: link.span))


def _kind(value: Any) -> str:
    names = {"dict": "an object", "list": "a list", "str": "a string", "bool": "true or false", "NoneType": "null"}
    return names.get(type(value).__name__, "a number" if isinstance(value, int | float) else f"of type {type(value).__name__}")
